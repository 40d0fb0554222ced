"""The stage of a scenario: the real window, and the sandbox portal behind it.

What is "shown" is read from the models that the window's views draw, never from the services.
"""

import asyncio
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.console import Console
from app.domain.calls import CallRecord
from app.domain.connector import LineState
from app.domain.dialog import Dialog, DialogId, Message
from app.services.desk import Desk
from app.services.scenario_stage import Unmet

if TYPE_CHECKING:
    from app.services.scenario_run import Report, StepReport
    from app.services.scenarios import Scenario
    from app.ui.calls.page import CallsPage
    from app.ui.connectors.page import ConnectorsPage
    from app.ui.dialogs.page import DialogsPage
    from app.ui.scenarios.presenter import Tell

#: The pause between the steps of a story that somebody watches.
WATCHABLE_SECONDS = 0.7
LONGEST_WAIT_SECONDS = 10
LOOK_AGAIN_SECONDS = 0.02
NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")


class WindowStage:
    """Implements `Stage` for one console. Pictures go to `shots`, if it is given."""

    def __init__(self, console: Console, shots: Path | None) -> None:
        self._console = console
        self._shots = shots

    @property
    def desk(self) -> Desk:
        """The services of the open portal."""
        if self._console.desk is None:
            raise Unmet("nobody is signed in")
        return self._console.desk

    async def sign_in(self) -> None:
        """Sign in as the command line says, unless the window is signed in already."""
        if self._console.desk is None:
            await self._console.start()
            await self._console.settled()
        if self._console.desk is None:
            raise Unmet(f"signing in failed: {self._console.problem or 'no portal was named'}")
        await self.let_operators_answer(by_themselves=False)

    async def let_operators_answer(self, *, by_themselves: bool) -> None:
        """Switch the sandbox's scripted operator: in a scenario only the scenario acts."""
        if self._console.sandbox is not None:
            await self.portal("auto-operator", {"on": by_themselves})

    async def show(self, page: str, dialog: DialogId | None) -> None:
        """Open a page, and a dialog on it, and wait until the window shows it."""
        self._console.window.open_page(page, dialog)
        if dialog is not None:
            await self._until(lambda: self._dialogs.open_dialog == dialog, f"dialog {dialog}")

    def shown_user(self) -> str:
        """The name in the status bar."""
        return self._console.window.user_name

    def shown_dialogs(self) -> Sequence[Dialog]:
        """The dialogs that the list knows."""
        return self._dialogs.pane.shown.all()

    async def shown_messages(self, dialog: DialogId) -> Sequence[Message]:
        """The rows of the transcript's model, once it has loaded them."""
        if self._dialogs.open_dialog != dialog:
            await self.show("dialogs", dialog)
        model = self._dialogs.transcript_model
        await self._until(lambda: model.dialog == dialog and model.is_open, "the transcript")
        model.want(0, model.count() - 1)
        await self._until(lambda: len(model.messages()) == model.count(), "every message")
        return model.messages()

    def shown_connectors(self) -> Sequence[str]:
        """The rows of the list's model."""
        return self._connectors.shown()

    def shown_state(self, connector: str, line: int) -> LineState:
        """A cell of the grid's model."""
        return self._connectors.cell(connector, line)

    def shown_calls(self) -> Sequence[CallRecord]:
        """The rows of the inspector's model."""
        return self._calls.model.records()

    async def portal(self, action: str, body: Mapping[str, Any]) -> Any:
        """One act of the control interface; a refusal is told in its own words."""
        return await self._control("POST", action, body)

    async def portal_state(self) -> Any:
        """Everything the sandbox knows."""
        return await self._control("GET", "state", None)

    async def picture(self, name: str) -> str:
        """Save what the window shows now as a PNG."""
        if self._shots is None:
            return ""
        await asyncio.sleep(0.2)  # the view has a moment to draw what the models just told it
        self._shots.mkdir(parents=True, exist_ok=True)
        path = self._shots / f"{NOT_IN_A_FILE_NAME.sub('-', name).lower()}.png"
        if not self._console.window.grab().save(str(path)):
            raise Unmet(f"the picture could not be saved: {path}")
        return str(path)

    @property
    def _dialogs(self) -> "DialogsPage":
        page: DialogsPage = self._console.window.page("dialogs")
        return page

    @property
    def _connectors(self) -> "ConnectorsPage":
        page: ConnectorsPage = self._console.window.page("connectors")
        return page

    @property
    def _calls(self) -> "CallsPage":
        page: CallsPage = self._console.window.page("calls")
        return page

    async def _control(self, verb: str, action: str, body: Mapping[str, Any] | None) -> Any:
        sandbox = self._console.sandbox
        if sandbox is None:
            raise Unmet("only a sandbox portal lets a scenario act as an operator")
        answer = await self._console.supplies.http.request(
            verb, sandbox.control + action, json=body
        )
        if answer.status_code != 200:
            raise Unmet(f"the portal refused '{action}': {answer.text[:200]}")
        return answer.json()

    async def _until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while not condition():
            if time.monotonic() > deadline:
                raise Unmet(f"the window did not show {what}")
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def play_in_window(console: Console, scenario: "Scenario", tell: "Tell") -> "Report":
    """Play in the person's own window, slowly enough to be watched, and come back to the report."""
    from app.services.scenario_run import run_scenario

    async def tell_slowly(step: "StepReport") -> None:
        await tell(step)
        await asyncio.sleep(WATCHABLE_SECONDS)

    stage = WindowStage(console, None)
    try:
        return await run_scenario(scenario, stage, tell_slowly)
    finally:
        await stage.let_operators_answer(by_themselves=True)
        console.window.open_page("scenarios")
