"""The table of forwarded events: a view, and the delegate that draws its cells."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from app.domain.forwarding import Forward
from app.ui.forward.model import Column, ForwardModel, tone_of
from app.ui.log_table import PAD, LogDelegate, LogTable
from app.ui.model_rows import ROW, Index
from app.ui.style import Theme

_SAMPLES: dict[int, str] = {
    Column.TIME: "00:00:00",
    Column.ANSWER: "left out, no answer",
    Column.MILLISECONDS: "000,000",
    Column.TRIES: "0000",
}
_SHORTEST_EVENT = "#00000 ONIMCONNECTORDIALOG"
_LONGEST_EVENT = "#00000 ONIMCONNECTORMESSAGEDELETE"
_WORDS = frozenset({Column.MESSAGE, Column.ANSWER})


class ForwardDelegate(LogDelegate):
    """Answers in colour and in words."""

    def font(self, index: Index) -> QFont:
        """Words stand in the font of words."""
        return self.theme.font("small" if Column(index.column()) in _WORDS else "mono")

    def token(self, index: Index) -> str:
        """What was answered decides."""
        forward: Forward = index.data(ROW)
        if index.column() == Column.ANSWER:
            return tone_of(forward)
        return "text1" if index.column() in (Column.EVENT, Column.MESSAGE) else "text2"


class ForwardTable(LogTable):
    """Tells when its end is on the screen: older events can be read then."""

    end_reached = Signal()

    def __init__(self, theme: Theme, model: ForwardModel) -> None:
        super().__init__(theme, model, _SAMPLES, self.tr("Forwarded events"))
        self.setItemDelegate(ForwardDelegate(theme, self))
        message, stretch = Column.MESSAGE, QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(message, stretch)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message gives way, then the name of the event; answer and figures stay."""
        super().resizeEvent(event)
        metrics = QFontMetrics(self.theme.font("mono"))
        longest = metrics.horizontalAdvance(_LONGEST_EVENT) + 2 * PAD
        shortest = metrics.horizontalAdvance(_SHORTEST_EVENT)
        self.setColumnWidth(Column.EVENT, max(shortest, min(longest, self.width() // 3)))

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.end_reached.emit()
