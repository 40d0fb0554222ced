"""Requests of the composer that are shown and changed before they are sent. Knows no widget."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.content import Words
from app.domain.dialog import Message
from app.services.message_requests import (
    MessageRequest,
    delete_request,
    payload_of,
    send_request,
    text_of,
    update_request,
    words_of,
)
from app.ui.dialogs.drafts import Draft
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.composer_presenter import ComposerPresenter


@dataclass(frozen=True, slots=True)
class Shown:
    """A request with what it was made of: whatever is opened meanwhile, it goes where it belongs.

    `words` for a new message, `edited` for one that is changed.
    """

    request: MessageRequest
    key: Draft
    text: str
    words: Words | None = None
    edited: Message | None = None


class ComposerRequests(QObject):
    """Belongs to the composer's presenter."""

    def __init__(self, desk: "Desk", tasks: Tasks, composer: "ComposerPresenter") -> None:
        super().__init__(composer)
        self._desk, self._tasks, self._composer = desk, tasks, composer

    def shown(self, text: str) -> Shown | None:
        """What would be sent now; None where an operator writes, or nobody can."""
        composer = self._composer
        dialog, writer, key = composer.dialog, composer.writer, composer.key()
        if dialog is None or writer is None or key is None or composer.is_operator:
            return None
        edited, said = composer.editing, text.strip()
        if edited is not None:
            return Shown(update_request(dialog, writer, edited, said), key, text, edited=edited)
        words = Words(writer, said, composer.content.content(key, dialog))
        request = send_request(dialog.connector, dialog.line, [words], datetime.now(UTC))
        return Shown(request, key, text, words=words)

    def send(self, shown: Shown, request: MessageRequest) -> None:
        """Send exactly this."""
        self._tasks.start("send", partial(self._send, shown, request))

    def deletion(self, message: Message) -> MessageRequest | None:
        """What would be sent to delete a customer's message; None where nobody knows who he is."""
        dialog, customer = self._composer.dialog, self._composer.customer
        if dialog is None or customer is None:
            return None
        return delete_request(dialog, message.writer or customer.id, message)

    def delete(self, message: Message, request: MessageRequest) -> None:
        """Delete a message by exactly this request."""
        name = f"delete {message.dialog} {message.position}"
        self._tasks.start(name, partial(self._delete, message, payload_of(request)))

    async def _send(self, shown: Shown, request: MessageRequest) -> None:
        outbox, place = self._desk.outbox, shown.key.dialog
        if shown.edited is not None:
            edited, text = shown.edited, text_of(request)
            await outbox.edit(place, edited.position, text, payload_of(request))
        elif shown.words is not None:
            (words,) = words_of(request, [shown.words])
            await outbox.send(place, words.text, words.content)
            self._composer.content.take_away(shown.key, shown.words.content.attachments)
        self._composer.end(shown.key, shown.text, shown.edited)

    async def _delete(self, message: Message, payload: str) -> None:
        await self._desk.outbox.delete(message.dialog, message.position, payload)
