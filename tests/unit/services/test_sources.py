"""The sources of events for people who are no administrators, and the changes between sources."""

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from app.domain.dialog import Author, DialogState
from app.domain.feed import FeedSource, FeedState, GapReason
from app.services.clock import utc_now
from app.services.notes import NoteKind, read_note
from app.services.sources.choosing import LEFT_ALONE
from tests.helpers.desk import connected, messages, open_sandbox, open_test_desk, written

#: The employee who signs in, and a colleague.
ANN, COLLEAGUE = 12, 7
#: What a portal answers that knows nothing of the user's own events.
UNKNOWN = "ERROR_METHOD_NOT_FOUND"
OWN_EVENTS = {"role": "user"}
READ_BACK = {"role": "user", "faults": [(UNKNOWN, "im.v2.event.subscribe")]}
BY_SESSION = {"role": "user", "scope": "imopenlines,imconnector,user_basic"}


class Time:
    """A clock that can be put forward."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead


@asynccontextmanager
async def opened(folder, until, *, faults=(), clock=utc_now, **options):
    """A portal, a desk at work, and a dialog whose session is open."""
    async with open_sandbox(**options) as portal:
        for kind, method in faults:
            await portal.order("fault", kind=kind, method=method, count=None)
        async with open_test_desk(portal, folder, clock=clock) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            yield portal, desk, dialog


async def shown(desk, dialog):
    """What stands on the operators' side: text, and whether it was deleted."""
    rows = await messages(desk, dialog)
    mine = [row for row in rows if row.author in (Author.OPERATOR, Author.BOT)]
    return [(row.text, row.deleted_at is not None) for row in mine]


async def come_true(question, seconds=30.0):
    """Ask the portal or the journal again and again until the answer is yes."""
    end = time.monotonic() + seconds
    while not await question():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("options", "source"),
    [
        (OWN_EVENTS, FeedSource.IM_EVENTS),
        (READ_BACK, FeedSource.HISTORY),
        (BY_SESSION, FeedSource.HISTORY),
    ],
)
async def test_an_employee_sees_answers_edits_and_deletions_and_they_are_acknowledged(
    tmp_path, until, options, source
):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        first = await portal.reply(chat, "[b]Two[/b] left", user_id=ANN)
        second = await portal.reply(chat, "Three left", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).unread == 2)
        bubbles = [row for row in await messages(desk, dialog) if row.im]

        async def acknowledged():
            rows = {row["id"]: row for row in (await portal.chat(chat))["messages"]}
            return rows[first]["delivered"] and rows[second]["delivered"]

        await come_true(acknowledged)
        await portal.order("edit", message_id=first, text="[b]One[/b] left")
        await portal.order("delete", message_id=second)
        wanted = [("[b]One[/b] left", False), ("Three left", True)]

        async def changed():
            return await shown(desk, dialog) == wanted

        await come_true(changed)

        assert [(row.author_name, row.text, row.im) for row in bubbles] == [
            ("Ann Lee", "[b]Two[/b] left", first),
            ("Ann Lee", "Three left", second),
        ]
        assert desk.feed.health.source is source
        assert desk.feed.health.state is FeedState.LIVE
        methods = {row["method"] for row in await portal.calls()}
        assert not {each for each in methods if each.startswith("event.")}
        assert not methods & {"im.dialog.read", "imopenlines.session.join", "im.chat.user.add"}


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK, BY_SESSION])
async def test_answers_of_a_colleague_in_a_chat_of_his_own_arrive_as_well(tmp_path, until, options):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.order("transfer", chat_id=chat.portal_chat, to_user=COLLEAGUE)
        await portal.order("answer", chat_id=chat.portal_chat, user_id=COLLEAGUE)
        await portal.reply(chat, "I take over", user_id=COLLEAGUE)
        await until(lambda: desk.dialogs.get(dialog).unread == 1)

        assert await shown(desk, dialog) == [("I take over", False)]


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK, BY_SESSION])
async def test_files_of_an_answer_are_named_with_their_links(tmp_path, until, options):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.reply(chat, "Look", user_id=ANN, files=[{"name": "lamp.png"}])

        async def named():
            (row,) = [x for x in await messages(desk, dialog) if x.im] or [None]
            return row is not None and [each.name for each in row.attachments] == ["lamp.png"]

        await come_true(named)
        (bubble,) = [row for row in await messages(desk, dialog) if row.im]
        assert bubble.attachments[0].url.endswith("/lamp.png")
        assert await shown(desk, dialog) == [("Look", False)]


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK])
async def test_the_end_of_a_session_is_seen_in_the_list_of_recent_chats(tmp_path, until, options):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.reply(chat, "Good bye", user_id=ANN)
        await portal.order("close", chat_id=chat.portal_chat)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.CLOSED)

        notes = [each for each in map(read_note, await messages(desk, dialog)) if each]
        ends = [each for each in notes if each.kind is NoteKind.SESSION_FINISHED]
        assert [each.value for each in ends] == [str(chat.session)]


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK, BY_SESSION])
async def test_notes_between_colleagues_and_of_the_portal_are_no_answers(tmp_path, until, options):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.order("silent", chat_id=chat.portal_chat, on=True)
        await portal.reply(chat, "Between us: he is difficult", user_id=ANN)
        await portal.order("silent", chat_id=chat.portal_chat, on=False)
        await portal.reply(chat, "Of course", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).unread == 1)

        assert await shown(desk, dialog) == [("Of course", False)]


