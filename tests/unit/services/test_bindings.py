"""Subscriptions to events, against a real portal: seen, judged, bound, taken away one by one."""

from contextlib import asynccontextmanager

import pytest

from app.bitrix.errors import AccessDenied, BitrixError
from app.domain.binding import CONNECTOR_EVENTS, RECOMMENDED, Binding, Verdict
from tests.helpers.desk import open_sandbox, open_test_desk

ADD, FINISH = "ONIMCONNECTORMESSAGEADD", "ONSESSIONFINISH"
HOOK = "https://lamp.example/hook"


def online(handler=HOOK, event=ADD, **more):
    return Binding(event, offline=False, handler=handler, **more)


@asynccontextmanager
async def opened(tmp_path, **options):
    async with open_sandbox(**options) as portal, open_test_desk(portal, tmp_path, run=False) as d:
        yield portal, d.bindings


async def verdicts(bindings):
    await bindings.refresh()
    return {each.binding.handler: each.verdict for each in bindings.report.rows}


async def test_the_recommended_set_is_bound_and_says_what_came_of_each(tmp_path):
    async with opened(tmp_path) as (portal, bindings):
        await bindings.refresh()
        assert bindings.plan() == RECOMMENDED
        await bindings.bind(Binding(ADD, offline=True))

        results = [each async for each in bindings.bind_all(RECOMMENDED)]

        assert [each.event for each in results] == list(RECOMMENDED)
        assert [each.event for each in results if not each.new] == [ADD]
        assert not any(each.problem for each in results)
        assert bindings.report.missing == bindings.plan() == ()
        there = [row["event"] for row in (await portal.state())["bindings"] if row["offline"]]
        assert sorted(there) == sorted(RECOMMENDED)


async def test_one_refused_event_does_not_stop_the_rest(tmp_path):
    async with opened(tmp_path) as (portal, bindings):
        await portal.order("fault", kind="ERROR_EVENT_NOT_FOUND", method="event.bind", count=1)

        results = [each async for each in bindings.bind_all(CONNECTOR_EVENTS)]

        codes = [each.problem.code if each.problem else "" for each in results]
        assert codes == ["ERROR_EVENT_NOT_FOUND", *[""] * 6]
        assert bindings.report.missing[0] == ADD


async def test_what_was_bound_before_is_a_success(tmp_path):
    async with opened(tmp_path) as (_, bindings):
        assert await bindings.bind(online()) is True
        assert await bindings.bind(online()) is False


async def test_exactly_one_subscription_goes(tmp_path):
    async with opened(tmp_path) as (_, bindings):
        rows = [online(), online(HOOK + "/"), online(event=FINISH), Binding(ADD, offline=True)]
        for row in rows:
            await bindings.bind(row)

        assert await bindings.unbind(rows[1]) == 1

        assert set(bindings.bindings) == {rows[0], rows[2], rows[3]}
        assert await bindings.unbind(rows[1]) == 0


async def test_addresses_bound_from_here_are_known_after_a_restart(tmp_path):
    newer = "https://new.lamp.example/hook"
    async with open_sandbox() as portal:
        async with open_test_desk(portal, tmp_path, run=False) as desk:
            await desk.bindings.bind(online())
            await desk.bindings.bind(online(newer))
        async with open_test_desk(portal, tmp_path, run=False) as desk:
            found = await verdicts(desk.bindings)

    assert found == {HOOK: Verdict.STALE, newer: Verdict.OWN}


async def test_what_another_program_of_the_application_bound_is_unknown_here(tmp_path):
    async with open_sandbox() as portal:
        async with open_test_desk(portal, tmp_path / "other", run=False) as desk:
            await desk.bindings.bind(online())
        async with open_test_desk(portal, tmp_path / "mine", run=False) as desk:
            assert await verdicts(desk.bindings) == {HOOK: Verdict.UNKNOWN}


async def test_another_queue_of_the_application_is_told_apart_and_can_be_left(tmp_path):
    async with opened(tmp_path, auth_connector=True) as (_, bindings):
        other = Binding(ADD, offline=True, auth_connector="crm")
        await bindings.bind(other)
        await bindings.bind(Binding(ADD, offline=True))
        found = {each.binding.auth_connector: each.verdict for each in bindings.report.rows}
        assert found == {"crm": Verdict.OTHER_QUEUE, "": Verdict.NEEDED}

        assert await bindings.unbind(other) == 1
        assert bindings.bindings == (Binding(ADD, offline=True),)


async def test_an_employee_is_told_that_offline_ones_are_hidden(tmp_path):
    async with opened(tmp_path, role="user") as (_, bindings):
        await bindings.refresh()
        assert bindings.report.hidden
        assert bindings.report.missing == ()
        with pytest.raises(AccessDenied):
            await bindings.bind(Binding(ADD, offline=True))

        results = [each async for each in bindings.bind_all(bindings.plan())]
        assert {each.problem.code for each in results} == {"ACCESS_DENIED"}

        await bindings.bind(online())
        assert [each.binding.handler for each in bindings.report.rows] == [HOOK]
        assert await bindings.unbind(bindings.bindings[0]) == 1


async def test_without_the_permission_the_events_are_refused_not_missing(tmp_path):
    async with opened(tmp_path, scope="im,user,placement") as (_, bindings):
        await bindings.refresh()

        assert bindings.report.missing == ()
        assert bindings.report.refused == RECOMMENDED


async def test_a_reading_that_fails_keeps_what_was_known_and_says_why(tmp_path):
    async with opened(tmp_path) as (portal, bindings):
        await bindings.bind(online())
        await portal.order("fault", kind="INTERNAL_SERVER_ERROR", method="event.get", count=1)
        with pytest.raises(BitrixError):
            await bindings.refresh()
        assert bindings.problem.code == "INTERNAL_SERVER_ERROR"
        assert bindings.bindings == (online(),)
        await bindings.refresh()
        assert bindings.problem is None


async def test_open_line_events_are_kept_without_being_called_unreadable(sandbox, tmp_path, until):
    async with open_test_desk(sandbox, tmp_path) as desk:
        from tests.helpers.desk import connected, written

        await connected(desk)
        async for _ in desk.bindings.bind_all(RECOMMENDED):
            pass
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).portal_chat)
        await sandbox.reply(desk.dialogs.get(dialog), "Yes")
        await until(lambda: desk.feed.health.events >= 2)

        rows = await desk.journal.run(
            lambda conn: conn.execute("SELECT name, unreadable FROM event").fetchall()
        )
        assert any(name == "ONOPENLINEMESSAGEADD" for name, _ in rows)
        assert {why for _, why in rows} == {""}


@pytest.mark.usefixtures("queues_apart")
async def test_another_queue_does_not_keep_the_feed_from_subscribing_its_own(
    sandbox, tmp_path, until
):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        for event in CONNECTOR_EVENTS:
            await desk.bindings.bind(Binding(event, offline=True, auth_connector="crm"))
    async with open_test_desk(sandbox, tmp_path) as desk:
        await until(lambda: desk.feed.health.last_poll)
        await desk.bindings.refresh()
        assert not set(CONNECTOR_EVENTS) & set(desk.bindings.report.missing)
