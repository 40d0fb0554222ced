"""How many dialogs came and how fast they were answered: by hour, weekday, day, line, connector."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.statistics.facts import Report, Spread
from app.ui.statistics.groups import Group, Measure
from app.ui.statistics.plot_layout import FigureCard, Pair, ScrolledTab
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.plots import AnswerLines, HourBars
from app.ui.statistics.tab import Shown
from app.ui.style import Theme
from app.ui.widgets import Note, Segments, Switch

_GROUPS = (Group.HOUR, Group.WEEKDAY, Group.DAY, Group.LINE, Group.CONNECTOR)


class AnswersTab(ScrolledTab):
    """Keeps by what and what is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = FigureWords(self)
        self._shown: Shown | None = None
        groups = [(group.value, self.words.group(group)) for group in _GROUPS]
        measures = [(each.value, self.words.measure(each)) for each in Measure]
        self.group = Segments(theme, self.tr("By what"), groups)
        self.measure = Segments(theme, self.tr("Which time"), measures)
        self.working = Switch(theme, self.tr("Open hours only"))
        self.working.setToolTip(self.tr("Times count only while the line is open"))
        self.note = Note(theme, tone="accent")
        self.note.hide()
        self.cards = {measure: FigureCard(self.words.measure(measure)) for measure in Measure}
        self.bars, self.times = HourBars(theme), AnswerLines(theme)
        self._arrange()
        self._wire()

    def show_state(self, shown: Shown) -> None:
        """Show these figures."""
        self._shown = shown
        group, measure = Group(self.group.choice), Measure(self.measure.choice)
        self.working.setChecked(shown.working)
        self.bars.show_state(shown, group)
        self.times.show_state(shown, group, measure)
        for each, card in self.cards.items():
            self._show_total(card, each.total(shown.report) if shown.report else Spread(), each)
        self._show_note(shown)

    def panes(self) -> list[QWidget]:
        """The choices, then each plot."""
        return [self.group, self.bars.body, self.times.body]

    def _show_total(self, card: FigureCard, spread: Spread, measure: Measure) -> None:
        rest = self.words.spread_rest(spread, measure) if spread.count else "—"
        card.show_figure(self.words.duration(spread.median), rest)

    def _show_note(self, shown: Shown) -> None:
        text = self._hourless(shown.report, shown) if shown.report else ""
        self.note.text.setText(text)
        self.note.setVisible(bool(text))

    def _hourless(self, report: Report, shown: Shown) -> str:
        if not report.working or not report.hourless:
            return ""
        names = ", ".join(self.words.line(each, shown.names) for each in sorted(report.hourless))
        text = self.tr("The hours of these lines are not known, their whole day counts: {lines}")
        return text.format(lines=names)

    def _again(self, _key: str) -> None:
        if self._shown is not None:
            self.show_state(self._shown)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.group)
        choices.addStretch(1)
        choices.addWidget(self.working)
        self.column.addLayout(choices)
        self.column.addWidget(self.note)
        self.add_cards(*self.cards.values())
        times = QHBoxLayout()
        times.addWidget(self.measure)
        times.addStretch(1)
        self.column.addLayout(times)
        self.column.addWidget(Pair(self.bars, self.times), 1)

    def _wire(self) -> None:
        self.group.chosen.connect(self._again)
        self.measure.chosen.connect(self._again)
        self.working.clicked.connect(self.working_wanted)
        self.bars.dialogs_wanted.connect(self.dialogs_wanted)
        self.times.dialogs_wanted.connect(self.dialogs_wanted)
