"""`imbot.chat.*` and `imbot.dialog.get`: what the methods of the messenger do, done by a bot.

Who comes and goes is refused in words of its own here.
"""

from app.sandbox.bots import books, turns
from app.sandbox.conversation import Chat, LineChat
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chat_keys, chats, im_payloads
from app.sandbox.methods import im_chat
from app.sandbox.methods.im_base import chat_id, numbers, user_id, yes
from app.sandbox.methods.imbot_base import SCOPE, acting_as, bot_of, owner_of
from app.sandbox.params import Params, is_array, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import Endpoint, caller_of, rest_method

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


@rest_method(
    "imbot.chat.get",
    basis="documented",
    scopes=SCOPE,
    note="Seen by the caller, and by the application's bots that sit there.",
)
def get(portal: Portal, params: Params) -> object:
    """The number of the chat that belongs to something outside; null when there is none."""
    params = upper(params)
    kind, number = to_text(params.get("ENTITY_TYPE")), to_text(params.get("ENTITY_ID"))
    chat = chat_keys.bound_to(portal, kind, number) if kind and number else None
    if chat is None:
        return None
    caller = caller_of(portal)
    own = books.owned(portal, caller.app.client_id) if caller.app else [bot_of(portal, params)]
    if not any(
        chats.may_see(portal, chat, user) for user in (caller.user.id, *(b.id for b in own))
    ):
        raise VendorError("ACCESS_ERROR", "You don't have access to this chat")
    return {"ID": chat.id}


@rest_method("imbot.chat.leave", basis="documented", scopes=SCOPE)
def leave(portal: Portal, params: Params) -> object:
    """The bot goes; a dialog of an open line that it has gets the line's WELCOME_BOT_LEFT."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat = _chat(portal, params)
    if isinstance(chat, LineChat) and chat.session and chat.session.bot == bot.id:
        turns.step_out(portal, chat)
        return True
    _check_owner(chat, bot.id)
    try:
        chats.leave(portal, chat, bot.id)
    except VendorError as refusal:
        raise _worded(refusal, "isn't a member in chat") from None
    return True


@rest_method("imbot.chat.user.add", basis="documented", scopes=SCOPE)
def user_add(portal: Portal, params: Params) -> object:
    """The bot invites people; somebody has to come in by that."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat = _chat(portal, params)
    users, hidden = params.get("USERS"), yes(params, "HIDE_HISTORY", default=True)
    if not is_array(users):
        raise VendorError("WRONG_REQUEST", "User IDs must be passed in array format")
    if chat.kind == "private":
        raise chats.no_access("It is forbidden to add users to this chat")
    invited = bot.id in chat.members and chats.invite(
        portal, chat, bot.id, numbers(users), hide_history=hidden
    )
    if not invited:
        text = "You don't have access or user already member in chat"
        raise VendorError("WRONG_REQUEST", text)
    return True


@rest_method("imbot.chat.user.delete", basis="documented", scopes=SCOPE)
def user_delete(portal: Portal, params: Params) -> object:
    """The bot puts somebody out."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat_id(params)
    user, chat = user_id(params), _chat(portal, params)
    _check_owner(chat, user)
    try:
        chats.remove(portal, chat, user, by=bot.id)
    except VendorError as refusal:
        raise _worded(refusal, "isn't a member of the chat") from None
    return True


@rest_method("imbot.chat.user.list", basis="documented", scopes=SCOPE)
def user_list(portal: Portal, params: Params) -> object:
    """Who sits in a chat of the bot's, the customer of an open line too."""
    params = upper(params)
    bot = bot_of(portal, params)
    chat = _chat(portal, params)
    if not chats.may_see(portal, chat, bot.id):
        raise chats.unavailable()
    return im_payloads.participants(chat)


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


def _chat(portal: Portal, params: Params) -> Chat:
    chat = portal.chats.get(chat_id(params))
    if chat is None:
        raise chats.unavailable()
    return chat


def _check_owner(chat: Chat, user: int) -> None:
    """Nobody goes who owns the chat; an open line's belongs to its operator."""
    if not isinstance(chat, LineChat) and chat.kind != "private" and chat.owner == user:
        raise VendorError("ACCESS_ERROR", "LEAVE_OWNER_FORBIDDEN")


def _worded(refusal: VendorError, missing: str) -> VendorError:
    """The refusal of the rules of chats, as these methods word it."""
    if refusal.code == "ACCESS_ERROR":
        return refusal
    return VendorError("WRONG_REQUEST", f"You don't have access or user {missing}")


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
