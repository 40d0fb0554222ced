"""The five large figures of the board: three of now, two of the chosen time."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.board import BoardFacts
from app.domain.dialog import DialogId
from app.domain.statistics.facts import Report
from app.ui.statistics.board_words import TONES, BoardWords
from app.ui.statistics.figures import Figure, FigureCard
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.tab import Shown
from app.ui.style import Theme

_GAP = 12
#: Of fewer answers a 95th percentile says no more than the slowest of them.
_ENOUGH = 20


class BoardFigures(QWidget):
    """They share the row."""

    dialogs_wanted = Signal(object, str)

    def __init__(self, theme: Theme, words: BoardWords) -> None:
        super().__init__()
        self._words, self._figures = words, FigureWords(self)
        self._target, self._partly = "", False
        self._told: tuple[object, ...] = ()
        self.waiting = FigureCard(theme, self.tr("Waiting now"))
        self.longest = FigureCard(theme, self.tr("Longest wait"))
        self.open = FigureCard(theme, self.tr("Open dialogs"))
        self.answer = FigureCard(theme, self.tr("First answer, median"))
        self.delivered = FigureCard(theme, self.tr("Confirmed"))
        self.cards = (self.waiting, self.longest, self.open, self.answer, self.delivered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for card in self.cards:
            row.addWidget(card, 1)
            card.dialogs_wanted.connect(self.dialogs_wanted)

    def show_facts(self, facts: BoardFacts, now: datetime, *, partly: bool = False) -> None:
        """What is so now. `partly`: not all dialogs are known. While nothing has changed only the
        longest wait goes on.
        """
        self._partly = partly
        self.longest.show_figure(self._longest(facts, now))
        told = (facts, partly, self._target)
        if not self._told or facts is not self._told[0] or told[1:] != self._told[1:]:
            self._told = told
            self._show_counts(facts)

    def _show_counts(self, facts: BoardFacts) -> None:
        words, waiting = self._words, facts.waiting
        tone = "warning" if facts.late or facts.soon else ""
        dialogs = tuple(chain.from_iterable(each.waiting for each in facts.lines))
        note = self._waiting_note(facts)
        self.waiting.show_figure(Figure(str(len(waiting)), note, tone, dialogs))
        told = words.opened(len(facts.answering), len(facts.open) - len(facts.answering))
        self.open.show_figure(Figure(str(len(facts.open)), told, "", facts.open))

    def show_report(self, shown: Shown) -> None:
        """What was so in the chosen time; a dash while it is counted."""
        self._target = self._figures.duration(shown.target_s) if shown.target_s else ""
        report = shown.report
        if report is None:
            note = self.tr("is being counted") if shown.busy else self.tr("not counted")
            for card in (self.answer, self.delivered):
                card.show_figure(Figure("—", note))
            return
        self.answer.show_figure(self._answer(report, shown))
        self.delivered.show_figure(self._delivered(report))

    def _waiting_note(self, facts: BoardFacts) -> str:
        if not facts.waiting:
            return self._nobody()
        notes = []
        if facts.late:
            notes.append(self._words.over(len(facts.late), self._target))
        if facts.unanswered:
            notes.append(self._words.unanswered(len(facts.unanswered)))
        return ", ".join(notes) or self.tr("all within the target")

    def _nobody(self) -> str:
        return self.tr("nobody known here") if self._partly else self.tr("nobody waits")

    def _longest(self, facts: BoardFacts, now: datetime) -> Figure:
        if not facts.waiting:
            return Figure("—", self._nobody())
        first, words = facts.waiting[0], self._words
        who = f"{words.person(first.name)}, {words.line(first.line)}"
        standing = words.standing(first.state)
        note = f"{standing} · {who}" if standing else who
        wait = words.wait(first.since, now)
        return Figure(wait, note, TONES[first.state], (first.dialog,))

    def _answer(self, report: Report, shown: Shown) -> Figure:
        spread, words = report.first_answer, self._figures
        if not spread.count:
            return Figure("—", self.tr("no answer, {period}").format(period=_lower(shown.title)))
        note = self.tr("%n answer(s), {period}", "", spread.count)
        if spread.count >= _ENOUGH:
            note = self.tr("p95 {time} of %n answer(s), {period}", "", spread.count)
        note = note.format(time=words.duration(spread.p95), period=_lower(shown.title))
        late = bool(shown.target_s and spread.median and spread.median > shown.target_s)
        if late:
            note = self.tr("over the target · {rest}").format(rest=note)
        answered = (each.dialogs for each in report.by_operator if each.key)
        tone = "warning" if late else ""
        return Figure(words.duration(spread.median), note, tone, _all(answered))

    def _delivered(self, report: Report) -> Figure:
        sent = sum(each.sent for each in report.health)
        confirmed = sum(each.confirmed for each in report.health)
        if not sent:
            return Figure("—", self.tr("nothing through this application's connectors"))
        lost = sum(each.undelivered for each in report.health)
        number = self._figures.number
        note = self.tr("{waiting} not confirmed, {lost} not delivered of {sent}").format(
            waiting=number(max(0, sent - confirmed - lost)), lost=number(lost), sent=number(sent)
        )
        dialogs = _all(each.dialogs for each in report.health)
        return Figure(self._figures.share(confirmed / sent), note, "", dialogs)


def _all(parts: Iterable[tuple[DialogId, ...]]) -> tuple[DialogId, ...]:
    return tuple(dict.fromkeys(dialog for part in parts for dialog in part))


def _lower(title: str) -> str:
    """In the middle of a sentence."""
    return title[:1].lower() + title[1:]
