"""What is asked for each of many rows reads neither a whole table nor a whole dialog."""

import pytest

from app.domain.resolving import read_clues
from app.services import delivery_health, session_facts
from app.services.journal import Journal
from app.services.known_ids import hits
from app.services.notes import NoteKind
from app.services.transcript import Transcript

QUERIES = {
    "rows of a batch": "SELECT 1 FROM event WHERE batch = 7",
    "deliveries of a row": "DELETE FROM forward WHERE event = 7",
}
#: What the figures of a short time ask for, and the table of which they read that time alone.
OF_FIGURES = {
    "dialogs of a time": (session_facts.DIALOGS, "message"),
    "messages of a time": (delivery_health.MESSAGES, "m"),
    "calls of a time": (delivery_health.CALLS, "m"),
    "rows told twice": (delivery_health.DUPLICATES, "e"),
}
OF_TRANSCRIPT = {
    "our own ids": lambda transcript: transcript.by_external_ids(7, ("m-1",)),
    "notes": lambda transcript: transcript.has_note(7, NoteKind.SESSION_FINISHED, 5),
    "the portal's number": lambda transcript: transcript.by_im(7, 5),
}


@pytest.fixture
async def journal(tmp_path):
    journal = await Journal.open(tmp_path / "journal.sqlite")
    yield journal
    await journal.close()


def ways(sql, conn):
    asked = ("2026-07-14",) * sql.count("?")
    return [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {sql}", asked)]


@pytest.mark.parametrize("sql", QUERIES.values(), ids=QUERIES)
async def test_a_row_is_found_by_an_index(journal, sql):
    found = await journal.run(lambda conn: ways(sql, conn))

    assert found
    assert not [way for way in found if way.startswith("SCAN")]


@pytest.mark.parametrize(("sql", "table"), OF_FIGURES.values(), ids=OF_FIGURES)
async def test_figures_of_a_day_read_that_day_alone(journal, sql, table):
    found = await journal.run(lambda conn: ways(sql, conn))

    assert [way for way in found if way.startswith(f"SEARCH {table} ")]
    assert not [way for way in found if way.startswith((f"SCAN {table}", "SCAN b"))]


@pytest.mark.parametrize("ask", OF_TRANSCRIPT.values(), ids=OF_TRANSCRIPT)
async def test_a_message_is_found_by_an_index_that_holds_little_else(journal, ask):
    def asked(conn):
        heard = []
        conn.set_trace_callback(heard.append)
        ask(Transcript(conn))
        conn.set_trace_callback(None)
        return [way for sql in heard for way in ways(sql, conn)]

    found = [way for way in await journal.run(asked) if "message" in way]

    assert found
    assert not [way for way in found if "USING INDEX" not in way]


async def test_whatever_is_pasted_is_looked_up_without_reading_a_whole_table(journal):
    def asked(conn):
        heard = []
        conn.set_trace_callback(heard.append)
        hits(read_clues("4711"), 20, conn)
        conn.set_trace_callback(None)
        return [way for sql in heard for way in ways(sql, conn)]

    found = await journal.run(asked)

    assert len(found) >= 5
    scans = [way for way in found if way.startswith("SCAN")]
    assert all("message_ids" in way for way in scans), "only messages with several ids are read"
