"""How a chat looks: its title, colour and picture, and who may change them."""

import base64
import binascii

from app.sandbox.conversation import Chat
from app.sandbox.errors import VendorError
from app.sandbox.messenger import drive, im_people
from app.sandbox.messenger.chats import MAX_TITLE, no_access, unavailable
from app.sandbox.messenger.pictures import Picture, picture_of
from app.sandbox.portal import Portal

MAX_SIDE = 5_000
MAX_PICTURE = 2 * 1024 * 1024


def rename(portal: Portal, chat: Chat | None, user: int, title: str) -> None:
    """A member changes the title; private chats have none of their own."""
    title = " ".join(title.split())
    if not title:
        raise VendorError("TITLE_EMPTY", "Title can't be empty")
    if chat is None or user not in chat.members or user not in portal.users:
        raise unavailable()
    if chat.kind == "private" or chat.entity_type == "CRM":
        raise no_access("This chat cannot be renamed")
    chat.title = title[:MAX_TITLE]


def color_named(name: str) -> str:
    """The colour of a name, or a refusal."""
    found = im_people.PALETTE.get(name.strip().upper())
    if found is None:
        raise VendorError("WRONG_COLOR", "This color currently unavailable")
    return found


def recolor(chat: Chat | None, user: int, name: str) -> None:
    """A member changes the colour to another one."""
    color = color_named(name)
    if chat is None or chat.color == color:
        raise VendorError("WRONG_REQUEST", "This color currently set or chat doesn't exist")
    if user not in chat.members or chat.kind == "private":
        raise unavailable()
    chat.color = color


def picture_from(text: str) -> tuple[bytes, Picture]:
    """The picture in a base64 text, with its type and size; refuses what is none."""
    payload = text.partition("base64,")[2] if text.startswith("data:") else text
    try:
        content = base64.b64decode("".join(payload.split()), validate=True)
    except (binascii.Error, ValueError):
        content = b""
    picture = picture_of(content)
    if picture is None:
        raise VendorError("AVATAR_ERROR", "Avatar incorrect type")
    if max(picture.width, picture.height) > MAX_SIDE or len(content) > MAX_PICTURE:
        raise VendorError("AVATAR_ERROR", f"Avatar incorrect size (max {MAX_SIDE}x{MAX_SIDE})")
    return content, picture


def redraw(portal: Portal, chat: Chat | None, user: int, avatar: str) -> None:
    """A member changes the picture."""
    if chat is None:
        raise VendorError("WRONG_REQUEST", "Chat doesn't exist")
    if user not in chat.members:
        raise VendorError("ACCESS_DENIED", "Access denied")
    if chat.kind == "private":
        raise no_access("The avatar of this chat cannot be changed")
    url = stored(portal, avatar)
    drive.discard(portal, chat.avatar)
    chat.avatar = url


def stored(portal: Portal, avatar: str) -> str:
    """The address of a picture that came as base64; nothing is kept of what is none."""
    content, about = picture_from(avatar)
    file = drive.store(portal, f"avatar.{about.extension}", content)
    if file is None:
        raise VendorError("AVATAR_ERROR", "There is no room for the picture")
    return file.url
