"""What is wrong, or due, is told once when it begins and once when it is over, and is kept."""

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.alerts import (
    Alert,
    AlertKind,
    AlertRules,
    MethodLoad,
    Outcomes,
    Vitals,
    Way,
    judge,
)
from app.domain.drift import DriftKind, Notice
from app.domain.feed import FeedHealth, FeedState
from app.domain.problem import Problem
from app.domain.service_levels import Levels
from app.services.failures import NotPossible
from tests.helpers.desk import LINE, OTHER_LINE, connected, open_test_desk, written

NOW = datetime(2026, 7, 14, 9, 0, tzinfo=UTC)
LIVE = FeedHealth(FeedState.LIVE, last_event=NOW, lag=1.0)
AN_HOUR = timedelta(hours=1)


class Moves:
    """A clock that can be put forward and back."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return datetime.now(UTC) + self.ahead

    def wait(self, **span):
        self.ahead += timedelta(**span)


class Told:
    """What was told of a desk's alerts, in order."""

    def __init__(self, alerts):
        self.all = []
        alerts.raised.connect(lambda some: self.all.extend(("+", each.code) for each in some))
        alerts.ended.connect(lambda some: self.all.extend(("-", each.code) for each in some))


@asynccontextmanager
async def opened(portal, folder, clock):
    async with open_test_desk(portal, folder, run=False, clock=clock) as desk:
        await connected(desk)
        await desk.connectors.refresh()
        yield desk


@pytest.fixture
def clock():
    return Moves()


@pytest.fixture
async def watched(sandbox, tmp_path, clock):
    async with opened(sandbox, tmp_path, clock) as desk:
        yield desk


async def test_a_late_answer_is_told_before_and_when_it_is_late_and_never_twice(watched, clock):
    told = Told(watched.alerts)
    dialog = await written(watched)
    for seconds in (0, 95, 3, 30, 60, 3600):
        clock.wait(seconds=seconds)
        await watched.alerts.look()

    assert told.all == [
        ("+", "warning_first_answer"),
        ("-", "warning_first_answer"),
        ("+", "breach_first_answer"),
    ]
    (alert,) = watched.alerts.active
    assert (alert.dialog, alert.line, alert.way) == (dialog, LINE, Way.DIALOG)
    assert alert.amount == 120


async def test_an_alert_is_over_when_the_customer_waits_no_longer(watched, clock):
    told, dialog = Told(watched.alerts), await written(watched)
    clock.wait(minutes=3)
    await watched.alerts.look()

    def answer(transcript):
        transcript.put(replace(transcript.dialog(dialog), waiting_since=None))

    await watched.dialogs.write(answer)
    await watched.alerts.look()

    assert told.all == [("+", "breach_first_answer"), ("-", "breach_first_answer")]
    assert watched.alerts.active == ()
    (kept,) = await watched.alerts.past()
    assert kept.over_at is not None
    assert kept.over_at >= kept.since


async def test_a_clock_that_is_set_back_takes_nothing_back(watched, clock):
    told = Told(watched.alerts)
    await written(watched)
    clock.wait(minutes=3)
    await watched.alerts.look()
    clock.wait(hours=-2)
    await watched.alerts.look()
    await watched.levels.choose(Levels(60), OTHER_LINE)  # everything is looked at again
    await watched.alerts.look()
    clock.wait(hours=2)
    await watched.alerts.look()

    assert told.all == [("+", "breach_first_answer")]


async def test_a_restart_tells_nothing_again(sandbox, tmp_path, clock):
    async with opened(sandbox, tmp_path, clock) as desk:
        await written(desk)
        clock.wait(minutes=3)
        await desk.alerts.look()

    async with opened(sandbox, tmp_path, clock) as desk:
        told = Told(desk.alerts)
        before = desk.alerts.active
        await desk.alerts.look()

        assert [each.code for each in before] == ["breach_first_answer"]
        assert desk.alerts.active == before
        assert told.all == []


