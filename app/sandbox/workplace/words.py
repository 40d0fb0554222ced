"""The workplace's texts in English and Russian, with plural forms. Knows no page and no portal."""

import json
from functools import cache
from typing import Any

from app import RESOURCES

FOLDER = RESOURCES / "sandbox" / "workplace"
LANGUAGES = {"en": "English", "ru": "Русский"}


class Words:
    """All texts of one language. A text with forms is chosen by its value `n`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = texts(language)

    def __call__(self, key: str, **values: Any) -> str:
        """The text of a key with its values filled in."""
        found = self._texts[key]
        if isinstance(found, list):
            found = found[form(self.language, int(values["n"]))]
        return found.format(**values)

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self._texts

    def months(self) -> list[str]:
        """The names of the months as they stand in a date."""
        return self("dates.months").split()


@cache
def texts(language: str) -> dict[str, str | list[str]]:
    """The catalogue of a language."""
    path = FOLDER / f"{language}.json"
    found: dict[str, str | list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def form(language: str, number: int) -> int:
    """Which of a text's forms goes with a number."""
    if language != "ru":
        return 0 if number == 1 else 1
    last, tens = number % 10, number % 100
    if last == 1 and tens != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= tens <= 14 else 2


def preferred(header: str) -> str:
    """The language that a browser asks for, by Accept-Language."""
    wishes: list[tuple[float, str]] = []
    for part in header.split(",")[:20]:
        name, _, weight = part.strip().lower().partition(";q=")
        language = name.split("-")[0]
        if language in LANGUAGES:
            wishes.append((_weight(weight), language))
    best = max(wishes, key=lambda wish: wish[0], default=(0.0, "en"))
    return best[1] if best[0] > 0 else "en"


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
