"""The table of calls: a view, and the delegate that draws its cells."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.calls import CallRecord
from app.ui.calls.model import NUMBERS, RECORD, CallFilter, Column
from app.ui.model_rows import Index
from app.ui.style import Theme

_QUIET = {Column.TIME, Column.BUCKET, Column.OPERATING}
_PAD = 8
#: Widest texts that a column must hold, as samples to be measured.
_SAMPLES = {
    Column.TIME: "00:00:00.000",
    Column.STATUS: "0000",
    Column.MILLISECONDS: "000,000",
    Column.BUCKET: "0000",
    Column.OPERATING: "000.00",
}


class CallDelegate(QStyledItemDelegate):
    """Draws a cell: failures in red (and in words), selection with a bar at the left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar and text."""
        record: CallRecord = index.data(RECORD)
        column = Column(index.column())
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        with QPainterStateGuard(painter):
            if selected or hovered:
                painter.fillRect(rect, self._theme.colour("selection" if selected else "hover"))
            if selected and column is Column.TIME:
                painter.fillRect(
                    rect.adjusted(0, 0, 3 - rect.width(), 0), self._theme.colour("accent")
                )
            painter.setFont(self._font(record, column))
            painter.setPen(self._theme.colour(self._token(record, column)))
            left = _PAD
            inner = rect.adjusted(left, 0, -_PAD, 0)
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            text = QFontMetrics(painter.font()).elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), self._theme.metric("row_table"))

    def _font(self, record: CallRecord, column: Column) -> QFont:
        font = self._theme.font("small" if column is Column.ERROR else "mono")
        if record.failed and column in (Column.ERROR, Column.STATUS):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @staticmethod
    def _token(record: CallRecord, column: Column) -> str:
        bad_status = column is Column.STATUS and record.status != 200
        if record.failed and (column in (Column.METHOD, Column.ERROR) or bad_status):
            return "danger"
        return "text2" if column in _QUIET else "text1"


class CallTable(QTableView):
    """Newest on top. New rows do not move the ones that are being read."""

    chosen = Signal(object)  # CallRecord or None

    def __init__(self, theme: Theme, rows: CallFilter) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Calls"))
        self.setModel(rows)
        self.setItemDelegate(CallDelegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.metric("row_table"))
        self.verticalHeader().setMinimumSectionSize(theme.metric("row_table"))
        self._columns()
        rows.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    def record(self) -> CallRecord | None:
        """The chosen call."""
        index = self.currentIndex()
        return index.data(RECORD) if index.isValid() else None

    def resizeEvent(self, event: object) -> None:
        """The method gives way when the window is narrow, so that the error stays."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        metrics = QFontMetrics(self._theme.font("mono"))
        widest = metrics.horizontalAdvance("imconnector.send.status.delivery") + 2 * _PAD
        self.setColumnWidth(Column.METHOD, max(150, min(widest, self.width() // 4)))

    def _columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(40)
        metrics = QFontMetrics(self._theme.font("mono"))
        names = QFontMetrics(self._theme.font("strong"))
        for column, sample in _SAMPLES.items():
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            wide = max(metrics.horizontalAdvance(sample), names.horizontalAdvance(title))
            pad = 3 * _PAD if column is Column.TIME else 2 * _PAD
            self.setColumnWidth(column, wide + pad + 4)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        bar = self.verticalScrollBar()
        above = first * self._theme.metric("row_table") <= bar.value()
        if bar.value() and above:
            self.updateGeometries()
            bar.setValue(bar.value() + (last - first + 1) * self._theme.metric("row_table"))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(RECORD) if current.isValid() else None)

    def _on_theme_changed(self) -> None:
        self._columns()
        self.viewport().update()
