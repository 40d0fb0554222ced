"""Chats of the messenger: who sees, enters, leads and leaves them, and how they look."""

import pytest

from app.sandbox.messenger import chats

from .chatting import ANN, OLEG, OLGA, as_ann, base64_of, dialog, new_chat, png, refused, say, shown


async def test_a_chat_without_a_title_gets_one_from_its_colour_and_number(desk):
    chat = await desk.ok("im.chat.add")

    assert (await dialog(desk, chat))["name"].endswith(f"chat No. {chat}")


async def test_a_private_chat_is_one_chat_with_a_name_for_each_side(desk):
    ann = await as_ann(desk)
    await say(desk, str(ANN), "Just us")

    mine = await desk.ok("im.dialog.get", {"DIALOG_ID": ANN})
    hers = await ann.ok("im.dialog.get", {"DIALOG_ID": str(OLGA)})

    assert mine["id"] == hers["id"]
    assert (mine["dialog_id"], hers["dialog_id"]) == ("12", "1")
    assert (mine["name"], hers["name"]) == ("Ann Lee", "Olga Demina")
    assert (mine["type"], mine["message_type"], hers["counter"]) == ("private", "P", 1)


async def test_a_private_chat_is_also_found_by_its_number(desk):
    number = (await desk.ok("im.dialog.get", {"DIALOG_ID": "7"}))["id"]

    assert (await dialog(desk, number))["dialog_id"] == "7"


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ("", (400, "DIALOG_ID_EMPTY")),
        ("chat", (400, "DIALOG_ID_EMPTY")),
        ("chat0", (400, "DIALOG_ID_EMPTY")),
        ("chat-7", (400, "DIALOG_ID_EMPTY")),
        ("chat٧", (400, "DIALOG_ID_EMPTY")),
        ("chat" + "9" * 5000, (400, "DIALOG_ID_EMPTY")),
        ([7], (400, "DIALOG_ID_EMPTY")),
        (10**30, (400, "DIALOG_ID_EMPTY")),
        ("sg12", (403, "ACCESS_ERROR")),
        ("chat424242", (403, "ACCESS_ERROR")),
        ("424242", (403, "ACCESS_ERROR")),
    ],
)
@pytest.mark.parametrize(
    "method", ["im.dialog.get", "im.dialog.users.list", "im.dialog.messages.get"]
)
async def test_a_dialog_that_cannot_be_is_refused(desk, method, given, refusal):
    assert await refused(desk, method, {"DIALOG_ID": given}) == refusal


async def test_an_invitation_is_told_in_the_chat(desk):
    chat = await new_chat(desk, ANN)

    (note,) = await shown(desk, chat)

    assert note["author_id"] == 0
    assert note["text"].startswith(f"[USER={OLGA} REPLACE]Olga Demina[/USER] invited")
    assert note["params"] == {"CODE": ["CHAT_JOIN"], "NOTIFY": "N"}


@pytest.mark.parametrize(("hide", "seen"), [("Y", []), ("N", ["Before"])])
async def test_history_is_hidden_from_newcomers_unless_it_is_not(desk, hide, seen):
    ann = await as_ann(desk)
    chat = await new_chat(desk)
    await say(desk, chat, "Before")
    await desk.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [ANN], "HIDE_HISTORY": hide})
    await say(desk, chat, "After")

    rows = await shown(ann, chat)

    assert [row["text"] for row in rows if row["author_id"]] == ["After", *seen]
    assert (await dialog(ann, chat))["counter"] == 1


async def test_who_is_unknown_is_not_invited(desk):
    chat = await new_chat(desk, 424_242, ANN, ANN)

    assert await desk.ok("im.chat.user.list", {"CHAT_ID": chat}) == [OLGA, ANN]


async def test_when_the_owner_leaves_the_next_one_leads(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)

    await desk.ok("im.chat.leave", {"CHAT_ID": chat})

    assert (await dialog(ann, chat))["owner"] == ANN
    assert await refused(desk, "im.dialog.get", {"DIALOG_ID": f"chat{chat}"}) == (
        403,
        "ACCESS_ERROR",
    )


