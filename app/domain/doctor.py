"""What the doctor looks at, in the order in which a message travels, and what it says of it.

Reasons are codes; the window has the words. Knows no calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Group(StrEnum):
    """The stations of a message's way."""

    SIGN_IN = "sign_in"
    APPLICATION = "application"
    CONNECTOR = "connector"
    LINE = "line"
    LINK = "link"
    EVENTS = "events"


class Verdict(StrEnum):
    """WAITING was not looked at yet; UNKNOWN could not be judged, for a reason that is told."""

    WAITING = "waiting"
    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Remedy(StrEnum):
    """What a call of ours can do about a finding."""

    SIGN_IN = "sign_in"  # not a call: the window leads to the sign-in
    ACTIVATE = "activate"
    WRITE_DATA = "write_data"
    REGISTER = "register"
    SWITCH_LINE_ON = "switch_line_on"
    BIND_EVENTS = "bind_events"
    UNBIND_TWINS = "unbind_twins"
    RELEASE_QUEUE = "release_queue"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at. `key` is stable: reports and tests name it."""

    key: str
    group: Group


@dataclass(frozen=True, slots=True)
class Proof:
    """A call and what the portal said, as JSON texts without secrets. `status` is HTTP's, 0: none."""

    method: str
    params: str
    answer: str
    status: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `reason` is a code that has words, "" where all is well; `facts` are the
    values that belong into those words (names, times as ISO 8601, numbers as text).
    """

    check: Check
    verdict: Verdict
    reason: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()
    remedy: Remedy | None = None
    milliseconds: int = 0
