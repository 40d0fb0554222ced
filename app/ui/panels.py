"""What stands where content would stand: nothing yet, an error, a note."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.buttons import Button
from app.ui.labels import IconLabel, label
from app.ui.style import Theme, dress
from app.ui.wrapping import breakable

if TYPE_CHECKING:
    from app.ui.errors import Explained
    from app.ui.fields import FormField


_ICONS = {"warning": "warn", "danger": "alert"}


class Action(NamedTuple):
    """A button of a panel: the text, what it does, an icon. The first one is the primary one."""

    text: str
    run: Callable[[], None]
    icon: str = ""


class _Medal(QWidget):
    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setFixedSize(56, 56)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawEllipse(QRectF(self.rect()))
            painter.drawPixmap(16, 16, self._theme.pixmap(self._icon, "text2", 24))


class EmptyState(QWidget):
    """An icon, what this place is for, one primary action and at most one other."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, actions: Sequence[Action] = ()
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(_Medal(theme, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "page")
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.text = label(text, "body", "text2", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setMaximumWidth(400)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        self.buttons = _buttons(theme, actions)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)


class Note(QFrame):
    """A short remark on a soft ground: tone `warning`, `danger` or `accent`."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "warning") -> None:
        super().__init__()
        self._icon = IconLabel(theme, "info", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.text = label(text, "body", wrap=True)
        row.addWidget(self.text, 1)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """See the class."""
        self._icon.set_icon(_ICONS.get(tone, "info"), tone)
        dress(self, card=tone)


class ErrorPanel(QFrame):
    """What happened, what it means, the vendor's code, and what to do now. Hidden when empty."""

    action = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, action: str = "", dismissable: bool = False) -> None:
        super().__init__()
        self.setProperty("card", "danger")
        self._action = action
        self._icon = IconLabel(theme, "alert", "danger")
        self.title = label("", "strong", wrap=True)
        self.text = label("", "body", wrap=True)
        self.advice = label("", "body", "text2", wrap=True)
        self.code = label("", "mono", "text3", wrap=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(theme, action, "link")
        self.button.clicked.connect(self.action)
        self.close_button = Button(theme, self.tr("Close"), "link")
        self.close_button.clicked.connect(self._on_close)
        if not dismissable:
            self.close_button.hide()
        self._arrange()
        self.hide()

    def show_error(self, explained: "Explained", action: str = "") -> None:
        """Show an explanation; `action` replaces the text of the button."""
        text = action or self._action
        self.title.setText(breakable(explained.title))
        self._set(self.text, explained.text)
        self._set(self.advice, explained.advice)
        said = explained.vendor if explained.vendor != explained.text else ""
        self._set(self.code, "  ".join(part for part in (explained.code, said) if part))
        self.button.setText(text)
        self.button.setVisible(bool(text))
        self.setAccessibleName(explained.title)
        self.setAccessibleDescription(f"{explained.text} {explained.advice}".strip())
        self.show()

    def set_tone(self, tone: str) -> None:
        """`danger`, or `warning` for what is no error."""
        self._icon.set_icon(_ICONS[tone], tone)
        dress(self, card=tone)

    def show_on(self, field: "FormField", explained: "Explained") -> None:
        """Mark the field as wrong. A short trouble is told below it, a longer one in this panel."""
        if explained.text:
            field.mark(wrong=True)
            self.show_error(explained)
        else:
            self.clear()
            field.set_problem(explained.title)
        field.line.setAccessibleDescription(f"{explained.title} {explained.text}".strip())

    def clear(self) -> None:
        """Take the error away."""
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (self.title, self.text, self.advice, self.code):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row.addLayout(column, 1)

    def _on_close(self) -> None:
        self.hide()
        self.dismissed.emit()

    @staticmethod
    def _set(part: QLabel, text: str) -> None:
        part.setText(breakable(text))
        part.setVisible(bool(text))


def _buttons(theme: Theme, actions: Sequence[Action]) -> list[Button]:
    made = []
    for place, action in enumerate(actions):
        button = Button(theme, action.text, "primary" if place == 0 else "normal", action.icon)
        button.clicked.connect(lambda _checked=False, run=action.run: run())
        made.append(button)
    return made
