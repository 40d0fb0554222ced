"""The bell, the list of alerts, and what is shown on the desktop."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.alerts import AlertRules
from app.domain.dialog import Author, Delivery, Message, MessageChange
from app.domain.feed import FeedHealth, FeedState
from app.domain.problem import Problem
from app.portal_pages import portal_pages
from app.services.clock import utc_now
from app.ui.alerts.notices_block import NoticesBlock
from app.ui.alerts.notifier import Notifier
from app.ui.bell import Bell
from app.ui.preferences import Preferences
from app.ui.window import MainWindow
from tests.helpers.desk import ANNA, CONNECTOR, LINE, connected, open_test_desk, written
from tests.ui.test_names_of_pages import nameless


class Moves:
    """A clock that can be put forward."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead

    def wait(self, **span):
        self.ahead += timedelta(**span)


@pytest.fixture
def clock():
    return Moves()


@pytest.fixture
async def desk(sandbox, tmp_path, clock):
    """A desk whose feed and outbox do not run, with a connector at work."""
    async with open_test_desk(sandbox, tmp_path, run=False, clock=clock) as opened:
        await connected(opened)
        await opened.connectors.refresh()
        yield opened


@pytest.fixture
async def window(qtbot, theme, desk, until):
    made = MainWindow(theme, "0")
    for place in portal_pages(desk, theme, None):
        made.add_page(*place)
    made.resize(960, 600)
    made.set_desk(desk)
    made.show()
    await until(made.isVisible)
    yield made
    made.set_desk(None)
    await made.clear_pages()
    made.hide()
    made.deleteLater()


async def late(desk, clock, customer=ANNA):
    dialog = await written(desk, customer)
    clock.wait(minutes=3)
    await desk.alerts.look()
    return dialog


async def test_the_bell_counts_and_leads_to_the_dialog_by_the_keyboard(
    window, desk, clock, until, qtbot
):
    dialog = await late(desk, clock)
    await until(lambda: window.header.bell.count.text == "1")
    qtbot.keyClick(window.header.bell, Qt.Key.Key_Space)
    page = window.page("alerts")
    await until(page.isVisible)

    assert (
        page.title.text() == "Anna Kovaleva has waited longer than 2 minute(s) for the first answer"
    )
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    await until(lambda: window.current_page == "dialogs")
    assert window.page("dialogs").open_dialog == dialog


async def test_all_is_well_until_something_is_not_and_then_it_stands_among_the_earlier(
    window, desk, until
):
    window.open_page("alerts")
    page = window.page("alerts")
    assert page._nothing_now.isVisible()
    desk.session.signed_out = Problem("expired_token", "")
    await desk.alerts.look()
    await until(page.list.isVisible)
    assert page.action.text() == "Sign in again"
    desk.session.signed_out = None
    await desk.alerts.look()
    await until(lambda: not page.list.isVisible())
    page.take("past")
    await until(page.list.isVisible)

    assert page.model.rows[0].grade == "Over"
    assert page.title.text() == "The sign-in has ended"


async def many_late(desk, clock, count):
    """So many dialogs, found at once, in which nobody has answered for three minutes."""

    def many(transcript):
        for number in range(count):
            dialog = transcript.begin(CONNECTOR, LINE, f"c{number}", f"u{number}", f"Anna {number}")
            transcript.put(replace(dialog, waiting_since=clock()))

    await desk.dialogs.write(many)
    clock.wait(minutes=3)
    await desk.alerts.look()


async def test_very_many_late_dialogs_are_one_row_that_leads_to_their_list(
    window, desk, clock, until, qtbot
):
    desk.session.signed_out = Problem("expired_token", "")
    await many_late(desk, clock, 110)
    window.open_page("alerts")
    page = window.page("alerts")
    await until(lambda: page.model.rowCount() == 2)

    signed_out, late = (each.said.title for each in page.model.rows)
    assert signed_out == "The sign-in has ended"
    assert late == "110 customer(s) have waited too long for the first answer"
    await until(lambda: window.header.bell.count.text == "99+")
    page.list.choose(page.model.index(1))
    assert page.action.text() == "Show the dialogs"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    await until(lambda: window.current_page == "dialogs")
    pane = window.page("dialogs").pane
    await until(lambda: pane.list.model().rowCount() == 110)


