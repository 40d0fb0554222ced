"""By what figures are put together, and which times they tell. Knows no Qt."""

from enum import StrEnum

from app.domain.statistics.facts import Bucket, Report, Spread


class Group(StrEnum):
    """What one bar stands for."""

    HOUR = "hour"
    WEEKDAY = "weekday"
    DAY = "day"
    LINE = "line"
    CONNECTOR = "connector"
    OPERATOR = "operator"

    def of(self, report: Report) -> tuple[Bucket, ...]:
        """The bars of a report."""
        return {
            Group.HOUR: report.by_hour,
            Group.WEEKDAY: report.by_weekday,
            Group.DAY: report.by_day,
            Group.LINE: report.by_line,
            Group.CONNECTOR: report.by_connector,
            Group.OPERATOR: report.by_operator,
        }[self]


#: Groups whose bars follow each other: between the others no line is drawn.
IN_ORDER = (Group.HOUR, Group.WEEKDAY, Group.DAY)


class Measure(StrEnum):
    """Which time."""

    FIRST = "first"
    NEXT = "next"
    RESOLUTION = "resolution"

    def of(self, bucket: Bucket) -> Spread:
        """How it is spread in a bar."""
        return {
            Measure.FIRST: bucket.spread,
            Measure.NEXT: bucket.next_answer,
            Measure.RESOLUTION: bucket.resolution,
        }[self]

    def total(self, report: Report) -> Spread:
        """How it is spread in the whole period."""
        return {
            Measure.FIRST: report.first_answer,
            Measure.NEXT: report.next_answer,
            Measure.RESOLUTION: report.resolution,
        }[self]
