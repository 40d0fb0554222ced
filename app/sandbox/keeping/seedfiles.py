"""The files of the seed portals: which there are, and what is in them. Knows no portal."""

import json
import re
from typing import Any

from app import RESOURCES

FOLDER = RESOURCES / "sandbox"
_NAME = re.compile(r"[a-z0-9_-]{1,40}")


def names() -> list[str]:
    """The seeds that can be asked for."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def read(name: str) -> dict[str, Any]:
    """A seed's data. A file that is `like` another one says only what is different.

    Raises ValueError in a plain sentence when there is no such seed.
    """
    path = FOLDER / f"{name}.json"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise ValueError(f"There is no seed portal {name!r}; known: {', '.join(names())}.")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {**read(data["like"]), **data} if "like" in data else data


def about_seeds() -> dict[str, str]:
    """Each seed with what it is, in a line."""
    return {name: str(read(name)["about"]) for name in names()}
