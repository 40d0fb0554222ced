"""Typed `imbot.v2.*`, the older `imbot.*`, and a bot's part in open lines.

A bot of the newer methods polls for its events and needs no public address; where the portal has
only the older ones, its events are posted to a handler's address.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.bitrix.errors import Garbled
from app.bitrix.transport import Caller
from app.bitrix.wire import (
    Json,
    Params,
    as_bool,
    as_int,
    as_map,
    as_text,
    each_map,
    field,
    lower,
)
from app.domain.bot import Target, TargetKind
from app.domain.bot_life import BotEvent, BotInfo, HeardKind, Mode
from app.domain.same_text import is_same_text

_REGISTER, _LIST, _EVENTS = "imbot.v2.Bot.register", "imbot.v2.Bot.list", "imbot.v2.Event.get"
_SEND, _OLDER = "imbot.v2.Chat.Message.send", "imbot.register"
_HISTORY = "imopenlines.session.history.get"
_SESSION_PART, _PAGE = 5, 50
_KINDS = {"ONIMBOTV2JOINCHAT": HeardKind.JOINED, "ONIMBOTV2MESSAGEADD": HeardKind.SAID}


@dataclass(frozen=True, slots=True)
class BotBatch:
    """Events in their order, and from where to go on; `more` wait already."""

    events: tuple[BotEvent, ...]
    following: int
    more: bool


class Bots:
    """The bots of this application."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def register(self, name: str, code: str) -> int:
        """`imbot.v2.Bot.register` of a bot for open lines that polls: its user's number. The same
        code again answers the bot that is there.

        Raises:
            BitrixError: ERROR_METHOD_NOT_FOUND where the portal is too old; BOT_CODE_ALREADY_TAKEN
                by another application; BOT_LIMIT_EXCEEDED.
        """
        fields: Params = {
            "code": code,
            "properties": {"name": name},
            "type": "openline",
            "eventMode": "fetch",
            "isSupportOpenline": True,
        }
        answer = await self._caller.call(_REGISTER, {"fields": fields})
        return _number(field(answer, "bot", "id"), _REGISTER)

    async def register_older(self, name: str, code: str, handler: str) -> int:
        """`imbot.register` of a bot for open lines whose events go to `handler`.

        Raises:
            BitrixError: EVENT_MESSAGE_ADD_ERROR for an address the portal cannot reach;
                MAX_COUNT_ERROR.
        """
        params: Params = {
            "CODE": code,
            "TYPE": "O",
            "OPENLINE": "Y",
            "EVENT_HANDLER": handler,
            "PROPERTIES": {"NAME": name},
        }
        return _number(await self._caller.call(_OLDER, params), _OLDER)

    async def all(self) -> tuple[BotInfo, ...]:
        """`imbot.v2.Bot.list`: all bots of this application, every page."""
        found: dict[int, BotInfo] = {}
        while True:
            answer = await self._caller.call(_LIST, {"limit": _PAGE, "offset": len(found)})
            names = {
                as_int(row.get("id")): as_text(row.get("name"))
                for row in each_map(field(answer, "users"))
            }
            rows = list(each_map(field(answer, "bots")))
            page = {bot.id: bot for bot in (_info(row, names) for row in rows) if bot.id}
            if not as_bool(field(answer, "hasNextPage")) or page.keys() <= found.keys():
                return tuple((found | page).values())
            found |= page

    async def unregister(self, bot: int) -> None:
        """`imbot.v2.Bot.unregister`: its dialogs go on without it.

        Raises:
            BitrixError: BOT_NOT_FOUND when it has gone already.
        """
        await self._caller.call("imbot.v2.Bot.unregister", {"botId": bot})

    async def unregister_older(self, bot: int) -> None:
        """`imbot.unregister`. Raises BitrixError: BOT_ID_ERROR when it has gone already."""
        await self._caller.call("imbot.unregister", {"BOT_ID": bot})

    async def events(self, bot: int, offset: int, limit: int = 100) -> BotBatch:
        """`imbot.v2.Event.get`: what the bot heard from `offset` on. Asking so confirms everything
        before it, which the portal forgets.
        """
        params: Params = {"botId": bot, "offset": offset, "limit": limit}
        answer = await self._caller.call(_EVENTS, params)
        events = tuple(_events(each_map(field(answer, "events"))))
        told = as_int(field(answer, "nextOffset"), 0) or 0
        following = max(told, offset, *(event.id + 1 for event in events), 0)
        return BotBatch(events, following, as_bool(field(answer, "hasMore")))

    async def say(self, bot: int, chat: int, text: str) -> int:
        """`imbot.v2.Chat.Message.send`: the message's number.

        Raises:
            BitrixError: ACCESS_DENIED when the bot is not in the chat any more.
        """
        fields: Params = {"message": text, "urlPreview": False}
        params: Params = {"botId": bot, "dialogId": f"chat{chat}", "fields": fields}
        return _number(field(await self._caller.call(_SEND, params), "id"), _SEND)

    async def hand_over(self, chat: int, target: Target) -> None:
        """`imopenlines.bot.session.operator` to whoever is free, or `.transfer` to exactly one
        person or line; the bot leaves.

        Raises:
            BitrixError: WRONG_CHAT when no bot has the dialog; OPERATOR_WRONG when the target
                cannot have it.
        """
        place: Params = {"CHAT_ID": chat}
        if target.kind is TargetKind.QUEUE:
            await self._caller.call("imopenlines.bot.session.operator", place)
            return
        name = "USER_ID" if target.kind is TargetKind.PERSON else "QUEUE_ID"
        params: Params = {**place, name: target.id, "LEAVE": "Y"}
        await self._caller.call("imopenlines.bot.session.transfer", params)

    async def finish(self, chat: int) -> None:
        """`imopenlines.bot.session.finish`. Raises BitrixError: as `hand_over`."""
        await self._caller.call("imopenlines.bot.session.finish", {"CHAT_ID": chat})

    async def owner(self, chat: int) -> int:
        """`imopenlines.dialog.get`: whose a dialog is, 0 for nobody.

        Raises:
            BitrixError: ACCESS_ERROR for a chat that is not there, and for one of others.
        """
        found = await self._caller.call("imopenlines.dialog.get", {"CHAT_ID": chat})
        return as_int(field(found, "owner"), 0) or 0

    async def said(self, bot: int, session: int, after: int, text: str) -> tuple[int, ...]:
        """The bot's messages of a session with this text after that one, see `words`."""
        spoken = [each for each in await self.words(bot, session) if each[0] > after]
        return tuple(number for number, said in spoken if is_same_text(said, text))

    async def words(self, bot: int, session: int) -> tuple[tuple[int, str], ...]:
        """`imopenlines.session.history.get`: the numbers and texts of the bot's messages."""
        answer = await self._caller.call(_HISTORY, {"SESSION_ID": session})
        rows = [lower(row) for row in as_map(field(answer, "message")).values()]
        mine = [row for row in rows if as_int(row.get("senderid")) == bot]
        found = ((as_int(row.get("id"), 0) or 0, as_text(row.get("text")).strip()) for row in mine)
        return tuple(sorted(found))


