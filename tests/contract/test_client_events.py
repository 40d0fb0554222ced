"""The client's reading of events: seven kinds, every shape that the vendor is known to send."""

from datetime import UTC, datetime

import pytest

from app.bitrix.events import decode
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageUpdated,
    StatusDeleted,
    Unreadable,
)

from .canned import row

ADD, UPDATE, DELETE = (f"ONIMCONNECTORMESSAGE{kind}" for kind in ("ADD", "UPDATE", "DELETE"))


START, FINISH = "ONIMCONNECTORDIALOGSTART", "ONIMCONNECTORDIALOGFINISH"


STATUS, LINE = "ONIMCONNECTORSTATUSDELETE", "ONIMCONNECTORLINEDELETE"


def only(name, data, **changes):
    (event,) = decode(row(name, data, **changes), origin="https://acme.bitrix24.com").events
    return event


IM = {"chat_id": "7734", "message_id": "551020"}


TEXT = "[b]Ann Lee:[/b] [br]Yes, two left."


MESSAGE = {"user_id": "7", "text": TEXT, "attachments": [], "params": {"CLASS": "ol-output"}}


ADDED = MessageAdded("acme", 42, "conv-88", 7734, 551020, 7, TEXT)


def wrapped(item, line="42", **changes):
    return {"CONNECTOR": "acme", "LINE": line, "MESSAGES": [item], **changes}


def added(**changes):
    return {"im": IM, "message": MESSAGE, "chat": {"id": "conv-88"}, **changes}


@pytest.mark.parametrize(
    "data",
    [
        wrapped(added()),
        wrapped(added(), line=42),
        wrapped(added(im={"chat_id": 7734, "message_id": 551020})),
        wrapped(added(im={"chat_id": 7734.0, "message_id": " 551020 "})),
        wrapped(added(message={**MESSAGE, "user_id": 7})),
        wrapped(added(message={**MESSAGE, "attachments": None, "params": []})),
        wrapped(added(attachments_old=[{"x": 1}], unknown="field")),
        {"connector": "acme", "line": "42", "messages": [added()]},
        {"CONNECTOR": "ACME", "LINE": "42", "MESSAGES": {"0": added()}},
        {"CONNECTOR": "acme", "LINE": "42", "MESSAGES": {"3": added()}},
        {"CONNECTOR": "acme", "LINE": "42", "DATA": [added()]},
        {"CONNECTOR": "acme", "LINE": "42", "MESSAGES": added()},
        wrapped({key.upper(): value for key, value in added().items()}),
    ],
    ids=lambda data: str(data)[:40],
)
def test_an_operator_s_message_is_read_in_every_shape(data):
    assert only(ADD, data) == ADDED


def test_all_messages_of_an_event_are_read_in_their_order():
    items = [added(im={"chat_id": 7734, "message_id": n}) for n in (5, 6, 7)]
    got = decode(row(ADD, {"CONNECTOR": "acme", "LINE": 42, "MESSAGES": items}))

    assert [event.im for event in got.events] == [5, 6, 7]


@pytest.mark.parametrize("user", [0, "0", "", None, False])
def test_a_system_text_has_no_author(user):
    assert only(ADD, wrapped(added(message={**MESSAGE, "user_id": user}))).user_id == 0


@pytest.mark.parametrize("text", ["", None, False])
def test_a_message_may_be_files_alone(text):
    file = {
        "name": "lamp.png",
        "type": "image",
        "mime": "image/png",
        "link": "https://acme.bitrix24.com/~abc",
        "downloadLink": "https://acme.bitrix24.com/disk/abc",
        "size": "48213",
    }
    event = only(ADD, wrapped(added(message={"user_id": 7, "text": text, "files": [file]})))

    assert event.text == ""
    (found,) = event.attachments
    assert (found.name, found.kind, found.size) == ("lamp.png", "image", 48213)
    assert found.url == "https://acme.bitrix24.com/disk/abc"


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ({"downloadLink": "", "link": "https://a.example/1"}, "https://a.example/1"),
        ({"link": "https://a.example/1"}, "https://a.example/1"),
        ({"url": "https://a.example/1"}, "https://a.example/1"),
        ({"downloadLink": "/disk/1"}, "https://acme.bitrix24.com/disk/1"),
        (
            {"downloadLink": None, "link": False, "url": "https://a.example/1"},
            "https://a.example/1",
        ),
    ],
)
def test_a_file_s_link_stands_under_one_of_three_names(links, url):
    message = {**MESSAGE, "files": {"0": {"name": "a.txt", "type": "strange", **links}}}
    (found,) = only(ADD, wrapped(added(message=message))).attachments

    assert (found.url, found.kind, found.size) == (url, "file", None)


@pytest.mark.parametrize("files", [[], {}, None, False, ""])
def test_no_files_are_written_in_many_ways(files):
    message = {**MESSAGE, "files": files}

    assert only(ADD, wrapped(added(message=message))).attachments == ()


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["x-901"], ("x-901",)),
        (["x-1", "x-2"], ("x-1", "x-2")),
        ("x-901", ("x-901",)),
        (901, ("901",)),
        ([901], ("901",)),
        ({"0": "x-1", "2": "x-2"}, ("x-1", "x-2")),
        ([], ()),
        (None, ()),
        ("", ()),
    ],
)
@pytest.mark.parametrize("name", [UPDATE, DELETE])
def test_external_ids_are_a_list_a_text_or_a_number(name, ids, expected):
    message = {"id": ids, "text": "[b]Ann Lee:[/b][br] Yes, three left."}
    event = only(name, wrapped({"im": IM, "message": message, "chat": {"id": "conv-88"}}))

    assert event.external_ids == expected


