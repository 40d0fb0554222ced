"""The chosen row below the list: what it holds, and what can be done with it on purpose."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.services.queue_view import Lot, SeenRow
from app.ui.calls.detail import BodyPane, Marks
from app.ui.calls.pretty import pretty
from app.ui.queue.presenter import ASIDE
from app.ui.queue.tree import Shown
from app.ui.queue.words import QueueWords
from app.ui.style import Theme
from app.ui.widgets import Button, label, line
from app.ui.wrapping import breakable


class RowPane(QWidget):
    """Its buttons are the page's."""

    def __init__(self, theme: Theme, words: QueueWords) -> None:
        super().__init__()
        self._words, self._raw = words, ""
        self.facts = label("", "small", "text2", wrap=True)
        self.body = BodyPane(theme, self.tr("Row"), self.tr("as it came"))
        self.copy = Button(theme, self.tr("Copy"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.retry = Button(theme, self.tr("Try again"), icon="refresh")
        self.read_errors = Button(theme, self.tr("Read the errors again…"), icon="download")
        self.mark_error = Button(theme, self.tr("Mark as errors…"), icon="warn")
        self.clear = Button(theme, self.tr("Destroy these…"), "danger", "trash")
        self._arrange()

    def show_rows(self, chosen: Sequence[Shown]) -> None:
        """The first of the chosen rows."""
        first = chosen[0] if chosen else None
        if isinstance(first, SeenRow):
            raw, facts = first.row.raw, self._words.facts(first)
        elif first is not None:
            raw, facts = first.raw, self._words.aside(first)
        else:
            raw, facts = b"", ""
        text = raw.decode("utf-8", "replace")
        self.facts.setText(breakable(neutral(facts)))
        if text != self._raw or not text:
            self._raw = text
            self.body.show_body(text, pretty(text), Marks())

    def show_acts(self, lot: str, chosen: int, *, free: bool, writable: bool) -> None:
        """What can be done with so many rows of a lot; nothing while something is being done."""
        self.retry.setVisible(lot == ASIDE)
        self.clear.setVisible(lot != ASIDE)
        self.mark_error.setVisible(lot == Lot.RESERVED)
        self.read_errors.setVisible(lot == Lot.ERROR)
        self.retry.setEnabled(bool(chosen) and free)
        self.copy.setEnabled(bool(chosen))
        why_not = "" if writable else self.tr("This portal is read-only here.")
        for button in (self.clear, self.mark_error, self.read_errors):
            button.setEnabled(bool(chosen) and free and writable)
            button.setToolTip(why_not)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(pretty(self._raw, len(self._raw)).text)

    def _arrange(self) -> None:
        self.facts.setContentsMargins(16, 8, 16, 4)
        acts = QHBoxLayout()
        acts.setContentsMargins(16, 8, 16, 8)
        acts.setSpacing(8)
        acts.addWidget(self.copy)
        acts.addStretch(1)
        for button in (self.retry, self.read_errors, self.mark_error, self.clear):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addWidget(self.facts)
        column.addWidget(self.body, 1)
        column.addWidget(line())
        column.addLayout(acts)
