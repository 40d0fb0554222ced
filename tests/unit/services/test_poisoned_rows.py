"""A row that cannot be applied is set aside, is seen, and can be tried again."""

import json
import sqlite3

import pytest

from app.bitrix.events import Batch, QueueRow
from app.services.applying import Applier
from app.services.failures import JournalFull
from app.services.saved_rows import SHOWN
from tests.helpers.desk import CONNECTOR, LINE, messages, written

ADDED = "ONIMCONNECTORMESSAGEADD"


def row(number, text, *, im=None, chat="conv-1"):
    """A row of the queue in which an operator writes one message."""
    item = {
        "im": {"chat_id": 7, "message_id": im or 1000 + number},
        "message": {"user_id": 0, "text": text},
        "chat": {"id": chat},
    }
    data = {"CONNECTOR": CONNECTOR, "LINE": LINE, "DATA": [item]}
    raw = json.dumps({"ID": number, "EVENT_NAME": ADDED, "EVENT_DATA": data}).encode()
    return QueueRow(number, ADDED, f"hash-{number}", "", False, raw)


@pytest.fixture
def poison(monkeypatch):
    """Rows whose text holds this word break whoever applies them, half way through."""
    armed = {"poison": RuntimeError("not armed")}
    real = Applier.apply

    def apply(applier, transcript, queued):
        reason = real(applier, transcript, queued)
        if armed and any("poison" in getattr(event, "text", "") for event in queued.events):
            raise armed["poison"]
        return reason

    monkeypatch.setattr(Applier, "apply", apply)
    armed["poison"] = ValueError("spoiled")
    return armed


async def texts(desk):
    return [m.text for d in desk.dialogs.all() for m in await messages(desk, d.id)]


async def taken(desk, *rows):
    inbox = desk.inbox
    await inbox.save(Batch("", tuple(rows)))
    return await inbox.apply_waiting()


async def test_a_row_that_breaks_its_reader_keeps_no_other_back(quiet, poison):
    applied = await taken(quiet, row(1, "one"), row(2, "poison"), row(3, "three"))

    assert (applied.rows, applied.unreadable) == (3, 1)
    assert await texts(quiet) == ["one", "three"]


async def test_what_a_broken_row_had_begun_is_seen_nowhere(quiet, poison):
    changed = []
    quiet.dialogs.message_changed.connect(lambda change: changed.append(change.message.text))
    quiet.dialogs.dialog_changed.connect(lambda dialog: changed.append(dialog.chat))

    await taken(quiet, row(1, "poison", chat="never-heard-of"))

    assert changed == []
    assert quiet.dialogs.all() == ()
    assert await texts(quiet) == []


async def test_a_row_set_aside_is_listed_with_its_reason_and_its_content(quiet, poison):
    bad = row(2, "poison")

    await taken(quiet, row(1, "one"), bad)

    (listed,) = await quiet.inbox.unreadable()
    assert (listed.name, listed.raw) == (ADDED, bad.raw)
    assert "spoiled" in listed.reason


async def test_a_row_tried_again_by_a_better_program_is_applied_once(quiet, poison):
    await taken(quiet, row(1, "one"), row(2, "poison"))
    (listed,) = await quiet.inbox.unreadable()
    poison.clear()

    applied = await quiet.inbox.retry([listed.id])
    again = await quiet.inbox.retry([listed.id])

    assert (applied.rows, applied.unreadable) == (1, 0)
    assert again.rows == 0
    assert await texts(quiet) == ["one", "poison"]
    assert await quiet.inbox.unreadable() == ()


async def test_a_row_that_fails_again_stays_aside(quiet, poison):
    await taken(quiet, row(2, "poison"))
    (listed,) = await quiet.inbox.unreadable()

    applied = await quiet.inbox.retry([listed.id])

    assert applied.unreadable == 1
    assert len(await quiet.inbox.unreadable()) == 1


async def test_a_full_disk_is_no_fault_of_the_row(quiet, poison):
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    poison["poison"] = full

    with pytest.raises(JournalFull):
        await taken(quiet, row(1, "one"), row(2, "poison"))
    assert await quiet.inbox.unreadable() == ()
    poison.clear()

    await quiet.inbox.apply_waiting()

    assert await texts(quiet) == ["one", "poison"]


async def test_rows_are_told_by_number_once_their_fate_is_on_disk(quiet, poison):
    told = []
    quiet.inbox.committed.connect(told.append)

    await taken(quiet, row(1, "one"), row(2, "poison"), row(3, "three"))

    assert told == [(1, 2, 3)]


async def test_a_row_keeps_from_where_it_came(quiet):
    inbox = quiet.inbox
    await inbox.save(Batch("", (row(1, "one"),)), source="history")

    found = await quiet.journal.run(lambda c: c.execute("SELECT source FROM event").fetchall())

    assert found == [("history",)]


@pytest.mark.parametrize("text", ["\ud800 half a character", "nul \x00 inside", "x" * 200_000])
async def test_texts_that_no_disk_likes_hold_nothing_up(quiet, text):
    applied = await taken(quiet, row(1, text), row(2, "two"))

    assert applied.rows == 2
    assert (await texts(quiet))[-1] == "two"


async def test_a_number_too_large_for_the_disk_spoils_its_own_row_alone(quiet):
    applied = await taken(quiet, row(1, "one", im=10**30), row(2, "two"))

    assert applied.rows == 2
    assert "two" in await texts(quiet)


async def test_sending_goes_on_beside_a_row_that_was_set_aside(quiet, poison):
    await taken(quiet, row(1, "poison"))

    dialog = await written(quiet)

    assert [m.text for m in await messages(quiet, dialog)] == ["Hello"]


async def test_of_very_many_rows_set_aside_the_newest_are_listed(quiet):
    def fill(conn):
        conn.execute(
            "INSERT INTO batch (id, process, read_at) VALUES (1, '', '2026-01-02T00:00:00+00:00')"
        )
        conn.executemany(
            "INSERT INTO event (batch, row, name, message_id, raw, applied, unreadable) "
            "VALUES (1, ?, 'ONWHATEVER', '', X'7B7D', 1, 'nobody knows it')",
            [(number,) for number in range(SHOWN + 7)],
        )
        return conn.execute("SELECT max(id) FROM event").fetchone()[0]

    newest = await quiet.journal.run(fill)
    listed = await quiet.inbox.unreadable()

    assert [row.id for row in listed] == list(range(newest - SHOWN + 1, newest + 1))
