"""`imconnector.register`, `unregister` and `list`: success, refusals, what they leave behind."""

import pytest

from .kit import SHOP, SVG, open_portal, registration


def nested(answer):
    """The documented shape of a refused registration: HTTP 200, `false` inside `result`."""
    assert answer.status == 200
    assert "error" not in answer.body
    assert answer.body["result"]["result"] is False
    assert answer.body["result"]["error_description"]
    return answer.body["result"]["error"]


@pytest.mark.pins("imconnector.register")
async def test_a_registration_answers_true_inside_the_result(portal):
    got = await portal.call("imconnector.register", registration())

    assert got.result == {"result": True}
    assert got.body["time"]["date_start"]


@pytest.mark.pins("imconnector.register", "imconnector.list")
async def test_a_registered_connector_stands_in_the_list_with_its_name(portal):
    await portal.ok("imconnector.register", registration(NAME="Магазин"))

    assert (await portal.ok("imconnector.list"))[SHOP] == "Магазин"


@pytest.mark.pins("imconnector.register", "imconnector.list")
async def test_registering_again_updates_the_name(portal):
    await portal.ok("imconnector.register", registration())
    await portal.ok("imconnector.register", registration(NAME="New name"))

    found = await portal.ok("imconnector.list")
    assert found[SHOP] == "New name"


@pytest.mark.pins("imconnector.list")
async def test_the_list_holds_the_channels_built_into_the_portal(portal):
    found = await portal.ok("imconnector.list")

    assert "livechat" in found
    assert all(isinstance(name, str) and name for name in found.values())
    assert SHOP not in found


@pytest.mark.pins("imconnector.register", "imconnector.list")
async def test_the_id_is_stored_in_lower_case(portal):
    await portal.ok("imconnector.register", registration(ID="Acme_SHOPCHAT"))

    found = await portal.ok("imconnector.list")
    assert SHOP in found
    assert "Acme_SHOPCHAT" not in found


@pytest.mark.pins("imconnector.register")
async def test_keys_of_a_registration_may_be_in_any_case_at_every_depth(portal):
    given = {
        "id": SHOP,
        "Name": "Acme",
        "icon": {"data_image": SVG},
        "placement_handler": "https://acme.example/",
    }

    assert await portal.ok("imconnector.register", given) == {"result": True}


REFUSED = [
    ({"ID": "acme.shop"}, "APPLICATION_REGISTRATION_ERROR_POINT"),
    ({"ID": "acme.shop", "NAME": ""}, "APPLICATION_REGISTRATION_ERROR_POINT"),
    ({"ID": None}, "CONNECTOR_ID_REQUIRED"),
    ({"ID": ""}, "CONNECTOR_ID_REQUIRED"),
    ({"ID": ["a"]}, "CONNECTOR_ID_REQUIRED"),
    ({"ID": "", "NAME": ""}, "CONNECTOR_ID_REQUIRED"),
    ({"NAME": None}, "NAME_REQUIRED"),
    ({"NAME": ""}, "NAME_REQUIRED"),
    ({"NAME": ["a"]}, "NAME_REQUIRED"),
    ({"NAME": "", "ICON": None}, "NAME_REQUIRED"),
    ({"ICON": None}, "ICON_REQUIRED"),
    ({"ICON": {}}, "ICON_REQUIRED"),
    ({"ICON": "picture"}, "ICON_REQUIRED"),
    ({"ICON": {"DATA_IMAGE": ""}}, "ICON_REQUIRED"),
    ({"ICON": {"DATA_IMAGE": ["a"]}}, "ICON_REQUIRED"),
    ({"ICON": {"COLOR": "#fff"}, "PLACEMENT_HANDLER": ""}, "ICON_REQUIRED"),
    ({"PLACEMENT_HANDLER": None}, "NO_PLACEMENT_HANDLER"),
    ({"PLACEMENT_HANDLER": ""}, "NO_PLACEMENT_HANDLER"),
    ({"PLACEMENT_HANDLER": ["a"]}, "NO_PLACEMENT_HANDLER"),
    ({"NAME": "x" * 256}, "APPLICATION_REGISTRATION_ERROR"),
    ({"CHAT_GROUP": "maybe"}, "APPLICATION_REGISTRATION_ERROR"),
    ({"NEED_SIGNATURE": 7}, "APPLICATION_REGISTRATION_ERROR"),
    ({"NEED_SIGNATURE": ["Y"]}, "APPLICATION_REGISTRATION_ERROR"),
    ({"PLACEMENT_HANDLER": f"https://a.example/{'x' * 2000}"}, "APPLICATION_REGISTRATION_ERROR"),
    ({"ICON": {"DATA_IMAGE": "x" * 262_145}}, "APPLICATION_REGISTRATION_ERROR"),
    ({"ICON_DISABLED": {"COLOR": "x" * 262_145}}, "APPLICATION_REGISTRATION_ERROR"),
    ({"COMMENT": "x" * 262_145}, "APPLICATION_REGISTRATION_ERROR"),
]


