"""Clients that are slow, many, silent or gone: each costs a bounded time and room."""

import asyncio
import json
from email.utils import parsedate_to_datetime

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response

from app.sandbox.conversation import File
from app.sandbox.http import connections, guard
from app.sandbox.http.connections import PatientConnection
from app.sandbox.http.guard import HostGuard
from app.sandbox.process import serving
from app.sandbox.process.serving import MAX_HEAD

from .serving import hosted, place_of

HEAD = b"POST /rest/profile HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
SHORT = 0.05


async def talk(hosting, sent: bytes, *, more: bytes = b"") -> bytes:
    """All that comes back until the other side hangs up."""
    reader, writer = await asyncio.open_connection(*place_of(hosting.origin))
    writer.write(sent)
    await writer.drain()
    try:
        async with asyncio.timeout(20):
            got = await reader.read()
            if more:
                writer.write(more)
                got += await reader.read()
    except ConnectionError:
        got = b""
    finally:
        writer.close()
    return got


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(PatientConnection, "head_seconds", SHORT)
    monkeypatch.setattr(PatientConnection, "stalled_seconds", SHORT)
    monkeypatch.setattr(guard, "BODY_SECONDS", SHORT)


@pytest.mark.parametrize(
    "sent",
    [b"", b"POST /rest/pro", HEAD, HEAD + b"Content-Length: 5\r\nX-Half: "],
    ids=["silence", "half a line", "half a head", "half a header"],
)
async def test_who_does_not_say_what_he_wants_is_hung_up_on(impatient, sent):
    async with hosted() as (_, hosting):
        assert await talk(hosting, sent) == b""


async def test_after_an_answer_a_half_head_is_not_waited_for_either(impatient):
    whole = b"GET /sandbox/calls HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    async with hosted() as (_, hosting):
        got = await talk(hosting, whole + whole[:20])

    assert got.startswith(b"HTTP/1.1 200")
    assert got.endswith(b"[]")


async def test_a_body_that_does_not_come_is_refused_and_changes_nothing(impatient):
    async with hosted() as (sandbox, hosting):
        got = await talk(hosting, HEAD + b'Content-Length: 90\r\n\r\n{"au')
        calls = sandbox.portal.call_count

    assert got.startswith(b"HTTP/1.1 408")
    assert json.loads(got.partition(b"\r\n\r\n")[2])["error"] == "REQUEST_TOO_SLOW"
    assert calls == 0


async def test_a_client_that_leaves_in_the_middle_leaves_no_trace():
    async with hosted() as (sandbox, hosting):
        for part in (HEAD, HEAD + b"Content-Length: 90\r\n\r\n{"):
            _, writer = await asyncio.open_connection(*place_of(hosting.origin))
            writer.write(part)
            await writer.drain()
            writer.close()
        async with httpx.AsyncClient() as http:
            state = (await http.get(f"{hosting.origin}/sandbox/state")).json()

    assert state["chats"] == []
    assert set(sandbox.portal.refusals) <= {"INVALID_REQUEST"}


@pytest.mark.parametrize("size", [MAX_HEAD + 1, 4 * MAX_HEAD])
async def test_a_head_that_is_too_long_is_refused(size):
    async with hosted() as (_, hosting):
        got = await talk(hosting, HEAD + b"X-Long: " + b"x" * size)

    assert got == b"" or got.startswith(b"HTTP/1.1 400")


async def test_a_long_query_fits():
    async with hosted() as (_, hosting), httpx.AsyncClient() as http:
        answer = await http.get(f"{hosting.origin}/rest/profile", params={"x": "y" * 60_000})

    assert answer.json()["error"] == "NO_AUTH_FOUND"


async def test_one_request_too_many_at_a_time_gets_a_plain_503(monkeypatch):
    monkeypatch.setattr(serving, "MAX_REQUESTS", 2)
    async with hosted() as (_, hosting):
        _, writer = await asyncio.open_connection(*place_of(hosting.origin))
        writer.write(HEAD + b"Content-Length: 90\r\n\r\n{")
        await writer.drain()
        async with httpx.AsyncClient() as http:
            refused = await http.get(f"{hosting.origin}/sandbox/state")
        writer.close()

    assert refused.status_code == 503


async def test_one_connection_too_many_is_not_talked_to(monkeypatch):
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 1)
    async with hosted() as (_, hosting):
        _, writer = await asyncio.open_connection(*place_of(hosting.origin))
        writer.write(HEAD)
        await writer.drain()
        got = await talk(hosting, b"GET /sandbox/state HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        writer.close()

    assert got == b""


async def test_a_client_that_does_not_take_its_answer_is_hung_up_on(impatient, monkeypatch):
    lost, before = asyncio.Event(), PatientConnection.connection_lost

    def connection_lost(self, exc):
        before(self, exc)
        lost.set()

    monkeypatch.setattr(PatientConnection, "connection_lost", connection_lost)
    async with hosted() as (sandbox, hosting), asyncio.timeout(20):
        sandbox.portal.files[1] = File(1, "big.bin", "", content=bytes(32 * 1024 * 1024))
        reader, writer = await asyncio.open_connection(*place_of(hosting.origin), limit=1024)
        writer.write(b"GET /files/1/big.bin HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        line = await reader.readline()
        await lost.wait()
        writer.close()

    assert line.startswith(b"HTTP/1.1 200")


async def test_all_bodies_together_have_so_much_room(monkeypatch):
    monkeypatch.setattr(guard, "MAX_BODIES", 1000)
    async with hosted() as (_, hosting), httpx.AsyncClient(base_url=hosting.origin) as http:
        refused = await http.post("/rest/profile", content=b"x" * 1001)
        small = [await http.post("/rest/profile", content=b"x" * 900) for _ in range(3)]

    assert (refused.status_code, refused.json()["error"]) == (503, "SANDBOX_BUSY")
    assert [answer.status_code for answer in small] == [401] * 3


async def test_who_calls_through_a_proxy_cannot_say_that_he_is_somebody_else():
    headers = {"X-Forwarded-For": "10.1.2.3", "X-Forwarded-Proto": "https"}
    async with hosted(https_required=True) as (sandbox, hosting), httpx.AsyncClient() as http:
        answer = await http.post(f"{hosting.origin}/rest/profile", headers=headers)

    assert answer.json()["error_description"] == "Https required."
    assert "10.1.2.3" not in sandbox.portal.buckets._levels


async def test_answers_are_dated_by_the_portals_clock(desk, clock):
    clock.advance(34 * 86_400)
    answer = await desk.http.get("/sandbox/calls")

    assert parsedate_to_datetime(answer.headers["date"]).timestamp() == int(clock.now())


async def test_the_wall_counts_what_was_not_declared():
    async def pieces():
        for _ in range(3):
            yield b"x" * guard.MAX_BODY

    async with hosted() as (_, hosting), httpx.AsyncClient() as http:
        answer = await http.post(f"{hosting.origin}/rest/profile", content=pieces())

    assert answer.status_code == 413


async def test_room_is_given_back_when_a_request_fails():
    async def failing(scope, receive, send):
        await Request(scope, receive).body()
        raise ZeroDivisionError

    async def reading(scope, receive, send):
        body = await Request(scope, receive).body()
        await Response(str(len(body)))(scope, receive, send)

    wall = HostGuard(failing, lambda: 0.0)
    transport = httpx.ASGITransport(wall, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        for _ in range(10):
            await http.post("/", content=b"x" * guard.MAX_BODY)
        wall._app = reading
        answer = await http.post("/", content=b"x" * guard.MAX_BODY)

    assert answer.text == str(guard.MAX_BODY)
