"""The Customers page over a real desk and a sandbox: the library, many at once, groups."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app.domain.dialog import Author, Delivery
from app.domain.message_schema import Flaw
from app.domain.persona import Persona
from app.domain.portal import PortalKind
from app.ui.customers.page import CustomersPage
from app.ui.customers.request_dialog import RequestDialog
from app.ui.customers.request_words import RequestWords
from app.ui.model_rows import ROW
from app.ui.prompts import Prompt
from tests.helpers.desk import CONNECTOR, connected, messages

LEFT = Qt.MouseButton.LeftButton
ANNA = Persona("c-1", "Anna", "Novak", "+44 7700 900123", gender="female")
BORIS = Persona("c-2", "Boris", "Ershov")
CLEO = Persona("c-3", "Cleo", "Finch")


@pytest.fixture
async def empty(qtbot, theme, desk):
    """The page over a library without anybody."""
    await connected(desk)
    await desk.connectors.refresh()
    made = CustomersPage(desk, theme)
    theme.look_after(made)
    made.resize(1364, 800)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


@pytest.fixture
async def page(empty, desk):
    """Anna, Boris and Cleo are in the library; Anna is chosen."""
    for each in (ANNA, BORIS, CLEO):
        await desk.personas.put(each)
    empty.panel.list.choose(("c-1",))
    return empty


async def opened(page, kind, until):
    await until(lambda: [each for each in page.findChildren(kind) if each.isVisible()])
    return [each for each in page.findChildren(kind) if each.isVisible()][-1]


def choose_view(qtbot, page, key):
    qtbot.mouseClick(page.views._buttons[key], LEFT)


async def test_an_empty_library_says_what_it_is_for_and_invents_people(qtbot, empty, desk, until):
    assert empty.empty.isVisible()
    qtbot.mouseClick(empty.empty.buttons[0], LEFT)
    await until(lambda: len(desk.personas.all()) == 10)

    assert empty.panel.list.isVisible()
    assert len(empty.panel.list.ids()) == 10


async def test_a_new_person_is_made_and_is_there_in_another_window(qtbot, empty, desk, until):
    empty.begin_new()
    form = empty.person.form
    for name, text in (("name", "Dora"), ("last_name", "Lind"), ("id", "dora")):
        form.lines[name].clear()
        qtbot.keyClicks(form.lines[name], text)
    qtbot.mouseClick(form.save, LEFT)
    await until(lambda: desk.personas.get("dora"))

    from app.services.personas import Personas

    assert [each.full_name for each in (await Personas.load(desk.personas._path)).all()] == [
        "Dora Lind"
    ]
    assert empty.panel.list.ids() == ("dora",)


async def test_what_is_wrong_stands_at_the_field_and_nothing_typed_is_lost(qtbot, page, desk):
    form = page.person.form
    form.lines["name"].setText("R2-D2")
    form.lines["phone"].setText("call me")
    qtbot.mouseClick(form.save, LEFT)

    assert "letters" in form.fields["name"].problem()
    assert "phone" in form.fields["phone"].problem()
    assert form.lines["phone"].text() == "call me"
    assert desk.personas.get("c-1") == ANNA


async def test_the_lint_of_names_can_be_switched_off(qtbot, page, desk, until):
    form = page.person.form
    form.lines["name"].setText("R2-D2")
    form.free_name.setChecked(True)
    qtbot.mouseClick(form.save, LEFT)

    await until(lambda: desk.personas.get("c-1").name == "R2-D2")


async def test_an_id_of_somebody_else_is_told_at_the_field(qtbot, page, desk):
    form = page.person.form
    form.lines["id"].setText("c-2")
    qtbot.mouseClick(form.save, LEFT)

    assert form.fields["id"].problem()
    assert desk.personas.get("c-2") == BORIS


async def test_people_are_found_duplicated_and_deleted(qtbot, page, desk, until):
    qtbot.keyClicks(page.panel.search, "bor")
    assert page.panel.model.rowCount() == 1
    page.panel.list.choose(("c-2",))
    qtbot.mouseClick(page.panel.duplicate, LEFT)
    await until(lambda: len(desk.personas.all()) == 4)
    assert page.panel.list.personas()[0].full_name == "Boris Ershov"
    assert page.panel.list.ids() != ("c-2",)

    qtbot.mouseClick(page.panel.remove, LEFT)
    prompt = await opened(page, Prompt, until)
    qtbot.mouseClick(prompt.confirm, LEFT)
    await until(lambda: len(desk.personas.all()) == 3)


@pytest.mark.parametrize("name", ["people.csv", "people.json"])
async def test_people_are_written_to_a_file_and_brought_back(page, desk, until, tmp_path, name):
    page.presenter.export(tmp_path / name, desk.personas.all())
    await until(page.note.isVisible)
    assert str(tmp_path) in page.note.text.text()
    await desk.personas.remove(["c-1", "c-2", "c-3"])
    page.presenter.bring(Path(tmp_path / name))

    await until(lambda: len(desk.personas.all()) == 3)
    assert desk.personas.get("c-1") == ANNA


async def test_rows_that_were_left_out_are_told_with_their_reason(page, until, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("id,name\nc-7,Gina\n,Nobody\n")
    page.presenter.bring(table)
    await until(page.note.isVisible)

    assert "Row 2" in page.note.text.text()


async def test_a_file_without_people_is_an_error_in_words(page, until, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("what,is,this\n1,2,3\n")
    page.presenter.bring(table)
    await until(page.error.isVisible)

    assert "id" in page.error.title.text()


async def test_a_persona_shows_the_dialogs_that_it_has_with_session_and_chat(
    page, desk, until, qtbot
):
    await desk.outbox.start_dialog(CONNECTOR, 42, ANNA.customer(), "Hello")
    await until(lambda: desk.dialogs.all()[0].session is not None)
    await until(lambda: page.person.table.facts.rowCount() == 1)

    dialog = desk.dialogs.all()[0]
    row = " ".join(page.person.table.facts.index(0, column).data() for column in range(3))
    assert str(dialog.portal_chat) in row
    assert str(dialog.session) in row
    asked = []
    page.go.connect(lambda *where: asked.append(where))
    page.person.table.selectRow(0)
    page.person._open()
    assert asked == [("dialogs", dialog.id)]


async def test_writing_as_a_persona_asks_for_the_form_of_the_dialogs(qtbot, page):
    asked = []
    page.go.connect(lambda *where: asked.append(where))
    qtbot.mouseClick(page.person.form.write, LEFT)

    ((where, (new, connector, line, customer)),) = asked
    assert (where, new, connector, line) == ("dialogs", "new", CONNECTOR, 42)
    assert customer == ANNA.customer()


@pytest.mark.parametrize(("calls", "made"), [("each", 3), ("bundle", 1)])
async def test_many_write_one_text_with_their_names_filled_in(
    qtbot, page, desk, sandbox, until, calls, made
):
    page.panel.list.choose(("c-1", "c-2", "c-3"))
    choose_view(qtbot, page, "many")
    qtbot.keyClicks(page.crowd.text, "Hello, this is {name}")
    page.crowd.calls.choose(calls)
    qtbot.mouseClick(page.crowd.send, LEFT)
    await until(page.crowd.done.isVisible)
    await until(lambda: desk.outbox.counts.queued == 0)

    texts = [(await messages(desk, each.id))[0].text for each in desk.dialogs.all()]
    assert texts == [f"Hello, this is {each.name}" for each in (ANNA, BORIS, CLEO)]
    assert len(await sandbox.calls("imconnector.send.messages")) == made
    assert page.crowd.done.isVisible()


async def test_a_bundle_can_be_shown_and_changed_before_it_is_sent(qtbot, page, desk, until):
    page.panel.list.choose(("c-1", "c-2"))
    choose_view(qtbot, page, "many")
    qtbot.keyClicks(page.crowd.text, "Hello")
    page.crowd.calls.choose("bundle")
    qtbot.mouseClick(page.crowd.request, LEFT)
    box = await opened(page, RequestDialog, until)
    text = box.view.toPlainText()
    assert text.count('"text": "Hello"') == 2
    box.view.setPlainText(text.replace('"text": "Hello"', '"text": "Good day"', 1))
    box.check()
    qtbot.mouseClick(box.confirm, LEFT)
    await until(page.crowd.done.isVisible)
    await until(lambda: desk.outbox.counts.queued == 0)

    found = [(await messages(desk, each.id))[0] for each in desk.dialogs.all()]
    assert [each.text for each in found] == ["Good day", "Hello"]
    assert {each.delivery for each in found} == {Delivery.SENT}
    assert {each.author for each in found} == {Author.CUSTOMER}


async def test_all_can_share_one_chat_id(qtbot, page, desk, until):
    page.panel.list.choose(("c-1", "c-2"))
    choose_view(qtbot, page, "many")
    qtbot.keyClicks(page.crowd.text, "Hello")
    qtbot.mouseClick(page.crowd.chats._buttons["shared"], LEFT)
    qtbot.mouseClick(page.crowd.send, LEFT)
    assert page.crowd.chat_field.problem()
    qtbot.keyClicks(page.crowd.chat, "together")
    qtbot.mouseClick(page.crowd.send, LEFT)

    await until(lambda: {each.chat for each in desk.dialogs.all()} == {"together"})
    assert len(desk.dialogs.all()) == 2


async def test_nothing_can_be_sent_to_a_portal_that_is_read_only(page, desk):
    desk.session.set_read_only(True)

    assert not page.crowd.send.isEnabled()
    assert "read-only" in page.crowd.about.text()
    assert not page.group.run.isEnabled()


async def test_a_group_and_no_group_stand_side_by_side_with_sessions_and_crm(
    qtbot, page, desk, until
):
    page.panel.list.choose(("c-1", "c-2", "c-3"))
    choose_view(qtbot, page, "group")
    assert not page.group.run.isEnabled()
    qtbot.mouseClick(page.group.set_up, LEFT)
    await until(page.group.run.isEnabled)
    qtbot.mouseClick(page.group.run, LEFT)
    await until(page.group.results.isVisible)
    await until(lambda: page.group.counts[0].text().startswith("3 "))
    await until(lambda: page.group.counts[1].text().startswith("1 "))
    qtbot.mouseClick(page.group.crm, LEFT)
    await until(lambda: "lead" in page.group.tables[0].facts.index(0, 2).data())

    assert [table.facts.rowCount() for table in page.group.tables] == [3, 3]
    assert page.group.tables[1].facts.index(0, 2).data() == "none"


async def test_at_a_production_portal_a_person_confirms_before_many_write(qtbot, page, desk, until):
    desk.session.profile = replace(desk.profile, kind=PortalKind.PRODUCTION)
    page.panel.list.choose(("c-1", "c-2"))
    choose_view(qtbot, page, "many")
    qtbot.keyClicks(page.crowd.text, "Hello")
    qtbot.mouseClick(page.crowd.send, LEFT)
    prompt = await opened(page, Prompt, until)
    assert "production" in prompt.windowTitle()
    prompt.reject()
    await until(lambda: not page.presenter.tasks.is_busy("ask"))
    assert desk.dialogs.all() == ()

    qtbot.mouseClick(page.crowd.send, LEFT)
    prompt = await opened(page, Prompt, until)
    qtbot.mouseClick(prompt.confirm, LEFT)
    await until(lambda: len(desk.dialogs.all()) == 2)


async def test_one_person_is_no_group_and_that_is_said(qtbot, page):
    choose_view(qtbot, page, "group")

    assert not page.group.run.isEnabled()
    assert page.group.run.toolTip()


async def test_every_control_has_a_name_for_screen_readers(qtbot, page):
    page.panel.list.choose(("c-1", "c-2"))
    unnamed = []
    for key in ("person", "many", "group"):
        choose_view(qtbot, page, key)
        for control in page.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QLineEdit) and control.isVisible():
                interface = QAccessible.queryAccessibleInterface(control)
                if not interface.text(QAccessible.Text.Name):
                    unnamed.append((key, control))

    assert unnamed == []


async def test_the_page_works_from_960_by_600(qtbot, page):
    page.panel.list.choose(("c-1", "c-2"))
    for key in ("person", "many", "group"):
        choose_view(qtbot, page, key)
        assert page.minimumSizeHint().width() <= 912
        assert page.minimumSizeHint().height() <= 524


async def test_in_russian_nothing_is_cut_from_960_by_600(russian, qtbot, page):
    page.resize(912, 524)
    for key in ("person", "many", "group"):
        choose_view(qtbot, page, key)
        page.grab()
        assert page._columns.area.horizontalScrollBar().maximum() == 0


async def test_the_list_counts_the_dialogs_that_were_just_begun(qtbot, page, desk, until):
    page.panel.list.choose(("c-2",))
    choose_view(qtbot, page, "many")
    page.crowd.text.setPlainText("Hello")
    qtbot.mouseClick(page.crowd.send, LEFT)
    model = page.panel.model

    await until(lambda: model.count_words(model.find("c-2").data(ROW)).startswith("1 "))


async def test_a_name_that_is_mostly_left_out_is_no_repair(qtbot, page):
    form = page.person.form
    for name, repair in (("R2-D2", ""), ("Anna7", "Use Anna")):
        form.lines["name"].setText(name)
        form._check("name")
        assert form.fields["name"].repair.text() == repair


def test_a_request_that_is_no_json_is_told_in_words(qtbot):
    told = RequestWords().told(31, Flaw((), "UNREADABLE", "Unterminated string starting at"))

    assert told.startswith("Line 32: this is no JSON")
    assert "Unterminated" not in told
