"""The status bar and the health chip tell the truth in words."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.feed import FeedHealth, FeedState
from app.domain.problem import Problem
from app.ui.status_words import Sent, StatusWords

NOW = datetime(2026, 7, 14, 14, 32, 12, tzinfo=UTC)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


@pytest.fixture
def words(qapp) -> StatusWords:
    return StatusWords()


def test_a_live_feed_says_when_it_polled(words):
    said = words.chip(FeedHealth(FeedState.LIVE, last_poll=ago(2)), NOW)
    assert (said.text, said.tone) == ("Live · polled 2 s ago", "success")


def test_a_feed_whose_poll_gets_no_answer_is_not_called_live(words):
    health = FeedHealth(FeedState.LIVE, interval=2.0, last_poll=ago(32))
    said = words.chip(health, NOW)
    assert (said.text, said.tone) == ("Slow · polled 32 s ago", "warning")
    assert said.more == words.polling(health, NOW).text == "No answer to the poll for 30 s"
    assert words.polling(health, NOW).tone == "warning"


def test_a_feed_that_rests_between_its_polls_is_live(words):
    health = FeedHealth(FeedState.LIVE, interval=15.0, last_poll=ago(17))
    assert words.chip(health, NOW).tone == "success"


def test_a_feed_that_waits_as_the_portal_asked_is_not_without_an_answer(words):
    wait = NOW + timedelta(seconds=20)
    health = FeedHealth(FeedState.SLOW, interval=2.0, last_poll=ago(60), retry_at=wait)
    assert "No answer" not in words.polling(health, NOW).text


def test_in_a_narrow_window_the_age_stays(words):
    health = FeedHealth(FeedState.LIVE, last_poll=ago(2))
    assert words.chip(health, NOW, short=True).text == "Live · 2 s"


def test_an_unreachable_portal_says_for_how_long_and_when_it_tries_again(words):
    health = FeedHealth(
        FeedState.UNREACHABLE,
        last_poll=ago(130),
        problem=Problem("UNREACHABLE_TIMEOUT"),
        retry_at=NOW + timedelta(seconds=24),
    )
    assert words.chip(health, NOW).text == "Unreachable for 2 min"
    said = words.polling(health, NOW)
    assert said.text == "The portal does not answer, next try in 24 s"
    assert said.tone == "danger"


def test_a_person_who_is_no_administrator_is_told_why_there_are_no_events(words):
    health = FeedHealth(FeedState.UNAVAILABLE, problem=Problem("ACCESS_DENIED"))
    assert words.polling(health, NOW).text == "No events. The portal denied access"
    assert "administrator" in words.polling(health, NOW).more


def test_a_full_disk_is_told_as_the_reason_of_the_pause(words):
    health = FeedHealth(FeedState.PAUSED, problem=Problem("DISK_FULL"))
    assert words.polling(health, NOW).text == "The disk is full"
    assert words.polling(FeedHealth(FeedState.PAUSED), NOW).text == "Polling is paused"


@pytest.mark.parametrize("state", list(FeedState))
def test_every_state_has_words_for_both_places(words, state):
    health = FeedHealth(state)
    assert words.chip(health, NOW).text
    assert words.polling(health, NOW).text


def test_a_late_queue_is_a_warning(words):
    assert words.queue(FeedHealth(FeedState.LIVE)).text == ""
    assert words.queue(FeedHealth(FeedState.LIVE, queue=0, lag=2)).text == "Queue: 0"
    assert words.queue(FeedHealth(FeedState.LIVE, queue=0, lag=95)) == ("Queue: 0", "", "")
    late = words.queue(FeedHealth(FeedState.SLOW, queue=40, lag=95))
    assert (late.text, late.tone) == ("Queue: 40, 1 min behind", "warning")


def test_the_outbox_names_what_has_not_arrived(words):
    assert words.outbox(Sent()).text == "Outbox: 0"
    said = words.outbox(Sent(queued=2, unknown=1, failed=3))
    assert said.text == "Outbox: 2 waiting, 1 unknown outcome(s), 3 refused"
    assert said.tone == "danger"
    assert words.outbox(Sent(unknown=1)).tone == "warning"


def test_the_outbox_says_why_what_waits_does_not_leave(words):
    said = words.outbox(Sent(queued=3, problem=Problem("UNREACHABLE_TIMEOUT")))
    assert (said.text, said.tone) == (
        "Outbox: 3 waiting. The portal does not answer",
        "warning",
    )
    assert said.more
    assert words.outbox(Sent(problem=Problem("DISK_FULL"))).text == "Outbox: 0"


def test_the_longest_waiting_customer_is_named_by_time(words):
    assert words.waiting(3, ago(372), NOW).text == "3 waiting, longest 6:12"
    assert words.waiting(0, None, NOW).text == "Nobody known waits"


def test_the_last_event_has_an_age(words):
    assert words.last_event(FeedHealth(FeedState.LIVE), NOW).text == "No event yet"
    health = FeedHealth(FeedState.LIVE, last_event=ago(7300))
    assert words.last_event(health, NOW).text == "Last event 2 h ago"


def test_a_clock_that_is_behind_makes_no_negative_age(words):
    assert words.last_event(FeedHealth(FeedState.LIVE, last_event=ago(-5)), NOW).text.endswith(
        "0 s ago"
    )
