"""What each event means for dialogs and messages, whatever its source.

Every rule here can be applied twice with the effect of once: the portal may deliver a row again
under another number, two sources may tell of the same message, and some effects were already
applied when our own call caused them. A message is known by its chat and the portal's
number. What was deleted because of its age is not brought back.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.bitrix.wire import UNKNOWN_TIME
from app.domain.dialog import Attachment, Author, Delivery, DialogState, Message
from app.domain.events import (
    CustomerWrote,
    DialogFinished,
    DialogStarted,
    Event,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
    MessageUpdated,
    QueuedEvent,
    StatusDeleted,
    Unreadable,
)
from app.domain.portal import User
from app.domain.receipts import Receipts
from app.domain.signature import Signature, read_signature
from app.services.customer_rules import customer_wrote
from app.services.event_places import (
    chat_of,
    dialog_of,
    is_past,
    known_dialog,
    meant_message,
    own_reply,
)
from app.services.hearing import append_heard
from app.services.receipts import receive
from app.services.retention import is_forgotten, is_old
from app.services.session_rules import (
    disconnected,
    finish_session,
    line_deleted,
    start_session,
)
from app.services.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Applier:
    """The rules, with what they have to know: names, signatures, time, whether to acknowledge, and
    how far the portal's clock is `ahead`: what it tells is put on the console's.
    """

    person: Callable[[int], User | None]
    signed: Callable[[str], bool]
    now: datetime
    receipts: Receipts | None
    ahead: timedelta = timedelta()

    def apply(self, transcript: Transcript, queued: QueuedEvent) -> str:
        """Apply a row of the queue. Answers why some of it could not be understood, or ""."""
        at = self.now if queued.at == UNKNOWN_TIME else queued.at - self.ahead
        for event in queued.events:
            self.apply_one(transcript, event, at, queued.caused_by)
        unreadable = [each.reason for each in queued.events if isinstance(each, Unreadable)]
        return "; ".join(unreadable)

    def apply_one(
        self, transcript: Transcript, event: Event, at: datetime, caused_by: int = 0
    ) -> None:
        """Apply one event; `caused_by` is the portal user who brought it about, 0 for nobody."""
        match event:
            case MessageAdded():
                self._added(transcript, event, at)
            case MessageSeen():
                self._seen(transcript, event, at)
            case CustomerWrote():
                customer_wrote(transcript, event, at, self._name(event.author_id))
            case MessageUpdated():
                self._updated(transcript, event, at)
            case MessageDeleted():
                _deleted(transcript, event, at, self._name(caused_by))
            case DialogStarted() | DialogFinished() if is_past(transcript, event, at):
                pass
            case StatusDeleted() if is_old(transcript.conn, at):
                pass
            case DialogStarted():
                start_session(transcript, dialog_of(transcript, event), event.session, at)
            case DialogFinished():
                finish_session(transcript, dialog_of(transcript, event), event.session, at)
            case StatusDeleted():
                disconnected(transcript, event, at)
            case LineDeleted():
                line_deleted(transcript, event, at)
            case Unreadable():
                pass

    def _added(self, transcript: Transcript, event: MessageAdded, at: datetime) -> None:
        dialog = chat_of(transcript, event)
        known = transcript.by_im(dialog.id, event.im)
        if known is not None:
            _with_files(transcript, known, event.attachments)
            return
        if is_forgotten(transcript.conn, dialog.id, event.im, at):
            return
        author, name, text = self._written(event)
        own = own_reply(transcript, dialog, text)
        if own is not None:
            got, user = Delivery.RECEIVED, event.user_id
            own = replace(own, im=event.im, delivery=got, problem=None, author_id=user)
            message = transcript.replace(own)
            transcript.answered(message)
        else:
            message = Message(
                *(dialog.id, 0, author, name, text, at),
                delivery=Delivery.RECEIVED,
                im=event.im,
                attachments=event.attachments,
                author_id=event.user_id,
            )
            message = append_heard(transcript, message)
        _taken(transcript, message)
        if self.receipts is not None:
            receive(transcript, message, self.now, self.receipts)

    def _seen(self, transcript: Transcript, event: MessageSeen, at: datetime) -> None:
        """A message that is new to us is like one that was added, unless it is gone already:
        nothing is said about a message that we never saw. One with external ids was acknowledged.
        """
        dialog = known_dialog(transcript, event)
        message = None if dialog is None else transcript.by_im(dialog.id, event.im)
        if message is not None:
            self._changed(transcript, message, event)
        elif not event.deleted and not event.external_ids:
            self._added(transcript, _as_added(event), at)
        elif not event.deleted:
            self._found(transcript, event, at)

    def _changed(self, transcript: Transcript, message: Message, event: MessageSeen) -> None:
        """Nobody tells when it was changed: now at the latest. Sources spell a text differently, so
        only one that the portal calls edited counts.
        """
        if event.deleted:
            transcript.bury(message, self.now)
            return
        message = _with_files(transcript, message, event.attachments)
        if event.edited:
            transcript.edit(message, event.text, self.now)

    def _found(self, transcript: Transcript, event: MessageSeen, at: datetime) -> None:
        """A message that was acknowledged before this console heard of it, or by our own call whose
        answer was lost.
        """
        dialog = chat_of(transcript, event)
        own = transcript.by_external_ids(dialog.id, event.external_ids)
        if own is not None or is_forgotten(transcript.conn, dialog.id, event.im, at):
            return
        author, name, text = self._written(_as_added(event))
        message = Message(
            *(dialog.id, 0, author, name, text, at),
            delivery=Delivery.DELIVERED,
            im=event.im,
            external_ids=event.external_ids,
            attachments=event.attachments,
            author_id=event.user_id,
        )
        _taken(transcript, append_heard(transcript, message))

    def _written(self, event: MessageAdded) -> tuple[Author, str, str]:
        """Who wrote it, under which name, and the text without that name."""
        author, known_as = self._author(event.user_id), self._name(event.user_id)
        if not event.signed:
            return author, known_as, event.text
        name, text = self._unsigned(event, author, known_as)
        return author, name or known_as, text

    def _updated(self, transcript: Transcript, event: MessageUpdated, at: datetime) -> None:
        dialog = chat_of(transcript, event)
        message = meant_message(transcript, dialog, event)
        author = Author.OPERATOR if message is None else message.author
        name, text = self._unsigned(event, author, "" if message is None else message.author_name)
        if message is not None:
            transcript.edit(message, text, at)
            return
        if is_forgotten(transcript.conn, dialog.id, event.im, at):
            return
        unknown = Message(
            *(dialog.id, 0, author, name, text, at),
            delivery=Delivery.DELIVERED,
            im=event.im,
            external_ids=event.external_ids,
        )
        append_heard(transcript, unknown)

    def _unsigned(
        self, event: MessageAdded | MessageUpdated, author: Author, known_as: str
    ) -> tuple[str, str]:
        """The operator's name in front of the text, and the rest. Automatic texts carry none."""
        if author is Author.SYSTEM or not self.signed(event.connector):
            return "", event.text
        front = read_signature(event.text, (known_as,), signed=True)
        return front.name if front.verdict is Signature.REAL else "", front.rest

    def _name(self, user: int) -> str:
        person = self.person(user)
        return "" if person is None else person.name

    def _author(self, user: int) -> Author:
        if user == 0:
            return Author.SYSTEM
        person = self.person(user)
        return Author.BOT if person is not None and person.bot else Author.OPERATOR


def _as_added(event: MessageSeen) -> MessageAdded:
    where = (event.connector, event.line, event.chat, event.portal_chat)
    written = (event.im, event.user_id, event.text, event.attachments)
    return MessageAdded(*where, *written, signed=False)


def _with_files(transcript: Transcript, message: Message, files: tuple[Attachment, ...]) -> Message:
    """One source names a message's files, another only says that there are some."""
    if not files or message.attachments:
        return message
    return transcript.replace(replace(message, attachments=files))


def _taken(transcript: Transcript, message: Message) -> None:
    """An operator who writes has the dialog: it is open, even if nobody told when it began."""
    dialog = transcript.dialog(message.dialog)
    if message.author is Author.OPERATOR and dialog.state is DialogState.NEW:
        transcript.put(replace(dialog, state=DialogState.OPEN))


def _deleted(transcript: Transcript, event: MessageDeleted, at: datetime, by: str) -> None:
    """Nothing is said about a message that we never saw."""
    dialog = known_dialog(transcript, event)
    message = None if dialog is None else meant_message(transcript, dialog, event)
    if message is not None:
        transcript.bury(message, at, by)
