"""Builds the program, runs it inside Qt's loop, and takes it down in reverse order.

The window is painted first; HTTP, keychain and services are loaded after that.
"""

import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import RESOURCES, __version__
from app.domain.links import neutral
from app.settings import Settings, load_preferences
from app.ui import language, qt_logging
from app.ui.preferences import Preferences
from app.ui.style import ARGUMENTS, Theme
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from asyncio import Task

    from app.console import Console
    from app.services.scenario_run import Report, StepReport
    from app.services.scenarios import Scenario

DONE, FAILED, UNREACHABLE = 0, 1, 3


def _application(preferences: Preferences) -> tuple[QApplication, Theme]:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([*sys.argv[:1], *ARGUMENTS])
    app.setApplicationName("openline-console")
    app.setApplicationDisplayName("Open Line Console")
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app.svg")))
    app.setQuitOnLastWindowClosed(False)
    qt_logging.install()
    language.install(app, preferences.language)
    return app, Theme(app, preferences.theme)


def _start_logging(settings: Settings) -> None:
    from app.logs import start_logging

    start_logging(settings.data_dir / "logs", debug=settings.debug)


def _shown(theme: Theme) -> MainWindow:
    window = MainWindow(theme, __version__)
    window.show()
    return window


def _run(app: QApplication, work: Callable[[], Awaitable[int]]) -> int:
    import asyncio

    from app.ui.loop import ConsoleLoop

    async def whole() -> int:
        return await work()

    with asyncio.Runner(loop_factory=partial(ConsoleLoop, app)) as runner:
        return runner.run(whole())


def _on_signals(stop: Callable[[], object]) -> None:
    """Ctrl+C and a polite kill end the program like its close button."""
    if sys.platform == "win32":
        return
    import asyncio

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)


def _this_task() -> "Task[Any]":
    import asyncio

    task = asyncio.current_task()
    assert task is not None
    return task


async def _live(console: "Console", *, quit_at_once: bool) -> None:
    try:
        _on_signals(console.stop.set)
        await console.start()
        await (console.settled() if quit_at_once else console.stop.wait())
    finally:
        await console.close()


def run_window(settings: Settings) -> int:
    """Open the window and run until it is closed. Answers the exit code."""
    preferences = load_preferences(settings.data_dir)
    app, theme = _application(preferences)
    window = _shown(theme)
    QApplication.processEvents()  # paint now: no asyncio loop runs yet that Qt's turn could disturb
    _start_logging(settings)

    async def work() -> int:
        from app.console import Console

        console = Console(settings, preferences, app, theme, window)
        await _live(console, quit_at_once=settings.quit)
        if not (settings.quit and console.problem):
            return DONE
        print(neutral(console.problem), file=sys.stderr)  # noqa: T201 - the window that said it is gone
        return UNREACHABLE

    return _run(app, work)


async def _tell(step: "StepReport") -> None:
    mark = "ok  " if step.ok else "FAIL"
    seen = neutral(step.seen)
    print(f"{mark} {step.chapter} · {step.verb}: {seen}", flush=True)  # noqa: T201 - the result


def _write_reports(reports: Sequence["Report"], junit: Path) -> None:
    from app.services.scenario_run import to_junit

    junit.parent.mkdir(parents=True, exist_ok=True)
    junit.write_text(to_junit(reports), encoding="utf-8")


def _exit_code(reports: Sequence["Report"]) -> int:
    if all(report.ok for report in reports):
        return DONE
    nobody_in = any(step.verb == "sign_in" and not step.ok for r in reports for step in r.steps)
    return UNREACHABLE if nobody_in else FAILED


def _summary(reports: Sequence["Report"], shots: Path | None) -> None:
    for report in reports:
        done = sum(step.ok for step in report.steps)
        verdict = "passed" if report.ok else "failed"
        print(f"{report.scenario}: {verdict}, {done} of {report.planned} steps")  # noqa: T201
    if shots is not None:
        count = sum(len(report.pictures) for report in reports)
        print(f"{count} pictures of the window are in {shots.resolve()}")  # noqa: T201


def run_scenarios(
    settings: Settings,
    scenarios: Sequence["Scenario"],
    shots: Path | None,
    junit: Path | None,
) -> int:
    """Play scenarios in a window of their own. Answers the exit code."""
    from asyncio import CancelledError

    kept = load_preferences(settings.data_dir)
    chosen = replace(kept, theme="light", language="en")
    preferences = replace(chosen, auto_deliver=True, take_back=0)
    app, theme = _application(preferences)
    _start_logging(settings)
    reports: list[Report] = []

    async def play(scenario: "Scenario") -> "Report":
        from app.console import Console
        from app.services.scenario_run import run_scenario
        from app.stage import WindowStage

        console = Console(settings, preferences, app, theme, _shown(theme))
        try:
            return await run_scenario(scenario, WindowStage(console, shots), _tell)
        finally:
            await console.close()

    async def work() -> int:
        _on_signals(_this_task().cancel)
        reports.extend([await play(scenario) for scenario in scenarios])
        return _exit_code(reports)

    try:
        code = _run(app, work)
    except CancelledError:  # by a signal: everything was taken down in order
        raise KeyboardInterrupt from None
    if junit is not None:
        _write_reports(reports, junit)
    _summary(reports, shots)
    return code
