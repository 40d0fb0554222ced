"""The page of alerts: what is wrong now, what was, what to do about each, and the way there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.alerts.model import AlertDelegate, AlertModel
from app.ui.alerts.presenter import AlertRow, AlertsPresenter
from app.ui.commands import Command
from app.ui.model_rows import ROW
from app.ui.pages import ALERTS
from app.ui.rail import SETTINGS
from app.ui.style import Theme
from app.ui.widgets import Action, Button, EmptyState, ErrorPanel, Segments, label, line

if TYPE_CHECKING:
    from app.services.desk import Desk

_TICK = 30_000
_NOW, _PAST = "now", "past"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class AlertList(QListView):
    """Enter or a double click follows the chosen alert to where it is mended."""

    followed = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme, model: AlertModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Alerts"))
        self.setItemDelegate(AlertDelegate(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.followed)
        self.selectionModel().currentChanged.connect(self.chosen)
        theme.changed.connect(self.viewport().update)

    def row(self) -> AlertRow | None:
        """The chosen alert."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, AlertRow) else None

    def choose(self, index: QModelIndex) -> None:
        """Mark a row."""
        self.selectionModel().setCurrentIndex(index, _ONLY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.followed.emit()
            return
        super().keyPressEvent(event)


class AlertsPage(QWidget):
    """Built anew for every desk."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.presenter = AlertsPresenter(desk, self)
        self.model = AlertModel()
        self.when = Segments(
            theme, self.tr("Alerts"), ((_NOW, self.tr("Now")), (_PAST, self.tr("Earlier")))
        )
        self.settings = Button(theme, self.tr("Targets and notifications"), "normal", "gear")
        self.error = ErrorPanel(theme, self.tr("Read again"), dismissable=True)
        self.list = AlertList(theme, self.model)
        self.title = label("", "strong", wrap=True)
        self.advice = label("", "body", "text2", wrap=True)
        self.action = Button(theme, "", "primary")
        self._tick = QTimer(self, interval=_TICK)
        self._arrange()
        self._wire()
        self._show()

    def take(self, payload: object) -> None:
        """Show "now" or "past"."""
        if payload in (_NOW, _PAST):
            self.when.choose(str(payload))
            self._on_when()

    def refresh(self) -> None:
        """Read what is over again."""
        self.error.clear()
        if self.when.choice == _PAST:
            self.presenter.read_past()
        self._show()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        return [part for part in (self.when, self.list, self._foot) if part.isVisible()]

    def commands(self) -> list[Command]:
        """For the palette."""
        past = partial(self.go.emit, ALERTS, _PAST)
        return [Command(self.tr("Show earlier alerts"), past, "", self.tr("Alerts"), "bell")]

    async def leave(self) -> None:
        """End all work."""
        self._tick.stop()
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Times are told anew only while somebody sees them."""
        super().showEvent(event)
        self._tick.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self._tick.stop()

    def _on_when(self) -> None:
        self.model.show_rows(())
        self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        presenter, past = self.presenter, self.when.choice == _PAST
        chosen = self.list.currentIndex().row()
        self.model.show_rows(presenter.past if past else presenter.now())
        count = self.model.rowCount()
        if count and not self.list.currentIndex().isValid():
            self.list.choose(self.model.index(min(max(chosen, 0), count - 1)))
        self._show_middle(past=past)
        self._show_chosen()

    def _show_middle(self, *, past: bool) -> None:
        empty = self._nothing_past if past else self._nothing_now
        self._middle.setCurrentWidget(self.list if self.model.rowCount() else empty)

    def _show_chosen(self) -> None:
        row = self.list.row() if self.model.rowCount() else None
        self._foot.setVisible(row is not None)
        if row is not None:
            self.title.setText(row.said.title)
            said = (row.said.advice or row.lasted, row.where)
            self.advice.setText(" · ".join(part for part in said if part))
            self.action.setText(row.said.action)
            self.action.setVisible(bool(row.said.action))

    def _follow(self) -> None:
        row = self.list.row()
        if row is not None and row.said.action:
            self.go.emit(*self.presenter.way_of(row))

    def _wire(self) -> None:
        self.presenter.changed.connect(self._on_changed)
        self.presenter.failed.connect(self.error.show_error)
        self.error.action.connect(self.refresh)
        self.when.chosen.connect(lambda _: self._on_when())
        self.list.followed.connect(self._follow)
        self.list.chosen.connect(self._show_chosen)
        self.action.clicked.connect(self._follow)
        self.settings.clicked.connect(lambda: self.go.emit(SETTINGS, ALERTS))
        self._tick.timeout.connect(self._show)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(12)
        head.addWidget(label(self.tr("Alerts"), "page"))
        head.addWidget(self.when)
        head.addStretch(1)
        head.addWidget(self.settings)
        settings = partial(self.go.emit, SETTINGS, ALERTS)
        self._nothing_now = EmptyState(
            self._theme,
            "bell",
            self.tr("No alerts now"),
            self.tr(
                "Here you are told when a customer waits too long, a connector falls silent, the "
                "sign-in ends or messages do not arrive."
            ),
            (Action(self.tr("Targets and notifications"), settings, "gear"),),
        )
        self._nothing_past = EmptyState(
            self._theme,
            "bell",
            self.tr("Nothing has been over yet"),
            self.tr("What was wrong and is well again stands here with its times."),
        )
        self._middle = QStackedWidget()
        for part in (self.list, self._nothing_now, self._nothing_past):
            self._middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.error)
        column.addWidget(self._middle, 1)
        column.addWidget(line())
        column.addWidget(self._made_foot())

    def _made_foot(self) -> QFrame:
        self._foot = QFrame()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.advice)
        row.addLayout(words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._foot
