"""Shows notifications by the desktop's tray where there is one, else by the window's mark in the
task bar. Made when there is something to show.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.ui.alerts.notifier import Notice
from app.ui.style import Theme


class Tray(QObject):
    """`followed` tells that the person clicked the notification that was shown last."""

    followed = Signal(object)  # Notice

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._icon: QSystemTrayIcon | None = None
        self._last: Notice | None = None

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray that shows notifications."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show_notice(self, notice: Notice) -> None:
        """Show one. Without a tray the window asks for attention: its bell tells the rest."""
        self._last = notice
        QApplication.alert(self._window)
        if not self.is_there():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._theme.icon("app", "accent"), self)
            self._icon.setToolTip("Open Line Console")
            self._icon.messageClicked.connect(self._on_clicked)
            self._icon.activated.connect(lambda _: self._on_clicked())
        self._icon.show()
        kinds = QSystemTrayIcon.MessageIcon
        kind = kinds.Warning if notice.urgent else kinds.Information
        self._icon.showMessage(notice.title, notice.text, kind)

    def sound(self) -> None:
        """The desktop's own short sound."""
        QApplication.beep()

    def hide(self) -> None:
        """No portal is open: there is nothing to be told of."""
        if self._icon is not None:
            self._icon.hide()

    def _on_clicked(self) -> None:
        if self._last is not None:
            self.followed.emit(self._last)
