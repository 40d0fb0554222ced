"""`imbot.message.*`: what a bot writes, edits, deletes and likes."""

from typing import Any

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books
from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming
from app.sandbox.messenger import chats, im_payloads, posts, richtext
from app.sandbox.methods.im_base import number, yes
from app.sandbox.methods.imbot_base import SCOPE, acting_as, bot_of
from app.sandbox.params import Params, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method


@rest_method(
    "imbot.message.add", basis="documented", note="URL_PREVIEW does nothing.", scopes=SCOPE
)
def add(portal: Portal, params: Params) -> object:
    """Write into a dialog; a customer gets it as from an operator, unless connectors are skipped.

    With FROM_USER_ID and TO_USER_ID it is a system note in the private chat of these two.
    """
    params = upper(params)
    bot = bot_of(portal, params)
    pair = number(params.get("FROM_USER_ID")), number(params.get("TO_USER_ID"))
    dialog = "" if all(pair) else _dialog(params)
    text = incoming.cut(to_text(params.get("MESSAGE")))
    if not text:
        raise VendorError("MESSAGE_EMPTY", "Message can't be empty")
    extras = richtext.extras(params)
    if not dialog:
        return _between(portal, *pair, text, extras).id
    chat = writable(portal, bot, dialog)
    system = yes(params, "SYSTEM")
    if yes(params, "SKIP_CONNECTOR") and isinstance(chat, LineChat):
        extras["skip_connector"] = True
    return say(portal, bot, chat, text, system=system, extras=extras).id


@rest_method(
    "imbot.message.update",
    basis="documented",
    note="URL_PREVIEW and SKIP_CONNECTOR do nothing.",
    scopes=SCOPE,
)
def update(portal: Portal, params: Params) -> object:
    """Change a message of the bot's; an empty text deletes it, a missing one stays."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat, message = _own(portal, bot, params)
    extras = richtext.extras(params)
    text = None
    if params.get("MESSAGE") is not None:
        text = incoming.cut(to_text(params["MESSAGE"]))
    with acting_as(portal, bot):
        if text == "":
            posts.delete(portal, chat, message, by=bot.id)
        else:
            posts.edit(portal, chat, message, text, by=bot.id, **extras)
    return True


@rest_method(
    "imbot.message.delete",
    basis="documented",
    note="COMPLETE leaves the mark of a deleted message all the same.",
    scopes=SCOPE,
)
def delete(portal: Portal, params: Params) -> object:
    """Delete a message of the bot's."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat, message = _own(portal, bot, params)
    with acting_as(portal, bot):
        posts.delete(portal, chat, message, by=bot.id)
    return True


@rest_method("imbot.message.like", basis="documented", scopes=SCOPE)
def like(portal: Portal, params: Params) -> object:
    """Like a message of a chat in which the bot sits, or no longer."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat, message = posts.seen_message(portal, bot.id, number(params.get("MESSAGE_ID")))
    posts.like(portal, chat, message, bot.id, to_text(params.get("ACTION")).lower())
    return True


def say(
    portal: Portal, bot: Bot, chat: Chat, text: str, *, system: bool, extras: dict[str, Any]
) -> Message:
    """Write as the bot."""
    if system:
        extras = {name: value for name, value in extras.items() if name != "skip_connector"}
    with acting_as(portal, bot):
        message = posts.post(portal, chat, bot.id, text, system=system, **extras)
    bot.sent += 1
    books.seat(portal, chat)
    bot.typing.pop(im_payloads.dialog_id(chat, bot.id), None)
    return message


def writable(portal: Portal, bot: Bot, dialog: str) -> Chat:
    """The dialog into which the bot may write."""
    chat = chats.find(portal, bot.id, dialog)
    if chat is None or not posts.may_write(portal, chat, bot.id):
        raise not_added()
    return chat


def not_added() -> VendorError:
    """The refusal of a message that cannot be."""
    return VendorError("WRONG_REQUEST", "Message isn't added")


def _dialog(params: Params) -> str:
    dialog = to_text(params.get("DIALOG_ID")).strip()
    chats.parse(dialog)
    return dialog


def _between(portal: Portal, first: int, second: int, text: str, extras: dict[str, Any]) -> Message:
    chat = chats.private(portal, first, second)
    if chat is None or not portal.users[first].active:
        raise not_added()
    return posts.post(portal, chat, first, text, system=True, **extras)


def _own(portal: Portal, bot: Bot, params: Params) -> tuple[Chat, Message]:
    chat, message = portal.messages.get(number(params.get("MESSAGE_ID")), (None, None))
    if chat is None or message is None:
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty")
    if bot.id not in chat.members and message.author != bot.id:
        raise posts.cannot_edit()
    return chat, message
