"""A read-only profile: everything is seen, nothing changes at the portal, and later nothing is lost
or doubled.
"""

import pytest

from app.bitrix.errors import ReadOnly
from app.domain.acts import Act
from app.domain.dialog import Author, Delivery, DialogState
from app.domain.feed import FeedSource, FeedState
from app.domain.problem import Problem
from app.services.failures import NotPossible
from app.services.traffic import Traffic
from tests.helpers.desk import (
    ANNA,
    CONNECTOR,
    LINE,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    written,
)

LOCKED = Problem("READ_ONLY")


def watches(desk):
    """Whether the last poll left the queue as it was."""
    return desk.feed.health.source is FeedSource.WATCHED


@pytest.fixture(params=[True, False], ids=["extended queue", "plain queue"])
async def portal(request):
    """A portal with the extended queue and one without."""
    async with open_sandbox(offline_extended=request.param) as opened:
        yield opened


@pytest.fixture
async def desk(portal, tmp_path):
    """A connected desk with the feed and the outbox at work."""
    async with open_test_desk(portal, tmp_path) as opened:
        await connected(opened)
        yield opened


async def open_dialog(desk, until):
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    await polled(desk, until)
    return dialog


async def locked(desk, until):
    desk.session.set_read_only(True)
    await until(lambda: watches(desk))


async def operator_texts(desk, dialog):
    return [m.text for m in await messages(desk, dialog) if m.author is Author.OPERATOR]


async def facts(portal):
    """What the portal knows, without its log of calls and its clock."""
    state = await portal.state()
    return {name: state[name] for name in ("queue", "bindings", "chats", "lines", "connectors")}


async def test_watching_shows_every_reply_and_changes_nothing_at_the_portal(desk, portal, until):
    dialog = await open_dialog(desk, until)
    await locked(desk, until)
    for number in range(120):
        await portal.reply(desk.dialogs.get(dialog), f"reply {number}")
    before = await facts(portal)
    await until(lambda: desk.dialogs.get(dialog).unread == 120)
    await polled(desk, until)

    assert await operator_texts(desk, dialog) == [f"reply {n}" for n in range(120)]
    assert await facts(portal) == before
    assert len(before["queue"]) == 120
    assert (desk.feed.health.state, desk.feed.health.source) == (
        FeedState.LIVE,
        FeedSource.WATCHED,
    )


async def test_only_reads_reach_the_portal_while_it_is_watched(desk, portal, until):
    dialog = await open_dialog(desk, until)
    await locked(desk, until)
    seen = len(await portal.calls())
    await portal.reply(desk.dialogs.get(dialog), "hello")
    await until(lambda: desk.dialogs.get(dialog).unread == 1)
    await desk.session.refresh_capabilities()
    await desk.connectors.refresh()
    await polled(desk, until)

    later = {row["method"] for row in (await portal.calls())[seen:]}
    assert "event.offline.list" in later
    assert later.isdisjoint(
        {"event.offline.get", "event.offline.clear", "event.bind", "imconnector.send.messages"}
    )
    assert not [record for record in desk.traffic.records if record.blocked]


async def test_opening_the_lock_goes_on_without_loss_and_without_doubles(desk, portal, until):
    dialog = await open_dialog(desk, until)
    await portal.reply(desk.dialogs.get(dialog), "before")
    await until(lambda: desk.dialogs.get(dialog).unread == 1)
    await locked(desk, until)
    for number in range(70):
        await portal.reply(desk.dialogs.get(dialog), f"locked {number}")
    await until(lambda: desk.dialogs.get(dialog).unread == 71)
    desk.session.set_read_only(False)
    await portal.reply(desk.dialogs.get(dialog), "after")
    await until(lambda: desk.dialogs.get(dialog).unread == 72)
    await until(lambda: desk.feed.health.queue == 0)
    await polled(desk, until)

    expected = ["before", *(f"locked {n}" for n in range(70)), "after"]
    assert await operator_texts(desk, dialog) == expected
    assert (await portal.state())["queue"] == []
    assert not watches(desk)


async def test_what_was_reserved_when_the_lock_closed_is_watched_and_finished_later(
    tmp_path, until
):
    async with open_sandbox() as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        dialog = await open_dialog(desk, until)
        desk.feed.pause()
        await portal.reply(desk.dialogs.get(dialog), "reserved")
        await desk.session.caller.call("event.offline.get", {"clear": 0})
        desk.session.set_read_only(True)
        desk.feed.resume()
        await until(lambda: watches(desk))
        assert desk.dialogs.get(dialog).unread == 1
        assert len((await portal.state())["queue"]) == 1
        desk.session.set_read_only(False)
        await until(lambda: not watches(desk))
        await polled(desk, until)

        assert await operator_texts(desk, dialog) == ["reserved"]
        assert (await portal.state())["queue"] == []


