"""A queue of this console's own: what its own calls cause comes back, and still stands once."""

import pytest

from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.domain.binding import OWN_QUEUE, Binding
from app.domain.dialog import Author, Delivery, DialogState
from app.domain.feed import FeedSource, FeedState
from app.services import event_places
from app.services.notes import NoteKind, read_note
from app.services.outbox import OutboxCounts
from tests.helpers.acts import answered, finished
from tests.helpers.desk import (
    LINE,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    written,
)

APART = {"auth_connector": True}


async def opened(desk, until):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    return dialog


async def bound_for(portal):
    """The queues that the portal fills with the connector's events."""
    rows = (await portal.state())["bindings"]
    return {row["auth_connector"] for row in rows if row["event"] in CONNECTOR_EVENTS}


async def shown(desk, dialog):
    rows = await messages(desk, dialog)
    return [row.text for row in rows if row.author is not Author.CUSTOMER and row.im]


@pytest.mark.parametrize("extended", [True, False])
async def test_where_the_plan_has_queues_apart_this_console_reads_its_own(
    tmp_path, until, extended
):
    async with (
        open_sandbox(**APART, offline_extended=extended) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        dialog = await opened(desk, until)
        await portal.reply(desk.dialogs.get(dialog), "from a colleague")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await polled(desk, until)

        assert await bound_for(portal) == {OWN_QUEUE}
        assert desk.feed.health.own_queue
        assert await shown(desk, dialog) == ["from a colleague"]
        assert (await portal.state())["queue"] == []


async def test_a_greeting_that_our_own_message_caused_is_seen(tmp_path, until):
    greeting = {"WELCOME_MESSAGE": "Y", "WELCOME_MESSAGE_TEXT": "Somebody will be with you soon"}
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        await until(lambda: desk.feed.health.state is FeedState.LIVE)
        await connected(desk)
        await portal.order("edit-line", line=LINE, fields=greeting)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).unread == 1)

        assert await shown(desk, dialog) == ["Somebody will be with you soon"]


async def test_what_was_applied_by_itself_and_comes_back_stands_once(tmp_path, until):
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        dialog = await opened(desk, until)
        await answered(desk, dialog)
        await desk.outbox.reply(dialog, "my own answer")
        await until(lambda: desk.outbox.counts == OutboxCounts())
        await until(lambda: desk.feed.health.events >= 2)
        await finished(desk, dialog)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.CLOSED)
        await polled(desk, until)

        assert await shown(desk, dialog) == ["my own answer"]
        notes = [note.kind for row in await messages(desk, dialog) if (note := read_note(row))]
        assert notes.count(NoteKind.SESSION_STARTED) == 1
        assert notes.count(NoteKind.SESSION_FINISHED) == 1


async def test_a_common_queue_that_is_filled_already_stays_the_one_that_is_read(tmp_path, until):
    async with open_sandbox(**APART) as portal:
        session = await portal.sign_in()
        common = EventQueue(session.caller)
        for event in CONNECTOR_EVENTS:
            await common.bind(Binding(event, offline=True))
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            dialog = await opened(desk, until)
            await portal.reply(desk.dialogs.get(dialog), "hello")
            await until(lambda: desk.dialogs.get(dialog).unread == 1)

            assert await bound_for(portal) == {""}
            assert not desk.feed.health.own_queue


async def test_a_plan_that_loses_queues_apart_while_the_program_runs_changes_the_queue(
    tmp_path, until
):
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        dialog = await opened(desk, until)
        await until(lambda: desk.feed.health.own_queue)
        await portal.order("options", auth_connector=False)
        await portal.reply(desk.dialogs.get(dialog), "while it changed")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await until(lambda: not desk.feed.health.own_queue)
        await portal.reply(desk.dialogs.get(dialog), "after it changed")
        await until(lambda: desk.dialogs.get(dialog).unread == 2)

        assert desk.feed.health.source is FeedSource.CONFIRMED
        assert await shown(desk, dialog) == ["while it changed", "after it changed"]


async def replied(desk, portal, until, text):
    """A reply whose answer comes after its event; the rows of operators afterwards."""
    dialog = await opened(desk, until)
    await answered(desk, dialog)
    late = {"kind": "delay_after", "method": "im.message.add", "seconds": 0.3}
    await portal.order("fault", count=1, **late)
    reply = await desk.outbox.reply(dialog, text)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    await polled(desk, until)
    return reply, await messages(desk, dialog)


@pytest.mark.parametrize("text", ["  two  spaces \n\n", "x\u00a0", "z" * 21_000])
async def test_an_own_reply_that_the_portal_changed_stands_once_though_its_event_came_first(
    tmp_path, until, text
):
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        reply, rows = await replied(desk, portal, until, text)

    own = [row for row in rows if row.author is Author.OPERATOR]
    assert [(row.position, row.text, row.deleted_at) for row in own] == [
        (reply.position, text, None)
    ]
    assert own[0].im is not None
    assert own[0].delivery is Delivery.DELIVERED


async def test_an_own_reply_that_was_changed_beyond_recognition_is_no_deleted_one(
    tmp_path, until, monkeypatch
):
    monkeypatch.setattr(event_places, "is_same_text", lambda there, here: False)
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        reply, rows = await replied(desk, portal, until, "Good day")

    own = [row for row in rows if row.author is Author.OPERATOR]
    assert [(row.text, row.delivery) for row in own] == [("Good day", Delivery.DELIVERED)]
    assert own[0].position > reply.position
    assert read_note(rows[reply.position]).kind is NoteKind.CHANGED_THERE
    assert not [row for row in rows if row.deleted_at is not None]
