"""What was deleted because of its age stays away, although the portal tells of it once more."""

from datetime import timedelta

import pytest

from app.domain.dialog import DialogState
from app.domain.feed import FeedSource
from app.services.retention import Retention
from tests.helpers.desk import messages
from tests.unit.services.test_sources import OWN_EVENTS, READ_BACK, Time, opened, shown

DAYS = 30
PEOPLE = 12  # somebody other than who is signed in


async def aged(portal, desk, dialog, until, clock):
    """Three answers that are as old as the retention allows, and gone."""
    for number in range(3):
        await portal.reply(desk.dialogs.get(dialog), f"old {number}", user_id=PEOPLE)
    await until(lambda: desk.dialogs.get(dialog).unread == 3)
    desk.feed.pause()
    async with desk.feed.quiet():  # a poll that had begun keeps its time
        clock.ahead = timedelta(days=DAYS + 1)
    retention = Retention(desk.journal, desk.dialogs, clock)
    await retention.choose(DAYS)
    await retention.delete_old()
    assert await messages(desk, dialog) == []


async def read_anew(portal, desk, dialog, until):
    """As at the next start: every source reads from its beginning, and then something is new."""
    desk.feed._reading._current = None
    desk.feed.resume()
    await portal.reply(desk.dialogs.get(dialog), "new", user_id=PEOPLE)
    await until(lambda: desk.dialogs.get(dialog).last_text == "new")


def raw_texts(conn):
    """What rows of histories still hold of it; the newest row of all always stays."""
    sql = "SELECT raw FROM event WHERE source = 'history' AND instr(raw, ?) > 0"
    return [row[0] for row in conn.execute(sql, (b"old ",))]


@pytest.mark.parametrize("options", [READ_BACK, OWN_EVENTS], ids=["histories", "own events"])
async def test_histories_bring_back_nothing_that_was_deleted(tmp_path, until, options):
    clock = Time()
    async with opened(tmp_path, until, clock=clock, **options) as (portal, desk, dialog):
        await aged(portal, desk, dialog, until, clock)

        await read_anew(portal, desk, dialog, until)

        assert await shown(desk, dialog) == [("new", False)]
        assert desk.dialogs.get(dialog).unread == 1
        assert desk.feed.health.gap is None
        assert len(await desk.journal.run(raw_texts)) <= 1


async def test_rows_that_stay_in_the_queue_bring_back_nothing_that_was_deleted(tmp_path, until):
    clock = Time()
    async with opened(tmp_path, until, clock=clock) as (portal, desk, dialog):
        desk.session.set_read_only(True)
        desk.feed.notice()
        await until(lambda: desk.feed.health.source is FeedSource.WATCHED)
        await aged(portal, desk, dialog, until, clock)

        await read_anew(portal, desk, dialog, until)

        assert await shown(desk, dialog) == [("new", False)]
        assert desk.dialogs.get(dialog).unread == 1
        assert desk.dialogs.get(dialog).state is DialogState.OPEN
