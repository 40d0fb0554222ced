"""The rows and calls behind a message, one below the other: the vendor's name, what, when."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.labels import plain_tip
from app.ui.model_rows import Index
from app.ui.row_painting import draw_text, is_selected, paint_ground, paint_ring
from app.ui.style import Theme

_HEIGHT, _NARROWEST, _SIDE = 48, 200, 16
_WHEN, _FAILED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _Entry(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_NARROWEST, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with QPainterStateGuard(painter):
            paint_ground(painter, option, self._theme, bar=is_selected(option))
            inner = option.rect.adjusted(_SIDE, 6, -_SIDE // 2, -6)
            half = inner.height() // 2
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("danger" if index.data(_FAILED) else "text1"))
            middle = Qt.TextElideMode.ElideMiddle
            draw_text(painter, inner.adjusted(0, 0, 0, -half), str(index.data()), middle)
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text2"))
            draw_text(painter, inner.adjusted(0, half, 0, 0), str(index.data(_WHEN)))
            paint_ring(painter, option, self._theme)


class EvidenceList(QListWidget):
    """Filled once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Rows and calls in order"))
        self.setItemDelegate(_Entry(theme, self))
        self.setMinimumWidth(_NARROWEST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)

    def add(self, name: str, when: str, *, failed: bool) -> None:
        """One more at the end."""
        item = QListWidgetItem(name)
        item.setData(_WHEN, when)
        item.setData(_FAILED, failed)
        item.setToolTip(plain_tip(name))
        spoken = f"{name}, {when}"
        if failed:
            spoken = self.tr("{call}, failed").format(call=spoken)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.addItem(item)
