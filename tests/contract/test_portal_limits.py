"""The leaky bucket by plan, the operating limit, and faults ordered for the next requests."""

import pytest

from .kit import SHOP, open_portal

RATE = (503, "QUERY_LIMIT_EXCEEDED")


async def passed(portal, at_most=400):
    """How many calls in a row are answered before the portal refuses."""
    for number in range(at_most):
        got = await portal.call("server.time")
        if got.status != 200:
            assert got.refusal == RATE
            assert got.text == "Too many requests"
            return number
    return at_most


@pytest.mark.parametrize(
    ("plan", "burst", "leak"),
    [("basic", 50, 2), ("standard", 50, 2), ("professional", 50, 2), ("enterprise", 250, 5)],
)
async def test_a_plan_has_its_bucket(plan, burst, leak):
    async with open_portal(plan=plan, signed_in=False, rate_limit=True) as portal:
        await portal.sign_in()
        first = await passed(portal)
        await portal.advance(10)
        second = await passed(portal)

    assert burst - 1 <= first <= burst + 5
    assert leak * 10 <= second <= leak * 10 + 5


async def test_at_two_calls_a_second_nothing_is_ever_refused():
    async with open_portal(rate_limit=True) as portal:
        for _ in range(120):
            await portal.ok("server.time")
            await portal.advance(0.5)


async def test_a_batch_counts_as_one_request():
    async with open_portal(rate_limit=True) as portal:
        for _ in range(10):
            await portal.batch({f"k{n}": "server.time" for n in range(40)})
        left = await passed(portal)

    assert left >= 35


async def test_the_bucket_stands_in_front_of_every_other_check():
    async with open_portal(rate_limit=True) as portal:
        await passed(portal)
        unknown = await portal.call("no.such.method")
        naked = await portal.raw("POST", "profile")

    assert unknown.refusal == RATE
    assert naked.refusal == RATE


async def test_a_refused_call_is_not_executed():
    async with open_portal(rate_limit=True) as portal:
        await portal.connect()
        await passed(portal)
        got = await portal.call("imconnector.set.error", portal.about())
        assert got.refusal == RATE
        await portal.advance(30)
        assert (await portal.status())["ERROR"] is False


async def test_refused_calls_are_counted_by_code():
    async with open_portal(rate_limit=True) as portal:
        await passed(portal)
        await portal.call("server.time")
        refusals = (await portal.state())["refusals"]

    assert refusals["QUERY_LIMIT_EXCEEDED"] == 2


async def test_the_control_interface_has_no_bucket():
    async with open_portal(rate_limit=True) as portal:
        await passed(portal)

        assert (await portal.state())["refusals"]


