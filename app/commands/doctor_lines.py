"""What the command `doctor` prints for a person while it works. The words are the window's."""

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.doctor import Check, Finding, Group, Proof, Remedy, Verdict
from app.domain.links import neutral
from app.ui.doctor.words import DoctorWords, harms_others

if TYPE_CHECKING:
    from app.services.desk import Desk

_SIGNS = {
    Verdict.PASSED: ("ok", "32"),
    Verdict.WARNING: ("warn", "33"),
    Verdict.FAILED: ("FAIL", "31;1"),
    Verdict.UNKNOWN: ("?", "36"),
    Verdict.WAITING: ("-", "2"),
}
_NAMES, _SIGN = 14, 6
_LONGEST_ANSWER = 400


class HumanOutput:
    """Group by group, aligned; colours on a terminal only."""

    def __init__(self) -> None:
        self._words = DoctorWords()
        self._colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        self._width = max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))
        self._checks: Sequence[Check] = ()
        self._found: list[Finding] = []
        self._group: Group | None = None
        self._count = 0

    def begin(self, desk: "Desk") -> None:
        """Which portal."""
        _print(f"{neutral(desk.profile.name)}  {neutral(desk.profile.address)}")

    def open(self, connector: str, line: int, name: str, checks: Sequence[Check]) -> None:
        """A heading."""
        place = f"{neutral(name)} ({line})" if name else f"line {line}"
        _print("", self._strong(f"{neutral(connector)} on {place}"))
        self._checks = checks
        self._begin()

    def found(self, finding: Finding) -> None:
        """One line; for a trouble also why, and what it was seen by."""
        self._found.append(finding)
        self._line(finding)
        if finding.verdict not in (Verdict.PASSED, Verdict.WAITING):
            self._explain(finding)

    def mended(self, before: Finding, after: Finding) -> None:
        """What was done, and the check before and after."""
        words = self._words.remedy(before)
        done = words.done if words is not None else ""
        was, now = self._words.look(before.verdict).word, self._words.look(after.verdict).word
        _print("", self._strong(f"{done}: {self._words.title(before)} ({was}, now {now})"), "")
        self._begin()

    def close(self) -> None:
        """What was not looked at, and how everything came out."""
        known = {each.check.key for each in self._found}
        late = [Finding(each, Verdict.WAITING) for each in self._checks if each.key not in known]
        for finding in late:
            self._line(finding)
        _print("", self._words.summary([*self._found, *late]))
        self._count += 1

    def end(self, *, healthy: bool) -> None:
        """One word for all, if there was more than one."""
        if self._count > 1:
            _print("", self._strong("Healthy." if healthy else "Not healthy."))

    def failed(self, error: Exception) -> None:
        """Nothing for standard output."""

    def _begin(self) -> None:
        self._found, self._group = [], None

    def _line(self, finding: Finding) -> None:
        group = finding.check.group
        name = self._words.group(group) if group is not self._group else ""
        self._group = group
        sign, colour = _SIGNS[finding.verdict]
        shown = self._coloured(f"{sign:<{_SIGN}}", colour)
        _print(f"{name:<{_NAMES}}{shown}{self._words.title(finding)}")

    def _explain(self, finding: Finding) -> None:
        told = self._words.told(finding)
        likely = told.likely.plain()
        paragraphs = [
            told.text.plain(),
            f"Most likely: {likely}" if likely else "",
            told.advice.plain(),
            f"The portal says: {told.vendor}" if told.vendor else "",
            self._cure(finding),
        ]
        for text in filter(None, paragraphs):
            self._paragraph(text)
        for proof in finding.proofs:
            self._paragraph(_proof_line(proof))

    def _cure(self, finding: Finding) -> str:
        words = self._words.remedy(finding)
        if words is None:
            return ""
        if finding.remedy is Remedy.SIGN_IN:
            return "Mend it with: openline-console login"
        if harms_others(finding):
            return "Mend it in the window: another program loses something by it."
        return f"Mend it with --fix ({words.button.partition(': ')[2] or words.button})"

    def _paragraph(self, text: str) -> None:
        indent = " " * (_NAMES + _SIGN)
        _print(textwrap.fill(text, self._width, initial_indent=indent, subsequent_indent=indent))

    def _strong(self, text: str) -> str:
        return self._coloured(text, "1")

    def _coloured(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colours else text


def _proof_line(proof: Proof) -> str:
    answer = neutral(proof.answer)
    if len(answer) > _LONGEST_ANSWER:
        answer = f"{answer[:_LONGEST_ANSWER]}…"
    status = f"HTTP {proof.status}" if proof.status else "no answer"
    return f"Proof: {proof.method}, {status}, {proof.milliseconds} ms: {answer}"


def _print(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)
