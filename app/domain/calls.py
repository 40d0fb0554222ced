"""One request and its answer, with every secret already taken out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CallKind(StrEnum):
    """REST calls go to the portal, OAUTH calls to the authorisation server."""

    REST = "rest"
    OAUTH = "oauth"


class Purpose(StrEnum):
    """What a host is contacted for. CHECK asks whether it answers, and sends nothing secret."""

    REST = "rest"
    SIGN_IN = "sign_in"
    FILES = "files"
    CHECK = "check"
    PROXY = "proxy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ContactedHost:
    """A host (with its port, unless usual) that this program sent requests to in this run."""

    host: str
    purposes: tuple[Purpose, ...]
    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class CallRecord:
    """What the inspector shows of a call. `request` and `answer` are redacted JSON or raw text.

    `status` is 0 when no answer came. `error` is the vendor's code, ours when the failure was not
    the vendor's, or "" for success; `refused` counts items refused inside a successful answer.
    `bucket` is the own fill level after the call, `operating` seconds as told by the portal;
    `made_at` is when it made the answer, by its own clock. `poll`: the program asks this over and
    over by itself.
    """

    id: int
    at: datetime
    kind: CallKind
    method: str
    url: str
    status: int
    milliseconds: int
    request: str
    answer: str
    error: str = ""
    error_text: str = ""
    refused: int = 0
    items: int = 0
    bucket: float = 0.0
    operating: float | None = None
    operating_reset_at: datetime | None = None
    made_at: datetime | None = None
    poll: bool = False

    @property
    def failed(self) -> bool:
        """Whether the person should see it in red, HTTP 200 or not."""
        return bool(self.error) or self.refused > 0

    @property
    def blocked(self) -> bool:
        """Whether it never left: the profile is read-only."""
        return self.error == "READ_ONLY"
