"""Targets of answers and ends: working hours, clocks that are put back, lines without hours."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.line import LineSettings
from app.domain.service_levels import (
    Levels,
    LevelState,
    TargetKind,
    after_working,
    dues,
    most_urgent,
)

RIGA = ZoneInfo("Europe/Riga")
NOON = datetime(2026, 7, 14, 9, 0, tzinfo=UTC)  # a Tuesday, 12:00 in Riga


def line(begin=9 * 60, end=18 * 60, *, zone="Europe/Riga", off=("SA", "SU"), holidays=()):
    values = {
        "WORKTIME_ENABLE": True,
        "WORKTIME_FROM": begin,
        "WORKTIME_TO": end,
        "WORKTIME_TIMEZONE": zone,
        "WORKTIME_DAYOFF": off,
        "WORKTIME_HOLIDAYS": holidays,
    }
    return LineSettings(42, "Kiosk", True, values)


def dialog(**more):
    parts = (DialogId(1), "acme_shop", 42, "c1", "u1", "Anna", DialogState.OPEN)
    return Dialog(*parts, **more)


def riga(*moment):
    return datetime(*moment, tzinfo=RIGA).astimezone(UTC)


@pytest.mark.parametrize(
    ("since", "seconds", "due"),
    [
        (riga(2026, 7, 14, 12, 0), 3600, riga(2026, 7, 14, 13, 0)),
        (riga(2026, 7, 14, 17, 30), 3600, riga(2026, 7, 15, 9, 30)),  # over the night
        (riga(2026, 7, 17, 17, 30), 3600, riga(2026, 7, 20, 9, 30)),  # over the weekend
        (riga(2026, 7, 14, 7, 0), 60, riga(2026, 7, 14, 9, 1)),  # before the line opens
        (riga(2026, 7, 14, 18, 0), 60, riga(2026, 7, 15, 9, 1)),  # the minute it closes
    ],
)
def test_only_working_time_counts(since, seconds, due):
    assert after_working(line(), since, seconds) == due


def test_a_holiday_does_not_count():
    due = after_working(line(holidays=("15.07",)), riga(2026, 7, 14, 17, 30), 3600)

    assert due == riga(2026, 7, 16, 9, 30)


@pytest.mark.parametrize(
    ("day", "hours"), [((2026, 3, 29), 3.0), ((2026, 10, 25), 5.0), ((2026, 7, 14), 4.0)]
)
def test_the_hour_that_a_clock_gains_or_loses_is_no_working_time_made_up(day, hours):
    """From 0:00 to 4:00 the clock of Riga goes once in three hours, once in five."""
    night = line(0, 24 * 60 - 1, off=())
    since = riga(*day, 0, 0)

    assert riga(*day, 4, 0) - since == timedelta(hours=hours)
    assert after_working(night, since, hours * 3600) == riga(*day, 4, 0)


@pytest.mark.parametrize(
    "settings",
    [
        None,
        LineSettings(42, "Kiosk", True, {"WORKTIME_ENABLE": False}),
        line(zone="Mars/Olympus"),
        LineSettings(42, "Kiosk", True, {"WORKTIME_ENABLE": True}),
    ],
)
def test_a_line_without_hours_is_open_round_the_clock(settings):
    assert after_working(settings, NOON, 7200) == NOON + timedelta(hours=2)


def test_a_line_that_never_opens_has_nothing_due():
    closed = line(off=("MO", "TU", "WE", "TH", "FR", "SA", "SU"))

    assert dues(dialog(waiting_since=NOON), Levels(), closed) == ()


def test_the_first_answer_and_the_next_have_targets_of_their_own():
    (first,) = dues(dialog(waiting_since=NOON), Levels(), None)
    (next_one,) = dues(dialog(waiting_since=NOON, answered_at=NOON), Levels(), None)

    assert (first.kind, first.due_at) == (TargetKind.FIRST_ANSWER, NOON + timedelta(minutes=2))
    assert (next_one.kind, next_one.due_at) == (
        TargetKind.NEXT_ANSWER,
        NOON + timedelta(minutes=5),
    )


@pytest.mark.parametrize(
    ("seconds", "state"),
    [
        *((-3600, LevelState.OK), (0, LevelState.OK), (89, LevelState.OK)),
        *((90, LevelState.WARNING), (119, LevelState.WARNING)),
        *((120, LevelState.BREACH), (86_400, LevelState.BREACH)),
    ],
)
def test_a_warning_comes_before_the_breach(seconds, state):
    found = dues(dialog(waiting_since=NOON), Levels(), None)
    standing = most_urgent(found, NOON + timedelta(seconds=seconds))

    assert standing is not None
    assert standing.state is state


def test_what_is_late_comes_before_what_is_due_sooner():
    old = dialog(opened_at=NOON - timedelta(days=2), waiting_since=NOON)
    standing = most_urgent(dues(old, Levels(), None), NOON)

    assert standing is not None
    assert (standing.kind, standing.state) == (TargetKind.RESOLUTION, LevelState.BREACH)


def test_nothing_is_expected_in_a_closed_dialog():
    parts = (DialogId(1), "acme_shop", 42, "c1", "u1", "Anna", DialogState.CLOSED)
    closed = Dialog(*parts, opened_at=NOON)

    assert dues(closed, Levels(), None) == ()
    assert most_urgent((), NOON) is None


def test_a_target_of_zero_is_none():
    assert dues(dialog(waiting_since=NOON), Levels(first_answer_s=0), None) == ()


@given(
    since=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001 - drawn
    hours=st.tuples(st.integers(0, 1439), st.integers(0, 1439)),
    seconds=st.integers(0, 7200),  # a line may be open for a minute a day
    zone=st.sampled_from(["Europe/Riga", "Asia/Kolkata", "America/New_York", "UTC"]),
)
def test_working_time_is_never_shorter_than_time_and_grows(since, hours, seconds, zone):
    begun, settings = since.replace(tzinfo=UTC), line(*hours, zone=zone, off=("SU",))
    due = after_working(settings, begun, seconds)
    later = after_working(settings, begun, seconds + 60)

    assert due is not None
    assert later is not None
    assert due >= begun + timedelta(seconds=seconds)
    assert later >= due + timedelta(seconds=60)
