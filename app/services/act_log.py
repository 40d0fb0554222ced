"""The log of what was done at the portal from this window: append-only, read by pages, exported.

A row is written before the portal is asked and completed when it has answered: what was begun and
never completed stands there with an unknown outcome, also after the program was killed. Acts on
dialogs are noted by those who do them; changes of connectors, lines, bindings, placements and bots
are noted around their calls. Knows no words for people.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from app.bitrix.errors import BitrixError
from app.bitrix.redact import redact
from app.bitrix.wire import Params
from app.domain.dialog import Dialog
from app.domain.portal import Profile, User
from app.services.act_file import EntryWords, line, write
from app.services.act_rows import (
    BEGUN,
    NOT_ASKED,
    UNKNOWN,
    LogEntry,
    LogFilter,
    add,
    complete,
    page,
)
from app.services.act_setup import is_setup, readable
from app.services.clock import Clock
from app.services.failures import NotNoted, ServiceError
from app.services.journal import Journal
from app.services.signal import Signal

_LONGEST = 500
#: Entries of a page, and how many get their words before the window has its turn again.
_PAGE, _AT_ONCE = 500, 50

log = logging.getLogger(__name__)


class ActLog:
    """One portal's log. `changed` tells that it has grown, or that an act has come to its end."""

    def __init__(
        self, journal: Journal, me: User, profile: Callable[[], Profile], clock: Clock
    ) -> None:
        self.changed: Signal[None] = Signal()
        self._journal, self._me, self._profile, self._clock = journal, me, profile, clock
        #: What goes on: touched in the journal's thread alone, so that it is true of what is read.
        self._running: set[int] = set()

    @asynccontextmanager
    async def doing(
        self,
        method: str,
        *,
        act: str = "",
        dialog: Dialog | None = None,
        detail: str = "",
        before: str = "",
    ) -> AsyncIterator[None]:
        """Around the call itself: begun before it, completed after it, also when it is refused.
        What never leaves, since the profile is read-only, is not noted.

        Raises:
            JournalFull, JournalFailed: it could not be begun; the portal was not asked.
            NotNoted: it was done, and that could not be written down.
        """
        if self._profile().read_only:
            yield
            return
        number = await self._begin(self._entry(method, act, dialog, detail, before))
        try:
            yield
        except BitrixError as error:
            await self._refused(number, _result_of(error))
            raise
        except BaseException:  # whoever waited has gone: what becomes of it is not known
            self._complete(number, UNKNOWN).add_done_callback(_tell_failure)
            raise
        try:
            await asyncio.shield(self._complete(number, ""))
        except ServiceError as error:
            raise NotNoted(error.problem) from error

    def around(
        self, method: str, params: Params, by_itself: bool
    ) -> AbstractAsyncContextManager[None]:
        """Around any call of this portal: one that changes how the portal is set up is noted,
        `by_itself` as the program's own.
        """
        if not is_setup(method) or self._profile().read_only:
            return nullcontext()
        return self._set_up(method, redact(params), by_itself)

    async def page(
        self, wanted: LogFilter, *, before: int = 0, count: int = _PAGE
    ) -> tuple[LogEntry, ...]:
        """The newest entries, or those before one, the newest first."""
        return await self._journal.run(partial(self._page, wanted, before, count))

    async def export(
        self, path: Path, wanted: LogFilter, words: Callable[[LogEntry], EntryWords]
    ) -> int:
        """Write the entries as CSV, the oldest first; how many there are. `words` are those of the
        person's language.

        Raises:
            OSError: the file cannot be written; what was there before is untouched.
        """
        lines: list[tuple[str, ...]] = []
        before = 0
        while rows := await self.page(wanted, before=before):
            before = rows[-1].id
            for begin in range(0, len(rows), _AT_ONCE):
                lines += [line(row, words(row)) for row in rows[begin : begin + _AT_ONCE]]
                await asyncio.sleep(0)  # the window goes on
        lines.reverse()
        await asyncio.to_thread(write, path, lines)
        return len(lines)

    def _entry(
        self, method: str, act: str, dialog: Dialog | None, detail: str, before: str
    ) -> LogEntry:
        return LogEntry(
            *(0, self._clock(), self._me.id, self._me.name, self._profile().name, act, method),
            dialog=dialog.id if dialog else None,
            name=dialog.name if dialog else "",
            detail=detail[:_LONGEST],
            before=before,
            result=BEGUN,
        )

    @asynccontextmanager
    async def _set_up(self, method: str, request: str, by_itself: bool) -> AsyncIterator[None]:
        """A log that cannot be written does not keep the portal from being set up."""
        entry = self._entry(method, "", None, readable(request), "")
        entry = replace(entry, user=0, user_name="") if by_itself else entry
        try:
            number = await self._begin(entry)
        except ServiceError as error:
            log.warning("A change of the set-up could not be noted: %s", error)
            yield
            return
        result = UNKNOWN
        try:
            yield
            result = ""
        except BitrixError as error:
            result = _result_of(error)
            raise
        finally:
            self._complete(number, result).add_done_callback(_tell_failure)

    async def _begin(self, entry: LogEntry) -> int:
        begun = self._journal.begin(partial(self._add, entry), self._tell)
        try:
            return await asyncio.shield(begun)
        except asyncio.CancelledError:
            begun.add_done_callback(self._give_up)
            raise

    def _give_up(self, begun: "asyncio.Future[int]") -> None:
        """Nobody waits any more, so the portal is not asked."""
        if not begun.cancelled() and begun.exception() is None:
            self._complete(begun.result(), NOT_ASKED).add_done_callback(_tell_failure)

    def _complete(self, number: int, result: str) -> "asyncio.Future[None]":
        work = partial(self._end, number, self._clock(), result)
        return self._journal.begin(work, self._tell)

    async def _refused(self, number: int, code: str) -> None:
        """The portal's own refusal is told before a log that could not be written."""
        try:
            await asyncio.shield(self._complete(number, code))
        except ServiceError as error:
            log.warning("A refusal could not be noted: %s", error)

    def _tell(self, _: int | None) -> None:
        self.changed.emit(None)

    def _add(self, entry: LogEntry, conn: Connection) -> int:
        number = add(entry, conn)
        self._running.add(number)
        return number

    def _end(self, number: int, at: datetime, result: str, conn: Connection) -> None:
        self._running.discard(number)
        complete(number, at, result, conn)

    def _page(
        self, wanted: LogFilter, before: int, count: int, conn: Connection
    ) -> tuple[LogEntry, ...]:
        told = (self._as_told(row) for row in page(wanted, before, count, conn))
        return tuple(row for row in told if not wanted.failed or row.result != BEGUN)

    def _as_told(self, row: LogEntry) -> LogEntry:
        """What this run has begun goes on; older programs wrote requests down as they were."""
        result = BEGUN if row.id in self._running else row.result
        return replace(row, result=result, detail=readable(row.detail))


def _result_of(error: BitrixError) -> str:
    """Where what failed only looked, the act itself was not asked for: that comes after it."""
    if error.reads:
        return NOT_ASKED
    return UNKNOWN if error.maybe_done else error.code or type(error).__name__


def _tell_failure(future: "asyncio.Future[None]") -> None:
    error = None if future.cancelled() else future.exception()
    if isinstance(error, ServiceError):
        log.warning("What became of an act could not be noted: %s", error)
