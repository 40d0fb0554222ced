"""The service of statistics on a real journal: nobody waits for it, it shows no old facts."""

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.acts import Act
from app.domain.dialog import Author, Delivery, DialogId, DialogState, Message
from app.domain.statistics.facts import GapWhy, Period
from app.services import statistics as under_test
from app.services.dialogs import Dialogs
from app.services.failures import JournalFailed
from app.services.journal import Journal
from app.services.notes import NoteKind
from app.services.statistics import Statistics
from tests.helpers.desk import connected, open_sandbox, open_test_desk, written

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
DAY = Period(NOON - timedelta(hours=12), NOON + timedelta(hours=12), UTC)
EVERY = frozenset[int]()


class NoLines:
    """A portal of whose lines nothing was read."""

    def all(self):
        return ()


class Book:
    """A journal with one dialog in which people talk."""

    def __init__(self, journal, dialogs, figures):
        self.journal, self.dialogs, self.figures = journal, dialogs, figures

    async def note(self, minute, kind, value="", dialog=1):
        at = NOON + timedelta(minutes=minute)
        await self.dialogs.write(lambda t: t.note(DialogId(dialog), at, kind, value))

    async def say(self, minute, author=Author.CUSTOMER, delivery=None, im=None, who=(0, "Anna")):
        delivery = delivery or (Delivery.SENT if author is Author.CUSTOMER else Delivery.RECEIVED)
        at = NOON + timedelta(minutes=minute)
        said = Message(DialogId(1), 0, author, who[1], "Hello", at, delivery, im, author_id=who[0])
        await self.dialogs.write(lambda t: t.append(said))

    async def answer(self, minute, im=None, who=(7, "Oleg")):
        await self.say(minute, Author.OPERATOR, im=im, who=who)

    async def report(self):
        return await self.figures.report(DAY)


@pytest.fixture
async def book(tmp_path):
    journal = await Journal.open(tmp_path / "journal.sqlite")
    dialogs = await Dialogs.load(journal)
    figures = Statistics(
        journal, dialogs, NoLines(), lambda d: f"chat{d}", lambda: NOON + timedelta(hours=1)
    )
    for chat in ("c-1", "c-2"):
        await dialogs.write(lambda t, chat=chat: t.begin("acme", 42, chat, "u", "=Anna"))
    yield Book(journal, dialogs, figures)
    await figures.close()
    await journal.close()


async def test_what_was_said_is_counted_and_what_is_said_later_too(book):
    await book.note(0, NoteKind.SESSION_STARTED, 11)
    await book.say(0)
    assert (await book.report()).unanswered == 1
    await book.answer(2)
    first = await book.report()
    await book.note(9, NoteKind.SESSION_FINISHED, 11)
    second = await book.report()

    assert (first.unanswered, first.first_answer.median, first.closed) == (0, 120, 0)
    assert (second.closed, second.resolution.median) == (1, 540)
    assert [each.key for each in second.by_operator] == ["7"]


@pytest.mark.parametrize(
    "delivery", [Delivery.QUEUED, Delivery.SENDING, Delivery.FAILED, Delivery.UNKNOWN]
)
async def test_what_did_not_reach_the_portal_asks_and_answers_nobody(book, delivery):
    await book.note(0, NoteKind.SESSION_STARTED, 11)
    await book.say(0, delivery=delivery)
    await book.answer(3)
    await book.say(5)
    await book.say(6, Author.OPERATOR, delivery)

    (fact,) = await book.figures.facts(DAY)
    assert (fact.first_written_at, fact.replies) == (NOON + timedelta(minutes=5), ())


async def test_an_operator_whose_number_was_not_always_told_is_one(book):
    await book.say(0)
    await book.answer(1, who=(0, "Oleg"))
    await book.say(2)
    await book.answer(3, who=(7, "Oleg"))
    await book.say(4)
    await book.answer(5, who=(0, "Olga"))

    assert {each.key for each in (await book.report()).by_operator} == {"7", "0:Olga"}


async def test_what_is_no_longer_asked_for_is_not_kept(book):
    await book.say(0)
    first = await book.figures.facts(DAY)
    later = Period(NOON + timedelta(days=9), NOON + timedelta(days=10), UTC)

    assert await book.figures.facts(DAY) == first != ()
    assert await book.figures.facts(later) == ()
    assert not book.figures._book._known


async def test_bots_answer_nobody(book):
    await book.say(0)
    await book.say(1, Author.BOT)
    await book.say(2, Author.SYSTEM)

    assert (await book.report()).unanswered == 1


async def test_what_was_told_late_stands_where_it_belongs(book):
    await book.note(0, NoteKind.SESSION_STARTED, 11)
    await book.say(0)
    await book.note(20, NoteKind.SESSION_STARTED, 12)
    await book.say(20)
    await book.answer(21)
    await book.answer(3, who=(1, "Olga"))
    await book.note(10, NoteKind.SESSION_FINISHED, 11)

    first, second = await book.figures.facts(DAY)
    assert (first.answered_by, first.closed_at) == (1, NOON + timedelta(minutes=10))
    assert (second.session, second.answered_by, second.closed_at) == (12, 7, None)


