"""`openline-console sandbox`: serve a made-up portal on this machine until it is told to stop.

stdout carries the addresses (one JSON line with --json), stderr everything else. Exit codes:
0 stopped when asked to, 1 the port, the state file or the output cannot be had, 2 wrong use.
"""

import argparse
import json
import os
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any

from app.sandbox import presets
from app.sandbox.keeping.heap import settle
from app.sandbox.keeping.seedfiles import about_seeds
from app.sandbox.options import Options, changed
from app.sandbox.process.arguments import add_arguments, chosen_in, clock_of, options_of

if TYPE_CHECKING:
    from app.sandbox.http.server import Sandbox
    from app.sandbox.portal import Portal
    from app.sandbox.process.serving import Hosting
    from app.sandbox.process.statefile import StateFile

__all__ = ["add_arguments", "run"]


class _NobodyReadsError(Exception):
    """Standard output is closed, so nobody can learn the addresses."""


class _CannotServeError(Exception):
    """Something of the machine cannot be had; says what."""


def run(arguments: argparse.Namespace) -> int:
    """Serve until SIGINT, SIGTERM or, with --with-parent, the end of stdin."""
    listed = _listed(arguments)
    if listed is not None:
        sys.stdout.write(listed)
        return 0
    from app.sandbox.hosts import is_loopback

    if not is_loopback(arguments.host):
        return _refuse("The sandbox serves this machine only: --host must be loopback.", 2)
    if arguments.ca_file and not arguments.tls:
        return _refuse("--ca-file needs --tls.", 2)
    try:
        _serve(options_of(arguments), arguments)
    except (ValueError, TypeError) as error:
        return _refuse(str(error), 2)
    except _CannotServeError as error:
        return _refuse(str(error), 1)
    return 0


def _listed(arguments: argparse.Namespace) -> str | None:
    """What is printed instead of serving, if that was asked for."""
    if arguments.fidelity:
        from app.sandbox import fidelity

        return fidelity.as_text()
    rows: dict[str, str] = {}
    if arguments.list_seeds:
        rows |= about_seeds()
    if arguments.list_presets:
        rows |= {name: preset.text for name, preset in presets.PRESETS.items()}
    return "".join(f"{name:22}{text}\n" for name, text in rows.items()) or None


def _serve(options: Options, arguments: argparse.Namespace) -> None:
    from app.sandbox.http.server import create
    from app.sandbox.process.serving import Hosting

    with ExitStack() as stack:
        sandbox = create(options, clock=clock_of(arguments))
        _order_faults(sandbox, arguments)
        state = _state_of(sandbox, arguments, stack)
        listener = _listener(arguments)
        stack.enter_context(listener)
        about, tls = {}, None
        if arguments.tls:
            from app.sandbox.process.tls import new_identity, published

            identity = new_identity(arguments.host)
            tls = identity.context
            path = stack.enter_context(published(identity.ca_pem, arguments.ca_file))
            about = {"ca_file": str(path.resolve())}
        sandbox.house.folder = stack.enter_context(_folder())
        settle()
        hosting = Hosting(sandbox, listener, tls=tls, state=state)
        _watch_parent(hosting, arguments)
        about = {**sandbox.describe(hosting.origin), **about}
        _run(hosting, lambda: _announce(about, as_json=arguments.json))


def _folder() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="openline-sandbox-", ignore_cleanup_errors=True)
    except OSError as error:
        text = f"The sandbox has no room for a temporary folder: {error.strerror}."
        raise _CannotServeError(text) from None


def _order_faults(sandbox: "Sandbox", arguments: argparse.Namespace) -> None:
    from app.sandbox import faults

    for text in arguments.fault:
        sandbox.portal.faults.add(faults.parse(text))


def _state_of(
    sandbox: "Sandbox", arguments: argparse.Namespace, stack: ExitStack
) -> "StateFile | None":
    if arguments.state is None:
        return None
    from app.sandbox.process.statefile import StateFile

    try:
        state = stack.enter_context(StateFile.opened(arguments.state))
        if state.read_into(sandbox.portal):
            _change(sandbox.portal, chosen_in(arguments))
    except ValueError as error:
        raise _CannotServeError(str(error)) from None
    return state


def _change(portal: "Portal", chosen: dict[str, Any]) -> None:
    """Switches given now win over those of the state; what made the portal stays as it was.

    Where events may be sent only this command line says, never a file.
    """
    made = {name: chosen.pop(name) for name in ("seed", "random_seed") if name in chosen}
    other = [name for name, value in made.items() if getattr(portal.options, name) != value]
    if other:
        flag = f"--{other[0].replace('_', '-')}"
        raise ValueError(f"The state is of a portal with another {flag}; leave it out.")
    portal.change(changed(portal.options, {"allow_hosts": "", **chosen}))
    portal.app.redirect_uri = chosen.get("redirect_uri", portal.app.redirect_uri)


def _listener(arguments: argparse.Namespace) -> socket.socket:
    from app.sandbox.hosts import is_loopback
    from app.sandbox.process.serving import listen

    try:
        listener = listen(arguments.host, arguments.port)
    except OSError as error:
        where = f"{arguments.host}:{arguments.port}"
        text = f"The sandbox cannot listen on {where}: {error.strerror}."
        raise _CannotServeError(text) from None
    if not is_loopback(listener.getsockname()[0]):  # a name may mean anything
        listener.close()
        raise ValueError(f"{arguments.host} is not this machine's own address here.")
    return listener


def _run(hosting: "Hosting", announce: Callable[[], None]) -> None:
    from app.sandbox.process.statefile import UnwrittenError

    text = ""
    try:
        hosting.serve(announce)
    except* _NobodyReadsError:
        text = "The sandbox cannot write its addresses to standard output."
    except* UnwrittenError as errors:
        text = str(errors.exceptions[0])
    if text:
        raise _CannotServeError(text)


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


def _watch_parent(hosting: "Hosting", arguments: argparse.Namespace) -> None:
    if arguments.with_parent:
        Thread(target=_wait_for_parent, args=(hosting,), daemon=True, name="parent").start()


def _wait_for_parent(hosting: "Hosting") -> None:
    while sys.stdin is not None and os.read(sys.stdin.fileno(), 4096):
        pass
    hosting.stop()


def _refuse(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
