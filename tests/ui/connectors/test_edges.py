"""The edges of the window say that a connector needs a look, and stop when it was mended."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from app.ui.connectors.page import ConnectorsPage
from app.ui.window import MainWindow
from tests.helpers.desk import hearing
from tests.ui.connectors.acting import SHOP, registered


async def test_the_rail_counts_it_and_the_status_bar_names_it(qtbot, theme, desk, until, sandbox):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    desk.drift._clock = lambda: datetime.now(UTC) + timedelta(minutes=5)
    watch = asyncio.get_running_loop().create_task(desk.drift.run())
    window = MainWindow(theme, "0.1.0")
    qtbot.addWidget(window)
    page = ConnectorsPage(desk, theme)
    window.add_page("connectors", "plug", "Connectors", lambda: page)
    window.set_desk(desk)
    window.show()
    await until(lambda: window.status_bar.text("polling"))
    await hearing(desk, until)
    assert window.status_bar.text("drift") == ""

    await sandbox.order("disconnect", connector="acme_kiosk", line=SHOP)
    await until(lambda: "1 channel" in window.status_bar.text("drift"))
    assert window.rail._items["connectors"].badge == 1

    await desk.drift.heal(desk.drift.notices[0])
    await until(lambda: window.status_bar.text("drift") == "")
    assert window.rail._items["connectors"].badge == 0
    await page.leave()
    window.set_desk(None)
    watch.cancel()
    with suppress(asyncio.CancelledError):
        await watch


async def test_a_locked_profile_offers_no_connecting_and_says_why(open_page, desk):
    page = open_page()
    assert page.panel.connect_button.isEnabled()
    desk.session.set_read_only(True)
    assert not page.panel.connect_button.isEnabled()
    assert "read-only" in page.panel.connect_button.toolTip()
    desk.session.set_read_only(False)
    assert page.panel.connect_button.isEnabled()
