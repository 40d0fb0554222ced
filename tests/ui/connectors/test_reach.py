"""Everything on the page can be reached by keyboard, has a name, and fits the smallest window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTabBar, QWidget

from app.domain.binding import Binding
from tests.ui.connectors.acting import SHOP, registered

HOOK = "https://lamp.example/" + "a-very-long-path/" * 20
NAME = "Лавка света и всего остального: чат на сайте, в приложении и на вывеске " * 3


async def filled(desk, sandbox):
    """A long name, a long address, a tile, and something that happened elsewhere."""
    await registered(desk, "acme_kiosk", NAME.strip()[:255])
    await desk.connectors.activate("acme_kiosk", SHOP)
    await desk.bindings.bind(Binding("ONSESSIONSTART", offline=False, handler=HOOK))
    await desk.contact_center.bind(HOOK, {"en": NAME[:255]})


def nameless(page):
    """Controls that take the keyboard and say nothing to a screen reader."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each, (QTabBar, QScrollArea, QLabel))
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]


@pytest.mark.parametrize("tab", ["lines", "bindings", "widget", "danger"])
async def test_every_control_has_a_name_and_the_page_fits(open_page, desk, sandbox, until, tab):
    await filled(desk, sandbox)
    page = open_page()
    page.detail.tabs.setCurrentWidget(getattr(page.detail, tab))
    await until(lambda: tab not in ("bindings", "danger") or desk.bindings.read_at)
    await until(lambda: tab not in ("widget", "danger") or desk.contact_center.read_at)
    page.detail.bindings.table.selectRow(0)
    page.detail.subscriptions.open_plan()
    page.detail.subscriptions.type(offline=False, handler=HOOK + "?")
    page.detail.widget.pages.selectRow(0)

    assert nameless(page) == []
    hint = page.minimumSizeHint()
    assert (hint.width() <= 884, hint.height() <= 524) == (True, True), hint
