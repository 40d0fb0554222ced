"""The portal's page: every portal at the left; the open one, its application and its guards,
or what is kept of one that is not open.

It is there without a portal as well. Switching, forgetting, locking and other network settings are
only asked for: the program's root carries them out.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.portal import Profile
from app.ui.portal.asking import PortalAsking
from app.ui.portal.board import PortalBoard
from app.ui.portal.network_side import NetworkSide
from app.ui.portal.portal_list import PortalPanel
from app.ui.portal.presenter import CHECK, REFRESH, SAVE, TEST, PortalPresenter
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import line

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.forgetting import Forgotten

_LIST, _LIST_NARROW = 304, 232
_ROOMY = 1040


class PortalPage(QWidget):
    """Asks the window for other pages through `go`, and the root for everything else."""

    go = Signal(str, object)
    switch_requested = Signal(object)  # Profile
    forget_requested = Signal(object)  # Profile
    read_only_requested = Signal(bool)
    network_requested = Signal(object)  # Network
    closed_change_requested = Signal(object)  # Profile with other settings, not open
    sign_in_requested = Signal()
    sandbox_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._profiles: tuple[Profile, ...] = ()
        self._chosen = ""  # the key of a portal in the list
        self.presenter: PortalPresenter | None = None
        self.tasks = Tasks(self)
        self.panel = PortalPanel(theme)
        self.board = PortalBoard(theme)
        self.network, self._asking = NetworkSide(self), PortalAsking(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(line(vertical=True))
        row.addWidget(self.board, 1)
        self._wire()
        self._show()

    def set_desk(self, desk: "Desk | None") -> None:
        """Another portal is open, or none."""
        if self.presenter is not None:
            self.network.let_go(self.presenter)
            self.presenter.watch(on=False)
        self._end_closed()
        if desk is not None:
            self.network.traffic = desk.traffic
        self.presenter = None if desk is None else PortalPresenter(desk, self)
        if self.presenter is not None:
            self._follow(self.presenter)
        self.board.begin(opened=desk is not None)
        self._show()

    def set_portals(self, profiles: tuple[Profile, ...], vault: str) -> None:
        """Which portals there are, and the kind of place that their keys are in."""
        self._profiles = profiles
        self.board.show_vault(vault)
        self._show()

    def show_forgotten(self, profile: Profile, forgotten: "Forgotten") -> None:
        """What was removed, and the proof."""
        self.board.show_forgotten(profile, forgotten)

    def ask_to_forget(self, profile: Profile | None = None) -> None:
        """Forget a portal, the open one unless another is named, once the person has agreed."""
        profile = profile or self.opened
        if profile is not None and any(each.key == profile.key for each in self._profiles):
            self._asking.forget(profile)

    @property
    def opened(self) -> Profile | None:
        """The open portal."""
        return self.presenter.desk.profile if self.presenter is not None else None

    @property
    def shown(self) -> Profile | None:
        """The portal whose page is seen: a closed one that was chosen, or the open one."""
        chosen = next((each for each in self._profiles if each.key == self._chosen), None)
        return chosen or self.opened

    def take(self, payload: object) -> None:
        """ "network" or a Profile: go to the settings of the network, of that portal."""
        if isinstance(payload, Profile):
            self.choose(payload)
        if payload == "network" or isinstance(payload, Profile):
            self.board.reveal(self.board.network)

    def choose(self, profile: Profile) -> None:
        """Show this portal, without opening it."""
        opened = self.opened
        key = "" if opened is not None and opened.key == profile.key else profile.key
        if key != self._chosen:
            self._end_closed()
            self._chosen = key
            self._show()

    def refresh(self) -> None:
        """Ask the portal again what works."""
        if self.presenter is not None:
            self.presenter.check()

    def focus_search(self) -> None:
        """There is nothing to search: the list takes the keyboard."""
        self.panel.list.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.panel, self.board]

    async def leave(self) -> None:
        """The portal is being left: wait until everything that works on it has ended."""
        self.set_desk(None)
        asking, self.tasks = self.tasks, Tasks(self)
        await asking.close()
        await self.network.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Seconds are counted only while somebody looks."""
        super().showEvent(event)
        if self.presenter is not None:
            self.presenter.watch(on=True)
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        if self.presenter is not None:
            self.presenter.watch(on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a small window."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(_LIST if self.width() >= _ROOMY else _LIST_NARROW)

    def _follow(self, presenter: PortalPresenter) -> None:
        presenter.changed.connect(self._show)
        presenter.ticked.connect(self._on_tick)
        presenter.hosts_changed.connect(self._show_hosts)
        presenter.network_wanted.connect(self.network_requested)
        presenter.tasks.busy_changed.connect(self.on_busy)
        self.network.follow(presenter)
        self._asking.follow(presenter)
        if self.isVisible():
            presenter.watch(on=True)

    def _end_closed(self) -> None:
        self.network.end_closed()
        self._chosen = ""

    def _on_lock(self, wish: bool) -> None:
        if self.network.closed is not None and self.shown is not None:
            self.closed_change_requested.emit(replace(self.shown, read_only=wish))
        else:
            self.read_only_requested.emit(wish)

    def _wire(self) -> None:
        panel, board = self.panel, self.board
        panel.list.chosen.connect(self.choose)
        panel.list.opened.connect(self.switch_requested)
        panel.list.forget_wanted.connect(self.ask_to_forget)
        panel.add.clicked.connect(self.sign_in_requested)
        panel.sandbox.clicked.connect(self.sandbox_requested)
        board.capabilities.check_wanted.connect(self.refresh)
        board.closed.wanted.connect(self._on_open)
        board.lock.wanted.connect(self._on_lock)
        board.keys.change_wanted.connect(partial(self.go.emit, "settings", None))
        board.forget.wanted.connect(lambda: self.ask_to_forget(self.shown))

    def _show(self) -> None:
        shown, opened = self.shown, self.opened
        self.panel.show_portals(self._profiles, opened, shown)
        if shown is None:
            self._end_closed()
            self.board.show_nothing()
        elif self.presenter is None or opened is None or opened.key != shown.key:
            self.network.show_closed(shown)
        else:
            self._show_open(self.presenter, opened)

    def _show_open(self, presenter: PortalPresenter, opened: Profile) -> None:
        if self.network.closed is not None:  # the closed one is known no more
            self._end_closed()
            presenter.read_certificates()
        kept = any(each.key == opened.key for each in self._profiles)
        self.board.show_portal(presenter.desk, kept=kept)
        self._show_hosts()
        self._on_tick()

    def _on_open(self) -> None:
        if self.shown is not None:
            self.switch_requested.emit(self.shown)

    def _show_hosts(self) -> None:
        if self.presenter is not None:
            self.board.hosts.show_hosts(self.presenter.desk.traffic.hosts())

    def _on_tick(self) -> None:
        if self.presenter is not None:
            self.board.tokens.show_tokens(self.presenter.desk.session.tokens, datetime.now(UTC))

    def on_busy(self, name: str, busy: bool) -> None:
        """The button that began it says so."""
        button = {
            CHECK: self.board.capabilities.again,
            REFRESH: self.board.tokens.refresh,
            TEST: self.board.network.form.test,
            SAVE: self.board.network.save,
        }.get(name)
        if button is not None:
            button.set_busy(busy)
