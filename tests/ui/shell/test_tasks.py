"""Work started by a window is named, owned, cancelled and awaited."""

import asyncio

from app.bitrix.errors import Unreachable
from app.bitrix.records import polling
from app.ui.tasks import Tasks


async def test_work_runs_and_says_when_it_is_busy(qtbot, until):
    tasks, busy, done = Tasks(), [], []
    tasks.busy_changed.connect(lambda name, on: busy.append((name, on)))

    async def work() -> None:
        await asyncio.sleep(0.001)
        done.append(True)

    assert tasks.start("send", work)
    assert tasks.is_busy("send")
    await until(lambda: not tasks.is_busy("send"))
    assert done == [True]
    assert busy == [("send", True), ("send", False)]


async def test_what_is_started_while_something_is_polled_is_no_poll_itself(qtbot, desk, until):
    tasks = Tasks()
    before = len(desk.traffic.records)

    with polling():
        tasks.start("lines", desk.lines.refresh)
    await until(lambda: not tasks.is_busy("lines"))
    asked = desk.traffic.records[before:]
    assert [each.poll for each in asked if each.method == "imopenlines.config.list.get"] == [False]


async def test_the_same_work_is_not_started_twice_at_once(qtbot):
    tasks, count = Tasks(), 0

    async def work() -> None:
        nonlocal count
        count += 1
        await asyncio.sleep(0)

    assert tasks.start("send", work)
    assert not tasks.start("send", work)
    assert tasks.start("other", work)
    await tasks.close()
    assert count <= 2


async def test_work_that_has_just_ended_can_be_started_again_before_anybody_was_told(qtbot, until):
    tasks, busy, started = Tasks(), [], []
    tasks.busy_changed.connect(lambda name, on: busy.append((name, on)))

    async def nothing() -> None:
        started.append("second")

    def again() -> None:
        started.append(tasks.start("read", nothing))

    async def work() -> None:  # ends before `again` runs, and its end is told after that
        asyncio.get_running_loop().call_soon(again)

    tasks.start("read", work)
    await until(lambda: len(started) == 2 and not tasks.is_busy("read"))
    assert started == [True, "second"]
    await until(lambda: busy == [("read", True), ("read", False)])


async def test_a_failure_is_told_and_the_next_try_is_free(qtbot, until, caplog):
    tasks, failures = Tasks(), []
    tasks.failed.connect(lambda name, error: failures.append((name, error)))

    async def work() -> None:
        raise LookupError("gone")

    tasks.start("find", work)
    await until(lambda: failures)
    name, error = failures[0]
    assert name == "find"
    assert isinstance(error, LookupError)
    assert "Task find failed" in caplog.text
    assert tasks.start("find", work)
    await until(lambda: len(failures) == 2)


async def test_closing_cancels_the_work_and_waits_for_its_clean_up(qtbot):
    tasks, cleaned = Tasks(), []

    async def work() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0.001)
            cleaned.append(True)

    tasks.start("wait", work)
    await asyncio.sleep(0)
    await tasks.close()
    assert cleaned == [True]
    assert not tasks.start("wait", work)


async def test_work_cancelled_before_its_first_step_leaves_no_warning(qtbot):
    tasks, started = Tasks(), []

    async def work() -> None:
        started.append(True)

    tasks.start("never", work)
    await tasks.close()
    assert started == []


async def test_cancelling_is_no_failure(qtbot, until):
    tasks, failures = Tasks(), []
    tasks.failed.connect(lambda *what: failures.append(what))

    async def work() -> None:
        await asyncio.sleep(3600)

    tasks.start("wait", work)
    await asyncio.sleep(0)
    tasks.cancel("wait")
    await until(lambda: not tasks.is_busy("wait"))
    assert failures == []


async def test_a_refusal_is_one_line_in_the_log_and_a_mistake_leaves_its_trace(
    qtbot, until, caplog
):
    tasks, failures = Tasks(), []
    tasks.failed.connect(lambda *failure: failures.append(failure))

    async def refused() -> None:
        raise Unreachable("dns")

    async def mistaken() -> None:
        raise LookupError("gone")

    tasks.start("check", refused)
    tasks.start("find", mistaken)
    await until(lambda: len(failures) == 2)
    traces = {record.getMessage(): bool(record.exc_info) for record in caplog.records}
    assert traces == {"Task check failed: UNREACHABLE_DNS": False, "Task find failed: gone": True}
    await tasks.close()


async def test_work_that_is_cancelled_before_its_first_step_can_be_started_again(qtbot, until):
    tasks, done = Tasks(), []

    async def work() -> None:
        done.append(True)

    tasks.start("open", work)
    tasks.cancel("open")
    await until(lambda: not tasks.is_busy("open"))
    assert done == []

    assert tasks.start("open", work)
    await until(lambda: done)
    await tasks.close()
