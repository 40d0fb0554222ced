"""One step of a trace: its mark, what it is, when, and why it did not go on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.trace import Standing
from app.ui.labels import label
from app.ui.style import Theme, dress
from app.ui.trace.words import StepWords
from app.ui.wrapping import breakable

_SIDE = 16
#: Icon and colour of each standing.
_MARKS = {
    Standing.DONE: ("check-circle", "success"),
    Standing.WAITING: ("clock", "warning"),
    Standing.BROKEN: ("cross-circle", "danger"),
    Standing.NOT_REACHED: ("circle", "text3"),
    Standing.NOT_WANTED: ("minus", "text3"),
}
_TONES = {Standing.BROKEN: "danger", Standing.WAITING: "warning"}


class _Mark(QWidget):
    """The sign of the standing, and the line down to the next step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._standing, self._last = theme, Standing.DONE, False
        self.setFixedWidth(_SIDE)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE + 4)

    def show_standing(self, standing: Standing, *, last: bool) -> None:
        self._standing, self._last = standing, last
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            icon, token = _MARKS[self._standing]
            painter.drawPixmap(0, 1, self._theme.pixmap(icon, token, _SIDE))
            if not self._last:
                painter.setPen(QPen(self._theme.colour("borderStrong"), 1))
                middle = QRectF(self.rect()).center().x()
                painter.drawLine(round(middle), _SIDE + 4, round(middle), self.height())


class StepRow(QWidget):
    """Reads as one sentence to a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.mark = _Mark(theme)
        self.title = label("", "body", wrap=True)
        self.time = label("", "body", "text2")
        self.detail = label("", "caption", "text2", wrap=True)
        self.why = label("", "small", "danger", wrap=True)
        self.advice = label("", "small", "text2", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.mark, 0, 0, 5, 1)
        grid.addWidget(self.title, 0, 1, top)
        grid.addWidget(self.time, 0, 2, top | Qt.AlignmentFlag.AlignRight)
        below = (self.detail, self.why, self.advice)
        for place, part in enumerate(below, 1):
            grid.addWidget(part, place, 1, 1, 2)
        grid.setRowMinimumHeight(4, 6)

    def show_step(self, words: StepWords, standing: Standing, *, last: bool) -> None:
        """Another step, or the same one a second later."""
        self.mark.show_standing(standing, last=last)
        tone = _TONES.get(standing, "text3" if standing is Standing.NOT_REACHED else "")
        dress(self.title, tone=tone, role="strong" if standing is Standing.BROKEN else "body")
        dress(self.why, tone=tone)
        for part, text in (
            (self.title, words.title),
            (self.time, words.time),
            (self.detail, words.detail),
            (self.why, words.why),
            (self.advice, words.advice),
        ):
            _say(part, text)
        self.setAccessibleName(words.whole)


def _say(part: QLabel, text: str) -> None:
    shown = breakable(text)
    if part.text() != shown:
        part.setText(shown)
    part.setVisible(bool(text))
