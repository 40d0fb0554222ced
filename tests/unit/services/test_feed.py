"""Following the queue: two ways to read it, patience with failures, and telling the truth."""

import httpx
import pytest
from starlette.responses import JSONResponse

from app.bitrix.connection import open_http
from app.bitrix.events import CONNECTOR_EVENTS
from app.domain.dialog import Author, Delivery, DialogState
from app.domain.feed import FeedSource, FeedState
from app.sandbox.http.server import Options as SandboxOptions
from app.sandbox.http.server import create
from app.services.clock import utc_now
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    ORIGIN,
    Portal,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    running,
    written,
)


async def opened_dialog(desk, until):
    """A dialog whose session is open, with the outbox at work."""
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    return dialog


async def operator_texts(desk, dialog):
    return [m.text for m in await messages(desk, dialog) if m.author is Author.OPERATOR]


async def test_the_seven_events_are_bound_once_and_found_bound_later(
    live, sandbox, until, tmp_path
):
    await until(lambda: live.feed.health.state is FeedState.LIVE)
    first = await sandbox.calls("event.bind")
    async with open_test_desk(sandbox, tmp_path / "second") as second:
        await until(lambda: second.feed.health.state is FeedState.LIVE)

    bound = {row["event"] for row in (await sandbox.state())["bindings"] if row["offline"]}
    assert bound == set(CONNECTOR_EVENTS)
    assert len(first) == 7
    assert len(await sandbox.calls("event.bind")) == 7


