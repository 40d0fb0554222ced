"""What alerts go by: the feed, the limits and the messages of a real desk."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from app.domain.alerts import Alert, AlertKind, Way
from app.domain.calls import CallKind, CallRecord
from app.domain.dialog import Author, Delivery, Message, MessageChange
from app.domain.feed import FeedHealth, FeedSource, FeedState
from app.domain.problem import Problem
from app.services import alert_rows
from app.services.receipts import NOT_DELIVERED
from tests.helpers.desk import CONNECTOR, LINE, connected, open_test_desk, written
from tests.unit.services.test_alerts import Moves, Told

LOST = Problem(NOT_DELIVERED, "The channel is closed")


@pytest.fixture
def clock():
    return Moves()


@pytest.fixture
async def desk(sandbox, tmp_path, clock):
    async with open_test_desk(sandbox, tmp_path, run=False, clock=clock) as opened:
        await connected(opened)
        await opened.connectors.refresh()
        yield opened


def feels(desk, state=FeedState.LIVE, **more):
    """The feed tells how it is."""
    desk.feed.health = FeedHealth(state, FeedSource.CONFIRMED, **more)
    desk.feed.health_changed.emit(desk.feed.health)


def call(clock, number, method, **more):
    at = clock()
    return CallRecord(number, at, CallKind.REST, method, "", 200, 10, "", "", **more)


def fares(desk, dialog, position, delivery, author=Author.OPERATOR, **more):
    """A message has come so far."""
    parts = (dialog, position, author, "Olga", "Hello", desk.alerts._clock())
    message = Message(*parts, delivery, **more)
    desk.dialogs.message_changed.emit(MessageChange(message, inserted=False))


async def codes(desk):
    await desk.alerts.look()
    return [each.code for each in desk.alerts.active if not each.of_dialog]


async def test_an_outage_is_told_after_a_minute_and_once(desk, clock):
    told = Told(desk.alerts)
    feels(desk, FeedState.UNREACHABLE)
    assert await codes(desk) == []
    clock.wait(seconds=61)
    feels(desk, FeedState.UNREACHABLE)
    assert await codes(desk) == ["source_unreachable"]
    clock.wait(hours=1)
    assert await codes(desk) == ["source_unreachable"]
    feels(desk, FeedState.LIVE)
    assert await codes(desk) == []
    assert told.all == [("+", "source_unreachable"), ("-", "source_unreachable")]


async def test_silence_counts_from_the_last_event_and_from_the_beginning_of_listening(desk, clock):
    feels(desk, last_event=clock() - timedelta(hours=9))
    assert await codes(desk) == []
    clock.wait(minutes=61)
    assert await codes(desk) == ["silence"]
    feels(desk, last_event=clock())
    assert await codes(desk) == []


async def test_nobody_is_told_of_silence_while_every_line_is_closed(desk, clock):
    opens = (clock() + timedelta(hours=12)).time()
    minutes = opens.hour * 60 + opens.minute
    hours = {"WORKTIME_ENABLE": True, "WORKTIME_FROM": minutes, "WORKTIME_TO": (minutes + 1) % 1440}
    for line in desk.lines.all():
        await desk.lines.save(line.id, hours | {"WORKTIME_TIMEZONE": "UTC", "WORKTIME_DAYOFF": ()})
    feels(desk, last_event=clock())
    clock.wait(hours=5)

    assert await codes(desk) == []


async def test_a_paused_feed_is_neither_silent_nor_late(desk, clock):
    feels(desk, FeedState.PAUSED, last_event=clock(), lag=900.0)
    clock.wait(hours=5)

    assert await codes(desk) == []


async def test_late_events_are_told_but_not_those_that_waited_for_an_outage_to_end(desk, clock):
    feels(desk, last_event=clock() - timedelta(minutes=30), lag=1800.0)
    assert await codes(desk) == []
    clock.wait(minutes=5)
    feels(desk, last_event=clock() - timedelta(seconds=90), lag=90.0)
    assert await codes(desk) == ["lag"]
    feels(desk, last_event=clock() - timedelta(seconds=40), lag=40.0)
    assert await codes(desk) == ["lag"]
    feels(desk, last_event=clock(), lag=2.0)
    assert await codes(desk) == []


async def test_a_method_that_is_blocked_is_told_until_it_works_again(desk, clock):
    desk.traffic.add(call(clock, 1, "im.dialog.get", operating=400.0))
    assert await codes(desk) == ["limit_near"]
    desk.traffic.add(call(clock, 2, "im.dialog.get", error="OPERATION_TIME_LIMIT"))
    assert await codes(desk) == ["limit_blocked"]
    assert desk.alerts.active[0].place == "im.dialog.get"
    clock.wait(minutes=11)
    assert await codes(desk) == []


async def test_a_blocked_method_that_answers_is_blocked_no_more(desk, clock):
    desk.traffic.add(call(clock, 1, "im.dialog.get", error="OPERATION_TIME_LIMIT"))
    assert await codes(desk) == ["limit_blocked"]
    desk.traffic.add(call(clock, 2, "im.dialog.get", operating=1.0))
    assert await codes(desk) == []


async def test_messages_that_failed_are_told_by_connector_and_lead_to_their_dialogs(desk, clock):
    dialog = await written(desk)
    for position in range(3):
        fares(desk, dialog, position, Delivery.RECEIVED, problem=LOST)
    for position in range(3, 6):
        fares(desk, dialog, position, Delivery.DELIVERED)
    assert await codes(desk) == ["undelivered"]
    alert = next(each for each in desk.alerts.active if not each.of_dialog)
    assert (alert.connector, alert.amount, alert.way) == (CONNECTOR, 50, Way.QUEUE)
    assert desk.alerts.failed_dialogs(CONNECTOR) == (dialog,)
    for position in range(3):
        fares(desk, dialog, position, Delivery.READ)
    assert await codes(desk) == []
    assert desk.alerts.failed_dialogs(CONNECTOR) == ()


async def test_what_failed_an_hour_ago_counts_no_more(desk, clock):
    dialog = await written(desk)
    for position in range(3):
        fares(desk, dialog, position, Delivery.RECEIVED, problem=LOST)
    assert await codes(desk) == ["undelivered"]
    clock.wait(minutes=61)
    assert await codes(desk) == []


async def test_what_customers_wrote_is_no_part_of_the_share_that_did_not_reach_them(desk):
    dialog = await written(desk)
    for position in range(3):
        fares(desk, dialog, position, Delivery.FAILED, Author.CUSTOMER, problem=Problem("X", ""))
    assert await codes(desk) == []
    for position in range(3, 100):
        fares(desk, dialog, position, Delivery.SENT, Author.CUSTOMER)
    for position in range(100, 103):
        fares(desk, dialog, position, Delivery.RECEIVED, Author.BOT, problem=LOST)
    assert await codes(desk) == ["undelivered"]
    assert desk.alerts.active[-1].amount == 100


async def test_a_message_whose_acknowledgement_is_tried_again_counts_as_neither(desk):
    dialog = await written(desk)
    for position in range(3):
        fares(
            desk, dialog, position, Delivery.RECEIVED, problem=Problem("QUERY_LIMIT_EXCEEDED", "")
        )
    assert await codes(desk) == []


async def test_a_connector_switched_off_elsewhere_is_told_until_it_is_mended(desk, clock, sandbox):
    told = Told(desk.alerts)
    clock.wait(minutes=5)
    await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
    await desk.drift.check()
    assert await codes(desk) == ["connector_disconnected"]
    alert = desk.alerts.active[0]
    assert (alert.connector, alert.line, alert.way) == (CONNECTOR, LINE, Way.CONNECTORS)
    (notice,) = desk.drift.notices
    await desk.drift.heal(notice)
    assert await codes(desk) == []
    assert told.all == [("+", "connector_disconnected"), ("-", "connector_disconnected")]


async def test_a_thousand_late_dialogs_are_looked_at_in_time(desk, clock):
    """Nobody looks at all of them again: only at those in which a time has come."""

    def many(transcript):
        for number in range(1000):
            dialog = transcript.begin(CONNECTOR, LINE, f"c{number}", f"u{number}", f"Anna {number}")
            transcript.put(replace(dialog, waiting_since=clock()))

    await desk.dialogs.write(many)
    clock.wait(minutes=3)
    await desk.alerts.look()
    assert len(desk.alerts.active) == 1000
    assert desk.alerts._agenda.take(clock()) == set()


@pytest.mark.parametrize("told", ["undelivered", "source_unreachable", "limit_blocked"])
async def test_what_lasted_at_the_end_is_not_over_before_anything_was_heard(
    sandbox, tmp_path, clock, told
):
    keys = {
        "undelivered": (AlertKind.UNDELIVERED, CONNECTOR),
        "source_unreachable": (AlertKind.SOURCE, ""),
        "limit_blocked": (AlertKind.LIMIT, "crm.item.get"),
    }
    lasting = Alert(*keys[told], told, clock(), Way.DOCTOR)
    session = await sandbox.sign_in()
    async with open_test_desk(sandbox, tmp_path, session=session, run=False, clock=clock) as desk:
        await desk.journal.run(partial(alert_rows.keep, (lasting,), ()))
    async with open_test_desk(sandbox, tmp_path, session=session, run=False, clock=clock) as desk:
        assert await codes(desk) == [told]
        feels(desk)
        clock.wait(hours=2)
        assert await codes(desk) == []
