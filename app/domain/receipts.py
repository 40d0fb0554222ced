"""How the console acknowledges what operators write: when it says "delivered" and "read"."""

from dataclasses import dataclass
from enum import StrEnum


class ReceiptMode(StrEnum):
    """AUTOMATIC: after some seconds. MANUAL: when a person asks. NEVER: the message stays as the
    portal sent it. FAIL: the channel could not deliver it, and the operator is told so.
    """

    AUTOMATIC = "automatic"
    MANUAL = "manual"
    NEVER = "never"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Receipts:
    """`deliver_after` and `read_after` are seconds; `read` says whether "read" is told at all, and
    `read_after` counts from "delivered". `reason` is what the operator is told in mode FAIL.
    """

    mode: ReceiptMode = ReceiptMode.AUTOMATIC
    deliver_after: float = 0.0
    read: bool = False
    read_after: float = 0.0
    reason: str = "The message could not be delivered to the customer."
