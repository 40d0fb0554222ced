"""Connectors, open lines and event subscriptions of a portal as one YAML file.

    openline-console config export portal.yaml     write the file (- for standard output)
    openline-console config plan portal.yaml       what would change; exit code 1 if anything would
    openline-console config apply portal.yaml      change it, after a question (--yes: without)

A plan marks additions with +, changes with ~ and removals with -. What the file does not name is
removed only with --prune; lines are never deleted. On another portal a line is the line of the same
name; a new one needs an id in the file, too: any that is free there.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import DONE, FAILED, WRONG_USE
from app.commands.arguments import add_common, add_portal, named, settings_of
from app.commands.printing import put, say

if TYPE_CHECKING:
    from app.domain.configuration import Configuration, Plan
    from app.services.configuration import Done, Exported
    from app.services.desk import Desk


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("act", choices=("export", "plan", "apply"), help="see above")
    parser.add_argument(
        "file", type=named, metavar="FILE", help="the YAML file; - for standard in or output"
    )
    parser.add_argument(
        "--prune", action="store_true", help="also remove what the file does not name"
    )
    parser.add_argument("--yes", action="store_true", help="apply without a question")
    add_portal(parser)
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Export, plan or apply. Answers the exit code."""
    from app.commands.opening import carry_out, open_desk

    settings = settings_of(arguments)
    wanted = None
    if arguments.act != "export":
        wanted = _read(arguments.file)
        if wanted is None:
            return WRONG_USE

    async def work() -> int:
        async with open_desk(settings) as desk:
            if wanted is None:
                return await _export(desk, arguments.file)
            plan = await desk.configuration.plan(wanted)
            _show(plan, prune=arguments.prune)
            if arguments.act == "plan":
                return DONE if _is_done(plan, prune=arguments.prune) else FAILED
            return await _apply(desk, wanted, plan, arguments)

    return carry_out(settings, work)


def _read(file: str) -> "Configuration | None":
    from app.services.configuration_file import ConfigurationError, parse_text, read

    try:
        if file == "-":
            return parse_text(sys.stdin.read(), "standard input")
        return read(Path(file))
    except ConfigurationError as error:
        from app.ui.configuration.words import file_problem

        say(f"{error.name} cannot be used; nothing was changed.")
        for problem in error.problems:
            say(f"  line {problem.line}: {file_problem(problem)}")
        return None


async def _export(desk: "Desk", file: str) -> int:
    from app.services.configuration_file import write

    found = await desk.configuration.export()
    text = write(found.configuration)
    for line in _left_out(found):
        say(line)
    if file == "-":
        sys.stdout.write(text)
        return DONE
    await asyncio.to_thread(Path(file).write_text, text, encoding="utf-8")
    count = found.configuration
    say(
        f"{file}: {len(count.lines)} lines, {len(count.connectors or ())} connectors, "
        f"{len(count.bindings or ())} subscriptions."
    )
    return DONE


def _left_out(found: "Exported") -> Iterable[str]:
    for key in found.strangers:
        yield f"{key} is left out: it was not registered from here, and a portal tells only names."
    for key in found.secret:
        yield f"{key} is left out: its address holds a secret."
    if found.configuration.bindings is None:
        yield "Subscriptions are left out: the portal shows them to administrators only."


def _show(plan: "Plan", *, prune: bool) -> None:
    from app.ui.configuration.words import change_lines, remark_text

    for change in (*plan.changes, *(plan.removals if prune else ())):
        for line in change_lines(change):
            put(line)
    steps = len(plan.changes) + (len(plan.removals) if prune else 0)
    if steps:
        say(f"{steps} {'step' if steps == 1 else 'steps'} in all.")
    for remark in plan.remarks:
        say(remark_text(remark))
    if plan.removals and not prune:
        say(f"{len(plan.removals)} more would be removed with --prune:")
        for change in plan.removals:
            say(f"  {change_lines(change)[0]}")
    if _is_done(plan, prune=prune):
        say("The portal is as the file says.")


def _is_done(plan: "Plan", *, prune: bool) -> bool:
    return plan.empty and not (prune and plan.removals)


async def _apply(
    desk: "Desk", wanted: "Configuration", plan: "Plan", arguments: argparse.Namespace
) -> int:
    if _is_done(plan, prune=arguments.prune):
        return DONE
    if desk.profile.read_only:
        say(
            "Nothing was changed: this portal is read-only here. login --read-write opens the lock."
        )
        return FAILED
    if not arguments.yes and not _agreed(desk):
        say("Nothing was changed.")
        return WRONG_USE
    refused = 0
    async for done in desk.configuration.apply(wanted, plan, prune=arguments.prune):
        put(_outcome(done))
        refused += done.problem is not None
    if refused:
        say(f"{refused} refused. Run it again when that is mended: what is done stays done.")
    return FAILED if refused else DONE


def _agreed(desk: "Desk") -> bool:
    from app.commands.asking import allowed

    if not sys.stdin.isatty():
        say("Say --yes to apply without a terminal.")
        return False
    return allowed(desk.profile, f"Change {desk.profile.name}?")


def _outcome(done: "Done") -> str:
    from app.ui.configuration.words import change_lines
    from app.ui.errors import explain_problem

    head = change_lines(done.change)[0]
    if done.problem is None:
        return f"done     {head}"
    explained = explain_problem(done.problem)
    return f"refused  {head}: {explained.title} ({explained.code})"
