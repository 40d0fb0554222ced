"""The commands that work without a window: one file each, nothing heavy loaded before it is needed.

Every file has `add_arguments(parser)` and `run(arguments) -> int`, which answers the exit code.
Results go to standard output, everything else to standard error.
"""

import argparse
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

DONE, FAILED, WRONG_USE, UNREACHABLE = 0, 1, 2, 3

#: Name of the command and of its file -> the line in the list of commands.
COMMANDS = {
    "config": "export, compare and apply connectors, lines and subscriptions as a file",
    "doctor": "find out why a connector does not work, and mend it",
    "login": "sign in to a portal and keep the sign-in",
    "profiles": "list the portals that were signed in to",
    "forget": "forget a portal: keys, journal, drafts, traces in the log",
    "export": "write transcripts of dialogs into a file",
    "tail": "print events as they are committed",
    "listen": "re-post events to a handler on this machine, as the portal would",
    "call": "call one method of a portal and print its result",
}


# argparse has no public name for what `add_subparsers` answers
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def command(name: str) -> ModuleType:
    """The file of a command."""
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def add_commands(subparsers: Subparsers) -> None:
    """Add every command with its arguments."""
    for name, about in COMMANDS.items():
        module = command(name)
        parser = subparsers.add_parser(name, help=about, description=module.__doc__ or about)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        module.add_arguments(parser)
