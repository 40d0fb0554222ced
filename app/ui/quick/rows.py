"""The rows of quick answers: a title, and below it how the text begins."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.dialog import Author
from app.domain.links import neutral
from app.domain.quick_answers import QuickAnswer
from app.ui.dialogs.texts import one_line
from app.ui.model_rows import ROW, Index
from app.ui.row_painting import draw_text, is_selected, paint_ground, paint_ring
from app.ui.style import Theme

ROW_HEIGHT = 44
_PAD = 16


class QuickModel(QAbstractListModel):
    """Keeps its own rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.answers: tuple[QuickAnswer, ...] = ()

    def show(self, answers: Iterable[QuickAnswer]) -> None:
        """These instead of those before."""
        self.beginResetModel()
        self.answers = tuple(answers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row for each."""
        return 0 if parent.isValid() else len(self.answers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The answer, or what a screen reader says of it."""
        if not index.isValid():
            return None
        answer = self.answers[index.row()]
        if role == ROW:
            return answer
        if role == Qt.ItemDataRole.DisplayRole:
            return neutral(answer.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{neutral(answer.title)}, {beginning(answer)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        answer: QuickAnswer = index.data(ROW)
        with QPainterStateGuard(painter):
            paint_ground(painter, option, self._theme, bar=is_selected(option))
            rect = option.rect
            words = QRect(rect.left() + _PAD, rect.top() + 3, rect.width() - 2 * _PAD, 20)
            painter.setFont(self._theme.font("strong"))
            painter.setPen(self._theme.colour("text1"))
            draw_text(painter, words, neutral(answer.title))
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text2"))
            draw_text(painter, words.translated(0, 18), beginning(answer))
            paint_ring(painter, option, self._theme)


class QuickList(QListView):
    """A list of quick answers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = QuickModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Quick answers"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> QuickAnswer | None:
        """The marked one."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, wanted: str) -> None:
        """Mark the answer with this id, or nothing."""
        found = [row for row, each in enumerate(self.rows.answers) if each.id == wanted]
        self.setCurrentIndex(self.rows.index(found[0]) if found else QModelIndex())

    def select(self, row: int) -> None:
        """Mark a row, the nearest where there is none."""
        row = min(max(row, 0), self.rows.rowCount() - 1)
        self.setCurrentIndex(self.rows.index(row))


def beginning(answer: QuickAnswer) -> str:
    """The text in one line, without its marks."""
    return one_line(answer.text, Author.OPERATOR)
