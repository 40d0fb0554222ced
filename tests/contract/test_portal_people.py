"""Who and what: users, profile, the application, scopes, features, methods, time."""

from datetime import datetime

import pytest

from .kit import open_portal


@pytest.mark.pins("user.get")
async def test_three_operators_one_of_them_an_administrator(portal):
    users = await portal.ok("user.get")

    assert len(users) == 3
    assert all(user["ID"].isdigit() for user in users)
    assert {user["USER_TYPE"] for user in users} == {"employee"}
    names = " ".join(user["NAME"] + user["LAST_NAME"] for user in users)
    assert any("а" <= letter.lower() <= "я" for letter in names)
    assert any("a" <= letter.lower() <= "z" for letter in names)


@pytest.mark.pins("user.get")
async def test_users_are_counted(portal):
    body = (await portal.call("user.get")).body

    assert int(body["total"]) == 3
    assert "next" not in body


@pytest.mark.pins("user.get")
async def test_customers_are_no_users(shop):
    item = await shop.write()

    assert item["user"] not in {user["ID"] for user in await shop.ok("user.get")}


@pytest.mark.pins("user.current")
async def test_the_current_user_has_the_documented_fields(portal):
    me = await portal.ok("user.current")

    assert int(me["ID"]) == portal.tokens["user_id"]
    assert me["ACTIVE"] is True
    assert set(me) >= {"NAME", "LAST_NAME", "EMAIL", "WORK_POSITION", "UF_DEPARTMENT", "USER_TYPE"}


@pytest.mark.pins("user.current")
@pytest.mark.parametrize("scope", ["user_brief", "user_basic"])
async def test_smaller_scopes_show_fewer_fields(scope):
    async with open_portal(scope=scope, signed_in=False) as portal:
        await portal.sign_in()
        me = await portal.ok("user.current")

    assert me["NAME"]
    assert ("EMAIL" in me) is (scope == "user_basic")


@pytest.mark.pins("user.get", "user.current")
@pytest.mark.parametrize("how", ["ID", "id list", "filter", "top level"])
async def test_users_are_found_in_several_ways(portal, how):
    me = portal.tokens["user_id"]
    name = (await portal.ok("user.current"))["NAME"]
    params = {
        "ID": {"ID": me},
        "id list": {"ID": [me]},
        "filter": {"FILTER": {"NAME": name}},
        "top level": {"NAME": name},
    }[how]

    found = await portal.ok("user.get", params)

    assert [int(user["ID"]) for user in found] == [me]


@pytest.mark.pins("user.get")
async def test_an_unknown_user_is_an_empty_list(portal):
    assert await portal.ok("user.get", {"ID": 424_242}) == []


@pytest.mark.pins("profile")
async def test_the_profile_says_who_i_am(portal):
    me = await portal.ok("profile")

    assert int(me["ID"]) == portal.tokens["user_id"]
    assert me["ADMIN"] is True
    assert set(me) >= {"ID", "ADMIN", "NAME", "LAST_NAME", "TIME_ZONE"}


@pytest.mark.pins("profile")
async def test_an_employee_is_no_administrator():
    async with open_portal(role="user") as portal:
        assert (await portal.ok("profile"))["ADMIN"] is False


@pytest.mark.pins("app.info")
async def test_the_application_tells_about_itself(portal):
    app = await portal.ok("app.info")

    assert app["CODE"] == portal.details["client_id"]
    assert app["STATUS"] == "L"
    assert app["INSTALLED"] is True
    assert app["PAYMENT_EXPIRED"] == "N"
    assert set(app) >= {"ID", "VERSION", "DAYS", "LANGUAGE_ID", "LICENSE", "LICENSE_TYPE"}


@pytest.mark.pins("scope")
async def test_the_scope_is_the_one_that_was_granted(portal):
    own = await portal.ok("scope")

    assert set(own) == set(portal.tokens["scope"].split(","))
    assert {"im", "imopenlines", "imconnector", "user"} <= set(own)


@pytest.mark.pins("scope")
async def test_the_full_scope_is_at_least_as_large(portal):
    assert set(await portal.ok("scope", {"full": True})) >= set(await portal.ok("scope"))


@pytest.mark.pins("feature.get")
@pytest.mark.parametrize("code", ["rest_offline_extended", "rest_auth_connector"])
@pytest.mark.parametrize(
    ("plan", "on", "expected"),
    [("professional", True, "Y"), ("professional", False, "N"), ("selfhosted", False, "_selfhost")],
)
async def test_a_feature_is_y_n_or_a_self_hosted_edition(code, plan, on, expected):
    switches = {code.removeprefix("rest_"): on}
    async with open_portal(plan=plan, **switches) as portal:
        got = await portal.ok("feature.get", {"CODE": code})

    if plan == "selfhosted":
        assert got["value"].endswith("_selfhosted")
    else:
        assert got == {"value": expected}


@pytest.mark.pins("feature.get")
@pytest.mark.parametrize("params", [{}, {"CODE": ""}])
async def test_a_feature_without_a_code_is_refused(portal, params):
    got = await portal.call("feature.get", params)

    assert got.refusal == (400, "CODE_EMPTY")
    assert got.text == "CODE can't be empty"


@pytest.mark.pins("method.get")
@pytest.mark.parametrize(
    ("name", "exists"),
    [
        ("imconnector.send.messages", True),
        ("imconnector.send.status.reading", True),
        ("imconnector.deactivate", False),
        ("no.such.method", False),
        ("", False),
    ],
)
async def test_a_method_can_be_asked_about(portal, name, exists):
    got = await portal.ok("method.get", {"name": name})

    assert got == {"isExisting": exists, "isAvailable": exists}


@pytest.mark.pins("method.get")
async def test_a_method_asked_about_without_a_name_does_not_exist(portal):
    assert await portal.ok("method.get") == {"isExisting": False, "isAvailable": False}


@pytest.mark.pins("method.get")
async def test_a_method_outside_the_scope_exists_and_is_not_available():
    async with open_portal(scope="im", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.ok("method.get", {"name": "imconnector.list"})

    assert got == {"isExisting": True, "isAvailable": False}


@pytest.mark.pins("server.time")
async def test_the_server_s_time_is_iso_with_an_offset(portal):
    told = datetime.fromisoformat(await portal.ok("server.time"))

    assert told.tzinfo
    assert told.timestamp() == int(portal.sandbox.portal.clock.now())


@pytest.mark.pins("server.time")
async def test_the_server_s_time_follows_the_clock_of_the_sandbox(portal):
    before = datetime.fromisoformat(await portal.ok("server.time"))
    await portal.advance(86_400)
    await portal.sign_in()
    told = datetime.fromisoformat(await portal.ok("server.time"))

    assert (told - before).total_seconds() == 86_400


@pytest.mark.pins("user.get")
async def test_users_are_found_by_a_list_of_numbers_in_the_filter(portal):
    wanted = [int(user["ID"]) for user in await portal.ok("user.get")][:2]

    found = await portal.ok("user.get", {"FILTER": {"ID": wanted}})

    assert sorted(int(user["ID"]) for user in found) == sorted(wanted)


@pytest.mark.pins("user.get")
@pytest.mark.parametrize(("active", "count"), [(True, 3), (False, 0)])
async def test_users_are_found_by_being_active(portal, active, count):
    assert len(await portal.ok("user.get", {"FILTER": {"ACTIVE": active}})) == count
