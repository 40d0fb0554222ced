"""The tab Bindings: what is subscribed, what is wrong with it, one more, one less, the set."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.binding import CONNECTOR_EVENTS, OPEN_LINE_EVENTS, RECOMMENDED, Binding
from app.domain.portal import PortalKind
from app.ui.connectors.page import ConnectorsPage
from tests.helpers.desk import open_sandbox, open_test_desk
from tests.ui.connectors.acting import click, prompt, registered, write

ADD = "ONIMCONNECTORMESSAGEADD"
HOOK = "https://lamp.example/hook"


def online(handler=HOOK, event=ADD):
    return Binding(event, offline=False, handler=handler)


async def tab_of(page, until):
    """The tab, opened and read."""
    tab = page.detail.bindings
    page.detail.tabs.setCurrentWidget(tab)
    await until(lambda: page.detail.subscriptions.service.read_at)
    await until(tab.refresh.isEnabled)
    return tab


def words(tab):
    """What the table says, row by row."""
    model = tab.table.facts
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def choose(tab, binding):
    tab.table.selectRow(tab.table.facts.find(binding))
    assert tab.card.isVisible()


@asynccontextmanager
async def opened(tmp_path, theme, **options):
    """The page over a portal with these options, without feed and outbox."""
    async with open_sandbox(**options) as portal, open_test_desk(portal, tmp_path, run=False) as d:
        await registered(d)
        page, window = ConnectorsPage(d, theme), QWidget()
        QVBoxLayout(window).addWidget(page)
        window.resize(1300, 860)
        window.show()
        yield page, d
        await page.leave()
        window.close()
        window.deleteLater()


async def test_every_subscription_is_told_in_words_with_the_vendors_name(open_page, desk, until):
    await until(lambda: desk.feed.health.last_poll)
    await registered(desk)
    tab = await tab_of(open_page(), until)

    assert words(tab)[0] == [
        "An operator wrote, OnImConnectorMessageAdd",
        "Offline queue",
        "—",
        "In order",
    ]
    assert len(words(tab)) == 7


async def test_what_is_wrong_stands_first_and_says_why(open_page, desk, until):
    await until(lambda: desk.feed.health.last_poll)
    await registered(desk)
    for row in (online(), online(HOOK + "/"), online("http://192.168.1.4/x", "ONSESSIONSTART")):
        await desk.bindings.bind(row)
    tab = await tab_of(open_page(), until)

    assert [row[3] for row in words(tab)][:4] == ["Twin", "Twin", "Unreachable", "In order"]
    choose(tab, online())
    assert f"{HOOK}/" in tab.verdict.text()
    assert "a slash at the end" in tab.verdict.text()


async def test_the_set_is_shown_before_anything_is_subscribed(tmp_path, qtbot, theme, until):
    async with opened(tmp_path, theme) as (page, desk):
        tab = await tab_of(page, until)
        plan = tab.plan
        click(plan.open)
        assert list(plan.lines) == list(RECOMMENDED)
        assert desk.bindings.bindings == ()

        plan.lines[OPEN_LINE_EVENTS[0]].box.setChecked(False)
        click(plan.carry_out)
        await until(lambda: len(page.detail.subscriptions.results) == len(RECOMMENDED) - 1)
        await until(plan.cancel.isVisible)

        assert plan.lines[ADD].result.text() == "subscribed"
        assert plan.lines[OPEN_LINE_EVENTS[0]].result.text() == ""
        bound = {each.event for each in desk.bindings.bindings}
        assert bound == set(RECOMMENDED) - {OPEN_LINE_EVENTS[0]}
        assert desk.bindings.report.missing == (OPEN_LINE_EVENTS[0],)
        assert plan.title.text() == "Everything that connectors need is subscribed"


async def test_a_refused_event_of_the_set_says_why_and_can_be_tried_again(
    tmp_path, qtbot, theme, until
):
    async with open_sandbox() as portal, open_test_desk(portal, tmp_path, run=False) as desk:
        await registered(desk)
        page = ConnectorsPage(desk, theme)
        qtbot.addWidget(page)
        page.show()
        tab = await tab_of(page, until)
        await portal.order("fault", kind="ERROR_EVENT_NOT_FOUND", method="event.bind", count=1)
        click(tab.plan.open)
        click(tab.plan.carry_out)
        await until(tab.plan.cancel.isVisible)
        assert "ERROR_EVENT_NOT_FOUND" in tab.plan.lines[ADD].result.text()

        click(tab.plan.carry_out)
        await until(lambda: desk.bindings.report.missing == ())
        await page.leave()


async def test_one_subscription_is_taken_away_after_a_question(open_page, desk, until):
    await registered(desk)
    for row in (online(), online(HOOK + "/")):
        await desk.bindings.bind(row)
    page = open_page()
    tab = await tab_of(page, until)
    choose(tab, online(HOOK + "/"))

    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    question = await prompt(page, until)
    assert f"{HOOK}/" in question.text.text()
    click(question.confirm)
    await until(lambda: online(HOOK + "/") not in desk.bindings.bindings)

    assert online() in desk.bindings.bindings
    assert not tab.card.isVisible()


async def test_on_production_the_events_name_has_to_be_typed(open_page, desk, until):
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    await registered(desk)
    await desk.bindings.bind(online())
    page = open_page()
    tab = await tab_of(page, until)
    choose(tab, online())
    click(tab.unbind)
    question = await prompt(page, until)

    assert not question.confirm.isEnabled()
    QTest.keyClicks(question.line, "OnImConnectorMessageAdd")
    click(question.confirm)
    await until(lambda: online() not in desk.bindings.bindings)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("lamp", "not a web address"),
        ("https://server/hook", "host with a dot"),
        ("http://127.0.0.1:8000/hook", "inside a home"),
        (HOOK, "subscribed already"),
    ],
)
async def test_a_bad_address_is_told_while_it_is_typed(open_page, desk, until, typed, problem):
    await registered(desk)
    await desk.bindings.bind(online())
    tab = await tab_of(open_page(), until)
    form = tab.form
    form.way.chosen.emit("online")
    assert form.fields["HANDLER"].problem() == ""

    write(form.handler, typed)

    assert problem in form.fields["HANDLER"].problem()
    assert not form.bind.isEnabled()
    assert form.handler.text() == typed


async def test_a_twin_is_warned_of_and_can_still_be_subscribed(open_page, desk, until):
    await registered(desk)
    await desk.bindings.bind(online())
    tab = await tab_of(open_page(), until)
    form = tab.form
    form.way.chosen.emit("online")
    write(form.handler, HOOK + "/")
    assert HOOK in form.twin.text.text()
    assert form.twin.isVisible()

    click(form.bind)
    await until(lambda: online(HOOK + "/") in desk.bindings.bindings)
    await until(lambda: form.handler.text() == "")


async def test_an_event_that_is_in_the_queue_already_is_not_offered_twice(open_page, desk, until):
    await until(lambda: desk.feed.health.last_poll)
    await registered(desk)
    tab = await tab_of(open_page(), until)

    assert tab.form.fields["EVENT"].problem() == ""  # nobody has touched it yet
    assert not tab.form.bind.isEnabled()
    assert "subscribed already" in tab.form.bind.toolTip()
    tab.form.event_box.activated.emit(tab.form.event_box.currentIndex())
    assert "subscribed already" in tab.form.fields["EVENT"].problem()


async def test_a_refusal_stands_at_the_form_and_nothing_typed_is_lost(
    tmp_path, qtbot, theme, until
):
    async with opened(tmp_path, theme, role="user") as (page, _):
        tab = await tab_of(page, until)
        assert "administrators only" in tab.plan.text.text()
        assert "missing" not in tab.plan.title.text()

        click(tab.form.bind)
        await until(tab.form.error.isVisible)
        assert tab.form.error.code.text().startswith("ACCESS_DENIED")
        assert tab.form.event_box.currentData() == ADD


async def test_an_employees_own_online_subscription_is_shown_and_goes(
    tmp_path, qtbot, theme, until
):
    async with opened(tmp_path, theme, role="user") as (page, desk):
        await desk.bindings.bind(online())
        tab = await tab_of(page, until)
        assert [row[3] for row in words(tab)] == ["Own"]
        tab.table.selectRow(0)
        click(tab.unbind)
        click((await prompt(page, until)).confirm)
        await until(lambda: desk.bindings.bindings == ())
        assert tab.none.isVisible()


async def test_a_portal_that_does_not_answer_keeps_what_was_read(open_page, desk, until, sandbox):
    await registered(desk)
    await desk.bindings.bind(online())
    page = open_page()
    tab = await tab_of(page, until)
    before = words(tab)
    await sandbox.order("fault", kind="INTERNAL_SERVER_ERROR", method="event.get", count=1)

    click(tab.refresh)
    await until(tab.error.isVisible)
    assert words(tab) == before
    click(tab.error.button)
    await until(lambda: not tab.error.isVisible())


async def test_every_event_of_the_set_has_words_and_a_purpose():
    from app.ui.connectors.binding_words import SPELLED, BindingWords

    table = BindingWords()
    assert set(CONNECTOR_EVENTS + OPEN_LINE_EVENTS) <= SPELLED.keys()
    assert all(table.happening(each) != SPELLED[each] for each in RECOMMENDED)
    assert len({table.happening(each) for each in RECOMMENDED}) == len(RECOMMENDED)


async def test_a_secret_in_an_address_is_neither_shown_nor_kept(open_page, desk, until):
    await registered(desk)
    secret = online("https://lamp.example/hook?token=hush-hush-1")
    twin = online("https://lamp.example/hook/?token=hush-hush-1")
    for row in (secret, twin):
        await desk.bindings.bind(row)
    page = open_page()
    tab = await tab_of(page, until)
    choose(tab, secret)
    tab.form.way.chosen.emit("online")

    everything = [text for row in words(tab) for text in row]
    everything += [tab.verdict.text(), tab.handler.text(), tab.form.twin.text.text()]
    assert not any("hush" in text for text in everything)
    rows = await desk.journal.run(lambda conn: conn.execute("SELECT value FROM setting").fetchall())
    assert "hush" not in str(rows)

    click(tab.unbind)
    question = await prompt(page, until)
    assert "hush" not in question.text.text()
    click(question.confirm)
    await until(lambda: secret not in desk.bindings.bindings)
    assert twin in desk.bindings.bindings
