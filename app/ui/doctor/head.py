"""The top of the doctor's view: who is examined, how it came out, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.connector import OpenLine
from app.domain.links import neutral
from app.ui.doctor.segment_bar import SegmentBar
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, label

_TITLE_ROOM, _LONGEST_TITLE = 190, 400


class _Tile(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(40, 40)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accentSoft"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            painter.drawPixmap(10, 10, self._theme.pixmap("stethoscope", "accent", 20))


class DoctorHead(QWidget):
    """Its buttons go below the title where there is no room beside it."""

    back = Signal()
    line_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.back_button = IconButton(theme, "arrow-left", self.tr("Back to the connector (Esc)"))
        self.tile = _Tile(theme)
        self.title = ElidedLabel("", "page")
        self.summary = label("", "small", "text2", wrap=True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.lines = QComboBox()
        self.lines.setAccessibleName(self.tr("Line to examine"))
        self.lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lines.setMinimumContentsLength(8)
        self.lines.setMaximumWidth(220)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.lines.setSizeAdjustPolicy(adjust)
        self.copy = Button(theme, self.tr("Copy report"), icon="copy")
        self.rest = Button(theme, self.tr("Run the rest anyway"), icon="play")
        self.again = Button(theme, self.tr("Run again"), icon="refresh")
        self.stop = Button(theme, self.tr("Stop"), icon="stop")
        self.bar = SegmentBar(theme)
        self.back_button.clicked.connect(self.back)
        self.lines.activated.connect(self._on_line)
        self._arrange()

    def show_patient(self, connector: str, line: OpenLine | None, name: str) -> None:
        """Whom the doctor looks at."""
        place = neutral(line.name if line is not None else name)
        text = self.tr("Doctor: {connector} on {line}")
        if not place:
            text = self.tr("Doctor: {connector}")
        elif place.isdecimal():
            text = self.tr("Doctor: {connector} on line {line}")
        self.title.setText(text.format(connector=neutral(connector), line=place))
        self._turn()

    def show_lines(self, lines: Sequence[OpenLine], chosen: int) -> None:
        """The lines that can be chosen; with one there is nothing to choose."""
        with QSignalBlocker(self.lines):
            self.lines.clear()
            for line in lines:
                self.lines.addItem(f"{neutral(line.name)} ({line.id})", str(line.id))
            self.lines.setCurrentIndex(self.lines.findData(str(chosen)))
        self.lines.setVisible(len(lines) > 1)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the class."""
        super().resizeEvent(event)
        self._turn()

    def _on_line(self, _index: int) -> None:
        self.line_chosen.emit(int(self.lines.currentData()))

    def _turn(self) -> None:
        most = (self.copy, self.rest, self.again)  # nothing moves when one of them comes or goes
        needed = sum(part.sizeHint().width() + 8 for part in most)
        needed += 0 if self.lines.isHidden() else self.lines.sizeHint().width()
        title = min(self.title.sizeHint().width(), _LONGEST_TITLE)
        beside = self.width() >= needed + title + _TITLE_ROOM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        row = self.summary.fontMetrics().lineSpacing()
        self.summary.setMinimumHeight(2 * row)  # it grows while checks run

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QWidget] = [self.copy, self.rest, self.again, self.stop]
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        left = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.back_button)
        left.addWidget(self.tile)
        left.addLayout(words, 1)
        left.addWidget(self.lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addLayout(left, 1)
        self._row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 10)
        column.setSpacing(10)
        column.addLayout(self._row)
        column.addWidget(self.bar)
