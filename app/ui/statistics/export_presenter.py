"""Writes the statistics' table into a file: one at a time. Knows no widget."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject

from app.domain.board_periods import days_times
from app.domain.moments import parse_moment
from app.domain.statistics.facts import Period
from app.services.statistics_export import observed_path
from app.ui.export.file_presenter import FilePresenter

CSV, XLSX = "csv", "xlsx"

MayReplace: TypeAlias = Callable[[Path], Awaitable[bool]]


class Writer(Protocol):
    """What writes: the service of statistics."""

    async def export(
        self, path: Path, period: Period, lines: frozenset[int], form: str, nameless: str
    ) -> int:
        """Write one row for each dialog and answer how many. `nameless`, with "{id}" in it, is what
        a customer without a name is called.
        """


class StatisticsExportPresenter(FilePresenter):
    """`period` is the one that the page shows: its days are offered first."""

    def __init__(self, writer: Writer, period: Period, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer, self._period = writer, period

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the page's period."""
        zone = self._period.zone
        first, until = self._period.since.astimezone(zone), self._period.until.astimezone(zone)
        ends_at_midnight = until > first and until.time() == until.min.time()
        last = until.date().toordinal() - (1 if ends_at_midnight else 0)
        return first.date(), date.fromordinal(last)

    def day(self, typed: str) -> date | None:
        """A day as somebody typed it, None for what is none."""
        now = datetime.now(UTC).astimezone(self._period.zone).replace(tzinfo=None)
        found = parse_moment(typed, now)
        return found.date() if found is not None else None

    def export(
        self,
        path: str,
        days: tuple[date, date],
        lines: frozenset[int],
        form: str,
        *,
        nameless: str,
        may_replace: MayReplace,
    ) -> None:
        """Write the dialogs of these days, see `Writer`. `may_replace` asks about a file that
        stands beside the chosen one already and would be lost.
        """
        zone = self._period.zone
        since, until = days_times(*days, datetime.now(UTC), zone)
        period = Period(since, until, zone)
        write = partial(self._writer.export, Path(path), period, lines, form, nameless)
        beside = observed_path(Path(path)) if form == CSV else None
        self.start(partial(self._export, write, path, beside, may_replace))

    async def _export(
        self,
        write: Callable[[], Awaitable[int]],
        path: str,
        beside: Path | None,
        may_replace: MayReplace,
    ) -> None:
        is_there = beside is not None and await asyncio.to_thread(beside.exists)
        if beside is None or not is_there or await may_replace(beside):
            self.written.emit(await write(), path)
