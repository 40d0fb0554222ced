"""A table of what happened, newest on top: Calls and Forwarding. Knows no column by its meaning."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QSize, Qt, Signal
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

from app.ui.model_rows import ROW, Index
from app.ui.style import Theme

PAD = 8
_NARROWEST = 40


class LogDelegate(QStyledItemDelegate):
    """One line of text in a cell; what is chosen has a bar at the left of its first column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar and text."""
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        with QPainterStateGuard(painter):
            if selected or hovered:
                painter.fillRect(rect, self.theme.colour("selection" if selected else "hover"))
            if selected and index.column() == 0:
                bar = rect.adjusted(0, 0, 3 - rect.width(), 0)
                painter.fillRect(bar, self.theme.colour("accent"))
            painter.setFont(self.font(index))
            painter.setPen(self.theme.colour(self.token(index)))
            inner = rect.adjusted(PAD, 0, -PAD, 0)
            text = QFontMetrics(painter.font()).elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, _side(index), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), self.theme.metric("row_table"))

    def font(self, _index: Index) -> QFont:
        """The font of a cell: figures and codes stand below each other."""
        return self.theme.font("mono")

    def token(self, _index: Index) -> str:
        """The colour of a cell's text."""
        return "text1"


class LogTable(QTableView):
    """New rows do not move the ones that are being read. `samples` are the widest texts that
    columns must hold; the others take what is left.
    """

    chosen = Signal(object)  # the value of the row, or None

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, samples: Mapping[int, str], name: str
    ) -> None:
        super().__init__()
        self.theme, self._samples = theme, samples
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._set_headers()
        self._size_columns()
        model.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    def _set_headers(self) -> None:
        side, header = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setDefaultSectionSize(self.theme.metric("row_table"))
        side.setMinimumSectionSize(self.theme.metric("row_table"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_NARROWEST)

    def _size_columns(self) -> None:
        metrics, names = (QFontMetrics(self.theme.font(role)) for role in ("mono", "strong"))
        for column, sample in self._samples.items():
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            wide = max(metrics.horizontalAdvance(sample), names.horizontalAdvance(title))
            self.setColumnWidth(column, wide + 3 * PAD)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        bar, height = self.verticalScrollBar(), self.theme.metric("row_table")
        if bar.value() and first * height <= bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + (last - first + 1) * height)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW) if current.isValid() else None)

    def _on_theme_changed(self) -> None:
        self._size_columns()
        self.viewport().update()


def _side(index: Index) -> Qt.AlignmentFlag:
    """A column's texts stand as its title does."""
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    side = index.model().headerData(index.column(), across, role)
    return Qt.AlignmentFlag(side)
