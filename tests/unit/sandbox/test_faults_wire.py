"""Faults of the connection itself, on a real socket of the real server."""

import asyncio

import httpx
import pytest

from app.sandbox.http.server import Options, create
from app.sandbox.process.serving import Hosting, listen

from .conftest import Desk
from .handlers import listening


@pytest.fixture
async def served():
    sandbox = create(Options(auto_consent=True, rate_limit=False))
    with listen("127.0.0.1", 0) as listener:
        hosting, ready = Hosting(sandbox, listener), asyncio.Event()
        async with asyncio.TaskGroup() as group, httpx.AsyncClient(trust_env=False) as http:
            group.create_task(hosting.run(ready.set))
            await ready.wait()
            http.base_url = hosting.origin
            desk = Desk(sandbox, http)
            desk.about = sandbox.describe(hosting.origin)
            await desk.sign_in()
            yield desk
            hosting.stop()


async def bind(desk, **more):
    return await desk.call("event.bind", {"event": "OnAppTest", "event_type": "offline", **more})


async def test_a_reset_connection_has_done_no_work(served):
    await served.order("fault", kind="reset", method="event.bind")

    with pytest.raises(httpx.ReadError):
        await bind(served)

    assert await served.ok("event.get") == []


async def test_a_lost_answer_has_done_the_work(served):
    await served.order("fault", kind="lost", method="event.bind")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending"):
        await bind(served)

    assert len(await served.ok("event.get")) == 1


async def test_a_cut_answer_breaks_off(served):
    await served.order("fault", kind="cut", method="event.bind")

    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        await bind(served)


async def test_a_dripping_answer_is_whole_in_the_end(served):
    await served.order("fault", kind="slow_drip", seconds=0.05)
    pieces = []
    async with served.http.stream("POST", "/rest/profile", json={"auth": served.token}) as answer:
        pieces = [piece async for piece in answer.aiter_raw()]

    assert b"".join(pieces).startswith(b'{"result":{"ID":"1"')
    assert len(pieces) > 5


async def test_silence_ends_when_the_caller_gives_up(served):
    await served.order("fault", kind="timeout", method="event.bind")

    with pytest.raises(httpx.ReadTimeout):
        await served.http.post(
            "/rest/event.bind",
            json={"event": "OnAppTest", "event_type": "offline", "auth": served.token},
            timeout=0.2,
        )

    assert len(await served.ok("event.get")) == 1


async def test_the_server_carries_events_to_their_handlers(served):
    async with listening() as handler:
        await bind(served, event_type="online", handler=handler.url)
        await served.ok("event.test", {"any": "data"})
        async with asyncio.timeout(20):
            await handler.came.wait()

    assert handler.received[0].fields["data[QUERY][any]"] == "data"


async def test_there_is_one_date_by_the_portals_clock(served):
    await served.order("skew", seconds=-10 * 365 * 86_400)

    answer = await served.http.get("/rest/profile")

    assert len(answer.headers.get_list("date")) == 1
    assert int(answer.headers["date"].split()[3]) < 2020
