"""What the tabs with plots are made of: a page that scrolls, small cards with a figure, a card
with a table, a pair of plots that stand side by side where there is room.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.statistics.figures_table import FiguresTable, Row, Table
from app.ui.statistics.plots import PlotCard
from app.ui.statistics.tab import Tab
from app.ui.style import Theme, dress
from app.ui.widgets import ElidedLabel, label

_SIDE_BY_SIDE = 1100
_MOST_ROWS = 10
_PLOT = 240


class ScrolledTab(Tab):
    """A column of parts; what does not fit is scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def add_cards(self, *cards: QWidget) -> None:
        """Cards in a row that share its width."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in cards:
            row.addWidget(card, 1)
        self.column.addLayout(row)

    async def leave(self) -> None:
        """End what plots are still loading."""
        for card in self.findChildren(PlotCard):
            await card.leave()


class FigureCard(QFrame):
    """A name, a figure, and what it is made of."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name = ElidedLabel(name, "small", "text2")
        self.figure = label("—", "page")
        self.rest = ElidedLabel("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        for part in (self.name, self.figure, self.rest):
            column.addWidget(part)

    def show_figure(self, figure: str, rest: str, tone: str = "") -> None:
        """Another figure; with a tone its words have to say the same."""
        self.figure.setText(figure)
        dress(self.figure, tone=tone)
        self.rest.setText(rest)
        self.setAccessibleName(f"{self.name.whole_text()}: {figure}. {rest}")


class TableCard(QFrame):
    """A title and a table of as many rows as there are, ten at a time."""

    dialogs_wanted = Signal(object, str)  # tuple of DialogIds, what they have in common

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", "true")
        self.table = FiguresTable(theme, name)
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(label(name, "title"))
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        self.table.horizontalHeader().geometriesChanged.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """Other figures."""
        self.table.show_table(table)
        self._fit()

    def _fit(self) -> None:
        rows = min(len(self.table.figures.table.rows), _MOST_ROWS)
        bar = self.table.horizontalScrollBar().sizeHint().height()
        header = self.table.horizontalHeader()
        titles = max(header.sizeHint().height(), header.minimumHeight())
        self.table.setFixedHeight(titles + rows * self._theme.metric("row_table") + bar)

    def _open(self, row: Row) -> None:
        self.dialogs_wanted.emit(row.dialogs, row.name)


class Pair(QWidget):
    """Two plots: side by side, or one above the other in a narrow window."""

    def __init__(self, first: PlotCard, second: PlotCard) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for plot in (first, second):
            plot.setMinimumHeight(_PLOT)
            self._box.addWidget(plot, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when there is room, or none any more."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= _SIDE_BY_SIDE
        self._box.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
