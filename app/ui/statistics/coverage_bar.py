"""The notice over every figure: the time that was really observed, and what is missing of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.statistics.facts import Coverage
from app.ui.statistics.coverage_words import CoverageWords
from app.ui.style import Theme, dress
from app.ui.widgets import Button, IconLabel, label, line

_SIZE = (560, 400)
#: Below it the first sentence has a line of its own.
_NARROW = 1100


class CoverageBar(QFrame):
    """Quiet while nothing is missing; hidden until something was counted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.words = theme, CoverageWords(self)
        self._coverage: Coverage | None = None
        self._icon = IconLabel(theme, "info", "text2")
        self.head = label("", "strong")
        self.rest = label("", "body", wrap=True)
        self.more = Button(theme, self.tr("What is missing?"), "link")
        self.more.clicked.connect(self.open_gaps)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._words.addWidget(self.head)
        self._words.addWidget(self.rest, 1)
        row.addLayout(self._words, 1)
        row.addWidget(self.more)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See `_NARROW`."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._words.setDirection(ways.TopToBottom if self.width() < _NARROW else ways.LeftToRight)

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Tell what the figures on the screen are about."""
        self.setVisible(coverage is not None)
        if coverage is None or coverage == self._coverage:
            return
        self._coverage = coverage
        said = self.words.sum_up(coverage)
        self.head.setText(said.head)
        self.rest.setText(said.rest)
        self.rest.setVisible(bool(said.rest))
        self.setAccessibleName(f"{said.head} {said.rest}".strip())
        self.more.setVisible(bool(coverage.gaps))
        self._icon.set_icon("warn" if said.warns else "info", "warning" if said.warns else "text2")
        dress(self, card="warning" if said.warns else "soft")

    def open_gaps(self) -> None:
        """Every gap with its reason."""
        if self._coverage is not None:
            GapsDialog(self, self._coverage, self.words, self._theme).open()


class GapsDialog(QDialog):
    """A list of the times in which nothing was read."""

    def __init__(
        self, parent: QWidget, coverage: Coverage, words: CoverageWords, theme: Theme
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("What is missing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.texts: list[str] = []
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(8)
        for gap in coverage.gaps:
            title, fate = words.gap(coverage, gap), words.fate(gap)
            self.texts.append(f"{title}. {fate}")
            rows.addWidget(label(title, "strong", wrap=True))
            rows.addWidget(label(fate, "body", "warning" if gap.lost else "text2", wrap=True))
            rows.addWidget(line())
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setAccessibleName("\n".join(self.texts))
        close = Button(theme, self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("What is missing"), "title"))
        column.addWidget(label(self._about(coverage), "body", "text2", wrap=True))
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _about(self, coverage: Coverage) -> str:
        share = self.tr("{percent} % of this time was observed.")
        told = share.format(percent=f"{100 * coverage.share:.0f}")
        return f"{told} " + self.tr(
            "What the portal told while nobody read is counted as soon as it comes in. What came "
            "and went without a trace is not in any figure."
        )
