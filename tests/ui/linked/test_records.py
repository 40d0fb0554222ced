"""New leads and deals out of the open dialog, and what the window says became of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.domain.linked import RecordKind
from tests.helpers.acts import answered


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


async def begin_lead(qtbot, page, until):
    await until(lambda: page.crm.sections[1].texts)
    page.details.show_tab("crm")
    press(qtbot, page.crm.records.view.lead)
    await until(lambda: page.crm.records.form is not None)
    return page.crm.records.form


async def test_the_crm_tab_names_title_stage_responsible_and_phone(page, dialog, until):
    section = page.crm.sections[1]
    await until(lambda: section.texts)

    assert section.state.text == "Linked"
    assert section.texts == [
        "Anna Kovaleva - Shop chat",
        "Stage: Unassigned",
        "Responsible: Ann Lee",
        "+37120000001",
    ]


async def test_a_broken_link_is_told_in_words(page, dialog, until, sandbox):
    section = page.crm.sections[1]
    await until(lambda: section.texts and section.refresh.isEnabled())
    await sandbox.order("fault", kind="NOT_FOUND", method="crm.item.get", count=1)
    section.refresh.click()
    await until(lambda: section.state.text == "Link is broken")

    assert "Lead 611 was deleted." in section.texts
    assert section.state.tone == "danger"


async def test_what_was_known_stays_with_its_time_when_the_portal_does_not_answer(
    page, dialog, until, sandbox
):
    section = page.crm.sections[1]
    await until(lambda: section.texts and section.refresh.isEnabled())
    known = [*section.texts], section.told.text()
    await sandbox.order("fault", kind="INTERNAL_SERVER_ERROR", method="batch", count=None)
    section.refresh.click()
    await until(section.problem.text)

    assert ([*section.texts], section.told.text()) == known
    assert section.state.text == "Linked"


async def test_only_the_operator_may_let_the_portal_make_a_lead(page, dialog, desk, until):
    view = page.crm.records.view
    before = (view.by_line.isEnabled(), view.why_not.text())
    await answered(desk, dialog.id)
    await until(view.by_line.isEnabled)

    assert before == (False, "Create lead: only the dialog's operator can. Answer it first.")
    assert view.why_not.isHidden()


async def test_a_lead_that_was_there_already_is_not_called_new(qtbot, page, dialog, desk, until):
    view = page.crm.records.view
    page.details.show_tab("crm")
    await answered(desk, dialog.id)
    await until(view.by_line.isEnabled)
    press(qtbot, view.by_line)
    await until(lambda: not view.seen.isHidden())

    assert view.seen.text.text().startswith("The dialog had Lead 611 (Anna Kovaleva")


async def test_a_typed_lead_is_made_read_back_and_said(qtbot, page, dialog, until, sandbox):
    form = await begin_lead(qtbot, page, until)
    await until(lambda: form.source.count() > 1)
    form.title_line.clear()
    qtbot.keyClicks(form.title_line, "Two lamps")
    form.source.setCurrentIndex(form.source.findData("WEB"))
    press(qtbot, form.make)
    await until(lambda: not page.crm.records.view.seen.isHidden())
    (call,) = await sandbox.calls("crm.lead.add")

    assert "Lead 612 (Two lamps) was made" in page.crm.records.view.seen.text.text()
    assert page.crm.records.form is None
    assert call["method"] == "crm.lead.add"


async def test_a_missing_title_is_told_at_the_field_and_nothing_is_sent(
    qtbot, page, dialog, until, sandbox
):
    form = await begin_lead(qtbot, page, until)
    form.title_line.clear()
    press(qtbot, form.make)

    assert form.title_field.problem() == "The title is missing."
    assert not await sandbox.calls("crm.lead.add")
    form.reject()


async def test_a_refusal_keeps_the_form_and_everything_typed(qtbot, page, dialog, until, sandbox):
    form = await begin_lead(qtbot, page, until)
    qtbot.keyClicks(form.comment, "By Friday")
    await sandbox.order("fault", kind="ACCESS_DENIED", method="crm.lead.add", count=1)
    press(qtbot, form.make)
    await until(lambda: not form.error.isHidden())

    assert "ACCESS_DENIED" in form.error.code.text()
    assert form.comment.toPlainText() == "By Friday"
    assert form.make.isEnabled()
    form.reject()


async def test_a_deal_without_a_contact_is_said_to_be_apart(page, dialog, until):
    guest = page.crm.records
    await until(lambda: page.crm.sections[1].texts)
    guest.open_form(RecordKind.DEAL)
    guest.form.make.click()
    await until(lambda: not guest.view.seen.isHidden())

    assert "nothing ties it to this dialog" in guest.view.seen.text.text()


async def test_a_record_that_was_made_is_opened_at_the_portal(page, dialog, until, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    guest = page.crm.records
    await until(lambda: page.crm.sections[1].texts)
    assert guest.view.open.isHidden()
    guest.open_form(RecordKind.DEAL)
    guest.form.make.click()
    await until(lambda: not guest.view.open.isHidden())

    guest.view.open.click()
    await until(lambda: opened)

    assert "/crm/deal/details/" in opened[0]


async def test_a_locked_portal_offers_no_record(page, dialog, desk):
    desk.session.set_read_only(read_only=True)
    view = page.crm.records.view

    assert [each.isEnabled() for each in (view.by_line, view.lead, view.deal)] == [False] * 3
    assert view.why_not.text() == "The portal is locked: nothing is changed there."


async def test_an_impossible_e_mail_is_told_at_its_field_and_not_sent(
    qtbot, page, dialog, until, sandbox
):
    form = await begin_lead(qtbot, page, until)
    form.title_line.setText("Two lamps")
    form.email.setText("abc")
    press(qtbot, form.make)

    assert form.people[-1].problem() == "This is no e-mail address."
    assert form.email.text() == "abc"
    _, phone, email = form.people
    await until(lambda: email.note.y() > email.line.y())
    await until(lambda: (phone.y(), phone.line.y()) == (email.y(), email.line.y()))
    assert not await sandbox.calls("crm.lead.add")
