"""The Connectors page: connectors or open lines, or the way to a new connector."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.connector import LineState
from app.ui.commands import Command
from app.ui.connectors.browse import Browse
from app.ui.connectors.drift_banner import DriftBanner
from app.ui.connectors.drift_presenter import DriftPresenter
from app.ui.connectors.guests import Guests
from app.ui.connectors.new_connector import NewConnector
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.connectors.top_bar import CONNECTORS, LINES, TopBar
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk

_FRESH = 10.0  # seconds that a reading is good for when the page is opened


class ConnectorsPage(QWidget):
    """Asks the window for other pages through `go`."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._session = theme, desk.session
        questions = PageQuestions(self, desk.profile)
        self.presenter = ConnectorsPresenter(desk.connectors, questions, self)
        self._browse = Browse(desk, theme, self.presenter, questions)
        self.panel, self.detail = self._browse.panel, self._browse.detail
        self.empty, self.reading = self._browse.empty, self._browse.reading
        self.error = self._browse.error
        self.new = NewConnector(theme, desk.connectors, desk.previews)
        self.top = TopBar(theme)
        self.drift = DriftPresenter(desk.drift, questions, self)
        self.banner = DriftBanner(theme, self.drift, desk.connectors)
        self.guests = Guests(desk, theme)
        self._arrange()
        self._wire()
        self.destroyed.connect(self._session.changed.connect(lambda _: self._show_lock()))
        self._show_lock()
        self.presenter.tasks.start("draft", self.new.load_draft)

    def cell(self, connector: str, line: int) -> LineState:
        """The state that the grid shows for a connector on a line."""
        found = self.presenter.grid_model.cell(connector, line)
        return found.state if found is not None else LineState.UNKNOWN

    def shown(self) -> tuple[str, ...]:
        """The ids of the connectors in the list."""
        return self.presenter.list_model.shown()

    def take(self, payload: object) -> None:
        """Show a connector by its id; "connect" opens the assistant, "lines" the open lines; a
        tuple of "doctor" asks why the chosen connector does not work.
        """
        if payload == "connect":
            self.open_assistant()
        elif payload == LINES:
            self.open_lines()
        elif payload == ("doctor",):
            self.open_doctor()
        elif isinstance(payload, str):
            self.open_list()
            self.presenter.choose(payload)

    def open_assistant(self) -> None:
        """From nothing to a connector that works."""
        self._show(self.new)
        self.new.open_assistant()

    def open_registration(self) -> None:
        """The whole form for a new connector."""
        self._show(self.new)
        self.new.open_registration()

    def open_list(self) -> None:
        """Back to the connectors."""
        self._browse.show_right(None)
        self._show(self._browse)
        self.panel.list.setFocus()

    def open_lines(self) -> None:
        """The open lines of the portal."""
        self._show(self.guests.lines)

    def open_doctor(self) -> None:
        """Why does the chosen connector not work?"""
        connector = self.presenter.selected()
        if connector is not None:
            self._show(self._browse)
            self._browse.show_right(self.guests.doctor)
            self.guests.doctor.examine(*self.presenter.cell)
            self.guests.doctor.setFocus()

    def open_configuration(self) -> None:
        """The portal as a file: export, compare, apply."""
        self.guests.open_configuration(self)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.open_list()
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read everything again."""
        if self.guests.shows_lines(self._pages.currentWidget()):
            self.guests.lines.refresh()
        else:
            self.presenter.refresh()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        page = self._pages.currentWidget() or self._browse
        if self.guests.shows_lines(page):
            return self.guests.lines.panes()
        return [self.panel, self._browse.right] if page is self._browse else [page]

    def commands(self) -> list[Command]:
        """What the palette can do here."""
        group = self.tr("Connectors")
        return [
            Command(self.tr("Connect a channel"), self.open_assistant, "Ctrl+N", group, "plug"),
            Command(self.tr("Register a connector"), self.open_registration, "", group, "plus"),
            Command(self.tr("Read all states again"), self.refresh, "", group, "refresh"),
            Command(self.tr("Search connectors"), self.focus_search, "", group, "search"),
            Command(self.tr("Open lines"), self.open_lines, "", group, "headset"),
            Command(self.tr("Doctor"), self.open_doctor, "Ctrl+D", group, "stethoscope"),
            Command(self.tr("Configuration as a file"), self.open_configuration, "", group, "file"),
            *self.guests.commands(self._pages.currentWidget()),
        ]

    async def leave(self) -> None:
        """End all work; a draft that is not written yet is written now."""
        await self.presenter.tasks.close()
        await self.drift.tasks.close()
        await self.detail.leave()
        await self.new.leave()
        await self.guests.leave()

    def _arrange(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._browse)
        self._pages.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        self._over = QWidget()
        over = QVBoxLayout(self._over)
        over.setContentsMargins(12, 8, 12, 8)
        over.addWidget(self.banner)
        whole.addWidget(self._over)
        self._show_over()
        whole.addWidget(self._pages, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        self.top.chosen.connect(lambda key: self.open_lines() if key == LINES else self.open_list())
        self._browse.connect_wanted.connect(self.open_assistant)
        self._browse.register_wanted.connect(self.open_registration)
        self._browse.sign_in_wanted.connect(lambda: self.go.emit("sign in", None))
        self.detail.write_wanted.connect(self._write)
        self.detail.take_over_wanted.connect(self._take_over)
        self.detail.doctor.clicked.connect(self.open_doctor)
        self.detail.lines.calls_wanted.connect(lambda: self.go.emit("calls", "imconnector.list"))
        self.detail.danger.save_wanted.connect(lambda: self.guests.save_configuration(self))
        self.banner.show_wanted.connect(self._show_cell)
        self.drift.changed.connect(self._show_over)
        self.guests.go.connect(self.go)
        self.guests.back.connect(self.open_list)
        self.new.write_wanted.connect(self._write)
        self.new.back.connect(self.open_list)
        self.new.made.connect(presenter.choose)
        presenter.changed.connect(self._on_changed)
        for keys, slot in {
            "Ctrl+N": self.open_assistant,
            "Esc": self._on_escape,
            "Ctrl+D": self.open_doctor,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        """Other clients register connectors too: what was read long ago is read again."""
        super().showEvent(event)
        self._read_if_old(_FRESH)

    def _show(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.top.setVisible(page is not self.new)
        self._show_over()
        self.top.choose(CONNECTORS if page is self._browse else LINES)

    def _show_over(self) -> None:
        making = self._pages.currentWidget() is self.new
        self._over.setVisible(bool(self.drift.notices) and not making)

    def _show_cell(self, connector: str, line: int) -> None:
        self.open_list()
        self.detail.tabs.setCurrentWidget(self.detail.lines)
        self.presenter.choose(connector, line)

    def _show_lock(self) -> None:
        self.panel.set_read_only(self._session.profile.read_only)

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

    def _take_over(self) -> None:
        connector = self.presenter.selected()
        if connector is not None:
            self._show(self.new)
            self.new.take_over(connector.id, connector.name)

    def _write(self) -> None:
        self.open_list()
        self.go.emit("dialogs", ("new", *self.presenter.working_cell()))
