"""Taking a connector away: the impact first, then its id typed, then the call."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.connector import LineState
from app.domain.dialog import Customer
from app.domain.portal import PortalKind
from tests.ui.connectors.acting import HANDLER, SHOP, click, prompt, registered

ANNA = Customer("u-1", "Anna", "conv-1")


def production(desk):
    """The portal holds real customers."""
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)


async def test_on_production_the_id_has_to_be_typed(open_page, desk, until):
    production(desk)
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()
    page.detail.tabs.setCurrentWidget(page.detail.danger)

    click(page.detail.danger.unregister)
    question = await prompt(page, until)
    assert not question.confirm.isEnabled()
    QTest.keyClicks(question.line, "acme_kiosk")
    click(question.confirm)

    await until(lambda: not page.presenter.list_model.find("acme_kiosk").isValid())
    await until(page.empty.isVisible)


async def test_open_dialogs_are_counted_before_anything_is_asked(open_page, desk, until):
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    dialog = await desk.outbox.start_dialog("acme_kiosk", SHOP, ANNA, "Hello")
    await until(lambda: desk.dialogs.get(dialog.id).portal_chat is not None)
    await until(lambda: desk.connectors.impact("acme_kiosk").open_dialogs == 1)
    page = open_page()

    assert "1 open dialog" in page.detail.danger.impact.text()
    assert "Shop chat" in page.detail.danger.lines.text()


async def test_a_refused_unregistration_is_told_on_the_tab(open_page, desk, until, sandbox):
    await registered(desk)
    page = open_page()
    danger = page.detail.danger
    page.detail.tabs.setCurrentWidget(danger)
    await sandbox.order(
        "fault", kind="APPLICATION_UNREGISTRATION_ERROR", method="imconnector.unregister", count=1
    )

    click(danger.unregister)
    click((await prompt(page, until)).confirm)

    await until(danger.error.isVisible)
    assert danger.error.code.text().startswith("APPLICATION_UNREGISTRATION_ERROR")
    assert page.presenter.list_model.find("acme_kiosk").isValid()


async def test_deactivating_on_production_needs_the_id_too(open_page, desk, until):
    production(desk)
    await registered(desk)
    await desk.connectors.activate("acme_kiosk", SHOP)
    page = open_page()

    click(page.detail.lines.cell.deactivate)
    question = await prompt(page, until)
    assert not question.confirm.isEnabled()
    QTest.keyClicks(question.line, "acme_kiosk")
    click(question.confirm)
    await until(lambda: page.cell("acme_kiosk", SHOP) is LineState.NOT_CONNECTED)


async def test_the_settings_page_and_the_subscriptions_are_part_of_the_preview(
    open_page, desk, until
):
    await until(lambda: desk.feed.health.last_poll)
    await registered(desk)
    page = open_page()
    danger = page.detail.danger
    page.detail.tabs.setCurrentWidget(danger)
    await until(lambda: HANDLER in danger.page.text())
    await until(lambda: "7 subscription" in danger.bindings.text())

    await registered(desk, "acme_other", "Other")
    page.presenter.choose("acme_kiosk")
    await until(lambda: "other connectors use it" in danger.page.text())
    assert "acme_other" in danger.bindings.text()


async def test_the_configuration_can_be_saved_before_anything_is_lost(
    open_page, desk, until, tmp_path
):
    await registered(desk)
    page = open_page()
    page.detail.tabs.setCurrentWidget(page.detail.danger)
    click(page.detail.danger.save)
    await until(lambda: page.findChildren(QFileDialog))
    (dialog,) = page.findChildren(QFileDialog)
    path = tmp_path / "portal.yaml"

    dialog.fileSelected.emit(str(path))
    dialog.close()
    await until(path.exists)
    await until(lambda: "acme_kiosk" in path.read_text("utf-8"))
