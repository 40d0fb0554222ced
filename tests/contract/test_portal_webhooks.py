"""Webhook addresses: what works without an application and what is refused."""

import pytest


async def through_webhook(portal, method, **params):
    got = await portal.http.post(portal.details["webhook"] + method, json=params)
    return got.status_code, got.json()


@pytest.mark.pins("profile")
@pytest.mark.parametrize("suffix", ["", ".json", "/"])
async def test_a_webhook_acts_as_its_owner(portal, suffix):
    status, body = await through_webhook(portal, "profile" + suffix)

    assert status == 200
    owner = portal.details["webhook"].rstrip("/").split("/")[-2]
    assert str(body["result"]["ID"]) == owner


@pytest.mark.parametrize(
    "method", ["imopenlines.config.list.get", "user.current", "server.time", "scope"]
)
async def test_ordinary_methods_work_through_a_webhook(portal, method):
    status, body = await through_webhook(portal, method)

    assert status == 200
    assert body["result"]


async def test_app_info_wants_an_application(portal):
    status, body = await through_webhook(portal, "app.info")

    assert status in {400, 403}
    assert body["error"] == "ACCESS_DENIED"
    assert body["error_description"] == "Access denied! Application context required"


@pytest.mark.pins("profile", "batch")
async def test_a_batch_inherits_the_webhook(portal):
    status, body = await through_webhook(
        portal, "batch", cmd={"me": "profile", "no": "imconnector.list", "rows": "event.get"}
    )

    assert status == 200
    assert set(body["result"]["result"]) == {"me"}
    errors = body["result"]["result_error"]
    assert {error["error"] for error in errors.values()} == {"WRONG_AUTH_TYPE"}


@pytest.mark.pins("profile")
async def test_a_wrong_webhook_code_is_refused(portal):
    owner = portal.details["webhook"].rstrip("/").split("/")[-2]

    got = await portal.http.post(f"{portal.rest}{owner}/wrongcode0000000/profile")

    assert (got.status_code, got.json()["error"]) == (401, "NO_AUTH_FOUND")


@pytest.mark.pins("profile")
async def test_a_code_of_another_user_is_refused(portal):
    code = portal.details["webhook"].rstrip("/").split("/")[-1]

    got = await portal.http.post(f"{portal.rest}987654/{code}/profile")

    assert (got.status_code, got.json()["error"]) == (401, "NO_AUTH_FOUND")


async def test_an_unknown_method_is_told_through_a_webhook_too(portal):
    status, body = await through_webhook(portal, "no.such.method")

    assert (status, body["error"]) == (404, "ERROR_METHOD_NOT_FOUND")


@pytest.mark.pins("profile")
async def test_a_webhook_needs_no_token_and_ignores_one(portal):
    status, body = await through_webhook(portal, "profile", auth="nonsense")

    assert (status, bool(body.get("result"))) == (200, True)
