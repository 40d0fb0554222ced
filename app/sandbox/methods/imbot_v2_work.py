"""What a bot of the newer methods does: fetches its events, writes, takes commands, types."""

from typing import Any

from app.sandbox.bot_records import Bot, Command
from app.sandbox.bots import books, payloads
from app.sandbox.conversation import Chat
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming
from app.sandbox.messenger import chats, im_people, posts, richtext, userlog
from app.sandbox.methods.im_base import number, yes
from app.sandbox.methods.imbot_base import SCOPE
from app.sandbox.methods.imbot_command import MAX_LANGUAGES, MAX_TITLE, word_of
from app.sandbox.methods.imbot_message import say
from app.sandbox.methods.imbot_v2 import bot_of
from app.sandbox.params import Params, as_map, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_USUAL, _MOST = 100, 1000
_TYPING, _LONGEST = 30, 600
_CODES = (
    *("THINKING", "SEARCHING", "GENERATING", "ANALYZING", "PROCESSING", "TRANSLATING"),
    *("CONNECTING", "CHECKING", "CALCULATING", "READING_DOCS", "COMPOSING"),
)
_STATUSES = tuple(f"IMBOT_AGENT_ACTION_{name}" for name in _CODES)


@rest_method(
    "imbot.v2.Event.get", basis="documented", page="imbot.v2/events/event-get.md", scopes=SCOPE
)
def event_get(portal: Portal, params: Params) -> object:
    """What the bot has heard since `offset`, which confirms everything before it."""
    bot = bot_of(portal, params)
    asked, offset = to_int(params.get("limit")), max(0, to_int(params.get("offset")))
    limit = min(asked, _MOST) if asked > 0 else _USUAL
    user = _subscriber(portal) if yes(params, "withUserEvents") else 0
    bot.log = [row for row in books.kept(portal, bot) if row.id >= offset]
    found: list[Any] = bot.log[: limit + 1]
    if user:
        found += userlog.waiting(portal, user, offset, limit + 1)[0]
        found.sort(key=lambda row: row.id)
    events = [
        {
            "eventId": row.id,
            "type": row.type,
            "date": im_people.moment(portal, row.at),
            "data": row.data,
        }
        for row in found[:limit]
    ]
    following = events[-1]["eventId"] + 1 if events else offset
    return {"events": events, "nextOffset": following, "hasMore": len(found) > limit}


@rest_method(
    "imbot.v2.Chat.Message.send",
    basis="documented",
    page="chat-message-send.md",
    note="forwardIds, templateId and urlPreview do nothing: uuidMap is always empty.",
    scopes=SCOPE,
)
def message_send(portal: Portal, params: Params) -> object:
    """Write into a dialog; messages are not forwarded here."""
    bot = bot_of(portal, params)
    chat = _chat(portal, bot, params)
    fields = as_map(params.get("fields"))
    extras = richtext.extras({name.upper(): value for name, value in fields.items()})
    text = incoming.cut(to_text(fields.get("message")))
    if not text and not extras.get("attach"):
        raise VendorError("EMPTY_MESSAGE", "Message is empty")
    if reply_to := number(fields.get("replyId")):
        posts.check_reply(portal, chat, bot.id, reply_to)
        extras["reply_to"] = reply_to
    message = say(portal, bot, chat, text, system=yes(fields, "system"), extras=extras)
    return {"id": message.id, "uuidMap": {}}


@rest_method(
    "imbot.v2.Command.register", basis="documented", page="command-register.md", scopes=SCOPE
)
def command_register(portal: Portal, params: Params) -> object:
    """A new command of the bot; the same word again gives the one that is there."""
    bot = bot_of(portal, params)
    fields = as_map(params.get("fields")) or params
    word = _word(fields.get("command"))
    titles, hidden = _by_language(fields.get("title")), yes(fields, "hidden")
    if not titles and not hidden:
        raise VendorError("COMMAND_TITLE_REQUIRED", "Command title is required")
    command = books.find_command(portal, bot.id, word)
    if command is None:
        command = Command(0, bot.id, word, titles=titles, hidden=hidden)
        command.hints = _by_language(fields.get("params"))
        command.common = yes(fields, "common")
        command.extranet = yes(fields, "extranetSupport")
        if not books.add_command(portal, command):
            raise VendorError("COMMAND_REGISTER_FAILED", "Command registration failed")
    return {"command": payloads.command_object(command)}


@rest_method(
    "imbot.v2.Chat.InputAction.notify",
    basis="documented",
    page="chat-input-action-notify.md",
    scopes=SCOPE,
)
def notify(portal: Portal, params: Params) -> object:
    """Show what the bot does in a dialog, for a while."""
    bot = bot_of(portal, params)
    _chat(portal, bot, params)
    status = to_text(params.get("statusMessageCode"))
    asked = to_int(params.get("duration"))
    seconds = min(asked, _LONGEST) if asked > 0 else _TYPING
    dialog = to_text(params.get("dialogId")).strip()
    books.type_in(portal, bot, dialog, seconds, status if status in _STATUSES else "")
    return {"result": True}


def _chat(portal: Portal, bot: Bot, params: Params) -> Chat:
    try:
        chat = chats.find(portal, bot.id, to_text(params.get("dialogId")).strip())
    except VendorError:
        chat = None
    if chat is None or not posts.may_write(portal, chat, bot.id):
        raise VendorError("ACCESS_DENIED", "Access denied", 403)
    return chat


def _subscriber(portal: Portal) -> int:
    """The user whose happenings come along."""
    caller = caller_of(portal)
    if "im" not in caller.scope:
        raise VendorError("SCOPE_ERROR", "Scope error", 403)
    log = portal.user_logs.get(caller.user.id)
    if log is None or not log.subscribed:
        raise VendorError("USER_NOT_SUBSCRIBED", "User not subscribed")
    return caller.user.id


def _word(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise VendorError("COMMAND_NAME_INVALID", "Command name is invalid")
    try:
        return word_of(value)
    except VendorError:
        raise VendorError("COMMAND_REQUIRED", "Command is required") from None


def _by_language(value: Any) -> dict[str, str]:
    rows = list(as_map(value).items())[:MAX_LANGUAGES]
    texts = {name[:10].lower(): to_text(text)[:MAX_TITLE] for name, text in rows}
    return {name: text for name, text in texts.items() if text}
