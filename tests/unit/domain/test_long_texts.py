"""Beginnings and parts of long texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.long_texts import PART, SHOWN, beginning, is_long, marked_beginning, parts
from app.domain.markup import Style, parse

HUGE = [
    "x" * 1_000_000,
    "a\n" * 300_000,
    "[b]" * 300_000,
    "[URL=http://a.b]" * 60_000,
    "http://a.b/ " * 80_000,
    "\n" * 1_000_000,
    "[" * 1_000_000,
]
pieces = st.sampled_from(["a", " ", "\n", "[b]", "[/b]", "[code]", "[/code]", "http://a.b ", "👍"])
texts = st.lists(pieces, max_size=2000).map(lambda found: "".join(found) * 3)


@pytest.mark.parametrize("text", HUGE, ids=lambda text: repr(text[:6]))
def test_the_beginning_of_a_huge_text_is_small_in_every_way(text: str) -> None:
    head = marked_beginning(text)

    assert len(head) <= SHOWN + 2000
    assert max(head.count(sign) for sign in ("\n", "[", "://")) <= 300
    assert is_long(text)


@pytest.mark.parametrize("text", HUGE, ids=lambda text: repr(text[:6]))
def test_the_parts_of_a_huge_text_are_small_and_lose_nothing(text: str) -> None:
    found = list(parts(text))

    assert "".join(found) == text
    assert max(map(len, found)) <= PART


@settings(max_examples=100, deadline=None)
@given(texts)
def test_any_text_begins_with_its_beginning_and_is_made_of_its_parts(text: str) -> None:
    assert text.startswith(beginning(text))
    assert (beginning(text) == text) is not is_long(text)
    assert "".join(parts(text)) == text


def test_a_block_that_ends_further_on_ends_with_the_beginning() -> None:
    rich = parse(marked_beginning(f"[CODE]{'line of a log ' * 1000}[/CODE] and more"))

    assert "[" not in rich.text
    assert rich.spans[0].style & Style.CODE


def test_a_text_is_not_cut_inside_a_tag_or_a_word() -> None:
    assert beginning("x " * 1490 + "[URL=https://lamp.example/a/very/long/address]it[/URL] " * 9)[
        -2:
    ] in ("x ", "] ")
    assert beginning("lamp " * 2000).endswith("lamp ")
