"""A dialog as an application reads it: the chat of an open line, found in four ways."""

import pytest

from .colleagues import Webhook, employee
from .kit import SHOP
from .scenes import answered, chat_of, dialog_on, row

DIALOG_KEYS = {
    *("id", "dialog_id", "name", "owner", "type", "message_type", "entity_type", "entity_id"),
    *("entity_data_1", "entity_data_2", "entity_data_3", "date_create", "avatar", "color"),
    *("extranet", "role", "counter", "user_counter", "message_count", "last_message_id"),
    *("unread_id", "manager_list", "mute_list", "readed_list", "restrictions", "permissions"),
    *("entity_link", "text_field_enabled", "is_new"),
}


async def read(portal, chat):
    return await portal.ok("imopenlines.dialog.get", {"CHAT_ID": chat})


@pytest.mark.pins("imopenlines.dialog.get")
async def test_a_dialog_has_every_documented_key(shop):
    chat = await answered(shop)

    got = await read(shop, chat)

    assert set(got) >= DIALOG_KEYS
    assert (got["id"], got["dialog_id"]) == (chat, f"chat{chat}")
    assert (got["type"], got["message_type"], got["entity_type"]) == ("lines", "L", "LINES")
    assert got["name"]
    assert all(type(got[key]) is int for key in ("message_count", "last_message_id", "counter"))
    assert all(type(got[key]) is list for key in ("manager_list", "mute_list", "readed_list"))


@pytest.mark.pins("imopenlines.dialog.get")
async def test_a_dialog_is_keyed_by_connector_line_chat_and_customer(shop):
    item = await shop.write(chat="conv-88")
    chat = int(item["session"]["CHAT_ID"])

    key = f"{SHOP}|{shop.lines[0]}|conv-88|{item['user']}"
    got = await read(shop, chat)

    assert got["entity_id"] == key
    assert got["entity_link"] == {"type": "LINES", "url": "", "id": key}


@pytest.mark.pins("imopenlines.dialog.get")
async def test_the_first_data_string_holds_ten_parts_with_session_and_moment(shop):
    item = await shop.write()
    parts = (await read(shop, int(item["session"]["CHAT_ID"])))["entity_data_1"].split("|")

    assert len(parts) == 10
    assert parts[0] in {"Y", "N"}
    assert parts[1] in {"LEAD", "DEAL", "NONE"}
    assert parts[3:5] == ["N", "N"]
    assert parts[5] == str(item["session"]["ID"])
    assert int(parts[6]) > 1_500_000_000
    assert parts[7:] == ["0", "0", "0"]


@pytest.mark.pins("imopenlines.dialog.get")
async def test_the_second_data_string_pairs_kinds_of_records_with_numbers(shop):
    parts = (await read(shop, await shop.open_dialog()))["entity_data_2"].split("|")

    assert parts[::2] == ["LEAD", "COMPANY", "CONTACT", "DEAL"]
    assert all(number.isdecimal() for number in parts[1::2])


@pytest.mark.pins("imopenlines.dialog.get", "imopenlines.session.mode.silent")
async def test_the_third_data_string_is_the_silent_mode(shop):
    chat = await answered(shop)
    assert (await read(shop, chat))["entity_data_3"] == "N"

    await shop.ok("imopenlines.session.mode.silent", {"CHAT_ID": chat, "ACTIVATE": "Y"})

    assert (await read(shop, chat))["entity_data_3"] == "Y"


@pytest.mark.pins("imopenlines.dialog.get")
async def test_a_dialog_is_found_in_four_ways(shop):
    item = await shop.write()
    chat = int(item["session"]["CHAT_ID"])
    code = (await chat_of(shop, chat))["user_code"]
    ways = [
        {"CHAT_ID": chat},
        {"CHAT_ID": str(chat)},
        {"DIALOG_ID": f"chat{chat}"},
        {"SESSION_ID": item["session"]["ID"]},
        {"USER_CODE": code},
        {"USER_CODE": f"imol|{code}"},
    ]

    found = [(await shop.ok("imopenlines.dialog.get", way))["id"] for way in ways]

    assert found == [chat] * len(ways)


