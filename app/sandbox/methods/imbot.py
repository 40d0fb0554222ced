"""`imbot.register`, `unregister`, `update` and `bot.list`: the bots of an application."""

from dataclasses import replace
from typing import Any

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books, network, turns
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chat_looks, drive
from app.sandbox.methods.imbot_base import SCOPE, address, bot_of, owner_of
from app.sandbox.model import User
from app.sandbox.params import Params, as_map, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MAX_TEXT = 255
#: Parameter of a handler's address -> the event, and what it is called in a refusal.
_HANDLERS = {
    "EVENT_MESSAGE_ADD": ("ONIMBOTMESSAGEADD", "Message add"),
    "EVENT_MESSAGE_UPDATE": ("ONIMBOTMESSAGEUPDATE", ""),
    "EVENT_MESSAGE_DELETE": ("ONIMBOTMESSAGEDELETE", ""),
    "EVENT_WELCOME_MESSAGE": ("ONIMBOTJOINCHAT", "Welcome message"),
    "EVENT_BOT_DELETE": ("ONIMBOTDELETE", "Bot delete"),
}
#: Of these, bots that are neither for open lines nor supervisors hear by `imbot.update` only.
_ONLY_BY_UPDATE = ("ONIMBOTMESSAGEUPDATE", "ONIMBOTMESSAGEDELETE")
_PROFILE = {
    "NAME": "name",
    "LAST_NAME": "last_name",
    "EMAIL": "email",
    "WORK_POSITION": "position",
    "PERSONAL_GENDER": "gender",
}
_LETTERS = ("B", "O", "H", "S")
_OTHER = ("COLOR", "PERSONAL_BIRTHDAY", "PERSONAL_WWW")
_ONE_SET = (
    "The handlers of an application's bots may differ, a real portal wants one set; a webhook's are"
    " called as they are given, without its CLIENT_ID in their query."
)


@rest_method("imbot.register", basis="documented", note=_ONE_SET, scopes=SCOPE)
def register(portal: Portal, params: Params) -> object:
    """A new bot; the same code again gives the one that is there."""
    params = upper(params)
    owner = owner_of(portal, params)
    handlers = _handlers(params, required=True)
    letter, openline = _kind(params)
    if letter in "BH" and not openline:
        handlers = {event: to for event, to in handlers.items() if event not in _ONLY_BY_UPDATE}
    code = to_text(params.get("CODE")).strip()[:MAX_TEXT]
    if not code:
        raise VendorError("CODE_ERROR", "Bot code isn't specified")
    properties = upper(as_map(params.get("PROPERTIES")))
    if not _named(properties):
        raise VendorError("NAME_ERROR", "Bot name isn't specified")
    known = next((bot for bot in portal.bots.values() if bot.code == code), None)
    if known and known.owner == owner:
        return known.id
    _check_room(portal, owner, taken=known is not None)
    bot = Bot(books.new_id(portal), code, owner, caller_of(portal).user.id, handlers=handlers)
    bot.properties = {name: to_text(properties.get(name))[:MAX_TEXT] for name in _OTHER}
    bot.letter, bot.kind, bot.openline = letter, books.KINDS[letter], openline
    user = User(id=bot.id, name="", last_name="", bot=True)
    books.add(portal, bot, _dressed(portal, user, properties))
    return bot.id


@rest_method("imbot.unregister", basis="documented", scopes=SCOPE)
def unregister(portal: Portal, params: Params) -> object:
    """A bot goes, with its commands and private chats."""
    bot = bot_of(portal, upper(params), named=True)
    turns.forget(portal, bot, by=caller_of(portal).user.id)
    return True


