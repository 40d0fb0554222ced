"""The main window: header, rail, pages, calls dock, status bar. Decides nothing about portals.

It asks the program's root by signals and is told by methods. It can be shown before any service
is loaded. When the language changes, the root builds a new window in the place of the old one.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.ui.commands import Command
from app.ui.focus_ring import FocusRing
from app.ui.header import Header
from app.ui.pages import Pages
from app.ui.preferences import Preferences
from app.ui.rail import SETTINGS, Rail
from app.ui.status_bar import StatusBar
from app.ui.style import Theme, dress
from app.ui.welcome_page import WelcomePage
from app.ui.window_commands import WindowCommands

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.desk_watch import DeskWatch, Facts
    from app.ui.errors import Explained
    from app.ui.palette import CommandPalette
    from app.ui.panels import ErrorPanel
    from app.ui.settings_page import SettingsPage

_NARROW = 1160
_SMALLEST = (960, 600)
_FIRST = (1440, 900)
WELCOME = "welcome"


class MainWindow(QMainWindow):
    """Pages come and go with the desk; welcome and settings are always there."""

    close_requested = Signal()
    sign_in_requested = Signal()
    sandbox_requested = Signal()
    sign_out_requested = Signal(bool)  # forget the keys too
    preferences_changed = Signal(object)  # Preferences
    page_changed = Signal(str)

    def __init__(self, theme: Theme, version: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._preferences, self._journal = Preferences(), ""
        self.setWindowTitle("Open Line Console")
        self.header = Header(theme)
        self.rail = Rail(theme)
        self.welcome = WelcomePage(theme)
        fixed = {WELCOME: lambda: self.welcome, SETTINGS: lambda: self.settings}
        self.pages = Pages(theme, fixed)
        self.status_bar = StatusBar(theme, version)
        self._arrange()
        self._ring = FocusRing(theme, self)
        self._commands = WindowCommands(self)
        self._wire()
        self._listen()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        self.show_welcome()
        self._show_facts(None)

    @cached_property
    def watch(self) -> "DeskWatch":
        """Follows the open desk."""
        from app.ui.desk_watch import DeskWatch

        watch = DeskWatch(self)
        watch.changed.connect(self._show_facts)
        watch.ticked.connect(self._on_tick)
        return watch

    @cached_property
    def settings(self) -> "SettingsPage":
        """Made when it is first opened, as everything that the first paint does not need."""
        from app.ui.settings_page import SettingsPage

        page = SettingsPage(self._theme)
        page.set_preferences(self._preferences)
        page.show_facts(self.facts)
        page.set_journal(self._journal)
        page.pause_requested.connect(self.pause_feed)
        page.shortcuts_requested.connect(self.open_cheat_sheet)
        page.changed.connect(self.preferences_changed)
        return page

    @cached_property
    def palette_box(self) -> "CommandPalette":
        """The command palette."""
        from app.ui.palette import CommandPalette

        return CommandPalette(self._theme, self)

    @cached_property
    def failure(self) -> "ErrorPanel":
        """Where failures in the background are told."""
        from app.ui.panels import ErrorPanel

        panel = ErrorPanel(self._theme, dismissable=True)
        self._content.insertWidget(0, panel)
        return panel

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

    def add_page(self, key: str, icon: str, title: str, page: QWidget) -> None:
        """One more page, in rail order."""
        self.rail.add(key, icon, title)
        self.header.follow_rail(self.rail.width())
        self.pages.add(key, page)
        self._show_facts(self.facts)

    async def clear_pages(self) -> None:
        """Close every page that was added and forget it."""
        self.show_welcome()
        self.rail.remove_all()
        await self.pages.clear()

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

    def tell(self, explained: "Explained") -> None:
        """Say above the pages that something in the background failed; the person takes it away."""
        self.failure.show_error(explained)

    def set_desk(self, desk: "Desk | None") -> None:
        """Let header, chip, meter and status bar follow these services."""
        self.watch.set_desk(desk)
        self._journal = str(desk.journal.path) if desk is not None else ""
        if "settings" in self.__dict__:
            self.settings.set_journal(self._journal)

    def set_preferences(self, preferences: Preferences) -> None:
        """Show these in the settings."""
        self._preferences = preferences
        if "settings" in self.__dict__:
            self.settings.set_preferences(preferences)

    def commands(self) -> list[Command]:
        """Everything that can be done now: the window's commands, then those of the pages."""
        return [*self._commands.all(), *self.pages.commands()]

    def open_palette(self) -> None:
        """Show every command."""
        self.palette_box.open_with(self.commands())

    def open_cheat_sheet(self) -> None:
        """Show every shortcut."""
        from app.ui.cheat_sheet import CheatSheet

        CheatSheet(self, self.commands()).show()

    def next_pane(self, step: int) -> None:
        """Move the keyboard one pane on."""
        self.pages.move_focus(step, self.rail)

    def pause_feed(self, pause: bool) -> None:
        """Pause or resume the feed of the open desk."""
        if self.facts is not None and self.watch.desk is not None:
            feed = self.watch.desk.feed
            (feed.pause if pause else feed.resume)()

    def sign_out(self, forget: bool) -> None:
        """Ask to be signed out; whether to forget the keys too is asked back first."""
        if forget:
            self._commands.ask_to_forget()
        else:
            self.sign_out_requested.emit(False)

    def poll_now(self) -> None:
        """Ask the portal at once."""
        if self.facts is not None and self.watch.desk is not None:
            self.watch.desk.feed.poll_now()

    def choose_theme(self, name: str) -> None:
        """Change the theme as the settings would."""
        self.settings.theme_choice.choose(name)
        self.settings.theme_choice.chosen.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window asks; the root stops things in order and ends the program."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width the edges give way to the page."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_compact(narrow)
        self.header.follow_rail(self.rail.width())
        self.header.set_narrow(narrow)
        if "palette_box" in self.__dict__ and self.palette_box.isVisible():
            self.palette_box.close_up()

    def _on_opened(self, key: str) -> None:
        self.rail.choose(key)
        self.page_changed.emit(key)

    def _show_facts(self, facts: "Facts | None") -> None:
        self.header.show_facts(facts)
        self.status_bar.show_facts(facts)
        if "settings" in self.__dict__:
            self.settings.show_facts(facts)
        self.rail.set_badge("dialogs", facts.waiting if facts else 0)
        kind = facts.kind.value if facts and facts.kind else ""
        production = "true" if kind == "production" else "false"
        if self.frame.property("production") != production:
            dress(self.frame, production=production)
            margin = 3 if production == "true" else 0
            self._column.setContentsMargins(margin, margin, margin, margin)

    def _on_tick(self, facts: "Facts") -> None:
        if self.isVisible() and not self.isMinimized():
            self.header.tick(facts)
            self.status_bar.show_facts(facts)

    def _wire(self) -> None:
        header = self.header
        self.rail.chosen.connect(self.open_page)
        self.pages.opened.connect(self._on_opened)
        self.pages.sign_in_wanted.connect(self.sign_in_requested)
        for asker in (header, self.welcome):
            asker.sign_in_requested.connect(self.sign_in_requested)
            asker.sandbox_requested.connect(self.sandbox_requested)
        header.sign_out_requested.connect(self.sign_out)
        header.palette_requested.connect(self.open_palette)
        header.poll_requested.connect(self.poll_now)
        header.pause_requested.connect(self.pause_feed)

    def _listen(self) -> None:
        for command in self._commands.all():
            if command.shortcut:
                QShortcut(QKeySequence(command.shortcut), self).activated.connect(command.run)
        for number in range(1, 7):
            key = QKeySequence(f"Ctrl+{number}")
            QShortcut(key, self).activated.connect(lambda place=number - 1: self._open_place(place))

    def _open_place(self, place: int) -> None:
        if place < len(self.page_keys):
            self.open_page(self.page_keys[place])

    def _arrange(self) -> None:
        self.frame = QFrame()
        self.frame.setObjectName("frame")
        self.frame.setProperty("production", "false")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        self._content = QVBoxLayout()
        self._content.setSpacing(0)
        self._content.addWidget(self.pages, 1)
        middle.addLayout(self._content, 1)
        self._column = QVBoxLayout(self.frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.status_bar)
        self.setCentralWidget(self.frame)
