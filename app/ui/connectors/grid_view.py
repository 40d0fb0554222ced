"""The grid of connectors and lines, drawn: every state has a sign, a word and a colour."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterStateGuard, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.connector import LineState, Origin
from app.ui.connectors.grid_headers import (
    FIRST_COLUMN,
    FIRST_COLUMN_NARROW,
    ROW_HEIGHT,
    ConnectorsHeader,
    Corner,
    LinesHeader,
)
from app.ui.connectors.grid_model import CELL, Cell, GridModel
from app.ui.connectors.words import clock_time, look_of
from app.ui.model_rows import Index
from app.ui.style import Theme

_NARROWEST = 160
_MOST_ROWS = 8
_PAD = 12


class CellDelegate(QStyledItemDelegate):
    """Sign and word, and below them what else there is to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        cell: Cell = index.data(CELL)
        rect: QRect = option.rect
        theme = self._theme
        with QPainterStateGuard(painter):
            state = option.state
            if state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme.colour("hover"))
            painter.setPen(theme.colour("border"))
            if index.column() < index.model().columnCount() - 1:  # after the last one is the frame
                painter.drawLine(rect.topRight(), rect.bottomRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
            self._words(painter, rect.adjusted(_PAD, 4, -8, -4), cell)

    def _words(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        look, below = look_of(cell.state), self.remark(cell)
        token = "text3" if cell.stale else look.token
        upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        if not below:
            upper.moveTop(rect.top() + rect.height() // 4)
        icon = self._theme.pixmap(look.icon, token, 14)
        painter.drawPixmap(upper.left(), upper.center().y() - 6, icon)
        bold = cell.state in (LineState.ERROR, LineState.HALF)
        self._text(
            painter, upper.adjusted(21, 0, 0, 0), look.word, "strong" if bold else "body", token
        )
        lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), rect.height() // 2)
        self._text(painter, lower, below, "caption", "text3")

    def _text(self, painter: QPainter, rect: QRect, text: str, role: str, token: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def remark(self, cell: Cell) -> str:
        """The small words of a cell."""
        if cell.stale and cell.status is not None:
            return self.tr("as of {time}").format(time=clock_time(cell.status.read_at))
        if cell.state is LineState.ERROR:
            return self.tr("error flag set")
        if cell.state is LineState.WORKING and cell.connector.origin is Origin.OTHER:
            return self.tr("registered elsewhere")
        if cell.state is LineState.WORKING and not cell.line.active:
            return self.tr("the line is switched off")
        return ""


class GridView(QTableView):
    """As high as its rows, up to eight; then it scrolls. The first column stays."""

    cell_chosen = Signal(object)  # Cell
    connector_chosen = Signal(str)

    def __init__(self, theme: Theme, model: GridModel) -> None:
        super().__init__()
        self._grid = model
        self._theme = theme
        self.setAccessibleName(self.tr("Status on every line"))
        self.setObjectName("grid")
        self.setHorizontalHeader(LinesHeader(theme, self))
        self._left = ConnectorsHeader(theme, self)
        self.setVerticalHeader(self._left)
        self.setModel(model)
        self._delegate = CellDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._corner = Corner(theme, self)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._columns()
        self._wire()

    def choose(self, connector: str, line: int) -> None:
        """Mark a cell, if it is shown, without telling anybody."""
        index = self._grid.find(connector, line)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()
        self.blockSignals(blocked)
        self.viewport().update()

    def remark(self, cell: Cell) -> str:
        """The small words drawn in a cell."""
        return self._delegate.remark(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines share the room, but none gets less than it can be read in."""
        super().resizeEvent(event)
        self._columns()

    def _wire(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._left.sectionClicked.connect(self._on_connector_clicked)
        self._grid.modelReset.connect(self._columns)
        self._theme.changed.connect(self.viewport().update)

    def _columns(self) -> None:
        count = self._grid.columnCount()
        if not count:
            return
        narrow = self.width() < FIRST_COLUMN + count * _NARROWEST
        first = FIRST_COLUMN_NARROW if narrow else FIRST_COLUMN
        self._left.setFixedWidth(first)
        self._corner.resize(first, ROW_HEIGHT)
        room = self.width() - first
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        each = max(_NARROWEST, room // count)
        for column in range(count):
            last = column == count - 1
            self.setColumnWidth(column, max(each, room - each * column) if last else each)
        rows = min(self._grid.rowCount(), _MOST_ROWS)
        scrolls = each * count > room
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(ROW_HEIGHT * (rows + 1) + bar + 2)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.cell_chosen.emit(self._grid.cell_at(current))

    def _on_connector_clicked(self, section: int) -> None:
        found = self._grid.headerData(section, Qt.Orientation.Vertical, CELL)
        self.connector_chosen.emit(found.id)
