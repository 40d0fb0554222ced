"""Chats of the messenger: made, found, renamed, joined, left."""

import pytest

from .colleagues import ANN, MINE, OLEG, employee
from .scenes import PNG, answered, chat_of, row

COLORS = (
    *("RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK"),
    *("LIME", "BROWN", "AZURE", "KHAKI", "SAND", "MARENGO", "GRAY", "GRAPHITE"),
)


async def new_chat(portal, *users, **given):
    params = {"USERS": list(users), "TITLE": "Lamps", **given}
    return await portal.ok("im.chat.add", params)


async def read(portal, chat):
    return await portal.ok("im.dialog.get", {"DIALOG_ID": f"chat{chat}"})


async def members(portal, chat):
    return await portal.ok("im.chat.user.list", {"CHAT_ID": chat})


@pytest.mark.pins("im.chat.add", "im.dialog.get")
@pytest.mark.parametrize("kind", ["CHAT", "OPEN"])
async def test_a_new_chat_answers_with_its_number(portal, kind):
    chat = await new_chat(portal, ANN, TYPE=kind, DESCRIPTION="All about lamps", COLOR="MINT")

    got = await read(portal, chat)
    assert type(chat) is int
    assert (got["id"], got["name"], got["owner"]) == (chat, "Lamps", MINE)
    assert got["type"] == kind.lower()


@pytest.mark.pins("im.chat.add", "im.chat.user.list")
async def test_the_maker_of_a_chat_sits_in_it_with_the_people_named(portal):
    chat = await new_chat(portal, ANN, OLEG)

    assert sorted(await members(portal, chat)) == [MINE, OLEG, ANN]


@pytest.mark.pins("im.chat.add", "im.dialog.messages.get")
async def test_a_chat_may_begin_with_a_message(portal):
    chat = await new_chat(portal, ANN, MESSAGE="Welcome")

    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})

    assert "Welcome" in [each["text"] for each in got["messages"]]


@pytest.mark.pins("im.chat.add", "im.chat.get")
async def test_a_chat_is_found_by_the_thing_it_belongs_to(portal):
    chat = await new_chat(portal, ANN, ENTITY_TYPE="ORDER", ENTITY_ID="5")

    assert await portal.ok("im.chat.get", {"ENTITY_TYPE": "ORDER", "ENTITY_ID": "5"}) == {
        "ID": chat
    }


@pytest.mark.pins("im.chat.get")
async def test_a_dialog_of_an_open_line_is_found_by_its_key(shop):
    chat = await answered(shop)
    code = (await chat_of(shop, chat))["user_code"]

    assert await shop.ok("im.chat.get", {"ENTITY_TYPE": "LINES", "ENTITY_ID": code}) == {"ID": chat}


@pytest.mark.pins("im.chat.get")
async def test_a_thing_without_a_chat_has_none(portal):
    got = await portal.call("im.chat.get", {"ENTITY_TYPE": "ORDER", "ENTITY_ID": "none"})

    assert got.result is None


@pytest.mark.pins("im.dialog.get")
async def test_a_dialog_of_a_line_reads_as_in_the_open_lines(shop):
    chat = await answered(shop)

    got = await read(shop, chat)

    assert (got["type"], got["entity_type"]) == ("lines", "LINES")
    assert got["entity_id"].split("|")[0] == "acme_shopchat"
    assert len(got["entity_data_1"].split("|")) == 10


@pytest.mark.pins("im.chat.leave", "im.chat.user.list")
async def test_who_leaves_is_gone(portal):
    chat, ann = await new_chat(portal, ANN, OLEG), await employee(portal)

    assert await ann.ok("im.chat.leave", {"CHAT_ID": chat}) is True

    assert ANN not in await members(portal, chat)


@pytest.mark.pins("im.chat.mute", "im.dialog.get")
@pytest.mark.parametrize("name", ["CHAT_ID", "DIALOG_ID"])
async def test_a_chat_is_muted_and_heard_again(portal, name):
    chat = await new_chat(portal, ANN)
    which = {name: chat if name == "CHAT_ID" else f"chat{chat}"}

    assert await portal.ok("im.chat.mute", which) is True
    muted = (await read(portal, chat))["mute_list"]
    assert await portal.ok("im.chat.mute", {**which, "MUTE": "N"}) is True

    assert MINE in [int(user) for user in muted]
    assert MINE not in [int(user) for user in (await read(portal, chat))["mute_list"]]


@pytest.mark.pins("im.chat.setOwner", "im.dialog.get")
async def test_a_chat_changes_its_owner(portal):
    chat = await new_chat(portal, ANN)

    assert await portal.ok("im.chat.setOwner", {"CHAT_ID": chat, "USER_ID": ANN}) is True

    assert (await read(portal, chat))["owner"] == ANN


