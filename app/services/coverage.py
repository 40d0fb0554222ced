"""Remembers when events were really read, and why not: without that a figure means nothing.

Follows the feed and makes no calls. The end of a time of observation is written down about once a
minute, so that a crash costs no more than that. Times are the console's own.
"""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from app.domain.feed import FeedHealth, FeedState
from app.domain.statistics.coverage import TOLERANCE, Watched, cover
from app.domain.statistics.facts import Coverage, GapWhy, ObservedGap, Period
from app.services.clock import Clock
from app.services.journal import Journal
from app.services.retention import kept_since
from app.services.rows import moment, stamp

_FIRST_PAUSE, _PAUSE = timedelta(seconds=2), timedelta(minutes=1)
#: Written beside a time that goes on: a program that is killed tells nothing any more.
_ALIVE = GapWhy.CLOSED
_READING = (FeedState.LIVE, FeedState.SLOW)
_WHY = {
    FeedState.PAUSED: GapWhy.PAUSED,
    FeedState.UNREACHABLE: GapWhy.NETWORK,
    FeedState.SIGNED_OUT: GapWhy.SIGNED_OUT,
    FeedState.UNAVAILABLE: GapWhy.REFUSED,
    FeedState.SLOW: GapWhy.REFUSED,
    FeedState.LIVE: GapWhy.REFUSED,
}
_RECOVERED = (
    "SELECT count(DISTINCT step.event) FROM message JOIN step USING (dialog, position) "
    "WHERE message.at >= ? AND message.at < ?"
)
_FIRSTS = (
    "SELECT min(at) FROM message UNION ALL SELECT min(opened_at) FROM dialog "
    "UNION ALL SELECT min(since_at) FROM watched"
)

log = logging.getLogger(__name__)


class Watch:
    """The times in which one portal was read."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal, self._clock = journal, clock
        self._now: Watched | None = None
        self._written: datetime | None = None

    def note(self, health: FeedHealth) -> None:
        """The feed says how it goes. While nobody says why reading ended, the program did."""
        at = health.last_poll
        if health.state in _READING and health.problem is None and at is not None:
            self._read(at)
        elif self._now is not None and health.state is FeedState.STOPPED:
            self._write(self._now)
            self._now = None
        elif self._now is not None and self._now.ended is not _WHY[health.state]:
            self._write(replace(self._now, ended=_WHY[health.state]))

    async def coverage(self, period: Period) -> Coverage:
        """What was observed of a period, with how many messages came afterwards."""
        return await self._journal.run(partial(read_coverage, period, self._clock()))

    def _read(self, at: datetime) -> None:
        """A wait of which nobody told why was a sleep of the computer."""
        now = self._now
        if now is None or not timedelta() <= at - now.until <= TOLERANCE:
            if now is not None and now.ended is _ALIVE:
                self._write(replace(now, ended=GapWhy.SLEEP))
            self._write(Watched(at, at))
        elif self._is_due(now, at) or now.ended is not _ALIVE:
            self._write(Watched(now.since, at))
        else:
            self._now = replace(now, until=at)

    def _is_due(self, now: Watched, at: datetime) -> bool:
        """Often at the beginning, so that the first figures are not about nothing."""
        if self._written is None:
            return True
        pause = min(_PAUSE, max(_FIRST_PAUSE, self._written - now.since))
        return at - self._written >= pause

    def _write(self, now: Watched) -> None:
        self._now, self._written = now, now.until
        self._journal.begin(partial(_store, now)).add_done_callback(_tell)


def read_coverage(period: Period, now: datetime, conn: Connection) -> Coverage:
    """The same on any connection to the journal."""
    rows = conn.execute("SELECT since_at, until_at, ended FROM watched ORDER BY since_at")
    watched = [Watched(moment(row[0]), moment(row[1]), GapWhy(row[2])) for row in rows]
    gaps = conn.execute("SELECT since_at, until_at FROM gap WHERE until_at IS NOT NULL")
    lost = [(moment(since), moment(until)) for since, until in gaps]
    found = cover(period, _since(kept_since(conn), watched), lost, now)
    return replace(found, gaps=tuple(_with_recovered(gap, conn) for gap in found.gaps))


def known_since(conn: Connection) -> datetime | None:
    """The first moment of which anything is known: a message, a dialog or an observation."""
    found = [row[0] for row in conn.execute(_FIRSTS) if row[0] is not None]
    return min(map(moment, found), default=None)


def _since(edge: datetime | None, watched: list[Watched]) -> list[Watched]:
    """What was read before that is not known any more."""
    if edge is None:
        return watched
    return [replace(w, since=max(w.since, edge)) for w in watched if w.until > edge]


def _with_recovered(gap: ObservedGap, conn: Connection) -> ObservedGap:
    """Rows that came afterwards and tell of that time."""
    (count,) = conn.execute(_RECOVERED, (stamp(gap.since), stamp(gap.until))).fetchone()
    return replace(gap, recovered=count)


def _store(watched: Watched, conn: Connection) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO watched VALUES (?, ?, ?)",
        (stamp(watched.since), stamp(watched.until), watched.ended.value),
    )


def _tell(future: "asyncio.Future[None]") -> None:
    error = None if future.cancelled() else future.exception()
    if error is not None:
        log.warning("When events were read could not be written down: %s", error)
