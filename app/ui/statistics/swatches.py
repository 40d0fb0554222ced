"""The marks of a plot and its legend: colours, hatching for more lines than there are colours."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.emptying import take_all
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel

_TOKENS = ("barA", "barB", "barC")
_HATCHES = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
)
#: The shapes of a legend.
BAR, DOT, SQUARE, GAP = "bar", "dot", "square", "gap"
#: More would not be read.
MOST_NAMES = 5


def tokens_of(place: int) -> str:
    """The colour of a series."""
    return _TOKENS[place % len(_TOKENS)]


def brush_of(theme: Theme, place: int) -> QBrush:
    """How the bars of a series are filled: hatched from the fourth on."""
    hatch = _HATCHES[(place // len(_TOKENS)) % len(_HATCHES)]
    return QBrush(theme.colour(tokens_of(place)), hatch)


class Swatch(QWidget):
    """One mark. Decoration only: its name stands beside it."""

    def __init__(self, theme: Theme, shape: str, place: int = 0) -> None:
        super().__init__()
        self._theme, self._shape, self._place = theme, shape, place
        self.setFixedSize(10, 10)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square, a dot, or a dashed frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._shape == DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush_of(self._theme, self._place))
            if self._shape == DOT:
                painter.drawEllipse(QPointF(5, 5), 5, 5)
            elif self._shape == GAP:
                pen = QPen(self._theme.colour("warning"), 1)
                pen.setDashPattern([2, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(0.5, 0.5, 8, 8))
            else:
                painter.drawRect(self.rect())


class Legend(QWidget):
    """Marks and their names in a row; where there is no room, names are cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, int, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """It gives way to the title."""
        return QSize(0, super().minimumSizeHint().height())

    def names(self) -> tuple[str, ...]:
        """What stands in it."""
        return tuple(name for _, _, name in self._shown)

    def show_marks(self, marks: Sequence[tuple[str, int, str]]) -> None:
        """Shape, number of the series and name of each."""
        if tuple(marks) == self._shown:
            return
        self._shown = tuple(marks)
        for widget in take_all(self._row):
            widget.hide()
            widget.deleteLater()
        for shape, place, name in marks:
            self._row.addWidget(self._mark(shape, place, name))

    def _mark(self, shape: str, place: int, name: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Swatch(self._theme, shape, place))
        row.addWidget(ElidedLabel(name, "small", "text2"))
        return made
