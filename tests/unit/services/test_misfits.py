"""A row of the outbox's table that makes no sense stops for itself alone, at every start."""

from dataclasses import replace

import pytest

from app.bitrix.imconnector import ImConnector
from app.domain.content import PLAIN
from app.domain.dialog import Customer, Delivery
from app.services import outcomes
from app.services.jobs import count_jobs
from tests.helpers.desk import messages, running, written

BORIS = Customer("u-2", "Boris", "conv-2")
_JOB = "INSERT INTO job (dialog, position, kind, state, created_at{more}) VALUES (1, {values})"


def job(values, more=""):
    return _JOB.format(values=values, more=f", {more}" if more else "")


#: What stands in the table; and what becomes of the call, and of the message.
MISFITS = {
    "its message is gone": ([job("999, 'send', 'waiting', 'x'")], {}, Delivery.SENT, ""),
    "its kind is unknown": (
        [job("0, 'teleport', 'waiting', 'x'")],
        *({}, Delivery.SENT, "CALL_FAILED"),
    ),
    "its state is unknown": (
        [job("0, 'send', 'dreaming', 'x'")],
        *({"undecided": 1}, Delivery.UNKNOWN, "CALL_FAILED"),
    ),
    "its time is no date": (
        [job("0, 'deliver', 'waiting', 'x', 'yesterday'", "due_at")],
        *({"failed": 1}, Delivery.SENT, "CALL_FAILED"),
    ),
    "it was asked at no date": (
        [job("0, 'send', 'running', 'x', 'yesterday'", "asked_at")],
        *({"undecided": 1}, Delivery.UNKNOWN, "CALL_FAILED"),
    ),
    "it acknowledges what has no number": (
        [job("0, 'deliver', 'waiting', 'x'")],
        *({"failed": 1}, Delivery.SENT, "CALL_FAILED"),
    ),
    "its item is no JSON": (
        [job("0, 'send', 'waiting', 'x', '{nonsense'", "payload")],
        *({"failed": 1}, Delivery.FAILED, "ITEM_UNREADABLE"),
    ),
    "its message has no id of ours": (
        ["UPDATE message SET external_ids = '[]'", job("0, 'send', 'waiting', 'x'")],
        *({"failed": 1}, Delivery.FAILED, "CALL_FAILED"),
    ),
    "the same, and it may have been made": (
        ["UPDATE message SET external_ids = '[]'", job("0, 'send', 'running', 'x'")],
        *({"undecided": 1}, Delivery.UNKNOWN, "CALL_FAILED"),
    ),
    "its message cannot be read": (
        [
            "UPDATE message SET external_ids = 'nonsense' WHERE position = 0",
            job("0, 'send', 'waiting', 'x'"),
        ],
        *({"failed": 1}, None, ""),
    ),
}


async def sent(desk, until, **who):
    """A dialog whose first message has arrived."""
    dialog = await written(desk, **who)
    async with running(desk):
        await until(lambda: not desk.outbox.counts.queued)
    return dialog


@pytest.mark.parametrize("name", MISFITS)
async def test_a_call_that_makes_no_sense_keeps_nobody_back(quiet, until, name):
    statements, left, delivery, code = MISFITS[name]
    dialog = await sent(quiet, until)

    def spoil(conn):
        conn.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            conn.execute(statement)

    await quiet.journal.run(spoil)
    other = await written(quiet, BORIS, "Good day")
    async with running(quiet):
        await until(lambda: not quiet.outbox.counts.queued)
        alive = await written(quiet, replace(BORIS, chat="conv-3"), "still here")
        await until(lambda: not quiet.outbox.counts.queued)

    assert await quiet.journal.run(count_jobs) == left
    if delivery is not None:
        (row, *_) = await messages(quiet, dialog)
        assert (row.delivery, row.problem.code if row.problem else "") == (delivery, code)
    for each in (other, alive):
        (first, *_) = await messages(quiet, each)
        assert first.delivery is Delivery.SENT


async def test_one_of_a_bundle_that_cannot_be_sent_leaves_the_others_alone(quiet, sandbox, until):
    dialogs = [await sent(quiet, until), await sent(quiet, until, customer=BORIS)]
    entries = [(each, "together", PLAIN) for each in dialogs]
    await quiet.outbox.send_together(entries)
    await quiet.journal.run(
        lambda conn: conn.execute("UPDATE job SET payload = '{nonsense' WHERE dialog = 1")
    )
    async with running(quiet):
        await until(lambda: not quiet.outbox.counts.queued)

    last = [(await messages(quiet, each))[-1].delivery for each in dialogs]
    assert last == [Delivery.FAILED, Delivery.SENT]


async def test_an_outcome_that_cannot_be_written_down_stops_that_call_alone(
    quiet, until, monkeypatch
):
    monkeypatch.setattr(outcomes, "start_session", _mistaken)
    dialog = await written(quiet)
    async with running(quiet):
        await until(lambda: quiet.outbox.counts.unknown)
        other = await written(quiet, BORIS, "Good day")
        monkeypatch.undo()
        await until(lambda: not quiet.outbox.counts.queued)

    assert (await messages(quiet, other))[0].delivery is Delivery.SENT
    assert (await messages(quiet, dialog))[0].delivery in (Delivery.UNKNOWN, Delivery.SENT)


def _mistaken(*_):
    raise KeyError("session")


async def test_a_call_without_its_message_is_dropped_before_another_message_comes_in_its_place(
    quiet, sandbox, until, monkeypatch
):
    monkeypatch.setattr(ImConnector, "delete_messages", _mistaken)
    dialog = await sent(quiet, until)
    count = quiet.dialogs.get(dialog).count
    await quiet.journal.run(lambda conn: conn.execute(job(f"{count}, 'delete', 'waiting', 'x'")))
    await quiet.outbox.recover()
    later = await quiet.outbox.send(dialog, "a new message")
    async with running(quiet):
        await until(lambda: not quiet.outbox.counts.queued)

    row = (await messages(quiet, dialog))[later.position]
    assert (later.position, row.delivery, row.deleted_at) == (count, Delivery.SENT, None)
