"""The head of the Statistics page: the segments, the time, the lines, the export."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.domain.board_periods import Span
from app.ui.dialogs.filter_several import Several
from app.ui.dialogs.words import short_date
from app.ui.statistics.tabs import ANSWERS, BOARD, DELIVERY, OPERATORS
from app.ui.style import Theme
from app.ui.widgets import Button, Segments, label

if TYPE_CHECKING:
    from app.ui.statistics.presenter import StatisticsPresenter

_OTHER = "other"
_GAP = 24
_CHOICE = 168  # wide enough for "Последние 30 дней"


class Toolbar(QWidget):
    """Where there is no room what is chosen stands in a second row."""

    tab_chosen = Signal(str)
    export_asked = Signal()
    days_asked = Signal()

    def __init__(self, theme: Theme, presenter: "StatisticsPresenter") -> None:
        super().__init__()
        self._presenter = presenter
        self.tabs = Segments(
            theme,
            self.tr("Part of the statistics"),
            (
                (BOARD, self.tr("Board")),
                (ANSWERS, self.tr("Answers")),
                (OPERATORS, self.tr("Operators")),
                (DELIVERY, self.tr("Delivery")),
            ),
        )
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period"))
        self.lines = Several(theme, self.tr("Lines"), self.tr("All lines"))
        self.export = Button(theme, self.tr("Export…"), icon="file")
        self._fill()
        self._arrange()
        self._wire()

    @property
    def title(self) -> str:
        """The time that is counted, in words."""
        return self._spans().get(self._presenter.span, "") or days_words(self._presenter.span)

    def show_lines(self, names: Mapping[int, str]) -> None:
        """Which lines there are."""
        self.lines.set_names(names)

    def show_period(self) -> None:
        """What is chosen: also days that no word stands for."""
        span = self._presenter.span
        blocked = self.period.blockSignals(True)
        self._fill()
        if not isinstance(span, Span):
            self.period.insertItem(len(Span), days_words(span), span)
        self.period.setCurrentIndex(max(0, self.period.findData(span)))
        self.period.blockSignals(blocked)

    def minimumSizeHint(self) -> QSize:
        """With two rows."""
        width = max(self._upper(), self._choosers.sizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choosers stand beside the segments, or below them."""
        super().resizeEvent(event)
        needed = self._upper() + _GAP + self._choosers.sizeHint().width()
        self._place(narrow=self.width() < needed)

    def _upper(self) -> int:
        return self._title.sizeHint().width() + _GAP + self.tabs.sizeHint().width()

    def _place(self, *, narrow: bool) -> None:
        place = (1, 0, 1, 3) if narrow else (0, 2, 1, 1)
        self._grid.addWidget(self._choosers, *place)

    def _spans(self) -> dict[object, str]:
        return {
            Span.TODAY: self.tr("Today"),
            Span.YESTERDAY: self.tr("Yesterday"),
            Span.WEEK: self.tr("Last 7 days"),
            Span.MONTH: self.tr("Last 30 days"),
        }

    def _fill(self) -> None:
        self.period.clear()
        for span, text in self._spans().items():
            self.period.addItem(text, span)
        self.period.addItem(self.tr("Other days…"), _OTHER)

    def _on_period(self, row: int) -> None:
        chosen = self.period.itemData(row)
        if chosen == _OTHER:
            self.show_period()
            self.days_asked.emit()
        else:
            self._presenter.choose_span(Span(chosen) if isinstance(chosen, str) else chosen)
            self.show_period()

    def _arrange(self) -> None:
        self._title = label(self.tr("Statistics"), "page")
        for chooser in (self.period, self.lines):
            chooser.setFixedWidth(_CHOICE)
            chooser.setProperty("low", "true")  # as high as the button beside them
        self.lines.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._choosers = QWidget()
        row = QHBoxLayout(self._choosers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for part in (self.period, self.lines, self.export):
            row.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self.tabs, 0, 1)
        self._grid.setColumnStretch(2, 1)
        self._place(narrow=False)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self.tab_chosen)
        self.period.activated.connect(self._on_period)
        self.lines.chosen.connect(lambda: self._presenter.choose_lines(self.lines.values))
        self.export.clicked.connect(self.export_asked)


def days_words(span: object) -> str:
    """The first and the last of the days that somebody chose."""
    if not isinstance(span, tuple):
        return ""
    first, last = span
    both = first, last
    words = [short_date(each) for each in both if isinstance(each, date)]
    return words[0] if first == last else " – ".join(words)
