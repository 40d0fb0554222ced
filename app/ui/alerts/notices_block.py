"""The settings of what is shown outside the window: on the desktop, with which sound, when not."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from app.domain.quiet_hours import time_of
from app.ui.preferences import Preferences
from app.ui.style import Theme
from app.ui.widgets import Button, Segments, Switch, label

_EVENING, _MORNING = time(22), time(8)
_TIME_WIDTH = 96


class NoticesBlock(QWidget):
    """Every change takes effect at once; `changed` carries the new preferences."""

    changed = Signal(object)  # Preferences
    tried = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._preferences = Preferences()
        self.alerts = Switch(theme, self.tr("Show alerts on the desktop"))
        self.messages = Switch(theme, self.tr("Show new messages on the desktop"))
        self.hide_words = Switch(theme, self.tr("Hide names and words there"))
        self.sound = Segments(
            theme,
            self.tr("Sound"),
            (
                ("none", self.tr("No sound")),
                ("alerts", self.tr("For alerts")),
                ("all", self.tr("For alerts and messages")),
            ),
        )
        self.quiet = Switch(theme, self.tr("Quiet hours"))
        self.begin, self.end = QTimeEdit(), QTimeEdit()
        for edit in (self.begin, self.end):
            edit.setDisplayFormat("HH:mm")
            edit.setFixedWidth(_TIME_WIDTH)
            edit.lineEdit().setTextMargins(6, 0, 6, 0)
        self.test = Button(theme, self.tr("Show one now"), "normal", "bell")
        self.no_tray = label(
            self.tr(
                "This desktop shows no notifications of programs. The bell, the list of alerts and "
                "the window's mark in the task bar tell you instead."
            ),
            "small",
            "text2",
            wrap=True,
        )
        self._arrange()
        self._wire()
        self.set_preferences(self._preferences)

    def set_preferences(self, preferences: Preferences) -> None:
        """Show these without telling anybody."""
        self._preferences = preferences
        for part, on in (
            (self.alerts, preferences.notify_alerts),
            (self.messages, preferences.notify_messages),
            (self.hide_words, preferences.hide_words),
            (self.quiet, preferences.quiet),
        ):
            part.blockSignals(True)
            part.setChecked(on)
            part.blockSignals(False)
            part.update()
        known = {"none", "alerts", "all"}
        self.sound.choose(preferences.sound if preferences.sound in known else "none")
        for edit, text, usual in (
            (self.begin, preferences.quiet_from, _EVENING),
            (self.end, preferences.quiet_to, _MORNING),
        ):
            at = time_of(text, usual)
            edit.blockSignals(True)
            edit.setTime(QTime(at.hour, at.minute))
            edit.blockSignals(False)
            edit.setEnabled(preferences.quiet)

    def set_tray(self, there: bool) -> None:
        """Whether this desktop shows notifications."""
        self.no_tray.setVisible(not there)
        self.test.setVisible(there)

    def _change(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self.set_preferences(preferences)
            self.changed.emit(preferences)

    def _on_time(self) -> None:
        begin, end = (edit.time().toString("HH:mm") for edit in (self.begin, self.end))
        self._change(replace(self._preferences, quiet_from=begin, quiet_to=end))

    def _wire(self) -> None:
        def now() -> Preferences:
            return self._preferences

        self.alerts.toggled.connect(lambda on: self._change(replace(now(), notify_alerts=on)))
        self.messages.toggled.connect(lambda on: self._change(replace(now(), notify_messages=on)))
        self.hide_words.toggled.connect(lambda on: self._change(replace(now(), hide_words=on)))
        self.quiet.toggled.connect(lambda on: self._change(replace(now(), quiet=on)))
        self.sound.chosen.connect(lambda key: self._change(replace(now(), sound=key)))
        self.begin.editingFinished.connect(self._on_time)
        self.end.editingFinished.connect(self._on_time)
        self.test.clicked.connect(self.tried)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.alerts, self.messages, self.hide_words):
            column.addWidget(part, 0, left)
        column.addWidget(label(self.tr("Sound"), "strong"))
        column.addWidget(self.sound, 0, left)
        column.addWidget(self.quiet, 0, left)
        row = QHBoxLayout()
        row.setSpacing(8)
        for edit, name in (
            (self.begin, self.tr("Quiet from")),
            (self.end, self.tr("Quiet until")),
        ):
            edit.setAccessibleName(name)
            edit.lineEdit().setAccessibleName(name)
        row.addWidget(label(self.tr("from"), "body"))
        row.addWidget(self.begin)
        row.addWidget(label(self.tr("to"), "body"))
        row.addWidget(self.end)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.no_tray)
        column.addWidget(self.test, 0, left)
