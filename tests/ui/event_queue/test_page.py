"""The page of the queue: what lies in it and what was set aside; nothing changes unasked."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import RESOURCES
from app.bitrix.events import Batch, EventQueue, QueueRow
from app.domain.portal import PortalKind
from app.services.queue_view import Lot, Partition
from app.ui.prompts import Prompt
from app.ui.queue.page import QueuePage
from app.ui.queue.presenter import ASIDE
from app.ui.queue.words import QueueWords
from app.ui.status_bar import StatusBar
from tests.helpers.desk import connected, open_sandbox, open_test_desk
from tests.helpers.queued import ADDED, fill, picture, reserve, subscribe

_REASONS = r"""(?:Unreadable|MissingError|_unreadable)\(f?"([^"]+)"\)"""
POISONED = b'{"ID":"9001","EVENT_NAME":"ONIMCONNECTORMESSAGEADD","EVENT_DATA":false}'


@pytest.fixture
async def sandbox():
    """A portal whose applications may have several queues."""
    async with open_sandbox(auth_connector=True) as portal:
        yield portal


@pytest.fixture
async def desk(sandbox, tmp_path):
    """A desk whose feed and outbox do not run, with a connector at work."""
    async with open_test_desk(sandbox, tmp_path, run=False) as opened:
        await connected(opened)
        yield opened


@pytest.fixture
async def show(qtbot, theme, desk, until):
    """Open the page and wait until it has looked."""
    pages = []

    async def shown(size=(1364, 800)):
        page = QueuePage(desk, theme)
        pages.append(page)
        page.resize(*size)
        page.show()
        await settled(page, until)
        return page

    yield shown
    for page in pages:
        await page.leave()
        page.hide()
        page.deleteLater()


async def settled(page, until):
    """Nothing is being asked or done any more."""
    names = ("look", "act", "aside")
    await until(lambda: not any(page.presenter.tasks.is_busy(name) for name in names))


def texts(page, column=1):
    """One column of the list, batches and their rows one after the other."""
    found = []
    for place in range(page.tree.topLevelItemCount()):
        item = page.tree.topLevelItem(place)
        found.append(item.text(column))
        found += [item.child(each).text(column) for each in range(item.childCount())]
    return found


def choose(page, lot):
    """Press a segment."""
    page.lots.choose(lot)
    page.lots.chosen.emit(lot)


async def prompt(until):
    """The question that is open."""
    found = []

    def there():
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, Prompt)]
        return any(each.isVisible() for each in found)

    await until(there)
    return next(each for each in found if each.isVisible())


async def poisoned(desk):
    """A row that nobody can read was set aside here."""
    row = QueueRow(9001, ADDED, "ff", "", error=False, raw=POISONED)
    await desk.inbox.save(Batch("p", (row,)))
    await desk.inbox.apply_waiting()


async def test_an_empty_queue_says_so_and_as_whom_it_looked(show):
    page = await show()

    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "No row waits"
    assert "administrator" in page.head.looked.whole_text()
    assert page.pane.isHidden() or not page.pane.isVisible()


async def test_free_rows_show_event_age_and_whether_they_are_here(show, desk, sandbox):
    await fill(desk, sandbox, 2)
    page = await show()

    assert texts(page) == [ADDED, ADDED]
    assert texts(page, 3) == ["not saved here", "not saved here"]
    assert all(age.endswith(" s") for age in texts(page, 2))
    assert "Answer 0" in page.pane.body.view.toPlainText()
    assert [page.lots._buttons[lot.value].text() for lot in Lot] == [
        "Free 2",
        "Reserved 0",
        "Errors 0",
    ]


async def test_reserved_rows_stand_below_the_name_of_their_batch(show, desk, sandbox):
    await fill(desk, sandbox, 3)
    batch = await reserve(desk, 3)
    page = await show()
    choose(page, Lot.RESERVED)

    assert texts(page, 0) == [batch.process_id, *(str(row.id) for row in batch.rows)]
    assert texts(page)[0].startswith("3 row")
    assert len(page.tree.selected()) == 3


