"""How well a connector brings messages over: counted from what really happened at the sandbox."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from app.domain.dialog import Delivery
from app.domain.receipts import ReceiptMode, Receipts
from app.domain.statistics.facts import Period
from app.services import schema
from app.services.clock import utc_now
from app.services.delivery_health import read_health
from app.services.receipts import was_refused
from app.services.rows import stamp
from tests.helpers.desk import CONNECTOR, LINE, connected, open_test_desk, written


@pytest.fixture
async def desk(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path) as opened:
        await connected(opened)
        yield opened


async def health(desk, lines=frozenset()):
    period = Period(utc_now() - timedelta(hours=1), utc_now() + timedelta(hours=1), UTC)
    return await desk.journal.run(partial(read_health, period, lines))


async def arrived(desk, until):
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    return dialog


async def answered(desk, sandbox, until, become):
    """Anna has written, an operator has answered, and his message has become so."""
    dialog = await arrived(desk, until)
    heard = {}
    desk.dialogs.message_changed.connect(
        lambda change: heard.update({change.message.text: change.message})
    )
    await sandbox.reply(desk.dialogs.get(dialog), "Two left.")
    await until(lambda: "Two left." in heard and become(heard["Two left."]))


def is_delivered(message):
    return message.delivery is Delivery.DELIVERED


async def test_a_message_there_and_one_back_count_with_their_lags(desk, sandbox, until):
    await answered(desk, sandbox, until, is_delivered)

    (found,) = await health(desk)

    assert (found.connector, found.written, found.sent) == (CONNECTOR, 1, 1)
    assert (found.confirmed, found.undelivered, found.failed) == (1, 0, 0)
    assert (found.arrive_lag.count, found.confirm_lag.count) == (1, 1)
    assert found.undelivered_share == 0


async def test_an_answer_that_is_said_not_to_arrive_is_undelivered(desk, sandbox, until):
    await desk.outbox.set_receipts(Receipts(ReceiptMode.FAIL))
    await answered(desk, sandbox, until, was_refused)

    (found,) = await health(desk)

    assert (found.confirmed, found.undelivered_share) == (0, 1)


async def test_a_call_that_was_refused_and_made_again_is_a_retry(desk, sandbox, until):
    await sandbox.order("fault", kind="query_limit", method="imconnector.send.messages", count=1)
    await arrived(desk, until)

    (found,) = await health(desk)

    assert (found.written, found.retries, found.arrive_lag.count) == (1, 1, 1)


def test_the_first_call_that_was_answered_well_ends_the_wait():
    wrote = datetime(2026, 7, 14, 12, tzinfo=UTC)
    calls = ((5, "QUERY_LIMIT_EXCEEDED"), (10, ""), (20, ""), (30, "NOT_ACTIVE_LINE"))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        schema.migrate(conn)
        conn.execute(
            "INSERT INTO dialog (id, connector, line, chat, user, name, state) "
            "VALUES (1, 'acme', 42, 'c', 'u', 'Anna', 'open')"
        )
        conn.execute(
            "INSERT INTO message (dialog, position, author, author_name, text, at, delivery) "
            "VALUES (1, 0, 'customer', 'Anna', 'Hello', ?, 'sent')",
            (stamp(wrote),),
        )
        for number, (seconds, error) in enumerate(calls, start=1):
            at = stamp(wrote + timedelta(seconds=seconds))
            conn.execute(
                "INSERT INTO made_call VALUES "
                "(?, ?, 'imconnector.send.messages', '', 200, 500, ?, '', 0, '', 0, '', 0)",
                (number, at, error),
            )
            step = "INSERT INTO step (dialog, position, at, call) VALUES (1, 0, ?, ?)"
            conn.execute(step, (at, number))
        (found,) = read_health(Period(wrote, wrote + timedelta(hours=1), UTC), frozenset(), conn)

    assert found.retries == 3
    assert (found.arrive_lag.count, found.arrive_lag.median) == (1, pytest.approx(10.5, abs=0.01))


async def test_a_row_that_tells_the_same_once_more_is_a_duplicate(desk, sandbox, until):
    await sandbox.order("fault", kind="event_duplicate", count=1)
    await answered(desk, sandbox, until, is_delivered)

    (found,) = await health(desk)

    assert (found.sent, found.duplicates) == (1, 1)


async def test_where_everything_was_refused_nothing_was_delivered(desk, until):
    await desk.connectors.deactivate(CONNECTOR, LINE)
    await written(desk)
    await until(lambda: desk.outbox.counts.failed == 1)

    (found,) = await health(desk)

    assert (found.written, found.failed, found.undelivered_share) == (1, 1, None)


async def test_what_another_program_brings_over_counts_once_its_fate_is_known(desk, sandbox, until):
    await answered(desk, sandbox, until, is_delivered)
    unknown = "UPDATE message SET delivery = 'received' WHERE author = 'operator'"

    async def elsewhere(sql):
        await desk.journal.run(lambda conn: conn.execute(sql))
        (found,) = await health(desk)
        return found.sent, found.confirmed

    assert await elsewhere("UPDATE dialog SET customer = NULL") == (1, 1)
    assert await elsewhere(unknown) == (0, 0)
    assert await elsewhere("UPDATE dialog SET receipts = '{}'") == (1, 0)


async def test_other_lines_and_other_times_are_not_counted(desk, until):
    await arrived(desk, until)
    before = Period(datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 1, 2, tzinfo=UTC), UTC)

    assert await health(desk, frozenset({999})) == ()
    assert await desk.journal.run(partial(read_health, before, frozenset())) == ()
