"""Decides as whom the composer writes, and sends. Knows no widget and no words."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.content import PLAIN, Content
from app.domain.dialog import (
    Attachment,
    Author,
    Customer,
    Delivery,
    Dialog,
    DialogId,
    Message,
)
from app.ui.dialogs.composer_content import ComposerContent
from app.ui.dialogs.composer_requests import ComposerRequests
from app.ui.dialogs.composer_words import ComposerWords
from app.ui.dialogs.drafts import Draft, Drafts
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

CUSTOMER, OPERATOR = Author.CUSTOMER.value, Author.OPERATOR.value
_OTHER = {CUSTOMER: OPERATOR, OPERATOR: CUSTOMER}


class ComposerPresenter(QObject):
    """One composer for all dialogs. `state_changed` after every change of what may be done."""

    state_changed = Signal()
    text_shown = Signal(str)  # put this text into the field
    text_sent = Signal(str)  # take this text out of the field
    sent = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._drafts = Drafts(desk.dialogs, tasks, self)
        self.content = ComposerContent(desk, tasks, self)
        self.content.changed.connect(self.state_changed)
        self.requests = ComposerRequests(desk, tasks, self)
        self.words = ComposerWords(desk, self)
        self._authors: dict[DialogId, str] = {}
        self.dialog: Dialog | None = None
        self.editing: Message | None = None
        stop = desk.outbox.changed.connect(lambda _: self.state_changed.emit())
        self.destroyed.connect(stop)
        tasks.busy_changed.connect(self._on_busy_changed)

    @property
    def author(self) -> str:
        """ "customer" or "operator"; where nobody plays the customer, the operator."""
        if self.dialog is None or self.editing is not None:
            return CUSTOMER
        return self._authors.get(self.dialog.id, CUSTOMER if self.customer else OPERATOR)

    @property
    def is_operator(self) -> bool:
        """Whether an operator writes."""
        return self.author == OPERATOR

    @property
    def customer(self) -> Customer | None:
        """The customer of the open dialog, as the console plays him."""
        return self._desk.dialogs.customer(self.dialog.id) if self.dialog else None

    @property
    def writer(self) -> Customer | None:
        """Who writes as a customer: the one who is chosen in a group, or the dialog's own; for a
        message that is changed, the one who wrote it.
        """
        if self.editing is not None and self.editing.writer:
            writers = self.content.writers(self.dialog)
            return next((each for each in writers if each.id == self.editing.writer), self.customer)
        chosen = self.content.writer(self.dialog) if self.editing is None else None
        return chosen or self.customer

    @property
    def files(self) -> tuple[Attachment, ...]:
        """What is attached to the text that is being written."""
        return self.content.files(self.key())

    @property
    def is_busy(self) -> bool:
        """Whether a text is on its way to the disk."""
        return self._tasks.is_busy("send")

    @property
    def needs_customer(self) -> bool:
        """Whether nobody has said yet who the customer is."""
        return self.dialog is not None and self.author == CUSTOMER and self.customer is None

    @property
    def other_has_draft(self) -> bool:
        """Whether the other one has begun something in the open dialog, too."""
        if self.dialog is None or self.editing is not None:
            return False
        text = self._drafts.known(Draft(self.dialog.id, _OTHER[self.author]))
        return bool(text and text.strip())

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be sent to this portal at all."""
        return self._desk.profile.read_only

    def reason(self) -> str:
        """Why nothing can be written now, or ""."""
        return self.words.reason()

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or the open one has changed."""
        other = (dialog and dialog.id) != (self.dialog and self.dialog.id)
        self.dialog = dialog
        if other:
            self.editing = None
            self._recall()
            self.content.open(dialog)
        self.state_changed.emit()

    def attach(self, attachment: Attachment) -> None:
        """A file with an address goes with the next message."""
        self.content.attach(self.key(), attachment)

    def hand_over(self, path: Path) -> None:
        """A file of this machine goes with the next message, through the sandbox."""
        self.content.hand_over(self.key(), path)

    def detach(self, number: int) -> None:
        """A file does not go with it after all."""
        self.content.detach(self.key(), number)

    def switch(self) -> None:
        """Write as the other one."""
        if self.dialog is not None and self.editing is None:
            self._write_as(_OTHER[self.author], self.dialog.id)

    def write_as_operator(self, dialog: DialogId) -> None:
        """The user has it now, or sits in it: what he says is not the customer's."""
        if self._authors.get(dialog) != OPERATOR:
            self._write_as(OPERATOR, dialog)

    def edit(self, message: Message) -> None:
        """Change a customer's message instead of writing a new one."""
        if can_change(message):
            self.editing = message
            key = self.key()
            known = self._drafts.known(key) if key else None
            self.text_shown.emit(known or message.text)
            self.state_changed.emit()

    def stop_editing(self) -> None:
        """Back to the draft."""
        key = self.key()
        if self.editing is not None and key is not None:
            self._drafts.note(key, "")
            self.editing = None
            self._recall()
            self.state_changed.emit()

    def typed(self, text: str) -> None:
        """The field holds this now."""
        key = self.key()
        if key is not None:
            self._drafts.note(key, text)

    def send(self, text: str) -> None:
        """Send, reply or edit. The text stays where it is until it is on the disk."""
        key = self.key()
        if key is not None and (text.strip() or self.files) and not self.reason():
            content = PLAIN if self.dialog is None else self.content.content(key, self.dialog)
            self._tasks.start("send", partial(self._send, key, self.editing, text, content))

    def can_take_back(self, message: Message) -> bool:
        """Whether a reply has not left yet and waits for somebody to think better of it."""
        waits = message.delivery is Delivery.QUEUED and message.author is Author.OPERATOR
        return waits and self._desk.outbox.pauses.left(message.dialog, message.position) > 0

    def take_back(self, position: int) -> None:
        """A reply of the open dialog becomes the text in the field again."""
        if self.dialog is not None:
            name = f"take back {self.dialog.id} {position}"
            self._tasks.start(name, partial(self._take_back, self.dialog.id, position))

    async def save(self) -> None:
        """Put every draft on the disk."""
        await self._drafts.save()

    async def _send(self, key: Draft, edited: Message | None, text: str, content: Content) -> None:
        outbox, words = self._desk.outbox, text.strip()
        if edited is not None:
            await outbox.edit(key.dialog, edited.position, words)
        elif key.author == OPERATOR:
            await outbox.reply(key.dialog, words, pause=outbox.pauses.seconds)
        else:
            await outbox.send(key.dialog, words, content)
            self.content.take_away(key, content.attachments)
        self.end(key, text, edited)

    async def _take_back(self, dialog: DialogId, position: int) -> None:
        key = Draft(dialog, OPERATOR)
        behind = await self._drafts.read(key)
        draft = await self._desk.outbox.take_back(dialog, position, behind)
        self._drafts.note(key, draft.removesuffix(behind) + (self._drafts.known(key) or ""))
        self._write_as(OPERATOR, dialog)

    def _write_as(self, author: str, dialog: DialogId) -> None:
        self._authors[dialog] = author
        if self.dialog is not None and self.dialog.id == dialog and self.editing is None:
            self._recall()
            self.state_changed.emit()

    def end(self, key: Draft, text: str, edited: Message | None) -> None:
        """It is on the disk: the field is free for the next one."""
        self._drafts.take_away(key, text)
        if key == self.key():
            self.text_sent.emit(text)
            if edited is not None:
                self.stop_editing()
            else:
                self.sent.emit()

    def key(self) -> Draft | None:
        """Whose text is in the field."""
        if self.dialog is None:
            return None
        if self.editing is not None:
            return Draft(self.dialog.id, f"edit:{self.editing.position}")
        return Draft(self.dialog.id, self.author)

    def _recall(self) -> None:
        key = self.key()
        known = self._drafts.known(key) if key is not None else ""
        self.text_shown.emit(known or "")
        if key is not None:
            self._tasks.start(f"draft {key}", partial(self._read, key))

    async def _read(self, key: Draft) -> None:
        if self._drafts.known(key) is None:
            text = await self._drafts.read(key)
            if key == self.key() and text:
                self.text_shown.emit(text)
        if key.author in _OTHER:
            await self._offer_other(key)

    async def _offer_other(self, key: Draft) -> None:
        """What the other one has begun is offered; where nothing was begun as this one, the other
        one goes on.
        """
        other = Draft(key.dialog, _OTHER[key.author])
        text = await self._drafts.read(other)
        if not text or key != self.key():
            return
        if not self._drafts.known(key) and key.dialog not in self._authors:
            self._authors[key.dialog] = other.author
            self._recall()
        self.state_changed.emit()

    def _on_busy_changed(self, name: str, _busy: bool) -> None:
        if name == "send":
            self.state_changed.emit()


def can_change(message: Message) -> bool:
    """Whether a message can be edited or deleted from here."""
    known = message.delivery not in (Delivery.SENDING, Delivery.UNKNOWN)
    is_own = message.author is Author.CUSTOMER and bool(message.external_ids)
    return is_own and message.deleted_at is None and known
