"""Delivery and reading receipts, and renaming a chat."""

import pytest

from .kit import SHOP, registration
from .scenes import chat_of

METHODS = ["send.status.delivery", "send.status.reading"]


def receipt(message, *ids, **more):
    return {"im": message["im"], "message": {"id": list(ids), **more}, "chat": message["chat"]}


@pytest.mark.parametrize(
    "method",
    [pytest.param(each, marks=pytest.mark.pins(f"imconnector.{each}")) for each in METHODS],
)
async def test_a_receipt_is_answered_with_success_and_empty_data(shop, method):
    message = await shop.replied(await shop.open_dialog())

    got = await shop.ok(
        f"imconnector.{method}", shop.about(MESSAGES=[receipt(message, "x-1", date=1_767_000_123)])
    )

    assert got == {"SUCCESS": True, "DATA": []}


@pytest.mark.parametrize("method", METHODS)
async def test_a_receipt_for_a_message_that_does_not_exist_is_a_success(shop, method):
    nowhere = {
        "im": {"chat_id": 1, "message_id": 2},
        "message": {"id": ["x"]},
        "chat": {"id": "conv"},
    }

    got = await shop.ok(f"imconnector.{method}", shop.about(MESSAGES=[nowhere]))

    assert got == {"SUCCESS": True, "DATA": []}


@pytest.mark.parametrize("method", METHODS)
async def test_a_receipt_for_an_unknown_connector_has_no_provider(portal, method):
    got = await portal.call(f"imconnector.{method}", portal.about("nobody", MESSAGES=[]))

    assert got.refusal == (400, "IMCONNECTOR_NO_CORRECT_PROVIDER")


@pytest.mark.parametrize("method", METHODS)
async def test_receipts_are_taken_while_the_line_is_in_error(shop, method):
    message = await shop.replied(await shop.open_dialog())
    await shop.ok("imconnector.set.error", shop.about())

    got = await shop.ok(f"imconnector.{method}", shop.about(MESSAGES=[receipt(message, "x-1")]))

    assert got["SUCCESS"] is True


async def stored(shop, message):
    chat = await chat_of(shop, int(message["im"]["chat_id"]))
    wanted = int(message["im"]["message_id"])
    (found,) = [each for each in chat["messages"] if int(each["id"]) == wanted]
    return found


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_an_operator_s_message_is_undelivered_until_its_receipt(shop):
    message = await shop.replied(await shop.open_dialog())
    assert not (await stored(shop, message))["delivered"]

    await shop.acknowledge(message, "x-1")

    found = await stored(shop, message)
    assert found["delivered"]
    assert found["external_ids"] == ["x-1"]


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_one_portal_message_may_have_several_external_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1", "x-2")

    assert (await stored(shop, message))["external_ids"] == ["x-1", "x-2"]


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_only_the_first_receipt_sets_the_external_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")
    await shop.acknowledge(message, "x-other")

    assert (await stored(shop, message))["external_ids"] == ["x-1"]


@pytest.mark.pins("imconnector.send.status.reading")
async def test_a_reading_receipt_teaches_the_portal_no_external_id(shop):
    message = await shop.replied(await shop.open_dialog())
    given = shop.about(MESSAGES=[receipt(message, "x-1")])
    await shop.ok("imconnector.send.status.reading", given)

    found = await stored(shop, message)
    assert found["external_ids"] == []
    assert not found["delivered"]


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_ids_of_a_receipt_may_be_numeric_strings(shop):
    message = await shop.replied(await shop.open_dialog())
    message = {**message, "im": {key: str(value) for key, value in message["im"].items()}}

    await shop.acknowledge(message, "x-1")

    assert (await stored(shop, message))["external_ids"] == ["x-1"]


def rename(shop, **changes):
    given = shop.about(CHAT_ID="conv-1", USER_ID="u-1", NAME="VIP: Ivo")
    given = {**given, **changes}
    return {key: value for key, value in given.items() if value is not None}


@pytest.mark.pins("imconnector.chat.name.set")
async def test_a_rename_answers_success_with_an_empty_object(shop):
    await shop.open_dialog()

    got = await shop.ok("imconnector.chat.name.set", rename(shop))

    assert got["SUCCESS"] is True
    assert not got["DATA"]["RESULT"]


@pytest.mark.pins("imconnector.chat.name.set")
async def test_a_rename_changes_the_title_of_the_portal_s_chat(shop):
    chat = await shop.open_dialog()
    await shop.ok("imconnector.chat.name.set", rename(shop))

    assert (await chat_of(shop, chat))["title"] == "VIP: Ivo"


