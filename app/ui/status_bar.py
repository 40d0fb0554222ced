"""The bottom of the window: one line that tells the truth about the work in the background."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from app.ui.labels import IconLabel, label, plain_tip
from app.ui.style import Theme, dress

if TYPE_CHECKING:  # the first paint knows no portal, so it needs no facts about one
    from app.ui.desk_watch import Facts
    from app.ui.source_words import SourceWords
    from app.ui.status_words import Said, StatusWords

#: From the first to leave when there is no room; what is not named here never leaves.
_LEAVE_FIRST = ("version", "journal", "event", "source", "queue", "waiting", "mode")
_NAMES = (
    "user",
    "polling",
    "source",
    "gap",
    "drift",
    "event",
    "queue",
    "set_aside",
    "outbox",
    "forward",
    "waiting",
    "journal",
    "mode",
    "version",
)


#: Parts that lead to the page of the queue, and what that page is told.
_LEADING = {"queue": "free", "set_aside": "aside"}


class StatusBar(QFrame):
    """Who is signed in, polling or why not, from which source with what guarantee, gaps, last
    event, queue, outbox, forwarding, waiting, journal, lock.

    `queue_wanted` and `forwarding_wanted` when what it says of them was pressed; the palette leads
    there as well.
    """

    queue_wanted = Signal(str)
    forwarding_wanted = Signal()

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setFixedHeight(theme.metric("row_status_bar"))
        self.parts: dict[str, QLabel] = {name: label("", "small") for name in _NAMES}
        self.lock = IconLabel(theme, "lock", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        for name, part in self.parts.items():
            part.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            if name == "mode":
                row.addStretch(1)
                row.addWidget(self.lock)
                row.addSpacing(-10)
            row.addWidget(part)
        for name in (*_LEADING, "forward"):
            self.parts[name].setCursor(Qt.CursorShape.PointingHandCursor)
            self.parts[name].installEventFilter(self)
        self.parts["version"].setText(f"openline-console {version}")
        self.show_facts(None)

    def text(self, name: str) -> str:
        """What one part says."""
        return self.parts[name].text()

    def whole_text(self) -> str:
        """Everything that is said, in one line."""
        return " · ".join(part.text() for part in self.parts.values() if part.text())

    @cached_property
    def _words(self) -> "StatusWords":
        from app.ui.status_words import StatusWords

        return StatusWords(self)

    @cached_property
    def _source_words(self) -> "SourceWords":
        from app.ui.source_words import SourceWords

        return SourceWords(self)

    def show_facts(self, facts: "Facts | None") -> None:
        """Say how things are now; None when no portal is open."""
        for name, part in self.parts.items():
            if facts is None and name != "version":
                part.setText("")
        if facts is None:
            self._say("user", self.tr("Not signed in"))
        else:
            self._say_all(facts)
        self.lock.setVisible(facts is not None and facts.read_only)
        self.setAccessibleName(self.whole_text())
        self._fit()

    def _say_all(self, facts: "Facts") -> None:
        words, now = self._words, datetime.now(UTC)
        self._say_user(facts)
        said: dict[str, Said] = {
            "polling": words.polling(facts.health, now),
            "drift": words.drift(facts.drift),
            "source": self._source_words.source(facts.health),
            "gap": self._source_words.gap(facts.health),
            "event": words.last_event(facts.health, now),
            "queue": words.queue(facts.health),
            "set_aside": words.set_aside(facts.set_aside),
            "outbox": words.outbox(facts.sent),
            "forward": words.forward(facts.forward),
            "waiting": words.waiting(facts.waiting, facts.waiting_since, now),
            "journal": words.journal(facts.events),
            "mode": words.mode(facts.read_only),
        }
        for name, what in said.items():
            self._say(name, *what)

    def minimumSizeHint(self) -> QSize:
        """Any width: parts leave when there is no room."""
        return QSize(0, self.minimumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part that leads somewhere was pressed."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            pressed = [payload for name, payload in _LEADING.items() if self.parts[name] is watched]
            for payload in pressed:
                self.queue_wanted.emit(payload)
            if watched is self.parts["forward"]:
                self.forwarding_wanted.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _say_user(self, facts: "Facts") -> None:
        if facts.missing_scopes:
            text = self.tr("{user}, missing permissions: {scopes}")
            scopes = ", ".join(facts.missing_scopes)
            self._say("user", text.format(user=facts.user, scopes=scopes), "warning")
        elif facts.admin:
            self._say("user", self.tr("{user}, administrator").format(user=facts.user))
        else:
            self._say("user", facts.user)

    def _say(self, name: str, text: str, tone: str = "", more: str = "") -> None:
        part = self.parts[name]
        if part.text() != text:
            part.setText(text)
        part.setToolTip(plain_tip(more))
        if (part.property("tone") or "") != tone:
            dress(part, tone=tone)

    def _fit(self) -> None:
        shown = [name for name, part in self.parts.items() if part.text()]
        for leaving in ("", *_LEAVE_FIRST):
            if leaving in shown and not self.parts[leaving].property("tone"):
                shown.remove(leaving)
            widths = [self.parts[name].sizeHint().width() + 16 for name in shown]
            if sum(widths) + 8 <= self.width():
                break
        for name, part in self.parts.items():
            part.setVisible(name in shown)
