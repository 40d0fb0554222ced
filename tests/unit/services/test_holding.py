"""One process at a time works on a portal."""

import asyncio
import os
import subprocess
import sys

import pytest

from app.services.desk import open_desk
from app.services.failures import JournalFailed
from app.services.holding import AlreadyHeld, hold, holder, in_turn
from app.services.traffic import Traffic
from tests.helpers.desk import connected, open_test_desk, written

OTHER_PROCESS = """
import asyncio, pathlib, sys
from app.services.holding import hold

async def main():
    async with hold(pathlib.Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()

asyncio.run(main())
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the folder until it is killed."""
    command = [sys.executable, "-c", OTHER_PROCESS, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


async def test_nobody_holds_a_folder_that_was_never_worked_in(tmp_path):
    assert await holder(tmp_path / "new") is None
    assert not (tmp_path / "new").exists()


async def test_who_works_is_known_while_it_does_and_nobody_after(tmp_path):
    async with hold(tmp_path):
        assert f"pid {os.getpid()}" in await holder(tmp_path)

    assert await holder(tmp_path) is None


async def test_a_second_part_of_the_same_process_is_refused_as_well(tmp_path):
    async with hold(tmp_path):
        with pytest.raises(AlreadyHeld):
            async with hold(tmp_path):
                pass


async def test_another_process_is_refused_and_told_who_works(tmp_path, other):
    with pytest.raises(AlreadyHeld) as caught:
        async with hold(tmp_path):
            pass

    assert f"pid {other.pid}" in caught.value.by
    assert caught.value.problem.code == "HELD"


async def test_the_lock_of_a_killed_process_falls_back_to_the_next(tmp_path, other):
    other.kill()
    other.wait()

    async with hold(tmp_path):
        assert f"pid {os.getpid()}" in await holder(tmp_path)


async def test_two_that_look_who_works_do_not_keep_each_other_from_working(tmp_path):
    async with hold(tmp_path):
        pass

    async def look():
        for _ in range(20):
            await holder(tmp_path)

    async def work():
        for _ in range(20):
            async with hold(tmp_path):
                await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        group.create_task(look())
        group.create_task(work())


async def test_a_folder_in_which_nothing_can_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(JournalFailed):
        async with hold(tmp_path / "file"):
            pass


@pytest.mark.parametrize(("alone", "state"), [(True, "unknown"), (False, "running")])
async def test_what_another_program_is_sending_is_left_to_it(sandbox, tmp_path, alone, state):
    """A command that opens the portal beside the window touches no call that is under way."""
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await connected(desk)
        await written(desk)
        under_way = "UPDATE job SET state = 'running'"
        await desk.journal.run(lambda conn: conn.execute(under_way))

    session = await sandbox.sign_in()
    async with open_desk(session, Traffic(), tmp_path, alone=alone) as desk:
        found = await desk.journal.run(
            lambda conn: conn.execute("SELECT state FROM job WHERE kind = 'send'").fetchall()
        )

    assert found == [(state,)]


async def test_who_waits_for_his_turn_comes_after_the_other(tmp_path):
    turns = []

    async def take(name):
        async with in_turn(tmp_path):
            turns.append(f"{name} begins")
            await asyncio.sleep(0)
            turns.append(f"{name} ends")

    await asyncio.gather(*map(take, "ab"))

    assert turns in (
        ["a begins", "a ends", "b begins", "b ends"],
        ["b begins", "b ends", "a begins", "a ends"],
    )
