"""The right side of the portal's page: the head and the cards, in two columns or in one."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.domain.portal import Profile
from app.ui.errors import explain_problem
from app.ui.portal.capability_card import CapabilityCard
from app.ui.portal.guard_cards import ClosedCard, ForgetCard, ForgottenNote, KeysCard, ReadOnlyCard
from app.ui.portal.head import PortalHead
from app.ui.portal.hosts_card import HostsCard
from app.ui.portal.network_card import NetworkCard
from app.ui.portal.token_card import TokenCard
from app.ui.style import Theme
from app.ui.widgets import EmptyState

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.forgetting import Forgotten

_TWO_COLUMNS = 880
_WIDEST = 1440


class PortalBoard(QWidget):
    """Shows the open portal, or what is kept of a closed one; without any it says what this page is
    for. The ways in stand below the list of portals.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.forgotten = ForgottenNote(theme)
        self._told = _held(self.forgotten)
        self.head = PortalHead(theme)
        self.closed = ClosedCard(theme)
        self.capabilities = CapabilityCard(theme)
        self.tokens = TokenCard(theme)
        self.lock = ReadOnlyCard(theme)
        self.network = NetworkCard(theme)
        self.hosts = HostsCard(theme)
        self.keys = KeysCard(theme)
        self.forget = ForgetCard(theme)
        self.nothing = EmptyState(
            theme,
            "globe",
            self.tr("No portal is open"),
            self.tr(
                "Here stands what an application may do on a portal, and how it is kept safe. A "
                "click on a portal in the list shows its settings, a double click opens it."
            ),
        )
        self._network_of = self._vault = ""
        self._arrange()

    def begin(self, *, opened: bool) -> None:
        """Another portal is open, or none: nothing of the last one stays."""
        self._network_of = ""
        self.tokens.lock()
        if opened:
            self._told.hide()

    def show_forgotten(self, profile: Profile, forgotten: "Forgotten") -> None:
        """What was removed with a portal; it stays until another one is opened."""
        self.forgotten.show_result(profile, forgotten)
        self._told.show()

    def show_vault(self, kind: str) -> None:
        """The kind of place that keys are in."""
        self._vault = kind
        self.keys.show_vault(kind)

    def show_portal(self, desk: "Desk", *, kept: bool) -> None:
        """How things are on the open portal."""
        self._show_parts(opened=True)
        session, probe, profile = desk.session, desk.capabilities, desk.profile
        self.head.show_portal(profile, session.capabilities)
        self.capabilities.show_rows(probe.rows, probe.missing)
        self.capabilities.show_time(probe.asked_at, datetime.now(UTC))
        problem = probe.problem
        self.capabilities.show_error(explain_problem(problem) if problem is not None else None)
        ended = session.signed_out
        if ended is not None:
            self.tokens.show_error(explain_problem(ended), self.tr("Sign in again"))
        self._show_kept(profile, kept=kept)

    def show_closed(self, profile: Profile) -> None:
        """What is known of a portal that is not open."""
        self._show_parts(opened=False)
        self.head.show_portal(profile, None)
        self._show_kept(profile, kept=True)

    def show_nothing(self) -> None:
        """No portal is open and none was chosen."""
        self._stack.setCurrentWidget(self.nothing)

    def _show_parts(self, *, opened: bool) -> None:
        self._stack.setCurrentWidget(self.area)
        self.closed.setVisible(not opened)
        for card in (self.capabilities, self.tokens, self.hosts):
            card.setVisible(opened)
        name = self.tr("The open portal") if opened else self.tr("A portal that is not open")
        self.area.setAccessibleName(name)

    def _show_kept(self, profile: Profile, *, kept: bool) -> None:
        self.lock.show_lock(profile.read_only)
        anew = self._network_of != profile.key
        self.network.show_network(profile.network, anew=anew, kept=kept)
        self._network_of = profile.key
        self.keys.show_vault(self._vault if kept else "memory")
        self.forget.show_kept(kept)

    def reveal(self, card: QWidget) -> None:
        """Scroll to a card."""
        self.area.ensureWidgetVisible(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() is not direction:
            self._columns.setDirection(direction)

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        right.setSpacing(16)
        left.addWidget(self.closed)
        left.addWidget(self.capabilities)
        left.addStretch(1)
        for card in (self.tokens, self.lock, self.network, self.hosts, self.keys, self.forget):
            right.addWidget(card)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.capabilities.list.moved.connect(lambda row: self.area.ensureWidgetVisible(row, 0, 40))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._told)
        whole.addWidget(holder, 1)


def _held(note: QWidget) -> QWidget:
    """With a margin of its own, hidden until there is something to say."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(24, 16, 24, 0)
    column.addWidget(note)
    holder.hide()
    return holder
