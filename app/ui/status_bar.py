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


#: From the first to be cut when even that is not enough; then the widest one is, step by step, and
#: the counts of the outbox last of all.
_CUT_FIRST = ("user", "outbox", "polling")
_BETWEEN, _SIDES, _LEAST, _STEP = 16, 24, 48, 16
#: What a part says first and then why: the reason is cut before what it is the reason of.
_REASON = ". "

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
        self._whole = dict.fromkeys(_NAMES, "")
        self._more = dict.fromkeys(_NAMES, "")
        self.lock = IconLabel(theme, "lock", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDES // 2, 0, _SIDES // 2, 0)
        row.setSpacing(_BETWEEN)
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
        self._say("version", f"openline-console {version}")
        self.show_facts(None)

    def text(self, name: str) -> str:
        """What one part says, also where it is cut."""
        return self._whole[name]

    def whole_text(self) -> str:
        """Everything that is said, in one line."""
        return " · ".join(filter(None, self._whole.values()))

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
        if facts is None:
            for name in _NAMES[:-1]:
                self._say(name, "")
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
        self._whole[name], self._more[name] = text, more
        part.setAccessibleName(text)
        if (part.property("tone") or "") != tone:
            dress(part, tone=tone)

    def _fit(self) -> None:
        """First parts leave, then the words of those that stay are cut."""
        shown = [name for name, text in self._whole.items() if text]
        for leaving in _LEAVE_FIRST:
            if self._over(self._widths(shown)) <= 0:
                break
            if leaving in shown and not self.parts[leaving].property("tone"):
                shown.remove(leaving)
        widths = self._cut(self._widths(shown))
        for name, part in self.parts.items():
            part.setVisible(name in shown)
            if name in shown:
                self._draw(name, widths[name])

    def _widths(self, shown: list[str]) -> dict[str, int]:
        return {name: self._wide(name, self._whole[name]) for name in shown}

    def _wide(self, name: str, text: str) -> int:
        self.parts[name].ensurePolished()
        return self.parts[name].fontMetrics().horizontalAdvance(text) + 2

    def _over(self, widths: dict[str, int]) -> int:
        """How many pixels there are too few."""
        lock = 0 if self.lock.isHidden() else self.lock.width() + _BETWEEN
        wanted = sum(widths.values()) + _BETWEEN * max(len(widths) - 1, 0) + lock
        return wanted + _SIDES - self.width()

    def _cut(self, widths: dict[str, int]) -> dict[str, int]:
        """Narrower ones, until all fit."""
        for name in (name for name in _CUT_FIRST if name in widths):
            first, reason, _ = self._whole[name].partition(_REASON)
            least = self._wide(name, f"{first}{reason}…") if reason else widths[name]
            self._narrow(widths, name, _LEAST if name == "user" else least)
        while (rest := {n: w for n, w in widths.items() if w > _LEAST}) and self._over(widths) > 0:
            others = [name for name in rest if name != "outbox"] or list(rest)
            widest = max(others, key=lambda name: widths[name])
            self._narrow(widths, widest, max(_LEAST, widths[widest] - _STEP))
        return widths

    def _narrow(self, widths: dict[str, int], name: str, least: int) -> None:
        spare = max(widths[name] - least, 0)
        widths[name] -= max(min(spare, self._over(widths)), 0)

    def _draw(self, name: str, width: int) -> None:
        part, whole = self.parts[name], self._whole[name]
        text = part.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, width)
        if part.text() != text:
            part.setText(text)
        more = self._more[name]
        part.setToolTip(plain_tip(more or (whole if text != whole else "")))
