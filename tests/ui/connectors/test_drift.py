"""The banner of what happened elsewhere: told once, mended with one press, dismissed for good."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.connector import ChannelData, LineState
from app.domain.drift import DriftKind
from app.ui.connectors.drift_words import DriftWords
from tests.helpers.desk import hearing
from tests.ui.connectors.acting import SHOP, WHOLESALE, click, prompt, registered

DATA = ChannelData("site", "https://lamp.example", "https://lamp.example/chat", "Lamps")


@pytest.fixture
async def watching(desk, until):
    """A connector that has worked for a while on two lines, and the watch over it."""
    await registered(desk)
    for line in (SHOP, WHOLESALE):
        await desk.connectors.activate("acme_kiosk", line)
        await desk.connectors.set_data("acme_kiosk", line, DATA)
    await hearing(desk, until)
    desk.drift._clock = lambda: datetime.now(UTC) + timedelta(minutes=5)
    task = asyncio.get_running_loop().create_task(desk.drift.run())
    yield desk
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def only_row(page, until):
    await until(lambda: page.banner.isVisible() and page.banner.rows)
    (row,) = page.banner.rows.values()
    return row


async def test_nothing_is_said_while_nothing_happened(open_page, watching):
    assert not open_page().banner.isVisible()


async def test_a_disconnected_line_is_told_and_mended_with_one_press(
    open_page, watching, until, sandbox
):
    page = open_page()
    await sandbox.order("disconnect", connector="acme_kiosk", line=SHOP)
    row = await only_row(page, until)
    assert "Lamp kiosk was switched off on" in row.text.text()
    await until(lambda: page.cell("acme_kiosk", SHOP) is LineState.NOT_CONNECTED)

    click(row.mend)
    await until(lambda: not page.banner.isVisible())
    assert page.cell("acme_kiosk", SHOP) is LineState.WORKING
    assert len(await sandbox.calls("imconnector.connector.data.set")) == 3


async def test_a_name_of_250_characters_takes_one_line_of_the_banner(
    open_page, watching, until, sandbox
):
    await registered(watching, "acme_kiosk", "Lamp " * 50)
    page = open_page()
    await sandbox.order("disconnect", connector="acme_kiosk", line=SHOP)
    row = await only_row(page, until)
    assert len(row.text.text()) < 200
    assert row.text.toolTip().count("Lamp") == 50


async def test_two_things_are_one_banner_and_are_mended_together(
    open_page, watching, until, sandbox
):
    page = open_page()
    for line in (SHOP, WHOLESALE):
        await sandbox.order("disconnect", connector="acme_kiosk", line=line)
    await until(lambda: len(page.banner.rows) == 2)

    click(page.banner.heal_all)
    await until(lambda: not page.banner.isVisible())
    assert page.cell("acme_kiosk", WHOLESALE) is LineState.WORKING


async def test_a_refused_mend_is_told_at_its_line_and_can_be_repeated(
    open_page, watching, until, sandbox
):
    page = open_page()
    await sandbox.order("disconnect", connector="acme_kiosk", line=SHOP)
    row = await only_row(page, until)
    fault = {"kind": "INTERNAL_SERVER_ERROR", "method": "imconnector.activate", "count": 1}
    await sandbox.order("fault", **fault)
    click(row.mend)
    await until(row.failure.isVisible)
    assert "INTERNAL_SERVER_ERROR" in row.failure.text()

    await until(row.mend.isEnabled)
    click(row.mend)
    await until(lambda: not page.banner.isVisible())


async def test_a_deleted_line_can_only_be_dismissed(open_page, watching, until, sandbox):
    page = open_page()
    await sandbox.order("delete-line", line=SHOP)
    row = await only_row(page, until)
    assert not row.mend.isVisible()

    click(row.dismiss)
    await until(lambda: not page.banner.isVisible())


async def test_show_leads_to_the_cell(open_page, watching, until, sandbox):
    page = open_page()
    page.presenter.choose("telegrambot")
    await sandbox.order("disconnect", connector="acme_kiosk", line=WHOLESALE)
    row = await only_row(page, until)

    click(row.show_it)
    assert page.presenter.cell == ("acme_kiosk", WHOLESALE)


async def test_taking_a_connector_back_asks_first(open_page, watching, until, sandbox):
    page = open_page()
    given = await sandbox.order("install", title="Rival")
    rival = (await type(sandbox)(sandbox.http, sandbox.about | given).sign_in()).caller
    params = {"ID": "acme_kiosk", "NAME": "Rival desk", "PLACEMENT_HANDLER": "https://r.example"}
    await rival.call("imconnector.register", params | {"ICON": {"DATA_IMAGE": "x"}})
    watching.drift._clock = lambda: datetime.now(UTC) + timedelta(hours=3)
    await watching.drift.check()
    row = await only_row(page, until)
    assert "Rival desk" in row.text.text()

    click(row.mend)
    question = await prompt(page, until)
    assert "Rival desk" in question.text.text()
    click(question.confirm)
    watching.drift._clock = lambda: datetime.now(UTC) + timedelta(minutes=5)
    await until(lambda: not page.banner.isVisible())


async def test_the_banner_does_not_stand_over_a_form(open_page, watching, until, sandbox):
    page = open_page()
    await sandbox.order("disconnect", connector="acme_kiosk", line=SHOP)
    await only_row(page, until)
    page.open_registration()
    assert not page.banner.isVisible()
    page.open_list()
    assert page.banner.isVisible()


@pytest.mark.parametrize("kind", list(DriftKind))
async def test_every_kind_has_words(kind):
    words = DriftWords()
    assert words.means(kind)
    assert bool(words.mend(kind)) is (kind is not DriftKind.LINE_DELETED)


async def test_many_things_stay_one_small_banner_and_are_mended_at_once(
    open_page, watching, until, sandbox
):
    keys = [f"acme_{number}" for number in range(5)]
    for key in keys:
        await registered(watching, key, "A connector with a rather long name " * 4)
        await watching.connectors.activate(key, SHOP)
    page = open_page()
    for key in keys:
        await sandbox.order("disconnect", connector=key, line=SHOP)
    banner = page.banner
    await until(lambda: len(banner.rows) == 5)
    assert sum(row.isVisible() for row in banner.rows.values()) == 2
    assert page.minimumSizeHint().height() <= 524

    click(banner.more)
    assert all(row.isVisible() for row in banner.rows.values())
    assert banner.area.height() < 200
    page.window().resize(960, 600)
    for row in banner.rows.values():
        banner.area.ensureWidgetVisible(row)
        assert not row.dismiss.visibleRegion().isEmpty()
        assert row.text.height() >= row.text.heightForWidth(row.text.width())
    click(banner.heal_all)
    await until(lambda: not banner.isVisible())
    states = {page.cell(key, SHOP) for key in keys}
    assert states == {LineState.WORKING}
