"""A section of the details: the records of the CRM to which the open dialog is bound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dialog import Dialog
from app.domain.linked import Linkage, LinkState, RecordCard, RecordRef
from app.domain.links import neutral
from app.services.crm_links import CrmLink
from app.ui.dialogs.list_words import ListWords
from app.ui.emptying import take_all
from app.ui.errors import Explained
from app.ui.linked.words import LinkedWords
from app.ui.style import Theme
from app.ui.widgets import Badge, ElidedLabel, IconButton, IconLabel, label
from app.ui.wrapping import breakable


@dataclass(frozen=True, slots=True)
class _Row:
    """A record as the section shows it; without a page it cannot be opened."""

    title: str
    lines: tuple[str, ...] = ()
    url: str = ""
    icon: str = "tag"


class CrmSection(QWidget):
    """Says also what is not known, and why."""

    opened = Signal(str)  # the address of a record
    asked = Signal()

    def __init__(
        self,
        theme: Theme,
        words: ListWords,
        responsible: Callable[[RecordCard], str],
        page: Callable[[RecordRef], str],
    ) -> None:
        super().__init__()
        self._theme, self._words, self._linked = theme, words, LinkedWords(self)
        self._responsible, self._page = responsible, page
        self.refresh = IconButton(theme, "refresh", self.tr("Ask the portal for the CRM's records"))
        self.refresh.clicked.connect(self.asked)
        self.state = Badge(theme)
        self.advice = label("", "small", "text2", wrap=True)
        self.told = label("", "small", "text2", wrap=True)
        self.problem = label("", "small", "danger", wrap=True)
        self.links: list[IconButton] = []
        self.titles: list[str] = []
        self.texts: list[str] = []
        self._shown: tuple[_Row, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._arrange()

    def show_link(
        self,
        dialog: Dialog,
        link: CrmLink | None,
        linkage: Linkage | None,
        problem: Explained | None,
        *,
        busy: bool,
    ) -> None:
        """What is known of a dialog, and what went wrong when the portal was asked. What the
        portal said of these records before stays, with its time.
        """
        current = linkage if link and linkage and linkage.is_about(link.refs) else None
        self._show_records(self._rows_of(link, current))
        self._show_state(link, current)
        self.told.setText(self._standing(dialog, link, current, busy=busy))
        self.told.setVisible(bool(self.told.text()))
        said = (problem.title, problem.advice or problem.text, problem.code) if problem else ()
        self.problem.setText(breakable("\n".join(filter(None, said))))
        self.problem.setVisible(problem is not None)
        self.refresh.setEnabled(dialog.portal_chat is not None and not busy)

    def _rows_of(self, link: CrmLink | None, linkage: Linkage | None) -> tuple[_Row, ...]:
        """Bound records as soon as they are named; what they are, when the portal has said it."""
        if link is None:
            return ()
        if linkage is None:
            return tuple(_Row(self._linked.record(each.ref), (), each.url) for each in link.records)
        lost = tuple(
            _Row(self._linked.record(ref), (self._linked.lost(ref, why),), "", "warn")
            for ref, why in linkage.lost.items()
        )
        return (*lost, *map(self._row_of, linkage.found))

    def _row_of(self, card: RecordCard) -> _Row:
        stage, who = card.stage, self._responsible(card)
        people = (
            self.tr("Stage: {name}").format(name=stage) if stage else "",
            self.tr("Responsible: {name}").format(name=who) if who else "",
        )
        contacts = (*card.phones[:2], *card.emails[:2])
        lines = (card.title, *people, _joined(contacts))
        shown = tuple(neutral(each) for each in lines if each)
        return _Row(self._linked.record(card.ref), shown, self._page(card.ref))

    def _show_state(self, link: CrmLink | None, linkage: Linkage | None) -> None:
        state = linkage.state if linkage is not None else None
        if state is None and link is not None:
            state = LinkState.LINKED if link.records else LinkState.NONE
        self.state.set(*(self._linked.state(state) if state is not None else ("", "neutral")))
        advice = self._linked.advice(state) if state is not None else ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def _standing(
        self, dialog: Dialog, link: CrmLink | None, linkage: Linkage | None, *, busy: bool
    ) -> str:
        if dialog.portal_chat is None:
            return self.tr("The portal has no chat for this dialog yet.")
        if link is None:
            return self.tr("Asking the portal …") if busy else self.tr("Not asked yet.")
        at = self._words.moment((linkage or link).read_at)
        if link.records:
            return self.tr("As the portal said on {time}.").format(time=at)
        return self.tr("Not linked to any record. As the portal said on {time}.").format(time=at)

    def _show_records(self, rows: Sequence[_Row]) -> None:
        if tuple(rows) == self._shown:
            return
        self._shown, self.links = tuple(rows), []
        self.titles = [row.title for row in rows]
        self.texts = [text for row in rows for text in row.lines]
        for old in take_all(self._rows):
            old.hide()
            old.deleteLater()
        before: QWidget = self.refresh
        for row in rows:
            self._rows.addWidget(self._built(row))
        for link in self.links:
            self.setTabOrder(before, link)
            before = link

    def _built(self, row: _Row) -> QWidget:
        built = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(self._theme, row.icon))
        head.addWidget(ElidedLabel(row.title, "strong"), 1)
        if row.url:
            name = self.tr("Open {record} at the portal").format(record=row.title)
            link = IconButton(self._theme, "external", name, "accent")
            link.clicked.connect(lambda: self.opened.emit(row.url))
            self.links.append(link)
            head.addWidget(link)
        column = QVBoxLayout(built)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 0, 0)
        below.setSpacing(2)
        for place, text in enumerate(row.lines):
            below.addWidget(ElidedLabel(text, "small", "text1" if place == 0 else "text2"))
        column.addLayout(below)
        return built

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("CRM"), "strong"))
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.advice)
        column.addLayout(self._rows)
        column.addWidget(self.told)
        column.addWidget(self.problem)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(filter(None, parts))
