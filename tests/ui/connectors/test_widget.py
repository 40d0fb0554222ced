"""The tab Widget: the tile and its checks, tiles of the application, pages left behind."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import open_sandbox, open_test_desk
from tests.ui.connectors.acting import click, prompt, registered, write

PAGE = "https://lamp.example/tile"
NEW = "https://lamp.example/new"


async def tab_of(page, until):
    """The tab, opened and read."""
    tab = page.detail.widget
    page.detail.tabs.setCurrentWidget(tab)
    await until(tab.refresh.isEnabled)
    return tab


def words(tab):
    model = tab.pages.facts
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


async def test_the_tile_is_shown_in_both_states_with_what_was_checked(open_page, desk, until):
    await registered(desk)
    tab = await tab_of(open_page(), until)

    assert tab.tiles.active.has_picture
    assert tab.tiles.disabled.has_picture
    assert "No script, link or animation" in tab.icon.texts()
    assert "Colour: #2857c4" in tab.icon.texts()
    assert tab.icon_off.isVisible()
    assert not tab.no_icon_off.isVisible()


async def test_a_connector_without_an_icon_when_off_says_so(open_page, desk, until):
    await registered(desk)
    known = desk.connectors.registration("acme_kiosk")
    await desk.connectors.register(replace(known, icon_disabled=None))
    tab = await tab_of(open_page(), until)

    assert tab.no_icon_off.isVisible()
    assert not tab.tiles.disabled.has_picture


async def test_a_tile_with_titles_is_added_and_removed_alone(open_page, desk, until):
    await registered(desk)
    await desk.contact_center.bind(PAGE + "/old", {})
    page = open_page()
    tab = await tab_of(page, until)
    form = tab.form
    write(form.handler, PAGE)
    write(form.titles["en"].line, "Lamps")
    write(form.titles["ru"].line, "Лампы")
    write(form.language, "de")
    QTest.keyClick(form.language, Qt.Key.Key_Return)
    write(form.titles["de"].line, "Lampen")
    click(form.bind)
    await until(lambda: len(desk.contact_center.tiles) == 2)

    tile = desk.contact_center.tiles[1]
    assert tile.titles == {"en": "Lamps", "ru": "Лампы", "de": "Lampen"}
    await until(lambda: form.handler.text() == "")
    assert "de" not in form.titles

    tab.pages.selectRow(tab.pages.facts.find(tile))
    click(tab.remove)
    click((await prompt(page, until)).confirm)
    await until(tab.removed.isVisible)
    assert "counts two" in tab.removed.text.text()
    assert [each.handler for each in desk.contact_center.tiles] == [PAGE + "/old"]


async def test_only_a_settings_page_left_behind_can_be_removed(open_page, desk, until):
    await registered(desk)
    known = desk.connectors.registration("acme_kiosk")
    await desk.connectors.register(replace(known, handler=NEW))
    page = open_page()
    tab = await tab_of(page, until)
    assert [row[3] for row in words(tab)] == ["Left behind", "In use, acme_kiosk"]

    tab.pages.selectRow(1)
    assert not tab.remove.isEnabled()
    assert "unregister" in tab.remove.toolTip()
    tab.pages.selectRow(0)
    QTest.keyClick(tab.pages, Qt.Key.Key_Delete)
    click((await prompt(page, until)).confirm)
    await until(lambda: len(words(tab)) == 1)


async def test_a_bad_page_is_told_while_it_is_typed(open_page, desk, until):
    await registered(desk)
    tab = await tab_of(open_page(), until)
    write(tab.form.handler, "lamp")

    assert "web address" in tab.form.field.problem()
    assert not tab.form.bind.isEnabled()


async def test_a_refused_tile_keeps_what_was_typed(open_page, desk, until, sandbox):
    await registered(desk)
    tab = await tab_of(open_page(), until)
    fault = {"kind": "ERROR_PLACEMENT_NOT_FOUND", "method": "placement.bind", "count": 1}
    await sandbox.order("fault", **fault)
    write(tab.form.handler, PAGE)
    click(tab.form.bind)

    await until(tab.form.error.isVisible)
    assert tab.form.error.code.text().startswith("ERROR_PLACEMENT_NOT_FOUND")
    assert tab.form.handler.text() == PAGE


async def test_an_employee_is_told_why_nothing_is_shown(tmp_path, qtbot, theme, until):
    from app.ui.connectors.page import ConnectorsPage

    async with (
        open_sandbox(role="user") as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        await registered(desk)
        page = ConnectorsPage(desk, theme)
        qtbot.addWidget(page)
        page.show()
        tab = await tab_of(page, until)
        await until(tab.hindrance.isVisible)

        assert "not an administrator" in tab.hindrance.text.text()
        assert not tab.error.isVisible()
        await page.leave()
