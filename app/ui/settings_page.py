"""Settings: the look, the language, how messages are acknowledged, targets and notifications, the
pause of the feed.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.feed import FeedState
from app.ui.alerts.notices_block import NoticesBlock
from app.ui.buttons import Button, Segments, Switch
from app.ui.desk_watch import Facts
from app.ui.emptying import take_all
from app.ui.journal_block import JournalBlock
from app.ui.labels import label, line
from app.ui.pages import ALERTS
from app.ui.preferences import Preferences
from app.ui.style import Theme

_WIDTH = 720


class SettingsPage(QWidget):
    """Every change takes effect at once; `changed` carries the new preferences."""

    changed = Signal(object)  # Preferences
    pause_requested = Signal(bool)
    shortcuts_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._preferences = Preferences()
        self.theme_choice = Segments(
            theme,
            self.tr("Theme"),
            (
                ("system", self.tr("System")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("high_contrast", self.tr("High contrast")),
            ),
        )
        self.language_choice = Segments(
            theme,
            self.tr("Language"),
            (("system", self.tr("System")), ("en", "English"), ("ru", "Русский")),
        )
        self.deliver = Switch(theme, self.tr("Acknowledge delivery automatically"))
        self.take_back = Segments(
            theme,
            self.tr("Time to take a reply back"),
            (
                ("0", self.tr("Off")),
                ("5", self.tr("%n second(s)", "", 5)),
                ("10", self.tr("%n second(s)", "", 10)),
            ),
        )
        self.pause = Switch(theme, self.tr("Pause polling"))
        self.keys = Button(theme, self.tr("Show keyboard shortcuts"), "normal", "keyboard")
        self.journal = JournalBlock(theme)
        self.notices = NoticesBlock(theme)
        self._wire()
        self._arrange()
        self.show_facts(None)

    def set_preferences(self, preferences: Preferences) -> None:
        """Show these without telling anybody."""
        self._preferences = preferences
        self.theme_choice.choose(preferences.theme)
        self.language_choice.choose(preferences.language)
        self._set_quietly(self.deliver, preferences.auto_deliver)
        self.take_back.choose(str(preferences.pause))
        self.notices.set_preferences(preferences)

    def show_facts(self, facts: Facts | None) -> None:
        """The pause follows the feed, whoever paused it."""
        self.pause.setEnabled(facts is not None)
        health = facts.health if facts else None
        paused = health is not None and health.state is FeedState.PAUSED and not health.problem
        self._set_quietly(self.pause, paused)

    def set_journal(self, path: str, days: int = 0) -> None:
        """Where the journal of the open portal is, "" when none is open, and how many days are kept
        in it, 0 for all.
        """
        self.journal.show_journal(path, days)
        self.data_block.setVisible(bool(path))

    def set_vault_block(self, widget: QWidget) -> None:
        """Show where keys are kept and how to change that."""
        self._keys_place.addWidget(
            self._block(self.tr("Where keys are kept"), "", widget, stretched=True)
        )

    def set_alerts_block(self, widget: QWidget | None) -> None:
        """Show the targets of the open portal's lines; None when no portal is open. The one before
        is its maker's.
        """
        for old in take_all(self._alerts_place):
            old.hide()
        if widget is not None:
            self._alerts_place.addWidget(widget)

    def take(self, payload: object) -> None:
        """Bring the targets and the notifications into sight."""
        if payload == ALERTS:
            self._column.activate()
            self._area.verticalScrollBar().setValue(self._alerts_top.y())
            self.notices.alerts.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """There is nothing to search; the first choice takes the keyboard."""
        self.theme_choice.setFocus()

    def _wire(self) -> None:
        self.theme_choice.chosen.connect(
            lambda key: self._change(replace(self._preferences, theme=key))
        )
        self.language_choice.chosen.connect(
            lambda key: self._change(replace(self._preferences, language=key))
        )
        self.deliver.toggled.connect(
            lambda on: self._change(replace(self._preferences, auto_deliver=on))
        )
        self.take_back.chosen.connect(
            lambda key: self._change(replace(self._preferences, take_back=int(key)))
        )
        self.pause.toggled.connect(self.pause_requested)
        self.notices.changed.connect(self._change)
        self.keys.clicked.connect(self.shortcuts_requested)

    def _change(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self.changed.emit(preferences)

    @staticmethod
    def _set_quietly(switch: Switch, on: bool) -> None:
        switch.blockSignals(True)
        switch.setChecked(on)
        switch.blockSignals(False)
        switch.update()

    def _arrange(self) -> None:
        body = QWidget()
        body.setMaximumWidth(_WIDTH)
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Settings"), "page"))
        column.addWidget(self._block(self.tr("Look"), "", self.theme_choice))
        column.addWidget(self._block(self.tr("Language"), self.tr(
            "The window is built anew; what you typed is kept with its dialog."),
            self.language_choice))  # fmt: skip
        column.addWidget(self._block(self.tr("Messages of operators"), self.tr(
            "When this is on, every message that was saved is reported to the portal as delivered. "
            "When it is off, you do it message by message."), self.deliver))  # fmt: skip
        column.addWidget(self._block(self.tr("Own replies"), self.tr(
            "What you write as an operator waits so long before it leaves, and can be taken back "
            "until then. What you write as a customer leaves at once. Nothing leaves while the "
            "program is closed: at the next start it waits once more."),
            self.take_back))  # fmt: skip
        self._alerts_top = self._block(self.tr("Notifications"), self.tr(
            "The bell and the list of alerts always tell. The desktop is told while this window is "
            "not in front."), self.notices, stretched=True)  # fmt: skip
        column.addWidget(self._alerts_top)
        self._alerts_place = QVBoxLayout()
        column.addLayout(self._alerts_place)
        column.addWidget(self._block(self.tr("Events"), self.tr(
            "While polling is paused, events stay in the portal's queue and nothing is lost."),
            self.pause))  # fmt: skip
        self.data_block = self._block(self.tr("Journal"), self.tr(
            "Everything that was received is kept in this file."), self.journal,
            stretched=True)  # fmt: skip
        column.addWidget(self.data_block)
        self._keys_place = QVBoxLayout()
        column.addLayout(self._keys_place)
        column.addWidget(self._block(self.tr("Keyboard"), "", self.keys))
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setAccessibleName(self.tr("Settings"))
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.set_journal("")

    @staticmethod
    def _block(title: str, text: str, control: QWidget, *, stretched: bool = False) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line())
        column.addWidget(label(title, "title"))
        if text:
            column.addWidget(label(text, "body", "text2", wrap=True))
        side = Qt.AlignmentFlag(0) if stretched else Qt.AlignmentFlag.AlignLeft
        column.addWidget(control, 0, side)
        return block
