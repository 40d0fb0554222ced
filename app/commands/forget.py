"""Forgets a portal: its keys, its journal, its drafts, and the lines of the log that name it. Then
it looks for the portal's names in everything that is left, and says where one was found.

Nothing is changed in the portal itself. A question comes first, for a production portal its address
has to be typed, unless --yes is given.
"""

import argparse
from typing import TYPE_CHECKING

from app.commands import DONE, FAILED
from app.commands.arguments import add_common, named, settings_of
from app.commands.printing import put, say

if TYPE_CHECKING:
    from app.domain.portal import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("name", type=named, help="the portal's name, member id or address")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Forget it. Answers the exit code."""
    from app.commands.opening import carry_out

    return carry_out(settings_of(arguments), lambda: _forget(arguments))


async def _forget(arguments: argparse.Namespace) -> int:
    from app.commands.keeping import unlock
    from app.services.forgetting import forget_portal
    from app.supplies import open_supplies

    settings = settings_of(arguments)
    async with open_supplies(settings) as supplies:
        profile = supplies.profiles.find(arguments.name)
        if not arguments.yes:
            _confirm(profile)
        await unlock(supplies)
        forgotten = await forget_portal(
            profile, supplies.vault, supplies.profiles, settings.data_dir
        )
    put(f"Forgotten: {profile.name} ({', '.join(forgotten.removed) or 'nothing was kept'})")
    for place in forgotten.left:
        say(f"Something that names it is still in: {place}")
    return FAILED if forgotten.left else DONE


def _confirm(profile: "Profile") -> None:
    from app.commands.asking import allowed
    from app.commands.opening import refuse

    say(f"Everything kept here about {profile.name} ({profile.kind}) will be gone.")
    if not allowed(profile, "Forget it?"):
        refuse("Nothing was forgotten. Without a terminal, say --yes.")
