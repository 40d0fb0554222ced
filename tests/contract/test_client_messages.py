"""The client's messages and receipts: what it sends, how it reads each item of an answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.bitrix.errors import BitrixError, Garbled, MethodMissing, Refused
from app.bitrix.imconnector import Ack, MessageRef, OutgoingMessage
from app.domain.dialog import Attachment, Customer

AT = datetime(2026, 1, 2, 9, 22, tzinfo=UTC)


def message(number=1, **changes):
    customer = Customer(id="u-1", name="Ivo", chat="conv-1", last_name="Lamp")
    given = {"customer": customer, "external_id": f"m-{number}", "text": "Hello", "at": AT}
    return OutgoingMessage(**{**given, **changes})


def sent(vendor):
    return {key: value for key, value in vendor.asked[-1].params.items() if key != "auth"}


def item(number=1, **changes):
    given = {
        "user": "914",
        "message": {"id": f"m-{number}", "date": {}, "text": "Hello", "files": []},
        "chat": {"id": "conv-1", "name": "Shop chat"},
        "SUCCESS": True,
        "session": {"ID": "2051", "CHAT_ID": "7734"},
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


def answer(rows):
    return {"SUCCESS": True, "DATA": {"RESULT": rows}}


async def test_a_message_is_sent_in_the_vendor_s_words(connectors, vendor):
    vendor.result("imconnector.send.messages", answer([item()]))
    file = Attachment("a.png", "https://acme.example/a.png", "image")

    await connectors.send_messages(
        "Acme",
        42,
        [message(attachments=(file,), customer=replace(message().customer, chat_name="Shop chat"))],
    )

    assert sent(vendor) == {
        "CONNECTOR": "acme",
        "LINE": 42,
        "MESSAGES": [
            {
                "user": {"id": "u-1", "name": "Ivo", "last_name": "Lamp"},
                "message": {
                    "id": "m-1",
                    "date": int(AT.timestamp()),
                    "text": "Hello",
                    "files": [{"url": "https://acme.example/a.png", "name": "a.png"}],
                },
                "chat": {"id": "conv-1", "name": "Shop chat"},
            }
        ],
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (item(), (True, "914", 2051, 7734)),
        (item(user=914, session={"ID": 2051, "CHAT_ID": 7734}), (True, "914", 2051, 7734)),
        (item(SUCCESS="Y"), (True, "914", 2051, 7734)),
        (item(session=None), (True, "914", None, None)),
        (item(session=[]), (True, "914", None, None)),
        (item(session=False), (True, "914", None, None)),
        (item(message={"files": {"1": "30513"}}), (True, "914", 2051, 7734)),
        (item(message=[], chat=[]), (True, "914", 2051, 7734)),
        (item(extra={"disable_tracker": "Y"}), (True, "914", 2051, 7734)),
    ],
)
async def test_an_accepted_item_is_read_in_every_shape(connectors, vendor, row, expected):
    vendor.result("imconnector.send.messages", answer([row]))

    (got,) = await connectors.send_messages("acme", 42, [message()])

    assert (got.ok, got.user, got.session, got.portal_chat) == expected
    assert got.errors == ()


@pytest.mark.parametrize(
    "errors",
    [
        ["Не все обязательные данные", "Second"],
        {"0": "Не все обязательные данные", "2": "Second"},
    ],
)
async def test_a_refused_item_keeps_its_texts(connectors, vendor, errors):
    vendor.result("imconnector.send.messages", answer([{"SUCCESS": False, "ERRORS": errors}]))

    (got,) = await connectors.send_messages("acme", 42, [message()])

    assert got.ok is False
    assert got.errors == ("Не все обязательные данные", "Second")
    assert (got.session, got.portal_chat) == (None, None)


@pytest.mark.parametrize(
    "row", [{"SUCCESS": False}, {"SUCCESS": False, "ERRORS": []}, {"SUCCESS": False, "ERRORS": "x"}]
)
async def test_a_refused_item_may_say_little(connectors, vendor, row):
    vendor.result("imconnector.send.messages", answer([row]))

    assert (await connectors.send_messages("acme", 42, [message()]))[0].ok is False


@pytest.mark.parametrize(
    "rows",
    [
        [item(1), {"SUCCESS": False, "ERRORS": ["No"]}, item(3)],
        {"0": item(1), "1": {"SUCCESS": False, "ERRORS": ["No"]}, "2": item(3)},
        {"2": item(3), "0": item(1), "1": {"SUCCESS": False, "ERRORS": ["No"]}},
    ],
    ids=["list", "object", "object out of order"],
)
async def test_items_keep_their_places(connectors, vendor, rows):
    vendor.result("imconnector.send.messages", answer(rows))

    got = await connectors.send_messages("acme", 42, [message(n) for n in (1, 2, 3)])

    assert [each.ok for each in got] == [True, False, True]


@pytest.mark.parametrize(
    "result",
    [
        answer([]),
        answer([item(), item()]),
        {"SUCCESS": True, "DATA": []},
        {"SUCCESS": True},
        True,
        [],
    ],
)
async def test_an_answer_with_another_number_of_items_is_not_believed(connectors, vendor, result):
    vendor.result("imconnector.send.messages", result)

    with pytest.raises(Garbled) as caught:
        await connectors.send_messages("acme", 42, [message()])

    assert caught.value.maybe_done


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_after_a_broken_answer_a_send_is_not_repeated(connectors, vendor, status):
    vendor.says("imconnector.send.messages", b"<html>", status, kind="text/html")

    with pytest.raises(BitrixError) as caught:
        await connectors.send_messages("acme", 42, [message()])

    assert caught.value.maybe_done
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    "code", ["NOT_ACTIVE_LINE", "IMCONNECTOR_NO_CORRECT_PROVIDER", "ERROR_ARGUMENT"]
)
async def test_a_refused_call_surely_delivered_nothing(connectors, vendor, code):
    body = {"error": code, "error_description": "", "argument": "LINE"}
    vendor.says("imconnector.send.messages", body, 400)

    with pytest.raises(Refused) as caught:
        await connectors.send_messages("acme", 42, [message()])

    assert (caught.value.code, caught.value.maybe_done) == (code, False)


async def test_an_update_is_read_without_a_session(connectors, vendor):
    vendor.result("imconnector.update.messages", answer([item(session=None)]))

    (got,) = await connectors.update_messages("acme", 42, [message(text="Better")])

    assert got.ok
    row = sent(vendor)["MESSAGES"][0]
    assert (row["user"]["id"], row["message"]["id"], row["chat"]["id"]) == ("u-1", "m-1", "conv-1")
    assert row["message"]["text"] == "Better"


async def test_a_deletion_names_the_three_external_ids(connectors, vendor):
    row = {"user": "914", "message": {"id": "m-1"}, "chat": {"id": "conv-1"}, "SUCCESS": True}
    vendor.result("imconnector.delete.messages", answer([row]))

    (got,) = await connectors.delete_messages("acme", 42, [MessageRef("u-1", "conv-1", "m-1")])

    assert got.ok
    assert sent(vendor)["MESSAGES"] == [
        {"user": {"id": "u-1"}, "message": {"id": "m-1"}, "chat": {"id": "conv-1"}}
    ]


ACK = Ack(portal_chat=7734, im=551020, external_ids=("x-901",), chat="conv-1", at=AT)


SILENT = [{"SUCCESS": True, "DATA": []}, {"SUCCESS": True, "DATA": {}}, True]


@pytest.mark.parametrize("result", SILENT)
async def test_a_delivery_receipt_sends_a_list_of_ids(connectors, vendor, result):
    vendor.result("imconnector.send.status.delivery", result)

    await connectors.send_status_delivery("acme", 42, [ACK])

    assert sent(vendor)["MESSAGES"] == [
        {
            "im": {"chat_id": 7734, "message_id": 551020},
            "message": {"id": ["x-901"], "date": int(AT.timestamp())},
            "chat": {"id": "conv-1"},
        }
    ]


async def test_a_reading_receipt_has_no_date_and_its_method_may_be_missing(connectors, vendor):
    vendor.result("imconnector.send.status.reading", {"SUCCESS": True, "DATA": []})
    vendor.says("imconnector.send.status.reading", {"error": "ERROR_METHOD_NOT_FOUND"}, 404)

    await connectors.send_status_reading("acme", 42, [ACK])
    assert "date" not in sent(vendor)["MESSAGES"][0]["message"]

    with pytest.raises(MethodMissing):
        await connectors.send_status_reading("acme", 42, [ACK])


@pytest.mark.parametrize(("user", "expected"), [("u-1", {"USER_ID": "u-1"}), ("", {})])
async def test_a_rename_names_the_user_of_a_one_to_one_chat(connectors, vendor, user, expected):
    vendor.result("imconnector.chat.name.set", {"SUCCESS": True, "DATA": {"RESULT": {}}})

    await connectors.chat_name_set("acme", 42, "conv-1", "VIP", user)

    base = {"CONNECTOR": "acme", "LINE": 42, "CHAT_ID": "conv-1", "NAME": "VIP"}
    assert sent(vendor) == {**base, **expected}


async def test_an_error_mark_names_connector_and_line(connectors, vendor):
    vendor.result("imconnector.set.error", {"SUCCESS": True, "DATA": []})

    await connectors.set_error("ACME", 42)

    assert sent(vendor) == {"CONNECTOR": "acme", "LINE": 42}


@pytest.mark.parametrize("empty", [False, None, "", []])
async def test_a_session_without_numbers_is_no_session(connectors, vendor, empty):
    row = item(session={"ID": empty, "CHAT_ID": empty})
    vendor.result("imconnector.send.messages", answer([row]))

    (got,) = await connectors.send_messages("acme", 42, [message()])

    assert (got.session, got.portal_chat) == (None, None)
