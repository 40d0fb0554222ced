"""What a test of the connection to a portal found. Knows no sockets and no HTTP."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.problem import Problem


class CertificateFault(StrEnum):
    """Why a certificate is not believed.

    UNKNOWN_AUTHORITY: nobody whom this machine trusts has signed it, so the portal's authority has
    to be named in the profile. OTHER: the library's own words say more.
    """

    SELF_SIGNED = "self_signed"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    WRONG_HOST = "wrong_host"
    UNKNOWN_AUTHORITY = "unknown_authority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who a server, or an authority, says it is. `names` are the hosts that it may speak for."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    not_before: datetime
    not_after: datetime


class Stage(StrEnum):
    """The parts of a first request, in order. CONNECT: a line to the portal, or to the proxy."""

    CONNECT = "connect"
    TLS = "tls"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class ConnectionStep:
    """A part of the way that was gone, and how long it took."""

    stage: Stage
    milliseconds: int


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """How far a request to `host` came. `problem` is None when a portal answered.

    `proxy` is the proxy that it went through, "" for none. `certificate` is the server's, believed
    or not; None without TLS, and when it was not believed and could not be read: not through a
    proxy, since the proxy would have to be trusted first.
    """

    host: str
    proxy: str
    steps: tuple[ConnectionStep, ...]
    problem: Problem | None = None
    certificate: Certificate | None = None
    fault: CertificateFault | None = None

    @property
    def ok(self) -> bool:
        """Whether a portal answered."""
        return self.problem is None

    @property
    def milliseconds(self) -> int:
        """All steps together."""
        return sum(step.milliseconds for step in self.steps)