@rest_method("imbot.update", basis="documented", scopes=SCOPE)
def update(portal: Portal, params: Params) -> object:
    """Change a bot's code, profile or handlers."""
    params = upper(params)
    bot = bot_of(portal, params, named=True)
    fields = upper(as_map(params.get("FIELDS")))
    handlers = _handlers(fields, required=False)
    properties = upper(as_map(fields.get("PROPERTIES")))
    code = to_text(fields.get("CODE")).strip()[:MAX_TEXT]
    if not handlers and not code and not properties:
        raise VendorError("WRONG_REQUEST", "Update fields can't be empty")
    user = portal.users[bot.id]
    names = {"NAME": user.name, "LAST_NAME": user.last_name, **properties}
    if not _named(names):
        raise VendorError("NAME_ERROR", "Bot name isn't specified")
    if any(other.code == code and other is not bot for other in portal.bots.values()):
        raise VendorError("WRONG_REQUEST", "Bot can't be updated")
    bot.code = code or bot.code
    bot.handlers |= handlers
    bot.properties |= {k: to_text(properties[k])[:MAX_TEXT] for k in _OTHER if k in properties}
    portal.users[bot.id] = _dressed(portal, user, properties)
    return True


@rest_method(
    "imbot.bot.list",
    basis="documented",
    note=(
        "The bots of all applications, as the page does not say otherwise; hidden ones and those of"
        " the network are left out (a guess)."
    ),
    scopes=SCOPE,
)
def bot_list(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The bots of the portal by number."""
    rows = {
        str(bot.id): {
            "ID": bot.id,
            "NAME": portal.users[bot.id].full_name,
            "CODE": bot.code,
            "OPENLINE": "Y" if bot.openline else "N",
        }
        for bot in portal.bots.values()
        if not bot.hidden and bot.owner != network.OWNER
    }
    return rows or []


def _kind(params: Params) -> tuple[str, bool]:
    """TYPE, and whether it is for open lines; a bot of type O always is."""
    letter = to_text(params.get("TYPE")).upper()
    letter = letter if letter in _LETTERS else "B"
    return letter, letter == "O" or to_text(params.get("OPENLINE")) == "Y"


def _handlers(fields: Params, *, required: bool) -> dict[str, str]:
    """Addresses by event; EVENT_HANDLER stands for all of them."""
    common = fields.get("EVENT_HANDLER")
    given = dict.fromkeys(_HANDLERS, common) if truthy(common) else fields
    found: dict[str, str] = {}
    for name, (event, title) in _HANDLERS.items():
        value = given.get(name)
        if not truthy(value):
            if required and title:
                raise VendorError(f"{name}_ERROR", f'Handler for "{title}" event isn\'t specified')
            continue
        found[event] = address(value)
        if not found[event]:
            raise VendorError(f"{name}_ERROR", "Wrong handler URL")
    return found


def _named(properties: Params) -> bool:
    return any(to_text(properties.get(name)).strip() for name in ("NAME", "LAST_NAME"))


def _check_room(portal: Portal, owner: str, *, taken: bool) -> None:
    if len(books.owned(portal, owner)) >= books.MAX_BOTS:
        text = f"Has reached the maximum number of bots for application (max: {books.MAX_BOTS})"
        raise VendorError("MAX_COUNT_ERROR", text)
    if taken or books.is_full(portal):
        raise VendorError("WRONG_REQUEST", "Bot can't be created")


def _dressed(portal: Portal, user: User, properties: Params) -> User:
    """The bot's user with what the properties say; a picture that is none changes nothing."""
    changes: dict[str, Any] = {
        field: to_text(properties[name]).strip()[:MAX_TEXT]
        for name, field in _PROFILE.items()
        if name in properties
    }
    if photo := _photo(portal, to_text(properties.get("PERSONAL_PHOTO"))):
        drive.discard(portal, user.photo)
        changes["photo"] = photo
    return replace(user, **changes)


def _photo(portal: Portal, text: str) -> str:
    if not text:
        return ""
    try:
        content, about = chat_looks.picture_from(text)
    except VendorError:
        return ""
    file = drive.store(portal, f"bot.{about.extension}", content)
    return file.url if file else ""
