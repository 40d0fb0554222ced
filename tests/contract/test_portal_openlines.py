"""Open lines and operators' REST methods: `imopenlines.*` and `im.message.*`."""

import pytest

from .kit import SEVEN, open_portal

ADD, UPDATE, DELETE, _START, FINISH, _STATUS, _LINE = SEVEN


async def lines(portal, **params):
    return await portal.ok("imopenlines.config.list.get", params)


@pytest.mark.pins("imopenlines.config.list.get")
async def test_the_portal_has_two_open_lines_with_text_ids(portal):
    found = await lines(portal)

    assert len(found) == 2
    assert all(line["ID"].isdigit() for line in found)
    assert all(line["LINE_NAME"] for line in found)


@pytest.mark.pins("imopenlines.config.list.get")
async def test_a_line_carries_its_settings_as_texts_and_dates_as_empty_objects(portal):
    line = (await lines(portal))[0]

    assert line["ACTIVE"] in {"Y", "N"}
    assert line["DATE_CREATE"] == {}
    assert line["DATE_MODIFY"] == {}
    assert line["FULL_CLOSE_TIME"].isdigit()
    assert line["OPERATOR_DATA"] in {"profile", "queue", "hide"}


@pytest.mark.pins("imopenlines.config.list.get")
async def test_the_list_has_neither_total_nor_next(portal):
    assert set((await portal.call("imopenlines.config.list.get")).body) == {"result", "time"}


@pytest.mark.pins("imopenlines.config.list.get")
async def test_lines_can_be_narrowed_sorted_and_paged(portal):
    down = await lines(portal, PARAMS={"select": ["ID", "LINE_NAME"], "order": {"ID": "DESC"}})
    ids = [int(line["ID"]) for line in down]
    assert ids == sorted(portal.lines, reverse=True)
    assert set(down[0]) == {"ID", "LINE_NAME"}

    page = await lines(portal, PARAMS={"order": {"ID": "ASC"}, "limit": 1, "offset": 1})
    assert [int(line["ID"]) for line in page] == [max(portal.lines)]
    assert await lines(portal, PARAMS={"offset": 2}) == []
    one = await lines(portal, PARAMS={"filter": {"ID": portal.lines[0]}})
    assert [int(line["ID"]) for line in one] == portal.lines[:1]


@pytest.mark.pins("imopenlines.config.list.get")
async def test_the_list_may_show_the_queue(portal):
    plain, full = await lines(portal), await lines(portal, OPTIONS={"QUEUE": "Y"})

    assert "QUEUE" not in plain[0]
    assert {int(user) for user in full[0]["QUEUE"]}


@pytest.mark.pins("imopenlines.config.list.get")
@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"unknown": 1}, "Unsupported PARAMS fields are passed: "),
        ({"select": "ID"}, "A wrong format for the PARAMS field 'select' is passed"),
        ({"order": "ID"}, "A wrong format for the PARAMS field 'order' is passed"),
        ({"filter": "ID"}, "A wrong format for the PARAMS field 'filter' is passed"),
        ({"limit": -1}, "A non-negative integer is expected in the PARAMS field 'limit'"),
        ({"offset": "x"}, "A non-negative integer is expected in the PARAMS field 'offset'"),
        ({"select": [""]}, "A wrong field name is passed in the PARAMS field 'select'"),
        ({"order": {"A B": "ASC"}}, "A wrong field name is passed in the PARAMS field 'order'"),
        ({"filter": {"?ID": 1}}, "A wrong field name is passed in the PARAMS field 'filter'"),
        ({"filter": [{"ID": 1}]}, "A wrong field name is passed in the PARAMS field 'filter'"),
        ({"select": ["NOPE"]}, "An unknown field 'NOPE' is passed in the PARAMS field 'select'"),
        (
            {"order": {"NOPE": "ASC"}},
            "An unknown field 'NOPE' is passed in the PARAMS field 'order'",
        ),
        (
            {"filter": {">NOPE": 1}},
            "An unknown field 'NOPE' is passed in the PARAMS field 'filter'",
        ),
        ({"select": {"a-b": "ID"}}, "A wrong field alias is passed in the PARAMS field 'select'"),
        (
            {"select": {"CRM": "ID"}},
            "The alias 'CRM' matches an existing field in the PARAMS field",
        ),
        (
            {"order": {"ID": "UP"}},
            "A wrong sorting direction is passed in the PARAMS field 'order'",
        ),
    ],
)
async def test_a_wrong_question_about_lines_is_refused(portal, params, text):
    got = await portal.call("imopenlines.config.list.get", {"PARAMS": params})

    assert got.refusal == (400, "INVALID_FORMAT")
    assert text in got.text


