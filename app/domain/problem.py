"""What went wrong, as a value that can be stored and shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal or failure: the vendor's code (or one of ours) and the vendor's own words."""

    code: str
    text: str = ""
