"""What a run of the program is asked to do, and the preferences that it remembers."""

import json
from collections.abc import MutableMapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from app.services.files import alone_with, private_folder, replace_file
from app.ui.preferences import Preferences

PREFERENCES = "preferences.json"
#: Opens the file with the keys where nobody is there to type.
PASSPHRASE = "OPENLINE_CONSOLE_PASSPHRASE"  # noqa: S105 - the name of a variable
#: The application's secret, likewise.
CLIENT_SECRET = "OPENLINE_CONSOLE_SECRET"  # noqa: S105 - the name of a variable
#: The application's token that `listen` puts into what it posts.
APPLICATION_TOKEN = "OPENLINE_CONSOLE_APPLICATION_TOKEN"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Given:
    """Secrets that were given at the start. Empty: nobody did."""

    passphrase: str = field(default="", repr=False)
    client_secret: str = field(default="", repr=False)
    application_token: str = field(default="", repr=False)


def take_given(environment: MutableMapping[str, str]) -> Given:
    """Take the secrets out of the environment: what this program starts, a browser above all,
    would inherit them and keep them for as long as it lives.
    """
    names = (PASSPHRASE, CLIENT_SECRET, APPLICATION_TOKEN)
    return Given(*(environment.pop(name, "") for name in names))


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
    given: Given = Given()


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
    with alone_with(folder / PREFERENCES):
        written = json.dumps(asdict(preferences), indent=2)
        replace_file(folder / PREFERENCES, written.encode())