@pytest.mark.pins("imopenlines.dialog.get")
async def test_a_dialog_counts_its_messages(shop):
    chat = await answered(shop)
    before = await read(shop, chat)

    await shop.write(message="m-2", text="And a bulb?")

    after = await read(shop, chat)
    assert after["message_count"] == before["message_count"] + 1
    assert after["last_message_id"] > before["last_message_id"]


@pytest.mark.pins("imopenlines.dialog.get")
@pytest.mark.parametrize(
    "params",
    [
        {},
        {"CHAT_ID": ""},
        {"CHAT_ID": 424_242},
        {"CHAT_ID": 1},
        {"CHAT_ID": [7734]},
        {"DIALOG_ID": "chat424242"},
        {"DIALOG_ID": "nonsense"},
        {"SESSION_ID": 424_242},
        {"USER_CODE": "acme_shopchat|42|nowhere|1"},
    ],
)
async def test_a_dialog_that_is_not_there_is_refused(shop, params):
    await shop.open_dialog()

    got = await shop.call("imopenlines.dialog.get", params)

    assert got.refusal in {(400, "ACCESS_ERROR"), (403, "ACCESS_ERROR")}
    assert got.text == "You do not have access to the specified dialog"


@pytest.mark.parametrize(
    ("method", "code"),
    [
        row("imopenlines.dialog.get", "ACCESS_ERROR"),
        row("imopenlines.session.open", "ACCESS_DENIED"),
        row("imopenlines.session.history.get", "ACCESS_DENIED"),
    ],
)
async def test_a_person_of_another_line_does_not_see_the_dialog(shop, method, code):
    chat = await dialog_on(shop, shop.lines[1])
    row_ = await chat_of(shop, chat)
    ann = await employee(shop)
    ways = {
        "imopenlines.session.open": {"USER_CODE": row_["user_code"]},
        "imopenlines.session.history.get": {"SESSION_ID": row_["sessions"][-1]["id"]},
    }

    got = await ann.call(method, ways.get(method, {"CHAT_ID": chat}))

    assert got.body.get("error") == code
    assert got.status in {400, 403}


@pytest.mark.pins("imopenlines.session.open")
async def test_a_dialog_key_leads_to_its_chat_as_a_text(shop):
    chat = await shop.open_dialog()
    code = (await chat_of(shop, chat))["user_code"]

    assert await shop.ok("imopenlines.session.open", {"USER_CODE": code}) == {"chatId": str(chat)}


@pytest.mark.pins("imopenlines.session.open")
async def test_looking_a_closed_dialog_up_opens_no_session(shop):
    chat = await answered(shop)
    code = (await chat_of(shop, chat))["user_code"]
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})

    assert await shop.ok("imopenlines.session.open", {"USER_CODE": code}) == {"chatId": str(chat)}

    row_ = await chat_of(shop, chat)
    assert (row_["state"], len(row_["sessions"])) == ("closed", 1)


@pytest.mark.pins("imopenlines.session.open")
@pytest.mark.parametrize(
    "code", [None, "", "nonsense", "a|b|c|d", "ACME_SHOPCHAT|42|conv-1|914", ["x"]]
)
async def test_a_dialog_key_that_fits_nothing_is_refused(shop, code):
    await shop.open_dialog()
    params = {} if code is None else {"USER_CODE": code}

    got = await shop.call("imopenlines.session.open", params)

    assert got.refusal == (400, "ACCESS_DENIED")


@pytest.mark.pins("imopenlines.dialog.get", "imopenlines.session.open")
async def test_dialogs_can_be_read_through_a_webhook(shop):
    chat = await answered(shop)
    code = (await chat_of(shop, chat))["user_code"]
    hook = Webhook(shop)

    assert (await hook.ok("imopenlines.dialog.get", {"CHAT_ID": chat}))["id"] == chat
    assert await hook.ok("imopenlines.session.open", {"USER_CODE": code}) == {"chatId": str(chat)}


@pytest.mark.pins("imopenlines.dialog.multi.get")
async def test_parallel_dialogs_of_a_customer_can_be_asked_for(shop):
    chat = await answered(shop)

    got = await shop.ok("imopenlines.dialog.multi.get", {"CHAT_ID": chat})

    assert f"chat{chat}" in str(got)
