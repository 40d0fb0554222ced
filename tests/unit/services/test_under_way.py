"""A call whose answer was lost may still be under way: nothing is sent a second time before it is
surely over, however often a person presses Retry and whatever the clock says.
"""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
import pytest

from app.bitrix.connection import open_http
from app.domain.dialog import Delivery, DialogState
from app.sandbox.http.server import Options, create
from app.services import lanes, looking
from app.services.clock import utc_now
from app.services.doubt import UNDER_WAY, seconds_left
from app.services.outbox import OutboxCounts
from tests.helpers.acts import answered
from tests.helpers.desk import (
    ORIGIN,
    Portal,
    connected,
    messages,
    open_test_desk,
    written,
)
from tests.helpers.hurrying import in_no_time
from tests.unit.services.test_sources import Time

SEND, REPLY = "imconnector.send.messages", "im.message.add"
HISTORY = ("im.dialog.messages.get", "imopenlines.session.history.get")


class SlowPortal(httpx.AsyncBaseTransport):
    """Loses the connection of one call and goes on working on it until `finish`."""

    def __init__(self, app):
        self._portal = httpx.ASGITransport(app=app)
        self._under_way = None
        self.loses = ""

    async def handle_async_request(self, request):
        if self.loses and self.loses in str(request.url):
            self.loses = ""
            await request.aread()
            self._under_way = request
            raise httpx.ReadError("the connection broke", request=request)
        return await self._portal.handle_async_request(request)

    async def finish(self):
        await self._portal.handle_async_request(self._under_way)


@pytest.fixture
async def slow(monkeypatch):
    monkeypatch.setattr(lanes, "FIRST_DELAY", 0.01)
    async with slow_portal() as portal:
        yield portal


@asynccontextmanager
async def slow_portal():
    options = Options(auto_consent=True, rate_limit=False, auth_connector=False)
    sandbox = create(options)
    transport = SlowPortal(sandbox.app)
    async with open_http(transport=transport) as http:
        portal = Portal(http, sandbox.describe(ORIGIN))
        portal.slow = transport
        yield portal


async def lost(desk, portal, until, *, first=False, reply=False):
    """A message whose call has just been lost."""
    if first:
        portal.slow.loses = SEND
        dialog = await written(desk, text="late")
        position = 0
    else:
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        if reply:
            await answered(desk, dialog)
        portal.slow.loses = REPLY if reply else SEND
        write = desk.outbox.reply if reply else desk.outbox.send
        position = (await write(dialog, "late")).position
    await until(lambda: desk.outbox.counts.unknown == 1)
    return dialog, position


async def row(desk, dialog, position):
    (found,) = await desk.dialogs.page(dialog, position, 1)
    return found


async def looked(desk, until):
    """The message after it was looked for in vain, and once more: what is wanted at once would have
    been sent by now.
    """
    seen = []
    desk.dialogs.message_changed.connect(lambda change: seen.append(change.message))
    for looks in (1, 2):
        desk.outbox.hurry()
        await until(lambda looks=looks: len(seen) >= looks)
    return seen[-1]


async def there(portal):
    chats = (await portal.state())["chats"]
    said = [m["text"] for chat in chats for m in chat["messages"] if m["kind"] != "system"]
    return said.count("late")


@pytest.mark.parametrize("case", [{}, {"first": True}, {"reply": True}], ids=str)
async def test_retry_sends_nothing_while_the_lost_call_may_still_be_under_way(
    slow, tmp_path, until, case
):
    async with open_test_desk(slow, tmp_path) as desk:
        await connected(desk)
        dialog, position = await lost(desk, slow, until, **case)
        await desk.outbox.retry(dialog, position)
        waiting = await looked(desk, until)
        arrived_before = await there(slow)
        await slow.slow.finish()
        desk.outbox.hurry()
        await until(lambda: desk.outbox.counts.unknown == 0)

        assert (waiting.delivery, waiting.problem.code) == (Delivery.UNKNOWN, UNDER_WAY)
        assert 60 < seconds_left(waiting) <= looking.PATIENCE.total_seconds()
        assert (await row(desk, dialog, position)).problem is None
    assert (arrived_before, await there(slow)) == (0, 1)


@pytest.mark.parametrize("jump", [timedelta(minutes=5), timedelta(days=-1)], ids=str)
async def test_a_clock_that_jumps_sends_nothing_twice(slow, tmp_path, until, jump):
    clock = Time()
    async with open_test_desk(slow, tmp_path, clock=clock) as desk:
        await connected(desk)
        await lost(desk, slow, until)
        clock.ahead = jump
        await looked(desk, until)
        arrived_before = await there(slow)
        await slow.slow.finish()
        desk.outbox.hurry()
        await until(lambda: desk.outbox.counts.unknown == 0)

    assert (arrived_before, await there(slow)) == (0, 1)


async def test_after_a_restart_the_time_is_counted_from_the_start(slow, tmp_path, until):
    session = await slow.sign_in()
    async with open_test_desk(slow, tmp_path, session=session) as desk:
        await connected(desk)
        dialog, position = await lost(desk, slow, until)

    later = lambda: utc_now() + timedelta(hours=1)  # noqa: E731 - a clock
    async with open_test_desk(slow, tmp_path, session=session, clock=later) as desk:
        await desk.outbox.retry(dialog, position)
        await looked(desk, until)
        arrived_before = await there(slow)
        await slow.slow.finish()
        desk.outbox.hurry()
        await until(lambda: desk.outbox.counts.unknown == 0)
    assert (arrived_before, await there(slow)) == (0, 1)


async def test_a_person_who_insists_where_nobody_may_look_has_to_wait_as_well(
    slow, tmp_path, until
):
    async with open_test_desk(slow, tmp_path) as desk:
        await connected(desk)
        for method in HISTORY:
            await slow.order("fault", kind="ACCESS_DENIED", method=method, count=None)
        dialog, position = await lost(desk, slow, until)
        await desk.outbox.retry(dialog, position)
        await looked(desk, until)

    assert await there(slow) == 0


def test_when_the_time_is_over_the_message_is_sent_again(tmp_path, until):
    waited, arrived, rows = in_no_time(lambda _: overdue(tmp_path, until))

    assert arrived == 1
    assert rows[0].delivery is Delivery.SENT
    assert -1 < waited - looking.PATIENCE.total_seconds() < 2


async def overdue(folder, until):
    """A call that was lost for good: how long it took until it was made again."""
    time = asyncio.get_running_loop().time
    async with slow_portal() as portal, open_test_desk(portal, folder) as desk:
        await connected(desk)
        portal.slow.loses = SEND
        dialog = await written(desk, text="late")
        await until(lambda: desk.outbox.counts.unknown)
        begun = time()
        await until(lambda: desk.outbox.counts == OutboxCounts())
        return time() - begun, await there(portal), await messages(desk, dialog)
