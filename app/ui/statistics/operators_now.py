"""The operators with their presence, their place in the queues and their dialogs."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.board import OperatorNow, There
from app.ui.dialogs.avatars import paint_avatar
from app.ui.model_rows import ROW, Index
from app.ui.row_painting import draw_text, is_selected, paint_ring
from app.ui.statistics.board_words import BoardWords
from app.ui.statistics.cards import Card
from app.ui.style import Theme
from app.ui.widgets import Note, plain_tip

_ROW, _MOST, _AVATAR = 40, 6, 28
_METER, _LOAD, _LAST, _GAP = 64, 84, 88, 8
_TONES = {There.ONLINE: "success", There.PAUSED: "warning"}
_NARROW = 400  # below it the meter goes: its words stay


class OperatorsModel(QAbstractListModel):
    """One row for each operator."""

    def __init__(self, words: BoardWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[OperatorNow, ...] = ()

    def show_operators(self, rows: Sequence[OperatorNow]) -> None:
        """Other operators, or others of their figures."""
        if [each.name for each in rows] != [each.name for each in self._rows]:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        self._rows = tuple(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All of them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The operator, his name, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.person(row.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.operator(row, datetime.now(UTC))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._words.operator(row, datetime.now(UTC)))
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, words: BoardWords, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._load, self._last = _LOAD, _LAST

    def fit(self, rows: Sequence[OperatorNow]) -> None:
        """Figures as wide as they are: what is left belongs to the names."""
        metrics, now = QFontMetrics(self._theme.font("small")), datetime.now(UTC)
        loads = (metrics.horizontalAdvance(self._words.load(row)) for row in rows)
        lasts = (metrics.horizontalAdvance(self._words.answered(row, now)) for row in rows)
        self._load = min(_LOAD, max(loads, default=0) + 2 * _GAP)
        self._last = min(_LAST, max(lasts, default=0) + _GAP // 2)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected(option):
            painter.fillRect(option.rect, self._theme.colour("selection"))
        rect = option.rect.adjusted(4, 0, -4, 0)
        disc = QRectF(rect.left(), rect.top() + (_ROW - _AVATAR) / 2, _AVATAR, _AVATAR)
        paint_avatar(painter, self._theme, row.name, disc, "caption")
        left, right = rect.left() + _AVATAR + 8, self._paint_figures(painter, rect, row)
        self._paint_names(painter, QRect(left, rect.top(), right - left, _ROW), row)
        paint_ring(painter, option, self._theme)
        painter.restore()

    def _paint_names(self, painter: QPainter, rect: QRect, row: OperatorNow) -> None:
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top() + 2, rect.width(), half - 2)
        self._write(painter, upper, self._words.person(row.name), "strong", "text1")
        parts = (self._words.full() if row.is_full else "", self._words.place(row))
        rest = "".join(f" · {part}" for part in parts if part)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), half - 2)
        there = _TONES.get(row.presence, "text2")
        width = self._write(painter, lower, self._words.presence(row), "caption", there)
        self._write(painter, lower.adjusted(width, 0, 0, 0), rest, "caption", "text2")

    def _paint_figures(self, painter: QPainter, rect: QRect, row: OperatorNow) -> int:
        """From the right; answers where the names have to end."""
        words, now = self._words, datetime.now(UTC)
        x = rect.right() - self._last
        last = QRect(x, rect.top(), self._last, _ROW)
        self._write(painter, last, words.answered(row, now), "small", "text2")
        x -= self._load
        token = "danger" if row.is_full else "text1"
        place = QRect(x, rect.top(), self._load - 4, _ROW)
        self._write(painter, place, words.load(row), "small", token)
        if rect.width() < _NARROW or row.most is None:
            return x - _GAP
        x -= _METER + 8
        self._paint_meter(painter, QRectF(x, rect.center().y() - 2.5, _METER, 6), row)
        return x - _GAP

    def _paint_meter(self, painter: QPainter, rect: QRectF, row: OperatorNow) -> None:
        share = min(1.0, len(row.dialogs) / (row.most or 1))
        token = "accentFill" if share < 0.6 else "warning" if share < 0.9 else "danger"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("pressed"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(self._theme.colour(token))
        if share:
            painter.drawRoundedRect(
                QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), 3, 3
            )

    def _write(self, painter: QPainter, rect: QRect, text: str, role: str, token: str) -> int:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        return draw_text(painter, rect, text)


class OperatorsNow(Card):
    """Those who can answer first, in the order of the queues."""

    dialogs_wanted = Signal(object, str)

    def __init__(self, theme: Theme, words: BoardWords) -> None:
        super().__init__("")
        self._words = words
        self.title.setText(self.tr("Operators"))
        self._rows: Sequence[OperatorNow] = ()
        self.problem = Note(theme)
        self.problem.hide()
        self.model = OperatorsModel(words, self)
        self.list = _Rows()
        self.list.setModel(self.model)
        self._painter = _Painter(theme, words, self)
        self.list.setItemDelegate(self._painter)
        self.list.setAccessibleName(self.tr("Operators"))
        self.list.opened.connect(self._open)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.list)
        theme.changed.connect(self.list.viewport().update)

    def show_operators(self, rows: Sequence[OperatorNow], problem: str) -> None:
        """`problem` says why nobody's presence is known."""
        self._painter.fit(rows)
        if rows is self._rows:
            self.list.viewport().update()  # time has passed
        else:
            self._rows = rows
            self.model.show_operators(rows)
            self.aside.setText(self._words.team(rows))
        self.problem.text.setText(problem)
        self.problem.setVisible(bool(problem))
        some = bool(rows or problem)
        self.say_nothing("" if some else self.tr("Nobody stands in a queue or has a dialog."))
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(min(max(len(rows), 1), _MOST) * _ROW + 2)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.dialogs:
            self.dialogs_wanted.emit(row.dialogs, self._words.person(row.name))


class _Rows(QListView):
    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
