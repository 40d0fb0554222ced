"""What each source of events can promise is told in plain words, and what may be missing."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.feed import FeedHealth, FeedSource, FeedState, Gap, GapReason
from app.ui.dialogs.notice import FeedNotice
from app.ui.source_words import SourceWords

NOW = datetime(2026, 7, 14, 14, 32, 12, tzinfo=UTC)
GAP = Gap(FeedSource.IM_EVENTS, NOW - timedelta(days=6), NOW - timedelta(days=2))


@pytest.fixture
def words(qapp) -> SourceWords:
    return SourceWords()


SOURCES = [
    (FeedSource.CONFIRMED, "Queue, confirmed", "", "Nothing can be lost"),
    (FeedSource.PEEKED, "Queue, read and removed", "", "Nothing can be lost"),
    (FeedSource.WATCHED, "Queue, watched", "", "stay in the portal"),
    (FeedSource.IM_EVENTS, "Your own chats", "warning", "Kept 24 h by the portal"),
    (FeedSource.HISTORY, "Known chats", "warning", "deletions may be missed"),
]


@pytest.mark.parametrize(("source", "name", "tone", "promise"), SOURCES)
def test_each_source_is_named_with_what_it_can_promise(words, source, name, tone, promise):
    said = words.source(FeedHealth(FeedState.LIVE, source))
    assert (said.text, said.tone) == (name, tone)
    assert promise in said.more


def test_without_a_source_nothing_is_promised(words):
    assert words.source(FeedHealth(FeedState.STOPPED)).text == ""
    assert words.guarantee(FeedHealth(FeedState.STOPPED)) == ""


def test_a_gap_is_told_with_its_length_and_its_reason(words):
    said = words.gap(FeedHealth(FeedState.LIVE, gap=GAP))
    assert (said.text, said.tone) == ("Gap of 4 d", "warning")
    assert "nobody listened" in said.more
    assert words.gap(FeedHealth(FeedState.LIVE)).text == ""


def test_a_chat_that_was_too_deep_is_told_as_such(words):
    gap = Gap(FeedSource.HISTORY, NOW - timedelta(days=1), NOW, GapReason.DEEP)
    assert "more messages than its history gives back" in words.gap_story(gap)


def test_over_the_panes_a_gap_is_told_until_it_is_understood(qtbot, theme):
    notice = FeedNotice(theme)
    qtbot.addWidget(notice)
    notice.show_notice(None, FeedHealth(FeedState.LIVE, gap=GAP))
    with qtbot.waitSignal(notice.gap_noted, timeout=1000):
        notice.button.click()
    story = notice.text.text()
    shown = notice.isVisibleTo(notice.parentWidget())
    notice.show_notice(None, FeedHealth(FeedState.LIVE))

    assert shown
    assert "nobody listened" in story
    assert not notice.isVisibleTo(notice.parentWidget())