async def test_a_few_late_dialogs_stand_one_by_one(window, desk, clock, until):
    await many_late(desk, clock, 5)
    window.open_page("alerts")
    page = window.page("alerts")
    await until(lambda: page.model.rowCount() == 5)

    assert page.model.rows[0].said.title.startswith("Anna ")


async def test_what_is_over_at_once_stands_among_the_earlier_as_one(window, desk, clock, until):
    await many_late(desk, clock, 30)

    def answered(transcript):
        for dialog in desk.dialogs.all():
            transcript.put(replace(dialog, waiting_since=None, answered_at=clock()))

    await desk.dialogs.write(answered)
    await desk.alerts.look()
    window.open_page("alerts", "past")
    page = window.page("alerts")
    await until(page.model.rowCount)

    (row,) = page.model.rows
    assert row.said.title == "30 customer(s) have waited too long for the first answer"
    assert row.grade == "Over"


async def test_a_row_tells_everything_to_a_screen_reader(window, desk, clock, until):
    await late(desk, clock)
    window.open_page("alerts")
    page = window.page("alerts")
    await until(lambda: page.model.rowCount() == 1)
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    for part in ("Urgent", "Anna Kovaleva", "2 minute", "since", "Answer, or hand"):
        assert part in spoken
    assert nameless(window) == []


async def test_settings_of_targets_count_at_once_and_wrong_ones_stay_in_their_field(
    window, desk, until, qtbot
):
    window.open_page("settings", "alerts")
    block = window.settings.findChild(type(window.standing._block)).levels
    block.line.setCurrentIndex(block.line.findData(LINE))
    await until(block.own.isVisible)
    assert not block.save.isEnabled()
    block.own.click()
    await until(block.save.isEnabled)
    first = block.fields["first_answer_s"].edit
    first.setText("soon")
    block.save.click()
    assert "2 min" in block.fields["first_answer_s"].problem()
    assert first.text() == "soon"
    first.setText("10")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    await until(lambda: desk.levels.of(LINE).first_answer_s == 600)
    await until(lambda: first.text() == "10 min")

    assert desk.levels.usual.first_answer_s == 120
    assert block.said.text() == "Kept"
    block.own.click()
    await until(lambda: not desk.levels.has_own(LINE))


async def test_a_line_and_a_connector_can_be_kept_off_the_desktop(window, desk, until):
    await written(desk)
    window.open_page("settings", "alerts")
    block = window.standing._block
    block.levels.line.setCurrentIndex(block.levels.line.findData(LINE))
    block.levels.shown.click()
    await until(lambda: desk.alerts.rules.mutes(LINE, ""))
    block.health._show()
    block.health.connectors[CONNECTOR].click()
    await until(lambda: desk.alerts.rules.mutes(0, CONNECTOR))


async def test_thresholds_are_kept_and_wrong_ones_are_told(window, desk, until):
    window.open_page("settings", "alerts")
    health = window.standing._block.health
    health.silence.edit.setText("half a day")
    health.save.click()
    assert health.silence.problem()
    assert health.silence.edit.text() == "half a day"
    health.silence.edit.setText("")
    health.undelivered.edit.setText("25 %")
    health.save.click()
    await until(lambda: desk.alerts.rules == AlertRules(0, 60, 25))


class Desktop:
    """What the notifier asked for."""

    def __init__(self, desk, **more):
        self.here, self.watched = time(12), False
        self.notices, self.sounds = [], []
        self.notifier = Notifier(lambda: self.watched, lambda: self.here)
        self.notifier.shown.connect(self.notices.append)
        self.notifier.sounded.connect(lambda: self.sounds.append(1))
        self.notifier.set_preferences(replace(Preferences(), **more))
        self.notifier.set_desk(desk)

    @property
    def titles(self):
        return [each.title for each in self.notices]