@pytest.mark.pins("im.chat.setManager", "im.dialog.get")
async def test_a_member_becomes_a_manager_and_stops_being_one(portal):
    chat, who = await new_chat(portal, ANN), {"USER_ID": ANN}

    assert await portal.ok("im.chat.setManager", {"CHAT_ID": chat, **who}) is True
    managers = (await read(portal, chat))["manager_list"]
    stop = {"CHAT_ID": chat, **who, "IS_MANAGER": "N"}
    assert await portal.ok("im.chat.setManager", stop) is True

    assert ANN in [int(user) for user in managers]
    assert ANN not in [int(user) for user in (await read(portal, chat))["manager_list"]]


@pytest.mark.pins("im.chat.updateTitle", "im.dialog.get")
async def test_a_chat_is_renamed(portal):
    chat = await new_chat(portal, ANN)

    assert await portal.ok("im.chat.updateTitle", {"CHAT_ID": chat, "TITLE": "Лампы"}) is True

    assert (await read(portal, chat))["name"] == "Лампы"


@pytest.mark.pins("im.chat.updateColor")
@pytest.mark.parametrize("color", COLORS)
async def test_a_chat_takes_each_of_the_sixteen_colours(portal, color):
    chat = await new_chat(portal, ANN)

    assert await portal.ok("im.chat.updateColor", {"CHAT_ID": chat, "COLOR": color}) is True


@pytest.mark.pins("im.chat.updateAvatar")
async def test_a_chat_gets_a_picture(portal):
    chat = await new_chat(portal, ANN)

    assert await portal.ok("im.chat.updateAvatar", {"CHAT_ID": chat, "AVATAR": PNG}) is True

    assert (await read(portal, chat))["avatar"]


@pytest.mark.pins("im.chat.user.add", "im.chat.user.delete", "im.chat.user.list")
async def test_people_come_and_go(portal):
    chat = await new_chat(portal, ANN)

    assert await portal.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [OLEG]}) is True
    more = await members(portal, chat)
    assert await portal.ok("im.chat.user.delete", {"CHAT_ID": chat, "USER_ID": ANN}) is True

    assert sorted(more) == [MINE, OLEG, ANN]
    assert sorted(await members(portal, chat)) == [MINE, OLEG]


EMPTY = [
    row("im.chat.leave", {}, "CHAT_ID_EMPTY"),
    row("im.chat.user.list", {}, "CHAT_ID_EMPTY"),
    row("im.chat.user.add", {"USERS": [OLEG]}, "CHAT_ID_EMPTY"),
    row("im.chat.user.delete", {"USER_ID": OLEG}, "CHAT_ID_EMPTY"),
    row("im.chat.setManager", {"USER_ID": OLEG}, "CHAT_ID_EMPTY"),
    row("im.dialog.get", {}, "DIALOG_ID_EMPTY"),
    row("im.dialog.users.list", {}, "DIALOG_ID_EMPTY"),
    row("im.dialog.read", {}, "DIALOG_ID_EMPTY"),
    row("im.dialog.writing", {}, "DIALOG_ID_EMPTY"),
    row("im.recent.pin", {}, "DIALOG_ID_EMPTY"),
    row("im.recent.hide", {}, "DIALOG_ID_EMPTY"),
    row("im.recent.unread", {}, "DIALOG_ID_EMPTY"),
]


@pytest.mark.parametrize(("method", "given", "code"), EMPTY)
async def test_a_chat_must_be_named(portal, method, given, code):
    assert (await portal.call(method, given)).refusal == (400, code)


@pytest.mark.parametrize("method", [row("im.chat.user.delete"), row("im.chat.setOwner")])
async def test_a_person_must_be_named(portal, method):
    chat = await new_chat(portal, ANN)

    assert (await portal.call(method, {"CHAT_ID": chat})).refusal == (400, "USER_ID_EMPTY")


REFUSED = [
    row("im.chat.updateTitle", {"TITLE": ""}, {(400, "TITLE_EMPTY")}),
    row("im.chat.updateTitle", {}, {(400, "TITLE_EMPTY")}),
    row("im.chat.updateColor", {"COLOR": "MAUVE"}, {(400, "WRONG_COLOR")}),
    row("im.chat.updateColor", {}, {(400, "WRONG_COLOR")}),
    row("im.chat.updateAvatar", {"AVATAR": "no picture"}, {(400, "AVATAR_ERROR")}),
    row("im.chat.updateAvatar", {}, {(400, "AVATAR_ERROR")}),
    row("im.chat.setOwner", {"USER_ID": 424_242}, {(400, "WRONG_REQUEST")}),
    row("im.chat.setManager", {"USER_ID": 424_242}, {(400, "WRONG_REQUEST")}),
    row("im.chat.user.delete", {"USER_ID": 424_242}, {(400, "USER_NOT_FOUND")}),
]


