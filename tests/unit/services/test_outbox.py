"""Everything that leaves: on disk first, in order, never twice by itself."""

from datetime import timedelta

import pytest

from app.bitrix.errors import Refused
from app.domain.dialog import Author, Customer, Delivery, DialogState
from app.services import looking
from app.services.failures import JournalFull, NotPossible
from app.services.outbox import OutboxCounts
from tests.helpers.acts import answered, finished
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    running,
    written,
)

BORIS = Customer("u-2", "Борис", "conv-2")


def delivery(desk, dialog, position, wanted):
    """A condition for `until`, kept true by what the service told."""
    seen = {}
    desk.dialogs.message_changed.connect(
        lambda change: seen.update({(change.message.dialog, change.message.position): change})
    )
    return lambda: (dialog, position) in seen and seen[dialog, position].message.delivery is wanted


LOOKS = ("imopenlines.dialog.get", "im.chat.get")


async def lost(desk, sandbox, until, text, *, kind="cut"):
    """A message whose answer was lost, in a chat that nobody may read."""
    await sandbox.order("fault", kind=kind, method="imconnector.send.messages", count=1)
    for method in LOOKS:
        await sandbox.order("fault", kind="ACCESS_DENIED", method=method, count=None)
    problems = []
    desk.dialogs.message_changed.connect(lambda change: problems.append(change.message.problem))
    dialog = await written(desk, text=text)
    await until(lambda: problems and problems[-1] and problems[-1].code == "CHAT_UNREADABLE")
    return dialog


async def texts(portal, dialog):
    return [each["text"] for each in (await portal.chat(dialog))["messages"]]


async def test_a_message_is_on_disk_before_anything_is_called(quiet, sandbox):
    dialog = await written(quiet, text="Is the blue lamp in stock?")

    (message,) = await messages(quiet, dialog)
    assert message.delivery is Delivery.QUEUED
    assert message.external_ids
    assert await sandbox.calls("imconnector.send.messages") == []


async def test_a_sent_message_opens_the_dialog_at_the_portal_and_here(live, sandbox, until):
    dialog = await written(live, text="Is the blue lamp in stock?")
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)

    here = live.dialogs.get(dialog)
    there = await sandbox.chat(here)
    assert there["id"] == here.portal_chat
    assert there["sessions"][0]["id"] == here.session
    assert await texts(sandbox, here) == ["Is the blue lamp in stock?"]
    assert (await messages(live, dialog))[0].delivery is Delivery.SENT


async def test_messages_of_a_dialog_arrive_in_their_order(live, sandbox, until):
    dialog = await written(live, text="0")
    for number in range(1, 12):
        await live.outbox.send(dialog, str(number))
    await until(lambda: live.outbox.counts == OutboxCounts())

    wanted = [str(number) for number in range(12)]
    assert await texts(sandbox, live.dialogs.get(dialog)) == wanted


async def test_a_customers_brackets_are_no_markup_at_the_portal(live, sandbox, until):
    dialog = await written(live, text="[b]look[/b]")
    await until(lambda: live.outbox.counts == OutboxCounts())

    (there,) = await texts(sandbox, live.dialogs.get(dialog))
    assert "[b]" not in there
    assert (await messages(live, dialog))[0].text == "[b]look[/b]"


async def test_an_inactive_line_makes_the_message_failed_and_it_can_be_sent_again(
    live, sandbox, until
):
    await live.connectors.deactivate(CONNECTOR, LINE)
    dialog = await written(live, text="Anybody?")
    await until(lambda: live.outbox.counts.failed == 1)
    failed = (await messages(live, dialog))[0]

    await live.connectors.activate(CONNECTOR, LINE)
    await live.outbox.retry(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (failed.delivery, failed.problem.code) == (Delivery.FAILED, "NOT_ACTIVE_LINE")
    sent = (await messages(live, dialog))[0]
    assert (sent.delivery, sent.problem) == (Delivery.SENT, None)
    assert sent.external_ids == failed.external_ids
    assert await texts(sandbox, live.dialogs.get(dialog)) == ["Anybody?"]


async def test_a_failing_dialog_holds_up_no_other(live, sandbox, until):
    await live.connectors.set_error(CONNECTOR, LINE)
    await connected(live, line=57)
    bad = await written(live, text="to the broken line")
    good = await live.outbox.start_dialog(CONNECTOR, 57, BORIS, "to the working line")
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))

    assert (await messages(live, bad))[0].delivery is Delivery.FAILED
    assert (await messages(live, good.id))[0].delivery is Delivery.SENT


