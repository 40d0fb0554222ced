"""The window's loop keeps asyncio's promises inside Qt."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.loop import ConsoleLoop


class Painted(QWidget):
    """Counts how often it is painted and asks for more."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paints += 1


async def test_the_tests_of_the_window_run_in_its_own_loop(qtbot):
    assert isinstance(asyncio.get_running_loop(), ConsoleLoop)


async def test_timers_fire_in_the_order_of_their_times(qtbot):
    loop, fired, done = asyncio.get_running_loop(), [], asyncio.Event()
    for delay in (0.03, 0.01, 0.02, 0.0, 0.025, 0.015):
        loop.call_later(delay, fired.append, delay)
    loop.call_later(0.04, done.set)
    await done.wait()
    assert fired == sorted(fired)


async def test_callbacks_run_in_the_order_they_were_asked_for(qtbot):
    loop, seen = asyncio.get_running_loop(), []
    for number in range(100):
        loop.call_soon(seen.append, number)
    await asyncio.sleep(0)
    await asyncio.sleep(0.001)
    assert seen == list(range(100))


@pytest.mark.parametrize("delay", [0.001, 0.0037, 0.0501, 0.1234])
async def test_a_timer_is_never_early(qtbot, delay):
    loop, fired = asyncio.get_running_loop(), []
    when = loop.time() + delay
    loop.call_at(when, lambda: fired.append(loop.time()))
    await asyncio.sleep(delay + 0.01)
    assert fired
    assert fired[0] >= when


async def test_a_timer_handle_knows_when_it_is_due(qtbot):
    loop = asyncio.get_running_loop()
    handle = loop.call_at(loop.time() + 5, print)
    assert handle.when() > loop.time() + 4
    handle.cancel()


async def test_an_earlier_timer_overtakes_one_that_is_set_already(qtbot):
    loop, first = asyncio.get_running_loop(), asyncio.Event()
    late = loop.call_later(3600, print)
    loop.call_later(0.001, first.set)
    await asyncio.wait_for(first.wait(), 5)
    late.cancel()


async def test_a_cancelled_timer_does_not_fire(qtbot):
    loop, fired = asyncio.get_running_loop(), []
    handle = loop.call_later(0.005, fired.append, 1)
    handle.cancel()
    await asyncio.sleep(0.02)
    assert fired == []


async def test_cancelled_timers_are_dropped_and_do_not_pile_up(qtbot):
    loop = asyncio.get_running_loop()
    for _ in range(1000):
        loop.call_later(3600, print).cancel()
    await asyncio.sleep(0.001)
    assert len(loop._scheduled) < 100


async def test_a_thread_gets_a_handle_it_can_cancel(qtbot):
    loop, seen, ready = asyncio.get_running_loop(), [], asyncio.Event()

    def work() -> None:
        loop.call_soon_threadsafe(seen.append, "cancelled").cancel()
        loop.call_soon_threadsafe(seen.append, "kept")
        loop.call_soon_threadsafe(ready.set)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()  # the loop stands still meanwhile, so nothing can run before it is cancelled
    await ready.wait()
    assert seen == ["kept"]


async def test_nothing_is_lost_when_threads_call_thousands_of_times(qtbot):
    loop, seen = asyncio.get_running_loop(), []

    def work(number: int) -> None:
        for count in range(1000):
            loop.call_soon_threadsafe(seen.append, (number, count))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join)
    await asyncio.sleep(0.005)
    assert len(seen) == 4000
    assert [count for number, count in seen if number == 2] == list(range(1000))


async def test_work_in_threads_comes_back_with_its_result(qtbot):
    results = await asyncio.gather(*(asyncio.to_thread(pow, 2, n) for n in range(50)))
    assert results == [2**n for n in range(50)]


async def test_a_busy_coroutine_does_not_starve_painting(qtbot, until):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    await until(lambda: widget.paints)
    before = widget.paints
    for _ in range(20_000):
        widget.update()
        await asyncio.sleep(0)
        if widget.paints > before + 5:
            break
    assert widget.paints > before + 5


async def test_a_widget_that_paints_all_the_time_does_not_starve_coroutines(qtbot):
    class Restless(Painted):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.update()

    widget = Restless()
    qtbot.addWidget(widget)
    widget.show()
    for _ in range(50):
        await asyncio.sleep(0.001)
    assert widget.paints > 0


async def test_a_nested_qt_loop_only_delays_the_tasks_that_wake_inside_it(qtbot, until):
    woken = []

    async def sleeper() -> None:
        await asyncio.sleep(0.01)
        woken.append("awake")

    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper())
        await asyncio.sleep(0)
        nested = QEventLoop()
        QTimer.singleShot(30, nested.quit)
        nested.exec()
        assert woken == []
    assert woken == ["awake"]


async def test_sockets_work(qtbot):
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\n")
        assert await reader.readline() == b"hello\n"
        writer.close()
        await writer.wait_closed()


async def test_a_forgotten_asynchronous_generator_is_finalised(qtbot, until):
    closed = []

    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            closed.append(True)

    async for number in numbers():
        assert number == 1
        break
    await until(lambda: closed)


async def test_five_thousand_signals_and_twenty_thousand_zero_timers_are_sound(qtbot, until):
    class Speaker(QObject):
        said = Signal(bool)
        told = Signal(object)

    speaker, heard = Speaker(), []
    speaker.said.connect(heard.append)
    speaker.told.connect(heard.append)
    for _ in range(5000):
        speaker.said.emit(True)
        speaker.told.emit(None)
    assert len(heard) == 10_000

    count = 0

    def tick() -> None:
        nonlocal count
        count += 1

    loop = asyncio.get_running_loop()
    for _ in range(20_000):
        loop.call_later(0, tick)
    await until(lambda: count == 20_000)


def _run(main: Callable[[], object]) -> object:
    with asyncio.Runner(loop_factory=ConsoleLoop) as runner:
        return runner.run(main())


def test_a_runner_returns_the_result_and_raises_the_error(qapp):
    async def works() -> int:
        await asyncio.sleep(0.001)
        return 7

    async def fails() -> None:
        raise LookupError("gone")

    assert _run(works) == 7
    with pytest.raises(LookupError, match="gone"):
        _run(fails)
