"""The bucket and the operating time, with a clock that tests move."""

from app.sandbox.clock import Clock
from app.sandbox.limits import Buckets, Operating


def test_the_bucket_holds_fifty_and_loses_two_a_second():
    buckets = Buckets("professional")

    assert [buckets.admit("me", 0.0) for _ in range(51)] == [True] * 50 + [False]
    assert [buckets.admit("me", 1.0) for _ in range(3)] == [True, True, False]


def test_enterprise_has_a_larger_bucket():
    buckets = Buckets("enterprise")

    assert sum(buckets.admit("me", 0.0) for _ in range(300)) == 250


def test_every_source_has_its_own_bucket():
    buckets = Buckets("basic")
    for _ in range(50):
        buckets.admit("one", 0.0)

    assert not buckets.admit("one", 0.0)
    assert buckets.admit("other", 0.0)


def test_operating_time_is_forgotten_minute_by_minute():
    operating = Operating()
    operating.note("app", "profile", 3.0, 30.0)
    operating.note("app", "profile", 4.0, 90.0)

    assert operating.used("app", "profile", 100.0) == 7.0
    assert operating.reset_at("app", "profile", 100.0) == 600
    assert operating.used("app", "profile", 601.0) == 4.0


async def test_a_method_over_its_operating_time_is_blocked_alone(desk, clock):
    await desk.order("options", operating_limit=0.5)
    account = desk.about["client_id"]
    desk.sandbox.portal.operating.note(account, "profile", 1.0, clock.now())

    blocked = await desk.call("profile")
    other = await desk.call("user.admin")
    clock.advance(660)
    again = await desk.call("profile")

    assert blocked["error"] == "OPERATION_TIME_LIMIT"
    assert other["result"] is True
    assert again["result"]["NAME"] == "Olga"


def test_a_clock_never_goes_back():
    clock = Clock.frozen(10.0)
    clock.advance(5)

    assert clock.now() == 15.0
    for impossible in (-1, float("nan"), 1e18):
        try:
            clock.advance(impossible)
        except ValueError:
            continue
        raise AssertionError(impossible)
