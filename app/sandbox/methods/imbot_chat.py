"""`imbot.chat.*` and `imbot.dialog.get`: what the methods of the messenger do, done by a bot."""

from app.sandbox.bots import books, turns
from app.sandbox.errors import VendorError
from app.sandbox.lines.conversation import LineChat
from app.sandbox.messenger import chats, im_payloads
from app.sandbox.methods import im_chat
from app.sandbox.methods.im_base import chat_id
from app.sandbox.methods.imbot_base import SCOPE, acting_as, bot_of, owner_of
from app.sandbox.params import Params, is_array, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import Endpoint, rest_method

TYPING_SECONDS = 30.0


@rest_method("imbot.chat.add", basis="documented", scopes=SCOPE)
def add(portal: Portal, params: Params) -> object:
    """A new chat of the bot's."""
    params = upper(params)
    bot = bot_of(portal, params)
    users = params.get("USERS")
    if users is not None and not is_array(users):
        raise VendorError("INVALID_FORMAT", "Parameter USERS has wrong type")
    with acting_as(portal, bot):
        return im_chat.create(portal, bot.id, params).id


@rest_method("imbot.chat.get", basis="documented", scopes=SCOPE)
def get(portal: Portal, params: Params) -> object:
    """The number of the chat that belongs to something outside."""
    return im_chat.get(portal, params)


@rest_method("imbot.chat.leave", basis="documented", scopes=SCOPE)
def leave(portal: Portal, params: Params) -> object:
    """The bot goes; a dialog of an open line that it has gets the line's WELCOME_BOT_LEFT."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat = portal.chats.get(chat_id(params))
    if isinstance(chat, LineChat) and chat.session and chat.session.bot == bot.id:
        turns.step_out(portal, chat)
        return True
    with acting_as(portal, bot):
        return im_chat.leave(portal, params)


@rest_method(
    "imbot.chat.sendTyping", basis="documented", scopes=SCOPE, page="imbot-chat-send-typing.md"
)
def send_typing(portal: Portal, params: Params) -> object:
    """Show the bot as typing in a dialog for a while."""
    params = upper(params)
    bot = bot_of(portal, params)
    dialog = to_text(params.get("DIALOG_ID")).strip()
    chats.parse(dialog)
    if chats.find(portal, bot.id, dialog):
        books.type_in(portal, bot, dialog, TYPING_SECONDS)
    return True


@rest_method("imbot.dialog.get", basis="documented", scopes=SCOPE)
def dialog_get(portal: Portal, params: Params) -> object:
    """A chat in which one of the caller's bots sits, as that bot sees it."""
    params = upper(params)
    dialog = to_text(params.get("DIALOG_ID")).strip()
    chats.parse(dialog)
    own = [bot_of(portal, params)]
    if params.get("BOT_ID") is None:
        own = books.owned(portal, owner_of(portal, params))
    for bot in own:
        if chat := chats.find(portal, bot.id, dialog):
            return im_payloads.dialog(portal, chat, bot.id)
    raise chats.no_access()


def _register(name: str, page: str, endpoint: Endpoint) -> None:
    @rest_method(f"imbot.chat.{name}", basis="documented", scopes=SCOPE, page=page)
    def as_bot(portal: Portal, params: Params) -> object:
        params = upper(params)
        with acting_as(portal, bot_of(portal, params)):
            return endpoint(portal, params)


_register("setManager", "imbot-chat-set-manager.md", im_chat.set_manager)
_register("setOwner", "imbot-chat-set-owner.md", im_chat.set_owner)
_register("updateTitle", "imbot-chat-update-title.md", im_chat.update_title)
_register("updateColor", "imbot-chat-update-color.md", im_chat.update_color)
_register("updateAvatar", "imbot-chat-update-avatar.md", im_chat.update_avatar)
_register("user.add", "imbot-chat-user-add.md", im_chat.user_add)
_register("user.delete", "imbot-chat-user-delete.md", im_chat.user_delete)
_register("user.list", "imbot-chat-user-list.md", im_chat.user_list)
