"""Over the transcript: a search in the open dialog, and a jump to a moment. Both ask by signals."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.style import Theme, dress
from app.ui.widgets import Button, IconButton, SearchField, label, line

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Bar(QWidget):
    """A field with what belongs to it. Esc closes it."""

    closed = Signal()
    entered = Signal(bool)  # Enter in the field; with Shift?

    def __init__(self, theme: Theme, field: SearchField) -> None:
        super().__init__()
        self.field = field
        self.row = QHBoxLayout()
        self.row.setContentsMargins(16, 6, 12, 6)
        self.row.setSpacing(8)
        self.row.addWidget(field, 1)
        self.close_button = IconButton(theme, "close", self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        #: What the keyboard reaches, in the order of the eye.
        self.parts: list[QWidget] = [field, self.close_button]
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.row)
        self.hide()

    def open_up(self) -> None:
        """Show it, with the keyboard in it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks, Esc closes: an empty field hands it on."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.field.hasFocus():
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class FindBar(_Bar):
    """`asked` with other words, `stepped` with -1 for the older and 1 for the newer match."""

    asked = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, SearchField(theme, self.tr("Search in this dialog")))
        self.count = label("", "small", "text2")
        self.older = IconButton(theme, "chevron-up", self.tr("Older match (F3)"))
        self.newer = IconButton(theme, "chevron-down", self.tr("Newer match (Shift+F3)"))
        for part in (self.count, self.older, self.newer, self.close_button):
            self.row.addWidget(part)
        self.parts[1:1] = [self.older, self.newer]
        self.column.addWidget(line())
        self.older.clicked.connect(lambda: self.stepped.emit(-1))
        self.newer.clicked.connect(lambda: self.stepped.emit(1))
        self.entered.connect(lambda back: self.stepped.emit(1 if back else -1))
        self.field.textChanged.connect(self.asked)
        self.show_count(0, 0)

    def show_count(self, place: int, count: int) -> None:
        """Which of how many matches is shown, counted from the oldest."""
        text = self.tr("{place} of {count}").format(place=place, count=count)
        none = self.tr("none") if self.field.text().strip() else ""
        self.count.setText(text if count else none)
        self.field.setAccessibleDescription(self.count.text())
        for button in (self.older, self.newer):
            button.setEnabled(count > 1)


class MomentBar(_Bar):
    """`asked` with what was typed; a text that is no moment is told below the field."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        hint = self.tr("A time or a day: 14:30, 12.07 14:30, 2026-07-12, yesterday, 2 hours ago")
        super().__init__(theme, SearchField(theme, hint, brief=self.tr("14:30, 12.07, yesterday")))
        self.go = Button(theme, self.tr("Go to"), "normal")
        self.go.clicked.connect(self._ask)
        self.entered.connect(self._ask)
        self.problem = label("", "small", "danger", wrap=True)
        self.problem.setContentsMargins(16, 0, 16, 8)
        self.problem.hide()
        for part in (self.go, self.close_button):
            self.row.addWidget(part)
        self.parts.insert(1, self.go)
        self.column.addWidget(self.problem)
        self.column.addWidget(line())
        self.field.textChanged.connect(lambda: self.show_problem(""))

    def show_problem(self, text: str) -> None:
        """Why nothing can be shown; "" takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        dress(self.field, problem="true" if text else "false")
        self.field.setAccessibleDescription(text)

    def _ask(self) -> None:
        if self.field.text().strip():
            self.asked.emit(self.field.text())
