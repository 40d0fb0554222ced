"""The messenger around the chats: users, recent chats, counters, marks of reading."""

import pytest

from .colleagues import ANN, MINE, OLEG, employee
from .scenes import answered, row

USER_KEYS = {
    *("id", "active", "name", "first_name", "last_name", "work_position", "color", "avatar"),
    *("gender", "extranet", "network", "bot", "connector", "external_auth_id", "status"),
    *("last_activity_date", "departments", "phones", "type"),
}
RECENT_KEYS = {
    *("id", "chat_id", "type", "title", "avatar", "message", "counter", "last_id", "pinned"),
    *("unread", "date_update", "chat"),
}


async def talk(portal):
    """A chat of three with one message of the administrator; chat and message."""
    chat = await portal.ok("im.chat.add", {"USERS": [ANN, OLEG], "TITLE": "Talk"})
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Hello"}
    return chat, await portal.ok("im.message.add", given)


async def recent(portal, **params):
    return (await portal.ok("im.recent.list", params))["items"]


@pytest.mark.pins("im.user.get")
async def test_a_user_of_the_messenger_has_the_documented_keys(portal):
    me = await portal.ok("im.user.get")
    ann = await portal.ok("im.user.get", {"ID": ANN})

    assert set(me) >= USER_KEYS
    assert (me["id"], ann["id"]) == (MINE, ANN)
    assert (ann["name"], ann["first_name"], ann["last_name"]) == ("Ann Lee", "Ann", "Lee")
    assert (ann["connector"], ann["bot"], ann["type"]) == (False, False, "user")
    assert ann["phones"] is False


@pytest.mark.pins("im.user.get")
async def test_a_customer_is_a_user_of_the_messenger_with_a_mark(shop):
    item = await shop.write()

    got = await shop.ok("im.user.get", {"ID": item["user"]})

    assert (got["id"], got["name"]) == (int(item["user"]), "Ivo")
    assert (got["connector"], got["extranet"]) == (True, True)
    assert got["external_auth_id"] == "imconnector"


@pytest.mark.pins("im.user.get")
@pytest.mark.parametrize(
    ("number", "code"), [(0, "ID_EMPTY"), ("abc", "ID_EMPTY"), (424_242, "USER_NOT_EXISTS")]
)
async def test_a_user_who_is_not_there_is_refused(portal, number, code):
    assert (await portal.call("im.user.get", {"ID": number})).refusal == (400, code)


@pytest.mark.pins("im.user.list.get")
async def test_users_are_told_by_number_or_as_a_list(portal):
    asked = {"ID": [ANN, OLEG, 424_242]}

    by_number = await portal.ok("im.user.list.get", asked)
    in_row = await portal.ok("im.user.list.get", {**asked, "RESULT_TYPE": "array"})

    assert by_number[str(ANN)]["name"] == "Ann Lee"
    assert {each["id"] for each in in_row if each} == {ANN, OLEG}


@pytest.mark.pins("im.user.list.get")
@pytest.mark.parametrize("given", [{}, {"ID": "x"}, {"ID": {}}])
async def test_a_list_of_users_wants_numbers(portal, given):
    assert (await portal.call("im.user.list.get", given)).refusal == (400, "INVALID_FORMAT")


@pytest.mark.pins("im.search.user.list")
async def test_users_are_searched_by_a_part_of_the_name(portal):
    body = (await portal.call("im.search.user.list", {"FIND": "Ann"})).body

    assert set(body["result"]) == {str(ANN)}
    assert int(body["total"]) == 1


@pytest.mark.pins("im.search.user.list")
@pytest.mark.parametrize("find", [None, "", "A"])
async def test_a_search_for_users_needs_two_characters(portal, find):
    given = {} if find is None else {"FIND": find}

    assert (await portal.call("im.search.user.list", given)).refusal == (400, "FIND_SHORT")