@pytest.mark.parametrize(
    ("extended", "source"), [(True, FeedSource.CONFIRMED), (False, FeedSource.PEEKED)]
)
async def test_many_replies_arrive_once_in_order_and_leave_the_queue(
    tmp_path, until, extended, source
):
    async with (
        open_sandbox(offline_extended=extended) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await connected(desk)
        dialog = await opened_dialog(desk, until)
        desk.feed.pause()
        for number in range(130):
            await portal.reply(desk.dialogs.get(dialog), f"reply {number}")
        desk.feed.resume()
        await until(lambda: desk.dialogs.get(dialog).unread == 130)
        await polled(desk, until)

        assert await operator_texts(desk, dialog) == [f"reply {n}" for n in range(130)]
        assert desk.feed.health.source is source
        assert desk.feed.health.events == 130
        assert (await portal.state())["queue"] == []


async def test_without_the_plans_feature_nothing_is_removed_before_it_is_saved(tmp_path, until):
    async with (
        open_sandbox(offline_extended=False) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await connected(desk)
        dialog = await opened_dialog(desk, until)
        await portal.reply(desk.dialogs.get(dialog), "hello")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await polled(desk, until)

        order = [row["method"] for row in await portal.calls()]
        assert order.index("event.offline.list") < order.index("event.offline.get")


async def test_a_licence_that_lost_the_feature_in_the_meantime_changes_the_way(
    live, sandbox, until
):
    dialog = await opened_dialog(live, until)
    await sandbox.order("options", offline_extended=False)
    await sandbox.reply(live.dialogs.get(dialog), "hello")
    await until(lambda: live.dialogs.get(dialog).unread == 1)
    await polled(live, until)

    assert live.feed.health.source is FeedSource.PEEKED


async def test_rows_that_a_lost_answer_left_reserved_are_found_again(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    live.feed.pause()
    await sandbox.reply(live.dialogs.get(dialog), "reserved by a lost answer")
    await sandbox.order("fault", kind="cut", method="event.offline.get", count=1)
    live.feed.resume()
    await until(lambda: live.dialogs.get(dialog).unread == 1)
    await polled(live, until)

    assert await operator_texts(live, dialog) == ["reserved by a lost answer"]
    assert (await sandbox.state())["queue"] == []


async def test_a_confirmation_that_was_lost_doubles_nothing(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    states = []
    live.feed.health_changed.connect(lambda health: states.append(health.state))
    await sandbox.order("fault", kind="html", method="event.offline.clear", count=1)
    await sandbox.reply(live.dialogs.get(dialog), "once")
    await until(lambda: FeedState.UNREACHABLE in states)
    await until(lambda: live.feed.health.state is FeedState.LIVE)

    assert await operator_texts(live, dialog) == ["once"]
    assert (await sandbox.state())["queue"] == []


async def test_an_employee_who_may_read_nothing_is_told_so_and_can_still_write(tmp_path, until):
    async with (
        open_sandbox(role="user") as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        for method in ("im.*", "imopenlines.session.history.get"):
            await portal.order("fault", kind="ACCESS_DENIED", method=method, count=None)
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        await until(lambda: desk.feed.health.state is FeedState.UNAVAILABLE)

        assert desk.feed.health.problem.code == "ACCESS_DENIED"
        assert await portal.calls("event.offline.get") == []
        assert (await messages(desk, dialog))[0].delivery is Delivery.SENT


async def test_an_unfinished_installation_is_told_since_no_event_would_ever_come(tmp_path, until):
    async with (
        open_sandbox(installed=False) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await until(lambda: desk.feed.health.state is FeedState.UNAVAILABLE)
        before = desk.feed.health.problem
        await portal.order("options", installed=True)
        desk.feed.poll_now()
        await until(lambda: desk.feed.health.state is FeedState.LIVE)

        assert before.code == "NOT_INSTALLED"


async def test_a_missing_permission_is_told_with_the_vendors_code(tmp_path, until):
    async with (
        open_sandbox(scope="im,user") as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await until(lambda: desk.feed.health.state is FeedState.UNAVAILABLE)

        assert desk.feed.health.problem.code == "ERROR_EVENT_NOT_FOUND"


@pytest.mark.parametrize("kind", ["html", "cut", "internal_error", "empty"])
async def test_the_feed_recovers_from_a_bad_answer_by_itself(live, sandbox, until, kind):
    dialog = await opened_dialog(live, until)
    states = []
    live.feed.health_changed.connect(states.append)
    await sandbox.order("fault", kind=kind, method="event.offline.get", count=2)
    await until(lambda: any(each.state is FeedState.UNREACHABLE for each in states))
    await until(lambda: live.feed.health.state is FeedState.LIVE)
    await sandbox.reply(live.dialogs.get(dialog), "after the storm")
    await until(lambda: live.dialogs.get(dialog).unread == 1)
    await polled(live, until)

    bad = next(each for each in states if each.state is FeedState.UNREACHABLE)
    assert bad.problem is not None
    assert bad.retry_at is not None
    assert live.feed.health.problem is None


async def test_rows_that_a_portal_hands_out_without_a_batch_do_not_end_the_feed(tmp_path, until):
    row = {"ID": "5", "EVENT_NAME": "ONIMCONNECTORMESSAGEADD"}
    strange = [{"result": {"process_id": "", "events": [row]}}]
    sandbox = create(SandboxOptions(auto_consent=True, rate_limit=False))

    async def answer(scope, receive, send):
        if strange and "event.offline.get" in scope.get("path", ""):
            await JSONResponse(strange.pop())(scope, receive, send)
        else:
            await sandbox.app(scope, receive, send)

    async with open_http(transport=httpx.ASGITransport(app=answer)) as http:
        portal, states = Portal(http, sandbox.describe(ORIGIN)), []
        async with open_test_desk(portal, tmp_path) as desk:
            desk.feed.health_changed.connect(states.append)
            await until(lambda: any(each.problem for each in states))
            await until(lambda: desk.feed.health.state is FeedState.LIVE)

    problem = next(each.problem for each in states if each.problem)
    assert problem.code == "GARBLED"
    assert strange == []


async def test_each_failure_is_waited_for_longer_than_the_one_before(quiet, sandbox, until):
    waits = []

    def note(health):
        if health.state is FeedState.UNREACHABLE:
            waits.append(health.retry_at - utc_now())

    quiet.feed.health_changed.connect(note)
    await sandbox.order("fault", kind="html", method="event.offline.get", count=6)
    async with running(quiet):
        await until(lambda: quiet.feed.health.state is FeedState.LIVE)

    assert len(waits) == 6
    assert waits[-1] > waits[0] * 2


async def test_a_revoked_sign_in_is_told_and_not_hammered(live, sandbox, until):
    await until(lambda: live.feed.health.state is FeedState.LIVE)
    await sandbox.order("tokens", action="revoke", which="all")
    await until(lambda: live.feed.health.state is FeedState.SIGNED_OUT)

    assert live.session.signed_out is not None
    assert live.feed.health.retry_at is None


async def test_an_expired_token_is_renewed_without_a_word(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    states = set()
    live.feed.health_changed.connect(lambda health: states.add(health.state))
    await sandbox.order("tokens", action="expire", which="access")
    await sandbox.reply(live.dialogs.get(dialog), "after an hour")
    await until(lambda: live.feed.health.events == 1)

    assert states == {FeedState.LIVE}
    assert live.session.tokens.refreshed == 1


async def test_a_full_disk_pauses_the_feed_with_the_reason_and_it_goes_on_by_itself(
    live, sandbox, until
):
    dialog = await opened_dialog(live, until)
    live.feed.pause()

    def fill(conn):
        (pages,) = conn.execute("PRAGMA page_count").fetchone()
        conn.execute(f"PRAGMA max_page_count = {pages}")

    await live.journal.run(fill)
    for number in range(30):
        await sandbox.reply(live.dialogs.get(dialog), f"{number}:" + "long " * 1500)
    live.feed.resume()
    await until(lambda: live.feed.health.problem is not None)
    full = live.feed.health
    await live.journal.run(lambda conn: conn.execute("PRAGMA max_page_count = 1000000"))
    await until(lambda: live.dialogs.get(dialog).unread == 30)

    assert (full.state, full.problem.code) == (FeedState.PAUSED, "DISK_FULL")
    assert full.retry_at is not None
    numbers = [text.partition(":")[0] for text in await operator_texts(live, dialog)]
    assert numbers == [str(number) for number in range(30)]


async def test_a_paused_feed_leaves_the_queue_alone(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    live.feed.pause()
    await sandbox.reply(live.dialogs.get(dialog), "not yet")
    calls = len(await sandbox.calls("event.offline.get"))
    live.feed.poll_now()
    health = live.feed.health
    live.feed.resume()
    await until(lambda: live.dialogs.get(dialog).unread == 1)

    assert health.state is FeedState.PAUSED
    assert len(await sandbox.calls("event.offline.get")) > calls


async def test_an_idle_feed_polls_more_and_more_rarely_and_wakes_up_when_something_is_sent(
    sandbox, tmp_path, until
):
    async with open_test_desk(sandbox, tmp_path, interval=(0.01, 30.0)) as desk:
        await connected(desk)
        await until(lambda: desk.feed.health.interval > 0.3)
        slow = desk.feed.health.interval
        await written(desk)
        await until(lambda: desk.feed.health.interval < slow)


async def test_the_health_tells_of_the_last_event_and_its_age(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    await sandbox.reply(live.dialogs.get(dialog), "hello")
    await until(lambda: live.feed.health.last_event is not None)

    health = live.feed.health
    assert 0 <= health.lag < 5
    assert health.last_poll >= health.last_event
    assert health.events == 1


async def test_after_a_restart_the_health_tells_of_the_events_of_earlier_runs(tmp_path, until):
    async with open_sandbox() as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await opened_dialog(desk, until)
            for text in ("one", "two"):
                await portal.reply(desk.dialogs.get(dialog), text)
            await until(lambda: desk.feed.health.events == 2)
            before = desk.feed.health
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            assert desk.feed.health.events == 2
            assert desk.feed.health.last_event == before.last_event
            await portal.reply(desk.dialogs.get(dialog), "three")
            await until(lambda: desk.feed.health.events == 3)


async def test_a_queue_that_was_emptied_is_told_as_empty(live, sandbox, until):
    dialog = await opened_dialog(live, until)
    told = []
    live.feed.health_changed.connect(lambda health: told.append((health.events, health.queue)))
    await sandbox.reply(live.dialogs.get(dialog), "hello")
    await until(lambda: live.feed.health.events == 1)

    assert (1, 0) in told
    assert {queue for events, queue in told if events == 1} == {0}


async def test_a_stopped_feed_says_so(quiet, until):
    async with running(quiet):
        await until(lambda: quiet.feed.health.state is FeedState.LIVE)

    assert quiet.feed.health.state is FeedState.STOPPED


async def test_an_event_that_cannot_be_understood_is_kept_and_holds_up_nothing(
    live, sandbox, until
):
    dialog = await opened_dialog(live, until)
    await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
    await until(lambda: live.feed.health.events == 1)
    await live.journal.run(
        lambda conn: conn.execute(
            "INSERT INTO event (batch, row, name, message_id, raw) "
            "VALUES (1, 1, 'ONIMCONNECTORMESSAGEADD', 'x', ?)",
            (b'{"ID": "1", "EVENT_NAME": "ONIMCONNECTORMESSAGEADD", "EVENT_DATA": false}',),
        )
    )
    await sandbox.order("delete-line", line=57)
    await until(lambda: live.feed.health.events >= 3)

    rows = await live.journal.run(
        lambda conn: conn.execute("SELECT applied, unreadable FROM event WHERE row = 1").fetchall()
    )
    assert rows[0][0] == 1
    assert rows[0][1]
    assert live.dialogs.get(dialog) is not None
