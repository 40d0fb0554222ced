"""The table of calls: a view, and the delegate that draws its cells."""

from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent

from app.domain.calls import CallRecord
from app.ui.calls.model import CallFilter, Column
from app.ui.log_table import PAD, LogDelegate, LogTable
from app.ui.model_rows import ROW, Index
from app.ui.style import Theme

_QUIET = {Column.TIME, Column.BUCKET, Column.OPERATING}
_SAMPLES: dict[int, str] = {
    Column.TIME: "00:00:00.000",
    Column.STATUS: "0000",
    Column.MILLISECONDS: "000,000",
    Column.BUCKET: "0000",
    Column.OPERATING: "000.00",
}
_LONGEST_METHOD, _SHORTEST = "imconnector.send.status.delivery", 150


class CallDelegate(LogDelegate):
    """Failures in red and in words."""

    def font(self, index: Index) -> QFont:
        """What went wrong stands out."""
        record: CallRecord = index.data(ROW)
        font = self.theme.font("small" if index.column() == Column.ERROR else "mono")
        if record.failed and index.column() in (Column.ERROR, Column.STATUS):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def token(self, index: Index) -> str:
        """Red where it went wrong."""
        record, column = index.data(ROW), index.column()
        bad_status = column == Column.STATUS and record.status != 200
        if record.failed and (column in (Column.METHOD, Column.ERROR) or bad_status):
            return "danger"
        return "text2" if column in _QUIET else "text1"


class CallTable(LogTable):
    """The error takes what is left."""

    def __init__(self, theme: Theme, rows: CallFilter) -> None:
        super().__init__(theme, rows, _SAMPLES, self.tr("Calls"))
        self.setItemDelegate(CallDelegate(theme, self))
        self.horizontalHeader().setStretchLastSection(True)

    def record(self) -> CallRecord | None:
        """The chosen call."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The method gives way when the window is narrow, so that the error stays."""
        super().resizeEvent(event)
        metrics = QFontMetrics(self.theme.font("mono"))
        widest = metrics.horizontalAdvance(_LONGEST_METHOD) + 2 * PAD
        self.setColumnWidth(Column.METHOD, max(_SHORTEST, min(widest, self.width() // 4)))
