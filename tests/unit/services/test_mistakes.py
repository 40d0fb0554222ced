"""What cannot be sent, or what the program does wrong over one call, stops that one call alone."""

from dataclasses import replace

from app.bitrix.imconnector import ImConnector
from app.domain.content import Content
from app.domain.dialog import Customer, Delivery
from tests.helpers.desk import ANNA, CONNECTOR, LINE, messages, running, written

BORIS = Customer("u-2", "Boris", "conv-2")
HALF = "half of an emoji: \ud800"


async def delivery(desk, dialog):
    (row,) = [each for each in await messages(desk, dialog) if each.external_ids]
    return row.delivery, row.problem.code if row.problem else ""


async def test_an_item_that_nobody_can_read_fails_and_the_others_leave(quiet, sandbox, until):
    deep = Content(payload="[" * 150 + "]" * 150)
    bad = await quiet.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello", deep)
    good = await written(quiet, BORIS, "Good day")

    async with running(quiet):
        await until(lambda: quiet.outbox.counts.queued == 0)

    assert await delivery(quiet, bad.id) == (Delivery.FAILED, "ITEM_UNREADABLE")
    assert await delivery(quiet, good) == (Delivery.SENT, "")


async def test_a_mistake_during_a_call_leaves_a_message_that_is_looked_for(
    quiet, sandbox, until, monkeypatch
):
    real = ImConnector.send_messages

    async def mistaken(self, connector, line, items):
        await real(self, connector, line, items)
        raise KeyError(items[0].text) if items[0].text == "Hello" else AssertionError

    monkeypatch.setattr(ImConnector, "send_messages", mistaken)
    dialog = await written(quiet)

    async with running(quiet):
        await until(lambda: quiet.outbox.counts.queued == quiet.outbox.counts.unknown == 0)

    assert await delivery(quiet, dialog) == (Delivery.SENT, "")
    assert len(await sandbox.calls("imconnector.send.messages")) == 1


async def test_halves_of_emoji_are_replaced_when_they_are_kept(quiet):
    anna = replace(ANNA, name=HALF)
    dialog = await quiet.outbox.start_dialog(CONNECTOR, LINE, anna, HALF)
    await quiet.dialogs.save_draft(dialog.id, HALF)

    (row,) = await messages(quiet, dialog.id)
    kept = (row.text, quiet.dialogs.customer(dialog.id).name, await quiet.dialogs.draft(dialog.id))
    assert kept == (HALF.replace("\ud800", "\ufffd"),) * 3
