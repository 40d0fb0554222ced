"""Examines connectors in the order in which a message travels: why does one not work?

Without CONNECTOR every connector registered here is examined on each line that it is connected to.
The examination ends at the first check that fails; --whole goes on to the end. --fix does what the
buttons of the window do, one remedy after the other, until nothing is left that a call can mend;
what would take something from another program is left to a person at the window.

--json prints one object: {"version": 1, "portal", "profile", "read_only", "healthy",
"examinations": [{"connector", "line", "line_name", "healthy", "mended": [check, ...], "checks":
[{"key", "group", "verdict", "title", "reason", "facts", "explanation", "likely", "advice",
"remedy", "milliseconds", "proofs": [{"method", "params", "answer", "status", "milliseconds"}]}]}]}.
Verdicts: waiting, passed, warning, failed, unknown. When no portal can be opened it is
{"version": 1, "healthy": false, "error": {"code", "title", "text", "advice"}}.

Exit codes: 0 healthy, 1 a check failed, 2 wrong use, 3 the portal could not be reached or nobody is
signed in to it.
"""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.commands import DONE, FAILED, UNREACHABLE
from app.commands.arguments import add_common, add_portal, settings_of
from app.commands.printing import say

if TYPE_CHECKING:
    from app.commands.doctor_output import Output
    from app.domain.doctor import Finding
    from app.services.desk import Desk

#: Checks of the way to the portal and the sign-in: without them nothing else can be said.
_WAY = ("portal_answers", "address_unchanged", "access_valid")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("connector", nargs="?", default="", metavar="CONNECTOR", help="its id")
    parser.add_argument("--line", type=_line, default=0, metavar="N", help="one open line, by id")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--whole", action="store_true", help="do not stop at the first failure")
    parser.add_argument("--fix", action="store_true", help="mend what a call can mend")
    add_portal(parser)
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    """Examine, print, mend. Answers the exit code."""
    from app.bitrix.errors import BitrixError
    from app.commands.doctor_output import open_output
    from app.commands.opening import carry_out, open_desk, refuse
    from app.services.failures import ServiceError

    settings = settings_of(arguments)
    output = open_output(as_json=arguments.json)

    async def work() -> int:
        if arguments.line and not arguments.connector:
            refuse("--line needs the CONNECTOR that is examined on it.")
        try:
            async with open_desk(settings) as desk:
                return await _consult(desk, arguments, output, new=settings.sandbox)
        except (BitrixError, ServiceError, OSError) as error:
            output.failed(error)
            raise

    return carry_out(settings, work)


async def _consult(
    desk: "Desk", arguments: argparse.Namespace, output: "Output", *, new: bool
) -> int:
    places = await _places(desk, arguments.connector, arguments.line, new=new)
    output.begin(desk)
    code = DONE
    for connector, line in places:
        output.open(connector, line, _name(desk, line), desk.doctor.checks)
        visit = _Visit(desk, connector, line, whole=arguments.whole, output=output)
        await visit.examine()
        if arguments.fix:
            await visit.mend()
        code = max(code, _code(visit.findings))
        output.close()
    output.end(healthy=code == DONE)
    return code


class _Visit:
    """One connector on one line: examined, and examined again after each remedy."""

    def __init__(
        self, desk: "Desk", connector: str, line: int, *, whole: bool, output: "Output"
    ) -> None:
        self._desk, self._place = desk, (connector, line)
        self._whole, self._output = whole, output
        self.findings: list[Finding] = []

    async def examine(self) -> None:
        """From the beginning."""
        self.findings = []
        async for finding in self._desk.doctor.examine(*self._place, whole=self._whole):
            self.findings.append(finding)
            self._output.found(finding)

    async def mend(self) -> None:
        """One remedy at a time, the first trouble first; each check is mended once at most.

        Raises:
            BitrixError, ServiceError: a remedy could not be carried out.
        """

        tried: set[str] = set()
        while (finding := _curable(self.findings, tried)) is not None:
            if self._desk.session.profile.read_only:
                say("Nothing is mended: this profile is read-only.")
                return
            tried.add(finding.check.key)
            again = await self._desk.doctor.mend(*self._place, finding)
            self._output.mended(finding, again[0])
            await self.examine()


async def _places(desk: "Desk", connector: str, line: int, *, new: bool) -> list[tuple[str, int]]:
    """What has to be examined. A new sandbox gets a connector first, so that there is something.

    Raises:
        WrongUse: there is nothing to examine.
        BitrixError: connectors and lines could not be read.
    """
    from app.commands.opening import refuse
    from app.domain.connector import Origin

    if connector and line:
        return [(connector, line)]
    if new and not connector:
        say("The sandbox is new, so a sample connector is connected first. --fix does the rest.")
        await _connect_sample(desk)
    await desk.connectors.refresh()
    own = [each.id for each in desk.connectors.connectors() if each.origin is Origin.OWN]
    places = []
    for each in [connector] if connector else own:
        for place in desk.connectors.lines():
            status = desk.connectors.status(each, place.id)
            if status is not None and status.state.is_on:
                places.append((each, place.id))
    if connector and connector.lower() not in (desk.connectors.listed or {connector.lower()}):
        known = ", ".join(own) or "none"
        refuse(f"The portal has no connector {connector}. Registered from here: {known}.")
    if not places and connector:
        refuse(f"{connector} is connected to no line. Name one with --line to examine it there.")
    if not places:
        refuse("No connector registered here is connected to a line. Name CONNECTOR and --line.")
    return places


async def _connect_sample(desk: "Desk") -> None:
    from app.domain.connector import ChannelData, Icon, Registration

    picture = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E"
    page = "https://lamp.example/chat"
    sample = Registration("sample_chat", "Sample chat", page, Icon(picture))
    line = (await _lines(desk))[0]
    async for step in desk.connectors.connect(
        sample, line, ChannelData("sample", page, page, "Sample chat")
    ):
        if step.problem is not None:
            return


async def _lines(desk: "Desk") -> list[int]:
    await desk.connectors.refresh()
    return [line.id for line in desk.connectors.lines()]


def _curable(findings: Sequence["Finding"], tried: set[str]) -> "Finding | None":
    from app.domain.doctor import AGAINST_OTHERS, Remedy, Verdict

    bad = (Verdict.FAILED, Verdict.WARNING)
    return next(
        (
            each
            for each in findings
            if each.verdict in bad
            and each.remedy not in (None, Remedy.SIGN_IN)
            and each.reason not in AGAINST_OTHERS
            and each.check.key not in tried
        ),
        None,
    )


def _code(findings: Sequence["Finding"]) -> int:
    from app.domain.doctor import Verdict

    failed = [each.check.key for each in findings if each.verdict is Verdict.FAILED]
    if any(key in _WAY for key in failed):
        return UNREACHABLE
    return FAILED if failed else DONE


def _name(desk: "Desk", line: int) -> str:
    return next((each.name for each in desk.connectors.lines() if each.id == line), "")


def _line(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not the id of a line")
    return int(text)
