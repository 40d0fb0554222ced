"""A table of facts: two lines in a cell, a sign before them. Knows words, not their meaning."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterStateGuard, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.labels import plain_tip
from app.ui.model_rows import Index
from app.ui.row_painting import draw_text, small_mono
from app.ui.style import Theme

_FACT = Qt.ItemDataRole.UserRole
_ROW, _PAD, _SIGN, _MOST_ROWS = 44, 8, 24, 40


class Fact(NamedTuple):
    """A cell. `below` stands in the fixed font; `colour` is the token of the sign and the words."""

    text: str
    below: str = ""
    icon: str = ""
    colour: str = "text1"
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight


class FactModel(QAbstractTableModel):
    """Rows are replaced as a whole; each has a key that says what it is about."""

    def __init__(self, headers: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: tuple[tuple[object, tuple[Fact, ...]], ...] = ()

    def set_rows(self, rows: Sequence[tuple[object, tuple[Fact, ...]]]) -> None:
        """Show these; the same ones change nothing."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key(self, row: int) -> object:
        """What a row is about, None beyond the last."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def find(self, key: object) -> int:
        """Where it stands, -1 when it is not there."""
        return next((place for place, row in enumerate(self._rows) if row[0] == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are headers."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words over a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The fact, or what a screen reader says of it."""
        if not index.isValid():
            return None
        fact = self._rows[index.row()][1][index.column()]
        spoken = ", ".join(part for part in (fact.text, fact.below) if part)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(spoken)
        return fact if role == _FACT else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact: Fact = index.data(_FACT)
        theme, rect = self._theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        with QPainterStateGuard(painter):
            painter.fillRect(rect, theme.colour("selection" if selected else "bg1"))
            if selected and index.column() == 0:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
                )
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            inner = rect.adjusted(_PAD, 0, -8, 0)
            if fact.icon:
                top = inner.top() + (inner.height() - 16) // 2
                painter.drawPixmap(inner.left(), top, theme.pixmap(fact.icon, fact.colour, 16))
                inner.adjust(_SIGN, 0, 0, 0)
            self._words(painter, inner, fact)

    def _words(self, painter: QPainter, rect: QRect, fact: Fact) -> None:
        theme = self._theme
        upper = rect.adjusted(0, 3, 0, -rect.height() // 2) if fact.below else rect
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour(fact.colour))
        draw_text(painter, upper, fact.text, fact.mode)
        if fact.below:
            painter.setFont(small_mono(theme))
            painter.setPen(theme.colour("text3"))
            lower = rect.adjusted(0, rect.height() // 2 - 1, 0, -4)
            draw_text(painter, lower, fact.below, fact.mode)


class FactTable(QTableView):
    """One row is chosen at a time; Delete asks for the chosen one to be taken away."""

    chosen = Signal(object)  # a key, or None
    removal_wanted = Signal(object)

    def __init__(
        self, theme: Theme, name: str, headers: Sequence[str], widths: Sequence[int]
    ) -> None:
        """`widths` are shares of the whole; what a column does not need goes to the others."""
        super().__init__()
        self._theme, self._widths = theme, tuple(widths)
        self.facts = FactModel(headers, self)
        self.setAccessibleName(name)
        self.setModel(self.facts)
        self.setItemDelegate(_Delegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        theme.changed.connect(self.viewport().update)
        self._fit()

    @property
    def key(self) -> object:
        """What the chosen row is about."""
        return self.facts.key(self.currentIndex().row())

    def show_rows(self, rows: Sequence[tuple[object, tuple[Fact, ...]]]) -> None:
        """Replace the rows; the chosen one stays chosen while it is there."""
        before = self.key
        self.facts.set_rows(rows)
        place = self.facts.find(before)
        if place >= 0:
            self.selectRow(place)
        elif before is not None:
            self.chosen.emit(None)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, beside the keys of every table."""
        if event.key() == Qt.Key.Key_Delete and self.key is not None:
            self.removal_wanted.emit(self.key)
            return
        super().keyPressEvent(event)

    def _share(self) -> None:
        wanted = [self._needed(column) for column in range(len(self._widths))]
        room, shares = self.viewport().width(), dict(enumerate(self._widths))
        while shares:
            total = sum(shares.values())
            low = [x for x, share in shares.items() if wanted[x] <= room * share // total]
            if not low or len(low) == len(shares):
                for column, share in shares.items():
                    self.setColumnWidth(column, room * share // total)
                return
            for column in low:
                self.setColumnWidth(column, wanted[column])
                room -= wanted[column]
                del shares[column]

    def _needed(self, column: int) -> int:
        header = self.facts.headerData(column, Qt.Orientation.Horizontal)
        words = self.horizontalHeader().fontMetrics().horizontalAdvance(header)
        body, mono = QFontMetrics(self._theme.font("body")), QFontMetrics(small_mono(self._theme))
        for row in range(self.facts.rowCount()):
            fact: Fact = self.facts.index(row, column).data(_FACT)
            text = body.horizontalAdvance(fact.text) + (_SIGN if fact.icon else 0)
            below = mono.horizontalAdvance(fact.below) + (_SIGN if fact.icon else 0)
            words = max(words, text, below)
        return words + _PAD + 16

    def _fit(self) -> None:
        self._share()
        rows = max(1, min(self.facts.rowCount(), _MOST_ROWS))
        self.setFixedHeight(rows * _ROW + self.horizontalHeader().sizeHint().height() + 2)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(self.facts.key(current.row()))
