"""What was said in a dialog, as facts about its sessions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import DialogId
from app.domain.statistics.facts import Reply
from app.domain.statistics.sessions import Line, Mark, Place, session_facts

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
PLACE = Place(DialogId(3), "acme_shopchat", 42, "Anna Kovaleva")
OLGA, OLEG = (1, "Olga"), (7, "Oleg")


def at(minute):
    return NOON + timedelta(minutes=minute)


def began(minute, session=0):
    return Line(Mark.BEGAN, at(minute), session=session)


def ended(minute, session=0):
    return Line(Mark.ENDED, at(minute), session=session)


def asked(minute):
    return Line(Mark.ASKED, at(minute))


def answered(minute, who=OLGA):
    return Line(Mark.ANSWERED, at(minute), *who)


def facts(*lines):
    return session_facts(PLACE, lines)


def test_a_session_knows_who_asked_who_answered_and_when_it_ended():
    (fact,) = facts(began(0, 11), asked(1), answered(3), asked(4), answered(9, OLEG), ended(10, 11))

    assert (fact.session, fact.opened_at, fact.closed_at) == (11, at(0), at(10))
    assert (fact.first_written_at, fact.first_answer_at) == (at(1), at(3))
    assert (fact.answered_by, fact.operator) == OLGA
    assert fact.replies == (Reply(at(1), at(3), *OLGA), Reply(at(4), at(9), *OLEG))
    assert fact.unanswered_since is None


def test_a_customer_waits_from_the_first_of_his_messages_in_a_row():
    (fact,) = facts(began(0), asked(0), asked(2), answered(5), answered(6))

    assert fact.replies == (Reply(at(0), at(5), *OLGA),)


def test_words_of_an_operator_who_was_not_asked_answer_nobody():
    (fact,) = facts(began(0), answered(1), asked(4))

    assert (fact.first_answer_at, fact.unanswered_since) == (None, at(4))


def test_words_before_the_beginning_is_told_belong_to_the_session_that_begins():
    first, second = facts(
        *(began(0, 11), asked(0), ended(5, 11)), *(asked(60), began(61, 12), answered(62))
    )

    assert (first.session, first.unanswered_since) == (11, None)
    assert (second.session, second.opened_at) == (12, at(60))
    assert second.replies == (Reply(at(60), at(62), *OLGA),)


@pytest.mark.parametrize(
    ("lines", "sessions"),
    [
        ((), []),
        ((ended(5, 11),), []),
        ((answered(0),), []),
        ((answered(0), ended(5, 11)), []),
        ((asked(0),), [(0, None)]),
        ((asked(0), ended(5, 11)), [(11, at(5))]),
        ((began(0, 11), began(9, 12)), [(11, None), (12, None)]),
        ((began(0, 11), began(9, 12), ended(10, 11)), [(11, None), (12, None)]),
        ((began(0, 11), began(9, 12), began(10, 11)), [(11, None), (12, None)]),
        ((began(0, 11), asked(1), ended(5)), [(11, at(5))]),
    ],
)
def test_what_was_not_told_is_not_made_up(lines, sessions):
    assert [(each.session, each.closed_at) for each in facts(*lines)] == sessions


def test_an_operator_who_goes_on_after_the_end_makes_no_session():
    first, second = facts(
        *(began(0, 11), asked(0), answered(2), ended(10, 11), answered(11)),
        *(began(180, 12), asked(180), answered(181), ended(190, 12), answered(191)),
    )

    assert (first.session, first.closed_at) == (11, at(10))
    assert (second.session, second.opened_at, second.closed_at) == (12, at(180), at(190))


def test_a_talk_of_which_no_beginning_was_told_is_not_part_of_a_much_later_session():
    first, second = facts(asked(0), answered(2), began(180, 12), asked(180))

    assert (first.session, first.opened_at, first.first_answer_at) == (0, at(0), at(2))
    assert (second.session, second.opened_at) == (12, at(180))


def test_who_wrote_long_before_a_session_began_has_waited_since_then():
    (fact,) = facts(asked(0), began(180, 12), answered(181))

    assert (fact.opened_at, fact.first_written_at) == (at(180), at(0))
    assert fact.replies == (Reply(at(0), at(181), *OLGA),)


marks = st.builds(
    Line,
    st.sampled_from(Mark),
    st.integers(0, 600).map(at),
    st.sampled_from((0, 1, 7)),
    st.just("Olga"),
    st.integers(0, 4),
)


@given(st.lists(marks, max_size=40))
def test_whatever_is_told_no_time_is_negative_and_no_answer_is_counted_twice(lines):
    found = session_facts(PLACE, lines)

    said = sum(line.mark is Mark.ANSWERED for line in lines)
    assert sum(len(each.replies) for each in found) <= said
    for each in found:
        assert each.closed_at is None or each.closed_at >= each.opened_at
        assert all(reply.asked_at <= reply.answered_at for reply in each.replies)
        assert not (each.closed_at and each.unanswered_since)
