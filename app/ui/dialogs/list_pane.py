"""The left pane: search, filters, the list of dialogs. Tells which dialog was chosen."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Dialog, DialogId
from app.ui.dialogs.list_delegate import ListDelegate
from app.ui.dialogs.list_model import FILTERS, DialogListModel, ShownDialogs
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme, dress
from app.ui.widgets import IconButton, SearchField, line

_COUNT_AFTER = 100  # milliseconds: many dialogs may change at once


class ListPane(QWidget):
    """Keeps the chosen dialog chosen, whatever the filter shows."""

    chosen = Signal(object)  # DialogId
    new_asked = Signal()

    def __init__(self, model: DialogListModel, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._model, self._theme, self._words = model, theme, words
        self.shown = ShownDialogs(model, words)
        self.search = SearchField(theme, self.tr("Search dialogs"), "Ctrl F")
        self.new_button = IconButton(theme, "plus", self.tr("New customer (Ctrl+N)"))
        self.order_button = IconButton(theme, "filter", self.tr("Order of the list"))
        self.filters: dict[str, QPushButton] = {}
        self.list = QListView()
        self._choosing = False
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._arrange()
        self._wire()
        self._show_counts()

    def choose(self, wanted: DialogId) -> None:
        """Mark a dialog as the open one, if the filter shows it."""
        index = self.shown.mapFromSource(self._model.index_of(wanted))
        self._choosing = True
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.clearSelection()
        self._choosing = False

    def step(self, step: int, waiting: bool = False) -> None:
        """Choose the next or previous dialog, perhaps only among those who wait."""
        row, count = self.list.currentIndex().row(), self.shown.rowCount()
        rows = range(row + step, count if step > 0 else -1, step) if row >= 0 else range(count)
        for each in rows:
            dialog = self.shown.dialog_at(self.shown.index(each, 0))
            if dialog is not None and (not waiting or dialog.waiting_since):
                self.list.setCurrentIndex(self.shown.index(each, 0))
                return

    def tick(self) -> None:
        """A second has passed: paint the visible rows of those who wait."""
        port = self.list.viewport()
        index = self.list.indexAt(port.rect().topLeft())
        while index.isValid():
            place = self.list.visualRect(index)
            if place.top() > port.height():
                return
            dialog = self.shown.dialog_at(index)
            if dialog is not None and dialog.waiting_since is not None:
                port.update(place)
            index = index.siblingAtRow(index.row() + 1)

    def show_lines(self, lines: dict[int, str]) -> None:
        """The names of the open lines are known now."""
        if lines != self._words.lines:
            self._words.lines = lines
            self.list.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        dialog: Dialog | None = self.shown.dialog_at(index)
        if dialog is not None and not self._choosing:
            self.chosen.emit(dialog.id)

    def _on_filter(self, key: str) -> None:
        open_row = self.list.currentIndex()
        dialog = self.shown.dialog_at(open_row)
        self._choosing = True
        self.shown.set_filter(key)
        self._choosing = False
        if dialog is not None:
            self.choose(dialog.id)
        self._show_counts()

    def _show_counts(self) -> None:
        words = {
            "all": self.tr("All {count}"),
            "waiting": self.tr("Waiting {count}"),
            "open": self.tr("Open {count}"),
            "closed": self.tr("Closed {count}"),
        }
        for key, count in self.shown.counts().items():
            self.filters[key].setText(words[key].format(count=count))
            self.filters[key].setChecked(key == self.shown.choice)

    def _count_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _order_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for text, by_wait in ((self.tr("By wait"), True), (self.tr("Newest first"), False)):
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(by_wait)
            action.triggered.connect(
                lambda _=False, by_wait=by_wait: self.shown.set_by_wait(by_wait)
            )
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 4)
        top.setSpacing(4)
        for part in (self.search, self.new_button, self.order_button):
            top.addWidget(part)
        column.addLayout(top)
        column.addLayout(self._filter_row())
        column.addWidget(line())
        column.addWidget(self.list, 1)
        self.list.setItemDelegate(ListDelegate(self._theme, self._words, self.list))
        self.list.setModel(self.shown)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Dialogs"))
        self.order_button.setMenu(self._order_menu())
        self.order_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 6)
        row.setSpacing(0)
        for key in FILTERS:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            dress(button, kind="tab")
            button.clicked.connect(lambda _=False, key=key: self._on_filter(key))
            self.filters[key] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _wire(self) -> None:
        self.search.textChanged.connect(self.shown.set_search)
        self.new_button.clicked.connect(self.new_asked)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._soon.timeout.connect(self._show_counts)
        for changed in (self._model.rowsInserted, self._model.dataChanged):
            changed.connect(self._count_soon)
