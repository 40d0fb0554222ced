"""Everything that is kept here can be found, whatever is typed."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Attachment, Author, Delivery, Message
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.search import SOME, Search
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


async def write(journal, *texts, name="Anna", user="u-1", **more):
    """One dialog in which these were written, a minute apart."""
    dialogs = await Dialogs.load(journal)

    def work(transcript):
        dialog = transcript.begin("acme_shop", 42, "conv-1", user, name)
        for number, text in enumerate(texts):
            at = NOON + timedelta(minutes=number)
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


async def test_a_search_that_is_given_up_leaves_the_next_one_alone(journal, search):
    await write(journal, *(f"lamp {number}" for number in range(50)))
    given_up = asyncio.get_running_loop().create_task(search.find("lamp"))
    await asyncio.sleep(0)
    given_up.cancel()

    assert len(await texts(search, "lamp 7")) == 1


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
