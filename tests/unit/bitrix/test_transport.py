"""Calls over the wire: what leaves, what an answer means, what is repeated and what never is."""

import asyncio
import gzip
import json
import socket

import httpx
import pytest

from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    PortalBroken,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
    Unreachable,
)
from app.bitrix.pacing import Pacer
from app.bitrix.transport import open_http
from app.domain.calls import CallKind

from . import kit
from .kit import body, desk, no, ok


async def test_the_token_travels_in_the_body_and_in_no_address() -> None:
    portal = desk(lambda _: ok(7))

    assert await portal.call("Im.Message.Add", DIALOG_ID="chat1", MESSAGE="hi") == 7

    request = portal.requests[0]
    assert request.method == "POST"
    assert str(request.url) == "https://acme.bitrix24.com/rest/Im.Message.Add.json"
    assert body(request) == {"DIALOG_ID": "chat1", "MESSAGE": "hi", "auth": "access-token-0001"}
    assert "access-token" not in str(request.headers)
    assert request.headers["user-agent"].startswith("OpenLineConsole")


async def test_an_answer_brings_its_page_numbers_and_its_time() -> None:
    clock = {"finish": 1000.0, "operating": "0.25", "operating_reset_at": 1600}
    portal = desk(lambda _: ok([], next=50, total="131", time=clock))

    answer = await portal.transport.call_full("x.list")

    assert (answer.next, answer.total) == (50, 131)
    assert (answer.time.operating, answer.time.reset_in) == (0.25, 600.0)
    assert portal.records[0].operating == 0.25


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (no("ERROR_METHOD_NOT_FOUND", 404), MethodMissing, "ERROR_METHOD_NOT_FOUND"),
        (no("insufficient_scope", 403), ScopeMissing, "insufficient_scope"),
        (no("INSUFFICIENT_SCOPE", 401), ScopeMissing, "INSUFFICIENT_SCOPE"),
        (no("ACCESS_DENIED", 400), AccessDenied, "ACCESS_DENIED"),
        (no("WRONG_AUTH_TYPE", 403), Refused, "WRONG_AUTH_TYPE"),
        (no("WRONG_LICENSE", 403), Refused, "WRONG_LICENSE"),
        (no("NOT_ACTIVE_LINE", 400), Refused, "NOT_ACTIVE_LINE"),
        (no("NO_AUTH_FOUND", 401), SignedOut, "NO_AUTH_FOUND"),
        (no("INTERNAL_SERVER_ERROR", 500), PortalBroken, "INTERNAL_SERVER_ERROR"),
        (no("CONNECTION_ERROR", 401), PortalBroken, "CONNECTION_ERROR"),
        (no("ERROR_ARGUMENT", 200), Refused, "ERROR_ARGUMENT"),
        (no("", 400, "Access denied."), Refused, "NO_CODE"),
        (httpx.Response(200, json={"error": 0, "result": 1}), Refused, "0"),
        (ok({"result": False, "error": "NAME_REQUIRED"}), Refused, "NAME_REQUIRED"),
        (
            httpx.Response(200, json={"result": False, "error": "NAME_REQUIRED"}),
            Refused,
            "NAME_REQUIRED",
        ),
        (httpx.Response(200, html="<html>Portal is being updated</html>"), Garbled, "GARBLED"),
        (httpx.Response(200, content=b""), Garbled, "GARBLED"),
        (httpx.Response(200, json=[1]), Garbled, "GARBLED"),
        (httpx.Response(200, json={"message": "hello"}), Garbled, "GARBLED"),
        (httpx.Response(404, json={"result": 1}), Garbled, "GARBLED"),
        (httpx.Response(502, html="<h1>Bad gateway</h1>"), Garbled, "GARBLED"),
        (httpx.Response(200, content=b"[" * 100_000), Garbled, "GARBLED"),
        (httpx.Response(302, headers={"Location": "/auth/"}), Garbled, "GARBLED"),
        (httpx.Response(302), Garbled, "GARBLED"),
    ],
)
async def test_every_refusal_becomes_the_error_that_its_code_means(answer, kind, code) -> None:
    portal = desk(lambda _: answer)

    with pytest.raises(BitrixError) as caught:
        await portal.call("some.method")

    assert type(caught.value) is kind
    assert (caught.value.code, caught.value.method) == (code, "some.method")
    record = portal.records[-1]
    assert record.failed
    assert (record.error, record.status) == (code, answer.status_code)


