"""What the steps of the sign-in dialog are, and what they hand to each other."""

from dataclasses import dataclass
from enum import StrEnum

from app.ui.errors import Explained
from app.ui.login.places import Place

CODE_SECONDS = 30


class Step(StrEnum):
    """The steps in order. KEYS is left out where keys have a place already."""

    PORTAL = "portal"
    APPLICATION = "application"
    KEYS = "keys"
    BROWSER = "browser"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An explanation and the place where it can be mended."""

    place: Place
    explained: Explained
