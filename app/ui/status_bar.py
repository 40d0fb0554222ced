"""The bottom of the window: one line that tells the truth about the work in the background."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from app.ui.desk_watch import Facts
from app.ui.labels import label, plain_tip
from app.ui.status_words import Said, StatusWords
from app.ui.style import Theme, dress

#: From the first to leave when there is no room; what is not named here never leaves.
_LEAVE_FIRST = ("version", "journal", "waiting", "event", "queue")


class StatusBar(QFrame):
    """Who is signed in, polling or why not, last event, queue, outbox, waiting, journal."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setFixedHeight(theme.metric("row_status_bar"))
        self._words, self._facts = StatusWords(self), Facts()
        names = ("user", "polling", "event", "queue", "outbox", "waiting", "journal", "version")
        self.parts: dict[str, QLabel] = {name: label("", "small") for name in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        for name, part in self.parts.items():
            part.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            if name == "version":
                row.addStretch(1)
            row.addWidget(part)
        self.parts["version"].setText(f"openline-console {version}")
        self.show_facts(self._facts)

    def text(self, name: str) -> str:
        """What one part says."""
        return self.parts[name].text()

    def whole_text(self) -> str:
        """Everything that is said, in one line."""
        return " · ".join(part.text() for part in self.parts.values() if part.text())

    def show_facts(self, facts: Facts) -> None:
        """Say how things are now."""
        self._facts = facts
        now = datetime.now(UTC)
        self._say("user", self._user(facts))
        if facts.user:
            self._say("polling", self._words.polling(facts.health, now))
            self._say("event", self._words.last_event(facts.health, now))
            self._say("queue", self._words.queue(facts.health))
            self._say("outbox", self._words.outbox(facts.sent))
            self._say("waiting", self._words.waiting(facts.waiting, facts.waiting_since, now))
            self._say("journal", self._words.journal(facts.events))
        else:
            for name in ("polling", "event", "queue", "outbox", "waiting", "journal"):
                self._say(name, Said(""))
        self.setAccessibleName(self.whole_text())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width: parts leave when there is no room."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _user(self, facts: Facts) -> Said:
        if not facts.user:
            return Said(self.tr("Not signed in"))
        if facts.missing_scopes:
            text = self.tr("{user}, missing permissions: {scopes}")
            scopes = ", ".join(facts.missing_scopes)
            return Said(text.format(user=facts.user, scopes=scopes), "warning")
        if facts.admin:
            return Said(self.tr("{user}, administrator").format(user=facts.user))
        return Said(facts.user)

    def _say(self, name: str, said: Said) -> None:
        part = self.parts[name]
        if part.text() != said.text:
            part.setText(said.text)
        part.setToolTip(plain_tip(said.more))
        if (part.property("tone") or "") != said.tone:
            dress(part, tone=said.tone)

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
