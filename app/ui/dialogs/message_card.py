"""Everything that is known of one message, to read and to copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dialog import Message
from app.domain.links import neutral
from app.ui.dialogs.words import Words
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Button, label


class MessageCard(QDialog):
    """Names and values; opened, never executed."""

    def __init__(self, parent: QWidget, message: Message, words: Words, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Details of the message"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Details of the message"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value, mono) in enumerate(self._rows(message, words)):
            shown = label(value, "mono" if mono else "body", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name}: {value}")
            grid.addWidget(label(name, "body", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 1)
        column.addLayout(grid)
        close = Button(theme, self.tr("Close"))
        close.clicked.connect(self.accept)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(close)
        column.addLayout(row_of_buttons)

    def _rows(self, message: Message, words: Words) -> list[tuple[str, str, bool]]:
        deleted = words.moment(message.deleted_at) if message.deleted_at else ""
        why = explain_problem(message.problem) if message.problem else None
        rows = [
            (self.tr("Author"), words.author(message), False),
            (self.tr("Time"), words.moment(message.at), False),
            (self.tr("Delivery"), words.delivery(message.delivery), False),
            (self.tr("Deleted"), deleted, False),
            (self.tr("Edits"), str(len(message.edits)) if message.edits else "", False),
            (self.tr("Portal's message id"), str(message.im or ""), True),
            (self.tr("External ids"), ", ".join(message.external_ids), True),
            (self.tr("Position"), str(message.position), True),
        ]
        if why is not None:
            rows.append((self.tr("Problem"), f"{why.title} {why.text}".strip(), False))
            rows.append((self.tr("Code"), why.code, True))
            rows.append((self.tr("The portal says"), neutral(why.vendor), False))
        return [(name, neutral(value), mono) for name, value, mono in rows if value]
