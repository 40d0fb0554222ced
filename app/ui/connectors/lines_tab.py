"""The tab Lines: the grid, its legend, and the two cards of the chosen cell."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.connector import LineState
from app.domain.problem import Problem
from app.ui.connectors.cell_card import CellCard
from app.ui.connectors.channel_card import ChannelCard
from app.ui.connectors.grid_model import Cell
from app.ui.connectors.grid_view import GridView
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.words import age, clock_time, look_of
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, ErrorPanel, IconLabel, label

if TYPE_CHECKING:
    from app.services.previews import Previews

_TWO_CARDS = 780
_TICK = 5000


class LinesTab(QScrollArea):
    """Old data stay when the portal does not answer, and say that they are old."""

    calls_wanted = Signal()

    def __init__(self, theme: Theme, presenter: ConnectorsPresenter, previews: "Previews") -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.title = ElidedLabel("", "title")
        self.stale = Badge(theme, "", "warning")
        self.read = ElidedLabel("", "small", "text3")
        self.read.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.refresh = Button(theme, self.tr("Refresh"), icon="refresh")
        self.error = ErrorPanel(theme)
        self.calls = Button(theme, self.tr("See calls"), "link")
        self.grid = GridView(theme, presenter.grid_model)
        self.hidden = label("", "small", "text2")
        self.show_hidden = Button(theme, "", "link")
        self.cell = CellCard(theme, presenter, self)
        self.channel = ChannelCard(theme, presenter, previews, self)
        self._clock = QTimer(self, interval=_TICK)
        self._arrange()
        self._wire()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """The age of the reading grows while it is looked at."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards side by side, or one below the other; so the two halves of the legend."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= _TWO_CARDS
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        roomy = self.viewport().width() - 48 >= self.told.sizeHint().width() + self._signs_room()
        self._legend.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)

    def _arrange(self) -> None:
        self.setAccessibleName(self.tr("Lines"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.stale)
        top.addWidget(self.read, 1)
        top.addWidget(self.refresh)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.grid)
        self._hidden_row = QWidget()
        row = QHBoxLayout(self._hidden_row)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.hidden)
        row.addWidget(self.show_hidden)
        row.addStretch(1)
        inside.addWidget(self._hidden_row)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self.cell, 1)
        self._cards.addWidget(self.channel, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.error)
        column.addWidget(self.calls)
        column.addWidget(frame)
        column.addLayout(self._made_legend())
        column.addSpacing(4)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(body)

    def _made_legend(self) -> QBoxLayout:
        words = {
            LineState.WORKING: self.tr("configured, no error"),
            LineState.ERROR: self.tr("configured, error flag set"),
            LineState.NOT_CONNECTED: self.tr("not activated"),
        }
        row = QHBoxLayout()
        row.setSpacing(6)
        for state, text in words.items():
            look = look_of(state)
            row.addWidget(IconLabel(self._theme, look.icon, look.token, 14))
            row.addWidget(label(text, "caption", "text3"))
            row.addSpacing(8)
        row.addStretch(1)
        told = self.tr("Each cell is one imconnector.status call with LINE")
        self.told = ElidedLabel(told, "caption", "text3")
        self._legend = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._legend.setSpacing(6)
        self._legend.addLayout(row)
        self._legend.addWidget(self.told)
        return self._legend

    def _signs_room(self) -> int:
        row = self._legend.itemAt(0)
        return row.sizeHint().width() + self._legend.spacing() if row is not None else 0

    def _wire(self) -> None:
        presenter = self._presenter
        self.refresh.clicked.connect(presenter.refresh)
        self.error.action.connect(presenter.refresh)
        self.calls.clicked.connect(self.calls_wanted)
        self.grid.cell_chosen.connect(self._on_cell_chosen)
        self.grid.connector_chosen.connect(presenter.choose)
        self.show_hidden.clicked.connect(self._on_show_hidden)
        presenter.grid_model.hidden_changed.connect(self._show)
        for signal in (presenter.changed, presenter.chosen):
            signal.connect(self._show)
        self._clock.timeout.connect(self._show_read)

    def _show(self) -> None:
        problem = self._presenter.service.problem
        self._show_problem(problem)
        self._show_read()
        self.refresh.set_busy(self._presenter.refreshing)
        model = self._presenter.grid_model
        self._hidden_row.setVisible(model.hidden > 0 or model.shows_all)
        text = self.tr("%n built-in connector(s) on no line.", "", model.hidden)
        self.hidden.setText("" if model.shows_all else text)
        links = self.tr("Leave unused ones out"), self.tr("Show them")
        self.show_hidden.setText(links[0] if model.shows_all else links[1])
        self.grid.choose(*self._presenter.cell)

    def _show_problem(self, problem: Problem | None) -> None:
        read_at = self._presenter.service.read_at
        self.title.setText(self.tr("Status on every line"))
        self.stale.set(self.tr("not up to date") if problem is not None and read_at else "")
        self.calls.setVisible(problem is not None)
        if problem is None:
            self.error.clear()
            return
        if read_at is not None:
            seen = self.tr("As last seen at {time}").format(time=clock_time(read_at))
            self.title.setText(seen)
        self.error.show_error(explain_problem(problem), self.tr("Try now"))

    def _show_read(self) -> None:
        read_at = self._presenter.service.read_at
        if self._presenter.refreshing:
            self.read.setText(self.tr("reading…"))
        elif read_at is None:
            self.read.setText(self.tr("not read yet"))
        else:
            model = self._presenter.grid_model
            cells = model.rowCount() * model.columnCount()
            told = self.tr("%n cell(s) read", "", cells)
            self.read.setText(f"{told} {age(read_at, datetime.now(UTC))}")

    def _on_cell_chosen(self, cell: Cell) -> None:
        self._presenter.choose(*cell.key)

    def _on_show_hidden(self) -> None:
        self._presenter.grid_model.show_all(not self._presenter.grid_model.shows_all)