async def test_a_throttled_portal_is_waited_out_and_nothing_is_doubled(live, sandbox, until):
    await sandbox.order("fault", kind="query_limit", method="imconnector.send.messages", count=1)
    dialog = await written(live, text="patience")
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert await texts(sandbox, live.dialogs.get(dialog)) == ["patience"]


async def test_what_nobody_can_look_up_stays_unknown_and_says_why(live, sandbox, until):
    dialog = await lost(live, sandbox, until, "did it arrive?")

    message = (await messages(live, dialog))[0]
    assert message.delivery is Delivery.UNKNOWN
    assert message.problem.code == "CHAT_UNREADABLE"
    assert "ACCESS_DENIED" in message.problem.text
    assert len(await sandbox.calls("imconnector.send.messages")) == 1


async def test_a_person_settles_what_arrived_without_a_call(live, sandbox, until):
    dialog = await lost(live, sandbox, until, "it did")

    await live.outbox.settle(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    assert len(await sandbox.calls("imconnector.send.messages")) == 1


async def test_a_person_may_send_again_what_nobody_can_look_up(live, sandbox, until, monkeypatch):
    monkeypatch.setattr(looking, "PATIENCE", timedelta(0))
    dialog = await lost(live, sandbox, until, "once more", kind="html")

    await live.outbox.retry(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    assert await texts(sandbox, live.dialogs.get(dialog)) == ["once more"]


async def test_a_person_who_wants_it_sent_again_makes_no_second_one_of_what_is_found(
    live, sandbox, until
):
    dialog = await lost(live, sandbox, until, "only once")
    await sandbox.order("clear-faults")

    await live.outbox.retry(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    assert await texts(sandbox, live.dialogs.get(dialog)) == ["only once"]


async def test_a_check_by_hand_finds_what_has_become_readable(live, sandbox, until):
    dialog = await lost(live, sandbox, until, "look again")
    await sandbox.order("clear-faults")

    await live.outbox.check(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    assert len(await sandbox.calls("imconnector.send.messages")) == 1


async def test_an_edit_shows_at_once_keeps_the_old_text_and_reaches_the_portal(
    live, sandbox, until
):
    dialog = await written(live, text="blue")
    await until(lambda: live.outbox.counts == OutboxCounts())
    shown = await live.outbox.edit(dialog, 0, "green")
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (shown.text, [edit.text for edit in shown.edits]) == ("green", ["blue"])
    assert await texts(sandbox, live.dialogs.get(dialog)) == ["green"]
    assert live.dialogs.get(dialog).last_text == "green"


async def test_an_edit_before_sending_sends_only_the_new_text(quiet, sandbox, until):
    dialog = await written(quiet, text="blue")
    shown = await quiet.outbox.edit(dialog, 0, "green")
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts())

    assert shown.edits == ()
    assert await texts(sandbox, quiet.dialogs.get(dialog)) == ["green"]
    assert await sandbox.calls("imconnector.update.messages") == []


async def test_a_refused_edit_says_so_and_can_be_taken_back(live, sandbox, until):
    dialog = await written(live, text="blue")
    await until(lambda: live.outbox.counts == OutboxCounts())
    await live.connectors.set_error(CONNECTOR, LINE)
    await live.outbox.edit(dialog, 0, "green")
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))
    refused = (await messages(live, dialog))[0]

    back = await live.outbox.discard(dialog, 0)

    assert (refused.text, refused.problem.code) == ("green", "NOT_ACTIVE_LINE")
    assert (back.text, back.edits, back.problem) == ("blue", (), None)


async def test_a_deletion_shows_at_once_and_reaches_the_portal(live, sandbox, until):
    dialog = await written(live, text="never mind")
    await until(lambda: live.outbox.counts == OutboxCounts())
    shown = await live.outbox.delete(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert shown.deleted_at is not None
    assert shown.text == "never mind"
    assert (await sandbox.chat(live.dialogs.get(dialog)))["messages"][0]["deleted"]


async def test_a_message_deleted_before_it_left_is_never_sent(quiet, sandbox, until):
    dialog = await written(quiet, text="never mind")
    await quiet.outbox.delete(dialog, 0)
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts())

    assert await sandbox.calls("imconnector.send.messages") == []


async def test_a_discarded_message_stays_as_a_tombstone_and_is_never_sent(quiet, sandbox, until):
    dialog = await written(quiet, text="draft")
    await quiet.outbox.send(dialog, "the real one")
    gone = await quiet.outbox.discard(dialog, 0)
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts())

    assert gone.deleted_at is not None
    assert await texts(sandbox, quiet.dialogs.get(dialog)) == ["the real one"]


