"""A connector on a line: activate, deactivate, status, channel data and the error mark."""

import pytest

from .kit import SHOP, registration

DATA = {
    "ID": "channel-1",
    "URL": "https://acme.example/chat",
    "URL_IM": "https://acme.example/im",
    "NAME": "Shop chat",
}


async def row_of(portal, line, connector=SHOP):
    """The portal's own status row of a connector on a line; nothing else can read DATA back."""
    (found,) = [each for each in (await portal.state())["connectors"] if each["id"] == connector]
    rows = [row for row in found["lines"] if int(row["line"]) == line]
    return rows[0] if rows else None


@pytest.mark.pins("imconnector.activate")
async def test_activation_answers_a_bare_true(portal):
    await portal.ok("imconnector.register", registration())
    got = await portal.call("imconnector.activate", portal.about(ACTIVE=1))

    assert got.result is True


@pytest.mark.pins("imconnector.status")
async def test_an_active_connector_is_configured_and_works(shop):
    assert await shop.status() == {
        "LINE": shop.lines[0],
        "CONNECTOR": SHOP,
        "ERROR": False,
        "CONFIGURED": True,
        "STATUS": True,
    }


@pytest.mark.pins("imconnector.status")
async def test_activation_of_one_line_leaves_the_other_alone(shop):
    assert (await shop.status(line=shop.lines[1]))["CONFIGURED"] is False


OFF = [0, "0", False, ""]
ON = [1, "1", True, "Y", "N", "false", "off", 2]


@pytest.mark.pins("imconnector.activate", "imconnector.status")
@pytest.mark.parametrize("value", OFF)
async def test_what_php_calls_empty_switches_off(shop, value):
    assert await shop.ok("imconnector.activate", shop.about(ACTIVE=value)) is True

    assert (await shop.status())["CONFIGURED"] is False


@pytest.mark.pins("imconnector.activate", "imconnector.status")
@pytest.mark.parametrize("value", ON)
async def test_anything_else_switches_on_even_the_letter_n(portal, value):
    await portal.ok("imconnector.register", registration())

    assert await portal.ok("imconnector.activate", portal.about(ACTIVE=value)) is True

    assert (await portal.status())["STATUS"] is True


@pytest.mark.pins("imconnector.activate", "imconnector.status")
async def test_an_empty_list_switches_off(shop):
    assert await shop.ok("imconnector.activate", shop.about(ACTIVE=[])) is True

    assert (await shop.status())["CONFIGURED"] is False


@pytest.mark.pins("imconnector.activate")
@pytest.mark.parametrize("connector", ["never_registered", "livechat"])
@pytest.mark.parametrize("active", [0, 1])
async def test_activation_of_the_unknown_still_answers_true(portal, connector, active):
    given = {"CONNECTOR": connector, "LINE": 99_999, "ACTIVE": active}

    assert await portal.ok("imconnector.activate", given) is True


@pytest.mark.pins("imconnector.activate", "imconnector.status")
async def test_activation_by_a_form_works_with_text_values(portal):
    await portal.ok("imconnector.register", registration())
    form = {
        "auth": portal.tokens["access_token"],
        "CONNECTOR": SHOP,
        "LINE": str(portal.lines[0]),
        "ACTIVE": "1",
    }

    assert (await portal.raw("POST", "imconnector.activate", data=form)).result is True
    assert (await portal.status())["STATUS"] is True


@pytest.mark.pins("imconnector.status")
async def test_the_connector_s_id_may_be_written_in_upper_case(shop):
    assert (await shop.status(connector=SHOP.upper()))["STATUS"] is True


@pytest.mark.pins("imconnector.status")
async def test_status_echoes_the_id_in_lower_case_and_cut_at_the_first_dot(shop):
    got = await shop.status(connector=SHOP.upper() + ".extra.part")

    assert got["CONNECTOR"] == SHOP
    assert got["STATUS"] is True


@pytest.mark.pins("imconnector.status")
async def test_status_without_a_line_is_about_line_zero(shop):
    got = await shop.ok("imconnector.status", {"CONNECTOR": SHOP})

    assert got == {
        "LINE": 0,
        "CONNECTOR": SHOP,
        "ERROR": False,
        "CONFIGURED": False,
        "STATUS": False,
    }


@pytest.mark.pins("imconnector.status")
@pytest.mark.parametrize(("connector", "line"), [("unknown", None), (SHOP, 99_999)])
async def test_status_of_the_unknown_is_all_false(shop, connector, line):
    got = await shop.status(connector, line)

    assert (got["ERROR"], got["CONFIGURED"], got["STATUS"]) == (False, False, False)


@pytest.mark.pins("imconnector.status")
async def test_a_line_may_be_a_numeric_string(shop):
    got = await shop.ok("imconnector.status", {"CONNECTOR": SHOP, "LINE": str(shop.lines[0])})

    assert got["STATUS"] is True
    assert got["LINE"] == shop.lines[0]


