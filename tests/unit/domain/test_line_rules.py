"""What may be typed into the settings of a line, and when a line is open."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.connector import FieldProblem
from app.domain.line import LineSettings
from app.domain.line_fields import FIELDS, Kind
from app.domain.line_hours import Opening, opening
from app.domain.line_rules import clock, cross_check, parse, read_clock, read_date, shown


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("LINE_NAME", "  Shop ", "Shop"),
        ("QUEUE_TIME", " 60 ", 60),
        ("WORKTIME_FROM", "9", 540),
        ("WORKTIME_FROM", "09:30", 570),
        ("WORKTIME_TO", "24:00", 1440),
        ("WORKTIME_TO", "18.30", 1110),
        ("WORKTIME_HOLIDAYS", "1.1; 25.12 25.12", ("01.01", "25.12")),
        ("WORKTIME_HOLIDAYS", "29.02", ("29.02",)),
        ("WORKTIME_HOLIDAYS", "", ()),
        ("WORKTIME_TIMEZONE", "Europe/Riga", "Europe/Riga"),
        ("WORKTIME_DAYOFF", ("SA", "SU"), ("SA", "SU")),
        ("CRM_SOURCE", "WEB", "WEB"),
        ("CRM", True, True),
        ("CLOSE_TEXT", " as typed ", " as typed "),
        ("CRM_CREATE", "smart", "smart"),
    ],
)
def test_a_good_text_becomes_its_value(name, typed, value):
    assert parse(FIELDS[name], typed) == value


@pytest.mark.parametrize(
    ("name", "typed", "code", "hint"),
    [
        ("LINE_NAME", "  ", "NAME_EMPTY", ""),
        ("LINE_NAME", "x" * 256, "NAME_TOO_LONG", "x" * 255),
        ("QUEUE_TIME", "60 s", "NUMBER", "60"),
        ("QUEUE_TIME", "-5", "NUMBER", "5"),
        ("QUEUE_TIME", "", "NUMBER", ""),
        ("QUEUE_TIME", "٣", "NUMBER", ""),
        ("QUEUE_TIME", "99999999999", "NUMBER_TOO_LARGE", ""),
        ("WORKTIME_FROM", "25:00", "CLOCK", ""),
        ("WORKTIME_FROM", "24:01", "CLOCK", ""),
        ("WORKTIME_FROM", "9:60", "CLOCK", ""),
        ("WORKTIME_FROM", "", "CLOCK", ""),
        ("WORKTIME_HOLIDAYS", "01.01, 31.02", "HOLIDAYS", "01.01"),
        ("WORKTIME_HOLIDAYS", "soon", "HOLIDAYS", ""),
        ("WORKTIME_TIMEZONE", "Riga", "ZONE_UNKNOWN", ""),
        ("WORKTIME_TIMEZONE", "../etc", "ZONE_UNKNOWN", ""),
        ("CRM_SOURCE", "my source!", "CODE_CHARACTERS", "mysource"),
        ("CLOSE_TEXT", "x" * 10_001, "TEXT_TOO_LONG", ""),
    ],
)
def test_a_bad_text_is_told_with_a_text_that_would_pass(name, typed, code, hint):
    assert parse(FIELDS[name], typed) == FieldProblem(name, code, hint)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"WELCOME_MESSAGE": True, "WELCOME_MESSAGE_TEXT": " "}, ["WELCOME_MESSAGE_TEXT"]),
        ({"WELCOME_MESSAGE": False, "WELCOME_MESSAGE_TEXT": ""}, []),
        ({"CLOSE_RULE": "text", "CLOSE_TEXT": ""}, ["CLOSE_TEXT"]),
        ({"WORKTIME_DAYOFF_RULE": "text", "WORKTIME_DAYOFF_TEXT": ""}, []),
        (
            {"WORKTIME_ENABLE": True, "WORKTIME_FROM": 540, "WORKTIME_TO": 540},
            ["WORKTIME_TO"],
        ),
        ({}, []),
    ],
)
def test_values_that_contradict_each_other_are_found(values, found):
    assert [each.field for each in cross_check(values)] == found


@given(st.integers(0, 1440))
def test_a_time_of_day_is_read_as_it_is_shown(minutes):
    assert read_clock(clock(minutes)) == minutes


TYPED = [each for each in FIELDS.values() if each.kind not in (Kind.FLAG, Kind.DAYS)]


@given(st.sampled_from(TYPED), st.text(max_size=40))
def test_whatever_is_typed_is_a_value_or_a_problem_of_its_field(field, text):
    found = parse(field, text)

    if isinstance(found, FieldProblem):
        assert found.field == field.name
        if found.hint:
            assert not isinstance(parse(field, found.hint), FieldProblem)
    else:
        assert parse(field, shown(field, found)) == found


@given(st.text(max_size=8))
def test_a_date_is_two_and_two_digits(text):
    found = read_date(text)

    assert found is None or (len(found) == 5 and read_date(found) == found)


HOURS = {
    "WORKTIME_ENABLE": True,
    "WORKTIME_FROM": 540,
    "WORKTIME_TO": 1110,
    "WORKTIME_TIMEZONE": "Europe/Riga",
}


def at(text):
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("more", "now", "is_open", "change"),
    [
        ({}, "2026-07-14T12:00:00+03:00", True, "2026-07-14T18:30:00+03:00"),
        ({}, "2026-07-14T07:00:00+03:00", False, "2026-07-14T09:00:00+03:00"),
        ({}, "2026-07-14T18:30:00+03:00", False, "2026-07-15T09:00:00+03:00"),
        (
            {"WORKTIME_DAYOFF": ("SA", "SU")},
            "2026-07-17T20:00:00+03:00",
            False,
            "2026-07-20T09:00:00+03:00",
        ),
        (
            {"WORKTIME_HOLIDAYS": ("15.07",)},
            "2026-07-14T20:00:00+03:00",
            False,
            "2026-07-16T09:00:00+03:00",
        ),
        (
            {"WORKTIME_FROM": 1320, "WORKTIME_TO": 360},
            "2026-07-15T02:00:00+03:00",
            True,
            "2026-07-15T06:00:00+03:00",
        ),
        (
            {"WORKTIME_DAYOFF": ("SA", "SU")},
            "2026-03-28T12:00:00+02:00",  # the clocks change on Sunday
            False,
            "2026-03-30T09:00:00+03:00",
        ),
        ({"WORKTIME_FROM": 0, "WORKTIME_TO": 1440}, "2026-07-14T12:00:00+03:00", True, None),
        (
            {"WORKTIME_DAYOFF": ("MO", "TU", "WE", "TH", "FR", "SA", "SU")},
            "2026-07-14T12:00:00+03:00",
            False,
            None,
        ),
        ({"WORKTIME_ENABLE": False}, "2026-07-14T03:00:00+03:00", True, None),
    ],
)
def test_the_hours_tell_when_a_line_opens_and_closes(more, now, is_open, change):
    found = opening(LineSettings(1, "Shop", True, {**HOURS, **more}), at(now))

    assert found == Opening(is_open, at(change) if change else None)


@pytest.mark.parametrize("more", [{"WORKTIME_TIMEZONE": "Moon/Base"}, {"WORKTIME_TIMEZONE": ""}])
def test_hours_in_a_zone_that_nobody_knows_are_not_guessed(more):
    line = LineSettings(1, "Shop", True, {**HOURS, **more})

    assert opening(line, at("2026-07-14T12:00:00+03:00")) is None
