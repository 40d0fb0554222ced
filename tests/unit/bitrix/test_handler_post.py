"""The form that is posted to a handler, held against the sandbox's own and against PHP's rules."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.bitrix.envelope import NO_TOKEN, Auth, envelope
from app.bitrix.event_rows import EventRow, read_row
from app.bitrix.handler_post import form, pairs
from app.bitrix.wire import encode
from app.sandbox.delivery.delivery import form as form_of_portal

NOW = datetime(2026, 1, 2, tzinfo=UTC)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.text(min_size=1), VALUES, max_size=4))
def test_a_form_is_that_of_the_portal(fields):
    assert form(fields) == form_of_portal(fields)


def test_scalars_are_texts_and_what_is_empty_vanishes():
    fields = {"a": True, "b": False, "c": None, "d": [], "e": {"x": [1, {"y": 2.0}]}, "f": ""}
    assert list(pairs(fields)) == [
        ("a", "1"),
        ("b", "0"),
        ("e[x][0]", "1"),
        ("e[x][1][y]", "2"),
        ("f", ""),
    ]


def auth(**more):
    usual = {
        "endpoint": "https://acme.example:8443/rest/",
        "server": "https://oauth.example",
        "member_id": "0b7c",
        "scopes": ("im", "imconnector"),
        "status": "L",
        "user": 1,
        "application_token": "5d1e",
    }
    return Auth(**(usual | more))


def test_an_event_that_nobody_caused_comes_without_a_token_as_from_the_portal():
    block = envelope(EventRow("ONIMCONNECTORLINEDELETE", 42, None, 0), auth(), NOW)["auth"]
    assert set(block) == {
        *("domain", "server_endpoint", "client_endpoint", "member_id", "application_token")
    }
    assert block["domain"] == "acme.example:8443"


def test_who_caused_an_event_is_named_beside_the_placeholder():
    block = envelope(EventRow("X", {}, None, 7), auth(), NOW)["auth"]
    assert (block["user_id"], block["access_token"]) == (7, NO_TOKEN)


def test_a_live_token_names_its_own_user():
    block = envelope(EventRow("X", {}, None, 7), auth(access="live", expires=NOW), NOW)["auth"]
    assert (block["user_id"], block["access_token"], block["expires_in"]) == (1, "live", 0)


def test_no_secret_is_in_a_representation():
    assert "live" not in repr(auth(access="live"))
    assert "5d1e" not in repr(auth())


def test_a_row_of_the_queue_is_read_in_any_case_and_shape():
    raw = encode(
        {
            "id": "5",
            "event_name": "onImConnectorLineDelete",
            "EVENT_DATA": 42,
            "TIMESTAMP_X": "2026-01-02T09:22:03+00:00",
            "EVENT_ADDITIONAL": False,
        }
    )
    row = read_row(raw)
    assert (row.name, row.data, row.cause) == ("ONIMCONNECTORLINEDELETE", 42, 0)
    body = form(envelope(row, auth(), NOW))
    assert "&data=42&ts=1767345723&" in body
