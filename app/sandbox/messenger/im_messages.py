"""Messages and files as the messenger shows them. Pure functions of records."""

from typing import Any

from app.sandbox.conversation import Chat, File, Message
from app.sandbox.messenger import im_people, marks
from app.sandbox.portal import Portal

DELETED_TEXT = "This message was deleted"
#: How the messenger shows the line's own texts, and what operators say among themselves. The docs
#: are silent; the source of the vendor's server has both.
_OUTSIDE = {"CLASS": "bx-messenger-content-item-ol-output"}
_INSIDE = {"CLASS": "bx-messenger-content-item-system", "COMPONENT_ID": "HiddenMessage"}
_UUID = "%08x-0000-4000-8000-%012x"


def uuid_of(message: Message) -> str | None:
    """The outside id of a message; system notes have none."""
    return _UUID % (message.session, message.id) if message.kind != "system" else None


def author_of(message: Message) -> int:
    """Whom the messenger names as the author: nobody for system notes and automatic texts."""
    return 0 if message.kind in ("system", "automatic") else message.author


def text_of(message: Message) -> str:
    """What is read in place of the message."""
    return message.text if message.deleted_at is None else DELETED_TEXT


def params_of(message: Message) -> dict[str, Any] | list[Any]:
    """What belongs to a message besides its text; an empty array when there is nothing."""
    params: dict[str, Any] = {**_look(message), **message.params}
    if message.external_ids:
        params["CONNECTOR_MID"] = list(message.external_ids)
    if message.deleted_at is not None:
        return {**params, "IS_DELETED": "Y"}
    if message.files:
        params["FILE_ID"] = [file.id for file in message.files]
    if message.edited_at is not None:
        params["IS_EDITED"] = "Y"
    if message.likes:
        params["LIKE"] = sorted(message.likes)
    if message.reply_to:
        params["REPLY_ID"] = message.reply_to
    extras = {"KEYBOARD": message.keyboard, "MENU": message.menu}
    params |= {name: value for name, value in extras.items() if value}
    if message.attach:
        params["ATTACH"] = [message.attach]
    if message.code:
        params |= {"CODE": [message.code], "NOTIFY": "N"}
    return params or []


def _look(message: Message) -> dict[str, Any]:
    if message.hidden:
        return _INSIDE
    sent = message.sending or message.delivered_at is not None
    return _OUTSIDE if message.kind == "automatic" and sent else {}


def in_event(portal: Portal, chat: Chat, message: Message) -> dict[str, Any]:
    """A message as events and the search tell of it."""
    return {
        "id": message.id,
        "chatId": chat.id,
        "authorId": author_of(message),
        "date": im_people.moment(portal, message.at),
        "text": text_of(message),
        "isSystem": message.kind in ("system", "automatic"),
        "uuid": uuid_of(message) or "",
        "forward": None,
        "params": params_of(message) or {},
        "viewedByOthers": bool(marks.readers(chat, message)),
    }


def file(portal: Portal, chat: Chat, found: File, *, author: int, at: float) -> dict[str, Any]:
    """A file of a chat with camelCase keys."""
    image = {"height": found.height, "width": found.width} if found.width else False
    preview = found.url if found.kind == "image" else ""
    return {
        "id": found.id,
        "chatId": chat.id,
        "date": im_people.moment(portal, at),
        "type": found.kind,
        "name": found.name,
        "extension": found.name.rsplit(".", 1)[-1].lower() if "." in found.name else "",
        "size": found.size,
        "image": image,
        "status": "done",
        "progress": 100,
        "authorId": author,
        "authorName": im_people.name_of(portal, author),
        "urlPreview": preview,
        "urlShow": found.url,
        "urlDownload": found.url,
        "viewerAttrs": {
            "viewer": "",
            "viewerType": found.kind,
            "src": found.url,
            "objectId": str(found.id),
            "viewerGroupBy": str(chat.id),
            "imChatId": chat.id,
            "title": found.name,
        },
        "mediaUrl": {"preview": {"250": preview}},
        "isTranscribable": False,
        "isVideoNote": False,
        "isVoiceNote": False,
    }
