"""The program around the window, over a real sandbox process: opening, leaving, Russian."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import RESOURCES
from app.bitrix.errors import SignedOut
from app.console import Console
from app.domain.application import SCOPES
from app.domain.dialog import Author
from app.domain.portal import Profile
from app.domain.service_levels import Levels
from app.portals import Portals
from app.services.profiles import Profiles
from app.settings import Settings, load_preferences
from app.ui import language
from app.ui.connectors.page import ConnectorsPage
from app.ui.login.dialog import LoginDialog
from app.ui.pages import Pages
from app.ui.preferences import Preferences
from app.ui.prompts import Prompt
from app.ui.statistics.page import StatisticsPage
from app.ui.supervise.log_page import ActionsPage
from app.ui.window import MainWindow
from tests.helpers.desk import ANNA, CONNECTOR, DATA, LINE, REGISTRATION

GONE = Profile(
    "Gone",
    "http://127.0.0.1:9",
    "local.1",
    "http://127.0.0.1:9",
    "http://127.0.0.1:1/c",
    member_id="m",
    endpoint="http://127.0.0.1:9/rest/",
)


@pytest.fixture
async def open_console(qtbot, qapp, theme, tmp_path):
    opened = []

    async def make(**asked):
        settings = Settings(data_dir=tmp_path, isolated=True, **asked)
        window = MainWindow(theme, "0")
        window.show()
        preferences = Preferences(theme="light", language="en")
        console = Console(settings, preferences, qapp, theme, window)
        opened.append(console)
        await console.start()
        await console.settled()
        return console

    yield make
    for console in opened:
        await console.close()
    language.remove(QApplication.instance())


async def test_the_sandbox_opens_with_every_page_and_somebody_signed_in(open_console):
    console = await open_console(sandbox=True)

    assert console.window.user_name == "Olga Demina"
    keys = ("dialogs", "connectors", "statistics", "calls", "customers")
    keys += ("bots", "scenarios", "queue", "forwarding")
    assert console.window.page_keys == keys


async def test_what_a_person_writes_in_the_sandbox_is_answered_by_an_operator(open_console, until):
    console = await open_console(sandbox=True)
    desk = console.desk
    async for step in desk.connectors.connect(REGISTRATION, LINE, DATA):
        assert step.ok

    dialog = await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Is the blue lamp in stock?")

    await until(lambda: desk.dialogs.get(dialog.id).last_author is Author.OPERATOR, 30)


async def test_a_customer_whom_nobody_answers_rings_the_bell_and_is_silent_when_answered(
    open_console, until
):
    console = await open_console(sandbox=True)
    desk, bell = console.desk, console.window.header.bell
    async for step in desk.connectors.connect(REGISTRATION, LINE, DATA):
        assert step.ok
    control, http = console.sandbox.control, console.supplies.http
    await http.post(f"{control}auto-operator", json={"on": False})
    await desk.levels.choose(Levels(first_answer_s=1, by_hours=False))

    dialog = await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Is the blue lamp in stock?")
    await until(lambda: bell.count.text == "1" and bell.count.tone == "danger", 30)
    await until(lambda: desk.dialogs.get(dialog.id).portal_chat, 30)
    chat = desk.dialogs.get(dialog.id).portal_chat
    await http.post(f"{control}reply", json={"chat_id": chat, "text": "Yes."})
    await until(lambda: not desk.alerts.active, 30)

    (told,) = [each for each in await desk.alerts.past() if each.code == "breach_first_answer"]
    assert told.dialog == dialog.id


async def test_without_a_portal_the_window_waits_and_one_press_opens_the_sandbox(
    open_console, qtbot, until
):
    console = await open_console()
    assert console.window.current_page == "welcome"

    qtbot.mouseClick(console.window.welcome.sandbox, Qt.MouseButton.LeftButton)

    await until(lambda: console.window.user_name == "Olga Demina", 30)


async def test_the_last_wish_counts_while_a_portal_is_still_being_opened(open_console, until):
    console = await open_console()
    console.open(asyncio.Event().wait)  # a portal that never answers

    console.window.sandbox_requested.emit()

    await until(lambda: console.window.user_name == "Olga Demina", 30)


async def test_a_second_press_on_sign_in_opens_no_second_dialog(open_console, until):
    console = await open_console()

    console.window.sign_in_requested.emit()
    await until(lambda: console.window.findChildren(LoginDialog))
    console.window.sign_in_requested.emit()
    (dialog,) = console.window.findChildren(LoginDialog)
    dialog.reject()
    await until(lambda: not console.window.findChildren(LoginDialog))

    console.window.sign_in_requested.emit()
    await until(lambda: console.window.findChildren(LoginDialog))


async def test_signing_out_leads_back_to_the_welcome_page_and_ends_the_sandbox(open_console, until):
    console = await open_console(sandbox=True)

    console.window.sign_out_requested.emit(True)

    await until(lambda: console.desk is None and console.sandbox is None, 30)
    await until(lambda: console.window.current_page == "welcome")
    assert console.window.user_name == ""
    assert console.window.page_keys == ()


async def test_who_was_signed_out_by_the_sandbox_is_let_in_again_and_nothing_is_lost(
    open_console, until
):
    console = await open_console(sandbox=True)
    before, details = console.desk, console.sandbox
    async for step in before.connectors.connect(REGISTRATION, LINE, DATA):
        assert step.ok
    dialog = await before.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Is the blue lamp in stock?")
    http = console.supplies.http
    await http.post(f"{details.control}tokens", json={"action": "revoke", "which": "all"})
    with pytest.raises(SignedOut):
        await before.session.refresh_now()
    await until(lambda: before.session.signed_out is not None)

    console.window.sign_in_requested.emit()
    await until(lambda: console.desk is not None and console.desk is not before, 30)
    await console.settled()

    assert console.window.findChildren(LoginDialog) == []
    assert console.sandbox is details
    assert console.desk.session.signed_out is None
    assert [each.id for each in console.desk.dialogs.all()] == [dialog.id]
    assert CONNECTOR in [each.id for each in console.desk.connectors.connectors()]


async def test_a_sandbox_that_is_open_is_shown_and_not_replaced(open_console):
    console = await open_console(sandbox=True)
    desk, details = console.desk, console.sandbox
    console.window.open_page("settings")

    console.window.sandbox_requested.emit()
    await console.settled()

    assert (console.desk, console.sandbox) == (desk, details)
    assert console.window.current_page == "connectors"


async def test_signing_in_to_another_portal_does_not_offer_another_sandbox(open_console, until):
    console = await open_console(sandbox=True)

    console.window.sign_in_requested.emit()
    await until(lambda: console.window.findChildren(LoginDialog))
    (dialog,) = console.window.findChildren(LoginDialog)

    assert not dialog.sandbox.isVisible()
    assert dialog.portal.line.text() == ""
    dialog.reject()


async def test_another_language_is_spoken_at_once_and_the_portal_stays_open(open_console, until):
    console = await open_console(sandbox=True)
    desk = console.desk
    dialog = (await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello")).id
    console.window.open_page("dialogs", dialog)
    console.window.open_page("settings")

    console.window.preferences_changed.emit(Preferences(theme="dark", language="ru"))

    await until(
        lambda: console.window.page_keys and "Диалоги" in console.window.page_title("dialogs")
    )
    await until(lambda: console.window.current_page == "settings")
    assert console.desk is desk
    assert console.window.user_name == "Olga Demina"
    assert console.window.page("dialogs").presenter.dialog.id == dialog
    await until(lambda: load_preferences(console._settings.data_dir) == Preferences("dark", "ru"))


class _Watch(QObject):
    """What happened to a window on the screen while another language was taken."""

    def __init__(self, old):
        super().__init__()
        self.old, self.seen = old, []

    def eventFilter(self, watched, event):
        kind = event.type()
        if isinstance(watched, QWidget) and watched.window() is self.old:
            if kind == QEvent.Type.Paint and not self.old.isEnabled():
                self.seen.append("the old one is painted")
            elif kind == QEvent.Type.Hide and watched is self.old:
                self.seen.append("the old one goes")
        elif kind == QEvent.Type.Show and isinstance(watched, MainWindow):
            still = self.old.isVisible() and not self.old.isEnabled()
            pages = len(watched.page_keys)
            self.seen.append(f"a new one with {pages} pages stands, the old one is still: {still}")
        return False


async def test_until_a_window_of_another_language_stands_the_old_picture_stays(
    open_console, until, qapp
):
    console = await open_console(sandbox=True)
    old = console.window
    console.window.open_page("settings")
    await until(lambda: console.desk.connectors.read_at is not None)
    watch = _Watch(old)
    qapp.installEventFilter(watch)

    console.window.preferences_changed.emit(Preferences(theme="light", language="ru"))
    await until(lambda: "the old one goes" in watch.seen)
    qapp.removeEventFilter(watch)

    stands = "a new one with 9 pages stands, the old one is still: True"
    assert watch.seen == [stands, "the old one goes"]


async def test_a_language_chosen_while_another_is_taken_is_the_one_that_stays(open_console, until):
    console = await open_console(sandbox=True)
    first = console.window
    console.window.preferences_changed.emit(Preferences(theme="light", language="ru"))
    await until(lambda: console.window is not first and console.window.isVisible())
    console.window.preferences_changed.emit(Preferences(theme="light", language="en"))

    await until(
        lambda: console.window.page_keys and console.window.page_title("dialogs") == "Dialogs"
    )


async def test_a_portal_opens_with_the_page_in_front_alone(open_console):
    console = await open_console(sandbox=True)

    assert console.window.findChild(ConnectorsPage) is not None
    assert console.window.findChild(StatisticsPage) is None
    console.window.open_page("statistics")
    assert console.window.findChild(StatisticsPage).isVisible()


async def test_pages_that_nobody_opened_are_made_one_at_a_time_in_quiet_moments(
    open_console, monkeypatch, until
):
    made, lived, make = [], [], Pages.make_next

    def watched(pages):
        before = len(made)
        made.append(before)
        asyncio.get_running_loop().call_soon(lambda: lived.append(before))
        return make(pages)

    monkeypatch.setattr(Pages, "make_next", watched)
    monkeypatch.setattr("app.furnishing._FIRST_PAGE_S", 0.0)
    monkeypatch.setattr("app.furnishing._NEXT_PAGE_S", 0.0)
    console = await open_console(sandbox=True)

    await until(lambda: console.window.findChild(ActionsPage) is not None)
    await until(lambda: lived == made)
    assert len(made) > 5


async def test_a_portal_whose_keys_are_gone_is_no_error_at_the_start(open_console, tmp_path):
    Profiles(tmp_path).save(GONE)

    console = await open_console()

    assert console.problem == ""
    assert console.window.current_page == "welcome"


async def test_the_portal_used_last_is_named_while_the_program_is_still_loading(
    open_console, tmp_path, monkeypatch
):
    Profiles(tmp_path).save(GONE)
    load, seen = Portals.load, []

    async def watched(portals):
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        pages = [each.welcome for each in windows if each.isVisible()]
        seen.extend((each.busy.text(), each.sign_in.isEnabled()) for each in pages)
        await load(portals)

    monkeypatch.setattr(Portals, "load", watched)
    console = await open_console()

    assert seen == [("Opening Gone", False)]
    assert console.window.welcome.sign_in.isEnabled()


async def test_an_unknown_portal_is_told_on_the_welcome_page(open_console, until):
    console = await open_console(profile="nobody")

    await until(console.window.welcome.problem.isVisible)
    assert "There is no portal of this name" in console.problem


def test_the_readme_names_the_permissions_that_the_sign_in_asks_for():
    words = (RESOURCES.parent / "README.md").read_text("utf-8")

    assert f"Permissions: {', '.join(f'`{scope}`' for scope in SCOPES)}" in words


async def test_who_keeps_messages_for_a_shorter_time_is_asked_before_they_go(
    open_console, qtbot, until
):
    console = await open_console(sandbox=True)
    window = console.window
    window.open_page("settings")
    block = window.standing.settings.journal

    qtbot.mouseClick(block.keep._buttons["30"], Qt.MouseButton.LeftButton)
    await until(lambda: window.findChild(Prompt))
    window.findChild(Prompt).reject()
    await until(lambda: not window.findChild(Prompt))
    assert (block.keep.choice, console.desk.upkeep.retention.days) == ("0", 0)

    qtbot.mouseClick(block.keep._buttons["30"], Qt.MouseButton.LeftButton)
    await until(lambda: window.findChild(Prompt))
    window.findChild(Prompt).accept()
    await until(lambda: block.keep.choice == "30")

    assert console.desk.upkeep.retention.days == 30


async def test_who_keeps_messages_longer_is_not_asked(open_console, qtbot, until):
    console = await open_console(sandbox=True)
    await console.desk.upkeep.keep(30)
    window = console.window
    window.open_page("settings")
    block = window.standing.settings.journal
    assert block.keep.choice == "30"

    qtbot.mouseClick(block.keep._buttons["0"], Qt.MouseButton.LeftButton)

    await until(lambda: block.keep.choice == "0")
    assert window.findChild(Prompt) is None
