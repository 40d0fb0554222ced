"""`im.message.*`: writing, editing, deleting, liking, sharing in a chat as the caller."""

from typing import Any

from app.sandbox import bots
from app.sandbox.conversation import Chat, Message
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming
from app.sandbox.messenger import chats, im_people, posts, richtext
from app.sandbox.methods.im_base import SCOPE, me, number, yes
from app.sandbox.params import Params, flag, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

_OBJECTS = {"CHAT": "chat", "TASK": "task", "POST": "post", "CALEND": "calendar event"}


@rest_method(
    "im.message.add", basis="documented", note="URL_PREVIEW changes nothing.", scopes=SCOPE
)
def add(portal: Portal, params: Params) -> object:
    """Write into a chat; a customer of an open line gets it, unless it is a system text."""
    params, user = upper(params), me(portal)
    extras = richtext.extras(params)
    text = incoming.cut(to_text(params.get("MESSAGE")))
    if not text and not extras.get("attach"):
        raise VendorError("MESSAGE_EMPTY", "Message can't be empty")
    chat = _target(portal, user, to_text(params.get("DIALOG_ID")))
    reply_to = number(params.get("REPLY_ID")) or None
    if params.get("REPLY_ID") is not None and to_text(params["REPLY_ID"]) not in ("", "0"):
        posts.check_reply(portal, chat, user, reply_to or 0)
    system = flag(params.get("SYSTEM")) is True
    extras["reply_to"] = reply_to
    return posts.post(portal, chat, user, text, system=system, **extras).id


@rest_method(
    "im.message.update", basis="documented", note="URL_PREVIEW changes nothing.", scopes=SCOPE
)
def update(portal: Portal, params: Params) -> object:
    """Change an own message; an empty text deletes it, a missing one stays."""
    params, user = upper(params), me(portal)
    chat, message = _message(portal, user, params)
    extras = richtext.extras(params)
    text = None
    if params.get("MESSAGE") is not None:
        text = incoming.cut(to_text(params["MESSAGE"]))
    if text == "":
        posts.delete(portal, chat, message, by=user)
    else:
        mark = yes(params, "IS_EDITED", default=True)
        posts.edit(portal, chat, message, text, by=user, mark=mark, **extras)
    return True


@rest_method("im.message.delete", basis="documented", scopes=SCOPE)
def delete(portal: Portal, params: Params) -> object:
    """Delete an own message; managers of a chat delete everybody's."""
    user = me(portal)
    chat, message = _message(portal, user, upper(params))
    posts.delete(portal, chat, message, by=user)
    return True


@rest_method("im.message.like", basis="documented", scopes=SCOPE)
def like(portal: Portal, params: Params) -> object:
    """Like a message, or no longer."""
    params, user = upper(params), me(portal)
    chat, message = posts.seen_message(portal, user, number(params.get("MESSAGE_ID")))
    posts.like(portal, chat, message, user, to_text(params.get("ACTION")).lower())
    return True


@rest_method(
    "im.message.share",
    basis="documented",
    note="Of TASK, POST and CALEND only the note in the chat is made. That the dialog must be the "
    "message's own, and what CHAT makes, is a guess.",
    scopes=SCOPE,
)
def share(portal: Portal, params: Params) -> object:
    """Make something of a message; a note in the chat tells of it."""
    params, user = upper(params), me(portal)
    source, message = posts.seen_message(portal, user, number(params.get("MESSAGE_ID")))
    chat = chats.seen(portal, user, to_text(params.get("DIALOG_ID")))
    kind = to_text(params.get("TYPE")).upper()
    if kind not in _OBJECTS or chat is not source:
        raise VendorError("PARAMS_ERROR", "Incorrect params")
    who = chats.mention(portal, user)
    if kind == "CHAT":
        made = chats.add(portal, user, users=sorted(chat.members - {user}))
        posts.post(portal, made, user, _quote(portal, message))
    chats.note(portal, chat, f"{who} created a {_OBJECTS[kind]} from a message")
    return True


@rest_method("im.message.command", basis="documented", scopes=SCOPE)
def command(portal: Portal, params: Params) -> object:
    """Let a bot carry out a command on a message."""
    params, user = upper(params), me(portal)
    chat, message = posts.seen_message(portal, user, number(params.get("MESSAGE_ID")))
    bot, name = number(params.get("BOT_ID")), to_text(params.get("COMMAND")).lstrip("/")
    known = portal.users.get(bot)
    if known is None or not known.bot:
        raise VendorError("BOT_ID_ERROR", "Bot ID can't be empty")
    if not name:
        raise VendorError("COMMAND_ERROR", "Command can't be empty")
    given = to_text(params.get("COMMAND_PARAMS"))
    if not bots.on_command(portal, chat, message, bot=bot, word=name, params=given, user=user):
        raise VendorError("PARAMS_ERROR", "Incorrect params")
    return True


def _target(portal: Portal, user: int, dialog: str) -> Chat:
    """Where a message goes; the refusals here are not those of reading a dialog."""
    try:
        kind, found = chats.parse(dialog)
    except VendorError:
        raise VendorError("USER_ID_EMPTY", "User ID can't be empty") from None
    if kind == "user":
        chat = chats.private(portal, user, found)
        if chat is None:
            raise VendorError("USER_NOT_FOUND", "User not found")
        return chat
    chat = portal.chats.get(found) if kind == "chat" else None
    if chat is None or not posts.may_write(portal, chat, user):
        raise chats.unavailable()
    return chat


def _message(portal: Portal, user: int, params: Params) -> tuple[Chat, Message]:
    chat, message = portal.messages.get(number(params.get("MESSAGE_ID")), (None, None))
    if chat is None or message is None:
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty")
    if user not in chat.members:
        raise posts.cannot_edit()
    return chat, message


def _quote(portal: Portal, message: Message) -> Any:
    line = "-" * 54
    head = f"{im_people.name_of(portal, message.author)} [{_date(portal, message.at)}]"
    return f"{line}\n{head}\n{message.text}\n{line}"


def _date(portal: Portal, at: float) -> str:
    day, _, rest = im_people.moment(portal, at).partition("T")
    year, month, number_ = day.split("-")
    return f"{number_}.{month}.{year} {rest[:8]}"
