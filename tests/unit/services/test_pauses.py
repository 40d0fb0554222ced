"""Replies that can be taken back: they wait their seconds, in order, and over a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.dialog import Author, Delivery, DialogState
from app.services.clock import utc_now
from app.services.failures import NotPossible
from app.services.notes import NoteKind, read_note
from app.services.outbox import OutboxCounts
from app.ui.preferences import Preferences
from tests.helpers.acts import answered
from tests.helpers.desk import ANNA, connected, messages, open_test_desk, written

LONG = 3600.0


class Watch:
    """A clock that a test moves on."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead


@pytest.fixture
def watch():
    return Watch()


async def talked(desk, until):
    """A dialog that the operator has taken."""
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    await answered(desk, dialog)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    return dialog


async def texts(sandbox, desk, dialog):
    chat = await sandbox.chat(desk.dialogs.get(dialog))
    return [each["text"] for each in chat["messages"]]


async def test_a_clock_that_is_set_back_makes_no_pause_longer(sandbox, tmp_path, until, watch):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day", pause=60.0)
        watch.ahead = timedelta(hours=-1)

        assert desk.outbox.pauses.left(dialog, reply.position) <= 60.0
        desk.outbox._alarm.ring()
        await written(desk, replace(ANNA, id="u-2", chat="conv-2"), "Something else")
        await until(lambda: desk.outbox.counts == OutboxCounts(queued=1))
        watch.ahead = timedelta(hours=-1, seconds=61)
        desk.outbox._alarm.ring()
        await until(lambda: desk.outbox.counts == OutboxCounts())
        assert "Good day" in await texts(sandbox, desk, dialog)


async def test_a_reply_leaves_only_when_its_pause_is_over(sandbox, tmp_path, until, watch):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day", pause=LONG)
        await written(desk, replace(ANNA, id="u-2", chat="conv-2"), "Something else")
        await until(lambda: desk.outbox.counts == OutboxCounts(queued=1))
        before = await texts(sandbox, desk, dialog)

        assert desk.outbox.pauses.waiting(dialog) == (reply.position,)
        watch.ahead = timedelta(seconds=LONG + 1)
        desk.outbox._alarm.ring()
        await until(lambda: desk.outbox.counts == OutboxCounts())

        assert "Good day" not in before
        assert (await texts(sandbox, desk, dialog))[-1] == "Good day"
        assert desk.outbox.pauses.waiting(dialog) == ()


async def test_what_is_taken_back_is_a_draft_again_and_was_never_sent(
    sandbox, tmp_path, until, watch
):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day", pause=LONG)

        draft = await desk.outbox.take_back(dialog, reply.position, "And more")

        watch.ahead = timedelta(seconds=LONG + 1)
        await desk.outbox.reply(dialog, "The next one")
        await until(lambda: desk.outbox.counts == OutboxCounts())
        there = (await messages(desk, dialog))[reply.position]
        assert draft == await desk.dialogs.draft(dialog, "operator") == "Good day\nAnd more"
        assert read_note(there).kind is NoteKind.TAKEN_BACK
        assert "Good day" not in await texts(sandbox, desk, dialog)


async def test_what_has_left_cannot_be_taken_back(sandbox, tmp_path, until):
    async with open_test_desk(sandbox, tmp_path) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day")
        await until(lambda: desk.outbox.counts == OutboxCounts())

        with pytest.raises(NotPossible, match="TOO_LATE"):
            await desk.outbox.take_back(dialog, reply.position)

        assert (await messages(desk, dialog))[reply.position].text == "Good day"
        assert await desk.dialogs.draft(dialog, "operator") == ""


async def test_replies_leave_in_the_order_in_which_they_were_written(
    sandbox, tmp_path, until, watch
):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        await desk.outbox.reply(dialog, "first", pause=LONG)
        await desk.outbox.reply(dialog, "second")
        waiting = desk.outbox.counts

        watch.ahead = timedelta(seconds=LONG + 1)
        desk.outbox._alarm.ring()
        await until(lambda: desk.outbox.counts == OutboxCounts())

        assert waiting == OutboxCounts(queued=2)
        assert (await texts(sandbox, desk, dialog))[-2:] == ["first", "second"]


async def test_a_customers_message_waits_for_no_pause_and_keeps_its_place(
    sandbox, tmp_path, until, watch
):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day", pause=LONG)
        await desk.outbox.send(dialog, "Still there?")
        await until(lambda: desk.outbox.counts == OutboxCounts())

        assert (await texts(sandbox, desk, dialog))[-2:] == ["Good day", "Still there?"]
        assert desk.outbox.pauses.left(dialog, reply.position) == 0


async def test_after_a_restart_a_reply_can_be_taken_back_once_more_for_as_long(
    sandbox, tmp_path, until, watch
):
    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        dialog = await talked(desk, until)
        reply = await desk.outbox.reply(dialog, "Good day", pause=LONG)
    watch.ahead = timedelta(seconds=2 * LONG)  # nobody was there when its time came

    async with open_test_desk(sandbox, tmp_path, clock=watch) as desk:
        left = desk.outbox.pauses.left(dialog, reply.position)
        queued = desk.outbox.counts
        before = await texts(sandbox, desk, dialog)
        watch.ahead = timedelta(seconds=4 * LONG)
        desk.outbox._alarm.ring()
        await until(lambda: desk.outbox.counts == OutboxCounts())
        sent = (await messages(desk, dialog))[reply.position]

        assert LONG - 60 < left <= LONG
        assert queued == OutboxCounts(queued=1)
        assert "Good day" not in before
        assert (await texts(sandbox, desk, dialog)).count("Good day") == 1
        assert (sent.author, sent.delivery) == (Author.OPERATOR, Delivery.DELIVERED)


async def test_a_reply_that_is_taken_back_leaves_the_customer_waiting(sandbox, tmp_path, until):
    async with open_test_desk(sandbox, tmp_path) as desk:
        dialog = await talked(desk, until)
        since = desk.dialogs.get(dialog).waiting_since
        reply = await desk.outbox.reply(dialog, "Good day", pause=LONG)
        await desk.outbox.take_back(dialog, reply.position)

        head = desk.dialogs.get(dialog)
        assert since is not None
        assert (head.waiting_since, head.answered_at) == (since, None)
        assert head.last_text == "Hello"


@pytest.mark.parametrize(
    ("kept", "chosen"), [(-1, 0), (0, 0), (5, 5), (7, 5), (10, 10), (10**9, 10)]
)
def test_of_a_wish_in_a_file_the_nearest_choice_is_taken(kept, chosen):
    assert Preferences(take_back=kept).pause == chosen
