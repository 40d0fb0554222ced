"""Rows of the journal as lines for other programs."""

import json

import pytest

from app.bitrix.chat_rows import QUEUE
from app.bitrix.wire import encode
from app.commands.printing import as_line
from app.services.tailing import Row, Tail, lines_of

SHAPE = {
    *("version", "id", "part", "row", "name", "at", "committed_at", "source", "caused_by"),
    *("connector", "line", "chat", "session", "message", "unreadable", "raw"),
}


def row(name, data, **more):
    raw = {"ID": "8801", "EVENT_NAME": name, "EVENT_DATA": data, **more}
    return Row(17, QUEUE, "2026-01-02T09:22:04.000000+00:00", encode(raw))


def item(number, text):
    message = {"user_id": "7", "text": text}
    return {"im": {"chat_id": 7734, "message_id": number}, "message": message, "chat": {"id": "c"}}


def added(*texts):
    items = [item(551020 + number, text) for number, text in enumerate(texts)]
    data = {"CONNECTOR": "acme", "LINE": 42, "MESSAGES": items}
    return row("ONIMCONNECTORMESSAGEADD", data, EVENT_ADDITIONAL={"user_id": "7"})


@pytest.mark.parametrize(
    "each",
    [
        added("one"),
        row("ONIMCONNECTORLINEDELETE", 42),
        row("ONIMCONNECTORSTATUSDELETE", {"connector": "acme", "line": 42}),
        row("ONIMCONNECTORMESSAGEADD", False),
        row("ONWHATEVER", [1, {"a": None}]),
        Row(17, QUEUE, "2026-01-02T09:22:04.000000+00:00", b"[]"),
        Row(17, QUEUE, "2026-01-02T09:22:04.000000+00:00", b"\x1b\xff no JSON"),
    ],
)
def test_every_line_has_every_field(each):
    (line,) = lines_of(each, "")
    assert set(line) == SHAPE
    assert json.loads(as_line(line)) == json.loads(json.dumps(line))


def test_a_row_with_several_messages_is_several_lines():
    one, two = lines_of(added("one", "two"), "")
    assert [(each["id"], each["part"]) for each in (one, two)] == [(17, 0), (17, 1)]
    assert [each["message"]["text"] for each in (one, two)] == ["one", "two"]
    assert one["raw"] == two["raw"]


def test_what_is_not_understood_says_why_and_keeps_what_came():
    (line,) = lines_of(row("ONIMCONNECTORMESSAGEADD", False), "")
    assert line["unreadable"]
    assert line["message"] is None
    assert line["raw"]["EVENT_DATA"] is False


def test_a_line_is_one_line_and_acts_on_no_terminal():
    (line,) = lines_of(added("a\nb\u2028c\u202ed\u001b[31m\u0085"), "")
    text = as_line(line)
    assert len(text.splitlines()) == 1
    assert text.isprintable()
    assert json.loads(text) == json.loads(json.dumps(line))


async def test_reading_goes_on_where_it_stands_and_can_begin_with_what_comes(quiet):
    tail, late = Tail(quiet.journal), Tail(quiet.journal)
    await put(quiet, range(3))
    await late.skip()
    assert [each.id for each in await tail.read()] == [1, 2, 3]
    assert await late.read() == ()
    await put(quiet, range(3, 5))
    assert [each.id for each in await tail.read()] == [each.id for each in await late.read()]


async def put(desk, numbers):
    def write(conn):
        conn.execute("INSERT INTO batch (process, read_at) VALUES ('', '')")
        conn.executemany(
            "INSERT INTO event (batch, row, name, message_id, raw) VALUES (1, ?, 'X', '', '{}')",
            [(number,) for number in numbers],
        )

    await desk.journal.run(write)
