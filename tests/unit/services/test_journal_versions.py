"""Every old journal is brought to the present version, and a failure leaves it as it was.

`journal_version_1.sql` is what the program of version 1 had written: dialogs, an edited and a
deleted message, a draft, a call that waits and a row that was set aside.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.services import schema
from app.services.backup import KEPT, back_up, backups
from app.services.dialogs import Dialogs
from app.services.failures import JournalFailed, JournalFull
from app.services.journal import Journal

VERSION_1 = Path(__file__).with_name("journal_version_1.sql").read_text("utf-8")
TEXTS = """SELECT author, text, edits != '[]', deleted_at IS NOT NULL FROM message
WHERE delivery != 'none' ORDER BY dialog, position"""
WRITTEN = [
    ("customer", "Is the blue lamp in stock?", 0, 0),
    ("operator", "Yes, three of them", 1, 0),
    ("operator", "Wrong chat, sorry", 0, 1),
    ("customer", "not sent yet", 0, 0),
    ("customer", "Здравствуйте 👋\nдве строки", 0, 0),
]


@pytest.fixture
def old(tmp_path):
    """A journal of version 1."""
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(VERSION_1)
    return path


def version(path):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("PRAGMA user_version").fetchone()[0]


def texts(path):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(TEXTS).fetchall()


async def opened_and_closed(path):
    journal = await Journal.open(path)
    dialogs = await Dialogs.load(journal)
    await journal.close()
    return dialogs


@pytest.fixture
def broken_step(monkeypatch):
    """The step to the present version fails after half of it."""
    half = "CREATE TABLE half (a); DELETE FROM message; SELECT * FROM nowhere;"
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS[:-1], half))


async def test_what_version_1_wrote_is_all_there_afterwards(old):
    dialogs = await opened_and_closed(old)

    assert version(old) == schema.VERSION
    assert texts(old) == WRITTEN
    assert {each.chat: each.count for each in dialogs.all()} == {"conv-1": 5, "conv-2": 2}
    with closing(sqlite3.connect(old)) as conn:
        assert conn.execute("SELECT count(*) FROM job WHERE kind = 'send'").fetchone() == (1,)
        assert conn.execute("SELECT text FROM draft").fetchall() == [("half a sent",)]
        assert conn.execute("SELECT DISTINCT source FROM event").fetchall() == [("queue",)]
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


async def test_who_was_answered_already_is_known_after_an_update(tmp_path):
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript("".join(schema._STEPS[:2]) + "PRAGMA user_version = 2;")
        conn.execute(
            "INSERT INTO dialog (id, connector, line, chat, user, name, state, session, operator, "
            "last_author, last_at) VALUES (1, 'acme', 42, 'c', 'u', 'Anna', 'open', 12, 'Ann', "
            "'operator', '2026-07-14T12:04:00+00:00')"
        )
        said = (
            ("system", "none", "session-started:11", 0),
            ("operator", "delivered", "of the session before", 1),
            ("system", "none", "session-started:12", 2),
            ("operator", "delivered", "first", 3),
            ("operator", "delivered", "second", 4),
        )
        for position, (author, delivery, text, minute) in enumerate(said):
            row = (position, author, text, f"2026-07-14T12:0{minute}:00+00:00", delivery)
            conn.execute(
                "INSERT INTO message (dialog, position, author, author_name, text, at, delivery) "
                "VALUES (1, ?, ?, 'Oleg', ?, ?, ?)",
                row,
            )
        conn.commit()

    (dialog,) = (await opened_and_closed(path)).all()

    assert (dialog.opened_at.minute, dialog.answered_at.minute) == (2, 3)
    assert (dialog.operator, dialog.last_by) == ("Ann", "Oleg")


async def test_who_has_a_dialog_is_known_by_number_where_one_person_alone_has_the_name(tmp_path):
    path = tmp_path / "journal.sqlite"
    people = {7: "Oleg", 8: "Ann", 9: "Ann", 10: "Mia", 11: "Robot"}
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript("".join(schema._STEPS[:3]) + "PRAGMA user_version = 3;")
        for number, name in people.items():
            row = (number, name, number == 11)
            conn.execute("INSERT INTO person VALUES (?, ?, 0, ?, '')", row)
        has = ("Oleg", "Ann", "Mia", "Robot", "", "Olga", "Nobody")
        for place, operator in enumerate(has, start=1):
            conn.execute(
                "INSERT INTO dialog (id, connector, line, chat, user, name, state, operator) "
                "VALUES (?, 'acme', 42, ?, 'u', 'Mia', 'open', ?)",
                (place, f"c{place}", operator),
            )
        conn.execute(
            "INSERT INTO message (dialog, position, author, author_name, text, at, delivery, "
            "author_id) VALUES (1, 0, 'operator', 'Olga', 'Yes', '2026-07-14', 'read', 12)"
        )
        conn.commit()

    dialogs = (await opened_and_closed(path)).all()

    assert {each.operator: each.operator_id for each in dialogs if each.operator_id} == {
        "Oleg": 7,
        "Olga": 12,
    }


async def test_a_copy_of_the_old_one_lies_beside_it(old):
    await opened_and_closed(old)

    (copy,) = backups(old)
    assert "version-1" in copy.name
    assert (version(copy), texts(copy)) == (1, WRITTEN)


async def test_a_copy_is_read_by_nobody_else(old):
    await opened_and_closed(old)

    assert [each.stat().st_mode & 0o777 for each in backups(old)] == [0o600]


async def test_a_new_or_present_journal_is_not_copied(tmp_path):
    await opened_and_closed(tmp_path / "journal.sqlite")
    await opened_and_closed(tmp_path / "journal.sqlite")

    assert backups(tmp_path / "journal.sqlite") == []


def test_only_the_newest_copies_stay(old):
    with closing(sqlite3.connect(old)) as conn:
        made = []
        for number in range(KEPT + 2):
            made.append(back_up(conn, old, 1))
            made[-1] = made[-1].rename(made[-1].with_name(f"journal-version-1-{number}.backup"))
        back_up(conn, old, 1)

    kept = backups(old)
    assert len(kept) == KEPT
    assert made[0] not in kept


async def test_a_step_that_fails_leaves_the_old_journal_as_it_was(old, broken_step):
    with pytest.raises(JournalFailed) as caught:
        await Journal.open(old)

    assert caught.value.problem.code == "JOURNAL_NOT_MIGRATED"
    assert backups(old)[0].name in caught.value.problem.text
    assert (version(old), texts(old)) == (1, WRITTEN)


async def test_it_is_brought_up_by_a_better_program_afterwards(old, monkeypatch):
    with monkeypatch.context() as worse:
        worse.setattr(schema, "_STEPS", (*schema._STEPS[:-1], "SELECT * FROM nowhere;"))
        with pytest.raises(JournalFailed):
            await Journal.open(old)

    await opened_and_closed(old)

    assert (version(old), texts(old)) == (schema.VERSION, WRITTEN)


async def test_the_copy_goes_back_when_an_earlier_step_was_already_done(old, monkeypatch):
    steps = (*schema._STEPS, "DELETE FROM message;", "SELECT * FROM nowhere;")
    monkeypatch.setattr(schema, "_STEPS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))

    with pytest.raises(JournalFailed):
        await Journal.open(old)

    assert (version(old), texts(old)) == (1, WRITTEN)


async def test_without_room_for_the_copy_nothing_is_changed(old, monkeypatch):
    def full(*_):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("app.services.backup.private_file", full)

    with pytest.raises(JournalFull):
        await Journal.open(old)

    assert (version(old), texts(old), backups(old)) == (1, WRITTEN, [])


async def test_two_programs_that_bring_up_one_journal_do_it_once(old):
    both = await asyncio.gather(Journal.open(old), Journal.open(old))
    for journal in both:
        await journal.close()

    assert (version(old), texts(old)) == (schema.VERSION, WRITTEN)
    assert len(backups(old)) == 1
