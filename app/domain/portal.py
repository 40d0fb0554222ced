"""Portals: where they are, which application signs in, what the signed-in user may do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

#: How long the vendor keeps a refresh token that nobody uses.
REFRESH_LIFETIME = timedelta(days=180)
#: From this age on somebody is told that it will die.
REFRESH_OLD = timedelta(days=150)

RefreshedBy = Literal["", "this window", "another process"]


class PortalKind(StrEnum):
    """What the window warns about: a production portal holds real customers."""

    SANDBOX = "sandbox"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Network:
    """How a portal is reached: a PEM file of certificate authorities beside the system's own, and
    the address of a proxy. Empty means the system's ways. Both hold for every request of a profile.
    """

    ca_file: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """One application on one portal. Holds no secret.

    `address` and `oauth` are origins without a trailing slash; `endpoint` is the vendor's
    `client_endpoint` (ends with `/rest/`) and empty before the first sign-in, as is `member_id`.
    With `read_only` no call that changes anything leaves this program.
    """

    name: str
    address: str
    client_id: str
    oauth: str
    redirect_uri: str
    kind: PortalKind = PortalKind.PRODUCTION
    member_id: str = ""
    endpoint: str = ""
    network: Network = Network()
    read_only: bool = False

    @property
    def host(self) -> str:
        """The address without its scheme: what a person types to confirm, and can type."""
        return self.address.partition("://")[2]

    @property
    def key(self) -> str:
        """Identity of stored tokens and journals: the portal's member id and the application."""
        return f"{self.member_id}.{self.client_id}"


@dataclass(frozen=True, slots=True)
class User:
    """A person or bot of the portal. `id` is the portal's numeric id, 0 when unknown."""

    id: int
    name: str
    admin: bool = False
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the application can do on this portal, as probed after sign-in."""

    user: User
    installed: bool
    admin: bool
    scopes: frozenset[str]
    missing_scopes: tuple[str, ...]
    offline_extended: bool
    auth_connector: bool
    licence: str = ""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """Ages of the token pair, at the moment of asking; never the tokens themselves.

    A refresh token is replaced at every refresh, so its age is the pair's. `by` says who refreshed
    last: "" while nobody has since the portal was opened. `last_refresh_at` is None for as long.
    """

    access_expires_at: datetime
    obtained_at: datetime
    refreshed: int = 0
    refresh_age: timedelta = timedelta()
    last_refresh_at: datetime | None = None
    by: RefreshedBy = ""

    @property
    def refresh_expires_at(self) -> datetime:
        """When the refresh token dies, unless it is used before."""
        return self.obtained_at + REFRESH_LIFETIME
