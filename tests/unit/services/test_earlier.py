"""What was said before a dialog was known here is read back when a person asks for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.bitrix.errors import BitrixError
from app.domain.dialog import Author
from app.domain.earlier import Reach
from app.domain.statistics.facts import Period
from app.services.notes import read_note
from app.services.rows import save_setting
from tests.helpers.desk import connected, written
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
    assert len(calls) == 2, "a conversation that begins here is not asked about again"
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
