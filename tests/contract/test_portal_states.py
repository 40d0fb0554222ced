"""Refusals that come from what happened to the application, the person, the plan or the portal."""

import pytest

from .colleagues import ANN, competitor, employee
from .kit import open_portal
from .scenes import row


async def called(portal):
    return (await portal.call("profile")).refusal


async def test_a_removed_application_is_not_found(portal):
    other = await competitor(portal)

    await portal.control("uninstall", client_id=other.details["client_id"])

    assert await called(other) == (401, "APPLICATION_NOT_FOUND")
    assert (await portal.ok("profile"))["ID"]


async def test_an_application_switched_off_is_not_installed(portal):
    await portal.control("app", active=False)

    assert await called(portal) == (401, "ERROR_OAUTH")


async def test_an_application_that_is_not_paid_for_is_blocked(portal):
    await portal.control("app", payment_expired=True)

    assert await called(portal) == (401, "PAYMENT_REQUIRED")


async def test_a_dismissed_employee_is_no_user_any_more(portal):
    ann = await employee(portal)

    await portal.control("dismiss", user_id=ANN)

    assert await called(ann) == (401, "authorization_error")


async def test_an_application_may_be_for_some_people_only(portal):
    ann = await employee(portal)

    await portal.control("app", users=[7])

    assert await called(ann) == (403, "user_access_error")
    assert (await portal.ok("profile"))["ID"] == "1"


async def test_a_token_of_another_portal_is_not_known(portal):
    async with open_portal(random_seed=2) as elsewhere:
        foreign = elsewhere.tokens["access_token"]

    got = await portal.raw("POST", "profile", json={"auth": foreign})

    assert got.refusal in {(401, "invalid_token"), (401, "NO_AUTH_FOUND")}


@pytest.mark.pins("app.info")
async def test_an_unfinished_installation_is_told(portal):
    await portal.control("app", installed=False)
    before = (await portal.ok("app.info"))["INSTALLED"]

    await portal.control("finish-install")

    assert (before, (await portal.ok("app.info"))["INSTALLED"]) == (False, True)


@pytest.mark.pins("app.info")
async def test_the_card_of_the_application_is_told(portal):
    got = await portal.ok("app.info")

    assert set(got) >= {
        *("ID", "CODE", "VERSION", "STATUS", "INSTALLED", "PAYMENT_EXPIRED", "DAYS"),
        *("LANGUAGE_ID", "LICENSE", "LICENSE_TYPE", "LICENSE_FAMILY"),
    }


async def test_new_permissions_are_seen_after_a_refresh(portal):
    await portal.control("app", scope="imopenlines,imconnector,im")

    fresh = (await portal.refresh(portal.tokens["refresh_token"])).body

    assert set(fresh["scope"].split(",")) == {"imopenlines", "imconnector", "im"}


async def test_a_refresh_token_of_another_application_belongs_to_the_wrong_client(portal):
    other = await competitor(portal)

    got = await portal.refresh(other.tokens["refresh_token"])

    assert got.refusal == (200, "wrong_client")
    assert (await other.refresh(other.tokens["refresh_token"])).status == 200


async def test_a_removed_application_is_no_client(portal):
    other = await competitor(portal)

    await portal.control("uninstall", client_id=other.details["client_id"])

    assert (await other.refresh(other.tokens["refresh_token"])).refusal == (400, "invalid_client")


async def test_an_unpaid_application_gets_no_tokens(portal):
    await portal.control("app", payment_expired=True)

    got = await portal.refresh(portal.tokens["refresh_token"])

    assert got.refusal == (401, "PAYMENT_REQUIRED")


async def test_a_code_of_another_application_is_worth_nothing(portal):
    other = await competitor(portal)
    code = (await other.redirected())["code"]

    got = await portal.exchange(code)

    assert got.refusal in {(400, "invalid_grant"), (200, "wrong_client")}


async def test_nothing_of_a_malformed_grant_is_taken(portal):
    for params in ({}, {"grant_type": "password"}, {"grant_type": "refresh_token"}):
        got = await portal.token(**params, **portal.keys)
        assert got.refusal == (400, "invalid_request")


@pytest.mark.parametrize(
    "method",
    [
        row("imconnector.register"),
        row("imopenlines.config.get"),
        row("im.message.add"),
        row("imbot.register"),
        row("crm.lead.add"),
        row("crm.item.add"),
        row("user.get"),
        row("placement.bind"),
        row("imopenlines.bot.session.finish"),
        row("im.v2.File.upload"),
        row("imbot.v2.Bot.register"),
    ],
)
async def test_a_method_asks_for_its_scope_before_its_parameters(method):
    async with open_portal(scope="pull", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call(method)

    assert got.refusal == (403, "insufficient_scope")
    assert got.text.startswith("The request requires higher privileges than provided")


@pytest.mark.parametrize(
    ("scope", "allowed"),
    [("imopenlines", False), ("imbot", False), ("imopenlines,imbot", True)],
)
@pytest.mark.pins("imopenlines.bot.session.finish")
async def test_bot_sessions_ask_for_both_scopes(scope, allowed):
    async with open_portal(scope=scope, signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call("imopenlines.bot.session.finish")

    assert (got.body["error"] != "insufficient_scope") is allowed


@pytest.mark.pins("server.time", "scope", "method.get", "feature.get", "user.admin", "app.info")
async def test_the_check_of_a_portal_is_one_batch(portal):
    got = await portal.batch(
        {
            "app": "app.info",
            "me": "profile",
            "admin": "user.admin",
            "scope": "scope",
            "time": "server.time",
            "offline": "feature.get?CODE=rest_offline_extended",
            "queue": "feature.get?CODE=rest_auth_connector",
            "reading": "method.get?name=imconnector.send.status.reading",
            "off": "method.get?name=imconnector.deactivate",
        }
    )

    assert got["result_error"] == []
    result = got["result"]
    assert result["app"]["INSTALLED"] is True
    assert result["admin"] is True
    assert result["reading"] == {"isExisting": True, "isAvailable": True}
    assert result["off"] == {"isExisting": False, "isAvailable": False}


async def test_a_portal_that_moved_says_where_it_is(portal):
    await portal.control("fault", kind="PORTAL_DELETED", count=1)

    assert await called(portal) == (500, "PORTAL_DELETED")
