"""Laying out bodies: what was sent stays what it is, and nothing makes it stand still."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.ui.calls.pretty import LONGEST_TEXT, MOST_LINES, lines_with, pretty, raw, strings

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5)
    ),
    max_leaves=40,
)


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first draw makes a table of letters
@given(st.dictionaries(st.text(max_size=8), values) | st.lists(values), st.booleans())
def test_laid_out_text_still_says_the_same(value, ascii_only):
    layout = pretty(json.dumps(value, ensure_ascii=ascii_only))

    assert layout.is_json
    assert json.loads(layout.text) == value


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text):
    layout = pretty(text)

    assert layout.is_json or layout.text == text.removesuffix("…")


@given(st.text(alphabet='{}[],:"\\ 1atrue', max_size=200))
def test_broken_json_is_shown_too(text):
    assert isinstance(pretty("{" + text).text, str)


def test_short_flat_objects_stand_on_one_line():
    layout = pretty('{"time":{"duration":0.118,"operating":1.38},"result":{"DATA":{"a":[]}}}')

    assert '  "time": { "duration": 0.118, "operating": 1.38 },' in layout.text.split("\n")
    assert '"a": []' in layout.text


def test_escapes_are_resolved_where_they_only_hide_words():
    layout = pretty(r'{"t":"\u041b\u0430\u0432\u043a\u0430 https:\/\/a \u202e \ud83d\ude00"}')

    assert "Лавка https://a" in layout.text
    assert r"\u202e" in layout.text
    assert "😀" in layout.text


def test_a_page_of_html_is_left_as_it_is():
    page = "<!DOCTYPE html>\n<title>502 Bad Gateway</title>"

    assert pretty(page).text == page
    assert not pretty(page).is_json


def test_refused_items_are_found_with_their_lines():
    body = {"DATA": {"RESULT": [{"SUCCESS": True}, {"SUCCESS": False, "ERRORS": ["No text"]}]}}
    layout = pretty(json.dumps(body))
    refused = layout.refused()

    assert [(item.key, item.place) for item in refused] == [('"RESULT"', 1)]
    lines = layout.text.split("\n")[refused[0].first : refused[0].last + 1]
    assert "No text" in "\n".join(lines)
    assert list(lines_with(layout, "ERRORS"))


def test_texts_of_a_key_are_found_alone_and_in_arrays():
    assert strings('{"ERRORS": ["\\u041d\\u0435\\u0442"], "x": {"ERRORS": "b"}}', "ERRORS") == [
        "Нет",
        "b",
    ]


def test_megabytes_are_cut_and_say_so():
    body = '{"rows":[' + ",".join(['{"id":1}'] * 500_000) + "]}"
    layout = pretty(body)

    assert layout.cut
    assert layout.text.count("\n") <= MOST_LINES + 1
    assert raw(body).cut
    assert len(raw(body).text) == LONGEST_TEXT


def test_nesting_without_end_is_shown_raw():
    body = "[" * 100_000

    assert not pretty(body).is_json
