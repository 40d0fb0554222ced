"""Prints events of a portal as they are committed to the journal, until Ctrl+C.

Where the window works on the portal, its journal is followed; else this command polls. Nothing is
acknowledged to the portal meanwhile, and nothing is written to it.

--json prints one object a line, each as soon as it is on disk:
{"version": 1, "id", "part", "row", "name", "at", "committed_at", "source", "caused_by",
"connector", "line", "chat", "session", "message", "unreadable", "raw"}.
`id` is the number of the row in the journal, `row` that of the portal's queue. A row with several
events gives several lines, told apart by `part` (from 0). `message` is null or {"portal_chat",
"im", "user_id", "text", "external_ids", "attachments"}, those that the event has. `unreadable` is
null or why the row was not understood; `raw` is the row as the portal sent it, as a text if it is
no JSON. Fields are added, never renamed.

Exit codes: 0 ended with Ctrl+C or by a reader who had enough, 1 the portal refuses its events, 2
wrong use, 3 the portal could not be reached or nobody is signed in to it.

    openline-console tail --json | jq .message.text
"""

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from app.commands.arguments import add_followed, add_since, settings_of
from app.commands.printing import as_line, put

if TYPE_CHECKING:
    from app.commands.following import Followed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_since(parser, "all: begin with what the journal holds already (usually: with what comes)")
    add_followed(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print until it is stopped. Answers the exit code."""
    import asyncio

    from app.commands.following import follow, one_failure
    from app.commands.opening import carry_out

    settings = settings_of(arguments)

    async def work() -> int:
        with one_failure():
            opening = follow(settings, arguments.sandbox_url, acknowledges=True)
            async with opening as followed, asyncio.TaskGroup() as group:
                group.create_task(followed.keep_polling())
                await _print(followed, arguments)
        raise AssertionError("it prints until it is stopped")

    return carry_out(settings, work)


async def _print(followed: "Followed", arguments: argparse.Namespace) -> NoReturn:
    import asyncio

    from app.commands.following import LOOK
    from app.services.tailing import Tail, lines_of

    tail = Tail(followed.journal)
    if arguments.since != "all":
        await tail.skip()
    while True:
        rows = await tail.read()
        for row in rows:
            for line in lines_of(row, followed.session.profile.address):
                if arguments.json:
                    print(as_line(line), flush=True)
                else:
                    put(_words(line))
        await asyncio.sleep(0 if rows else LOOK)


def _words(line: dict[str, Any]) -> str:
    """The line for people."""
    message = line["message"] or {}
    place = "/".join(str(line[key]) for key in ("connector", "line") if line[key] is not None)
    parts = [line["committed_at"][:19] + "Z", line["name"], place]
    parts += [f"chat {line['chat']}" if line["chat"] else "", message.get("text", "")]
    return "  ".join(filter(None, [*parts, line["unreadable"] or ""]))
