"""Everything that is kept here can be found, whatever is typed."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Attachment, Author, Delivery, Message
from app.services.dialogs import Dialogs
from app.services.failures import JournalFailed
from app.services.journal import Journal
from app.services.journal_file import connect_to_read
from app.services.old_words import SOME
from app.services.search import Search
from app.services.word_index import squeeze
from tests.unit.services.test_journal_versions import VERSION_1

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
ANY = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.fixture
async def journal(tmp_path):
    opened = await Journal.open(tmp_path / "journal.sqlite")
    yield opened
    await opened.close()


@pytest.fixture
async def search(journal):
    made = Search(journal)
    yield made
    await made.close()


async def write(journal, *texts, name="Anna", user="u-1", minutes=(), **more):
    """One dialog in which these were written, a minute apart or at these minutes."""
    minutes = minutes or range(len(texts))
    texts = texts or [f"at {minute}" for minute in minutes]
    dialogs = await Dialogs.load(journal)

    def work(transcript):
        dialog = transcript.begin("acme_shop", 42, "conv-1", user, name)
        for number, (text, minute) in enumerate(zip(texts, minutes, strict=True)):
            at = NOON + timedelta(minutes=minute)
            author = (Author.CUSTOMER, Author.OPERATOR)[number % 2]
            transcript.append(Message(dialog.id, 0, author, name, text, at, Delivery.SENT, **more))
        return dialog.id

    return dialogs, await dialogs.write(work)


async def texts(search, query, **more):
    return [hit.message.text for hit in (await search.find(query, **more)).hits]


@pytest.mark.parametrize(
    "query",
    ["лам", "ЛАМПА", "ещё", "еще", '"лампа ещё"', "есть лампа", "Cafe", "café", "gl"],
)
async def test_words_are_found_in_any_spelling(journal, search, query):
    await write(journal, "Лампа ещё [b]есть[/b]: café, glass?")

    assert len(await texts(search, query)) == 1


@pytest.mark.parametrize("query", ["ампа", '"есть лампа"', "лампа стол", '"лам"', "b"])
async def test_what_is_not_there_is_not_found(journal, search, query):
    await write(journal, "Лампа ещё [b]есть[/b]")

    assert await texts(search, query) == []


async def test_hits_come_newest_first_with_what_was_said_before_and_after(journal, search):
    await write(journal, "Hello", "The first lamp", "Yes", "The second lamp")
    hits = (await search.find("lamp")).hits

    assert [hit.message.text for hit in hits] == ["The second lamp", "The first lamp"]
    assert hits[1].before.text == "Hello"
    assert hits[1].after.text == "Yes"
    assert hits[0].after is None


async def test_hits_come_in_pages(journal, search):
    await write(journal, *(f"lamp {number}" for number in range(5)))
    first = await search.find("lamp", limit=3)
    second = await search.find("lamp", limit=3, offset=3)

    assert (len(first.hits), first.more) == (3, True)
    assert (len(second.hits), second.more) == (2, False)


async def test_names_of_files_are_found(journal, search):
    file = Attachment("cracked-shade.jpg", "https://lamp.example/1")
    await write(journal, "", attachments=(file,))

    assert len(await texts(search, "cracked")) == 1
    assert len(await texts(search, "cracked-shade.jpg")) == 1


async def test_an_edited_message_is_found_by_its_new_words_only(journal, search):
    dialogs, number = await write(journal, "The old lamp")
    message = (await dialogs.page(number, 0, 1))[0]
    await dialogs.write(lambda transcript: transcript.edit(message, "A new shade", NOON))

    assert await texts(search, "lamp") == []
    assert await texts(search, "shade") == ["A new shade"]


async def test_a_message_whose_delivery_changes_is_found_once(journal, search):
    dialogs, number = await write(journal, "A lamp")
    message = (await dialogs.page(number, 0, 1))[0]
    await dialogs.write(lambda each: each.replace(replace(message, delivery=Delivery.READ)))

    assert await texts(search, "lamp") == ["A lamp"]


async def test_deleted_messages_leave_no_words_behind(journal, search):
    await write(journal, "A lamp", "A shade")
    await journal.run(lambda conn: conn.execute("DELETE FROM message WHERE position = 0"))

    assert await texts(search, "lamp") == []
    assert await texts(search, "shade") == ["A shade"]
    await journal.run(
        lambda conn: conn.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    )


async def test_squeezing_takes_deleted_words_out_of_the_index_itself(journal, search):
    await write(journal, *(f"chandelier {number}" for number in range(300)))
    await write(journal, *(f"brass {number}" for number in range(300)), user="u-2")
    await journal.run(lambda conn: conn.execute("DELETE FROM message WHERE dialog = 1"))
    while await journal.run(squeeze):
        pass
    index = await journal.run(lambda conn: conn.execute("SELECT block FROM word_data").fetchall())
    whole = b"".join(block for (block,) in index)

    assert b"handelier" not in whole
    assert b"rass" in whole
    assert len(await texts(search, "brass", limit=500)) == 300


async def test_one_dialog_can_be_searched_alone(journal, search):
    _, anna = await write(journal, "A lamp", "no", "Lamps")
    await write(journal, "A lamp", user="u-2")

    assert len(await texts(search, "lamp")) == 3
    assert await texts(search, "lamp", dialog=anna) == ["Lamps", "A lamp"]
    assert await search.places("lamp", anna) == (0, 2)


@pytest.mark.parametrize("query", ["kovaleva", "u-77", "conv-1", "ANNA"])
async def test_dialogs_are_found_by_name_and_ids(journal, search, query):
    _, anna = await write(journal, "Hello", name="Anna Kovaleva", user="u-77")

    assert await search.heads(query) == (anna,)


async def test_many_messages_of_one_moment_are_all_found(journal, search):
    dialogs, number = await write(journal)

    def work(transcript):
        for _ in range(50):
            transcript.append(Message(number, 0, Author.CUSTOMER, "A", "lamp", NOON))

    await dialogs.write(work)

    assert len(await texts(search, "lamp", limit=100)) == 50


@pytest.mark.parametrize(
    ("minutes", "position"), [(-5, 0), (0, 0), (1, 1), (1.5, 2), (2, 2), (99, 2)]
)
async def test_a_moment_leads_to_the_message_of_that_moment(journal, search, minutes, position):
    _, number = await write(journal, "one", "two", "three")

    assert await search.position_at(number, NOON + timedelta(minutes=minutes)) == position


@pytest.mark.parametrize(
    ("minute", "position"), [(15, 1), (25, 2), (35, 3), (4, 4), (5, 4), (7, 6), (41, 8), (51, 8)]
)
async def test_a_moment_is_found_where_messages_came_late(journal, search, minute, position):
    _, number = await write(journal, minutes=(10, 20, 30, 40, 5, 6, 7, 8, 50))

    assert await search.position_at(number, NOON + timedelta(minutes=minute)) == position


async def test_an_empty_dialog_has_no_moments(journal, search):
    _, number = await write(journal)

    assert await search.position_at(number, NOON) == -1


async def test_messages_of_an_older_program_are_added_in_the_background(tmp_path):
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(VERSION_1)
    journal = await Journal.open(path)
    search = Search(journal)
    before = await texts(search, "lamp")
    told = []
    search.progressed.connect(told.append)
    await search.index_old()

    assert before == []
    assert await texts(search, "lamp") == ["Is the blue lamp in stock?"]
    assert await texts(search, "строки") == ["Здравствуйте 👋\nдве строки"]
    assert told[-1] == search.progress == 1.0
    await search.close()
    await journal.close()


async def test_adding_goes_on_where_it_stopped(journal, search):
    await write(journal, *(f"lamp {number}" for number in range(2 * SOME + 3)))
    await journal.run(lambda conn: conn.execute("DELETE FROM word_source"))
    adding = asyncio.get_running_loop().create_task(search.index_old())
    search.progressed.connect(lambda _: adding.cancel())
    with pytest.raises(asyncio.CancelledError):
        await adding
    first = len(await texts(search, "lamp", limit=1000))
    await search.index_old()

    assert SOME <= first <= 2 * SOME
    assert len(await texts(search, "lamp", limit=1000)) == 2 * SOME + 3


class Slow:
    """A question with the word `slow` stands still as soon as it is asked, until it is let go."""

    def __init__(self, monkeypatch):
        self.asked = []
        self.begun, self.let_go = threading.Event(), threading.Event()
        monkeypatch.setattr("app.services.search.connect_to_read", self._connect)

    def _connect(self, path):
        connection = connect_to_read(path)
        connection.set_trace_callback(self._on_statement)
        return connection

    def _on_statement(self, statement):
        self.asked.append(statement)
        if '"slow"' in statement:
            self.begun.set()
            self.let_go.wait(30)

    def ask(self, work):
        return asyncio.get_running_loop().create_task(work)

    async def ask_slowly(self, work):
        """Ask, and come back when the search's thread is busy with it."""
        task = self.ask(work)
        await asyncio.to_thread(self.begun.wait, 30)
        return task


