"""From a report to what a plot and its table show. Given values, nothing else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import repeat

from app.domain.statistics.facts import Bucket, Coverage, Report
from app.ui.statistics.figures_table import Column, Figure, Row, Table
from app.ui.statistics.groups import IN_ORDER, Group, Measure
from app.ui.statistics.plot_data import Chart, Series, Slot, Unread
from app.ui.statistics.plot_words import FigureWords

#: As many bars as can be told from each other; the table has all.
MOST = 31
_FEWEST_HOURS = 10
_HALF = 0.5
_WHOLE = 0.995  # a slot of which less was observed is marked
_ONE_DAY = timedelta(hours=25)  # the longest of the year
_UNITS = (86_400, 3600, 60)


@dataclass(frozen=True, slots=True)
class Figures:
    """Makes charts and tables of one report. `names` are of lines; `target` in seconds."""

    report: Report
    names: Mapping[int, str]
    words: FigureWords
    target: float | None = None

    def bars(self, group: Group) -> Chart:
        """New dialogs, stacked by line."""
        buckets = self._shown(group)
        series = tuple(
            Series(self.words.line(line, self.names), tuple(_of(each, line) for each in buckets))
            for line in self.lines(buckets)
        )
        slots = tuple(self._slot(group, each, self._counted(each)) for each in buckets)
        return Chart(slots, series, self._gaps(group, buckets), joined=group in IN_ORDER)

    def lines(self, buckets: Sequence[Bucket]) -> list[int]:
        """The lines that occur, the busiest first."""
        counts: dict[int, int] = {}
        for bucket in buckets:
            for line, count in bucket.by_line.items():
                counts[line] = counts.get(line, 0) + count
        return sorted(counts, key=lambda line: (-counts[line], line))

    def times(self, group: Group, measure: Measure) -> tuple[Chart, int]:
        """Median and 95th percentile, and how many seconds one on the axis is."""
        buckets = self._shown(group)
        spreads = [measure.of(each) for each in buckets]
        said = [self.words.spread(spread) for spread in spreads]
        joined = group in IN_ORDER
        unit = unit_of([spread.p95 for spread in spreads])
        series = (
            Series(self.words.median(), tuple(scaled(each.median, unit) for each in spreads)),
            Series(
                self.words.p95(dashed=joined), tuple(scaled(each.p95, unit) for each in spreads)
            ),
        )
        slots = tuple(map(self._slot, repeat(group), buckets, said))
        target, aim = self.target if measure is Measure.FIRST else None, ""
        if target is not None:
            aim = self.words.target(target)
        return Chart(
            *(slots, series), stacked=False, joined=joined, target=scaled(target, unit), aim=aim
        ), unit

    def counts_table(self, group: Group) -> Table:
        """The figures of `bars`."""
        buckets = group.of(self.report)
        lines = self.lines(buckets)
        columns = [Column(self.words.group(group)), Column(self.words.count_title(), number=True)]
        if len(lines) > 1:
            names = [self.words.line(line, self.names) for line in lines]
            columns += [Column(name, number=True) for name in names]
        columns += self._observed_column(buckets)

        def figures(bucket: Bucket) -> list[Figure]:
            counts = [bucket.count, *(bucket.by_line.get(line, 0) for line in lines)]
            counts = counts if len(lines) > 1 else counts[:1]
            if not bucket.count and not bucket.observed and _is_timed(buckets):
                return [Figure("—", None) for _ in counts]  # nobody looked: that is no zero
            return [Figure(self.words.number(count), count) for count in counts]

        return self._table(group, columns, buckets, figures)

    def times_table(self, group: Group, measure: Measure) -> Table:
        """The figures of `times`, and more of them."""
        buckets, titles = group.of(self.report), self.words.time_titles(measure)
        columns = [Column(self.words.group(group)), *(Column(each, number=True) for each in titles)]
        columns += self._observed_column(buckets)

        def figures(bucket: Bucket) -> list[Figure]:
            spread = measure.of(bucket)
            times = (spread.median, spread.p90, spread.p95, spread.mean)
            count = Figure(self.words.number(spread.count), spread.count)
            return [count, *(Figure(self.words.duration(each), each) for each in times)]

        return self._table(group, columns, buckets, figures)

    def _table(
        self,
        group: Group,
        columns: list[Column],
        buckets: Sequence[Bucket],
        figures: Callable[[Bucket], list[Figure]],
    ) -> Table:
        timed = _is_timed(buckets)
        rows = []
        for place, bucket in enumerate(buckets):
            name = self.words.name(group, bucket, self.names)
            cells = [Figure(name, place), *figures(bucket)]
            if timed:
                cells.append(Figure(self.words.share(bucket.observed), bucket.observed))
            rows.append(Row(tuple(cells), bucket.dialogs, name))
        return Table(tuple(columns), tuple(rows))

    def _observed_column(self, buckets: Sequence[Bucket]) -> list[Column]:
        return [Column(self.words.observed_title(), number=True)] if _is_timed(buckets) else []

    def _slot(self, group: Group, bucket: Bucket, said: str) -> Slot:
        name = self.words.name(group, bucket, self.names)
        sentence = f"{name}: {said}"
        if bucket.observed is not None and bucket.observed < _WHOLE:
            sentence += "\n" + self.words.observed(bucket.observed)
        label = self.words.label(group, bucket, self.names)
        return Slot(label, name, sentence, bucket.dialogs)

    def _counted(self, bucket: Bucket) -> str:
        parts = [self.words.dialogs(bucket.count)]
        if len(bucket.by_line) > 1:
            parts += [
                f"{self.words.line(line, self.names)} {self.words.number(count)}"
                for line, count in bucket.by_line.items()
            ]
        return ", ".join(parts)

    def _shown(self, group: Group) -> tuple[Bucket, ...]:
        buckets = group.of(self.report)
        return _working_day(buckets) if group is Group.HOUR else buckets[:MOST]

    def _gaps(self, group: Group, buckets: Sequence[Bucket]) -> tuple[Unread, ...]:
        """Where they were, on an axis of one day or of days; elsewhere the slots they touch."""
        coverage = self.report.coverage
        if group is Group.HOUR and _is_one_day(coverage):
            return _hour_gaps(coverage, int(buckets[0].key) if buckets else 0, len(buckets))
        seen = [(place, each.observed) for place, each in enumerate(buckets)]
        return tuple(
            Unread(place - _HALF, place + _HALF)
            for place, share in seen
            if share is not None and share < _WHOLE
        )


def _of(bucket: Bucket, line: int) -> float:
    return float(bucket.by_line.get(line, 0))


def scaled(seconds: float | None, unit: int) -> float | None:
    """A time on an axis."""
    return None if seconds is None else seconds / unit


def unit_of(values: Sequence[float | None]) -> int:
    """The largest unit in which the highest value is two or more."""
    highest = max((value for value in values if value is not None), default=_UNITS[-1] * 2)
    return next((unit for unit in _UNITS if highest >= 2 * unit), 60 if highest >= 60 else 1)


def _is_timed(buckets: Sequence[Bucket]) -> bool:
    return any(each.observed is not None for each in buckets)


def _working_day(buckets: tuple[Bucket, ...]) -> tuple[Bucket, ...]:
    """Without the empty hours before the first and after the last one, but ten of them at least,
    and with all in which nobody looked: those are marked.
    """
    by_hour = {int(each.key): each for each in buckets}
    busy = [hour for hour, each in by_hour.items() if each.count]
    if not busy:
        return ()
    busy += [
        hour
        for hour, each in by_hour.items()
        if each.observed is not None and each.observed < _WHOLE
    ]
    last = min(23, max(*busy, min(busy) + _FEWEST_HOURS - 1))
    first = min(*busy, max(0, last - _FEWEST_HOURS + 1))
    return tuple(by_hour.get(hour, Bucket(f"{hour:02}")) for hour in range(first, last + 1))


def _is_one_day(coverage: Coverage) -> bool:
    return coverage.period.until - coverage.period.since <= _ONE_DAY


def _hour_gaps(coverage: Coverage, first: int, count: int) -> tuple[Unread, ...]:
    day, zone = coverage.period.since.astimezone(coverage.period.zone).date(), coverage.period.zone
    low, high = -_HALF, count - _HALF

    def place(moment: datetime) -> float:
        here = moment.astimezone(zone)
        hours = (here.date() - day).days * 24 + here.hour + here.minute / 60
        return min(max(hours - first - _HALF, low), high)

    found = (Unread(place(gap.since), place(gap.until)) for gap in coverage.gaps)
    return tuple(each for each in found if each.end > low and each.start < high)
