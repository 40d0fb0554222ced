"""What the methods of bots share: whose bots they are, which one is meant, acting as it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books
from app.sandbox.delivery.handler_url import PORTS
from app.sandbox.errors import VendorError
from app.sandbox.methods.im_base import number
from app.sandbox.params import Params, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of

SCOPE = ("imbot",)
MAX_ADDRESS = 2_000
MAX_KEY = 100


def owner_of(portal: Portal, params: Params) -> str:
    """Who calls: an application, or a webhook that names itself by CLIENT_ID."""
    caller = caller_of(portal)
    if caller.app:
        return caller.app.client_id
    key = to_text(params.get("CLIENT_ID")).strip()
    if not key:
        raise VendorError("ACCESS_DENIED", "Access denied! Client ID not specified", 403)
    return f"custom{key[:MAX_KEY]}"


def bot_of(portal: Portal, params: Params, *, named: bool = False) -> Bot:
    """The bot of BOT_ID; without it the caller's first one, unless it has to be `named`."""
    owner = owner_of(portal, params)
    if params.get("BOT_ID") is None and not named:
        own = books.owned(portal, owner)
        bot = own[0] if own else None
    else:
        bot = portal.bots.get(number(params.get("BOT_ID")))
    if bot is None:
        raise VendorError("BOT_ID_ERROR", "Bot not found")
    if bot.owner != owner:
        raise VendorError("APP_ID_ERROR", "Bot was installed by another rest application")
    return bot


@contextmanager
def acting_as(portal: Portal, bot: Bot) -> Iterator[None]:
    """What is done inside is done by the bot."""
    caller = caller_of(portal)
    portal.caller = replace(caller, user=portal.users[bot.id])
    try:
        yield
    finally:
        portal.caller = caller


def address(value: Any) -> str:
    """The address of a handler; empty when it is none."""
    text = to_text(value).strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    usable = parts.scheme in ("http", "https") and "." in host and len(text) <= MAX_ADDRESS
    return text if usable and (port is None or port in PORTS) else ""
