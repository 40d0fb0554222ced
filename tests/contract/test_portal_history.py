"""The history of a session: its maps, its squeezed keys, what it refuses."""

import pytest

from .colleagues import Webhook
from .kit import SHOP
from .scenes import answered, chat_of, row

MAPS = ("message", "usersMessage", "users", "chat", "userInChat", "files")
HISTORY_KEYS = {
    *("chatId", "sessionId", "userId", "canJoin", "canVoteHead", "sessionVoteHead"),
    *("sessionCommentHead", "openlines", "userInGroup", "woUserInGroup", "userBlockChat"),
    *MAPS,
}
USER_KEYS = {
    *("id", "name", "firstName", "lastName", "workPosition", "avatar", "gender", "connector"),
    *("bot", "extranet", "status", "lastActivityDate", "departments", "type"),
    *("avatarId", "phoneDevice", "profile", "services", "botData"),
}
CHAT_KEYS = {
    *("id", "name", "owner", "entityType", "entityId", "entityData1", "entityData2"),
    *("entityData3", "messageCount", "dateCreate", "type", "call", "callNumber", "isNew"),
}
FILE_KEYS = {
    *("id", "chatid", "date", "type", "name", "extension", "size", "status", "authorid"),
    *("urlpreview", "urlshow", "urldownload"),
}

pytestmark = pytest.mark.pins("imopenlines.session.history.get")


async def history(portal, **params):
    return await portal.ok("imopenlines.session.history.get", params)


async def of_chat(portal, chat):
    session = (await chat_of(portal, chat))["sessions"][-1]["id"]
    return await history(portal, SESSION_ID=session)


async def conversation(shop):
    """A question and an answer that the channel has acknowledged."""
    chat = await shop.open_dialog()
    reply = await shop.replied(chat, "Yes, two left.")
    await shop.acknowledge(reply, "x-901")
    return chat, reply


async def test_a_history_has_every_documented_key(shop):
    chat, _ = await conversation(shop)

    got = await of_chat(shop, chat)

    assert set(got) >= HISTORY_KEYS
    assert (got["chatId"], got["userId"]) == (chat, f"chat{chat}")
    assert type(got["sessionId"]) is int
    assert {got["canJoin"], got["canVoteHead"]} <= {"Y", "N"}
    assert type(got["sessionVoteHead"]) is int


async def test_messages_are_named_newest_first_and_stand_in_a_map(shop):
    chat, reply = await conversation(shop)

    got = await of_chat(shop, chat)

    ids = [int(each) for each in got["usersMessage"][f"chat{chat}"]]
    assert ids == sorted(ids, reverse=True)
    assert set(got["message"]) == {str(each) for each in ids}
    assert int(reply["im"]["message_id"]) in ids


async def test_a_message_has_squeezed_keys_and_texts_for_numbers(shop):
    chat, reply = await conversation(shop)

    message = (await of_chat(shop, chat))["message"][str(reply["im"]["message_id"])]

    assert set(message) >= {
        *("id", "chatid", "senderid", "recipientid", "date", "text", "textlegacy", "params"),
    }
    assert message["id"] == str(reply["im"]["message_id"])
    assert (message["chatid"], message["recipientid"]) == (str(chat), f"chat{chat}")
    assert message["senderid"] == str(reply["message"]["user_id"])
    assert message["text"] == message["textlegacy"] == "Yes, two left."


async def test_a_history_names_the_external_ids_of_an_acknowledged_message(shop):
    chat, reply = await conversation(shop)

    message = (await of_chat(shop, chat))["message"][str(reply["im"]["message_id"])]

    assert message["params"]["connectorMid"] == ["x-901"]


async def test_a_customer_s_message_carries_the_id_it_came_with(shop):
    item = await shop.write(message="m-77")
    got = await of_chat(shop, int(item["session"]["CHAT_ID"]))

    mine = [each for each in got["message"].values() if each["senderid"] == str(item["user"])]

    assert [each["params"]["connectorMid"] for each in mine] == [["m-77"]]


async def test_the_people_of_a_history_tell_customer_and_operator_apart(shop):
    item = await shop.write()
    chat = int(item["session"]["CHAT_ID"])
    await shop.control("reply", chat_id=chat, text="Hello", user_id=12)

    got = await of_chat(shop, chat)

    customer, operator = got["users"][str(item["user"])], got["users"]["12"]
    assert set(customer) >= USER_KEYS
    assert set(operator) >= USER_KEYS
    assert not {"avatarHr", "website", "email"} & set(operator)
    assert operator["profile"] == "/company/personal/user/12/"
    assert (customer["connector"], operator["connector"]) == (True, False)
    assert (customer["name"], operator["name"]) == ("Ivo", "Ann Lee")
    assert {12, int(item["user"])} <= {int(each) for each in got["userInChat"][str(chat)]}


