"""One answer of the resolver: customer, chat, session, records and operator, each to open."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.linked import RecordRef
from app.domain.links import neutral
from app.domain.resolving import Graph
from app.ui.linked.resolver_words import ResolverWords
from app.ui.linked.words import LinkedWords
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, IconLabel, label

_NAME_WIDTH, _ROW = 96, 28


@dataclass(frozen=True, slots=True)
class Pages:
    """Where things stand at the portal."""

    record: Callable[[RecordRef], str]
    chat: Callable[[int], str]
    user: Callable[[int], str]


class GraphCard(QFrame):
    """It only shows. `dialog_wanted` brings what the page takes, `page_wanted` an address."""

    dialog_wanted = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, theme: Theme, graph: Graph, pages: Pages, line_name: str) -> None:
        super().__init__()
        self._theme, self._pages = theme, pages
        self._words, self._linked = ResolverWords(self), LinkedWords(self)
        self.setProperty("card", "true")
        self.links: list[IconButton] = []
        self.texts: list[str] = []
        says = self.tr("Open dialog") if graph.message is None else self.tr("Open message")
        self.open = Button(theme, says, icon="dialogs")
        self.open.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(2)
        self._column.addWidget(ElidedLabel(self._words.clue(graph.clue), "strong"))
        self._fill(graph, line_name)
        self.setAccessibleName(", ".join([self._words.clue(graph.clue), *self.texts]))

    def _fill(self, graph: Graph, line_name: str) -> None:
        if graph.portal_chat is not None or graph.dialog is not None:
            self._about_dialog(graph, line_name)
        titles = dict(graph.titles)
        for ref in graph.records:
            title = neutral(titles.get(ref, ""))
            text = f"{self._linked.record(ref)} · {title}" if title else self._linked.record(ref)
            self._row("tag", self.tr("CRM"), text, self._pages.record(ref))
        if graph.portal_chat is not None and not graph.records:
            nothing = self.tr("linked to nothing") if graph.asked else self.tr("not known here")
            self._row("tag", self.tr("CRM"), nothing)
        if graph.operator_id or graph.operator:
            name = neutral(graph.operator) or f"#{graph.operator_id}"
            page = self._pages.user(graph.operator_id) if graph.operator_id else ""
            self._row("headset", self.tr("Operator"), name, page)
        if graph.dialog is not None:
            self.open.clicked.connect(lambda: self.dialog_wanted.emit(_leads_to(graph)))
            self._column.addSpacing(6)
            self._column.addWidget(self.open)
            self.open.show()
            for before, after in pairwise([*self.links, self.open]):
                self.setTabOrder(before, after)
        elif graph.portal_chat is not None:
            told = self.tr("This chat is not in the journal of this console.")
            self._column.addWidget(label(told, "small", "text2", wrap=True))

    def _about_dialog(self, graph: Graph, line_name: str) -> None:
        customer = " · ".join(filter(None, (neutral(graph.customer), neutral(graph.external))))
        self._row("user", self.tr("Customer"), customer)
        if graph.portal_chat is not None:
            place = " · ".join(filter(None, (neutral(graph.connector), neutral(line_name))))
            chat = f"chat{graph.portal_chat}" + (f" · {place}" if place else "")
            self._row("dialogs", self.tr("Chat"), chat, self._pages.chat(graph.portal_chat))
        session = str(graph.session) if graph.session else self.tr("none is open")
        self._row("clock", self.tr("Session"), session)

    def _row(self, icon: str, name: str, text: str, address: str = "") -> None:
        self.texts.append(f"{name}: {text}")
        row = QWidget()
        row.setMinimumHeight(_ROW)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel(self._theme, icon))
        told = label(name, "body", "text2")
        told.setMinimumWidth(_NAME_WIDTH)
        line.addWidget(told)
        line.addWidget(ElidedLabel(text, "body"), 1)
        if address:
            says = self.tr("Open {name} at the portal").format(name=text)
            link = IconButton(self._theme, "external", says, "accent")
            link.clicked.connect(lambda: self.page_wanted.emit(address))
            self.links.append(link)
            line.addWidget(link)
        self._column.addWidget(row)


def _leads_to(graph: Graph) -> object:
    """A message is brought to the reader's eyes, not its dialog alone."""
    if graph.message is None:
        return graph.dialog
    return "message", graph.dialog, graph.message
