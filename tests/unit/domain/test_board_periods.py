"""The periods that a person can choose by a word."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.board_periods import Span, days_times, span_times

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("span", "since", "until"),
    [
        (Span.TODAY, "2026-03-30T00:00+02:00", "2026-03-30T10:00+02:00"),
        (Span.YESTERDAY, "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"),
        (Span.WEEK, "2026-03-24T00:00+01:00", "2026-03-30T10:00+02:00"),
        (Span.MONTH, "2026-03-01T00:00+01:00", "2026-03-30T10:00+02:00"),
    ],
)
def test_days_are_whole_also_where_the_clock_was_put_forward(span, since, until):
    now = datetime.fromisoformat("2026-03-30T08:00+00:00")

    found = span_times(span, now, PARIS)

    assert found == (datetime.fromisoformat(since), datetime.fromisoformat(until))


def test_chosen_days_end_now_when_the_last_one_is_today():
    now = datetime.fromisoformat("2026-03-30T08:00+00:00")

    since, until = days_times(now.date() - timedelta(days=3), now.date(), now, PARIS)

    assert (since.isoformat(), until) == ("2026-03-27T00:00:00+01:00", now)
