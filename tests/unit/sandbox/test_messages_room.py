"""All messages of a portal together take bounded room, whatever they carry."""

import pytest

from app.sandbox.messenger import posting

from .chatting import ANN, OLEG, new_chat, refused, say, shown

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
