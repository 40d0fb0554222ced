"""A busy console at the rate of its plan is never refused by the portal for its own calls."""

import asyncio
from collections import Counter

import httpx
import pytest

from app.bitrix.connection import open_http
from app.bitrix.pacing import Pacer
from app.domain.dialog import Customer
from app.domain.receipts import Receipts
from app.sandbox.clock import Clock
from app.sandbox.http.server import create
from app.sandbox.options import Options
from app.sandbox.presets import PRESETS
from app.services.outbox import OutboxCounts
from app.services.traffic import Traffic
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    ORIGIN,
    Portal,
    connected,
    open_test_desk,
)
from tests.helpers.hurrying import in_no_time

DIALOGS, A_SECOND = 20, 3
SHORT, LONG = 90, 3600
#: After an hour a token grows old, which the portal says once, too.
LIMITS = {"QUERY_LIMIT_EXCEEDED", "OPERATION_TIME_LIMIT", "OVERLOAD_LIMIT"}


def cases():
    """Minutes of two plans; behind the marker, an hour of each."""
    for plan in ("professional", "enterprise"):
        yield pytest.param(plan, SHORT, id=plan)
    for plan in ("basic", "standard", "professional", "enterprise", "strict"):
        yield pytest.param(plan, LONG, id=f"{plan}, an hour", marks=pytest.mark.slow)


@pytest.mark.parametrize(("plan", "seconds"), list(cases()))
def test_a_busy_console_at_plan_rate_causes_no_refusal_of_its_own(tmp_path, plan, seconds):
    refusals, calls, passed = in_no_time(lambda time: busy_hours(time, tmp_path, plan, seconds))

    limits = {code: number for code, number in refusals.items() if code in LIMITS}
    print(f"{plan}: {calls} calls in {passed:.0f} s of the story, refused {dict(refusals)}")
    assert limits == {}
    assert calls >= seconds


async def busy_hours(time, folder, plan, seconds):
    """More is written than the plan lets through; operators answer; then all of it leaves."""
    options = Options(
        **({"auto_consent": True} | PRESETS[plan].switches | {"https_required": False})
    )
    sandbox = create(options, clock=Clock(time.unix))
    async with open_http(transport=httpx.ASGITransport(app=sandbox.app)) as http:
        portal = Portal(http, sandbox.describe(ORIGIN))
        traffic, calls = Traffic(), Counter()
        traffic.recorded.connect(lambda record: calls.update([record.method]))
        session = await portal.sign_in(traffic=traffic, pacer=Pacer())
        began = time.unix()
        desk_opening = open_test_desk(
            portal, folder, session=session, traffic=traffic, interval=(2.0, 15.0), clock=time.now
        )
        async with desk_opening as desk:
            await connected(desk)
            await desk.outbox.set_receipts(Receipts(deliver_after=1.0, read=True, read_after=1.0))
            for second in range(seconds):
                await _one_second(desk, portal, second)
            while desk.outbox.counts != OutboxCounts():  # noqa: ASYNC110 - time has to pass
                await asyncio.sleep(1)
            problem = desk.outbox.problem
        assert problem is None
        state = await portal.state()
        return Counter(state["refusals"]), calls.total(), time.unix() - began


async def _one_second(desk, portal, second):
    if desk.outbox.counts.queued < 200:
        for number in range(A_SECOND):
            who = (second * A_SECOND + number) % DIALOGS
            customer = Customer(f"u-{who}", "Anna", f"conv-{who}")
            await desk.outbox.start_dialog(CONNECTOR, LINE, customer, f"{second}/{number}")
    known = [each for each in desk.dialogs.all() if each.portal_chat is not None]
    if known and second % 5 == 0:
        await portal.reply(known[second % len(known)], f"answer {second}")
    await asyncio.sleep(1)