@pytest.mark.pins("imopenlines.config.list.get")
@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"FOO": "Y"}, "Unsupported OPTIONS fields are passed: FOO"),
        ({"QUEUE": ["Y"]}, "A wrong format for the OPTIONS field 'QUEUE' is passed"),
        ({"CONFIG_QUEUE": {}}, "A wrong format for the OPTIONS field 'CONFIG_QUEUE' is passed"),
        (
            {"CHECK_PERMISSION": "nope"},
            "An unknown value for the OPTIONS field 'CHECK_PERMISSION' is passed",
        ),
    ],
)
async def test_a_wrong_wish_about_the_list_of_lines_is_refused(portal, options, text):
    got = await portal.call("imopenlines.config.list.get", {"OPTIONS": options})

    assert got.refusal == (400, "INVALID_FORMAT")
    assert text in got.text


@pytest.mark.pins("imopenlines.config.list.get")
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({">ID": 42}, [57]),
        ({"<=ID": 42}, [42]),
        ({"!ID": [42]}, [57]),
        ({"%LINE_NAME": "shop"}, [42]),
        ({"@ID": [42, 57]}, [42, 57]),
    ],
    ids=str,
)
async def test_lines_are_narrowed_by_comparison(portal, condition, found):
    params = {"filter": condition, "order": {"ID": "ASC"}}

    assert [int(row["ID"]) for row in await lines(portal, PARAMS=params)] == found


@pytest.mark.pins("imopenlines.config.list.get", "imopenlines.config.update")
async def test_lines_are_sorted_by_texts_that_are_long_numbers(portal):
    settings = {"CONFIG_ID": portal.lines[0], "PARAMS": {"WELCOME_MESSAGE_TEXT": "7" * 5_000}}
    await portal.ok("imopenlines.config.update", settings)

    assert len(await lines(portal, PARAMS={"order": {"WELCOME_MESSAGE_TEXT": "asc"}})) == 2


@pytest.mark.pins("imopenlines.config.list.get")
async def test_a_field_of_the_list_may_get_another_name(portal):
    (first, *_) = await lines(portal, PARAMS={"select": {"number": "ID", "0": "ACTIVE"}})

    assert set(first) == {"number", "ACTIVE"}


@pytest.mark.pins("imopenlines.config.list.get")
async def test_the_list_writes_missing_pictures_in_its_own_way(portal):
    (first, *_) = await lines(portal, OPTIONS={"QUEUE": "Y"})

    (person, *_) = first["QUEUE_USERS_FIELDS"].values()
    assert (person["USER_AVATAR"], person["USER_AVATAR_ID"]) == ("", None)


@pytest.mark.pins("imopenlines.config.get")
@pytest.mark.parametrize("spelling", [int, str])
async def test_one_line_is_read_with_its_queue(portal, spelling):
    given = {"CONFIG_ID": spelling(portal.lines[0])}
    line = await portal.ok("imopenlines.config.get", given)

    assert line["ID"] == str(portal.lines[0])
    assert line["QUEUE"]
    assert line["QUEUE_ONLINE"] in {"Y", "N"}
    assert set(line["QUEUE_FULL"]) == {str(user) for user in line["QUEUE"]}


@pytest.mark.pins("imopenlines.config.get")
async def test_one_line_may_be_read_without_its_queue(portal):
    given = {"CONFIG_ID": portal.lines[0], "WITH_QUEUE": "N"}

    assert "QUEUE" not in await portal.ok("imopenlines.config.get", given)


@pytest.mark.pins("imopenlines.config.get")
async def test_an_unknown_line_is_false_with_http_200(portal):
    assert await portal.ok("imopenlines.config.get", {"CONFIG_ID": 424_242}) is False


@pytest.mark.pins("imopenlines.config.get")
@pytest.mark.parametrize("params", [{}, {"CONFIG_ID": ""}, {"CONFIG_ID": 0}])
async def test_a_line_without_an_id_is_refused(portal, params):
    got = await portal.call("imopenlines.config.get", params)

    assert got.refusal == (400, "CONFIG_ID_EMPTY")
    assert got.text == "Config ID can't be empty"


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add")
async def test_answering_takes_the_dialog(shop):
    chat = await shop.open_dialog()

    assert await shop.ok("imopenlines.operator.answer", {"CHAT_ID": chat}) is True
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Mine"}
    assert await shop.ok("im.message.add", given) > 0


@pytest.mark.parametrize("method", ["answer", "finish"])
@pytest.mark.parametrize("chat", [None, "", 0, "abc", 424_242])
async def test_an_operator_s_act_needs_a_chat(portal, method, chat):
    params = {} if chat is None else {"CHAT_ID": chat}

    got = await portal.call(f"imopenlines.operator.{method}", params)

    assert got.refusal == (400, "CHAT_ID")


