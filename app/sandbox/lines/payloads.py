"""Shapes of the event data, and the operator's signature. Pure functions of records."""

from typing import Any

from app.sandbox.conversation import File, LineChat, Message, Session
from app.sandbox.model import Line


def signature(name: str, text: str) -> str:
    """A new message's text with its author; a message with files only keeps a trailing blank."""
    return f"[b]{name}:[/b] [br]{text}" if text else f"[b]{name}:[/b] "


def edited_signature(name: str, text: str) -> str:
    """The same for an edited message: the break stands elsewhere."""
    return f"[b]{name}:[/b][br] {text}" if text else f"[b]{name}:[/b]"


def message_add(
    chat: LineChat, message: Message, text: str, *, line_as_int: bool
) -> dict[str, Any]:
    """OnImConnectorMessageAdd."""
    body: dict[str, Any] = {"user_id": str(message.author), "text": text}
    if message.files:
        body["files"] = [file_entry(file) for file in message.files]
    body["attachments"] = []
    body["params"] = {"CLASS": "bx-messenger-content-item-ol-output", **message.params}
    return _messages(chat, [{"im": _im(chat, message), "message": body}], line_as_int)


def message_update(
    chat: LineChat, message: Message, text: str, *, line_as_int: bool
) -> dict[str, Any]:
    """OnImConnectorMessageUpdate: the external ids as an array."""
    body = {"id": list(message.external_ids), "text": text}
    return _messages(chat, [{"im": _im(chat, message), "message": body}], line_as_int)


def message_delete(chat: LineChat, message: Message, *, line_as_int: bool) -> dict[str, Any]:
    """OnImConnectorMessageDelete: one element for each external id, as a string."""
    items = [{"im": _im(chat, message), "message": {"id": mid}} for mid in message.external_ids]
    return _messages(chat, items, line_as_int)


def dialog(
    chat: LineChat, session: Session, *, close_term: int, line_as_int: bool
) -> dict[str, Any]:
    """OnImConnectorDialogStart and Finish: external chat id, portal user id."""
    item = session_item(chat, session, close_term)
    return {"CONNECTOR": chat.connector, "LINE": _line(chat, line_as_int), "DATA": [item]}


def session_item(chat: LineChat, session: Session, close_term: int) -> dict[str, Any]:
    """A session as the events of dialogs name it."""
    return {
        "connector": connector_of(chat),
        "session": {
            "id": str(session.id),
            "closed": "N" if session.open else "Y",
            "parent_id": str(session.parent),
            "close_term": str(close_term),
        },
        "chat": {"id": chat.external_chat},
        "user": {"id": str(chat.user_part)},
    }


def session(chat: LineChat, line: Line) -> dict[str, Any]:
    """OnSessionStart and OnSessionFinish by the server: the portal's chat id."""
    return {
        "DATA": {
            "connector": connector_of(chat),
            "chat": {"chat_id": chat.id},
            "line": {"id": line.id, "name": line.name},
        }
    }


def connector_of(chat: LineChat) -> dict[str, str]:
    """The dialog key in parts, as events spell it."""
    return {
        "connector_id": chat.connector,
        "line_id": str(chat.line),
        "chat_id": chat.external_chat,
        "user_id": str(chat.user_part),
    }


def file_entry(file: File) -> dict[str, Any]:
    """A file of an operator's message; both names of its link, and a picture's size in pixels."""
    shown: dict[str, Any] = {
        "name": file.name,
        "type": file.kind,
        "mime": file.mime,
        "link": file.url,
        "downloadLink": file.url,
        "size": str(file.size),
        "sizef": size_in_words(file.size),
    }
    return shown | ({"width": file.width, "height": file.height} if file.width else {})


def size_in_words(size: float) -> str:
    """A number of bytes as the portal writes it for people."""
    units = ["B", "KB", "MB", "GB"]
    while size >= 1024 and len(units) > 1:
        size, units = size / 1024, units[1:]
    return f"{round(size, 2):g} {units[0]}"


def _messages(chat: LineChat, items: list[dict[str, Any]], line_as_int: bool) -> dict[str, Any]:
    whole = [{**item, "chat": {"id": chat.external_chat}} for item in items]
    return {"CONNECTOR": chat.connector, "LINE": _line(chat, line_as_int), "MESSAGES": whole}


def _im(chat: LineChat, message: Message) -> dict[str, str]:
    return {"chat_id": str(chat.id), "message_id": str(message.id)}


def _line(chat: LineChat, line_as_int: bool) -> int | str:
    return chat.line if line_as_int else str(chat.line)
