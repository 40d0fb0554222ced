"""Time that goes when it is told to, and what becomes due in it."""

import argparse
import json

import pytest

from app.sandbox.clock import Clock, iso, parse_iso
from app.sandbox.process.arguments import add_arguments, clock_of

from .test_command import run_to_end, running, state_of


def asked(*words: str) -> Clock:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return clock_of(parser.parse_args(words))


async def test_time_goes_on_to_a_moment(desk, clock):
    to = iso(clock.now() + 1800)
    answer = await desk.order("clock", to=to)

    assert answer["now"] == clock.now() == 1_767_000_000 + 1800
    assert parse_iso(await desk.ok("server.time")) == parse_iso(to)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"advance": 1, "to": "2030-01-01"},
        {"to": "2020-01-01T00:00:00+00:00"},
        {"to": "9999-12-31T23:59:59-23:59"},
        {"to": "noon"},
        {"to": 1_900_000_000},
        {"to": None},
        {"advance": -1},
        {"advance": "1"},
        {"advance": True},
        {"advance": 10**30},
        {"advance": 1e300},
        {"advance": None},
    ],
)
async def test_time_does_nothing_else(desk, clock, fields):
    answer = await desk.http.post("/sandbox/clock", json=fields)

    assert answer.status_code == 400
    assert clock.now() == 1_767_000_000


async def test_what_is_due_in_a_skipped_month_happens_in_its_order_and_at_its_time(desk, clock):
    portal = desk.sandbox.portal
    await desk.order("auto-operator", on=True, delay=600)
    await desk.open_shop()
    await desk.write("First", message="m-1")
    await desk.order("clock", advance=60)
    item = {
        "user": {"id": "u-2"},
        "message": {"id": "m-2", "text": "Second"},
        "chat": {"id": "c-2"},
    }
    await desk.ok(
        "imconnector.send.messages", {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [item]}
    )
    began = clock.now()

    await desk.order("clock", advance=34 * 86_400)

    said = [row for chat in portal.line_chats.values() for row in chat.messages]
    replies = sorted((row.at - began, row.id) for row in said if row.kind == "operator")
    assert [at for at, _ in replies] == [540, 600]
    assert replies[0][1] < replies[1][1]


def test_a_fixed_clock_stands():
    clock = asked("--clock", "2026-01-02T09:20:00+02:00")

    assert (clock.now(), clock.now()) == (1_767_338_400, 1_767_338_400)


@pytest.mark.parametrize(("seconds", "shown"), [(0, 0), (1, 60), (2.5, 150)])
def test_a_fast_clock_goes_so_many_times_as_fast(monkeypatch, seconds, shown):
    real = iter([100.0, 100.0 + seconds])
    monkeypatch.setattr("app.sandbox.clock.time.monotonic", lambda: next(real))

    assert asked("--clock", "2026-01-02", "--clock-rate", "60").now() == 1_767_312_000 + shown


def test_a_copied_clock_goes_on_alone():
    clock = Clock.frozen(100.0)
    clock.advance(5)
    twin = clock.copy()
    twin.advance(10)

    assert (clock.now(), twin.now()) == (105.0, 115.0)


@pytest.mark.parametrize(
    ("read", "pushed", "moment", "shown"),
    [(100.0, 5.0, 105.0, 105.0), (200.0, 5.0, 105.0, 205.0), (50.0, 5.0, 105.0, 105.0)],
    ids=["at the same time", "later", "by a clock that is behind"],
)
def test_a_restored_clock_shows_what_it_showed_or_later(read, pushed, moment, shown):
    clock = Clock.frozen(read)
    clock.restore(pushed, moment)

    assert clock.now() == shown


@pytest.mark.parametrize("moment", ["noon", "", "1e9", "0001-01-01", "9999-01-01", "2026-13-01"])
def test_what_is_no_moment_is_wrong_use(moment):
    ended = run_to_end(f"--clock={moment}")

    assert ended.returncode == 2
    assert "a moment like" in ended.stderr


def test_a_process_begins_at_the_moment_it_was_told():
    with running("--clock", "2026-01-02T09:20:00+00:00") as (_, about):
        shown = [state_of(about)["portal"]["now"] for _ in range(2)]

    assert shown == ["2026-01-02T11:20:00+02:00"] * 2, json.dumps(about)
