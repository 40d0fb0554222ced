"""The options of `openline-console sandbox` and what they mean. Starts nothing.

A switch that is not given has no value here, so that a preset's counts.
"""

import argparse
import json
import re
import secrets
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.sandbox import presets
from app.sandbox.clock import EARLIEST, LATEST, MAX_RATE, Clock, parse_iso
from app.sandbox.options import ERROR_SHAPES, PLANS, ROLES, Options, changed
from app.sandbox.process import help_tables

_UNSET: Any = argparse.SUPPRESS
_FEATURES = {
    "offline_extended": "the queue can be read without emptying it",
    "auth_connector": "an application can have several queues",
    "self_exclusion": "an application's own calls do not fill its own queue",
    "rate_limit": "the leaky bucket of requests",
    "auto_consent": "the sign-in page redirects at once",
    "auto_operator": "a scripted operator answers every new dialog",
    "legacy_deactivate": "the disputed method imconnector.deactivate exists",
    "https_required": "plain http is refused, as the real portal does",
}
_SECONDS = {
    "operator_delay": "before the scripted operator answers",
    "access_lifetime": "an access token lives",
    "code_lifetime": "a code lives",
    "refresh_lifetime": "a refresh token lives",
    "refresh_grace": "a rotated refresh token lives on",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that can be asked for, in groups."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.usage = f"{parser.prog} [option ...]"
    parser.epilog = help_tables.epilog()
    _add_place(parser)
    _add_portal(parser)
    _add_features(parser)
    _add_time(parser)
    _add_lists(parser)


def _add_place(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("where it serves")
    group.add_argument(
        "--host", default="127.0.0.1", help="address of this machine to serve on (%(default)s)"
    )
    group.add_argument("--port", type=_port, default=0, help="0, as usual, picks a free one")
    group.add_argument("--json", action="store_true", help="print addresses as one JSON line")
    group.add_argument("--with-parent", action="store_true", help="stop when stdin is closed")
    group.add_argument(
        "--tls", action="store_true", help="https, by a certificate authority made for this run"
    )
    group.add_argument(
        "--ca-file", type=Path, metavar="FILE", help="write the authority's certificate here"
    )
    group.add_argument(
        "--allow-host",
        action="append",
        default=_UNSET,
        metavar="HOST",
        dest="allow_hosts",
        help="events may be sent to handlers of this host too; may be repeated",
    )


def _add_portal(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which portal")
    group.add_argument(
        "--seed",
        default=_UNSET,
        help=help_tables.usual("seed", "name of the made-up portal, see below"),
    )
    group.add_argument(
        "--random-seed",
        type=int,
        default=_UNSET,
        metavar="N",
        help="the same number gives the same portal; else a new one",
    )
    group.add_argument(
        "--preset",
        choices=presets.PRESETS,
        metavar="NAME",
        help="a set of switches, see below (usually none)",
    )
    group.add_argument(
        "--plan",
        choices=PLANS,
        default=_UNSET,
        help=help_tables.usual("plan", "limits and features"),
    )
    group.add_argument(
        "--role", choices=ROLES, default=_UNSET, help=help_tables.usual("role", "who signs in")
    )
    group.add_argument(
        "--redirect-uri",
        default=_UNSET,
        metavar="URL",
        help=help_tables.usual("redirect_uri", "in the app's card"),
    )
    group.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="go on from this file, with the switches given now, and keep everything in it: "
        "written at the end and some seconds after a change, so that kill -9 or a power cut "
        "loses those seconds",
    )


def _add_features(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("switches (each wins over the preset)")
    for name, text in _FEATURES.items():
        flag = f"--{name.replace('_', '-')}"
        action = argparse.BooleanOptionalAction
        group.add_argument(flag, action=action, default=_UNSET, help=help_tables.usual(name, text))
    for flag, on in (("--installed", True), ("--not-installed", False)):
        text = "the installation is finished, as usual" if on else "it is not: no events"
        group.add_argument(
            flag, dest="installed", action="store_const", const=on, default=_UNSET, help=text
        )
    group.add_argument(
        "--error-shape",
        choices=ERROR_SHAPES,
        default=_UNSET,
        help=help_tables.usual("error_shape", "of register"),
    )
    group.add_argument(
        "--set",
        action="append",
        type=_setting,
        default=[],
        metavar="NAME=VALUE",
        help="any switch by its name, see below; may be repeated",
    )
    group.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="KIND[:METHOD[:COUNT[:PROBABILITY]]]",
        help="something goes wrong from the start, as by the order `fault`; may be repeated",
    )


def _add_time(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("time, in seconds")
    for name, text in _SECONDS.items():
        flag = f"--{name.replace('_', '-')}"
        group.add_argument(
            flag, type=_seconds, default=_UNSET, metavar="S", help=help_tables.usual(name, text)
        )
    group.add_argument(
        "--clock",
        type=_moment,
        metavar="ISO",
        help="the portal's time at the start; it then stands still until the order `clock` "
        "moves it (the bucket of requests too: see --no-rate-limit)",
    )
    group.add_argument(
        "--clock-rate", type=_rate, metavar="N", help="how many times as fast time goes; 0 stands"
    )


def _add_lists(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("instead of serving")
    group.add_argument(
        "--fidelity",
        action="store_true",
        help="print how well each method and event is known, and after which page",
    )
    group.add_argument("--list-seeds", action="store_true", help="print the names of the seeds")
    group.add_argument("--list-presets", action="store_true", help="print the presets")


def options_of(arguments: argparse.Namespace) -> Options:
    """What was asked for. Nobody takes two runs for one portal unless it was asked for.

    Raises ValueError in a sentence for what no portal could be.
    """
    chosen = chosen_in(arguments)
    if "random_seed" not in chosen:
        chosen |= {"random_seed": secrets.randbelow(2**31), "member_id": secrets.token_hex(16)}
    return changed(Options(), chosen)


def chosen_in(arguments: argparse.Namespace) -> dict[str, Any]:
    """The switches that were given, each by its name; a single one wins over the preset."""
    given = vars(arguments)
    single = {name: given[name] for name in Options.__dataclass_fields__ if name in given}
    if "allow_hosts" in single:
        single["allow_hosts"] = ",".join(single["allow_hosts"])
    preset = presets.switches_of(arguments.preset) if arguments.preset else {}
    return {**preset, **single, **dict(arguments.set)}


def clock_of(arguments: argparse.Namespace) -> Clock:
    """The time as it was asked for."""
    if arguments.clock is None and arguments.clock_rate is None:
        return Clock()
    start = Clock().now() if arguments.clock is None else arguments.clock
    return Clock.running(start, arguments.clock_rate or 0.0)


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    return _number(text, 0, 1e9, "a number of seconds, not negative")


def _rate(text: str) -> float:
    return _number(text, 0, MAX_RATE, f"a number from 0 to {MAX_RATE:.0f}")


def _number(text: str, least: float, end: float, words: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = least - 1
    if not least <= value < end:
        raise argparse.ArgumentTypeError(words)
    return value


def _moment(text: str) -> float:
    moment = parse_iso(text)
    if moment is None or not EARLIEST <= moment <= LATEST:
        raise argparse.ArgumentTypeError("a moment like 2026-01-02T09:20:00+00:00")
    return moment


def _setting(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    names = {field.name for field in fields(Options)}
    if not equals or name.replace("-", "_") not in names:
        raise argparse.ArgumentTypeError(f"NAME=VALUE, where NAME is of: {', '.join(names)}")
    return name.replace("-", "_"), _value(value)


def _value(text: str) -> Any:
    """As JSON where it is some, else the words themselves."""
    try:
        return json.loads(text)
    except ValueError:
        return text
