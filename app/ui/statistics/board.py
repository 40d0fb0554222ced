"""The board: what a supervisor has to know now, and how the chosen time has been."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.errors import explain_problem
from app.ui.statistics.attention import Attention
from app.ui.statistics.board_figures import BoardFigures
from app.ui.statistics.board_items import BoardItems
from app.ui.statistics.board_presenter import BoardPresenter
from app.ui.statistics.board_words import BoardWords
from app.ui.statistics.known_bar import KnownBar
from app.ui.statistics.lines_now import LinesNow
from app.ui.statistics.operators_now import OperatorsNow
from app.ui.statistics.plots import AnswerLines, HourBars
from app.ui.statistics.ratings import Ratings
from app.ui.statistics.tab import Shown, Tab
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk

_NARROW = 960
_GAP = 12


class BoardTab(Tab):
    """Figures above, plots at the left, who and what at the right; below it where it is narrow."""

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.words = BoardWords(self)
        self.presenter = BoardPresenter(desk, self)
        self._items = BoardItems(desk, self.words, self)
        self.known = KnownBar(theme)
        self.figures = BoardFigures(theme, self.words)
        self.bars, self.answers = HourBars(theme), AnswerLines(theme)
        self.lines = LinesNow(theme, self.words)
        self.operators = OperatorsNow(theme, self.words)
        self.attention = Attention(theme)
        self.ratings = Ratings(theme, self.words)
        self._arrange()
        self._wire()

    def show_state(self, shown: Shown) -> None:
        """The figures of the chosen time; those of now follow by themselves."""
        self._shown, self.words.names = shown, shown.names
        self.figures.show_report(shown)
        for plot in (self.bars, self.answers):
            plot.show_state(shown)
        report = shown.report
        self.ratings.setVisible(report is not None)
        if report is not None:
            self.ratings.show_ratings(report.ratings, report.rated, report.closed)
        self.presenter.choose(shown.lines)
        self._show_now()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        plots = (self.bars, self.answers)
        return [self.figures, *plots, self.lines, self.operators, self.attention, self.ratings]

    async def leave(self) -> None:
        """End all work."""
        self.presenter.rest()
        await self.presenter.tasks.close()
        await self._items.tasks.close()
        await self.bars.leave()
        await self.answers.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes, and people come and go, only on the screen."""
        super().showEvent(event)
        self.presenter.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self.presenter.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side cards go below where they have no room."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < _NARROW)

    def _show_now(self) -> None:
        facts, now, known = self.presenter.facts, datetime.now(UTC), self.presenter.known
        self.known.show_known(known, self.presenter.unheard)
        partly = known is not None
        self.figures.show_facts(facts, now, partly=partly)
        self.lines.show_lines(facts.lines)
        problem = self.presenter.problem
        why = explain_problem(problem).title if problem is not None else ""
        self.operators.show_operators(facts.operators, why)
        self.attention.show_items(self._items.of(facts, now), partly=partly)

    def _open_rated(self, stars: tuple[int, ...]) -> None:
        if self._shown is not None:
            self._items.open_rated(stars, self._shown)

    def _wire(self) -> None:
        self.presenter.changed.connect(self._show_now)
        for part in (self.figures, self.bars, self.answers, self.lines, self.operators):
            part.dialogs_wanted.connect(self.dialogs_wanted)
        self.attention.go.connect(self._items.follow)
        self._items.go.connect(self.go)
        self._items.dialogs_wanted.connect(self.dialogs_wanted)
        self.ratings.wanted.connect(self._open_rated)
        self.attention.all_wanted.connect(self._items.open_all)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.known)
        column.addWidget(self.figures)
        self._plots, self._side = QWidget(), QWidget()
        plots, side = QVBoxLayout(self._plots), QVBoxLayout(self._side)
        for box, parts in (
            (plots, (self.bars, self.answers)),
            (side, (self.lines, self.operators, self.attention, self.ratings)),
        ):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(_GAP)
            for part in parts:
                box.addWidget(part)
        side.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column.addLayout(self._grid, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(area)
        self._is_narrow: bool | None = None
        self._place(narrow=False)

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._grid.addWidget(self._plots, 0, 0)
        self._grid.addWidget(self._side, int(narrow), int(not narrow))
        self._grid.setColumnStretch(0, 64)
        self._grid.setColumnStretch(1, 0 if narrow else 36)
