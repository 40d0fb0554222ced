"""The people of the open dialog's chat: who they are, added, removed, refused."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.acts import Act, Target
from app.domain.dialog import Customer
from app.domain.line import Employee
from app.domain.linked import StaffPage
from app.domain.portal import PortalKind
from app.ui.linked.people_dialog import PeopleDialog
from app.ui.prompts import Prompt
from tests.helpers.acts import answered
from tests.helpers.desk import CONNECTOR, LINE

MANY = 10_000
BERT = Customer("u-2", "Bert", "conv-2")


async def known(page, until):
    view = page.crm.members.view
    await until(lambda: view.names and view.add.isEnabled())
    return view


async def test_members_are_named_with_side_and_presence(page, dialog, until):
    view = await known(page, until)
    texts = [each.text() for each in view.findChildren(QLabel)]

    assert view.names == ["Anna Kovaleva", "Ann Lee"]
    assert "online · Shop assistant" in texts


async def test_somebody_is_searched_for_and_added(page, dialog, desk, until):
    await answered(desk, dialog.id)
    view = await known(page, until)
    page.crm.members.find()
    search = page.crm.members.search
    search.search.setText("Олег")
    await until(lambda: search.model.rowCount() == 1 and search.take.isEnabled())
    search.take.click()
    await until(lambda: "Олег Иванов" in view.names)

    assert page.crm.members.search is None


async def test_who_is_in_the_chat_already_is_not_offered(page, dialog, desk, until):
    await known(page, until)
    page.crm.members.find()
    search = page.crm.members.search
    await until(lambda: search.model.rowCount() == 3)
    rows = [search.model.index(row, 0) for row in range(3)]
    said = {row.data(): row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows}
    able = {row.data() for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled}

    assert able == {"Olga Demina", "Олег Иванов"}
    assert "in the chat already" in said["Ann Lee"]
    assert search.list.currentIndex().data() in able
    search.reject()
    await until(lambda: page.crm.members.search is None)


async def test_removing_asks_first_and_is_seen(page, dialog, desk, until):
    await answered(desk, dialog.id)
    await desk.linked.participants.add(dialog, 7)
    view = await known(page, until)
    await until(lambda: "Олег Иванов" in view.names and view.removers[-1].isEnabled())
    view.removers[-1].click()
    await until(lambda: page.findChildren(Prompt))
    page.findChildren(Prompt)[0].accept()
    await until(lambda: "Олег Иванов" not in view.names)

    assert view.error.isHidden()


async def test_on_production_the_chats_number_is_typed_before_a_person_is_removed(
    qtbot, page, dialog, desk, until
):
    await answered(desk, dialog.id)
    await desk.linked.participants.add(dialog, 7)
    view = await known(page, until)
    await until(lambda: "Олег Иванов" in view.names and view.removers[-1].isEnabled())
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    view.removers[-1].click()
    await until(lambda: page.findChildren(Prompt))
    question = page.findChildren(Prompt)[0]
    assert not question.confirm.isEnabled()
    qtbot.keyClicks(question.line, str(desk.dialogs.get(dialog.id).portal_chat))
    question.confirm.click()
    await until(lambda: "Олег Иванов" not in view.names)


async def test_a_refusal_is_explained_and_the_true_members_stay(page, dialog, desk, until):
    view = await known(page, until)
    page.crm.members.find()
    page.crm.members.search.chosen.emit(Employee(7, "Oleg"))
    page.crm.members.search.reject()
    await until(lambda: not view.error.isHidden())

    assert "ACCESS_DENIED_EXTEND" in view.error.code.text()
    assert view.names == ["Anna Kovaleva", "Ann Lee"]


async def test_the_chat_opens_at_the_portal(page, dialog, until, sandbox, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    view = await known(page, until)
    view.chat.click()

    assert opened == [f"{sandbox.about['portal']}/online/?IM_DIALOG=chat{dialog.portal_chat}"]


async def test_ten_thousand_employees_come_page_by_page(qtbot, theme, until):
    asked = []

    async def find(words, start):
        asked.append((words, start))
        found = tuple(Employee(n + 1, f"Person {n}") for n in range(start, start + 50))
        return StaffPage(found, start + 50 if start + 50 < MANY else None, MANY)

    parent = QWidget()
    qtbot.addWidget(parent)
    search = PeopleDialog(parent, theme, find, "Add")
    search.show()
    await until(lambda: search.model.rowCount() >= 50)
    first = len(asked)
    while search.model.canFetchMore(QModelIndex()):
        rows = search.model.rowCount()
        search.model.fetchMore(QModelIndex())
        await until(lambda: search.model.rowCount() > rows and not search.model.busy)  # noqa: B023

    assert first <= 2
    assert search.model.rowCount() == MANY
    assert search.told.text() == ""
    await search.leave()


async def test_an_answer_to_older_words_is_thrown_away(qtbot, theme, until):
    slow = asyncio.Event()

    async def find(words, _start):
        if not words:
            await slow.wait()
        return StaffPage((Employee(1, words or "Everybody"),), None, 1)

    parent = QWidget()
    qtbot.addWidget(parent)
    search = PeopleDialog(parent, theme, find, "Add")
    search.model.search("Ann")
    slow.set()
    await until(lambda: search.model.rowCount() == 1 and not search.model.busy)

    assert search.model.index(0, 0).data() == "Ann"
    await search.leave()


async def test_nobody_is_asked_about_people_whom_nobody_looks_at(
    page, dialog, until, desk, sandbox
):
    await known(page, until)
    page.details.show_tab("raw")
    before = len(await sandbox.calls("im.dialog.users.list"))
    other = await desk.outbox.start_dialog(CONNECTOR, LINE, BERT, "Hello")
    page.take(other.id)
    await until(lambda: desk.dialogs.get(other.id).portal_chat is not None)
    await until(lambda: not page.crm.members.tasks.is_busy(f"people {other.id}"))
    hidden = len(await sandbox.calls("im.dialog.users.list"))
    page.details.show_tab("details")
    await until(lambda: desk.linked.participants.of(other.id) is not None)

    assert hidden == before
    assert page.crm.members.view.names[0] == "Bert"


async def test_whoever_joins_by_an_act_is_seen_at_once(page, dialog, desk, until):
    await answered(desk, dialog.id)
    view = await known(page, until)
    await desk.supervision.act(Act.TRANSFER, dialog.id, Target(7, "Олег Иванов"))

    await until(lambda: "Олег Иванов" in view.names)