@pytest.mark.parametrize(
    ("failure", "reason", "maybe_done"),
    [
        (httpx.ConnectError("x"), "other", False),
        (httpx.ConnectTimeout("x"), "timeout", False),
        (httpx.PoolTimeout("x"), "timeout", False),
        (httpx.ReadTimeout("x"), "timeout", True),
        (httpx.ReadError("x"), "cut", True),
        (httpx.RemoteProtocolError("x"), "cut", True),
    ],
)
async def test_silence_says_whether_the_request_may_have_been_executed(
    failure, reason, maybe_done
) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise failure

    portal = desk(fail)
    with pytest.raises(Unreachable) as caught:
        await portal.call("im.message.add")

    assert (caught.value.reason, caught.value.maybe_done) == (reason, maybe_done)
    assert len(portal.requests) == 1
    assert (portal.records[0].status, portal.records[0].error) == (
        0,
        f"UNREACHABLE_{reason.upper()}",
    )


async def _hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(100)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")
    writer.close()


@pytest.mark.parametrize(
    ("scheme", "listening", "reason", "maybe_done"),
    [
        ("http", True, "cut", True),
        ("http", False, "refused", False),
        ("https", True, "tls", False),
    ],
)
async def test_real_sockets_tell_the_ways_of_silence_apart(
    scheme, listening, reason, maybe_done
) -> None:
    server = await asyncio.start_server(_hang_up, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    if not listening:
        server.close()
        await server.wait_closed()
    portal = desk(
        lambda _: ok(),
        pair=kit.replace_endpoint(f"{scheme}://127.0.0.1:{port}/rest/"),
        http=kit.open_http(),
    )
    async with portal.http, server:
        with pytest.raises(Unreachable) as caught:
            await portal.call("profile")
    assert (caught.value.reason, caught.value.maybe_done) == (reason, maybe_done)
    assert bool(caught.value.description) == (reason == "tls")


async def test_a_name_that_nobody_knows_is_told() -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("x") from socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable) as caught:
        await desk(fail).call("profile")
    assert caught.value.reason == "dns"


async def test_an_endless_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bitrix.connection._LARGEST_ANSWER", 1000)
    portal = desk(lambda _: ok("x" * 2000))

    with pytest.raises(Garbled) as caught:
        await portal.call("profile")
    assert caught.value.description == "answer too large"


async def test_an_expired_token_is_refreshed_and_the_call_repeated_once() -> None:
    portal = desk(_expired_until(2))

    assert await portal.call("profile", A=1) == "fine"

    assert [pair.access for pair in portal.saved] == ["access-token-0002"]
    assert [record.error for record in portal.records] == ["expired_token", "", ""]
    assert [record.kind for record in portal.records][1] is CallKind.OAUTH


async def test_fifty_calls_on_an_expired_token_share_one_refresh() -> None:
    portal = desk(_expired_until(2))

    results = await asyncio.gather(*(portal.call("profile") for _ in range(50)))

    assert results == ["fine"] * 50
    assert len(portal.saved) == 1
    assert sum(record.kind is CallKind.OAUTH for record in portal.records) == 1


async def test_a_token_that_is_expired_right_after_a_refresh_signs_out() -> None:
    portal = desk(_expired_until(99))

    with pytest.raises(SignedOut) as caught:
        await portal.call("profile")

    assert caught.value.code == "expired_token"
    assert len(portal.saved) == 1


def _expired_until(number: int) -> kit.Handler:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token/":
            return httpx.Response(200, json=kit.grant(2))
        if body(request)["auth"] < f"access-token-{number:04}":
            return no("expired_token", 401)
        return ok("fine")

    return answer


