"""What an exported transcript is of: what a person wished for, and the dialogs. Writes nothing."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from app.domain.dialog import Customer, Dialog, DialogId
from app.domain.masking import Mask


class Format(StrEnum):
    """The value is the ending of the file's name."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Wish:
    """`dialogs` in the order in which they are written. `zone_name` stands beside every time."""

    format: Format
    dialogs: tuple[DialogId, ...]
    zone: tzinfo
    zone_name: str
    masks: frozenset[Mask] = frozenset()


@dataclass(frozen=True, slots=True)
class About:
    """What stands at the top: whose dialogs, when they were taken out, what was masked."""

    portal: str
    made_at: datetime
    zone_name: str
    dialogs: int
    masks: tuple[Mask, ...]


#: Stands over a dialog of which only one half is known.
HALF = "The customer's own messages come from another program and are not told to this console."


@dataclass(frozen=True, slots=True)
class Talk:
    """One dialog; `customer` is None where the console never wrote as him. `half`: nothing that he
    wrote is known, since another program wrote it.
    """

    dialog: Dialog
    customer: Customer | None = None
    half: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What came of an export."""

    dialogs: int
    messages: int


def one_line(text: str) -> str:
    """A name as it may stand in a heading."""
    return " ".join(text.split())
