"""What was found stands in its line, however long the text is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import Attachment, Author, DialogId, Message
from app.domain.query import parse_query
from app.ui.search.excerpts import Excerpts
from tests.helpers.hostile_texts import HOSTILE_TEXTS

LONG = "We looked everywhere in the shop, and in the end the lamp stood behind the brass one"


def message(text, author=Author.CUSTOMER, **more):
    return Message(DialogId(1), 0, author, "Anna Kovaleva", text, datetime.now(UTC), **more)


@pytest.mark.parametrize(
    ("text", "query", "shown", "found"),
    [
        ("Is the lamp here?", "lamp", "Anna: Is the lamp here?", ["lamp"]),
        (LONG, "lamp", "Anna: …end the lamp stood behind the brass one", ["lamp"]),
        (LONG, "one", "Anna: … lamp stood behind the brass one", ["one"]),
        ("Ёлка\n\nи ещё", "еще", "Anna: Ёлка и ещё", ["ещё"]),
        ("İİİ lamp", "lamp", "Anna: İİİ lamp", ["lamp"]),
    ],
)
def test_the_words_around_are_shown_and_the_place_is_marked(qtbot, text, query, shown, found):
    line = Excerpts().of(message(text), parse_query(query))

    assert line.text == shown
    assert [line.text[start:end] for start, end in line.places] == found


def test_names_of_files_stand_behind_the_text(qtbot):
    file = Attachment("cracked-shade.jpg", "https://lamp.example/1")
    line = Excerpts().of(message("Look", attachments=(file,)), parse_query("cracked"))

    assert line.text == "Anna: Look cracked-shade.jpg"
    assert line.places


def test_a_note_reads_as_in_the_transcript(qtbot):
    note = message("session-started:2051", Author.SYSTEM)

    assert "2051" in Excerpts().around(note)
    assert "session-started" not in Excerpts().around(note)


@pytest.mark.parametrize("author", list(Author)[:3])
@given(query=st.sampled_from(("a", "http", "lamp", "скрипт", '"a b"')), text=st.data())
def test_hostile_texts_are_one_line_with_places_inside_it(author, query, text):
    line = Excerpts().of(
        message(text.draw(st.sampled_from(HOSTILE_TEXTS)), author), parse_query(query)
    )

    assert "\n" not in line.text
    assert all(0 <= start < end <= len(line.text) for start, end in line.places)
