"""The Connectors page: the list and the chosen connector, or the way to a new one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.connector import LineState, Origin
from app.ui.commands import Command
from app.ui.connectors.detail import ConnectorDetail
from app.ui.connectors.list_panel import ListPanel
from app.ui.connectors.new_connector import NewConnector
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState, ErrorPanel, label

if TYPE_CHECKING:
    from app.services.desk import Desk

_LIST, _LIST_NARROW, _LIST_NARROWEST = 336, 272, 220
_ROOMY = 1040
_FRESH = 10.0  # seconds that a reading is good for when the page is opened


class ConnectorsPage(QWidget):
    """Asks the window for other pages through `go`."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._session = theme, desk.session
        questions = PageQuestions(self)
        self.presenter = ConnectorsPresenter(desk.connectors, questions, self)
        self.panel = ListPanel(theme, self.presenter.list_model)
        self.detail = ConnectorDetail(theme, self.presenter, desk.previews, questions)
        self.empty = self._made_empty()
        self.reading = label(self.tr("Reading the connectors…"), "body", "text2")
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error = ErrorPanel(theme, self.tr("Try now"))
        self.new = NewConnector(theme, desk.connectors, desk.previews)
        self._arrange()
        self._wire()
        self._show()
        self.presenter.tasks.start("draft", self.new.load_draft)

    def cell(self, connector: str, line: int) -> LineState:
        """The state that the grid shows for a connector on a line."""
        found = self.presenter.grid_model.cell(connector, line)
        return found.state if found is not None else LineState.UNKNOWN

    def shown(self) -> tuple[str, ...]:
        """The ids of the connectors in the list."""
        return self.presenter.list_model.shown()

    def take(self, payload: object) -> None:
        """Show a connector by its id; "connect" opens the assistant."""
        if payload == "connect":
            self.open_assistant()
        elif isinstance(payload, str):
            self.open_list()
            self.presenter.choose(payload)

    def open_assistant(self) -> None:
        """From nothing to a connector that works."""
        self._pages.setCurrentWidget(self.new)
        self.new.open_assistant()

    def open_registration(self) -> None:
        """The whole form for a new connector."""
        self._pages.setCurrentWidget(self.new)
        self.new.open_registration()

    def open_list(self) -> None:
        """Back to the connectors."""
        self._pages.setCurrentWidget(self._browse)
        self.panel.list.setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.open_list()
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if self._pages.currentWidget() is self._browse:
            return [self.panel, self.detail]
        return [self.new]

    def commands(self) -> list[Command]:
        """What the palette can do here."""
        group = self.tr("Connectors")
        return [
            Command(self.tr("Connect a channel"), self.open_assistant, "Ctrl+N", group, "plug"),
            Command(self.tr("Register a connector"), self.open_registration, "", group, "plus"),
            Command(self.tr("Read all states again"), self.refresh, "", group, "refresh"),
            Command(self.tr("Search connectors"), self.focus_search, "", group, "search"),
        ]

    async def leave(self) -> None:
        """End all work; a draft that is not written yet is written now."""
        await self.presenter.tasks.close()
        await self.detail.leave()
        await self.new.leave()

    def _made_empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            "plug",
            self.tr("No connector registered here yet"),
            self.tr(
                "A connector brings customers of another channel into an open line. Connect one "
                "in four calls and write as its first customer."
            ),
            [
                Action(self.tr("Connect a channel"), self.open_assistant, "plug"),
                Action(self.tr("Only register"), self.open_registration),
            ],
        )

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 0, 24, 0)
        holder.addWidget(self.error)
        column.addLayout(holder)
        column.addWidget(self.empty)
        column.addWidget(self.reading)
        self._browse = QSplitter(Qt.Orientation.Horizontal)
        self._browse.setHandleWidth(1)
        self._browse.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(_LIST_NARROWEST)
        self._browse.addWidget(self.panel)
        self._browse.addWidget(right)
        self._browse.setStretchFactor(1, 1)
        self._browse.setSizes([_LIST, 3 * _LIST])
        self._browse.splitterMoved.connect(self._on_splitter_moved)
        self._moved = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._browse)
        self._pages.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        self.panel.connect_wanted.connect(self.open_assistant)
        self.panel.list.chosen.connect(presenter.choose)
        self.detail.write_wanted.connect(self._write)
        self.detail.take_over_wanted.connect(self._take_over)
        self.detail.lines.calls_wanted.connect(lambda: self.go.emit("calls", "imconnector.list"))
        self.new.write_wanted.connect(self._write)
        self.new.back.connect(self.open_list)
        self.new.made.connect(presenter.choose)
        self.error.action.connect(self._on_way_on)
        stop = self._session.changed.connect(lambda _: self._show())
        self.destroyed.connect(stop)
        for signal in (presenter.changed, presenter.chosen):
            signal.connect(self._show)
        presenter.changed.connect(self._on_changed)
        for keys, slot in {
            "Ctrl+N": self.open_assistant,
            "Esc": self._on_escape,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        """Other clients register connectors too: what was read long ago is read again."""
        super().showEvent(event)
        self._read_if_old(_FRESH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a small window, unless the person has set its width."""
        super().resizeEvent(event)
        if not self._moved:
            width = _LIST if self.width() >= _ROOMY else _LIST_NARROW
            self._browse.setSizes([width, max(0, self.width() - width)])

    def _on_changed(self) -> None:
        if self.isVisible() and self.presenter.service.outdated:
            self._read_if_old(_FRESH)

    def _read_if_old(self, seconds: float) -> None:
        if self._session.signed_out is None and self.presenter.service.is_old(seconds):
            self.refresh()

    def _on_escape(self) -> None:
        """First the words of a search go, then it leads back to the list."""
        if self.panel.search.hasFocus() and self.panel.search.text():
            self.panel.search.clear()
        else:
            self.open_list()

    def _on_splitter_moved(self) -> None:
        self._moved = True

    def _show(self) -> None:
        connector = self.presenter.selected()
        own = any(x.origin is Origin.OWN for x in self.presenter.service.connectors())
        problem = self.presenter.service.problem
        self.detail.setVisible(connector is not None)
        read = self.presenter.service.read_at is not None and not self.presenter.service.outdated
        self.empty.setVisible(connector is None and read)
        self.reading.setVisible(connector is None and not read and problem is None)
        self.panel.list.choose(self.presenter.connector)
        self.panel.connect_button.set_kind("primary" if own else "normal")
        ended = self._session.signed_out
        if ended is not None:
            self.error.show_error(explain_problem(ended), self.tr("Sign in again"))
        elif problem is not None and connector is None:
            self.error.show_error(explain_problem(problem), self.tr("Try now"))
        else:
            self.error.clear()

    def _on_way_on(self) -> None:
        if self._session.signed_out is not None:
            self.go.emit("sign in", None)
        else:
            self.refresh()

    def _take_over(self) -> None:
        connector = self.presenter.selected()
        if connector is not None:
            self._pages.setCurrentWidget(self.new)
            self.new.take_over(connector.id, connector.name)

    def _write(self) -> None:
        self.open_list()
        self.go.emit("dialogs", ("new", *self.presenter.working_cell()))
