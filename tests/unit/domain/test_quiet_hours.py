"""Quiet hours, lengths of time as people write them, and which messages are news."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import Author, Delivery, DialogId, Message, MessageChange
from app.domain.notices import is_news
from app.domain.quiet_hours import QuietHours, time_of
from app.domain.spans import read_span, split_span

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
SAID = Message(
    DialogId(1), 0, Author.CUSTOMER, "Anna", "Hello", NOW, Delivery.SENT, im=7, author_id=0
)


@pytest.mark.parametrize(
    ("begin", "end", "here", "quiet"),
    [
        (time(22), time(8), time(23), True),
        (time(22), time(8), time(3), True),
        (time(22), time(8), time(8), False),
        (time(22), time(8), time(12), False),
        (time(12), time(13), time(12), True),
        (time(12), time(13), time(13), False),
        (time(9), time(9), time(9), False),
    ],
)
def test_quiet_hours_may_reach_over_midnight(begin, end, here, quiet):
    assert QuietHours(begin, end).holds(here) is quiet


@pytest.mark.parametrize(
    ("text", "at"), [("07:30", time(7, 30)), ("nonsense", time(22)), ("25:00", time(22))]
)
def test_a_time_that_cannot_be_read_is_the_usual_one(text, at):
    assert time_of(text, time(22)) == at


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(("", 0), ("2", 120), ("2 min", 120), ("2min.", 120), ("90 s", 90), ("1,5 h", 5400)),
        *(("24 h", 86_400), ("1 d", 86_400), ("2 мин", 120), ("90 с", 90), ("24 ч", 86_400)),
        *(("two", None), ("-1", None), ("5 weeks", None), ("1:30", None), ("٣ min", 180)),
    ],
)
def test_lengths_of_time_are_read_as_people_write_them(text, seconds):
    assert read_span(text) == seconds


@given(st.integers(1, 10_000_000))
def test_what_is_written_is_read_again(seconds):
    figure, unit = split_span(seconds)

    assert read_span(f"{figure} {unit}") == seconds


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text):
    seconds = read_span(text)

    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("change", "news"),
    [
        (MessageChange(SAID, True), True),
        (MessageChange(SAID, False), False),
        (MessageChange(replace(SAID, delivery=Delivery.QUEUED), True), False),
        (MessageChange(replace(SAID, author=Author.SYSTEM), True), False),
        (MessageChange(replace(SAID, author=Author.OPERATOR, author_id=5), True), False),
        (MessageChange(replace(SAID, author=Author.OPERATOR, author_id=6), True), True),
        (MessageChange(replace(SAID, at=NOW - timedelta(minutes=6)), True), False),
    ],
)
def test_only_what_others_have_just_written_is_news(change, news):
    assert is_news(change, 5, NOW) is news
