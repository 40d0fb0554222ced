"""When each act on a dialog is legal, and why not."""

import pytest

from app.domain.act_doubts import came_true, may_repeat
from app.domain.acts import Act, Seat, Standpoint, Target, legal, why_not
from app.domain.dialog import Dialog, DialogId, DialogState

ME, OTHER, NOBODY = 1, 12, 0
SESSION = 2051
FREE = {Act.UNPIN: "ACT_NOT_PINNED", Act.LOUD: "ACT_NOT_SILENT", Act.START: "ACT_OPEN"}


def dialog(**more):
    """An open dialog with a chat."""
    known = {"state": DialogState.OPEN, "portal_chat": 7734, "session": SESSION}
    return Dialog(DialogId(1), "shop", 42, "c-1", "u-1", "Anna", **(known | more))


def seat(owner, **more):
    """What the portal said of it."""
    return Seat(
        7734, **({"session": SESSION, "owner": owner, "pinned": False, "silent": False} | more)
    )


@pytest.mark.parametrize(
    ("of", "refused"),
    [
        pytest.param(Standpoint(dialog(), ME), {Act.START: "ACT_OPEN"}, id="nothing is known"),
        pytest.param(
            Standpoint(dialog(), ME, seat(NOBODY)),
            {Act.INTERCEPT: "ACT_NOBODYS", Act.FINISH: "ACT_ANSWER_FIRST", **FREE},
            id="nobody has it",
        ),
        pytest.param(
            Standpoint(dialog(), ME, seat(OTHER)), FREE, id="it may only be somebody's turn"
        ),
        pytest.param(
            Standpoint(dialog(operator="Olga", operator_id=ME), ME, seat(ME)),
            {
                Act.ANSWER: "ACT_YOURS",
                Act.JOIN: "ACT_YOURS",
                Act.INTERCEPT: "ACT_YOURS",
                Act.FINISH_ANOTHER: "ACT_YOURS",
                **FREE,
            },
            id="it is mine",
        ),
        pytest.param(
            Standpoint(dialog(operator="Ann", operator_id=OTHER), ME, seat(OTHER)),
            {
                Act.ANSWER: "ACT_TAKEN",
                Act.SKIP: "ACT_OTHERS",
                Act.FINISH: "ACT_OTHERS",
                **FREE,
            },
            id="a colleague has it",
        ),
        pytest.param(
            Standpoint(dialog(), ME, seat(OTHER, pinned=True, silent=True)),
            {Act.PIN: "ACT_PINNED", Act.SILENT: "ACT_SILENT", Act.START: "ACT_OPEN"},
            id="pinned and silent",
        ),
        pytest.param(
            Standpoint(dialog(state=DialogState.CLOSED), ME),
            {act: "ACT_CLOSED" for act in Act if act not in (Act.START, Act.VOTE)},
            id="closed",
        ),
        pytest.param(
            Standpoint(dialog(portal_chat=None), ME),
            dict.fromkeys(Act, "NO_CHAT_YET"),
            id="no chat yet",
        ),
        pytest.param(
            Standpoint(dialog(), ME, read_only=True), dict.fromkeys(Act, "READ_ONLY"), id="locked"
        ),
        pytest.param(
            Standpoint(dialog(session=None), ME),
            {Act.START: "ACT_OPEN", Act.VOTE: "ACT_NO_SESSION"},
            id="no session",
        ),
    ],
)
def test_each_act_is_legal_or_has_a_reason(of, refused):
    assert {act: code for act, code in legal(of).items() if code} == refused


def test_a_session_that_only_the_portal_has_named_can_be_rated():
    assert why_not(Act.VOTE, Standpoint(dialog(session=None), ME, seat(OTHER))) == ""


def test_what_was_said_of_an_older_session_does_not_count():
    old = Standpoint(dialog(), ME, seat(NOBODY, session=SESSION - 1))

    assert old.operator is None
    assert why_not(Act.FINISH, old) == ""


def test_an_operator_who_is_known_by_name_only_is_nobody_for_sure():
    named = Standpoint(dialog(operator="Ann"), ME, seat(NOBODY))

    assert named.operator is None


@pytest.mark.parametrize(
    ("before", "now", "again"),
    [
        (Standpoint(dialog(), ME), seat(OTHER), True),
        (Standpoint(dialog(), ME), seat(OTHER, session=SESSION + 1), False),
        (Standpoint(dialog(session=None), ME, seat(OTHER)), seat(OTHER), True),
        (
            Standpoint(dialog(session=None), ME, seat(OTHER)),
            seat(OTHER, session=SESSION + 1),
            False,
        ),
        (Standpoint(dialog(session=None), ME), seat(OTHER), False),
    ],
)
def test_an_act_without_an_answer_is_repeated_in_the_session_that_was_meant_only(
    before, now, again
):
    assert may_repeat(Act.FINISH_ANOTHER, before, now) is again


@pytest.mark.parametrize(
    ("before", "done"),
    [
        (Standpoint(dialog(operator_id=ME), ME), True),
        (Standpoint(dialog(), ME, seat(NOBODY)), True),
        (Standpoint(dialog(), ME, seat(OTHER)), False),
        (Standpoint(dialog(), ME), False),
    ],
)
def test_a_transfer_to_whom_the_queue_had_offered_it_already_proves_nothing(before, done):
    assert came_true(Act.TRANSFER, before, seat(OTHER), Target(OTHER, "Ann")) is done
