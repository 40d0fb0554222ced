"""The Lines view: read, changed, refused, contradicted; with the hands of a person."""

import json
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.domain.line import QUEUE
from app.domain.line_advice import Severity
from app.domain.line_fields import FIELDS, Section
from app.domain.portal import PortalKind
from app.ui.connectors.words import clock_time
from app.ui.lines.advice_words import AdviceWords
from app.ui.lines.field_words import FieldWords
from app.ui.lines.new_line import NewLine
from app.ui.model_rows import ROW
from app.ui.prompts import Prompt
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    OTHER_LINE,
    connected,
    hearing,
    open_sandbox,
    open_test_desk,
)
from tests.ui.connectors.acting import click, leave, write

ANN, OLEG, OLGA = 12, 7, 1


def open_tab(view, key):
    view.detail.tabs.setCurrentIndex(view.detail._keys.index(key))


def row(view, name):
    section = FIELDS[name].section
    open_tab(view, section.value)
    return view.detail.section(section).rows[name]


def queue_tab(view):
    open_tab(view, Section.QUEUE.value)
    return view.detail.section(Section.QUEUE)


def settings(view, line=LINE):
    return view.presenter.service.get(line)


async def at_portal(sandbox, line=LINE):
    lines = (await sandbox.state())["lines"]
    return next(each for each in lines if int(each["id"]) == line)


async def sent(sandbox):
    calls = await sandbox.calls("imopenlines.config.update")
    return [json.loads(each["params"])["PARAMS"] for each in calls]


async def save(view, until):
    click(view.detail.save)
    await until(lambda: not view.presenter.saving)


async def shown_dialog(view, until, kind):
    def found():
        return next((each for each in view.findChildren(kind) if each.isVisible()), None)

    await until(found)
    return found()


@asynccontextmanager
async def other_desk(tmp_path, **options):
    async with open_sandbox(**options) as portal, open_test_desk(portal, tmp_path) as desk:
        yield portal, desk


def test_every_setting_and_every_piece_of_advice_has_words():
    words = FieldWords().table()

    assert set(words) == {*FIELDS, QUEUE}
    assert all(name for name, _ in words.values())
    assert all(len(each) == 3 and all(each) for each in AdviceWords().table().values())
    assert all(AdviceWords().severity(each) for each in Severity)


async def test_lines_that_were_read_for_the_grid_are_shown_at_once(desk, open_view, until):
    await desk.connectors.refresh()
    view = open_view(desk)

    assert view.shown() == (LINE, OTHER_LINE)
    assert view.detail.isVisible()
    assert not view.empty.isVisible()
    await until(lambda: not view.presenter.tasks.is_busy(f"read {LINE}"))


async def test_lines_are_listed_with_what_is_known_around_them(view, desk, until):
    await connected(desk)

    await until(lambda: view.model.index(0).data(ROW).connectors == 1)
    assert view.shown() == (LINE, OTHER_LINE)
    told = "Shop chat, 42, On, 2 operator(s), in turn, 1 connector(s), CRM: leads, Always open"
    assert view.model.index(0).data() == told
    assert "Acme shop chat" in view.detail.facts.whole_text()


async def test_a_search_keeps_lines_by_name_and_number(view):
    write(view.panel.search, "whole")
    assert view.shown() == (OTHER_LINE,)
    write(view.panel.search, "42")
    assert view.shown() == (LINE,)


async def test_a_changed_field_is_marked_and_saved_alone(view, sandbox, until):
    field = row(view, "QUEUE_TIME")
    write(field.line, "90")
    assert "•" in field.name.text()
    assert view.model.index(0).data(ROW).edited
    await save(view, until)

    assert await sent(sandbox) == [{"QUEUE_TIME": 90}]
    assert settings(view).number("QUEUE_TIME") == 90
    assert "•" not in field.name.text()
    assert not view.detail.save.isEnabled()


