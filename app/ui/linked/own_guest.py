"""What an operator does with messages at the portal: change or delete an own one, like one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.dialog import Message
from app.ui.errors import Explained, explain
from app.ui.style import Theme
from app.ui.supervise.final_question import ask_final
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, FormField, label

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_WIDTH, _HEIGHT = 480, 320
_CHANGE = "change"


class OwnForm(QDialog):
    """The text of an own message. Stays open, with everything typed, until the portal has it."""

    submitted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Change the message"))
        self.resize(_WIDTH, _HEIGHT)
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        told = self.tr("The customer sees the new text where the channel can change messages.")
        self.field = FormField(theme, self.tr("Text"), self.text, told)
        self.error = ErrorPanel(theme)
        self.save = Button(theme, self.tr("Save"), "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.field, 1)
        column.addWidget(self.error)
        column.addLayout(row)
        self.text.setFocus()

    def show_error(self, explained: Explained) -> None:
        """What the portal said; what was typed stays."""
        self.error.show_error(explained)

    def _submit(self) -> None:
        if self.text.toPlainText().strip():
            self.error.clear()
            self.submitted.emit()
        else:
            self.field.set_problem(self.tr("The message is empty. To delete it, choose Delete."))


class OwnGuest(QObject):
    """Belongs to the Dialogs page."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk, self._messages = page, desk, desk.linked.messages
        self.form: OwnForm | None = None
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self._on_busy)

    def do(self, action: str, message: Message) -> None:
        """Something was chosen in a message's menu: edit, delete, like, unlike."""
        if action == "edit":
            self._open(message)
        elif action == "delete":
            self.tasks.start("ask", partial(self._delete, message))
        else:
            like = partial(self._messages.like, on=action == "like")
            self.tasks.start(action, partial(like, message.dialog, message.position))

    async def leave(self) -> None:
        """The portal is being left."""
        if self.form is not None:
            self.form.close()
        await self.tasks.close()

    def _open(self, message: Message) -> None:
        if self.form is not None:
            return
        self.form = OwnForm(self._page.window(), self._page.theme, message.text)
        self.form.submitted.connect(partial(self._submit, message))
        self.form.finished.connect(self._on_closed)
        self.form.open()

    def _submit(self, message: Message) -> None:
        if self.form is not None:
            self.tasks.start(_CHANGE, partial(self._change, message, self.form))

    async def _change(self, message: Message, form: OwnForm) -> None:
        text = form.text.toPlainText().strip()
        await self._messages.update(message.dialog, message.position, text)
        if form is self.form:
            form.accept()

    async def _delete(self, message: Message) -> None:
        title = self.tr("Delete your message?")
        text = self.tr(
            "It is deleted at the portal, and for the customer where the channel can delete. Its "
            "text stays in the journal here."
        )
        dialog, words = self._desk.dialogs.get(message.dialog), (title, text, self.tr("Delete"))
        if dialog and await ask_final(self._page, self._desk.profile, dialog, words):
            await self._messages.delete(message.dialog, message.position)

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _CHANGE and self.form is not None:
            self.form.save.set_busy(busy)

    def _on_failed(self, name: str, error: object) -> None:
        if not isinstance(error, BaseException):
            return
        if name == _CHANGE and self.form is not None:
            self.form.show_error(explain(error))
        else:
            self._page.conversation.error.show_error(explain(error))

    def _on_closed(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
