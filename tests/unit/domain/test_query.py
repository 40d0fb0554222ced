"""What may be typed into a search, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.query import find_terms, fold, parse_query

ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("lamp", [(("lamp",), True)]),
        ("Lamp  SHADE", [(("lamp",), True), (("shade",), True)]),
        ('"lamp shade" brass', [(("lamp", "shade"), False), (("brass",), True)]),
        ('"lamp sha', [(("lamp", "sha"), True)]),
        ("Ещё", [(("еще",), True)]),
        ("care-aurora.pdf", [(("care", "aurora", "pdf"), True)]),
        ("a", [(("a",), False)]),
        ('"" -- * ()', []),
    ],
)
def test_a_query_is_words_that_may_go_on_and_phrases_that_may_not(typed, words):
    assert [(term.words, term.open_ended) for term in parse_query(typed)] == words


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The lamps of Lamp & Co", "lamp", ["lamps", "Lamp"]),
        ("Ёлка и елка", "ёл", ["Ёлка", "елка"]),
        ("a lamp shade", '"lamp shade"', ["lamp shade"]),
        ("a lampshade", '"lamp"', []),
    ],
)
def test_found_words_are_pointed_at(text, query, found):
    places = find_terms(fold(text), parse_query(query))

    assert [text[start:end] for start, end in places] == found


@given(ANY, ANY)
def test_no_text_is_refused(query, text):
    places = find_terms(fold(text), parse_query(query))

    assert all(0 <= start < end for start, end in places)


@given(ANY)
def test_one_spelling_stays_one_spelling(text):
    assert parse_query(fold(text)) == parse_query(fold(fold(text)))
