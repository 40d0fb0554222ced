"""The window by keyboard, with and without a portal."""

from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.domain.feed import FeedState
from app.ui.cheat_sheet import CheatSheet
from app.ui.commands import Command
from app.ui.errors import Explained
from app.ui.palette import beside, ink
from app.ui.preferences import Preferences
from app.ui.prompts import Prompt
from app.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A page with everything that a page can have."""

    go = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.search = QLineEdit()
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.other)
        self.name = name

    def take(self, payload: object) -> None:
        self.seen.append(payload)

    def refresh(self) -> None:
        self.seen.append("refresh")

    def focus_search(self) -> None:
        self.search.setFocus()

    def panes(self) -> list[QWidget]:
        return [self.search, self.other]

    def commands(self) -> list[Command]:
        return [Command(f"Do {self.name}", lambda: self.seen.append("done"), "Ctrl+Alt+D", "Page")]

    async def leave(self) -> None:
        self.seen.append("closed")


@pytest.fixture
async def window(qtbot, theme, until):
    window = MainWindow(theme, "0.1.0")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    return window


@pytest.fixture
def pages(window):
    made = {key: Page(key) for key in ("dialogs", "connectors", "calls")}
    for key in made:
        window.add_page(key, "plug", key.title(), partial(made.get, key))
        window.page(key)
    return made


async def test_nobody_signed_in_sees_the_way_in(qtbot, window):
    asked = []
    window.sign_in_requested.connect(lambda: asked.append("sign in"))
    window.sandbox_requested.connect(lambda: asked.append("sandbox"))
    assert window.current_page == "welcome"
    assert window.status_bar.whole_text() == "Not signed in · openline-console 0.1.0"
    qtbot.mouseClick(window.welcome.sign_in, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.welcome.sandbox, Qt.MouseButton.LeftButton)
    assert asked == ["sign in", "sandbox"]


async def test_the_first_button_has_the_keyboard_at_the_start(window):
    assert window.focusWidget() is window.welcome.sign_in


async def test_the_ring_follows_the_keyboard_and_nothing_else(qtbot, window, until):
    ring = window._ring
    assert not ring.isVisible()
    qtbot.keyClick(window.welcome.sign_in, Qt.Key.Key_Tab)
    await until(ring.isVisible)
    assert ring.widget() is window.focusWidget()
    assert isinstance(ring.widget(), QAbstractButton)
    window.open_page("settings")
    await until(lambda: not ring.isVisible() or ring.widget().isVisible())


async def test_a_page_that_comes_to_the_front_takes_the_keyboard(window, pages):
    window.open_page("connectors")
    assert window.focusWidget() is pages["connectors"].search
    window.open_page("settings")
    assert window.settings.isAncestorOf(window.focusWidget())


async def test_work_and_failure_are_told_where_one_began(qtbot, window):
    window.show_busy("Starting the sandbox portal…")
    assert window.welcome.busy.text() == "Starting the sandbox portal…"
    assert not window.welcome.sign_in.isEnabled()
    again = []
    explained = Explained("The portal does not answer", "No answer.", "", "UNREACHABLE_TIMEOUT")
    window.show_problem(explained, "Try again", lambda: again.append(True))
    assert window.welcome.sign_in.isEnabled()
    assert window.welcome.problem.title.text() == "The portal does not answer"
    qtbot.mouseClick(window.welcome.problem.button, Qt.MouseButton.LeftButton)
    assert again == [True]


async def test_control_and_a_number_opens_a_page(qtbot, window, pages):
    for number, key in enumerate(pages, 1):
        qtbot.keyClick(window, str(number), CTRL)
        assert window.current_page == key
        assert window.rail.item(key).isChecked()
    qtbot.keyClick(window, ",", CTRL)
    assert window.current_page == "settings"


async def test_a_page_can_ask_for_another_page_and_hand_something_over(window, pages):
    window.open_page("connectors")
    pages["connectors"].go.emit("dialogs", 17)
    assert window.current_page == "dialogs"
    assert pages["dialogs"].seen == [17]


async def test_refresh_and_search_go_to_the_page_in_front(qtbot, window, pages):
    window.open_page("connectors")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert pages["connectors"].seen == ["refresh"]
    qtbot.keyClick(window, "f", CTRL)
    assert window.focusWidget() is pages["connectors"].search


async def test_f6_walks_through_the_panes_and_back(qtbot, window, pages):
    window.open_page("connectors")
    pages["connectors"].search.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is pages["connectors"].other
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is pages["connectors"].other


async def test_the_palette_finds_and_runs_a_command(qtbot, window, pages):
    window.open_page("dialogs")
    qtbot.keyClick(window, "k", CTRL)
    palette = window.palette_box
    assert palette.isVisible()
    qtbot.keyClicks(palette.search, "do dial")
    assert palette.model.rowCount() == 1
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert pages["dialogs"].seen == ["done"]
    assert not palette.isVisible()


async def test_the_palette_is_walked_with_the_arrows_and_left_with_escape(qtbot, window, pages):
    window.open_page("connectors")
    pages["connectors"].search.setFocus()
    qtbot.keyClick(window, "k", CTRL)
    palette = window.palette_box
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.search, Qt.Key.Key_Up)
    qtbot.keyClick(palette.search, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is pages["connectors"].search


async def test_the_palette_leaves_the_keyboard_nowhere_where_it_was_nowhere(qtbot, window, pages):
    window.open_page("connectors")
    window.focusWidget().clearFocus()
    qtbot.keyClick(window, "k", CTRL)
    qtbot.keyClicks(window.palette_box.search, "do conn")
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)

    assert pages["connectors"].seen[-1] == "done"
    assert not window.palette_box.isVisible()
    assert not window.header.isAncestorOf(window.focusWidget() or pages["connectors"])


async def test_the_palette_says_when_nothing_matches(qtbot, window):
    window.open_palette()
    qtbot.keyClicks(window.palette_box.search, "zzzz")
    assert window.palette_box.nothing.isVisible()
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
    assert window.palette_box.isVisible()


async def test_the_sandbox_s_workplace_opens_in_the_browser(qtbot, window, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.set_desk(desk)
    window.open_palette()
    qtbot.keyClicks(window.palette_box.search, "workplace")
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
    assert opened == [f"{desk.profile.address}/"]


async def test_a_command_that_cannot_be_run_now_is_not_run(qtbot, window):
    out = []
    window.sign_out_requested.connect(out.append)
    window.open_palette()
    qtbot.keyClicks(window.palette_box.search, "sign out")
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
    assert out == []


async def test_the_keyboard_goes_down_the_rail_item_by_item(window):
    await window.clear_pages()
    for key in ("first", "second", "third"):
        window.add_page(key, "plug", key, partial(Page, key))
    places, settings = [window.rail.item("first")], window.rail.item("settings")
    while places[-1] is not settings:
        places.append(places[-1].nextInFocusChain())

    assert [each.text() for each in places] == ["first", "second", "third", settings.text()]


async def test_the_window_is_closed_by_the_usual_key(qtbot, window):
    with qtbot.waitSignal(window.close_requested):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


async def test_commands_of_a_page_that_is_still_to_be_made_come_into_the_open_palette(
    qtbot, window, until
):
    window.add_page("late", "plug", "Late", partial(Page, "late"))
    window.open_palette()
    qtbot.keyClicks(window.palette_box.search, "do late")

    await until(lambda: window.palette_box.model.rowCount() == 1)
    assert window.palette_box.search.text() == "do late"
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
    assert "done" in window.page("late").seen


async def test_shortcuts_asked_for_twice_while_pages_are_made_are_shown_once(qtbot, window, until):
    for key in ("one", "two", "three"):
        window.add_page(key, "plug", key, partial(Page, key))
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F1)

    await until(lambda: window.findChildren(CheatSheet))
    await until(lambda: window.pages.is_made("three"))
    assert len(window.findChildren(CheatSheet)) == 1


async def test_the_calls_come_to_the_front_at_the_first_click_before_they_are_made(window):
    window.add_page("calls", "calls", "Calls", partial(Page, "calls"))
    window.rail.item("calls").click()

    assert window.page("calls").isVisible()


async def test_every_shortcut_stands_in_the_cheat_sheet(qtbot, window, pages, until):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    await until(lambda: window.findChildren(CheatSheet))
    sheet = window.findChildren(CheatSheet)[0]
    texts = [label.text() for label in sheet.findChildren(type(window.welcome.busy))]
    for command in window.commands():
        if command.shortcut:
            assert command.text in texts
    assert "Ctrl+K" in texts
    sheet.close()


async def test_the_calls_go_down_into_the_dock_and_come_home(qtbot, window, pages):
    window.open_page("dialogs")
    qtbot.keyClick(window, "`", CTRL)
    assert window.pages.dock.isVisible()
    assert pages["calls"].isVisible()
    assert pages["dialogs"].isVisible()
    window.open_page("calls")
    assert not window.pages.dock.isVisible()
    assert pages["calls"].isVisible()


async def test_closing_asks_first(window):
    asked = []
    window.close_requested.connect(lambda: asked.append(True))
    event = QCloseEvent()
    window.closeEvent(event)
    assert asked == [True]
    assert not event.isAccepted()
    assert window.isVisible()


async def test_pages_are_closed_and_forgotten_with_their_portal(window, pages):
    await window.clear_pages()
    assert [page.seen[-1] for page in pages.values()] == ["closed"] * 3
    assert window.page_keys == ()
    assert window.current_page == "welcome"
    window.open_page("dialogs")
    assert window.current_page == "welcome"


@pytest.mark.parametrize("size", [(960, 600), (1159, 700), (1440, 900)])
@pytest.mark.parametrize("speech", ["en", "ru"])
async def test_the_window_fits_into_small_screens(qtbot, theme, request, size, speech, desk):
    if speech == "ru":
        request.getfixturevalue("russian")
    window = MainWindow(theme, "0.1.0")
    qtbot.addWidget(window)
    window.add_page("dialogs", "dialogs", "Dialogs", partial(Page, "dialogs"))
    window.set_desk(desk)
    window.resize(*size)
    window.show()
    assert (window.width(), window.height()) == size
    hint = window.centralWidget().minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]
    for key in ("welcome", "settings"):
        window.open_page(key)
        assert window.pages.stack.minimumSizeHint().height() <= size[1] - 76
    window.set_desk(None)


async def test_labels_and_address_give_way_in_a_narrow_window(window, desk):
    window.set_desk(desk)
    window.resize(1440, 900)
    assert window.header.portal.address.isVisible()
    window.resize(960, 600)
    assert not window.header.portal.address.isVisible()
    assert window.rail.width() == 48
    assert window.header.portal.badge.isVisible()
    assert window.header.health.isVisible()
    window.set_desk(None)


async def test_the_edges_follow_the_open_portal(window, desk, until):
    window.set_desk(desk)
    assert window.user_name == desk.session.capabilities.user.name
    assert window.header.portal.badge.text == "SANDBOX"
    await until(lambda: "Live" in window.header.health.text())
    await until(lambda: "Polling every" in window.status_bar.text("polling"))
    assert window.user_name in window.status_bar.text("user")
    assert window.status_bar.text("outbox") == "Outbox: 0"
    window.set_desk(None)
    assert window.user_name == ""
    assert window.status_bar.text("polling") == ""


async def test_a_person_can_pause_the_feed_and_let_it_go_on(window, desk, until):
    window.set_desk(desk)
    await until(lambda: desk.feed.health.state is FeedState.LIVE)
    window.settings.pause.click()
    await until(lambda: window.header.health.text() == "Paused")
    assert window.status_bar.text("polling") == "Polling is paused"
    assert window.settings.pause.isChecked()
    window.settings.pause.click()
    await until(lambda: "Live" in window.header.health.text())
    window.set_desk(None)


async def test_the_number_of_waiting_customers_stands_at_the_dialogs(window, pages, desk, until):
    from tests.helpers.desk import connected, written

    window.set_desk(desk)
    await connected(desk)
    await written(desk)
    await until(lambda: window.rail.item("dialogs").badge == 1)
    assert window.rail.item("dialogs").accessibleName() == "Dialogs, 1"
    assert "1 waiting" in window.status_bar.text("waiting")
    window.set_desk(None)


async def test_the_status_bar_says_why_a_message_does_not_leave(window, desk, sandbox, until):
    from tests.helpers.desk import connected, written

    await connected(desk)
    window.set_desk(desk)
    await sandbox.order("fault", kind="OVERLOAD_LIMIT", count=1, method="imconnector.send.messages")
    dialog = await written(desk)
    await until(lambda: "overload" in window.status_bar.text("outbox"))
    assert window.status_bar.text("outbox").startswith("Outbox: 1 waiting")
    assert "Repeating makes it worse" in window.status_bar.parts["outbox"].toolTip()
    await desk.outbox.discard(dialog, 0)
    await until(lambda: window.status_bar.text("outbox") == "Outbox: 0")
    window.set_desk(None)


@pytest.mark.parametrize("way", ["menu", "palette"])
async def test_the_keys_are_forgotten_only_when_the_person_agrees(qtbot, window, desk, until, way):
    told = []
    window.sign_out_requested.connect(told.append)
    window.set_desk(desk)

    async def asked():
        await forget(qtbot, window, until, way)
        await until(lambda: [each for each in window.findChildren(Prompt) if each.isVisible()])
        return window.findChildren(Prompt)[-1]

    qtbot.mouseClick((await asked()).cancel, Qt.MouseButton.LeftButton)
    await until(lambda: not window.findChildren(Prompt))
    assert told == []
    qtbot.mouseClick((await asked()).confirm, Qt.MouseButton.LeftButton)
    await until(lambda: told == [True])
    window.set_desk(None)


async def test_signing_out_with_the_keys_kept_asks_nothing(qtbot, window, desk):
    told = []
    window.sign_out_requested.connect(told.append)
    window.set_desk(desk)
    window.header.sign_out_requested.emit(False)
    assert told == [False]
    window.set_desk(None)


async def forget(qtbot, window, until, way):
    """Choose to sign out and forget the keys."""
    if way == "menu":
        window.header.open_portal_menu()
        await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        action = next(each for each in menu.actions() if "forget" in each.text())
        menu.close()
        action.trigger()
    else:
        window.open_palette()
        qtbot.keyClicks(window.palette_box.search, "forget the keys")
        qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)


async def test_settings_take_effect_at_once_and_are_told(qtbot, window):
    told = []
    window.preferences_changed.connect(told.append)
    window.set_preferences(Preferences("light", "en", auto_deliver=True))
    assert told == []
    qtbot.mouseClick(window.settings.theme_choice._buttons["dark"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.settings.language_choice._buttons["ru"], Qt.MouseButton.LeftButton)
    window.settings.deliver.click()
    assert told[-1] == Preferences("dark", "ru", auto_deliver=False)
    assert len(told) == 3


async def test_a_failure_in_the_background_is_told_above_the_page(qtbot, window):
    window.tell(Explained("The journal cannot be opened", "Its file is damaged."))
    assert window.failure.isVisible()
    qtbot.mouseClick(window.failure.close_button, Qt.MouseButton.LeftButton)
    assert not window.failure.isVisible()


async def test_the_portal_menu_leaves_the_loop_running(qtbot, window, until):
    qtbot.keyClick(window, "p", CTRL)
    await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert "Use the sandbox" in texts
    menu.close()


async def test_every_control_has_a_name_for_a_screen_reader(window, pages, desk):
    window.set_desk(desk)
    for control in window.findChildren(QAbstractButton):
        if control.isVisibleTo(control.parentWidget()):
            assert control.accessibleName() or control.text(), control.objectName()
    for line in window.findChildren(QLineEdit):
        if line.parent() not in pages.values():
            assert line.accessibleName(), line
    window.set_desk(None)


async def test_a_page_can_ask_for_the_sign_in_dialog(window):
    asked = []
    window.sign_in_requested.connect(lambda: asked.append("sign in"))
    before = window.pages.current
    window.pages.open("sign in")
    assert asked == ["sign in"]
    assert window.pages.current == before


@pytest.mark.parametrize("title", ["Connectors", "Коннекторы"])
async def test_the_rail_is_wide_enough_for_its_labels(window, theme, title):
    window.resize(1440, 900)
    window.add_page("connectors", "plug", title, partial(Page, "connectors"))
    bold = theme.font("caption")
    bold.setWeight(bold.Weight.DemiBold)
    for key in ("connectors", "settings"):
        item = window.rail.item(key)
        assert QFontMetrics(bold).horizontalAdvance(item.text()) + 12 <= item.width()
    assert window.header.logo_place.width() == window.rail.width()
    window.resize(960, 600)
    assert window.header.logo_place.width() == window.rail.width() == 48


@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
async def test_a_greyed_command_can_be_read_and_says_why(qtbot, window, theme, look):
    theme.set_name(look)
    window.open_palette()
    qtbot.keyClicks(window.palette_box.search, "workplace")
    model = window.palette_box.model
    command = model.command(0)

    assert not command.enabled()
    assert beside(command) == "only in the sandbox"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("only in the sandbox")
    text, ground = theme.colour(ink(command, selected=True)), theme.colour("selection")
    assert contrast(text, ground) >= 4.5


async def test_in_the_sandbox_nothing_offers_to_replace_or_to_forget_it(window, desk, until):
    window.set_desk(desk)
    await until(lambda: window.facts is not None)
    commands = {each.text: each for each in window.commands()}
    for text, why in (
        ("Use the sandbox", "it is open"),
        ("Forget this portal…", "nothing of it is kept"),
    ):
        assert not commands[text].enabled()
        assert commands[text].why_not == why
    window.header.open_portal_menu()
    await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert "Use the sandbox" not in [action.text() for action in menu.actions()]
    menu.close()
    window.set_portals((desk.profile,), "keychain")
    forget = next(each for each in window.commands() if each.text == "Forget this portal…")
    assert forget.enabled()
    window.set_desk(None)


def contrast(one, other):
    """The contrast ratio of WCAG."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("screen", "wanted"),
    [
        ((1920, 1080), (1440, 900)),
        ((1440, 900), (1424, 852)),
        ((1366, 728), (1350, 680)),
        ((800, 600), (1440, 900)),
    ],
)
def test_the_first_window_and_its_frame_fit_on_the_screen(
    qtbot, theme, monkeypatch, screen, wanted
):
    monkeypatch.setattr(
        MainWindow, "screen", lambda _: SimpleNamespace(availableSize=lambda: QSize(*screen))
    )
    window = MainWindow(theme, "0.1.0")
    qtbot.addWidget(window)

    assert (window.width(), window.height()) == wanted
