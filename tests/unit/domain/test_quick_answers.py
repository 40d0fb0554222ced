"""Quick answers: gaps, parts of the day, finding, what is wrong with one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quick_answers import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    PartOfDay,
    QuickAnswer,
    check_quick_answer,
    fill,
    find,
    gaps_in,
    part_of_day,
)

ANSWERS = (
    QuickAnswer("1", "Delivery", "It takes two days."),
    QuickAnswer("2", "Two shops", "Come by."),
    QuickAnswer("3", "Ёлка", "До встречи"),
)


@pytest.mark.parametrize(
    ("text", "filled", "gaps"),
    [
        ("Hello {name}!", "Hello Anna!", ()),
        ("Order {order} for {name}, {order}", "Order {order} for Anna, {order}", ("order",)),
        ("{empty}", "{empty}", ("empty",)),
        ("{ name } {Name} {} { {na me}", "{ name } {Name} {} { {na me}", ()),
        ("{{name}}", "{Anna}", ()),
    ],
)
def test_known_gaps_are_filled_and_others_stay(text, filled, gaps):
    found = fill(text, {"name": "Anna", "empty": " "})

    assert (found.text, found.gaps) == (filled, gaps)


def test_what_is_put_in_is_not_filled_again():
    assert fill("{a}", {"a": "{b}", "b": "x"}).text == "{b}"


@given(st.text())
def test_a_text_without_values_stays_as_it_is_and_its_gaps_stand_where_they_are_told(text):
    found = fill(text, {})

    assert found.text == text
    spans = gaps_in(text, found.gaps)
    assert {text[start + 1 : end - 1] for start, end in spans} == set(found.gaps)


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, PartOfDay.NIGHT),
        (4, PartOfDay.NIGHT),
        (5, PartOfDay.MORNING),
        (11, PartOfDay.MORNING),
        (12, PartOfDay.DAY),
        (17, PartOfDay.DAY),
        (18, PartOfDay.EVENING),
        (22, PartOfDay.EVENING),
        (23, PartOfDay.NIGHT),
    ],
)
def test_the_hour_decides_how_people_greet(hour, part):
    assert part_of_day(hour) is part


@pytest.mark.parametrize(
    ("words", "ids"),
    [("", "123"), ("two", "21"), ("DAYS deliv", "1"), ("ёлка", "3"), ("nothing", "")],
)
def test_titles_are_found_before_texts(words, ids):
    assert "".join(each.id for each in find(ANSWERS, words)) == ids


@pytest.mark.parametrize(
    ("title", "text", "problems"),
    [
        ("a", "b", []),
        (" ", "b", [("title", "REQUIRED")]),
        ("a", "\n", [("text", "REQUIRED")]),
        ("a" * (LONGEST_TITLE + 1), "b", [("title", "TOO_LONG")]),
        ("a", "b" * (LONGEST_TEXT + 1), [("text", "TOO_LONG")]),
    ],
)
def test_an_answer_needs_a_title_and_a_text_of_some_length(title, text, problems):
    found = check_quick_answer(QuickAnswer("1", title, text))

    assert [(each.field, each.code) for each in found] == problems
