"""What the command `doctor` prints: lines for a person (see `doctor_lines`), or one JSON object."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from app.commands.printing import as_json
from app.domain.doctor import Check, Finding, Proof, Verdict
from app.ui.doctor.words import DoctorWords
from app.ui.errors import explain

if TYPE_CHECKING:
    from app.services.desk import Desk


class Output(Protocol):
    """What an examination tells as it goes on."""

    def begin(self, desk: "Desk") -> None:
        """The portal is open."""

    def open(self, connector: str, line: int, name: str, checks: Sequence[Check]) -> None:
        """A connector on a line is examined now."""

    def found(self, finding: Finding) -> None:
        """One finding."""

    def mended(self, before: Finding, after: Finding) -> None:
        """A remedy was carried out; the examination begins anew."""

    def close(self) -> None:
        """That was all of this connector on this line."""

    def end(self, *, healthy: bool) -> None:
        """That was all."""

    def failed(self, error: Exception) -> None:
        """It could not be done; the error is told on standard error by somebody else."""


def open_output(*, as_json: bool) -> Output:
    """One of the two. Plural forms need the English table, and that a Qt application."""
    from app.ui.language import install

    app = QCoreApplication.instance() or QCoreApplication(["openline-console"])
    install(app, "en")
    from app.commands.doctor_lines import HumanOutput

    return JsonOutput() if as_json else HumanOutput()


class JsonOutput:
    """Nothing is printed before the end, so that there is one object whatever happens."""

    def __init__(self) -> None:
        self._words = DoctorWords()
        self._all: dict[str, Any] = {"version": 1}
        self._examinations: list[dict[str, Any]] = []
        self._checks: Sequence[Check] = ()
        self._found: dict[str, Finding] = {}

    def begin(self, desk: "Desk") -> None:
        """Which portal."""
        profile = desk.profile
        about = {"portal": profile.address, "profile": profile.name, "read_only": profile.read_only}
        self._all |= about

    def open(self, connector: str, line: int, name: str, checks: Sequence[Check]) -> None:
        """One more examination."""
        about = {"connector": connector, "line": line, "line_name": name, "mended": []}
        self._examinations.append(about)
        self._checks, self._found = checks, {}

    def found(self, finding: Finding) -> None:
        """The newest finding of a check counts."""
        self._found[finding.check.key] = finding

    def mended(self, before: Finding, after: Finding) -> None:
        """The check whose remedy was carried out."""
        del after  # the examination that follows tells it
        self._examinations[-1]["mended"].append(before.check.key)
        self._found = {}

    def close(self) -> None:
        """Every check, looked at or not."""
        findings = [
            self._found.get(each.key, Finding(each, Verdict.WAITING)) for each in self._checks
        ]
        bad = any(each.verdict is Verdict.FAILED for each in findings)
        self._examinations[-1] |= {
            "healthy": not bad,
            "checks": [self._check(each) for each in findings],
        }

    def end(self, *, healthy: bool) -> None:
        """The object."""
        self._all |= {"healthy": healthy, "examinations": self._examinations}
        print(as_json(self._all), flush=True)

    def failed(self, error: Exception) -> None:
        """The object, when nothing or not all could be examined."""
        told = explain(error)
        about = {"code": told.code, "title": told.title, "text": told.text, "advice": told.advice}
        self._all |= {"healthy": False, "error": about}
        print(as_json(self._all), flush=True)

    def _check(self, finding: Finding) -> dict[str, Any]:
        told = self._words.told(finding)
        return {
            "key": finding.check.key,
            "group": str(finding.check.group),
            "verdict": str(finding.verdict),
            "title": told.title,
            "reason": str(finding.reason),
            "facts": dict(finding.facts),
            "explanation": told.text.plain(),
            "likely": told.likely.plain(),
            "advice": told.advice.plain(),
            "remedy": str(finding.remedy) if finding.remedy else "",
            "milliseconds": finding.milliseconds,
            "proofs": [_proof(each) for each in finding.proofs],
        }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "method": proof.method,
        "params": _readable(proof.params),
        "answer": _readable(proof.answer),
        "status": proof.status,
        "milliseconds": proof.milliseconds,
    }


def _readable(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
