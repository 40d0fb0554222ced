"""The board of the team: kept true by every change of a dialog, without a call for it.

Only dialogs that are not closed are looked at, so that a year of them costs nothing. Knows no
window.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from app.domain.board import BoardFacts, Team, board_of, is_live
from app.domain.dialog import Author, Dialog, DialogId, MessageChange
from app.domain.service_levels import LevelState
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.jobs import JobState
from app.services.journal import Journal
from app.services.presence import Presence
from app.services.rows import moment_or_none, stamp
from app.services.service_levels import ServiceLevels
from app.services.signal import Signal

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
        self._live = {each.id: each for each in dialogs.all() if is_live(each)}
        self._answers: dict[int | str, datetime] = {}
        dialogs.dialog_changed.connect(self._on_dialog)
        dialogs.message_changed.connect(self._on_message)
        levels.changed.connect(self.changed.emit)
        presence.changed.connect(self.changed.emit)

    def now(self, lines: Sequence[int]) -> BoardFacts:
        """The board of these lines at this moment."""
        now = self._clock()
        team = Team(self.presence.seats(), self.presence.people, self._answers)
        return board_of(self._live.values(), lines, partial(self._judge, now), team)

    def lines(self) -> set[int]:
        """The lines that have dialogs on the board."""
        return {each.line for each in self._live.values()}

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
        await self.presence.read(self._holders)

    def _holders(self) -> set[int]:
        return {each.operator_id for each in self._live.values() if each.operator_id}

    def _judge(self, now: datetime, dialog: Dialog) -> LevelState:
        standing = self._levels.waiting(dialog, now)
        return LevelState.OK if standing is None else standing.state

    def _on_dialog(self, dialog: Dialog) -> None:
        if is_live(dialog):
            self._live[dialog.id] = dialog
        elif self._live.pop(dialog.id, None) is None:
            return
        self.changed.emit(None)

    def _on_message(self, change: MessageChange) -> None:
        message = change.message
        if message.author is Author.OPERATOR:
            self._merge({message.author_id or message.author_name: message.at})

    def _merge(self, found: dict[int | str, datetime]) -> None:
        for who, at in found.items():
            self._answers[who] = max(at, self._answers.get(who, at))
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
