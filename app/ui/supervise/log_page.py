"""The log of acts: who did what at the portal from this window, filtered, read on, exported."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.services.act_rows import LogEntry, LogFilter
from app.ui.commands import Command
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.supervise.log_model import LogModel
from app.ui.supervise.log_table import ActTable
from app.ui.tasks import Tasks
from app.ui.widgets import (
    Action,
    Button,
    EmptyState,
    ErrorPanel,
    Note,
    SearchField,
    Segments,
    label,
    line,
)

if TYPE_CHECKING:
    from app.services.desk import Desk

_TYPING = 200
_READ, _MORE, _EXPORT = "read", "more", "export"
ALL, DIALOGS, FAILED = "all", "dialogs", "failed"


class ActionsPage(QWidget):
    """Reads when it is shown and when the log grows while it is."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._log, self.tasks = desk.act_log, Tasks(self)
        self.model = LogModel(self)
        self._stale = True
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self.search = SearchField(
            theme, self.tr("Person, act, customer, code"), "Ctrl F", self.tr("Search")
        )
        self.which = Segments(
            theme,
            self.tr("Which entries"),
            [
                (ALL, self.tr("All")),
                (DIALOGS, self.tr("Acts on dialogs")),
                (FAILED, self.tr("Not done")),
            ],
        )
        self.export = Button(theme, self.tr("Export…"), icon="download")
        self.error = ErrorPanel(theme, dismissable=True)
        self.written = Note(theme, "", "accent")
        self.table = ActTable(theme, self.model)
        self.nothing = EmptyState(
            theme,
            "list",
            self.tr("Nothing was done yet"),
            self.tr(
                "What is done at the portal from this window stands here: who, when, with which "
                "result. Entries are never changed."
            ),
        )
        self.no_match = EmptyState(
            theme,
            "search",
            self.tr("No entry matches"),
            self.tr("Entries are kept, only not shown by this search or filter."),
            [Action(self.tr("Show all entries"), self.clear)],
        )
        self._arrange()
        self._wire(desk)

    @property
    def wanted(self) -> LogFilter:
        """What is searched for."""
        which = self.which.choice
        return LogFilter(self.search.text().strip(), which == DIALOGS, which == FAILED)

    def clear(self) -> None:
        """Show everything."""
        self.which.choose(ALL)
        self.search.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read from the beginning."""
        self._stale = True
        self.tasks.start(_READ, self._read)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        return [self.search, self.table]

    def commands(self) -> list[Command]:
        """For the palette."""
        group, has = self.tr("Log of acts"), lambda: self.model.rowCount() > 0
        text, none = self.tr("Export the log of acts"), self.tr("nothing was done yet")
        return [Command(text, self.ask_file, "", group, "download", has, none)]

    def ask_file(self) -> None:
        """Where to write what is shown."""
        asked = QFileDialog(self, self.tr("Export the log of acts"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(self.tr("CSV (*.csv)"))
        asked.setDefaultSuffix("csv")
        asked.selectFile("acts.csv")
        asked.fileSelected.connect(lambda name: self.write(Path(name)))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.open()

    def write(self, path: Path) -> None:
        """Write what is shown into a file."""
        self.error.clear()
        self.written.hide()
        self.tasks.start(_EXPORT, partial(self._export, path))

    async def leave(self) -> None:
        """The portal is being left."""
        self._typing.stop()
        await self.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """The note of a file is for who has just written it."""
        super().hideEvent(event)
        self.written.hide()

    async def _read(self) -> None:
        """Again as long as something was done, or other words were typed, meanwhile."""
        while self._stale:
            self._stale = False
            self.model.show(await self._log.page(self.wanted))
        self.error.clear()
        self._show_what_is()

    async def _more(self) -> None:
        wanted = self.wanted
        rows = await self._log.page(wanted, before=self.model.oldest)
        if wanted == self.wanted:
            self.model.add_older(rows)

    async def _newer(self) -> None:
        wanted = self.wanted
        rows = await self._log.page(wanted)
        if wanted == self.wanted:
            self.model.add_newer(rows)
            self._show_what_is()

    async def _export(self, path: Path) -> None:
        count = await self._log.export(path, self.wanted, self.model.words)
        told = self.tr("%n entry(s) written to {path}", "", count).format(path=neutral(str(path)))
        self.written.text.setText(told)
        self.written.show()

    def _show_what_is(self) -> None:
        shown: QWidget = self.table
        if not self.model.rowCount():
            shown = self.nothing if self.wanted == LogFilter() else self.no_match
        self._stack.setCurrentWidget(shown)
        empty = shown is not self.table
        self.export.setEnabled(not empty)
        self.export.setToolTip(self.tr("There is nothing to write") if empty else "")

    def _on_grown(self, _: None) -> None:
        """Rows on the screen stay where they are: newer ones come above them."""
        if not self.isVisible():
            self._stale = True
        elif not self.tasks.start("newer", self._newer):
            self.refresh()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _EXPORT:
            self.export.set_busy(busy)

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.error.show_error(explain(error))

    def _on_opened(self, entry: LogEntry) -> None:
        if entry.dialog is not None:
            self.go.emit("dialogs", int(entry.dialog))

    def _arrange(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Log of acts"), "title"))
        row.addSpacing(8)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        row.addWidget(self.search, 1)
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self.export)
        self._stack = QStackedWidget()
        for state in (self.table, self.nothing, self.no_match):
            self._stack.addWidget(state)
        remark = self.tr(
            "Every act is made as the signed-in user, also what the program does by itself. "
            "Entries cannot be changed or deleted."
        )
        foot = label(remark, "small", "text3", wrap=True)
        foot.setContentsMargins(16, 6, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, line(), self.error, self.written):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        self.written.hide()

    def _wire(self, desk: "Desk") -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.refresh)
        self.which.chosen.connect(lambda _: self.refresh())
        self.export.clicked.connect(self.ask_file)
        self.table.end_reached.connect(lambda: self.tasks.start(_MORE, self._more))
        self.table.opened.connect(self._on_opened)
        self.tasks.busy_changed.connect(self._on_busy)
        self.tasks.failed.connect(self._on_failed)
        self.destroyed.connect(desk.act_log.changed.connect(self._on_grown))
