"""The journal is looked through in the background, and its log stays short."""

import asyncio
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import pytest

from app.services import journal_file, upkeep
from app.services.dialogs import Dialogs
from app.services.failures import JournalDamaged
from app.services.journal import Journal
from app.services.journal_file import LOG_LIMIT
from app.services.retention import Retention
from app.services.upkeep import CHECK_EVERY, Upkeep

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CHANGE = "UPDATE draft SET text = ? WHERE author = ?"


@pytest.fixture
async def open_journal(tmp_path):
    opened = []

    async def make(path=tmp_path / "journal.sqlite"):
        journal = await Journal.open(path)
        opened.append(journal)
        return journal

    yield make
    for journal in opened:
        with suppress(RuntimeError):  # closed by the test
            await journal.close()


async def kept_up(journal, now=NOW):
    dialogs = await Dialogs.load(journal)
    return Upkeep(journal, Retention(journal, dialogs, lambda: now), lambda: now)


def checked_at(conn):
    row = conn.execute("SELECT value FROM setting WHERE name = 'checked_at'").fetchone()
    return row and row[0]


def put(conn):
    conn.executemany(
        "INSERT INTO draft VALUES (?, ?, ?)", [(1, f"author {n}", "text" * 50) for n in range(500)]
    )


async def filled(open_journal):
    journal = await open_journal()
    await (await Dialogs.load(journal)).write(lambda t: t.begin("acme", 42, "chat", "u", "Anna"))
    await journal.run(put)
    return journal


async def running_once(work, until, condition):
    task = asyncio.get_running_loop().create_task(work.run())
    try:
        await until(lambda: task.done() or condition())
        if task.done():
            await task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, JournalDamaged):
            await task


async def test_a_new_file_is_looked_through_once_and_not_again_at_the_next_start(
    open_journal, monkeypatch
):
    looked = []
    monkeypatch.setattr(upkeep, "check_wholly", lambda path, _: looked.append(path))
    work = await kept_up(await open_journal())

    for _ in range(3):
        if await work._is_due():
            await work.check()

    assert len(looked) == 1


@pytest.mark.parametrize(
    ("later", "due"),
    [
        (timedelta(hours=1), False),
        (CHECK_EVERY + timedelta(hours=1), True),
        (-timedelta(days=400), True),  # the clock was wrong once
    ],
)
async def test_a_file_is_looked_through_again_after_some_days(open_journal, later, due):
    journal = await open_journal()
    await (await kept_up(journal)).check()

    assert await (await kept_up(journal, NOW + later))._is_due() is due


async def test_a_file_that_was_not_closed_is_looked_through_at_once(open_journal, tmp_path):
    journal = await filled(open_journal)
    await (await kept_up(journal)).check()
    shutil.copytree(tmp_path, tmp_path / "crashed")

    crashed = await open_journal(tmp_path / "crashed" / "journal.sqlite")

    assert crashed.was_left_open
    assert await (await kept_up(crashed))._is_due()


async def test_damage_that_is_found_later_is_told(open_journal, monkeypatch, until):
    monkeypatch.setattr(journal_file, "SMALL", 0)
    journal = await filled(open_journal)
    await journal.close()
    with closing(sqlite3.connect(journal.path)) as conn:
        (root,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'gap'").fetchone()
    with journal.path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)

    work = await kept_up(await open_journal())

    with pytest.raises(JournalDamaged):
        await running_once(work, until, lambda: False)


async def test_an_index_that_does_not_fit_its_table_is_made_anew(open_journal):
    journal = await filled(open_journal)
    await journal.run(
        lambda c: c.execute(
            "INSERT INTO person (id, name, admin, bot, read_at) VALUES (1, 'a', 0, 0, '')"
        )
    )
    await journal.close()
    with closing(sqlite3.connect(journal.path)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("INSERT INTO dialog (connector, line, chat, user, name, state, portal_chat) "
                     "VALUES ('a', 1, 'c', 'u', 'n', 'new', 7)")  # fmt: skip
        conn.execute("UPDATE sqlite_schema SET sql = replace(sql, '(portal_chat)', '(line)') "
                     "WHERE name = 'dialog_portal_chat'")  # fmt: skip
        conn.commit()
    journal = await open_journal()

    await (await kept_up(journal)).check()

    said = await journal.run(lambda c: c.execute("PRAGMA integrity_check").fetchall())
    assert said == [("ok",)]


async def test_who_ends_the_program_does_not_wait_for_the_look(open_journal, monkeypatch, until):
    journal = await filled(open_journal)
    begun = []
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )

    def look(_path, connection):
        begun.append(True)
        connection.execute(endless).fetchone()

    monkeypatch.setattr(upkeep, "check_wholly", look)
    work = await kept_up(journal)

    await running_once(work, until, lambda: begun)

    assert await journal.run(checked_at) is None


async def test_the_log_stays_short_however_much_is_written(open_journal):
    journal = await filled(open_journal)
    for number in range(300):
        await journal.run(
            lambda c, n=number: c.execute(
                "UPDATE draft SET text = ? WHERE author = ?", ("x" * 100_000, f"author {n}")
            )
        )

    log = journal.path.with_name(f"{journal.path.name}-wal")
    assert log.stat().st_size <= LOG_LIMIT


async def test_a_log_that_a_reader_made_long_is_cut_when_the_reader_is_gone(open_journal):
    journal = await filled(open_journal)
    log = journal.path.with_name(f"{journal.path.name}-wal")
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM draft").fetchone()
        for number in range(200):
            text = ("x" * 100_000, f"author {number}")
            await journal.run(lambda c, t=text: c.execute(CHANGE, t))
        assert log.stat().st_size > LOG_LIMIT

    for number in range(5):
        text = ("y" * 100_000, f"author {number}")
        await journal.run(lambda c, t=text: c.execute(CHANGE, t))

    assert log.stat().st_size <= LOG_LIMIT


async def test_what_a_killed_export_left_in_the_portals_folder_is_taken_away(
    open_journal, tmp_path, until
):
    (tmp_path / "workbook").mkdir()
    (tmp_path / "workbook" / "names").write_text("Anna")

    upkeep = await kept_up(await open_journal())

    await running_once(upkeep, until, lambda: not (tmp_path / "workbook").exists())
