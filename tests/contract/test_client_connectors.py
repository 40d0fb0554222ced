"""The client's connectors and their lines: what it sends, how it reads the answers."""

import pytest

from app.bitrix.errors import MethodMissing, Refused
from app.domain.connector import ChannelData, Icon, Registration

ICON = Icon("data:image/svg+xml,%3Csvg%2F%3E")


LAMP = Registration("acme_shopchat", "Acme", "https://acme.example/", ICON)


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
