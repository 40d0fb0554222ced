"""Questions to the person: awaited through a future, never with a nested loop."""

import asyncio

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.labels import label

_WIDTH = 440


class Prompt(QDialog):
    """A small window with a question, one confirming button and Cancel."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        confirm: str,
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self.confirm = _button(confirm, "danger-fill" if danger else "primary")
        self.cancel = _button(QCoreApplication.translate("Prompt", "Cancel"), "normal")
        self.line = QLineEdit()
        self.line.hide()
        self.text = label(text, "body", "text2", wrap=True)
        self.confirm.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (label(title, "title", wrap=True), self.text, self.line):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        column.addLayout(row)
        if danger:
            self.cancel.setFocus()
        else:
            self.confirm.setDefault(True)

    def sizeHint(self) -> QSize:
        """As high as the wrapped text needs: Qt would measure it before it knows the width."""
        return QSize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))

    def ask_for(self, name: str, typed: str | None = None, text: str = "") -> None:
        """Show the line; with `typed`, confirming needs exactly that text in it."""
        self.line.show()
        self.line.setAccessibleName(name)
        self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus()
        self.confirm.setDefault(True)
        if typed is not None:
            self.line.setPlaceholderText(typed)
            self.confirm.setEnabled(False)
            self.line.textChanged.connect(lambda now: self.confirm.setEnabled(now.strip() == typed))


async def ask(
    parent: QWidget,
    title: str,
    text: str,
    confirm: str,
    *,
    danger: bool = False,
    typed: str | None = None,
) -> bool:
    """Ask and wait; True when confirmed. `typed` must be typed first, for what cannot be undone."""
    prompt = Prompt(parent, title, text, confirm, danger=danger)
    if typed is not None:
        prompt.ask_for(text, typed)
    return await show(prompt)


async def ask_typed(parent: QWidget, title: str, text: str, word: str, confirm: str = "") -> bool:
    """Ask before something that cannot be undone; True when `word` was typed and confirmed.

    `confirm` is the button's word, a verb. The sentence that asks for the word is added here.
    """
    translate = QCoreApplication.translate
    told = translate("Prompt", "Type {word} to confirm.").format(word=word)
    return await ask(
        parent,
        title,
        f"{text}\n\n{told}" if text else told,
        confirm or translate("Prompt", "Confirm"),
        danger=True,
        typed=word,
    )


async def ask_text(
    parent: QWidget, title: str, text: str, confirm: str, value: str = ""
) -> str | None:
    """Ask for one line of text; None when cancelled."""
    prompt = Prompt(parent, title, text, confirm)
    prompt.ask_for(text, text=value)
    return prompt.line.text() if await show(prompt) else None


async def show(dialog: QDialog) -> bool:
    """Open any dialog and wait until it is closed; cancelling the waiter closes it."""
    done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def finish(code: int) -> None:
        if not done.done():
            done.set_result(bool(code))

    dialog.finished.connect(finish)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    try:
        return await done
    finally:
        dialog.close()
        dialog.deleteLater()


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(True)  # Enter presses the one that has the keyboard
    return button
