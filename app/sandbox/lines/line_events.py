"""The events about every channel's dialogs: OnOpenLineMessage..., OnSession..., and OnImConnector
DialogStart and Finish for the owner of a connector.

Two shapes are known, the server's and that of the vendor's pages; `Options.openline_shape` chooses.
"""

from typing import Any

from app.sandbox.conversation import LineChat, Message, Session
from app.sandbox.delivery import events
from app.sandbox.lines import channels, line_settings, payloads
from app.sandbox.portal import Portal


def message_added(portal: Portal, chat: LineChat, message: Message) -> None:
    """A customer, an operator or the line itself has written; notes are not told."""
    if _told(message):
        data = _added(portal, chat, message)
        events.raise_event(portal, events.OPENLINE_ADD, data, by=_author(message))


def message_changed(portal: Portal, chat: LineChat, message: Message, *, deleted: bool) -> None:
    """A message that was told of was edited or deleted."""
    if not _told(message):
        return
    name = events.OPENLINE_DELETE if deleted else events.OPENLINE_UPDATE
    item = {
        "im": {"chat_id": chat.id, "message_id": message.id},
        "message": {"id": message.id},
        "chat": {"id": chat.id},
    }
    if portal.options.openline_shape == "docs":
        data = {"CONNECTOR": chat.connector, "LINE": chat.line, "DATA": [item]}
    elif message.kind == "customer":
        data = {"DATA": {**item, "connector": payloads.connector_of(chat)}}
    else:
        data = {"CONNECTOR": chat.connector, "LINE": str(chat.line), "DATA": item}
    events.raise_event(portal, name, data, by=_author(message))


def session_told(portal: Portal, chat: LineChat, session: Session, *, by: int | None) -> None:
    """A session has begun or ended."""
    line, connector = line_settings.of(portal, chat), channels.find(portal, chat.connector)
    term = line.number("FULL_CLOSE_TIME") if line else 0
    dialog, about = _SESSION_EVENTS[session.open]
    if connector and connector.owner:
        as_int = portal.options.line_as_int
        data = payloads.dialog(chat, session, close_term=term, line_as_int=as_int)
        events.raise_event(portal, dialog, data, owner=connector.owner, by=by)
    if portal.options.openline_shape == "docs":
        item = payloads.session_item(chat, session, term)
        events.raise_event(portal, about, {"DATA": [item]}, by=by)
    elif line:
        events.raise_event(portal, about, payloads.session(chat, line), by=by)


_SESSION_EVENTS = {
    True: (events.DIALOG_START, events.SESSION_START),
    False: (events.DIALOG_FINISH, events.SESSION_FINISH),
}


def _added(portal: Portal, chat: LineChat, message: Message) -> dict[str, Any]:
    files = [payloads.file_entry(file) for file in message.files]
    if portal.options.openline_shape == "docs" or message.kind == "customer":
        return _incoming(portal, chat, message, files)
    body = {
        "id": message.id,
        "chat_id": chat.id,
        "user_id": message.author,
        "text": message.text,
        "files": files,
        "attachments": [],
        "params": dict(message.params),
        "system": _system(message),
    }
    whole = {"connector": payloads.connector_of(chat), "message": body}
    gone = "N" if chat.session else "Y"
    return {
        "CONNECTOR": chat.connector,
        "LINE": str(chat.line),
        "DATA": {**whole, "no_session": gone},
    }


def _incoming(
    portal: Portal, chat: LineChat, message: Message, files: list[dict[str, Any]]
) -> dict[str, Any]:
    docs = portal.options.openline_shape == "docs"
    item = {
        "connector": payloads.connector_of(chat),
        "chat": {"id": chat.id if docs else chat.external_chat},
        "message": {
            "id": message.id,
            "date": "",
            "text": message.text,
            "files": files,
            "attach": "",
            "system": _system(message),
            "user_id": message.author,
        },
        "ref": [],
        "extra": {"EXTRA_URL": ""},
    }
    return {"DATA": [item] if docs else item}


def _told(message: Message) -> bool:
    return message.kind != "system" and not message.hidden


def _system(message: Message) -> str:
    return "Y" if message.kind == "automatic" else "N"


def _author(message: Message) -> int | None:
    return message.author if message.kind == "operator" else None
