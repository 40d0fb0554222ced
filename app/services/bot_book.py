"""The bots of one portal and their sessions, as the journal has them. The one owner of that state.

Knows no calls.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from sqlite3 import Connection
from typing import Self

from app.domain.bot_life import BotTalk, RunBot, TalkState
from app.domain.problem import Problem
from app.services import bot_rows
from app.services.bot_silence import ELSEWHERE, keep_elsewhere, load_elsewhere
from app.services.failures import NotPossible
from app.services.journal import Journal
from app.services.signal import Signal


class BotBook:
    """`changed` tells that bots, sessions or a problem changed; `problems`: why a bot is not heard
    at the moment.
    """

    def __init__(self, journal: Journal) -> None:
        self.changed: Signal[None] = Signal()
        self.problems: dict[int, Problem] = {}
        self.journal = journal
        self._bots: dict[int, RunBot] = {}
        self._talks: tuple[BotTalk, ...] = ()
        self._held: tuple[BotTalk, ...] = ()

    @classmethod
    async def load(cls, journal: Journal) -> Self:
        """As earlier runs left it."""
        book = cls(journal)
        book._bots = {bot.id: bot for bot in await journal.run(bot_rows.load_bots)}
        for bot in await journal.run(load_elsewhere):
            if bot in book._bots:
                book.problems[bot] = Problem(ELSEWHERE)
        await book._read()
        return book

    def all(self) -> tuple[RunBot, ...]:
        """The bots, the oldest first."""
        return tuple(self._bots.values())

    def get(self, bot: int) -> RunBot | None:
        """A bot by its number."""
        return self._bots.get(bot)

    def known(self, bot: int) -> RunBot:
        """A bot by its number. Raises NotPossible: BOT_NOT_FOUND."""
        found = self._bots.get(bot)
        if found is None:
            raise NotPossible("BOT_NOT_FOUND")
        return found

    def silenced(self) -> tuple[str, ...]:
        """The names of bots that say nothing, since another console may answer for them."""
        told = self.problems.items()
        mine = [self._bots.get(number) for number, problem in told if problem.code == ELSEWHERE]
        return tuple(bot.name or f"#{bot.id}" for bot in mine if bot is not None)

    def talks(self) -> tuple[BotTalk, ...]:
        """Sessions: those that bots have now, then the others, the newest first."""
        return self._talks

    def held(self) -> tuple[BotTalk, ...]:
        """The sessions of bots that can go on with them now."""
        able = {bot.id for bot in self.all() if bot.active and bot.id not in self.problems}
        return tuple(talk for talk in self._held if talk.bot in able)

    async def keep(self, bot: RunBot) -> RunBot:
        """Keep a bot as it is now; how far it has heard is kept by `confirm`."""
        await self.journal.run(partial(bot_rows.put_bot, bot))
        heard = max(bot.offset, self._bots.get(bot.id, bot).offset)
        self._bots[bot.id] = bot = replace(bot, offset=heard)
        self.changed.emit(None)
        return bot

    async def set_elsewhere(self, bot: int, *, on: bool) -> None:
        """Whether another console may answer for a bot; known also after a restart."""
        if on:
            self.problems[bot] = Problem(ELSEWHERE)
        else:
            self.problems.pop(bot, None)
        await self.journal.run(partial(keep_elsewhere, bot, on=on))

    async def drop(self, bot: int) -> None:
        """Forget a bot with everything it did."""
        await self.journal.run(partial(bot_rows.drop_bot, bot))
        self._bots.pop(bot, None)
        self.problems.pop(bot, None)
        await self.tell()

    async def confirm(self, bot: RunBot) -> None:
        """Everything before `bot.offset` was heard and done."""
        await self.journal.run(partial(bot_rows.confirm, bot.id, bot.offset))
        self._bots[bot.id] = bot

    async def end(self, talk: BotTalk, state: TalkState) -> None:
        """A bot has a session no longer."""
        place = (talk.bot, talk.chat, talk.session)
        await self.write(partial(bot_rows.end_talk, place, state, None))

    async def write(self, work: Callable[[Connection], None]) -> None:
        """Change sessions, and tell of it."""
        await self.journal.run(work)
        await self.tell()

    async def tell(self) -> None:
        """Read the sessions again and tell of them."""
        await self._read()
        self.changed.emit(None)

    async def _read(self) -> None:
        self._talks = await self.journal.run(bot_rows.load_talks)
        self._held = await self.journal.run(bot_rows.load_held)
