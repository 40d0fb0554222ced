"""Decides what is shown on the desktop and what sounds, and says it in words. Knows no tray.

What comes at once is told at once: many alerts in one notification, many messages likewise.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.alert_groups import gathered
from app.domain.alerts import Alert
from app.domain.dialog import Message, MessageChange
from app.domain.links import neutral
from app.domain.notices import is_news
from app.domain.quiet_hours import QuietHours, time_of
from app.ui.alerts.presenter import DIALOGS, AlertsPresenter
from app.ui.dialogs.texts import one_line
from app.ui.pages import ALERTS
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from app.services.desk import Desk

_COALESCE = 800


class Notice(NamedTuple):
    """One notification. `page` and `payload` are where a click leads."""

    title: str
    text: str
    urgent: bool
    page: str
    payload: object = None


class Notifier(QObject):
    """`shown` asks for a notification, `sounded` for a sound. `is_watched` says whether the person
    has the window in front: then nothing is needed. `here` is the time on this computer's clock.
    """

    shown = Signal(object)  # Notice
    sounded = Signal()

    def __init__(
        self,
        is_watched: Callable[[], bool],
        here: Callable[[], time] = lambda: datetime.now().astimezone().time(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_watched, self._here = is_watched, here
        self._preferences = Preferences()
        self._desk: Desk | None = None
        self._alerts: AlertsPresenter | None = None
        self._stops: list[Callable[..., None]] = []
        self._news: list[Message] = []
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE)
        self._soon.timeout.connect(self._tell_news)

    def set_preferences(self, preferences: Preferences) -> None:
        """What the person wants to be told, and when not."""
        self._preferences = preferences

    def set_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        for stop in self._stops:
            stop()
        self._stops.clear()
        self._soon.stop()
        self._news.clear()
        if self._alerts is not None:
            self._alerts.deleteLater()
        self._desk = desk
        self._alerts = None if desk is None else AlertsPresenter(desk, self)
        if desk is not None:
            self._stops = [
                desk.alerts.raised.connect(self._on_raised),
                desk.alerts.ended.connect(self._on_ended),
                desk.dialogs.message_changed.connect(self._on_message),
            ]
            for stop in self._stops:
                self.destroyed.connect(stop)  # Qt may delete us before the desk closes

    def try_out(self) -> None:
        """A person wants to see how it looks."""
        title, text = self.tr("Open Line Console"), self.tr("Notifications look like this.")
        self.shown.emit(Notice(title, text, False, ALERTS))
        if self._preferences.sound != "none":
            self.sounded.emit()

    def _on_raised(self, alerts: tuple[Alert, ...]) -> None:
        wanted = [each for each in alerts if not self._is_muted(each.line, each.connector)]
        if wanted:
            self._tell_alerts(wanted)

    def _on_ended(self, alerts: tuple[Alert, ...]) -> None:
        """Who was told that something is wrong is told that it is well. An answer given in a
        dialog is no news to those who gave it.
        """
        wanted = [
            each
            for each in alerts
            if not each.of_dialog and not self._is_muted(each.line, each.connector)
        ]
        if wanted:
            self._tell_alerts(wanted)

    def _tell_alerts(self, alerts: list[Alert]) -> None:
        if not self._preferences.notify_alerts or self._is_quiet():
            return
        if not self._is_watched():
            self.shown.emit(self._of_alerts(alerts))
        if self._preferences.sound != "none" and any(each.over_at is None for each in alerts):
            self.sounded.emit()

    def _of_alerts(self, alerts: list[Alert]) -> Notice:
        assert self._alerts is not None
        words, urgent = self._alerts.words, any(each.urgent for each in alerts)
        if len(alerts) > 1:
            groups = gathered(alerts)
            alike = len(groups) == 1 and groups[0][0].over_at is None
            title = self._alerts.row_of(groups[0]).said.title if alike else ""
            return Notice(title or words.several(len(alerts)), "", urgent, ALERTS, "now")
        (alert,) = alerts
        row = self._alerts.row(alert)
        if alert.of_dialog and self._preferences.hide_words:
            said = words.said(alert, self.tr("A customer"))
            return Notice(said.title, "", urgent, *self._alerts.way(alert))
        if alert.over_at is not None:
            return Notice(words.over(row.said.title), row.where, False, ALERTS, "past")
        text = " · ".join(part for part in (row.said.advice, row.where) if part)
        return Notice(row.said.title, text, urgent, *self._alerts.way(alert))

    def _on_message(self, change: MessageChange) -> None:
        desk = self._desk
        if desk is None or not self._preferences.notify_messages:
            return
        if not is_news(change, desk.session.capabilities.user.id, datetime.now(UTC)):
            return
        dialog = desk.dialogs.get(change.message.dialog)
        if dialog is not None and not self._is_muted(dialog.line, dialog.connector):
            self._news.append(change.message)
            if not self._soon.isActive():
                self._soon.start()

    def _tell_news(self) -> None:
        news, self._news = self._news, []
        if self._desk is None or not news or self._is_quiet():
            return
        if not self._is_watched():
            self.shown.emit(self._of_news(self._desk, news))
        if self._preferences.sound == "all":
            self.sounded.emit()

    def _of_news(self, desk: "Desk", news: list[Message]) -> Notice:
        last, text = news[-1].dialog, one_line(news[-1].text, news[-1].author)
        dialog = desk.dialogs.get(last)
        name = "" if dialog is None else neutral(dialog.name)
        title = self.tr("%n new message(s)", "", len(news))
        if self._preferences.hide_words:
            return Notice(title, "", False, DIALOGS, last)
        if len(news) == 1:
            return Notice(name or title, text, False, DIALOGS, last)
        said = self.tr("Last from {name}: {text}").format(name=name, text=text)
        return Notice(title, said, False, DIALOGS, last)

    def _is_muted(self, line: int, connector: str) -> bool:
        return self._desk is None or self._desk.alerts.rules.mutes(line, connector)

    def _is_quiet(self) -> bool:
        chosen = self._preferences
        if not chosen.quiet:
            return False
        hours = QuietHours(time_of(chosen.quiet_from, time(22)), time_of(chosen.quiet_to, time(8)))
        return hours.holds(self._here())
