"""All seven events, from what somebody does at the portal to what the console knows.

With the portal's self-exclusion and without it: in the second case the console also hears of its
own acts and must not show them twice.
"""

import pytest

from app.domain.connector import LineState
from app.domain.dialog import Author, Delivery, DialogState
from app.services.notes import NoteKind, read_note
from app.services.outbox import OutboxCounts
from tests.e2e.conftest import serve
from tests.helpers.acts import answered
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    OTHER_LINE,
    connected,
    messages,
    open_test_desk,
    written,
)


def notes(rows):
    return [note.kind for row in rows if (note := read_note(row))]


@pytest.mark.parametrize("flags", [(), ("--no-self-exclusion",)])
async def test_every_event_reaches_the_dialogs_once(tmp_path, until, flags):
    async with serve(*flags) as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        await desk.connectors.refresh()
        dialog = await written(desk, text="Is the blue lamp in stock?")

        def now():
            return desk.dialogs.get(dialog)

        async def row(position):
            return (await desk.dialogs.page(dialog, position, 1))[0]

        # DialogStart, told by the portal or by the answer to our own call
        await until(lambda: now().state is DialogState.OPEN)

        # MessageAdd
        im = await portal.reply(now(), "Yes, [b]two[/b] left.")
        await until(lambda: now().unread == 1)
        await until(lambda: desk.outbox.counts == OutboxCounts())
        position = now().count - 1
        added = await row(position)
        assert (added.author, added.author_name) == (Author.OPERATOR, "Ann Lee")
        assert (added.text, added.im) == ("Yes, [b]two[/b] left.", im)
        assert added.delivery is Delivery.DELIVERED

        # MessageUpdate
        await portal.order("edit", message_id=im, text="Yes, [b]three[/b] left.")
        await until(lambda: now().last_text == "Yes, [b]three[/b] left.")
        assert [old.text for old in (await row(position)).edits] == ["Yes, [b]two[/b] left."]

        # MessageDelete
        await portal.order("delete", message_id=im)
        await until(lambda: now().last_author is Author.CUSTOMER)
        assert (await row(position)).deleted_at is not None

        # DialogFinish
        await portal.order("close", chat_id=now().portal_chat)
        await until(lambda: now().state is DialogState.CLOSED)

        # DialogStart again: the next words open a session
        await desk.outbox.send(dialog, "One more question")
        await until(lambda: now().state is DialogState.OPEN)

        # our own reply, which the portal may or may not tell us of
        await answered(desk, dialog)
        await desk.outbox.reply(dialog, "Ask away")
        await until(lambda: desk.outbox.counts == OutboxCounts())

        # StatusDelete
        await portal.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(
            lambda: desk.connectors.status(CONNECTOR, LINE).state is LineState.NOT_CONNECTED
        )

        # LineDelete
        await portal.order("delete-line", line=OTHER_LINE)
        await until(lambda: [line.id for line in desk.connectors.lines()] == [LINE])
        await until(lambda: desk.feed.health.queue == 0)

        rows = await messages(desk, dialog)

    assert notes(rows) == [
        NoteKind.SESSION_STARTED,
        NoteKind.SESSION_FINISHED,
        NoteKind.SESSION_STARTED,
        NoteKind.LINE_DISCONNECTED,
    ]
    texts = [each.text for each in rows if read_note(each) is None]
    assert texts == [
        "Is the blue lamp in stock?",
        "Yes, [b]three[/b] left.",
        "One more question",
        "Ask away",
    ]
