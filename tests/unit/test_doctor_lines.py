"""Lines of the command `doctor`: aligned, coloured on a terminal only, controlled by nobody."""

import re
import sys
from types import SimpleNamespace

import pytest

from app.commands.doctor_lines import HumanOutput
from app.domain.doctor import Check, Finding, Group, Proof, Reason, Remedy, Verdict

CHECKS = (Check("portal_answers", Group.SIGN_IN), Check("no_error", Group.LINK))
HOSTILE = "\x1b]0;evil\x07\x1b[2J\u202eShop"
PROOF = Proof("imconnector.status", "{}", f"{HOSTILE}{'x' * 900}", 200, 38)
FLAGGED = Finding(
    CHECKS[1],
    Verdict.FAILED,
    Reason.ERROR_SET,
    {"name": HOSTILE, "at": "", "call": "", "text": HOSTILE},
    (PROOF,),
    Remedy.ACTIVATE,
)


def told() -> None:
    output = HumanOutput()
    profile = SimpleNamespace(name=HOSTILE, address="https://lamp.example")
    output.begin(SimpleNamespace(profile=profile))
    output.open("acme", 14, HOSTILE, CHECKS)
    output.found(Finding(CHECKS[0], Verdict.PASSED))
    output.found(FLAGGED)
    output.close()
    output.end(healthy=False)


def test_nothing_that_a_portal_says_can_act_on_the_terminal(capsys) -> None:
    told()
    out = capsys.readouterr().out
    assert "evil" in out
    assert not set(out) & {"\x1b", "\x07", "\u202e"}


def test_titles_stand_in_one_column(capsys) -> None:
    told()
    lines = capsys.readouterr().out.splitlines()
    places = {
        re.search(r"Portal answers|Error flag is set", line).start()
        for line in lines
        if re.search(r"ok  |FAIL", line)
    }
    assert len(places) == 1
    assert max(map(len, lines)) <= 121


@pytest.mark.parametrize(("terminal", "plain"), [(True, ""), (False, ""), (True, "1")])
def test_colours_are_for_terminals_that_want_them(capsys, monkeypatch, terminal, plain) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if plain:
        monkeypatch.setenv("NO_COLOR", plain)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    told()
    assert ("\x1b[31;1mFAIL" in capsys.readouterr().out) is (terminal and not plain)
