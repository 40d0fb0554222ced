"""Events of open lines, of any channel: messages of both sides, edits, deletions, sessions."""

import pytest

from .colleagues import competitor
from .kit import SHOP, incoming
from .scenes import answered

LINES = (
    "OnOpenLineMessageAdd",
    "OnOpenLineMessageUpdate",
    "OnOpenLineMessageDelete",
    "OnSessionStart",
    "OnSessionFinish",
)


def inner(data):
    """`DATA` is an object or an array of one."""
    found = data["DATA"]
    return found[0] if isinstance(found, list) else found


@pytest.fixture
async def watcher(shop):
    """A second application that listens to the lines and owns no channel."""
    other = await competitor(shop)
    await other.bind(*LINES)
    return other


@pytest.mark.pins("ONOPENLINEMESSAGEADD")
async def test_a_customer_s_message_is_told_to_who_watches_the_lines(shop, watcher):
    await shop.write("Is the lamp in stock?", chat="conv-88", message="m-7")

    (data,) = await watcher.events(LINES[0])

    told = inner(data)
    assert set(told) >= {"connector", "chat", "message", "ref", "extra"}
    assert set(told["connector"]) >= {"connector_id", "line_id", "chat_id", "user_id"}
    assert told["connector"]["connector_id"] == SHOP
    assert str(told["connector"]["line_id"]) == str(shop.lines[0])
    assert told["message"]["text"] == "Is the lamp in stock?"


@pytest.mark.parametrize(
    ("name", "kind", "mime"),
    [
        ("photo.png", "image", "image/png"),
        ("отчёт.pdf", "file", "application/pdf"),
        ("no extension", "file", "application/octet-stream"),
    ],
)
@pytest.mark.pins("ONOPENLINEMESSAGEADD")
async def test_the_name_of_a_customer_s_file_tells_what_it_is(shop, watcher, name, kind, mime):
    sent = incoming()
    sent["message"]["files"] = [{"url": "https://acme.example/1", "name": name}]
    await shop.send([sent])

    (data,) = await watcher.events(LINES[0])

    (file,) = inner(data)["message"]["files"]
    assert (file["name"], file["type"], file["mime"]) == (name, kind, mime)


@pytest.mark.pins("ONOPENLINEMESSAGEADD")
async def test_an_operator_s_reply_is_told_as_well(shop, watcher):
    chat = await shop.open_dialog()
    await watcher.queue()

    await shop.control("reply", chat_id=chat, text="Yes, two left.")

    (data,) = await watcher.events(LINES[0])
    assert set(data) >= {"CONNECTOR", "LINE", "DATA"}
    assert (data["CONNECTOR"], str(data["LINE"])) == (SHOP, str(shop.lines[0]))
    message = inner(data)["message"]
    assert set(message) >= {"id", "chat_id", "user_id", "text", "files", "attachments", "system"}
    assert "Yes, two left." in message["text"]
    assert int(message["chat_id"]) == chat


@pytest.mark.pins("ONOPENLINEMESSAGEUPDATE", "ONOPENLINEMESSAGEDELETE")
async def test_a_customer_s_edit_and_deletion_are_told(shop, watcher):
    await shop.write(message="m-7")
    await watcher.queue()
    await shop.send([incoming("Better", message="m-7")], "update.messages")
    await shop.send([incoming(message="m-7")], "delete.messages")

    rows = await watcher.queue()

    assert [each["EVENT_NAME"] for each in rows] == [LINES[1].upper(), LINES[2].upper()]
    assert all("DATA" in each["EVENT_DATA"] for each in rows)


@pytest.mark.pins("ONOPENLINEMESSAGEUPDATE", "ONOPENLINEMESSAGEDELETE")
async def test_an_operator_s_edit_and_deletion_are_told_with_portal_numbers(shop, watcher):
    chat = await shop.open_dialog()
    message = await shop.replied(chat)
    await shop.acknowledge(message, "x-1")
    await watcher.queue()
    number = message["im"]["message_id"]
    await shop.control("edit", message_id=number, text="Three")
    await shop.control("delete", message_id=number)

    rows = await watcher.queue()

    assert [each["EVENT_NAME"] for each in rows] == [LINES[1].upper(), LINES[2].upper()]
    for each in rows:
        data = each["EVENT_DATA"]
        assert (data["CONNECTOR"], str(data["LINE"])) == (SHOP, str(shop.lines[0]))
        told = inner(data)
        assert int(told["im"]["message_id"]) == int(number)
        assert int(told["im"]["chat_id"]) == chat


@pytest.mark.pins("ONSESSIONSTART", "ONSESSIONFINISH")
async def test_sessions_of_any_channel_are_told(shop, watcher):
    item = await shop.write(chat="conv-88")
    await shop.control("close", chat_id=item["session"]["CHAT_ID"])

    rows = [each for each in await watcher.queue() if "SESSION" in each["EVENT_NAME"]]

    assert [each["EVENT_NAME"] for each in rows] == [LINES[3].upper(), LINES[4].upper()]
    for each in rows:
        told = inner(each["EVENT_DATA"])
        assert set(told["connector"]) >= {"connector_id", "line_id", "chat_id", "user_id"}
        assert told["connector"]["connector_id"] == SHOP
        assert "chat" in told


@pytest.mark.pins("imconnector.send.messages")
async def test_own_acts_are_left_out_of_the_own_queue_here_too(shop):
    await shop.bind(*LINES)

    await shop.write()

    assert await shop.queue() == []


@pytest.mark.pins("event.bind")
@pytest.mark.parametrize("event", LINES)
async def test_events_of_lines_need_their_scope(shop, event):
    other = await competitor(shop, scope="im,crm")

    got = await other.call("event.bind", {"event": event, "event_type": "offline"})

    assert got.refusal == (400, "ERROR_EVENT_NOT_FOUND")


@pytest.mark.pins("events")
async def test_events_of_lines_are_on_offer(portal):
    assert {event.upper() for event in LINES} <= {
        event.upper() for event in await portal.ok("events")
    }


@pytest.mark.pins("im.message.add", "ONOPENLINEMESSAGEADD")
async def test_a_system_note_is_marked(shop, watcher):
    chat = await answered(shop)
    await watcher.queue()
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Between us", "SYSTEM": "Y"}
    await shop.ok("im.message.add", given)
    await shop.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "For you"})

    told = [inner(data)["message"] for data in await watcher.events(LINES[0])]

    assert {"Y", "N"} >= {each["system"] for each in told}
    assert any("For you" in each["text"] for each in told)
