"""A configuration as a file: what is written is read again, and what is wrong is told by line."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.configuration import (
    BindingEntry,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    LineEntry,
)
from app.domain.line import Entity, EntityKind
from app.services.configuration_file import ConfigurationError, parse_text, read, write
from tests.helpers.desk import DATA, REGISTRATION

SHOP = LineEntry(
    42,
    "Shop",
    {
        "ACTIVE": True,
        "WELCOME_MESSAGE": True,
        "WELCOME_MESSAGE_TEXT": "Hello!\nWe answer soon: 9:00 – 18:30 # not a comment",
        "WORKTIME_FROM": 540,
        "WORKTIME_DAYOFF": ("SA", "SU"),
        "WORKTIME_HOLIDAYS": ("01.01", "25.12"),
        "QUEUE_TIME": 60,
        "QUEUE_TYPE": "evenly",
        "LANGUAGE_ID": "no",
    },
    (Entity(EntityKind.USER, 7), Entity(EntityKind.DEPARTMENT, 3)),
)
WHOLE = Configuration(
    "0b7c4e0d",
    (SHOP, LineEntry(57, "no", {}, None)),
    (ConnectorEntry(REGISTRATION, (ChannelEntry(42, DATA), ChannelEntry(57))),),
    (BindingEntry("ONIMCONNECTORMESSAGEADD"), BindingEntry("ONAPPTEST", "https://lamp.example/h")),
)

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=60
).map(lambda each: each.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " "))


def problems(text: str) -> list[tuple[int, str]]:
    """Line and broken rule of everything that is wrong."""
    with pytest.raises(ConfigurationError) as told:
        parse_text(text)
    return [(x.line, f"{x.rule.field} {x.rule.code} {x.rule.hint}") for x in told.value.problems]


def test_what_is_written_is_read_again():
    assert parse_text(write(WHOLE)) == WHOLE


def test_parts_that_are_not_named_stay_unnamed():
    bare = Configuration("", (LineEntry(42, "Shop"),))
    assert parse_text("version: 1\nlines:\n  - id: 42\n    name: Shop\n") == bare


@given(text=texts, name=texts.map(str.strip).filter(lambda each: each and "\n" not in each))
def test_any_text_survives_the_file(text, name):
    line = LineEntry(42, name[:200].strip(), {"CLOSE_TEXT": text})
    assert parse_text(write(Configuration("", (line,)))) == Configuration("", (line,))


@given(st.text(max_size=300))
def test_any_other_text_is_refused_by_line(text):
    try:
        parse_text(text)
    except ConfigurationError as error:
        assert all(each.line >= 1 for each in error.problems)
        assert str(error)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "FILE_NO_MAPPING"),
        ("- 1", 1, "FILE_NO_MAPPING"),
        ("version: 1\nlines: [\n", 3, "FILE_NOT_YAML expected the node content"),
        ("version: 2\n", 1, "2 FILE_VERSION 1"),
        ("lines: []\n", 1, "version FILE_MISSING"),
        ("version: 1\ncolour: red\n", 1, "colour FILE_UNKNOWN"),
        ("version: 1\nlines:\n  - id: x\n    name: Shop\n", 3, "FILE_SHAPE Expected `int`"),
        ("a: &x 1\nb: *x\n", 2, "FILE_ALIAS"),
        ('version: 1\nportal: "\\ud800"\n', 2, "FILE_HALF_CHARACTER"),
        ('version: 1\nportal: "\\UFFFFFFFF"\n', 2, "FILE_ESCAPE"),
        ('version: 1\nportal: "\\U00110000"\n', 2, "FILE_ESCAPE"),
        ("version: 1\nversion: 1\n", 2, "version FILE_TWICE"),
        ("version: 1\nlines:\n  - {id: 1, name: A, settings: {B: 1, B: 2}}\n", 3, "B FILE_TWICE"),
        ("version: 1\nlines:\n  - id: -5\n    name: A\n", 3, "id FILE_SHAPE Expected `int` >= 1"),
        (
            f"version: 1\nlines:\n  - id: {'9' * 30}\n    name: A\n",
            3,
            "id FILE_SHAPE Expected `int`",
        ),
        (
            f"version: 1\nlines:\n  - id: {'9' * 5000}\n    name: A\n",
            3,
            "FILE_SHAPE Integer",
        ),
        ("version: 1\nlines: " + "[" * 100_000, 2, "FILE_DEPTH"),
        ("{a: " * 75_000, 1, "FILE_DEPTH"),
        ("\n".join(" " * depth + "a:" for depth in range(900)), 51, "FILE_DEPTH"),
        ("version: 1\n" + "a: b\n" * 150_000, 25_000, "FILE_ENTRIES"),
        ("version: " + "1" * 4_000_000, 1, "FILE_LARGE"),
    ],
)
def test_a_file_of_the_wrong_shape_is_told_by_line(text, line, words):
    (found,) = problems(text)
    assert found[0] == line
    assert words in found[1]


@pytest.mark.skipif(os.name != "posix", reason="needs a device")
def test_a_file_without_an_end_is_not_read_to_it():
    with pytest.raises(ConfigurationError) as told:
        read(Path("/dev/zero"))

    assert told.value.problems[0].line == 1


LINE = "version: 1\nlines:\n  - id: 42\n    name: Shop\n"
CONNECTOR = """version: 1
connectors:
  - id: acme_shopchat
    name: Shop
    handler: https://lamp.example/settings
    icon:
      image: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
