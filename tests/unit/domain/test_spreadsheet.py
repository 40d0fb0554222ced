"""No cell of a spreadsheet is a formula."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.spreadsheet import FORMULA_SIGNS, cell, text_of

EDGES = ",;|\t\n\"'"


@pytest.mark.parametrize("sign", [*FORMULA_SIGNS, "\t", "\r", "\n"])
@pytest.mark.parametrize("before", ["", " ", "\u200b", "\ufeff", "\x00"])
def test_a_cell_never_begins_with_a_sign_of_a_formula(before, sign):
    shown = cell(f"{before}{sign}1+1").lstrip(" ")
    assert shown[:1] == "'" or shown[:1] not in (*FORMULA_SIGNS, "\t", "\r", "\n")


@pytest.mark.parametrize("edge", [*EDGES, "\r", '";', ', "'])
@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_nor_does_what_another_separator_would_make_a_cell_of(edge, sign):
    assert (
        re.search(rf"[{EDGES}] *{re.escape(sign)}", cell(f"a{edge}{sign}1").replace("'" + sign, ""))
        is None
    )


@given(st.text(alphabet=f"{FORMULA_SIGNS}{EDGES} a1\r\u200b\ufeff"))
def test_whatever_is_written_and_however_it_is_split(text):
    for piece in re.split(r"[,;|\t\n\"]", cell(text)):
        assert piece.lstrip(" \u00a0")[:1] not in FORMULA_SIGNS or not piece.lstrip(" \u00a0")


@pytest.mark.parametrize("text", ["Yes, two left.", "2 - 1 = 1", "a-b", "it is 5 °C", "Ärger"])
def test_what_begins_no_formula_stays_as_it_is(text):
    assert cell(text) == text


@pytest.mark.parametrize("before", [*"\x85\u2028\u2003\u00ad\u180e\u3164", " \u200b"])
def test_what_is_not_seen_hides_no_formula(before):
    assert f"{before}=1" not in cell(f"{before}=1")


@given(st.text(alphabet=f"{FORMULA_SIGNS}{EDGES} a1"))
def test_what_was_written_as_a_cell_comes_back(text):
    assert text_of(cell(text)) == text
