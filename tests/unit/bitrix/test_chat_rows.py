"""Rows of the user's own events and of histories: whatever they hold, reading them never fails."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bitrix.chat_rows import HISTORY, IM, row_of_message, row_of_session
from app.bitrix.events import decode
from app.bitrix.history import read_message, read_page, read_session
from app.bitrix.im_events import Place, place_of
from app.domain.events import DialogFinished, DialogStarted, MessageSeen, Unreadable

PLACE = Place(7734, "acme_shopchat", 42, "conv-88")
NAMES = (
    *("chat", "id", "connector", "line", "message", "author", "files", "session", "status"),
    *("type", "data", "entityType", "entityId", "eventId", "messageId", "user", "params", "date"),
    *("FILE_ID", "CONNECTOR_MID", "senderid", "author_id", "text", "messages", "users"),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("LINES")
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=12,
)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "chat": st.just({"id": 7734, "connector": "acme", "line": 42, "chat": "c"}) | VALUES,
        "message": VALUES,
        "author": VALUES,
        "files": VALUES,
        "session": VALUES,
        "type": st.sampled_from(("ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2MESSAGEDELETE")),
        "data": VALUES,
        "date": VALUES,
    },
)


@pytest.mark.parametrize("source", [IM, HISTORY])
@settings(deadline=None)
@given(row=VALUES | ROWS)
def test_any_row_is_read_without_an_error(source, row):
    assert isinstance(decode(row, source).events, tuple)


@settings(deadline=None)
@given(value=VALUES)
def test_any_answer_is_read_without_an_error(value):
    assert isinstance(read_page(value).messages, tuple)
    assert isinstance(read_session(value).messages, tuple)
    place_of(value)


MESSAGES = st.fixed_dictionaries(
    {
        "id": st.integers(1, 2**53),
        "author_id": st.integers(1, 2**31),
        "text": st.text(max_size=200),
        "date": st.just("2026-01-02T09:22:00+00:00"),
    }
)


@settings(deadline=None)
@given(MESSAGES)
def test_what_was_seen_is_what_the_row_tells(message):
    found = read_message(message, {}, {})
    (event,) = decode(row_of_message(PLACE, found).raw, HISTORY).events

    assert isinstance(event, MessageSeen)
    assert (event.im, event.user_id) == (message["id"], message["author_id"])
    assert event.text == found.text
    assert row_of_message(PLACE, found) == row_of_message(PLACE, found)


@pytest.mark.parametrize(("status", "kind"), [(10, DialogStarted), (60, DialogFinished)])
def test_a_session_is_open_or_closed_by_its_state(status, kind):
    (event,) = decode(row_of_session(PLACE, 2051, status, "").raw, HISTORY).events
    assert isinstance(event, kind)
    assert (event.session, event.portal_chat) == (2051, 7734)


@pytest.mark.parametrize("source", [IM, HISTORY])
def test_a_row_of_nothing_is_kept_with_a_reason(source):
    (event,) = decode({}, source).events
    assert isinstance(event, Unreadable)
    assert event.reason
