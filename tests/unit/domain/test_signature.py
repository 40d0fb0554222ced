"""The operator's name in front of a text: taken off when it is one, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.round_trip import round_trip
from app.domain.signature import Signature, read_signature

ANN = ("Ann Lee",)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("[b]Ann Lee:[/b] [br]Yes, two left.", "Ann Lee", "Yes, two left."),
        ("[b]Ann Lee:[/b][br] Yes, three left.", "Ann Lee", "Yes, three left."),
        ("[b]Ann Lee:[/b] ", "Ann Lee", ""),
        ("[b]Ann Lee:[/b]", "Ann Lee", ""),
        ("[B]Анна: склад:[/B] [BR]Да", "Анна: склад", "Да"),
        ("[b]Ann:[/b] [br][b]Bob:[/b] hi", "Ann", "[b]Bob:[/b] hi"),
        ("[b]An\u202en:[/b] [br]x", "An\ufffdn", "x"),
    ],
)
def test_the_portals_own_form_is_believed_where_it_signs_under_whatever_name(text, name, rest):
    for names in ((), ("Somebody Else",)):
        front = read_signature(text, names, signed=True)
        assert (front.verdict, front.name, front.rest) == (Signature.REAL, name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "[b]Total:[/b] 100",
        "[b]Total:[/b]\n100",
        "[b]Total:[/b][br]100",
        "Yes [b]Ann Lee:[/b] x",
        "[b]bold[/b] x",
        "[b] :[/b] [br]x",
        "",
    ],
)
def test_what_an_operator_writes_bold_stays(text):
    front = read_signature(text, ANN, signed=True)
    assert front.rest == text
    assert front.verdict in (Signature.NONE, Signature.ANOTHER)


@pytest.mark.parametrize(
    "text", ["[b]Ann Lee:[/b] Yes", "[b]ann  lee:[/b]\nYes", "[B]Ann Lee:[/B][br]Yes"]
)
@pytest.mark.parametrize("signed", [True, False])
def test_the_authors_own_name_is_taken_off_in_any_form(text, signed):
    front = read_signature(text, ANN, signed=signed)
    assert (front.verdict, front.rest) == (Signature.REAL, "Yes")


@given(st.text(alphabet="[b]:/r Ann\n", max_size=40), st.booleans())
def test_the_round_trip_takes_off_what_the_transcript_takes_off(text, signed):
    text = f"[b]A{text}"
    front, trip = read_signature(text, ANN, signed=signed), round_trip(text, ANN, signed=signed)
    assert (trip.signature, trip.name, trip.body) == (front.verdict, front.name, front.rest)
    assert text.endswith(front.rest)
    assert (front.verdict is Signature.REAL) == (front.rest != text)
