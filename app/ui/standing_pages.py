"""The pages that are there with or without a portal: settings, and the portal itself.

Each is made when it is first opened, as everything that the first paint does not need; what was
said before that is told to it then.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.preferences import Preferences
from app.ui.rail import SETTINGS
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.services.desk import Desk
    from app.services.forgetting import Forgotten
    from app.ui.alerts.portal_block import PortalBlock
    from app.ui.desk_watch import Facts
    from app.ui.portal.page import PortalPage
    from app.ui.settings_page import SettingsPage
    from app.ui.window import MainWindow

PORTAL = "portal"


class StandingPages(QObject):
    """Holds the last word on everything that these pages show."""

    def __init__(self, window: "MainWindow", theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences = Preferences()
        self._desk: Desk | None = None
        self._facts: Facts | None = None
        self._profiles: tuple[Profile, ...] = ()
        self._vault = ""
        self._block: PortalBlock | None = None
        self._left: list[PortalBlock] = []
        self._vault_block: Callable[[], QWidget] | None = None

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """How each page is made, by its key."""
        return {SETTINGS: lambda: self.settings, PORTAL: lambda: self.portal}

    @property
    def profiles(self) -> "tuple[Profile, ...]":
        """Every portal that was signed in to, the one used last at the end."""
        return self._profiles

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings."""
        from app.ui.settings_page import SettingsPage

        window, page = self._window, SettingsPage(self._theme)
        page.set_preferences(self._preferences)
        page.show_facts(self._facts)
        page.set_journal(*self._journal())
        page.journal.keep_requested.connect(window.acts.keep_messages)
        if self._vault_block is not None:
            page.set_vault_block(self._vault_block())
        page.set_alerts_block(self._alerts_block())
        page.notices.set_tray(window.notifying.has_tray)
        page.notices.tried.connect(window.notifying.try_out)
        page.pause_requested.connect(window.acts.pause_feed)
        page.shortcuts_requested.connect(window.acts.open_cheat_sheet)
        page.changed.connect(window.preferences_changed)
        return page

    @cached_property
    def portal(self) -> "PortalPage":
        """The open portal, the application, and the other portals."""
        from app.ui.portal.page import PortalPage

        window, page = self._window, PortalPage(self._theme)
        page.set_portals(self._profiles, self._vault)
        page.set_desk(self._desk)
        page.go.connect(window.open_page)
        page.switch_requested.connect(window.switch_requested)
        page.forget_requested.connect(window.forget_requested)
        page.read_only_requested.connect(window.read_only_requested)
        page.network_requested.connect(window.network_requested)
        page.closed_change_requested.connect(window.closed_change_requested)
        page.sign_in_requested.connect(window.sign_in_requested)
        page.sandbox_requested.connect(window.sandbox_requested)
        return page

    def set_preferences(self, preferences: Preferences) -> None:
        """What the settings show."""
        self._preferences = preferences
        if "settings" in self.__dict__:
            self.settings.set_preferences(preferences)

    def set_vault_block(self, make: Callable[[], QWidget]) -> None:
        """What the settings show of the place of keys."""
        self._vault_block = make
        if "settings" in self.__dict__:
            self.settings.set_vault_block(make())

    def set_desk(self, desk: "Desk | None") -> None:
        """Another portal is open, or none."""
        self._desk = desk
        if "settings" in self.__dict__:
            self.settings.set_journal(*self._journal())
            self.settings.set_alerts_block(self._alerts_block())
        if "portal" in self.__dict__:
            self.portal.set_desk(desk)

    def set_portals(self, profiles: "tuple[Profile, ...]", vault: str) -> None:
        """Which portals there are, and the kind of place that their keys are in."""
        self._profiles, self._vault = profiles, vault
        if "portal" in self.__dict__:
            self.portal.set_portals(profiles, vault)

    def show_facts(self, facts: "Facts | None") -> None:
        """Something about the open portal has changed."""
        self._facts = facts
        if "settings" in self.__dict__:
            self.settings.show_facts(facts)

    def show_forgotten(self, profile: "Profile", forgotten: "Forgotten") -> None:
        """What was removed when a portal was forgotten, and the proof."""
        self._window.open_page(PORTAL)
        self.portal.show_forgotten(profile, forgotten)

    async def clear(self) -> None:
        """Wait until the work for the portal that was open has ended."""
        left, self._left = self._left, []
        for block in left:
            await block.leave()
            block.deleteLater()
        if "portal" in self.__dict__:
            await self.portal.leave()

    def show_kept(self) -> None:
        """How long messages are kept has changed."""
        if "settings" in self.__dict__:
            self.settings.set_journal(*self._journal())

    def _alerts_block(self) -> "PortalBlock | None":
        """The settings of the open portal's alerts; those of another one are to be closed."""
        if self._block is not None:
            self._left.append(self._block)
        self._block = None
        if self._desk is not None:
            from app.ui.alerts.portal_block import PortalBlock

            self._block = PortalBlock(self._theme, self._desk)
        return self._block

    def _journal(self) -> tuple[str, int]:
        if self._desk is None:
            return "", 0
        return str(self._desk.journal.path), self._desk.upkeep.retention.days
