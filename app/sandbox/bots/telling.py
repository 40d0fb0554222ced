"""How an event reaches bots: at their handlers' addresses, or in the log of those who poll.

An older event goes once to each address and names all bots of that application in `BOT`; a newer
one goes to each bot alone.
"""

from collections.abc import Callable
from typing import Any

from app.sandbox.bot_records import Bot, Command
from app.sandbox.bots import books, payloads
from app.sandbox.delivery import delivery, events
from app.sandbox.portal import Portal

Shape = dict[str, Any]
Picture = Callable[[], Shape]
OLDER, NEWER = "ONIMBOT", "ONIMBOTV2"


def tell(
    portal: Portal, bots: list[Bot], event: str, older: Picture, newer: Picture, *, by: int
) -> None:
    """Tell bots of `event` (MESSAGEADD, ...); a picture is only drawn when somebody sees it.

    `by` is who caused it: an employee, a customer (who has no tokens) or nobody.
    """
    modern = [bot for bot in bots if bot.newer and _works(portal, bot)]
    if modern:
        shape = newer()
        for bot in modern:
            _tell_newer(portal, bot, NEWER + event, shape, by)
    for to, group in _by_address(portal, bots, OLDER + event).items():
        blocks = {str(bot.id): _block(portal, bot) for bot in group}
        data = {"BOT": blocks, **older()}
        _send(portal, to, OLDER + event, data, by)


def tell_command(
    portal: Portal, command: Command, called: Shape, older: Picture, newer: Picture
) -> None:
    """Tell a bot that it was called: `called` has params, context, message_id and by."""
    bot = portal.bots[command.bot]
    if not _works(portal, bot):
        return
    word = {"id": command.id, "command": f"/{command.word}", "params": called["params"]}
    if bot.newer:
        shape = {"command": {**word, "context": called["context"].lower()}, **newer()}
        _tell_newer(portal, bot, f"{NEWER}COMMANDADD", shape, called["by"])
        return
    block = _block(portal, bot) | {
        "COMMAND": command.word,
        "COMMAND_ID": command.id,
        "COMMAND_PARAMS": called["params"],
        "COMMAND_CONTEXT": called["context"],
        "MESSAGE_ID": called["message_id"],
    }
    data = {"COMMAND": {str(command.id): block}, **older()}
    _send(portal, (bot.owner, command.handler), "ONIMCOMMANDADD", data, called["by"])


def tell_end(portal: Portal, bot: Bot, *, by: int) -> None:
    """The last thing a bot hears: that it is gone."""
    if bot.newer:
        _tell_newer(portal, bot, f"{NEWER}DELETE", {}, by)
    elif _works(portal, bot):
        data = {"BOT_ID": bot.id, "BOT_CODE": bot.code}
        _send(portal, (bot.owner, bot.address(f"{OLDER}DELETE")), f"{OLDER}DELETE", data, by)


def _tell_newer(portal: Portal, bot: Bot, event: str, shape: Shape, by: int) -> None:
    if bot.polls:
        books.remember(portal, bot, event, {"bot": payloads.bot_object(portal, bot), **shape})
        return
    about = {"id": bot.id, "code": bot.code, "auth": _tokens(portal, bot)}
    _send(portal, (bot.owner, bot.webhook), event, {"bot": about, **shape}, by)


def _by_address(portal: Portal, bots: list[Bot], event: str) -> dict[tuple[str, str], list[Bot]]:
    groups: dict[tuple[str, str], list[Bot]] = {}
    for bot in bots:
        if not bot.newer and _works(portal, bot) and _has_hearer(portal, bot, event):
            groups.setdefault((bot.owner, bot.address(event)), []).append(bot)
    return groups


def _has_hearer(portal: Portal, bot: Bot, event: str) -> bool:
    """Whether the bot has an address for the event, or its application is bound to it."""
    bound = any(row.event == event and row.app == bot.owner for row in portal.bindings)
    return bound or bool(bot.address(event))


def _works(portal: Portal, bot: Bot) -> bool:
    """Whether the application behind a bot may hear of anything now; webhooks always may."""
    app = portal.apps.get(bot.owner)
    return app is None or (app.live and "imbot" in app.scope)


def _block(portal: Portal, bot: Bot) -> Shape:
    tokens = _tokens(portal, bot)
    return {
        **tokens,
        "client_id": bot.owner,
        "AUTH": {**tokens, "client_id": bot.owner},
        "BOT_ID": bot.id,
        "BOT_CODE": bot.code,
    }


def _tokens(portal: Portal, bot: Bot) -> Shape:
    """Long-lived tokens with which the application acts as the bot; a webhook has none."""
    app = portal.apps.get(bot.owner)
    return delivery.auth_block(portal, app, bot.id, lasting=True) if app else {}


def _send(portal: Portal, to: tuple[str, str], event: str, data: Shape, by: int) -> None:
    owner, address = to
    if address:
        delivery.send_to_bot(portal, owner, address, event, data, by)
    if owner in portal.apps:
        events.raise_event(portal, event, data, owner=owner, by=by)
