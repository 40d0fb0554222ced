"""The table of the log: a view, and the delegate that draws its cells."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from app.services.act_rows import BEGUN, NOT_ASKED, UNKNOWN, LogEntry
from app.ui.log_table import PAD, LogDelegate, LogTable
from app.ui.model_rows import ROW, Index
from app.ui.style import Theme
from app.ui.supervise.log_model import Column, LogModel

_SAMPLES: dict[int, str] = {Column.TIME: "00:00:00"}
#: Shares of the room that the time leaves; what is left of it is for the way back.
_SHARES = {
    Column.WHO: 0.12,
    Column.ACT: 0.16,
    Column.DIALOG: 0.12,
    Column.DETAIL: 0.14,
    Column.RESULT: 0.17,
}


class LogRowDelegate(LogDelegate):
    """Refusals in red and in words, what nobody knows in the colour of warnings."""

    def font(self, index: Index) -> QFont:
        """Words in the font of words, figures below each other."""
        return self.theme.font("mono" if index.column() == Column.TIME else "small")

    def token(self, index: Index) -> str:
        """What was refused stands out."""
        entry: LogEntry = index.data(ROW)
        if index.column() == Column.RESULT:
            known = {"": "success", BEGUN: "text2", NOT_ASKED: "text2", UNKNOWN: "warning"}
            return known.get(entry.result, "danger")
        return "text1" if index.column() in (Column.ACT, Column.DIALOG) else "text2"


class ActTable(LogTable):
    """Enter and a double click open the dialog; the end of the rows asks for older ones."""

    opened = Signal(object)  # LogEntry
    end_reached = Signal()

    def __init__(self, theme: Theme, model: LogModel) -> None:
        super().__init__(theme, model, _SAMPLES, self.tr("Log of acts"))
        self.setItemDelegate(LogRowDelegate(theme, self))
        self.horizontalHeader().setSectionResizeMode(Column.UNDO, QHeaderView.ResizeMode.Stretch)
        for told in (model.modelReset, model.rowsInserted):
            told.connect(lambda *_: self._share())
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything gives way alike but the time."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The time takes what the oldest one needs: those of other days stand with their date."""
        model, metrics = self.model(), QFontMetrics(self.theme.font("mono"))
        oldest = model.index(model.rowCount() - 1, Column.TIME).data() or ""
        needed = max(map(metrics.horizontalAdvance, (str(oldest), _SAMPLES[Column.TIME])))
        time = min(needed + 2 * PAD, self.width() // 6)
        self.setColumnWidth(Column.TIME, time)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, round((self.width() - time) * share))

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.end_reached.emit()
