"""All messages of a portal together take bounded room, whatever they carry."""

import pytest

from app.sandbox.messenger import posting

from .chatting import ANN, OLEG, new_chat, refused, say, shown
from .conftest import SHOP

ATTACH = {"BLOCKS": [{"MESSAGE": "x" * 5_000}]}


@pytest.fixture
def narrow(desk, monkeypatch):
    """A portal with room for some ten messages."""
    monkeypatch.setattr(posting, "MAX_ROOM", 20_000)
    return desk


def counted(desk):
    return sum(row.room for _, row in desk.sandbox.portal.messages.values())


@pytest.mark.parametrize(
    "given",
    [
        {"MESSAGE": "x" * 10_000},
        {"MESSAGE": "x", "ATTACH": {"BLOCKS": [{"MESSAGE": "x" * 10_000}]}},
        {"MESSAGE": "x", "KEYBOARD": [{"TEXT": "x" * 10_000, "LINK": "/"}]},
        {"MESSAGE": "x", "MENU": [{"TEXT": "x" * 10_000, "LINK": "/"}]},
        {"MESSAGE": "x", "ATTACH": [{"MESSAGE": "x", "LIST": [{}] * 400}]},
    ],
    ids=["text", "attach", "keyboard", "menu", "many small things"],
)
async def test_a_message_without_room_is_refused_and_changes_nothing(narrow, given):
    chat = await new_chat(narrow, ANN)
    mine = await say(narrow, chat, "Hello")
    before = await shown(narrow, chat)

    added = await refused(narrow, "im.message.add", {"DIALOG_ID": f"chat{chat}", **given})
    changed = await refused(narrow, "im.message.update", {"MESSAGE_ID": mine, **given})

    assert (added, changed) == ((400, "ERROR_CORE"),) * 2
    assert await shown(narrow, chat) == before


async def test_a_customers_message_without_room_fails_alone(narrow):
    await narrow.open_shop()
    await narrow.write("Hello")

    got = await narrow.write("x" * 10_000, message="m-2")

    assert (got["SUCCESS"], got["ERRORS"]) == (False, ["The sandbox has no room for more messages"])


async def test_an_operators_answer_without_room_is_refused(narrow):
    await narrow.open_shop()
    chat = int((await narrow.write("Hello"))["session"]["CHAT_ID"])

    got = await narrow.http.post("/sandbox/reply", json={"chat_id": chat, "text": "x" * 10_000})

    assert got.status_code in (400, 409)


async def test_for_the_portals_own_notes_the_oldest_messages_go(narrow):
    chat = await new_chat(narrow, ANN)
    await say(narrow, chat, "The first")
    for _ in range(20):
        await narrow.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [OLEG]})
        await narrow.ok("im.chat.user.delete", {"CHAT_ID": chat, "USER_ID": OLEG})

    assert "The first" not in [row["text"] for row in await shown(narrow, chat, LIMIT=50)]
    assert narrow.sandbox.portal.message_room == counted(narrow) <= posting.MAX_ROOM


async def test_what_a_message_takes_follows_its_changes(desk):
    chat = await new_chat(desk, ANN)
    message = await say(desk, chat, "Hello", ATTACH=ATTACH)
    full = counted(desk)
    await desk.ok("im.message.update", {"MESSAGE_ID": message, "ATTACH": "N"})

    assert desk.sandbox.portal.message_room == counted(desk) < full - 5_000


def items(*numbers: int, text: str = "Hello"):
    return [
        {
            "user": {"id": "u-1", "name": "Ivo"},
            "message": {"id": f"m-{number}", "text": f"{text} {number}"},
            "chat": {"id": "c-1"},
        }
        for number in numbers
    ]


async def send(desk, what, messages):
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": messages}
    return await desk.ok(f"imconnector.{what}.messages", given)


async def texts(desk):
    state = await desk.state()
    return [row["text"] for chat in state["chats"] for row in chat["messages"]]


@pytest.mark.parametrize("what", ["send", "update", "delete"])
async def test_too_many_messages_in_one_call_are_refused_and_none_arrives(desk, what):
    await desk.open_shop()
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": items(*range(101))}

    got = await refused(desk, f"imconnector.{what}.messages", given)

    assert got == (400, "ERROR_ARGUMENT")
    assert (await desk.state())["chats"] == []


async def test_of_messages_with_one_external_id_the_newest_is_changed(desk):
    await desk.open_shop()
    await send(desk, "send", items(1, 2))
    await send(desk, "update", items(1, text="First change"))
    await send(desk, "send", items(1, text="Again"))
    await send(desk, "update", items(1, text="Second change"))

    kept = await texts(desk)
    assert [text for text in kept if text[-1:] in "12"] == [
        "First change 1",
        "Hello 2",
        "Second change 1",
    ]


async def test_a_message_that_had_to_go_is_found_no_more(desk, monkeypatch):
    monkeypatch.setattr(posting, "MAX_MESSAGES", 3)
    await desk.open_shop()
    await send(desk, "send", items(1))
    await send(desk, "update", items(1, text="Changed"))
    await send(desk, "send", items(2, 3, 4))

    await send(desk, "update", items(1, 4, text="Late"))

    assert [text for text in await texts(desk) if "Late" in text] == ["Late 4"]


@pytest.mark.parametrize("where", ["user", "chat"])
async def test_an_endless_external_id_is_no_id(desk, where):
    await desk.open_shop()
    (item,) = items(1)
    item[where]["id"] = "x" * 1_001

    got = await send(desk, "send", [item])

    assert got["DATA"]["RESULT"][0]["SUCCESS"] is False
    assert (await desk.state())["chats"] == []
