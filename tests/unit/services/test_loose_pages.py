"""Rows on pages that no way leads to: whatever stands there, nothing breaks."""

import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.loose_pages import Shape, loose_rows

SHAPES = {
    "numbered": Shape((("id", "INTEGER", False), ("text", "TEXT", False)), 2, numbered=True),
    "named": Shape((("a", "INTEGER", False), ("b", "TEXT", True)), 2, numbered=False),
}
ROWS = [(1, "short"), (2, "long " * 5000), (300, "ü👋"), (2**40, "")]


def written(path):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA page_size = 4096")
        conn.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY, text TEXT)")
        conn.execute("CREATE TABLE named (a INTEGER PRIMARY KEY, b TEXT) WITHOUT ROWID")
        for table in ("numbered", "named"):
            conn.executemany(f"INSERT INTO {table} VALUES (?, ?)", ROWS)
        conn.commit()
    return path


def test_every_row_of_a_sound_file_is_found_with_its_table(tmp_path):
    found = list(loose_rows(written(tmp_path / "f"), SHAPES))

    for table in SHAPES:
        assert [values for name, values in found if name == table] == ROWS


@given(garbage=st.binary(min_size=1, max_size=300), at=st.integers(0, 40_000))
@settings(max_examples=80, deadline=None)
def test_garbage_anywhere_breaks_nothing(tmp_path_factory, garbage, at):
    path = written(tmp_path_factory.mktemp("loose") / "f")
    with path.open("r+b") as file:
        file.seek(min(at, path.stat().st_size - len(garbage)))
        file.write(garbage)

    for name, values in loose_rows(path, SHAPES):
        assert SHAPES[name].fits(values)


@given(content=st.binary(max_size=9000))
@settings(max_examples=50, deadline=None)
def test_a_file_of_anything_is_read_to_its_end(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "f"
    path.write_bytes(content)

    assert all(SHAPES[name].fits(values) for name, values in loose_rows(path, SHAPES))