def _info(about: Mapping[str, Json], names: Mapping[int | None, str]) -> BotInfo:
    number = as_int(about.get("id"), 0) or 0
    polls = as_text(about.get("eventMode")) != "webhook"
    return BotInfo(
        number,
        as_text(about.get("code")),
        names.get(number) or as_text(about.get("code")),
        as_bool(about.get("isSupportOpenline")),
        Mode.FETCH if polls else Mode.HANDLER,
    )


def _events(rows: Iterable[Mapping[str, Json]]) -> Iterator[BotEvent]:
    for about in rows:
        number = as_int(about.get("eventId"))
        if number is not None:
            yield _event(number, as_text(about.get("type")), about.get("data"))


def _event(number: int, name: str, data: Json) -> BotEvent:
    chat, message = as_map(field(data, "chat")), as_map(field(data, "message"))
    kind = _KINDS.get(name.upper(), HeardKind.OTHER)
    of_line = as_text(chat.get("entityType")).upper() == "LINES"
    outside = as_bool(field(data, "user", "connector")) and not as_bool(message.get("isSystem"))
    if not of_line or (kind is HeardKind.SAID and not outside):
        kind = HeardKind.OTHER  # an employee's words in the same chat are not for the bot
    parts = as_text(chat.get("entityData1")).split("|")
    session = as_int(parts[_SESSION_PART], 0) if len(parts) > _SESSION_PART else 0
    return BotEvent(
        number,
        kind,
        as_int(chat.get("id"), 0) or 0,
        session or 0,
        as_text(chat.get("entityId")),
        as_text(chat.get("name")),
        as_int(chat.get("owner"), 0) or 0,
        as_int(message.get("id"), 0) or 0,
        as_text(message.get("text")),
    )


def _number(value: Json, method: str) -> int:
    number = as_int(value)
    if not number:
        raise Garbled("", description="no number", method=method)
    return number
