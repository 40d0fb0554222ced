"""How operators' messages are acknowledged: by itself after a time, by hand, never, or refused."""

import json
from datetime import timedelta

import pytest

from app.domain.dialog import Delivery, DialogState
from app.domain.receipts import ReceiptMode, Receipts
from app.services.clock import utc_now
from app.services.desk import open_desk
from app.services.failures import NotPossible
from app.services.outbox import OutboxCounts
from app.services.traffic import Traffic
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    running,
    written,
)

DELIVERY = "imconnector.send.status.delivery"
READING = "imconnector.send.status.reading"
SEND = "imconnector.send.messages"
MANUAL, NEVER, FAIL = (
    Receipts(ReceiptMode.MANUAL),
    Receipts(ReceiptMode.NEVER),
    Receipts(ReceiptMode.FAIL, reason="The customer has blocked us."),
)


class FastClock:
    """A clock that a test moves on."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead

    def advance(self, desk, seconds):
        self.ahead += timedelta(seconds=seconds)
        desk.outbox.hurry()


@pytest.fixture
def clock():
    return FastClock()


@pytest.fixture
async def timed(sandbox, tmp_path, clock):
    async with open_test_desk(sandbox, tmp_path, clock=clock) as desk:
        await connected(desk)
        yield desk


async def opened(desk, until, **who):
    dialog = await written(desk, **who)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    return dialog


async def replied(desk, sandbox, until, dialog, text="Good day"):
    """The operator's message as it stands here, after the poll that brought it."""
    before = desk.dialogs.get(dialog).unread
    await sandbox.reply(desk.dialogs.get(dialog), text)
    await until(lambda: desk.dialogs.get(dialog).unread == before + 1)
    return await last(desk, dialog)


async def last(desk, dialog):
    return [each for each in await messages(desk, dialog) if each.im is not None][-1]


async def items(sandbox, method):
    calls = [json.loads(each["params"])["MESSAGES"] for each in await sandbox.calls(method)]
    return [item for call in calls for item in call]


async def everything(sandbox, dialog):
    """What stands in the portal's chat, with its notes."""
    chats = (await sandbox.state())["chats"]
    return next(each["messages"] for each in chats if each["id"] == dialog.portal_chat)


async def test_delivered_and_read_are_told_after_their_seconds_and_not_before(
    timed, sandbox, until, clock
):
    rule = Receipts(deliver_after=30, read=True, read_after=60)
    await timed.outbox.set_receipts(rule)
    dialog = await opened(timed, until)
    waiting = await replied(timed, sandbox, until, dialog)
    before = await items(sandbox, DELIVERY)
    told = []
    timed.dialogs.message_changed.connect(lambda change: told.append(change.message.delivery))
    clock.advance(timed, 31)
    await until(lambda: Delivery.DELIVERED in told)
    delivered = await last(timed, dialog)
    unread = await items(sandbox, READING)
    clock.advance(timed, 61)
    await until(lambda: timed.outbox.counts == OutboxCounts())

    assert (waiting.delivery, before) == (Delivery.RECEIVED, [])
    assert (delivered.delivery, unread) == (Delivery.DELIVERED, [])
    assert (await last(timed, dialog)).delivery is Delivery.READ
    assert len(await items(sandbox, DELIVERY)) == len(await items(sandbox, READING)) == 1


async def test_both_receipts_carry_the_portals_own_pair_and_our_ids_as_an_array(
    live, sandbox, until
):
    await live.outbox.set_receipts(Receipts(read=True))
    dialog = await opened(live, until)
    number = await sandbox.reply(live.dialogs.get(dialog), "Good day")
    await until(lambda: live.dialogs.get(dialog).unread == 1)
    await until(lambda: live.outbox.counts == OutboxCounts())

    message = await last(live, dialog)
    pair = {"chat_id": live.dialogs.get(dialog).portal_chat, "message_id": number}
    for method in (DELIVERY, READING):
        (item,) = await items(sandbox, method)
        assert item["im"] == pair
        assert item["message"]["id"] == list(message.external_ids)
        assert item["chat"] == {"id": live.dialogs.get(dialog).chat}


