"""Messages of the messenger: written, edited, liked, shared, searched and read."""

import pytest

from .colleagues import MINE
from .scenes import answered, chat_with, row, say

KEYS = {"id", "chat_id", "author_id", "date", "text", "unread", "uuid", "replaces", "params"}

ATTACH = {"ID": 1, "COLOR_TOKEN": "primary", "BLOCKS": [{"MESSAGE": "[b]A block[/b]"}]}

BUTTON = {"TEXT": "Yes", "LINK": "https://acme.example/yes"}


async def read(portal, dialog, **params):
    return await portal.ok("im.dialog.messages.get", {"DIALOG_ID": dialog, **params})


async def one(portal, dialog, message):
    found = (await read(portal, dialog))["messages"]
    return next(each for each in found if each["id"] == message)


def ids(got):
    return [each["id"] for each in got["messages"]]


@pytest.mark.pins("im.dialog.messages.get")
async def test_messages_are_read_with_the_documented_shape(portal):
    dialog, (message,) = await chat_with(portal, "Hello")

    got = await read(portal, dialog)

    assert set(got) >= {"chat_id", "messages", "users", "files"}
    assert got["chat_id"] == int(dialog.removeprefix("chat"))
    shown = next(each for each in got["messages"] if each["id"] == message)
    assert set(shown) >= KEYS
    assert (shown["author_id"], shown["text"], shown["replaces"]) == (MINE, "Hello", [])
    assert MINE in {each["id"] for each in got["users"]}


@pytest.mark.pins("im.dialog.messages.get")
async def test_a_dialog_of_a_line_shows_the_external_ids(shop):
    chat = await answered(shop)
    reply = await shop.replied(chat, "Yes, two left.")
    await shop.acknowledge(reply, "x-901")

    shown = await one(shop, f"chat{chat}", int(reply["im"]["message_id"]))

    assert shown["params"]["CONNECTOR_MID"] == ["x-901"]


@pytest.mark.pins("im.dialog.messages.get")
async def test_messages_come_newest_first(portal):
    dialog, made = await chat_with(portal, "one", "two", "three")

    got = ids(await read(portal, dialog))

    assert got == sorted(got, reverse=True)
    assert set(made) <= set(got)


@pytest.mark.pins("im.dialog.messages.get")
async def test_messages_are_paged_in_both_directions(portal):
    dialog, made = await chat_with(portal, *"abcdef")

    older = ids(await read(portal, dialog, LAST_ID=made[3], LIMIT=2))
    newer = ids(await read(portal, dialog, FIRST_ID=made[1], LIMIT=2))

    assert older == [made[2], made[1]]
    assert newer == [made[2], made[3]]


@pytest.mark.pins("im.dialog.messages.get")
@pytest.mark.parametrize(("limit", "count"), [(None, 20), (5, 5), (50, 50), (1000, 50)])
async def test_a_page_of_messages_has_a_limit(portal, limit, count):
    dialog, _ = await chat_with(portal, *(str(number) for number in range(55)))
    params = {} if limit is None else {"LIMIT": limit}

    assert len(ids(await read(portal, dialog, **params))) == count


@pytest.mark.pins("im.dialog.messages.get")
@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({}, (400, "DIALOG_ID_EMPTY")),
        ({"DIALOG_ID": ""}, (400, "DIALOG_ID_EMPTY")),
        ({"DIALOG_ID": "chat1", "LAST_ID": "abc"}, (400, "LAST_ID_STRING")),
        ({"DIALOG_ID": "chat1", "FIRST_ID": "abc"}, (400, "FIRST_ID_STRING")),
        ({"DIALOG_ID": "chat424242"}, (403, "ACCESS_ERROR")),
    ],
)
async def test_a_wrong_question_about_messages_is_refused(portal, given, refusal):
    assert (await portal.call("im.dialog.messages.get", given)).refusal == refusal


@pytest.mark.pins("im.message.add", "im.dialog.messages.get")
async def test_a_system_message_has_no_author(portal):
    dialog, _ = await chat_with(portal)

    message = await say(portal, dialog, "Something happened", SYSTEM="Y")

    assert (await one(portal, dialog, message))["author_id"] == 0


@pytest.mark.pins("im.message.add")
async def test_a_message_of_blocks_needs_no_text(portal):
    dialog, _ = await chat_with(portal)

    message = await portal.ok("im.message.add", {"DIALOG_ID": dialog, "ATTACH": ATTACH})

    assert (await one(portal, dialog, message))["params"]["ATTACH"]


@pytest.mark.pins("im.message.add")
async def test_a_message_may_answer_another(portal):
    dialog, (first,) = await chat_with(portal, "Question")

    assert await say(portal, dialog, "Answer", REPLY_ID=first) > first


@pytest.mark.pins("im.message.add")
@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"ATTACH": "nonsense"}, {"ATTACH_ERROR"}),
        ({"ATTACH": {"BLOCKS": [{"MESSAGE": "x" * 60_001}]}}, {"ATTACH_OVERSIZE"}),
        ({"KEYBOARD": "nonsense"}, {"KEYBOARD_ERROR"}),
        ({"MENU": "nonsense"}, {"MENU_ERROR"}),
        ({"REPLY_ID": 424_242}, {"REPLY_ACCESS_ERROR", "REPLY_FROM_OTHER_CHAT_ERROR"}),
    ],
)
async def test_a_message_with_a_broken_part_is_refused(portal, more, codes):
    dialog, made = await chat_with(portal, "Hello")

    got = await portal.call("im.message.add", {"DIALOG_ID": dialog, "MESSAGE": "x", **more})

    assert got.status == 400
    assert got.body["error"] in codes
    assert max(ids(await read(portal, dialog))) == made[-1]