@pytest.mark.pins("imconnector.activate", "imconnector.status")
async def test_inside_one_batch_the_new_status_is_seen_at_once(portal):
    await portal.ok("imconnector.register", registration())
    where = f"CONNECTOR={SHOP}&LINE={portal.lines[0]}"

    got = await portal.batch(
        {
            "on": f"imconnector.activate?{where}&ACTIVE=1",
            "is_on": f"imconnector.status?{where}",
            "off": f"imconnector.activate?{where}&ACTIVE=0",
            "is_off": f"imconnector.status?{where}",
        }
    )

    assert got["result"]["is_on"]["STATUS"] is True
    assert got["result"]["is_off"]["STATUS"] is False


@pytest.mark.pins("imconnector.status")
async def test_deactivate_is_no_method_of_the_portal(shop):
    got = await shop.call("imconnector.deactivate", shop.about())

    assert got.refusal == (404, "ERROR_METHOD_NOT_FOUND")
    assert (await shop.status())["STATUS"] is True


@pytest.mark.pins("imconnector.connector.data.set")
async def test_data_set_answers_a_bare_true(shop):
    assert await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA)) is True


@pytest.mark.pins("imconnector.connector.data.set")
async def test_data_is_kept_with_the_status_row(shop):
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA))

    assert (await row_of(shop, shop.lines[0]))["data"] == DATA


@pytest.mark.pins("imconnector.connector.data.set")
async def test_data_keys_may_be_in_any_case(shop):
    given = {key.lower(): value for key, value in DATA.items()}
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=given))

    assert (await row_of(shop, shop.lines[0]))["data"] == DATA


@pytest.mark.pins("imconnector.connector.data.set")
async def test_data_is_merged_and_empty_values_are_skipped(shop):
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA))
    changes = {"NAME": "Renamed", "URL": "", "URL_IM": None}
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=changes))

    assert (await row_of(shop, shop.lines[0]))["data"] == {**DATA, "NAME": "Renamed"}


@pytest.mark.pins("imconnector.activate", "imconnector.status", "imconnector.connector.data.set")
async def test_data_set_before_activation_changes_no_flag(portal):
    await portal.ok("imconnector.register", registration())
    assert await portal.ok("imconnector.connector.data.set", portal.about(DATA=DATA)) is True

    got = await portal.status()
    assert (got["CONFIGURED"], got["STATUS"]) == (False, False)
    await portal.activate(portal.lines[0])
    assert (await row_of(portal, portal.lines[0]))["data"] == DATA


@pytest.mark.pins("imconnector.activate", "imconnector.connector.data.set")
async def test_switching_off_loses_the_data(shop):
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA))
    await shop.activate(shop.lines[0], active=0)
    await shop.activate(shop.lines[0])

    assert not (await row_of(shop, shop.lines[0]))["data"]


@pytest.mark.pins("imconnector.activate", "imconnector.connector.data.set")
async def test_switching_on_again_keeps_the_data(shop):
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA))
    await shop.activate(shop.lines[0])

    assert (await row_of(shop, shop.lines[0]))["data"] == DATA


@pytest.mark.pins("imconnector.connector.data.set")
async def test_data_that_is_no_object_is_a_server_error(shop):
    got = await shop.call("imconnector.connector.data.set", shop.about(DATA="text"))

    assert got.status >= 500
    assert got.body["error"]


@pytest.mark.pins("imconnector.set.error")
async def test_set_error_answers_success_with_empty_data(shop):
    assert await shop.ok("imconnector.set.error", shop.about()) == {"SUCCESS": True, "DATA": []}


@pytest.mark.pins("imconnector.status", "imconnector.set.error")
async def test_set_error_breaks_the_status_and_keeps_the_configuration(shop):
    await shop.ok("imconnector.set.error", shop.about())

    got = await shop.status()
    assert (got["ERROR"], got["CONFIGURED"], got["STATUS"]) == (True, True, False)


@pytest.mark.pins("imconnector.activate", "imconnector.status", "imconnector.set.error")
async def test_activation_clears_the_error(shop):
    await shop.ok("imconnector.set.error", shop.about())
    await shop.activate(shop.lines[0])

    got = await shop.status()
    assert (got["ERROR"], got["STATUS"]) == (False, True)


@pytest.mark.pins("imconnector.connector.data.set", "imconnector.set.error")
async def test_set_error_keeps_the_data(shop):
    await shop.ok("imconnector.connector.data.set", shop.about(DATA=DATA))
    await shop.ok("imconnector.set.error", shop.about())

    assert (await row_of(shop, shop.lines[0]))["data"] == DATA


