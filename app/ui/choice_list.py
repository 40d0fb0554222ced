"""A list in which one row is chosen, and the panel around it: search, a button, the list."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.ui.style import Theme
from app.ui.widgets import Button, SearchField, line

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ChoiceList(QListView):
    """Keeps what is chosen through every change of its rows. `find` tells where a key stands,
    `key_of` the key of a row, None for one that cannot be chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractListModel,
        find: Callable[[Any], QModelIndex],
        key_of: Callable[[QModelIndex], object],
    ) -> None:
        super().__init__()
        self._find, self._key_of = find, key_of
        self._chosen: object = None
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(lambda: self.choose(self._chosen))
        theme.changed.connect(self.viewport().update)

    def draw_with(self, delegate: QAbstractItemDelegate, *, alike: bool) -> None:
        """How rows look, and whether all have one height."""
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(alike)

    def choose(self, key: object) -> None:
        """Mark that row, if it is shown, without telling anybody."""
        self._chosen = key
        index = self._find(key)
        if index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex) -> None:
        key = self._key_of(current) if current.isValid() else None
        if key is not None:
            # Coming here with the Tab key makes a row current without marking it.
            self.selectionModel().select(current, _ONLY)
            self._chosen = key
            self.chosen.emit(str(key))


class ChoicePanel(QWidget):
    """A list with what stands over it."""

    def arrange(self, search: SearchField, button: Button, choices: ChoiceList) -> None:
        """Put the parts in their places."""
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(search, 1)
        top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(choices, 1)
