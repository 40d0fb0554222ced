"""Writes transcripts of dialogs into a file, from what the journal on this machine holds. The
portal is not asked, and nobody has to be signed in. What a window did with its sandbox is reached
with --sandbox-url, as long as the sandbox runs.

--mask takes phones, e-mails, names or links out, everywhere in the file; names are those that the
dialogs are known to hold. The CSV holds no formula, whatever customers wrote: an apostrophe stands
in front of what could begin one. app/services/export_json.py and export_csv.py say what JSON and
CSV hold. The file appears under its name once it is whole.

Exit codes: 0 written, 1 it could not be written, 2 wrong use, also when no dialog fits.

    openline-console export --format html --out talks.html --connector acme_shopchat --mask phones
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import DONE
from app.commands.arguments import add_known, folder, named, settings_of
from app.commands.printing import put, say

if TYPE_CHECKING:
    from app.domain.dialog import Dialog
    from app.domain.masking import Mask
    from app.domain.transcript_export import Wish
    from app.settings import Settings

_FORMATS = ("md", "html", "json", "csv")
_MASKS = ("phones", "emails", "names", "links")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument(
        "--format", choices=_FORMATS, help="usually the one that the file's name ends with"
    )
    parser.add_argument("--out", type=folder, metavar="FILE", required=True, help="where to")
    parser.add_argument(
        "--dialog",
        type=int,
        metavar="N",
        action="append",
        default=[],
        help="one dialog by its number in the journal; may be given several times",
    )
    parser.add_argument("--connector", type=named, metavar="ID", help="only its dialogs")
    parser.add_argument("--line", type=int, metavar="N", help="only dialogs of this line")
    parser.add_argument(
        "--mask",
        metavar="WHAT",
        default="",
        help=f"what is taken out, with commas between: {', '.join(_MASKS)}",
    )
    parser.add_argument(
        "--zone", type=named, metavar="NAME", help="such as Europe/Riga or UTC; usually this one's"
    )
    add_known(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file. Answers the exit code."""
    from app.commands.opening import carry_out

    settings = settings_of(arguments)
    return carry_out(settings, lambda: _export(arguments, settings))


async def _export(arguments: argparse.Namespace, settings: "Settings") -> int:
    from app.commands.opening import refuse
    from app.services.clock import utc_now
    from app.services.exporting import Exports

    found = _of_sandbox(arguments.sandbox_url) if arguments.sandbox_url else _known(settings)
    name, path = await found
    if not path.exists():
        refuse(f"There is no journal of {name} in {path.parent}.")
    exports = Exports(path, lambda: name, utc_now)
    wish = _wish(arguments, await exports.dialogs())
    written = await exports.write(wish, arguments.out, _progress())
    put(f"{written.messages} messages of {written.dialogs} dialogs: {arguments.out}")
    return DONE


async def _known(settings: "Settings") -> "tuple[str, Path]":
    """Name and journal of a portal that somebody has signed in to."""
    from app.commands.opening import chosen_profile
    from app.services.desk import journal_path
    from app.services.profiles import Profiles

    profile = chosen_profile(Profiles(settings.data_dir), settings.profile)
    return profile.name, journal_path(settings.data_dir, profile)


async def _of_sandbox(url: str) -> "tuple[str, Path]":
    """The same of a sandbox that runs, as its window or a command filled it."""
    from app.bitrix.connection import open_http
    from app.commands.following import running_sandbox
    from app.sandbox_sign_in import profile_of
    from app.services.desk import journal_path

    async with open_http() as http:
        details = await running_sandbox(http, url)
        profile = await profile_of(http, details)
    return profile.name, journal_path(Path(details.folder), profile)


def _wish(arguments: argparse.Namespace, dialogs: "tuple[Dialog, ...]") -> "Wish":
    from app.commands.opening import refuse
    from app.domain.transcript_export import Format, Wish
    from app.services.zones import local_zone, zone_of

    name = arguments.format or arguments.out.suffix.removeprefix(".").lower()
    if name not in _FORMATS:
        refuse(f"--format: one of {', '.join(_FORMATS)}; {arguments.out} does not say which.")
    chosen = tuple(each.id for each in dialogs if _fits(each, arguments))
    missing = set(arguments.dialog) - {each.id for each in dialogs}
    if missing or not chosen:
        which = ", ".join(map(str, sorted(missing)))
        refuse(f"There is no dialog {which}." if missing else "No dialog fits.")
    try:
        zone, zone_name = (
            (zone_of(arguments.zone), arguments.zone) if arguments.zone else local_zone()
        )
    except ValueError:
        refuse(f"--zone: there is no time zone {arguments.zone}.")
    return Wish(Format(name), chosen, zone, zone_name, _masks(arguments.mask))


def _fits(dialog: "Dialog", arguments: argparse.Namespace) -> bool:
    return (
        (not arguments.dialog or dialog.id in arguments.dialog)
        and (arguments.connector is None or dialog.connector == arguments.connector)
        and (arguments.line is None or dialog.line == arguments.line)
    )


def _masks(text: str) -> "frozenset[Mask]":
    from app.commands.opening import refuse
    from app.domain.masking import Mask

    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if unknown := [name for name in names if name not in _MASKS]:
        refuse(f"--mask: {unknown[0]} is none of {', '.join(_MASKS)}.")
    return frozenset(map(Mask, names))


def _progress() -> "Callable[[int, int], None]":
    """Tenths of a long export, for who sits at the terminal."""
    told = 0

    def tell(done: int, of: int) -> None:
        nonlocal told
        tenth = 10 * done // max(of, 1)
        if sys.stderr.isatty() and tenth > told:
            told = tenth
            say(f"{done} of {of} messages")

    return tell