@pytest.mark.pins("imconnector.set.error")
async def test_set_error_for_an_unknown_connector_is_refused(portal):
    got = await portal.call("imconnector.set.error", portal.about("nobody"))

    assert got.refusal == (400, "IMCONNECTOR_NO_CORRECT_PROVIDER")


MISSING = [
    ("activate", {"LINE": 1, "ACTIVE": 1}, "CONNECTOR"),
    ("activate", {"CONNECTOR": SHOP, "ACTIVE": 1}, "LINE"),
    ("activate", {"CONNECTOR": SHOP, "LINE": 1}, "ACTIVE"),
    ("activate", {"CONNECTOR": SHOP, "LINE": 1, "ACTIVE": None}, "ACTIVE"),
    ("status", {"LINE": 1}, "CONNECTOR"),
    ("status", {"CONNECTOR": None, "LINE": 1}, "CONNECTOR"),
    ("connector.data.set", {"LINE": 1, "DATA": DATA}, "CONNECTOR"),
    ("connector.data.set", {"CONNECTOR": SHOP, "DATA": DATA}, "LINE"),
    ("connector.data.set", {"CONNECTOR": SHOP, "LINE": 1}, "DATA"),
    ("set.error", {"LINE": 1}, "CONNECTOR"),
    ("set.error", {"CONNECTOR": SHOP}, "LINE"),
    ("send.messages", {"LINE": 1, "MESSAGES": []}, "CONNECTOR"),
    ("send.messages", {"CONNECTOR": SHOP, "MESSAGES": []}, "LINE"),
    ("send.messages", {"CONNECTOR": SHOP, "LINE": 1}, "MESSAGES"),
    ("update.messages", {"LINE": 1, "MESSAGES": []}, "CONNECTOR"),
    ("update.messages", {"CONNECTOR": SHOP, "MESSAGES": []}, "LINE"),
    ("update.messages", {"CONNECTOR": SHOP, "LINE": 1}, "MESSAGES"),
    ("delete.messages", {"LINE": 1, "MESSAGES": []}, "CONNECTOR"),
    ("delete.messages", {"CONNECTOR": SHOP, "MESSAGES": []}, "LINE"),
    ("delete.messages", {"CONNECTOR": SHOP, "LINE": 1}, "MESSAGES"),
    ("send.status.delivery", {"LINE": 1, "MESSAGES": []}, "CONNECTOR"),
    ("send.status.delivery", {"CONNECTOR": SHOP, "MESSAGES": []}, "LINE"),
    ("send.status.delivery", {"CONNECTOR": SHOP, "LINE": 1}, "MESSAGES"),
    ("send.status.reading", {"LINE": 1, "MESSAGES": []}, "CONNECTOR"),
    ("send.status.reading", {"CONNECTOR": SHOP, "MESSAGES": []}, "LINE"),
    ("send.status.reading", {"CONNECTOR": SHOP, "LINE": 1}, "MESSAGES"),
]


@pytest.mark.parametrize(("method", "params", "missing"), MISSING)
async def test_a_missing_argument_is_named(portal, method, params, missing):
    got = await portal.call(f"imconnector.{method}", params)

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert got.body["argument"] == missing
    assert got.text == f"Argument '{missing}' is null or empty"


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("status", {"CONNECTOR": "", "LINE": ""}),
        ("activate", {"CONNECTOR": SHOP, "LINE": "", "ACTIVE": 1}),
        ("connector.data.set", {"CONNECTOR": SHOP, "LINE": "", "DATA": DATA}),
    ],
)
async def test_an_empty_string_is_not_missing(portal, method, params):
    assert "error" not in (await portal.call(f"imconnector.{method}", params)).body


@pytest.mark.pins("imconnector.status")
async def test_an_empty_line_is_line_zero(portal):
    given = {"CONNECTOR": SHOP, "LINE": ""}

    assert (await portal.ok("imconnector.status", given))["LINE"] == 0


NEED_AN_APPLICATION = [
    "register",
    "unregister",
    "activate",
    "status",
    "connector.data.set",
    "list",
    "send.messages",
    "update.messages",
    "delete.messages",
    "send.status.delivery",
    "send.status.reading",
    "chat.name.set",
    "set.error",
]


@pytest.mark.parametrize("method", NEED_AN_APPLICATION)
async def test_no_connector_method_works_through_a_webhook(portal, method):
    got = await portal.http.post(portal.details["webhook"] + f"imconnector.{method}.json")

    assert got.status_code == 403
    assert got.json()["error"] == "WRONG_AUTH_TYPE"
    assert "Current authorization type is denied for this method" in got.json()["error_description"]


@pytest.mark.parametrize("method", NEED_AN_APPLICATION)
async def test_every_connector_method_exists_and_asks_for_a_token(portal, method):
    assert (await portal.raw("POST", f"imconnector.{method}")).refusal == (401, "NO_AUTH_FOUND")