@pytest.mark.parametrize("kind", ["html", "internal_error"])
async def test_while_the_queue_fails_and_the_portal_answers_another_source_is_read(
    tmp_path, until, kind
):
    time = Time()
    async with opened(tmp_path, until, clock=time) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.order("reply", chat_id=chat.portal_chat, text="one")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await portal.order("fault", kind=kind, method="event.offline.*", count=None)
        await until(lambda: desk.feed.health.source in (FeedSource.IM_EVENTS, FeedSource.HISTORY))
        await portal.order("reply", chat_id=chat.portal_chat, text="two")
        await until(lambda: desk.dialogs.get(dialog).unread == 2)
        await portal.order("clear-faults")
        time.ahead += LEFT_ALONE
        await until(lambda: desk.feed.health.source is FeedSource.CONFIRMED)
        await portal.order("reply", chat_id=chat.portal_chat, text="three")
        await until(lambda: desk.dialogs.get(dialog).unread == 3)

        assert await shown(desk, dialog) == [(each, False) for each in ("one", "two", "three")]
        async with asyncio.timeout(30):  # rows are taken away after they are shown
            while (await portal.state())["queue"]:  # noqa: ASYNC110 - the portal rings no bell
                await asyncio.sleep(0.01)


async def test_rights_that_come_and_go_while_the_program_runs_change_the_source(tmp_path, until):
    time = Time()
    async with opened(tmp_path, until, clock=time) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await until(lambda: desk.feed.health.source is FeedSource.CONFIRMED)
        await portal.order("fault", kind="ACCESS_DENIED", method="event.*", count=None)
        await until(lambda: desk.feed.health.source is FeedSource.IM_EVENTS)
        await portal.order("reply", chat_id=chat.portal_chat, text="still here")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await portal.order("clear-faults")
        time.ahead += LEFT_ALONE
        await until(lambda: desk.feed.health.source is FeedSource.CONFIRMED)
        await portal.order("reply", chat_id=chat.portal_chat, text="and again")
        await until(lambda: desk.dialogs.get(dialog).unread == 2)

        assert await shown(desk, dialog) == [("still here", False), ("and again", False)]


async def test_under_the_lock_an_employee_reads_known_chats_back_and_changes_nothing(
    tmp_path, until
):
    async with open_sandbox(**OWN_EVENTS) as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            chat = desk.dialogs.get(dialog)
        session.set_read_only(True)
        before = len(await portal.calls())
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await portal.reply(chat, "seen", user_id=ANN)
            await until(lambda: desk.dialogs.get(dialog).unread == 1)
            await until(lambda: desk.feed.health.source is FeedSource.HISTORY)

            made = {row["method"] for row in (await portal.calls())[before:]}
            assert made <= {
                *("batch", "im.recent.get", "im.dialog.messages.get", "user.get"),
                *("imopenlines.session.history.get", "profile"),
            }