@pytest.mark.pins("imconnector.chat.name.set")
async def test_a_title_is_cut_to_255_characters(shop):
    chat = await shop.open_dialog()
    await shop.ok("imconnector.chat.name.set", rename(shop, NAME="я" * 300))

    assert (await chat_of(shop, chat))["title"] == "я" * 255


@pytest.mark.pins("imconnector.chat.name.set")
@pytest.mark.parametrize("name", ["CONNECTOR", "LINE", "CHAT_ID", "NAME", "USER_ID"])
@pytest.mark.parametrize("value", [None, "", 0, "0"])
async def test_a_rename_refuses_every_empty_value(shop, name, value):
    await shop.open_dialog()

    got = await shop.call("imconnector.chat.name.set", rename(shop, **{name: value}))

    assert got.refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.pins("imconnector.chat.name.set")
async def test_a_group_chat_is_renamed_without_a_user(portal):
    await portal.connect(CHAT_GROUP=True)
    chat = await portal.open_dialog()

    got = await portal.ok("imconnector.chat.name.set", rename(portal, USER_ID=None))

    assert got["SUCCESS"] is True
    assert (await chat_of(portal, chat))["title"] == "VIP: Ivo"


@pytest.mark.pins("imconnector.chat.name.set")
async def test_an_unknown_user_renames_nothing_and_succeeds(shop):
    chat = await shop.open_dialog()
    before = (await chat_of(shop, chat))["title"]

    assert (await shop.ok("imconnector.chat.name.set", rename(shop, USER_ID="u-404")))["SUCCESS"]

    assert (await chat_of(shop, chat))["title"] == before


@pytest.mark.pins("imconnector.chat.name.set")
async def test_renaming_a_chat_that_is_not_there_fails(shop):
    await shop.open_dialog()

    got = await shop.call("imconnector.chat.name.set", rename(shop, CHAT_ID="conv-404"))

    assert got.refusal == (400, "CHAT_RENAMING_FAILED")


@pytest.mark.pins("imconnector.chat.name.set")
async def test_renaming_a_closed_dialog_fails(shop):
    chat = await shop.open_dialog()
    await shop.control("close", chat_id=chat)

    got = await shop.call("imconnector.chat.name.set", rename(shop))

    assert got.refusal == (400, "CHAT_RENAMING_FAILED")


@pytest.mark.pins("imconnector.chat.name.set")
async def test_renaming_on_an_inactive_line_is_refused(portal):
    await portal.ok("imconnector.register", registration())

    got = await portal.call("imconnector.chat.name.set", rename(portal))

    assert got.refusal == (400, "NOT_ACTIVE_LINE")


@pytest.mark.pins("imconnector.chat.name.set")
async def test_renaming_after_set_error_is_refused(shop):
    await shop.open_dialog()
    await shop.ok("imconnector.set.error", shop.about())

    got = await shop.call("imconnector.chat.name.set", rename(shop))

    assert got.refusal == (400, "NOT_ACTIVE_LINE")


@pytest.mark.pins("imconnector.chat.name.set")
async def test_renaming_for_an_unknown_connector_has_no_provider(portal):
    await portal.activate(portal.lines[0], "nobody")

    got = await portal.call("imconnector.chat.name.set", rename(portal, CONNECTOR="nobody"))

    assert got.refusal == (400, "IMCONNECTOR_NO_CORRECT_PROVIDER")


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_receipts_for_a_connector_in_upper_case_count(shop):
    message = await shop.replied(await shop.open_dialog())
    given = shop.about(SHOP.upper(), MESSAGES=[receipt(message, "x-1")])

    await shop.ok("imconnector.send.status.delivery", given)

    assert (await stored(shop, message))["external_ids"] == ["x-1"]


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_a_delivered_message_counts_as_read(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")

    assert (await stored(shop, message))["read"]


@pytest.mark.pins("imconnector.send.status.delivery")
async def test_several_receipts_in_one_call_all_count(shop):
    chat = await shop.open_dialog()
    messages = [await shop.replied(chat, text) for text in ("one", "two")]
    rows = [receipt(message, f"x-{n}") for n, message in enumerate(messages)]

    await shop.ok("imconnector.send.status.delivery", shop.about(MESSAGES=rows))

    assert [(await stored(shop, each))["external_ids"] for each in messages] == [["x-0"], ["x-1"]]
