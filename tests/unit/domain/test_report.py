"""From facts to figures: percentiles, bars, and how much of each was observed."""

import gc
import statistics
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import DialogId
from app.domain.line import LineSettings
from app.domain.statistics.facts import (
    NOTHING,
    Coverage,
    GapWhy,
    ObservedGap,
    Period,
    Reply,
    SessionFact,
)
from app.domain.statistics.report import make_report, within
from app.domain.statistics.spreads import spread, working_seconds

RIGA = ZoneInfo("Europe/Riga")
MIDNIGHT = datetime(2026, 7, 14, tzinfo=RIGA)  # a Tuesday
DAY = Period(MIDNIGHT, MIDNIGHT + timedelta(days=1), RIGA)
OLGA, OLEG = (1, "Olga"), (7, "Oleg")
OFFICE = LineSettings(
    *(42, "Shop chat", True),
    {
        "WORKTIME_ENABLE": True,
        "WORKTIME_FROM": 9 * 60,
        "WORKTIME_TO": 18 * 60,
        "WORKTIME_TIMEZONE": "Europe/Riga",
    },
)


def clock(hour, minute=0):
    return (MIDNIGHT + timedelta(hours=hour, minutes=minute)).astimezone(UTC)


def session(hour, *replies, dialog=1, line=42, took=None, rating=None):
    """It begins with the first question; `replies` are (asked, answered, who) in minutes."""
    opened = clock(hour)
    said = tuple(
        Reply(clock(hour, asked), clock(hour, answered), *who) for asked, answered, who in replies
    )
    return SessionFact(
        *(DialogId(dialog), 0, "acme", line, "Anna", opened, opened),
        first_answer_at=said[0].answered_at if said else None,
        replies=said,
        closed_at=None if took is None else clock(hour, took),
        rating=rating,
    )


def report(*some, facts=(), coverage=None, working=False, line=lambda _: None):
    whole = Coverage(DAY, ((DAY.since, DAY.until),))
    return make_report(coverage or whole, some or facts, (), line, working=working)


def bars(buckets):
    return {each.key: dict(each.by_line) for each in buckets if each.count}


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=60))
def test_percentiles_are_those_of_pythons_own_statistics(values):
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    found = spread(values)

    assert (found.median, found.p90, found.p95) == pytest.approx((cuts[49], cuts[89], cuts[94]))
    assert found.mean == pytest.approx(statistics.fmean(values))


def test_of_nothing_nothing_is_said():
    assert spread([]) == NOTHING
    assert spread([7.0]).p95 == 7.0


def test_a_session_counts_in_the_hour_the_day_and_the_line_where_it_began():
    found = report(session(9), session(9, line=57, dialog=2), session(23, dialog=3))

    assert bars(found.by_hour) == {"09": {42: 1, 57: 1}, "23": {42: 1}}
    assert bars(found.by_weekday) == {"2": {42: 2, 57: 1}}
    assert bars(found.by_day) == {"2026-07-14": {42: 2, 57: 1}}
    assert [each.key for each in found.by_line] == ["42", "57"]
    assert found.by_hour[9].dialogs == (1, 2)


def test_the_first_answer_is_apart_from_the_next_ones():
    found = report(session(9, (0, 2, OLGA), (5, 6, OLEG)), session(10, dialog=2))

    assert (found.first_answer.count, found.first_answer.median) == (1, 120)
    assert (found.next_answer.count, found.next_answer.median) == (1, 60)
    assert (found.sessions, found.unanswered) == (2, 1)


def test_operators_have_their_own_answers_and_the_unanswered_stand_apart():
    found = report(
        session(9, (0, 2, OLGA), (5, 6, OLEG), took=30), session(10, dialog=2), session(11)
    )
    olga, oleg, nobody = found.by_operator

    assert (olga.key, olga.parts, olga.spread.count, olga.resolution.count) == (
        "1",
        ("Olga",),
        1,
        0,
    )
    assert (oleg.key, oleg.next_answer.median, oleg.resolution.median) == ("7", 60, 1800)
    assert (nobody.key, nobody.count) == ("", 2)


