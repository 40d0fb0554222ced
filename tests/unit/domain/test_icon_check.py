"""Every question about a tile's icon has its own result."""

from dataclasses import replace

import pytest

from app.domain.connector import Icon
from app.domain.icon_check import QUESTIONS, check_tile_icon
from app.domain.svg import to_data_uri

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg">'
GOOD = Icon(to_data_uri(f'{_HEAD}<path d="M0 0h9v9z"/></svg>'))


def failed(icon):
    return [each.question for each in check_tile_icon(icon) if each.passed is False]


def test_a_good_icon_passes_every_question():
    assert [each.question for each in check_tile_icon(GOOD)] == list(QUESTIONS)
    assert failed(GOOD) == []


@pytest.mark.parametrize(
    ("picture", "question"),
    [
        ("https://lamp.example/icon.svg", "PICTURE"),
        ("", "PICTURE"),
        ("data:image/png;base64,AAAA", "PICTURE"),
        (to_data_uri("<svg>"), "PICTURE"),
        (to_data_uri(f"{_HEAD}<!--{'x' * 100_001}--></svg>"), "LARGE"),
        (to_data_uri(f"{_HEAD}<script>1</script></svg>"), "SCRIPT"),
        (to_data_uri(f'{_HEAD}<path onclick="x()"/></svg>'), "SCRIPT"),
        (to_data_uri(f'{_HEAD}<image href="https://evil.example/x.png"/></svg>'), "REMOTE"),
    ],
)
def test_a_bad_picture_fails_one_question(picture, question):
    assert failed(replace(GOOD, data_image=picture)) == [question]


def test_what_follows_a_picture_that_cannot_be_read_was_not_asked():
    results = {x.question: x.passed for x in check_tile_icon(replace(GOOD, data_image="x"))}

    assert results["SCRIPT"] is results["REMOTE"] is None
    assert results["COLOR"] is True


@pytest.mark.parametrize(
    ("change", "question"),
    [({"color": "red"}, "COLOR"), ({"size": "big"}, "SIZE"), ({"position": "mid"}, "POSITION")],
)
def test_a_wrong_look_fails_its_own_question(change, question):
    assert failed(replace(GOOD, **change)) == [question]