async def test_looking_changes_nothing(show, desk, sandbox, until):
    await fill(desk, sandbox, 60)
    await reserve(desk, 5)
    await subscribe(desk, "acmeq")
    before = await picture(sandbox)
    page = await show()

    page.more.click()
    await settled(page, until)
    choose(page, Lot.RESERVED)
    page.head.partition_chosen.emit("acmeq")
    await settled(page, until)
    page.refresh()
    await settled(page, until)

    assert await picture(sandbox) == before


async def test_a_long_queue_is_shown_page_by_page(show, desk, sandbox, until):
    await fill(desk, sandbox, 60)
    page = await show()

    assert (len(texts(page)), page.more.text()) == (50, "Show more (50 of 60)")
    page.more.click()
    await settled(page, until)

    assert len(texts(page)) == 60
    assert not page.more.isVisible()


async def test_queues_of_their_own_can_be_chosen(show, desk, sandbox, until):
    await fill(desk, sandbox, 1)
    await subscribe(desk, "acmeq")
    page = await show()
    choices = [page.head.partition.itemData(place) for place in range(2)]

    page.head.partition_chosen.emit("acmeq")
    await settled(page, until)

    assert choices == ["", "acmeq"]
    assert page.nothing.isVisible()


async def test_the_queue_that_this_console_reads_is_shown_first(show, desk, sandbox, until):
    await fill(desk, sandbox, 1)
    await subscribe(desk, "acmeq")
    desk.session.queue = "acmeq"
    page = await show()

    assert page.head.partition.currentText() == "acmeq, 1 event(s), read by this console"
    assert page.head.partition.itemText(1).startswith("Main queue, ")
    assert "read by" not in page.head.partition.itemText(1)
    assert page.nothing.text.text().startswith("Whatever happened")

    page.head.partition_chosen.emit("")
    await settled(page, until)
    assert texts(page) == [ADDED]
    page.refresh()
    await settled(page, until)
    assert page.presenter.partition == ""


async def test_a_queue_that_nothing_is_subscribed_to_does_not_say_that_all_was_fetched(show):
    page = await show()
    page.presenter.partitions = (Partition(""),)
    page.presenter.changed.emit()

    assert page.nothing.text.text().startswith("Nothing comes here")


def test_every_reason_why_a_row_is_not_understood_has_words_of_its_own():
    told = QueueWords()
    told.tr = lambda text: f"<{text}>"
    found = set()
    for file in (RESOURCES.parent / "app" / "bitrix").glob("*.py"):
        found |= set(re.findall(_REASONS, file.read_text("utf-8")))
    reasons = {each for each in found if "{" not in each}
    reasons |= {f"the event has no {what}" for what in ("line", "portal chat", "session")}

    assert len(reasons) > 6
    assert [each for each in reasons if not told.reason(each).startswith("<")] == []
    assert told.reason("unknown event ONAPPTEST; the row is no JSON") == (
        "<unknown event ONAPPTEST>; <the row is no JSON>"
    )


async def test_without_an_administrator_it_says_why_it_sees_nothing(qtbot, theme, tmp_path, until):
    async with (
        open_sandbox(role="user") as sandbox,
        open_test_desk(sandbox, tmp_path, run=False) as desk,
    ):
        await poisoned(desk)
        page = QueuePage(desk, theme)
        page.show()
        await settled(page, until)

        assert page.refused.isVisible()
        assert desk.session.capabilities.user.name in page.refused.text.text()
        assert not await sandbox.calls("event.offline.list")
        assert "administrator" not in page.head.looked.whole_text()
        choose(page, ASIDE)
        assert texts(page) == [ADDED]
        await page.leave()
        page.hide()
        page.deleteLater()


async def test_clearing_asks_first_and_says_what_would_be_lost(show, desk, sandbox, until, qtbot):
    await fill(desk, sandbox, 2)
    page = await show()
    page.pane.clear.click()
    question = await prompt(until)
    told = question.text.text()
    question.cancel.click()
    await until(lambda: not page.presenter.tasks.is_busy("ask"))

    assert "clear=0 destroys" in told
    assert "1 of them is not saved here" in told
    assert not await sandbox.calls("event.offline.get")

    page.pane.clear.click()
    (await prompt(until)).confirm.click()
    await until(page.note.isVisible)
    await settled(page, until)

    assert len(texts(page)) == 1
    assert "destroyed" in page.note.text.text()


