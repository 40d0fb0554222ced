"""People to play: invented names keep the vendor's rules, variables are filled in."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import Customer
from app.domain.persona import Persona, check_persona, filled_in, matches
from app.domain.persona_names import invent, twin

ANNA = Persona("c-1", "Anna", "Novak", "+44 7700 900123", "anna@example.com", gender="female")


@given(st.integers(), st.sampled_from(["en", "ru"]))
def test_whoever_is_invented_breaks_no_rule_of_the_vendor(seed, language):
    persona = invent(Random(seed), language)

    assert check_persona(persona) == []
    assert persona.gender
    assert persona.phone.startswith("+44 7700 900")
    assert persona.email.endswith("@example.com")


def test_a_twin_is_the_same_person_under_another_id():
    other = twin(ANNA, Random(1))

    assert other.id != ANNA.id
    assert (other.full_name, other.phone) == (ANNA.full_name, ANNA.phone)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": "R2-D2"}, ("name", "PERSON_CHARACTERS")),
        ({"name": "A" * 26}, ("name", "PERSON_TOO_LONG")),
        ({"name": ""}, ("name", "PERSON_EMPTY")),
        ({"id": " "}, ("id", "ID_EMPTY")),
        ({"id": "a|b"}, ("id", "CHAT_PIPE")),
        ({"phone": "call me"}, ("phone", "PHONE")),
        ({"email": "anna"}, ("email", "EMAIL")),
        ({"gender": "f"}, ("gender", "GENDER")),
        ({"picture": "ftp://lamp.example/a.png"}, ("picture", "ADDRESS")),
        ({"url": "https://lamp.example/?token=abcdef123456"}, ("url", "ADDRESS_SECRET")),
    ],
)
def test_what_the_portal_would_not_take_is_told_at_its_field(changes, found):
    given_fields = {field: getattr(ANNA, field) for field in Persona.__slots__} | changes
    problems = [(each.field, each.code) for each in check_persona(Persona(**given_fields))]

    assert found in problems


def test_the_rule_of_25_letters_can_be_switched_off():
    robot = Persona("c-2", "R2-D2 " * 9, free_name=True)

    assert check_persona(robot) == []


def test_an_id_belongs_to_one_person():
    assert [each.code for each in check_persona(ANNA, ["c-1"])] == ["ID_TAKEN"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, {name}!", "Hello, Anna!"),
        ("{last_name} {name} {id} {number}", "Novak Anna c-1 3"),
        ("{unknown} {} {{name}}", "{unknown} {} {Anna}"),
        ("", ""),
    ],
)
def test_variables_are_filled_in_and_other_braces_stay(text, expected):
    assert filled_in(text, ANNA.customer(), 3) == expected


def test_a_name_that_looks_like_a_variable_is_not_filled_in_again():
    customer = Customer("{number}", "{id}", "chat")

    assert filled_in("{name} {id}", customer, 7) == "{id} {number}"


@pytest.mark.parametrize(
    ("words", "found"), [("anna", True), ("NOVAK an", True), ("900123", True), ("boris", False)]
)
def test_a_search_finds_every_word_anywhere(words, found):
    assert matches(ANNA, words) is found