"""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (LINE + "    settings:\n      NO_SUCH: 1\n", 6, "NO_SUCH FILE_SETTING"),
        (LINE + "    settings:\n      ACTIVE: maybe\n", 6, "ACTIVE FILE_FLAG"),
        (
            LINE + "    settings:\n      QUEUE_TYPE: lottery\n",
            6,
            "FILE_CHOICE evenly, strictly, all",
        ),
        (LINE + "    settings:\n      WORKTIME_FROM: 25:00\n", 6, "CLOCK"),
        (LINE + "    settings:\n      WORKTIME_DAYOFF: [XX]\n", 6, "WORKTIME_DAYOFF FILE_DAYS"),
        (LINE + "    settings:\n      QUEUE_TIME: soon\n", 6, "NUMBER"),
        (LINE + "    queue:\n      - boss\n", 6, "FILE_QUEUE_ENTRY"),
        (LINE + f"    queue:\n      - user {'9' * 5000}\n", 6, "FILE_QUEUE_ENTRY"),
        (LINE + "  - id: 42\n    name: Again\n", 5, "42 FILE_TWICE"),
        (CONNECTOR.replace("acme_shopchat", "Acme.chat"), 3, "ID_DOT"),
        (CONNECTOR.replace("https://lamp.example/settings", "nowhere"), 5, "HANDLER_NOT_HTTP"),
        (CONNECTOR + "    flags:\n      CHAT: true\n", 9, "CHAT FILE_SWITCH"),
        (CONNECTOR + "      color: red\n", 8, "COLOR"),
        (CONNECTOR + "    lines:\n      - line: 42\n", 9, "42 FILE_LINE"),
        ("version: 1\nbindings:\n  - event: on app\n", 3, "ON APP FILE_EVENT"),
        ("version: 1\nbindings:\n  - event: A_B\n    handler: ftp://x\n", 4, "HANDLER_NOT_HTTP"),
    ],
)
def test_a_value_that_breaks_a_rule_is_told_by_line(text, line, words):
    (found,) = problems(text)
    assert found[0] == line
    assert words in found[1]


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    found = problems(LINE + "    settings:\n      QUEUE_TIME: soon\n      ACTIVE: maybe\n")
    assert [line for line, _ in found] == [6, 7]
