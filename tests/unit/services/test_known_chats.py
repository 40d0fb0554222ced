"""Which known chats are looked at, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.dialog import Dialog, DialogId, DialogState
from app.services.dialogs import Dialogs
from app.services.sources.chats import KnownChats

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Time:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


def dialog(number, *, quiet=MINUTE, state=DialogState.OPEN, chat=True):
    return Dialog(
        *(DialogId(number), "acme", 42, f"conv-{number}", "u", "Ann", state),
        portal_chat=7000 + number if chat else None,
        last_at=NOW - quiet,
    )


def known(*dialogs, shortest=2.0):
    time = Time()
    return KnownChats(Dialogs(None, dialogs, {}), time, shortest), time


def numbers(watches):
    return [watch.place.portal_chat - 7000 for watch in watches]


def test_the_newest_come_first_and_never_more_than_asked_for():
    chats, _ = known(*(dialog(n, quiet=n * MINUTE) for n in range(1, 51)))
    assert numbers(chats.due(20)) == list(range(1, 21))


def test_a_dialog_that_never_reached_the_portal_has_no_chat_to_look_at():
    chats, _ = known(dialog(1, chat=False))
    assert chats.due(20) == []


@pytest.mark.parametrize(
    ("quiet", "pause"),
    [
        (timedelta(seconds=5), timedelta(seconds=2)),
        (10 * MINUTE, MINUTE),
        (DAY, 5 * MINUTE),
    ],
)
def test_the_longer_a_chat_is_quiet_the_more_rarely_it_is_looked_at(quiet, pause):
    chats, time = known(dialog(1, quiet=quiet))
    chats.looked(chats.due(1)[0])
    time.now = NOW + pause * 0.9
    early = chats.due(1)
    time.now = NOW + pause * 1.5

    assert early == []
    assert numbers(chats.due(1)) == [1]


def test_a_closed_chat_is_left_alone_after_some_days_until_something_names_it():
    chats, _ = known(dialog(1, quiet=4 * DAY, state=DialogState.CLOSED))
    before = chats.due(1)
    chats.hint(7001)

    assert before == []
    assert numbers(chats.due(1)) == [1]


def test_a_chat_that_something_has_named_goes_before_newer_ones():
    chats, _ = known(dialog(1, quiet=MINUTE), dialog(2, quiet=HOUR))
    for watch in chats.due(2):
        chats.looked(watch)
    chats.hint(7002)

    assert numbers(chats.due(2)) == [2]


def test_a_chat_that_cannot_be_read_is_asked_for_again_after_a_quarter_of_an_hour():
    chats, time = known(dialog(1))
    chats.looked(chats.due(1)[0], refused=True)
    time.now = NOW + 14 * MINUTE
    early = chats.due(1)
    time.now = NOW + 16 * MINUTE

    assert early == []
    assert numbers(chats.due(1)) == [1]


def test_after_a_gap_every_chat_is_due_again():
    chats, _ = known(dialog(1, quiet=HOUR), dialog(2, quiet=HOUR))
    for watch in chats.due(2):
        chats.looked(watch)
    chats.restart({7001: 551_020})

    assert numbers(chats.due(2)) == [1, 2]
    assert [chats.find(chat).floor for chat in (7001, 7002)] == [551_020, 0]


def test_customers_who_share_a_chat_make_it_one_chat():
    first, second = dialog(1), dialog(2)
    shared = [
        first,
        Dialog(*(second.id, "acme", 42, "conv-1", "v", "Ben", DialogState.OPEN), portal_chat=7001),
    ]
    chats, _ = known(*shared)
    assert numbers(chats.due(9)) == [1]