async def test_the_token_follows_a_renamed_portal_only_when_the_sign_in_server_confirms_it() -> (
    None
):
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token/":
            return httpx.Response(
                200, json=kit.grant(2, client_endpoint="https://new.bitrix24.com/rest/")
            )
        if request.url.host == "acme.bitrix24.com":
            target = f"https://new.bitrix24.com{request.url.path}"
            return httpx.Response(302, headers={"Location": target})
        return ok(body(request)["KEPT"])

    portal = desk(answer)
    assert await portal.call("im.message.add", KEPT="yes") == "yes"
    assert [r.url.host for r in portal.requests] == [
        "acme.bitrix24.com",
        "oauth.bitrix.info",
        "new.bitrix24.com",
    ]
    assert portal.requests[-1].method == "POST"


async def test_plain_http_to_another_machine_is_refused_before_anything_leaves() -> None:
    portal = desk(lambda _: ok(), pair=kit.replace_endpoint("http://acme.example/rest/"))

    with pytest.raises(Refused) as caught:
        await portal.call("profile")

    assert caught.value.code == "INSECURE_ADDRESS"
    assert portal.requests == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://[/rest/",
        "https:///rest/",
        "https://acme.bitrix24.com@evil.example/rest/",
        "https://acme.bitrix24.com:99999/rest/",
        "https://acme.bitrix24.com:port/rest/",
        "https://acme\n.bitrix24.com/rest/",
        "https://\u2100.bitrix24.com/rest/",
    ],
)
async def test_an_endpoint_that_can_be_misread_is_refused_before_anything_leaves(endpoint) -> None:
    portal = desk(lambda _: ok(), pair=kit.replace_endpoint(endpoint))

    with pytest.raises(Refused) as caught:
        await portal.call("profile")

    assert caught.value.code == "INSECURE_ADDRESS"
    assert portal.requests == []


@pytest.mark.parametrize("location", ["http://[", "//[x", "https://x:99999999/", "//\u2100/"])
async def test_a_redirect_that_leads_nowhere_is_no_answer(location: str) -> None:
    portal = desk(lambda _: httpx.Response(302, headers={"Location": location.encode()}))

    with pytest.raises((Garbled, Unreachable)):
        await portal.call("profile")


async def test_a_host_that_no_name_server_can_be_asked_for_is_told() -> None:
    async with open_http() as http:
        address = "https://acme..bitrix24.com/rest/"
        portal = desk(lambda _: ok(), http=http, pair=kit.replace_endpoint(address))

        with pytest.raises(Unreachable) as caught:
            await portal.call("profile")

    assert caught.value.reason == "dns"


async def test_an_answer_packed_twice_is_not_unpacked() -> None:
    packed = gzip.compress(gzip.compress(b'{"result": 1}'))
    encoding = {"Content-Encoding": "gzip, gzip"}
    body = httpx.ByteStream(packed)
    portal = desk(lambda _: httpx.Response(200, headers=encoding, stream=body))

    with pytest.raises(Garbled) as caught:
        await portal.call("profile")
    assert caught.value.description == "unreadable compression"


@pytest.mark.parametrize("moment", [1e20, -1e20, 1e299, "soon", True])
async def test_a_moment_that_no_calendar_knows_does_not_spoil_an_answer(moment: object) -> None:
    portal = desk(lambda _: ok(7, time={"finish": 1.0, "operating_reset_at": moment}))

    assert await portal.call("profile") == 7
    assert portal.records[0].operating_reset_at is None


async def test_a_throttled_call_waits_and_is_repeated() -> None:
    answers = iter([no("QUERY_LIMIT_EXCEEDED", 503), httpx.Response(503), ok("in")])
    portal = desk(lambda _: next(answers), pacer=_hasty())

    assert await portal.call("profile") == "in"
    assert [r.error for r in portal.records] == ["QUERY_LIMIT_EXCEEDED"] * 2 + [""]


async def test_an_overloaded_portal_is_not_asked_again() -> None:
    portal = desk(lambda _: no("OVERLOAD_LIMIT", 503))

    with pytest.raises(Throttled) as caught:
        await portal.call("profile")

    assert caught.value.overload
    assert caught.value.retry_after >= 60
    assert len(portal.requests) == 1


