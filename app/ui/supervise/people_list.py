"""Colleagues and lines to choose from, with the next page when the end is on the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QWidget

from app.domain.acts import Target
from app.ui.dialogs.avatars import paint_avatar
from app.ui.list_model import ListModel
from app.ui.model_rows import ROW, Index
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text
from app.ui.style import Theme

_PAD, _FACE = 12, 28


@dataclass(frozen=True, slots=True)
class Choice:
    """Who or what can be chosen, and what is said of it; `able` is False for whoever is shown and
    cannot be chosen.
    """

    target: Target
    about: str = ""
    able: bool = True


class Choices(ListModel[Choice]):
    """Keeps its own rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Choice] = []

    def show(self, rows: Iterable[Choice]) -> None:
        """These instead of those before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add(self, rows: Iterable[Choice]) -> None:
        """These too; nobody twice."""
        known = {row.target for row in self._rows}
        new = [row for row in rows if row.target not in known]
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Those that cannot be chosen are passed by."""
        row: Choice | None = index.data(ROW)
        return super().flags(index) if row is None or row.able else Qt.ItemFlag.NoItemFlags

    def spoken(self, row: Choice) -> str:
        """Who, and what is said of him."""
        return ", ".join(part for part in (row.target.name, row.about) if part)


class _Delegate(RowDelegate):
    height = 44

    def paint_row(self, painter: QPainter, rect: QRect, row: Choice) -> None:
        theme = self.theme
        face = QRectF(rect.left() + _PAD, rect.top() + 8, _FACE, _FACE)
        if row.target.is_line:
            icon = theme.pixmap("plug", "text2", 16)
            painter.drawPixmap(round(face.left()) + 6, round(face.top()) + 6, icon)
        else:
            paint_avatar(painter, theme, row.target.name, face, "small")
        left = round(face.right()) + 10
        words = QRect(left, rect.top() + 3, rect.right() - left - _PAD, 20)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text1" if row.able else "text3"))
        if row.about:
            draw_text(painter, words, row.target.name)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text2" if row.able else "text3"))
            draw_text(painter, words.translated(0, 18), row.about)
        else:
            draw_text(painter, words.translated(0, 9), row.target.name)


class ChoiceView(QListView):
    """`chosen` when another row is current, `taken` on Enter or a double click."""

    chosen = Signal()
    taken = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model_rows = Choices(self)
        self.setModel(self.model_rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.model_rows.modelReset.connect(self.chosen.emit)
        self.activated.connect(lambda _: self.taken.emit())
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def target(self) -> Target | None:
        """What is chosen."""
        index = self.currentIndex()
        return index.data(ROW).target if index.flags() & Qt.ItemFlag.ItemIsEnabled else None

    def to_first(self) -> None:
        """The keyboard goes to the first that can be chosen."""
        rows = map(self.model_rows.index, range(self.model_rows.rowCount()))
        first = next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled), None)
        if first is not None:
            self.setCurrentIndex(first)
            self.setFocus()

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.more_wanted.emit()
