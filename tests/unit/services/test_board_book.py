"""What a supervisor has to know now, from the dialogs that are not closed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board import Person, Seat, Team
from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import LevelState
from app.services.board_book import BoardBook

NOW = datetime(2026, 7, 14, 14, 32, tzinfo=UTC)
SHOP, WHOLESALE = 42, 57
NOBODY = Team()
OPEN, CLOSED = DialogState.OPEN, DialogState.CLOSED


def dialog(number, line=SHOP, waits=None, state=OPEN, **more):
    """`waits` minutes."""
    since = None if waits is None else NOW - timedelta(minutes=waits)
    base = Dialog(DialogId(number), "shop", line, f"c{number}", f"u{number}", f"N{number}", state)
    return replace(base, waiting_since=since, **more)


def judge(each):
    waited = NOW - each.waiting_since
    if waited >= timedelta(minutes=5):
        return LevelState.BREACH
    return LevelState.WARNING if waited >= timedelta(minutes=2) else LevelState.OK


def board(*dialogs, lines=(SHOP, WHOLESALE), team=NOBODY):
    return filled(dialogs).facts(lines, team)


def filled(dialogs):
    book = BoardBook()
    for each in dialogs:
        put(book, each)
    return book


def put(book, each):
    return book.put(each, judge(each) if each.waiting_since else LevelState.OK)


def test_who_waits_for_the_longest_time_comes_first():
    facts = board(dialog(1, waits=1), dialog(2, waits=6), dialog(3, waits=3), dialog(4))

    assert [each.dialog for each in facts.waiting] == [2, 3, 1]
    assert [each.dialog for each in facts.late] == [2]
    assert [each.dialog for each in facts.soon] == [3]
    assert facts.answering == (4,)
    assert set(facts.open) == {1, 2, 3, 4}


def test_a_line_says_how_it_stands_with_its_worst_wait():
    facts = board(dialog(1, waits=3), dialog(2, waits=1), dialog(3), dialog(4, WHOLESALE))

    shop, wholesale = facts.lines
    assert (shop.waiting, shop.longest.dialog, shop.state) == ((1, 2), 1, LevelState.WARNING)
    assert (shop.answering, wholesale.answering) == ((3,), (4,))
    assert (wholesale.longest, wholesale.state) == (None, LevelState.OK)


def test_a_closed_dialog_is_not_on_the_board():
    assert board(dialog(1, state=CLOSED)) == board()


def test_lines_that_were_not_chosen_are_not_counted():
    facts = board(dialog(1, waits=9), dialog(2, WHOLESALE), lines=(WHOLESALE,))

    assert (facts.waiting, facts.open) == ((), (2,))


def test_unanswered_are_those_without_an_answer_in_their_session():
    facts = board(dialog(1, waits=1), dialog(2, waits=1, answered_at=NOW), dialog(3))

    assert facts.unanswered == (1,)


def test_operators_stand_in_the_order_of_the_queue_and_those_of_no_queue_after_them():
    seats = (Seat(12, "Ann Lee", SHOP, 1, 4), Seat(7, "Oleg", SHOP, 2, 4))
    facts = board(dialog(1, operator="Marta", operator_id=9), team=Team(seats))

    assert [each.name for each in facts.operators] == ["Ann Lee", "Oleg", "Marta"]
    assert facts.operators[1].places == {SHOP: 2}


def test_operators_are_listed_by_state_those_who_can_answer_first():
    states = {
        1: Person("Gone", online=True, active=False),
        2: Person("Away", online=False, paused=True),
        3: Person("Nobody knows"),
        4: Person("Break", online=True, paused=True),
        5: Person("There", online=True),
    }
    team = Team(tuple(Seat(user, "", SHOP, user) for user in states), states)

    names = [each.name for each in board(team=team).operators]

    assert names == ["There", "Break", "Nobody knows", "Away", "Gone"]


def test_an_operator_known_by_name_only_is_the_one_of_that_name():
    team = Team((Seat(12, "", SHOP, 1),), {12: Person("Ann Lee", online=True)}, {"Ann Lee": NOW})
    facts = board(dialog(1, operator="Ann Lee"), team=team)

    (ann,) = facts.operators
    assert (ann.user, ann.dialogs, ann.answered_at) == (12, (1,), NOW)


@pytest.mark.parametrize(("limits", "most"), [((4,), 4), ((4, 3), 7), ((4, 0), None), ((0,), None)])
def test_limits_of_several_lines_add_up_unless_one_has_none(limits, most):
    lines = (SHOP, WHOLESALE)[: len(limits)]
    seats = [Seat(12, "Ann", line, 1, own) for line, own in zip(lines, limits, strict=True)]

    assert board(team=Team(tuple(seats))).operators[0].most == most


def test_an_operator_is_full_with_as_many_dialogs_as_the_line_allows():
    team = Team((Seat(12, "Ann", SHOP, 1, 2),))
    held = [dialog(number, operator_id=12) for number in (1, 2)]

    assert board(*held, team=team).operators[0].is_full
    assert not board(*held[:1], team=team).operators[0].is_full


DIALOGS = st.lists(
    st.builds(
        dialog,
        st.integers(1, 1000),
        st.sampled_from((SHOP, WHOLESALE, 9)),
        st.none() | st.integers(0, 30),
        st.sampled_from(DialogState),
        operator=st.sampled_from(("", "Ann", "Oleg")),
        operator_id=st.sampled_from((0, 7, 12)),
    ),
    unique_by=lambda each: each.id,
)


@given(DIALOGS)
def test_every_dialog_is_counted_once_and_lines_and_operators_add_up(dialogs):
    facts = board(*dialogs)
    waiting = [each.dialog for each in facts.waiting]

    assert len(set(waiting)) == len(waiting)
    assert not set(waiting) & set(facts.answering)
    assert set(facts.open) <= {*waiting, *facts.answering}
    assert sorted(waiting) == sorted(each for line in facts.lines for each in line.waiting)
    held = [each for operator in facts.operators for each in operator.dialogs]
    assert sorted([*held, *facts.free]) == sorted(facts.open)


@given(DIALOGS, DIALOGS)
def test_a_board_that_has_changed_is_the_one_that_is_made_anew(before, after):
    book = filled(before)
    for each in before:
        put(book, replace(each, state=CLOSED, waiting_since=None))
    for each in after:
        put(book, each)

    for lines in ((SHOP, WHOLESALE, 9), (SHOP,)):
        assert book.facts(lines, NOBODY) == board(*after, lines=lines)


def test_what_the_board_does_not_tell_changes_nothing():
    book = filled([dialog(1, waits=3)])

    assert not put(book, dialog(1, waits=3, unread=7))
    assert put(book, dialog(1, waits=3, operator="Ann"))


def test_only_lines_that_have_dialogs_stand_on_the_board_by_themselves():
    book = filled([dialog(1), dialog(2, WHOLESALE)])

    put(book, dialog(2, WHOLESALE, state=CLOSED))

    assert book.lines() == {SHOP}
