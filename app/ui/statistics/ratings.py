"""How supervisors rated what was closed, from here: one bar of parts, and their counts in words.
What customers give is told by no documented method: the history of a session
(`imopenlines.session.history.get`) has the supervisor's rating alone.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.ui.statistics.board_words import BoardWords
from app.ui.statistics.cards import Card
from app.ui.style import Theme
from app.ui.widgets import Button

#: Which ratings make a part, and the token of its colour.
PARTS = (((5,), "barA"), ((4,), "barC"), ((3,), "barB"), ((1, 2), "warning"))
_GAP, _HIGH, _MARK = 2, 10, 10


class Bar(QWidget):
    """The parts beside each other. Decoration: the words below say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setFixedHeight(_HIGH)
        theme.changed.connect(self.update)

    def show_parts(self, parts: Sequence[tuple[int, str]]) -> None:
        """Counts and the tokens of their colours."""
        self._parts = tuple(parts)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As wide as their shares, with a gap between two."""
        parts = [each for each in self._parts if each[0]]
        whole = sum(count for count, _ in parts)
        with QPainter(self) as painter:
            room, left = self.width() - _GAP * max(0, len(parts) - 1), 0.0
            for count, token in parts:
                width = room * count / whole
                painter.fillRect(QRectF(left, 0, width, _HIGH), self._theme.colour(token))
                left += width + _GAP


class _Mark(QWidget):
    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme, self._token = theme, token
        self.setFixedSize(_MARK, _MARK)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour(self._token))


class Ratings(Card):
    """Nothing but a sentence while there is no rating. Each count opens its dialogs."""

    wanted = Signal(object)  # tuple of ratings

    def __init__(self, theme: Theme, words: BoardWords) -> None:
        super().__init__("")
        self._words = words
        self.title.setText(self.tr("Supervisors' ratings from here"))
        why = self.tr("No documented method of the portal tells how customers rated their dialogs.")
        self.setToolTip(why)
        self.setAccessibleDescription(why)
        self.bar = Bar(theme)
        self.texts = [Button(theme, "", "link") for _ in PARTS]
        self._legend = QWidget()
        grid = QGridLayout(self._legend)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        for place, ((_, token), text) in enumerate(zip(PARTS, self.texts, strict=True)):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(_Mark(theme, token))
            row.addWidget(text)
            text.clicked.connect(partial(self._on_clicked, PARTS[place][0]))
            grid.addLayout(row, 0, place)
        grid.setColumnStretch(len(PARTS), 1)
        for part in (self.bar, self._legend):
            self.column.addWidget(part)
        self.show_ratings({}, 0, 0)

    def show_ratings(self, ratings: Mapping[int, int], rated: int, closed: int) -> None:
        """Counts by rating; `rated` of `closed` dialogs have one."""
        counts = [sum(ratings.get(each, 0) for each in stars) for stars, _ in PARTS]
        self.bar.show_parts([(n, token) for n, (_, token) in zip(counts, PARTS, strict=True)])
        for text, count, (stars, _) in zip(self.texts, counts, PARTS, strict=True):
            text.setText(self._words.ratings(ratings, stars))
            text.setAccessibleName(f"{self.title.text()}, {text.text()}")
            text.setEnabled(count > 0)
        some = sum(counts) > 0
        self.bar.setVisible(some)
        self._legend.setVisible(some)
        if closed:
            told = self.tr("Nobody rated one of %n closed dialog(s) from here.", "", closed)
        else:
            told = self.tr("No dialog was closed in this time.")
        self.say_nothing("" if some else told)
        aside = self.tr("{rated} of {closed} closed dialogs").format(rated=rated, closed=closed)
        self.aside.setText(aside if some else "")

    def _on_clicked(self, stars: tuple[int, ...], _checked: bool = False) -> None:
        self.wanted.emit(stars)
