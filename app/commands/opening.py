"""Opens a portal for a command: list of portals, keys, session, desk. Without a window.

A passphrase comes from OPENLINE_CONSOLE_PASSPHRASE or is asked at the terminal, never from the
command line, where every program of the machine could read it.
"""

import asyncio
import getpass
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.bitrix.errors import BitrixError, NetworkError, SignedOut, Unreachable
from app.commands import FAILED, UNREACHABLE, WRONG_USE
from app.commands.printing import say
from app.services.failures import JournalDamaged, NotPossible, ServiceError, VaultFailed
from app.services.files import private_folder
from app.settings import Settings
from app.supplies import Supplies, open_supplies

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.sandbox_process import SandboxDetails
    from app.services.desk import Desk
    from app.services.profiles import Profiles
    from app.services.session import Session

    Agree = Callable[[str], Coroutine[None, None, object]]


class WrongUse(Exception):
    """The command cannot be carried out as it was given; the message says what to change."""


def ask_secret(question: str, given: str, variable: str) -> str:
    """What was given in the environment, or is typed at the terminal without being shown.

    Raises:
        WrongUse: there is neither.
    """
    if given:
        return given
    if not sys.stdin.isatty():
        raise WrongUse(f"{question}: set {variable}, or run this in a terminal.")
    return getpass.getpass(f"{question}: ")


@asynccontextmanager
async def open_session(settings: Settings) -> AsyncIterator["Session"]:
    """A portal that works: the named one, the sandbox that was asked for, or the one used last.

    Raises:
        WrongUse: no portal is known by that name, or no passphrase can be had.
        BitrixError: nobody is signed in there, or the portal does not answer.
    """
    async with open_supplies(settings) as supplies, place_of(supplies) as (session, _):
        yield session


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator["Desk"]:
    """Every service on an open portal; the feed and the outbox rest, so nothing is sent by itself.

    Raises:
        WrongUse, BitrixError: as `open_session`.
        ServiceError: the journal cannot be opened.
    """
    from app.services.desk import open_desk as open_services
    from app.services.holding import holder
    from app.services.places import portal_folder

    async with open_supplies(settings) as supplies, place_of(supplies) as (session, folder):
        alone = await holder(portal_folder(folder, session.profile.key)) is None
        async with open_services(session, supplies.traffic, folder, alone=alone) as desk:
            yield desk


@asynccontextmanager
async def place_of(supplies: Supplies) -> "AsyncIterator[tuple[Session, Path]]":
    """As `open_session`, with supplies that are open, and the folder of journals that holds the
    portal's: that of a sandbox ends with it.
    """
    from app.commands.keeping import unlock
    from app.services.session import resume

    if supplies.settings.sandbox:
        from app.sandbox_process import sandbox_process

        async with (
            sandbox_process(auto_operator=True) as details,
            sandbox_session(supplies, details) as session,
        ):
            yield session, Path(details.folder)
        return
    profile = chosen_profile(supplies.profiles, supplies.settings.profile)
    await unlock(supplies)
    http = supplies.open_http(profile.network)
    session = await resume(http, supplies.vault, profile, supplies.traffic)
    try:
        yield session, supplies.settings.data_dir
    finally:
        await session.close()


def chosen_profile(profiles: "Profiles", wanted: str) -> "Profile":
    """The portal that is meant, else the one used last.

    Raises:
        NotPossible: NO_SUCH_PROFILE, AMBIGUOUS_PROFILE.
        WrongUse: none is named, and nobody has signed in to any.
    """
    profile = profiles.find(wanted) if wanted else profiles.last()
    if profile is None:
        refuse(
            "Nobody has signed in to a portal with this data folder yet. Sign in with the command "
            "login or in the window, or name a data folder with --data-dir.\n"
            "A sandbox is in no data folder. tail, listen and export reach one that runs, also "
            "that of an open window, with --sandbox-url and the address that the window shows."
        )
    return profile


@asynccontextmanager
async def sandbox_session(
    supplies: Supplies, details: "SandboxDetails", agree: "Agree | None" = None
) -> AsyncIterator["Session"]:
    """A session at a sandbox that runs. `agree` takes its sign-in page back to the listener; one
    that agrees by itself needs none.
    """
    from app.sandbox_sign_in import sign_in_to_sandbox, visit
    from app.services.holding import in_turn

    with tempfile.TemporaryDirectory(prefix="openline-sandbox-") as folder:
        alone = in_turn(Path(details.folder or folder) / "sign-in")  # all listen at one address
        async with alone, asyncio.TaskGroup() as group:
            session = await sign_in_to_sandbox(
                supplies.http,
                details,
                supplies.traffic,
                Path(folder),
                lambda url: bool(group.create_task((agree or visit)(url))),
            )
    try:
        yield session
    finally:
        await session.close()


def carry_out(
    settings: Settings, work: Callable[[], Awaitable[int]], *, failed: int = FAILED
) -> int:
    """Run a command's work; a failure is told in words. Answers the exit code; `failed` is that of
    what a portal refused.

    Raises:
        BrokenPipeError: nobody reads the result any more.
    """
    from app.logs import start_logging

    async def whole() -> int:
        return await work()

    try:
        private_folder(settings.data_dir)
        start_logging(settings.data_dir / "logs", debug=settings.debug)
        return asyncio.run(whole())
    except WrongUse as error:
        say(str(error))
        return WRONG_USE
    except BrokenPipeError:
        raise
    except (BitrixError, ServiceError, OSError) as error:
        return tell(error, failed)


def tell(error: BaseException, failed: int = FAILED) -> int:
    """Say what failed, most likely why, and what now. Answers the exit code."""
    from app.ui.errors import explain

    explained = explain(error)
    say(f"{explained.title}." if explained.title[-1:].isalnum() else explained.title)
    vendor = explained.vendor if explained.vendor != explained.text else ""
    about = ": ".join(part for part in (explained.code, vendor) if part)
    for line in (explained.text, explained.advice, f"({about})" if about else ""):
        if line:
            say(line)
    if isinstance(error, JournalDamaged):
        say("Both are done in the window: start openline-console and open this portal.")
    if isinstance(error, SignedOut | Unreachable | NetworkError | VaultFailed):
        return UNREACHABLE
    return WRONG_USE if isinstance(error, NotPossible) else failed


def refuse(text: str) -> NoReturn:
    """Stop the command because of how it was given.

    Raises:
        WrongUse: always.
    """
    raise WrongUse(text)
