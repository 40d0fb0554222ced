"""The words of statistics: times, shares, the names of bars. Given values, nothing else."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from app.domain.links import neutral
from app.domain.statistics.facts import Bucket, Spread
from app.ui.statistics.groups import Group, Measure

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_SHORT = 10  # seconds below which tenths count


class FigureWords(QObject):
    """A QObject so that its strings can be translated."""

    def label(self, group: Group, bucket: Bucket, names: Mapping[int, str]) -> str:
        """What stands below a bar: short where there is a short form."""
        if group is Group.HOUR:
            return bucket.key
        if group is Group.WEEKDAY:
            return QLocale().standaloneDayName(int(bucket.key), QLocale.FormatType.ShortFormat)
        if group is Group.DAY:
            return _day(bucket.key, "d MMM")
        return self.name(group, bucket, names)

    def name(self, group: Group, bucket: Bucket, names: Mapping[int, str]) -> str:
        """The whole name of a bar."""
        key = bucket.key
        if group is Group.HOUR:
            hour = int(key)
            return self.tr("{from} to {to}").format(
                **{"from": _clock(hour), "to": _clock(hour + 1)}
            )
        if group is Group.WEEKDAY:
            return QLocale().standaloneDayName(int(key), QLocale.FormatType.LongFormat)
        if group is Group.DAY:
            return _day(key, QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        if group is Group.LINE:
            return self.line(int(key), names)
        if group is Group.CONNECTOR:
            return neutral(key) or self.tr("Without a connector")
        return self.operator(bucket)

    def line(self, number: int, names: Mapping[int, str]) -> str:
        """The name of an open line."""
        return neutral(names.get(number, "")) or self.tr("Line {id}").format(id=number)

    def operator(self, bucket: Bucket) -> str:
        """Who answered."""
        name = neutral(bucket.parts[0]) if bucket.parts else ""
        if name or not bucket.key:
            return name or self.tr("Not answered")
        return self.tr("Operator {id}").format(id=bucket.key)

    def group(self, group: Group) -> str:
        """What the bars stand for: the title of the first column."""
        return {
            Group.HOUR: self.tr("Hour"),
            Group.WEEKDAY: self.tr("Weekday"),
            Group.DAY: self.tr("Day"),
            Group.LINE: self.tr("Line"),
            Group.CONNECTOR: self.tr("Connector"),
            Group.OPERATOR: self.tr("Operator"),
        }[group]

    def measure(self, measure: Measure) -> str:
        """What was timed."""
        return {
            Measure.FIRST: self.tr("First answer"),
            Measure.NEXT: self.tr("Next answer"),
            Measure.RESOLUTION: self.tr("Resolution"),
        }[measure]

    def measured(self, measure: Measure, seconds_in_one: int) -> str:
        """The title of a plot of times, with its unit."""
        return self.in_unit(self.measure(measure), seconds_in_one)

    def in_unit(self, name: str, seconds_in_one: int) -> str:
        """A name and its unit."""
        unit = {
            1: self.tr("seconds"),
            _MINUTE: self.tr("minutes"),
            _HOUR: self.tr("hours"),
            _DAY: self.tr("days"),
        }[seconds_in_one]
        return self.tr("{measure}, {unit}").format(measure=name, unit=unit)

    def dialogs(self, count: int) -> str:
        """How many."""
        return self.tr("%n dialog(s)", "", count)

    def duration(self, seconds: float | None) -> str:
        """A time in its two largest units, a short one with tenths; a dash where there is none."""
        if seconds is None:
            return "—"
        whole = round(seconds)
        if 0 < seconds < _SHORT and round(seconds, 1) != whole:
            return self.tr("{s} s").format(s=QLocale().toString(seconds, "f", 1))
        if whole < _MINUTE:
            return self.tr("{s} s").format(s=whole)
        if whole < _HOUR:
            text = self.tr("{min} min {s} s") if whole % _MINUTE else self.tr("{min} min")
            return text.format(min=whole // _MINUTE, s=f"{whole % _MINUTE:02}")
        if whole < _DAY:
            text = self.tr("{h} h {min} min")
            return text.format(h=whole // _HOUR, min=f"{whole % _HOUR // _MINUTE:02}")
        return self.tr("{d} d {h} h").format(d=whole // _DAY, h=whole % _DAY // _HOUR)

    def share(self, part: float | None) -> str:
        """A part of one as percent; a dash where there is none."""
        if part is None:
            return "—"
        percent = float(part * 100)
        if 0 < percent < 100:  # nearly all is not all
            percent = min(max(percent, 0.1), 99.9)
        digits = 1 if 0 < percent < 10 or 90 < percent < 100 else 0
        return self.tr("{n} %").format(n=QLocale().toString(percent, "f", digits))

    def spread(self, spread: Spread) -> str:
        """How times are spread, in one sentence."""
        if not spread.count:
            return self.tr("nothing to measure")
        text = self.tr("median {median}, p95 {p95}, of {count}")
        return text.format(
            median=self.duration(spread.median),
            p95=self.duration(spread.p95),
            count=self.number(spread.count),
        )

    def spread_rest(self, spread: Spread, measure: Measure) -> str:
        """What stands below a median."""
        many = self.number(spread.count)
        if measure is Measure.RESOLUTION:
            text = self.tr("p95 {p95}, p90 {p90}, mean {mean}, of {count} closed")
        else:
            text = self.tr("p95 {p95}, p90 {p90}, mean {mean}, of {count} answers")
        times = {name: self.duration(getattr(spread, name)) for name in ("p90", "p95", "mean")}
        return text.format(count=many, **times)

    def observed(self, share: float) -> str:
        """How much of a bar's time was read."""
        text = self.tr("{share} of this time was observed")
        return text.format(share=self.share(share))

    def target(self, seconds: float) -> str:
        """The words at the line of a target."""
        return self.tr("target {time}").format(time=self.duration(seconds))

    def median(self) -> str:
        """The name of a line of a plot."""
        return self.tr("median")

    def p95(self, *, dashed: bool) -> str:
        """The name of the other line."""
        return self.tr("p95, dashed") if dashed else "p95"

    def count_title(self) -> str:
        """Over a column of counts."""
        return self.tr("Dialogs")

    def observed_title(self) -> str:
        """Over the column that says how much was read."""
        return self.tr("Observed")

    def time_titles(self, measure: Measure) -> tuple[str, ...]:
        """Over the columns of times: how many, and how they are spread."""
        many = self.tr("Closed") if measure is Measure.RESOLUTION else self.tr("Answers")
        return many, self.tr("Median"), "p90", "p95", self.tr("Mean")

    def number(self, value: int) -> str:
        """A count in the local form."""
        return QLocale().toString(value)


def _clock(hour: int) -> str:
    return QLocale().toString(QTime(hour % 24, 0), QLocale.FormatType.ShortFormat)


def _day(iso: str, form: str) -> str:
    day = date.fromisoformat(iso)
    return str(QLocale().toString(QDate(day.year, day.month, day.day), form))
