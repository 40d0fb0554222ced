"""The client's `imconnector.*`: what it sends and how it reads the vendor's sloppy results."""

from datetime import UTC, datetime

import pytest

from app.bitrix.errors import BitrixError, Garbled, MethodMissing, Refused
from app.bitrix.imconnector import Ack, ImConnector, MessageRef, OutgoingMessage
from app.domain.connector import ChannelData, Icon, Registration
from app.domain.dialog import Attachment, Customer

AT = datetime(2026, 1, 2, 9, 22, tzinfo=UTC)
ICON = Icon("data:image/svg+xml,%3Csvg%2F%3E")
LAMP = Registration("acme_shopchat", "Acme", "https://acme.example/", ICON)


@pytest.fixture
def connectors(client):
    return ImConnector(client.transport)


def message(number=1, **changes):
    customer = Customer(id="u-1", name="Ivo", chat="conv-1", last_name="Lamp")
    given = {"customer": customer, "external_id": f"m-{number}", "text": "Hello", "at": AT}
    return OutgoingMessage(**{**given, **changes})


def sent(vendor):
    return {key: value for key, value in vendor.asked[-1].params.items() if key != "auth"}


async def test_a_registration_sends_every_flag_and_a_lower_case_id(connectors, vendor):
    vendor.result("imconnector.register", {"result": True})

    await connectors.register(
        Registration("Acme_ShopChat", "Acme", "https://acme.example/", ICON, ICON)
    )

    assert sent(vendor) == {
        "ID": "acme_shopchat",
        "NAME": "Acme",
        "ICON": {
            "DATA_IMAGE": ICON.data_image,
            "COLOR": ICON.color,
            "SIZE": "85%",
            "POSITION": "center",
        },
        "ICON_DISABLED": sent(vendor)["ICON"],
        "PLACEMENT_HANDLER": "https://acme.example/",
        "DEL_EXTERNAL_MESSAGES": True,
        "EDIT_INTERNAL_MESSAGES": True,
        "DEL_INTERNAL_MESSAGES": True,
        "NEWSLETTER": True,
        "NEED_SYSTEM_MESSAGES": True,
        "NEED_SIGNATURE": True,
        "CHAT_GROUP": False,
    }


REGISTER_CODES = [
    "APPLICATION_REGISTRATION_ERROR_POINT",
    "CONNECTOR_ID_REQUIRED",
    "NAME_REQUIRED",
    "ICON_REQUIRED",
    "NO_APPLICATION_ID",
    "NO_PLACEMENT_HANDLER",
    "APPLICATION_REGISTRATION_ERROR",
    "GENERAL_CONNECTOR_REGISTRATION_ERROR",
]


@pytest.mark.parametrize("code", REGISTER_CODES)
@pytest.mark.parametrize("nested", [True, False])
async def test_each_refusal_of_a_registration_is_raised_in_both_shapes(
    connectors, vendor, code, nested
):
    body = {"result": False, "error": code, "error_description": "Слова"}
    vendor.says("imconnector.register", {"result": body, "time": {}} if nested else body)

    with pytest.raises(Refused) as caught:
        await connectors.register(LAMP)

    assert caught.value.code == code


@pytest.mark.parametrize("nested", [True, False])
async def test_a_refused_unregister_is_raised_in_both_shapes(connectors, vendor, nested):
    code = "APPLICATION_UNREGISTRATION_ERROR"
    body = {"result": False, "error": code, "error_description": ""}
    vendor.says("imconnector.unregister", {"result": body} if nested else body)

    with pytest.raises(Refused, match=code):
        await connectors.unregister("ACME")

    assert sent(vendor) == {"ID": "acme"}


@pytest.mark.parametrize(("active", "number"), [(True, 1), (False, 0)])
async def test_on_and_off_are_written_as_numbers(connectors, vendor, active, number):
    vendor.result("imconnector.activate", True)

    assert await connectors.activate("Acme", 42, active=active) is True

    assert sent(vendor) == {"CONNECTOR": "acme", "LINE": 42, "ACTIVE": number}
    assert type(sent(vendor)["ACTIVE"]) is int


async def test_the_method_that_does_not_exist_is_told_apart(connectors, vendor):
    body = {"error": "ERROR_METHOD_NOT_FOUND", "error_description": "Method not found!"}
    vendor.says("imconnector.deactivate", body, 404)

    with pytest.raises(MethodMissing):
        await connectors.deactivate("acme", 42)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (
            {"LINE": 42, "CONNECTOR": "acme", "ERROR": False, "CONFIGURED": True, "STATUS": True},
            (True, True, False),
        ),
        ({"LINE": "42", "ERROR": "N", "CONFIGURED": "Y", "STATUS": "Y"}, (True, True, False)),
        ({"LINE": "42", "ERROR": 1, "CONFIGURED": 1, "STATUS": 0}, (True, False, True)),
        ({"LINE": 42, "ERROR": "1", "CONFIGURED": "1", "STATUS": ""}, (True, False, True)),
        ({"ERROR": None}, (False, False, False)),
        ([], (False, False, False)),
        (False, (False, False, False)),
        (None, (False, False, False)),
    ],
)
async def test_a_status_may_be_written_in_many_ways(connectors, vendor, result, expected):
    vendor.result("imconnector.status", result)

    got = await connectors.status("ACME", 42)

    assert (got.configured, got.status, got.error) == expected
    assert (got.connector, got.line) == ("acme", 42)
    assert sent(vendor) == {"CONNECTOR": "acme", "LINE": 42}


async def test_channel_data_is_sent_whole(connectors, vendor):
    vendor.result("imconnector.connector.data.set", True)

    data = ChannelData("c-1", "https://a.example", "https://a.example/im", "Чат")
    assert await connectors.data_set("acme", 42, data) is True

    assert sent(vendor)["DATA"] == {
        "ID": "c-1",
        "URL": "https://a.example",
        "URL_IM": "https://a.example/im",
        "NAME": "Чат",
    }


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ({"livechat": "Live chat", "acme": "Acme"}, {"livechat": "Live chat", "acme": "Acme"}),
        ([], {}),
        ({}, {}),
        (False, {}),
        ({"acme": None, "b": ""}, {"acme": "acme", "b": "b"}),
    ],
)
async def test_the_list_of_connectors_may_be_empty_in_many_ways(
    connectors, vendor, result, expected
):
    vendor.result("imconnector.list", result)

    assert await connectors.list() == expected


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
        "Acme", 42, [message(attachments=(file,), chat_name="Shop chat")]
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
