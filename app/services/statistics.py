"""How good the support was: figures of a period out of the journal, and a table of its sessions.

Reads over a connection of its own in a thread of its own, so that neither the loop nor whoever
writes waits for it. Makes no calls and knows no window. A figure is as true as the journal is
whole: every report says what was observed.
"""

import asyncio
import sqlite3
from asyncio import TimerHandle
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from threading import Event
from typing import Protocol, TypeVar

from app.domain.dialog import DialogId
from app.domain.line import LineSettings
from app.domain.statistics.facts import Period, Report, SessionFact
from app.domain.statistics.report import make_report, within
from app.domain.statistics.table import Sheet
from app.services.clock import Clock
from app.services.coverage import known_since, read_coverage
from app.services.delivery_health import read_health
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.journal_file import connect_to_read, failure_of
from app.services.session_facts import FactBook, in_order
from app.services.signal import Signal
from app.services.statistics_export import write_sessions

T = TypeVar("T")

#: Seconds between two tellings that figures have changed.
PAUSE = 1.0
#: A period may reach so far beyond what anything is known of; the rest of it says nothing.
_BEYOND, _AHEAD = timedelta(days=366), timedelta(days=1)
#: Whatever is older was told by a broken clock.
_OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
_ALL: frozenset[int] = frozenset()


class LineBook(Protocol):
    """The open lines with their settings, as they were read last."""

    def all(self) -> tuple[LineSettings, ...]:
        """Every line that is known."""


class GivenUp(Exception):
    """Somebody cancelled; the thread ends."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted: a period, these lines or all, with the settings of lines as they are
    `now`.
    """

    period: Period
    lines: frozenset[int]
    settings: Mapping[int, LineSettings]
    now: datetime


class Statistics:
    """Answers one question after another. `changed` is told at most once a second."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        lines: LineBook,
        link: Callable[[DialogId], str],
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self._journal, self._lines, self._link, self._clock = journal, lines, link, clock
        self._book = FactBook()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="statistics")
        self._connection: Connection | None = None
        self._timer: TimerHandle | None = None
        self._stops = (
            dialogs.dialog_changed.connect(lambda dialog: self._note(dialog.id)),
            dialogs.message_changed.connect(lambda change: self._note(change.message.dialog)),
            dialogs.trimmed.connect(self._note),
        )

    async def report(
        self, period: Period, lines: frozenset[int] = _ALL, *, working: bool = False
    ) -> Report:
        """Every figure of a period. `working`: durations of the hours alone in which lines are
        open. What lies years before anything is known of, or after today, is left out.

        Raises:
            ServiceError: the journal cannot be read.
        """
        asked = self._question(period, lines)
        return await self._ask(partial(self._report, asked, working))

    async def facts(
        self, period: Period, lines: frozenset[int] = _ALL, ratings: Collection[int] = ()
    ) -> tuple[SessionFact, ...]:
        """The sessions that a report of the same period counts, in order of time; with `ratings`
        only those that were rated so.

        Raises:
            ServiceError: the journal cannot be read.
        """
        asked = self._question(period, lines)
        return await self._ask(partial(self._some_facts, asked, frozenset(ratings)))

    async def export(
        self, path: Path, period: Period, lines: frozenset[int], form: str, nameless: str = "{id}"
    ) -> int:
        """One row for each session as "csv" or "xlsx", and what was observed. Answers how many.
        `nameless`: see `Sheet`.

        Raises:
            OSError: the file cannot be written; what was there before is untouched.
            ServiceError: the journal cannot be read.
        """
        asked = self._question(period, lines)
        names = {number: each.name for number, each in asked.settings.items()}
        sheet = Sheet(names, self._link, period.zone, str(period.zone), nameless=nameless)
        return await self._ask(partial(self._export, asked, sheet, (path, form)))

    async def close(self) -> None:
        """Give up what is being counted and close the file."""
        for stop in self._stops:
            stop()
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._thread, self._close))
        self._thread.shutdown(wait=False)

    def _question(self, period: Period, lines: frozenset[int]) -> Question:
        settings = {each.id: each for each in self._lines.all()}
        return Question(period, lines, settings, self._clock())

    def _report(
        self,
        asked: Question,
        working: bool,
        conn: Connection,
        go_on: Callable[[], None],
    ) -> Report:
        asked = _bounded(asked, conn)
        coverage = read_coverage(asked.period, asked.now, conn)
        health = read_health(asked.period, asked.lines, conn)
        found = self._facts(asked, conn, go_on)
        return make_report(
            coverage, found, health, asked.settings.get, working=working, go_on=go_on
        )

    def _some_facts(
        self,
        asked: Question,
        ratings: frozenset[int],
        conn: Connection,
        go_on: Callable[[], None],
    ) -> tuple[SessionFact, ...]:
        found = self._facts(_bounded(asked, conn), conn, go_on)
        return tuple(in_order(each for each in found if not ratings or each.rating in ratings))

    def _facts(
        self, asked: Question, conn: Connection, go_on: Callable[[], None]
    ) -> Iterator[SessionFact]:
        found = self._book.since(asked.period.since, conn, go_on)
        return within(asked.period, found, asked.lines)

    def _export(
        self,
        asked: Question,
        sheet: Sheet,
        target: tuple[Path, str],
        conn: Connection,
        go_on: Callable[[], None],
    ) -> int:
        path, form = target
        asked = _bounded(asked, conn)
        seen = read_coverage(asked.period, asked.now, conn)
        facts = in_order(self._facts(asked, conn, go_on))
        scratch, sheet = self._journal.path.parent, replace(sheet, coverage=seen)
        return write_sessions(path, facts, sheet, form, go_on, scratch=scratch)

    async def _ask(self, work: Callable[[Connection, Callable[[], None]], T]) -> T:
        """Cancelling waits until the thread has given it up."""
        stop = Event()

        def go_on() -> None:
            if stop.is_set():
                raise GivenUp

        loop = asyncio.get_running_loop()
        asking = loop.run_in_executor(self._thread, self._work, work, go_on)
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait([asking])
            asking.exception()
            raise

    def _work(
        self, work: Callable[[Connection, Callable[[], None]], T], go_on: Callable[[], None]
    ) -> T:
        """All of one answer is about the same state of the journal."""
        try:
            go_on()
            if self._connection is None:
                self._connection = connect_to_read(self._journal.path)
            self._connection.execute("BEGIN")
            return work(self._connection, go_on)
        except sqlite3.Error as error:
            raise failure_of(error, self._journal.path) from error
        finally:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.rollback()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _note(self, dialog: DialogId) -> None:
        self._book.forget(dialog)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._tell)

    def _tell(self) -> None:
        self._timer = None
        self.changed.emit(None)


def _bounded(asked: Question, conn: Connection) -> Question:
    """Without the centuries before anything that is known, and after today."""
    period, now = asked.period, asked.now
    first = max(min(known_since(conn) or now, now), _OLDEST) - _BEYOND
    since, until = max(period.since, first), min(period.until, now + _AHEAD)
    return replace(asked, period=replace(period, since=since, until=max(since, until)))
