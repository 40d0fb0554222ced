"""Tells what is wrong or about to be: once when it begins, once when it is over, and keeps both.

One shared tick looks at everything when something has changed or a time has come, else rarely. All
is reckoned from what this console knows already: no call is made for it. Knows no window, no words.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Self

from app.domain.alerts import Alert, AlertRules, judge
from app.domain.dialog import Dialog, DialogId
from app.domain.line import LineSettings
from app.services import alert_rows
from app.services.alert_agenda import Agenda
from app.services.alert_book import AlertBook, Difference, Key
from app.services.alert_vitals import VitalSigns
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.failures import JournalFull, NotPossible
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.rows import load_setting, save_setting, to_json
from app.services.service_levels import ServiceLevels
from app.services.signal import Signal

_SETTING = "alert_rules"
#: Seconds between two looks: at most, and at least.
SELDOM, OFTEN = 15.0, 0.25
#: So many dialogs are looked at in one go.
CHUNK = 100
#: So long the first look at targets waits for the lines' working hours to be read.
HOURS_WAIT = timedelta(seconds=60)
LONGEST = {"silence_min": 7 * 24 * 60, "lag_s": 24 * 3600, "undelivered_percent": 100}

log = logging.getLogger(__name__)


class Alerts:
    """Somebody has to `run` it. `raised` and `ended` tell what began and what is over, together
    with what began or ended in the same look; `changed` that the list is another one.
    """

    def __init__(
        self,
        journal: Journal,
        vitals: VitalSigns,
        dialogs: Dialogs,
        *,
        lines: Lines,
        levels: ServiceLevels,
        known: Iterable[Alert],
        rules: AlertRules,
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.raised: Signal[tuple[Alert, ...]] = Signal()
        self.ended: Signal[tuple[Alert, ...]] = Signal()
        self.rules = rules
        self._journal, self._vitals, self._dialogs = journal, vitals, dialogs
        self._lines, self._clock = lines, clock
        self._agenda, self._alarm = Agenda(levels), Alarm()
        self._book = AlertBook(known)
        self._hours: tuple[LineSettings, ...] = ()
        self._stale, self._began = True, clock()
        self._stops: list[Callable[..., None]] = [
            dialogs.dialog_changed.connect(self._on_dialog),
            levels.changed.connect(self._on_levels),
            lines.changed.connect(self._on_lines),
        ]

    @classmethod
    async def load(
        cls,
        journal: Journal,
        vitals: VitalSigns,
        dialogs: Dialogs,
        *,
        lines: Lines,
        levels: ServiceLevels,
        clock: Clock,
    ) -> Self:
        """With what lasted when the program ended, and a person's choices."""
        known = await journal.run(alert_rows.lasting)
        read = partial(load_setting, name=_SETTING, shape=AlertRules, otherwise=AlertRules())
        rules = await journal.run(read)
        base = partial(cls, journal, vitals, dialogs, lines=lines, levels=levels)
        return base(known=known, rules=rules, clock=clock)

    @property
    def active(self) -> tuple[Alert, ...]:
        """What lasts now, the worst first, then the oldest."""
        return self._book.all

    def failed_dialogs(self, connector: str) -> tuple[DialogId, ...]:
        """In which dialogs of a connector messages failed lately."""
        return self._vitals.failed_dialogs(connector)

    async def past(self, count: int = 500) -> tuple[Alert, ...]:
        """What is over, the newest first.

        Raises:
            JournalFailed: it could not be read.
        """
        return await self._journal.run(partial(alert_rows.past, count))

    async def choose(self, rules: AlertRules) -> None:
        """Other thresholds, other lines and connectors of which nothing is shown.

        Raises:
            NotPossible: RULES_BAD, a figure is out of bounds.
            JournalFailed, JournalFull: they could not be kept.
        """
        if not all(0 <= getattr(rules, name) <= most for name, most in LONGEST.items()):
            raise NotPossible("RULES_BAD")
        await self._journal.run(partial(save_setting, _SETTING, to_json(rules)))
        self.rules = rules
        self._alarm.ring()
        self.changed.emit(None)

    async def run(self) -> None:
        """Look when something has changed or a time has come, until cancelled.

        Raises:
            JournalFailed: what was found could not be written down.
        """
        while True:
            await self.look()
            await asyncio.sleep(OFTEN)
            await self._alarm.nap(self._rest())

    def stop(self) -> None:
        """Listen no longer."""
        self._vitals.stop()
        for stop in self._stops:
            stop()

    async def look(self) -> None:
        """Look at everything that may be another now.

        Raises:
            JournalFailed: what was found could not be written down.
        """
        if self._stale:
            await self._fill()
        now, rules = self._clock(), self.rules
        whole = set(self._book.of_portal)
        found = list(judge(self._vitals.read(rules), rules, whole))
        seen = {key for key in whole if self._vitals.knows(*key)}
        if self._knows_hours(now):
            await self._judge_dialogs(now, seen, found)
        await self._settle(seen, found, now)

    async def _judge_dialogs(self, now: datetime, seen: set[Key], found: list[Alert]) -> None:
        """Those in which a time has come, piece by piece: after a night there may be many."""
        for count, number in enumerate(self._agenda.take(now)):
            told = self._book.of_dialog(number)
            seen |= {each.key for each in told}
            found += self._agenda.judge(number, now, told)
            if count % CHUNK == CHUNK - 1:
                await asyncio.sleep(0)

    def _knows_hours(self, now: datetime) -> bool:
        """Before the lines were read nobody knows whether they are open."""
        if self._lines.read_at is not None:
            return True
        return not self._began <= now < self._began + HOURS_WAIT

    async def _fill(self) -> None:
        """Targets or hours are others, or this is the first look: every dialog, piece by piece."""
        self._stale = False
        self._agenda.clear(self._book.dialogs)
        for count, dialog in enumerate(self._dialogs.all()):
            self._agenda.put(self._dialogs.get(dialog.id) or dialog)
            if count % CHUNK == CHUNK - 1:
                await asyncio.sleep(0)

    async def _settle(self, seen: set[Key], found: Sequence[Alert], now: datetime) -> None:
        """Compare what was told with what is so now, write the difference down, and tell it."""
        difference = self._book.compare(seen, found, now)
        if difference.over or difference.begun:
            await self._write(difference)
        self._book.take(difference)
        self._tell(difference)

    async def _write(self, difference: Difference) -> None:
        keep = partial(alert_rows.keep, difference.begun, difference.over)
        try:
            await self._journal.run(keep)
        except JournalFull as full:
            log.warning("Alerts are not written down now: %s", full)

    def _tell(self, difference: Difference) -> None:
        if difference.over:
            self.ended.emit(difference.over)
        if difference.begun:
            self.raised.emit(difference.begun)
        if any(difference):
            self.changed.emit(None)

    def _rest(self) -> float:
        """Until the next time comes, never long: a clock may be set, a computer may sleep."""
        wait = self._agenda.wait(self._clock())
        return SELDOM if wait is None else min(max(wait.total_seconds(), 0.0), SELDOM)

    def _on_dialog(self, dialog: Dialog) -> None:
        if self._agenda.put(dialog):
            self._alarm.ring()

    def _on_levels(self, _: None) -> None:
        self._stale = True
        self._alarm.ring()

    def _on_lines(self, _: None) -> None:
        if self._lines.all() != self._hours:
            self._hours = self._lines.all()
            self._on_levels(None)
