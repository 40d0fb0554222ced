"""Pages of applications inside the portal: binding, the connector's own page, opening one."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from app.sandbox import placements
from app.sandbox.errors import VendorError

TILE = {"PLACEMENT": "contact_center", "HANDLER": "https://acme.example/cc"}
WORKER = {
    "PLACEMENT": "PAGE_BACKGROUND_WORKER",
    "HANDLER": "https://acme.example/worker",
    "OPTIONS": {"errorHandlerUrl": "https://acme.example/error"},
}
ICON = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}


async def register(desk, connector="acme", handler="https://acme.example/settings"):
    about = {"ID": connector, "NAME": "Acme chat", "ICON": ICON, "PLACEMENT_HANDLER": handler}
    await desk.ok("imconnector.register", about)


async def rows(desk):
    return await desk.ok("placement.get")


async def refusal(desk, method, params):
    answer = await desk.call(method, params)
    assert "error" in answer, answer
    return answer["error"]


async def test_a_page_is_bound_and_listed(desk):
    words = {"EN": {"TITLE": "Acme", "DESCRIPTION": "d"}, "ru": {"TITLE": "Акме"}}

    assert await desk.ok("placement.bind", {**TILE, "LANG_ALL": words, "OPTIONS": {"a": 1}}) is True

    assert await rows(desk) == [
        {
            "id": 717,
            "placement": "CONTACT_CENTER",
            "userId": 0,
            "handler": "https://acme.example/cc",
            "options": [],
            "title": "Acme",
            "description": "d",
            "langAll": {
                "en": {"TITLE": "Acme", "DESCRIPTION": "d", "GROUP_NAME": ""},
                "ru": {"TITLE": "Акме", "DESCRIPTION": "", "GROUP_NAME": ""},
            },
        }
    ]


async def test_the_plain_title_counts_without_languages(desk):
    await desk.ok("placement.bind", {**TILE, "TITLE": "Acme"})
    await desk.ok("placement.bind", {**TILE, "HANDLER": "https://acme.example/other"})

    one, other = await rows(desk)
    assert (one["title"], one["langAll"]["en"]["TITLE"]) == ("Acme", "Acme")
    assert (other["title"], other["langAll"]) == ("", [])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"PLACEMENT": None}, "ERROR_ARGUMENT"),
        ({"HANDLER": None}, "ERROR_ARGUMENT"),
        ({"PLACEMENT": ""}, "ERROR_ARGUMENT"),
        ({"PLACEMENT": ["x"]}, "ERROR_ARGUMENT"),
        ({"HANDLER": 7}, "ERROR_ARGUMENT"),
        ({"OPTIONS": "x"}, "ERROR_ARGUMENT"),
        ({"LANG_ALL": "x"}, "ERROR_ARGUMENT"),
        ({"PLACEMENT": "NO_SUCH_PLACE"}, "ERROR_PLACEMENT_NOT_FOUND"),
        ({"USER_ID": 7}, "ERROR_PLACEMENT_USER_MODE"),
        ({"HANDLER": "ftp://acme.example/cc"}, "ERROR_UNSUPPORTED_PROTOCOL"),
        ({"HANDLER": "javascript:alert(1)"}, "ERROR_UNSUPPORTED_PROTOCOL"),
        ({"HANDLER": "https://localhost/cc"}, "ERROR_WRONG_HANDLER_URL"),
        ({"HANDLER": "no address"}, "ERROR_WRONG_HANDLER_URL"),
        ({"HANDLER": "http://[::1"}, "ERROR_WRONG_HANDLER_URL"),
        ({"HANDLER": "https://acme.example/" + "x" * 3000}, "ERROR_WRONG_HANDLER_URL"),
    ],
)
async def test_a_wrong_binding_is_refused(desk, change, code):
    assert await refusal(desk, "placement.bind", {**TILE, **change}) == code
    assert await rows(desk) == []


async def test_the_same_page_is_bound_once(desk):
    await desk.ok("placement.bind", TILE)

    assert await refusal(desk, "placement.bind", TILE) == "ERROR_CORE"


async def test_a_background_page_needs_an_error_page_and_stands_alone(desk):
    without = {key: value for key, value in WORKER.items() if key != "OPTIONS"}
    assert await refusal(desk, "placement.bind", without) == "EMPTY_ERROR_HANDLER_URL"
    await desk.ok("placement.bind", WORKER)
    second = {**WORKER, "HANDLER": "https://acme.example/second"}

    assert await refusal(desk, "placement.bind", second) == "ERROR_PLACEMENT_MAX_COUNT"
    await desk.ok("placement.bind", {**second, "USER_ID": 7})
    assert [row["userId"] for row in await rows(desk)] == [0, 7]
    assert (await rows(desk))[0]["options"] == WORKER["OPTIONS"]


async def test_places_belong_to_scopes(open_desk):
    async with open_desk(scope="placement,crm") as desk:
        assert await refusal(desk, "placement.bind", TILE) == "ERROR_PLACEMENT_NOT_FOUND"
        mine = await desk.ok("placement.list")
        full = await desk.ok("placement.list", {"FULL": "true"})
        crm = await desk.ok("placement.list", {"SCOPE": "crm", "FULL": "Y"})

    assert {"CRM_LEAD_DETAIL_TAB", "PAGE_BACKGROUND_WORKER"} <= set(mine)
    assert not {"CONTACT_CENTER", "SETTING_CONNECTOR"} & set(mine)
    assert {"CONTACT_CENTER", "SETTING_CONNECTOR"} <= set(full)
    assert all(code.startswith("CRM_") for code in crm)


async def test_there_is_room_for_so_many_pages(desk, monkeypatch):
    monkeypatch.setattr(placements, "MAX_OF_APP", 1)
    await desk.ok("placement.bind", TILE)

    other = {**TILE, "HANDLER": "https://acme.example/other"}
    assert await refusal(desk, "placement.bind", other) == "ERROR_CORE"


@pytest.mark.parametrize(
    ("params", "count", "left"),
    [
        ({}, 4, 0),
        ({"HANDLER": ""}, 4, 0),
        ({"HANDLER": "https://acme.example/cc"}, 2, 1),
        ({"HANDLER": "https://acme.example/none"}, 0, 2),
        ({"USER_ID": 7}, 0, 2),
    ],
)
async def test_each_removed_page_counts_twice(desk, params, count, left):
    for handler in ("https://acme.example/cc", "https://acme.example/cc2"):
        await desk.ok("placement.bind", {**TILE, "HANDLER": handler})

    got = await desk.ok("placement.unbind", {"PLACEMENT": "Contact_Center", **params})

    assert got == {"count": count}
    assert len(await rows(desk)) == left


async def test_a_connector_brings_its_settings_page(desk):
    await register(desk)

    (row,) = await rows(desk)
    assert (row["placement"], row["handler"], row["title"]) == (
        "SETTING_CONNECTOR",
        "https://acme.example/settings",
        "Acme chat",
    )


async def test_a_settings_page_goes_with_the_last_connector_that_has_it(desk):
    await register(desk, "one")
    await register(desk, "two")
    assert len(await rows(desk)) == 1

    await desk.ok("imconnector.unregister", {"ID": "one"})
    assert len(await rows(desk)) == 1
    await desk.ok("imconnector.unregister", {"ID": "two"})
    assert await rows(desk) == []


async def test_a_connector_that_moves_leaves_its_old_page_listed_but_not_shown(desk):
    await register(desk, handler="https://acme.example/old")
    await register(desk, handler="https://acme.example/new")

    listed = [row["handler"] for row in await rows(desk)]
    shown = placements.shown(desk.sandbox.portal, placements.SETTINGS)
    assert listed == ["https://acme.example/old", "https://acme.example/new"]
    assert [row.handler for row in shown] == listed[1:]

    await desk.ok("imconnector.unregister", {"ID": "acme"})
    assert await rows(desk) == []


async def test_of_too_many_old_pages_the_oldest_goes(desk, monkeypatch):
    monkeypatch.setattr(placements, "MAX_OF_APP", 2)
    for number in range(3):
        await register(desk, handler=f"https://acme.example/{number}")

    assert [row["handler"][-1] for row in await rows(desk)] == ["1", "2"]


async def test_a_settings_page_that_was_bound_by_hand_is_never_shown(desk):
    by_hand = {"PLACEMENT": "SETTING_CONNECTOR", "HANDLER": "https://acme.example/by-hand"}
    await desk.ok("placement.bind", by_hand)
    await register(desk)

    shown = placements.shown(desk.sandbox.portal, placements.SETTINGS)

    assert [row.handler for row in shown] == ["https://acme.example/settings"]


async def test_a_page_is_opened_with_working_tokens(desk):
    await register(desk, handler="https://acme.example/settings?a=1#part")
    await desk.call("profile")
    portal = desk.sandbox.portal
    connector = portal.connectors["acme"]
    row = placements.of_connector(portal, connector)

    options = placements.connect(portal, connector, 42)
    url, form = placements.opening(portal, row, portal.users[12], options)

    parts = urlsplit(url)
    query = {key: value for key, (value,) in parse_qs(parts.query).items()}
    assert (parts.path, parts.fragment, query["a"]) == ("/settings", "part", "1")
    assert (query["DOMAIN"], query["PROTOCOL"], query["LANG"]) == ("127.0.0.1:8080", "0", "en")
    assert len(query["APP_SID"]) == 32
    assert (form["PLACEMENT"], form["status"]) == ("SETTING_CONNECTOR", "L")
    assert form["SERVER_ENDPOINT"] == "http://127.0.0.1:8080/rest/"
    assert json.loads(form["PLACEMENT_OPTIONS"]) == {
        "CONNECTOR": "acme",
        "LINE": "42",
        "STATUS": False,
        "ACTIVE_STATUS": True,
        "CONNECTION_STATUS": False,
        "REGISTER_STATUS": False,
        "ERROR_STATUS": False,
        "URI": "/contact_center/connector/?ID=acme&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER",
    }
    desk.token = form["AUTH_ID"]
    assert (await desk.ok("profile"))["ID"] == "12"
    grant = await desk.ask_tokens(grant_type="refresh_token", refresh_token=form["REFRESH_ID"])
    assert grant["access_token"]
    assert set(form) == {
        "AUTH_ID",
        "AUTH_EXPIRES",
        "REFRESH_ID",
        "SERVER_ENDPOINT",
        "APPLICATION_TOKEN",
        "APPLICATION_SCOPE",
        "member_id",
        "status",
        "PLACEMENT",
        "PLACEMENT_OPTIONS",
    }


async def test_tiles_are_told_apart_by_their_ids(desk):
    await desk.ok("placement.bind", TILE)
    portal = desk.sandbox.portal

    (row,) = placements.shown(portal)

    assert placements.tile_options(row) == {"ID": "717", "URI": "/contact_center/"}
    assert placements.title(portal, row) == "Open Line Console"


async def test_nothing_is_shown_before_the_installation_is_finished(open_desk):
    async with open_desk(installed=False) as desk:
        await desk.ok("placement.bind", TILE)
        await register(desk)
        portal = desk.sandbox.portal
        row = placements.of_connector(portal, portal.connectors["acme"])

        assert placements.shown(portal) == []
        with pytest.raises(VendorError) as refused:
            placements.opening(portal, row, portal.users[1], {})
        assert refused.value.code == "NOT_INSTALLED"


async def test_no_frame_loads_what_is_no_web_page(desk):
    await register(desk, handler="javascript:alert(1)")
    portal = desk.sandbox.portal
    row = placements.of_connector(portal, portal.connectors["acme"])

    with pytest.raises(VendorError):
        placements.opening(portal, row, portal.users[1], {})


async def test_a_removed_application_takes_its_pages_along(desk):
    await desk.ok("placement.bind", TILE)
    portal = desk.sandbox.portal

    placements.forget_app(portal, portal.app.client_id)

    assert portal.placements == []


async def test_employees_bind_nothing(open_desk):
    async with open_desk(role="user") as ann:
        for method in ("bind", "unbind", "get"):
            assert await refusal(ann, f"placement.{method}", TILE) == "ACCESS_DENIED"
        assert "PAGE_BACKGROUND_WORKER" in await ann.ok("placement.list")
