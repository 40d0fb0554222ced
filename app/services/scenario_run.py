"""Plays a scenario on a stage, one step after the other, and keeps what each step saw."""

import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from app.bitrix.errors import BitrixError
from app.services.failures import ServiceError
from app.services.scenario_stage import Stage, Story, Unmet
from app.services.scenarios import Chapter, PlacedStep, Scenario

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step: what it saw, or why it failed. `seconds` is how long it took."""

    chapter: str
    verb: str
    line: int
    ok: bool
    seen: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. Steps after a failed one are not played."""

    scenario: str
    steps: tuple[StepReport, ...]
    pictures: tuple[str, ...]
    planned: int

    @property
    def ok(self) -> bool:
        """Whether every step was played and came true."""
        return len(self.steps) == self.planned and all(step.ok for step in self.steps)


async def _play(chapter: Chapter, placed: PlacedStep, stage: Stage, story: Story) -> StepReport:
    started = time.monotonic()
    try:
        seen, ok = await placed.step.play(stage, story), True
    except (Unmet, BitrixError, ServiceError) as error:
        seen, ok = str(error), False
    seconds = time.monotonic() - started
    return StepReport(chapter.title, placed.verb, placed.line, ok, seen, seconds)


async def run_scenario(
    scenario: Scenario, stage: Stage, tell: Callable[[StepReport], Awaitable[None]]
) -> Report:
    """Play until the end or the first failure; each chapter ends with a picture."""
    story = Story(run=f"{int(time.time()):x}")
    steps: list[StepReport] = []
    pictures: list[str] = []
    for number, chapter in enumerate(scenario.chapters, start=1):
        for placed in chapter.steps:
            report = await _play(chapter, placed, stage, story)
            steps.append(report)
            await tell(report)
            if not report.ok:
                break
        pictures.append(await stage.picture(f"{number:02d}-{chapter.title}"))
        if not steps[-1].ok:
            break
    planned = sum(len(chapter.steps) for chapter in scenario.chapters)
    return Report(scenario.name, tuple(steps), tuple(filter(None, pictures)), planned)


def _suite(report: Report) -> ET.Element:
    failed = [step for step in report.steps if not step.ok]
    suite = ET.Element(
        "testsuite",
        name=report.scenario,
        tests=str(report.planned),
        failures=str(len(failed)),
        skipped=str(report.planned - len(report.steps)),
        time=f"{sum(step.seconds for step in report.steps):.3f}",
    )
    for step in report.steps:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=f"{report.scenario}.{step.chapter}",
            name=f"line {step.line}: {step.verb}",
            time=f"{step.seconds:.3f}",
        )
        if step.ok:
            ET.SubElement(case, "system-out").text = step.seen
        else:
            ET.SubElement(case, "failure", message=step.seen)
    return suite


def to_junit(reports: Sequence[Report]) -> str:
    """The reports as JUnit XML: a suite for each scenario, a test case for each played step."""
    root = ET.Element("testsuites")
    root.extend(_suite(report) for report in reports)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=True)
    return _NOT_IN_XML.sub("\ufffd", text)
