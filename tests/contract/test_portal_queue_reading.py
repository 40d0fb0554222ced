"""Reading the offline queue: taking rows, reserving them, reading a reservation again."""

import re
from datetime import datetime

import pytest

from .kit import open_portal
from .offline import fill, get, ids, listed, words

ADD = "ONIMCONNECTORMESSAGEADD"


@pytest.mark.pins("event.offline.get")
async def test_a_row_has_the_documented_shape(shop, chat):
    await fill(shop, chat, 1)
    (row,) = (await get(shop))["events"]

    assert set(row) == {
        "ID",
        "TIMESTAMP_X",
        "EVENT_NAME",
        "EVENT_DATA",
        "EVENT_ADDITIONAL",
        "MESSAGE_ID",
    }
    assert row["ID"].isdigit()
    assert datetime.fromisoformat(row["TIMESTAMP_X"]).tzinfo
    assert row["EVENT_NAME"] == ADD
    assert str(row["EVENT_ADDITIONAL"]["user_id"]).isdigit()
    assert re.fullmatch("[0-9a-f]{32}", row["MESSAGE_ID"])


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_reading_deletes_by_default_and_names_no_process(shop, chat):
    await fill(shop, chat)
    got = await get(shop)

    assert got["process_id"] is None
    assert words(got["events"]) == ["reply 0", "reply 1", "reply 2"]
    assert (await get(shop))["events"] == []
    assert await listed(shop) == []


@pytest.mark.pins("event.offline.get")
async def test_an_empty_queue_is_an_empty_list(portal):
    assert await get(portal) == {"process_id": None, "events": []}


@pytest.mark.pins("event.offline.get")
async def test_reading_with_clear_0_reserves_under_a_process(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)

    assert len(got["process_id"]) == 32
    assert len(got["events"]) == 3


@pytest.mark.pins("event.offline.get")
async def test_reserved_rows_are_invisible_to_later_reads_for_ever(shop, chat):
    await fill(shop, chat)
    await get(shop, clear=0)
    await shop.advance(7 * 86_400)
    await shop.sign_in()

    assert (await get(shop, clear=0))["events"] == []
    assert (await get(shop))["events"] == []


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_reserved_rows_are_found_by_the_list(shop, chat):
    await fill(shop, chat)
    process = (await get(shop, clear=0, limit=2, order={"ID": "ASC"}))["process_id"]

    rows = await listed(shop, filter={">PROCESS_ID": "", "=ERROR": 0})

    assert len(rows) == 2
    assert {row["PROCESS_ID"] for row in rows} == {process}


@pytest.mark.pins("event.offline.get")
async def test_two_readers_get_different_rows(shop, chat):
    await fill(shop, chat, 5)
    first = await get(shop, clear=0, limit=2)
    second = await get(shop, clear=0, limit=2)

    assert first["process_id"] != second["process_id"]
    assert not set(ids(first["events"])) & set(ids(second["events"]))


@pytest.mark.pins("event.offline.get")
async def test_a_process_can_be_read_again(shop, chat):
    await fill(shop, chat)
    first = await get(shop, clear=0)

    again = await get(shop, clear=0, process_id=first["process_id"])

    assert again["process_id"] == first["process_id"]
    assert ids(again["events"]) == ids(first["events"])


@pytest.mark.pins("event.offline.get")
async def test_a_process_reads_only_its_own_rows(shop, chat):
    await fill(shop, chat, 2)
    first = await get(shop, clear=0)
    await fill(shop, chat, 2)

    again = await get(shop, clear=0, process_id=first["process_id"])

    assert ids(again["events"]) == ids(first["events"])
    assert len((await get(shop))["events"]) == 2


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_reading_a_process_again_with_the_default_deletes_all_of_it(shop, chat):
    await fill(shop, chat, 4)
    process = (await get(shop, clear=0))["process_id"]

    got = await get(shop, process_id=process, limit=1)

    assert got["process_id"] == process
    assert len(got["events"]) == 1
    assert await listed(shop) == []


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_an_empty_process_with_the_default_empties_the_whole_queue(shop, chat):
    await fill(shop, chat, 4)
    reserved = await get(shop, clear=0, limit=1)

    got = await get(shop, process_id="", limit=1)

    assert len(got["events"]) == 1
    assert ids(await listed(shop)) == ids(reserved["events"])