async def test_a_rating_from_here_belongs_to_the_session_it_was_given_in(tmp_path, until):
    async with open_sandbox() as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).session)
        await desk.supervision.act(Act.ANSWER, dialog)
        await desk.supervision.act(Act.FINISH, dialog)
        await desk.supervision.act(Act.VOTE, dialog, rating=4, comment="quick")
        await desk.supervision.act(Act.VOTE, dialog, comment="5 minutes is not quick")
        now = datetime.now(UTC)
        period = Period(now - timedelta(hours=1), now + timedelta(hours=1), UTC)
        report = await desk.statistics.report(period)

    assert (dict(report.ratings), report.rated, report.closed) == ({4: 1}, 1, 1)


@pytest.mark.parametrize("seconds", [90, -90])
async def test_clocks_that_differ_change_no_figure(tmp_path, until, seconds):
    async with open_sandbox() as portal, open_test_desk(portal, tmp_path) as desk:
        await portal.order("skew", seconds=seconds)
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).session)
        await portal.reply(desk.dialogs.get(dialog), "Two left.")
        await until(lambda: desk.dialogs.get(dialog).answered_at)
        await portal.order("close", chat_id=desk.dialogs.get(dialog).portal_chat)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.CLOSED)
        now = datetime.now(UTC)
        period = Period(now - timedelta(hours=1), now + timedelta(hours=1), UTC)
        report = await desk.statistics.report(period)

    assert (report.sessions, report.unanswered, report.closed) == (1, 0, 1)
    assert report.first_answer.count == 1
    assert max(report.first_answer.median, report.resolution.median) < 30


@pytest.mark.parametrize(("early", "replies"), [(2, 1), (3, 0)])
async def test_an_answer_that_seems_a_little_older_than_its_question_answers_it(
    book, early, replies
):
    await book.note(0, NoteKind.SESSION_STARTED, 11)
    await book.say(10)
    await book.answer(10 - early / 60)

    (fact,) = await book.figures.facts(DAY)
    assert len(fact.replies) == replies


async def test_changes_are_told_together(book, until, monkeypatch):
    monkeypatch.setattr(under_test, "PAUSE", 0.01)
    told = []
    book.figures.changed.connect(told.append)
    for minute in range(5):
        await book.say(minute)
    assert told == []
    await until(lambda: told)

    assert told == [None]


async def test_without_a_reading_everything_is_a_gap_of_which_nobody_knows(book):
    (gap,) = (await book.report()).coverage.gaps

    assert (gap.since, gap.until, gap.why) == (DAY.since, NOON + timedelta(hours=1), GapWhy.UNKNOWN)


async def test_a_period_without_anything_has_every_hour_and_no_figures(book):
    report = await book.report()

    assert len(report.by_hour) == 24
    assert report.sessions == report.first_answer.count == 0
    assert report.by_line == report.by_operator == ()


async def test_who_gives_up_leaves_no_file_and_the_next_question_is_answered(book, tmp_path):
    await book.say(0)
    target = tmp_path / "all.csv"
    export = book.figures.export(target, DAY, EVERY, "csv")
    asking = asyncio.get_running_loop().create_task(export)
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert not target.exists()
    assert (await book.report()).sessions == 1


async def test_the_table_has_a_row_for_each_session_and_no_formula(book, tmp_path):
    await book.say(0)
    rows = await book.figures.export(tmp_path / "all.csv", DAY, EVERY, "csv")

    assert rows == 1
    text = (tmp_path / "all.csv").read_text("utf-8-sig")
    assert '"chat1"' in text
    assert '"\'=Anna"' in text


@pytest.mark.parametrize(("user", "told"), [("u-9", "Customer u-9"), ("", "Customer c-9")])
async def test_a_chats_id_is_no_name_of_a_customer(book, tmp_path, user, told):
    dialog = await book.dialogs.write(lambda t: t.begin("acme", 42, "c-9", user, "c-9"))
    await book.note(0, NoteKind.SESSION_STARTED, 11, dialog.id)
    target = tmp_path / "all.csv"
    await book.figures.export(target, DAY, EVERY, "csv", "Customer {id}")

    assert f'"{told}"' in target.read_text("utf-8-sig")


async def test_a_journal_that_cannot_be_read_says_so(book, monkeypatch):
    def broken(path: Path):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(under_test, "connect_to_read", broken)
    with pytest.raises(JournalFailed):
        await book.report()


async def test_the_loop_goes_on_while_figures_are_made(book):
    await book.say(0)
    asking = asyncio.get_running_loop().create_task(book.report())
    turns = 0
    while not asking.done():
        turns += 1
        await asyncio.sleep(0)

    assert turns > 1
    assert asking.result().sessions == 1


async def test_a_session_in_which_nobody_asked_is_not_unanswered(book):
    await book.note(0, NoteKind.SESSION_STARTED, 11)
    await book.answer(1)
    report = await book.report()

    assert (report.sessions, report.unanswered, report.by_operator) == (1, 0, ())


async def test_centuries_of_which_nothing_is_known_are_left_out(book):
    await book.say(0)
    ages = datetime(1, 1, 1, tzinfo=ZoneInfo("Europe/Riga")), datetime(9999, 12, 30, tzinfo=UTC)

    found = await book.figures.report(Period(*ages, DAY.zone))

    assert found.sessions == len(await book.figures.facts(Period(*ages, DAY.zone))) == 1
    assert len(found.by_day) <= 366 + 3