async def test_a_free_portal_has_no_rest():
    async with open_portal(plan="free", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call("profile")

    assert got.refusal[1] == "ACCESS_DENIED"
    assert got.status in {401, 403}
    assert got.text == "REST API is available only on commercial plans."


SYSTEM = [
    ("QUERY_LIMIT_EXCEEDED", 503),
    ("OPERATION_TIME_LIMIT", 429),
    ("OVERLOAD_LIMIT", 503),
    ("ERROR_METHOD_NOT_FOUND", 404),
    ("NO_AUTH_FOUND", 401),
    ("expired_token", 401),
    ("invalid_token", 401),
    ("authorization_error", 401),
    ("insufficient_scope", 403),
    ("user_access_error", 403),
    ("INVALID_CREDENTIALS", 403),
    ("ACCESS_DENIED", 403),
    ("WRONG_AUTH_TYPE", 403),
    ("WRONG_LICENSE", 403),
    ("ALLOWED_ONLY_INTRANET_USER", 403),
    ("APPLICATION_NOT_FOUND", 401),
    ("ERROR_OAUTH", 401),
    ("NOT_INSTALLED", 401),
    ("PAYMENT_REQUIRED", 401),
    ("CONNECTION_ERROR", 401),
    ("METHOD_CONFIRM_WAITING", 401),
    ("METHOD_CONFIRM_DENIED", 403),
    ("INVALID_REQUEST", 400),
    ("ERROR_ARGUMENT", 400),
    ("ERROR_CORE", 400),
    ("WRONG_ENCODING", 400),
    ("ERROR_UNEXPECTED_ANSWER", 500),
    ("INTERNAL_SERVER_ERROR", 500),
    ("ERROR_MANIFEST_IS_NOT_AVAILABLE", 404),
    ("PORTAL_DELETED", 500),
]


@pytest.mark.parametrize(("code", "status"), SYSTEM)
async def test_every_system_error_can_be_ordered_with_its_status(portal, code, status):
    await portal.control("fault", kind=code, count=1)

    got = await portal.call("profile")

    assert got.refusal == (status, code)
    assert "result" not in got.body
    await portal.ok("profile")


METHOD_ERRORS = [
    ("imconnector.send.messages", "IMCONNECTOR_NOT_SPECIFIED_CORRECT_CONNECTOR"),
    ("imconnector.send.messages", "IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND"),
    ("imconnector.send.messages", "IMCONNECTOR_COULD_NOT_GET_PROVIDER_OBJECT"),
]


@pytest.mark.parametrize(("method", "code"), METHOD_ERRORS)
async def test_errors_deep_in_the_chain_can_be_ordered(shop, method, code):
    await shop.control("fault", kind=code, method=method, count=1)

    assert (await shop.call(method, shop.about(MESSAGES=[]))).refusal == (400, code)


@pytest.mark.parametrize("code", ["NO_APPLICATION_ID", "GENERAL_CONNECTOR_REGISTRATION_ERROR"])
async def test_a_registration_refused_for_a_deep_reason_answers_200_and_false(portal, code):
    await portal.control("fault", kind=code, method="imconnector.register", count=1)

    got = await portal.call("imconnector.register")

    assert got.status == 200
    assert got.body["result"]["result"] is False
    assert got.body["result"]["error"] == code


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        ("query_limit", RATE),
        ("operation_time", (429, "OPERATION_TIME_LIMIT")),
        ("internal_error", (500, "INTERNAL_SERVER_ERROR")),
    ],
)
async def test_a_fault_takes_down_the_next_requests_and_no_more(portal, kind, refusal):
    await portal.control("fault", kind=kind, count=2)

    assert [(await portal.call("profile")).refusal for _ in range(2)] == [refusal] * 2
    await portal.ok("profile")


async def test_a_fault_may_be_for_one_method(portal):
    await portal.control("fault", kind="internal_error", method="imconnector.status", count=1)

    await portal.ok("profile")
    assert (await portal.call("imconnector.status")).status == 500


async def test_html_comes_instead_of_json(portal):
    await portal.control("fault", kind="html", count=1)
    got = await portal.http.post(
        portal.rest + "profile", json={"auth": portal.tokens["access_token"]}
    )

    assert "text/html" in got.headers["content-type"]
    assert "<html" in got.text.lower()


async def test_an_empty_body_comes_instead_of_json(portal):
    await portal.control("fault", kind="empty", count=1)
    got = await portal.http.post(
        portal.rest + "profile", json={"auth": portal.tokens["access_token"]}
    )

    assert got.content == b""


async def test_an_unknown_control_action_is_told(portal):
    got = await portal.http.post(portal.details["control"] + "nonsense", json={})

    assert got.status_code in {400, 404}


@pytest.mark.parametrize(
    ("action", "params"),
    [
        ("reply", {}),
        ("reply", {"chat_id": 424242, "text": "x"}),
        ("edit", {"message_id": 424242, "text": "x"}),
        ("delete", {"message_id": 424242}),
        ("close", {"chat_id": 424242}),
        ("delete-line", {"line": 424242}),
        ("edit-line", {"line": 424242, "fields": {"LINE_NAME": "x"}}),
        ("clock", {"advance": -5}),
        ("clock", {"advance": "soon"}),
        ("tokens", {"action": "melt", "which": "all"}),
        ("auto-operator", {}),
    ],
)
async def test_wrong_use_of_the_control_interface_is_explained(portal, action, params):
    got = await portal.http.post(portal.details["control"] + action, json=params)

    assert 400 <= got.status_code < 500
    assert got.json()["error"]


async def test_a_reset_forgets_everything(shop):
    await shop.open_dialog()
    await shop.control("reset")
    await shop.sign_in()

    assert SHOP not in await shop.ok("imconnector.list")
    assert await shop.ok("event.get") == []
    assert (await shop.state())["chats"] == []


async def test_the_portal_lists_the_calls_it_received(portal):
    await portal.call("imconnector.status")
    calls = (await portal.http.get(portal.details["control"] + "calls")).json()
    calls = calls if isinstance(calls, list) else calls["calls"]

    assert calls[-1]["method"] == "imconnector.status"
    assert calls[-1]["status"] == 400
    assert portal.tokens["access_token"] not in str(calls)