async def test_the_name_of_a_line_changes_everywhere(view, desk, until):
    write(row(view, "LINE_NAME").line, "Depot")
    await save(view, until)

    assert view.detail.name.whole_text() == "Depot"
    assert view.model.index(0).data(ROW).line.name == "Depot"
    assert "Depot" in {each.name for each in desk.connectors.lines()}


async def test_a_wrong_value_is_told_at_its_field_and_nothing_is_sent(view, sandbox):
    field = row(view, "QUEUE_TIME")
    write(field.line, "90 s")
    assert not field.problem()
    leave(field.line)
    assert field.problem() == "A whole number is needed."
    click(view.detail.save)

    assert field.line.text() == "90 s"
    assert await sent(sandbox) == []
    click(field.repair)
    assert field.line.text() == "90"


async def test_a_text_that_is_asked_for_has_to_be_written(view, sandbox, until):
    rule = row(view, "CLOSE_RULE")
    rule.line.setCurrentIndex(rule.line.findData("text"))
    text = row(view, "CLOSE_TEXT")
    click(view.detail.save)
    assert "The text is missing" in text.note.text()
    text.line.setPlainText("Bye!")
    await save(view, until)

    assert await sent(sandbox) == [{"CLOSE_RULE": "text", "CLOSE_TEXT": "Bye!"}]


async def test_discard_brings_back_what_the_portal_has(view):
    field = row(view, "QUEUE_TIME")
    write(field.line, "90")
    click(view.detail.discard)

    assert field.line.text() == "60"
    assert not view.detail.save.isEnabled()


async def test_what_is_typed_into_a_line_waits_while_another_is_looked_at(view):
    write(row(view, "QUEUE_TIME").line, "90")
    view.take(OTHER_LINE)
    assert row(view, "QUEUE_TIME").line.text() == "60"
    view.take(LINE)

    assert row(view, "QUEUE_TIME").line.text() == "90"


async def test_a_change_of_the_same_field_at_the_portal_is_told_and_mine_can_be_kept(
    view, sandbox, until
):
    write(row(view, "QUEUE_TIME").line, "90")
    await sandbox.order("edit-line", line=LINE, fields={"QUEUE_TIME": 30, "MAX_CHAT": 4})
    await save(view, until)
    notices = view.detail.notices
    assert notices.conflict.isVisible()
    assert "“30”" in notices.conflict.text.text()
    assert notices.mine.parent() is notices.conflict
    assert row(view, "QUEUE_TIME").line.text() == "90"
    assert not view.detail.save.isEnabled()
    assert await sent(sandbox) == []
    click(notices.mine)
    await save(view, until)

    assert await sent(sandbox) == [{"QUEUE_TIME": 90}]
    assert settings(view).number("MAX_CHAT") == 4
    assert not notices.conflict.isVisible()


async def test_theirs_can_be_taken(view, sandbox, until):
    write(row(view, "QUEUE_TIME").line, "90")
    await sandbox.order("edit-line", line=LINE, fields={"QUEUE_TIME": 30})
    view.refresh()
    await until(view.detail.notices.conflict.isVisible)
    click(view.detail.notices.theirs)

    assert row(view, "QUEUE_TIME").line.text() == "30"
    assert not view.detail.discard.isEnabled()


async def test_a_change_of_another_field_at_the_portal_disturbs_nobody(view, sandbox, until):
    write(row(view, "QUEUE_TIME").line, "90")
    await sandbox.order("edit-line", line=LINE, fields={"CLOSE_TEXT": "Bye"})
    await save(view, until)

    assert (settings(view).text("CLOSE_TEXT"), settings(view).number("QUEUE_TIME")) == ("Bye", 90)


async def test_what_the_portal_did_not_take_is_shown(view, until):
    rule = row(view, "QUEUE_TYPE")
    view.presenter.set("QUEUE_TYPE", "by_weight")
    await save(view, until)

    assert "Distribution = “In turn”" in view.detail.notices.not_taken.text.text()
    assert rule.line.currentData() == "by_weight"