async def test_receipts_that_wait_for_their_time_survive_a_restart(tmp_path, until, clock):
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, clock=clock) as desk:
            await connected(desk)
            await desk.outbox.set_receipts(Receipts(deliver_after=600))
            dialog = await opened(desk, until)
            await replied(desk, portal, until, dialog)
            assert desk.outbox.counts == OutboxCounts(later=1)
        clock.ahead = timedelta(seconds=601)
        async with open_test_desk(portal, tmp_path, session=session, clock=clock) as desk:
            assert desk.outbox.receipts == Receipts(deliver_after=600)
            await until(lambda: desk.outbox.counts == OutboxCounts())
            assert (await last(desk, dialog)).delivery is Delivery.DELIVERED


@pytest.mark.parametrize("rule", [MANUAL, NEVER], ids=["by hand", "never"])
async def test_without_automatic_receipts_the_message_stays_in_sending_at_the_portal(
    live, sandbox, until, rule
):
    await live.outbox.set_receipts(rule)
    dialog = await opened(live, until)
    message = await replied(live, sandbox, until, dialog)
    await polled(live, until)

    assert message.delivery is Delivery.RECEIVED
    assert await items(sandbox, DELIVERY) == []
    assert (await sandbox.chat(live.dialogs.get(dialog)))["messages"][-1]["sending"]


async def test_a_dialog_can_have_a_rule_of_its_own_and_lose_it_again(live, sandbox, until):
    special, usual = await opened(live, until), None
    await live.outbox.set_receipts(NEVER, special)
    assert live.outbox.receipts_of(special) == NEVER
    assert live.outbox.receipts == Receipts()
    held = await replied(live, sandbox, until, special)
    await live.outbox.set_receipts(None, special)
    usual = await replied(live, sandbox, until, special, "Second")
    await until(lambda: live.outbox.counts == OutboxCounts())

    here = {each.im: each.delivery for each in await messages(live, special)}
    assert here[held.im] is Delivery.RECEIVED
    assert here[usual.im] is Delivery.DELIVERED


async def test_a_rule_that_wants_none_gives_up_what_waits_for_its_time(
    timed, sandbox, until, clock
):
    await timed.outbox.set_receipts(Receipts(deliver_after=30))
    dialog = await opened(timed, until)
    await replied(timed, sandbox, until, dialog)
    await timed.outbox.set_receipts(MANUAL)
    clock.advance(timed, 31)
    await until(lambda: timed.outbox.counts == OutboxCounts())

    assert await items(sandbox, DELIVERY) == []
    assert (await last(timed, dialog)).delivery is Delivery.RECEIVED


async def test_a_channel_that_fails_marks_the_message_and_tells_the_operator(live, sandbox, until):
    await live.outbox.set_receipts(FAIL)
    dialog = await opened(live, until)
    await replied(live, sandbox, until, dialog)
    await until(lambda: live.outbox.counts == OutboxCounts())

    message = await last(live, dialog)
    assert (message.delivery, message.problem.code) == (Delivery.FAILED, "NOT_DELIVERED")
    assert await items(sandbox, DELIVERY) == []
    state = await sandbox.state()
    (chat,) = [
        each for each in state["chats"] if each["id"] == live.dialogs.get(dialog).portal_chat
    ]
    told = chat["messages"][-1]
    assert (told["kind"], told["text"]) == ("system", "The customer has blocked us.")


async def test_what_was_said_not_to_be_delivered_can_be_delivered_after_all(live, sandbox, until):
    await live.outbox.set_receipts(FAIL)
    dialog = await opened(live, until)
    message = await replied(live, sandbox, until, dialog)
    await until(lambda: live.outbox.counts == OutboxCounts())
    await live.outbox.retry(dialog, message.position)
    await until(lambda: live.outbox.counts == OutboxCounts())

    here = await last(live, dialog)
    assert (here.delivery, here.problem) == (Delivery.DELIVERED, None)
    assert len(await items(sandbox, DELIVERY)) == 1


