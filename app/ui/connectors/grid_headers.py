"""The headers of the grid: lines above in two rows of text, connectors at the left.

The left header is the fixed first column: it stays when the lines are scrolled sideways.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterStateGuard, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.connector import Connector, OpenLine, Origin
from app.domain.links import neutral
from app.ui.connectors.grid_model import CELL
from app.ui.style import Theme

_PAD = 12
FIRST_COLUMN, FIRST_COLUMN_NARROW = 232, 168
ROW_HEIGHT = 44


class _TwoRows(QHeaderView):
    """Paints two rows of text in each section; the sections themselves come from below."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setHighlightSections(False)
        theme.changed.connect(self.viewport().update)

    def _frame(self, painter: QPainter, rect: QRect, ground: str, *, last: bool = False) -> None:
        painter.fillRect(rect, self._theme.colour(ground))
        painter.setPen(self._theme.colour("border"))
        if not last:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _two_rows(self, painter: QPainter, rect: QRect, name: str, below: str, role: str) -> None:
        inner = rect.adjusted(_PAD, 4, -_PAD, -4)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.height() // 2)
        self._row(painter, upper, name, self._theme.font(role), "text1")
        font = self._theme.font("mono" if self.orientation() is Qt.Orientation.Vertical else "body")
        font.setPixelSize(self._theme.font("caption").pixelSize())
        self._row(painter, lower, below, font, "text3")

    def _row(self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Corner(QWidget):
    """The head of the fixed first column. Clicks go through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A word on the ground of the headers."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg0"))
            painter.setPen(self._theme.colour("border"))
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
            painter.setPen(self._theme.colour("text2"))
            inner = self.rect().adjusted(_PAD, 0, 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.tr("Connector"))


class LinesHeader(_TwoRows):
    """Names of lines, and under each its number and whether it is switched off."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        """As high as a row of the grid."""
        return QSize(super().sizeHint().width(), ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One line."""
        found: OpenLine = self.model().headerData(section, self.orientation(), CELL)
        with QPainterStateGuard(painter):
            self._frame(painter, rect, "bg0", last=section == self.count() - 1)
            below = self.tr("line {id}").format(id=found.id)
            if not found.active:
                below = self.tr("line {id} · switched off").format(id=found.id)
            self._two_rows(painter, rect, neutral(found.name), below, "strong")


class ConnectorsHeader(_TwoRows):
    """Names and ids of connectors; own ones stand out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Qt.Orientation.Vertical, parent)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(FIRST_COLUMN)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        """The fixed first column."""
        return QSize(self.width(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One connector."""
        found: Connector = self.model().headerData(section, self.orientation(), CELL)
        with QPainterStateGuard(painter):
            self._frame(painter, rect, "bg1")
            role = "strong" if found.origin is Origin.OWN else "body"
            self._two_rows(painter, rect, neutral(found.name), found.id, role)
