"""Rows of the journal as the portal would post them, from whichever source they came.

A row of the queue holds what is posted as it is. What was seen in histories and in the user's own
events is put into the shape of the connector's events, as far as it is known: the text is without
the operator's name in front, which the portal adds for channels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.bitrix.chat_rows import QUEUE
from app.bitrix.decoding import decode
from app.bitrix.items import unpacked
from app.bitrix.wire import UNKNOWN_TIME, Json, as_int, as_text, as_time, lower
from app.bitrix.wire import decode as read_json
from app.domain.dialog import Attachment
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    Event,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
)

_ADD, _UPDATE, _DELETE = (f"ONIMCONNECTORMESSAGE{act}" for act in ("ADD", "UPDATE", "DELETE"))
_START, _FINISH = "ONIMCONNECTORDIALOGSTART", "ONIMCONNECTORDIALOGFINISH"


@dataclass(frozen=True, slots=True)
class EventRow:
    """What is posted of a row. `cause` is the portal user who did it, 0 for nobody."""

    name: str
    data: Json
    at: datetime | None
    cause: int


def read_row(raw: bytes, source: str = QUEUE) -> EventRow | None:
    """A row as it is posted, None when the portal posts no such event.

    Raises:
        ValueError: it is no JSON.
    """
    if source != QUEUE:
        return _rebuilt(raw, source)
    row = lower(read_json(raw))
    return EventRow(
        name=as_text(row.get("event_name")).strip().upper(),
        data=unpacked(row.get("event_data")),
        at=as_time(row.get("timestamp_x")),
        cause=as_int(lower(row.get("event_additional")).get("user_id"), 0) or 0,
    )


def _rebuilt(raw: bytes, source: str) -> EventRow | None:
    queued = decode(raw, source)
    at = None if queued.at == UNKNOWN_TIME else queued.at
    for event in queued.events:
        name, data = _told(event)
        if name:
            author = event.user_id if isinstance(event, MessageAdded | MessageSeen) else 0
            return EventRow(name, data, at, author or queued.caused_by)
    return None


def _told(event: Event) -> tuple[str, Json]:
    if isinstance(event, DialogStarted | DialogFinished):
        return _session(event)
    if isinstance(event, MessageDeleted) or (isinstance(event, MessageSeen) and event.deleted):
        return _DELETE, _message(event, {"id": event.external_ids[0] if event.external_ids else ""})
    if isinstance(event, MessageSeen) and event.edited:
        return _UPDATE, _message(event, {"id": list(event.external_ids), "text": event.text})
    if isinstance(event, MessageAdded | MessageSeen):
        files = [_file(each) for each in event.attachments]
        said: Mapping[str, Json] = {"user_id": event.user_id, "text": event.text, "files": files}
        return _ADD, _message(event, said)
    return "", None


def _message(
    event: MessageAdded | MessageSeen | MessageDeleted, message: Mapping[str, Json]
) -> Json:
    im: Json = {"chat_id": event.portal_chat, "message_id": event.im}
    item: Json = {"im": im, "message": message, "chat": {"id": event.chat}}
    return {"CONNECTOR": event.connector, "LINE": event.line, "MESSAGES": [item]}


def _file(file: Attachment) -> Json:
    return {"name": file.name, "type": file.kind, "link": file.url, "size": file.size}


def _session(event: DialogStarted | DialogFinished) -> tuple[str, Json]:
    ended = isinstance(event, DialogFinished)
    place: Json = {
        "connector_id": event.connector,
        "line_id": event.line,
        "chat_id": event.chat,
        "user_id": event.user,
    }
    item: Json = {
        "connector": place,
        "session": {"id": event.session, "closed": "Y" if ended else "N"},
        "chat": {"id": event.chat},
        "user": {"id": event.user},
    }
    data: Json = {"CONNECTOR": event.connector, "LINE": event.line, "DATA": [item]}
    return _FINISH if ended else _START, data
