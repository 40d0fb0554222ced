"""Each of the seven events of a connector: from somebody's act at the portal to the window."""

import pytest

from app.domain.connector import LineState
from app.domain.dialog import Author, Delivery, DialogState
from app.services.notes import NoteKind, read_note
from app.ui.connectors.page import ConnectorsPage
from app.ui.dialogs.page import DialogsPage
from tests.helpers.desk import ANNA, CONNECTOR, DATA, LINE, REGISTRATION, hearing


@pytest.fixture
async def connected(desk, until):
    await desk.connectors.refresh()
    async for step in desk.connectors.connect(REGISTRATION, LINE, DATA):
        assert step.ok
    await hearing(desk, until)
    return desk


@pytest.fixture
async def dialogs_page(qtbot, theme, connected):
    page = DialogsPage(connected, theme)
    page.resize(1200, 800)
    page.show()
    yield page
    await page.leave()
    page.deleteLater()


@pytest.fixture
async def dialog(dialogs_page, connected, until):
    dialog = await connected.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello")
    dialogs_page.take(dialog.id)
    await until(lambda: row(dialogs_page, dialog.id).portal_chat)
    return dialog.id


def row(page, dialog):
    return next(each for each in page.pane.shown.all() if each.id == dialog)


def bubbles(page):
    model = page.transcript_model
    model.want(0, model.count() - 1)
    return model.messages()


def bubble(page, text):
    return next((each for each in bubbles(page) if each.text == text), None)


async def test_a_customers_first_message_opens_the_dialog(dialogs_page, dialog):
    assert row(dialogs_page, dialog).state is DialogState.OPEN


async def test_an_operators_reply_becomes_a_bubble_with_his_name(
    dialogs_page, dialog, sandbox, until
):
    await sandbox.reply(row(dialogs_page, dialog), "Yes, [b]two[/b] left.", user_id=12)
    await until(lambda: bubble(dialogs_page, "Yes, [b]two[/b] left."))

    reply = bubble(dialogs_page, "Yes, [b]two[/b] left.")
    assert (reply.author, reply.author_name) == (Author.OPERATOR, "Ann Lee")
    assert row(dialogs_page, dialog).last_author is Author.OPERATOR


async def test_an_acknowledged_reply_that_is_edited_keeps_its_old_text(
    dialogs_page, dialog, sandbox, until
):
    number = await sandbox.reply(row(dialogs_page, dialog), "Two left.")
    await until(lambda: bubble(dialogs_page, "Two left."))
    await until(lambda: bubble(dialogs_page, "Two left.").delivery is Delivery.DELIVERED)
    await sandbox.order("edit", message_id=number, text="Three left.")
    await until(lambda: bubble(dialogs_page, "Three left."))

    assert bubble(dialogs_page, "Three left.").edits[-1].text == "Two left."
    assert bubble(dialogs_page, "Two left.") is None


async def test_an_acknowledged_reply_that_is_deleted_becomes_a_tombstone(
    dialogs_page, dialog, sandbox, until
):
    number = await sandbox.reply(row(dialogs_page, dialog), "Wrong window")
    await until(lambda: bubble(dialogs_page, "Wrong window"))
    await until(lambda: bubble(dialogs_page, "Wrong window").delivery is Delivery.DELIVERED)
    await sandbox.order("delete", message_id=number)

    await until(lambda: bubble(dialogs_page, "Wrong window").deleted_at)


async def test_a_closed_session_closes_the_dialog_and_is_noted(
    dialogs_page, dialog, sandbox, until
):
    await sandbox.order("close", chat_id=row(dialogs_page, dialog).portal_chat)
    await until(lambda: row(dialogs_page, dialog).state is DialogState.CLOSED)

    notes = [read_note(each) for each in bubbles(dialogs_page)]
    assert NoteKind.SESSION_FINISHED in [note.kind for note in notes if note]


async def test_a_session_opened_at_the_portal_opens_the_dialog_again(
    dialogs_page, dialog, connected, sandbox, until
):
    await sandbox.order("close", chat_id=row(dialogs_page, dialog).portal_chat)
    await until(lambda: row(dialogs_page, dialog).state is DialogState.CLOSED)
    await sandbox.reply(row(dialogs_page, dialog), "One more thing")

    await until(lambda: row(dialogs_page, dialog).state is DialogState.OPEN)


async def test_a_connector_switched_off_at_the_portal_is_shown_as_not_connected(
    qtbot, theme, connected, sandbox, until
):
    page = ConnectorsPage(connected, theme)
    await until(lambda: page.cell(CONNECTOR, LINE) is LineState.WORKING)
    await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)

    await until(lambda: page.cell(CONNECTOR, LINE) is LineState.NOT_CONNECTED)
    await page.leave()
    page.deleteLater()


async def test_a_line_deleted_at_the_portal_disappears_from_the_grid(
    qtbot, theme, connected, sandbox, until
):
    page = ConnectorsPage(connected, theme)
    columns = page.presenter.grid_model.columnCount()
    await sandbox.order("delete-line", line=LINE)

    await until(lambda: page.presenter.grid_model.columnCount() == columns - 1)
    await page.leave()
    page.deleteLater()