async def test_what_ended_while_the_program_was_closed_is_over_at_the_next_look(
    sandbox, tmp_path, clock
):
    async with opened(sandbox, tmp_path, clock) as desk:
        dialog = await written(desk)
        clock.wait(minutes=3)
        await desk.alerts.look()
        await desk.dialogs.write(
            lambda t: t.put(replace(t.dialog(dialog), waiting_since=None)) and None
        )

    async with opened(sandbox, tmp_path, clock) as desk:
        told = Told(desk.alerts)
        await desk.alerts.look()

        assert told.all == [("-", "breach_first_answer")]


async def test_other_targets_count_at_once(watched, clock):
    await written(watched)
    clock.wait(minutes=3)
    await watched.alerts.look()
    await watched.levels.choose(Levels(first_answer_s=600), LINE)
    await watched.alerts.look()

    assert watched.alerts.active == ()
    assert watched.levels.of(LINE).first_answer_s == 600
    assert watched.levels.of(57) == Levels()


async def test_nothing_is_late_while_the_line_is_closed(watched, clock):
    """The line opens for a minute a day, twelve hours from now."""
    opens = (clock() + AN_HOUR * 12).time()
    minutes = opens.hour * 60 + opens.minute
    hours = {"WORKTIME_ENABLE": True, "WORKTIME_FROM": minutes, "WORKTIME_TO": minutes + 1}
    await watched.lines.save(LINE, hours | {"WORKTIME_TIMEZONE": "UTC", "WORKTIME_DAYOFF": ()})
    await written(watched)
    clock.wait(hours=1)
    await watched.alerts.look()

    assert watched.alerts.active == ()


async def test_targets_are_kept(sandbox, tmp_path, clock):
    own = Levels(60, 0, 7200, 0.5, by_hours=False)
    async with opened(sandbox, tmp_path, clock) as desk:
        await desk.levels.choose(own, LINE)
        await desk.levels.choose(Levels(first_answer_s=30))
        await desk.alerts.choose(AlertRules(muted_lines=frozenset({LINE})))

    async with opened(sandbox, tmp_path, clock) as desk:
        assert desk.levels.of(LINE) == own
        assert desk.levels.of(57).first_answer_s == 30
        assert desk.alerts.rules.mutes(LINE, "anything")
        await desk.levels.drop_own(LINE)
        assert desk.levels.of(LINE).first_answer_s == 30


@pytest.mark.parametrize("bad", [Levels(-1), Levels(warn_share=0), Levels(warn_share=1.5)])
async def test_targets_that_make_no_sense_are_not_kept(watched, bad):
    with pytest.raises(NotPossible, match="LEVELS_BAD"):
        await watched.levels.choose(bad)
    assert watched.levels.usual == Levels()


async def test_rules_that_make_no_sense_are_not_kept(watched):
    with pytest.raises(NotPossible, match="RULES_BAD"):
        await watched.alerts.choose(AlertRules(undelivered_percent=101))
    assert watched.alerts.rules == AlertRules()


async def test_a_sign_in_that_ended_is_told_once_and_its_return_too(watched):
    told = Told(watched.alerts)
    watched.session.signed_out = Problem("expired_token", "")
    await watched.alerts.look()
    await watched.alerts.look()
    watched.session.signed_out = None
    await watched.alerts.look()

    assert told.all == [("+", "token_ended"), ("-", "token_ended")]


async def test_the_tick_looks_by_itself_when_a_time_has_come(watched, clock, until):
    await watched.levels.choose(Levels(first_answer_s=1))
    told = Told(watched.alerts)
    task = asyncio.get_running_loop().create_task(watched.alerts.run())
    await written(watched)
    await until(lambda: ("+", "breach_first_answer") in told.all)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_no_call_is_made_for_alerts(watched, sandbox, clock):
    await written(watched)
    before = len(await sandbox.calls())
    clock.wait(hours=30)
    await watched.alerts.look()

    assert len(await sandbox.calls()) == before


NOTICE = Notice(DriftKind.DISCONNECTED, "acme_shop", 42, NOW)


