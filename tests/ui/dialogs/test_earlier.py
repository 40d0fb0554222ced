"""A dialog that was met late says that something lies before, and reads it when it is asked to."""

from contextlib import asynccontextmanager

from PySide6.QtCore import Qt

from app.ui.dialogs.page import DialogsPage
from tests.helpers.past import heard_late
from tests.ui.dialogs.conftest import is_loaded

METHOD = "imopenlines.session.history.get"


@asynccontextmanager
async def opened(folder, until, theme, **options):
    """The page with the dialog that was met late."""
    async with heard_late(folder, until, **options) as (portal, desk, dialog):
        page = DialogsPage(desk, theme)
        theme.look_after(page)
        page.resize(1364, 800)
        page.show()
        page.take(dialog)
        await until(lambda: page.transcript_model.is_open and is_loaded(page.view))
        yield portal, desk, page
        await page.leave()
        page.hide()
        page.deleteLater()


def texts(page):
    """What stands in the transcript on the screen."""
    return [page.transcript_model.message(each.position).text for each in shown(page)]


def shown(page):
    return [each for each in page.view.window_rows.placed if each.row]


async def test_a_click_reads_what_was_said_before(qtbot, theme, until, tmp_path):
    async with opened(tmp_path, until, theme) as (_, _, page):
        bar = page.conversation.earlier
        await until(bar.isVisible)
        assert "not here" in bar.accessibleName()
        assert bar.button.accessibleName() == "Read earlier messages from the portal"

        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
        await until(lambda: texts(page)[-3:] == ["I take both", "Packed 1", "And sent"])
        await until(lambda: "members of the chat" in bar.accessibleName())
        assert "Anna Kovaleva" in page.conversation.heading.name.whole_text()
        assert "session 2052" in page.conversation.heading.place.whole_text()


async def test_the_reader_stays_where_he_reads_until_the_conversation_begins(
    qtbot, theme, until, tmp_path
):
    late = opened(tmp_path, until, theme, answers=60, as_member=True)
    async with late as (_, _, page):
        await until(page.conversation.earlier.isVisible)
        command = next(c for c in page.commands() if c.text.startswith("Read earlier"))
        await until(command.enabled)
        command.run()
        bar = page.conversation.earlier
        await until(lambda: "There may be more" in bar.accessibleName())
        await until(bar.button.isEnabled)
        await until(lambda: page.transcript_model.first < -40 and is_loaded(page.view))
        page.view.verticalScrollBar().setValue(0)
        await until(lambda: shown(page) and shown(page)[0].position == page.transcript_model.first)
        await until(lambda: is_loaded(page.view))
        place = page.view.window_rows.placed[1]

        page.conversation.heading.earlier_asked.emit()
        await until(lambda: not page.conversation.earlier.isVisible())
        await until(lambda: page.transcript_model.is_open and is_loaded(page.view))
        stays = page.view.window_rows.find(place.position)
        assert stays is not None
        assert stays.y == place.y
        page.view.set_focused(page.transcript_model.first)
        await until(lambda: texts(page)[0] == "begins")
        said = page.view.spoken.message(page.transcript_model.message(page.view.focused), 0)
        assert "Here the conversation begins" in said


async def test_a_refusal_is_told_and_a_person_may_ask_again(qtbot, theme, until, tmp_path):
    async with opened(tmp_path, until, theme) as (portal, _, page):
        bar = page.conversation.earlier
        await until(bar.isVisible)
        await portal.order("fault", kind="ACCESS_DENIED", method=METHOD, count=1)
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
        await until(page.conversation.error.isVisible)
        assert bar.button.isEnabled()

        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
        await until(lambda: "I take both" in texts(page))
        assert not page.conversation.error.isVisible()


async def test_a_dialog_that_is_played_here_is_not_said_to_be_cut(page, dialog, until):
    assert not page.conversation.earlier.isVisible()