async def test_an_operator_cannot_leave_his_dialog(desk):
    await desk.open_shop()
    chat = int((await desk.write("Hello"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})

    got = await refused(desk, "im.chat.leave", {"CHAT_ID": chat})

    assert got == (400, "ACCESS_DENIED_KICK")


async def test_an_open_line_belongs_to_its_operator(desk):
    await desk.open_shop()
    chat = int((await desk.write("Hello"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})

    card = await dialog(desk, chat)

    assert (card["type"], card["message_type"]) == ("lines", "L")
    assert (card["owner"], card["role"], card["manager_list"]) == (OLGA, "owner", [OLGA])
    given = {"CHAT_ID": chat, "USER_ID": ANN}
    assert await refused(desk, "im.chat.setOwner", given) == (403, "ACCESS_ERROR")


async def test_the_customer_sits_in_the_chat_of_an_open_line(desk):
    await desk.open_shop()
    item = await desk.write("Hello")
    chat = int(item["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})

    people = await desk.ok("im.dialog.users.list", {"DIALOG_ID": f"chat{chat}"})
    staff = await desk.ok(
        "im.dialog.users.list", {"DIALOG_ID": f"chat{chat}", "SKIP_EXTERNAL": "Y"}
    )

    assert int(item["user"]) in await desk.ok("im.chat.user.list", {"CHAT_ID": chat})
    assert [row["connector"] for row in people] == [False, True]
    assert [row["id"] for row in staff] == [OLGA]


async def test_a_manager_deletes_what_others_wrote(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN, OLEG)
    message = await say(desk, chat, "Mine")
    given = {"MESSAGE_ID": message}
    assert await refused(ann, "im.message.delete", given) == (403, "CANT_EDIT_MESSAGE")

    await desk.ok("im.chat.setManager", {"CHAT_ID": chat, "USER_ID": ANN})

    assert await ann.ok("im.message.delete", given) is True
    assert (await dialog(ann, chat))["role"] == "manager"


async def test_only_managers_put_people_out(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN, OLEG)
    given = {"CHAT_ID": chat, "USER_ID": OLEG}
    assert await refused(ann, "im.chat.user.delete", given) == (400, "ACCESS_DENIED_KICK")

    assert await desk.ok("im.chat.user.delete", given) is True

    assert await desk.ok("im.chat.user.list", {"CHAT_ID": chat}) == [OLGA, ANN]


async def test_everybody_reads_an_open_chat_and_joins_it_by_writing(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, TYPE="OPEN")
    await say(desk, chat, "For all")

    assert (await shown(ann, chat))[0]["text"] == "For all"
    assert ANN not in await desk.ok("im.chat.user.list", {"CHAT_ID": chat})
    await say(ann, chat, "Me too")

    assert ANN in await desk.ok("im.chat.user.list", {"CHAT_ID": chat})


async def test_the_chat_of_a_deal_keeps_its_name(desk):
    chat = await new_chat(desk, ENTITY_TYPE="CRM", ENTITY_ID="DEAL|1663")

    card = await dialog(desk, chat)
    got = await refused(desk, "im.chat.updateTitle", {"CHAT_ID": chat, "TITLE": "Other"})

    assert got == (403, "ACCESS_ERROR")
    assert (card["type"], card["restrictions"]["rename"]) == ("crm", False)
    assert card["entity_link"] == {
        "type": "DEAL",
        "url": "/crm/deal/details/1663/",
        "id": "DEAL|1663",
    }


async def test_the_chat_of_an_open_line_is_found_by_its_key(desk):
    await desk.open_shop()
    item = await desk.write("Hello")
    key = f"lamp_chat|42|c-1|{item['user']}"

    plain = await desk.ok("im.chat.get", {"ENTITY_TYPE": "LINES", "ENTITY_ID": key})
    prefixed = await desk.ok("im.chat.get", {"ENTITY_TYPE": "LINES", "ENTITY_ID": f"imol|{key}"})

    assert plain == prefixed == {"ID": int(item["session"]["CHAT_ID"])}


@pytest.mark.parametrize("key", ["", "x", "a|b|c|d", "a|1|b|" + "9" * 40, "|||", ["x"], 10**30])
async def test_a_key_of_nothing_finds_nothing(desk, key):
    assert await desk.ok("im.chat.get", {"ENTITY_TYPE": "LINES", "ENTITY_ID": key}) is None


async def test_a_picture_of_a_chat_can_be_seen(desk):
    chat = await new_chat(desk)

    await desk.ok("im.chat.updateAvatar", {"CHAT_ID": chat, "AVATAR": base64_of(png())})

    answer = await desk.http.get((await dialog(desk, chat))["avatar"])
    assert (answer.headers["content-type"], answer.content) == ("image/png", png())


@pytest.mark.parametrize(
    "avatar", ["", "x", base64_of(b"GIF"), base64_of(png(5001, 10)), "%%%", ["x"], 7]
)
async def test_what_is_no_picture_is_refused(desk, avatar):
    given = {"CHAT_ID": await new_chat(desk), "AVATAR": avatar}

    assert await refused(desk, "im.chat.updateAvatar", given) == (400, "AVATAR_ERROR")
    assert await refused(desk, "im.chat.add", {"AVATAR": base64_of(b"GIF")}) == (
        400,
        "AVATAR_ERROR",
    )


async def test_the_number_of_chats_is_bounded(desk, monkeypatch):
    monkeypatch.setattr(chats, "MAX_CHATS", 2)
    await new_chat(desk)

    assert await refused(desk, "im.chat.add", {}) == (400, "ERROR_CORE")


async def test_typing_is_noted_and_ends_with_the_message(desk):
    chat = await new_chat(desk)

    await desk.ok("im.dialog.writing", {"DIALOG_ID": f"chat{chat}"})
    writing = dict(desk.sandbox.portal.chats[chat].writing)
    await say(desk, chat)

    assert set(writing) == {OLGA}
    assert not desk.sandbox.portal.chats[chat].writing


async def test_names_of_methods_are_found_in_any_case(desk):
    chat = await new_chat(desk)

    assert await desk.ok("IM.CHAT.UPDATETITLE", {"CHAT_ID": chat, "TITLE": " New \n name "})

    assert (await dialog(desk, chat))["name"] == "New name"
