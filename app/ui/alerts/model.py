"""The rows of the list of alerts, and how one is drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.alerts.presenter import AlertRow
from app.ui.model_rows import ROW, Index
from app.ui.row_painting import draw_text, is_selected, paint_ground, paint_ring
from app.ui.style import Theme

_PAD, _ICON = 16, 20
_NOWHERE = QModelIndex()


class AlertModel(QAbstractListModel):
    """A copy of what is shown, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[AlertRow, ...] = ()

    def show_rows(self, rows: Sequence[AlertRow]) -> None:
        """Show these; rows that only changed their words stay in place."""
        rows = tuple(rows)
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """No row has rows below it."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.spoken if role in spoken else None


class AlertDelegate(QStyledItemDelegate):
    """Icon, what is wrong, how bad in a word; below it where and since when."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of text."""
        fonts = (self._theme.font("strong"), self._theme.font("small"))
        return QSize(200, sum(QFontMetrics(font).height() for font in fonts) + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW)
        with QPainterStateGuard(painter):
            paint_ground(painter, option, self._theme, bar=is_selected(option))
            self._row(painter, option.rect, row)
            paint_ring(painter, option, self._theme)

    def _row(self, painter: QPainter, rect: QRect, row: AlertRow) -> None:
        theme, middle = self._theme, rect.center().y()
        icon = theme.pixmap(row.icon, row.tone, _ICON)
        painter.drawPixmap(rect.left() + _PAD, middle - _ICON // 2, icon)
        inner = rect.adjusted(2 * _PAD + _ICON, 10, -_PAD, -10)
        used = self._right(painter, inner, row)
        height = QFontMetrics(theme.font("strong")).height()
        upper = QRect(inner.left(), inner.top(), inner.width() - used - 16, height)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text1"))
        draw_text(painter, upper, row.said.title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        lower = QRect(
            inner.left(), upper.bottom() + 3, upper.width(), inner.bottom() - upper.bottom()
        )
        draw_text(painter, lower, row.where or row.said.advice)

    def _right(self, painter: QPainter, inner: QRect, row: AlertRow) -> int:
        """How bad it is, and since when; answers how wide that is."""
        theme, width = self._theme, 0
        side = Qt.AlignmentFlag.AlignRight
        for text, role, token, up in (
            (row.grade, "small", row.tone, Qt.AlignmentFlag.AlignTop),
            (row.lasted, "small", "text2", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            painter.drawText(inner, side | up, text)
            width = max(width, painter.fontMetrics().horizontalAdvance(text))
        return width