async def test_an_employee_without_rights_reads_everything_and_is_told_no(
    tmp_path, open_view, until
):
    async with other_desk(tmp_path, role="user") as (_, desk):
        view = open_view(desk)
        await until(lambda: view.shown() == (LINE,))
        await until(lambda: not view.presenter.tasks.is_busy(f"read {LINE}"))
        write(row(view, "QUEUE_TIME").line, "90")
        await save(view, until)

        code = view.detail.notices.error.code.text().replace("\u200b", "")
        assert "CONFIG_WRONG_USER_PERMISSION" in code
        assert row(view, "QUEUE_TIME").line.text() == "90"
        await view.leave()


async def test_a_read_only_profile_reads_and_saves_nothing(view, desk):
    write(row(view, "QUEUE_TIME").line, "90")
    desk.session.set_read_only(True)

    assert view.detail.notices.read_only.isVisible()
    assert not view.detail.save.isEnabled()
    assert "read-only" in view.detail.save.toolTip()
    assert row(view, "QUEUE_TIME").line.isReadOnly()
    assert not queue_tab(view).search.isEnabled()
    assert not view.panel.new.isEnabled()
    assert not view.detail.delete.isEnabled()
    desk.session.set_read_only(False)
    assert view.detail.save.isEnabled()


async def test_operators_are_shown_with_names_and_presence(view, sandbox, until):
    await sandbox.order("online", user_id=OLEG, on=False)
    view.refresh()
    tab = queue_tab(view)

    await until(lambda: "away" in str(tab.model.index(1).data()))
    assert tab.model.index(0).data() == "1, Ann Lee, Shop assistant, online"


async def test_an_operator_is_found_added_moved_and_saved(view, sandbox, until):
    tab = queue_tab(view)
    write(tab.search, "olga")
    await until(lambda: tab.found.isVisible() and tab.found.count())
    QTest.keyClick(tab.search, Qt.Key.Key_Return)
    assert tab.model.rowCount() == 3
    tab.list.setCurrentIndex(tab.model.index(2))
    click(tab.up)
    assert tab.list.currentIndex().row() == 1
    assert "•" in tab.title.text()
    await save(view, until)

    ids = [each["ENTITY_ID"] for each in (await sent(sandbox))[-1]["QUEUE"]]
    assert ids == [str(ANN), str(OLGA), str(OLEG)]
    assert settings(view).queue.people == (ANN, OLGA, OLEG)


async def test_removing_everybody_says_that_nobody_gets_the_dialogs(view, until):
    tab = queue_tab(view)
    for _ in range(2):
        tab.list.setCurrentIndex(tab.model.index(0))
        tab.list.setFocus()
        QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert tab.empty.isVisible()
    await save(view, until)

    assert settings(view).queue.people == ()
    assert "QUEUE_EMPTY" in {each.advice.code for each in view.detail.advice().cards}


async def test_people_who_cannot_be_looked_up_are_told(view, sandbox, until):
    tab = queue_tab(view)
    await sandbox.order("fault", kind="ACCESS_DENIED", method="user.search")
    write(tab.search, "olga")

    await until(tab.problem.isVisible)
    assert "ACCESS_DENIED" in tab.problem.code.text()
    assert tab.search.text() == "olga"
    QTest.keyClick(tab.search, Qt.Key.Key_Escape)
    await until(tab.problem.isHidden)


async def test_settings_that_do_nothing_are_left_out_until_their_switch_is_on(view):
    hours = row(view, "WORKTIME_ENABLE")
    begin = row(view, "WORKTIME_FROM")
    assert not begin.isVisible()
    click(hours.line)

    assert begin.isVisible()
    assert begin.line.text() == "09:00"


