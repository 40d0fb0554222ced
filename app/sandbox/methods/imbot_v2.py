"""`imbot.v2.Bot.*`: bots of the newer methods, which may poll for their events.

Names of parameters keep their case here. A webhook names itself by `botToken`.
"""

from typing import Any

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books, payloads, turns
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chat_looks, drive, im_people
from app.sandbox.methods.im_base import number, yes
from app.sandbox.methods.imbot_base import MAX_KEY, SCOPE, address
from app.sandbox.model import User
from app.sandbox.params import Params, as_map, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

KINDS = ("bot", "network", "openline", "supervisor", "personal")
BACKGROUNDS = ("azure", "mint", "steel", "slate", "teal", "cornflower", "sky", "peach", "frost")
_LETTERS = {"openline": "O", "supervisor": "S", "network": "N"}
_USUAL, _MOST, _MAX_TEXT, _MAX_TOKEN = 50, 200, 255, 40


def owner_of(portal: Portal, token: Any) -> str:
    """Who calls: an application, or a webhook that names itself by its token."""
    caller = caller_of(portal)
    if caller.app:
        return caller.app.client_id
    key = to_text(token).strip()
    if not key:
        raise VendorError("BOT_TOKEN_NOT_SPECIFIED", "Bot token is not specified")
    return f"custom{key[:MAX_KEY]}"


def bot_of(portal: Portal, params: Params) -> Bot:
    """The bot of `botId`, which has to be the caller's."""
    owner = owner_of(portal, params.get("botToken"))
    if not to_text(params.get("botId")).strip():
        raise VendorError("BOT_ID_REQUIRED", "Bot ID is required")
    bot = portal.bots.get(number(params.get("botId")))
    if bot is None:
        raise VendorError("BOT_NOT_FOUND", "Bot not found")
    if bot.owner != owner:
        text = "Bot is registered by another application"
        raise VendorError("BOT_OWNERSHIP_ERROR", text, 403)
    return bot


@rest_method(
    "imbot.v2.Bot.register",
    basis="documented",
    page="bot-register.md",
    note="A token of over 40 characters is refused at any date; the text of that is a guess.",
    scopes=SCOPE,
)
def register(portal: Portal, params: Params) -> object:
    """A new bot; the same code again gives the one that is there."""
    fields = as_map(params.get("fields"))
    owner = owner_of(portal, fields.get("botToken"))
    if caller_of(portal).app is None and len(to_text(fields["botToken"]).strip()) > _MAX_TOKEN:
        raise VendorError("BOT_TOKEN_INVALID_LENGTH", "Bot token is too long")
    code = to_text(fields.get("code")).strip()[:_MAX_TEXT]
    if not code:
        raise VendorError("BOT_CODE_REQUIRED", "Bot code is required")
    properties = as_map(fields.get("properties"))
    if not to_text(properties.get("name")).strip():
        raise VendorError("BOT_PROPERTIES_REQUIRED", "Bot properties are required")
    bot = Bot(0, code, owner, caller_of(portal).user.id, newer=True)
    _set_up(bot, fields)
    known = next((row for row in portal.bots.values() if row.code == code), None)
    if known and known.owner != owner:
        raise VendorError("BOT_CODE_ALREADY_TAKEN", "Bot code is already taken")
    if known:
        return _answer(portal, known)
    avatar = _avatar(properties)
    _check_room(portal, owner)
    bot.id = books.new_id(portal)
    books.add(portal, bot, _user(portal, bot, properties, avatar))
    return _answer(portal, bot)


@rest_method("imbot.v2.Bot.list", basis="documented", page="bot-list.md", scopes=SCOPE)
def bot_list(portal: Portal, params: Params) -> object:
    """The caller's bots, by pages."""
    owner = owner_of(portal, params.get("botToken"))
    kind = to_text(as_map(params.get("filter")).get("type"))
    found = [bot for bot in books.owned(portal, owner) if kind in ("", bot.kind)]
    asked, first = to_int(params.get("limit")), max(0, to_int(params.get("offset")))
    limit = min(asked, _MOST) if asked > 0 else _USUAL
    page = found[first : first + limit]
    return {
        "bots": [payloads.bot_object(portal, bot) for bot in page],
        "users": [im_people.in_event(portal, bot.id) for bot in page],
        "hasNextPage": len(found) > first + limit,
    }


@rest_method("imbot.v2.Bot.unregister", basis="documented", page="bot-unregister.md", scopes=SCOPE)
def unregister(portal: Portal, params: Params) -> object:
    """A bot goes, with its commands and private chats."""
    turns.forget(portal, bot_of(portal, params), by=caller_of(portal).user.id)
    return {"result": True}


def _set_up(bot: Bot, fields: Params) -> None:
    """Type, mode and switches; refuses what is no such thing."""
    bot.kind = to_text(fields.get("type")) or "bot"
    if bot.kind not in KINDS:
        raise VendorError("BOT_INVALID_TYPE", "Invalid bot type")
    mode = to_text(fields.get("eventMode")) or "fetch"
    if mode not in ("fetch", "webhook"):
        raise VendorError("BOT_INVALID_EVENT_MODE", "Invalid event mode")
    if mode == "webhook":
        bot.webhook = _webhook(fields.get("webhookUrl"))
    bot.letter = _LETTERS.get(bot.kind, "B")
    bot.openline = bot.kind == "openline" or yes(fields, "isSupportOpenline")
    bot.hidden = yes(fields, "isHidden")
    bot.reactions = yes(fields, "isReactionsEnabled", default=True)
    background = to_text(fields.get("backgroundId"))
    bot.background = background if background in BACKGROUNDS else None


def _webhook(value: Any) -> str:
    if not to_text(value).strip():
        raise VendorError("BOT_WEBHOOK_URL_REQUIRED", "Webhook URL is required")
    found = address(value)
    if not found:
        raise VendorError("BOT_INVALID_CALLBACK", "Invalid callback URL")
    return found


def _check_room(portal: Portal, owner: str) -> None:
    if len(books.owned(portal, owner)) >= books.MAX_NEW_BOTS:
        raise VendorError("BOT_LIMIT_EXCEEDED", "Bot limit exceeded")
    if books.is_full(portal):
        raise VendorError("BOT_REGISTER_FAILED", "Bot registration failed")


def _avatar(properties: Params) -> tuple[bytes, str] | None:
    text = to_text(properties.get("avatar"))
    if not text:
        return None
    try:
        content, about = chat_looks.picture_from(text)
    except VendorError as refusal:
        size = "size" in refusal.text
        name = "SIZE" if size else "TYPE"
        told = "Avatar exceeds maximum size" if size else "Avatar must be an image"
        raise VendorError(f"BOT_AVATAR_INCORRECT_{name}", told) from None
    return content, about.extension


def _user(portal: Portal, bot: Bot, properties: Params, avatar: tuple[bytes, str] | None) -> User:
    texts: dict[str, Any] = {
        field: to_text(properties.get(name)).strip()[:_MAX_TEXT]
        for name, field in (
            ("name", "name"),
            ("lastName", "last_name"),
            ("workPosition", "position"),
            ("gender", "gender"),
        )
    }
    bot.properties = {"COLOR": to_text(properties.get("color"))[:_MAX_TEXT]}
    file = drive.store(portal, f"bot.{avatar[1]}", avatar[0]) if avatar else None
    return User(id=bot.id, **texts, bot=True, photo=file.url if file else "")


def _answer(portal: Portal, bot: Bot) -> dict[str, Any]:
    people = [im_people.in_event(portal, bot.id)]
    return {"bot": payloads.bot_object(portal, bot), "users": people}
