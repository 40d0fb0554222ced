"""Rows of the journal that did not come out of the queue: the user's own events, and what was seen
in histories. How they are put together, and what they mean.

Understanding never raises: what cannot be understood becomes `Unreadable`.
"""

import hashlib
from collections.abc import Callable, Mapping

from app.bitrix.history import HistoryMessage, read_message
from app.bitrix.im_events import ImEvent, Place, place_of
from app.bitrix.queue_rows import QueueRow
from app.bitrix.wire import (
    UNKNOWN_TIME,
    Json,
    as_int,
    as_map,
    as_text,
    as_time,
    encode,
    lower,
)
from app.domain.events import (
    CustomerWrote,
    DialogFinished,
    DialogStarted,
    Event,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
    QueuedEvent,
    Unreadable,
)

#: Where a row came from, as the journal keeps it.
QUEUE, IM, HISTORY = "queue", "im", "history"
#: What a person read of the time before anything was known; no other program is told of it.
EARLIER = "earlier"
#: Our own names of rows: a message as it was seen, a session as it was seen.
SEEN, SESSION = "HISTORY", "SESSION"
#: Session states of the portal from this on are ends: closed, spam, a double.
CLOSED = 60

_ADD, _UPDATE, _DELETE = "ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2MESSAGEDELETE"


def row_of_event(event: ImEvent) -> QueueRow:
    """A row of one of the user's own events."""
    return QueueRow(event.id, event.type, _digest(event.raw), "", error=False, raw=event.raw)


def row_of_message(place: Place, message: HistoryMessage) -> QueueRow:
    """A row of a message as it stands now; the same state gives the same row."""
    raw = encode({"chat": _chat(place), **message.raw})
    state = (message.text, message.edited, message.deleted, message.external_ids)
    where = (place.portal_chat, place.connector, place.line, place.chat)
    whole = (*where, *state, message.file_names)
    digest = _digest(repr(whole).encode("utf-8", "replace"))
    return QueueRow(message.im, SEEN, digest, "", error=False, raw=raw)


def row_of_session(place: Place, session: int, status: int, seen: str) -> QueueRow:
    """A row of a session that was seen open or closed, at the portal's time `seen`."""
    shown: Json = {"id": session, "status": status, "date": seen}
    state = "closed" if status >= CLOSED else "open"
    raw = encode({"chat": _chat(place), "session": shown})
    return QueueRow(session, SESSION, f"{place.portal_chat}.{state}", "", error=False, raw=raw)


def read_im_row(row: Mapping[str, Json], origin: str) -> QueuedEvent:
    """What one of the user's own events means."""
    name = as_text(row.get("type")).upper()
    data = lower(row.get("data"))
    at = as_time(row.get("date")) or UNKNOWN_TIME
    place = place_of(data.get("chat"))
    number = as_int(row.get("eventid"), 0) or 0
    if place is None:
        return QueuedEvent(number, name, at, (Unreadable("the event names no open line"),))
    reader = _READERS.get(name)
    events = () if reader is None else reader(place, data, origin)
    return QueuedEvent(number, name, at, events)


def read_seen_row(row: Mapping[str, Json], origin: str) -> QueuedEvent:
    """What was seen in a history."""
    place = _read_place(lower(row.get("chat")))
    if place is None:
        return QueuedEvent(0, SEEN, UNKNOWN_TIME, (Unreadable("the row names no chat"),))
    if "session" in row:
        return _session_seen(place, lower(row.get("session")))
    author, files = as_map(row.get("author")), as_map(row.get("files"))
    people = {as_int(author.get("id"), 0) or 0: author}
    known = {as_int(as_map(each).get("id"), 0) or 0: as_map(each) for each in files.values()}
    message = read_message(as_map(row.get("message")), people, known, origin=origin)
    if message is None:
        return QueuedEvent(0, SEEN, UNKNOWN_TIME, (Unreadable("the message has no id"),))
    return QueuedEvent(message.im, SEEN, message.at, _told(place, message))


def _session_seen(place: Place, session: Mapping[str, Json]) -> QueuedEvent:
    number, status = as_int(session.get("id"), 0) or 0, as_int(session.get("status"), 0) or 0
    kind = DialogFinished if status >= CLOSED else DialogStarted
    where = (place.connector, place.line, place.chat)
    event = kind(*where, user="", session=number, portal_chat=place.portal_chat)
    return QueuedEvent(number, SESSION, as_time(session.get("date")) or UNKNOWN_TIME, (event,))


def _added(place: Place, data: Mapping[str, Json], origin: str) -> tuple[Event, ...]:
    message = _message_of(data, origin)
    if message is None:
        return (Unreadable("the message has no id"),)
    if message.customer or not message.outgoing:
        return _told(place, message)
    return (
        MessageAdded(
            *(place.connector, place.line, place.chat, place.portal_chat),
            im=message.im,
            user_id=message.author_id,
            text=message.text,
            attachments=message.files,
            signed=False,
        ),
    )


def _updated(place: Place, data: Mapping[str, Json], origin: str) -> tuple[Event, ...]:
    message = _message_of(data, origin)
    if message is None:
        return (Unreadable("the message has no id"),)
    return _told(place, message)


def _deleted(place: Place, data: Mapping[str, Json], _origin: str) -> tuple[Event, ...]:
    number = as_int(data.get("messageid"), 0) or 0
    if not number:
        return (Unreadable("the message has no id"),)
    where = (place.connector, place.line, place.chat, place.portal_chat)
    return (MessageDeleted(*where, im=number, external_ids=()),)


def _message_of(data: Mapping[str, Json], origin: str) -> HistoryMessage | None:
    user = as_map(data.get("user"))
    message = as_map(data.get("message"))
    people = {as_int(user.get("id"), 0) or 0: user}
    return read_message(message, people, {}, origin=origin)


def _told(place: Place, message: HistoryMessage) -> tuple[Event, ...]:
    """How it stands, whoever wrote it; notes between colleagues are not told."""
    if message.customer:
        return (_written(place, message),)
    return (_seen(place, message),) if message.outgoing else ()


def _written(place: Place, message: HistoryMessage) -> CustomerWrote:
    return CustomerWrote(
        *(place.connector, place.line, place.chat),
        user="",
        portal_chat=place.portal_chat,
        im=message.im,
        text=message.text,
        attachments=message.files,
        author_id=message.author_id,
        name=as_text(lower(message.raw.get("author")).get("name")).strip(),
        edited=message.edited,
        deleted=message.deleted,
    )


def _seen(place: Place, message: HistoryMessage) -> MessageSeen:
    return MessageSeen(
        *(place.connector, place.line, place.chat, place.portal_chat),
        im=message.im,
        user_id=message.author_id,
        text=message.text,
        attachments=message.files,
        external_ids=message.external_ids,
        edited=message.edited,
        deleted=message.deleted,
    )


def _chat(place: Place) -> dict[str, Json]:
    return {
        "id": place.portal_chat,
        "connector": place.connector,
        "line": place.line,
        "chat": place.chat,
    }


def _read_place(chat: Mapping[str, Json]) -> Place | None:
    number, line = as_int(chat.get("id"), 0) or 0, as_int(chat.get("line"))
    connector, external = as_text(chat.get("connector")), as_text(chat.get("chat"))
    if not number or line is None or not connector or not external:
        return None
    return Place(number, connector, line, external)


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:32]


_READERS: dict[str, Callable[[Place, Mapping[str, Json], str], tuple[Event, ...]]] = {
    _ADD: _added,
    _UPDATE: _updated,
    _DELETE: _deleted,
}
