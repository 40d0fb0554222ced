"""What a first message will probably do at the portal."""

from dataclasses import replace

import pytest

from app.domain.dialog import Customer, Dialog, DialogId, DialogState
from app.domain.forecast import Course, Doubt, forecast

ANNA = Customer("u-1", "Anna", "conv-1", phone="+44 7700 900123", email="anna@example.com")
BORIS = Customer("u-2", "Boris", "conv-2")
OPEN = Dialog(DialogId(1), "acme", 42, "conv-1", "u-1", "Anna", DialogState.OPEN, 7734)


@pytest.mark.parametrize(
    ("customer", "dialog", "group", "course"),
    [
        (ANNA, OPEN, False, Course.JOINS),
        (ANNA, replace(OPEN, state=DialogState.CLOSED), False, Course.REOPENS),
        (replace(ANNA, chat="conv-9"), OPEN, False, Course.NEW_CHAT),
        (ANNA, replace(OPEN, line=57), False, Course.NEW_CHAT),
        (BORIS, OPEN, False, Course.NEW_CUSTOMER),
        (replace(BORIS, chat="conv-1"), OPEN, False, Course.NEW_CUSTOMER),
        (replace(BORIS, chat="conv-1"), OPEN, True, Course.JOINS),
        (ANNA, replace(OPEN, connector="other"), False, Course.NEW_CUSTOMER),
    ],
)
def test_what_is_known_here_tells_where_a_message_goes(customer, dialog, group, course):
    found = forecast(customer, ("acme", 42), [(dialog, ANNA)], group=group)

    assert found.course is course


@pytest.mark.parametrize(
    ("customer", "doubts"),
    [
        (BORIS, ()),
        (replace(BORIS, phone=ANNA.phone), (Doubt.SHARED,)),
        (replace(BORIS, email=ANNA.email), (Doubt.SHARED,)),
        (replace(BORIS, id="U-1"), (Doubt.SPELLING,)),
        (ANNA, ()),
    ],
)
def test_what_may_surprise_is_said(customer, doubts):
    assert forecast(customer, ("acme", 42), [(OPEN, ANNA)]).doubts == doubts
