"""Which portals this program has signed in to. Holds no secret; one small file."""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from app.domain.portal import Profile
from app.services.failures import NotPossible
from app.services.files import alone_with, private_folder, replace_file

FILE = "profiles.json"

log = logging.getLogger(__name__)


class Profiles:
    """The remembered portals, the one used last at the end."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._profiles = _load(self._file)
        self._unwritten = False

    def all(self) -> tuple[Profile, ...]:
        """Every profile, oldest use first."""
        return tuple(self._profiles)

    def last(self) -> Profile | None:
        """The profile that was used last."""
        return self._profiles[-1] if self._profiles else None

    def find(self, wanted: str) -> Profile:
        """The profile with this name, key, member id or address (also a bare host).

        Raises:
            NotPossible: NO_SUCH_PROFILE, or AMBIGUOUS_PROFILE with the keys of all that fit.
        """
        if not wanted.strip():
            raise NotPossible("NO_SUCH_PROFILE", wanted)
        exact = [each for each in self._profiles if wanted in (each.key, each.name)]
        found = exact or [each for each in self._profiles if wanted.casefold() in _names(each)]
        keyed = [each for each in found if each.key == wanted]
        found = keyed or found
        if not found:
            raise NotPossible("NO_SUCH_PROFILE", wanted)
        if len(found) > 1:
            raise NotPossible("AMBIGUOUS_PROFILE", ", ".join(each.key for each in found))
        return found[0]

    def save(self, profile: Profile) -> None:
        """Add a profile or replace the one of the same portal and application; it is now the last.

        Raises:
            OSError: it could not be written; it is remembered for this run.
        """
        self._edit(lambda known: [*_others(known, profile), profile])

    def remember(self, profile: Profile) -> None:
        """The same for a portal that is being opened: a list that cannot be written is no reason to
        turn a signed-in person away.
        """
        try:
            self.save(profile)
        except OSError as error:
            log.warning("The list of portals could not be written: %s", error)

    def change(self, profile: Profile) -> None:
        """Other settings of one that is known: it keeps its place in the order of use.

        Raises:
            OSError: it could not be written; it is remembered for this run.
        """
        self._edit(lambda known: [profile if it.key == profile.key else it for it in known])

    def forget(self, profile: Profile) -> None:
        """Remember a profile no longer.

        Raises:
            OSError: it could not be written.
        """
        self._edit(lambda known: _others(known, profile))

    def _edit(self, edit: Callable[[list[Profile]], list[Profile]]) -> None:
        """One process at a time: an entry that another one adds meanwhile may be a lock."""
        try:
            private_folder(self._file.parent)
            with alone_with(self._file):
                self._profiles = edit(self._known())
                rows = [asdict(each) for each in self._profiles]
                replace_file(self._file, json.dumps(rows, indent=2, ensure_ascii=False).encode())
        except OSError:
            self._profiles = edit(self._known())
            self._unwritten = True
            raise
        self._unwritten = False

    def _known(self) -> list[Profile]:
        """All of them, as the file has them by now: another window may have forgotten one."""
        if not self._unwritten and self._file.exists():
            self._profiles = _load(self._file)
        return self._profiles


def _others(known: list[Profile], profile: Profile) -> list[Profile]:
    return [each for each in known if each.key != profile.key]


def _names(profile: Profile) -> tuple[str, ...]:
    """What a person may call a portal by, in lower case."""
    address = profile.address.casefold()
    host = address.partition("://")[2]
    names = (profile.name, profile.key, profile.member_id, address, host)
    return tuple(name.casefold() for name in names)


def _load(file: Path) -> list[Profile]:
    """What can be read; a damaged file or entry is as good as none."""
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    rows = stored if isinstance(stored, list) else []
    return [profile for profile in map(_read, rows) if profile is not None]


def _read(row: Any) -> Profile | None:
    try:
        profile = msgspec.convert(row, Profile)
        for url in (profile.address, profile.oauth, profile.redirect_uri, profile.endpoint):
            urlsplit(url.encode().decode())  # an address that is none is refused here
    except (msgspec.ValidationError, ValueError):
        return None
    return profile
