"""The own bucket against a portal's, with a clock that jumps."""

import asyncio
from itertools import pairwise

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bitrix.answers import Time
from app.bitrix.errors import Throttled
from app.bitrix.pacing import Pacer

from . import kit
from .kit import in_no_time, no, now, ok


class Bucket:
    """The portal's leaky bucket: refuses above `capacity`, leaks by its own clock."""

    def __init__(self, capacity: float, leak: float) -> None:
        self.capacity, self.leak = capacity, leak
        self.level, self.at = 0.0, 0.0
        self.refused = 0
        self.arrivals: list[float] = []

    def take(self) -> bool:
        self.level = max(self.level - (now() - self.at) * self.leak, 0.0)
        self.at = now()
        if self.level + 1 > self.capacity:
            self.refused += 1
            return False
        self.level += 1
        self.arrivals.append(now())
        return True


@pytest.mark.parametrize(("capacity", "leak"), [(50, 2), (250, 5)])
def test_an_hour_at_full_speed_earns_no_refusal(capacity: float, leak: float) -> None:
    portal = Bucket(capacity, leak)

    async def hour() -> None:
        pacer = Pacer(capacity, leak)

        async def worker() -> None:
            while now() < 3600:
                await pacer.acquire("m")
                portal.take()

        await asyncio.gather(*(worker() for _ in range(8)))

    in_no_time(hour)
    assert portal.refused == 0
    assert len(portal.arrivals) > 3600 * leak * 0.95, "patience must not become laziness"


@settings(max_examples=60, deadline=None)
@given(
    delays=st.lists(st.floats(0, 2), min_size=1, max_size=40),
    bursts=st.lists(st.tuples(st.integers(1, 60), st.floats(0, 40)), min_size=1, max_size=12),
)
def test_requests_that_bunch_up_on_the_way_are_not_refused(delays, bursts) -> None:
    portal = Bucket(50, 2)

    async def run() -> None:
        pacer = Pacer(50, 2)

        async def one(number: int) -> None:
            await pacer.acquire("m")
            await asyncio.sleep(delays[number % len(delays)])
            portal.take()

        async with asyncio.TaskGroup() as group:
            for count, pause in bursts:
                for number in range(count):
                    group.create_task(one(number))
                await asyncio.sleep(pause)

    in_no_time(run)
    assert portal.refused == 0


def test_the_level_fills_by_calls_and_leaks_with_time() -> None:
    async def run() -> list[float]:
        pacer = Pacer(50, 2)
        seen = [pacer.level]
        for _ in range(10):
            await pacer.acquire("m")
        seen.append(pacer.level)
        await asyncio.sleep(3)
        seen.append(pacer.level)
        await asyncio.sleep(60)
        return [*seen, pacer.level]

    assert in_no_time(run) == pytest.approx([0, 10, 4, 0])


def test_a_limit_that_another_program_used_up_is_waited_out_with_growing_pauses() -> None:
    sent: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(now())
        return ok() if len(sent) == 5 else no("QUERY_LIMIT_EXCEEDED", 503)

    async def run() -> float:
        desk = kit.desk(answer, pacer=Pacer(random=lambda: 0.0))
        await desk.call("imconnector.send.messages")
        return desk.transport.pacer.level

    in_no_time(run)
    assert [round(b - a) for a, b in pairwise(sent)] == [1, 2, 4, 8]


def test_while_the_portal_is_throttled_all_calls_wait_and_then_trickle() -> None:
    refused_until = 3.0
    times: list[tuple[float, bool]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        fine = now() >= refused_until
        times.append((now(), fine))
        return ok() if fine else no("QUERY_LIMIT_EXCEEDED", 503)

    async def run() -> None:
        desk = kit.desk(answer, pacer=Pacer(random=lambda: 0.0))
        await asyncio.gather(*(desk.call("m") for _ in range(20)))

    in_no_time(run)
    accepted = [at for at, fine in times if fine]
    assert len(accepted) == 20
    assert len(times) - 20 <= 22, "one burst was refused, later only probes"
    assert all(sum(start <= at < start + 1 for at in accepted) <= 7 for start in accepted), (
        "what leaked meanwhile, no second burst"
    )


def test_a_call_is_given_up_after_six_refusals_and_says_when_to_come_back() -> None:
    async def run() -> Throttled:
        desk = kit.desk(lambda _: no("QUERY_LIMIT_EXCEEDED", 503))
        with pytest.raises(Throttled) as caught:
            await desk.call("m")
        assert len(desk.requests) == 6
        return caught.value

    assert in_no_time(run).retry_after > 25


def test_an_operating_limit_pauses_its_method_until_the_reset_and_no_other() -> None:
    done: list[tuple[str, float]] = []
    blocked = True

    def answer(request: httpx.Request) -> httpx.Response:
        name = kit.method(request)
        if name == "slow" and blocked and now() >= 1:
            return no("OPERATION_TIME_LIMIT", 429)
        clock = {"finish": 5000.0 + now(), "operating_reset_at": 5030.0, "operating": 479}
        return ok(time=clock)

    async def run() -> None:
        nonlocal blocked
        desk = kit.desk(answer)
        await desk.call("slow")
        await asyncio.sleep(1)

        async def work(name: str) -> None:
            await desk.call(name)
            done.append((name, now()))

        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow"))
            await asyncio.sleep(1)
            blocked = False
            group.create_task(work("quick"))

    in_no_time(run)
    assert [(name, round(at)) for name, at in done] == [("quick", 2), ("slow", 30)]


def test_a_method_that_is_blocked_for_long_is_refused_at_once_without_a_request() -> None:
    async def run() -> None:
        desk = kit.desk(lambda _: no("OPERATION_TIME_LIMIT", 429))
        desk.transport.pacer.note("slow", Time(reset_in=500))
        for sent in (1, 1):
            with pytest.raises(Throttled) as caught:
                await desk.call("slow")
            assert caught.value.retry_after == pytest.approx(500, abs=1)
            assert len(desk.requests) == sent

    in_no_time(run)


def test_a_waiting_caller_who_gives_up_takes_nobodys_place() -> None:
    async def run() -> float:
        pacer = Pacer(10, 1)
        for _ in range(9):
            await pacer.acquire("m")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(pacer.acquire("m"), 0.5)
        assert pacer.waiting == 0
        start = now()
        await pacer.acquire("m")
        return now() - start

    assert in_no_time(run) < 1


def test_the_level_can_be_asked_for_where_no_loop_runs() -> None:
    pacer = Pacer(50, 2)

    async def call() -> None:
        await pacer.acquire("profile")

    in_no_time(call)
    assert 0 < pacer.level <= 1
