"""What was said before a dialog was known here is read back when a person asks for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.bitrix.errors import BitrixError
from app.bitrix.history import History
from app.domain.dialog import Author
from app.domain.earlier import Reach
from app.domain.statistics.facts import Period
from app.services.notes import read_note
from app.services.rows import save_setting
from tests.helpers.desk import connected, open_test_desk, written
from tests.helpers.past import ANN, heard_late, transcript


def told(rows):
    """Author and words of each message, and the notes."""
    return [row.text if read_note(row) else (row.author, row.text) for row in rows]


async def test_who_is_not_in_the_chat_reads_the_session_without_a_trace(tmp_path, until):
    async with heard_late(tmp_path, until) as (portal, desk, dialog):
        before, left = desk.dialogs.get(dialog), (await portal.state())["chats"]
        alerts: list[object] = []
        desk.alerts.changed.connect(alerts.append)
        found = await desk.earlier.read(dialog)
        rows, after = await transcript(desk, dialog), desk.dialogs.get(dialog)

        assert (await portal.state())["chats"] == left
        assert not await desk.journal.run(
            lambda conn: conn.execute("SELECT count(*) FROM job").fetchone()[0]
        )
    assert (found.messages, found.reach) == (2, Reach.SESSION)
    assert told(rows) == [
        f"session-started:{after.session}",
        (Author.CUSTOMER, "I take both"),
        (Author.OPERATOR, "Packed 1"),
        (Author.OPERATOR, "And sent"),
    ]
    assert [row.position for row in rows] == [-3, -2, -1, 0]
    assert rows[1].author_name == after.name == "Anna Kovaleva"
    assert rows[2].author_name == "Ann Lee"
    assert after.session is not None
    learned = {"name": "Anna Kovaleva", "session": after.session, "first": -3}
    assert after == replace(before, **learned), "nothing new, nobody waits, who has it stays"
    assert not alerts


async def test_members_read_page_by_page_until_the_conversation_begins(tmp_path, until):
    late = heard_late(tmp_path, until, answers=60, as_member=True)
    async with late as (portal, desk, dialog):
        left = (await portal.state())["chats"]
        assert await desk.earlier.reach(dialog) is Reach.MAYBE
        first = await desk.earlier.read(dialog)
        second = await desk.earlier.read(dialog)
        third = await desk.earlier.read(dialog)
        rows, calls = await transcript(desk, dialog), await portal.calls("im.dialog.messages.get")
        assert (await portal.state())["chats"] == left

    assert first.reach is Reach.MAYBE
    assert 0 < first.messages <= 50
    assert second.reach is Reach.BEGUN
    assert (third.messages, third.reach) == (0, Reach.BEGUN)
    assert len(calls) == 3, "an empty page is the proof, and nothing is asked after it"
    said = [row.text for row in rows if row.im]
    asked = ["Is it in stock?", "Two are left", "I take both"]
    assert said == [*asked, *(f"Packed {number + 1}" for number in range(60)), "And sent"]
    assert rows[0].text == "begins"
    assert len({row.im for row in rows if row.im}) == 64


async def test_what_was_read_twice_stands_once(tmp_path, until):
    async with heard_late(tmp_path, until) as (portal, desk, dialog):
        await desk.earlier.read(dialog)
        before = await transcript(desk, dialog)
        again = await desk.earlier.read(dialog)

        assert again.messages == 0
        assert await transcript(desk, dialog) == before
        await portal.reply(desk.dialogs.get(dialog), "Good bye", user_id=ANN)
        await until(lambda: desk.dialogs.get(dialog).last_text == "Good bye")
        assert [row.text for row in await transcript(desk, dialog)][-2:] == ["And sent", "Good bye"]


@pytest.mark.parametrize("kind", ["lost", "ACCESS_DENIED"])
async def test_what_the_portal_did_not_tell_changes_nothing_and_is_asked_again(
    tmp_path, until, kind
):
    async with heard_late(tmp_path, until) as (portal, desk, dialog):
        before = await transcript(desk, dialog)
        method = "imopenlines.session.history.get"
        await portal.order("fault", kind=kind, method=method, count=1)
        with pytest.raises(BitrixError):
            await desk.earlier.read(dialog)
        assert await transcript(desk, dialog) == before
        assert await desk.earlier.reach(dialog) is Reach.MAYBE

        assert (await desk.earlier.read(dialog)).messages == 2


async def test_what_is_too_old_to_be_kept_is_not_brought_back(tmp_path, until):
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        edge = (datetime.now(UTC) + timedelta(minutes=1)).isoformat(timespec="microseconds")
        await desk.journal.run(lambda conn: save_setting("kept_since", edge, conn))
        before = await transcript(desk, dialog)
        found = await desk.earlier.read(dialog)

        assert (found.messages, found.reach) == (0, Reach.NOTHING)
        assert await transcript(desk, dialog) == before


async def test_figures_count_the_whole_session_and_nothing_of_sessions_whose_edges_nobody_told(
    tmp_path, until
):
    now = datetime.now(UTC)
    period = Period(now - timedelta(days=2), now + timedelta(days=1), ZoneInfo("UTC"))
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        before = await desk.statistics.facts(period)
        health = (await desk.statistics.report(period)).health
        await desk.earlier.read(dialog)
        assert await desk.statistics.facts(period) == tuple(
            replace(each, customer="Anna Kovaleva") for each in before
        )
        assert (await desk.statistics.report(period)).health == health
    async with heard_late(tmp_path / "outside", until) as (_, desk, dialog):
        await desk.earlier.read(dialog)
        (fact,) = await desk.statistics.facts(period)
        session = desk.dialogs.get(dialog).session

    assert fact.session == session
    assert fact.first_written_at is not None
    assert fact.first_answer_at is not None


async def test_who_looks_at_a_dialog_learns_its_session_and_the_name_of_its_customer(
    tmp_path, until
):
    async with heard_late(tmp_path, until) as (_, desk, dialog):
        head = desk.dialogs.get(dialog)
        assert (head.session, head.known_name) == (None, "")
        await desk.linked.records.read(head)
        await desk.linked.participants.read(head)
        learned = desk.dialogs.get(dialog)
        assert learned == replace(head, session=learned.session, name="Anna Kovaleva")
        assert learned.session is not None
        await desk.earlier.read(dialog)
        (start, *_) = await transcript(desk, dialog)

    assert start.text == f"session-started:{learned.session}"


async def test_what_is_written_here_from_the_beginning_is_not_doubled(quiet, until):
    """The messages of a customer who is played here are known by their ids."""
    await connected(quiet)
    dialog = await written(quiet)
    assert await quiet.earlier.reach(dialog) is Reach.NOTHING


@pytest.mark.parametrize("as_member", [False, True], ids=["an outsider", "in the chat"])
async def test_what_one_said_oneself_as_the_customer_stands_once(
    sandbox, tmp_path, until, as_member
):
    async with open_test_desk(sandbox, tmp_path) as desk:
        await connected(desk)
        dialog = await written(desk, text="Hello")
        await until(lambda: desk.dialogs.get(dialog).portal_chat)
        await desk.outbox.send(dialog, "second [b]bold[/b]\n\nlines")
        await desk.outbox.send(dialog, "Hello")
        await until(lambda: desk.outbox.counts.queued == 0)
        if as_member:
            chat, me = desk.dialogs.get(dialog).portal_chat, desk.session.capabilities.user.id
            await sandbox.order("transfer", chat_id=chat, to_user=me)
            await sandbox.order("answer", chat_id=chat, user_id=me)
        before = [row.text for row in await transcript(desk, dialog) if not read_note(row)]
        found = await desk.earlier.read(dialog)
        after = [row.text for row in await transcript(desk, dialog) if not read_note(row)]

    assert found.messages == 0
    assert after == before
    assert len(after) == 3


class Answering:
    """A portal that answers one method wrongly, or as it is told to."""

    def __init__(self, caller, answer):
        self._caller, self._answer, self.asked = caller, answer, []

    async def call(self, method, params=None):
        self.asked.append(dict(params or {}))
        return self._answer(dict(params or {}))


def answers(desk, answer):
    caller = Answering(desk.earlier._history._caller, answer)
    desk.earlier._history = History(caller)
    return caller


def page(numbers, chat, **more):
    rows = [
        {"id": im, "author_id": 7, "date": "2026-11-01T10:00:00+00:00", "text": f"m{im}", **more}
        for im in numbers
    ]
    return {"chat_id": chat, "messages": rows, "users": [], "files": []}


@pytest.mark.parametrize(
    "garbage",
    [[], {}, "x", 0, {"messages": "<html>"}, {"messages": [None, 1, "x"]}, "another chat"],
    ids=str,
)
async def test_an_answer_that_is_no_history_of_the_chat_proves_nothing(tmp_path, until, garbage):
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        before = await transcript(desk, dialog)
        chat = desk.dialogs.get(dialog).portal_chat
        answers(desk, lambda _: page([5], chat + 1) if garbage == "another chat" else garbage)

        with pytest.raises(BitrixError, match="GARBLED"):
            await desk.earlier.read(dialog)
        assert await transcript(desk, dialog) == before
        assert await desk.earlier.reach(dialog) is Reach.MAYBE


async def test_pages_that_hold_only_notes_of_colleagues_are_gone_past(tmp_path, until):
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        await desk.journal.run(lambda conn: conn.execute("UPDATE message SET im = NULL"))
        chat, hidden = desk.dialogs.get(dialog).portal_chat, {"COMPONENT_ID": "HiddenMessage"}

        def notes(params):
            top = params.get("LAST_ID", 1000)
            return page(range(top - 50, top), chat, params=hidden)

        caller = answers(desk, notes)
        for _ in range(3):
            await desk.earlier.read(dialog)

    assert [each.get("LAST_ID") for each in caller.asked] == [None, 950, 900]


async def test_nothing_that_is_not_older_waits_to_be_told_as_new(tmp_path, until):
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        before = desk.dialogs.get(dialog)
        newest = max(row.im for row in await transcript(desk, dialog) if row.im)
        both = page([newest - 1, newest, newest + 5], before.portal_chat)
        answers(
            desk,
            lambda params: page([], before.portal_chat) if params["LAST_ID"] < newest else both,
        )
        await desk.earlier.read(dialog)
        await until(lambda: desk.feed.health.queue == 0)
        waiting = await desk.journal.run(
            lambda conn: conn.execute("SELECT count(*) FROM event WHERE applied = 0").fetchone()[0]
        )

        assert waiting == 0
        assert replace(desk.dialogs.get(dialog), first=0) == replace(before, first=0)


@pytest.mark.parametrize("date", ["", "no day", "2031-01-01T00:00:00+00:00"])
async def test_a_message_without_a_time_that_can_be_has_that_of_the_one_behind_it(
    tmp_path, until, date
):
    async with heard_late(tmp_path, until, as_member=True) as (_, desk, dialog):
        behind = next(row for row in await transcript(desk, dialog) if row.im)
        chat = desk.dialogs.get(dialog).portal_chat
        answers(desk, lambda params: page([] if params["LAST_ID"] < 9 else [7, 8], chat, date=date))
        await desk.earlier.read(dialog)

        assert {row.at for row in await transcript(desk, dialog) if row.im in (7, 8)} == {behind.at}
