"""Forgets a portal: keys, journal, drafts, caches, the lines of the log that name it. Then it looks
through everything that is left for its names, and tells where one was found.

Knows no window and no open portal: whoever asks has closed it.
"""

import asyncio
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import quote, urlsplit

from app.domain.portal import Profile
from app.services.failures import NotPossible, VaultFailed
from app.services.holding import holder
from app.services.journal_file import is_in_use
from app.services.places import portal_folder
from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.vault import Vault

Thing: TypeAlias = Literal["tokens", "secret", "journal", "caches", "log", "profile"]

_FILES: tuple[Thing, ...] = ("journal", "caches")
LOGS = "logs"
#: How names of our files begin: the journal with its copies and damaged ones, and what is locked.
_JOURNAL, _LOCKS = "journal", ("refresh.lock", "work.")
_CHUNK = 1 << 20
#: A record of the log begins with its time; a traceback goes on in lines that do not.
_RECORD = re.compile(rb"(?m)^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} )")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What there was and is gone, and the files, below the data folder, in which something of the
    portal was still found. Nothing left means: looked for and not found.
    """

    removed: tuple[Thing, ...]
    left: tuple[str, ...]


async def forget_portal(
    profile: Profile, vault: Vault, profiles: Profiles, data_dir: Path
) -> Forgotten:
    """Remove everything of a portal that is not open, keys first, and prove it.

    What another application on the same portal has stays, and its names do not count as left.

    Raises:
        NotPossible: PORTAL_IN_USE, a window or command has it open, would go on writing and could
            put its keys back; nothing was touched.
        VaultFailed: the keys could not be taken out; nothing else was touched, and it can be tried
            again.
    """
    folder = portal_folder(data_dir, profile.key)
    held = await holder(folder) is not None
    if held or await asyncio.to_thread(is_in_use, folder / "journal.sqlite"):
        raise NotPossible("PORTAL_IN_USE", profile.name)
    removed = await _forget_keys(profile, vault)
    others = [each for each in profiles.all() if each.key != profile.key]
    words = _words(profile, others)
    files = await asyncio.to_thread(_remove_files, profile, data_dir, words)
    if len(others) < len(profiles.all()):
        files.append("profile")
    await asyncio.to_thread(profiles.forget, profile)  # also what a killed run left half written
    left = await asyncio.to_thread(_find, data_dir, words, portal_folder(data_dir, profile.key))
    return Forgotten((*removed, *files), tuple(left))


async def _forget_keys(profile: Profile, vault: Vault) -> list[Thing]:
    keys = await load_keys(vault, profile)
    await vault.forget(profile.key)
    removed: list[Thing] = []
    if keys is not None and keys.tokens is not None:
        removed.append("tokens")
    if keys is not None:
        removed.append("secret")
    if await vault.load(profile.key) is not None:
        raise VaultFailed("VAULT_REFUSED", "the keys are still there")
    return removed


def _remove_files(profile: Profile, data_dir: Path, words: tuple[bytes, ...]) -> list[Thing]:
    folder = portal_folder(data_dir, profile.key)
    before = _things(folder)
    _remove(folder)
    gone = before - _things(folder)
    removed: list[Thing] = [each for each in _FILES if each in gone]
    logs = sorted((data_dir / LOGS).glob("*.log*"))
    thinned = [_thin_out(each, words) for each in logs if not each.is_symlink()]
    if any(thinned):
        removed.append("log")
    return removed


def _things(folder: Path) -> set[Thing]:
    names = [each.name for each in folder.rglob("*")] if folder.exists() else []
    found: set[Thing] = {"journal" for name in names if name.startswith(_JOURNAL)}
    if any(not name.startswith((_JOURNAL, *_LOCKS)) for name in names):
        found.add("caches")
    return found


def _remove(folder: Path) -> None:
    """Remove a portal's folder. Where links lead out of the data folder only the journal is ours.
    What could not be removed, or is not ours, is found afterwards.
    """
    if not (folder.is_symlink() or any(each.is_symlink() for each in folder.rglob("*"))):
        shutil.rmtree(folder, ignore_errors=True)
        return
    ours = [file for name in (_JOURNAL, *_LOCKS) for file in folder.glob(f"{name}*")]
    with suppress(OSError):  # also of a folder that is not empty
        for file in ours:
            if not file.is_symlink():
                file.unlink()
        folder.resolve().rmdir()
    if not folder.exists():
        folder.unlink(missing_ok=True)


def _words(profile: Profile, others: Iterable[Profile]) -> tuple[bytes, ...]:
    """What names this portal and nothing else that is still known, as files may spell it."""
    names = _names(profile).difference(*map(_names, others))
    spelled = {spelling for name in names for spelling in (name, quote(name, safe=""))}
    return tuple(sorted(each.lower().encode() for each in spelled))


def _names(profile: Profile) -> set[str]:
    hosts = {urlsplit(each).netloc for each in (profile.address, profile.endpoint)}
    folder = portal_folder(Path(), profile.key).name
    return {each for each in (profile.member_id, profile.client_id, folder, *hosts) if each}


def _thin_out(file: Path, words: tuple[bytes, ...]) -> bool:
    """Take the records that name the portal out of a log that may be open for appending."""
    with file.open("r+b") as log:
        records = _RECORD.split(log.read())
        kept = [record for record in records if not _has(record.lower(), words)]
        if len(kept) == len(records):
            return False
        log.seek(0)
        log.write(b"".join(kept))
        log.truncate()
    return True


def _find(data_dir: Path, words: tuple[bytes, ...], folder: Path) -> list[str]:
    """Every file that still names the portal, in its name or in its content, and every file in the
    portal's own folder.
    """
    return [
        str(file.relative_to(data_dir))
        for file in sorted(_files(data_dir))
        if folder in file.parents or _has(file.name.lower().encode(), words) or _reads(file, words)
    ]


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, also where links lead; each folder once."""
    seen = set[str]()
    for place, inner, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:
            inner.clear()
            continue
        seen.add(real)
        yield from (file for file in map(Path(place).joinpath, names) if file.is_file())


def _reads(file: Path, words: tuple[bytes, ...]) -> bool:
    try:
        return any(_has(part, words) for part in _parts(file, max(map(len, words), default=0)))
    except OSError:  # what cannot be read cannot be vouched for
        return True


def _parts(file: Path, overlap: int) -> Iterator[bytes]:
    """The content in lower case, in parts that overlap by the longest word."""
    tail = b""
    with file.open("rb") as content:
        while part := content.read(_CHUNK):
            yield (tail + part).lower()
            tail = part[-overlap:] if overlap else b""


def _has(text: bytes, words: tuple[bytes, ...]) -> bool:
    return any(word in text for word in words)
