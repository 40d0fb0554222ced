"""Lists the portals that were signed in to, the one used last at the end. Asks no portal.

Each line: name, address, kind, whether it is read-only, where its keys are. With --json also the
portal's member id and the application's client id. A * marks the one that is used when none is
named.
"""

import argparse
from typing import TYPE_CHECKING

from app.commands import DONE
from app.commands.arguments import add_common, settings_of
from app.commands.printing import as_json, put, say
from app.settings import Settings, load_preferences

if TYPE_CHECKING:
    from app.domain.portal import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("--json", action="store_true", help="print a JSON list")
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the list. Answers the exit code."""
    from app.services.profiles import Profiles

    settings = settings_of(arguments)
    profiles = Profiles(settings.data_dir).all()
    keys = where_keys_are(settings)
    if arguments.json:
        print(as_json([_row(each, keys) for each in profiles]))
    elif not profiles:
        say(f"Nobody has signed in to a portal yet (looked in {settings.data_dir}).")
        say("Sign in with: openline-console login PORTAL --client-id ID")
    for place, profile in enumerate(profiles, 1):
        if not arguments.json:
            put(_line(profile, keys, last=place == len(profiles)))
    return DONE


def where_keys_are(settings: Settings) -> str:
    """`keychain`, `file` or `memory`, where they end with the window. Opens none of them."""
    from app.services.keeping import Keeping

    choice = load_preferences(settings.data_dir).vault
    return Keeping(settings.data_dir, choice, keychain=not settings.isolated).expected


def _line(profile: "Profile", keys: str, *, last: bool) -> str:
    locked = "read-only" if profile.read_only else "read and write"
    mark = "*" if last else " "
    parts = (profile.name, profile.address, str(profile.kind), locked, f"keys: {keys}")
    return f"{mark} {'  '.join(parts)}"


def _row(profile: "Profile", keys: str) -> dict[str, object]:
    return {
        "name": profile.name,
        "address": profile.address,
        "member_id": profile.member_id,
        "client_id": profile.client_id,
        "kind": str(profile.kind),
        "read_only": profile.read_only,
        "keys": keys,
    }
