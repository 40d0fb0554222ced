"""Events are carried beside the requests: nobody waits for a handler but its own next event."""

import asyncio

import pytest

from app.sandbox.delivery import courier
from app.sandbox.http.server import Options, create

from .handlers import listening


@pytest.fixture
async def carried(open_desk):
    """A desk whose portal is served by the courier, as in the server's process."""
    async with open_desk() as desk, asyncio.TaskGroup() as group:
        work = group.create_task(courier.serve(lambda: desk.sandbox.portal))
        yield desk
        work.cancel()


async def listen(desk, handler):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": handler.url})


async def came(handler):
    async with asyncio.timeout(20):
        await handler.came.wait()
    handler.came.clear()


async def test_a_hanging_handler_holds_up_neither_requests_nor_others(carried):
    async with listening() as stuck, listening() as quick:
        stuck.gate.clear()
        await listen(carried, stuck)
        await carried.ok("event.test", {"n": 1})
        await came(stuck)

        await listen(carried, quick)
        await carried.ok("event.test", {"n": 2})
        await came(quick)
        assert (await carried.ok("profile"))["ID"] == "1"

        assert len(stuck.received) == 1
        stuck.gate.set()
        await came(stuck)
        assert [row.fields["data[QUERY][n]"] for row in stuck.received] == ["1", "2"]


async def test_what_becomes_due_happens_without_a_request(open_desk, clock):
    async with open_desk() as desk, listening() as handler:
        portal = desk.sandbox.portal
        await listen(desk, handler)
        await desk.order("fault", kind="event_late", method="ONAPPTEST", seconds=60)
        await desk.ok("event.test")
        async with asyncio.TaskGroup() as group:
            work = group.create_task(courier.serve(lambda: portal))
            clock.advance(60)
            await came(handler)
            work.cancel()

    assert handler.events == ["ONAPPTEST"]


async def test_the_courier_stops_while_a_handler_hangs(open_desk):
    async with open_desk() as desk, listening() as stuck:
        stuck.gate.clear()
        await listen(desk, stuck)
        await desk.ok("event.test")
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            work = group.create_task(courier.serve(lambda: desk.sandbox.portal))
            await came(stuck)
            work.cancel()

    assert work.cancelled()


@pytest.mark.parametrize(("took", "pause"), [(0.0, 0), (1.0, 0), (1.5, 1.5), (59.0, 30)])
def test_a_slow_handler_is_called_less_often(took, pause):
    assert courier.pause_after(took) == pause


def test_a_sandbox_that_sends_nothing_makes_no_http_client(monkeypatch):
    sandbox = create(Options())
    monkeypatch.setattr(courier, "_client", None)

    assert asyncio.run(courier.deliver(sandbox.portal)) == 0
