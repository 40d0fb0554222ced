"""Placements: widgets of an application, bound, listed, unbound."""

import pytest

from .colleagues import Webhook, competitor, employee
from .kit import open_portal
from .scenes import row

BIND, UNBIND, GET, LIST = (f"placement.{verb}" for verb in ("bind", "unbind", "get", "list"))
TILE = {"PLACEMENT": "CONTACT_CENTER", "HANDLER": "https://acme.example/cc", "TITLE": "Acme"}
KEYS = {
    *("id", "placement", "userId", "handler", "options", "title", "description", "langAll"),
}


async def bound(portal, **changes):
    assert await portal.ok(BIND, {**TILE, **changes}) is True


async def tiles(portal):
    return [each for each in await portal.ok(GET) if each["placement"] == "CONTACT_CENTER"]


@pytest.mark.pins(BIND, GET)
async def test_a_bound_tile_has_the_documented_keys(portal):
    await bound(portal, DESCRIPTION="Chats")

    (tile,) = await tiles(portal)

    assert set(tile) >= KEYS
    assert type(tile["id"]) is int
    assert (tile["placement"], tile["handler"]) == ("CONTACT_CENTER", TILE["HANDLER"])
    assert (tile["title"], tile["userId"], tile["options"]) == ("Acme", 0, [])


@pytest.mark.pins(BIND, GET)
async def test_the_code_of_a_placement_may_be_in_any_case(portal):
    await bound(portal, PLACEMENT="contact_center")

    assert len(await tiles(portal)) == 1


@pytest.mark.pins(BIND, GET)
async def test_titles_by_language_win_over_the_plain_one(portal):
    english = {"TITLE": "Acme EN", "DESCRIPTION": "", "GROUP_NAME": ""}
    await bound(portal, LANG_ALL={"en": english})

    (tile,) = await tiles(portal)

    assert tile["langAll"]["en"] == english
    assert tile["title"] == "Acme EN"


@pytest.mark.pins(BIND, GET)
async def test_options_of_a_tile_are_not_kept(portal):
    await bound(portal, OPTIONS={"a": 1})

    assert (await tiles(portal))[0]["options"] == []


@pytest.mark.pins(BIND, GET)
async def test_one_application_may_have_several_tiles_in_order(portal):
    for name in ("one", "two", "three"):
        await bound(portal, HANDLER=f"https://acme.example/{name}")

    found = await tiles(portal)

    assert [each["handler"].rpartition("/")[2] for each in found] == ["one", "two", "three"]
    assert [each["id"] for each in found] == sorted({each["id"] for each in found})


@pytest.mark.pins(GET, "imconnector.register")
async def test_a_registration_binds_its_settings_page(portal):
    await portal.connect()

    (found,) = await portal.ok(GET)

    assert found["placement"] == "SETTING_CONNECTOR"
    assert found["handler"] == "https://acme.example/settings"


@pytest.mark.pins(GET, "imconnector.unregister")
async def test_two_connectors_of_one_page_have_one_placement_until_both_are_gone(portal):
    await portal.connect()
    await portal.connect("acme_second")
    counts = [len(await portal.ok(GET))]
    for connector in ("acme_shopchat", "acme_second"):
        await portal.ok("imconnector.unregister", {"ID": connector})
        counts.append(len(await portal.ok(GET)))

    assert counts == [1, 1, 0]


@pytest.mark.pins(GET)
async def test_another_page_of_the_connector_adds_a_placement(portal):
    await portal.connect()
    await portal.connect(PLACEMENT_HANDLER="https://acme.example/other")

    found = await portal.ok(GET)

    assert [each["handler"] for each in found] == [
        "https://acme.example/settings",
        "https://acme.example/other",
    ]