@pytest.mark.pins("imconnector.register")
@pytest.mark.parametrize(("changes", "code"), REFUSED)
async def test_a_refused_registration_names_the_first_thing_wrong(portal, changes, code):
    got = await portal.call("imconnector.register", registration(**changes))

    assert nested(got) == code


@pytest.mark.pins("imconnector.register", "imconnector.list")
@pytest.mark.parametrize(("changes", "code"), REFUSED[:2] + REFUSED[-2:])
async def test_a_refused_registration_leaves_nothing_behind(portal, changes, code):
    before = await portal.ok("imconnector.list")

    await portal.call("imconnector.register", registration(**changes))

    assert await portal.ok("imconnector.list") == before


@pytest.mark.pins("imconnector.register")
@pytest.mark.parametrize("value", [True, False, 1, 0, "1", "0", "Y", "N"])
async def test_a_flag_may_be_written_in_eight_ways(portal, value):
    given = registration(CHAT_GROUP=value)

    assert await portal.ok("imconnector.register", given) == {"result": True}


@pytest.mark.pins("imconnector.register")
@pytest.mark.parametrize(
    ("word", "on"),
    [("true", True), ("True", True), ("false", False), ("FALSE", False), ("", False)],
)
async def test_a_flag_may_be_a_word_as_form_clients_write_it(portal, word, on):
    await portal.ok("imconnector.register", registration(CHAT_GROUP=word, NEWSLETTER=word))
    flags = (await portal.state())["connectors"][-1]["flags"]

    assert (flags["CHAT_GROUP"], flags["NEWSLETTER"]) == (on, on)


@pytest.mark.pins("imconnector.register")
async def test_a_refusal_says_which_field_it_was(portal):
    got = await portal.call("imconnector.register", registration(CHAT_GROUP="maybe"))

    assert "CHAT_GROUP is neither Y nor N" in str(got)


@pytest.mark.pins("imconnector.register")
async def test_icons_of_all_connectors_have_a_bound_together(portal):
    heavy = {"DATA_IMAGE": "x" * 262_000}
    for number in range(64):
        given = registration(ID=f"shop_{number}", ICON=heavy)
        assert await portal.ok("imconnector.register", given) == {"result": True}
    given = registration(ID="one_more", ICON=heavy)

    assert nested(await portal.call("imconnector.register", given)) == (
        "APPLICATION_REGISTRATION_ERROR"
    )
    again = registration(ID="shop_0", ICON=heavy)
    assert await portal.ok("imconnector.register", again) == {"result": True}


@pytest.mark.pins("imconnector.register")
@pytest.mark.parametrize("icon", [SVG, "data:image/png;base64,AAAA", "https://acme.example/i.png"])
async def test_the_content_of_the_icon_is_not_looked_at(portal, icon):
    given = registration(ICON={"DATA_IMAGE": icon})

    assert await portal.ok("imconnector.register", given) == {"result": True}


@pytest.mark.pins("imconnector.register")
async def test_a_name_of_255_characters_is_accepted(portal):
    given = registration(NAME="я" * 255)

    assert await portal.ok("imconnector.register", given) == {"result": True}


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("register", registration(NAME=""), "NAME_REQUIRED"),
        ("register", registration(ID="a.b"), "APPLICATION_REGISTRATION_ERROR_POINT"),
        ("unregister", {"ID": ""}, "APPLICATION_UNREGISTRATION_ERROR"),
    ],
)
async def test_the_other_shape_of_a_refusal_is_the_whole_body(method, params, code):
    async with open_portal(error_shape="top-level") as portal:
        got = await portal.call(f"imconnector.{method}", params)

    assert got.status == 200
    assert got.body["result"] is False
    assert got.body["error"] == code
    assert got.body["error_description"]
    assert "time" not in got.body


