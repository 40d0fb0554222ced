"""The board of the team: kept true by every change of a dialog, without a call for it.

Only dialogs that are not closed are looked at, so that a year of them costs nothing, and each of
them only when it has changed or its time has come. Knows no window.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection
from typing import Self

from app.domain.board import BoardFacts, Team, is_live
from app.domain.dialog import Author, Dialog, DialogId, MessageChange
from app.domain.service_levels import LevelState
from app.services.board_book import BoardBook
from app.services.board_times import Times
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.jobs import JobState
from app.services.journal import Journal
from app.services.presence import Presence
from app.services.rows import moment_or_none, stamp
from app.services.service_levels import ServiceLevels
from app.services.signal import Signal

#: Seconds that a look spends on judging anew at most: what is left waits for the next one.
_AT_ONCE = 0.004
#: So many dialogs are looked through in one go at the beginning.
_CHUNK = 200
#: How far back an operator's last answer is looked for.
_ANSWERS_BACK = timedelta(days=1)
_ANSWERS = """
    SELECT m.author_id, m.author_name, max(m.at) FROM dialog d JOIN message m ON m.dialog = d.id
    WHERE d.last_at >= :since AND m.at >= :since AND m.author = 'operator'
    GROUP BY m.author_id, m.author_name
"""


class Board:
    """`changed` tells that something on it may be different; many times a second, perhaps."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        levels: ServiceLevels,
        presence: Presence,
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.presence = presence
        #: From when on events were read, as far as none are missing; None before that is known.
        self.heard_since: datetime | None = None
        self._journal, self._levels, self._clock = journal, levels, clock
        self._live: dict[DialogId, Dialog] = {}
        self._book, self._times = BoardBook(), Times()
        #: Those that are to be judged anew: what they were judged by is another one now.
        self._unjudged: set[DialogId] = set()
        self._bases: dict[int, object] = {}
        self._seen_at = clock()
        self._answers: dict[int | str, datetime] = {}
        self._told: tuple[tuple[int, ...], BoardFacts] | None = None
        dialogs.dialog_changed.connect(self._on_dialog)
        dialogs.message_changed.connect(self._on_message)
        levels.changed.connect(self._tell)
        presence.changed.connect(self._tell)

    @classmethod
    async def load(
        cls,
        journal: Journal,
        dialogs: Dialogs,
        levels: ServiceLevels,
        presence: Presence,
        clock: Clock,
    ) -> Self:
        """With the dialogs that are there, in pieces: there may be very many."""
        board, known = cls(journal, dialogs, levels, presence, clock), dialogs.all()
        for first in range(0, len(known), _CHUNK):
            for each in known[first : first + _CHUNK]:
                board._on_dialog(dialogs.get(each.id) or each)
            await asyncio.sleep(0)
        return board

    def now(self, lines: Sequence[int]) -> BoardFacts:
        """The board of these lines at this moment: the same object while nothing has changed."""
        self._catch_up()
        wanted = tuple(lines)
        if self._told is None or self._told[0] != wanted:
            team = Team(self.presence.seats(), self.presence.people, self._answers)
            self._told = wanted, self._book.facts(wanted, team)
        return self._told[1]

    def lines(self) -> set[int]:
        """The lines that have dialogs on the board."""
        return self._book.lines()

    async def learn(self) -> None:
        """Look up when each operator answered last, before this program listened, and since when
        it did.

        Raises:
            ServiceError: the journal cannot be read.
        """
        since = stamp(self._clock() - _ANSWERS_BACK)
        self.heard_since = await self._journal.run(_heard_since)
        await self._journal.run(partial(_read_answers, since), self._merge)

    async def unsure(self) -> tuple[DialogId, ...]:
        """Dialogs with something of which nobody knows whether it arrived.

        Raises:
            ServiceError: the journal cannot be read.
        """
        return await self._journal.run(_unsure)

    async def watch(self) -> None:
        """Ask who is there: those in the queues, and whoever has a dialog.

        Raises:
            BitrixError: no answer came.
        """
        await self.presence.read(self._book.holders)

    def _catch_up(self) -> None:
        """Judge those whose time has come, and those that are judged by something else now."""
        now = self._read_clock()
        for line in self._book.lines():
            self._read_basis(line)
        end = time.monotonic() + _AT_ONCE
        while time.monotonic() < end:
            dialog = self._times.take(now)
            if dialog is None and self._unjudged:
                dialog = self._unjudged.pop()
            if dialog is None:
                return
            self._judge(dialog, now)
        self._tell()

    def _read_clock(self) -> datetime:
        """The time now. After a clock was set back no judgement is sure."""
        now = self._clock()
        if now < self._seen_at:
            self._unjudged.update(self._live)
        self._seen_at = now
        return now

    def _read_basis(self, line: int) -> None:
        """After other targets or working hours no judgement of a line's dialogs is sure."""
        basis = self._levels.basis(line)
        if self._bases.setdefault(line, basis) != basis:
            self._bases[line] = basis
            self._unjudged.update(key for key, each in self._live.items() if each.line == line)

    def _judge(self, number: DialogId, now: datetime) -> bool:
        """Whether the board is another one now."""
        dialog, state, due = self._live[number], LevelState.OK, None
        self._read_basis(dialog.line)
        if dialog.waiting_since is not None:
            due = self._levels.answer(dialog)
        if due is not None:
            state = due.state(now)
        next_at = {LevelState.OK: due.warn_at, LevelState.WARNING: due.due_at} if due else {}
        self._times.put(number, next_at.get(state))
        return self._put(dialog, state)

    def _put(self, dialog: Dialog, state: LevelState) -> bool:
        changed = self._book.put(dialog, state)
        if changed:
            self._told = None
        return changed

    def _on_dialog(self, dialog: Dialog) -> None:
        if is_live(dialog):
            self._live[dialog.id] = dialog
            changed = self._judge(dialog.id, self._read_clock())
        elif self._live.pop(dialog.id, None) is None:
            return
        else:
            self._times.put(dialog.id, None)
            self._unjudged.discard(dialog.id)
            changed = self._put(dialog, LevelState.OK)
        if changed:
            self.changed.emit(None)

    def _on_message(self, change: MessageChange) -> None:
        message = change.message
        if message.author is Author.OPERATOR:
            self._merge({message.author_id or message.author_name: message.at})

    def _merge(self, found: dict[int | str, datetime]) -> None:
        for who, at in found.items():
            self._answers[who] = max(at, self._answers.get(who, at))
        self._tell()

    def _tell(self, _: None = None) -> None:
        self._told = None
        self.changed.emit(None)


def _unsure(conn: Connection) -> tuple[DialogId, ...]:
    states = (JobState.UNKNOWN.value, JobState.UNDECIDED.value)
    rows = conn.execute("SELECT DISTINCT dialog FROM job WHERE state IN (?, ?)", states)
    return tuple(DialogId(row[0]) for row in rows)


def _heard_since(conn: Connection) -> datetime | None:
    """What waits in a queue while nobody reads comes afterwards; what is missing does not."""
    (first,) = conn.execute("SELECT min(since_at) FROM watched").fetchone()
    (lost,) = conn.execute("SELECT max(until_at) FROM gap").fetchone()
    return None if first is None else moment_or_none(max(first, lost or first))


def _read_answers(since: str, conn: Connection) -> dict[int | str, datetime]:
    found: dict[int | str, datetime] = {}
    for user, name, at in conn.execute(_ANSWERS, {"since": since}):
        moment = moment_or_none(at)
        if moment is not None:
            who = user or name
            found[who] = max(moment, found.get(who, moment))
    return found
