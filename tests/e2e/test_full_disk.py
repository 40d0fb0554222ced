"""A disk that is really full: a small file system of its own. Nothing is confirmed to the portal
that is not on the disk, and everything goes on by itself as soon as there is room.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.domain.dialog import Author, DialogState
from app.domain.feed import FeedState
from app.services.failures import JournalFull
from app.services.journal import Journal
from tests.helpers.desk import connected, messages, open_sandbox, open_test_desk, polled, written

EVENTS = 60
ON_DISK = "SELECT count(*) FROM event WHERE raw LIKE '%reply%'"


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 6 MiB; without the right to mount one the test is left out."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill_up(place: Path) -> Path:
    """Take all the room that is left."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    assert shutil.disk_usage(place).free < 4096
    return filler


@pytest.mark.slow
@pytest.mark.parametrize("extended", [True, False], ids=["confirmed", "peeked"])
async def test_on_a_full_disk_nothing_is_confirmed_and_all_of_it_arrives_once_there_is_room(
    small_disk, until, extended
):
    async with (
        open_sandbox(offline_extended=extended) as portal,
        open_test_desk(portal, small_disk) as desk,
    ):
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        await until(lambda: desk.outbox.counts.queued == 0)
        await polled(desk, until)
        chat = desk.dialogs.get(dialog)
        filler = fill_up(small_disk)
        for number in range(EVENTS):
            await portal.reply(chat, f"reply {number} " + "long " * 2000)

        await until(lambda: desk.feed.health.problem is not None)
        full = desk.feed.health
        queued = len((await portal.state())["queue"])
        on_disk = await desk.journal.run(
            lambda c: c.execute("SELECT count(*) FROM event WHERE raw LIKE '%reply%'").fetchone()
        )
        filler.unlink()
        await until(lambda: desk.dialogs.get(dialog).unread == EVENTS, seconds=90)
        await polled(desk, until)
        rows = [m.text for m in await messages(desk, dialog) if m.author is Author.OPERATOR]
        left = (await portal.state())["queue"]

    assert (full.state, full.problem.code) == (FeedState.PAUSED, "DISK_FULL")
    assert queued + on_disk[0] >= EVENTS
    assert queued > 0
    assert [row.split(" long")[0] for row in rows] == [f"reply {n}" for n in range(EVENTS)]
    assert left == []


@pytest.mark.slow
async def test_a_disk_that_is_full_from_the_beginning_is_named_and_opens_later(small_disk):
    filler = fill_up(small_disk)
    with pytest.raises(JournalFull):
        await Journal.open(small_disk / "portals" / "p" / "journal.sqlite")
    filler.unlink()

    journal = await Journal.open(small_disk / "portals" / "p" / "journal.sqlite")

    await journal.run(lambda c: c.execute("INSERT INTO setting VALUES ('a', 'b')"))
    await journal.close()