async def test_on_production_a_word_has_to_be_typed(show, desk, sandbox, until, qtbot):
    await fill(desk, sandbox, 1)
    page = await show()
    profile = desk.profile
    object.__setattr__(profile, "kind", PortalKind.PRODUCTION)
    page.pane.clear.click()
    question = await prompt(until)

    assert not question.confirm.isEnabled()
    qtbot.keyClicks(question.line, "CLEAR")
    assert question.confirm.isEnabled()
    question.cancel.click()
    await until(lambda: not page.presenter.tasks.is_busy("ask"))

    assert len(texts(page)) == 1
    object.__setattr__(profile, "kind", PortalKind.SANDBOX)


async def test_a_read_only_profile_only_looks(show, desk, sandbox):
    await fill(desk, sandbox, 1)
    desk.session.set_read_only(True)
    page = await show()

    assert len(texts(page)) == 1
    assert not page.pane.clear.isEnabled()
    assert "read-only" in page.pane.clear.toolTip()


async def test_reserved_rows_can_be_marked_and_errors_read_again(show, desk, sandbox, until, qtbot):
    await fill(desk, sandbox, 1)
    await reserve(desk, 1)
    page = await show()
    choose(page, Lot.RESERVED)

    page.pane.mark_error.click()
    (await prompt(until)).confirm.click()
    await until(lambda: page.presenter.look.lots[Lot.ERROR].total == 1)
    choose(page, Lot.ERROR)
    assert "ONIMCONNECTORMESSAGEADD" in texts(page)
    page.pane.read_errors.click()
    (await prompt(until)).confirm.click()
    await until(desk.dialogs.all)
    await settled(page, until)

    assert desk.dialogs.all()[0].last_text == "Answer 0"
    assert texts(page) == []


async def test_rows_that_were_set_aside_show_reason_and_raw_row_and_can_be_tried_again(
    show, desk, until, qtbot
):
    await poisoned(desk)
    page = await show()
    page.take(ASIDE)

    assert texts(page) == [ADDED]
    assert texts(page, 3)[0]
    assert "9001" in page.pane.body.view.toPlainText()
    page.pane.copy.click()
    assert "9001" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(page.pane.retry, Qt.MouseButton.LeftButton)
    await until(page.note.isVisible)

    assert page.note.text.text() == "Nothing is understood better than before."
    assert texts(page) == [ADDED]


async def test_the_count_of_rows_set_aside_is_known_and_the_status_bar_says_it(
    desk, qtbot, theme, until
):
    from app.ui.desk_watch import DeskWatch

    bar, watch = StatusBar(theme, "1"), DeskWatch()
    qtbot.addWidget(bar)
    watch.changed.connect(bar.show_facts)
    watch.set_desk(desk)
    assert bar.text("set_aside") == ""

    await poisoned(desk)
    await until(lambda: bar.text("set_aside"))

    assert bar.text("set_aside").startswith("1 row")
    watch.set_desk(None)


async def test_what_the_status_bar_says_of_the_queue_leads_there(qtbot, theme):
    bar = StatusBar(theme, "1")
    qtbot.addWidget(bar)
    asked = []
    bar.queue_wanted.connect(asked.append)
    for name in ("queue", "set_aside"):
        bar.parts[name].setText("3")
        qtbot.mouseClick(bar.parts[name], Qt.MouseButton.LeftButton)

    assert asked == ["free", ASIDE]


async def test_the_palette_leads_to_the_page(show):
    page = await show()
    asked = []
    page.go.connect(lambda key, payload: asked.append((key, payload)))

    for command in page.commands():
        command.run()

    assert asked == [("queue", None), ("queue", ASIDE)]


async def test_a_portal_that_refuses_is_told_where_it_happened(show, desk, sandbox, until):
    await sandbox.order("fault", kind="internal_error", method="event.offline.list", count=1)
    page = await show()
    await until(page.error.isVisible)
    page.error.button.click()
    await settled(page, until)

    assert not page.error.isVisible()
    assert page.nothing.title.text() == "No row waits"


async def test_bare_rows_are_read_through_the_real_queue(show, desk, sandbox):
    await fill(desk, sandbox, 1)
    page = await show()

    assert (await EventQueue(desk.session.caller).list()).total == len(texts(page))
