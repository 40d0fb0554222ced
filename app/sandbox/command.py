"""`openline-console sandbox`: serve a made-up portal on this machine until it is told to stop.

stdout carries the addresses (one JSON line with --json), stderr everything else. Exit codes:
0 stopped when asked to, 1 the port is taken, 2 wrong use.
"""

import argparse
import json
import os
import re
import secrets
import socket
import sys
from threading import Thread
from typing import TYPE_CHECKING

from app.sandbox.guard import is_loopback
from app.sandbox.options import ERROR_SHAPES, PLANS, ROLES, Options

if TYPE_CHECKING:
    from app.sandbox.serving import AnnouncingServer

_SWITCHES = {
    "auto_consent": "the sign-in page redirects at once",
    "auto_operator": "a scripted operator answers every new dialog",
}


class _NobodyReadsError(Exception):
    """Standard output is closed, so nobody can learn the addresses."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    usual = Options()
    parser.add_argument("--host", default="127.0.0.1", help="address of this machine to serve on")
    parser.add_argument("--port", type=_port, default=0, help="0 picks a free one")
    parser.add_argument("--json", action="store_true", help="print addresses as one JSON line")
    parser.add_argument("--with-parent", action="store_true", help="stop when stdin is closed")
    parser.add_argument("--plan", choices=PLANS, default=usual.plan, help="limits and features")
    parser.add_argument("--role", choices=ROLES, default=usual.role, help="who signs in")
    parser.add_argument("--seed", default=usual.seed, help="name of the made-up portal")
    parser.add_argument(
        "--random-seed", type=int, help="the same number gives the same portal; else a new one"
    )
    parser.add_argument("--redirect-uri", default=usual.redirect_uri, help="in the app's card")
    for name, text in _SWITCHES.items():
        parser.add_argument(f"--{name.replace('_', '-')}", action="store_true", help=text)
    _add_numbers(parser, usual)
    _add_disputed(parser, usual)


def _add_numbers(parser: argparse.ArgumentParser, usual: Options) -> None:
    for name, text in (
        ("operator_delay", "seconds before the scripted operator answers"),
        ("access_lifetime", "seconds an access token lives"),
        ("code_lifetime", "seconds a code lives"),
        ("refresh_lifetime", "seconds a refresh token lives"),
        ("refresh_grace", "seconds a rotated refresh token lives on"),
    ):
        flag = f"--{name.replace('_', '-')}"
        parser.add_argument(flag, type=_seconds, default=getattr(usual, name), help=text)


def _add_disputed(parser: argparse.ArgumentParser, usual: Options) -> None:
    parser.add_argument("--error-shape", choices=ERROR_SHAPES, default=usual.error_shape)
    parser.add_argument("--not-installed", dest="installed", action="store_false")
    parser.add_argument("--no-offline-extended", dest="offline_extended", action="store_false")
    parser.add_argument("--no-auth-connector", dest="auth_connector", action="store_false")
    parser.add_argument("--no-self-exclusion", dest="self_exclusion", action="store_false")
    parser.add_argument("--no-rate-limit", dest="rate_limit", action="store_false")
    parser.add_argument("--legacy-deactivate", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Serve until SIGINT, SIGTERM or, with --with-parent, the end of stdin."""
    if not is_loopback(arguments.host):
        return _refuse("The sandbox serves this machine only: --host must be loopback.", 2)
    try:
        options = _options(arguments)
        listener = _listen(arguments.host, arguments.port)
    except ValueError as error:
        return _refuse(str(error), 2)
    except OSError as error:
        where = f"{arguments.host}:{arguments.port}"
        return _refuse(f"The sandbox cannot listen on {where}: {error.strerror}.", 1)
    with listener:
        return _serve(options, listener, arguments)


def _options(arguments: argparse.Namespace) -> Options:
    """What was asked for. Nobody takes two runs for one portal unless it was asked for."""
    names = Options.__dataclass_fields__.keys() & vars(arguments).keys()
    chosen = {name: getattr(arguments, name) for name in names}
    if chosen["random_seed"] is None:
        chosen |= {"random_seed": secrets.randbelow(2**31), "member_id": secrets.token_hex(16)}
    return Options(**chosen)


def _serve(options: Options, listener: socket.socket, arguments: argparse.Namespace) -> int:
    from app.sandbox.server import create
    from app.sandbox.serving import AnnouncingServer

    try:
        sandbox = create(options)
    except ValueError as error:
        return _refuse(str(error), 2)
    host, port = listener.getsockname()[:2]
    origin = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    about = sandbox.describe(origin)
    server = AnnouncingServer(sandbox.app, lambda: _announce(about, as_json=arguments.json))
    if arguments.with_parent:
        Thread(target=_wait_for_parent, args=(server,), daemon=True, name="parent").start()
    try:
        server.serve_on(listener)
    except _NobodyReadsError:
        return _refuse("The sandbox cannot write its addresses to standard output.", 1)
    return 0


def _announce(about: dict[str, str], *, as_json: bool) -> None:
    text = json.dumps(about) if as_json else "\n".join(f"{k:14}{v}" for k, v in about.items())
    if sys.stdout is None:
        raise _NobodyReadsError
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at its end
        raise _NobodyReadsError from None


def _wait_for_parent(server: "AnnouncingServer") -> None:
    while sys.stdin is not None and os.read(sys.stdin.fileno(), 4096):
        pass
    server.stop()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's delay off only where the protocol is named
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value < 1e9:
        raise argparse.ArgumentTypeError("a number of seconds, not negative")
    return value


def _refuse(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
