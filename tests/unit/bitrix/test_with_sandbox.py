"""The client and the sandbox portal: long traffic in no time, a sign-in over real sockets."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.bitrix.app import App, capabilities_of
from app.bitrix.callback import CallbackListener
from app.bitrix.errors import Garbled, Moved, Unreachable
from app.bitrix.oauth import OAuth, TokenKeeper, Tokens, new_state
from app.bitrix.pacing import Pacer
from app.bitrix.portal import check_portal
from app.bitrix.transport import Http, Transport, open_http
from app.domain.calls import CallKind, CallRecord
from app.sandbox.http.server import Clock, Options, create

from .kit import in_no_time, now

ORIGIN = "http://127.0.0.1:8000"


async def _keep(pair: Tokens) -> None:
    """Nowhere: these tests end with their tokens."""


async def _signed_in(
    http: Http, details: dict[str, str], records: list[CallRecord], pacer: Pacer
) -> tuple[Transport, TokenKeeper]:
    oauth = OAuth(
        http,
        details["oauth"],
        details["client_id"],
        details["client_secret"],
        records.append,
    )
    redirect = await http.get(oauth.authorize_url(details["portal"], "s1"))
    query = parse_qs(urlsplit(redirect.headers["location"]).query)
    keeper = TokenKeeper(oauth, await oauth.exchange(query["code"][0]), _keep)
    return Transport(http, keeper, pacer, records.append), keeper


#: Both are longer than the room that a portal gives at first lasts.
@pytest.mark.parametrize("seconds", [200, pytest.param(1200, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("plan", "capacity", "leak"), [("professional", 50, 2), ("enterprise", 250, 5)]
)
def test_full_speed_earns_no_refusal_of_the_sandbox(plan, capacity, leak, seconds) -> None:
    async def work() -> tuple[int, dict[str, int]]:
        start = datetime(2026, 1, 2, tzinfo=UTC).timestamp()
        clock = Clock(lambda: start + now())
        sandbox = create(Options(plan=plan, auto_consent=True), clock=clock)
        details = sandbox.describe(ORIGIN)
        records: list[CallRecord] = []
        async with open_http(transport=httpx.ASGITransport(sandbox.app)) as http:
            transport, _ = await _signed_in(http, details, records, Pacer(capacity, leak))

            async def caller() -> None:
                while now() < seconds:
                    await transport.call("server.time")

            await asyncio.gather(*(caller() for _ in range(6)))
        return len(records), dict(sandbox.portal.refusals)

    calls, refusals = in_no_time(work)
    assert "QUERY_LIMIT_EXCEEDED" not in refusals
    assert calls > seconds * leak * 0.9


def test_a_neighbour_who_uses_up_the_limit_is_waited_out() -> None:
    async def work() -> list[str]:
        start = datetime(2026, 1, 2, tzinfo=UTC).timestamp()
        sandbox = create(Options(auto_consent=True), clock=Clock(lambda: start + now()))
        details = sandbox.describe(ORIGIN)
        records: list[CallRecord] = []
        async with open_http(transport=httpx.ASGITransport(sandbox.app)) as http:
            transport, _ = await _signed_in(http, details, records, Pacer())
            while (await http.get(f"{details['rest']}server.time")).status_code != 503:
                pass
            await asyncio.gather(*(transport.call("server.time") for _ in range(10)))
        return [record.error for record in records if record.kind is CallKind.REST]

    errors = in_no_time(work)
    assert errors.count("") == 10
    assert "QUERY_LIMIT_EXCEEDED" in errors


@asynccontextmanager
async def _process(*arguments: str) -> AsyncIterator[dict[str, str]]:
    """The sandbox as the program runs it: its own process, real sockets."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "app.sandbox", "--json", "--auto-consent", "--no-rate-limit", *arguments),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        yield json.loads(await process.stdout.readline())
    finally:
        process.terminate()
        await process.communicate()


async def test_a_sign_in_over_real_sockets_and_fifty_calls_on_an_expired_token() -> None:
    state = new_state()
    records: list[CallRecord] = []
    saved: list[Tokens] = []

    async def save(pair: Tokens) -> None:
        saved.append(pair)

    async with CallbackListener("http://127.0.0.1:0/callback", state) as listener:
        uri = listener.redirect_uri
        async with (
            _process("--redirect-uri", uri) as details,
            open_http() as http,
        ):
            await check_portal(http, details["portal"])
            oauth = OAuth(
                http,
                details["oauth"],
                details["client_id"],
                details["client_secret"],
                records.append,
            )
            await _browse(oauth.authorize_url(details["portal"], state))
            callback = await listener.wait()
            keeper = TokenKeeper(oauth, await oauth.exchange(callback.code), save)
            transport = Transport(http, keeper, Pacer(1000, 1000), records.append)

            found = capabilities_of(await App(transport).examine())
            assert found.admin
            assert found.installed
            assert found.missing_scopes == ()

            await _control(http, details, "tokens", action="expire", which="access")
            results = await asyncio.gather(*(transport.call("profile") for _ in range(50)))
            assert len(results) == 50
            assert len(saved) == 1
            assert keeper.refreshed == 1
            await keeper.close()


async def _browse(url: str) -> None:
    async with httpx.AsyncClient(follow_redirects=True, trust_env=False) as browser:
        page = await browser.get(url)
        assert "signed in" in page.text


async def _control(http: Http, details: dict[str, str], act: str, **params: Any) -> None:
    answer = await http.post(details["control"] + act, json=params)
    assert answer.status_code == 200, answer.text


async def test_an_address_without_a_portal_is_told_apart_from_silence() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return {
            "shop.example": httpx.Response(200, html="<h1>Welcome</h1>"),
            "moved.example": httpx.Response(301, headers={"Location": "https://new.example/"}),
            "api.example": httpx.Response(404, json={"message": "not found"}),
            "acme.bitrix24.com": httpx.Response(401, json={"error": "NO_AUTH_FOUND"}),
        }[request.url.host]

    async with open_http(transport=httpx.MockTransport(answer)) as http:
        await check_portal(http, "https://acme.bitrix24.com")
        for origin in ("https://shop.example", "https://api.example"):
            with pytest.raises(Garbled):
                await check_portal(http, origin)
        with pytest.raises(Moved) as moved:
            await check_portal(http, "https://moved.example")
        assert moved.value.host == "new.example"

    async with open_http() as http:
        with pytest.raises(Unreachable):
            await check_portal(http, "http://127.0.0.1:1")
