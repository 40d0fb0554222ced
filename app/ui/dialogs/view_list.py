"""Saved views: open, name, rename, delete, put in order. Says what is asked for; keeps nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.links import neutral
from app.services.views import View
from app.ui.errors import Explained
from app.ui.style import Theme
from app.ui.widgets import Button, IconButton, label

_ROW, _MOST_ROWS = 28, 5


class ViewList(QWidget):
    """One line below the list takes the name of a new view, or another one for the chosen view."""

    chosen = Signal(object)  # View
    save_asked = Signal(str)
    rename_asked = Signal(str, str)  # old, new
    delete_asked = Signal(str)
    move_asked = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._views: tuple[View, ...] = ()
        self._renamed = ""
        self.list = QListWidget()
        self.up = IconButton(theme, "chevron-up", self.tr("Move the view up"))
        self.down = IconButton(theme, "chevron-down", self.tr("Move the view down"))
        self.rename = IconButton(theme, "pencil", self.tr("Rename the view"))
        self.delete = IconButton(theme, "trash", self.tr("Delete the view"))
        self.name = QLineEdit()
        self.save = Button(theme, self.tr("Save"))
        self.problem = label("", "small", "danger", wrap=True)
        self._arrange()
        self._wire()
        self.show_views(())

    def show_views(self, views: Sequence[View]) -> None:
        """Every view in its order; the chosen one stays chosen."""
        chosen, row = self._chosen(), self.list.currentRow()
        renamed = len(views) == len(self._views)
        self._views = tuple(views)
        self.list.clear()
        for view in views:
            item = QListWidgetItem(neutral(view.name))
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        names = [view.name for view in views]
        if chosen is not None and chosen.name in names:
            self.list.setCurrentRow(names.index(chosen.name))
        elif renamed:
            self.list.setCurrentRow(row)
        self.list.setFixedHeight(min(_MOST_ROWS, max(1, len(views))) * _ROW + 4)
        self.list.setVisible(bool(views))
        self._show_buttons()
        self._show_save()

    def kept(self) -> None:
        """What was asked for has been done."""
        self._end_renaming()

    def show_problem(self, explained: Explained) -> None:
        """It could not be done; what was typed stays."""
        said = f"{explained.title}. {explained.advice or explained.text}".strip()
        self.problem.setText(said)
        self.problem.show()
        self.name.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends renaming first."""
        if event.key() == Qt.Key.Key_Escape and self._renamed:
            self._end_renaming()
            return
        super().keyPressEvent(event)

    def _chosen(self) -> View | None:
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def _show_buttons(self) -> None:
        row, some = self.list.currentRow(), self._chosen() is not None
        self.up.setEnabled(some and row > 0)
        self.down.setEnabled(some and row < len(self._views) - 1)
        self.rename.setEnabled(some)
        self.delete.setEnabled(some)
        for button in (self.up, self.down, self.rename, self.delete):
            button.setVisible(bool(self._views))

    def _on_activated(self) -> None:
        view = self._chosen()
        if view is not None:
            self.chosen.emit(view)

    def _begin_renaming(self) -> None:
        view = self._chosen()
        if view is not None:
            self._renamed = view.name
            self.name.setText(view.name)
            self.name.selectAll()
            self.name.setFocus()
            self._show_save()

    def _end_renaming(self) -> None:
        self._renamed = ""
        self.name.clear()
        self._show_save()

    def _on_save(self) -> None:
        if self._renamed:
            self.rename_asked.emit(self._renamed, self.name.text())
        else:
            self.save_asked.emit(self.name.text())

    def _on_delete(self) -> None:
        view = self._chosen()
        if view is not None:
            self.delete_asked.emit(view.name)

    def _move(self, step: int) -> None:
        view = self._chosen()
        if view is not None:
            self.move_asked.emit(view.name, step)

    def _on_typed(self) -> None:
        self.problem.hide()
        self.name.setAccessibleDescription("")
        self._show_save()

    def _show_save(self) -> None:
        """What Enter does with the name that stands here."""
        name = " ".join(self.name.text().split())
        taken = name.casefold() in {view.name.casefold() for view in self._views}
        text = self.tr("Rename") if self._renamed else self.tr("Save")
        if taken and not self._renamed:
            text = self.tr("Replace")
        self.save.setText(text)
        self.save.setEnabled(bool(name))

    def _arrange(self) -> None:
        self.list.setAccessibleName(self.tr("Saved views"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.name.setPlaceholderText(self.tr("Save this view as …"))
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.save.setEnabled(False)
        self.problem.hide()
        head, line = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(self.tr("Saved views"), "strong"), 1)
        for button in (self.up, self.down, self.rename, self.delete):
            head.addWidget(button)
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(line)
        column.addWidget(self.problem)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        self.list.itemClicked.connect(lambda _: self._on_activated())
        self.list.itemActivated.connect(lambda _: self._on_activated())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.rename.clicked.connect(self._begin_renaming)
        self.delete.clicked.connect(self._on_delete)
        self.name.textChanged.connect(lambda _: self._on_typed())
        self.name.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._on_save)