BAD = "imconnector.register?ID=acme&NAME="


@pytest.mark.pins("imconnector.register")
async def test_in_a_batch_the_nested_refusal_is_a_result():
    async with open_portal(error_shape="nested") as portal:
        got = await portal.batch({"bad": BAD})

    assert got["result"]["bad"]["error"] == "NAME_REQUIRED"
    assert not got["result_error"]


@pytest.mark.pins("imconnector.register")
async def test_in_a_batch_the_top_level_refusal_is_an_error():
    async with open_portal(error_shape="top-level") as portal:
        got = await portal.batch({"bad": BAD})

    assert got["result_error"]["bad"]["error"] == "NAME_REQUIRED"
    assert "bad" not in got["result"]


@pytest.mark.pins("imconnector.register")
async def test_flags_left_out_of_a_second_registration_keep_their_values(shop):
    await shop.ok("imconnector.register", registration(NEED_SIGNATURE=False))
    await shop.ok("imconnector.register", registration(NAME="Other"))

    message = await shop.replied(await shop.open_dialog())

    assert message["message"]["text"] == "Yes, two left."


@pytest.mark.pins("imconnector.register")
async def test_a_second_registration_leaves_the_lines_connected(shop):
    await shop.ok("imconnector.register", registration(NAME="Other"))

    assert (await shop.status())["STATUS"] is True


@pytest.mark.pins("imconnector.unregister")
async def test_unregister_answers_true_inside_the_result(shop):
    assert await shop.ok("imconnector.unregister", {"ID": SHOP}) == {"result": True}


@pytest.mark.pins("imconnector.unregister", "imconnector.list")
async def test_an_unregistered_connector_is_gone_from_list_and_lines(shop):
    await shop.ok("imconnector.unregister", {"ID": SHOP.upper()})

    assert SHOP not in await shop.ok("imconnector.list")
    assert (await shop.status())["CONFIGURED"] is False


@pytest.mark.pins("imconnector.unregister")
async def test_unregistering_the_unknown_succeeds(portal):
    assert await portal.ok("imconnector.unregister", {"ID": "nobody"}) == {"result": True}


@pytest.mark.pins("imconnector.unregister")
@pytest.mark.parametrize("params", [{}, {"ID": ""}, {"ID": None}])
async def test_unregister_without_an_id_is_refused(portal, params):
    got = await portal.call("imconnector.unregister", params)

    assert nested(got) == "APPLICATION_UNREGISTRATION_ERROR"


@pytest.mark.pins("imconnector.unregister", "imconnector.list")
async def test_unregistering_somebody_else_s_connector_keeps_it_in_the_list(portal):
    assert await portal.ok("imconnector.unregister", {"ID": "livechat"}) == {"result": True}

    assert "livechat" in await portal.ok("imconnector.list")


@pytest.mark.pins("imconnector.unregister")
async def test_existing_dialogs_survive_an_unregister(shop):
    chat = await shop.open_dialog()
    await shop.ok("imconnector.unregister", {"ID": SHOP})

    assert chat in {int(each["id"]) for each in (await shop.state())["chats"]}


@pytest.mark.pins("imconnector.list")
async def test_the_list_denies_a_person_without_rights_with_400():
    async with open_portal(role="user") as portal:
        got = await portal.call("imconnector.list")

    assert got.refusal == (400, "ACCESS_DENIED")
    assert got.text


@pytest.mark.pins("imconnector.register", "imconnector.unregister")
async def test_a_person_without_rights_may_do_everything_else_with_a_connector():
    async with open_portal(role="user") as portal:
        portal.lines = portal.lines or [int((await portal.state())["lines"][0]["id"])]
        await portal.connect()

        assert (await portal.status())["STATUS"] is True
        assert (await portal.write())["SUCCESS"] is True
        assert await portal.ok("imconnector.unregister", {"ID": SHOP}) == {"result": True}


@pytest.mark.pins("imconnector.unregister")
async def test_unregistering_somebody_else_s_connector_still_disconnects_its_lines(portal):
    await portal.activate(portal.lines[0], "livechat")

    await portal.ok("imconnector.unregister", {"ID": "livechat"})

    assert (await portal.status("livechat"))["CONFIGURED"] is False