@pytest.mark.parametrize(
    ("seen", "codes"),
    [
        (Vitals(NOW, LIVE, live_since=NOW - AN_HOUR), []),
        (Vitals(NOW, LIVE, signed_out=True), ["token_ended"]),
        (Vitals(NOW, LIVE, token_dies_at=NOW + timedelta(days=29)), ["token_old"]),
        (Vitals(NOW, LIVE, token_dies_at=NOW + timedelta(days=31)), []),
        (Vitals(NOW, FeedHealth(FeedState.UNREACHABLE), failing_since=NOW), []),
        (
            Vitals(NOW, FeedHealth(FeedState.UNREACHABLE), failing_since=NOW - AN_HOUR),
            ["source_unreachable"],
        ),
        (
            Vitals(NOW, FeedHealth(FeedState.UNAVAILABLE), failing_since=NOW - AN_HOUR),
            ["source_unavailable"],
        ),
        (Vitals(NOW, LIVE, notices=(NOTICE,)), ["connector_disconnected"]),
        (Vitals(NOW, LIVE, overloaded=True), ["limit_overload"]),
        (Vitals(NOW, LIVE, loads=(MethodLoad("im.x", 100.0),)), []),
        (Vitals(NOW, LIVE, loads=(MethodLoad("im.x", 400.0),)), ["limit_near"]),
        (Vitals(NOW, LIVE, loads=(MethodLoad("im.x", 480.0, True),)), ["limit_blocked"]),
        (Vitals(NOW, LIVE, outcomes=(Outcomes("acme", 7, 2),)), []),
        (Vitals(NOW, LIVE, outcomes=(Outcomes("acme", 7, 3),)), ["undelivered"]),
        (Vitals(NOW, LIVE, outcomes=(Outcomes("acme", 97, 3),)), []),
        (Vitals(NOW, replace(LIVE, lag=61.0), live_since=NOW - AN_HOUR), ["lag"]),
        (Vitals(NOW, replace(LIVE, lag=61.0), live_since=NOW + AN_HOUR), []),
        (Vitals(NOW, LIVE, live_since=NOW, silent_at=NOW), ["silence"]),
        (Vitals(NOW, LIVE, live_since=NOW, silent_at=NOW + AN_HOUR), []),
        (Vitals(NOW, LIVE, live_since=None, silent_at=NOW), []),
    ],
)
def test_each_trouble_has_its_words(seen, codes):
    assert [each.code for each in judge(seen, AlertRules(), ())] == codes


@pytest.mark.parametrize(("failed", "codes"), [(6, ["undelivered"]), (5, ["undelivered"]), (4, [])])
def test_what_was_told_is_over_only_when_it_is_half_as_bad(failed, codes):
    seen = Vitals(NOW, LIVE, outcomes=(Outcomes("acme", 100 - failed, failed),))
    told = [(AlertKind.UNDELIVERED, "acme")]

    assert [each.code for each in judge(seen, AlertRules(), told)] == codes


@pytest.mark.parametrize(
    "seen",
    [
        Vitals(NOW, replace(LIVE, lag=9999.0), live_since=NOW - AN_HOUR),
        Vitals(NOW, LIVE, live_since=NOW, silent_at=NOW),
        Vitals(NOW, LIVE, outcomes=(Outcomes("acme", 0, 50),)),
    ],
)
def test_a_threshold_of_zero_switches_it_off(seen):
    off = AlertRules(silence_min=0, lag_s=0, undelivered_percent=0)

    assert judge(seen, off, ()) == ()


def test_an_alert_knows_whether_it_is_about_a_dialog():
    alert = Alert(AlertKind.BREACH, "1:first_answer", "breach_first_answer", NOW, Way.DIALOG)

    assert alert.of_dialog
    assert not replace(alert, kind=AlertKind.LAG).of_dialog


async def test_alerts_go_with_the_age_that_messages_go_with(watched, clock):
    watched.session.signed_out = Problem("expired_token", "")
    await watched.alerts.look()
    watched.session.signed_out = None
    await watched.alerts.look()
    await watched.upkeep.retention.choose(30)
    await watched.upkeep.retention.delete_old()
    assert len(await watched.alerts.past()) == 1
    clock.wait(days=31)
    await watched.upkeep.retention.delete_old()

    assert await watched.alerts.past() == ()
