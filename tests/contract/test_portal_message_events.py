"""Events of messages: who causes them, what they carry, when they stay away."""

import pytest

from .kit import SEVEN, SHOP, incoming
from .scenes import answered, attempt, spoken

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN


async def author_of(portal, message):
    (user,) = await portal.ok("user.get", {"ID": message["message"]["user_id"]})
    return f"{user['NAME']} {user['LAST_NAME']}"


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_reply_in_the_portal_becomes_a_message_event(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Yes, two left.")

    (data,) = await shop.events(ADD)

    assert set(data) == {"CONNECTOR", "LINE", "MESSAGES"}
    assert data["CONNECTOR"] == SHOP
    assert data["LINE"] == str(shop.lines[0])
    (message,) = data["MESSAGES"]
    assert set(message) >= {"im", "message", "chat"}
    assert int(message["im"]["chat_id"]) == chat
    assert int(message["im"]["message_id"]) > 0
    assert message["chat"] == {"id": "conv-1"}
    assert int(message["message"]["user_id"]) > 0
    assert "id" not in message["message"]


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_reply_begins_with_the_operator_s_name_in_bold(shop):
    message = await shop.replied(await shop.open_dialog(), "Yes, two left.")

    author = await author_of(shop, message)
    assert message["message"]["text"] == f"[b]{author}:[/b] [br]Yes, two left."


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_without_a_signature_the_text_stands_alone(portal):
    await portal.connect(NEED_SIGNATURE=False)
    await portal.bind()

    message = await portal.replied(await portal.open_dialog(), "Да, две. [b]x[/b] <i>")

    assert message["message"]["text"] == "Да, две. [b]x[/b] <i>"


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_the_event_says_who_caused_it(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Yes")
    (row,) = await shop.queue()

    author = row["EVENT_DATA"]["MESSAGES"][0]["message"]["user_id"]
    assert str(row["EVENT_ADDITIONAL"]["user_id"]) == str(author)


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_another_operator_may_be_the_author(shop):
    users = [int(user["ID"]) for user in await shop.ok("user.get")]
    names = set()
    for user in users:
        chat = await shop.open_dialog(chat=f"conv-{user}")
        await shop.control("reply", chat_id=chat, text="Hello", user_id=user)
        (data,) = await shop.events(ADD)
        message = data["MESSAGES"][0]
        assert int(message["message"]["user_id"]) == user
        names.add(message["message"]["text"].split(":")[0])

    assert len(names) == len(users)


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_each_reply_has_a_message_id_of_its_own(shop):
    chat = await shop.open_dialog()
    found = {(await shop.replied(chat, "Yes"))["im"]["message_id"] for _ in range(3)}

    assert len(found) == 3


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORMESSAGEUPDATE")
async def test_an_edit_of_a_delivered_message_becomes_an_update_with_a_list_of_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-901")
    await shop.control("edit", message_id=int(message["im"]["message_id"]), text="Three left.")

    (data,) = await shop.events(UPDATE)

    author = await author_of(shop, message)
    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (changed,) = data["MESSAGES"]
    assert changed["im"] == message["im"]
    assert changed["chat"] == {"id": "conv-1"}
    assert changed["message"]["id"] == ["x-901"]
    assert changed["message"]["text"] == f"[b]{author}:[/b][br] Three left."


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORMESSAGEDELETE")
async def test_a_deletion_of_a_delivered_message_becomes_an_event_with_a_string_id(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-901")
    await shop.control("delete", message_id=int(message["im"]["message_id"]))

    (data,) = await shop.events(DELETE)

    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (gone,) = data["MESSAGES"]
    assert gone["im"] == message["im"]
    assert gone["message"] == {"id": "x-901"}
    assert gone["chat"] == {"id": "conv-1"}


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORMESSAGEDELETE")
async def test_a_deletion_names_each_of_several_external_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1", "x-2")
    await shop.control("delete", message_id=int(message["im"]["message_id"]))

    found = await shop.events(DELETE)

    gone = [each["message"]["id"] for data in found for each in data["MESSAGES"]]
    assert gone == ["x-1", "x-2"]


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_without_a_receipt_neither_edit_nor_deletion_is_told(shop, act):
    message = await shop.replied(await shop.open_dialog())
    got = await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    assert (got["sent"], "acknowledged" in got["why"]) == (False, True)
    assert await shop.queue() == []


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_a_reading_receipt_is_no_delivery_receipt(shop, act):
    message = await shop.replied(await shop.open_dialog())
    read = {"im": message["im"], "message": {"id": ["x-1"]}, "chat": message["chat"]}
    await shop.ok("imconnector.send.status.reading", shop.about(MESSAGES=[read]))
    await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    assert await shop.queue() == []


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_later_receipts_do_not_change_the_ids_of_the_events(shop, act):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-first")
    await shop.acknowledge(message, "x-second")
    await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    (row,) = await shop.queue()
    told = row["EVENT_DATA"]["MESSAGES"][0]["message"]["id"]
    assert told == (["x-first"] if act == "edit" else "x-first")


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
@pytest.mark.parametrize(
    ("act", "flag"), [("edit", "EDIT_INTERNAL_MESSAGES"), ("delete", "DEL_INTERNAL_MESSAGES")]
)
async def test_a_connector_may_forbid_edits_and_deletions(portal, act, flag):
    await portal.connect(**{flag: False})
    await portal.bind()
    message = await portal.replied(await portal.open_dialog())
    await portal.acknowledge(message, "x-1")

    await attempt(portal, act, message_id=int(message["im"]["message_id"]), text="Three")

    assert await portal.queue() == []


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
@pytest.mark.parametrize(("act", "told"), [("edit", 0), ("delete", 1)])
async def test_after_three_days_edits_are_over_and_deletions_are_not(shop, act, told):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")
    await shop.advance(259_300)
    await shop.sign_in()

    await attempt(shop, act, message_id=int(message["im"]["message_id"]), text="Three")

    names = {UPDATE.upper(), DELETE.upper()}
    assert len([row for row in await shop.queue() if row["EVENT_NAME"] in names]) == told


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORMESSAGEUPDATE")
async def test_two_edits_to_the_same_text_wait_as_one_row(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")
    for text in ("Three", "Four", "Three"):
        await shop.control("edit", message_id=int(message["im"]["message_id"]), text=text)

    assert len(await shop.events(UPDATE)) == 2


async def first_customer_message(portal, chat):
    return int((await spoken(portal, chat))[0]["id"])


async def test_a_customer_s_message_deleted_by_an_operator_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.control("delete", message_id=await first_customer_message(shop, chat))

    assert await shop.queue() == []


async def test_a_reply_to_a_broken_channel_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.ok("imconnector.set.error", shop.about())
    await attempt(shop, "reply", chat_id=chat, text="Anybody there?")

    assert await shop.events(ADD) == []


async def test_a_reply_to_a_disconnected_channel_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.activate(shop.lines[0], active=0)
    await attempt(shop, "reply", chat_id=chat, text="Anybody there?")

    assert await shop.events(ADD) == []


async def test_a_system_message_is_not_told(open_shop):
    chat = await answered(open_shop)
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "note", "SYSTEM": "Y"}
    await open_shop.ok("im.message.add", given)

    assert await open_shop.events(ADD) == []


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_reply_with_files_names_their_links(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Here", files=[{"name": "lamp.png"}])

    (data,) = await shop.events(ADD)

    (file,) = data["MESSAGES"][0]["message"]["files"]
    assert file["name"] == "lamp.png"
    assert file["type"] == "image"
    assert file["link"].startswith("http")


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_second_connector_has_events_of_its_own(shop):
    await shop.connect("acme_second")
    given = shop.about("acme_second", MESSAGES=[incoming()])
    (item,) = (await shop.ok("imconnector.send.messages", given))["DATA"]["RESULT"]
    await shop.control("reply", chat_id=int(item["session"]["CHAT_ID"]), text="Yes")

    (data,) = await shop.events(ADD)
    assert data["CONNECTOR"] == "acme_second"


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_reply_of_files_alone_is_the_name_and_a_blank(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, files=[{"name": "lamp.png"}])

    (data,) = await shop.events(ADD)

    message = data["MESSAGES"][0]
    assert message["message"]["text"] == f"[b]{await author_of(shop, message)}:[/b] "
    assert len(message["message"]["files"]) == 1