@pytest.mark.parametrize(("method", "given", "refusals"), REFUSED)
async def test_a_change_that_makes_no_sense_is_refused(portal, method, given, refusals):
    chat = await new_chat(portal, ANN)
    before = await read(portal, chat)

    got = await portal.call(method, {"CHAT_ID": chat, **given})

    assert got.refusal in refusals
    assert await read(portal, chat) == before


DENIED = [
    row("im.dialog.get", {}, {(403, "ACCESS_ERROR")}),
    row("im.dialog.messages.get", {}, {(403, "ACCESS_ERROR")}),
    row("im.dialog.users.list", {}, {(403, "ACCESS_ERROR")}),
    row("im.chat.mute", {}, {(403, "ACCESS_ERROR")}),
    row("im.chat.leave", {}, {(400, "ACCESS_DENIED_KICK"), (403, "ACCESS_ERROR")}),
    row(
        "im.chat.user.add",
        {"USERS": [OLEG]},
        {(400, "ACCESS_DENIED_EXTEND"), (403, "ACCESS_ERROR")},
    ),
    row(
        "im.chat.user.delete",
        {"USER_ID": MINE},
        {(400, "ACCESS_DENIED_KICK"), (403, "ACCESS_ERROR")},
    ),
    row("im.chat.setOwner", {"USER_ID": ANN}, {(400, "WRONG_REQUEST")}),
    row("im.message.add", {"MESSAGE": "x"}, {(403, "ACCESS_ERROR")}),
]


@pytest.mark.parametrize(("method", "given", "refusals"), DENIED)
async def test_a_stranger_to_a_chat_is_refused(portal, method, given, refusals):
    chat, ann = await new_chat(portal, OLEG), await employee(portal)

    got = await ann.call(method, {"CHAT_ID": chat, "DIALOG_ID": f"chat{chat}", **given})

    assert got.refusal in refusals
    assert sorted(await members(portal, chat)) == [MINE, OLEG]


@pytest.mark.parametrize(
    ("method", "given", "code"),
    [
        row("im.chat.leave", {}, "ACCESS_DENIED_KICK"),
        row("im.chat.user.delete", {"USER_ID": OLEG}, "ACCESS_DENIED_KICK"),
        row("im.chat.user.add", {"USERS": [OLEG]}, "ACCESS_DENIED_EXTEND"),
    ],
)
async def test_a_visitor_of_an_open_chat_changes_nothing(portal, method, given, code):
    chat, ann = await new_chat(portal, OLEG, TYPE="OPEN"), await employee(portal)

    assert (await ann.call(method, {"CHAT_ID": chat, **given})).refusal == (400, code)

    assert sorted(await members(portal, chat)) == [MINE, OLEG]


@pytest.mark.pins("im.chat.leave")
async def test_the_operator_of_a_dialog_cannot_just_leave_it(shop):
    chat = await answered(shop)

    got = await shop.call("im.chat.leave", {"CHAT_ID": chat})

    assert got.refusal == (400, "ACCESS_DENIED_KICK")


@pytest.mark.pins("im.chat.user.delete")
async def test_only_who_leads_a_chat_removes_people(portal):
    chat, ann = await new_chat(portal, ANN, OLEG), await employee(portal)

    got = await ann.call("im.chat.user.delete", {"CHAT_ID": chat, "USER_ID": OLEG})

    assert got.refusal == (400, "ACCESS_DENIED_KICK")


@pytest.mark.pins("im.dialog.users.list")
async def test_the_people_of_a_chat_are_told_with_their_data(portal):
    chat = await new_chat(portal, ANN, OLEG)
    given = {"DIALOG_ID": f"chat{chat}"}

    people = await portal.ok("im.dialog.users.list", given)
    some = await portal.ok("im.dialog.users.list", {**given, "LIMIT": 2})

    assert {each["id"] for each in people} == {MINE, OLEG, ANN}
    assert all(each["name"] for each in people)
    assert len(some) == 2


@pytest.mark.pins("im.dialog.users.list")
async def test_customers_can_be_left_out_of_the_people(shop):
    chat = await answered(shop)
    given = {"DIALOG_ID": f"chat{chat}"}

    every = await shop.ok("im.dialog.users.list", given)
    inner = await shop.ok("im.dialog.users.list", {**given, "SKIP_EXTERNAL": "Y"})

    assert any(each["connector"] for each in every)
    assert [each["id"] for each in inner] == [MINE]
