"""What a customer wrote through another program, and for whom it counts.

Where this console plays the customer, it knows what it sent, and nothing may stand there twice: all
that the portal tells of him is left alone. Elsewhere each message stands once, known by the
portal's number. Makes no calls.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from app.domain.dialog import Author, Delivery, Dialog, Message
from app.domain.events import CustomerWrote
from app.services.hearing import append_heard
from app.services.retention import is_forgotten
from app.services.transcript import Transcript

_PLACE = "connector = ? AND line = ? AND chat = ?"
#: A dialog that was found in the user's list does not tell whose its connector is: its customer is
#: heard, others of the connector are not.
_IS_OURS = (
    "SELECT EXISTS (SELECT 1 FROM registration WHERE connector = ?) "  # noqa: S608 - the condition is ours
    "OR EXISTS (SELECT 1 FROM dialog WHERE connector = ? AND found_upto IS NULL) "
    f"OR EXISTS (SELECT 1 FROM dialog WHERE {_PLACE})"
)
#: Those of a place that may be meant: events do not always name the portal's chat, and an answer
#: that has not come yet names neither.
_IS_PLAYED = (
    f"SELECT EXISTS (SELECT 1 FROM dialog WHERE {_PLACE} AND customer IS NOT NULL "  # noqa: S608 - the condition is ours
    "AND (? = 0 OR portal_chat IS NULL OR portal_chat = ?) "
    "AND (? IN ('', '0') OR portal_user IN ('', ?)))"
)


def counts(conn: Connection, event: CustomerWrote) -> bool:
    """Whether it was written through a channel of ours, by a customer who is not played here."""
    chat, user = event.portal_chat, event.user
    place = (event.connector, event.line, event.chat)
    if not _yes(conn, _IS_OURS, event.connector, event.connector, *place):
        return False
    return not _yes(conn, _IS_PLAYED, *place, chat, chat, user, user)


def strangers(events: Sequence[CustomerWrote], conn: Connection) -> set[int]:
    """The portal's numbers of those whose names are wanted and were not told."""
    nameless = [each for each in events if not each.name and each.author_id]
    return {each.author_id for each in nameless if counts(conn, each)}


def customer_wrote(transcript: Transcript, event: CustomerWrote, at: datetime, name: str) -> None:
    """Append it once. `name` is what is known of its author; a text that the portal calls edited,
    and the end of a message, hold for one that stands already.
    """
    if not counts(transcript.conn, event):
        return
    dialog = _named(transcript, _dialog_of(transcript, event), event.name or name)
    known = transcript.by_im(dialog.id, event.im)
    if known is not None:
        _changed(transcript, known, event, at)
    elif not event.deleted and not is_forgotten(transcript.conn, dialog.id, event.im, at):
        who = event.name or name or dialog.name
        message = Message(
            *(dialog.id, 0, Author.CUSTOMER, who, event.text, at),
            delivery=Delivery.SENT,
            im=event.im,
            attachments=event.attachments,
            author_id=event.author_id,
        )
        append_heard(transcript, message)


def _changed(transcript: Transcript, known: Message, event: CustomerWrote, at: datetime) -> None:
    if event.deleted:
        transcript.bury(known, at)
        return
    if event.attachments and not known.attachments:
        known = transcript.replace(replace(known, attachments=event.attachments))
    if event.edited:
        transcript.edit(known, event.text, at)


def _dialog_of(transcript: Transcript, event: CustomerWrote) -> Dialog:
    """The one of the portal's chat; else the one of which nothing else is known; a new one."""
    place = (event.connector, event.line, event.chat)
    open_to = ("portal_chat = ?", event.portal_chat), ("portal_chat IS NULL",), ("user = ''",)
    for condition, *values in open_to:
        here = f"{_PLACE} AND customer IS NULL AND {condition}"
        if found := transcript.dialogs(here, *place, *values):
            return _with_chat(transcript, found[-1], event.portal_chat)
    dialog = transcript.begin(*place, "", event.chat)
    return _with_chat(transcript, dialog, event.portal_chat)


def _with_chat(transcript: Transcript, dialog: Dialog, portal_chat: int) -> Dialog:
    if portal_chat and dialog.portal_chat is None:
        return transcript.put(replace(dialog, portal_chat=portal_chat))
    return dialog


def _named(transcript: Transcript, dialog: Dialog, name: str) -> Dialog:
    """A dialog that is known by its chat alone takes over the customer's name."""
    if name and dialog.name in ("", dialog.chat):
        return transcript.put(replace(dialog, name=name))
    return dialog


def _yes(conn: Connection, question: str, *values: object) -> bool:
    (answer,) = conn.execute(question, values).fetchone()
    return bool(answer)


def written(events: Iterable[object]) -> list[CustomerWrote]:
    """Those of events that tell of customers."""
    return [each for each in events if isinstance(each, CustomerWrote)]
