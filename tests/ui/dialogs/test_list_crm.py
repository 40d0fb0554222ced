"""The records of the CRM of an open dialog: asked once, shown in two tabs, refusals in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.domain.dialog_filter import CrmState, DialogFilter
from app.services.views import View
from tests.helpers.desk import ANNA, CONNECTOR, LINE
from tests.ui.dialogs.test_list import names


async def test_the_record_of_a_dialog_is_shown_and_opened_at_the_portal(
    qtbot, page, dialog, until, desk, sandbox, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    section = page.crm.sections[0]
    await until(lambda: section.links)
    (record,) = desk.crm.of(dialog.id).records
    qtbot.mouseClick(section.links[0], Qt.MouseButton.LeftButton)

    assert [each.titles for each in page.crm.sections] == [[f"Lead {record.id}"]] * 2
    assert opened == [f"{sandbox.about['portal']}/crm/lead/details/{record.id}/"]
    assert section.links[0].accessibleName() == f"Open Lead {record.id} at the portal"


async def test_a_dialog_without_records_says_so(page, desk, until):
    await desk.session.caller.call(
        "imopenlines.config.update", {"CONFIG_ID": LINE, "PARAMS": {"CRM": "N"}}
    )
    begun = await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello")
    page.take(begun.id)
    await until(lambda: desk.crm.of(begun.id) is not None)
    section = page.crm.sections[1]

    assert section.told.text().startswith("Not linked to any record.")
    assert section.titles == []


async def test_a_refusal_is_told_with_its_code_and_can_be_tried_again(
    page, dialog, desk, until, sandbox
):
    section = page.crm.sections[0]
    await until(lambda: section.links and section.refresh.isEnabled())
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.dialog.get", count=1)
    section.refresh.click()
    await until(lambda: not section.problem.isHidden())
    said = section.problem.text()
    section.refresh.click()
    await until(section.problem.isHidden)

    assert "ACCESS_DENIED" in said
    assert section.titles[0].startswith("Lead ")


async def test_only_the_dialog_that_is_opened_is_asked_for_and_only_once(
    page, dialog, desk, until, sandbox
):
    await until(lambda: page.crm.sections[0].links)
    before = len(await sandbox.calls("imopenlines.dialog.get"))
    for number in range(3):
        await desk.dialogs.write(
            lambda t, n=number: t.begin(CONNECTOR, LINE, f"chat-{n}", f"u-{n}", f"Guest {n}")
        )
    page.presenter.open(None)
    page.take(dialog.id)
    await until(page.crm.sections[0].refresh.isEnabled)

    assert len(await sandbox.calls("imopenlines.dialog.get")) == before


async def test_an_answer_of_the_portal_moves_a_dialog_between_filters(page, dialog, until, desk):
    page.pane.show_view(View("", conditions=DialogFilter(crm=CrmState.LINKED)))
    await until(lambda: names(page.pane) == [dialog.name])

    assert desk.crm.state(dialog.id) is CrmState.LINKED