def _hasty() -> Pacer:
    class Hasty(Pacer):
        async def refused(self, error: Throttled, tries: int) -> None:
            assert tries < 5

    return Hasty(10_000, 10_000)


@pytest.mark.parametrize(
    ("method", "params", "reads"),
    [
        ("crm.item.get", {}, True),
        ("crm.lead.add", {}, False),
        ("batch", {"halt": 0, "cmd": {"a": "crm.item.get?id=1"}}, True),
        ("batch", {"halt": 0, "cmd": {"a": "crm.item.get?id=1", "b": "crm.lead.add"}}, False),
    ],
)
async def test_a_failure_tells_whether_the_call_could_change_anything(
    method, params, reads
) -> None:
    portal = desk(lambda _: no("INTERNAL_SERVER_ERROR", 500))
    with pytest.raises(PortalBroken) as caught:
        await portal.transport.call(method, params)

    assert caught.value.reads is reads


async def test_a_batch_keeps_results_and_errors_apart() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert body(request)["cmd"] == {
            "me": "profile",
            "st": "imconnector.status?CONNECTOR=acme&LINE=42",
            "un": "imconnector.unregister?ID=",
            "no": "some.method?A[B][0]=x%26y&A[C]=1",
        }
        return ok(
            {
                "result": {"me": False, "un": {"result": False, "error": "E1"}},
                "result_error": {"no": {"error": "ERROR_METHOD_NOT_FOUND"}, "st": {"error": ""}},
                "result_total": [],
                "result_next": [],
                "result_time": [],
            }
        )

    portal = desk(answer)
    answer_ = await portal.transport.batch(
        {
            "me": ("profile", {}),
            "st": ("imconnector.status", {"CONNECTOR": "acme", "LINE": 42}),
            "un": ("imconnector.unregister", {"ID": ""}),
            "no": ("some.method", {"A": {"B": ["x&y"], "C": True, "D": None}}),
        }
    )

    assert answer_.results == {"me": False}
    assert {key: error.code for key, error in answer_.errors.items()} == {
        "no": "ERROR_METHOD_NOT_FOUND",
        "st": "NO_CODE",
        "un": "E1",
    }
    assert isinstance(answer_.errors["no"], MethodMissing)
    assert portal.records[0].refused == 2
    assert portal.records[0].failed


async def test_a_large_batch_is_sent_in_portions_of_fifty() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        cmd = body(request)["cmd"]
        return ok({"result": {key: int(key) for key in cmd}, "result_error": []})

    portal = desk(answer)
    found = await portal.transport.batch({str(n): ("m", {}) for n in range(120)})

    assert found.results == {str(n): n for n in range(120)}
    assert [len(body(r)["cmd"]) for r in portal.requests] == [50, 50, 20]


async def test_refused_items_inside_a_success_are_counted_for_the_inspector() -> None:
    rows = [{"SUCCESS": True}, {"SUCCESS": False, "ERRORS": ["no"]}]
    portal = desk(lambda _: ok({"SUCCESS": True, "DATA": {"RESULT": rows}}))

    await portal.call("imconnector.send.messages")

    assert (portal.records[0].items, portal.records[0].refused) == (2, 1)
    assert portal.records[0].failed


async def test_no_secret_is_left_in_records_errors_or_representations() -> None:
    secrets = ("access-token-0001", "refresh-token-0001", kit.SECRET)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token/":
            return no("invalid_grant", 400, f"bad {secrets[1]} and {kit.SECRET}")
        echo = json.dumps({"auth": body(request)["auth"], "nested": json.dumps(body(request))})
        return no("expired_token", 401, f"you sent {echo}")

    portal = desk(answer)
    with pytest.raises(SignedOut) as caught:
        await portal.call("profile", NOTE="plain")

    seen = repr((portal.records, caught.value, str(caught.value), portal.keeper.tokens))
    seen += repr(vars(caught.value)) + repr(portal.keeper._oauth)
    assert not any(secret in seen for secret in secrets)
    assert "plain" in seen
