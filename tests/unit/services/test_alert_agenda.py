"""What is due is remembered as long as it counts, however often a dialog changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import Due, TargetKind
from app.services.alert_agenda import Agenda

NOW = datetime(2026, 7, 14, 9, 0, tzinfo=UTC)
ANNA, BORIS = DialogId(1), DialogId(2)


class Levels:
    """Two minutes for an answer and a day for the whole."""

    def dues(self, dialog):
        since = dialog.waiting_since
        warn, late = since + timedelta(seconds=96), since + timedelta(seconds=120)
        day = (NOW, NOW + timedelta(hours=19), NOW + timedelta(hours=24))
        return Due(TargetKind.NEXT_ANSWER, since, warn, late), Due(TargetKind.RESOLUTION, *day)


def waiting(number, since=NOW):
    dialog = Dialog(number, "shop", 42, f"c-{number}", f"u-{number}", "Anna", DialogState.OPEN)
    return replace(dialog, waiting_since=since)


def test_a_dialog_that_changes_ten_thousand_times_takes_no_more_room_than_its_times():
    agenda = Agenda(Levels())
    agenda.put(waiting(BORIS))
    for second in range(10_000):
        agenda.put(waiting(ANNA, NOW + timedelta(seconds=second)))

    assert len(agenda._times) < 1100
    assert agenda.take(NOW) == {ANNA, BORIS}
    assert agenda.take(NOW + timedelta(minutes=2)) == {BORIS}
    assert agenda.take(NOW + timedelta(seconds=10_000 + 120)) == {ANNA}


def test_a_change_that_leaves_a_time_as_it_was_does_not_remember_it_twice():
    agenda = Agenda(Levels())
    for second in range(5):
        agenda.put(waiting(ANNA, NOW + timedelta(seconds=second)))

    assert len(agenda._times) == 5 * 2 + 2
