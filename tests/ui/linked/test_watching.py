"""Looking at what hangs on a dialog changes nothing at the portal, and works without a session."""

import pytest
from PySide6.QtWidgets import QLabel

from app.domain.linked import Member, Role
from app.ui.linked.words import LinkedWords
from tests.helpers.acts import answered, finished


async def test_records_people_and_ids_are_read_without_a_trace(page, dialog, until, desk, sandbox):
    await until(lambda: page.crm.sections[0].texts and page.crm.members.view.names)
    before = traces(await sandbox.state())
    page.details.show_tab("crm")
    page.crm.sections[1].refresh.click()
    page.crm.members.view.refresh.click()
    page.take(("find", "611"))
    await until(lambda: page.resolver.dialog.cards and page.crm.sections[1].refresh.isEnabled())
    await until(lambda: "Asking" not in page.resolver.dialog.told.text())
    await until(page.crm.members.view.refresh.isEnabled)

    assert traces(await sandbox.state()) == before


async def test_people_and_records_of_a_closed_dialog_are_told(page, dialog, until, desk):
    await answered(desk, dialog.id)
    await finished(desk, dialog.id)
    closed = desk.dialogs.get(dialog.id)
    await desk.linked.participants.read(closed, again=True)
    await desk.linked.records.read(closed, again=True)
    await until(lambda: "no session is open" in page.crm.records.view.why_not.text())

    assert [each.name for each in desk.linked.participants.of(dialog.id).members] == [
        "Anna Kovaleva",
        "Olga Demina",
    ]
    assert desk.linked.records.of(dialog.id).found


async def test_who_has_left_the_desk_is_told_in_words(page, dialog, until, sandbox):
    view = page.crm.members.view
    await until(lambda: "Ann Lee" in view.names)
    await sandbox.order("online", user_id=12, on=False)
    await until(view.refresh.isEnabled)
    view.refresh.click()
    await until(lambda: "offline · Shop assistant" in texts(view))


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (Member(7, "Oleg", Role.EMPLOYEE, "Seller", online=True), "online · Seller"),
        (Member(7, "Oleg", Role.EMPLOYEE, active=False), "dismissed · Employee"),
        (Member(7, "Oleg", Role.EMPLOYEE), "Employee"),
        (Member(9, "Robot", Role.BOT, online=True), "Bot"),
        (Member(914, "Anna", Role.CUSTOMER, online=True), "Customer"),
    ],
)
def test_side_and_presence_are_told_in_words(member, said):
    assert LinkedWords().role(member) == said


def traces(state):
    """All that stays at the portal: the asking itself is counted, and the time goes on."""
    kept = {key: state[key] for key in state if key not in ("calls", "refusals")}
    portal = {key: state["portal"][key] for key in state["portal"] if key != "now"}
    return kept | {"portal": portal}


def texts(view):
    """What the section says."""
    return [each.text() for each in view.findChildren(QLabel)]