@pytest.fixture
def desktop(qtbot, desk):
    made = []

    def make(**more):
        made.append(Desktop(desk, **more))
        return made[-1]

    yield make
    for each in made:
        each.notifier.set_desk(None)


async def test_an_alert_is_shown_once_with_the_way_to_its_dialog(desktop, desk, clock):
    shown = desktop(sound="alerts")
    dialog = await late(desk, clock)
    await desk.alerts.look()

    (notice,) = shown.notices
    assert notice.title.startswith("Anna Kovaleva has waited longer")
    assert (notice.page, notice.payload, notice.urgent) == ("dialogs", dialog, True)
    assert shown.sounds == [1]


async def test_many_alerts_are_one_notification(desktop, desk, clock):
    shown = desktop()
    for number in range(5):
        await written(desk, replace(ANNA, id=f"u-{number}", chat=f"c-{number}"))
    clock.wait(minutes=3)
    await desk.alerts.look()

    assert shown.titles == ["5 new alert(s)"]
    assert shown.notices[0].page == "alerts"


async def test_many_alerts_that_are_alike_are_told_in_one_sentence(desktop, desk, clock):
    shown = desktop()
    await many_late(desk, clock, 30)

    assert shown.titles == ["30 customer(s) have waited too long for the first answer"]
    assert shown.notices[0].page == "alerts"


async def test_trouble_is_told_when_it_begins_and_when_it_is_over(desktop, desk):
    shown = desktop()
    for problem in (Problem("expired_token", ""), None):
        desk.session.signed_out = problem
        await desk.alerts.look()

    assert shown.titles == ["The sign-in has ended", "Over: The sign-in has ended"]


@pytest.mark.parametrize(
    "chosen",
    [
        {"notify_alerts": False},
        {"quiet": True, "quiet_from": "11:00", "quiet_to": "13:00", "sound": "all"},
    ],
)
async def test_nothing_is_shown_that_is_not_wanted(desktop, desk, clock, chosen):
    shown = desktop(**chosen)
    await late(desk, clock)

    assert shown.notices == []
    assert shown.sounds == []


async def test_after_the_quiet_hours_it_is_told_again(desktop, desk, clock):
    shown = desktop(quiet=True, quiet_from="22:00", quiet_to="08:00")
    shown.here = time(8, 0)
    await late(desk, clock)

    assert len(shown.notices) == 1


async def test_who_looks_at_the_window_needs_no_notification(desktop, desk, clock):
    shown = desktop(sound="alerts")
    shown.watched = True
    await late(desk, clock)

    assert shown.notices == []
    assert shown.sounds == [1]


@pytest.mark.parametrize(
    "rules",
    [
        AlertRules(muted_lines=frozenset({LINE})),
        AlertRules(muted_connectors=frozenset({CONNECTOR})),
    ],
)
async def test_a_muted_line_or_connector_stands_in_the_list_only(desktop, desk, clock, rules):
    await desk.alerts.choose(rules)
    shown = desktop()
    await late(desk, clock)

    assert shown.notices == []
    assert len(desk.alerts.active) == 1


async def test_words_and_names_can_be_kept_off_the_desktop(desktop, desk, clock, until):
    shown = desktop(hide_words=True)
    dialog = await late(desk, clock)
    says(desk, dialog, "My card is 4111 1111")
    await until(lambda: len(shown.notices) == 2)

    assert all("Anna" not in each.title + each.text for each in shown.notices)
    assert all("4111" not in each.title + each.text for each in shown.notices)


def says(desk, dialog, text, author=Author.CUSTOMER):
    """Somebody else has written this through another program."""
    message = Message(dialog, 1, author, "", text, utc_now(), Delivery.SENT, im=77)
    desk.dialogs.message_changed.emit(MessageChange(message, inserted=True))


