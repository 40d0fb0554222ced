"""The portal's page: every portal at the left; the open one, its application and its guards.

It is there without a portal as well. Switching, forgetting, locking and other network settings are
only asked for: the program's root carries them out.
"""

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.portal import Network, Profile
from app.ui.errors import Explained
from app.ui.portal.board import PortalBoard
from app.ui.portal.portal_list import PortalPanel
from app.ui.portal.presenter import CHECK, COPY, REFRESH, SAVE, TEST, PortalPresenter
from app.ui.portal.questions import PortalQuestions
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
    sign_in_requested = Signal()
    sandbox_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._profiles: tuple[Profile, ...] = ()
        self._left: list[PortalPresenter] = []
        self.presenter: PortalPresenter | None = None
        self.tasks = Tasks(self)
        self.questions = PortalQuestions(self)
        self.panel = PortalPanel(theme)
        self.board = PortalBoard(theme)
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
            self._left.append(self.presenter)
            self.presenter.watch(on=False)
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
            self.tasks.start("forget", partial(self._forget, profile))

    @property
    def opened(self) -> Profile | None:
        """The open portal."""
        return self.presenter.desk.profile if self.presenter is not None else None

    def take(self, payload: object) -> None:
        """ "network": go to the settings of the network."""
        if payload == "network":
            self.board.reveal(self.board.network)

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
        left, self._left = self._left, []
        for presenter in left:
            await presenter.close()
            presenter.deleteLater()

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
        board = self.board
        presenter.changed.connect(self._show)
        presenter.ticked.connect(self._on_tick)
        presenter.hosts_changed.connect(self._show_hosts)
        presenter.tested.connect(board.network.form.show_report)
        presenter.certificates_read.connect(board.network.show_certificates)
        presenter.network_wanted.connect(self.network_requested)
        presenter.failed.connect(self._on_failed)
        presenter.tasks.busy_changed.connect(self._on_busy)
        if self.isVisible():
            presenter.watch(on=True)

    def _wire(self) -> None:
        panel, board = self.panel, self.board
        panel.list.opened.connect(self.switch_requested)
        panel.list.forget_wanted.connect(self.ask_to_forget)
        panel.add.clicked.connect(self.sign_in_requested)
        panel.sandbox.clicked.connect(self.sandbox_requested)
        board.tokens.refresh_wanted.connect(self._ask_refresh)
        board.tokens.unlock_wanted.connect(self._ask_unlock)
        board.tokens.copy_wanted.connect(self._copy_token)
        board.tokens.error.action.connect(self.sign_in_requested)
        board.capabilities.check_wanted.connect(self.refresh)
        board.capabilities.copy_wanted.connect(self._copy_checklist)
        board.lock.wanted.connect(self.read_only_requested)
        board.network.form.test_requested.connect(self._test)
        board.network.save_wanted.connect(self._save)
        board.keys.change_wanted.connect(partial(self.go.emit, "settings", None))
        board.forget.wanted.connect(self.ask_to_forget)
        board.sign_in_wanted.connect(self.sign_in_requested)
        board.sandbox_wanted.connect(self.sandbox_requested)

    def _show(self) -> None:
        opened = self.opened
        self.panel.show_portals(self._profiles, opened)
        if self.presenter is None or opened is None:
            return
        kept = any(each.key == opened.key for each in self._profiles)
        self.board.show_portal(self.presenter.desk, kept=kept)
        self._show_hosts()
        self._on_tick()

    def _show_hosts(self) -> None:
        if self.presenter is not None:
            self.board.hosts.show_hosts(self.presenter.desk.traffic.hosts())

    def _on_tick(self) -> None:
        if self.presenter is not None:
            self.board.tokens.show_tokens(self.presenter.desk.session.tokens, datetime.now(UTC))

    def _on_busy(self, name: str, busy: bool) -> None:
        button = {
            CHECK: self.board.capabilities.again,
            REFRESH: self.board.tokens.refresh,
            TEST: self.board.network.form.test,
            SAVE: self.board.network.save,
        }.get(name)
        if button is not None:
            button.set_busy(busy)

    def _on_failed(self, name: str, explained: Explained) -> None:
        ended = self.presenter is not None and self.presenter.desk.session.signed_out is not None
        if name in (REFRESH, COPY):
            self.board.tokens.show_error(explained, self.tr("Sign in again") if ended else "")
        else:
            self.board.network.form.show_trouble(explained)

    def _ask_refresh(self) -> None:
        self.tasks.start("ask", self._refresh)

    def _ask_unlock(self) -> None:
        self.tasks.start("ask", self._unlock)

    async def _refresh(self) -> None:
        if await self.questions.refresh() and self.presenter is not None:
            self.presenter.refresh()

    async def _unlock(self) -> None:
        opened = self.opened
        if opened is not None and await self.questions.unlock(opened):
            self.board.tokens.unlock()

    async def _forget(self, profile: Profile) -> None:
        if await self.questions.forget(profile):
            self.forget_requested.emit(profile)

    def _copy_token(self) -> None:
        if self.presenter is not None:
            self.presenter.copy_token(self.board.tokens.put)

    def _copy_checklist(self) -> None:
        QGuiApplication.clipboard().setText(self.board.capabilities.as_text())

    def _test(self) -> None:
        if self.presenter is not None:
            self.presenter.test(self.board.network.form.value())

    def _save(self, network: Network) -> None:
        if self.presenter is not None:
            self.presenter.save(network)
