"""Connectors of another client of the same application: the page says only what it has read."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QFontMetrics

from app.domain.events import DialogStarted
from tests.helpers.desk import CONNECTOR, LINE, connected, open_test_desk
from tests.ui.connectors.acting import registered


async def test_nothing_is_said_of_connectors_before_they_were_read(open_page, desk, until):
    page = open_page()
    before = page.empty.isVisible(), page.reading.isVisible()
    await desk.connectors.refresh()

    assert before == (False, True)
    assert (page.empty.isVisible(), page.reading.isVisible()) == (True, False)
    assert page.empty.title.text() == "No connector registered here yet"


async def test_an_event_of_an_unknown_connector_makes_the_page_read_again(
    open_page, desk, sandbox, tmp_path, until
):
    await desk.connectors.refresh()
    page = open_page()
    before = page.shown()
    async with open_test_desk(sandbox, tmp_path / "other", run=False) as other:
        await connected(other)
    await desk.connectors._inbox.apply_own(DialogStarted(CONNECTOR, LINE, "c-1", "u-1", 1))
    await until(lambda: CONNECTOR in page.shown())

    assert CONNECTOR not in before
    assert page.presenter.list_model.entries()[0].text == "Registered elsewhere"


async def test_a_page_that_is_opened_again_reads_what_was_read_long_ago(open_page, desk, until):
    await registered(desk)
    page = open_page()
    page.window().hide()
    desk.connectors.read_at -= timedelta(seconds=11)
    old = desk.connectors.read_at
    page.window().show()
    await until(lambda: desk.connectors.read_at > old + timedelta(seconds=5))
    young = desk.connectors.read_at
    page.window().hide()
    page.window().show()

    assert not page.presenter.refreshing
    assert desk.connectors.read_at == young


@pytest.mark.parametrize("speech", ["en", "ru"])
async def test_words_fit_beside_a_small_list(open_page, desk, request, speech, until):
    if speech == "ru":
        request.getfixturevalue("russian")
    await registered(desk)
    page = open_page()
    page.window().resize(912, 524)
    search, lines = page.panel.search, page.detail.lines
    await until(lambda: lines.viewport().width() < 700)

    room = search.width() - 44
    assert search.fontMetrics().horizontalAdvance(search.placeholderText()) <= room
    assert search.toolTip() == search.accessibleName() != search.placeholderText()
    heading, bold = page.presenter.list_model.entries()[0].text, page.panel.list.font()
    bold.setBold(True)
    assert QFontMetrics(bold).horizontalAdvance(heading) < page.panel.list.viewport().width() - 56
    assert lines.told.text() == lines.told.whole_text()
    page.window().resize(1300, 860)
    await until(lambda: search.placeholderText() == search.accessibleName())
    assert lines.told.text() == lines.told.whole_text()


@pytest.mark.usefixtures("russian")
async def test_the_names_of_channel_data_are_not_cut(open_page, desk):
    await registered(desk)
    page = open_page()
    for field in page.detail.lines.channel.fields.values():
        assert field.name.sizeHint().width() <= field.name.width()
