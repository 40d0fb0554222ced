"""The bar over the page, the open lines and the doctor in it, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.connectors.acting import SHOP, click, registered


async def test_the_bar_leads_to_the_open_lines_and_back(open_page, desk):
    await registered(desk)
    page = open_page()
    page.top.segments.chosen.emit("lines")

    assert page.guests.lines.isVisible()
    assert not page.panel.isVisible()
    assert page.top.segments.choice == "lines"
    assert page.panes() == page.guests.lines.panes()

    page.top.segments.chosen.emit("connectors")
    assert page.panel.isVisible()
    assert page.top.segments.choice == "connectors"


async def test_the_doctor_opens_beside_the_list_and_goes_with_another_choice(open_page, desk):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    click(page.detail.doctor)
    assert page.guests.doctor.isVisible()
    assert page.panel.isVisible()

    page.guests.doctor.back.emit()
    assert not page.guests.doctor.isVisible()

    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.open_doctor()
    page.panel.list.chosen.emit("telegrambot")
    assert page.detail.isVisible()
    assert page.presenter.connector == "telegrambot"


async def test_the_bar_is_away_while_a_connector_is_made(open_page, desk):
    await registered(desk)
    page = open_page()
    page.open_registration()
    assert not page.top.isVisible()
    page.open_list()
    assert page.top.isVisible()
