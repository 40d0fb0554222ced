"""The marks of a plot and its legend: colours, hatching for more lines than there are colours."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.emptying import take_all
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, label, plain_tip

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
NONE = ""  # several have not one mark
#: More would not be read.
MOST_NAMES = 5
_FEW = 3  # they are always named
_FOR_A_NAME, _FOR_OTHERS, _LONGEST_NAME = 100, 200, 160  # pixels
_GAP, _SWATCH, _BESIDE = 16, 10, 6
_PALE = 90  # of 255: what stands behind a hatching


def tokens_of(place: int) -> str:
    """The colour of a series."""
    return _TOKENS[place % len(_TOKENS)]


def brushes_of(theme: Theme, place: int) -> tuple[QBrush, ...]:
    """How a series is filled, one over the other: hatched on a pale ground from the fourth on."""
    brush = brush_of(theme, place)
    if brush.style() is Qt.BrushStyle.SolidPattern:
        return (brush,)
    pale = QColor(theme.colour(tokens_of(place)))
    pale.setAlpha(_PALE)
    return QBrush(pale), brush


def brush_of(theme: Theme, place: int) -> QBrush:
    """How the bars of a series are filled: hatched from the fourth on."""
    hatch = _HATCHES[(place // len(_TOKENS)) % len(_HATCHES)]
    return QBrush(theme.colour(tokens_of(place)), hatch)


#: Shape, number of the series, name.
Mark = tuple[str, int, str]


class Swatch(QWidget):
    """One mark. Decoration only: its name stands beside it."""

    def __init__(self, theme: Theme, shape: str, place: int = 0) -> None:
        super().__init__()
        self._theme, self._shape, self._place = theme, shape, place
        self.setFixedSize(_SWATCH, _SWATCH)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square, a dot, or a dashed frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._shape == DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._shape == DOT:
                painter.setBrush(brush_of(self._theme, self._place))
                painter.drawEllipse(QPointF(5, 5), 5, 5)
            elif self._shape == GAP:
                pen = QPen(self._theme.colour("warning"), 1)
                pen.setDashPattern([2, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(0.5, 0.5, 8, 8))
            else:
                for brush in brushes_of(self._theme, self._place):
                    painter.fillRect(self.rect(), brush)


class Legend(QWidget):
    """Marks and their names in a row; where there is no room, names are cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._shown: tuple[Mark, ...] = ()
        self._gap = ""
        self._names: list[ElidedLabel] = []
        self._taken = 0  # pixels that are no names
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def names(self) -> tuple[str, ...]:
        """What stands in it."""
        return tuple(name for _, _, name in self._shown)

    def show_marks(self, marks: Sequence[Mark], gap: str = "") -> None:
        """Shape, number of the series and name of each; `gap` is the name of the frame of gaps."""
        self._marks, self._gap = tuple(marks), gap
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer names fit."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        room = (self.width() - _FOR_OTHERS) // _FOR_A_NAME
        fits = max(1, min(MOST_NAMES, room)) if len(self._marks) > _FEW else _FEW
        names, rest = self._marks[:fits], len(self._marks) - fits
        if rest > 0:
            names += ((NONE, fits, self.tr("%n more", "", rest)),)
        shown = (*names, (GAP, 0, self._gap)) if self._gap else names
        if shown != self._shown:
            self._make(shown, fits)
        self._share_room()

    def _make(self, shown: tuple[Mark, ...], fits: int) -> None:
        self._shown, self._names = shown, []
        for widget in take_all(self._row):
            widget.hide()
            widget.deleteLater()
        for place, mark in enumerate(shown):
            self._row.addWidget(self._mark(*mark, cut=place < fits))
        self._taken = len(shown) * (_GAP + _SWATCH + _BESIDE) + sum(
            QFontMetrics(self._theme.font("small")).horizontalAdvance(name)
            for _, _, name in shown[fits:]
        )

    def _share_room(self) -> None:
        """The longest names are cut first: short ones tell little when they are cut."""
        wanted = [min(name.sizeHint().width(), _LONGEST_NAME) for name in self._names]
        most = _level(wanted, self.width() - self._taken)
        for name, width in zip(self._names, wanted, strict=True):
            name.setMaximumWidth(min(width, most))
            name.setMinimumWidth(min(width, most))

    def _mark(self, shape: str, place: int, name: str, *, cut: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BESIDE)
        if shape != NONE:
            row.addWidget(Swatch(self._theme, shape, place))
        else:
            made.setToolTip(plain_tip("\n".join(name for _, _, name in self._marks[place:])))
        text = ElidedLabel(name, "small", "text2") if cut else label(name, "small", "text2")
        if isinstance(text, ElidedLabel):
            self._names.append(text)
        row.addWidget(text)
        return made


def _level(wanted: Sequence[int], room: int) -> int:
    """The most that each of them may have, so that they have room together."""
    left, level = room, 0
    for place, width in enumerate(sorted(wanted)):
        level = max(0, left) // (len(wanted) - place)
        if width > level:
            return level
        left -= width
    return max(wanted, default=0)
