"""A passphrase is refused for what is wrong with it, and rated by what makes it strong."""

import pytest

from app.domain.passphrase import flaw_of, strength_of


@pytest.mark.parametrize(
    ("passphrase", "repeated", "flaw"),
    [
        ("", "", "empty"),
        ("123456789", "123456789", "short"),
        ("aaaaaaaaaaaa", "aaaaaaaaaaaa", "simple"),
        ("AaAaAaBbBbBb", "AaAaAaBbBbBb", "simple"),
        ("lamp shade 1", "lamp shade 2", "different"),
        ("lamp shade 1", "lamp shade 1", ""),
        ("лампа и абажур", "лампа и абажур", ""),
    ],
)
def test_a_new_passphrase_has_one_flaw_or_none(passphrase, repeated, flaw):
    assert flaw_of(passphrase, repeated) == flaw


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", "none"),
        ("short", "weak"),
        ("aaaaaaaaaaaaaaaaaaaaa", "weak"),
        ("lamp shade", "fair"),
        ("abcdabcdabcdabcdabcd", "fair"),
        ("correct horse battery", "strong"),
    ],
)
def test_length_and_variety_make_it_strong(passphrase, strength):
    assert strength_of(passphrase) == strength
