"""The way of a message: which step is done, waits, is broken or was not reached, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calls import CallKind, CallRecord
from app.domain.dialog import Author, Delivery, Dialog, DialogId, DialogState, Message
from app.domain.problem import Problem
from app.domain.trace import (
    CallEvidence,
    Errand,
    Pending,
    RowEvidence,
    Standing,
    Station,
    Story,
    Wait,
)
from app.domain.trace_rules import CHANGE, DELIVERY, READING, REPLY, SEND, trace

NOW = datetime(2026, 7, 14, 14, 26, 2, tzinfo=UTC)
DIALOG = Dialog(
    *(DialogId(1), "acme", 42, "conv-1", "u-1", "Anna", DialogState.OPEN),
    portal_chat=7734,
    waiting_since=NOW,
)
ASKED = Message(DialogId(1), 0, Author.CUSTOMER, "Anna", "Hello", NOW, Delivery.SENT)
SAID = Message(
    *(DialogId(1), 1, Author.OPERATOR, "Olga", "Yes", NOW), delivery=Delivery.DELIVERED, im=551
)


def after(seconds):
    """So many seconds later."""
    return NOW + timedelta(seconds=seconds)


def call(method, at=1.0, took=200, error="", refused=0):
    """A call that was made for the message."""
    record = CallRecord(
        *(1, after(at), CallKind.REST, method, "https://a.example/rest/", 200, took, "{}", "{}"),
        error=error,
        refused=refused,
    )
    return CallEvidence(record, 2, 2)


def row(source="queue", process="8c1f"):
    """The row that brought the message."""
    return RowEvidence(
        *(5, 8801, "ONIMCONNECTORMESSAGEADD", source, process),
        *(NOW, after(0.84), after(0.86), "{}"),
    )


def look(story):
    """Stations with their standing, in order."""
    return [(each.station.value, each.standing.value) for each in trace(story).steps]


def step(story, station):
    """One step of the way."""
    return next(each for each in trace(story).steps if each.station is station)


def test_an_operators_message_goes_from_the_portal_to_its_mark():
    story = Story(DIALOG, SAID, (row(), call(DELIVERY)))

    assert look(story) == [
        ("written", "done"),
        ("queued", "done"),
        ("fetched", "done"),
        ("shown", "done"),
        ("delivery", "done"),
        ("delivered", "done"),
    ]
    assert step(story, Station.DELIVERED).at == after(1.2)
    assert step(story, Station.FETCHED).method == "event.offline.get"


@pytest.mark.parametrize(
    ("source", "process", "method"),
    [
        ("queue", "8c1f", "event.offline.get"),
        ("queue", "", "event.offline.list"),
        ("im", "", "im.v2.Event.get"),
        ("history", "", "history"),
    ],
)
def test_a_row_says_by_which_way_it_came(source, process, method):
    assert step(Story(DIALOG, SAID, (row(source, process),)), Station.FETCHED).method == method


def test_only_a_row_of_the_queue_was_queued():
    stations = [each for each, _ in look(Story(DIALOG, SAID, (row("history", ""),)))]

    assert "queued" not in stations


WAITING = replace(SAID, delivery=Delivery.RECEIVED)
DELIVER = Pending(Errand.DELIVER, after(1))


@pytest.mark.parametrize(
    ("story", "standing", "wait"),
    [
        (Story(DIALOG, WAITING, (row(),), (DELIVER,)), "waiting", Wait.TURN),
        (
            Story(DIALOG, WAITING, (row(),), (replace(DELIVER, due_at=after(9)),)),
            "waiting",
            Wait.DUE,
        ),
        (
            Story(DIALOG, WAITING, (row(),), (replace(DELIVER, running=True),)),
            "waiting",
            Wait.ANSWER,
        ),
        (
            Story(DIALOG, WAITING, (row(),), (DELIVER,), held=Problem("READ_ONLY")),
            "waiting",
            Wait.HELD,
        ),
        (Story(DIALOG, WAITING, (row(),), acknowledges=False), "waiting", Wait.HAND),
        (Story(DIALOG, WAITING, (row(),), acknowledges=None), "not_wanted", Wait.NOTHING),
    ],
)
def test_a_delivery_that_was_not_made_says_what_it_waits_for(story, standing, wait):
    delivery = step(story, Station.DELIVERY)

    assert (delivery.standing.value, delivery.wait) == (standing, wait)
    assert step(story, Station.DELIVERED).standing in (Standing.NOT_REACHED, Standing.NOT_WANTED)


@pytest.mark.parametrize(
    ("message", "pending"),
    [
        (WAITING, (DELIVER,)),
        (WAITING, (replace(DELIVER, stuck=True),)),
        (replace(WAITING, problem=Problem("TIMEOUT")), ()),
        (replace(WAITING, delivery=Delivery.FAILED, problem=Problem("NOT_DELIVERED")), ()),
    ],
)
def test_a_delivery_call_that_failed_is_the_broken_step_and_the_mark_is_not_reached(
    message, pending
):
    story = Story(DIALOG, message, (row(), call(DELIVERY, took=30_000, error="TIMEOUT")), pending)

    broken = trace(story).broken

    assert broken is not None
    assert (broken.station, broken.took) == (Station.DELIVERY, 30_000)
    assert broken.problem in (Problem("TIMEOUT"), Problem("NOT_DELIVERED"))
    assert look(story)[-1] == ("delivered", "not_reached")


def test_reading_is_a_step_only_where_it_is_told():
    read = replace(SAID, delivery=Delivery.READ)
    told = Story(DIALOG, read, (row(), call(DELIVERY), call(READING, 2)))
    coming = Story(DIALOG, WAITING, (row(),), (DELIVER,), reads=True)

    assert look(told)[-2:] == [("reading", "done"), ("read", "done")]
    assert look(coming)[-2:] == [("reading", "not_reached"), ("read", "not_reached")]
    assert look(Story(DIALOG, SAID, (row(), call(DELIVERY))))[-1] == ("delivered", "done")


def test_a_customers_message_waits_for_the_operator_once_it_arrived():
    story = Story(DIALOG, ASKED, (call(SEND),))

    assert look(story) == [
        ("typed", "done"),
        ("send", "done"),
        ("session", "done"),
        ("answer", "waiting"),
    ]
    assert step(story, Station.ANSWER).wait is Wait.OPERATOR
    assert step(story, Station.SESSION).value == "7734"


def test_an_answer_is_followed_up_to_its_mark():
    answer = Story(DIALOG, SAID, (row(), call(DELIVERY, 3)))
    story = Story(DIALOG, ASKED, (call(SEND),), answer=answer)

    assert look(story)[-3:] == [("answer", "done"), ("delivery", "done"), ("delivered", "done")]


@pytest.mark.parametrize(
    ("delivery", "problem", "calls", "code"),
    [
        (Delivery.FAILED, Problem("NOT_ACTIVE_LINE"), (call(SEND, error="NOT_ACTIVE_LINE"),), 0),
        (Delivery.UNKNOWN, None, (call(SEND, error="TIMEOUT"),), "TIMEOUT"),
        (Delivery.UNKNOWN, None, (), "UNKNOWN_OUTCOME"),
        (Delivery.FAILED, None, (call(SEND, refused=1),), "MESSAGE_REFUSED"),
        (Delivery.QUEUED, None, (call(SEND, error="OVERLOAD_LIMIT"),), "OVERLOAD_LIMIT"),
    ],
)
def test_a_message_that_did_not_arrive_is_broken_at_its_call(delivery, problem, calls, code):
    message = replace(ASKED, delivery=delivery, problem=problem)
    story = Story(DIALOG, message, calls, (Pending(Errand.SEND, NOW),))

    assert look(story)[1:] == [
        ("send", "broken"),
        ("session", "not_reached"),
        ("answer", "not_reached"),
    ]
    broken = trace(story).broken
    assert broken is not None
    assert broken.problem is not None
    assert broken.problem.code == (code or "NOT_ACTIVE_LINE")


def test_a_message_that_was_given_up_is_not_waited_for():
    message = replace(ASKED, delivery=Delivery.QUEUED, deleted_at=after(5))

    assert step(Story(DIALOG, message), Station.SEND).standing is Standing.NOT_WANTED


def test_an_answer_shows_even_when_nobody_knows_whether_the_question_arrived():
    lost = replace(ASKED, delivery=Delivery.UNKNOWN)
    answer = Story(DIALOG, SAID, (row(), call(DELIVERY, 3)))

    assert look(Story(DIALOG, lost, answer=answer))[1:] == [
        ("send", "broken"),
        ("session", "not_reached"),
        ("answer", "done"),
        ("delivery", "done"),
        ("delivered", "done"),
    ]


def test_an_edit_that_was_refused_stands_on_the_way():
    message = replace(ASKED, problem=Problem("ERROR_CORE"))
    stuck = Pending(Errand.EDIT, after(3), stuck=True)
    story = Story(DIALOG, message, (call(SEND), call(CHANGE, 3, error="ERROR_CORE")), (stuck,))

    assert ("change", "broken") in look(story)


def test_a_reply_that_was_written_here_goes_out_first_and_is_acknowledged_then():
    story = Story(DIALOG, SAID, (call(REPLY), call(DELIVERY, 2)))

    assert look(story) == [
        ("typed", "done"),
        ("reply", "done"),
        ("delivery", "done"),
        ("delivered", "done"),
    ]


@pytest.mark.parametrize("author", [Author.SYSTEM, Author.OPERATOR])
def test_a_text_that_the_channel_tells_of_itself_ends_in_the_chat(author):
    told = replace(ASKED, author=author)

    assert look(Story(DIALOG, told, (call(SEND),))) == [
        ("typed", "done"),
        ("send", "done"),
        ("session", "done"),
    ]


def test_a_note_has_a_way_only_when_a_row_brought_it():
    note = Message(DialogId(1), 2, Author.SYSTEM, "", "session-started:5", NOW)

    assert look(Story(DIALOG, note)) == []
    assert [each for each, _ in look(Story(DIALOG, note, (row(),)))] == [
        "queued",
        "fetched",
        "shown",
    ]


def test_calls_that_were_not_kept_leave_the_step_without_a_time():
    delivered = Story(DIALOG, SAID)

    assert step(delivered, Station.DELIVERY).standing is Standing.DONE
    assert step(delivered, Station.DELIVERY).at is None


ERRANDS = st.builds(
    Pending,
    st.sampled_from(Errand),
    st.just(NOW),
    st.sampled_from([None, after(9)]),
    running=st.booleans(),
    stuck=st.booleans(),
)
MADE = st.builds(
    call,
    st.sampled_from([SEND, REPLY, CHANGE, DELIVERY, READING]),
    error=st.sampled_from(["", "TIMEOUT"]),
    refused=st.integers(0, 1),
)
MESSAGES = st.builds(
    lambda author, delivery, deleted, problem: replace(
        SAID, author=author, delivery=delivery, deleted_at=deleted, problem=problem
    ),
    st.sampled_from(Author),
    st.sampled_from(Delivery),
    st.sampled_from([None, NOW]),
    st.sampled_from([None, Problem("TIMEOUT")]),
)


@given(
    MESSAGES,
    st.lists(st.one_of(MADE, st.builds(row)), max_size=4),
    st.lists(ERRANDS, max_size=3),
    st.sampled_from([True, False, None]),
    st.booleans(),
)
def test_whatever_is_known_nothing_waits_or_breaks_behind_what_waits_or_is_broken(
    message, evidence, pending, acknowledges, reads
):
    story = Story(
        *(DIALOG, message, tuple(evidence), tuple(pending)),
        acknowledges=acknowledges,
        reads=reads,
    )
    standings = [each.standing for each in trace(story).steps]
    stops = [
        place
        for place, standing in enumerate(standings)
        if standing in (Standing.WAITING, Standing.BROKEN)
    ]

    assert len(stops) <= 1


def test_what_another_program_sent_as_the_customer_was_neither_typed_nor_sent_here():
    found = trace(Story(DIALOG, replace(ASKED, im=550), (row(),)))

    stations = [step.station for step in found.steps]
    assert stations[:4] == [Station.WRITTEN, Station.QUEUED, Station.FETCHED, Station.SHOWN]
    assert not {Station.TYPED, Station.SEND} & set(stations)
    assert all(step.author is Author.CUSTOMER for step in found.steps[:4])
