"""Understands rows of the journal: the queue's seven events in every shape that portals send, and
by `chat_rows` what other sources brought.

Never raises. What cannot be understood becomes `Unreadable` with the reason, next to whatever else
the row holds. Knows no queue and no portal.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from app.bitrix.chat_rows import EARLIER, HISTORY, IM, QUEUE, read_im_row, read_seen_row
from app.bitrix.items import Item, MissingError, read_line, unpacked
from app.bitrix.wire import (
    UNKNOWN_TIME,
    Json,
    as_bool,
    as_id,
    as_int,
    as_list,
    as_text,
    as_time,
    lower,
)
from app.bitrix.wire import decode as read_json
from app.domain.binding import OPEN_LINE_EVENTS
from app.domain.events import (
    CustomerWrote,
    DialogFinished,
    DialogStarted,
    Event,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageUpdated,
    QueuedEvent,
    StatusDeleted,
    Unreadable,
)

#: Of every channel and of both sides; a message stands in it at once.
_LINE_MESSAGE = "ONOPENLINEMESSAGEADD"

_T = TypeVar("_T")


def decode(row: Json | bytes, source: str = QUEUE, *, origin: str = "") -> QueuedEvent:
    """A row as JSON text or as the object that it holds; `source` is where it came from.

    `origin` is the portal's address: files with a relative link are meant to lie there.
    """
    try:
        value = _parsed(row)
    except ValueError:
        return _unreadable("the row is no JSON")
    if not isinstance(value, Mapping):
        return _unreadable("the row is no object")
    read = {IM: read_im_row, HISTORY: read_seen_row, EARLIER: read_seen_row}.get(source, _row)
    return read(lower(value), origin)


def _parsed(row: Json | bytes) -> Json:
    if isinstance(row, str):
        row = row.encode("utf-8", "replace")
    return read_json(row) if isinstance(row, bytes) else row


def _unreadable(reason: str) -> QueuedEvent:
    return QueuedEvent(0, "", UNKNOWN_TIME, (Unreadable(reason),))


def _row(row: Mapping[str, Json], origin: str) -> QueuedEvent:
    name = as_text(row.get("event_name")).strip().upper()
    cause = lower(row.get("event_additional")).get("user_id")
    return QueuedEvent(
        row=as_int(row.get("id"), 0) or 0,
        name=name,
        at=as_time(row.get("timestamp_x")) or UNKNOWN_TIME,
        events=tuple(_events(name, unpacked(row.get("event_data")), origin)),
        caused_by=as_int(cause, 0) or 0,
        message_id=as_id(row.get("message_id")),
    )


def _events(name: str, data: Json, origin: str) -> Iterator[Event]:
    if name == "ONIMCONNECTORLINEDELETE":
        yield _guarded(_line_deleted, data)
    elif name == "ONIMCONNECTORSTATUSDELETE":
        yield _guarded(_status_deleted, data)
    elif name in _READERS:
        yield from _items(_READERS[name], data, origin)
    elif name == _LINE_MESSAGE:
        yield from _line_messages(data, origin)
    elif name not in OPEN_LINE_EVENTS:  # those are kept as they came; nothing is done with them
        yield Unreadable(f"unknown event {name[:60]}" if name else "the event has no name")


def _items(read: Callable[[Item], Event], data: Json, origin: str) -> Iterator[Event]:
    outer = lower(data)
    items = _item_list(outer)
    if not items:
        yield Unreadable("the portal sent no data with the event")
    for inner in items:
        yield _guarded(read, Item(outer, lower(unpacked(inner)), origin))


def _line_messages(data: Json, origin: str) -> Iterator[Event]:
    """What customers write. What goes out to them is told by the connector's events."""
    outer = lower(data)
    single = not as_list(unpacked(outer.get("data")))
    for inner in _item_list(outer):
        item = Item(outer, lower(unpacked(inner)), origin)
        if _comes_in(item, single=single):
            yield _guarded(_customer_wrote, item)


def _comes_in(item: Item, *, single: bool) -> bool:
    """The server names the connector outside of what goes out, and wraps what comes in as a single
    item. The vendor's page has one shape for both: there a customer writes under the number of the
    chat's key, which the chats of groups do not have.
    """
    if as_id(item.outer.get("connector")) or as_bool(item.message.get("system")):
        return False
    author = as_id(item.message.get("user_id"))
    return single or (bool(author) and author == as_id(item.place.get("user_id")))


def _customer_wrote(item: Item) -> CustomerWrote:
    number = as_int(item.message.get("id"), 0) or 0
    if not number:
        raise MissingError("the event has no message id")
    named = as_id(lower(item.inner.get("chat")).get("id"))
    return CustomerWrote(
        connector=item.connector,
        line=item.line,
        chat=item.chat,
        user=as_id(item.place.get("user_id")),
        portal_chat=0 if named == item.chat else as_int(named, 0) or 0,
        im=number,
        text=item.text,
        attachments=item.files,
        author_id=as_int(item.message.get("user_id"), 0) or 0,
    )


def _item_list(outer: Mapping[str, Json]) -> list[Json]:
    """`MESSAGES` or `DATA`, a list, a list with gaps, or a single item."""
    for key in ("messages", "data"):
        value = unpacked(outer.get(key))
        items = as_list(value)
        if not items and isinstance(value, Mapping) and value:
            items = [value]
        if items:
            return items
    return []


def _guarded(read: Callable[[_T], Event], value: _T) -> Event:
    try:
        return read(value)
    except MissingError as error:
        return Unreadable(str(error))


def _message_added(item: Item) -> Event:
    return MessageAdded(
        connector=item.connector,
        line=item.line,
        chat=item.chat,
        portal_chat=item.portal_chat,
        im=item.im,
        user_id=as_int(item.message.get("user_id"), 0) or 0,
        text=item.text,
        attachments=item.files,
    )


def _message_updated(item: Item) -> Event:
    return MessageUpdated(
        connector=item.connector,
        line=item.line,
        chat=item.chat,
        portal_chat=item.portal_chat,
        im=item.im,
        external_ids=item.external_ids,
        text=item.text,
    )


def _message_deleted(item: Item) -> Event:
    return MessageDeleted(
        connector=item.connector,
        line=item.line,
        chat=item.chat,
        portal_chat=item.portal_chat,
        im=item.im,
        external_ids=item.external_ids,
    )


def _dialog_started(item: Item) -> Event:
    return DialogStarted(item.connector, item.line, item.chat, item.user, item.session)


def _dialog_finished(item: Item) -> Event:
    return DialogFinished(item.connector, item.line, item.chat, item.user, item.session)


def _status_deleted(data: Json) -> Event:
    item = Item(lower(data), {}, "")
    return StatusDeleted(item.connector, item.line)


def _line_deleted(data: Json) -> Event:
    """A bare number; some builds may wrap it."""
    if isinstance(data, Mapping):
        outer = lower(data)
        data = outer.get("line", outer.get("id", outer.get("data", outer.get("0"))))
    elif isinstance(data, list) and data:
        data = data[0]
    return LineDeleted(read_line(data))


_READERS: dict[str, Callable[[Item], Event]] = {
    "ONIMCONNECTORMESSAGEADD": _message_added,
    "ONIMCONNECTORMESSAGEUPDATE": _message_updated,
    "ONIMCONNECTORMESSAGEDELETE": _message_deleted,
    "ONIMCONNECTORDIALOGSTART": _dialog_started,
    "ONIMCONNECTORDIALOGFINISH": _dialog_finished,
}
