"""What tells who somebody is leaves a transcript; the rest stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.masking import EMAIL, LINK, PHONE, Mask, Masker

EVERYTHING = tuple(Mask)
PEOPLE = [("Customer", "Anna Kovaleva"), ("Operator", "Ann Lee")]


def masked(text, *masks):
    masker = Masker(masks or EVERYTHING)
    masker.know(PEOPLE)
    return masker.text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call +371 20 000 001 now", f"call {PHONE} now"),
        ("(495) 123-45-67", f"{PHONE}"),
        ("call 8(800)555-35-35, please", f"call {PHONE}, please"),
        ("call ٠١٢٣٤٥٦٧٨", f"call {PHONE}"),
        ("order 12345", "order 12345"),
        ("anna.k+shop@lamp.example!", f"{EMAIL}!"),
        ("Анна@почта.рф", EMAIL),
        ("see https://lamp.example/a?b=c#d.", f"see {LINK}"),
        ("[URL=https://lamp.example]here[/URL]", f"[URL={LINK}]here[/URL]"),
        ("www.lamp.example", LINK),
        ("ANNA, I am Ann Lee", "Customer 1, I am Operator 1"),
        ("Annabel and Leeds", "Annabel and Leeds"),
        ("mailto x@y", "mailto x@y"),
    ],
)
def test_what_is_masked(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize("mask", EVERYTHING)
def test_only_what_is_wished_is_masked(mask):
    text = "Anna Kovaleva, +37120000001, shop@lamp.example, https://lamp.example"
    changed = masked(text, mask)
    gone = {
        Mask.NAMES: "Anna Kovaleva",
        Mask.PHONES: "+37120000001",
        Mask.EMAILS: "shop@lamp.example",
        Mask.LINKS: "https://lamp.example",
    }
    assert [part in changed for part in gone.values()] == [each is not mask for each in gone]


def test_a_person_has_the_same_stand_in_everywhere():
    masker = Masker([Mask.NAMES])
    names = ["Ann Lee", "Bo Ray", "ann lee", "Bo Ray"]
    assert [masker.name("Operator", name) for name in names] == [
        "Operator 1",
        "Operator 2",
        "Operator 1",
        "Operator 2",
    ]


@given(st.text())
def test_without_masks_a_text_stays_as_it_is(text):
    assert Masker().text(text) == text


@given(st.text(alphabet="+0123456789 ()-@.abwhtps:/[]\n", max_size=300))
def test_masking_twice_changes_nothing_more(text):
    once = masked(text)
    assert masked(once) == once
