"""The Calls page: filters and meters on top, the table, the chosen call below it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.ui.calls.detail import CallDetail
from app.ui.calls.model import CallModel
from app.ui.calls.presenter import CallsPresenter
from app.ui.calls.table import CallTable
from app.ui.calls.toolbar import CallsToolbar
from app.ui.commands import Command
from app.ui.model_rows import ROW
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState

if TYPE_CHECKING:
    from app.services.shown_calls import ShownCalls
    from app.services.traffic import Traffic


class CallsPage(QWidget):
    """Every request and its answer. Asks the window for nothing; `go` is there for all pages."""

    go = Signal(str, object)

    def __init__(self, traffic: "Traffic", shown: "ShownCalls", theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.presenter = CallsPresenter(traffic, shown, self)
        self.toolbar = CallsToolbar(theme, self.presenter)
        self.table = CallTable(theme, self.presenter.rows)
        self.detail = CallDetail(theme)
        self.nothing = EmptyState(
            theme,
            "calls",
            self.tr("No calls yet"),
            self.tr("Every request to the portal and its answer stands here, without secrets."),
        )
        self.no_match = EmptyState(
            theme,
            "search",
            self.tr("No call matches"),
            self.tr("Calls are kept, only not shown by this search or filter."),
            [Action(self.tr("Show all calls"), self._show_all)],
        )
        self._arrange()
        self._wire()
        self._on_counted()

    @property
    def model(self) -> CallModel:
        """Every call that the table holds, whatever the filter shows of them."""
        return self.presenter.model

    def take(self, payload: object) -> None:
        """Show the newest call of a method (its name), or one call (a record)."""
        self.toolbar.clear()
        if not self._choose(payload) and self.presenter.without_polls:
            self.toolbar.show_polls()
            self._choose(payload)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()

    def refresh(self) -> None:
        """Let in what waited; there is nothing to ask the portal for."""
        self.toolbar.set_paused(False)

    def commands(self) -> list[Command]:
        """What the palette can do here."""
        group = self.tr("Calls")
        chosen, none = self._has_record, self.tr("no call is chosen")
        return [
            Command(self.tr("Search calls"), self.focus_search, "", group, "search"),
            Command(self.tr("Pause or go on"), self.toolbar.toggle_pause, "", group, "pause"),
            Command(
                self.tr("Copy call as curl"),
                self._copy_curl,
                "Ctrl+Shift+C",
                group,
                "copy",
                chosen,
                none,
            ),
            Command(self.tr("Copy call as JSON"), self._copy_json, "", group, "copy", chosen, none),
        ]

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.table, self.detail] if self.detail.isVisible() else [self.table]

    async def leave(self) -> None:
        """Stop measuring."""
        self.presenter.watch(on=False)
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Meters move only while they can be seen."""
        super().showEvent(event)
        self.presenter.watch(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self.presenter.watch(on=False)

    def _arrange(self) -> None:
        self.setObjectName("page")
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for part in (self.table, self.nothing, self.no_match):
            self._stack.addWidget(part)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(holder)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        holder.setMinimumHeight(96)
        self.detail.setMinimumHeight(150)
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._split, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        self.table.chosen.connect(presenter.select)
        presenter.selected.connect(self._on_selected)
        presenter.counted.connect(self._on_counted)
        for signal in (presenter.rows.layoutChanged, presenter.rows.modelReset):
            signal.connect(self._on_counted)
        presenter.rows.rowsInserted.connect(self._on_counted)
        presenter.rows.rowsRemoved.connect(self._on_counted)
        self.detail.copy_curl.connect(self._copy_curl)
        self.detail.copy_json.connect(self._copy_json)
        self.detail.closed.connect(self._close_detail)
        for keys, slot in {
            "Ctrl+Shift+C": self._copy_curl,
            "Esc": self._on_escape,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_selected(self, record: Any) -> None:
        opened = record is not None and self.detail.isHidden()
        self.detail.setVisible(record is not None)
        if opened and not any(self._split.sizes()[1:]):
            self._split.setSizes([2, 3])
        if record is not None:
            self.detail.show_record(record)
        if opened:
            QTimer.singleShot(0, self._show_chosen)  # the table gets its new height only then

    def _show_chosen(self) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _on_counted(self) -> None:
        if not self.presenter.model.rowCount():
            self._stack.setCurrentWidget(self.nothing)
        elif not self.presenter.rows.rowCount():
            self._stack.setCurrentWidget(self.no_match)
        else:
            self._stack.setCurrentWidget(self.table)

    def _show_all(self) -> None:
        self.toolbar.clear()
        self.toolbar.show_polls()

    def _choose(self, wanted: object) -> bool:
        for row in range(self.presenter.rows.rowCount()):
            record = self.presenter.rows.index(row, 0).data(ROW)
            if wanted in (record.method, record):
                self.table.selectRow(row)
                return True
        return False

    def _has_record(self) -> bool:
        return self.presenter.record is not None

    def _copy_curl(self) -> None:
        if self._has_record():
            QGuiApplication.clipboard().setText(self.presenter.curl())

    def _copy_json(self) -> None:
        if self._has_record():
            QGuiApplication.clipboard().setText(self.presenter.json())

    def _on_escape(self) -> None:
        """First the words of a search go, then the details."""
        if self.toolbar.search.hasFocus() and self.toolbar.search.text():
            self.toolbar.search.clear()
        else:
            self._close_detail()

    def _close_detail(self) -> None:
        self.table.setCurrentIndex(self.presenter.rows.index(-1, 0))
        self.table.clearSelection()
