"""Signs in to a portal with the keys of its local application, and keeps the sign-in.

Opens the system's browser and waits for it. On a machine without one, --paste prints the address to
open elsewhere and reads the address that the browser ends on. --from reads what you have instead:
the portal's request to an installer, an event with its auth block, JSON with tokens, a .env file.

The client secret is asked for without being shown, or taken from OPENLINE_CONSOLE_SECRET, or from
what --from reads; never from the command line, where every program of the machine could read it.
Where no keychain works, keys go into a file; its passphrase is asked for, or taken from
OPENLINE_CONSOLE_PASSPHRASE.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import DONE, UNREACHABLE
from app.commands.arguments import add_common, named, settings_of
from app.commands.printing import put, say
from app.settings import CLIENT_SECRET, Settings

if TYPE_CHECKING:
    from app.domain.credentials import Credentials
    from app.domain.portal import Network, Profile
    from app.services.session import Session
    from app.services.sign_in import SignIn
    from app.supplies import Supplies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("portal", nargs="?", type=named, help="the portal's address")
    parser.add_argument("--client-id", metavar="ID", type=named, help="of the local application")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        type=named,
        help="sign in with what stands in a file; - reads standard input",
    )
    parser.add_argument(
        "--paste", action="store_true", help="open no browser here; paste what it ends on"
    )
    parser.add_argument(
        "--redirect", metavar="URL", type=named, help="the application's handler path"
    )
    parser.add_argument("--server", metavar="URL", type=named, help="an authorisation server")
    _add_network(parser)
    lock = parser.add_mutually_exclusive_group()
    lock.add_argument(
        "--read-only", action="store_true", help="let nothing through that changes something"
    )
    lock.add_argument(
        "--read-write", action="store_true", help="open the lock of a portal that was read-only"
    )
    parser.add_argument(
        "--keys", choices=("keychain", "file"), default="", help="where the keys are to be kept"
    )
    add_common(parser)


def _add_network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ca-file", metavar="FILE", type=named, help="authorities of your own")
    parser.add_argument("--proxy", metavar="URL", type=named, help="the way to this portal")
    parser.add_argument(
        "--direct",
        action="store_true",
        help="without the authorities and the proxy of the sign-in before",
    )


def run(arguments: argparse.Namespace) -> int:
    """Sign in. Answers the exit code."""
    from app.commands.opening import carry_out

    settings = settings_of(arguments)
    return carry_out(settings, lambda: _login(arguments, settings), failed=UNREACHABLE)


async def _login(arguments: argparse.Namespace, settings: Settings) -> int:
    from app.commands.keeping import prepare
    from app.services.sign_in import SignIn
    from app.supplies import open_supplies

    given = settings.given.client_secret
    found = _read(arguments.source, given) if arguments.source else None
    async with open_supplies(settings) as supplies:
        it = supplies
        opens = _say_address if arguments.paste else _open_browser
        sign_in = SignIn(it.open_http, it.vault, it.profiles, it.traffic, opens)
        try:
            profile = await _profile(arguments, sign_in, found)
            await prepare(supplies, arguments.keys)
            sign_in.may_unlock = arguments.read_write
            session = await _enter(arguments, sign_in, profile, found, given)
        finally:
            await sign_in.cancel()
        _tell(session, supplies)
        if session.profile.address != profile.address:
            say(f"Note: {profile.address} was asked for; {session.profile.address} it is.")
        if session.profile.read_only and not arguments.read_only:
            say("It stays read-only, as it was. --read-write lets changes through.")
        await session.close()
    return DONE


def _read(source: str, secret: str) -> "Credentials":
    from app.commands.opening import refuse
    from app.domain.credentials import CredentialsError, Doubt
    from app.services.credentials import read_credentials
    from app.ui.credential_words import CredentialErrors
    from app.ui.errors import explain

    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8", "replace")
        found = read_credentials(text)
    except OSError as error:
        refuse(f"{source} cannot be read: {error.strerror}.")
    except CredentialsError as error:
        explained = explain(error)
        refuse(f"{explained.title}. {explained.text} {explained.advice}".replace("  ", " "))
    words = CredentialErrors()
    say(f"Recognised: {words.form(found.form)}.")
    for doubt in found.doubts:
        if doubt is not Doubt.NO_SECRET or not secret:
            say(f"Note: {words.doubt(doubt)}")
    return found


async def _profile(
    arguments: argparse.Namespace, sign_in: "SignIn", found: "Credentials | None"
) -> "Profile":
    from app.commands.opening import refuse
    from app.domain.address import AddressError
    from app.domain.application import REDIRECT, Application, profile_of
    from app.ui.errors import explain

    address = arguments.portal or (found.portal if found else "")
    client_id = arguments.client_id or (found.client_id if found else "")
    if not address:
        refuse("Say which portal: openline-console login acme.bitrix24.com --client-id ID")
    if not client_id:
        refuse("Say which application: --client-id, as its card in the portal shows it.")
    try:
        network = _network(arguments, sign_in.known(address, client_id))
        origin = await sign_in.check_portal(address, network)
    except AddressError as error:
        explained = explain(error)
        refuse(f"{explained.title}. {explained.text} {explained.advice}")
    say(f"A portal answers at {origin}.")
    redirect = arguments.redirect or REDIRECT
    application = Application(client_id, "", redirect, (arguments.server or "").rstrip("/"))
    profile = profile_of(application, origin, network, None)
    return replace(profile, read_only=arguments.read_only)


def _network(arguments: argparse.Namespace, known: "Profile | None") -> "Network":
    """What was said, and of what was not, what held before."""
    from app.domain.portal import Network

    before = known.network if known is not None and not arguments.direct else Network()
    return Network(arguments.ca_file or before.ca_file, arguments.proxy or before.proxy)


async def _enter(
    arguments: argparse.Namespace,
    sign_in: "SignIn",
    profile: "Profile",
    found: "Credentials | None",
    given: str,
) -> "Session":
    from app.commands.opening import ask_secret

    secret = (found.client_secret if found else "") or given
    if found is not None and found.tokens:
        return await sign_in.bring(profile, secret, found)
    secret = ask_secret("Client secret of the application", secret, CLIENT_SECRET)
    await sign_in.start(profile, secret)
    if arguments.paste:
        await _paste(sign_in)
    elif sign_in.listener_problem is not None:
        say("The answer of the browser cannot be caught here: its address is asked for instead.")
        await _paste(sign_in)
    else:
        say("Waiting for the browser. Press Allow there; Ctrl+C gives up.")
    return await sign_in.finish()


async def _paste(sign_in: "SignIn") -> None:
    """Ask until an address is pasted that belongs to this sign-in."""
    import asyncio

    from app.bitrix.errors import PasteError
    from app.commands.opening import refuse
    from app.ui.errors import explain

    while True:
        say("Paste the whole address that the browser ended on, within 30 seconds of Allow:")
        text = await asyncio.to_thread(sys.stdin.readline)
        if not text:
            refuse("No address was pasted.")
        try:
            sign_in.paste(text)
            return
        except PasteError as error:
            explained = explain(error)
            say(f"{explained.title}. {explained.advice}")


def _open_browser(url: str) -> bool:
    """In a thread: a browser of the terminal holds up whoever opens it until it is closed."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    return _say_address(url)


def _say_address(url: str) -> bool:

    say("Open this address in a browser and sign in as an administrator:", f"    {url}")
    return True


def _tell(session: "Session", supplies: "Supplies") -> None:

    profile, can = session.profile, session.capabilities
    put(f"Signed in to {profile.name} ({profile.address}) as {can.user.name}")
    put(f"member id: {profile.member_id}")
    put(f"application: {profile.client_id}")
    put(f"administrator: {'yes' if can.admin else 'no, so no events are received'}")
    if can.missing_scopes:
        put(f"missing permissions: {', '.join(can.missing_scopes)}")
    if not can.installed:
        put("the application is not completely installed: no event is sent to it")
    put(f"access: {'read-only' if profile.read_only else 'read and write'}")
    put(f"keys: {supplies.vault.kind}")
