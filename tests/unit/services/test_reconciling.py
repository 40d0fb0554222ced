"""A message that may have arrived is looked for in the portal's chat before it is sent again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.dialog import Customer, Delivery, DialogState
from app.services import lanes, looking
from app.services.clock import utc_now
from app.services.looking import MOST_TRIES
from app.services.outbox import OutboxCounts
from app.services.rows import stamp
from tests.helpers.acts import answered
from tests.helpers.desk import (
    ANNA,
    CONNECTOR,
    LINE,
    REGISTRATION,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    running,
    sending,
    written,
)

SEND, REPLY = "imconnector.send.messages", "im.message.add"
READS = ("im.dialog.messages.get", "imopenlines.session.history.get")


@pytest.fixture
def impatient(monkeypatch):
    """What is not in the chat counts as surely absent at once, and rests are short."""
    monkeypatch.setattr(looking, "PATIENCE", timedelta(0))
    monkeypatch.setattr(lanes, "FIRST_DELAY", 0.01)


async def opened(desk, until):
    """A dialog with one message at the portal, taken by the signed-in operator."""
    dialog = await written(desk, text="Hello")
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    await answered(desk, dialog)
    return dialog


async def fail(sandbox, method, kind, count=1):
    await sandbox.order("fault", kind=kind, method=method, count=count)


async def settled(desk, until):
    await until(lambda: desk.outbox.counts == OutboxCounts())


async def there(sandbox, desk, dialog):
    return [each["text"] for each in (await sandbox.chat(desk.dialogs.get(dialog)))["messages"]]


async def test_a_message_whose_answer_was_lost_is_found_in_its_chat_and_not_sent_again(
    live, sandbox, until
):
    dialog = await opened(live, until)
    await fail(sandbox, SEND, "lost")
    sent = await live.outbox.send(dialog, "did you get it?")
    await settled(live, until)

    message = (await messages(live, dialog))[sent.position]
    assert (message.delivery, message.problem) == (Delivery.SENT, None)
    assert len(await sandbox.calls(SEND)) == 2
    assert await there(sandbox, live, dialog) == ["Hello", "did you get it?"]


@pytest.mark.parametrize("group", [False, True])
async def test_the_chat_of_a_customer_whose_first_answer_was_lost_is_found_by_its_key(
    live, sandbox, until, group
):
    flags = REGISTRATION.flags | {"CHAT_GROUP": group}
    await live.connectors.register(replace(REGISTRATION, flags=flags))
    await fail(sandbox, SEND, "lost")
    dialog = await written(live, text="Anybody there?")
    await settled(live, until)

    here = live.dialogs.get(dialog)
    assert (here.state, here.portal_chat is None) == (DialogState.OPEN, False)
    assert (await messages(live, dialog))[0].delivery is Delivery.SENT
    state = await sandbox.state()
    (chat,) = [each for each in state["chats"] if each["chat"] == ANNA.chat]
    assert (chat["id"], chat["sessions"][-1]["id"]) == (here.portal_chat, here.session)
    assert len(await sandbox.calls(SEND)) == 1


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.usefixtures("impatient")
async def test_a_message_that_is_surely_not_there_is_sent_again_with_the_same_id(
    live, sandbox, until, first
):
    dialog = await written(live, ANNA if first else Customer("u-9", "Ivo", "conv-9"), "Hello")
    if not first:
        await settled(live, until)
    await fail(sandbox, SEND, "reset")
    sent = await live.outbox.send(dialog, "never arrived")
    await settled(live, until)

    message = (await messages(live, dialog))[sent.position]
    assert message.delivery is Delivery.SENT
    assert message.external_ids == sent.external_ids
    chat = await sandbox.chat(live.dialogs.get(dialog))
    assert [each["text"] for each in chat["messages"]] == ["Hello", "never arrived"]
    assert tuple(chat["messages"][-1]["external_ids"]) == sent.external_ids


async def test_a_call_may_still_be_at_work_so_what_is_not_there_yet_is_not_sent_at_once(
    live, sandbox, until
):
    dialog = await opened(live, until)
    await fail(sandbox, SEND, "reset")
    sent = await live.outbox.send(dialog, "still on its way?")
    await until(lambda: live.outbox.counts.unknown == 1)
    live.outbox.hurry()
    await until(lambda: live.outbox.counts.unknown == 1)

    assert (await messages(live, dialog))[sent.position].delivery is Delivery.UNKNOWN
    assert live.outbox.problem is None
    assert await there(sandbox, live, dialog) == ["Hello"]


async def test_messages_behind_one_of_unknown_outcome_wait_and_leave_in_their_order(
    live, sandbox, until
):
    dialog = await opened(live, until)
    other = await live.outbox.start_dialog(CONNECTOR, LINE, Customer("u-2", "Boris", "c-2"), "me")
    await settled(live, until)
    for method in READS:
        await fail(sandbox, method, "ACCESS_DENIED", count=None)
    await fail(sandbox, SEND, "lost")
    for text in ("one", "two", "three"):
        await live.outbox.send(dialog, text)
    await until(lambda: live.outbox.counts == OutboxCounts(queued=2, unknown=1))
    await live.outbox.send(other.id, "and me")
    await until(lambda: live.outbox.counts == OutboxCounts(queued=2, unknown=1))
    held = [each.delivery for each in await messages(live, dialog) if each.text in ("two", "three")]

    await sandbox.order("clear-faults")
    await live.outbox.check(dialog, (await found(live, dialog, "one")).position)
    await settled(live, until)

    assert held == [Delivery.QUEUED, Delivery.QUEUED]
    assert await there(sandbox, live, dialog) == ["Hello", "one", "two", "three"]
    assert await there(sandbox, live, other.id) == ["me", "and me"]


async def found(desk, dialog, text):
    return next(each for each in await messages(desk, dialog) if each.text == text)


async def test_a_reply_whose_answer_was_lost_is_found_by_author_text_and_time(live, sandbox, until):
    dialog = await opened(live, until)
    await fail(sandbox, REPLY, "lost")
    reply = await live.outbox.reply(dialog, "Yes,\n two left")
    await settled(live, until)

    message = (await messages(live, dialog))[reply.position]
    (*_, last) = (await sandbox.chat(live.dialogs.get(dialog)))["messages"]
    assert (message.im, message.delivery) == (last["id"], Delivery.DELIVERED)
    assert tuple(last["external_ids"]) == message.external_ids
    assert len(await sandbox.calls(REPLY)) == 1


@pytest.mark.usefixtures("impatient")
async def test_a_reply_of_the_same_words_that_is_known_is_not_taken_for_the_lost_one(
    live, sandbox, until
):
    dialog = await opened(live, until)
    await live.outbox.reply(dialog, "Yes")
    await settled(live, until)
    await fail(sandbox, REPLY, "reset")
    await live.outbox.reply(dialog, "Yes")
    await settled(live, until)

    assert await there(sandbox, live, dialog) == ["Hello", "Yes", "Yes"]
    replies = [each.im for each in await messages(live, dialog) if each.text == "Yes"]
    assert len(set(replies)) == 2


@pytest.mark.usefixtures("impatient")
async def test_another_text_of_the_same_person_at_that_time_makes_it_doubtful(
    quiet, sandbox, until
):
    dialog = await written(quiet, text="Hello")
    async with sending(quiet.outbox):
        await until(lambda: quiet.dialogs.get(dialog).state is DialogState.OPEN)
        await answered(quiet, dialog)
        me = quiet.session.capabilities.user.id
        await sandbox.reply(quiet.dialogs.get(dialog), "typed at the portal", user_id=me)
        await fail(sandbox, REPLY, "reset")
        reply = await quiet.outbox.reply(dialog, "typed here")
        problems = []
        quiet.dialogs.message_changed.connect(lambda change: problems.append(change.message))
        await until(lambda: problems and problems[-1].problem)
        await until(lambda: problems[-1].problem.code == "CHAT_AMBIGUOUS")

    assert (await messages(quiet, dialog))[reply.position].delivery is Delivery.UNKNOWN
    assert await there(sandbox, quiet, dialog) == ["Hello", "typed at the portal"]


@pytest.mark.usefixtures("impatient")
async def test_a_message_that_was_deleted_while_its_outcome_was_unknown_is_not_sent(
    quiet, sandbox, until
):
    dialog = await written(quiet, text="never mind")
    await quiet.journal.run(lambda conn: conn.execute("UPDATE job SET state = 'running'"))
    await quiet.outbox.recover()
    await quiet.outbox.delete(dialog, 0)
    async with running(quiet):
        await settled(quiet, until)

    assert (await messages(quiet, dialog))[0].deleted_at is not None
    assert await sandbox.calls(SEND) == []


@pytest.mark.usefixtures("impatient")
async def test_after_several_calls_without_effect_nothing_is_sent_by_itself_any_more(
    live, sandbox, until
):
    dialog = await opened(live, until)
    before = len(await sandbox.calls(SEND))
    await fail(sandbox, SEND, "html", count=None)
    sent = await live.outbox.send(dialog, "into the void")
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))

    message = (await messages(live, dialog))[sent.position]
    assert (message.delivery, message.problem.code) == (Delivery.FAILED, "NEVER_ARRIVED")
    assert len(await sandbox.calls(SEND)) <= before + MOST_TRIES


@pytest.mark.parametrize("executed", [True, False])
@pytest.mark.usefixtures("impatient")
async def test_after_a_crash_the_chat_is_asked_what_became_of_a_call(tmp_path, until, executed):
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            dialog = await written(desk)
            if executed:
                async with sending(desk.outbox):
                    await settled(desk, until)
            await desk.journal.run(_crash)

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await settled(desk, until)
            (message,) = [each for each in await messages(desk, dialog) if each.external_ids]
            assert message.delivery is Delivery.SENT
            assert await there(portal, desk, dialog) == ["Hello"]
            assert len(await portal.calls(SEND)) == 1


def _crash(conn):
    """As a killed program leaves its journal: the call had begun, and no answer was written."""
    conn.execute("UPDATE job SET state = 'running', asked_at = ?", (stamp(utc_now()),))
    if not conn.execute("SELECT count(*) FROM job").fetchone()[0]:
        conn.execute(
            "INSERT INTO job (dialog, position, kind, state, created_at, asked_at) "
            "SELECT dialog, position, 'send', 'running', at, ? FROM message "
            "WHERE author = 'customer'",
            (stamp(utc_now()),),
        )
        conn.execute("UPDATE dialog SET portal_chat = NULL, portal_user = '', session = NULL")


async def test_a_message_behind_one_in_doubt_says_that_it_waits_for_it(live, sandbox, until):
    for method in READS:
        await fail(sandbox, method, "ACCESS_DENIED", count=None)
    await fail(sandbox, SEND, "lost")
    dialog = await written(live, text="first")
    await until(lambda: live.outbox.counts.unknown == 1)
    await live.outbox.send(dialog, "second")
    other = await written(live, Customer("u-2", "Boris", "conv-2"), "elsewhere")

    async def told():
        rows = [m for m in await messages(live, dialog) if m.text == "second"]
        return rows[0].delivery, rows[0].problem and rows[0].problem.code

    assert await told() == (Delivery.QUEUED, "WAITS_FOR_EARLIER")
    await live.outbox.settle(dialog, 0)
    await until(lambda: live.outbox.counts == OutboxCounts())
    assert await told() == (Delivery.SENT, None)
    assert (await messages(live, other))[0].problem is None
