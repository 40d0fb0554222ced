"""The log of acts: it grows, it never changes, it can be searched and written into a file."""

import asyncio
import csv
import sqlite3
import threading

import pytest

from app.bitrix.errors import BitrixError
from app.bitrix.operator_acts import METHODS
from app.domain.acts import Act
from app.domain.dialog import Customer
from app.domain.feed import FeedState
from app.services import act_file, act_log
from app.services.act_file import EntryWords
from app.services.act_rows import BEGUN, UNKNOWN, LogFilter, complete
from app.services.act_setup import readable
from app.services.clock import utc_now
from app.services.failures import JournalFailed, JournalFull, NotNoted
from tests.helpers.acts import noted
from tests.helpers.desk import connected, open_test_desk, written


@pytest.fixture
async def quiet(sandbox, tmp_path):
    """A desk that does nothing by itself."""
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        yield desk


def words(row):
    """The window's words."""
    return EntryWords(row.user_name, f"act {row.act}", row.detail, "undo it")


def full(*_):
    raise sqlite3.OperationalError("database or disk is full")


async def test_what_changes_the_set_up_is_heard_and_what_is_said_is_not(desk):
    await connected(desk)
    await written(desk)
    methods = {row.method for row in await desk.act_log.page(LogFilter())}

    assert methods == {
        *("imconnector.register", "imconnector.activate", "imconnector.connector.data.set"),
        "event.bind",
    }


async def test_entries_can_be_neither_changed_nor_deleted(quiet):
    await noted(quiet, "crm.lead.add", detail="Lead 7")
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
    await noted(quiet, "crm.lead.add", detail="a")
    await noted(quiet, "imopenlines.operator.answer", act="answer", name="приём", detail="b")
    await noted(quiet, "crm.deal.add", detail="c", result="ACCESS_DENIED")

    assert [row.detail for row in await quiet.act_log.page(wanted)] == found


async def test_entries_are_read_page_by_page(quiet):
    for number in range(5):
        await noted(quiet, "crm.lead.add", detail=str(number))
    first = await quiet.act_log.page(LogFilter(), count=2)
    second = await quiet.act_log.page(LogFilter(), before=first[-1].id, count=2)

    assert [row.detail for row in (*first, *second)] == ["4", "3", "2", "1"]


async def test_the_file_has_no_formulas_and_every_entry(desk, tmp_path):
    evil = Customer("u-7", "=HYPERLINK", "c-7")
    dialog = desk.dialogs.get(await _dialog_of(desk, evil))
    await noted(
        desk,
        "imopenlines.operator.spam",
        act="spam",
        dialog=dialog,
        detail="@SUM(1)",
        before="+Ann",
    )
    await noted(desk, "crm.lead.add", result="NO_CODE")
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
    monkeypatch.setattr(act_log, "add", full)
    await connected(desk)
    await desk.journal.run(lambda conn: None)

    assert "could not be noted" in caplog.text


async def test_half_a_sign_is_noted_as_far_as_it_can_be_written(quiet, tmp_path):
    await noted(quiet, "crm.lead.add", name="Ann \ud83d", detail="ok")
    await quiet.act_log.export(tmp_path / "acts.csv", LogFilter(), words)

    assert [row.name for row in await quiet.act_log.page(LogFilter())] == ["Ann ?"]


async def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(quiet, tmp_path, monkeypatch):
    await noted(quiet, "crm.lead.add")
    path = tmp_path / "acts.csv"
    path.write_text("before")

    def no_room(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(act_file.csv, "writer", no_room)
    with pytest.raises(OSError, match="No space"):
        await quiet.act_log.export(path, LogFilter(), words)

    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.glob("*.new")] == []


async def test_the_window_has_its_turn_while_many_entries_get_their_words(quiet, tmp_path):
    for number in range(120):
        await noted(quiet, "crm.lead.add", detail=str(number))
    order = []
    loop = asyncio.get_running_loop()

    def told(row):
        if not order:
            loop.call_soon(order.append, "window")
        order.append(row.id)
        return words(row)

    await quiet.act_log.export(tmp_path / "acts.csv", LogFilter(), told)

    assert order.index("window") < len(order) - 1


async def test_an_act_is_written_down_before_the_portal_is_asked(quiet):
    async with quiet.act_log.doing("crm.lead.add", detail="Lead 7"):
        (begun,) = await quiet.act_log.page(LogFilter())
        refused = await quiet.act_log.page(LogFilter(failed=True))
    (done,) = await quiet.act_log.page(LogFilter())

    assert (begun.result, done.result, refused) == (BEGUN, "", ())
    assert begun.id == done.id


async def test_what_was_begun_by_a_program_that_was_killed_is_not_known(quiet):
    await noted(quiet, "crm.lead.add", result=BEGUN)

    assert [row.result for row in await quiet.act_log.page(LogFilter())] == [UNKNOWN]
    assert len(await quiet.act_log.page(LogFilter(failed=True))) == 1


