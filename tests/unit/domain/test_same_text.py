"""What a portal made of a text is recognised; another text is not."""

import pytest

from app.domain.same_text import is_same_text

LONG = "many words " * 2_000


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("Yes", "Yes"),
        ("two spaces", "  two  spaces \n\n"),
        ("a\nb", "a\r\nb"),
        ("x", "x\u00a0"),
        ("yy", "y\x00y"),
        ("", " \n"),
        (LONG[:20_000] + " (...)", LONG),
        (LONG[:19_998] + " (...)", LONG),
    ],
)
def test_a_text_that_the_portal_changed_in_its_way_is_the_same(there, here):
    assert is_same_text(there, here)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("yes", "Yes"),
        ("Ye", "Yes"),
        ("Yes (...)", "Yes, of course"),
        ("two spaces", "twospaces"),
        ("z" * 20_000 + " (...)", LONG),
        (LONG[:20_000], LONG),
        ("", "Yes"),
    ],
)
def test_another_text_is_another_message(there, here):
    assert not is_same_text(there, here)
