"""The arguments that several commands share, and what they mean for a run."""

import argparse
from pathlib import Path

from app.settings import Given, Settings, default_data_dir


def named(text: str) -> str:
    """An argument that names something: an empty one is a variable that was not set, and must not
    mean "the usual one".

    Raises:
        ArgumentTypeError: it is empty.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text


def folder(text: str) -> Path:
    """A path that is not empty.

    Raises:
        ArgumentTypeError: it is.
    """
    return Path(named(text))


def add_common(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    """`--data-dir` and `--debug`; without a default they may also stand before the command."""
    parser.add_argument(
        "--data-dir",
        type=folder,
        metavar="DIR",
        default=default,
        help="keep settings, journals and logs here; secrets then stay in memory or in a file "
        "here that a passphrase opens, never in the system's keychain",
    )
    parser.add_argument(
        "--debug", action="store_true", default=default or False, help="log to standard error too"
    )


def add_portal(parser: argparse.ArgumentParser, *, sandbox: bool = True) -> None:
    """`--profile NAME` or `--sandbox`."""
    where = parser.add_mutually_exclusive_group()
    if sandbox:
        where.add_argument(
            "--sandbox", action="store_true", help="start a sandbox portal and use it"
        )
    where.add_argument(
        "--profile",
        metavar="NAME",
        type=named,
        help="a portal signed in before: its name, its member id or its address",
    )


def add_followed(parser: argparse.ArgumentParser) -> None:
    """`--profile`, `--sandbox-url` or `--sandbox`, and what every command has."""
    where = add_known(parser)
    where.add_argument("--sandbox", action="store_true", help="start a sandbox portal and use it")


def add_known(parser: argparse.ArgumentParser) -> "argparse._MutuallyExclusiveGroup":
    """`--profile` or `--sandbox-url`, which may get company, and what every command has."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--profile",
        metavar="NAME",
        type=named,
        help="a portal signed in before: its name, its member id or its address",
    )
    where.add_argument(
        "--sandbox-url",
        metavar="URL",
        type=named,
        help="a sandbox that runs on this machine already, also that of an open window, by its "
        "address",
    )
    add_common(parser)
    return where


def add_since(parser: argparse.ArgumentParser, help_text: str) -> None:
    """`--since`."""
    parser.add_argument("--since", choices=("now", "all"), help=help_text)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """What a run is asked to do."""
    return Settings(
        data_dir=arguments.data_dir or default_data_dir(),
        isolated=arguments.data_dir is not None,
        sandbox=getattr(arguments, "sandbox", False),
        profile=getattr(arguments, "profile", None) or "",
        debug=arguments.debug,
        quit=getattr(arguments, "quit", False),
        given=getattr(arguments, "given", Given()),
    )
