"""The log of acts: it grows, it never changes, it can be searched and written into a file."""

import asyncio
import csv
import sqlite3

import pytest

from app.domain.dialog import Customer
from app.services.act_log import LogFilter
from app.services.failures import JournalFailed
from tests.helpers.desk import connected, open_test_desk, written


@pytest.fixture
async def quiet(sandbox, tmp_path):
    """A desk that does nothing by itself."""
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        yield desk


def words(row):
    """The window's words."""
    return f"act {row.act}", "undo it"


async def test_what_changes_the_set_up_is_heard_and_what_is_said_is_not(desk):
    await connected(desk)
    await written(desk)
    methods = {row.method for row in await desk.act_log.page(LogFilter())}

    assert methods == {
        *("imconnector.register", "imconnector.activate", "imconnector.connector.data.set"),
        "event.bind",
    }


async def test_entries_can_be_neither_changed_nor_deleted(quiet):
    await quiet.act_log.note("crm.lead.add", detail="Lead 7")
    for change in ("UPDATE act SET result = 'x'", "DELETE FROM act"):
        with pytest.raises(JournalFailed, match="log of acts is never"):
            await quiet.journal.run(lambda conn, change=change: conn.execute(change))
    rows = await quiet.act_log.page(LogFilter())

    assert [(row.method, row.detail, row.result) for row in rows] == [
        ("crm.lead.add", "Lead 7", "")
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LogFilter(), ["c", "b", "a"]),
        (LogFilter(words="ПРИЁМ"), ["b"]),
        (LogFilter(words="olga lead"), ["a"]),
        (LogFilter(failed=True), ["c"]),
        (LogFilter(dialogs=True), ["b"]),
        (LogFilter(words="nothing"), []),
    ],
)
async def test_entries_are_found_by_words_and_kind(quiet, wanted, found):
    await quiet.act_log.note("crm.lead.add", detail="a")
    await quiet.act_log.note("imopenlines.operator.answer", act="answer", name="приём", detail="b")
    await quiet.act_log.note("crm.deal.add", detail="c", result="ACCESS_DENIED")

    assert [row.detail for row in await quiet.act_log.page(wanted)] == found


async def test_entries_are_read_page_by_page(quiet):
    for number in range(5):
        await quiet.act_log.note("crm.lead.add", detail=str(number))
    first = await quiet.act_log.page(LogFilter(), count=2)
    second = await quiet.act_log.page(LogFilter(), before=first[-1].id, count=2)

    assert [row.detail for row in (*first, *second)] == ["4", "3", "2", "1"]


async def test_the_file_has_no_formulas_and_every_entry(desk, tmp_path):
    evil = Customer("u-7", "=HYPERLINK", "c-7")
    dialog = desk.dialogs.get(await _dialog_of(desk, evil))
    await desk.act_log.note(
        "imopenlines.operator.spam", act="spam", dialog=dialog, detail="@SUM(1)", before="+Ann"
    )
    await desk.act_log.note("crm.lead.add", result="NO_CODE")
    path = tmp_path / "acts.csv"
    count = await desk.act_log.export(path, LogFilter(words="operator"), words)
    everything = await desk.act_log.export(path, LogFilter(), words)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))

    assert (count, everything, len(rows)) == (1, len(rows) - 1, len(rows))
    named = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    spam = next(row for row in named if row["method"] == "imopenlines.operator.spam")
    assert (spam["done"], spam["undo"], spam["result"]) == ("act spam", "undo it", "OK")
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert named[-1]["result"] == "NO_CODE"


async def _dialog_of(desk, customer):
    await connected(desk)
    return await written(desk, customer)


async def test_a_change_that_cannot_be_noted_does_not_stop_the_program(desk, monkeypatch, caplog):
    from app.services import act_log

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(act_log, "_add", full)
    await connected(desk)
    await desk.journal.run(lambda conn: None)

    assert "could not be noted" in caplog.text


async def test_half_a_sign_is_noted_as_far_as_it_can_be_written(quiet, tmp_path):
    await quiet.act_log.note("crm.lead.add", name="Ann \ud83d", detail="ok")
    await quiet.act_log.export(tmp_path / "acts.csv", LogFilter(), words)

    assert [row.name for row in await quiet.act_log.page(LogFilter())] == ["Ann ?"]


async def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(quiet, tmp_path, monkeypatch):
    from app.services import act_log

    await quiet.act_log.note("crm.lead.add")
    path = tmp_path / "acts.csv"
    path.write_text("before")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(act_log.csv, "writer", full)
    with pytest.raises(OSError, match="No space"):
        await quiet.act_log.export(path, LogFilter(), words)

    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.glob("*.new")] == []


async def test_the_window_has_its_turn_while_many_entries_get_their_words(quiet, tmp_path):
    for number in range(120):
        await quiet.act_log.note("crm.lead.add", detail=str(number))
    order = []
    loop = asyncio.get_running_loop()

    def told(row):
        if not order:
            loop.call_soon(order.append, "window")
        order.append(row.id)
        return words(row)

    await quiet.act_log.export(tmp_path / "acts.csv", LogFilter(), told)

    assert order.index("window") < len(order) - 1
