"""Keeps the journal sound and as small as a person wants, in the background.

A file that was not closed is looked through as a whole, and every file now and then; what is too
old is deleted once a day. Looking goes over a connection of its own, so that nothing waits for it.
"""

import asyncio
import logging
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from functools import partial

from app.services.clock import Alarm, Clock
from app.services.failures import JournalDamaged, JournalFull
from app.services.journal import Journal
from app.services.journal_file import check_wholly, connect, failure_of
from app.services.retention import Retention
from app.services.rows import load_text, moment, save_setting, stamp
from app.services.statistics_export import clear_scratch

#: How often a whole file is looked through although it was closed in good order.
CHECK_EVERY = timedelta(days=7)
DAY = 24 * 3600.0
_SETTING = "checked_at"

log = logging.getLogger(__name__)


class Upkeep:
    """Somebody has to `run` it."""

    def __init__(self, journal: Journal, retention: Retention, clock: Clock) -> None:
        self.retention = retention
        self._journal, self._clock = journal, clock
        self._alarm = Alarm()

    async def run(self) -> None:
        """Look after the journal, until cancelled.

        Raises:
            JournalDamaged: rows are lost or cannot be trusted.
            JournalFailed: it cannot be read or written any more.
        """
        await asyncio.to_thread(clear_scratch, self._journal.path.parent)
        if await self._is_due():
            await self.check()
        while True:
            try:
                deleted = await self.retention.delete_old()
                log.info("Deleted because of their age: %s", deleted)
            except JournalFull as full:
                log.warning("Nothing old is deleted now: %s", full)
            await self._alarm.nap(DAY)

    async def keep(self, days: int) -> None:
        """Keep what is at most so many days old; what is older goes soon, in the background."""
        await self.retention.choose(days)
        self._alarm.ring()

    async def check(self) -> None:
        """Look through the whole file; indexes that do not fit their tables are made anew.

        Raises:
            JournalDamaged: rows are lost or cannot be trusted.
        """
        await _interruptible(self._journal)
        now = stamp(self._clock())
        await self._journal.run(partial(save_setting, _SETTING, now))

    async def _is_due(self) -> bool:
        last = await self._journal.run(partial(load_text, name=_SETTING))
        return self._journal.was_left_open or not last or self._is_long_ago(moment(last))

    def _is_long_ago(self, last: datetime) -> bool:
        return not self._clock() - CHECK_EVERY <= last <= self._clock()


async def _interruptible(journal: Journal) -> None:
    """The check takes seconds; who stops the program does not wait for its end."""
    path = journal.path
    connection = await asyncio.to_thread(connect, path)
    with closing(connection):
        looking = asyncio.gather(asyncio.to_thread(check_wholly, path, connection))
        try:
            await asyncio.shield(looking)
        except asyncio.CancelledError:
            connection.interrupt()
            with suppress(sqlite3.Error, JournalDamaged):
                await looking
            raise
        except sqlite3.Error as error:
            raise failure_of(error, path) from error
