"""When the figures are counted again: what takes long leaves time to others."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from app.domain.statistics.facts import Coverage, Period, Report
from app.services.signal import Signal
from app.ui.statistics import presenter as under_test
from app.ui.statistics.presenter import StatisticsPresenter

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)


class Slow:
    """Counts for so many seconds of a clock that stands still otherwise."""

    def __init__(self):
        self.changed = Signal()
        self.now, self.takes, self.counted = 0.0, 5.0, 0

    async def report(self, period, lines, *, working):
        self.now += self.takes
        self.counted += 1
        return Report(Coverage(Period(NOON, NOON, UTC)))


@pytest.fixture
def slow(monkeypatch):
    made = Slow()
    monkeypatch.setattr(under_test, "time", SimpleNamespace(monotonic=lambda: made.now))
    return made


@pytest.fixture
async def presenter(qtbot, slow):
    made = StatisticsPresenter(SimpleNamespace(statistics=slow))
    yield made
    made.rest()
    await made.tasks.close()


async def test_a_change_is_counted_when_as_long_has_passed_as_counting_took(presenter, slow, until):
    presenter.watch()
    await until(lambda: presenter.report is not None and not presenter.busy)
    slow.changed.emit(None)
    counted, waits = presenter.busy, presenter._anew.remainingTime()
    slow.now += 5
    slow.changed.emit(None)
    await until(lambda: slow.counted == 2)

    assert (counted, 3_000 < waits < 10_000) == (False, True)


async def test_another_time_is_counted_at_once(presenter, slow, until):
    presenter.watch()
    await until(lambda: presenter.report is not None and not presenter.busy)
    presenter.choose_working(on=True)

    assert presenter.busy
