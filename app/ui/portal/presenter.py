"""What the portal's page can do about a portal. Knows no widget."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.portal import Network, Profile
from app.services.network import certificates_of, check_network, test_connection
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.traffic import Traffic

CHECK, REFRESH, COPY, TEST, SAVE = "check", "refresh", "copy", "test", "save"
_COALESCE = 200
_TICK = 1000


class NetworkPresenter(QObject):
    """The way to one portal, which need not be open. `close` ends its work."""

    tested = Signal(object)  # ConnectionReport
    certificates_read = Signal(object)  # tuple[Certificate, ...]
    network_wanted = Signal(object)  # Network, which can be used
    failed = Signal(str, object)  # what, Explained

    def __init__(
        self, profile: Callable[[], Profile], traffic: "Traffic", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._profile, self._traffic = profile, traffic
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)

    def test(self, network: Network) -> None:
        """Look at the way to the portal with these settings, saved or not."""
        self.tasks.start(TEST, partial(self._test, network))

    def save(self, network: Network) -> None:
        """Ask for these settings, if they can be used."""
        self.tasks.start(SAVE, partial(self._save, network))

    def read_certificates(self) -> None:
        """See what stands in the portal's file of authorities, if it has one."""
        if self._profile().network.ca_file:
            self.tasks.start("certificates", self._read_certificates)

    async def close(self) -> None:
        """Cancel what runs and wait for its end."""
        await self.tasks.close()

    async def _test(self, network: Network) -> None:
        address = self._profile().address
        self.tested.emit(await test_connection(self._traffic, address, network))

    async def _save(self, network: Network) -> None:
        await asyncio.to_thread(check_network, network)
        self.network_wanted.emit(network)

    async def _read_certificates(self) -> None:
        file = self._profile().network.ca_file
        self.certificates_read.emit(await asyncio.to_thread(certificates_of, file))

    def _on_failed(self, name: str, error: Exception) -> None:
        self.failed.emit(name, explain(error))


class PortalPresenter(NetworkPresenter):
    """One desk, as long as it is open. `close` ends its work."""

    changed = Signal()  # session, capabilities, profile
    hosts_changed = Signal()
    ticked = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(lambda: desk.profile, desk.traffic, parent)
        self.desk = desk
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.ticked)
        self._hosts = QTimer(self, singleShot=True, interval=_COALESCE)
        self._hosts.timeout.connect(self.hosts_changed)
        stops = (
            desk.session.changed.connect(lambda _: self.changed.emit()),
            desk.capabilities.changed.connect(lambda _: self.changed.emit()),
            desk.traffic.host_contacted.connect(lambda _: self._on_contact()),
        )
        self._stops = stops
        for stop in stops:
            self.destroyed.connect(stop)  # Qt may delete us before the desk closes

    def watch(self, on: bool) -> None:
        """Count seconds only while somebody looks; old answers are asked for again then."""
        if on:
            self._tick.start()
            self.tasks.start("fresh", self.desk.capabilities.keep_fresh)
            self.read_certificates()
        else:
            self._tick.stop()

    def check(self) -> None:
        """Ask the portal what works."""
        self.tasks.start(CHECK, self.desk.capabilities.check)

    def refresh(self) -> None:
        """Renew the tokens because a person insists."""
        self.tasks.start(REFRESH, self.desk.session.refresh_now)

    def copy_token(self, put: Callable[[str], None]) -> None:
        """Hand the access token to `put`, which must not keep it."""
        self.tasks.start(COPY, partial(self._copy_token, put))

    async def close(self) -> None:
        """Hear nothing more, cancel what runs and wait for its end."""
        self._tick.stop()
        self._hosts.stop()
        for stop in self._stops:
            stop()
        await super().close()

    def _on_contact(self) -> None:
        if not self._hosts.isActive():
            self._hosts.start()

    async def _copy_token(self, put: Callable[[str], None]) -> None:
        put(await self.desk.session.access_token())