@pytest.mark.pins("event.offline.get")
async def test_nothing_to_reserve_still_names_a_process(portal):
    got = await get(portal, clear=0)

    assert len(got["process_id"]) == 32
    assert got["events"] == []


@pytest.mark.pins("event.offline.get")
async def test_a_read_takes_fifty_rows_unless_told_otherwise(shop, chat):
    await fill(shop, chat, 52)

    assert len((await get(shop))["events"]) == 50
    assert len((await get(shop))["events"]) == 2


@pytest.mark.pins("event.offline.get")
async def test_there_is_no_upper_limit(shop, chat):
    await fill(shop, chat, 60)

    assert len((await get(shop, limit=1000))["events"]) == 60


@pytest.mark.pins("event.offline.get")
async def test_a_limit_leaves_the_rest_for_later(shop, chat):
    await fill(shop, chat, 3)

    assert words((await get(shop, limit=2, order={"ID": "ASC"}))["events"]) == [
        "reply 0",
        "reply 1",
    ]
    assert words((await get(shop))["events"]) == ["reply 2"]


@pytest.mark.pins("event.offline.get", "event.offline.list")
@pytest.mark.parametrize("clear", [0, "0"])
async def test_reserving_needs_its_feature(clear):
    async with open_portal(offline_extended=False) as portal:
        await portal.connect()
        await portal.bind()
        chat = await portal.open_dialog()
        await fill(portal, chat, 1)

        got = await portal.call("event.offline.get", {"clear": clear})

        assert got.refusal == (403, "WRONG_LICENSE")
        assert got.text.endswith("extended offline events handling")
        assert len(await listed(portal)) == 1
        assert len((await get(portal, clear=1))["events"]) == 1


@pytest.mark.pins("event.offline.get")
async def test_an_on_premise_portal_has_the_feature_whatever_its_plan():
    async with open_portal(plan="selfhosted", offline_extended=False) as portal:
        assert (await get(portal, clear=0))["process_id"]


OFFLINE = ["get", "clear", "error", "list"]


@pytest.mark.parametrize("method", OFFLINE)
async def test_the_queue_is_for_administrators(method):
    async with open_portal(role="user") as portal:
        got = await portal.call(f"event.offline.{method}", {"process_id": "x", "message_id": []})

    assert got.refusal == (403, "ACCESS_DENIED")
    assert got.text == "Access denied!"


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_reading_up_to_a_row_takes_exactly_what_was_seen(shop, chat):
    """How a portal without reservation is read safely: look, save, then take up to there."""
    await fill(shop, chat, 3)
    seen = await listed(shop, order={"ID": "ASC"})
    await fill(shop, chat, 1)

    until = {"<=ID": seen[-1]["ID"]}
    got = await get(shop, clear=1, filter=until, order={"ID": "ASC"}, limit=len(seen))

    assert ids(got["events"]) == ids(seen)
    assert len(await listed(shop)) == 1


@pytest.mark.pins("event.offline.get", "event.offline.list")
@pytest.mark.parametrize("rows", [7, 200])
async def test_a_reader_that_dies_loses_nothing_and_doubles_nothing(shop, chat, rows):
    """Reserve, die, find the reservation by the list, read it again, confirm."""
    await fill(shop, chat, rows)
    first = await get(shop, clear=0, limit=rows, order={"ID": "ASC"})

    reserved = await shop.call("event.offline.list", {"filter": {">PROCESS_ID": "", "=ERROR": 0}})
    process = reserved.result[0]["PROCESS_ID"]
    again = await get(shop, clear=0, process_id=process, limit=1000, order={"ID": "ASC"})
    await shop.ok("event.offline.clear", {"process_id": process})

    assert int(reserved.body["total"]) == rows
    assert ids(again["events"]) == ids(first["events"])
    assert await listed(shop) == []
