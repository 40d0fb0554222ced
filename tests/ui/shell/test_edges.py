"""The window's edges: which portal, production's frame, the lock, the way to other portals."""

import subprocess
import sys
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app.domain.portal import PortalKind, Profile
from app.ui.portal_frame import DialogFrame
from app.ui.prompts import Prompt
from app.ui.window import MainWindow

OTHER = Profile(
    "Wholesale & more",
    "https://wholesale.example",
    "local.2",
    "https://oauth.bitrix.info",
    "",
    member_id="m2",
)


@pytest.fixture
def opened(qtbot, theme, until, desk):  # qtbot: the window's own loop
    """The window with a portal, open during a block: its timers run only while the loop does."""

    @asynccontextmanager
    async def opening():
        window = MainWindow(theme, "0.1.0")
        window.set_portals((OTHER, desk.profile), "keychain")
        window.set_desk(desk)
        try:
            window.show()
            window.activateWindow()
            await until(window.isVisible)
            yield window
        finally:
            window.set_desk(None)
            await window.clear_pages()
            window.hide()
            window.deleteLater()

    return opening


@pytest.fixture
def production(desk):
    """Real customers."""
    desk.session.profile = replace(desk.profile, kind=PortalKind.PRODUCTION)


async def portal_menu(window, until):
    window.header.open_portal_menu()
    await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


async def test_the_portal_menu_lists_the_portals_and_switches(qtbot, opened, until):
    async with opened() as window:
        wishes = []
        window.switch_requested.connect(wishes.append)
        menu = await portal_menu(window, until)
        shown = {action.text(): action for action in menu.actions() if action.isCheckable()}
        menu.close()
        wholesale = "Wholesale && more  wholesale.example · production"
        assert list(shown) == ["Lamp && Co  127.0.0.1:8080", wholesale]
        assert [action.isChecked() for action in shown.values()] == [True, False]
        list(shown.values())[1].trigger()
        assert wishes == [OTHER]


async def test_long_names_in_the_portal_menu_are_cut_and_the_rest_is_counted(opened, until):
    async with opened() as window:
        many = [replace(OTHER, name="Wholesale " * 25, member_id=f"m{n}") for n in range(20)]
        window.set_portals(tuple(many), "keychain")
        menu = await portal_menu(window, until)
        texts, width = [action.text() for action in menu.actions()], menu.sizeHint().width()
        menu.close()
        assert "8 more portal(s)…" in texts
        assert width < 900


async def test_the_portal_menu_leads_to_the_portal_s_page(qtbot, opened, until):
    async with opened() as window:
        menu = await portal_menu(window, until)
        action = next(each for each in menu.actions() if each.text() == "Portal and application…")
        menu.close()
        action.trigger()
        assert window.current_page == "portal"
        assert window.focusWidget() is window.standing.portal.panel.list
        assert not any(window.rail.item(key).isChecked() for key in (*window.page_keys, "settings"))


async def test_the_palette_switches_to_another_portal_by_name(qtbot, opened):
    async with opened() as window:
        wishes = []
        window.switch_requested.connect(wishes.append)
        window.open_palette()
        qtbot.keyClicks(window.palette_box.search, "switch to whole")
        qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
        assert wishes == [OTHER]


async def test_the_palette_locks_the_portal(qtbot, opened, desk, until):
    async with opened() as window:
        wishes = []
        window.read_only_requested.connect(wishes.append)
        window.open_palette()
        qtbot.keyClicks(window.palette_box.search, "lock")
        qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
        assert wishes == [True]
        desk.session.set_read_only(True)
        await until(lambda: window.facts.read_only)
        window.open_palette()
        qtbot.keyClicks(window.palette_box.search, "unlock")
        qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
        assert wishes == [True, False]


async def test_the_palette_asks_before_it_forgets_a_portal(qtbot, opened, desk, until):
    async with opened() as window:
        wishes = []
        window.forget_requested.connect(wishes.append)
        window.open_palette()
        qtbot.keyClicks(window.palette_box.search, "forget this portal")
        qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
        await until(lambda: [each for each in window.findChildren(Prompt) if each.isVisible()])
        assert wishes == []
        qtbot.mouseClick(window.findChildren(Prompt)[-1].confirm, Qt.MouseButton.LeftButton)
        await until(lambda: wishes == [desk.profile])
        await until(lambda: not window.findChildren(Prompt))


async def test_the_lock_is_seen_at_both_edges(opened, desk, until):
    async with opened() as window:
        assert window.status_bar.text("mode") == "Read and write"
        assert not window.header.portal.lock.isVisible()

        desk.session.set_read_only(True)

        await until(lambda: window.status_bar.text("mode") == "Read only")
        assert window.status_bar.lock.isVisible()
        assert window.header.portal.lock.isVisible()
        assert window.header.portal.accessibleName() == "Portal: Lamp & Co SANDBOX read only"
        window.resize(960, 600)
        assert window.status_bar.parts["mode"].isVisible()
        assert window.header.portal.lock.isVisible()


async def test_production_is_framed_and_so_is_every_dialog(opened, production, until):
    async with opened() as window:
        await until(lambda: window.frame.production)
        assert window.frame.column.contentsMargins().left() == 3

        prompt = Prompt(window, "Sure?", "A question.", "Do it")
        prompt.open()
        await until(lambda: prompt.findChild(DialogFrame) is not None)
        frame = prompt.findChild(DialogFrame)
        assert frame.isVisible()
        prompt.resize(prompt.width(), prompt.height() + 40)
        assert frame.size() == prompt.size()
        assert frame.grab().toImage().pixelColor(1, 60) == window._theme.colour("dangerFill")
        prompt.reject()


async def test_a_sandbox_has_no_frame(opened, until):
    async with opened() as window:
        assert not window.frame.production
        prompt = Prompt(window, "Sure?", "A question.", "Do it")
        prompt.open()
        await until(prompt.isVisible)
        assert not any(frame.isVisible() for frame in prompt.findChildren(DialogFrame))
        prompt.reject()


async def test_the_frame_goes_with_the_portal(opened, production, until):
    async with opened() as window:
        await until(lambda: window.frame.production)
        window.set_desk(None)
        assert not window.frame.production


async def test_a_portal_that_was_renamed_is_told_and_shown_by_its_new_address(
    opened, desk, sandbox, until
):
    async with opened() as window:
        window.resize(1440, 900)
        await sandbox.order("rename", to="localhost:8080")
        await until(window.failure.isVisible)
        assert window.failure.title.text() == "The portal has a new address"
        assert window.failure.code.text() == "localhost:8080"
        await until(lambda: window.header.portal.address.text() == "localhost:8080")


async def test_the_settings_hold_the_block_about_keys(opened):
    async with opened() as window:
        window.set_vault_block(lambda: QLabel("In the keychain"))
        window.open_page("settings")
        assert any(
            each.text() == "In the keychain" for each in window.settings.findChildren(QLabel)
        )
        assert any(
            each.text() == "Where keys are kept" for each in window.settings.findChildren(QLabel)
        )


def test_the_first_paint_loads_nothing_of_the_portal_s_page():
    code = (
        "import sys; import app.ui.window; "
        "print([name for name in sys.modules if name.startswith(('app.ui.portal.', 'app.domain'))])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "app.ui.portal." not in told.stdout
