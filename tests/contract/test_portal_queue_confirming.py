"""Confirming rows of the offline queue, setting them aside, and merging identical ones."""

import pytest

from .kit import SHOP
from .offline import fill, get, ids, listed, words


@pytest.mark.pins("event.offline.clear")
async def test_a_whole_process_is_confirmed_at_once(shop, chat):
    await fill(shop, chat)
    process = (await get(shop, clear=0))["process_id"]
    await fill(shop, chat, 1)

    assert await shop.ok("event.offline.clear", {"process_id": process}) is True

    assert len(await listed(shop)) == 1


@pytest.mark.pins("event.offline.clear")
async def test_rows_of_a_process_are_confirmed_one_by_one(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    given = {"process_id": got["process_id"], "id": [int(row["ID"]) for row in got["events"][:2]]}

    assert await shop.ok("event.offline.clear", given) is True

    assert ids(await listed(shop)) == [got["events"][2]["ID"]]


@pytest.mark.pins("event.offline.clear")
async def test_ids_to_confirm_may_be_numeric_strings(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)

    given = {"process_id": got["process_id"], "id": [got["events"][0]["ID"]]}
    assert await shop.ok("event.offline.clear", given) is True

    assert len(await listed(shop)) == 2


@pytest.mark.pins("event.offline.clear")
async def test_rows_are_confirmed_by_message_id(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})

    done = [got["events"][1]["MESSAGE_ID"]]
    await shop.ok("event.offline.clear", {"process_id": got["process_id"], "message_id": done})

    assert ids(await listed(shop)) == [got["events"][0]["ID"], got["events"][2]["ID"]]


@pytest.mark.pins("event.offline.clear")
async def test_of_both_lists_the_message_ids_win(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    first, second, third = got["events"]

    await shop.ok(
        "event.offline.clear",
        {
            "process_id": got["process_id"],
            "id": [int(first["ID"])],
            "message_id": [second["MESSAGE_ID"]],
        },
    )

    assert ids(await listed(shop)) == [first["ID"], third["ID"]]


@pytest.mark.pins("event.offline.clear")
async def test_confirming_the_rows_of_another_process_does_nothing(shop, chat):
    await fill(shop, chat, 2)
    first = await get(shop, clear=0, limit=1)
    second = await get(shop, clear=0, limit=1)
    stolen = {"process_id": first["process_id"], "id": [int(second["events"][0]["ID"])]}

    assert await shop.ok("event.offline.clear", stolen) is True

    assert len(await listed(shop)) == 2


@pytest.mark.pins("event.offline.clear")
async def test_confirming_nothing_is_a_success(portal):
    assert await portal.ok("event.offline.clear", {"process_id": "0" * 32}) is True


@pytest.mark.pins("event.offline.clear")
async def test_an_empty_process_with_ids_removes_waiting_rows(shop, chat):
    await fill(shop, chat)
    waiting = ids(await listed(shop))

    given = {"process_id": "", "id": [int(waiting[0])]}
    assert await shop.ok("event.offline.clear", given) is True

    assert ids(await listed(shop)) == waiting[1:]


@pytest.mark.pins("event.offline.clear")
@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({}, "Argument 'PROCESS_ID' is null or empty"),
        ({"id": [1]}, "Argument 'PROCESS_ID' is null or empty"),
        ({"process_id": "p", "id": ["x"]}, "Value must be array of integers"),
        ({"process_id": "p", "id": "7"}, "Value must be array of integers"),
        ({"process_id": "p", "message_id": ["short"]}, "Value must be array of MESSAGE_ID values"),
        ({"process_id": "p", "message_id": "x"}, "Value must be array of MESSAGE_ID values"),
    ],
)
async def test_a_wrong_confirmation_is_refused(portal, params, text):
    got = await portal.call("event.offline.clear", params)

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert text in got.text


async def fail(shop, got, *rows):
    digests = [row["MESSAGE_ID"] for row in rows]
    given = {"process_id": got["process_id"], "message_id": digests}
    assert await shop.ok("event.offline.error", given) is True


@pytest.mark.pins("event.offline.clear", "event.offline.error")
async def test_rows_marked_as_errors_are_read_only_as_errors(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    await fail(shop, got, got["events"][0])
    await shop.ok("event.offline.clear", {"process_id": got["process_id"]})

    assert (await get(shop))["events"] == []
    assert words((await get(shop, error=1))["events"]) == ["reply 0"]


@pytest.mark.pins("event.offline.error")
async def test_the_list_shows_error_rows_as_free(shop, chat):
    await fill(shop, chat, 2)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    await fail(shop, got, got["events"][0])

    first, second = await listed(shop)

    assert (first["ERROR"], first["PROCESS_ID"]) == ("1", "")
    assert (second["ERROR"], second["PROCESS_ID"]) == ("0", got["process_id"])


@pytest.mark.pins("event.offline.error")
async def test_marking_an_empty_list_does_nothing(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)
    await fail(shop, got)

    assert {row["ERROR"] for row in await listed(shop)} == {"0"}


@pytest.mark.pins("event.offline.error")
@pytest.mark.parametrize(
    "params", [{}, {"process_id": "p"}, {"message_id": ["0" * 32]}, {"process_id": "p", "id": [1]}]
)
async def test_marking_needs_process_and_message_ids(portal, params):
    got = await portal.call("event.offline.error", params)

    assert got.refusal == (400, "ERROR_ARGUMENT")


async def switch_off(shop):
    await shop.activate(shop.lines[0])
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])


async def test_identical_waiting_events_are_one_row_with_the_newest_time(shop):
    await switch_off(shop)
    before = await listed(shop)
    await shop.advance(10)
    await switch_off(shop)
    after = await listed(shop)

    assert ids(after) == ids(before)
    assert len(after) == 1
    assert after[0]["TIMESTAMP_X"] > before[0]["TIMESTAMP_X"]


async def test_an_event_identical_to_a_reserved_one_is_a_new_row_with_the_same_message_id(shop):
    await switch_off(shop)
    (first,) = (await get(shop, clear=0))["events"]
    await switch_off(shop)
    (second,) = (await get(shop, clear=0))["events"]

    assert second["ID"] != first["ID"]
    assert second["MESSAGE_ID"] == first["MESSAGE_ID"]


async def test_message_ids_repeat_over_time(shop):
    await switch_off(shop)
    (first,) = await shop.queue()
    await switch_off(shop)
    (second,) = await shop.queue()

    assert second["MESSAGE_ID"] == first["MESSAGE_ID"]


@pytest.mark.pins("event.offline.error")
async def test_marking_drops_the_waiting_twin(shop):
    await switch_off(shop)
    got = await get(shop, clear=0)
    await switch_off(shop)
    await fail(shop, got, *got["events"])

    assert [row["ERROR"] for row in await listed(shop)] == ["1"]
    assert (await get(shop))["events"] == []


@pytest.mark.pins("event.offline.error")
async def test_an_error_row_swallows_later_identical_events(shop):
    await switch_off(shop)
    got = await get(shop, clear=0)
    await fail(shop, got, *got["events"])
    await switch_off(shop)

    assert (await get(shop))["events"] == []
    assert len((await get(shop, error=1))["events"]) == 1


async def test_two_messages_with_the_same_text_are_two_rows(shop, chat):
    for _ in range(2):
        await shop.control("reply", chat_id=chat, text="Yes")

    first, second = (await get(shop))["events"]
    assert first["MESSAGE_ID"] != second["MESSAGE_ID"]
