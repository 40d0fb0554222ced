"""The table of forwarded events: a view, and the delegate that draws its cells."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterStateGuard, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.forwarding import Forward
from app.ui.forward.model import NUMBERS, Column, ForwardModel, tone_of
from app.ui.model_rows import ROW, Index
from app.ui.style import Theme

_PAD = 8
#: Widest texts that a column must hold.
_SAMPLES = {
    Column.TIME: "00:00:00",
    Column.ANSWER: "left out, no answer",
    Column.MILLISECONDS: "000,000",
    Column.TRIES: "0000",
}
_SHORTEST_EVENT = "#00000 ONIMCONNECTORDIALOG"
_LONGEST_EVENT = "#00000 ONIMCONNECTORMESSAGEDELETE"
_WORDS = frozenset({Column.MESSAGE, Column.ANSWER})


class ForwardDelegate(QStyledItemDelegate):
    """Answers in colour and in words, selection with a bar at the left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar and text."""
        column, rect, theme = Column(index.column()), QRect(option.rect), self._theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        with QPainterStateGuard(painter):
            if selected or hovered:
                painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
            if selected and column is Column.TIME:
                painter.fillRect(rect.adjusted(0, 0, 3 - rect.width(), 0), theme.colour("accent"))
            painter.setFont(theme.font("small" if column in _WORDS else "mono"))
            painter.setPen(theme.colour(self._token(index.data(ROW), column)))
            inner = rect.adjusted(_PAD, 0, -_PAD, 0)
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            text = QFontMetrics(painter.font()).elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), self._theme.metric("row_table"))

    @staticmethod
    def _token(forward: Forward, column: Column) -> str:
        if column is Column.ANSWER:
            return tone_of(forward)
        return "text1" if column in (Column.EVENT, Column.MESSAGE) else "text2"


class ForwardTable(QTableView):
    """Newest on top. New rows do not move the ones that are being read."""

    chosen = Signal(object)  # Forward or None
    end_reached = Signal()

    def __init__(self, theme: Theme, model: ForwardModel) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Forwarded events"))
        self.setModel(model)
        self.setItemDelegate(ForwardDelegate(theme, self))
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
        model.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message gives way, then the name of the event; answer and figures stay."""
        super().resizeEvent(event)
        metrics = QFontMetrics(self._theme.font("mono"))
        longest = metrics.horizontalAdvance(_LONGEST_EVENT) + 2 * _PAD
        shortest = metrics.horizontalAdvance(_SHORTEST_EVENT)
        self.setColumnWidth(Column.EVENT, max(shortest, min(longest, self.width() // 3)))

    def _columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        metrics, names = (QFontMetrics(self._theme.font(role)) for role in ("mono", "strong"))
        for column, sample in _SAMPLES.items():
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            wide = max(metrics.horizontalAdvance(sample), names.horizontalAdvance(title))
            self.setColumnWidth(column, wide + 3 * _PAD)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        bar, height = self.verticalScrollBar(), self._theme.metric("row_table")
        if bar.value() and first * height <= bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + (last - first + 1) * height)

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.end_reached.emit()

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW) if current.isValid() else None)

    def _on_theme_changed(self) -> None:
        self._columns()
        self.viewport().update()
