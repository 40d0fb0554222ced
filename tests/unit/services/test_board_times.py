"""When something comes to be done for each of many dialogs."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import DialogId
from app.services.board_times import Times

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)


def at(minute):
    return NOON + timedelta(minutes=minute)


def taken(times, minute):
    found = []
    while (dialog := times.take(at(minute))) is not None:
        found.append(dialog)
    return found


def test_dialogs_come_in_the_order_of_their_times_and_once():
    times = Times()
    for dialog, minute in ((1, 5), (2, 3), (3, 9)):
        times.put(DialogId(dialog), at(minute))

    assert taken(times, 5) == [2, 1]
    assert taken(times, 8) == []
    assert taken(times, 9) == [3]


@pytest.mark.parametrize(("then", "found"), [(None, []), (9, [])])
def test_a_time_that_was_changed_means_nothing_any_more(then, found):
    times = Times()
    times.put(DialogId(1), at(3))

    times.put(DialogId(1), then and at(then))

    assert taken(times, 5) == found


@given(st.lists(st.tuples(st.integers(1, 9), st.none() | st.integers(0, 60)), max_size=400))
def test_the_last_time_of_each_dialog_counts(changes):
    times, last = Times(), {}
    for dialog, minute in changes:
        times.put(DialogId(dialog), None if minute is None else at(minute))
        last[dialog] = minute

    due = {dialog for dialog, minute in last.items() if minute is not None and minute <= 30}
    assert set(taken(times, 30)) == due
    assert len(times._heap) <= 2 * 9 + 64
