"""Bots as rows of a list, and how a row looks. Keeps its own rows; knows no call."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.domain.bot_life import RunBot
from app.domain.links import neutral
from app.ui.choice_list import ChoiceList
from app.ui.labels import plain_tip
from app.ui.list_model import ListModel
from app.ui.model_rows import ROW
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text, paint_dot
from app.ui.style import Theme

_PAD = 16
#: Colours of the dot by the tone of a standing; the words beside it say the same.
_DOTS = {"success": "success", "danger": "danger", "warning": "warning", "neutral": "text3"}


@dataclass(frozen=True, slots=True)
class Row:
    """A bot, its line's name, how it stands, and how many dialogs it has now."""

    bot: RunBot
    line: str
    standing: str
    tone: str
    dialogs: int


class BotListModel(ListModel[Row]):
    """The bots in the order of their registration."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def spoken(self, row: Row) -> str:
        """Name, line, standing, and how many dialogs it has."""
        return ", ".join(filter(None, (row.bot.name, row.line, row.standing, self.load(row))))

    def tip(self, row: Row) -> str:
        """The same, for who sees it cut."""
        return plain_tip(self.spoken(row))

    def load(self, row: Row) -> str:
        """How many dialogs it has."""
        return self.tr("%n dialog(s)", "", row.dialogs) if row.dialogs else ""

    def find(self, bot: object) -> QModelIndex:
        """Where a bot stands; invalid when it is not there."""
        place = next((n for n, row in enumerate(self._rows) if row.bot.id == bot), None)
        return self.place(place)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Other rows, or the same ones with other words."""
        same = [row.bot.id for row in rows] == [row.bot.id for row in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))


class _Delegate(RowDelegate):
    def __init__(self, theme: Theme, model: BotListModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme = self.theme
        centre = QPointF(rect.left() + _PAD + 4, rect.top() + 19)
        paint_dot(painter, centre, theme.colour(_DOTS[row.tone]), hollow=row.tone == "neutral")
        left, right = rect.left() + _PAD + 18, rect.right() - _PAD
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text1"))
        draw_text(painter, QRect(left, rect.top() + 9, right - left, 20), neutral(row.bot.name))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        parts = (row.standing, neutral(row.line), self._model.load(row))
        below = QRect(left, rect.top() + 28, right - left, 20)
        draw_text(painter, below, " · ".join(filter(None, parts)))


class BotList(ChoiceList):
    """The bots; `chosen` tells the number of one."""

    def __init__(self, theme: Theme, model: BotListModel) -> None:
        super().__init__(theme, model, model.find, _key)
        self.draw_with(_Delegate(theme, model, self), alike=True)
        self.setAccessibleName(self.tr("Chatbots"))


def _key(index: QModelIndex) -> int | None:
    row = index.data(ROW)
    return row.bot.id if isinstance(row, Row) else None
