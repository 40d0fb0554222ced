"""The main window: header, rail, pages, calls dock, status bar. Decides nothing about portals.

It asks the program's root by signals and is told by methods. It can be shown before any service
is loaded. When the language changes, the root builds a new window in the place of the old one.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.commands import Command
from app.ui.notifying import Notifying
from app.ui.pages import Pages
from app.ui.preferences import Preferences
from app.ui.standing_pages import PORTAL, StandingPages
from app.ui.style import Theme
from app.ui.welcome_page import WelcomePage
from app.ui.window_acts import WindowActs
from app.ui.window_commands import WindowCommands
from app.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.services.desk import Desk
    from app.services.forgetting import Forgotten
    from app.ui.desk_watch import DeskWatch, Facts
    from app.ui.errors import Explained
    from app.ui.settings_page import SettingsPage

WELCOME = "welcome"


class MainWindow(WindowFrame):
    """Pages come and go with the desk; welcome and settings are always there."""

    sign_in_requested = Signal()
    sandbox_requested = Signal()
    sign_out_requested = Signal(bool)  # forget the keys too
    preferences_changed = Signal(object)  # Preferences
    switch_requested = Signal(object)  # Profile
    forget_requested = Signal(object)  # Profile; the person has confirmed
    read_only_requested = Signal(bool)  # of the open portal
    keep_requested = Signal(int)  # days that messages of the open portal are kept, 0 for all
    network_requested = Signal(object)  # Network, of the open portal
    closed_change_requested = Signal(object)  # Profile with other settings, not open
    page_changed = Signal(str)

    def __init__(self, theme: Theme, version: str = "") -> None:
        super().__init__(theme, version)
        self._mend: Callable[[], None] | None = None
        self.welcome = WelcomePage(theme)
        self.standing = StandingPages(self, theme)
        self.pages = Pages(theme, {WELCOME: lambda: self.welcome, **self.standing.makers()})
        self.arrange()
        self.acts = WindowActs(self)
        self.notifying = Notifying(self, theme)
        self._commands = WindowCommands(self)
        self._wire()
        self._commands.listen()
        self.take_size()
        self.show_welcome()
        self._show_facts(None)

    @cached_property
    def watch(self) -> "DeskWatch":
        """Follows the open desk."""
        from app.ui.desk_watch import DeskWatch

        watch = DeskWatch(self)
        watch.changed.connect(self._show_facts)
        watch.ticked.connect(self._on_tick)
        watch.told.connect(self.tell)
        return watch

    @property
    def settings(self) -> "SettingsPage":
        """The settings; made when they are first opened."""
        return self.standing.settings

    @property
    def user_name(self) -> str:
        """Whom the window names as signed in, or ""."""
        return self.facts.user if self.facts is not None else ""

    @property
    def facts(self) -> "Facts | None":
        """What is known of the open portal; None when none is open."""
        return self.watch.facts if "watch" in self.__dict__ else None

    @property
    def current_page(self) -> str:
        """The key of the page in front."""
        return self.pages.current

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The pages of the rail in order."""
        return self.rail.keys

    def page(self, key: str) -> Any:
        """The page that was added under that key."""
        return self.pages.page(key)

    def page_title(self, key: str) -> str:
        """The title of a page in the rail."""
        return self.rail.title(key)

    def add_page(self, key: str, icon: str, title: str, make: Callable[[], QWidget]) -> None:
        """One more page, in rail order; without an icon it has no place in the rail. It is made
        when it is needed.
        """
        if icon:
            self.rail.add(key, icon, title)
            self.header.follow_rail(self.rail.width())
        self.pages.add(key, make)
        self._show_facts(self.facts)

    async def clear_pages(self) -> None:
        """Close every page that was added and forget it."""
        self.show_welcome()
        self.rail.remove_all()
        await self.pages.clear()
        await self.standing.clear()

    def open_page(self, key: str, payload: object = None) -> None:
        """Bring a page to the front; its `take(payload)` gets the payload, if there is one."""
        self.pages.open(key, payload)

    def show_welcome(self) -> None:
        """The way in, with both buttons."""
        self.welcome.show_ready()
        self.open_page(WELCOME)
        self.welcome.sign_in.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def show_busy(self, text: str) -> None:
        """Say on the welcome page what is being done."""
        self.open_page(WELCOME)
        self.welcome.show_busy(text)

    def show_problem(
        self, explained: "Explained", action: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say on the welcome page what failed, with a button to mend it."""
        self.open_page(WELCOME)
        self.welcome.show_problem(explained, action, run)

    def end_busy(self, page: str) -> None:
        """What was being done has ended, and the open portal stays: back to the page before."""
        if self.current_page == WELCOME:
            self.welcome.show_ready()
            self.open_page(page)

    def tell(
        self, explained: "Explained", action: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say above the pages that something in the background failed; the person takes it away.
        `run` mends it.
        """
        self._mend = run
        self.failure.show_error(explained, action)

    def show_network(self, profile: "Profile") -> None:
        """Bring the network settings of a portal to the front, whether it is open or not."""
        self.open_page(PORTAL, profile)

    def set_desk(self, desk: "Desk | None") -> None:
        """Let header, chip, meter and status bar follow these services."""
        self.standing.set_desk(desk)
        self.watch.set_desk(desk)
        self.notifying.set_desk(desk)

    def set_preferences(self, preferences: Preferences) -> None:
        """Show these in the settings."""
        self.standing.set_preferences(preferences)
        self.notifying.set_preferences(preferences)

    def set_portals(self, profiles: "tuple[Profile, ...]", vault: str) -> None:
        """Which portals can be switched to, and the kind of place that their keys are in."""
        self.standing.set_portals(profiles, vault)
        self.header.set_portals(profiles)

    def set_vault_block(self, make: Callable[[], QWidget]) -> None:
        """What the settings show of the place of keys; `make` is called when they are opened."""
        self.standing.set_vault_block(make)

    def show_forgotten(self, profile: "Profile", forgotten: "Forgotten") -> None:
        """Say what was removed with a portal, and prove that nothing is left."""
        self.standing.show_forgotten(profile, forgotten)

    def commands(self) -> list[Command]:
        """Everything that can be done now: the window's commands, then those of the pages."""
        return [*self._commands.all(), *self.pages.commands()]

    def open_palette(self) -> None:
        """Show every command; those of pages that are still to be made come in a moment."""
        self.palette_box.open_with(self.commands())
        self.pages.make_rest(self._fill_palette)

    def _fill_palette(self) -> None:
        if self.palette_box.isVisible():
            self.palette_box.take(self.commands())

    def _on_mend(self) -> None:
        self.failure.clear()
        if self._mend is not None:
            self._mend()

    def _on_opened(self, key: str) -> None:
        self.rail.choose(key)
        self.page_changed.emit(key)

    def _show_facts(self, facts: "Facts | None") -> None:
        self.header.show_facts(facts)
        self.status_bar.show_facts(facts)
        self.standing.show_facts(facts)
        self.rail.set_badge("dialogs", facts.waiting if facts else 0)
        self.rail.set_badge("connectors", facts.drift if facts else 0)
        kind = facts.kind.value if facts and facts.kind else ""
        self.frame.set_production(kind == "production")

    def _on_tick(self, facts: "Facts") -> None:
        if self.isVisible() and not self.isMinimized():
            self.header.tick(facts)
            self.status_bar.show_facts(facts)

    def _wire(self) -> None:
        header = self.header
        self.mend_wanted.connect(self._on_mend)
        self.rail.chosen.connect(self.open_page)
        self.pages.opened.connect(self._on_opened)
        self.pages.sign_in_wanted.connect(self.sign_in_requested)
        for asker in (header, self.welcome):
            asker.sign_in_requested.connect(self.sign_in_requested)
            asker.sandbox_requested.connect(self.sandbox_requested)
        self.status_bar.queue_wanted.connect(partial(self.open_page, "queue"))
        self.status_bar.forwarding_wanted.connect(partial(self.open_page, "forwarding"))
        header.sign_out_requested.connect(self.acts.sign_out)
        header.switch_requested.connect(self.switch_requested)
        header.page_requested.connect(self.open_page)
        header.palette_requested.connect(self.open_palette)
        header.poll_requested.connect(self.acts.poll_now)
        header.pause_requested.connect(self.acts.pause_feed)
