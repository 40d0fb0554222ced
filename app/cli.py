"""The command line. Loads nothing heavy before it knows what is asked for.

Exit codes: 0 done, 1 an expectation or check failed, 2 wrong use or a machine that lacks something,
3 could not reach or sign in. Results go to standard output, everything else to standard error.
"""

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app import RESOURCES, __version__
from app.commands import COMMANDS, add_commands, command
from app.commands.arguments import add_common, add_portal, folder, settings_of
from app.display import has_display, missing_packages, say_when_qt_gives_up
from app.services.files import private_folder
from app.settings import Settings, take_given

DONE, FAILED, WRONG_USE = 0, 1, 2
SHOTS = Path("shots")
STORY = "first-connector"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="openline-console",
        description="Operator console for Bitrix24 Open Line connectors. Without a command it "
        "opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"openline-console {__version__}")
    add_common(parser, default=None)
    add_portal(parser)
    parser.add_argument("--quit", action="store_true", help="leave once the window is shown")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    sandbox = commands.add_parser("sandbox", help="serve a made-up portal on this machine")
    from app.sandbox.process.command import add_arguments

    add_arguments(sandbox)

    run = commands.add_parser("run", help="play scenarios and check what they expect")
    run.add_argument("scenario", nargs="+", help="a file, or the name of a built-in scenario")
    add_portal(run)
    add_common(run)
    run.add_argument("--shots", type=folder, metavar="DIR", help="save a picture of each chapter")
    run.add_argument("--junit", type=folder, metavar="FILE", help="write a JUnit report")
    add_commands(commands)
    return parser


def _lacks_libraries() -> bool:
    packages = missing_packages()
    if packages:
        _say("The window needs system libraries that are not installed. On Debian or Ubuntu run:")
        _say(f"    apt-get install --no-install-recommends {' '.join(packages)}")
    return bool(packages)


def _is_unusable(folder: Path, option: str = "--data-dir") -> bool:
    """Whether nothing can be kept in a folder; says why. Results are for whoever may see them."""
    try:
        if option == "--data-dir":
            private_folder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return False
    except OSError as error:
        _say(f"Nothing can be written to {folder}: {error.strerror}.")
        _say(f"Choose another folder with {option}.")
        return True


def _window(settings: Settings) -> int:
    if has_display():
        if _lacks_libraries() or _is_unusable(settings.data_dir):
            return WRONG_USE
        say_when_qt_gives_up()
        from app.main import run_window

        return run_window(settings)
    if not settings.sandbox:
        _say(
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."
        )
        _say("With --sandbox the program shows its work off screen.")
        return WRONG_USE
    _say("There is no display, so the first-connector scenario runs off screen instead.")
    return _play([STORY], settings, SHOTS, None)


def _play(names: Sequence[str], settings: Settings, shots: Path | None, junit: Path | None) -> int:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if _lacks_libraries() or _is_unusable(settings.data_dir):
        return WRONG_USE
    if shots is not None and _is_unusable(shots, "--shots"):
        return WRONG_USE
    if junit is not None and _is_unusable(junit.parent, "--junit"):
        return WRONG_USE
    say_when_qt_gives_up()
    from app.services.scenarios import ScenarioError, find_scenario, read_scenario

    try:
        scenarios = [read_scenario(find_scenario(name, RESOURCES / "scenarios")) for name in names]
    except ScenarioError as error:
        _say(str(error))
        return WRONG_USE
    from app.main import run_scenarios

    return run_scenarios(settings, scenarios, shots, junit)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (default: the process's own)."""
    _print_everything()
    given = take_given(os.environ)
    arguments = build_parser().parse_args(argv)
    arguments.given = given
    try:
        code = _obey(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        return _nobody_reads_on()
    except KeyboardInterrupt:
        playing = arguments.command == "run"
        _say("Stopped before everything was played." if playing else "Stopped.")
        return FAILED if playing else DONE


def _nobody_reads_on() -> int:
    """As with `| head`: who read the result has enough of it, which is no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    return DONE


def _print_everything() -> None:
    """What the terminal's encoding lacks is spelled out; what is typed is read, whatever it is."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def _obey(arguments: argparse.Namespace) -> int:
    if arguments.command == "sandbox":
        from app.sandbox.process.command import run

        return run(arguments)
    if arguments.command in COMMANDS:
        return int(command(arguments.command).run(arguments))
    settings = settings_of(arguments)
    if arguments.command == "run" and not (settings.sandbox or settings.profile):
        _say("Say where to play: --sandbox, or --profile NAME.")
        return WRONG_USE
    if arguments.command == "run":
        return _play(arguments.scenario, settings, arguments.shots, arguments.junit)
    return _window(settings)
