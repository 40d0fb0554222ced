"""Over the panes: why no events come, since when, and what can be done; or of which time something
may be missing. The data below stay.
"""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.feed import FeedHealth, FeedState
from app.ui.dialogs.words import Words
from app.ui.errors import Explained
from app.ui.source_words import SourceWords
from app.ui.status_words import StatusWords
from app.ui.style import Theme, dress
from app.ui.widgets import Button, IconLabel, label


class FeedNotice(QFrame):
    """Hidden while everything is well."""

    try_again = Signal()
    sign_in_wanted = Signal()
    gap_noted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Words(self)
        self._source_words, self._status_words = SourceWords(self), StatusWords(self)
        self._health: FeedHealth | None = None
        self._gap = False
        self._icon = IconLabel(theme, "alert", "danger")
        self.title = label("", "strong", wrap=True)
        self.text = label("", "body", "text2", wrap=True)
        self.seen = label("", "small", "text2")
        self.button = Button(theme, self.tr("Try now"), "link", "refresh")
        self.button.clicked.connect(self._on_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row.addLayout(words, 1)
        row.addWidget(self.seen)
        row.addWidget(self.button)
        self.hide()

    def show_notice(
        self, explained: Explained | None, health: FeedHealth, *, read_only: bool = False
    ) -> None:
        """Say what is wrong, or nothing with None; a gap waits until all is well again."""
        self._gap = explained is None and health.gap is not None
        self._health = health if explained is not None else None
        self.setVisible(explained is not None or self._gap)
        if explained is None:
            self._show_gap(health)
            return
        hopeless = health.state is FeedState.UNAVAILABLE
        dress(self, card="warning" if hopeless else "danger")
        self._icon.set_icon("warn" if hopeless else "alert", "warning" if hopeless else "danger")
        ended = health.state is FeedState.SIGNED_OUT
        self.button.setText(self.tr("Sign in again") if ended else self.tr("Try now"))
        self.button.set_icon("key" if ended else "refresh")
        title = self.tr("The sign-in to this portal has ended") if ended else explained.title
        self.title.setText(title)
        still = self.tr("You can write as a customer all the same; answers will not appear here.")
        if read_only:
            still = self.tr("This portal is read-only here, too: nothing can be sent.")
        kept = self.tr("What was read before stays on the screen; nothing of yours is lost.")
        trying = health.state is FeedState.UNREACHABLE  # there is nothing to do but to wait
        words = "" if trying or ended else explained.advice or explained.text
        self.text.setText(f"{words} {still if hopeless else kept}".strip())
        self.setAccessibleName(title)
        self.tick()

    def _show_gap(self, health: FeedHealth) -> None:
        if health.gap is None:
            return
        dress(self, card="warning")
        self._icon.set_icon("warn", "warning")
        self.title.setText(self.tr("Something may be missing"))
        self.text.setText(self._source_words.gap_story(health.gap))
        self.seen.setText("")
        self.button.setText(self.tr("Understood"))
        self.button.set_icon("check")
        self.setAccessibleName(self.title.text())

    def _on_pressed(self) -> None:
        if self._gap:
            self.gap_noted.emit()
            return
        ended = self._health is not None and self._health.state is FeedState.SIGNED_OUT
        (self.sign_in_wanted if ended else self.try_again).emit()

    def tick(self) -> None:
        """When it will be tried again, else how old the data are."""
        health = self._health
        if health is None:
            return
        text, now = "", datetime.now(UTC)
        if health.retry_at is not None and health.retry_at > now:
            wait = self._status_words.age((health.retry_at - now).total_seconds() + 1)
            text = self.tr("next try in {wait}").format(wait=wait)
        elif health.last_poll is not None:
            text = self.tr("as of {time}").format(time=self._words.time(health.last_poll))
        if text != self.seen.text():
            self.seen.setText(text)
