"""What is older than a person wants to keep goes, and nothing that is not done with."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.dialog import Author, Delivery, Message
from app.services import retention as retention_module
from app.services.dialogs import GONE, Dialogs
from app.services.journal import Journal
from app.services.retention import Retention
from app.services.rows import stamp
from tests.helpers.desk import messages

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
async def journal(tmp_path):
    journal = await Journal.open(tmp_path / "journal.sqlite")
    yield journal
    with suppress(RuntimeError):  # closed by the test
        await journal.close()


@pytest.fixture
async def kept(journal, monkeypatch):
    """A dialog with a message for each of the last 100 days, the oldest first."""
    monkeypatch.setattr(retention_module, "SOME", 7)
    dialogs = await Dialogs.load(journal)

    def fill(transcript):
        dialog = transcript.begin("acme", 42, "chat-1", "u-1", "Anna")
        for day in range(100, 0, -1):
            at = NOW - timedelta(days=day)
            transcript.append(
                Message(dialog.id, 0, Author.CUSTOMER, "", f"{day}", at, Delivery.DELIVERED)
            )
            save_row(transcript.conn, day, at)
        return dialog.id

    dialog = await dialogs.write(fill)
    retention = Retention(journal, dialogs, lambda: NOW)
    return dialogs, dialog, retention


def save_row(conn, number, at, applied=1):
    batch = conn.execute("INSERT INTO batch VALUES (NULL, '', ?)", (stamp(at),)).lastrowid
    conn.execute(
        "INSERT INTO event (batch, row, name, message_id, raw, applied) "
        "VALUES (?, ?, 'E', '', x'7b7d', ?)",
        (batch, number, applied),
    )


def count(table):
    return lambda conn: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


async def texts(dialogs, dialog):
    return [m.text for m in await dialogs.page(dialog, 0, 1000)]


async def test_nothing_goes_unless_somebody_chose_it(kept):
    dialogs, dialog, retention = kept
    await retention.load()

    deleted = await retention.delete_old()

    assert (deleted.messages, deleted.rows) == (0, 0)
    assert len(await texts(dialogs, dialog)) == 100


@pytest.mark.parametrize("days", [30, 90])
async def test_what_is_older_goes_and_the_rest_keeps_its_place(kept, journal, days):
    dialogs, dialog, retention = kept
    await retention.choose(days)

    deleted = await retention.delete_old()

    assert deleted.messages == 100 - days
    assert await texts(dialogs, dialog) == [str(day) for day in range(days, 0, -1)]
    left = dialogs.get(dialog)
    assert (left.first, left.count, left.last_text) == (100 - days, 100, "1")
    assert await journal.run(count("event")) == days
    assert await journal.run(count("batch")) == days
    _, lengths = await dialogs.outline(dialog)
    assert list(lengths[: left.first]) == [GONE] * left.first
    assert len(lengths) == 100


async def test_the_next_message_goes_on_where_the_last_one_was(kept):
    dialogs, dialog, retention = kept
    await retention.choose(30)
    await retention.delete_old()

    new = await dialogs.write(
        lambda t: t.append(Message(dialog, 0, Author.CUSTOMER, "", "new", NOW))
    )

    assert new.position == 100


async def test_a_call_that_waits_keeps_its_message_and_what_came_after_it(kept, journal):
    dialogs, dialog, retention = kept
    await journal.run(
        lambda conn: conn.execute(
            "INSERT INTO job (dialog, position, kind, state, created_at) "
            "VALUES (?, 20, 'send', 'failed', '')",
            (dialog,),
        )
    )
    await retention.choose(30)

    await retention.delete_old()

    assert (await texts(dialogs, dialog))[0] == "80"


@pytest.mark.parametrize(
    "delivery", [Delivery.QUEUED, Delivery.SENDING, Delivery.UNKNOWN, Delivery.FAILED]
)
async def test_a_message_that_was_not_sent_is_never_deleted(kept, delivery):
    dialogs, dialog, retention = kept
    sql = "UPDATE message SET delivery = ? WHERE position = 20"
    await dialogs.write(lambda t: t.conn.execute(sql, (delivery.value,)) and None)
    await retention.choose(30)

    await retention.delete_old()

    assert (await texts(dialogs, dialog))[0] == "80"


async def test_a_row_that_was_not_applied_or_forwarded_yet_stays(kept, journal):
    _, _, retention = kept

    def wait(conn):
        conn.execute("UPDATE event SET applied = 0 WHERE id = 3")
        conn.execute("INSERT INTO forward (target, event, state) VALUES ('t', 5, 'waiting')")
        conn.execute("INSERT INTO forward (target, event, state) VALUES ('t', 6, 'done')")

    await journal.run(wait)
    await retention.choose(30)
    await retention.delete_old()

    ids = await journal.run(
        lambda conn: [row[0] for row in conn.execute("SELECT id FROM event ORDER BY id LIMIT 3")]
    )
    assert ids == [3, 5, 71]


async def test_a_dialog_whose_messages_are_all_gone_keeps_its_head_and_no_words(kept, journal):
    dialogs, dialog, _ = kept
    later = Retention(journal, dialogs, lambda: NOW + timedelta(days=400))
    await later.choose(365)

    await later.delete_old()

    left = dialogs.get(dialog)
    assert (left.name, left.first, left.count, left.last_text) == ("Anna", 100, 100, "")
    assert await journal.run(count("event")) == 1
    assert await texts(dialogs, dialog) == []


async def test_other_work_goes_on_between_the_deletions(kept, journal):
    dialogs, _, retention = kept
    await retention.choose(30)
    order = []
    dialogs.trimmed.connect(lambda _: order.append("trimmed"))
    work = journal.begin(lambda _: order.append("other work"))

    await retention.delete_old()
    await work

    assert order.count("trimmed") == 10
    assert order.index("other work") < 10


async def test_the_choice_is_kept(kept, journal):
    dialogs, _, retention = kept
    await retention.choose(90)

    again = Retention(journal, dialogs, lambda: NOW)
    await again.load()

    assert again.days == 90


async def test_deleted_words_are_nowhere_in_the_file(kept, journal, tmp_path):
    dialogs, _, retention = kept
    secret = "correct-horse-battery"
    sql = "UPDATE message SET text = ? WHERE position = 2"
    await dialogs.write(lambda t: t.conn.execute(sql, (secret,)) and None)
    await retention.choose(30)
    await retention.delete_old()

    await journal.close()

    assert secret.encode() not in (tmp_path / "journal.sqlite").read_bytes()


async def test_a_transcript_that_is_shown_begins_at_its_oldest_message(quiet):
    """The whole way: service, journal and desk."""
    quiet.upkeep.retention._clock = lambda: NOW
    dialog = await quiet.dialogs.write(lambda t: t.begin("acme", 42, "chat-1", "u-1", "Anna").id)
    for day in (50, 40, 3):
        at = NOW - timedelta(days=day)
        message = Message(dialog, 0, Author.CUSTOMER, "", f"{day}", at, Delivery.DELIVERED)
        await quiet.dialogs.write(lambda t, m=message: t.append(m))
    await quiet.upkeep.keep(30)

    await quiet.upkeep.retention.delete_old()

    assert [m.text for m in await messages(quiet, dialog)] == ["3"]
