"""The connect assistant: one click from an empty list to a connector that works."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.connector import LineState
from app.ui.connectors.assistant_presenter import StepState
from app.ui.connectors.form_presenter import ID
from tests.ui.connectors.acting import SHOP, WHOLESALE, click, write


async def assistant(open_page, desk):
    await desk.connectors.refresh()
    page = open_page()
    assert page.empty.isVisible()
    click(page.empty.buttons[0])
    assert page.new.assistant.isVisible()
    return page


async def test_a_stranger_connects_without_typing_anything(open_page, desk, until, sandbox):
    page = await assistant(open_page, desk)
    click(page.new.assistant.start)

    await until(page.new.assistant.write.isVisible)

    assert page.cell("olc_site_chat", SHOP) is LineState.WORKING
    assert [step.state for step in page.new.assist.steps.values()] == [StepState.DONE] * 4
    assert (await sandbox.calls("imconnector.connector.data.set"))[-1]["status"] == 200


async def test_each_step_shows_its_call_and_the_answer(open_page, desk, until):
    page = await assistant(open_page, desk)
    click(page.new.assistant.start)
    await until(page.new.assistant.write.isVisible)

    last = page.new.assistant.steps["status"]
    assert '"STATUS": true' in last.answer.toPlainText()
    first = page.new.assistant.steps["register"]
    click(first.toggle)
    assert '"ID": "olc_site_chat"' in first.request.toPlainText()
    assert first.badge.text.startswith("HTTP 200")


async def test_the_next_thing_to_do_is_one_key_away(open_page, desk, until):
    page = await assistant(open_page, desk)
    click(page.new.assistant.start)
    await until(page.new.assistant.write.isVisible)
    await until(lambda: page.focusWidget() is page.new.assistant.write)


async def test_a_row_reached_with_the_tab_key_is_marked(open_page, desk, until):
    await desk.connectors.refresh()
    page = open_page()
    await until(page.isActiveWindow)
    names = page.panel.list
    page.panel.connect_button.setFocus()
    QTest.keyClick(page.panel.connect_button, Qt.Key.Key_Tab)
    await until(names.hasFocus)
    assert names.selectedIndexes() == [names.currentIndex()]


async def test_the_end_of_the_assistant_leads_to_the_first_customer(open_page, desk, until):
    page = await assistant(open_page, desk)
    click(page.new.assistant.start)
    await until(page.new.assistant.write.isVisible)
    asked = []
    page.go.connect(lambda *wish: asked.append(wish))

    click(page.new.assistant.write)

    assert asked == [("dialogs", ("new", "olc_site_chat", SHOP))]


async def test_a_failed_step_is_explained_and_resumed_from_there(open_page, desk, until, sandbox):
    page = await assistant(open_page, desk)
    method = "imconnector.connector.data.set"
    await sandbox.order("fault", kind="ERROR_ARGUMENT", method=method, count=1)
    click(page.new.assistant.start)
    step = page.new.assistant.steps["data"]
    await until(step.error.isVisible)
    assert step.error.code.text().startswith("ERROR_ARGUMENT")
    assert page.new.assist.steps["status"].state is StepState.WAITING
    await until(page.new.assistant.start.isEnabled)

    click(step.error.button)
    await until(page.new.assistant.write.isVisible)

    assert len(await sandbox.calls("imconnector.register")) == 1
    assert len(await sandbox.calls(method)) == 2


async def test_a_changed_form_begins_with_the_registration_again(open_page, desk, until, sandbox):
    page = await assistant(open_page, desk)
    await sandbox.order("fault", kind="ERROR_ARGUMENT", method="imconnector.activate", count=1)
    click(page.new.assistant.start)
    await until(page.new.assistant.steps["activate"].error.isVisible)
    await until(page.new.assistant.start.isEnabled)

    write(page.new.assistant.form.name, "Another name")
    click(page.new.assistant.start)
    await until(page.new.assistant.write.isVisible)

    assert len(await sandbox.calls("imconnector.register")) == 2


async def test_a_bad_id_stops_the_assistant_before_any_call(open_page, desk, sandbox):
    page = await assistant(open_page, desk)
    write(page.new.assistant.form.id, "site.chat")
    click(page.new.assistant.start)

    field = page.new.assistant.form.fields[ID]
    assert "A dot is not allowed" in field.problem()
    click(field.repair)
    assert page.new.assistant.form.id.text() == "site_chat"
    assert await sandbox.calls("imconnector.register") == []


async def test_another_line_can_be_chosen(open_page, desk, until):
    page = await assistant(open_page, desk)
    box = page.new.assistant.form.line
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    click(page.new.assistant.start)

    await until(page.new.assistant.write.isVisible)

    assert page.cell("olc_site_chat", WHOLESALE) is LineState.WORKING


async def test_a_portal_that_does_not_answer_fails_the_step_and_keeps_the_words(
    open_page, desk, until, sandbox
):
    page = await assistant(open_page, desk)
    write(page.new.assistant.form.name, "Kept")
    await sandbox.order("fault", kind="cut", method="imconnector.register", count=5)
    click(page.new.assistant.start)

    await until(page.new.assistant.steps["register"].error.isVisible)

    assert page.new.assistant.form.name.text() == "Kept"


async def test_all_fields_of_the_registration_are_one_click_away(open_page, desk):
    page = await assistant(open_page, desk)
    write(page.new.assistant.form.name, "Typed once")

    click(page.new.assistant.form.all)

    assert page.new.registration.isVisible()
    assert page.new.registration.form.name.text() == "Typed once"


async def test_the_next_connector_begins_with_fresh_values(open_page, desk, until):
    page = await assistant(open_page, desk)
    click(page.new.assistant.start)
    await until(page.new.assistant.write.isVisible)
    click(page.new.assistant.close_button)

    click(page.panel.connect_button)

    assert page.new.assistant.form.id.text() == "olc_site_chat_2"
    assert page.new.assistant.start.isVisible()


async def test_the_keyboard_is_in_the_first_field_at_once(open_page, desk):
    page = await assistant(open_page, desk)

    assert page.window().focusWidget() is page.new.assistant.form.name
    click(page.new.assistant.form.all)
    assert page.window().focusWidget() is page.new.registration.form.id
