"""The application's tiles in the contact center, and the settings pages of its connectors.

Knows no window. A settings page comes and goes with `imconnector.register`; only one that was left
behind is taken away here.
"""

from collections.abc import Mapping
from datetime import datetime

from app.bitrix.errors import BitrixError
from app.bitrix.placements import Placements
from app.domain.placement import TILE, Placement, SettingsPage, settings_pages
from app.domain.problem import Problem
from app.services.channels import Channels
from app.services.clock import Clock
from app.services.failures import problem_of
from app.services.session import Session
from app.services.signal import Signal


class ContactCenter:
    """What the portal said last. `read_at` is None before the first reading."""

    def __init__(self, session: Session, channels: Channels, clock: Clock) -> None:
        self.changed: Signal[None] = Signal()
        self.rows: tuple[Placement, ...] = ()
        self.read_at: datetime | None = None
        self.problem: Problem | None = None
        self._session = session
        self._api = Placements(session.caller)
        self._channels = channels
        self._clock = clock

    @property
    def tiles(self) -> tuple[Placement, ...]:
        """The application's own tiles."""
        return tuple(row for row in self.rows if row.code == TILE)

    @property
    def settings(self) -> tuple[SettingsPage, ...]:
        """The settings pages of connectors, with those who use them."""
        return settings_pages(self.rows, self._channels.registrations.values())

    def settings_of(self, connector: str) -> tuple[SettingsPage, ...]:
        """The page that a connector uses alone: it goes with the connector."""
        return tuple(each for each in self.settings if each.connectors == (connector,))

    @property
    def hindrances(self) -> tuple[str, ...]:
        """Why tiles cannot be made or are not shown: NOT_ADMIN, NOT_INSTALLED, and permissions that
        the application lacks.
        """
        allowed = self._session.capabilities
        found = [] if allowed.admin else ["NOT_ADMIN"]
        found += [] if allowed.installed else ["NOT_INSTALLED"]
        found += [each for each in ("placement", "contact_center") if each not in allowed.scopes]
        return tuple(found)

    async def refresh(self) -> None:
        """`placement.get`.

        Raises:
            BitrixError: what was known stays, `problem` says why.
        """
        try:
            self.rows = await self._api.get()
        except BitrixError as error:
            self.problem = problem_of(error)
            self.changed.emit(None)
            raise
        self.problem, self.read_at = None, self._clock()
        self.changed.emit(None)

    async def bind(self, handler: str, titles: Mapping[str, str]) -> bool:
        """A tile in the contact center: False when it was there before.

        Raises:
            BitrixError: the portal refused.
        """
        said = {language: title.strip() for language, title in titles.items() if title.strip()}
        new = await self._api.bind(TILE, handler.strip(), said)
        await self._again()
        return new

    async def unbind(self, placement: Placement) -> int:
        """Take exactly this page away: how many went, 0 when it was gone before.

        Raises:
            BitrixError: the portal refused.
        """
        count = await self._api.unbind(placement.code, placement.handler)
        await self._again()
        return count

    async def _again(self) -> None:
        """What was done is done, even if the list cannot be read now."""
        try:
            self.rows = await self._api.get()
        except BitrixError as error:
            self.problem = problem_of(error)
        self.changed.emit(None)
