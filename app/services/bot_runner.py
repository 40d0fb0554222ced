"""Polls for what bots hear and does what their rules say. One process runs it.

Everything heard and planned stands in the journal before the portal is told that it was heard, so a
program that ends in the middle goes on where it was and says nothing twice.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.bitrix.bots import Bots
from app.bitrix.errors import BitrixError, Throttled
from app.bitrix.records import polling
from app.domain.bot_life import BotEvent, BotTalk, Mode, RunBot, TalkState
from app.domain.dialog import Dialog
from app.domain.events import Event
from app.domain.line_hours import opening
from app.services import bot_rows
from app.services.bot_acting import BotActs
from app.services.bot_book import BotBook
from app.services.bot_hearing import hear
from app.services.bot_keeping import BotKeeping, fate
from app.services.bot_silence import ELSEWHERE
from app.services.bot_voice import BotVoice
from app.services.bot_watch import BotWatch
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible, ServiceError, problem_of
from app.services.lines import Lines
from app.services.rows import stamp
from app.services.signal import Signal

#: The first and the longest pause after a failure, in seconds.
FIRST_DELAY, LONGEST_DELAY = 2.0, 60.0
#: A bot that cannot be heard for another reason than the network is asked so often again.
LOOK_AGAIN = 60.0
#: Polls slow down by and by to so many times the shortest pause while nobody writes.
STRETCH, QUIET = 1.3, 4.0

log = logging.getLogger(__name__)


class BotRunner:
    """`turn` is held while bots act; `watch` notices who else answers for them."""

    def __init__(
        self,
        api: Bots,
        book: BotBook,
        lines: Lines,
        *,
        voice: BotVoice,
        dialogs: Dialogs,
        told: Signal[Event],
        pace: float,
        clock: Clock,
        read_only: Callable[[], bool],
    ) -> None:
        self.turn = asyncio.Lock()
        self._api, self._book, self._lines = api, book, lines
        self.watch = BotWatch(api, book.journal)
        self._doing = BotActs(api, book.journal, voice, self.watch)
        self._pace, self._clock, self._read_only = pace, clock, read_only
        self._alarm = Alarm()
        self._failures, self._wait = 0, pace
        self._strayed: dict[int, Dialog] = {}
        self._keeping = BotKeeping(book, dialogs, clock)
        dialogs.dialog_changed.connect(self._on_dialog)
        told.connect(self.watch.hear)

    def wake(self) -> None:
        """Ask the portal now."""
        self._failures, self._wait = 0, self._pace
        self._alarm.ring()

    async def run(self) -> None:
        """Hear and answer, until cancelled."""
        while True:
            await self._alarm.nap(await self.round())

    async def round(self) -> float | None:
        """Serve every bot once. Answers how long to rest then, None: until somebody wakes it."""
        async with self.turn:
            may = not self._read_only()
            await self._notice_strayed()
            await self._keeping.settle(may=may)
            served = [b for b in self._book.all() if may and b.active and b.mode is Mode.FETCH]
            await self.watch.watch(frozenset(bot.id for bot in served))
            if not served:
                return None
            return min([await self._guarded(bot) for bot in served])

    async def _guarded(self, bot: RunBot) -> float:
        try:
            busy = await self._serve(bot)
        except (BitrixError, ServiceError) as error:
            if isinstance(error, NotPossible) and error.problem.code == ELSEWHERE:
                await self._fall_silent(bot)
            return await self._failed(bot, error)
        self._failures = 0
        if self._book.problems.pop(bot.id, None) is not None:
            await self._book.tell()
        self._wait = self._pace if busy else min(self._wait * STRETCH, self._pace * QUIET)
        return self._wait

    async def _serve(self, bot: RunBot) -> bool:
        """What was left undone first, then what is new. Whether there was anything."""
        await self.watch.judge(bot.id)
        done = await self._doing.work_off(bot)
        more = True
        while more:
            with polling():
                batch = await self._api.events(bot.id, bot.offset)
            for event in batch.events:
                await self._hear(bot, event)
            done += await self._doing.work_off(bot) + len(batch.events)
            if batch.following > bot.offset:
                bot = replace(self._book.known(bot.id), offset=batch.following)
                await self._book.confirm(bot)
            more = batch.more
        if done:
            await self._book.tell()
        return bool(done)

    async def _hear(self, bot: RunBot, event: BotEvent) -> None:
        is_open = await self._is_open(event.line or bot.line)
        at = stamp(self._clock())
        await self._book.journal.run(partial(hear, bot, event, at, is_open=is_open))

    async def _is_open(self, line: int) -> bool:
        """Whether people are at work in a line; yes where its hours cannot be told."""
        if not line:
            return True
        try:
            settings = self._lines.get(line) or await self._lines.read(line)
        except BitrixError as error:
            log.info("The hours of line %d are not known: %s", line, error)
            return True
        told = opening(settings, self._clock()) if settings is not None else None
        return told is None or told.open

    async def _failed(self, bot: RunBot, error: BitrixError | ServiceError) -> float:
        log.info("Bot %d cannot be served: %s", bot.id, error)
        self._book.problems[bot.id] = problem_of(error)
        await self._book.tell()
        if isinstance(error, BitrixError) and not error.transient and not error.maybe_done:
            return LOOK_AGAIN
        delay: float = min(FIRST_DELAY * 2**self._failures, LONGEST_DELAY)
        self._failures = min(self._failures + 1, 16)
        return max(delay, error.retry_after) if isinstance(error, Throttled) else delay

    async def _fall_silent(self, bot: RunBot) -> None:
        """Two that answer for one bot say everything twice: a person decides who goes on."""
        await self._book.journal.run(partial(bot_rows.fall_silent, bot.id))
        await self._book.keep(replace(self._book.known(bot.id), active=False))

    def _on_dialog(self, dialog: Dialog) -> None:
        """Somebody answered or closed a dialog elsewhere: its bot hears nothing of that."""
        if any(talk.chat == dialog.portal_chat for talk in self._own()):
            self._strayed[dialog.id] = dialog
            self._alarm.ring()

    def _own(self) -> list[BotTalk]:
        return [talk for talk in self._book.talks() if talk.state is TalkState.BOT]

    async def _notice_strayed(self) -> None:
        strayed, self._strayed = list(self._strayed.values()), {}
        for dialog in strayed:
            for talk in self._own():
                if talk.chat == dialog.portal_chat and (state := fate(talk, dialog)):
                    await self._book.end(talk, state)
