"""Calls one method of a portal and prints its result as JSON.

Obeys the limits of the portal and the lock of a read-only profile. What the portal refuses is told
in words on standard error, with the portal's own code. Exit codes: 0 the call succeeded, 1 the
portal refused it, 2 wrong use, 3 the portal could not be reached or nobody is signed in.

    openline-console call app.info
    openline-console call imconnector.status --params '{"CONNECTOR": "acme", "LINE": 1}'
"""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from app.commands import DONE
from app.commands.arguments import add_common, add_portal, settings_of
from app.commands.printing import as_json

if TYPE_CHECKING:
    from app.services.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("method", help="for example app.info")
    parser.add_argument(
        "--params", metavar="JSON", default="", help="an object; - reads standard input"
    )
    parser.add_argument("--all", action="store_true", help="read every page of a list")
    add_portal(parser)
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the call. Answers the exit code."""
    from app.commands.opening import carry_out

    return carry_out(settings_of(arguments), lambda: _call(arguments))


async def _call(arguments: argparse.Namespace) -> int:
    from app.commands.opening import open_session, refuse

    if not arguments.method.isascii():
        refuse(f"{arguments.method} is no name of a method.")
    params = _params(arguments.params)
    async with open_session(settings_of(arguments)) as session:
        if arguments.all:
            result = await _every_page(session, arguments.method, params)
        else:
            result = await session.caller.call(arguments.method, params)
    print(as_json(result))
    return DONE


def _params(text: str) -> dict[str, Any]:
    from app.commands.opening import refuse

    if not text:
        return {}
    try:
        params = json.loads(sys.stdin.read() if text == "-" else text)
    except (ValueError, RecursionError) as error:
        refuse(f"--params is no JSON: {error}")
    if not isinstance(params, dict):
        refuse("--params must be a JSON object: its fields are the method's parameters.")
    return params


async def _every_page(session: "Session", method: str, params: dict[str, Any]) -> Any:
    """All rows of a list. A method without pages answers what it answers.

    Lists come bare or inside an object with one list in it; the rows are joined either way.
    """
    answer = await session.caller.call_full(method, params)
    if not isinstance(_rows(answer.result), list):
        return answer.result
    rows = list(_rows(answer.result))
    while answer.next is not None:
        start = answer.next
        answer = await session.caller.call_full(method, {**params, "start": start})
        rows += _rows(answer.result) or []
        if answer.next is not None and answer.next <= start:
            break  # a portal that goes in circles
    return rows


def _rows(result: Any) -> Any:
    if isinstance(result, dict) and len(result) == 1:
        return next(iter(result.values()))
    return result
