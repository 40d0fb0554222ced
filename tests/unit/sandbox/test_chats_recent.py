"""The recent list, read marks and counters."""

import pytest

from app.sandbox.clock import iso

from .chatting import ANN, OLGA, as_ann, dialog, new_chat, refused, say

DAY = 86_400


async def recent(desk, **given):
    return (await desk.ok("im.recent.list", given))["items"]


async def ids(desk, **given):
    return [row["id"] for row in await recent(desk, **given)]


async def customer_waits(desk):
    """A customer has written and the caller has the dialog; its number."""
    await desk.open_shop()
    chat = int((await desk.write("[b]Is it[/b] blue?"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await desk.write("And how much?", message="m-2")
    return chat


async def test_the_newest_chat_is_first_and_a_pinned_one_before_it(desk, clock):
    first = await new_chat(desk)
    clock.advance(60)
    second = await new_chat(desk)
    assert (await ids(desk))[:2] == [f"chat{second}", f"chat{first}"]

    await desk.ok("im.recent.pin", {"DIALOG_ID": f"chat{first}"})

    (top, *_) = await recent(desk)
    assert (top["id"], top["pinned"]) == (f"chat{first}", True)
    await desk.ok("im.recent.pin", {"DIALOG_ID": f"chat{first}", "PIN": "N"})
    assert (await ids(desk))[0] == f"chat{second}"


async def test_a_hidden_chat_comes_back_with_the_next_message(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    await desk.ok("im.recent.hide", {"DIALOG_ID": f"chat{chat}"})
    assert f"chat{chat}" not in await ids(desk)
    assert f"chat{chat}" in await ids(ann)

    await say(ann, chat)

    assert f"chat{chat}" in await ids(desk)


async def test_a_private_chat_without_a_word_is_not_listed(desk):
    await desk.ok("im.dialog.get", {"DIALOG_ID": str(ANN)})
    assert ANN not in await ids(desk)

    await say(desk, str(ANN))

    (row,) = [row for row in await recent(desk) if row["id"] == ANN]
    assert (row["type"], row["title"], row["user"]["id"]) == ("user", "Ann Lee", ANN)


async def test_a_dialog_of_a_line_tells_of_its_session(desk):
    chat = await customer_waits(desk)
    await say(desk, chat, "Ten")
    await desk.write("I take it", message="m-3")

    (row,) = await recent(desk, SKIP_CHAT="Y", SKIP_DIALOG="Y")

    assert (row["id"], row["chat"]["entity_type"], row["counter"]) == (f"chat{chat}", "LINES", 1)
    assert row["message"]["text"] == "I take it"
    assert set(row["lines"]) == {"id", "status", "date_create"}
    assert row["lines"]["status"] == 25


async def test_lines_can_be_left_out_or_alone(desk):
    chat = f"chat{await customer_waits(desk)}"
    await say(desk, str(ANN))

    without = await ids(desk, SKIP_OPENLINES="Y")
    only = [row["id"] for row in await desk.ok("im.recent.get", {"ONLY_OPENLINES": "Y"})]

    assert chat not in without
    assert ANN in without
    assert only == [chat]


async def test_the_last_words_are_shown_without_markup(desk):
    chat = await new_chat(desk)
    await say(desk, chat, "[b]Two[/b]\nleft [url=https://a.example]here[/url]")

    plain = (await recent(desk))[0]["message"]["text"]
    original = (await recent(desk, GET_ORIGINAL_TEXT="Y"))[0]["message"]["text"]

    assert plain == "Two left here"
    assert original.startswith("[b]Two[/b]\n")


async def test_the_list_comes_in_pages(desk):
    for _ in range(3):
        await new_chat(desk)

    first = await desk.ok("im.recent.list", {"LIMIT": 2})
    second = await desk.ok("im.recent.list", {"LIMIT": 2, "OFFSET": 2})

    assert (first["hasMore"], first["hasMorePages"], second["hasMore"]) == (True, True, False)
    assert not {row["id"] for row in first["items"]} & {row["id"] for row in second["items"]}


async def test_changes_are_listed_since_a_moment_but_a_week_at_most(desk, clock):
    old = await new_chat(desk)
    clock.advance(8 * DAY)
    await desk.sign_in()
    new = await new_chat(desk)
    before = iso(clock.now() - 20 * DAY)

    synced = await desk.ok("im.recent.get", {"LAST_SYNC_DATE": before})
    updated = await desk.ok("im.recent.get", {"LAST_UPDATE": before})

    assert [row["id"] for row in synced] == [f"chat{new}"]
    assert f"chat{old}" in [row["id"] for row in updated]


async def test_a_counter_counts_what_others_wrote_and_was_not_read(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    first = await say(desk, chat, "One")
    await say(desk, chat, "Two")
    assert (await dialog(ann, chat))["counter"] == 2
    assert (await dialog(desk, chat))["counter"] == 0

    got = await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}", "MESSAGE_ID": first})

    assert got == {"dialogId": f"chat{chat}", "chatId": chat, "lastId": first, "counter": 1}
    whole = await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"})
    assert whole["counter"] == 0


async def test_reading_does_not_make_unread(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    first = await say(desk, chat)
    await say(desk, chat)
    await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"})

    got = await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}", "MESSAGE_ID": first})

    assert got["counter"] == 0


async def test_messages_can_be_made_unread_again(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    await say(desk, chat)
    second = await say(desk, chat)
    await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"})

    await ann.ok("im.dialog.unread", {"DIALOG_ID": f"chat{chat}", "MESSAGE_ID": second})

    card = await dialog(ann, chat)
    assert (card["counter"], card["unread_id"]) == (1, second)


async def test_who_has_read_is_told(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    message = await say(desk, chat)
    before = (await recent(desk))[0]["message"]["status"]

    await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"})

    card = await dialog(desk, chat)
    assert (before, (await recent(desk))[0]["message"]["status"]) == ("received", "delivered")
    (reader,) = card["readed_list"]
    assert (reader["user_id"], reader["message_id"]) == (ANN, message)
    assert reader["date"]
    assert card["last_message_views"]["count_of_viewers"] == 1


async def test_a_customer_has_read_what_was_delivered(desk):
    chat = await customer_waits(desk)
    message = await say(desk, chat, "Ten")
    ack = {"im": {"chat_id": chat, "message_id": message}, "message": {"id": ["x-1"]}}
    given = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [{**ack, "chat": {"id": "c-1"}}]}

    await desk.ok("imconnector.send.status.delivery", given)

    (reader,) = (await dialog(desk, chat))["readed_list"]
    assert (reader["message_id"], reader["user_name"]) == (message, "Ivo")


async def test_counters_are_told_by_kind(desk):
    ann = await as_ann(desk)
    group = await new_chat(desk, ANN)
    line = await customer_waits(desk)
    await say(ann, group)
    await say(ann, str(OLGA))
    await say(ann, str(OLGA))

    got = await desk.ok("im.counters.get")

    expected = {"ALL": 5, "NOTIFY": 0, "CHAT": 1, "LINES": 2, "DIALOG": 2, "MESSENGER": 5}
    assert got["TYPE"] == expected
    assert got["CHAT"] == {str(group): 1}
    assert got["LINES"] == {str(line): 2}
    assert got["DIALOG"] == {str(ANN): 2}


async def test_a_muted_chat_is_counted_apart(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    await desk.ok("im.chat.mute", {"DIALOG_ID": f"chat{chat}"})
    await say(ann, chat)

    got = await desk.ok("im.counters.get")

    assert (got["TYPE"]["ALL"], got["CHAT"], got["CHAT_MUTED"]) == (0, [], {str(chat): 1})
    await desk.ok("im.chat.mute", {"CHAT_ID": chat, "MUTE": "N"})
    assert (await desk.ok("im.counters.get"))["CHAT"] == {str(chat): 1}


async def test_counters_of_nothing_are_empty_arrays(desk):
    got = await desk.ok("im.counters.get")

    empty = {name: got[name] for name in got if name != "TYPE"}
    nothing = {name: [] for name in empty} | {"CHAT_MUTED": {}}
    assert empty == nothing


async def test_a_chat_can_be_marked_as_unread(desk):
    chat = await new_chat(desk)

    await desk.ok("im.recent.unread", {"DIALOG_ID": f"chat{chat}"})

    assert await ids(desk, UNREAD_ONLY="Y") == [f"chat{chat}"]
    assert (await desk.ok("im.counters.get"))["CHAT_UNREAD"] == [chat]
    await desk.ok("im.recent.unread", {"DIALOG_ID": f"chat{chat}", "ACTION": "N"})
    assert await ids(desk, UNREAD_ONLY="Y") == []


async def test_everything_is_read_at_once(desk):
    ann = await as_ann(desk)
    await say(ann, await new_chat(ann, OLGA))
    await say(ann, str(OLGA))

    await desk.ok("im.dialog.read.all")

    assert (await desk.ok("im.counters.get"))["TYPE"]["ALL"] == 0


async def test_only_the_last_session_of_a_dialog_is_unread(desk):
    chat = await customer_waits(desk)
    await desk.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
    await desk.write("Me again", message="m-3")
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})

    assert (await dialog(desk, chat))["counter"] == 1


async def test_what_waits_in_the_queue_can_be_left_out(desk):
    await desk.open_shop()
    await desk.write("Hello")
    ann = await as_ann(desk)

    assert await ids(ann, SKIP_CHAT="Y") != []
    assert await ids(ann, SKIP_CHAT="Y", SKIP_UNDISTRIBUTED_OPENLINES="Y") == []


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("im.recent.unread", False),
        ("im.dialog.read", False),
        ("im.recent.hide", True),
    ],
)
async def test_a_chat_of_others_is_not_touched(desk, method, answer):
    ann = await as_ann(desk)
    chat = await new_chat(ann)

    assert await desk.ok(method, {"DIALOG_ID": f"chat{chat}"}) is answer
    assert await refused(desk, method, {"DIALOG_ID": "x"}) == (400, "DIALOG_ID_EMPTY")


async def test_a_chat_of_others_cannot_be_pinned(desk):
    ann = await as_ann(desk)
    given = {"DIALOG_ID": f"chat{await new_chat(ann)}"}

    assert await refused(desk, "im.recent.pin", given) == (400, "ACCESS_ERROR")