def test_an_edit_is_read():
    message = {"id": ["x-901"], "text": "[b]Ann Lee:[/b][br] Yes, three left."}
    event = only(UPDATE, wrapped({"im": IM, "message": message, "chat": {"id": "conv-88"}}))

    assert event == MessageUpdated(
        "acme", 42, "conv-88", 7734, 551020, ("x-901",), "[b]Ann Lee:[/b][br] Yes, three left."
    )


def test_a_deletion_is_read():
    event = only(DELETE, wrapped({"im": IM, "message": {"id": "x-901"}, "chat": {"id": "conv-88"}}))

    assert event == MessageDeleted("acme", 42, "conv-88", 7734, 551020, ("x-901",))


def session(closed="N", **changes):
    return {
        "connector": {
            "connector_id": "acme",
            "line_id": "42",
            "chat_id": "conv-88",
            "user_id": "914",
        },
        "session": {"id": "2051", "closed": closed, "parent_id": "0", "close_term": "1440"},
        "chat": {"id": "conv-88"},
        "user": {"id": "914"},
        **changes,
    }


@pytest.mark.parametrize(
    "data",
    [
        {"CONNECTOR": "acme", "LINE": "42", "DATA": [session()]},
        {"CONNECTOR": "acme", "LINE": 42, "DATA": {"0": session()}},
        {"CONNECTOR": "acme", "LINE": "42", "DATA": session()},
        {"DATA": [session()]},
        {"connector": "acme", "line": 42, "data": [session(session={"id": 2051})]},
        {"CONNECTOR": "acme", "LINE": "42", "DATA": [session(user=[])]},
        {"CONNECTOR": "acme", "LINE": "42", "DATA": [session(chat=[])]},
    ],
    ids=["list", "object", "single", "bare", "lower case", "no user", "no chat"],
)
@pytest.mark.parametrize(("name", "kind"), [(START, DialogStarted), (FINISH, DialogFinished)])
def test_a_dialog_event_is_read_in_every_shape(name, kind, data):
    assert only(name, data) == kind("acme", 42, "conv-88", "914", 2051)


@pytest.mark.parametrize(
    "data",
    [
        {"connector": "acme", "line": 42},
        {"connector": "acme", "line": "42"},
        {"CONNECTOR": "ACME", "LINE": "42"},
        {"Connector": "acme", "Line": 42},
    ],
)
def test_a_disconnected_channel_is_read(data):
    assert only(STATUS, data) == StatusDeleted("acme", 42)


@pytest.mark.parametrize("data", [42, "42", " 42 ", 42.0])
def test_a_deleted_line_is_a_bare_number(data):
    assert only(LINE, data) == LineDeleted(42)


@pytest.mark.parametrize("name", [ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE])
@pytest.mark.parametrize("data", [False, None, "", [], {}, "text", True, [None], {"MESSAGES": []}])
def test_an_event_without_data_is_kept_as_unreadable(name, data):
    got = decode(row(name, data))

    assert got.row == 8801
    assert got.name == name
    assert all(isinstance(event, Unreadable) and event.reason for event in got.events)
    assert got.events


@pytest.mark.parametrize("name", ["ONIMCONNECTORSOMETHINGNEW", "ONAPPTEST", "", None])
def test_an_unknown_event_is_kept_as_unreadable(name):
    (event,) = decode(row(name, {"a": 1})).events

    assert isinstance(event, Unreadable)


def test_one_bad_item_does_not_spoil_its_neighbours():
    data = {"CONNECTOR": "acme", "LINE": 42, "MESSAGES": [added(im=[]), added(), "text"]}

    first, second, third = decode(row(ADD, data)).events

    assert isinstance(first, Unreadable)
    assert second == ADDED
    assert isinstance(third, Unreadable)


@pytest.mark.parametrize("name", ["OnImConnectorMessageAdd", "onimconnectormessageadd"])
def test_event_names_may_be_in_any_case(name):
    assert only(name, wrapped(added())) == ADDED


@pytest.mark.parametrize("number", [8801, "8801", " 8801"])
@pytest.mark.parametrize(
    ("additional", "cause"),
    [({"user_id": "7"}, 7), ({"user_id": 7}, 7), ([], 0), (False, 0), (None, 0), ({}, 0)],
)
def test_the_row_around_the_event_is_sloppy_too(number, additional, cause):
    got = decode(row(LINE, 42, ID=number, EVENT_ADDITIONAL=additional))

    assert (got.row, got.caused_by) == (8801, cause)
    assert got.at == datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-01-02T11:22:03+02:00", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ("2026-01-02 09:22:03", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
        ("02.01.2026 09:22:03", datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)),
    ],
)
def test_times_are_read_in_the_vendor_s_formats(at, expected):
    assert decode(row(LINE, 42, TIMESTAMP_X=at)).at == expected


@pytest.mark.parametrize("at", [{}, [], None, "", "yesterday"])
def test_an_unreadable_time_stops_nothing(at):
    assert decode(row(LINE, 42, TIMESTAMP_X=at)).events == (LineDeleted(42),)
