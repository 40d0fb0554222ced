"""Changing customers' messages, and lines that refuse every command."""

import pytest

from .kit import SHOP, incoming, registration
from .scenes import spoken, texts

NEED_AN_ACTIVE_LINE = ["send.messages", "update.messages", "delete.messages"]


@pytest.mark.parametrize("method", NEED_AN_ACTIVE_LINE)
async def test_an_inactive_line_refuses(portal, method):
    await portal.ok("imconnector.register", registration())

    got = await portal.call(f"imconnector.{method}", portal.about(MESSAGES=[incoming()]))

    assert got.refusal == (400, "NOT_ACTIVE_LINE")
    assert got.text


@pytest.mark.parametrize("method", NEED_AN_ACTIVE_LINE)
async def test_a_connector_in_error_refuses_until_it_is_activated_again(shop, method):
    await shop.write()
    await shop.ok("imconnector.set.error", shop.about())
    given = shop.about(MESSAGES=[incoming()])

    assert (await shop.call(f"imconnector.{method}", given)).refusal == (400, "NOT_ACTIVE_LINE")

    await shop.activate(shop.lines[0])
    await shop.ok(f"imconnector.{method}", given)


@pytest.mark.parametrize("method", NEED_AN_ACTIVE_LINE)
async def test_a_line_that_does_not_exist_refuses_although_activation_said_yes(shop, method):
    await shop.activate(99_999)
    given = {"CONNECTOR": SHOP, "LINE": 99_999, "MESSAGES": [incoming()]}

    assert (await shop.call(f"imconnector.{method}", given)).refusal == (400, "NOT_ACTIVE_LINE")


@pytest.mark.parametrize("method", NEED_AN_ACTIVE_LINE)
async def test_a_connector_nobody_registered_has_no_provider(portal, method):
    await portal.activate(portal.lines[0], "nobody")

    got = await portal.call(f"imconnector.{method}", portal.about("nobody", MESSAGES=[incoming()]))

    assert got.refusal == (400, "IMCONNECTOR_NO_CORRECT_PROVIDER")


@pytest.mark.parametrize("method", NEED_AN_ACTIVE_LINE)
async def test_after_unregister_nothing_can_be_sent(shop, method):
    await shop.ok("imconnector.unregister", {"ID": SHOP})

    got = await shop.call(f"imconnector.{method}", shop.about(MESSAGES=[incoming()]))

    assert got.status == 400
    assert got.body["error"] in {"NOT_ACTIVE_LINE", "IMCONNECTOR_NO_CORRECT_PROVIDER"}


async def test_an_update_changes_the_text_and_names_no_session(shop):
    sent = await shop.write("Is the blue lamp in stock?")

    (item,) = await shop.send([incoming("Is the red lamp in stock?")], "update.messages")

    assert item["SUCCESS"] is True
    assert item["user"] == sent["user"]
    assert item["message"]["text"] == "Is the red lamp in stock?"
    assert "session" not in item
    assert "files" not in item["message"]
    assert await texts(shop, int(sent["session"]["CHAT_ID"])) == ["Is the red lamp in stock?"]


async def test_an_update_of_the_unknown_is_a_silent_success(shop):
    sent = await shop.write("original")

    (item,) = await shop.send([incoming("other", message="m-404")], "update.messages")

    assert item["SUCCESS"] is True
    assert await texts(shop, int(sent["session"]["CHAT_ID"])) == ["original"]


@pytest.mark.parametrize(("age", "after"), [(259_100, "changed"), (259_300, "original")])
async def test_a_message_can_be_updated_for_three_days(shop, age, after):
    sent = await shop.write("original")
    await shop.advance(age)
    await shop.sign_in()

    (item,) = await shop.send([incoming("changed")], "update.messages")

    assert item["SUCCESS"] is True
    assert (await texts(shop, int(sent["session"]["CHAT_ID"])))[0] == after


@pytest.mark.pins("imconnector.update.messages")
async def test_an_update_without_text_fails_as_an_item(shop):
    await shop.write()

    (item,) = await shop.send([{**incoming(), "message": {"id": "m-1"}}], "update.messages")

    assert item["SUCCESS"] is False
    assert item["ERRORS"]


@pytest.mark.pins("imconnector.update.messages")
async def test_an_update_raises_no_event(shop):
    await shop.write()
    await shop.queue()
    await shop.send([incoming("changed")], "update.messages")

    assert await shop.queue() == []


async def test_a_delete_marks_the_message(shop):
    sent = await shop.write("Forget it")
    gone = {"user": {"id": "u-1"}, "message": {"id": "m-1"}, "chat": {"id": "conv-1"}}

    (item,) = await shop.send([gone], "delete.messages")

    assert item["SUCCESS"] is True
    assert item["message"]["id"] == "m-1"
    assert item["chat"]["id"] == "conv-1"
    (message,) = await spoken(shop, int(sent["session"]["CHAT_ID"]))
    assert message["deleted"] is True


@pytest.mark.pins("imconnector.delete.messages")
async def test_fields_sent_with_a_delete_are_echoed(shop):
    await shop.write()
    gone = {
        "user": {"id": "u-1"},
        "message": {"id": "m-1", "note": "typo"},
        "chat": {"id": "conv-1", "url": "https://shop.example/c"},
    }

    (item,) = await shop.send([gone], "delete.messages")

    assert item["message"] == {"id": "m-1", "note": "typo"}
    assert item["chat"]["description"] == "Link to the original post: https://shop.example/c"


@pytest.mark.pins("imconnector.delete.messages")
async def test_a_delete_of_the_unknown_is_a_success(shop):
    sent = await shop.write("stays")
    gone = {"user": {"id": "u-1"}, "message": {"id": "m-404"}, "chat": {"id": "conv-1"}}

    (item,) = await shop.send([gone], "delete.messages")

    assert item["SUCCESS"] is True
    (message,) = await spoken(shop, int(sent["session"]["CHAT_ID"]))
    assert message["deleted"] is False


@pytest.mark.pins("imconnector.update.messages", "imconnector.delete.messages")
async def test_no_command_works_without_an_active_chat_to_look_in(shop):
    (updated,) = await shop.send([incoming("text", chat="conv-404")], "update.messages")
    gone = {"user": {"id": "u-9"}, "message": {"id": "m-1"}, "chat": {"id": "conv-404"}}
    (deleted,) = await shop.send([gone], "delete.messages")

    assert (updated["SUCCESS"], deleted["SUCCESS"]) == (True, True)
    assert (await shop.state())["chats"] == []


async def test_a_switched_off_line_accepts_customers_and_sends_nothing_out(shop):
    shop.switch_line_off(shop.lines[0])

    item = await shop.write()
    refused = await shop.http.post(
        shop.details["control"] + "reply",
        json={"chat_id": int(item["session"]["CHAT_ID"]), "text": "Yes"},
    )

    assert item["SUCCESS"] is True
    assert refused.status_code in {200, 409}
    assert await shop.events("OnImConnectorMessageAdd") == []
