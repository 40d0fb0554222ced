"""What a run of the program is asked to do, and the preferences that it remembers."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.services.files import private_file, private_folder
from app.ui.preferences import Preferences

PREFERENCES = "preferences.json"
#: Opens the file with the keys where nobody is there to type.
PASSPHRASE = "OPENLINE_CONSOLE_PASSPHRASE"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Settings:
    """One run, as asked for at the command line.

    `data_dir` isolates a run completely: preferences, profiles, journals, logs; and with it set,
    secrets go into a sealed file there or nowhere, never into the person's keychain.
    """

    data_dir: Path
    isolated: bool = False
    sandbox: bool = False
    profile: str = ""
    debug: bool = False
    quit: bool = False


def default_data_dir() -> Path:
    """The platform's folder for this program's data."""
    from platformdirs import user_data_path

    return user_data_path("openline-console", appauthor=False)


def load_preferences(folder: Path) -> Preferences:
    """Read the preferences; a damaged or missing file means the defaults."""
    try:
        stored: Any = json.loads((folder / PREFERENCES).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    known = asdict(Preferences())
    if not isinstance(stored, dict):
        return Preferences()
    kept = {k: v for k, v in stored.items() if k in known and type(v) is type(known[k])}
    return replace(Preferences(), **kept)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Write the preferences at once or not at all."""
    private_folder(folder)
    new = folder / f"{PREFERENCES}.new"
    private_file(new)
    new.write_text(json.dumps(asdict(preferences), indent=2), encoding="utf-8")
    os.replace(new, folder / PREFERENCES)  # noqa: PTH105  (atomic also on Windows)
