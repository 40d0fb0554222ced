"""The portal's switches: each stands for a point on which the vendor's documents contradict."""

import pytest

from app.sandbox.clock import Clock

from .kit import SEVEN, open_portal
from .scenes import spoken

ADD, _UPDATE, DELETE, START, _FINISH, STATUS, _LINE = SEVEN


async def test_token_answers_may_lack_the_moment_and_the_user():
    async with open_portal(sparse_tokens=True) as portal:
        assert {"expires", "user_id"}.isdisjoint(portal.tokens)
        assert {"access_token", "refresh_token", "expires_in", "client_endpoint"} <= set(
            portal.tokens
        )


@pytest.mark.parametrize(("age", "status"), [(5, 200), (15, 400)])
async def test_a_rotated_refresh_token_may_live_on_for_a_while(age, status):
    async with open_portal(refresh_grace=10) as portal:
        old = portal.tokens["refresh_token"]
        await portal.refresh(old)
        await portal.advance(age)

        assert (await portal.refresh(old)).status == status


OAUTH_ERRORS = [
    ("invalid_request", 400),
    ("invalid_client", 400),
    ("wrong_client", 200),
    ("invalid_grant", 400),
    ("bad_verification_code", 400),
    ("PAYMENT_REQUIRED", 401),
    ("NOT_INSTALLED", 401),
    ("NO_AUTH_FOUND", 401),
    ("insufficient_scope", 403),
    ("invalid_scope", 403),
]


@pytest.mark.parametrize(("code", "status"), OAUTH_ERRORS)
async def test_every_error_of_the_authorisation_server_can_be_ordered(portal, code, status):
    await portal.control("fault", kind=code, method="oauth/token", count=1)

    got = await portal.refresh(portal.tokens["refresh_token"])

    assert got.refusal == (status, code)
    assert "access_token" not in got.body
    assert (await portal.refresh(portal.tokens["refresh_token"])).status == 200


@pytest.mark.pins("imconnector.deactivate")
async def test_the_legacy_deactivate_may_exist():
    async with open_portal(legacy_deactivate=True) as portal:
        await portal.connect()
        missing = await portal.call("imconnector.deactivate", {"CONNECTOR": "acme_shopchat"})
        assert missing.refusal == (400, "ERROR_ARGUMENT")

        assert await portal.ok("imconnector.deactivate", portal.about()) is True
        assert (await portal.status())["CONFIGURED"] is False


async def test_reading_receipts_may_be_missing():
    async with open_portal(reading=False) as portal:
        got = await portal.call("imconnector.send.status.reading")
        told = await portal.ok("method.get", {"name": "imconnector.send.status.reading"})

    assert got.refusal == (404, "ERROR_METHOD_NOT_FOUND")
    assert told["isExisting"] is False


async def test_a_deleted_message_of_a_customer_may_be_told():
    async with open_portal(customer_delete_event=True) as portal:
        await portal.connect()
        await portal.bind()
        chat = await portal.open_dialog(message="m-7")
        (message,) = await spoken(portal, chat)
        await portal.control("delete", message_id=message["id"])
        (data,) = await portal.events(DELETE)

    assert data["MESSAGES"][0]["message"]["id"] == "m-7"


async def test_the_line_of_an_event_may_be_a_number():
    async with open_portal(line_as_int=True) as portal:
        await portal.connect()
        await portal.bind()
        chat = await portal.open_dialog()
        await portal.control("reply", chat_id=chat, text="Yes")
        (data,) = await portal.events(ADD)

    assert data["LINE"] == portal.lines[0]


async def test_a_method_that_used_up_its_time_is_blocked_and_the_others_go_on():
    async with open_portal(operating_limit=1e-9, clock=Clock()) as portal:
        await portal.ok("profile")
        got = await portal.call("profile")
        await portal.ok("server.time")
        await portal.advance(11 * 60)
        later = await portal.call("profile")

    assert got.refusal == (429, "OPERATION_TIME_LIMIT")
    assert got.text == "Method is blocked due to operation time limit."
    assert later.status == 200


async def test_each_entry_of_a_batch_uses_up_its_method_s_time():
    async with open_portal(operating_limit=1e-9, clock=Clock()) as portal:
        got = await portal.batch({"one": "profile", "two": "profile", "at": "server.time"})

    assert set(got["result"]) == {"one", "at"}
    assert got["result_error"]["two"]["error"] == "OPERATION_TIME_LIMIT"


@pytest.mark.parametrize("number", [1, 7])
async def test_the_same_number_gives_the_same_portal(number):
    told = []
    for _ in range(2):
        async with open_portal(random_seed=number) as portal:
            told.append(portal.tokens["access_token"])

    assert told[0] == told[1]
