"""The whole text of a long message in a window of its own: plain, part by part, to read and copy.

Nothing of it is read as a format, and never more than one part is laid out.
"""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.links import without_overrides
from app.domain.long_texts import parts
from app.ui.style import Theme
from app.ui.widgets import Button, label

_WIDTH, _HEIGHT = 720, 560


class WholeText(QDialog):
    """Opened, never executed."""

    def __init__(self, parent: QWidget, theme: Theme, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("The whole message"))
        self._text, self._parts, self._number = text, list(parts(text)), 0
        self.field = QPlainTextEdit()
        self.field.setReadOnly(True)
        self.field.setAccessibleName(self.tr("Text of the message"))
        self.where = label("", "small", "text2")
        self.before = Button(theme, self.tr("Previous part"), icon="chevron-left")
        self.after = Button(theme, self.tr("Next part"), icon="chevron-right")
        self.copy = Button(theme, self.tr("Copy everything"), icon="copy")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self.before.clicked.connect(lambda: self._show(self._number - 1))
        self.after.clicked.connect(lambda: self._show(self._number + 1))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self.close_button.clicked.connect(self.accept)
        self._show(0)

    def _show(self, number: int) -> None:
        self._number = number
        self.field.setPlainText(without_overrides(self._parts[number]))
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < len(self._parts))
        locale, several = self.locale(), len(self._parts) > 1
        signs = self.tr("%Ln sign(s)", "", len(self._text))
        part = self.tr("Part {number} of {count}").format(
            number=locale.toString(number + 1), count=locale.toString(len(self._parts))
        )
        self.where.setText(f"{part} · {signs}" if several else signs)
        for button in (self.before, self.after):
            button.setVisible(several)

    def _arrange(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.field, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.where, 1)
        for button in (self.before, self.after, self.copy, self.close_button):
            row.addWidget(button)
        column.addLayout(row)
