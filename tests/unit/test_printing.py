"""What commands print does not act on the terminal, wherever it came from."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bitrix.errors import Refused
from app.commands.opening import tell
from app.commands.printing import as_json, put, say
from app.domain.links import neutral

HOSTILE = "\x1b]0;PWNED\x07\x1b[2J\x1b[1A\x9b31m\u202eabc\ud800"
HARMFUL = set("\x1b\x07\x9b\u202e\ud800\r")
results = st.recursive(
    st.text() | st.integers(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3),
)


@pytest.mark.parametrize("show", [say, put])
def test_a_line_stays_one_line_and_commands_nothing(capsys, show):
    show(f"+ add the line {HOSTILE}\r\nChange Shop? [y/N] y", "Лампа & Co: 9:00 – 18:30")
    shown = "".join(capsys.readouterr())

    assert HARMFUL.isdisjoint(shown)
    assert shown.startswith("+ add the line ")
    assert len(shown.splitlines()) == 2
    assert shown.splitlines()[1] == "Лампа & Co: 9:00 – 18:30"


def test_what_a_portal_refuses_with_is_shown_harmless(capsys):
    assert tell(Refused(f"E{HOSTILE}", f"because {HOSTILE}")) == 1
    shown = capsys.readouterr().err

    assert HARMFUL.isdisjoint(shown)
    assert "because " in shown


@given(results)
def test_a_result_is_the_same_for_programs_and_holds_nothing_invisible(value):
    text = as_json(value)

    assert json.loads(text) == value
    assert all(neutral(line) == line for line in text.split("\n"))


def test_letters_of_a_result_stay_readable_and_controls_are_spelled_out():
    assert as_json({"NAME": "Лампа\u202e\x7f"}) == '{\n  "NAME": "Лампа\\u202e\\u007f"\n}'
