"""A field whose menu lets choose any number of values."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.ui.style import GREY, Theme
from app.ui.widgets import Button, plain_tip

_SIDES = 48  # edge, arrow and the gaps beside it


class Several(Button):
    """Looks like a box with one choice; the values stand in it one after the other."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, nothing: str = "") -> None:
        """`nothing` stands in it while nothing is chosen."""
        super().__init__(theme, "", "choice")
        self._nothing = nothing or self.tr("Any")
        self.values: frozenset[Any] = frozenset()
        self._name = name
        self._names: Mapping[Any, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.ticks = _Ticks(self)  # no `setMenu`: the text would lose its place at the left
        self.ticks.aboutToShow.connect(self._fill)
        self.clicked.connect(self._open)
        self._show()

    def set_names(self, names: Mapping[Any, str]) -> None:
        """What there is to choose from."""
        self._names = names
        self._show()

    def set_values(self, values: Iterable[object]) -> None:
        """What is chosen."""
        self.values = frozenset(values)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it fits."""
        super().resizeEvent(event)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow stands at the right end, as in the boxes beside it."""
        super().paintEvent(event)
        token = "text1" if self.isEnabled() else GREY
        arrow = self._theme.pixmap("chevron-down", token, 16)
        with QPainter(self) as painter:
            painter.drawPixmap(QPointF(self.width() - 22, (self.height() - 16) / 2), arrow)

    def _open(self) -> None:
        self.ticks.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        menu = self.ticks
        menu.clear()
        menu.setMinimumWidth(self.width())
        rows = {each: str(each) for each in self.values} | dict(self._names)
        for value, text in sorted(rows.items(), key=lambda row: row[1].casefold()):
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value in self.values)
            action.toggled.connect(lambda on, value=value: self._toggle(value, on))
            menu.addAction(action)
        menu.setEnabled(bool(rows))

    def _toggle(self, value: object, on: bool) -> None:
        self.set_values(self.values | {value} if on else self.values - {value})
        self.chosen.emit()

    def _show(self) -> None:
        names = sorted(self._names.get(each, str(each)) for each in self.values)
        text = ", ".join(names) or self._nothing
        room = max(60, self.width() - _SIDES)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(text) if shown != text else "")
        self.setAccessibleName(f"{self._name}: {text}")


class _Ticks(QMenu):
    """Space and the mouse tick one value after another; Enter ticks and closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space stays here."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a value stays here."""
        action = self.actionAt(event.position().toPoint())
        if action is self.activeAction() and action is not None:
            action.trigger()
            return
        super().mouseReleaseEvent(event)
