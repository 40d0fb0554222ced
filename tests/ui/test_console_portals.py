"""Several portals in turn in one window: nothing of one is seen beside another."""

import gc
import json
import os
import sqlite3
import subprocess
import sys
import weakref
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from app.bitrix.connection import open_http
from app.bitrix.errors import Unreachable
from app.console import Console
from app.domain.portal import Network, PortalKind
from app.domain.problem import Problem
from app.services.desk import journal_path
from app.services.failures import JournalDamaged
from app.services.holding import hold
from app.services.keeping import Keeping
from app.services.places import portal_folder
from app.services.profiles import Profiles
from app.settings import Given, Settings, load_preferences, save_preferences
from app.ui import language
from app.ui.keys.block import VaultBlock
from app.ui.keys.dialog import VaultDialog
from app.ui.keys.unlock import UnlockPanel
from app.ui.login.dialog import LoginDialog
from app.ui.portal.damaged_journal import DamagedPanel, SavedPanel
from app.ui.preferences import Preferences
from app.ui.prompts import Prompt
from app.ui.window import MainWindow
from tests.helpers.desk import Portal

pytestmark = pytest.mark.usefixtures("cheap_scrypt")
PASSPHRASE = "correct horse battery"


@pytest.fixture(scope="module")
def addresses():
    """Two portals on sockets of their own, for all these tests: none of them changes a portal."""
    words = ("--port", "0", "--json", "--with-parent", "--auto-consent", "--no-rate-limit")
    with ExitStack() as stack:
        started = []
        for letter in "ab":
            process = subprocess.Popen(
                [sys.executable, "-m", "app.sandbox", *words, "--set", f"member_id={letter * 32}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
            stack.enter_context(process.stdin)
            stack.enter_context(process.stdout)
            started.append(process)
        yield [json.loads(process.stdout.readline()) for process in started]


@pytest.fixture
async def portals(addresses):
    """Both, with a client of this test."""
    async with open_http() as http:
        shop, works = (Portal(http, about) for about in addresses)
        yield SimpleNamespace(shop=shop, works=works)


@pytest.fixture
async def data(tmp_path, portals):
    """A data folder in which both were signed in to, the shop last, with a sealed file of keys."""
    profiles, keeping = Profiles(tmp_path), Keeping(tmp_path, keychain=False)
    await keeping.use("file", PASSPHRASE)
    for name, portal in (("Works", portals.works), ("Shop", portals.shop)):
        session = await portal.sign_in(vault=keeping)
        profiles.save(replace(session.profile, name=name))
        await session.close()
    save_preferences(tmp_path, Preferences(theme="light", language="en", vault="file"))
    return tmp_path


@pytest.fixture
async def open_console(qtbot, qapp, theme, data):
    opened = []

    async def make(**asked):
        settings = Settings(data_dir=data, isolated=True, **asked)
        window = MainWindow(theme, "0")
        window.show()
        console = Console(settings, load_preferences(data), qapp, theme, window)
        opened.append(console)
        await console.start()
        await console.settled()
        return console

    yield make
    for console in opened:
        await console.close()
    language.remove(QApplication.instance())


@pytest.fixture
async def console(open_console, until):
    """The shop is open."""
    console = await open_console()
    unlock(console, PASSPHRASE)
    await until(lambda: console.desk is not None, 30)
    await console.settled()
    return console


def unlock(console, passphrase):
    panel = console.window.welcome.findChild(UnlockPanel)
    panel.secret.line.setText(passphrase)
    panel.button.click()


def profile(console, name):
    return console.supplies.profiles.find(name)


async def test_at_the_start_the_keys_are_unlocked_in_the_window(open_console, until):
    console = await open_console()
    panel = console.window.welcome.findChild(UnlockPanel)
    assert panel.isVisible()

    unlock(console, "something else")
    await until(lambda: panel.field.problem() and not console._tasks.is_busy("keys"))
    assert "This is not the passphrase" in panel.field.problem()
    assert console.desk is None

    unlock(console, PASSPHRASE)
    await until(lambda: console.window.user_name == "Olga Demina", 30)
    assert console.desk.profile.name == "Shop"


async def test_where_nobody_can_type_the_environment_opens_the_keys(open_console):
    console = await open_console(given=Given(PASSPHRASE))

    assert console.window.user_name == "Olga Demina"


async def test_who_forgot_the_passphrase_starts_anew(open_console, until):
    console = await open_console()
    panel = console.window.welcome.findChild(UnlockPanel)
    panel.forgot.click()
    assert "are lost" in panel.lost.text.text()
    panel.anew.click()
    dialog = console.window.findChild(VaultDialog)
    dialog.choice.radios["memory"].click()
    dialog.ok.click()

    await until(lambda: console.supplies.vault.kind == "memory")
    await until(lambda: console.window.current_page == "welcome" and console.desk is None)
    await until(lambda: load_preferences(console._settings.data_dir).vault == "memory")
    await until(lambda: not console.supplies.vault.path.exists())
    await until(lambda: not console.window.findChildren(UnlockPanel))
    await until(lambda: not console.window.findChildren(VaultDialog))


async def test_keys_that_are_locked_cannot_be_moved_in_the_settings(open_console, until):
    console = await open_console()
    console.window.open_page("settings")
    block = console.window.findChild(VaultBlock)
    assert "locked now" in block.now.text()
    assert not block.move_button.isVisible()

    await console.supplies.vault.unlock(PASSPHRASE)

    assert block.move_button.isVisible()


async def test_one_place_of_keys_is_chosen_at_a_time(console, until):
    """The settings and the question of a keychain that fails may stand side by side."""
    console.window.open_page("settings")
    block = console.window.findChild(VaultBlock)
    block.move_button.click()
    block.choice.radios["memory"].click()
    console.supplies.vault.failed.emit(Problem("KEYCHAIN_REFUSED"))
    dialog = console.window.findChild(VaultDialog)

    block.apply.click()
    assert not dialog.ok.isEnabled()

    await until(dialog.ok.isEnabled)


async def test_another_language_asks_for_the_passphrase_again(open_console, until):
    console = await open_console()
    before = console.window

    console.window.preferences_changed.emit(replace(console._preferences.now, language="ru"))
    await until(lambda: console.window is not before)
    unlock(console, PASSPHRASE)

    await until(lambda: console.desk is not None, 30)


async def test_a_sandbox_opened_meanwhile_stays_when_the_keys_are_given_up(open_console, until):
    console = await open_console()
    panel = console.window.welcome.findChild(UnlockPanel)
    panel.forgot.click()
    panel.anew.click()
    dialog = console.window.findChild(VaultDialog)
    console.window.sandbox_requested.emit()
    await until(lambda: console.desk is not None, 30)
    await console.settled()
    sandbox = console.desk

    dialog.choice.radios["memory"].click()
    dialog.ok.click()
    await until(lambda: console.supplies.vault.state == "open")
    await until(lambda: not console._tasks.is_busy("keys"))
    await console.settled()

    assert console.desk is sandbox


async def test_signing_in_is_possible_while_the_keys_are_locked(open_console, until):
    console = await open_console()

    console.window.sign_in_requested.emit()
    await until(lambda: console.window.findChildren(LoginDialog))
    (dialog,) = console.window.findChildren(LoginDialog)

    assert dialog.portal.line.text() == profile(console, "Shop").address
    assert dialog.presenter.knows_secret
    assert not console.problem
    dialog.reject()


async def test_a_portal_opens_though_its_use_cannot_be_written_down(
    open_console, until, monkeypatch
):
    console = await open_console()

    def refuse(_profile):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(console.supplies.profiles, "save", refuse)
    unlock(console, PASSPHRASE)

    await until(lambda: console.desk is not None, 30)


async def test_keys_that_another_process_took_out_are_not_put_back(console, until):
    key = console.desk.profile.key
    await console.supplies.vault.forget(key)

    console.window.read_only_requested.emit(True)
    await until(lambda: profile(console, "Shop").read_only)
    await console.desk.connectors.refresh()

    assert await console.supplies.vault.load(key) is None


async def test_keys_that_could_not_be_read_in_the_old_place_are_kept_in_the_new_one(console, until):
    """The place of keys moves; what the open portal has in hand goes there."""
    keeping, key = console.supplies.vault, console.desk.profile.key
    await keeping.forget(key)

    await keeping.use("memory")

    for _ in range(200):
        if await keeping.load(key) is not None:
            return
    raise AssertionError("the keys were lost")


async def test_switching_shows_nothing_of_the_portal_before(console, portals, until):
    before = console.desk
    seen_by_shop = len(await portals.shop.calls())
    assert seen_by_shop

    console.window.switch_requested.emit(profile(console, "Works"))
    await until(lambda: console.desk is not None and console.desk is not before, 30)
    await console.settled()

    here = portals.works.about["portal"]
    assert console.desk.profile.name == "Works"
    assert {record.url.startswith(here) for record in console.desk.traffic.records} == {True}
    assert len({host.host for host in console.desk.traffic.hosts()}) == 2
    settled = len(await portals.shop.calls())
    await console.desk.connectors.refresh()
    assert len(await portals.shop.calls()) == settled
    assert console.supplies.profiles.last().name == "Works"


async def test_nothing_of_a_portal_that_was_left_stays_in_memory(console, until):
    session = weakref.ref(console.desk.session)

    console.window.switch_requested.emit(profile(console, "Works"))
    await until(lambda: console.desk is not None and console.desk.profile.name == "Works", 30)
    await console.settled()

    await until(lambda: gc.collect() >= 0 and session() is None)


async def test_each_portal_has_a_journal_of_its_own(console, until):
    folder = console._settings.data_dir / "portals"

    console.window.switch_requested.emit(profile(console, "Works"))
    await until(lambda: console.desk is not None and console.desk.profile.name == "Works", 30)

    assert len(list(folder.glob("*/journal.sqlite"))) == 2


async def test_switching_to_the_open_portal_changes_nothing(console):
    before = console.desk

    console.window.switch_requested.emit(profile(console, "Shop"))
    await console.settled()

    assert console.desk is before


async def test_the_open_portal_is_left_and_forgotten(console, until):
    shop = profile(console, "Shop")
    console.window.forget_requested.emit(shop)
    await until(lambda: console.desk is None, 30)
    await console.settled()

    assert [each.name for each in console.supplies.profiles.all()] == ["Works"]
    assert await console.supplies.vault.load(shop.key) is None
    assert len(list((console._settings.data_dir / "portals").glob("*/journal.sqlite"))) == 0


async def test_read_only_holds_after_a_restart(console, until):
    console.window.read_only_requested.emit(True)
    await until(lambda: profile(console, "Shop").read_only)

    assert console.desk.profile.read_only
    await until(lambda: Profiles(console._settings.data_dir).find("Shop").read_only)
    console.window.read_only_requested.emit(False)
    await until(lambda: not profile(console, "Shop").read_only)


@pytest.mark.parametrize("typed", [True, False])
async def test_on_production_the_lock_opens_only_for_the_typed_address(console, until, typed):
    session = console.desk.session
    session.profile = replace(session.profile, kind=PortalKind.PRODUCTION, read_only=True)

    console.window.read_only_requested.emit(False)
    await until(lambda: console.window.findChild(Prompt))
    prompt = console.window.findChild(Prompt)
    if typed:
        prompt.findChild(QLineEdit).setText(console.desk.profile.host)
        prompt.confirm.click()
    else:
        prompt.cancel.click()
    await until(lambda: not console._tasks.is_busy("read only False"))

    assert console.desk.profile.read_only is not typed


async def test_another_network_opens_the_portal_anew(console, until):
    before = console.desk

    console.window.network_requested.emit(Network(proxy="http://127.0.0.1:9"))
    await until(lambda: console.desk is not None and console.desk is not before, 30)

    assert console.desk.profile.network.proxy == "http://127.0.0.1:9"
    assert profile(console, "Shop").network.proxy == "http://127.0.0.1:9"


async def test_a_network_that_cannot_be_used_leaves_the_portal_open(console, until):
    before = console.desk

    console.window.network_requested.emit(Network(ca_file="/no/such.pem"))
    await until(console.window.failure.isVisible)

    assert console.desk is before
    assert profile(console, "Shop").network == Network()


@pytest.fixture
def broken(data):
    """The file of authorities of one of them has moved. Tells which."""

    def break_one(name):
        profiles = Profiles(data)
        bad = replace(profiles.find(name), network=Network(ca_file="/moved/authority.pem"))
        profiles.change(bad)
        return bad

    return break_one


async def test_a_portal_that_cannot_be_reached_any_more_is_named_and_mended_in_the_window(
    open_console, until, broken
):
    broken("Shop")
    console = await open_console(given=Given(PASSPHRASE))
    problem = console.window.welcome.problem
    assert "Shop was not opened." in problem.title.text()

    problem.button.click()
    board = console.window.page("portal").board
    assert console.window.current_page == "portal"
    assert board.head.name.whole_text() == "Shop"
    await until(lambda: board.network.form.ca_field.control.line.property("problem") == "true")
    board.network.form.ca_file.line.clear()
    board.network.save.click()

    await until(lambda: console.desk is not None, 30)
    assert console.desk.profile.name == "Shop"
    assert Profiles(console._settings.data_dir).find("Shop").network == Network()


async def test_a_portal_that_does_not_open_leaves_the_open_one_alone(console, until, broken):
    before, bad = console.desk, broken("Works")
    console.window.open_page("calls")

    console.window.switch_requested.emit(bad)
    await until(console.window.failure.isVisible)

    assert "Works was not opened." in console.window.failure.title.text()
    assert console.desk is before
    assert console.window.current_page == "calls"
    assert console.supplies.profiles.last().name == "Shop"
    await before.connectors.refresh()
    console.window.failure.button.click()
    assert console.window.page("portal").board.head.name.whole_text() == "Works"
    assert not console.window.failure.isVisible()


async def test_the_way_to_sign_in_to_another_portal_leaves_the_open_one_alone(console, until):
    before, works = console.desk, profile(console, "Works")
    await console.supplies.vault.forget(works.key)

    console.window.switch_requested.emit(works)
    await until(console.window.failure.isVisible)
    console.window.failure.button.click()
    await until(lambda: console.window.findChildren(LoginDialog))
    (dialog,) = console.window.findChildren(LoginDialog)

    assert dialog.portal.line.text() == works.address
    assert console.desk is before
    dialog.reject()


async def test_a_network_through_which_nobody_answers_is_not_kept(console, until, monkeypatch):
    before = console.desk

    async def nobody(*_arguments):
        raise Unreachable("timeout", "")

    monkeypatch.setattr("app.services.session.resume", nobody)
    console.window.network_requested.emit(Network(proxy="http://127.0.0.1:9"))
    await until(console.window.failure.isVisible)

    assert console.desk is before
    assert profile(console, "Shop").network == Network()


async def test_what_fails_after_a_portal_has_opened_is_not_told_as_a_portal_that_did_not_open(
    console, until, monkeypatch
):
    before = console.desk

    def refuse(_profile):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(console.supplies.profiles, "save", refuse)
    console.window.network_requested.emit(Network(proxy="http://127.0.0.1:9"))
    await until(console.window.failure.isVisible, 30)

    assert console.desk is not before
    assert "was not opened" not in console.window.failure.title.text()


@pytest.mark.parametrize("typed", [True, False])
async def test_the_lock_of_a_closed_portal_opens_on_production_only_for_the_typed_address(
    console, until, typed
):
    locked = replace(profile(console, "Works"), kind=PortalKind.PRODUCTION, read_only=True)
    console.supplies.profiles.change(locked)

    console.window.closed_change_requested.emit(replace(locked, read_only=False))
    await until(lambda: console.window.findChild(Prompt))
    prompt = console.window.findChild(Prompt)
    if typed:
        prompt.findChild(QLineEdit).setText(locked.host)
        prompt.confirm.click()
    else:
        prompt.cancel.click()
    await until(lambda: not console._tasks.is_busy(f"change {locked.key}"))

    assert Profiles(console._settings.data_dir).find("Works").read_only is not typed
    assert console.desk.profile.name == "Shop"


@pytest.mark.parametrize("what", ["member_id", "address"])
async def test_a_portal_can_be_named_by_what_it_is(open_console, data, until, what):
    console = await open_console(profile=getattr(Profiles(data).find("Works"), what))

    unlock(console, PASSPHRASE)
    await until(lambda: console.desk is not None, 30)

    assert console.desk.profile.name == "Works"


async def test_a_name_of_several_portals_is_told(open_console, data):
    profiles = Profiles(data)
    profiles.save(replace(profiles.find("Works"), name="Shop"))

    console = await open_console(profile="Shop")

    assert "Several portals fit this name" in console.problem


async def test_the_keys_are_moved_in_the_settings(console, until):
    console.window.open_page("settings")
    block = console.window.findChild(VaultBlock)
    assert "your passphrase opens" in block.now.text()

    block.change_button.click()
    block.old.line.setText("wrong")
    for field in (block.new.first, block.new.again):
        field.line.setText("staple lamp shade")
    block.apply.click()
    await until(lambda: block.old_field.problem() and not console._tasks.is_busy("keys"))
    block.old.line.setText(PASSPHRASE)
    block.apply.click()
    await until(lambda: not block.old_field.isVisible() and not console._tasks.is_busy("keys"))

    block.move_button.click()
    block.choice.radios["memory"].click()
    block.apply.click()
    await until(lambda: "only until you quit" in block.now.text())
    assert await console.supplies.vault.load(console.desk.profile.key) is not None


async def test_every_button_of_the_lock_has_a_name(open_console):
    console = await open_console()
    panel = console.window.welcome.findChild(UnlockPanel)

    assert all(
        each.text() or each.accessibleName()
        for each in panel.findChildren(QPushButton)
        if each.isVisible()
    )


async def test_a_portal_with_a_new_address_is_told_and_keeps_its_history(console, until):
    before = profile(console, "Shop")
    moved = replace(before, address="https://new.example", endpoint="https://new.example/rest/")

    console.desk.session.moved.emit(moved)
    await until(lambda: Profiles(console._settings.data_dir).find("Shop").address == moved.address)

    assert console.window.failure.isVisible()
    assert profile(console, "new.example").key == before.key


async def test_a_portal_that_another_program_works_on_is_not_opened_and_can_be_tried_again(
    open_console, data, qtbot, until
):
    shop = Profiles(data).find("Shop")
    async with hold(portal_folder(data, shop.key)):
        console = await open_console(given=Given(passphrase=PASSPHRASE))
        panel = console.window.welcome.problem
        assert "Another window or command works on this portal" in panel.title.text()
        assert f"pid {os.getpid()}" in panel.code.text()

    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)

    await until(lambda: console.desk is not None, 30)


def spoil_journal(data, profile):
    """Garbage over the middle of the portal's journal, as a dying disk leaves it."""
    path = journal_path(data, profile)
    with path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xa5" * 4096 * 3)
    return path


async def with_damaged_journal(open_console, data):
    """A console that was closed in good order, its journal spoiled, and opened again."""
    console = await open_console(given=Given(passphrase=PASSPHRASE))
    profile = console.desk.profile
    await console.desk.dialogs.write(lambda t: t.begin("acme", 42, "chat-1", "u-1", "Anna"))
    await console.leave()
    path = spoil_journal(data, profile)
    console.open(partial(console.resume_or_ask, profile))
    await console.settled()
    return console, path


async def test_of_a_damaged_journal_the_person_saves_what_can_be_read_and_works_on(
    open_console, data, qtbot, until
):
    console, path = await with_damaged_journal(open_console, data)
    window = console.window
    await until(lambda: window.findChild(DamagedPanel))
    panel = window.findChild(DamagedPanel)
    assert window.current_page == "welcome"
    assert panel.save_button.hasFocus() or not window.isActiveWindow()

    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    await until(lambda: window.findChild(SavedPanel), 30)
    saved = window.findChild(SavedPanel)
    aside = list(path.parent.glob("journal-damaged-*.sqlite"))
    assert aside[0].name in saved.report[-1]

    qtbot.mouseClick(saved.button, Qt.MouseButton.LeftButton)
    await until(lambda: console.desk is not None, 30)
    await until(lambda: console.desk.feed.health.last_poll is not None, 30)


async def test_a_damaged_journal_is_only_looked_at_and_nothing_changes(
    open_console, data, qtbot, until
):
    console, path = await with_damaged_journal(open_console, data)
    before = path.read_bytes()
    await until(lambda: console.window.findChild(DamagedPanel))
    panel = console.window.findChild(DamagedPanel)

    qtbot.mouseClick(panel.look_button, Qt.MouseButton.LeftButton)
    await until(lambda: console.desk is not None and console.window.failure.isVisible(), 30)

    assert console.desk.profile.read_only
    assert console.desk.feed.health.last_poll is None
    assert "damaged journal" in console.window.failure.title.text()
    await console.leave()
    assert path.read_bytes() == before
    assert not (path.parent / "look").exists()
    assert not Profiles(data).find("Shop").read_only


async def test_damage_that_is_met_while_working_is_told_with_the_ways_on(open_console, data, until):
    console = await open_console(given=Given(passphrase=PASSPHRASE))

    def broken(_):
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    with pytest.raises(JournalDamaged):
        await console.desk.journal.run(broken)

    await until(lambda: console.window.findChild(DamagedPanel))
    assert console.desk is None
    assert "malformed" in console.window.findChild(DamagedPanel).code.text()
