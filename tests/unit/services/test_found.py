"""Dialogs that are open at the portal when a console signs in for the first time."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from app.bitrix.chat_rows import CLOSED
from app.domain.dialog import Author, DialogState
from app.domain.feed import FeedState
from app.services import found_rules
from app.ui.calls.model import is_write
from tests.helpers.desk import (
    CONNECTOR,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    running,
    written,
)

OLGA, ANN = 1, 12
ADMIN, EMPLOYEE = {"role": "admin"}, {"role": "user"}


@asynccontextmanager
async def looking(desk):
    """The desk at work, and the search for open dialogs with it."""
    async with running(desk):
        task = asyncio.get_running_loop().create_task(desk.found.run())
        try:
            yield desk
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def left_open(folder, until, **options):
    """A portal with an earlier session, and an open one that the signed-in user has; and a second
    console, which knows nothing.
    """
    async with open_sandbox(**options) as portal:
        async with open_test_desk(portal, folder / "first") as first:
            await connected(first)
            dialog = await written(first, text="Is it in stock?")
            await until(lambda: first.dialogs.get(dialog).state is DialogState.OPEN)
            me = first.session.capabilities.user.id
            here = first.dialogs.get(dialog)
            await portal.order("transfer", chat_id=here.portal_chat, to_user=me)
            await portal.order("answer", chat_id=here.portal_chat, user_id=me)
            await portal.reply(here, "Two are left", user_id=me)
            await first.outbox.send(dialog, "I take both")
            await until(lambda: first.outbox.counts.queued == 0)
            await until(lambda: first.dialogs.get(dialog).unread == 1)
            here = first.dialogs.get(dialog)
            await polled(first, until)
            await polled(first, until)
        async with open_test_desk(portal, folder / "second", run=False) as desk:
            yield portal, desk, here


@pytest.mark.parametrize("options", [ADMIN, EMPLOYEE])
async def test_a_new_console_knows_the_open_dialogs_of_its_users_list(tmp_path, until, options):
    async with left_open(tmp_path, until, **options) as (portal, desk, before):
        last = desk.traffic.records[-1].id
        left = (await portal.state())["chats"]
        async with looking(desk):
            await until(lambda: desk.dialogs.all() and desk.dialogs.all()[0].count >= 4)
            assert (await portal.state())["chats"] == left, "nothing was read or answered there"
            (dialog,) = desk.dialogs.all()
            rows = await messages(desk, dialog.id)
        facts = desk.board.now([before.line])
        made = desk.traffic.since(last)

    said = [(row.author, row.text) for row in rows if row.im]
    assert said == [
        (Author.CUSTOMER, "Is it in stock?"),
        (Author.OPERATOR, "Two are left"),
        (Author.CUSTOMER, "I take both"),
    ]
    assert (dialog.state, dialog.session, dialog.name) == (
        DialogState.OPEN,
        before.session,
        "Anna Kovaleva",
    )
    assert dialog.unread == 0
    assert dialog.operator_id == desk.session.capabilities.user.id
    assert [each.since for each in facts.waiting] == [rows[-1].at]
    wrote = {each.method for each in made if is_write(each)}
    assert not {each for each in wrote if not each.startswith(("event.", "im.v2.Event."))}


async def test_what_was_said_before_is_no_event_that_comes_late(tmp_path, until):
    async with left_open(tmp_path, until, **ADMIN) as (_, desk, _before):
        async with looking(desk):
            await until(lambda: desk.dialogs.all() and desk.dialogs.all()[0].count >= 4)
            await polled(desk, until)
        health = desk.feed.health

    assert health.events > 0
    assert health.lag is None


async def test_what_was_said_before_the_first_event_does_not_come_behind_it(
    tmp_path, until, monkeypatch
):
    monkeypatch.setattr(found_rules, "_BEFORE", timedelta(minutes=-1))  # all is said at once here
    async with left_open(tmp_path, until, **ADMIN) as (portal, desk, before):
        me = desk.session.capabilities.user.id
        await portal.reply(before, "Shall I put them aside?", user_id=me)
        for user in (ANN, me):  # the newest line of the chat is one that no event tells of
            await portal.order("transfer", chat_id=before.portal_chat, to_user=user)
        await portal.order("answer", chat_id=before.portal_chat, user_id=me)
        async with looking(desk):
            await until(lambda: desk.found.looked_at is not None)
            await polled(desk, until)
            await polled(desk, until)
            (dialog,) = desk.dialogs.all()
            met = await words(desk, dialog.id)
            await desk.earlier.read(dialog.id)
            whole = await words(desk, dialog.id)

    assert met == ["Shall I put them aside?"]
    assert whole[-1] == met[-1]
    assert whole.index("Is it in stock?") < whole.index("Two are left") < len(whole) - 1


async def words(desk, dialog):
    """What people said, as it stands in the transcript."""
    known = desk.dialogs.get(dialog)
    rows = await desk.dialogs.page(dialog, known.first, 1000)
    return [row.text for row in rows if row.im]


async def test_what_was_said_in_an_earlier_session_is_not_taken_in(tmp_path, until):
    async with left_open(tmp_path, until, **ADMIN) as (portal, desk, before):
        await portal.order("close", chat_id=before.portal_chat)
        await portal.order("clock", advance=7200)
        item = {
            "user": {"id": "u-1"},
            "chat": {"id": "conv-1"},
            "message": {"id": "m-9", "date": 0, "text": "And in red?"},
        }
        params = {"CONNECTOR": CONNECTOR, "LINE": before.line, "MESSAGES": [item]}
        await desk.session.caller.call("imconnector.send.messages", params)
        await portal.order("answer", chat_id=before.portal_chat, user_id=OLGA)
        async with looking(desk):
            await until(lambda: desk.dialogs.all() and desk.dialogs.all()[0].count >= 3)
            (dialog,) = desk.dialogs.all()
            rows = await messages(desk, dialog.id)

    assert [row.text for row in rows if row.im] == ["And in red?"]
    assert dialog.waiting_since == rows[-1].at
    assert dialog.answered_at is None


async def test_looking_again_changes_nothing_and_tells_of_an_end_that_nobody_told(tmp_path, until):
    async with left_open(tmp_path, until, **ADMIN) as (portal, desk, before):
        async with looking(desk):
            await until(lambda: desk.dialogs.all() and desk.dialogs.all()[0].count >= 4)
        (dialog,) = desk.dialogs.all()
        await desk.found.look()
        again = desk.dialogs.all()
        await portal.order("close", chat_id=before.portal_chat)
        await desk.found.look()
        (closed,) = desk.dialogs.all()

    assert again == (dialog,)
    assert closed.state is DialogState.CLOSED
    assert closed.waiting_since is None


async def test_a_list_that_is_refused_is_told_and_the_feed_goes_on(tmp_path, until):
    async with left_open(tmp_path, until, **ADMIN) as (portal, desk, _):
        await portal.order("fault", kind="ACCESS_DENIED", method="im.recent.list", count=None)
        async with looking(desk):
            await until(lambda: desk.found.problem is not None)
            await polled(desk, until)
            state = desk.feed.health.state

    assert desk.found.looked_at is None
    assert state is FeedState.LIVE
    assert desk.dialogs.all() == ()


async def test_dialogs_of_the_portals_own_channels_are_left_out(tmp_path, until):
    async with (
        open_sandbox(seed="busy", role="user") as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        async with looking(desk):
            await until(lambda: desk.found.looked_at is not None)
        found = {each.connector for each in desk.dialogs.all()}
        rows = await desk.session.caller.call("im.recent.get", {"ONLY_OPENLINES": "Y"})
        mine = [x for x in rows if x["chat"]["entity_id"].startswith("care_chat|")]
        opened = {x["chat_id"] for x in mine if x["lines"]["status"] < CLOSED}

    assert len(mine) < len(rows)
    assert found == {"care_chat"}
    assert {each.portal_chat for each in desk.dialogs.all()} == opened
