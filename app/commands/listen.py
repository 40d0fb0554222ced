"""Re-posts events to a handler on this machine, exactly as the portal would POST them: a form with
nested names and the `auth` block. One line for each try; Ctrl+C ends it.

An event waits on disk until the handler has answered. While nobody answers at the address, all
wait, and the first is tried again with growing pauses. Whatever is answered is an answer: as the
portal, this posts an event once, also after a 500 or when the handler takes the post and says
nothing within a minute. --repeat posts it again until the answer is good (200 to 299); the window
has Resend. A program that is killed while it posts posts that event once more.

What differs from the portal: `event_handler_id` is 0. Without --with-token the access token is a
placeholder and belongs to nobody; with it, it is that of the signed-in user, not of whoever caused
the event. `application_token` is the one in OPENLINE_CONSOLE_APPLICATION_TOKEN, else one that is
made up for this sign-in and printed at the start. Events that the console's own calls caused are
not in the portal's queue, so they are not posted. Nothing is acknowledged: that is the handler's.

Without --since it goes on where it left off with this address, or begins with what comes. Where the
window works on the portal, its journal is followed.

Exit codes: 0 ended with Ctrl+C, 1 the portal refuses its events, 2 wrong use, 3 the portal could
not be reached or nobody is signed in to it.

    openline-console listen --forward-to http://localhost:8000/handler
"""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from app.commands.arguments import add_followed, add_since, settings_of
from app.commands.printing import put, say

if TYPE_CHECKING:
    from app.commands.following import Followed
    from app.domain.forwarding import Choice, Forward, Forwarded, TargetError
    from app.services.forwarding import Forwarding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument(
        "--forward-to", metavar="URL", required=True, help="where the handler listens"
    )
    add_since(parser, "now: leave out what waited; all: everything that the journal holds")
    parser.add_argument(
        "--repeat", action="store_true", help="post an event again until the answer is good"
    )
    parser.add_argument(
        "--with-token", action="store_true", help="send a live access token along (this machine)"
    )
    parser.add_argument(
        "--allow-host",
        metavar="HOST",
        action="append",
        default=[],
        help="post to this host too, though it is not this machine; may be given several times",
    )
    add_followed(parser)


def run(arguments: argparse.Namespace) -> int:
    """Forward until it is stopped. Answers the exit code."""
    import asyncio

    from app.commands.following import follow, one_failure
    from app.commands.opening import carry_out

    settings = settings_of(arguments)

    async def work() -> int:
        choice = _choice(arguments)
        with one_failure():
            opening = follow(settings, arguments.sandbox_url, acknowledges=False)
            async with opening as followed, asyncio.TaskGroup() as group:
                forwarding = _forwarding(followed, settings.given.application_token)
                await _begin(forwarding, choice, arguments.since)
                group.create_task(followed.keep_polling())
                await _forward(forwarding)
        raise AssertionError("it forwards until it is stopped")

    return carry_out(settings, work)


def _choice(arguments: argparse.Namespace) -> "Choice":
    from app.commands.opening import refuse
    from app.domain.forwarding import Choice, TargetError, check_target, stays_here

    try:
        target = check_target(arguments.forward_to, arguments.allow_host)
    except TargetError as error:
        refuse(_flaw(error))
    if arguments.with_token and not stays_here(target):
        refuse("--with-token: an access token goes to a handler on this machine only.")
    return Choice(target, on=True, repeat=arguments.repeat, token=arguments.with_token)


def _flaw(error: "TargetError") -> str:
    from app.ui.forward.words import ForwardWords

    return f"--forward-to: {ForwardWords().target_flaw(error)}"


def _forwarding(followed: "Followed", token: str) -> "Forwarding":
    from app.bitrix.handler_post import HandlerDoor
    from app.commands.following import LOOK
    from app.services.clock import utc_now
    from app.services.forward_auth import ForwardAuth
    from app.services.forwarding import Forwarding

    auth = ForwardAuth(followed.session, token)
    door = HandlerDoor(followed.traffic.contacted)
    return Forwarding(followed.journal, auth, door, utc_now, look=LOOK, remember=False)


async def _begin(forwarding: "Forwarding", choice: "Choice", since: str | None) -> None:
    from app.domain.forwarding import Since

    await forwarding.choose(choice, Since(since) if since else Since.LEFT_OFF)
    auth, waiting = forwarding.auth, forwarding.state.waiting
    say(f"Events go to {choice.target}" + (f", {waiting} wait already." if waiting else "."))
    own = "the one that was given" if auth.is_lent else f"{auth.made_up} (made up)"
    say(f"application_token: {own}")
    token = "a live one of the signed-in user" if choice.token else "a placeholder"
    say(f"access_token: {token}")


async def _forward(forwarding: "Forwarding") -> NoReturn:
    forwarding.tried.connect(lambda forward: put(_line(forward)))
    forwarding.changed.connect(_watcher())
    await forwarding.run()
    raise AssertionError("it runs until it is stopped")


def _line(forward: "Forward") -> str:
    from app.ui.forward.words import ForwardWords

    when = forward.at.astimezone().strftime("%H:%M:%S") if forward.at else ""
    took = f" in {forward.milliseconds} ms" if forward.milliseconds is not None else ""
    tried = f", try {forward.tries}" if forward.tries > 1 else ""
    outcome = ForwardWords().outcome(forward)
    return f"{when}  #{forward.event}  {forward.name}  {outcome}{took}{tried}"


def _watcher() -> "Callable[[Forwarded], None]":
    """Says once why all wait."""
    from app.ui.forward.words import ForwardWords

    words, told = ForwardWords(), ""

    def watch(state: "Forwarded") -> None:
        nonlocal told
        code = state.problem.code if state.problem is not None else ""
        if state.problem is not None and code != told:
            say(f"{words.why(state.problem)} {state.waiting} wait, none is lost.")
        told = code

    return watch