async def test_a_lock_that_closes_between_reading_and_removing_leaves_the_rows_for_later(
    desk, portal, until
):
    dialog = await open_dialog(desk, until)
    states = []
    desk.feed.health_changed.connect(lambda health: states.append(health.state))
    stop = desk.dialogs.dialog_changed.connect(lambda _: desk.session.set_read_only(True))
    await portal.reply(desk.dialogs.get(dialog), "hello")
    await until(lambda: watches(desk))
    stop()
    assert len((await portal.state())["queue"]) == 1
    assert FeedState.UNAVAILABLE not in states
    desk.session.set_read_only(False)
    await until(lambda: not watches(desk))
    await polled(desk, until)

    assert (await portal.state())["queue"] == []
    assert await operator_texts(desk, dialog) == ["hello"]


async def test_nothing_is_acknowledged_while_locked_not_even_later_by_itself(desk, portal, until):
    dialog = await open_dialog(desk, until)
    await locked(desk, until)
    await portal.reply(desk.dialogs.get(dialog), "hello")
    await until(lambda: desk.dialogs.get(dialog).unread == 1)
    desk.session.set_read_only(False)
    await until(lambda: not watches(desk))
    await polled(desk, until)

    reply = (await messages(desk, dialog))[-1]
    assert reply.delivery is Delivery.RECEIVED
    assert await portal.calls("imconnector.send.status.delivery") == []
    await desk.outbox.deliver(dialog, reply.position)
    await until(lambda: desk.outbox.counts.queued == 0)
    assert (await messages(desk, dialog))[-1].delivery is Delivery.DELIVERED


async def test_what_is_typed_while_locked_is_refused_and_does_not_leave_later(desk, portal, until):
    dialog = await open_dialog(desk, until)
    desk.session.set_read_only(True)
    assert desk.outbox.problem == LOCKED
    with pytest.raises(NotPossible) as caught:
        await desk.outbox.send(dialog, "typed while locked")
    assert caught.value.problem == LOCKED
    desk.session.set_read_only(False)
    assert desk.outbox.problem is None
    await desk.outbox.send(dialog, "typed later")
    await until(lambda: desk.outbox.counts.queued == 0)

    texts = [each["text"] for each in (await portal.chat(desk.dialogs.get(dialog)))["messages"]]
    assert texts == ["Hello", "typed later"]


async def test_messages_of_an_earlier_run_wait_for_the_lock_to_open_and_leave_once(
    portal, tmp_path, until
):
    traffic = Traffic()
    session = await portal.sign_in(traffic=traffic)
    async with open_test_desk(portal, tmp_path, session=session) as desk:
        await connected(desk)
    async with open_test_desk(portal, tmp_path, run=False, session=session) as desk:
        for number in range(5):
            await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, f"waiting {number}")
    session.set_read_only(True)
    async with open_test_desk(portal, tmp_path, session=session) as desk:
        await until(lambda: desk.feed.health.state is not FeedState.STOPPED)
        assert (desk.outbox.problem, desk.outbox.counts.queued) == (LOCKED, 5)
        assert await portal.calls("imconnector.send.messages") == []
        assert not [record for record in traffic.records if record.blocked]
        session.set_read_only(False)
        await until(lambda: desk.outbox.counts.queued == 0)
        assert desk.outbox.problem is None

    assert len(await portal.calls("imconnector.send.messages")) == 5


async def test_what_is_called_at_once_is_refused_at_once(desk, portal, until):
    dialog = await open_dialog(desk, until)
    await locked(desk, until)
    before = await facts(portal)
    with pytest.raises(ReadOnly):
        await desk.outbox.rename(dialog, "A name")

    assert await facts(portal) == before
    assert desk.traffic.records[-1].blocked


@pytest.mark.parametrize("act", [Act.ANSWER, Act.FINISH])
async def test_an_act_is_refused_before_it_is_called(desk, portal, until, act):
    dialog = await open_dialog(desk, until)
    await locked(desk, until)
    before = await facts(portal)
    with pytest.raises(NotPossible, match="READ_ONLY"):
        await desk.supervision.act(act, dialog)

    assert await facts(portal) == before


async def test_where_nothing_is_subscribed_watching_says_so_instead_of_waiting(
    portal, tmp_path, until
):
    session = await portal.sign_in()
    session.set_read_only(True)
    async with open_test_desk(portal, tmp_path, session=session) as desk:
        await until(lambda: desk.feed.health.state is FeedState.UNAVAILABLE)
        assert desk.feed.health.problem == Problem("NOTHING_SUBSCRIBED")
        assert (await portal.state())["bindings"] == []
        session.set_read_only(False)
        await until(lambda: desk.feed.health.state is FeedState.LIVE)
        assert len((await portal.state())["bindings"]) == 7
