"""Decides for the settings of targets and of health: what is shown of which line, what is kept.

Knows no widget.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.alerts import AlertRules
from app.domain.service_levels import Levels
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk


class LevelsPresenter(QObject):
    """`line` is the line whose targets are shown, 0 for those of all others."""

    changed = Signal()
    kept = Signal()
    failed = Signal(object)  # Explained

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.line = 0
        self._desk = desk
        self.tasks.failed.connect(lambda _, error: self.failed.emit(explain(error)))
        tell: Callable[[object], None] = lambda _: self.changed.emit()  # noqa: E731 - one slot
        for told in (desk.levels.changed, desk.alerts.changed, desk.lines.changed):
            self.destroyed.connect(told.connect(tell))

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines of the portal."""
        return tuple((each.id, each.name) for each in self._desk.lines.all())

    @property
    def connectors(self) -> tuple[tuple[str, str], ...]:
        """The connectors that were registered from here or have dialogs here."""
        names = {each.id: each.name for each in self._desk.connectors.connectors()}
        used = dict.fromkeys(each.connector for each in self._desk.dialogs.all())
        return tuple((each, names.get(each, each)) for each in used)

    @property
    def levels(self) -> Levels:
        """The targets of the line that is shown."""
        levels = self._desk.levels
        return levels.of(self.line) if self.line else levels.usual

    @property
    def has_own(self) -> bool:
        """Whether the line that is shown has targets of its own."""
        return not self.line or self._desk.levels.has_own(self.line)

    @property
    def rules(self) -> AlertRules:
        """What is told, and of what."""
        return self._desk.alerts.rules

    def choose(self, line: int) -> None:
        """Show another line."""
        self.line = line
        self.changed.emit()

    def keep(self, levels: Levels) -> None:
        """Targets of the line that is shown."""
        self._start(partial(self._desk.levels.choose, levels, self.line or None))

    def set_own(self, own: bool) -> None:
        """The line that is shown gets targets of its own, or loses them."""
        if own:
            self.keep(self.levels)
        elif self.line:
            self._start(partial(self._desk.levels.drop_own, self.line))

    def keep_rules(self, rules: AlertRules) -> None:
        """Other thresholds."""
        self._start(partial(self._desk.alerts.choose, rules))

    def mute_line(self, muted: bool) -> None:
        """Whether nothing of the line that is shown is shown outside the list."""
        lines = self.rules.muted_lines - {self.line}
        lines |= {self.line} if muted else frozenset()
        self.keep_rules(replace(self.rules, muted_lines=lines))

    def mute_connector(self, connector: str, muted: bool) -> None:
        """Likewise of a connector."""
        connectors = self.rules.muted_connectors - {connector}
        connectors |= {connector} if muted else frozenset()
        self.keep_rules(replace(self.rules, muted_connectors=connectors))

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self.tasks.start("keep", partial(self._keep, work))

    async def _keep(self, work: Callable[[], Awaitable[None]]) -> None:
        await work()
        self.kept.emit()
