"""What the doctor says, put together from checks, reasons and remedies. Knows no widget.

The window, the report and the command line speak with the same words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.doctor import AGAINST_OTHERS, Check, Finding, Group, Proof, Reason, Verdict
from app.domain.links import neutral
from app.domain.problem import Problem
from app.ui.connectors.words import clock_time
from app.ui.doctor.check_words import Checks
from app.ui.doctor.connector_reasons import ConnectorReasons
from app.ui.doctor.event_reasons import EventReasons
from app.ui.doctor.line_reasons import LineReasons
from app.ui.doctor.portal_reasons import Case, PortalReasons, ReasonWords
from app.ui.doctor.prose import Prose, is_complete
from app.ui.doctor.remedy_words import Remedies, RemedyWords
from app.ui.errors import explain_problem

_LINE = re.compile(r'"(?:LINE|CONFIG_ID)"\s*:\s*"?(\d+)')
_TIMES = ("at", "lost_at", "until", "oldest")
#: The fact that a sentence counts with, the first one that is there.
_COUNTS = ("count", "rows", "minutes", "days", "operators_count", "operators")
_GENERIC = frozenset(
    (Reason.CALL_REFUSED, Reason.CALL_UNANSWERED, Reason.NO_ANSWER, Reason.MESSAGE_REFUSED)
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one finding. Everything but the title can be empty."""

    title: str
    text: Prose
    likely: Prose
    advice: Prose
    vendor: str = ""


class Look(NamedTuple):
    """How a verdict is shown: a word, an icon beside it, the colour token of both."""

    word: str
    icon: str
    token: str


