"""The portal's queue looked at: every lot, page by page, and nothing is changed by looking."""

import pytest

from app.bitrix.errors import ReadOnly
from app.bitrix.events import EventQueue
from app.services.queue_view import Lot, QueueView
from tests.helpers.queued import ADDED, fill, picture, reserve, subscribe


def view_of(desk):
    """The view of a desk."""
    return QueueView(desk.session, desk.feed, desk.inbox, desk.journal)


def ids(lot):
    """The numbers of the rows of a lot."""
    return [each.row.id for each in lot.rows]


async def three_lots(desk, sandbox):
    """Two free rows, two reserved ones, one that was marked as an error."""
    await fill(desk, sandbox, 3)
    wrong = await reserve(desk, 1)
    await EventQueue(desk.session.caller).error(wrong.process_id, [wrong.rows[0].message_id])
    held = await reserve(desk, 2)
    chat = (await sandbox.state())["chats"][0]["id"]
    for number in range(2):
        await sandbox.order("reply", chat_id=chat, text=f"Later {number}")
    return wrong, held


async def test_each_row_stands_in_its_lot_with_its_age_and_process(quiet, sandbox):
    wrong, held = await three_lots(quiet, sandbox)

    look = await view_of(quiet).look()

    assert [look.lots[lot].total for lot in Lot] == [2, 2, 1]
    assert ids(look.lots[Lot.RESERVED]) == [row.id for row in held.rows]
    assert {each.row.process_id for each in look.lots[Lot.RESERVED].rows} == {held.process_id}
    assert ids(look.lots[Lot.ERROR]) == [wrong.rows[0].id]
    free = look.lots[Lot.FREE].rows[0]
    assert (free.row.name, free.kept, free.reason) == (ADDED, False, "")
    assert free.at is not None


@pytest.mark.usefixtures("queues_apart")
async def test_looking_changes_nothing_at_the_portal(quiet, sandbox):
    await three_lots(quiet, sandbox)
    await subscribe(quiet, "acmeq")
    before, calls = await picture(sandbox), len(await sandbox.calls())
    view = view_of(quiet)

    for partition in await view.partitions():
        await view.look(partition.auth_connector)

    assert await picture(sandbox) == before
    made = {row["method"] for row in (await sandbox.calls())[calls:]}
    assert made == {"event.get", "event.offline.list"}


async def test_a_long_lot_is_read_page_by_page(quiet, sandbox):
    await fill(quiet, sandbox, 60)
    view = view_of(quiet)

    first = await view.page("", Lot.FREE)
    second = await view.page("", Lot.FREE, first.next)

    assert (first.total, len(first.rows), len(second.rows), second.next) == (60, 50, 10, None)
    assert len({*ids(first), *ids(second)}) == 60


@pytest.mark.usefixtures("queues_apart")
async def test_queues_of_their_own_are_known_by_their_subscriptions(quiet, sandbox):
    await subscribe(quiet)
    await subscribe(quiet, "acmeq")
    view = view_of(quiet)

    found = await view.partitions()
    await fill(quiet, sandbox, 1)

    assert {each.auth_connector for each in found} == {"", "acmeq"}
    assert all(ADDED in each.events for each in found)
    assert (await view.look("acmeq")).lots[Lot.FREE].total == 1


async def test_a_row_that_is_on_disk_here_says_so(quiet, sandbox):
    await fill(quiet, sandbox, 1)
    await quiet.inbox.save(await reserve(quiet, 1))

    look = await view_of(quiet).look()

    assert [each.kept for each in look.lots[Lot.RESERVED].rows] == [True]


async def test_clearing_destroys_exactly_the_chosen_rows_of_every_lot(quiet, sandbox):
    await three_lots(quiet, sandbox)
    view = view_of(quiet)
    look = await view.look()
    chosen = [look.lots[lot].rows[0] for lot in Lot]

    await view.clear("", chosen)

    left = await view.look()
    assert [left.lots[lot].total for lot in Lot] == [1, 1, 0]
    gone = {each.row.id for each in chosen}
    assert not gone & {number for lot in Lot for number in ids(left.lots[lot])}


async def test_reserved_rows_can_be_put_aside_at_the_portal(quiet, sandbox):
    await fill(quiet, sandbox, 2)
    held = await reserve(quiet, 2)
    view = view_of(quiet)
    seen = (await view.look()).lots[Lot.RESERVED].rows

    await view.mark_error("", seen[:1])

    look = await view.look()
    assert ids(look.lots[Lot.ERROR]) == [held.rows[0].id]
    assert ids(look.lots[Lot.RESERVED]) == [held.rows[1].id]


@pytest.mark.parametrize("reserving", [True, False])
async def test_errors_that_are_read_again_reach_the_dialog_and_leave_the_queue(
    quiet, sandbox, reserving
):
    await fill(quiet, sandbox, 1)
    held = await reserve(quiet, 1)
    await EventQueue(quiet.session.caller).error(held.process_id, [held.rows[0].message_id])
    await sandbox.order("options", offline_extended=reserving)
    view = view_of(quiet)

    applied = await view.read_errors()

    assert applied.rows == 1
    assert (await view.look()).lots[Lot.ERROR].total == 0
    (dialog,) = quiet.dialogs.all()
    assert dialog.last_text == "Answer 0"


async def test_under_a_read_only_profile_nothing_is_cleared(quiet, sandbox):
    await fill(quiet, sandbox, 1)
    view = view_of(quiet)
    seen = (await view.look()).lots[Lot.FREE].rows
    quiet.session.set_read_only(True)

    with pytest.raises(ReadOnly):
        await view.clear("", seen)

    assert not view.can_change
    assert (await view.look()).lots[Lot.FREE].total == 1


async def test_a_row_that_is_gone_meanwhile_takes_no_other_with_it(quiet, sandbox):
    await fill(quiet, sandbox, 2)
    view = view_of(quiet)
    first = (await view.look()).lots[Lot.FREE].rows[:1]
    await view.clear("", first)

    await view.clear("", first)

    assert (await view.look()).lots[Lot.FREE].total == 1
