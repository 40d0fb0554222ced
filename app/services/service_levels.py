"""The targets of each open line, and how each dialog stands to them now.

Everything is reckoned here from the dialogs' own times, so that no plan of the portal is needed and
no call is made. Knows no window.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Self

from app.domain.dialog import Dialog, DialogId
from app.domain.line import LineSettings
from app.domain.service_levels import (
    LONGEST,
    Due,
    Levels,
    Standing,
    TargetKind,
    dues,
)
from app.services.failures import NotPossible
from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, to_json
from app.services.signal import Signal

_SETTING = "service_levels"


@dataclass(frozen=True, slots=True)
class KeptLevels:
    """As they are kept: for lines without targets of their own, and for those that have some."""

    usual: Levels = Levels()  # noqa: RUF009 - frozen
    lines: Mapping[int, Levels] = field(default_factory=dict)


class ServiceLevels:
    """`changed` tells that targets or working hours are others now."""

    def __init__(
        self, journal: Journal, line: Callable[[int], LineSettings | None], kept: KeptLevels
    ) -> None:
        self.changed: Signal[None] = Signal()
        self._journal, self._line, self._kept = journal, line, kept
        self._known: dict[DialogId, tuple[object, tuple[Due, ...]]] = {}

    @classmethod
    async def load(cls, journal: Journal, line: Callable[[int], LineSettings | None]) -> Self:
        """With what a person chose; `line` tells the settings of a line, None if not read."""
        read = partial(load_setting, name=_SETTING, shape=KeptLevels, otherwise=KeptLevels())
        return cls(journal, line, await journal.run(read))

    @property
    def usual(self) -> Levels:
        """The targets of lines that have none of their own."""
        return self._kept.usual

    def of(self, line: int) -> Levels:
        """The targets of a line."""
        return self._kept.lines.get(line, self._kept.usual)

    def has_own(self, line: int) -> bool:
        """Whether a line has targets of its own."""
        return line in self._kept.lines

    def dues(self, dialog: Dialog) -> tuple[Due, ...]:
        """What a dialog's operators have to do, and until when."""
        levels, line = self.of(dialog.line), self._line(dialog.line)
        times = (dialog.waiting_since, dialog.opened_at, dialog.answered_at, dialog.state)
        basis = (times, levels, line)
        known = self._known.get(dialog.id)
        if known is not None and known[0] == basis:
            return known[1]
        found = dues(dialog, levels, line)
        self._known[dialog.id] = (basis, found)
        return found

    def answer(self, dialog: Dialog) -> Due | None:
        """Until when a customer has to be answered, whatever the session's age; None where no
        answer is expected.
        """
        answers = (due for due in self.dues(dialog) if due.kind is not TargetKind.RESOLUTION)
        return next(answers, None)

    def waiting(self, dialog: Dialog, now: datetime) -> Standing | None:
        """How it stands with the answer that a customer waits for."""
        due = self.answer(dialog)
        return None if due is None else Standing(due.kind, due.due_at, due.state(now))

    def basis(self, line: int) -> object:
        """What the times of a line's dialogs are reckoned from: while it is equal, they are."""
        return self.of(line), self._line(line)

    async def choose(self, levels: Levels, line: int | None = None) -> None:
        """Targets of one line, or the usual ones.

        Raises:
            NotPossible: LEVELS_BAD, a time or the share of it is out of bounds.
            JournalFailed, JournalFull: they could not be kept.
        """
        if not _is_sound(levels):
            raise NotPossible("LEVELS_BAD")
        lines = dict(self._kept.lines)
        if line is None:
            await self._keep(KeptLevels(levels, lines))
        else:
            await self._keep(KeptLevels(self._kept.usual, lines | {line: levels}))

    async def drop_own(self, line: int) -> None:
        """A line has the usual targets again."""
        lines = {each: levels for each, levels in self._kept.lines.items() if each != line}
        await self._keep(KeptLevels(self._kept.usual, lines))

    async def _keep(self, kept: KeptLevels) -> None:
        await self._journal.run(partial(save_setting, _SETTING, to_json(kept)))
        self._kept = kept
        self._known.clear()
        self.changed.emit(None)


def _is_sound(levels: Levels) -> bool:
    times = (levels.first_answer_s, levels.next_answer_s, levels.resolution_s)
    return all(0 <= each <= LONGEST for each in times) and 0 < levels.warn_share <= 1
