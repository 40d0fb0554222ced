"""Fields: a search field, a field to copy from, a password field, and a field with its problem."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.buttons import Button, IconButton
from app.ui.labels import IconLabel, label
from app.ui.style import Theme, dress


class SearchField(QLineEdit):
    """A line to search in, with a magnifier and the shortcut that leads here. Esc clears it."""

    def __init__(self, theme: Theme, placeholder: str, shortcut: str = "", brief: str = "") -> None:
        """`brief` stands in it where `placeholder` has no room; the tooltip says the whole then."""
        super().__init__()
        self._words = placeholder, brief or placeholder
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self._glass = IconLabel(theme, "search")
        self._glass.setParent(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextMargins(24, 0, 0, 0)
        self._hint = QLabel(shortcut, self)
        self._hint.setProperty("kbd", "true")
        self.show_shortcut(shortcut)
        self.textChanged.connect(self._show_hint)

    def show_shortcut(self, shortcut: str) -> None:
        """Which keys lead here now, if any."""
        self._hint.setText(shortcut)
        self._show_hint()
        self._choose_words()

    def _show_hint(self) -> None:
        self._hint.setVisible(bool(self._hint.text()) and not self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the right end."""
        super().resizeEvent(event)
        self._glass.move(10, (self.height() - self._glass.height()) // 2)
        size = self._hint.sizeHint()
        x = self.width() - size.width() - 6
        self._hint.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        self._choose_words()

    def _choose_words(self) -> None:
        whole, brief = self._words
        room = self.width() - 24 - 20
        if not self._hint.isHidden():
            room -= self._hint.width()
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else brief)
        self.setToolTip("" if fits else whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears a search; on an empty field it goes on to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class CopyField(QWidget):
    """A read-only value in the fixed font with a button that copies it."""

    copied = Signal()

    def __init__(self, theme: Theme, name: str, value: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(value)
        self.line.setCursorPosition(0)
        self.line.setReadOnly(True)
        self.line.setProperty("mono", "true")
        self.line.setAccessibleName(name)
        self.button = Button(theme, self.tr("Copy"), "link", "copy")
        self.button.setAccessibleName(self.tr("Copy: {name}").format(name=name))
        self.button.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def set_value(self, value: str) -> None:
        """Show another value."""
        if value != self.line.text():
            self.button.setText(self.tr("Copy"))
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def value(self) -> str:
        """The value to copy."""
        return self.line.text()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.button.setText(self.tr("Copied"))
        self.copied.emit()


class SecretField(QWidget):
    """A password field with a button to show what was typed."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name = name
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setProperty("mono", "true")
        self.eye = IconButton(theme, "eye", self.tr("Show what is typed"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.set_name(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))


class FormField(QWidget):
    """A label above (or beside, see `beside`) a control, with a hint or a problem below it."""

    repaired = Signal()

    def __init__(
        self, theme: Theme, name: str, control: QWidget, hint: str = "", beside: int = 0
    ) -> None:
        """`beside` is the width of a label column; 0 puts the label above."""
        super().__init__()
        self._hint = hint
        self.control = control
        self.line = control if isinstance(control, QLineEdit) else getattr(control, "line", control)
        self.name = label(name, "strong" if not beside else "body", "text2", wrap=True)
        self.name.setBuddy(self.line)
        self.line.setAccessibleName(name)
        self.note = label(hint, "small", "text3", wrap=True)
        if not hint:
            self.note.hide()
        self.repair = Button(theme, "", "link")
        self.repair.hide()
        self.repair.clicked.connect(self.repaired)
        self._arrange(beside)

    def set_problem(self, text: str, repair: str = "") -> None:
        """Show a sentence below the field, with the repair as a link; "" takes both away."""
        self.note.setText(text or self._hint)
        self.note.setVisible(bool(text or self._hint))
        dress(self.note, tone="danger" if text else "text3")
        dress(self.line, problem="true" if text else "false")
        self.line.setAccessibleDescription(text or self._hint)
        self.repair.setText(repair)
        self.repair.setVisible(bool(text and repair))

    def mark(self, wrong: bool) -> None:
        """Only the red frame: the words stand somewhere else."""
        self.set_problem("")
        dress(self.line, problem="true" if wrong else "false")

    def problem(self) -> str:
        """The sentence shown as a problem, or ""."""
        return self.note.text() if self.line.property("problem") == "true" else ""

    def _arrange(self, beside: int) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.setContentsMargins(0, 0, 0, 0)
        if not beside:
            column.addWidget(self.name)
        column.addWidget(self.control)
        column.addWidget(self.note)
        column.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
        if not beside:
            self.setLayout(column)
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.name.setFixedWidth(beside)
        self.name.setMinimumHeight(32)
        self.name.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
