"""Lines: the grid, the chosen cell, what is done to it and what the portal says afterwards."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from app.domain.connector import ChannelData, LineState
from tests.helpers.desk import hearing
from tests.ui.connectors.acting import (
    SHOP,
    WHOLESALE,
    click,
    click_cell,
    leave,
    prompt,
    registered,
    write,
)


async def test_every_cell_says_its_state_in_words(open_page, desk):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    model = page.presenter.grid_model

    assert model.find("acme_kiosk", SHOP).data() == "Working"
    assert model.find("acme_kiosk", WHOLESALE).data() == "Not connected"
    assert page.cell("acme_kiosk", SHOP) is LineState.WORKING
    assert page.cell("acme_kiosk", 999) is LineState.UNKNOWN


async def test_own_connectors_come_first_and_are_marked(open_page, desk):
    await registered(desk)
    page = open_page()
    spoken = [index_text(page, row) for row in range(2)]

    assert spoken == [
        "Registered here",
        "Lamp kiosk, acme_kiosk, Not connected",
    ]
    assert page.detail.own.text == "own"


def index_text(page, row):
    return page.presenter.list_model.index(row).data()


async def test_the_search_finds_names_and_ids_and_keeps_the_choice(open_page, desk):
    await registered(desk)
    page = open_page()

    QTest.keyClicks(page.panel.search, "teleg")
    assert [index_text(page, row) for row in range(2)] == [
        "Built in",
        "Telegram, telegrambot, Not connected",
    ]
    page.panel.search.clear()

    assert page.presenter.connector == "acme_kiosk"
    assert page.presenter.list_model.find("acme_kiosk") == page.panel.list.currentIndex()


async def test_activating_a_line_shows_before_and_after(open_page, desk, until):
    await registered(desk)
    page = open_page()
    card = page.detail.lines.cell
    click_cell(page, "acme_kiosk", WHOLESALE)
    assert "NOT_ACTIVE_LINE" in card.explanation.text()

    click(card.activate)
    await until(lambda: page.cell("acme_kiosk", WHOLESALE) is LineState.WORKING)
    await until(card.activate.isEnabled)

    values = [text for text in card.table.texts() if ":" not in text]
    assert values == ["false", "false", "false", "true", "true", "false"]
    assert card.badge.text == "Working"
    assert card.activate.text() == "Activate again"


async def test_the_error_flag_is_explained_and_taken_away_by_activating(open_page, desk, until):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    card = page.detail.lines.cell

    click(card.set_error)
    await until(lambda: card.badge.text == "Error")
    assert "NOT_ACTIVE_LINE" in card.note.text.text()
    assert card.note.isVisible()

    await until(card.activate.isEnabled)
    click(card.activate)
    await until(lambda: card.badge.text == "Working")
    assert not card.note.isVisible()


async def test_deactivating_asks_first_and_says_which_method_did_it(open_page, desk, until):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    card = page.detail.lines.cell

    click(card.deactivate)
    question = await prompt(page, until)
    click(question.cancel)
    await until(card.deactivate.isEnabled)
    assert page.cell("acme_kiosk", SHOP) is LineState.WORKING

    click(card.deactivate)
    click((await prompt(page, until)).confirm)
    await until(lambda: page.cell("acme_kiosk", SHOP) is LineState.NOT_CONNECTED)
    await until(card.fallback.isVisible)
    assert "ERROR_METHOD_NOT_FOUND" in card.fallback.text.text()
    assert "imconnector.activate with 0" in card.fallback.text.text()


async def test_channel_data_go_in_one_call_and_are_remembered(open_page, desk, until, sandbox):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    card = page.detail.lines.channel
    assert card.badge.text == "never written from here"

    write(card.lines["ID"], "site")
    write(card.lines["NAME"], "Лавка света")
    write(card.lines["URL"], "https://lamp.example")
    write(card.lines["URL_IM"], "https://lamp.example/chat")
    click(card.show_request)
    assert '"URL_IM": "https://lamp.example/chat"' in card.request.toPlainText()
    click(card.save)
    await until(lambda: card.badge.text.startswith("written "))

    assert desk.connectors.channel_data("acme_kiosk", SHOP).data.name == "Лавка света"
    assert len(await sandbox.calls("imconnector.connector.data.set")) == 1
    assert not card.save.isEnabled()


async def test_an_empty_channel_field_is_refused_before_the_call(open_page, desk, until, sandbox):
    await registered(desk)
    page = open_page()
    card = page.detail.lines.channel
    write(card.lines["ID"], "site")
    write(card.lines["URL"], "lamp")
    leave(card.lines["URL"])
    assert "http" in card.fields["URL"].problem()

    click(card.save)

    assert card.fields["URL_IM"].problem() == "Repeat the link when there is no other one."
    assert card.lines["ID"].text() == "site"
    assert await sandbox.calls("imconnector.connector.data.set") == []


async def test_what_is_typed_stays_while_another_cell_is_looked_at(open_page, desk):
    await registered(desk)
    page = open_page()
    card = page.detail.lines.channel
    click_cell(page, "acme_kiosk", SHOP)
    write(card.lines["ID"], "half done")

    click_cell(page, "acme_kiosk", WHOLESALE)
    assert card.lines["ID"].text() == ""
    click_cell(page, "acme_kiosk", SHOP)

    assert card.lines["ID"].text() == "half done"


async def test_a_missing_permission_is_told_on_the_page_with_the_way_to_its_name(
    open_page, desk, until, sandbox
):
    await registered(desk)
    page = open_page()
    lines = page.detail.lines
    method = "imopenlines.config.list.get"
    await sandbox.order("fault", kind="insufficient_scope", method=method, count=1)

    click(lines.refresh)
    await until(lines.error.isVisible)

    assert lines.error.title.text() == "The application lacks a permission"
    assert "Doctor names the missing one" in lines.error.advice.text()


async def test_a_refusal_stands_in_the_card_of_its_cell(open_page, desk, until, sandbox):
    await registered(desk)
    page = open_page()
    card = page.detail.lines.cell
    click_cell(page, "acme_kiosk", SHOP)
    await sandbox.order("fault", kind="ERROR_ARGUMENT", method="imconnector.activate", count=1)

    click(card.activate)
    await until(card.error.isVisible)
    assert card.error.code.text().startswith("ERROR_ARGUMENT")

    click_cell(page, "acme_kiosk", WHOLESALE)
    assert not card.error.isVisible()
    click_cell(page, "acme_kiosk", SHOP)
    assert card.error.isVisible()


async def test_an_unreachable_portal_leaves_the_last_data_marked_as_old(
    open_page, desk, until, sandbox
):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    lines = page.detail.lines
    method = "imopenlines.config.list.get"
    await sandbox.order("fault", kind="html", method=method, count=1)

    click(lines.refresh)
    await until(lines.error.isVisible)

    assert lines.stale.text == "not up to date"
    assert lines.title.text().startswith("As last seen at ")
    assert page.cell("acme_kiosk", SHOP) is LineState.WORKING
    cell = page.presenter.grid_model.cell("acme_kiosk", SHOP)
    assert lines.grid.remark(cell).startswith("as of ")

    await until(lines.refresh.isEnabled)
    click(lines.error.button)
    await until(lambda: not lines.error.isVisible())
    assert lines.stale.text == ""


async def test_a_line_deleted_at_the_portal_leaves_the_grid(open_page, desk, until, sandbox):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", WHOLESALE)
    page = open_page()
    await hearing(desk, until)

    await sandbox.order("delete-line", line=WHOLESALE)

    await until(lambda: page.presenter.grid_model.columnCount() == 1)


async def test_built_in_connectors_on_no_line_are_left_out_until_asked_for(open_page, desk):
    await registered(desk)
    page = open_page()
    lines = page.detail.lines
    assert page.presenter.grid_model.rowCount() == 1

    click(lines.show_hidden)

    assert page.presenter.grid_model.rowCount() > 5
    assert page.presenter.grid_model.find("telegrambot", SHOP).isValid()


async def test_nothing_is_cut_off_in_a_small_window_in_russian(open_page, desk, russian):
    await registered(desk, name="Очень длинное название коннектора для чата на сайте магазина")
    page = open_page()

    page.window().resize(884, 524)

    assert page.minimumSizeHint().width() <= 884
    assert page.minimumSizeHint().height() <= 524
    bar = page.detail.lines.horizontalScrollBar()
    assert bar.maximum() == 0


async def test_channel_data_written_elsewhere_fill_the_fields_nobody_types_in(open_page, desk):
    await registered(desk)
    page = open_page()
    card = page.detail.lines.channel
    data = ChannelData("site", "https://lamp.example", "https://lamp.example/im", "Site")

    await desk.connectors.set_data("acme_kiosk", SHOP, data)
    assert card.data() == data

    write(card.lines["NAME"], "My own words")
    await desk.connectors.set_data("acme_kiosk", SHOP, replace(data, name="Other words"))
    assert card.lines["NAME"].text() == "My own words"


async def test_every_tab_and_page_fits_a_small_window_in_russian(open_page, desk, russian, until):
    name = "Очень длинное название коннектора для чата на сайте магазина"
    await registered(desk, name=name)
    page = open_page()
    page.window().resize(884, 524)
    await until(lambda: page.width() == 884)
    page.open_assistant()
    page.open_registration()
    page.open_list()

    for index in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(index)
        await until(lambda: all(map(fits, page.findChildren(QScrollArea))))


def fits(area):
    return not area.isVisible() or (
        area.widget().minimumSizeHint().width() <= area.viewport().width()
    )


async def test_writing_as_a_customer_goes_to_a_line_that_works(open_page, desk):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", WHOLESALE)
    page = open_page()
    asked = []
    page.go.connect(lambda *wish: asked.append(wish))
    click_cell(page, "acme_kiosk", SHOP)

    click(page.detail.write)

    assert asked == [("dialogs", ("new", "acme_kiosk", WHOLESALE))]


async def test_a_line_that_is_switched_off_is_marked(open_page, desk, sandbox, until):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    for line in desk.connectors.lines():
        await sandbox.order("edit-line", line=line.id, fields={"ACTIVE": "N"})
    await desk.lines.refresh()
    page = open_page()
    cell = page.presenter.grid_model.cell("acme_kiosk", SHOP)

    assert page.detail.lines.grid.remark(cell) == "the line is switched off"
    assert "operators cannot answer" in page.detail.lines.cell.explanation.text()


async def test_escape_clears_the_search_before_it_leads_back(open_page, desk):
    await registered(desk)
    page = open_page()
    page.window().activateWindow()
    page.panel.search.setFocus()
    QTest.keyClicks(page.panel.search, "nothing")

    QTest.keyClick(page.panel.search, Qt.Key.Key_Escape)

    assert page.panel.search.text() == ""
    assert page.presenter.list_model.rowCount() > 1


async def test_where_the_sign_in_has_ended_one_press_leads_to_the_next_one(
    open_page, sandbox, qtbot, until
):
    page, asked = open_page(), []
    page.go.connect(lambda *wish: asked.append(wish))
    await sandbox.order("tokens", action="revoke", which="all")
    page.refresh()
    await until(page.error.isVisible)

    qtbot.mouseClick(page.error.button, Qt.MouseButton.LeftButton)

    assert page.error.button.text() == "Sign in again"
    assert asked == [("sign in", None)]


DATA = ChannelData("site", "https://lamp.example", "https://lamp.example/chat", "Lamps")


async def test_unknown_channel_data_are_warned_of(open_page, desk):
    await registered(desk)
    card = open_page().detail.lines.channel

    assert card.badge.tone == "warning"
    assert "unknown" in card.told.text()


async def test_data_lost_by_a_deactivation_are_written_again_after_activating(
    open_page, desk, until, sandbox
):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    await desk.connectors.set_data("acme_kiosk", SHOP, DATA)
    page = open_page()
    lines = page.detail.lines
    click_cell(page, "acme_kiosk", SHOP)
    assert not lines.channel.lost.isVisible()

    click(lines.cell.deactivate)
    question = await prompt(page, until)
    assert "forgets the channel data" in question.text.text()
    click(question.confirm)
    await until(lines.channel.lost.isVisible)
    assert lines.channel.badge.text.startswith("lost ")
    assert not lines.channel.again.isVisible()
    assert lines.channel.lines["URL"].text() == DATA.url

    await until(lines.cell.activate.isEnabled)
    click(lines.cell.activate)
    await until(lines.channel.again.isVisible)
    await until(lines.channel.again.isEnabled)
    click(lines.channel.again)
    await until(lambda: not lines.channel.lost.isVisible())
    assert lines.channel.badge.text.startswith("written ")
    assert len(await sandbox.calls("imconnector.connector.data.set")) == 2


async def test_a_read_only_profile_changes_nothing_and_says_why(open_page, desk, until, sandbox):
    await registered(desk)
    desk.session.set_read_only(True)
    page = open_page()
    click_cell(page, "acme_kiosk", SHOP)
    before = len(await sandbox.calls("imconnector.activate"))
    click(page.detail.lines.cell.activate)

    await until(page.detail.lines.cell.error.isVisible)
    assert page.detail.lines.cell.error.code.text().startswith("READ_ONLY")
    assert len(await sandbox.calls("imconnector.activate")) == before
