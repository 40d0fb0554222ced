"""Re-posting of events to a handler: where to, how, and what came of it. Posts nothing."""

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

from app.domain.address import LOOPBACK
from app.domain.problem import Problem

TargetKind = Literal["empty", "not_an_address", "scheme", "credentials", "elsewhere"]

_LONGEST = 2000


class TargetError(Exception):
    """Nothing is posted to this address; `kind` says why, `host` which machine it names."""

    def __init__(self, kind: TargetKind, host: str = "") -> None:
        super().__init__(kind)
        self.kind: TargetKind = kind
        self.host = host


class Since(StrEnum):
    """With which events a forwarding begins. LEFT_OFF: after the last one that this target was
    given, for a new target with the next that comes.
    """

    LEFT_OFF = "left_off"
    NOW = "now"
    ALL = "all"


class ForwardState(StrEnum):
    """WAITING: not answered yet. ANSWERED: with whatever status. SILENT: it was posted and no
    answer came. SKIPPED: somebody chose to begin after it.
    """

    WAITING = "waiting"
    ANSWERED = "answered"
    SILENT = "silent"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Forward:
    """One event on its way to one handler. `answer` is the beginning of what the handler said;
    `at` and `milliseconds` are of the last try; `problem` is why no answer came. `who` is the
    customer of the first message that the event brought or changed, `said` how its text begins.
    """

    id: int
    event: int
    name: str
    state: ForwardState
    tries: int = 0
    at: datetime | None = None
    status: int | None = None
    milliseconds: int | None = None
    answer: str = ""
    problem: str = ""
    who: str = ""
    said: str = ""

    @property
    def ok(self) -> bool:
        """Whether the handler took it."""
        return self.state is ForwardState.ANSWERED and _is_good(self.status)


@dataclass(frozen=True, slots=True)
class Choice:
    """How a person wants it. With `repeat` an event is posted again until the handler answers with
    a status of 200 to 299, which the portal would not do; `token` sends a live access token along.
    """

    target: str = ""
    on: bool = False
    paused: bool = False
    repeat: bool = False
    token: bool = False


@dataclass(frozen=True, slots=True)
class Forwarded:
    """How it goes: how many wait, why the first of them does, and when it is tried again."""

    choice: Choice = Choice()
    waiting: int = 0
    posting: bool = False
    problem: Problem | None = None
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What is posted, without any secret: the fields, and the body that they make."""

    fields: tuple[tuple[str, str], ...] = ()
    body: str = ""


def is_done(status: int, *, repeat: bool) -> bool:
    """Whether an answer with this status ends it: the portal asks nobody twice."""
    return not repeat or _is_good(status)


def check_target(text: str, allowed: Collection[str] = ()) -> str:
    """The address as it is called. Only this machine, and hosts that were named as `allowed`.

    Raises:
        TargetError: nothing is posted there.
    """
    text = text.strip()
    if not text:
        raise TargetError("empty")
    text = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise TargetError("not_an_address") from None
    if parts.scheme not in ("http", "https"):
        raise TargetError("scheme")
    if "@" in parts.netloc:
        raise TargetError("credentials")
    readable = text.isprintable() and text.isascii() and not {" ", "\\"} & set(text)
    if not host or port == 0 or not readable or len(text) > _LONGEST:
        raise TargetError("not_an_address")
    if not is_here(host) and host not in {each.lower() for each in allowed}:
        raise TargetError("elsewhere", host)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def is_here(host: str) -> bool:
    """Whether a host is this machine, whatever a name server says."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def stays_here(target: str) -> bool:
    """Whether what is posted to this address does not leave this machine."""
    return is_here(urlsplit(target).hostname or "")


def _is_good(status: int | None) -> bool:
    return status is not None and 200 <= status < 300
