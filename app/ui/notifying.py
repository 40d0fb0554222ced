"""Joins the window with what is shown outside it. Nothing of it is loaded before a portal is open,
or before somebody tries it out.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.preferences import Preferences
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.alerts.notifier import Notice, Notifier
    from app.ui.alerts.tray import Tray
    from app.ui.window import MainWindow


class Notifying(QObject):
    """Follows the open desk while there is one."""

    def __init__(self, window: "MainWindow", theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences = Preferences()
        window.preferences_changed.connect(self.set_preferences)

    @cached_property
    def notifier(self) -> "Notifier":
        """Decides what is shown."""
        from app.ui.alerts.notifier import Notifier

        made = Notifier(self._window.isActiveWindow, parent=self)
        made.set_preferences(self._preferences)
        made.shown.connect(self.tray.show_notice)
        made.sounded.connect(self.tray.sound)
        return made

    @cached_property
    def tray(self) -> "Tray":
        """Shows it."""
        from app.ui.alerts.tray import Tray

        tray = Tray(self._window, self._theme)
        tray.followed.connect(self._follow)
        return tray

    @property
    def has_tray(self) -> bool:
        """Whether this desktop shows notifications."""
        return self.tray.is_there()

    def set_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        if desk is not None or "notifier" in self.__dict__:
            self.notifier.set_desk(desk)
        if desk is None and "tray" in self.__dict__:
            self.tray.hide()

    def set_preferences(self, preferences: Preferences) -> None:
        """What the person wants to be told."""
        self._preferences = preferences
        if "notifier" in self.__dict__:
            self.notifier.set_preferences(preferences)

    def try_out(self) -> None:
        """Show how a notification looks."""
        self.notifier.try_out()

    def _follow(self, notice: "Notice") -> None:
        """A click on a notification brings the window to the front and leads there."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        window.open_page(notice.page, notice.payload)
