"""The periods that a person can choose by a word: from midnight to midnight where he is."""

from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Span(StrEnum):
    """Whole days, the present one up to now."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"


_DAYS_BACK = {Span.TODAY: 0, Span.YESTERDAY: 1, Span.WEEK: 6, Span.MONTH: 29}


def span_times(span: Span, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """When a span begins and ends; days are those of `zone`, also where a clock was changed."""
    today = now.astimezone(zone).date()
    since = midnight(today - timedelta(days=_DAYS_BACK[span]), zone)
    return since, midnight(today, zone) if span is Span.YESTERDAY else now.astimezone(zone)


def days_times(first: date, last: date, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """From the beginning of the first day to the end of the last one, or to now."""
    until = midnight(last + timedelta(days=1), zone)
    return midnight(first, zone), min(until, now.astimezone(zone))


def midnight(day: date, zone: tzinfo) -> datetime:
    """When a day begins."""
    return datetime.combine(day, time(), tzinfo=zone)
