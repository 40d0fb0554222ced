"""What a passphrase must be like. Length counts for more than signs that nobody remembers."""

from typing import Literal

SHORTEST = 10
_LONG, _VARIED = 16, 8

Flaw = Literal["", "empty", "short", "simple", "different"]
Strength = Literal["none", "weak", "fair", "strong"]


def flaw_of(passphrase: str, repeated: str) -> Flaw:
    """What is wrong with a new passphrase, "" for nothing."""
    if not passphrase:
        return "empty"
    if len(passphrase) < SHORTEST:
        return "short"
    if len(set(passphrase.casefold())) < 4:
        return "simple"
    return "different" if passphrase != repeated else ""


def strength_of(passphrase: str) -> Strength:
    """A rough measure: how long it is and how many different signs it has."""
    if not passphrase:
        return "none"
    if flaw_of(passphrase, passphrase):
        return "weak"
    varied = len(set(passphrase.casefold())) >= _VARIED
    return "strong" if len(passphrase) >= _LONG and varied else "fair"