@pytest.mark.pins(BIND)
@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"PLACEMENT": ""}, {"ERROR_ARGUMENT"}),
        ({"PLACEMENT": None}, {"ERROR_ARGUMENT"}),
        ({"HANDLER": ""}, {"ERROR_ARGUMENT"}),
        ({"HANDLER": None}, {"ERROR_ARGUMENT"}),
        ({"PLACEMENT": ["CONTACT_CENTER"]}, {"ERROR_ARGUMENT", "ERROR_PLACEMENT_NOT_FOUND"}),
        ({"LANG_ALL": "text"}, {"ERROR_ARGUMENT"}),
        ({"PLACEMENT": "NO_SUCH_PLACE"}, {"ERROR_PLACEMENT_NOT_FOUND"}),
        ({"HANDLER": "not an address"}, {"ERROR_WRONG_HANDLER_URL", "ERROR_UNSUPPORTED_PROTOCOL"}),
        ({"HANDLER": "https://localhost/x"}, {"ERROR_WRONG_HANDLER_URL"}),
        ({"HANDLER": "ftp://acme.example/x"}, {"ERROR_UNSUPPORTED_PROTOCOL"}),
        ({"USER_ID": 7}, {"ERROR_PLACEMENT_USER_MODE"}),
    ],
)
async def test_a_wrong_binding_is_refused(portal, changes, codes):
    given = {key: value for key, value in {**TILE, **changes}.items() if value is not None}

    got = await portal.call(BIND, given)

    assert got.status == 400
    assert got.body["error"] in codes
    assert await portal.ok(GET) == []


@pytest.mark.pins(BIND)
async def test_a_page_is_bound_to_a_place_once(portal):
    await bound(portal)

    got = await portal.call(BIND, TILE)

    assert got.refusal == (400, "ERROR_CORE")
    assert got.text.startswith("Unable to set placement handler")
    assert "already binded" in got.text


@pytest.mark.pins(BIND)
@pytest.mark.parametrize("lacking", ["placement", "contact_center"])
async def test_without_a_scope_there_is_no_such_place(lacking):
    scope = ",".join({"imopenlines", "placement", "contact_center"} - {lacking})
    async with open_portal(scope=scope) as portal:
        got = await portal.call(BIND, TILE)

    wanted = (403, "insufficient_scope") if lacking == "placement" else None
    assert got.refusal == (wanted or (400, "ERROR_PLACEMENT_NOT_FOUND"))


@pytest.mark.pins(UNBIND)
async def test_unbinding_counts_two_for_each_page(portal):
    for name in ("one", "two"):
        await bound(portal, HANDLER=f"https://acme.example/{name}")
    where = {"PLACEMENT": "CONTACT_CENTER"}

    one = await portal.ok(UNBIND, {**where, "HANDLER": "https://acme.example/one"})
    rest = await portal.ok(UNBIND, where)
    none = await portal.ok(UNBIND, {**where, "HANDLER": ""})

    assert [one, rest, none] == [{"count": 2}, {"count": 2}, {"count": 0}]
    assert await portal.ok(GET) == []


@pytest.mark.pins(UNBIND)
async def test_unbinding_needs_a_place(portal):
    assert (await portal.call(UNBIND)).refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.parametrize("method", [row(BIND), row(UNBIND), row(GET)])
async def test_placements_are_for_administrators(portal, method):
    ann = await employee(portal)

    assert (await ann.call(method, TILE)).refusal == (403, "ACCESS_DENIED")


@pytest.mark.parametrize("method", [row(BIND), row(UNBIND), row(GET), row(LIST)])
async def test_placements_are_for_applications(portal, method):
    got = await Webhook(portal).call(method, TILE)

    assert got.refusal in {(403, "WRONG_AUTH_TYPE"), (403, "insufficient_scope")}


@pytest.mark.pins(GET, UNBIND)
async def test_placements_of_another_application_are_its_own(portal):
    other = await competitor(portal)
    await bound(portal)

    assert await other.ok(GET) == []
    assert await other.ok(UNBIND, {"PLACEMENT": "CONTACT_CENTER"}) == {"count": 0}
    assert len(await tiles(portal)) == 1


@pytest.mark.pins(LIST)
async def test_the_codes_on_offer_follow_the_scope(portal):
    own = await portal.ok(LIST)
    of_scope = await portal.ok(LIST, {"SCOPE": "contact_center"})
    full = await portal.ok(LIST, {"FULL": True})

    assert {"CONTACT_CENTER", "SETTING_CONNECTOR"} <= set(own)
    assert "CONTACT_CENTER" in of_scope
    assert "SETTING_CONNECTOR" not in of_scope
    assert set(full) >= set(own)


@pytest.mark.pins(LIST)
async def test_anybody_may_ask_for_the_codes():
    async with open_portal(role="user", scope="imopenlines,placement") as portal:
        own = await portal.ok(LIST)
        full = await portal.ok(LIST, {"FULL": True})

    assert "CONTACT_CENTER" not in own
    assert "CONTACT_CENTER" in full
