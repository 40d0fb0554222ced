"""Exports the portal as a file, compares a file with the portal, carries out what differs.

Knows no widget. One piece of work at a time; what a step did is told as it happens.
"""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.configuration import Change, Configuration, Plan
from app.services.configuration import Done
from app.services.configuration_file import ConfigurationError, read, write
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

EXPORT, COMPARE, APPLY = "export", "compare", "apply"


class ConfigurationPresenter(QObject):
    """Holds the file that was read last and its plan."""

    changed = Signal()  # another file, plan, problem, or busy
    stepped = Signal(object)  # Done
    exported = Signal(str, object)  # path, Exported
    failed = Signal(object)  # Exception

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tasks = Tasks(self)
        self.path: Path | None = None
        self.wanted: Configuration | None = None
        self.plan: Plan | None = None
        self.problem: ConfigurationError | None = None
        self.done: list[Done] = []
        self.tasks.busy_changed.connect(lambda *_: self.changed.emit())
        self.tasks.failed.connect(lambda _, error: self.failed.emit(error))

    @property
    def portal(self) -> str:
        """The name of the portal."""
        return self._desk.profile.name

    @property
    def host(self) -> str:
        """What is typed to confirm a change of a portal with real customers."""
        return self._desk.profile.host

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed with this profile."""
        return self._desk.session.profile.read_only

    @property
    def is_busy(self) -> bool:
        """Whether anything is going on."""
        return any(self.tasks.is_busy(name) for name in (EXPORT, COMPARE, APPLY))

    def export(self, path: str) -> None:
        """Write the portal to a file."""
        self.tasks.start(EXPORT, partial(self._export, Path(path)))

    def compare(self, path: str = "") -> None:
        """Read a file, or the last one again, and plan what would make the portal so."""
        place = Path(path) if path else self.path
        if place is not None:
            self.tasks.start(COMPARE, partial(self._compare, place))

    def apply(self, *, prune: bool) -> None:
        """Carry out the plan."""
        if self.plan is not None and not self.read_only and not self.is_busy:
            self.tasks.start(APPLY, partial(self._apply, prune))

    def steps(self, *, prune: bool) -> tuple[Change, ...]:
        """What would be done."""
        if self.plan is None:
            return ()
        return (*self.plan.changes, *(self.plan.removals if prune else ()))

    async def _export(self, path: Path) -> None:
        found = await self._desk.configuration.export()
        text = write(found.configuration)
        await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        self.exported.emit(str(path), found)

    async def _compare(self, path: Path) -> None:
        self.path, self.wanted, self.plan, self.problem = path, None, None, None
        self.done.clear()
        try:
            self.wanted = await asyncio.to_thread(read, path)
        except ConfigurationError as error:
            self.problem = error
            return
        self.plan = await self._desk.configuration.plan(self.wanted)

    async def _apply(self, prune: bool) -> None:
        if self.wanted is None or self.plan is None:
            return
        self.done.clear()
        work = self._desk.configuration.apply(self.wanted, self.plan, prune=prune)
        async for step in work:
            self.done.append(step)
            self.stepped.emit(step)