def test_an_operator_without_a_number_goes_by_his_name():
    (bucket,) = report(session(9, (0, 2, (0, "Olga")))).by_operator

    assert (bucket.key, bucket.parts) == ("0:Olga", ("Olga",))


def test_an_operator_whose_number_was_not_always_told_has_each_session_once():
    (oleg,) = report(
        session(9, (0, 2, OLEG), (5, 6, (0, "Oleg")), took=30), session(10, (0, 1, (0, "Oleg")))
    ).by_operator

    assert (oleg.key, oleg.count, oleg.spread.count, oleg.next_answer.count) == ("7", 2, 2, 1)


def test_an_operator_who_was_renamed_goes_by_the_newest_name():
    (oleg,) = report(session(10, (0, 2, OLEG)), session(9, (0, 2, (7, "Oleg Sr.")))).by_operator

    assert oleg.parts == ("Oleg",)


def test_ratings_are_counted_and_so_is_what_was_rated():
    found = report(session(9, took=5, rating=5), session(10, took=9, rating=4), session(11, took=1))

    assert (found.ratings, found.rated, found.closed) == ({4: 1, 5: 1}, 2, 3)


def test_only_sessions_that_began_in_the_period_and_on_the_lines_are_counted():
    facts = [session(-1), session(0), session(23.99), session(24), session(9, line=57)]

    assert [each.opened_at for each in within(DAY, facts, frozenset({42}))] == [
        clock(0),
        clock(23.99),
    ]
    assert len(list(within(DAY, facts, frozenset()))) == 3


def test_each_bar_says_how_much_of_its_time_was_observed():
    coverage = Coverage(
        DAY,
        ((clock(8), clock(10, 15)), (clock(10, 30), clock(12))),
        (ObservedGap(clock(10, 15), clock(10, 30), GapWhy.NETWORK),),
    )
    hours = report(coverage=coverage).by_hour

    assert [hours[hour].observed for hour in (7, 8, 10, 12)] == [None, 1.0, 0.75, None]


def test_the_hour_that_a_clock_change_repeats_is_one_bar_of_two_hours():
    autumn = datetime(2026, 10, 25, tzinfo=RIGA)
    since, until = autumn, autumn + timedelta(days=1)
    gap = ObservedGap(
        datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), GapWhy.SLEEP
    )
    coverage = Coverage(
        Period(since, until, RIGA), ((since, gap.since), (gap.until, until)), (gap,)
    )

    assert report(coverage=coverage).by_hour[3].observed == 0.5


@pytest.mark.parametrize(
    ("since", "until", "seconds"),
    [
        (clock(10), clock(11), 3600),
        (clock(17, 59), clock(33, 1), 120),  # overnight
        (clock(19), clock(20), 0),
        (clock(11), clock(10), 0),
    ],
)
def test_only_the_hours_in_which_the_line_is_open_count(since, until, seconds):
    assert working_seconds(OFFICE, since, until) == seconds


def test_a_line_whose_hours_nobody_knows_counts_around_the_clock_and_is_named():
    night = session(20, (0, 60, OLGA))
    asked = {42: OFFICE}.get

    assert report(night, working=True, line=asked).first_answer.median == 0
    unknown = report(session(20, (0, 60, OLGA), line=57), working=True, line=asked)
    assert (unknown.first_answer.median, unknown.hourless) == (3600, {57})


def test_no_session_is_kept_while_they_are_counted():
    heaps = []

    def sessions():
        for number in range(2000):
            if number % 1000 == 999:
                heaps.append(len(gc.get_objects()))
            yield session(number % 24, (0, 2, OLGA), (5, 6, OLEG), dialog=number, took=30)

    assert report(facts=sessions()).sessions == 2000
    assert heaps[1] - heaps[0] < 1_000


def test_a_long_reckoning_can_be_given_up():
    long = Period(MIDNIGHT - timedelta(days=3000), MIDNIGHT, DAY.zone)
    asked = []

    make_report(
        Coverage(long, ((long.since, long.until),)),
        *((), (), lambda _: None),
        working=False,
        go_on=lambda: asked.append(1),
    )

    assert len(asked) > 3000