class DoctorWords(QObject):
    """Made anew for each view: it follows the language."""

    def name(self, key: str) -> str:
        """A check before it is looked at."""
        words = Checks().table().get(key)
        return words.name if words else key

    def title(self, finding: Finding) -> str:
        """One line for a finding."""
        facts = self._facts(finding)
        if finding.verdict is Verdict.PASSED:
            words = Checks().table(_count(finding.facts)).get(finding.check.key)
            passed = words.passed if words else finding.check.key
            complete = is_complete(passed, facts)
            return Prose(passed, facts).plain() if complete else self.name(finding.check.key)
        if finding.verdict in (Verdict.WARNING, Verdict.FAILED):
            found = self._reason(finding)
            if found is not None:
                return Prose(found.title, facts).plain()
        return self.name(finding.check.key)

    def told(self, finding: Finding) -> Told:
        """Everything that is said of a finding."""
        facts, title = self._facts(finding), self.title(finding)
        words = self._reason(finding)
        if finding.verdict is Verdict.WAITING:
            text = self.tr("Not looked at yet: something before it has to be mended first.")
            return Told(title, Prose(text), Prose(), Prose())
        if words is None:
            return Told(title, Prose(self._well(finding), facts), Prose(), Prose())
        text, advice = words.text, words.advice
        if finding.verdict is Verdict.UNKNOWN:
            text = f"{words.title}. {text}"
        likely, vendor = words.likely, neutral(finding.facts.get("text", ""))
        if finding.reason in _GENERIC:
            known = explain_problem(Problem(finding.facts.get("code", ""), ""))
            meaning, tip = known.text or known.title, known.advice
            facts |= {"meaning": meaning, "tip": tip}
            likely, advice = likely or "{meaning}", advice or ("{tip}" if tip else "")
        return Told(title, Prose(text, facts), Prose(likely, facts), Prose(advice, facts), vendor)

    def remedy(self, finding: Finding) -> RemedyWords | None:
        """What the button of a finding says, and what it will do."""
        if finding.remedy is None:
            return None
        special = Remedies().special().get((finding.reason, finding.remedy))
        return special or Remedies().table()[finding.remedy]

    def look(self, verdict: Verdict) -> Look:
        """The look of a verdict."""
        return {
            Verdict.WAITING: Look(self.tr("waits"), "circle", "text3"),
            Verdict.PASSED: Look(self.tr("passed"), "check", "success"),
            Verdict.WARNING: Look(self.tr("warning"), "warn", "warning"),
            Verdict.FAILED: Look(self.tr("failed"), "close", "danger"),
            Verdict.UNKNOWN: Look(self.tr("not judged"), "question", "text2"),
        }[verdict]

    def group(self, group: Group) -> str:
        """A station's heading."""
        return Checks().groups()[group]

    def tally(self, findings: Iterable[Finding]) -> str:
        """How a group came out: "3 passed, 1 warning"."""
        counted = Counter(each.verdict for each in findings)
        if not counted or set(counted) == {Verdict.WAITING}:
            return self.tr("not run yet")
        return ", ".join(self._counted(counted, waiting=False))

    def summary(self, findings: Iterable[Finding]) -> str:
        """How everything came out."""
        counted = Counter(each.verdict for each in findings)
        head = self.tr("%n checks in message order", "", counted.total())
        return f"{head}: {', '.join(self._counted(counted, waiting=True))}"

    def proof(self, proof: Proof) -> str:
        """What stands above a proof."""
        return self.tr("Proof: {call}").format(call=self.call(proof))

    def call(self, proof: Proof) -> str:
        """The method and, where one was asked for, the line."""
        line = _LINE.search(proof.params)
        return f"{proof.method}, LINE {line[1]}" if line else proof.method

    def progress(self, place: int, total: int, milliseconds: int) -> str:
        """Where a check stands and how long it took."""
        text = self.tr("check {place} of {total}").format(place=place, total=total)
        return f"{text} · {milliseconds} ms" if milliseconds else text

    def _well(self, finding: Finding) -> str:
        if "answered" in finding.facts:
            there = self.tr("The message stood in chat {chat}; session {session} is closed again.")
            if finding.facts["answered"] == "yes":
                back = self.tr("An answer came back through the queue.")
                return f"{there} {back}"
            alone = self.tr("The way back was not tried: it needs the connector filter of events.")
            return f"{there} {alone}"
        if finding.check.key == "owned":
            return self.tr(
                "The portal shows it under the name that was registered from here. It tells "
                "nobody whose a connector is: only a message that goes round can prove it."
            )
        if not finding.proofs:
            return self.tr("All is well.")
        return self.tr("All is well. The portal's answer proves it.")

    def _counted(self, counted: Counter[Verdict], *, waiting: bool) -> list[str]:
        found = counted.get
        parts = {
            Verdict.PASSED: self.tr("%n passed", "", found(Verdict.PASSED, 0)),
            Verdict.WARNING: self.tr("%n warnings", "", found(Verdict.WARNING, 0)),
            Verdict.FAILED: self.tr("%n failed", "", found(Verdict.FAILED, 0)),
            Verdict.UNKNOWN: self.tr("%n not judged", "", found(Verdict.UNKNOWN, 0)),
        }
        if waiting:
            late = found(Verdict.WAITING, 0)
            blocked = found(Verdict.FAILED, 0)
            word = self.tr("%n wait for it", "", late)
            parts[Verdict.WAITING] = word if blocked else self.tr("%n not run yet", "", late)
        return [text for verdict, text in parts.items() if counted.get(verdict)]

    def _reason(self, finding: Finding) -> ReasonWords | None:
        return find_words(finding.reason, finding.facts)

    def _facts(self, finding: Finding) -> dict[str, str]:
        facts = dict(finding.facts)
        for name in _TIMES:
            if facts.get(name):
                facts[name] = _moment(facts[name])
        if finding.reason == Reason.CONSEQUENCE and "cause" in facts:
            facts["cause"] = self.name(facts["cause"])
        return facts


def find_words(reason: str, facts: Mapping[str, str]) -> ReasonWords | None:
    """The words of a reason; of its special case where the facts are those of one."""
    table = all_reasons(_count(facts))
    for case, words in table.items():
        if isinstance(case, tuple) and case[0] == reason and facts.get(case[1], "") == case[2]:
            return words
    return next((words for case, words in table.items() if case == reason), None)


def all_reasons(n: int = 0) -> dict[Case, ReasonWords]:
    """Every reason and special case."""
    portal, events = PortalReasons().table(n), EventReasons().table(n)
    return portal | ConnectorReasons().table() | LineReasons().table(n) | events


def harms_others(finding: Finding) -> bool:
    """Whether another program loses something by the remedy, so that a person has to agree."""
    return finding.remedy is not None and finding.reason in AGAINST_OTHERS


def place_of(check: Check, checks: Iterable[Check]) -> int:
    """Where a check stands, counted from 1; 0 for one that stands outside."""
    return next((at for at, each in enumerate(checks, 1) if each.key == check.key), 0)


def _count(facts: Mapping[str, str]) -> int:
    found = next((facts[name] for name in _COUNTS if facts.get(name, "").isdecimal()), "0")
    return int(found[:9])


def _moment(text: str) -> str:
    try:
        return clock_time(datetime.fromisoformat(text))
    except ValueError:
        return text
