"""Who only looks leaves no trace: the portal's state stays the same, byte for byte."""

import re

from PySide6.QtCore import Qt

from app.domain.dialog import DialogState
from app.ui.calls.model import is_write
from app.ui.dialogs.page import DialogsPage
from app.ui.dialogs.watch_notice import WatchNotice
from app.ui.supervise.act_menu import ActMenu
from tests.e2e.conftest import serve
from tests.helpers.desk import connected, open_test_desk, polled, written

ANN = 12


#: What the portal counts for itself whoever asks: its clock, calls, and the refused ones of them.
_COUNTED = re.compile(rb'"now":"[^"]*"|"calls":\d+|"refusals":\{[^}]*\}')
#: What the feed does all the time, watched or not: it takes from its queue.
_FEED = "event.offline."


async def state_of(portal):
    """Everything that the portal knows, as the bytes that it sends."""
    content = (await portal.http.get(portal.about["control"] + "state")).content
    assert len(_COUNTED.findall(content)) == 3
    return _COUNTED.sub(b"", content)


async def test_a_watched_dialog_leaves_the_portals_state_as_it_was(qtbot, theme, tmp_path, until):
    async with serve() as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        dialog = await written(desk, text="Is the blue lamp in stock?")
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        for number in range(40):
            await portal.reply(desk.dialogs.get(dialog), f"answer {number}", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).unread == 40)
        await until(lambda: desk.outbox.counts.queued == 0)
        await polled(desk, until)
        before = await state_of(portal)
        last = desk.traffic.records[-1].id
        page = DialogsPage(desk, theme)
        page.resize(1364, 800)
        page.show()
        try:
            await _watch(qtbot, page, dialog, until)
            may = await desk.supervision.head_vote(dialog)
            await _polled_twice(desk, until)
            after = await state_of(portal)
        finally:
            await page.leave()
            page.hide()
            page.deleteLater()
        made = desk.traffic.since(last)
        asked = {record.method for record in made}

    assert may.allowed, "the history of the session was read"
    assert "imopenlines.dialog.get" in asked, "the menu asked whose the dialog is"
    assert not [each for each in made if is_write(each) and not each.method.startswith(_FEED)]
    assert after == before


async def _polled_twice(desk, until):
    for _ in range(2):
        await polled(desk, until)


async def _watch(qtbot, page, dialog, until):
    """Open it, read back to its beginning, look at everything there is about it."""
    page.take(dialog)
    await until(lambda: page.transcript_model.is_open and not page.presenter.dialog.unread)
    qtbot.keyClick(page.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    page.view.verticalScrollBar().setValue(0)
    await until(lambda: page.view.window_rows.placed[0].row)
    assert "cannot see you" in page.conversation.findChild(WatchNotice).accessibleName()
    for tab in ("crm", "raw", "details"):
        page.details.show_tab(tab)
    heading = page.conversation.heading
    qtbot.mouseClick(heading.more, Qt.MouseButton.LeftButton)
    await until(lambda: page._desk.supervision.seat(dialog) is not None)
    heading.findChild(ActMenu).close()
    await until(lambda: page._desk.crm.of(dialog) is not None)
