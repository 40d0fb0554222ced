"""The journal's file, thread and transactions."""

import asyncio
import sqlite3
import threading
from contextlib import asynccontextmanager

import pytest

from app.services.failures import JournalFailed, JournalFull
from app.services.journal import Journal
from app.services.schema import VERSION


@asynccontextmanager
async def opened(path):
    journal = await Journal.open(path)
    try:
        yield journal
    finally:
        await journal.close()


def put(name, value="x"):
    return lambda conn: conn.execute("INSERT INTO setting VALUES (?, ?)", (name, value))


def names(conn):
    return [row[0] for row in conn.execute("SELECT name FROM setting ORDER BY name")]


def fill_up(conn):
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")


def make_room(conn):
    conn.execute("PRAGMA max_page_count = 1000000")


async def test_what_was_written_is_there_after_reopening(tmp_path):
    path = tmp_path / "deep" / "journal.sqlite"
    async with opened(path) as journal:
        await journal.run(put("a"))

    async with opened(path) as journal:
        assert await journal.run(names) == ["a"]


async def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path):
    def work(conn):
        put("a")(conn)
        raise LookupError("in the middle")

    async with opened(tmp_path / "j") as journal:
        with pytest.raises(LookupError):
            await journal.run(work)

        assert await journal.run(names) == []


async def test_everything_runs_in_one_thread_that_is_not_the_loops(tmp_path):
    async with opened(tmp_path / "j") as journal:
        threads = {await journal.run(lambda _: threading.get_ident()) for _ in range(5)}

    assert len(threads) == 1
    assert threads != {threading.get_ident()}


async def test_a_full_disk_is_named_and_takes_everything_back(tmp_path):
    async with opened(tmp_path / "j") as journal:
        await journal.run(fill_up)
        with pytest.raises(JournalFull) as caught:
            await journal.run(put("big", "x" * 1_000_000))

        assert caught.value.problem.code == "DISK_FULL"
        assert await journal.run(names) == []


async def test_writing_goes_on_as_soon_as_there_is_room_again(tmp_path):
    async with opened(tmp_path / "j") as journal:
        await journal.run(fill_up)
        with pytest.raises(JournalFull):
            await journal.run(put("big", "x" * 1_000_000))
        await journal.run(make_room)

        await journal.run(put("big", "x" * 1_000_000))

        assert await journal.run(names) == ["big"]


async def test_what_is_on_disk_is_told_even_when_the_caller_gave_up(tmp_path, until):
    told = []
    begun = threading.Event()
    release = threading.Event()

    def slow(conn):
        begun.set()
        release.wait(10)
        put("a")(conn)
        return "written"

    async with opened(tmp_path / "j") as journal:
        caller = asyncio.get_running_loop().create_task(journal.run(slow, told.append))
        await until(begun.is_set)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        release.set()
        await until(lambda: told)

        assert told == ["written"]
        assert await journal.run(names) == ["a"]


async def test_nothing_is_told_of_a_transaction_that_failed(tmp_path):
    told = []
    async with opened(tmp_path / "j") as journal:
        with pytest.raises(JournalFailed):
            await journal.run(lambda conn: conn.execute("SELECT * FROM nowhere"), told.append)

        assert await journal.run(names) == []

    assert told == []


async def test_a_file_of_a_newer_program_is_left_alone(tmp_path):
    path = tmp_path / "j"
    with sqlite3.connect(path) as conn:
        conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    conn.close()

    with pytest.raises(JournalFailed) as caught:
        await Journal.open(path)

    assert caught.value.problem.code == "JOURNAL_NEWER"


async def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "j"
    path.write_bytes(b"not a database, " * 100)

    with pytest.raises(JournalFailed) as caught:
        await Journal.open(path)

    assert caught.value.problem.code == "JOURNAL_DAMAGED"


async def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(JournalFailed):
        await Journal.open(tmp_path / "file" / "journal.sqlite")


async def test_a_closed_journal_refuses_work(tmp_path):
    async with opened(tmp_path / "j") as journal:
        pass

    with pytest.raises(RuntimeError):
        await journal.run(names)
