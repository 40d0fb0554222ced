"""The Lines part of the Connectors page: the list of open lines and the chosen one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.ui.commands import Command
from app.ui.connectors.words import clock_time
from app.ui.errors import Explained, explain_problem
from app.ui.lines.detail import LineDetail
from app.ui.lines.list_model import LineListModel
from app.ui.lines.list_panel import ListPanel
from app.ui.lines.presenter import LinesPresenter
from app.ui.lines.questions import LineQuestions
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState, ErrorPanel, Note, label

if TYPE_CHECKING:
    from app.services.desk import Desk

_LIST, _LIST_NARROW, _LIST_NARROWEST = 336, 256, 200
_ROOMY = 1040
_FRESH = 30.0  # seconds that a reading is good for when the view is opened


class LinesView(QWidget):
    """Asks the window for other pages through `go`."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._theme, self._session = theme, desk.session
        self.presenter = LinesPresenter(desk, LineQuestions(self, desk.session), self)
        presenter = self.presenter
        self.model = LineListModel(presenter.service, presenter.is_edited, self)
        self.panel = ListPanel(theme, self.model)
        self.detail = LineDetail(theme, presenter)
        self.empty = EmptyState(
            theme,
            "headset",
            self.tr("No open line to be seen"),
            self.tr(
                "An open line gives the dialogs of its channels to operators. The portal has none, "
                "or none that you may see."
            ),
            [Action(self.tr("New line"), self.open_new, "plus")],
        )
        self.reading = label(self.tr("Reading the lines…"), "body", "text2")
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error = ErrorPanel(theme, self.tr("Try now"))
        self.gone = Note(theme, "", "warning")
        self.top = QWidget()
        self._moved = False
        self._arrange()
        self._wire()
        self._show()

    def shown(self) -> tuple[int, ...]:
        """The lines in the list, from top to bottom."""
        return self.model.shown()

    def take(self, line: int, field: str = "") -> None:
        """Show a line, and one of its settings."""
        self.presenter.choose(line)
        if field:
            self.detail.go_to(field)

    def open_new(self) -> None:
        """A window for a new line."""
        if not self._session.profile.read_only:
            self.presenter.tasks.start("new", self._ask_for_new)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.panel, self.detail]

    def commands(self) -> list[Command]:
        """What the palette can do here."""
        group = self.tr("Open lines")
        locked = self.tr("read-only")
        return [
            Command(
                *(self.tr("New open line"), self.open_new, "", group, "plus"),
                enabled=lambda: not self._session.profile.read_only,
                why_not=locked,
            ),
            Command(self.tr("Save the line"), self.presenter.save, "Ctrl+S", group, "check"),
            Command(self.tr("Read all lines again"), self.refresh, "", group, "refresh"),
            Command(self.tr("Search lines"), self.focus_search, "", group, "search"),
            Command(
                self.tr("Open the line in Bitrix24"),
                self.presenter.open_page,
                "",
                group,
                "external",
            ),
        ]

    async def leave(self) -> None:
        """End all work."""
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Lines are changed in the portal too: what was read long ago is read again."""
        super().showEvent(event)
        self.presenter.begin()
        if self._session.signed_out is None and self.presenter.service.is_old(_FRESH):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a small window, unless the person has set its width."""
        super().resizeEvent(event)
        if not self._moved:
            width = _LIST if self.width() >= _ROOMY else _LIST_NARROW
            self._split.setSizes([width, max(0, self.width() - width)])

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        holder = QVBoxLayout(self.top)
        holder.setContentsMargins(24, 12, 24, 0)
        holder.setSpacing(8)
        holder.addWidget(self.gone)
        holder.addWidget(self.error)
        column.addWidget(self.top)
        column.addWidget(self.detail, 1)
        column.addWidget(self.empty)
        column.addWidget(self.reading)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(_LIST_NARROWEST)
        self._split.addWidget(self.panel)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        self._split.splitterMoved.connect(self._on_splitter_moved)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _wire(self) -> None:
        presenter = self.presenter
        self.panel.new_wanted.connect(self.open_new)
        self.panel.list.chosen.connect(lambda number: presenter.choose(int(number)))
        self.error.action.connect(self._on_way_on)
        presenter.changed.connect(self._on_changed)
        presenter.chosen.connect(self._show)
        presenter.draft_changed.connect(lambda: self.model.mark(presenter.line))
        self.destroyed.connect(self._session.changed.connect(lambda _: self._show()))
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(self.focus_search)

    def _on_changed(self) -> None:
        self.model.update()
        self._show()

    def _show(self) -> None:
        presenter = self.presenter
        self.panel.list.choose(presenter.line)
        known = presenter.selected() is not None
        problem, ended = presenter.service.problem, self._session.signed_out
        self.detail.setVisible(known)
        self.empty.setVisible(not known and presenter.service.read_at is not None)
        self.reading.setVisible(not known and self.empty.isHidden() and problem is None)
        told = self.tr("The line {name} was deleted in the portal.")
        self.gone.text.setText(told.format(name=neutral(presenter.gone)))
        self.gone.setVisible(bool(presenter.gone))
        locked = self._session.profile.read_only
        self.panel.new.setEnabled(not locked)
        self.panel.new.setToolTip(
            self.tr("This portal is set to read-only here.") if locked else ""
        )
        if ended is not None:
            self.error.show_error(explain_problem(ended), self.tr("Sign in again"))
        elif problem is not None:
            self.error.show_error(self._dated(explain_problem(problem)), self.tr("Try now"))
        else:
            self.error.clear()
        self.top.setHidden(self.error.isHidden() and self.gone.isHidden())

    def _dated(self, explained: Explained) -> Explained:
        """What could not be read again is shown as it was, with the time of its last reading."""
        read_at = self.presenter.service.read_at
        if read_at is None:
            return explained
        told = self.tr("What is shown is as of {time}.").format(time=clock_time(read_at))
        return replace(explained, text=f"{explained.text} {told}".strip())

    async def _ask_for_new(self) -> None:
        from app.ui.lines.new_line import NewLine
        from app.ui.prompts import show

        await show(NewLine(self, self._theme, self.presenter))

    def _on_way_on(self) -> None:
        if self._session.signed_out is not None:
            self.go.emit("sign in", None)
        else:
            self.refresh()

    def _on_splitter_moved(self) -> None:
        self._moved = True
