"""The examination as Markdown, for somebody who helps. Proofs have no secrets, so it has none."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain.doctor import Finding, Verdict
from app.domain.links import neutral
from app.ui.calls.pretty import pretty
from app.ui.doctor.presenter import Mended
from app.ui.doctor.words import DoctorWords

_SIGNS = {
    Verdict.PASSED: "[x]",
    Verdict.FAILED: "[ ] **✗**",
    Verdict.WARNING: "[ ] **!**",
    Verdict.UNKNOWN: "[ ] **?**",
    Verdict.WAITING: "[ ]",
}
_LONGEST = 4000


class Report(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def write(
        self,
        heading: str,
        about: Sequence[str],
        findings: Sequence[Finding],
        mends: Mapping[str, Mended],
        words: DoctorWords,
    ) -> str:
        """A heading, facts about the portal, every check, and each trouble with its proof."""
        lines = [f"# {neutral(heading)}", "", *(f"- {neutral(each)}" for each in about), ""]
        lines.append(words.summary(findings))
        for group in dict.fromkeys(each.check.group for each in findings):
            lines += ["", f"## {words.group(group)}", ""]
            for each in findings:
                if each.check.group is group:
                    lines += self._check(each, mends.get(each.check.key), words)
        return "\n".join(lines) + "\n"

    def _check(self, finding: Finding, mended: Mended | None, words: DoctorWords) -> list[str]:
        lines = [f"- {_SIGNS[finding.verdict]} {words.title(finding)}"]
        if mended is not None:
            text = self.tr("Mended here. Before: {title}")
            lines.append(f"  - {text.format(title=words.title(mended.before))}")
        if finding.verdict in (Verdict.PASSED, Verdict.WAITING):
            return lines
        told = words.told(finding)
        likely, most = told.likely.markdown(), self.tr("Most likely:")
        parts = [
            told.text.markdown(),
            f"{most} {likely}" if likely else "",
            told.advice.markdown(),
            told.vendor and self.tr("The portal says: {text}").format(text=told.vendor),
            f"`{finding.reason}`",
        ]
        lines += [f"  - {part}" for part in parts if part]
        for proof in finding.proofs:
            head = f"`{proof.method}` HTTP {proof.status or '-'}, {proof.milliseconds} ms"
            lines += ["", f"  {head}", "", *_fenced(proof.answer), ""]
        return lines


def _fenced(text: str) -> list[str]:
    """Code that cannot end its own fence."""
    shown = pretty(text).text[:_LONGEST]
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"  {each}" for each in (f"{fence}json", *shown.split("\n"), fence)]