@pytest.mark.parametrize(
    ("options", "kept"), [(OWN_EVENTS, timedelta(hours=24)), ({}, timedelta(days=30))]
)
async def test_after_more_time_than_the_portal_keeps_the_gap_is_told_and_chats_are_read_back(
    tmp_path, until, options, kept
):
    time = Time()
    async with open_sandbox(**options) as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, clock=time) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            await until(lambda: desk.feed.health.last_poll is not None)
            chat = desk.dialogs.get(dialog)
        await portal.reply(chat, "while you were away", user_id=ANN)
        await portal.order("clock", advance=(kept + timedelta(days=5)).total_seconds())
        time.ahead += kept + timedelta(days=5)
        async with open_test_desk(portal, tmp_path, session=session, clock=time) as desk:
            await until(lambda: desk.dialogs.get(dialog).unread == 1)
            await until(lambda: desk.feed.health.gap is not None)
            gap = desk.feed.health.gap
            notes = [each for each in map(read_note, await messages(desk, dialog)) if each]
            await desk.feed.take_note()
            after = desk.feed.health.gap

            assert await shown(desk, dialog) == [("while you were away", False)]
            assert gap.why is GapReason.AWAY
            assert timedelta(days=4) < gap.until - gap.since < timedelta(days=6)
            assert [x.kind for x in notes].count(NoteKind.EVENTS_MISSED) == 1
            assert after is None


async def test_a_short_absence_leaves_no_gap(tmp_path, until):
    time = Time()
    async with open_sandbox(**OWN_EVENTS) as portal:
        session = await portal.sign_in()
        async with open_test_desk(portal, tmp_path, session=session, clock=time) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            chat = desk.dialogs.get(dialog)
            await until(lambda: desk.feed.health.source is FeedSource.IM_EVENTS)
        await portal.reply(chat, "in the night", user_id=ANN)
        time.ahead += timedelta(hours=12)
        async with open_test_desk(portal, tmp_path, session=session, clock=time) as desk:
            await until(lambda: desk.dialogs.get(dialog).unread == 1)

            assert desk.feed.health.gap is None


async def test_a_computer_that_slept_asks_at_once_when_it_wakes(tmp_path, until):
    time = Time()
    async with open_sandbox() as portal:
        pace = (0.01, 0.5)
        async with open_test_desk(portal, tmp_path, clock=time, interval=pace) as desk:
            woken = []
            desk.feed.recovered.connect(woken.append)
            await until(lambda: desk.feed.health.interval > 0.3)
            time.ahead += timedelta(hours=8)
            await until(lambda: woken)
            await until(lambda: desk.feed.health.interval < 0.3)


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK, BY_SESSION])
async def test_more_answers_than_a_page_holds_arrive_in_order_after_a_day_off(
    tmp_path, until, options
):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        chat = desk.dialogs.get(dialog)
        await portal.reply(chat, "answer 0", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        desk.feed.pause()
        for number in range(1, 131):
            await portal.reply(chat, f"answer {number}", user_id=ANN)
        desk.feed.resume()
        await until(lambda: desk.dialogs.get(dialog).unread == 131)

        assert await shown(desk, dialog) == [(f"answer {n}", False) for n in range(131)]


@pytest.mark.parametrize("options", [OWN_EVENTS, READ_BACK, BY_SESSION])
async def test_a_text_that_comes_back_after_an_edit_is_seen_as_it_is(tmp_path, until, options):
    async with opened(tmp_path, until, **options) as (portal, desk, dialog):
        number = await portal.reply(desk.dialogs.get(dialog), "this", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).last_text == "this")
        for text in ("that", "this", "that", "this"):
            await portal.order("edit", message_id=number, text=text)
            await until(lambda text=text: desk.dialogs.get(dialog).last_text == text)

        assert await shown(desk, dialog) == [("this", False)]
