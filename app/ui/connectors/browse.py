"""The list of connectors and, beside it, the chosen one, why there is none, or the doctor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.connector import Origin
from app.ui.connectors.detail import ConnectorDetail
from app.ui.connectors.list_panel import ListPanel
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState, ErrorPanel, label

if TYPE_CHECKING:
    from app.services.desk import Desk

_LIST, _LIST_NARROW, _LIST_NARROWEST = 336, 272, 220
_ROOMY = 1040


class Browse(QSplitter):
    """The list gives way in a small window, unless the person has set its width."""

    connect_wanted = Signal()
    register_wanted = Signal()
    sign_in_wanted = Signal()

    def __init__(
        self,
        desk: "Desk",
        theme: Theme,
        presenter: ConnectorsPresenter,
        questions: PageQuestions,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._presenter, self._session = theme, presenter, desk.session
        self.panel = ListPanel(theme, presenter.list_model)
        self.detail = ConnectorDetail(theme, presenter, desk, questions)
        self.empty = self._made_empty()
        self.reading = label(self.tr("Reading the connectors…"), "body", "text2")
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error = ErrorPanel(theme, self.tr("Try now"))
        self.right = QStackedWidget()
        self._moved = False
        self._arrange()
        self._wire()
        self.show_state()

    def show_right(self, pane: QWidget | None) -> None:
        """Put something in the place of the chosen connector; None brings that back."""
        if pane is not None and self.right.indexOf(pane) < 0:
            self.right.addWidget(pane)
        self.right.setCurrentWidget(pane or self._home)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the class."""
        super().resizeEvent(event)
        if not self._moved:
            width = _LIST if self.width() >= _ROOMY else _LIST_NARROW
            self.setSizes([width, max(0, self.width() - width)])

    def show_state(self) -> None:
        """The chosen connector; without one, why."""
        service = self._presenter.service
        connector = self._presenter.selected()
        own = any(x.origin is Origin.OWN for x in service.connectors())
        read = service.read_at is not None and not service.outdated
        self.detail.setVisible(connector is not None)
        self.empty.setVisible(connector is None and read)
        self.reading.setVisible(connector is None and not read and service.problem is None)
        self.panel.list.choose(self._presenter.connector)
        self.panel.connect_button.set_kind("primary" if own else "normal")
        ended = self._session.signed_out
        if ended is not None:
            self.error.show_error(explain_problem(ended), self.tr("Sign in again"))
        elif service.problem is not None and connector is None:
            self.error.show_error(explain_problem(service.problem), self.tr("Try now"))
        else:
            self.error.clear()

    def _arrange(self) -> None:
        self._home = QWidget()
        column = QVBoxLayout(self._home)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 0, 24, 0)
        holder.addWidget(self.error)
        column.addLayout(holder)
        column.addWidget(self.empty)
        column.addWidget(self.reading)
        self.right.addWidget(self._home)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(_LIST_NARROWEST)
        self.addWidget(self.panel)
        self.addWidget(self.right)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST, 3 * _LIST])

    def _wire(self) -> None:
        self.splitterMoved.connect(self._on_moved)
        self.panel.connect_wanted.connect(self.connect_wanted)
        self.panel.list.chosen.connect(self._on_chosen)
        self.error.action.connect(self._on_way_on)
        self.destroyed.connect(self._session.changed.connect(lambda _: self.show_state()))
        for signal in (self._presenter.changed, self._presenter.chosen):
            signal.connect(self.show_state)

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
                Action(self.tr("Connect a channel"), self.connect_wanted.emit, "plug"),
                Action(self.tr("Only register"), self.register_wanted.emit),
            ],
        )

    def _on_chosen(self, connector: str) -> None:
        self.show_right(None)
        self._presenter.choose(connector)

    def _on_moved(self) -> None:
        self._moved = True

    def _on_way_on(self) -> None:
        if self._session.signed_out is not None:
            self.sign_in_wanted.emit()
        else:
            self._presenter.refresh()