async def test_the_chat_of_a_history_has_its_data_strings(shop):
    item = await shop.write()
    chat = item["session"]["CHAT_ID"]

    found = (await of_chat(shop, int(chat)))["chat"][str(chat)]

    assert set(found) >= CHAT_KEYS
    assert not {"restrictions", "role", "readedList", "dialogId", "counter"} & set(found)
    assert found["entityType"] == "LINES"
    assert found["entityId"] == f"{SHOP}|{shop.lines[0]}|conv-1|{item['user']}"
    assert found["entityData1"].split("|")[5] == str(item["session"]["ID"])


async def test_files_of_a_history_stand_in_a_map(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Look", files=[{"name": "lamp.png"}])

    got = await of_chat(shop, chat)

    ((number, file),) = got["files"].items()
    assert set(file) >= FILE_KEYS
    assert set(file["viewerattrs"]) >= {"viewertype", "objectid", "viewergroupby", "imchatid"}
    assert (file["name"], file["extension"], file["type"]) == ("lamp.png", "png", "image")
    named = [each["params"] for each in got["message"].values() if each["params"]]
    assert [int(number)] in [[int(i) for i in each.get("fileId", [])] for each in named]


async def test_the_older_form_of_a_text_is_html(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="[b]Two[/b] left & <one>[br]more")

    got = await of_chat(shop, chat)

    found = {each["text"]: each["textlegacy"] for each in got["message"].values()}
    legacy = found["[b]Two[/b] left & <one>[br]more"]
    assert legacy == "<b>Two</b> left &amp; &lt;one&gt;<br />more"


async def test_a_history_is_of_one_session(shop):
    chat = await answered(shop)
    first = (await chat_of(shop, chat))["sessions"][-1]["id"]
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
    await shop.write(message="m-2", text="Another day")

    old, new = await history(shop, SESSION_ID=first), await history(shop, CHAT_ID=chat)

    assert (old["sessionId"], new["sessionId"] != first) == (first, True)
    assert "Another day" not in {each["text"] for each in old["message"].values()}
    assert "Another day" in {each["text"] for each in new["message"].values()}


async def test_a_chat_number_means_its_latest_session(shop):
    chat = await shop.open_dialog()
    latest = (await chat_of(shop, chat))["sessions"][-1]["id"]

    assert (await history(shop, CHAT_ID=str(chat)))["sessionId"] == latest


@pytest.mark.parametrize(
    ("params", "codes"),
    [
        ({}, {"MISSING_REQUIRED_PARAM"}),
        ({"SESSION_ID": 424_242}, {"INVALID_SESSION_ID", "ACCESS_DENIED"}),
        ({"SESSION_ID": "abc"}, {"INVALID_SESSION_ID", "MISSING_REQUIRED_PARAM"}),
        ({"SESSION_ID": [1]}, {"INVALID_SESSION_ID", "MISSING_REQUIRED_PARAM", "ACCESS_DENIED"}),
        ({"CHAT_ID": 424_242}, {"INVALID_SESSION_ID", "ACCESS_DENIED"}),
        ({"CHAT_ID": 1}, {"INVALID_SESSION_ID", "ACCESS_DENIED"}),
    ],
)
async def test_a_history_of_nothing_is_refused(shop, params, codes):
    got = await shop.call("imopenlines.session.history.get", params)

    assert got.status == 400
    assert got.body["error"] in codes


async def test_a_history_without_a_name_says_what_is_missing(shop):
    got = await shop.call("imopenlines.session.history.get")

    assert got.text == "Session ID or Chat ID must be provided"


async def test_a_history_can_be_read_through_a_webhook(shop):
    chat = await answered(shop)

    got = await Webhook(shop).ok("imopenlines.session.history.get", {"CHAT_ID": chat})

    assert got["chatId"] == chat


@pytest.mark.parametrize("method", [row("imopenlines.session.head.vote")])
async def test_a_supervisor_s_rating_stands_in_the_history(shop, method):
    chat = await answered(shop)
    session = (await chat_of(shop, chat))["sessions"][-1]["id"]
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})

    given = {"SESSION_ID": session, "RATING": 4, "COMMENT": "Kind and quick"}
    assert await shop.ok(method, given) is True

    got = await history(shop, SESSION_ID=session)
    assert (got["sessionVoteHead"], got["sessionCommentHead"]) == (4, "Kind and quick")