@pytest.mark.pins("imopenlines.operator.answer", "imopenlines.operator.finish")
async def test_a_finished_dialog_takes_the_next_message_into_a_new_session(shop):
    first = await shop.write()
    chat = int(first["session"]["CHAT_ID"])
    await shop.ok("imopenlines.operator.answer", {"CHAT_ID": chat})

    assert await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat}) is True

    second = await shop.write(message="m-2")
    assert second["session"]["ID"] != first["session"]["ID"]


@pytest.mark.parametrize("method", ["answer", "finish"])
async def test_an_ordinary_chat_is_no_dialog(portal, method):
    """The portal's general chat has the number 1."""
    got = await portal.call(f"imopenlines.operator.{method}", {"CHAT_ID": 1})

    assert got.refusal == (400, "CHAT_TYPE")


@pytest.mark.pins("imopenlines.config.list.get")
@pytest.mark.parametrize("method", ["answer", "finish"])
async def test_a_dialog_of_a_line_without_rights_is_refused(method):
    async with open_portal(role="user") as portal:
        foreign = next(
            int(line["id"])
            for line in (await portal.state())["lines"]
            if portal.tokens["user_id"] not in line["queue"]
        )
        portal.lines = [foreign]
        await portal.connect()
        item = await portal.write()
        chat = int(item["session"]["CHAT_ID"])
        got = await portal.call(f"imopenlines.operator.{method}", {"CHAT_ID": chat})

    allowed = (
        {"ACCESS_DENIED"} if method == "answer" else {"ACCESS_DENIED", "ERROR_USER_NOT_OPERATOR"}
    )
    assert got.status == 400
    assert got.body["error"] in allowed


@pytest.mark.pins("imopenlines.operator.finish")
async def test_only_its_operator_can_finish_a_dialog(shop):
    chat = await shop.open_dialog()
    mine = shop.tokens["user_id"]
    users = [int(user["ID"]) for user in await shop.ok("user.get")]
    other = next(user for user in users if user != mine)
    await shop.control("reply", chat_id=chat, text="I have it", user_id=other)

    got = await shop.call("imopenlines.operator.finish", {"CHAT_ID": chat})

    assert got.status == 400
    assert got.body["error"] in {"ERROR_USER_NOT_OPERATOR", "ACCESS_DENIED"}


@pytest.mark.pins("imopenlines.operator.answer")
async def test_the_slower_operator_is_refused_with_an_empty_code(shop):
    chat = await shop.open_dialog()
    mine = shop.tokens["user_id"]
    users = [int(user["ID"]) for user in await shop.ok("user.get")]
    other = next(user for user in users if user != mine)
    await shop.control("reply", chat_id=chat, text="I have it", user_id=other)

    got = await shop.call("imopenlines.operator.answer", {"CHAT_ID": chat})

    assert got.status == 400
    assert got.body["error"] == ""
    assert "error_description" in got.body


async def answered(portal):
    chat = await portal.open_dialog()
    await portal.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await portal.queue()
    return chat


async def say(portal, chat, text="Mine"):
    return await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": text})


async def stored(portal, chat, message):
    (found,) = [each for each in (await portal.state())["chats"] if int(each["id"]) == chat]
    return next(each for each in found["messages"] if int(each["id"]) == message)


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add")
async def test_a_message_in_a_dialog_answers_with_its_number(shop):
    chat = await answered(shop)

    message = await say(shop, chat, "Mine")

    assert isinstance(message, int)
    assert (await stored(shop, chat, message))["text"] == "Mine"


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add")
async def test_a_message_over_20_000_characters_is_cut(shop):
    chat = await answered(shop)
    message = await say(shop, chat, "x" * 20_001)

    assert (await stored(shop, chat, message))["text"] == "x" * 20_000 + " (...)"


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add")
@pytest.mark.parametrize(
    ("params", "refusals"),
    [
        ({"MESSAGE": "x"}, {(400, "DIALOG_ID_EMPTY"), (400, "USER_ID_EMPTY")}),
        ({"DIALOG_ID": "", "MESSAGE": "x"}, {(400, "DIALOG_ID_EMPTY"), (400, "USER_ID_EMPTY")}),
        ({"DIALOG_ID": "chatCHAT"}, {(400, "MESSAGE_EMPTY")}),
        ({"DIALOG_ID": "chatCHAT", "MESSAGE": ""}, {(400, "MESSAGE_EMPTY")}),
        ({"DIALOG_ID": "chatCHAT", "MESSAGE": "  "}, {(400, "MESSAGE_EMPTY")}),
        (
            {"DIALOG_ID": "chat424242", "MESSAGE": "x"},
            {(403, "ACCESS_ERROR"), (400, "ACCESS_ERROR"), (400, "CHAT_ID")},
        ),
    ],
)
async def test_a_message_that_cannot_be_written_is_refused(shop, params, refusals):
    chat = await answered(shop)
    given = {key: value.replace("CHAT", str(chat)) for key, value in params.items()}

    assert (await shop.call("im.message.add", given)).refusal in refusals


