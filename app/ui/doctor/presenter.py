"""Runs the doctor on one connector on one line and keeps what he found. Knows no widget."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.calls import CallRecord
from app.domain.connector import OpenLine
from app.domain.doctor import Check, Finding, Proof, Remedy, Verdict
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

_BAD = (Verdict.FAILED, Verdict.WARNING)
EXAMINE, MEND, CANARY = "examine", "mend", "canary"


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding before its remedy, and the same check after it."""

    before: Finding
    after: Finding


class DoctorPresenter(QObject):
    """One patient at a time; a new one ends the examination of the last."""

    begun = Signal()  # a new list of checks, none of them looked at
    found = Signal(str)  # the key of a check whose finding is new, or which is being looked at
    changed = Signal()  # busy or not, another problem
    failed = Signal(object)  # the exception that ended a piece of work
    sign_in_wanted = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._doctor = desk, desk.doctor
        self.tasks = Tasks(self)
        self.connector, self.line = "", 0
        self.whole, self.stopped = False, False
        self.current = self.mending = ""
        self.canary: Finding | None = None
        self.mends: dict[str, Mended] = {}
        self._findings: dict[str, Finding] = {}
        self._next: tuple[bool] | None = None
        self.tasks.busy_changed.connect(self._on_busy)
        self.tasks.failed.connect(self._on_failed)
        self._clear()

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every check of an examination, in order."""
        return tuple(self._doctor.checks)

    @property
    def read_only(self) -> bool:
        """Whether nothing may be mended with this profile."""
        return self._desk.session.profile.read_only

    def finding(self, key: str) -> Finding:
        """What is known of a check, or of the message that went round."""
        if self.canary is not None and key == self.canary.check.key:
            return self.canary
        return self._findings[key]

    def findings(self) -> list[Finding]:
        """What is known of every check, in order."""
        return [self._findings[check.key] for check in self.checks]

    def worst(self) -> Finding | None:
        """The first failed check; without one, nothing has to be opened."""
        return next((each for each in self.findings() if each.verdict is Verdict.FAILED), None)

    def is_busy(self, *names: str) -> bool:
        """Whether any of this work is going on; without names, whether anything is."""
        return any(self.tasks.is_busy(name) for name in names or (EXAMINE, MEND, CANARY))

    def lines(self) -> list[OpenLine]:
        """The lines that the connector is connected to, and the one that is examined."""
        connectors = self._desk.connectors
        return [line for line in connectors.lines() if self._is_connected(line.id)]

    def line_name(self) -> str:
        """The name of the examined line, or its number."""
        known = (each.name for each in self._desk.connectors.lines() if each.id == self.line)
        return next(known, "") or str(self.line)

    def call_of(self, proof: Proof) -> CallRecord | str:
        """The call itself or the batch that it was in; else its method, for the newest one."""
        records = self._desk.traffic.records[::-1]
        same = [x for x in records if (x.method, x.answer) == (proof.method, proof.answer)]
        around = [x for x in records if x.method == "batch" and proof.method in x.request]
        return next(iter([*same, *around]), proof.method)

    def show(self, connector: str, line: int) -> bool:
        """Take another patient. Without a line, or with one that the connector was never on, the
        first line that it is connected to; answers whether there is any line to examine.
        """
        other = (connector, line) != (self.connector, self.line)
        self.connector, self.line = connector, line
        if not line:
            connected = self.lines()
            self.line = connected[0].id if connected else 0
        if other:
            self.mends.clear()
            self.canary = None
        if self.line:
            self.run()
        else:
            self._clear()
        return bool(self.line)

    def run(self, *, whole: bool = False) -> None:
        """Examine; `whole` does not stop at the first failed check. What is being mended is mended
        first, so that nothing is examined while it changes.
        """
        if self.is_busy(MEND, CANARY):
            self._next = (whole,)
            self._clear()
        elif not self.tasks.start(EXAMINE, partial(self._examine, whole)):
            self._next = (whole,)
            self.tasks.cancel(EXAMINE)

    def run_again(self) -> None:
        """From the beginning; what was mended before is no news any more."""
        self.mends.clear()
        self.run(whole=self.whole)

    def cancel(self) -> None:
        """Stop looking. A write that has begun is not stopped: its outcome would be unknown."""
        self._next = None
        self.tasks.cancel(EXAMINE)
        self.tasks.cancel(CANARY)

    def mend(self, key: str) -> None:
        """Apply the remedy of a finding, then look again."""
        finding = self.finding(key)
        if finding.remedy is Remedy.SIGN_IN:
            self.sign_in_wanted.emit()
        elif finding.remedy is not None and not self.read_only and not self.is_busy():
            self.mending = key
            place = self.connector, self.line
            self.tasks.start(MEND, partial(self._mend, finding, place))

    def send_canary(self) -> None:
        """Send a real message round."""
        if not self.is_busy():
            self.tasks.start(CANARY, self._send_canary)

    async def _examine(self, whole: bool) -> None:
        self.whole, self.stopped = whole, True
        self._clear()
        self._look_at(self.checks[0].key if self.checks else "")
        async for finding in self._doctor.examine(self.connector, self.line, whole=whole):
            self._take(finding)
            failed = finding.verdict is Verdict.FAILED and not whole
            self._look_at("" if failed else self._after(finding.check.key))
        self.stopped = False

    async def _mend(self, finding: Finding, place: tuple[str, int]) -> None:
        key = finding.check.key
        again = await self._doctor.mend(*place, finding)
        if place != (self.connector, self.line):
            return  # somebody else is the patient now
        if finding is self.canary:
            self._take_canary(again[0])
            self._next = (self.whole,)
            return
        for each in again:
            if each.check.key == key:
                self.mends[key] = Mended(finding, each)
            if each.check.key in self._findings:
                self._take(each)
        if key in self.mends and self.mends[key].after.verdict not in _BAD:
            self._next = (self.whole,)

    async def _send_canary(self) -> None:
        place = self.connector, self.line
        canary = await self._doctor.send_canary(*place)
        if place == (self.connector, self.line):
            self._take_canary(canary)

    def _take_canary(self, canary: Finding) -> None:
        self.canary = canary
        self.found.emit(canary.check.key)

    def _take(self, finding: Finding) -> None:
        self._findings[finding.check.key] = finding
        self.current = "" if self.current == finding.check.key else self.current
        self.found.emit(finding.check.key)

    def _look_at(self, key: str) -> None:
        self.current = key
        if key:
            self.found.emit(key)

    def _after(self, key: str) -> str:
        keys = [check.key for check in self.checks]
        return next(iter(keys[keys.index(key) + 1 :]), "") if key in keys else ""

    def _clear(self) -> None:
        self._findings = {each.key: Finding(each, Verdict.WAITING) for each in self.checks}
        self.begun.emit()

    def _is_connected(self, line: int) -> bool:
        status = self._desk.connectors.status(self.connector, line)
        connected = status is not None and status.state.is_on
        return connected or line == self.line

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == MEND and not busy:
            self.mending = ""
        if name == EXAMINE and not busy:
            key, self.current = self.current, ""
            if key in self._findings:
                self.found.emit(key)
        self.changed.emit()
        if not busy and self._next is not None:
            (whole,), self._next = self._next, None
            self.run(whole=whole)

    def _on_failed(self, _name: str, error: Exception) -> None:
        self._next = None
        self.failed.emit(error)
