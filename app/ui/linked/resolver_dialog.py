"""Find by any id: paste it, see what belongs together, open each part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.list_words import ListWords
from app.ui.emptying import take_all
from app.ui.errors import Explained
from app.ui.linked.graph_card import GraphCard, Pages
from app.ui.linked.portal_link import PortalLink
from app.ui.linked.resolver_presenter import ResolverPresenter
from app.ui.linked.resolver_words import ResolverWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, SearchField, label

_WIDTH, _HEIGHT = 560, 560


class ResolverDialog(QDialog):
    """`dialog_wanted` brings our number of a dialog; the window stays for the next id."""

    dialog_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        presenter: ResolverPresenter,
        pages: Pages,
        words: ListWords,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Find by any id"))
        self.resize(_WIDTH, _HEIGHT)
        self._theme, self._presenter, self._pages, self._lines = theme, presenter, pages, words
        self._words = ResolverWords(self)
        self._link = PortalLink(self, presenter.tasks)
        self.field = SearchField(theme, self.tr("Paste an id, an address, a phone or an e-mail"))
        self.go = Button(theme, self.tr("Find"), "primary", "search")
        self.hint = label(self._about(), "small", "text2", wrap=True)
        self.told = label("", "body", "text2", wrap=True)
        self.error = ErrorPanel(theme, self.tr("Try again"))
        self.cards: list[GraphCard] = []
        self._rows = QVBoxLayout()
        self._shown: tuple[object, ...] = ()
        self._arrange()
        self.go.clicked.connect(self.submit)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.submit)
        self.error.action.connect(self.submit)
        presenter.changed.connect(self._show)
        presenter.failed.connect(self._on_failed)
        self._show()

    def look_for(self, text: str) -> None:
        """Take the keyboard; look for a text at once, if there is one."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        if text:
            self.field.setText(text)
            self.submit()

    def submit(self) -> None:
        """Look for what stands in the field."""
        self.error.clear()
        self._presenter.find(self.field.text())

    def _on_typed(self, text: str) -> None:
        """An empty field asks nothing: no old answer stays under it."""
        if not text:
            self.submit()

    def _on_failed(self, explained: Explained) -> None:
        self.error.show_error(explained)

    def _show(self) -> None:
        presenter = self._presenter
        self._show_cards()
        self.hint.setText(self._words.read_as(presenter.clues) or self._about())
        self.told.setText(self._standing())
        self.told.setVisible(bool(self.told.text()))

    def _standing(self) -> str:
        presenter = self._presenter
        parts = [self._words.found(presenter.graphs, cut=presenter.cut)]
        if presenter.busy:
            parts.append(self.tr("Asking the portal …"))
        elif presenter.clues and not presenter.graphs and presenter.answered:
            parts.append(self._words.nothing(presenter.clues))
        elif presenter.clues and not presenter.answered:
            told = self.tr("This is what the journal knows; the portal was not heard.")
            nothing = self.tr("The journal knows nothing of it; the portal was not heard.")
            parts.append(told if presenter.graphs else nothing)
        return " ".join(filter(None, parts))

    def _show_cards(self) -> None:
        graphs = self._presenter.graphs
        if graphs == self._shown:
            return
        self._shown, self.cards = graphs, []
        for old in take_all(self._rows):
            old.hide()
            old.deleteLater()
        for graph in graphs:
            name = self._lines.line(graph.line) if graph.line else ""
            card = GraphCard(self._theme, graph, self._pages, name)
            card.dialog_wanted.connect(self.dialog_wanted)
            card.page_wanted.connect(self._link.open)
            self.cards.append(card)
            self._rows.addWidget(card)

    def _about(self) -> str:
        return self.tr(
            "User code, chat2043, imol|…, session, lead or deal address, external id, e-mail, "
            "phone. The journal answers first, then the portal."
        )

    def _arrange(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(self._rows)
        stack.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName(self.tr("What was found"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.told)
        column.addWidget(self.error)
        column.addWidget(scroll, 1)