@pytest.mark.pins("im.message.add")
async def test_only_members_may_write_in_a_dialog(shop):
    chat = await shop.open_dialog()

    got = await shop.call("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "x"})

    assert got.refusal == (403, "ACCESS_ERROR")


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add", "im.message.update")
async def test_an_own_message_can_be_edited(shop):
    chat = await answered(shop)
    message = await say(shop, chat)

    given = {"MESSAGE_ID": message, "MESSAGE": "Better"}
    assert await shop.ok("im.message.update", given) is True

    assert (await stored(shop, chat, message))["text"] == "Better"


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add", "im.message.update")
async def test_an_edit_to_nothing_deletes(shop):
    chat = await answered(shop)
    message = await say(shop, chat)

    assert await shop.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": ""}) is True

    assert (await stored(shop, chat, message))["deleted"] is True


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add", "im.message.update")
async def test_an_edit_without_a_text_changes_nothing(shop):
    chat = await answered(shop)
    message = await say(shop, chat)

    assert await shop.ok("im.message.update", {"MESSAGE_ID": message}) is True

    found = await stored(shop, chat, message)
    assert (found["text"], found["deleted"]) == ("Mine", False)


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add", "im.message.delete")
async def test_an_own_message_can_be_deleted(shop):
    chat = await answered(shop)
    message = await say(shop, chat)

    assert await shop.ok("im.message.delete", {"MESSAGE_ID": message}) is True

    assert (await stored(shop, chat, message))["deleted"] is True


@pytest.mark.parametrize("method", ["update", "delete"])
@pytest.mark.parametrize("message", [None, "", 0, "abc", 424_242])
async def test_a_message_that_does_not_exist_cannot_be_changed(portal, method, message):
    params = {"MESSAGE": "x"} | ({} if message is None else {"MESSAGE_ID": message})

    got = await portal.call(f"im.message.{method}", params)

    assert got.refusal in {(400, "MESSAGE_ID_ERROR"), (403, "CANT_EDIT_MESSAGE")}
    if message != 424_242:
        assert got.refusal == (400, "MESSAGE_ID_ERROR")


@pytest.mark.parametrize("method", ["update", "delete"])
async def test_a_message_of_another_operator_cannot_be_changed(shop, method):
    chat = await shop.open_dialog()
    users = [int(user["ID"]) for user in await shop.ok("user.get")]
    other = next(user for user in users if user != shop.tokens["user_id"])
    await shop.control("reply", chat_id=chat, text="Theirs", user_id=other)
    (data,) = await shop.events(ADD)
    message = int(data["MESSAGES"][0]["im"]["message_id"])

    got = await shop.call(f"im.message.{method}", {"MESSAGE_ID": message, "MESSAGE": "x"})

    assert got.refusal == (403, "CANT_EDIT_MESSAGE")


@pytest.mark.pins("imopenlines.operator.answer", "im.message.add", "im.message.update")
async def test_an_own_message_cannot_be_edited_after_three_days(shop):
    chat = await answered(shop)
    message = await say(shop, chat)
    await shop.advance(259_300)
    await shop.sign_in()

    got = await shop.call("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "late"})

    assert got.refusal == (403, "CANT_EDIT_MESSAGE")


@pytest.mark.pins(
    "imopenlines.config.list.get",
    "imopenlines.operator.answer",
    "imopenlines.operator.finish",
    "im.message.add",
    "im.message.update",
    "im.message.delete",
)
async def test_own_replies_edits_and_deletions_reach_the_channel_like_any_operator_s():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect(NEED_SIGNATURE=False)
        await portal.bind()
        chat = await answered(portal)
        message = await say(portal, chat)
        (added,) = await portal.events(ADD)
        await portal.acknowledge(added["MESSAGES"][0], "x-1")
        await portal.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Better"})
        (updated,) = await portal.events(UPDATE)
        await portal.ok("im.message.delete", {"MESSAGE_ID": message})
        (deleted,) = await portal.events(DELETE)
        await portal.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
        finished = await portal.events(FINISH)

    assert int(added["MESSAGES"][0]["im"]["message_id"]) == message
    assert updated["MESSAGES"][0]["message"] == {"id": ["x-1"], "text": "Better"}
    assert deleted["MESSAGES"][0]["message"]["id"] == "x-1"
    assert len(finished) == 1