async def test_advice_leads_to_the_setting(view, sandbox, until):
    await sandbox.order("edit-line", line=LINE, fields={"CRM_CHAT_TRACKER": "N"})
    view.refresh()
    await until(lambda: "Advice ·" in view.detail.tabs.tabText(7))
    open_tab(view, "advice")
    cards = view.detail.advice().cards
    card = next(each for each in cards if each.advice.code == "TRACKER_OFF")
    click(card.links[0])

    assert row(view, "CRM_CHAT_TRACKER").line.hasFocus()


async def test_fields_that_are_not_edited_are_shown_as_they_came(view):
    open_tab(view, "other")
    table = view.detail._tab("other").table
    found = {table.item(n, 0).text(): table.item(n, 1).text() for n in range(table.rowCount())}

    assert found["DATE_CREATE"] == "{}"
    assert found["XML_ID"] == "null"
    assert "LINE_NAME" not in found


async def test_a_new_line_is_made_and_chosen(view, until):
    click(view.panel.new)
    dialog = await shown_dialog(view, until, NewLine)
    write(dialog.name, "Repairs")
    click(dialog.make)
    await until(lambda: len(view.shown()) == 3)

    line = settings(view, view.presenter.line)
    assert (line.name, line.queue.people) == ("Repairs", (OLGA,))
    assert line.off("CRM_CREATE_THIRD")
    await until(lambda: not view.findChildren(NewLine))


async def test_a_line_without_name_is_not_made(view, sandbox, until):
    click(view.panel.new)
    dialog = await shown_dialog(view, until, NewLine)
    click(dialog.make)

    assert dialog.field.problem() == "The name is missing."
    assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
    assert await sandbox.calls("imopenlines.config.add") == []


async def test_a_plan_without_room_says_so_and_keeps_the_name(tmp_path, open_view, until):
    async with other_desk(tmp_path, line_limit=2) as (_, desk):
        view = open_view(desk)
        await until(view.shown)
        click(view.panel.new)
        dialog = await shown_dialog(view, until, NewLine)
        write(dialog.name, "Third")
        click(dialog.make)
        await until(dialog.error.isVisible)

        assert "LINE_LIMIT" in dialog.error.code.text()
        assert dialog.error.title.text() != "The portal refused the request"
        assert dialog.name.text() == "Third"
        assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
        await view.leave()


async def test_deleting_tells_what_goes_along_and_then_does_it(view, desk, until):
    await connected(desk)
    click(view.detail.delete)
    prompt = await shown_dialog(view, until, Prompt)
    assert "Acme shop chat" in prompt.text.text()
    click(prompt.confirm)
    await until(lambda: view.shown() == (OTHER_LINE,))

    assert view.presenter.line == OTHER_LINE
    assert not view.gone.isVisible()
    assert CONNECTOR in {each.id for each in desk.connectors.connectors()}


async def test_on_production_deleting_needs_the_number_of_the_line(view, desk, until, sandbox):
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    click(view.detail.delete)
    prompt = await shown_dialog(view, until, Prompt)
    assert not prompt.confirm.isEnabled()
    assert await sandbox.calls("imopenlines.config.delete") == []
    write(prompt.line, str(LINE))
    click(prompt.confirm)

    await until(lambda: view.shown() == (OTHER_LINE,))


async def test_names_cannot_turn_the_words_around_them(view, sandbox, until):
    await sandbox.order("edit-line", line=LINE, fields={"LINE_NAME": "Shop \u202egnp.exe"})
    view.refresh()

    await until(lambda: "gnp.exe" in view.detail.name.whole_text())
    assert "\u202e" not in view.detail.name.whole_text()


async def test_a_line_deleted_at_the_portal_leaves_the_list(view, desk, sandbox, until):
    await connected(desk)
    await hearing(desk, until)
    write(row(view, "QUEUE_TIME").line, "90")
    await sandbox.order("delete-line", line=LINE)

    await until(lambda: view.shown() == (OTHER_LINE,))
    assert view.detail.id.text() == str(OTHER_LINE)
    assert "Shop chat" in view.gone.text.text()
    assert view.gone.isVisible()