async def test_messages_that_come_together_are_told_together(desktop, desk, until):
    shown, dialog = desktop(sound="all"), await written(desk)
    says(desk, dialog, "One")
    says(desk, dialog, "[b]Two[/b]", Author.BOT)
    await until(lambda: shown.notices)

    assert shown.titles == ["2 new message(s)"]
    assert shown.notices[0].text == "Last from Anna Kovaleva: Two"
    assert shown.notices[0].payload == dialog
    assert shown.sounds == [1]


async def test_own_messages_are_no_news(desktop, desk, qtbot):
    shown = desktop()
    await written(desk)
    shown.notifier._tell_news()

    assert shown.notices == []


def test_the_bell_says_how_many_and_more_than_it_has_room_for(qtbot, theme):
    bell = Bell(theme)
    qtbot.addWidget(bell)
    bell.show_count(3, urgent=True)
    assert (bell.count.text, bell.count.tone) == ("3", "danger")
    bell.show_count(250, urgent=False)
    assert bell.count.text == "99+"
    bell.show_count(0, urgent=False)
    assert bell.accessibleName() == "No alerts"
    assert bell.count.isHidden()


async def test_a_key_shows_the_alerts_from_every_page(window, qtbot, until):
    window.open_page("settings")
    window.activateWindow()
    await until(window.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_B, keys)
    await until(lambda: window.current_page == "alerts")


async def test_a_click_on_a_notification_leads_to_its_dialog(window, desk, clock, until):
    """This desktop has no tray: what a click on it would do is done by hand."""
    window.open_page("settings")
    window.notifying.notifier._is_watched = lambda: False
    dialog = await late(desk, clock)
    tray = window.notifying.tray
    await until(lambda: tray._last is not None)
    tray._on_clicked()

    assert window.current_page == "dialogs"
    assert window.page("dialogs").open_dialog == dialog


async def test_a_desktop_without_a_tray_is_told_about_and_offers_no_trial(window):
    window.open_page("settings", "alerts")

    assert window.settings.notices.no_tray.isVisible()
    assert not window.settings.notices.test.isVisible()
    window.settings.notices.set_tray(there=True)
    assert not window.settings.notices.no_tray.isVisible()
    assert window.settings.notices.test.isVisible()


async def test_what_is_chosen_for_notifications_is_told_to_the_program(window):
    told = []
    window.preferences_changed.connect(told.append)
    window.open_page("settings", "alerts")
    notices = window.settings.notices
    assert not notices.begin.isEnabled()
    notices.quiet.click()
    assert notices.begin.isEnabled()
    notices.hide_words.click()
    notices.begin.setTime(notices.begin.time().addSecs(-3600))
    notices.begin.editingFinished.emit()

    assert told[-1] == Preferences(quiet=True, hide_words=True, quiet_from="21:00")
    assert window.notifying.notifier._preferences == told[-1]


async def test_trouble_with_the_source_leads_to_the_doctor(window, desk, clock, until):
    desk.feed.health = FeedHealth(FeedState.UNREACHABLE)
    desk.feed.health_changed.emit(desk.feed.health)
    clock.wait(minutes=2)
    await desk.alerts.look()
    window.open_page("alerts")
    page = window.page("alerts")
    await until(page.list.isVisible)
    assert page.action.text() == "Open the Doctor"
    page.action.click()

    assert window.current_page == "connectors"
    await until(window.page("connectors").guests.doctor.isVisible)


def test_the_times_of_the_quiet_hours_can_be_read(qtbot, theme):
    block = NoticesBlock(theme)
    qtbot.addWidget(block)
    block.set_preferences(replace(Preferences(), quiet=True))
    block.show()

    for edit, text in ((block.begin, "22:00"), (block.end, "08:00")):
        assert edit.text() == text
        assert edit.lineEdit().width() > edit.fontMetrics().horizontalAdvance(text)
