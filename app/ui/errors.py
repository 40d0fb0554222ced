"""From an error to words: what happened, what it means, what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explained:
    """`code` is the vendor's (or our) code as it stands; the rest is translated."""

    title: str
    text: str = ""
    advice: str = ""
    code: str = ""
