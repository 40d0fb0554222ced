"""The section of the details that shows the way of one message."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.domain.trace import Trace
from app.ui.buttons import Button, IconButton
from app.ui.labels import ElidedLabel
from app.ui.style import Theme
from app.ui.trace.step_row import StepRow
from app.ui.trace.words import TraceWords


class TraceView(QWidget):
    """Hidden as long as there is nothing to tell."""

    copy_asked, raw_asked = Signal(), Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._words = theme, TraceWords(self)
        self.heading = ElidedLabel("", "strong")
        self.raw = IconButton(theme, "list", self.tr("Every row and call behind this message (F8)"))
        self.copy = Button(theme, self.tr("Copy"), "link")
        self.copy.setToolTip(self.tr("The whole way in one line"))
        self.copy.setAccessibleName(self.tr("Copy the trace"))
        self.raw.clicked.connect(self.raw_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.rows: list[StepRow] = []
        self._trace: Trace | None = None
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.raw)
        head.addWidget(self.copy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addSpacing(6)
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether a step waits, so that its age grows."""
        return self._trace is not None and self._trace.waiting is not None

    def show_trace(self, about: str, trace: Trace | None) -> None:
        """The way of another message, or what has become of this one."""
        self._trace = trace
        self.setVisible(trace is not None and bool(trace.steps))
        if trace is None:
            return
        title = self.tr("Trace · {message}").format(message=neutral(about))
        self.heading.setText(title)
        self.setAccessibleName(title)
        while len(self.rows) < len(trace.steps):
            self.rows.append(StepRow(self._theme))
            self._column.addWidget(self.rows[-1])
        self.tick()

    def tick(self) -> None:
        """What waits has waited a little longer."""
        if self._trace is None:
            return
        steps, words = self._trace.steps, self._words.steps(self._trace, datetime.now(UTC))
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(steps))
            if place < len(steps):
                last = place + 1 == len(steps)
                row.show_step(words[place], steps[place].standing, last=last)

    def text(self) -> str:
        """The whole way in one line."""
        return "" if self._trace is None else self._words.line(self._trace, datetime.now(UTC))