async def test_a_new_title_is_the_portals_too(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.outbox.counts == OutboxCounts())

    renamed = await live.outbox.rename(dialog, "VIP: Anna")

    assert renamed.name == "VIP: Anna"
    assert (await sandbox.chat(renamed))["title"] == "VIP: Anna"


async def test_a_refused_title_changes_nothing(live, until):
    dialog = await written(live)
    await until(lambda: live.outbox.counts == OutboxCounts())
    await live.connectors.set_error(CONNECTOR, LINE)

    with pytest.raises(Refused):
        await live.outbox.rename(dialog, "VIP: Anna")

    assert live.dialogs.get(dialog).name == "Anna Kovaleva"


async def test_an_own_reply_reaches_the_portal_and_is_acknowledged(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)
    await answered(live, dialog)
    queued = await live.outbox.reply(dialog, "Good day")
    arrived = delivery(live, dialog, queued.position, Delivery.DELIVERED)
    await until(arrived)

    message = (await messages(live, dialog))[queued.position]
    assert (message.author, message.author_name) == (Author.OPERATOR, "Olga Demina")
    there = (await sandbox.chat(live.dialogs.get(dialog)))["messages"][-1]
    assert (there["id"], there["text"]) == (message.im, "Good day")
    assert tuple(there["external_ids"]) == message.external_ids


async def test_the_own_answer_and_end_are_applied_here_since_the_portal_does_not_tell(
    live, sandbox, until
):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)

    taken = await answered(live, dialog)
    closed = await finished(live, dialog)

    assert taken.operator == "Olga Demina"
    assert (closed.state, closed.waiting_since) == (DialogState.CLOSED, None)
    assert (await sandbox.chat(closed))["state"] == "closed"


async def test_a_refused_reply_makes_nobody_the_operator(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)
    await sandbox.order("fault", kind="ACCESS_ERROR", method="im.message.add", count=1)
    refused = await live.outbox.reply(dialog, "Good day")
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))
    after_refusal = live.dialogs.get(dialog)
    await answered(live, dialog)
    await live.outbox.retry(dialog, refused.position)
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert after_refusal.operator == ""
    assert after_refusal.waiting_since is not None
    assert live.dialogs.get(dialog).operator == "Olga Demina"
    assert live.dialogs.get(dialog).waiting_since is None


async def test_a_reply_needs_a_chat_at_the_portal(quiet):
    dialog = await written(quiet)

    with pytest.raises(NotPossible) as caught:
        await quiet.outbox.reply(dialog, "too early")

    assert caught.value.problem.code == "NO_CHAT_YET"


@pytest.mark.parametrize("text", ["", "  \n "])
async def test_an_empty_text_is_not_sent(quiet, text):
    with pytest.raises(NotPossible) as caught:
        await written(quiet, text=text)

    assert caught.value.problem.code == "EMPTY_TEXT"
    assert quiet.dialogs.all() == ()


async def test_the_same_customer_in_the_same_chat_is_the_same_dialog(quiet):
    first = await written(quiet, text="one")
    second = await written(quiet, text="two")

    assert first == second
    assert [each.text for each in await messages(quiet, first)] == ["one", "two"]