async def test_what_became_of_an_act_is_written_down_once(quiet):
    async with quiet.act_log.doing("crm.lead.add"):
        pass
    (row,) = await quiet.act_log.page(LogFilter())
    for change in (
        "UPDATE act_outcome SET result = 'x'",
        "DELETE FROM act_outcome",
        f"INSERT OR REPLACE INTO act_outcome VALUES ({row.id}, '', 'x')",
        "INSERT OR REPLACE INTO act SELECT * FROM act",
    ):
        with pytest.raises(JournalFailed, match="log of acts is never"):
            await quiet.journal.run(lambda conn, change=change: conn.execute(change))

    assert await quiet.act_log.page(LogFilter()) == (row,)


async def test_an_act_that_nobody_waits_for_any_more_is_not_known(quiet):
    asked, stay = asyncio.Event(), asyncio.Event()

    async def act():
        async with quiet.act_log.doing("crm.lead.add"):
            asked.set()
            await stay.wait()

    task = asyncio.get_running_loop().create_task(act())
    await asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert [row.result for row in await quiet.act_log.page(LogFilter())] == [UNKNOWN]


async def test_where_the_log_cannot_be_begun_nothing_is_asked_for(desk, until, monkeypatch):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    monkeypatch.setattr(act_log, "add", full)
    with pytest.raises(JournalFailed):
        await desk.supervision.act(Act.ANSWER, dialog)

    assert METHODS[Act.ANSWER] not in {each.method for each in desk.traffic.records}
    assert desk.dialogs.get(dialog).operator_id == 0


async def test_what_was_done_and_not_written_down_is_told_as_that(desk, until, monkeypatch):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    monkeypatch.setattr(act_log, "complete", full)
    with pytest.raises(NotNoted):
        await desk.supervision.act(Act.ANSWER, dialog)

    assert desk.dialogs.get(dialog).operator_id == desk.supervision.me.id
    (row,) = await desk.act_log.page(LogFilter(dialogs=True))
    assert row.result == UNKNOWN


async def test_what_is_done_while_the_disk_fills_is_not_told_as_never_asked(
    desk, until, monkeypatch
):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    write, failed = desk.dialogs.write, []

    async def full_once(work):
        if not failed:
            failed.append(work)
            raise JournalFull("no room")
        return await write(work)

    monkeypatch.setattr(desk.dialogs, "write", full_once)
    with pytest.raises(NotNoted):
        await desk.supervision.act(Act.ANSWER, dialog)

    assert METHODS[Act.ANSWER] in {each.method for each in desk.traffic.records}
    (row,) = await desk.act_log.page(LogFilter(dialogs=True))
    assert row.result == ""


async def test_a_refusal_is_told_before_a_disk_that_is_full(desk, until, monkeypatch, sandbox):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    await sandbox.order("fault", kind="ACCESS_DENIED", method=METHODS[Act.SPAM])

    async def never(_):
        raise JournalFull("no room")

    monkeypatch.setattr(desk.dialogs, "write", never)
    with pytest.raises(BitrixError, match="ACCESS_DENIED"):
        await desk.supervision.act(Act.SPAM, dialog)


async def test_what_is_read_just_before_its_end_goes_on(quiet):
    stay = threading.Event()
    async with quiet.act_log.doing("crm.lead.add"):
        quiet.journal.begin(lambda _: stay.wait())  # the journal is busy
        look = asyncio.get_running_loop().create_task(quiet.act_log.page(LogFilter()))
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(stay.set)

    assert [row.result for row in await look] == [BEGUN]
    assert [row.result for row in await quiet.act_log.page(LogFilter())] == [""]


async def test_what_the_program_does_by_itself_stands_under_nobodys_name(desk, until):
    await connected(desk)
    await written(desk)
    await until(lambda: desk.feed.health.state is FeedState.LIVE)
    rows = await desk.act_log.page(LogFilter())
    bound = [row for row in rows if row.method == "event.bind"]
    own = [row for row in rows if row.method == "imconnector.register"]

    assert bound
    assert {(row.user, row.user_name) for row in bound} == {(0, "")}
    assert {row.user_name for row in own} == {"Olga Demina"}
    assert not [row for row in rows if row.detail.startswith("{")]


@pytest.mark.parametrize(
    ("request_text", "told"),
    [
        ('{"event":"ONIMBOTDELETE","auth_type":0}', "event ONIMBOTDELETE, auth_type 0"),
        ('{"DATA":{"ID":"7","URL":""},"LINE":[1,2]}', "DATA.ID 7, LINE 1 2"),
        ('{"Q":[{"A":1},{"A":2}]}', "Q.1.A 1, Q.2.A 2"),
        ('{"event":"cut', '{"event":"cut'),
        ("Lead 7", "Lead 7"),
    ],
)
def test_requests_are_told_without_their_brackets(request_text, told):
    assert readable(request_text) == told


async def test_no_act_gets_the_number_of_one_that_was_lost(quiet):
    await quiet.journal.run(lambda conn: complete(7, utc_now(), "", conn))
    async with quiet.act_log.doing("crm.lead.add"):
        (begun,) = await quiet.act_log.page(LogFilter())
    (done,) = await quiet.act_log.page(LogFilter())

    assert (begun.id, begun.result, done.result) == (8, BEGUN, "")
