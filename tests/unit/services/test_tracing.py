"""What is kept of how a message came to be: rows and calls, cut honestly, gone with the message."""

from dataclasses import replace

from app.domain.calls import CallKind, CallRecord
from app.domain.dialog import Delivery
from app.domain.receipts import ReceiptMode, Receipts
from app.domain.trace import CallEvidence, RowEvidence, Standing, Station, Wait
from app.services.clock import utc_now
from app.services.evidence import Traces
from app.services.subject import about
from app.services.tracing import LONGEST
from tests.helpers.desk import connected, messages, open_test_desk, written


def traces(desk):
    """The ways of messages on this desk."""
    return Traces(
        desk.journal,
        desk.dialogs,
        held=lambda: desk.outbox.problem,
        receipts=desk.outbox.receipts_of,
    )


async def arrived(desk, until):
    """Anna has written, and the portal has a chat: her dialog."""
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    return dialog


async def answered(desk, sandbox, until, delivery=Delivery.DELIVERED):
    """Anna has written and an operator has answered: both messages."""
    dialog = await arrived(desk, until)
    heard = {}
    stop = desk.dialogs.message_changed.connect(
        lambda change: heard.update({change.message.text: change.message})
    )
    await sandbox.reply(desk.dialogs.get(dialog), "Two left.")
    await until(lambda: "Two left." in heard and heard["Two left."].delivery is delivery)
    stop()
    return (await messages(desk, dialog))[0], heard["Two left."]


def record(**changes):
    """A call as the transport would tell it."""
    usual = CallRecord(
        7, utc_now(), CallKind.REST, "some.method", "https://a.example", 200, 5, "", ""
    )
    return replace(usual, **changes)


def calls_kept(conn):
    """How many calls stand in the journal."""
    return conn.execute("SELECT count(*) FROM made_call").fetchone()[0]


async def standings(desk, message):
    """Each step with its standing."""
    found = await traces(desk).trace(message)
    return {step.station: step.standing for step in found.steps}


async def test_a_message_of_the_portal_keeps_its_row_and_the_calls_made_for_it(
    live, sandbox, until
):
    _, answer = await answered(live, sandbox, until)

    row, call = await traces(live).evidence(answer)

    assert isinstance(row, RowEvidence)
    assert (row.name, row.source) == ("ONIMCONNECTORMESSAGEADD", "queue")
    assert "Two left." in row.raw
    assert row.queued_at is not None
    assert isinstance(call, CallEvidence)
    assert call.record.method == "imconnector.send.status.delivery"
    assert answer.external_ids[0] in call.record.request


async def test_a_customers_message_keeps_the_call_that_carried_it_without_the_token(
    live, sandbox, until
):
    asked, _ = await answered(live, sandbox, until)

    (call,) = await traces(live).evidence(asked)

    assert call.record.method == "imconnector.send.messages"
    assert "Hello" in call.record.request
    assert '"SUCCESS":true' in call.record.answer.replace(" ", "")
    assert await live.session.access_token() not in repr(call)


async def test_what_is_kept_is_there_after_a_restart(sandbox, tmp_path, until):
    session = await sandbox.sign_in()
    async with open_test_desk(sandbox, tmp_path, session=session) as desk:
        await connected(desk)
        asked, answer = await answered(desk, sandbox, until)
        before = [await traces(desk).trace(each) for each in (asked, answer)]
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        after = [await traces(desk).trace(each) for each in (asked, answer)]

    assert after == before


async def test_the_whole_way_of_a_question_and_its_answer_is_done(live, sandbox, until):
    asked, answer = await answered(live, sandbox, until)

    for message in (asked, answer):
        assert set((await standings(live, message)).values()) == {Standing.DONE}
    steps = {step.station: step for step in (await traces(live).trace(answer)).steps}
    assert steps[Station.FETCHED].value
    moments = [steps[each].at for each in (Station.FETCHED, Station.SHOWN, Station.DELIVERED)]
    assert moments == sorted(moments)


async def test_a_row_that_changes_a_message_is_kept_beside_the_one_that_brought_it(
    live, sandbox, until
):
    _, answer = await answered(live, sandbox, until)
    await sandbox.order("edit", message_id=answer.im, text="Three left.")
    found = []

    async def edited():
        found[:] = [e for e in await traces(live).evidence(answer) if isinstance(e, RowEvidence)]
        return len(found) == 2

    while not await edited():
        await until(lambda: True)

    assert [row.name for row in found] == [
        "ONIMCONNECTORMESSAGEADD",
        "ONIMCONNECTORMESSAGEUPDATE",
    ]


async def test_a_delivery_left_to_a_person_waits_for_him(live, sandbox, until):
    await live.outbox.set_receipts(Receipts(ReceiptMode.MANUAL))
    _, answer = await answered(live, sandbox, until, Delivery.RECEIVED)

    found = await traces(live).trace(answer)

    assert found.waiting is not None
    assert (found.waiting.station, found.waiting.wait) == (Station.DELIVERY, Wait.HAND)


async def test_a_refused_message_is_broken_at_its_call_with_the_portals_code(live, sandbox, until):
    dialog = await arrived(live, until)
    await sandbox.order("fault", kind="NOT_ACTIVE_LINE", method="imconnector.send.messages")
    message = await live.outbox.send(dialog, "Anybody?")
    heard = []
    live.dialogs.message_changed.connect(lambda change: heard.append(change.message))
    await until(lambda: any(each.delivery is Delivery.FAILED for each in heard))

    failed = next(each for each in reversed(heard) if each.position == message.position)
    broken = (await traces(live).trace(failed)).broken

    assert broken is not None
    assert broken.station is Station.SEND
    assert broken.problem.code == "NOT_ACTIVE_LINE"


async def test_long_sides_of_a_call_are_cut_and_say_how_long_they_were(live, until):
    dialog = await arrived(live, until)
    told = []
    live.tracer.traced.connect(told.append)
    with about((dialog, 0)):
        live.traffic.add(record(request="q" * (LONGEST + 5), answer="a" * 3))
    await until(lambda: told)

    message = (await messages(live, dialog))[0]
    call = (await traces(live).evidence(message))[-1]

    assert isinstance(call, CallEvidence)
    assert call.cut
    assert (len(call.record.request), call.request_length) == (LONGEST, LONGEST + 5)
    assert (call.record.answer, call.answer_length) == ("aaa", 3)
    assert frozenset({(dialog, 0)}) in told


async def test_a_call_about_nothing_is_not_kept(live, until):
    dialog = await arrived(live, until)
    before = await live.journal.run(calls_kept)
    live.traffic.add(record())
    with about((dialog, 999)):  # a message that is not there
        live.traffic.add(record())

    after = await live.journal.run(calls_kept)

    assert after == before


async def test_a_call_for_several_messages_is_kept_once_and_goes_with_the_last_of_them(live, until):
    dialog = await arrived(live, until)
    await live.outbox.send(dialog, "And a second one")
    told = []
    live.tracer.traced.connect(told.append)
    positions = [0, (await messages(live, dialog))[-1].position]
    with about(*((dialog, position) for position in positions)):
        live.traffic.add(record(method="both"))
    await until(lambda: any(len(places) == 2 for places in told))

    def left(conn):
        return conn.execute("SELECT count(*) FROM made_call WHERE method = 'both'").fetchone()[0]

    def forget(position):
        return lambda conn: conn.execute("DELETE FROM message WHERE position = ?", (position,))

    counts = [await live.journal.run(left)]
    for position in positions:
        await live.journal.run(forget(position))
        counts.append(await live.journal.run(left))

    assert counts == [1, 1, 0]