@pytest.mark.pins("im.recent.list")
async def test_recent_chats_have_the_documented_shape(portal):
    chat, message = await talk(portal)

    got = await portal.ok("im.recent.list")

    assert set(got) >= {"items", "hasMorePages", "hasMore"}
    item = next(each for each in got["items"] if each["chat_id"] == chat)
    assert set(item) >= RECENT_KEYS
    assert (item["id"], item["type"], item["title"]) == (f"chat{chat}", "chat", "Talk")
    assert set(item["avatar"]) == {"url", "color"}
    shown = item["message"]
    assert set(shown) >= {"id", "text", "file", "attach", "author_id", "date", "status", "uuid"}
    assert (shown["id"], shown["text"], shown["author_id"]) == (message, "Hello", MINE)
    assert shown["status"] in {"received", "delivered", "error"}


@pytest.mark.pins("im.recent.list")
async def test_a_dialog_of_a_line_shows_its_session_among_the_recent(shop):
    chat = await answered(shop)

    item = next(each for each in await recent(shop) if each["chat_id"] == chat)

    assert item["chat"]["entity_type"] == "LINES"
    assert set(item["lines"]) >= {"id", "status", "date_create"}
    assert item["lines"]["status"] < 60


@pytest.mark.pins("im.recent.list")
async def test_recent_chats_can_be_narrowed_and_paged(shop):
    chat, line_chat = (await talk(shop))[0], await answered(shop)

    without = {each["chat_id"] for each in await recent(shop, SKIP_OPENLINES="Y")}
    page = await shop.ok("im.recent.list", {"LIMIT": 1})
    second = await recent(shop, LIMIT=1, OFFSET=1)

    assert chat in without
    assert line_chat not in without
    assert (len(page["items"]), page["hasMore"]) == (1, True)
    assert second[0]["chat_id"] != page["items"][0]["chat_id"]


@pytest.mark.pins("im.recent.get")
async def test_the_older_list_of_recent_chats_is_an_array(shop):
    chat, line_chat = (await talk(shop))[0], await answered(shop)

    every = await shop.ok("im.recent.get")
    lines = await shop.ok("im.recent.get", {"ONLY_OPENLINES": "Y"})

    assert {chat, line_chat} <= {each["chat_id"] for each in every}
    assert [each["chat_id"] for each in lines] == [line_chat]


@pytest.mark.pins("im.recent.pin", "im.recent.list")
async def test_a_recent_chat_is_pinned(portal):
    chat, _ = await talk(portal)
    which = {"DIALOG_ID": f"chat{chat}"}
    marks = []
    for pin in ({}, {"PIN": "N"}):
        assert await portal.ok("im.recent.pin", {**which, **pin}) is True
        item = next(each for each in await recent(portal) if each["chat_id"] == chat)
        marks.append(item["pinned"])

    assert marks == [True, False]


@pytest.mark.pins("im.recent.unread", "im.recent.list")
async def test_a_recent_chat_is_marked_unread(portal):
    chat, _ = await talk(portal)
    which = {"DIALOG_ID": f"chat{chat}"}
    marks = []
    for action in ("Y", "N"):
        assert await portal.ok("im.recent.unread", {**which, "ACTION": action}) is True
        item = next(each for each in await recent(portal) if each["chat_id"] == chat)
        marks.append(item["unread"])

    assert marks == [True, False]


@pytest.mark.pins("im.recent.hide", "im.recent.list")
async def test_a_hidden_chat_leaves_the_list(portal):
    chat, _ = await talk(portal)

    assert await portal.ok("im.recent.hide", {"DIALOG_ID": f"chat{chat}"}) is True

    assert chat not in {each["chat_id"] for each in await recent(portal)}


