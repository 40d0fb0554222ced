"""One small bar for each check: how far the doctor is and what he found, at a glance."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.doctor import Verdict
from app.ui.style import Theme

_HEIGHT, _BAR, _GAP = 10, 6, 3
_TOKENS = {
    Verdict.PASSED: "success",
    Verdict.WARNING: "warning",
    Verdict.FAILED: "danger",
    Verdict.UNKNOWN: "text3",
    Verdict.WAITING: "pressed",
}


class SegmentBar(QWidget):
    """A failed check stands out by height, too; the words below say all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._verdicts: Sequence[Verdict] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """What is shown, in order."""
        return self._verdicts

    def show_verdicts(self, verdicts: Sequence[Verdict], current: int, said: str) -> None:
        """`current` is the place of the check that is being looked at, or -1."""
        self._verdicts, self._current = verdicts, current
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars with gaps between them."""
        if not self._verdicts:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            width = (self.width() + _GAP) / len(self._verdicts)
            for place, verdict in enumerate(self._verdicts):
                token = "accentFill" if place == self._current else _TOKENS[verdict]
                high = _HEIGHT if verdict is Verdict.FAILED else _BAR
                box = QRectF(place * width, (_HEIGHT - high) / 2, max(2.0, width - _GAP), high)
                painter.setBrush(self._theme.colour(token))
                painter.drawRoundedRect(box, 2, 2)
