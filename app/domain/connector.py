"""Connectors and open lines as the console shows them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

#: The seven switches of `imconnector.register`, in the vendor's order, with the vendor's defaults.
FLAG_DEFAULTS: dict[str, bool] = {
    "DEL_EXTERNAL_MESSAGES": True,
    "EDIT_INTERNAL_MESSAGES": True,
    "DEL_INTERNAL_MESSAGES": True,
    "NEWSLETTER": True,
    "NEED_SYSTEM_MESSAGES": True,
    "NEED_SIGNATURE": True,
    "CHAT_GROUP": False,
}


class Origin(StrEnum):
    """Who brought a connector: this console's application, another one, or the portal itself."""

    OWN = "own"
    OTHER = "other"
    BUILT_IN = "built_in"


class LineState(StrEnum):
    """A cell of the connector and line grid; UNKNOWN was never read or could not be read."""

    WORKING = "working"
    ERROR = "error"
    HALF = "half"
    NOT_CONNECTED = "not_connected"
    UNKNOWN = "unknown"

    @property
    def is_on(self) -> bool:
        """Whether the connector is switched on for the line, working or not."""
        return self in (LineState.WORKING, LineState.ERROR, LineState.HALF)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A line of the contact centre. `active` is the line's own switch, not a connector's."""

    id: int
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class LineStatus:
    """The answer of `imconnector.status` for one connector on one line."""

    connector: str
    line: int
    configured: bool
    status: bool
    error: bool
    read_at: datetime

    @property
    def state(self) -> LineState:
        """The three booleans in one word."""
        if self.status:
            return LineState.WORKING
        if self.error:
            return LineState.ERROR if self.configured else LineState.HALF
        return LineState.HALF if self.configured else LineState.NOT_CONNECTED


@dataclass(frozen=True, slots=True)
class Icon:
    """A tile icon of `imconnector.register`: `data_image` is a data URI of an SVG."""

    data_image: str
    color: str = "#2857c4"
    size: str = "85%"
    position: str = "center"


@dataclass(frozen=True, slots=True)
class Registration:
    """Everything that `imconnector.register` takes; all seven flags are always sent."""

    id: str
    name: str
    handler: str
    icon: Icon
    icon_disabled: Icon | None = None
    flags: dict[str, bool] = field(default_factory=lambda: dict(FLAG_DEFAULTS))


@dataclass(frozen=True, slots=True)
class ChannelData:
    """`DATA` of `imconnector.connector.data.set`; the portal cannot read it back."""

    id: str
    url: str
    url_im: str
    name: str


@dataclass(frozen=True, slots=True)
class Connector:
    """A row of the connector list. `registration` is what this console wrote last, if it did."""

    id: str
    name: str
    origin: Origin
    registration: Registration | None = None


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why one field of a form cannot be sent. `field` is the vendor's parameter name.

    `code` names the rule (the window holds the words); `hint` is a value that would pass, or "".
    """

    field: str
    code: str
    hint: str = ""
