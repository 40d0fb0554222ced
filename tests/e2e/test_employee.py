"""An employee's day on a portal in a process of its own: nothing needs an administrator."""

from app.domain.dialog import Author, Delivery, DialogState
from app.domain.feed import FeedSource
from app.services.notes import NoteKind, read_note
from app.services.outbox import OutboxCounts
from tests.e2e.conftest import serve
from tests.helpers.desk import connected, messages, open_test_desk, written

ANN, OLEG = 12, 7


async def test_an_employee_writes_as_customer_and_sees_what_operators_answer(tmp_path, until):
    async with serve("--preset", "employee") as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        dialog = await written(desk, text="Is the blue lamp in stock?")

        def now():
            return desk.dialogs.get(dialog)

        await until(lambda: now().state is DialogState.OPEN)
        own = await portal.reply(now(), "Yes, [b]two[/b] left.", user_id=ANN)
        await until(lambda: now().unread == 1)
        await portal.order("transfer", chat_id=now().portal_chat, to_user=OLEG)
        await portal.order("answer", chat_id=now().portal_chat, user_id=OLEG)
        foreign = await portal.reply(now(), "I take over.", user_id=OLEG)
        await until(lambda: now().unread == 2)
        await until(lambda: desk.outbox.counts == OutboxCounts())
        bubbles = [row for row in await messages(desk, dialog) if row.author is Author.OPERATOR]
        there = {row["id"]: row for row in (await portal.chat(now()))["messages"]}

        assert desk.feed.health.source is FeedSource.IM_EVENTS
        assert [(row.author_name, row.text, row.im) for row in bubbles] == [
            ("Ann Lee", "Yes, [b]two[/b] left.", own),
            ("Олег Иванов", "I take over.", foreign),
        ]
        assert {row.delivery for row in bubbles} == {Delivery.DELIVERED}
        assert there[own]["delivered"]
        assert there[foreign]["delivered"]
        refused = (await portal.state())["refusals"]
        assert refused == {"ACCESS_ERROR": 1}, "the chat of the other one was asked for once"


async def test_answers_that_came_while_the_program_was_closed_are_there_after_the_start(
    tmp_path, until
):
    async with serve("--preset", "employee") as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            await until(lambda: desk.feed.health.source is FeedSource.IM_EVENTS)
            chat = desk.dialogs.get(dialog)
        for number in range(130):
            await portal.reply(chat, f"answer {number}", user_id=ANN)
        await portal.order("close", chat_id=chat.portal_chat)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.dialogs.get(dialog).unread == 130)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.CLOSED)
            rows = await messages(desk, dialog)

    written_there = [row.text for row in rows if row.author is Author.OPERATOR]
    assert written_there == [f"answer {number}" for number in range(130)]
    notes = [note.kind for row in rows if (note := read_note(row))]
    assert NoteKind.EVENTS_MISSED not in notes