async def test_the_page_at_the_portal_opens_after_its_host_was_shown(view, until, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    click(view.detail.open)
    prompt = await shown_dialog(view, until, Prompt)
    assert "127.0.0.1" in prompt.windowTitle()
    click(prompt.confirm)
    await until(lambda: opened)

    assert opened == [f"http://127.0.0.1:8080/contact_center/lines_edit/?ID={LINE}"]


async def test_a_portal_without_lines_offers_to_make_one(tmp_path, open_view, until):
    async with other_desk(tmp_path, seed="empty") as (_, desk):
        view = open_view(desk)
        await until(view.empty.isVisible)

        assert not view.detail.isVisible()
        await view.leave()


async def test_lines_that_cannot_be_read_say_why_and_can_be_tried_again(
    desk, sandbox, open_view, until
):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.list.get")
    view = open_view(desk)
    await until(view.error.isVisible)
    assert "ACCESS_DENIED" in view.error.code.text()
    click(view.error.button)

    await until(lambda: view.shown() == (LINE, OTHER_LINE))
    assert not view.error.isVisible()


async def test_lines_that_cannot_be_read_again_say_when_they_were_read(view, sandbox, until):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.list.get")
    view.refresh()
    await until(view.error.isVisible)

    assert view.shown() == (LINE, OTHER_LINE)
    assert clock_time(view.presenter.service.read_at) in view.error.text.text()


async def test_one_trouble_of_reading_the_list_and_a_line_is_told_once(view, sandbox, until):
    for method in ("imopenlines.config.list.get", "imopenlines.config.get"):
        await sandbox.order("fault", kind="ACCESS_DENIED", method=method)
    presenter = view.presenter
    view.refresh()
    await until(lambda: view.error.isVisible() and presenter.failures.get(presenter.line))

    assert presenter.failure is None
    assert not view.detail.notices.error.isVisible()


async def test_two_hundred_lines_take_one_call(desk, sandbox, open_view, until):
    for number in range(198):
        await desk.session.caller.call(
            "imopenlines.config.add", {"PARAMS": {"LINE_NAME": f"Line {number} " + "long " * 40}}
        )
    view = open_view(desk)
    await until(lambda: len(view.shown()) == 200)
    await until(lambda: not view.presenter.tasks.is_busy(f"read {LINE}"))

    lists = await sandbox.calls("imopenlines.config.list.get")
    assert len(lists) <= 4  # two pages, and the queue of the chosen line
    view.take(view.shown()[-1])
    assert view.detail.name.whole_text().startswith("Line 197")


@pytest.mark.parametrize("name", ["QUEUE_TIME", "CLOSE_TEXT"])
async def test_saving_by_the_keyboard_works_from_a_field(view, sandbox, until, name):
    view.take(LINE, name)
    field = row(view, name)
    field.line.setFocus()
    QTest.keyClicks(field.line, "1")
    QTest.keyClick(field.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    await until(lambda: not view.presenter.is_edited(LINE))
    assert set((await sent(sandbox))[-1]) == {name}


async def test_a_lost_answer_keeps_what_was_typed(view, sandbox, until):
    write(row(view, "QUEUE_TIME").line, "90")
    await sandbox.order("fault", kind="reset", method="imopenlines.config.update")
    await save(view, until)

    assert view.detail.notices.error.isVisible()
    assert row(view, "QUEUE_TIME").line.text() == "90"
    assert not any(each.isVisible() for each in view.findChildren(QDialog))


async def test_it_fits_into_the_smallest_window(view):
    window = view.window()
    window.resize(884, 500)
    for key in (*(each.value for each in Section), "other", "advice"):
        open_tab(view, key)

    assert window.minimumSizeHint().width() <= 884
    assert window.minimumSizeHint().height() <= 500