async def test_deliveries_wait_for_a_hand_when_the_switch_is_off(live, sandbox, until):
    await live.outbox.set_auto_deliver(False)
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)
    await sandbox.reply(live.dialogs.get(dialog), "Good day")
    await until(lambda: live.dialogs.get(dialog).unread == 1)
    (*_, waiting) = await messages(live, dialog)
    await live.outbox.deliver(dialog, waiting.position)
    await until(lambda: live.outbox.counts == OutboxCounts())

    (*_, delivered) = await messages(live, dialog)
    assert waiting.delivery is Delivery.RECEIVED
    assert delivered.delivery is Delivery.DELIVERED
    with pytest.raises(NotPossible):
        await live.outbox.deliver(dialog, waiting.position)


async def test_the_switch_is_remembered(sandbox, tmp_path):
    session = await sandbox.sign_in()
    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        await desk.outbox.set_auto_deliver(False)

    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        assert desk.outbox.auto_deliver is False


async def test_a_lost_acknowledgement_is_repeated_with_the_same_ids(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.OPEN)
    method = "imconnector.send.status.delivery"
    await sandbox.order("fault", kind="cut", method=method, count=1)
    await sandbox.reply(live.dialogs.get(dialog), "Good day")
    await until(lambda: live.outbox.problem is not None)
    live.outbox.hurry()
    await until(lambda: live.outbox.counts == OutboxCounts())

    (*_, message) = await messages(live, dialog)
    assert message.delivery is Delivery.DELIVERED
    there = (await sandbox.chat(live.dialogs.get(dialog)))["messages"][-1]
    assert tuple(there["external_ids"]) == message.external_ids


async def test_a_signed_out_outbox_keeps_everything_and_says_why(live, sandbox, until):
    await sandbox.order("tokens", action="revoke", which="all")
    dialog = await written(live, text="later")
    await until(lambda: live.outbox.problem is not None)

    assert live.session.signed_out is not None
    assert live.outbox.counts.queued == 1
    assert (await messages(live, dialog))[0].delivery is Delivery.QUEUED


async def test_a_full_disk_holds_messages_back_and_nothing_is_lost(live, sandbox, until):
    dialog = await written(live, text="before")
    await until(lambda: live.outbox.counts == OutboxCounts())
    limit = "PRAGMA max_page_count = "

    def fill(conn):
        (pages,) = conn.execute("PRAGMA page_count").fetchone()
        conn.execute(f"{limit}{pages}")

    await live.journal.run(fill)
    with pytest.raises(JournalFull):
        await live.outbox.send(dialog, "x" * 200_000)
    await live.journal.run(lambda conn: conn.execute(f"{limit}1000000"))
    await live.outbox.send(dialog, "after")
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert await texts(sandbox, live.dialogs.get(dialog)) == ["before", "after"]


async def test_what_was_being_sent_when_the_program_ended_has_an_unknown_outcome(tmp_path):
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            dialog = await written(desk)
            await desk.journal.run(lambda conn: conn.execute("UPDATE job SET state = 'running'"))

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            assert desk.outbox.counts == OutboxCounts(unknown=1)
            assert (await messages(desk, dialog))[0].delivery is Delivery.UNKNOWN
            assert await portal.calls("imconnector.send.messages") == []


async def test_a_refusal_inside_a_successful_call_is_a_failure_with_the_portals_words(live, until):
    dialog = await written(live, Customer("", "", "conv-9"), "from nobody")
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))

    (message,) = await messages(live, dialog)
    assert message.delivery is Delivery.FAILED
    assert message.problem.code == "MESSAGE_REFUSED"
    assert message.problem.text == "Not all the required data was provided"
    assert any(record.failed and record.status == 200 for record in live.traffic.records)


async def test_an_outcome_that_finds_no_room_on_the_disk_is_written_as_soon_as_there_is_some(
    live, sandbox, until, monkeypatch
):
    lanes = live.outbox._lanes
    full_once = [JournalFull("no room")]

    class Dialogs:
        async def write(self, work):
            if full_once and await sandbox.calls("imconnector.send.messages"):
                raise full_once.pop()
            return await live.dialogs.write(work)

    monkeypatch.setattr(lanes, "_dialogs", Dialogs())
    dialog = await written(live, text="sent, but not noted")
    await until(lambda: live.outbox.problem is not None)
    full = live.outbox.problem
    while_full = (await messages(live, dialog))[0].delivery
    live.outbox.hurry()
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (full.code, while_full) == ("DISK_FULL", Delivery.SENDING)
    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    assert len(await sandbox.calls("imconnector.send.messages")) == 1
