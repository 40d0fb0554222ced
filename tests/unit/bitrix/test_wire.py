"""The vendor's sloppy types, and what must never happen with hostile ones."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bitrix import wire


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a":1}', {"a": 1}),
        (b'\xef\xbb\xbf{"a":1}', {"a": 1}),
        (b'["\\ud83d"]', ["\ufffd"]),
        (b'["\xff"]', ["\ufffd"]),
        (b"[NaN, Infinity, 1e999]", [None, None, None]),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
        (b'"' + b"[" * 5000 + b'"', "[" * 5000),
    ],
)
def test_json_is_read_even_when_it_is_a_little_broken(data: bytes, value: object) -> None:
    assert wire.decode(data) == value


HOSTILE = [
    b"[" * 1_000_000,
    b"[" * 1_000_000 + b"]" * 1_000_000,
    b"[" + b"[]," * 600_000 + b"[]]",
    b"[" * 101 + b'"' + b'\\"' * 500_000,
    b"9" * 5000,
]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"<html>", b"[" * 200 + b"]" * 200, b'{"a":' * 9999, *HOSTILE],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_json_or_nested_beyond_reason_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        wire.decode(data)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1, 2], [1, 2]),
        ({"2": "b", "10": "c", "0": "a"}, ["a", "b", "c"]),
        ({}, []),
        ({"a": 1}, []),
        (False, []),
        (None, []),
        ("", []),
        ("text", []),
        (7, []),
    ],
)
def test_lists_come_as_objects_with_gaps_or_as_nothing(value, expected) -> None:
    assert wire.as_list(value) == expected


def test_maps_come_as_lists_or_as_nothing() -> None:
    assert wire.as_map([]) == wire.as_map(False) == wire.as_map("") == {}
    assert wire.as_map(["a", "b"]) == {"0": "a", "1": "b"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7),
        ("7", 7),
        (" 7 ", 7),
        (7.0, 7),
        ("-3", -3),
        (True, None),
        (False, None),
        ("", None),
        ("7a", None),
        (7.5, None),
        ({}, None),
        (None, None),
        (2**63, None),
        ("9" * 30, None),
        ("٣", None),
    ],
)
def test_numbers_are_read_only_when_they_are_whole_and_fit_a_database(value, expected) -> None:
    assert wire.as_int(value) == expected


@pytest.mark.parametrize("value", [True, 1, "1", "Y", "y", "true", 1.0, " Y "])
def test_these_mean_yes(value) -> None:
    assert wire.as_bool(value)


@pytest.mark.parametrize("value", [False, 0, "0", "N", "", None, {}, [], "no", 2, "false"])
def test_these_mean_no(value) -> None:
    assert not wire.as_bool(value)


def test_a_query_is_written_in_brackets_as_php_reads_it() -> None:
    params = {"A": {"b": [1, True, None, "x y&z"]}, "E": [], "F": False, "П": "я"}
    assert parse_qsl(wire.query(params)) == [
        ("A[b][0]", "1"),
        ("A[b][1]", "1"),
        ("A[b][3]", "x y&z"),
        ("F", "0"),
        ("П", "я"),
    ]


@settings(deadline=None)
@given(st.integers(10**8, 7 * 10**9).map(lambda at: datetime.fromtimestamp(at, UTC)))
def test_moments_survive_the_trip(moment: datetime) -> None:
    assert wire.as_time(moment.isoformat()) == moment
    assert abs(wire.as_time(moment.timestamp()) - moment) < timedelta(seconds=1)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(json_values)
def test_no_reader_fails_on_anything(value: object) -> None:
    for read in (
        wire.as_map,
        wire.as_list,
        wire.as_text,
        wire.as_id,
        wire.as_int,
        wire.as_number,
        wire.as_bool,
        wire.as_time,
        wire.lower,
    ):
        read(value)
    assert list(wire.each_map(value)) is not None
    assert isinstance(wire.query(wire.as_map(value)), str)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=50))
def test_every_typed_text_can_be_sent(text: str) -> None:
    sent = json.loads(wire.encode({"MESSAGE": text}))["MESSAGE"]
    assert len(sent) == len(text) or "\ufffd" in sent
    sent.encode("utf-8")


@pytest.mark.parametrize(
    "said",
    ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "31.12.9999 23:59:59", 253_402_299_999, -5],
)
def test_a_moment_that_no_clock_can_show_says_nothing(said: object) -> None:
    assert wire.as_time(said) is None


@settings(max_examples=200, deadline=None)
@given(st.datetimes(timezones=st.timezones() | st.none()), st.timezones())
def test_every_moment_can_be_shown_everywhere(said: datetime, zone: ZoneInfo) -> None:
    moment = wire.as_time(said.isoformat())
    assert moment is None or moment.astimezone(zone).year in range(1969, 2201)
