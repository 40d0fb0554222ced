"""Who tests and saves the settings of the network that are seen on the portal's page: the open
portal's presenter, or one of its own for a portal that is not open.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.network import Certificate, ConnectionReport
from app.domain.portal import Network, Profile
from app.services.traffic import Traffic
from app.ui.errors import Explained
from app.ui.portal.presenter import COPY, REFRESH, NetworkPresenter

if TYPE_CHECKING:
    from app.ui.portal.page import PortalPage


class NetworkSide(QObject):
    """Belongs to the page; ends the presenters that it was given."""

    def __init__(self, page: "PortalPage") -> None:
        super().__init__(page)
        self._page = page
        self._left: list[NetworkPresenter] = []
        self.traffic: Traffic | None = None  # of the portal that was open last
        self.closed: NetworkPresenter | None = None
        form = page.board.network.form
        form.test_requested.connect(self._test)
        page.board.network.save_wanted.connect(self._save)

    def follow(self, presenter: NetworkPresenter) -> None:
        """Show what this one finds, while its settings are seen."""
        presenter.tested.connect(partial(self._on_tested, presenter))
        presenter.certificates_read.connect(partial(self._on_certificates, presenter))
        presenter.failed.connect(partial(self._on_failed, presenter))

    def let_go(self, presenter: NetworkPresenter) -> None:
        """It is seen no more; it ends with the page."""
        self._left.append(presenter)

    def show_closed(self, profile: Profile) -> None:
        """A portal that is not open is seen."""
        page = self._page
        page.board.show_closed(profile)
        if self.closed is None:
            traffic = self.traffic or Traffic()
            self.closed = NetworkPresenter(lambda: page.shown or profile, traffic, page)
            self.closed.network_wanted.connect(self._on_closed_network)
            self.closed.tasks.busy_changed.connect(page.on_busy)
            self.follow(self.closed)
            self.closed.read_certificates()

    def end_closed(self) -> None:
        """It is seen no more."""
        if self.closed is not None:
            self.let_go(self.closed)
        self.closed = None

    async def leave(self) -> None:
        """Wait until all that were let go have ended."""
        left, self._left = self._left, []
        for presenter in left:
            await presenter.close()
            presenter.deleteLater()

    @property
    def _current(self) -> NetworkPresenter | None:
        return self.closed or self._page.presenter

    def _on_closed_network(self, network: Network) -> None:
        shown = self._page.shown
        if self.closed is not None and shown is not None:
            self._page.closed_change_requested.emit(replace(shown, network=network))

    def _on_tested(self, presenter: NetworkPresenter, report: ConnectionReport) -> None:
        if presenter is self._current:
            self._page.board.network.form.show_report(report)

    def _on_certificates(
        self, presenter: NetworkPresenter, certificates: Sequence[Certificate]
    ) -> None:
        if presenter is self._current:
            self._page.board.network.show_certificates(certificates)

    def _on_failed(self, presenter: NetworkPresenter, name: str, explained: Explained) -> None:
        if name not in (REFRESH, COPY) and presenter is self._current:
            self._page.board.network.form.show_trouble(explained)

    def _test(self) -> None:
        if self._current is not None:
            self._current.test(self._page.board.network.form.value())

    def _save(self, network: Network) -> None:
        if self._current is not None:
            self._current.save(network)