@pytest.fixture
def slow(monkeypatch):
    made = Slow(monkeypatch)
    yield made
    made.let_go.set()


async def test_who_gives_up_while_he_waits_ends_nobody_elses_search(journal, search, slow):
    _, anna = await write(journal, "a slow lamp", "a lamp")
    mine = await slow.ask_slowly(search.find('"slow"'))
    other = slow.ask(search.places('"lamp"', anna))
    await asyncio.sleep(0)
    other.cancel()
    with pytest.raises(asyncio.CancelledError):
        await other
    slow.let_go.set()

    assert [hit.message.text for hit in (await mine).hits] == ["a slow lamp"]
    assert await search.heads("anna") == (anna,)
    assert not any('"lamp"' in statement for statement in slow.asked)


async def test_a_search_that_is_given_up_ends_and_the_next_one_is_answered(journal, search, slow):
    _, anna = await write(journal, "a slow lamp", "a lamp")
    mine = await slow.ask_slowly(search.find('"slow"'))
    other = slow.ask(search.places('"lamp"', anna))
    mine.cancel()
    with pytest.raises(asyncio.CancelledError):
        await mine
    slow.let_go.set()

    assert await other == (0, 1)
    assert not any("BETWEEN" in statement for statement in slow.asked)


async def test_closing_ends_the_search_that_runs_and_those_behind_it(journal, slow):
    _, anna = await write(journal, "a slow lamp")
    search = Search(journal)
    mine = await slow.ask_slowly(search.find('"slow"'))
    other = slow.ask(search.places('"lamp"', anna))
    await asyncio.sleep(0)
    closing = slow.ask(search.close())
    await asyncio.sleep(0)
    slow.let_go.set()
    await closing

    for each in (mine, other):
        with pytest.raises(JournalFailed):
            await each
    assert not any('"lamp"' in statement for statement in slow.asked)


@given(queries=st.lists(ANY, min_size=20, max_size=40))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_raises(queries, tmp_path_factory):
    async def ask():
        journal = await Journal.open(tmp_path_factory.mktemp("queries") / "journal.sqlite")
        await write(journal, "A lamp")
        search = Search(journal)
        for query in queries:
            await search.find(query)
            await search.heads(query)
        await search.close()
        await journal.close()

    asyncio.run(ask())
