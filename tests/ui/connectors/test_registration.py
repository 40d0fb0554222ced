"""The registration form: errors at the field, the icon, the preview, the draft, the refusals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.connectors.form_presenter import HANDLER, ICON, ID, NAME
from tests.ui.connectors.acting import HANDLER as SETTINGS
from tests.ui.connectors.acting import click, leave, registered, write

REGISTRATION = 1  # the tab
GOOD_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
async def page(open_page, desk):
    await desk.connectors.refresh()
    page = open_page()
    page.open_registration()
    return page


def fill(page, key="acme_showroom", name="Lamp & Co showroom"):
    form = page.new.registration.form
    write(form.id, key)
    write(form.name, name)
    write(form.handler, SETTINGS)
    leave(form.handler)


async def test_a_dot_is_refused_at_the_field_on_leaving_it(page):
    form = page.new.registration.form
    write(form.id, "acme.showroom")
    assert form.fields[ID].problem() == ""

    leave(form.id)

    assert "A dot is not allowed here" in form.fields[ID].problem()
    assert not page.new.registration.register.isEnabled()
    assert page.new.registration.attention.text().endswith("ID")


async def test_the_link_below_the_field_mends_it(page):
    form = page.new.registration.form
    write(form.id, "Acme.Showroom")
    leave(form.id)
    assert form.fields[ID].repair.text() == "Use acme_showroom"

    click(form.fields[ID].repair)

    assert form.id.text() == "acme_showroom"
    assert form.fields[ID].problem() == ""


async def test_an_error_goes_while_the_field_is_typed_in(page):
    form = page.new.registration.form
    write(form.id, "ACME")
    leave(form.id)
    assert "Upper case" in form.fields[ID].problem()

    write(form.id, "a")

    assert form.fields[ID].problem() == ""


async def test_pressing_register_shows_every_field_that_is_missing(page, sandbox):
    click(page.new.registration.register)

    form = page.new.registration.form
    assert all(form.fields[key].problem() for key in (ID, NAME, HANDLER))
    assert form.fields[ICON].problem() == ""
    assert await sandbox.calls("imconnector.register") == []


async def test_a_stranger_registers_with_the_icon_that_is_offered(page, sandbox, until):
    fill(page)
    assert page.new.registration.tiles.active.has_picture
    click(page.new.registration.register)

    await until(page.detail.isVisible)

    connectors = (await sandbox.state())["connectors"]
    assert "acme_showroom" in {each["id"] for each in connectors}
    assert page.detail.name.whole_text() == "Lamp & Co showroom"


async def test_all_seven_flags_stand_in_the_request(page):
    fill(page)
    flags = page.new.registration.form.flags
    click(flags.switches["NEWSLETTER"])
    click(flags.switches["CHAT_GROUP"])

    text = page.new.registration.request.view.toPlainText()

    assert '"NEWSLETTER": false' in text
    assert '"CHAT_GROUP": true' in text
    assert sum(name in text for name in flags.switches) == 7
    assert flags.warning.isVisible()


async def test_the_request_can_be_copied_as_json_form_and_curl(page):
    fill(page)
    request, clipboard = page.new.registration.request, QGuiApplication.clipboard()
    click(request.copy)
    assert '"ID": "acme_showroom"' in clipboard.text()

    request.form.choose("form")
    click(request.copy)
    assert "ICON[DATA_IMAGE]=" in clipboard.text() or "ICON%5BDATA_IMAGE%5D=" in clipboard.text()

    request.form.choose("curl")
    click(request.copy)
    assert clipboard.text().startswith("curl -X POST ")
    assert "$TOKEN" in clipboard.text()


async def test_a_picture_from_a_file_becomes_a_data_uri(page, tmp_path, until):
    file = tmp_path / "showroom.svg"
    file.write_text(GOOD_SVG)
    click(page.new.registration.form.icon.button)
    dialog = page.findChild(QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()

    await until(lambda: page.new.registration.form.icon.line.text().startswith("showroom.svg"))

    assert page.new.form.values.icon.startswith("data:image/svg+xml,%3Csvg")
    assert page.new.registration.tiles.active.has_picture


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not an SVG"),
        (b"<html><body/></html>", "not an SVG"),
        (GOOD_SVG.replace("<path", "<script>alert(1)</script><path").encode(), "script"),
        (GOOD_SVG.replace("<path", '<image href="http://evil.example/x"/><path').encode(), "loads"),
    ],
)
async def test_a_picture_that_is_not_a_harmless_svg_is_refused(
    page, tmp_path, until, content, words
):
    file = tmp_path / "icon.svg"
    file.write_bytes(content)
    before = page.new.form.values.icon
    page.new.registration.form.icon.chosen.emit(str(file))

    field = page.new.registration.form.fields[ICON]
    await until(field.problem)

    assert words in field.problem()
    assert page.new.form.values.icon == before


async def test_a_file_that_is_gone_is_told_at_the_field(page, tmp_path, until):
    page.new.registration.form.icon.chosen.emit(str(tmp_path / "gone.svg"))

    field = page.new.registration.form.fields[ICON]
    await until(field.problem)

    assert field.problem() == "The file cannot be read."


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("APPLICATION_REGISTRATION_ERROR_POINT", ID),
        ("CONNECTOR_ID_REQUIRED", ID),
        ("NAME_REQUIRED", NAME),
        ("ICON_REQUIRED", ICON),
        ("NO_PLACEMENT_HANDLER", HANDLER),
    ],
)
async def test_a_refusal_inside_http_200_stands_at_the_field_it_is_about(
    page, sandbox, until, code, key
):
    await sandbox.order("fault", kind=code, method="imconnector.register", count=1)
    fill(page)
    click(page.new.registration.register)

    await until(page.new.registration.form.fields[key].problem)

    assert page.new.registration.form.name.text() == "Lamp & Co showroom"
    assert page.new.registration.isVisible()


async def test_a_refusal_about_no_field_is_explained_below_the_form(page, sandbox, until):
    code = "APPLICATION_REGISTRATION_ERROR"
    await sandbox.order("fault", kind=code, method="imconnector.register", count=1)
    fill(page)
    click(page.new.registration.register)

    await until(page.new.registration.error.isVisible)

    assert page.new.registration.error.code.text().startswith(code)


async def test_taking_over_the_id_of_another_connector_is_warned_of(page):
    form = page.new.registration.form
    write(form.id, "telegrambot")

    assert page.new.registration.taken.isVisible()
    write(form.id, "telegrambot_2")
    assert not page.new.registration.taken.isVisible()


async def test_the_draft_survives_the_page(page, open_page, until):
    write(page.new.registration.form.id, "acme_half")
    write(page.new.registration.form.name, "Half done")
    await page.leave()

    again = open_page()
    again.open_registration()
    await until(lambda: again.new.registration.form.id.text() == "acme_half")

    assert again.new.registration.form.name.text() == "Half done"


async def test_the_draft_is_written_while_it_is_typed(page, desk, until):
    write(page.new.registration.form.id, "acme_half")

    async def kept():
        return (await desk.connectors.draft()).get("id")

    await until(lambda: page.new.form._kept.id == "acme_half")
    assert await kept() == "acme_half"


async def test_a_registered_connector_is_changed_on_its_own_tab(open_page, desk, until, sandbox):
    await registered(desk)
    page = open_page()
    page.detail.tabs.setCurrentIndex(REGISTRATION)
    form = page.detail.registration
    assert form.form.id.isReadOnly()
    write(form.form.name, "Lamp kiosk two")
    click(form.register)

    await until(lambda: page.detail.name.whole_text() == "Lamp kiosk two")

    assert page.detail.registration.isVisible()
    connectors = {each["id"]: each["name"] for each in (await sandbox.state())["connectors"]}
    assert connectors["acme_kiosk"] == "Lamp kiosk two"


async def test_an_update_that_was_not_sent_waits_for_its_connector(open_page, desk):
    await registered(desk)
    await registered(desk, "acme_other", "Other")
    page = open_page()
    page.presenter.choose("acme_kiosk")
    page.detail.tabs.setCurrentIndex(REGISTRATION)
    write(page.detail.registration.form.name, "Half typed")

    page.presenter.choose("acme_other")
    assert page.detail.registration.form.name.text() == "Other"
    page.presenter.choose("acme_kiosk")

    assert page.detail.registration.form.name.text() == "Half typed"


async def test_going_to_the_next_field_is_leaving_the_last_one(page, until):
    form = page.new.registration.form
    page.window().activateWindow()
    await until(page.window().isActiveWindow)
    QTest.mouseClick(form.id, Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.id, "acme.showroom")
    assert form.fields[ID].problem() == ""

    QTest.mouseClick(form.name, Qt.MouseButton.LeftButton)

    assert "A dot is not allowed here" in form.fields[ID].problem()
    assert form.name.hasFocus()


async def test_every_flag_is_explained_to_eyes_and_ears(page):
    flags = page.new.registration.form.flags

    told = {name: switch.accessibleDescription() for name, switch in flags.switches.items()}
    assert len(set(told.values())) == 7
    assert "belongs to no single customer" in told["CHAT_GROUP"]
    flags.switches["CHAT_GROUP"].setChecked(True)
    assert "CRM" in flags.warning.findChildren(QLabel)[-1].text()
