"""How much of a time was observed: gaps are told with their reason, and no silence is a figure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.feed import FeedHealth, FeedState
from app.domain.statistics.coverage import TOLERANCE, Watched, cover
from app.domain.statistics.facts import GapWhy, Period
from app.services.coverage import Watch
from app.services.journal import Journal

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
LIVE = FeedHealth(FeedState.LIVE)


def after(minutes):
    return NOON + timedelta(minutes=minutes)


HOUR = Period(NOON, after(60), UTC)


@pytest.fixture
async def journal(tmp_path):
    opened = await Journal.open(tmp_path / "journal.sqlite")
    yield opened
    await opened.close()


def watch(journal, now=60):
    return Watch(journal, lambda: after(now))


def read(seen, first, last):
    for minute in range(first, last + 1):
        seen.note(replace(LIVE, last_poll=after(minute)))


def told(coverage):
    return [(gap.since, gap.until, gap.why) for gap in coverage.gaps]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (FeedState.UNREACHABLE, GapWhy.NETWORK),
        (FeedState.PAUSED, GapWhy.PAUSED),
        (FeedState.SIGNED_OUT, GapWhy.SIGNED_OUT),
        (FeedState.UNAVAILABLE, GapWhy.REFUSED),
        (FeedState.STOPPED, GapWhy.CLOSED),
    ],
)
async def test_a_gap_says_why_nothing_was_read(journal, state, why):
    seen = watch(journal)
    read(seen, 0, 20)
    seen.note(replace(LIVE, state=state, last_poll=after(20)))
    read(seen, 27, 60)

    found = await seen.coverage(HOUR)

    assert told(found) == [(after(20), after(27), why)]
    assert found.observed == ((NOON, after(20)), (after(27), after(60)))


async def test_a_wait_that_nobody_explains_was_a_sleep(journal):
    seen = watch(journal)
    read(seen, 0, 20)
    read(seen, 40, 60)

    assert told(await seen.coverage(HOUR)) == [(after(20), after(40), GapWhy.SLEEP)]


async def test_a_program_that_was_killed_read_nothing_until_the_next_began(journal):
    read(watch(journal), 0, 20)
    following = watch(journal)
    read(following, 50, 60)

    assert told(await following.coverage(HOUR)) == [(after(20), after(50), GapWhy.CLOSED)]


async def test_what_was_before_anything_was_read_may_be_missing_for_good(journal):
    seen = watch(journal)
    read(seen, 30, 60)

    (gap,) = (await seen.coverage(HOUR)).gaps
    assert (gap.until, gap.why, gap.lost) == (after(30), GapWhy.UNKNOWN, True)


async def test_a_failure_that_is_over_at_once_is_no_gap(journal):
    seen = watch(journal)
    read(seen, 0, 20)
    seen.note(replace(LIVE, state=FeedState.UNREACHABLE, last_poll=after(20)))
    read(seen, 21, 60)

    assert told(await seen.coverage(HOUR)) == []


async def test_what_is_still_to_come_is_no_gap(journal):
    seen = watch(journal, now=20)
    read(seen, 0, 20)

    found = await seen.coverage(HOUR)

    assert (found.gaps, found.share) == ((), 1.0)


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 500)), max_size=12),
    st.integers(0, 4000),
    st.integers(1, 2000),
)
def test_observed_times_and_gaps_share_a_period_without_overlap(spans, start, length):
    rows = [Watched(after(since), after(since + wide)) for since, wide in sorted(spans)]
    period = Period(after(start), after(start + length), UTC)

    found = cover(period, rows, (), after(10_000))

    parts = sorted([*found.observed, *((gap.since, gap.until) for gap in found.gaps)])
    for (_, until), (since, _) in pairwise(parts):
        assert timedelta() <= since - until <= TOLERANCE
    whole = sum((until - since for since, until in parts), timedelta())
    assert period.until - period.since - whole <= TOLERANCE * (len(parts) + 1)


@pytest.mark.parametrize(
    ("lost", "observed", "gap"),
    [
        ((10, 20), [(0, 10), (20, 60)], (10, 20)),
        ((-5, 10), [(10, 60)], (0, 10)),
        ((50, 90), [(0, 50)], (50, 60)),
        ((0, 60), [], (0, 60)),
    ],
)
def test_what_was_lost_although_events_were_read_was_not_observed(lost, observed, gap):
    spans = [(after(lost[0]), after(lost[1]))]
    found = cover(HOUR, [Watched(after(0), after(60))], spans, after(60))

    assert found.observed == tuple((after(a), after(b)) for a, b in observed)
    assert told(found) == [(after(gap[0]), after(gap[1]), GapWhy.DEEP)]
    assert found.gaps[0].lost


def test_a_loss_in_a_gap_marks_the_gap_and_makes_no_second_one():
    watched = [Watched(after(0), after(20), GapWhy.NETWORK), Watched(after(30), after(60))]
    found = cover(HOUR, watched, [(after(25), after(29))], after(60))

    assert told(found) == [(after(20), after(30), GapWhy.NETWORK)]
    assert found.gaps[0].lost


@pytest.mark.parametrize(
    ("watched", "lost", "observed"),
    [
        pytest.param([(0, 60)], [(10, 15), (14, 40)], [(0, 10), (40, 60)], id="two losses at once"),
        pytest.param([(0, 20), (30, 60)], [(25, 50)], [(0, 20), (50, 60)], id="from a gap on"),
        pytest.param([(0, 20), (30, 60)], [(5, 25)], [(0, 5), (30, 60)], id="into a gap"),
        pytest.param([(0, 20), (30, 60)], [(20, 30.5)], [(0, 20), (30, 60)], id="a gap's edge"),
    ],
)
def test_no_lost_time_is_told_as_observed(watched, lost, observed):
    rows = [Watched(after(since), after(until), GapWhy.NETWORK) for since, until in watched]
    spans = [(after(since), after(until)) for since, until in lost]

    found = cover(HOUR, rows, spans, after(60))

    assert found.observed == tuple((after(since), after(until)) for since, until in observed)
    assert all(gap.lost for gap in found.gaps)


def test_a_gap_that_nobody_ended_lasts():
    readings = [Watched(NOON, after(10), GapWhy.NETWORK), Watched(after(20), after(30))]

    ended, lasting = cover(HOUR, readings, [], after(50)).gaps

    assert not ended.lasting
    assert lasting.lasting
    later = [*readings, Watched(after(70), after(80))]
    assert not any(gap.lasting for gap in cover(HOUR, later, [], after(90)).gaps)
