"""The doctor's view on the screen: over a real portal, or with findings that are made up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.doctor import Check, Finding, Group, Proof, Reason, Remedy, Verdict
from app.ui.doctor.view import DoctorView
from tests.helpers.desk import CONNECTOR, LINE, connected

KEYS = {
    Group.SIGN_IN: ("portal_answers", "refresh_age"),
    Group.LINE: ("line_exists", "hours"),
    Group.LINK: ("active", "no_error", "channel_data", "settings_page"),
}
CHECKS = tuple(Check(key, group) for group, keys in KEYS.items() for key in keys)
STATUS = Proof(
    "imconnector.status",
    '{"CONNECTOR":"acme_shopchat","LINE":42}',
    '{"result":{"LINE":42,"CONNECTOR":"acme_shopchat","ERROR":true}}',
    200,
    38,
)
WELL = replace(STATUS, answer=STATUS.answer.replace("true", "false"))


def finding(key: str, verdict: Verdict = Verdict.PASSED, **more: Any) -> Finding:
    check = next(check for check in CHECKS if check.key == key)
    return Finding(check, verdict, **more)


FLAGGED = finding(
    "no_error",
    Verdict.FAILED,
    reason=Reason.ERROR_SET,
    facts={"name": "Wholesale", "at": "", "call": ""},
    proofs=(STATUS,),
    remedy=Remedy.ACTIVATE,
    milliseconds=38,
)


class MadeUpDoctor:
    """Finds what a test says; `hold` stops him before the next finding."""

    checks = CHECKS

    def __init__(self, findings: Sequence[Finding] = ()) -> None:
        self.told = {each.check.key: each for each in findings}
        self.hold = asyncio.Event()
        self.hold.set()
        self.flight = asyncio.Event()
        self.flight.set()
        self.after: tuple[Finding, ...] = ()
        self.runs: list[tuple[str, int, bool]] = []
        self.mended: list[Finding] = []
        self.sent: list[tuple[str, int]] = []
        self.error: Exception | None = None

    async def examine(
        self, connector: str, line: int, *, whole: bool = False
    ) -> AsyncIterator[Finding]:
        self.runs.append((connector, line, whole))
        for check in CHECKS:
            await self.hold.wait()
            if self.error is not None:
                raise self.error
            found = self.told.get(check.key, Finding(check, Verdict.PASSED))
            yield found
            if found.verdict is Verdict.FAILED and not whole:
                return

    async def mend(self, connector: str, line: int, finding: Finding) -> tuple[Finding, ...]:
        if self.error is not None:
            raise self.error
        await self.hold.wait()
        self.mended.append(finding)
        self.told |= {each.check.key: each for each in self.after}
        return self.after

    async def send_canary(self, connector: str, line: int) -> Finding:
        self.sent.append((connector, line))
        await self.flight.wait()
        facts = {"chat": "5", "session": "7", "answered": "yes"}
        return Finding(Check("message_canary", Group.EVENTS), Verdict.PASSED, "", facts, (STATUS,))


OpenView = Callable[..., DoctorView]


@pytest.fixture
async def open_view(qtbot: Any, desk: Any, theme: Any, until: Any) -> AsyncIterator[Any]:
    """`await open_view(doctor, connector, line)`: the view when the examination has ended."""
    await connected(desk)
    await desk.connectors.refresh()
    views: list[DoctorView] = []

    async def opened(
        doctor: Any = None,
        connector: str = CONNECTOR,
        line: int = LINE,
        *,
        wait: bool = True,
        width: int = 1100,
    ) -> DoctorView:
        view = DoctorView(replace(desk, doctor=doctor) if doctor else desk, theme)
        views.append(view)
        theme.look_after(view)
        view.resize(width, 860)
        view.show()
        view.examine(connector, line)
        if wait:
            await until(lambda: not view.presenter.is_busy())
        return view

    yield opened
    for view in views:
        await view.leave()
        shut(view)


def shut(view: QWidget) -> None:
    view.close()
    view.deleteLater()
