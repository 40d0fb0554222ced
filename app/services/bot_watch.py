"""Notices that somebody else answers for a bot of ours, another console with a journal of its own:
the bot has said what we did not say.

Only what was said since the bot answers from here counts. The event queue tells of it where the
plan keeps queues apart; elsewhere the session's history does, which is looked at now and then
before the bot speaks. Says nothing itself.
"""

import asyncio
import logging
from functools import partial
from typing import Any

from app.bitrix.bots import Bots
from app.bitrix.errors import BitrixError
from app.domain.bot_life import BotAct
from app.domain.events import Event, MessageAdded
from app.services import bot_rows
from app.services.bot_silence import ELSEWHERE
from app.services.failures import NotPossible
from app.services.journal import Journal

#: The history is looked at before the first answer, then at most so often for each bot, in seconds.
LOOK_EVERY = 15.0

log = logging.getLogger(__name__)


class BotWatch:
    """One for all bots; whoever asks lets no bot speak meanwhile."""

    def __init__(self, api: Bots, journal: Journal) -> None:
        self._api, self._journal = api, journal
        self._began: dict[int, int] = {}
        self._looked: dict[int, float] = {}
        self._heard: dict[int, list[MessageAdded]] = {}

    async def watch(self, bots: frozenset[int]) -> None:
        """These answer from here. For one that did not until now it begins."""
        for gone in self._began.keys() - bots:
            self.begin_anew(gone)
        for new in bots - self._began.keys():
            self._began[new] = await self._journal.run(bot_rows.newest_act)

    def begin_anew(self, bot: int) -> None:
        """What was said up to now, by whomever, is no matter any more."""
        records: tuple[dict[int, Any], ...] = (self._began, self._looked, self._heard)
        for known in records:
            known.pop(bot, None)

    def hear(self, event: Event) -> None:
        """What a watched bot said, as the queue tells it; ours as well."""
        if isinstance(event, MessageAdded) and event.user_id in self._began:
            self._heard.setdefault(event.user_id, []).append(event)

    async def judge(self, bot: int) -> None:
        """What was heard of a bot.

        Raises:
            NotPossible: BOT_ELSEWHERE.
        """
        heard, chats = self._heard.pop(bot, []), dict[int, set[int]]()
        for event in heard:
            chats.setdefault(event.portal_chat, set()).add(event.im)
        for chat, numbers in chats.items():
            await self._compare(bot, chat, numbers)

    async def look(self, act: BotAct) -> None:
        """Look at a dialog in which a bot is about to speak, unless one was looked at just now.

        Raises:
            NotPossible: BOT_ELSEWHERE.
        """
        now = asyncio.get_running_loop().time()
        if not act.session or now < self._looked.get(act.bot, now):
            return
        self._looked[act.bot] = now + LOOK_EVERY
        try:
            words = await self._api.words(act.bot, act.session)
        except BitrixError as error:
            log.info("Whether bot %d is alone was not told: %s", act.bot, error)
            return  # its customer does not wait for that
        await self._compare(act.bot, act.chat, {number for number, _ in words})

    async def _compare(self, bot: int, chat: int, numbers: set[int]) -> None:
        """An act whose answer was lost accounts for one message that we do not know."""
        since = self._began.get(bot)
        if since is None:
            return
        own = await self._journal.run(partial(bot_rows.own_words, bot, chat, since))
        foreign = {number for number in numbers - own.said if number > own.first > 0}
        if len(foreign) > own.doubtful:
            log.warning("Somebody else answers for bot %d in chat %d: %s", bot, chat, foreign)
            raise NotPossible(ELSEWHERE)
