"""A block that the vendor sets by hand: the whole console rests until a person tries again."""

import asyncio

import pytest

from app.bitrix.errors import Throttled
from app.domain.dialog import Customer, DialogState
from app.domain.feed import FeedState
from app.services import feed as feed_module
from app.services import lanes
from app.services.outbox import OutboxCounts
from tests.helpers.desk import written

SEND = "imconnector.send.messages"
BLOCKED = "OVERLOAD_LIMIT"
#: Turns of everybody's work, each of many rests as they are set here.
LONG = 40


@pytest.fixture(autouse=True)
def short_rests(monkeypatch):
    monkeypatch.setattr(lanes, "FIRST_DELAY", 0.01)
    monkeypatch.setattr(lanes, "LONGEST_DELAY", 0.02)
    monkeypatch.setattr(feed_module, "LONGEST_DELAY", 0.02)


async def blocked(desk, sandbox, until, method):
    """The desk after it met the block, and the portal's count of calls then."""
    await sandbox.order("fault", kind="overload", method=method, count=1)
    for number in range(3):
        await written(desk, Customer(f"u-{number}", "Anna", f"conv-{number}"))
    await until(lambda: desk.feed.health.problem is not None)
    await until(lambda: desk.outbox.problem is not None)
    return len(await sandbox.calls())


@pytest.mark.parametrize("method", [SEND, "event.offline.get"], ids=["outbox", "feed"])
async def test_nobody_calls_until_a_person_tries_again(live, sandbox, until, method):
    before = await blocked(live, sandbox, until, method)
    states = (live.feed.health.state, live.feed.health.problem.code, live.outbox.problem.code)
    assert states == (FeedState.PAUSED, BLOCKED, BLOCKED)

    live.outbox.hurry()
    live.feed.expect()
    live.feed.notice()
    with pytest.raises(Throttled):
        await live.drift.check()
    for _ in range(LONG):
        await asyncio.sleep(0.01)
    assert len(await sandbox.calls()) == before

    live.feed.poll_now()
    await until(lambda: live.outbox.counts == OutboxCounts())
    await until(lambda: live.feed.health.state is FeedState.LIVE)
    await until(lambda: all(d.state is DialogState.OPEN for d in live.dialogs.all()))
