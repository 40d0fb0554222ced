"""The list of the library: search above, rows with initials, several can be chosen."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.links import neutral
from app.domain.persona import Persona
from app.ui.customers.persona_model import PersonaModel, Row
from app.ui.dialogs.avatars import paint_avatar
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text, small_mono
from app.ui.style import Theme

_PAD, _AVATAR = 16, 32
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PersonaDelegate(RowDelegate):
    """Initials, name and id; at the right how many dialogs there are."""

    def __init__(self, theme: Theme, model: PersonaModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """One person."""
        theme, name = self.theme, row.persona.full_name
        box = QRectF(rect.left() + _PAD, rect.top() + 12, _AVATAR, _AVATAR)
        paint_avatar(painter, theme, name, box)
        left, right = round(box.right()) + 12, rect.right() - _PAD
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text1"))
        draw_text(painter, QRect(left, rect.top() + 9, right - left, 20), neutral(name))
        below = QRect(left, rect.top() + 28, right - left, 20)
        painter.setPen(theme.colour("text3"))
        painter.setFont(theme.font("caption"))
        words = self._model.count_words(row)
        painter.drawText(below, _RIGHT, words)
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        painter.setFont(small_mono(theme))
        draw_text(painter, below.adjusted(0, 0, -width - 8, 0), neutral(row.persona.id))


class PersonaList(QListView):
    """`chosen` tells the ids of all marked rows after every change."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, theme: Theme, model: PersonaModel, *, several: bool = True) -> None:
        super().__init__()
        self._model = model
        self._kept: tuple[str, ...] = ()
        self.setModel(model)
        self.setItemDelegate(PersonaDelegate(theme, model, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("People to play"))
        self.selectionModel().selectionChanged.connect(self._tell)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        theme.changed.connect(self.viewport().update)

    def personas(self) -> tuple[Persona, ...]:
        """Everybody who is marked, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(self._model.persona(each) for each in rows)

    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(each.id for each in self.personas())

    def choose(self, ids: tuple[str, ...]) -> None:
        """Mark these and nobody else; the first one is brought into view."""
        self.clearSelection()
        flags = self.selectionModel().SelectionFlag
        for place, each in enumerate(ids):
            index = self._model.find(each)
            if index.isValid():
                self.selectionModel().select(index, flags.Select)
                if not place:
                    self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
                    self.scrollTo(index)

    def _keep(self) -> None:
        self._kept = self.ids()

    def _restore(self) -> None:
        self.choose(self._kept)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.ids())