async def test_a_lost_answer_tells_the_operator_once(live, sandbox, until):
    await live.outbox.set_receipts(FAIL)
    dialog = await opened(live, until)
    await sandbox.order("fault", kind="lost", method=SEND, count=1)
    await replied(live, sandbox, until, dialog)
    await until(lambda: live.outbox.counts == OutboxCounts())

    state = await sandbox.state()
    (chat,) = [
        each for each in state["chats"] if each["id"] == live.dialogs.get(dialog).portal_chat
    ]
    assert [each["text"] for each in chat["messages"]].count("The customer has blocked us.") == 1


async def test_a_portal_without_the_reading_method_leaves_the_message_delivered(tmp_path, until):
    async with open_sandbox(reading=False) as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        await desk.outbox.set_receipts(Receipts(read=True))
        dialog = await opened(desk, until)
        await replied(desk, portal, until, dialog)
        await until(lambda: desk.outbox.counts == OutboxCounts())

        message = await last(desk, dialog)
        assert (message.delivery, message.problem) == (Delivery.DELIVERED, None)


async def test_only_messages_of_the_portal_can_be_acknowledged_by_hand(live, until):
    dialog = await opened(live, until)

    with pytest.raises(NotPossible):
        await live.outbox.deliver(dialog, 0)


@pytest.mark.parametrize("wish", [True, False])
async def test_the_general_wish_counts_where_nothing_else_was_chosen(tmp_path, wish):
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await desk.outbox.prefer(auto_deliver=wish)
            first = desk.outbox.auto_deliver
            await desk.outbox.set_receipts(FAIL)
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await desk.outbox.prefer(auto_deliver=wish)
            assert (first, desk.outbox.receipts) == (wish, FAIL)


@pytest.mark.parametrize("rule", [Receipts(), FAIL], ids=["automatic", "fail"])
async def test_who_only_looks_on_follows_no_rule_not_even_a_dialogs_own(
    sandbox, tmp_path, until, rule
):
    async with open_test_desk(sandbox, tmp_path) as desk:
        await connected(desk)
        dialog = await opened(desk, until)
        await desk.outbox.set_receipts(rule, dialog)

    session = await sandbox.sign_in()
    async with open_desk(session, Traffic(), tmp_path, acknowledges=False) as desk, running(desk):
        await sandbox.reply(desk.dialogs.get(dialog), "Good day")
        await until(lambda: desk.dialogs.get(dialog).unread)
        (*_, row) = await messages(desk, dialog)

    assert row.delivery is Delivery.RECEIVED
    assert await sandbox.calls(DELIVERY) == []


async def test_what_another_programs_customer_gets_is_not_acknowledged_by_itself(
    live, sandbox, until
):
    await live.session.caller.call(
        SEND,
        {
            "CONNECTOR": CONNECTOR,
            "LINE": LINE,
            "MESSAGES": [{"user": {"id": "u-9"}, "chat": {"id": "c-9"}, "message": {"text": "?"}}],
        },
    )
    (chat,) = (await sandbox.state())["chats"]

    async def reply(text):
        await sandbox.order("reply", chat_id=chat["id"], text=text)
        await until(lambda: text in [each.last_text for each in live.dialogs.all()])

    await reply("Good day")
    (dialog,) = live.dialogs.all()
    assert live.outbox.receipts_of(dialog.id).mode is ReceiptMode.MANUAL
    await live.outbox.set_receipts(Receipts(), dialog.id)
    await reply("How can I help?")
    await until(lambda: live.outbox.counts == OutboxCounts())

    rows = await messages(live, dialog.id)
    sent = [m.delivery for m in rows if m.delivery is not Delivery.NONE]
    assert sent == [Delivery.RECEIVED, Delivery.DELIVERED]
