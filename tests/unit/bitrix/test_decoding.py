"""Rows of the queue in every shape that portals send, and in shapes that nobody should send."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.bitrix.events import CONNECTOR_EVENTS
from app.bitrix.events import decode as read
from app.bitrix.wire import encode
from app.domain.dialog import Attachment
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageUpdated,
    QueuedEvent,
    StatusDeleted,
    Unreadable,
)


def row(name: str, data: object, **more: object) -> bytes:
    return json.dumps(
        {
            "ID": "8801",
            "TIMESTAMP_X": "2026-01-02T09:22:03+02:00",
            "EVENT_NAME": name,
            "EVENT_DATA": data,
            "EVENT_ADDITIONAL": {"user_id": "7"},
            "MESSAGE_ID": "9d0b0f3b6d0e4c0ea0a1f6f7c6c1d2e3",
            **more,
        }
    ).encode()


def only(name: str, data: object, **more: object) -> object:
    events = read(row(name, data), **more).events
    assert len(events) == 1
    return events[0]


ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = CONNECTOR_EVENTS
FILE = {
    "name": "lamp.png",
    "type": "image",
    "mime": "image/png",
    "link": "https://acme.bitrix24.com/~abc",
    "downloadLink": "https://acme.bitrix24.com/d",
    "size": "48213",
}
MESSAGE = {
    "im": {"chat_id": "7734", "message_id": "551020"},
    "message": {
        "user_id": "7",
        "text": "[b]Ann Lee:[/b] [br]Yes, two left.",
        "files": [FILE],
        "attachments": [],
        "params": {"CLASS": "x"},
    },
    "chat": {"id": "conv-88"},
}
ADDED = MessageAdded(
    connector="acme_shopchat",
    line=42,
    chat="conv-88",
    portal_chat=7734,
    im=551020,
    user_id=7,
    text="[b]Ann Lee:[/b] [br]Yes, two left.",
    attachments=(Attachment("lamp.png", "https://acme.bitrix24.com/d", "image", 48213),),
)
SESSION = {
    "connector": {
        "connector_id": "acme_shopchat",
        "line_id": "42",
        "chat_id": "conv-88",
        "user_id": "914",
    },
    "session": {"id": "2051", "closed": "N", "parent_id": "0", "close_term": "1440"},
    "chat": {"id": "conv-88"},
    "user": {"id": "914"},
}


def _around(item: object, wrapper: str = "MESSAGES") -> dict[str, object]:
    return {"CONNECTOR": "acme_shopchat", "LINE": "42", wrapper: [item]}


def test_a_row_tells_its_number_time_cause_and_fingerprint() -> None:
    found = read(row(ADD, _around(MESSAGE)))
    assert found == QueuedEvent(
        row=8801,
        name=ADD,
        at=datetime(2026, 1, 2, 7, 22, 3, tzinfo=UTC),
        events=(ADDED,),
        caused_by=7,
        message_id="9d0b0f3b6d0e4c0ea0a1f6f7c6c1d2e3",
    )


@pytest.mark.parametrize(
    "data",
    [
        _around(MESSAGE),
        {"CONNECTOR": "Acme_ShopChat", "LINE": 42, "MESSAGES": [MESSAGE]},
        {"connector": "acme_shopchat", "line": "42", "messages": [MESSAGE]},
        {"CONNECTOR": "acme_shopchat", "LINE": " 42 ", "DATA": [MESSAGE]},
        {"CONNECTOR": "acme_shopchat", "LINE": 42.0, "MESSAGES": {"0": MESSAGE}},
        {"CONNECTOR": "acme_shopchat", "LINE": 42, "MESSAGES": {"3": MESSAGE}},
        {"CONNECTOR": "acme_shopchat", "LINE": 42, "MESSAGES": MESSAGE},
        {"CONNECTOR": "acme_shopchat", "LINE": 42, "MESSAGES": json.dumps([MESSAGE])},
        {"CONNECTOR": "acme_shopchat", "LINE": 42, "MESSAGES": [json.dumps(MESSAGE)]},
        json.dumps(_around(MESSAGE)),
    ],
)
def test_an_operators_message_is_read_in_every_wrapping(data: object) -> None:
    assert only(ADD, data) == ADDED


def test_keys_in_the_other_case_are_read_too() -> None:
    item = {
        "IM": {"CHAT_ID": 7734, "MESSAGE_ID": 551020},
        "MESSAGE": {"USER_ID": 7, "TEXT": MESSAGE["message"]["text"], "FILES": {"2": FILE}},
        "CHAT": {"ID": "conv-88"},
    }
    assert only(ADD, _around(item)) == ADDED


@pytest.mark.parametrize("name", [ADD.lower(), "OnImConnectorMessageAdd", f" {ADD} "])
def test_the_events_name_is_read_in_any_case(name: str) -> None:
    assert only(name, _around(MESSAGE)) == ADDED


def test_several_messages_in_one_row_are_several_events_and_a_bad_one_spoils_no_other() -> None:
    data = {"CONNECTOR": "acme_shopchat", "LINE": 42, "MESSAGES": [MESSAGE, {}, 5, MESSAGE]}
    found = read(row(ADD, data)).events
    assert [type(event) for event in found] == [MessageAdded, Unreadable, Unreadable, MessageAdded]


def test_a_text_of_the_line_itself_has_no_author() -> None:
    item = {**MESSAGE, "message": {"text": "Hello![br]We answer soon."}}
    assert only(ADD, _around(item)).user_id == 0


@pytest.mark.parametrize(
    ("file", "attachment"),
    [
        ({"url": "https://a.b/c/x.pdf"}, Attachment("x.pdf", "https://a.b/c/x.pdf")),
        (
            {**FILE, "downloadLink": "", "type": "sticker", "size": {}},
            Attachment("lamp.png", "https://acme.bitrix24.com/~abc"),
        ),
        (
            {"name": "v.mp4", "type": "VIDEO", "downloadLink": "/disk/7", "size": 5},
            Attachment("v.mp4", "https://acme.bitrix24.com/disk/7", "video", 5),
        ),
        ({"name": "gone.txt"}, Attachment("gone.txt", "")),
    ],
)
@pytest.mark.parametrize("wrap", [lambda f: [f], lambda f: f, lambda f: {"5": f}])
def test_files_are_read_by_whichever_link_they_have(file, attachment, wrap) -> None:
    item = {**MESSAGE, "message": {"text": "", "files": wrap(file)}}
    found = only(ADD, _around(item), origin="https://acme.bitrix24.com")
    assert found.attachments == (attachment,)


def test_rich_blocks_become_lines_under_the_text() -> None:
    blocks = [
        {"MESSAGE": "[b]Order 5[/b]"},
        json.dumps({"GRID": [{"NAME": "Lamp", "VALUE": "12 EUR", "DISPLAY": "ROW"}]}),
        {"LINK": {"NAME": "Shop", "LINK": "https://shop.example"}},
        {"ID": 1, "BLOCKS": [{"IMAGE": [{"LINK": "https://a.b/c.png"}]}]},
        {"DELIMITER": {"SIZE": 200}},
        17,
    ]
    item = {**MESSAGE, "message": {"text": "See:", "attachments": blocks}}
    assert only(ADD, _around(item)).text.split("\n") == [
        "See:",
        "[b]Order 5[/b]",
        "Lamp: 12 EUR",
        "Shop https://shop.example",
        "https://a.b/c.png",
    ]


@pytest.mark.parametrize("ids", [["x-901", 902], "x-901", 901, {"1": "x-901"}, [], None])
def test_external_ids_come_as_a_list_or_alone(ids: object) -> None:
    item = {**MESSAGE, "message": {"id": ids, "text": "Yes, three left."}}
    expected = {
        "x-901": ("x-901",),
        "901": ("901",),
        "['x-901', 902]": ("x-901", "902"),
        "{'1': 'x-901'}": ("x-901",),
    }.get(str(ids), ())

    assert only(UPDATE, _around(item)) == MessageUpdated(
        "acme_shopchat", 42, "conv-88", 7734, 551020, expected, "Yes, three left."
    )
    assert only(DELETE, _around(item)) == MessageDeleted(
        "acme_shopchat", 42, "conv-88", 7734, 551020, expected
    )


@pytest.mark.parametrize(
    "data",
    [
        _around(SESSION, "DATA"),
        {"CONNECTOR": "acme_shopchat", "LINE": 42, "DATA": SESSION},
        {"DATA": [SESSION]},
        {"LINE": None, "CONNECTOR": "", "DATA": [{**SESSION, "chat": None, "user": []}]},
        _around({**SESSION, "connector": {"user_id": 914}}, "DATA"),
    ],
)
def test_a_session_that_opens_or_closes_is_read_in_every_wrapping(data: object) -> None:
    values = ("acme_shopchat", 42, "conv-88", "914", 2051)
    assert only(START, data) == DialogStarted(*values)
    assert only(FINISH, data) == DialogFinished(*values)


@pytest.mark.parametrize(
    "data",
    [
        {"connector": "acme_shopchat", "line": 42},
        {"connector": "acme_shopchat", "line": "42"},
        {"CONNECTOR": "ACME_SHOPCHAT", "LINE": 42},
    ],
)
def test_a_connector_switched_off_is_read_in_either_case(data: object) -> None:
    assert only(STATUS, data) == StatusDeleted("acme_shopchat", 42)


@pytest.mark.parametrize("data", [42, "42", " 42", 42.0, [42], {"0": "42"}, {"LINE": 42}])
def test_a_deleted_line_is_a_bare_number_however_wrapped(data: object) -> None:
    assert only(LINE, data) == LineDeleted(42)


@pytest.mark.parametrize("name", CONNECTOR_EVENTS)
@pytest.mark.parametrize(
    "data", [False, None, "", [], {}, "nonsense", True, [[]], {"MESSAGES": []}, {"DATA": False}]
)
def test_data_that_the_portal_did_not_keep_is_unreadable_with_a_reason(name, data) -> None:
    found = only(name, data)
    assert isinstance(found, Unreadable)
    assert found.reason


@pytest.mark.parametrize("additional", [[], False, None, {"user_id": ""}, {"user_id": {}}, "x", {}])
def test_a_missing_cause_is_nobody(additional: object) -> None:
    assert read(row(LINE, 42, EVENT_ADDITIONAL=additional)).caused_by == 0


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-01-02T09:22:03+00:00", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ("2026-01-02T09:22:03Z", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ("2026-01-02 09:22:03", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ("02.01.2026 09:22:03", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        (1767345723, datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ({}, datetime(1970, 1, 1, tzinfo=UTC)),
        ("soon", datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_moments_are_read_in_old_and_new_formats(moment: object, expected: datetime) -> None:
    assert read(row(LINE, 42, TIMESTAMP_X=moment)).at == expected


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[1]", b"7", b"null", b"[" * 50_000])
def test_a_row_that_is_no_object_is_kept_as_unreadable(raw: bytes) -> None:
    found = read(raw)
    assert found.row == 0
    assert isinstance(found.events[0], Unreadable)


def test_an_event_of_another_kind_is_named_in_the_reason() -> None:
    assert only("ONAPPTEST", {"x": 1}) == Unreadable("unknown event ONAPPTEST")


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["", "42", "7734", "[]", '{"a":1}', "Y", "acme", "https://a.b/c", "//["]),
)
KEYS = st.sampled_from(
    (
        *("CONNECTOR", "LINE", "MESSAGES", "DATA", "im", "message", "chat", "id", "chat_id"),
        *("message_id", "text", "files", "attachments", "session", "connector", "user", "user_id"),
        *("line_id", "url", "downloadLink", "link", "name", "type", "size", "BLOCKS", "GRID"),
        *("MESSAGE", "LINK", "0", "1", "7", "-1"),
    )
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=30,
)
rows = st.fixed_dictionaries(
    {},
    optional={
        "ID": values,
        "TIMESTAMP_X": values,
        "EVENT_NAME": st.sampled_from(CONNECTOR_EVENTS) | values,
        "EVENT_DATA": values,
        "EVENT_ADDITIONAL": values,
        "MESSAGE_ID": values,
        "event_data": values,
    },
)


def _mutated(data: st.DataObject) -> dict[str, object]:
    """A good row in which some values were replaced by anything."""

    def walk(value: object) -> object:
        if data.draw(st.integers(0, 7)) == 0:
            return data.draw(values)
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        if isinstance(value, list):
            return [walk(item) for item in value]
        return value

    name = data.draw(st.sampled_from(CONNECTOR_EVENTS))
    good = {"MESSAGES": _around(MESSAGE), "DATA": _around(SESSION, "DATA")}
    payload = good["DATA"] if "DIALOG" in name else good["MESSAGES"]
    return {"ID": "1", "EVENT_NAME": name, "EVENT_DATA": walk(payload)}


@settings(max_examples=500, deadline=None)
@given(rows)
@example(
    {"EVENT_NAME": ADD, "EVENT_DATA": {"MESSAGES": [{"message": {"files": [{"link": "//["}]}}]}}
)
def test_five_hundred_random_rows_never_raise_and_always_say_something(payload: object) -> None:
    found = read(encode(payload), origin="https://acme.bitrix24.com")
    assert found.events
    assert abs(found.row) < 2**63
    assert found == read(payload, origin="https://acme.bitrix24.com")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_good_rows_never_raise_and_hold_only_what_a_journal_can_keep(data) -> None:
    found = read(json.dumps(_mutated(data)).encode())
    assert found.events
    repr(found).encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_never_raise(raw: bytes) -> None:
    assert read(raw).events


def test_halves_of_emoji_become_replacement_characters() -> None:
    raw = row(ADD, _around({**MESSAGE, "message": {"text": "\ud83d oops"}}))
    assert read(raw).events[0].text == "\ufffd oops"