@pytest.mark.pins("im.message.add")
async def test_an_answer_to_a_message_of_another_chat_is_refused(portal):
    dialog, _ = await chat_with(portal)
    _, (foreign,) = await chat_with(portal, "Elsewhere")
    given = {"DIALOG_ID": dialog, "MESSAGE": "x", "REPLY_ID": foreign}

    assert (await portal.call("im.message.add", given)).refusal == (
        400,
        "REPLY_FROM_OTHER_CHAT_ERROR",
    )


@pytest.mark.pins("im.message.update", "im.dialog.messages.get")
async def test_an_edited_message_says_so(portal):
    dialog, (message,) = await chat_with(portal, "Hello")

    assert await portal.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Bye"}) is True

    shown = await one(portal, dialog, message)
    assert (shown["text"], shown["params"]["IS_EDITED"]) == ("Bye", "Y")


@pytest.mark.pins("im.message.update")
async def test_an_edit_takes_the_blocks_away(portal):
    dialog, _ = await chat_with(portal)
    message = await say(portal, dialog, "Look", ATTACH=ATTACH)

    given = {"MESSAGE_ID": message, "MESSAGE": "Look", "ATTACH": "N"}
    assert await portal.ok("im.message.update", given) is True

    assert "ATTACH" not in dict((await one(portal, dialog, message))["params"])


@pytest.mark.pins("im.message.update")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"ATTACH": "nonsense"}, "ATTACH_ERROR"),
        ({"ATTACH": {"BLOCKS": [{"MESSAGE": "x" * 60_001}]}}, "ATTACH_OVERSIZE"),
        ({"KEYBOARD": "nonsense"}, "KEYBOARD_ERROR"),
    ],
)
async def test_an_edit_with_a_broken_part_is_refused(portal, more, code):
    dialog, (message,) = await chat_with(portal, "Hello")

    got = await portal.call("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "x", **more})

    assert got.refusal == (400, code)
    assert (await one(portal, dialog, message))["text"] == "Hello"


@pytest.mark.pins("im.message.delete", "im.dialog.messages.get")
async def test_a_deleted_message_says_so(portal):
    dialog, (message,) = await chat_with(portal, "Hello")

    assert await portal.ok("im.message.delete", {"MESSAGE_ID": message}) is True

    shown = await one(portal, dialog, message)
    assert shown["params"]["IS_DELETED"] == "Y"
    assert shown["text"] != "Hello"


@pytest.mark.pins("im.message.like", "im.dialog.messages.get")
async def test_a_message_is_liked_and_the_like_taken_back(portal):
    dialog, (message,) = await chat_with(portal, "Hello")
    likes = []
    for action in ("plus", "minus", "auto", "auto"):
        assert await portal.ok("im.message.like", {"MESSAGE_ID": message, "ACTION": action}) is True
        params = dict((await one(portal, dialog, message))["params"])
        likes.append([int(user) for user in params.get("LIKE", [])])

    assert likes == [[MINE], [], [MINE], []]


@pytest.mark.pins("im.message.like")
async def test_liking_twice_changes_nothing(portal):
    _, (message,) = await chat_with(portal, "Hello")
    given = {"MESSAGE_ID": message, "ACTION": "plus"}
    await portal.ok("im.message.like", given)

    assert (await portal.call("im.message.like", given)).refusal == (400, "WITHOUT_CHANGES")


@pytest.mark.parametrize(
    ("method", "more"),
    [
        row("im.message.like", {}),
        row("im.message.share", {"DIALOG_ID": "chat1", "TYPE": "CHAT"}),
        row("im.message.command", {"BOT_ID": 1, "COMMAND": "help"}),
    ],
)
@pytest.mark.parametrize("message", [None, "", 0, "abc", 424_242])
async def test_a_message_must_be_named(portal, method, more, message):
    given = more | ({} if message is None else {"MESSAGE_ID": message})

    assert (await portal.call(method, given)).refusal == (400, "MESSAGE_ID_ERROR")


@pytest.mark.pins("im.message.share")
@pytest.mark.parametrize("kind", ["CHAT", "TASK", "POST", "CALEND"])
async def test_a_message_is_made_into_something_else(portal, kind):
    dialog, (message,) = await chat_with(portal, "Order lamps")
    given = {"MESSAGE_ID": message, "DIALOG_ID": dialog, "TYPE": kind}

    assert await portal.ok("im.message.share", given) is True


@pytest.mark.pins("im.dialog.messages.search")
async def test_messages_are_searched_by_words(portal):
    dialog, made = await chat_with(portal, "a blue lamp", "a red lamp", "a chair")
    chat = int(dialog.removeprefix("chat"))
    given = {"CHAT_ID": chat, "SEARCH_MESSAGE": "lamp", "ORDER": {"ID": "ASC"}}

    got = await portal.ok("im.dialog.messages.search", given)

    assert set(got) >= {"users", "messages"}
    assert ids(got) == made[:2]


@pytest.mark.pins("im.dialog.messages.search")
async def test_a_search_can_be_narrowed_to_a_time(portal):
    dialog, made = await chat_with(portal, "a lamp")
    now = await portal.ok("server.time")
    await portal.advance(7200)
    await portal.sign_in()
    late = await say(portal, dialog, "another lamp")
    chat = int(dialog.removeprefix("chat"))

    before = await portal.ok("im.dialog.messages.search", {"CHAT_ID": chat, "DATE_TO": now})
    after = await portal.ok("im.dialog.messages.search", {"CHAT_ID": chat, "DATE_FROM": now})

    assert late not in ids(before)
    assert late in ids(after)
    assert made[0] in ids(before)
