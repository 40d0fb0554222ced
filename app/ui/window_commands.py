"""The commands of the window itself, for shortcuts, palette and cheat sheet alike."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut

from app.domain.portal import PortalKind
from app.ui.commands import Command
from app.ui.pages import ALERTS
from app.ui.rail import SETTINGS
from app.ui.standing_pages import PORTAL

if TYPE_CHECKING:
    from app.ui.window import MainWindow

#: Pages of the rail that a digit opens.
_PLACES = 9


class WindowCommands(QObject):
    """Made anew whenever they are asked for, since pages come and go."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def all(self) -> list[Command]:
        """In the order of the cheat sheet."""
        portal = [*self._portals(), *self._signing(), *self._polling()]
        return [*self._going(), *self._window_itself(), *portal, *self._look()]

    def listen(self) -> None:
        """Hear every shortcut of the window, and the numbers of the rail's pages."""
        window = self._window
        for command in self.all():
            if command.shortcut:
                QShortcut(QKeySequence(command.shortcut), window).activated.connect(command.run)
        for place in range(_PLACES):
            key = QKeySequence(f"Ctrl+{place + 1}")
            QShortcut(key, window).activated.connect(partial(self._open_place, place))

    def _going(self) -> list[Command]:
        window, group = self._window, self.tr("Go to")
        going = [
            Command(
                self.tr("Open {page}").format(page=window.page_title(key)),
                partial(window.open_page, key),
                f"Ctrl+{place}",
                group,
                "chevron-right",
            )
            for place, key in enumerate(window.page_keys, 1)
        ]
        settings = partial(window.open_page, SETTINGS)
        going.append(Command(self.tr("Open settings"), settings, "Ctrl+,", group, "gear"))
        alerts, first = partial(window.open_page, ALERTS, "now"), self.tr("sign in first")
        told = (alerts, "Ctrl+Shift+B", group, "bell", self._signed_in, first)
        return [*going, Command(self.tr("Show the alerts"), *told)]

    def _window_itself(self) -> list[Command]:
        window, group = self._window, self.tr("Window")
        ask, pane = window.pages.ask, window.acts.next_pane
        return [
            Command(self.tr("Run a command"), window.open_palette, "Ctrl+K", group, "search"),
            Command(
                self.tr("Show shortcuts"), window.acts.open_cheat_sheet, "F1", group, "keyboard"
            ),
            Command(self.tr("Refresh this page"), partial(ask, "refresh"), "F5", group, "refresh"),
            Command(
                self.tr("Search on this page"),
                partial(ask, "focus_search"),
                "Ctrl+F",
                group,
                "search",
            ),
            Command(
                self.tr("Find by any id"),
                partial(window.open_page, "dialogs", ("find", "")),
                "Ctrl+Shift+G",
                group,
                "link",
                self._signed_in,
                self.tr("sign in first"),
            ),
            Command(self.tr("Go to the next pane"), partial(pane, 1), "F6", group, "chevron-right"),
            Command(
                self.tr("Go to the previous pane"),
                partial(pane, -1),
                "Shift+F6",
                group,
                "chevron-left",
            ),
            Command(
                self.tr("Show or hide the calls dock"),
                window.pages.toggle_dock,
                "Ctrl+`",
                group,
                "dock",
            ),
            Command(
                self.tr("Close the window"), window.close_requested.emit, "Ctrl+Q", group, "close"
            ),
        ]

    def _portals(self) -> list[Command]:
        """Which portal is open, and what stands on its page."""
        window, group = self._window, self.tr("Portal")
        menu = window.header.open_portal_menu
        page, sign_in = partial(window.open_page, PORTAL), window.sign_in_requested.emit
        return [
            Command(self.tr("Open the portal menu"), menu, "Ctrl+P", group, "globe"),
            Command(self.tr("Open portal and application"), page, "", group, "shield"),
            *self._switching(group),
            Command(self.tr("Sign in to a portal…"), sign_in, "", group, "key"),
            Command(
                self.tr("Use the sandbox"),
                window.sandbox_requested.emit,
                "",
                group,
                "lamp",
                lambda: not self._in_sandbox(),
                self.tr("it is open"),
            ),
            Command(
                self.tr("Open the sandbox's workplace in the browser"),
                self._open_workplace,
                "",
                group,
                "lamp",
                self._in_sandbox,
                self.tr("only in the sandbox"),
            ),
        ]

    def _signing(self) -> list[Command]:
        """Leaving the open portal, and what may be done with it."""
        window, locked = self._window, self._locked()
        signed_in, first = self._signed_in, self.tr("sign in first")
        rows = (
            (
                self.tr("Sign out"),
                partial(window.acts.sign_out, False),
                "log-out",
                signed_in,
                first,
            ),
            (
                self.tr("Sign out and forget the keys…"),
                partial(window.acts.sign_out, True),
                "trash",
                signed_in,
                first,
            ),
            (
                self.tr("Unlock: allow writing again")
                if locked
                else self.tr("Lock: make read-only"),
                partial(window.read_only_requested.emit, not locked),
                "lock",
                signed_in,
                first,
            ),
            (
                self.tr("Forget this portal…"),
                self._forget_portal,
                "trash",
                self._kept,
                self.tr("nothing of it is kept") if signed_in() else first,
            ),
        )
        return [
            Command(text, run, "", self.tr("Portal"), icon, enabled, why_not)
            for text, run, icon, enabled, why_not in rows
        ]

    def _polling(self) -> list[Command]:
        window, group, paused = self._window, self.tr("Portal"), self._paused()
        signed_in, first = self._signed_in, self.tr("sign in first")
        return [
            Command(
                self.tr("Resume polling") if paused else self.tr("Pause polling"),
                partial(window.acts.pause_feed, not paused),
                "",
                group,
                "play" if paused else "pause",
                signed_in,
                first,
            ),
            Command(
                self.tr("Poll now"), window.acts.poll_now, "", group, "refresh", signed_in, first
            ),
        ]

    def _switching(self, group: str) -> list[Command]:
        """One command for every other portal."""
        window, facts = self._window, self._window.facts
        open_now = facts.key if facts is not None else ""
        return [
            Command(
                self.tr("Switch to {name}").format(name=profile.name),
                partial(window.switch_requested.emit, profile),
                "",
                group,
                "lamp" if profile.kind is PortalKind.SANDBOX else "globe",
            )
            for profile in reversed(window.standing.profiles)
            if profile.key != open_now
        ]

    def _forget_portal(self) -> None:
        self._window.open_page(PORTAL)
        self._window.standing.portal.ask_to_forget()

    def _look(self) -> list[Command]:
        group = self.tr("Look")
        names = {
            "light": self.tr("Use the light theme"),
            "dark": self.tr("Use the dark theme"),
            "high_contrast": self.tr("Use the high contrast theme"),
            "system": self.tr("Use the system's theme"),
        }
        return [
            Command(text, partial(self._choose_theme, name), "", group, "sun")
            for name, text in names.items()
        ]

    def _choose_theme(self, name: str) -> None:
        """Change the theme as the settings would."""
        choice = self._window.settings.theme_choice
        choice.choose(name)
        choice.chosen.emit(name)

    def _open_place(self, place: int) -> None:
        keys = self._window.page_keys
        if place < len(keys):
            self._window.open_page(keys[place])

    def _in_sandbox(self) -> bool:
        facts = self._window.facts
        return facts is not None and facts.kind is PortalKind.SANDBOX

    def _open_workplace(self) -> None:
        """The portal's side of the story: a page of the sandbox itself, at its root."""
        if self._window.facts is not None:
            QDesktopServices.openUrl(QUrl(f"{self._window.facts.origin}/"))

    def _kept(self) -> bool:
        facts = self._window.facts
        known = (profile.key for profile in self._window.standing.profiles)
        return facts is not None and facts.key in known

    def _signed_in(self) -> bool:
        return bool(self._window.user_name)

    def _locked(self) -> bool:
        facts = self._window.facts
        return facts is not None and facts.read_only

    def _paused(self) -> bool:
        facts = self._window.facts
        return facts is not None and facts.health.state == "paused"
