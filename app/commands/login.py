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

from app.commands import DONE
from app.commands.arguments import add_common, settings_of
from app.settings import CLIENT_SECRET, Settings

if TYPE_CHECKING:
    from app.domain.credentials import Credentials
    from app.domain.portal import Profile
    from app.services.session import Session
    from app.services.sign_in import SignIn
    from app.supplies import Supplies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("portal", nargs="?", default="", help="the portal's address")
    parser.add_argument("--client-id", metavar="ID", default="", help="of the local application")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        default="",
        help="sign in with what stands in a file; - reads standard input",
    )
    parser.add_argument(
        "--paste", action="store_true", help="open no browser here; paste what it ends on"
    )
    parser.add_argument(
        "--redirect", metavar="URL", default="", help="the application's handler path"
    )
    parser.add_argument("--server", metavar="URL", default="", help="an authorisation server")
    parser.add_argument("--ca-file", metavar="FILE", default="", help="authorities of your own")
    parser.add_argument("--proxy", metavar="URL", default="", help="the way to this portal")
    parser.add_argument(
        "--read-only", action="store_true", help="let nothing through that changes something"
    )
    parser.add_argument(
        "--keys", choices=("keychain", "file"), default="", help="where the keys are to be kept"
    )
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Sign in. Answers the exit code."""
    from app.commands.opening import carry_out

    settings = settings_of(arguments)
    return carry_out(settings, lambda: _login(arguments, settings))


async def _login(arguments: argparse.Namespace, settings: Settings) -> int:
    from app.commands.keeping import prepare
    from app.services.sign_in import SignIn
    from app.supplies import open_supplies

    found = _read(arguments.source) if arguments.source else None
    async with open_supplies(settings) as supplies:
        it = supplies
        opens = _say_address if arguments.paste else _open_browser
        sign_in = SignIn(it.open_http, it.vault, it.profiles, it.traffic, opens)
        try:
            profile = await _profile(arguments, sign_in, found)
            await prepare(supplies, arguments.keys)
            session = await _enter(arguments, sign_in, profile, found, settings.given.client_secret)
        finally:
            await sign_in.cancel()
        _tell(session, supplies)
        await session.close()
    return DONE


def _read(source: str) -> "Credentials":
    from app.commands.opening import refuse, say
    from app.domain.credentials import CredentialsError
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
        say(f"Note: {words.doubt(doubt)}")
    return found


async def _profile(
    arguments: argparse.Namespace, sign_in: "SignIn", found: "Credentials | None"
) -> "Profile":
    from app.commands.opening import refuse, say
    from app.domain.address import AddressError
    from app.domain.portal import Network
    from app.ui.errors import explain
    from app.ui.login.steps import REDIRECT, Application, profile_of

    address = arguments.portal or (found.portal if found else "")
    client_id = arguments.client_id or (found.client_id if found else "")
    if not address:
        refuse("Say which portal: openline-console login acme.bitrix24.com --client-id ID")
    if not client_id:
        refuse("Say which application: --client-id, as its card in the portal shows it.")
    network = Network(arguments.ca_file, arguments.proxy)
    try:
        origin = await sign_in.check_portal(address, network)
    except AddressError as error:
        explained = explain(error)
        refuse(f"{explained.title}. {explained.text} {explained.advice}")
    say(f"A portal answers at {origin}.")
    redirect = arguments.redirect or REDIRECT
    application = Application(client_id, "", redirect, arguments.server.rstrip("/"))
    profile = profile_of(application, origin, network, None)
    return replace(profile, read_only=arguments.read_only)


async def _enter(
    arguments: argparse.Namespace,
    sign_in: "SignIn",
    profile: "Profile",
    found: "Credentials | None",
    given: str,
) -> "Session":
    from app.commands.opening import ask_secret, say

    secret = found.client_secret if found else ""
    if found is not None and found.tokens:
        return await sign_in.bring(profile, secret, found)
    secret = secret or ask_secret("Client secret of the application", given, CLIENT_SECRET)
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
    from app.commands.opening import refuse, say
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
    from app.commands.opening import say

    say(f"Open this address in a browser and sign in as an administrator:\n    {url}")
    return True


def _tell(session: "Session", supplies: "Supplies") -> None:
    profile, can = session.profile, session.capabilities
    print(f"Signed in to {profile.name} ({profile.address}) as {can.user.name}")
    print(f"member id: {profile.member_id}")
    print(f"application: {profile.client_id}")
    print(f"administrator: {'yes' if can.admin else 'no, so no events are received'}")
    if can.missing_scopes:
        print(f"missing permissions: {', '.join(can.missing_scopes)}")
    if not can.installed:
        print("the application is not completely installed: no event is sent to it")
    print(f"access: {'read-only' if profile.read_only else 'read and write'}")
    print(f"keys: {supplies.vault.kind}")
