"""Whatever can still be read of a damaged journal is saved, and what is lost is told."""

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.dialog import Author, Delivery, Message
from app.services.dialogs import Dialogs
from app.services.failures import JournalDamaged, JournalFailed, JournalFull
from app.services.journal import Journal
from app.services.journal_file import was_left_open
from app.services.notes import NoteKind, read_note
from app.services.salvage import look, take_over

PAGE = 4096
DIALOGS, MESSAGES = 12, 150
START = datetime(2026, 5, 1, tzinfo=UTC)


def fill(transcript):
    """Some dialogs with messages of mixed length, and a raw row for each."""
    conn = transcript.conn
    conn.execute("INSERT INTO batch VALUES (1, '', '2026-05-01T00:00:00.000000+00:00')")
    for number in range(DIALOGS):
        dialog = transcript.begin("acme", 42, f"chat-{number}", f"u-{number}", f"Client {number}")
        for each in range(MESSAGES):
            at = START + timedelta(minutes=each)
            text = f"{number}/{each} " + "word " * (each % 40)
            author = Author.OPERATOR if each % 3 else Author.CUSTOMER
            transcript.append(
                Message(dialog.id, 0, author, "Ann Lee", text, at, Delivery.RECEIVED, im=each)
            )
            row = number * MESSAGES + each
            conn.execute(
                "INSERT INTO event (batch, row, name, message_id, raw, applied) "
                "VALUES (1, ?, 'ONIMCONNECTORMESSAGEADD', '', ?, 1)",
                (row, b'{"raw":"' + b"x" * 200 + b'"}'),
            )
    conn.execute("INSERT INTO job (dialog, position, kind, state, created_at) "
                 "VALUES (1, 149, 'send', 'queued', '')")  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A journal that nobody has damaged yet."""
    import asyncio

    path = tmp_path_factory.mktemp("sound") / "journal.sqlite"

    async def make():
        journal = await Journal.open(path)
        await (await Dialogs.load(journal)).write(fill)
        await journal.close()

    asyncio.run(make())
    return path


@pytest.fixture
def path(sound, tmp_path):
    return shutil.copy(sound, tmp_path / "journal.sqlite")


def spoil(path, *pages, seed=1):
    """Write garbage over whole pages; the first one has the number 1."""
    noise = random.Random(seed)
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(noise.randbytes(PAGE))


def cut(path, share):
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))


def pages_of(path, table):
    """The pages on which rows of a table lie: the root, and what it leads to."""
    with closing(sqlite3.connect(path)) as conn:
        (root,) = conn.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    data = path.read_bytes()
    page = data[(root - 1) * PAGE : root * PAGE]
    if page[0] not in (2, 5):
        return [root]
    cells = int.from_bytes(page[3:5], "big")
    at = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    return [root, *(int.from_bytes(page[each : each + 4], "big") for each in at)]


async def texts(path):
    """Every text of every dialog, as the program shows it after opening the file."""
    journal = await Journal.open(path)
    try:
        dialogs = await Dialogs.load(journal)
        shown = {}
        for dialog in dialogs.all():
            messages = await dialogs.page(dialog.id, dialog.first, 10_000)
            positions = [message.position for message in messages]
            assert positions == list(range(dialog.first, dialog.count)), dialog
            shown[dialog.chat] = [m.text for m in messages if not is_loss(m)]
        return shown
    finally:
        await journal.close()


def is_loss(message):
    note = read_note(message)
    return note is not None and note.kind is NoteKind.LOST


def written(number):
    return [f"{number}/{each} " + "word " * (each % 40) for each in range(MESSAGES)]


async def test_a_sound_file_is_saved_as_it_is(path):
    salvaged = take_over(path)

    assert (salvaged.saved.dialogs, salvaged.saved.messages) == (DIALOGS, DIALOGS * MESSAGES)
    assert (salvaged.lost.dialogs, salvaged.lost.messages, salvaged.lost.rows) == (0, 0, 0)
    assert salvaged.tables == ()
    assert await texts(path) == {f"chat-{n}": written(n) for n in range(DIALOGS)}


async def test_a_damaged_journal_is_not_opened_as_if_nothing_were(path):
    spoil(path, pages_of(path, "message")[3])

    with pytest.raises(JournalDamaged):
        await Journal.open(path)


async def test_a_page_of_messages_that_is_lost_takes_no_other_with_it(path):
    spoil(path, pages_of(path, "message")[3])

    salvaged = take_over(path)
    shown = await texts(path)

    assert salvaged.saved.dialogs == DIALOGS
    assert 0 < salvaged.lost.messages < 60
    assert salvaged.saved.messages + salvaged.lost.messages == DIALOGS * MESSAGES
    for number in range(DIALOGS):
        assert set(shown[f"chat-{number}"]) <= set(written(number))


async def test_where_messages_are_missing_a_note_says_how_many(path):
    spoil(path, pages_of(path, "message")[3])
    lost = take_over(path).lost.messages

    journal = await Journal.open(path)
    dialogs = await Dialogs.load(journal)
    notes = [
        read_note(message)
        for dialog in dialogs.all()
        for message in await dialogs.page(dialog.id, 0, 10_000)
        if is_loss(message)
    ]
    await journal.close()

    assert sum(int(note.value) for note in notes) == lost


async def test_the_damaged_file_is_kept_under_a_name_with_its_date(path):
    spoil(path, pages_of(path, "message")[3])
    before = path.read_bytes()

    salvaged = take_over(path)

    aside = path.with_name(salvaged.aside)
    assert "damaged" in aside.name
    assert aside.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == sorted([path.name, aside.name])


async def test_looking_leaves_the_damaged_file_where_it_is(path, tmp_path):
    spoil(path, pages_of(path, "message")[3])
    before = path.read_bytes()

    salvaged = look(path, tmp_path / "look" / "journal.sqlite")

    assert path.read_bytes() == before
    assert salvaged.aside == ""
    assert len(await texts(tmp_path / "look" / "journal.sqlite")) == DIALOGS


@pytest.mark.parametrize("share", [0.9, 0.6, 0.3])
async def test_of_a_file_that_was_cut_off_the_rest_is_shown(path, share):
    cut(path, share)
    with pytest.raises(JournalDamaged):
        await Journal.open(path)

    salvaged = take_over(path)

    shown = await texts(path)
    assert sum(map(len, shown.values())) == salvaged.saved.messages > 0
    assert salvaged.saved.messages > 0.5 * share * DIALOGS * MESSAGES


async def test_a_file_whose_first_bytes_were_overwritten_is_read_all_the_same(path):
    with path.open("r+b") as file:
        file.write(b"\0" * 100)

    salvaged = take_over(path)

    assert salvaged.saved.messages == DIALOGS * MESSAGES


async def test_a_file_whose_list_of_tables_is_lost_still_has_its_messages(path):
    spoil(path, 1)

    salvaged = take_over(path)

    assert salvaged.saved.messages == DIALOGS * MESSAGES
    assert "job" in salvaged.tables


async def test_messages_of_a_dialog_whose_own_row_is_lost_are_shown_under_its_number(path):
    spoil(path, *pages_of(path, "dialog"))

    salvaged = take_over(path)

    assert (salvaged.saved.dialogs, salvaged.lost.dialogs) == (0, DIALOGS)
    assert await texts(path) == {f"lost-{n + 1}": written(n) for n in range(DIALOGS)}


async def test_what_was_written_last_and_stands_only_in_the_log_is_saved(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA wal_autocheckpoint = 0")
        conn.execute("UPDATE message SET text = 'newest' WHERE dialog = 1 AND position = 149")
        shutil.copytree(path.parent, path.parent / "crashed")
    crashed = path.parent / "crashed" / path.name
    spoil(crashed, pages_of(path, "event")[3])

    take_over(crashed)

    assert (await texts(crashed))["chat-0"][-1] == "newest"


async def test_what_was_not_sent_yet_is_still_there(path):
    spoil(path, pages_of(path, "event")[3])

    take_over(path)

    with closing(sqlite3.connect(path)) as conn:
        jobs = conn.execute("SELECT dialog, position, kind FROM job").fetchall()
    assert jobs == [(1, 149, "send")]


async def test_a_call_that_waits_follows_its_message_to_its_new_place(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("DELETE FROM message WHERE dialog = 1 AND position BETWEEN 10 AND 19")

    salvaged = take_over(path)

    with closing(sqlite3.connect(path)) as conn:
        jobs = conn.execute("SELECT position FROM job").fetchall()
        text = conn.execute("SELECT text FROM message WHERE dialog = 1 AND position = 140")
        assert (jobs, text.fetchone()[0]) == ([(140,)], written(0)[149])
    assert salvaged.lost.messages == 10


async def test_of_a_journal_that_is_a_link_the_log_is_read_where_the_file_lies(path, tmp_path):
    link = tmp_path / "portal" / "journal.sqlite"
    link.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA wal_autocheckpoint = 0")
        conn.execute(
            "UPDATE message SET text = 'only in the log' WHERE dialog = 1 AND position = 3"
        )
        killed = tmp_path / "disk"
        killed.mkdir()
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), killed / name)
    link.symlink_to(killed / path.name)
    assert was_left_open(link)

    salvaged = take_over(link)

    assert "only in the log" in (await texts(link))["chat-0"]
    assert link.is_symlink()
    assert (killed / salvaged.aside).exists()


async def test_a_call_whose_message_is_lost_is_given_up_and_told(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as journal:
        journal.execute("DELETE FROM message WHERE dialog = 1 AND position > 100")

    salvaged = take_over(path)

    assert salvaged.lost.calls == 1
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT count(*) FROM job").fetchone() == (0,)


async def test_a_file_in_which_nothing_can_be_read_is_left_alone(path):
    path.write_bytes(random.Random(3).randbytes(200_000))
    before = path.read_bytes()

    with pytest.raises(JournalFailed):
        take_over(path)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


async def test_without_room_for_the_copy_nothing_is_changed(path, monkeypatch):
    spoil(path, pages_of(path, "message")[3])
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.services.salvage.copy_with_log", full)
    with pytest.raises(JournalFull):
        take_over(path)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "seed", [*range(12), *(pytest.param(n, marks=pytest.mark.slow) for n in range(12, 100))]
)
async def test_however_the_file_was_damaged_the_program_opens_what_is_left(path, seed):
    """Bytes, pages and lengths at random."""
    noise = random.Random(seed)
    size = path.stat().st_size
    with path.open("r+b") as file:
        for _ in range(noise.choice([1, 5, 40])):
            file.seek(noise.randrange(PAGE, size))
            file.write(noise.randbytes(noise.choice([1, 16, 512])))
    if seed % 3 == 0:
        cut(path, 0.7 + noise.random() * 0.3)

    salvaged = take_over(path)

    shown = await texts(path)
    assert sum(map(len, shown.values())) == salvaged.saved.messages
    assert salvaged.saved.messages > 0
