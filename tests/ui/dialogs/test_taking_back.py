"""A reply waits some seconds on the screen and can be taken back into the field."""

import pytest
from PySide6.QtCore import Qt

from app.domain.dialog import Delivery
from app.services.notes import NoteKind, read_note
from app.services.outbox import OutboxCounts
from tests.helpers.acts import answered
from tests.helpers.desk import messages

LONG = 3600.0


@pytest.fixture
async def operator(page, dialog, desk, until):
    """The composer writes as the operator who has the dialog; replies wait for an hour."""
    await answered(desk, dialog.id)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    desk.outbox.pauses.seconds = LONG
    page.composer.switch()
    assert page.composer.is_operator
    return page.conversation.composer


async def reply(qtbot, page, desk, until, text="Good day"):
    """Type and send; the reply that waits."""
    field = page.conversation.composer.field
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    await until(lambda: page.view.words.pause(page.transcript_model.messages()[-1]))
    return page.transcript_model.messages()[-1]


async def test_a_reply_shows_how_long_it_waits_and_a_way_to_take_it_back(
    qtbot, page, operator, desk, until
):
    message = await reply(qtbot, page, desk, until)
    await until(lambda: page.view.rows.layout(message.position).boxes[-1].actions)

    below = page.view.rows.layout(message.position).boxes[-1]
    assert below.shown.text.startswith("Leaves in 3600 s")
    assert [action for *_, action in below.actions] == ["takeback"]
    assert "Leaves in 3600 s" in page.view.spoken.message(message, message.position)
    assert message.delivery is Delivery.QUEUED


@pytest.mark.parametrize("way", ["link", "key in the field", "key in the transcript"])
async def test_taking_back_puts_the_text_into_the_field_and_sends_nothing(
    qtbot, page, operator, desk, sandbox, until, way
):
    message = await reply(qtbot, page, desk, until)
    if way == "link":
        page.view.action_asked.emit(message.position, "takeback")
    elif way == "key in the field":
        qtbot.keyClick(operator.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        page.view.set_focused(message.position)
        qtbot.keyClick(page.view, Qt.Key.Key_Z)
    await until(lambda: operator.field.toPlainText() == "Good day")

    there = (await messages(desk, message.dialog))[message.position]
    chat = await sandbox.chat(desk.dialogs.get(message.dialog))
    assert read_note(there).kind is NoteKind.TAKEN_BACK
    assert desk.outbox.counts == OutboxCounts()
    assert "Good day" not in [each["text"] for each in chat["messages"]]


async def test_what_was_typed_meanwhile_stays_behind_what_is_taken_back(
    qtbot, page, operator, desk, until
):
    message = await reply(qtbot, page, desk, until)
    qtbot.keyClicks(operator.field, "and more")
    page.view.action_asked.emit(message.position, "takeback")

    await until(lambda: operator.field.toPlainText() == "Good day\nand more")


async def test_with_something_typed_the_undo_key_undoes_typing(qtbot, page, operator, desk, until):
    await reply(qtbot, page, desk, until)
    qtbot.keyClicks(operator.field, "oops")
    qtbot.keyClick(operator.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "oops" not in operator.field.toPlainText()
    assert desk.outbox.counts == OutboxCounts(queued=1)


async def test_what_a_customer_writes_has_no_pause(qtbot, page, dialog, desk, until):
    desk.outbox.pauses.seconds = LONG
    field = page.conversation.composer.field
    qtbot.keyClicks(field, "One more question")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    await until(lambda: page.transcript_model.messages()[-1].delivery is Delivery.SENT)
    assert page.transcript_model.messages()[-1].text == "One more question"


async def test_without_a_wish_for_it_a_reply_leaves_at_once(qtbot, page, operator, desk, until):
    desk.outbox.pauses.seconds = 0
    qtbot.keyClicks(operator.field, "Good day")
    qtbot.keyClick(operator.field, Qt.Key.Key_Return)

    await until(lambda: page.transcript_model.messages()[-1].delivery is Delivery.DELIVERED)