@pytest.mark.pins("im.counters.get", "im.dialog.read")
async def test_unread_messages_of_customers_are_counted(shop):
    chat = await answered(shop)
    await shop.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"})
    before = await shop.ok("im.counters.get")
    await shop.write(message="m-2", text="Still there?")

    after = await shop.ok("im.counters.get")

    assert set(after) >= {
        *("TYPE", "CHAT", "CHAT_MUTED", "CHAT_UNREAD", "LINES", "DIALOG", "DIALOG_UNREAD"),
    }
    assert set(after["TYPE"]) >= {"ALL", "NOTIFY", "CHAT", "LINES", "DIALOG", "MESSENGER"}
    assert not before["LINES"]
    assert after["LINES"] == {str(chat): 1}
    assert after["TYPE"]["LINES"] == 1


@pytest.mark.pins("im.dialog.read", "im.dialog.unread", "im.dialog.get")
async def test_messages_are_read_and_unread(shop):
    chat = await answered(shop)
    item = await shop.write(message="m-2", text="Still there?")
    which = {"DIALOG_ID": f"chat{chat}"}

    read = await shop.ok("im.dialog.read", which)
    last = read["lastId"]
    assert await shop.ok("im.dialog.unread", {**which, "MESSAGE_ID": last}) is True

    assert item["SUCCESS"]
    assert read == {"dialogId": f"chat{chat}", "chatId": chat, "lastId": last, "counter": 0}
    assert (await shop.ok("im.dialog.get", which))["counter"] > 0


@pytest.mark.pins("im.dialog.read.all", "im.counters.get")
async def test_everything_is_read_at_once(shop):
    await answered(shop)
    await shop.write(message="m-2", text="Still there?")

    assert await shop.ok("im.dialog.read.all") is True

    assert (await shop.ok("im.counters.get"))["TYPE"]["LINES"] == 0


@pytest.mark.pins("im.dialog.writing")
async def test_typing_is_shown(portal):
    chat, _ = await talk(portal)

    assert await portal.ok("im.dialog.writing", {"DIALOG_ID": f"chat{chat}"}) is True


@pytest.mark.pins("im.dialog.unread")
@pytest.mark.parametrize("message", [None, "", 0, "abc"])
async def test_unreading_needs_a_message(portal, message):
    chat, _ = await talk(portal)
    given = {"DIALOG_ID": f"chat{chat}"} | ({} if message is None else {"MESSAGE_ID": message})

    assert (await portal.call("im.dialog.unread", given)).refusal == (400, "MESSAGE_ID_ERROR")


@pytest.mark.pins("im.revision.get")
async def test_revisions_of_the_messenger_are_numbers(portal):
    got = await portal.ok("im.revision.get")

    assert set(got) >= {"rest", "web", "mobile", "desktop", "im_revision_mobile"}
    assert all(type(number) is int for number in got.values())


@pytest.mark.parametrize(
    ("method", "statuses"),
    [row("im.dialog.writing", {403}), row("im.recent.pin", {400, 403})],
)
async def test_a_chat_of_others_stays_theirs(portal, method, statuses):
    chat = await portal.ok("im.chat.add", {"USERS": [OLEG], "TITLE": "Ours"})
    ann = await employee(portal)

    got = await ann.call(method, {"DIALOG_ID": f"chat{chat}"})

    assert got.body["error"] == "ACCESS_ERROR"
    assert got.status in statuses


@pytest.mark.pins("im.dialog.read")
async def test_nothing_is_read_in_a_chat_of_others(portal):
    chat = await portal.ok("im.chat.add", {"USERS": [OLEG], "TITLE": "Ours"})
    ann = await employee(portal)

    assert await ann.ok("im.dialog.read", {"DIALOG_ID": f"chat{chat}"}) is False


@pytest.mark.pins("im.message.add", "im.dialog.messages.get")
async def test_two_people_talk_in_private(portal):

    message = await portal.ok("im.message.add", {"DIALOG_ID": str(ANN), "MESSAGE": "Psst"})
    ann = await employee(portal)

    got = await ann.ok("im.dialog.messages.get", {"DIALOG_ID": str(MINE)})

    assert [(each["id"], each["text"]) for each in got["messages"]] == [(message, "Psst")]
