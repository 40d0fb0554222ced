"""The offline queue: reservation, confirmation, errors, merging, reading, rights, keeping."""

import re
from datetime import datetime

import pytest

from .kit import SHOP, open_portal

ADD = "ONIMCONNECTORMESSAGEADD"
OFF = "ONIMCONNECTORSTATUSDELETE"


@pytest.fixture
async def chat(shop):
    """An open dialog; the queue is empty."""
    return await shop.open_dialog()


async def fill(shop, chat, count=3):
    for number in range(count):
        await shop.control("reply", chat_id=chat, text=f"reply {number}")


async def get(shop, **params):
    return await shop.ok("event.offline.get", params)


async def listed(shop, **params):
    return await shop.ok("event.offline.list", params)


def ids(rows):
    return [row["ID"] for row in rows]


def words(rows):
    return [row["EVENT_DATA"]["MESSAGES"][0]["message"]["text"].split("]")[-1] for row in rows]


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


async def test_reading_deletes_by_default_and_names_no_process(shop, chat):
    await fill(shop, chat)
    got = await get(shop)

    assert got["process_id"] is None
    assert words(got["events"]) == ["reply 0", "reply 1", "reply 2"]
    assert (await get(shop))["events"] == []
    assert await listed(shop) == []


async def test_an_empty_queue_is_an_empty_list(portal):
    assert await get(portal) == {"process_id": None, "events": []}


async def test_reading_with_clear_0_reserves_under_a_process(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)

    assert len(got["process_id"]) == 32
    assert len(got["events"]) == 3


async def test_reserved_rows_are_invisible_to_later_reads_for_ever(shop, chat):
    await fill(shop, chat)
    await get(shop, clear=0)
    await shop.advance(7 * 86_400)
    await shop.sign_in()

    assert (await get(shop, clear=0))["events"] == []
    assert (await get(shop))["events"] == []


async def test_reserved_rows_are_found_by_the_list(shop, chat):
    await fill(shop, chat)
    process = (await get(shop, clear=0, limit=2, order={"ID": "ASC"}))["process_id"]

    rows = await listed(shop, filter={">PROCESS_ID": "", "=ERROR": 0})

    assert len(rows) == 2
    assert {row["PROCESS_ID"] for row in rows} == {process}


async def test_two_readers_get_different_rows(shop, chat):
    await fill(shop, chat, 5)
    first = await get(shop, clear=0, limit=2)
    second = await get(shop, clear=0, limit=2)

    assert first["process_id"] != second["process_id"]
    assert not set(ids(first["events"])) & set(ids(second["events"]))


async def test_a_process_can_be_read_again(shop, chat):
    await fill(shop, chat)
    first = await get(shop, clear=0)

    again = await get(shop, clear=0, process_id=first["process_id"])

    assert again["process_id"] == first["process_id"]
    assert ids(again["events"]) == ids(first["events"])


async def test_a_process_reads_only_its_own_rows(shop, chat):
    await fill(shop, chat, 2)
    first = await get(shop, clear=0)
    await fill(shop, chat, 2)

    again = await get(shop, clear=0, process_id=first["process_id"])

    assert ids(again["events"]) == ids(first["events"])
    assert len((await get(shop))["events"]) == 2


async def test_reading_a_process_again_with_the_default_deletes_all_of_it(shop, chat):
    await fill(shop, chat, 4)
    process = (await get(shop, clear=0))["process_id"]

    got = await get(shop, process_id=process, limit=1)

    assert got["process_id"] == process
    assert len(got["events"]) == 1
    assert await listed(shop) == []


async def test_an_empty_process_with_the_default_empties_the_whole_queue(shop, chat):
    await fill(shop, chat, 4)
    reserved = await get(shop, clear=0, limit=1)

    got = await get(shop, process_id="", limit=1)

    assert len(got["events"]) == 1
    assert ids(await listed(shop)) == ids(reserved["events"])


async def test_nothing_to_reserve_still_names_a_process(portal):
    got = await get(portal, clear=0)

    assert len(got["process_id"]) == 32
    assert got["events"] == []


async def test_a_read_takes_fifty_rows_unless_told_otherwise(shop, chat):
    await fill(shop, chat, 52)

    assert len((await get(shop))["events"]) == 50
    assert len((await get(shop))["events"]) == 2


async def test_there_is_no_upper_limit(shop, chat):
    await fill(shop, chat, 60)

    assert len((await get(shop, limit=1000))["events"]) == 60


async def test_a_limit_leaves_the_rest_for_later(shop, chat):
    await fill(shop, chat, 3)

    assert words((await get(shop, limit=2, order={"ID": "ASC"}))["events"]) == [
        "reply 0",
        "reply 1",
    ]
    assert words((await get(shop))["events"]) == ["reply 2"]


async def test_rows_come_in_the_order_asked_for(shop, chat):
    await fill(shop, chat, 3)

    down = await listed(shop, order={"ID": "DESC"})
    assert words(down) == ["reply 2", "reply 1", "reply 0"]
    got = await get(shop, order={"ID": "DESC"}, limit=2)
    assert words(got["events"]) == ["reply 2", "reply 1"]


async def test_rows_come_by_time_unless_told_otherwise(shop, chat):
    for number in range(3):
        await shop.control("reply", chat_id=chat, text=f"reply {number}")
        await shop.advance(2)

    assert words((await get(shop))["events"]) == ["reply 0", "reply 1", "reply 2"]


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("", [1]), ("=", [1]), (">", [2]), ("<", [0]), (">=", [1, 2]), ("<=", [0, 1])],
)
@pytest.mark.parametrize("field", ["ID", "id", "Id"])
async def test_a_filter_compares_by_id(shop, chat, operator, expected, field):
    await fill(shop, chat, 3)
    middle = ids(await listed(shop))[1]

    got = await get(shop, filter={operator + field: middle}, order={"ID": "ASC"})

    assert words(got["events"]) == [f"reply {n}" for n in expected]
    assert len(await listed(shop)) == 3 - len(expected)


async def test_a_filter_compares_by_event_name(shop, chat):
    await fill(shop, chat, 2)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    got = await get(shop, filter={"=EVENT_NAME": OFF})

    assert [row["EVENT_NAME"] for row in got["events"]] == [OFF]


async def test_a_filter_compares_by_a_part_of_the_name(shop, chat):
    await fill(shop, chat, 1)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    got = await get(shop, filter={"%EVENT_NAME": "STATUSDELETE"})

    assert [row["EVENT_NAME"] for row in got["events"]] == [OFF]


async def test_a_filter_compares_by_message_id(shop, chat):
    await fill(shop, chat, 2)
    wanted = (await listed(shop))[1]

    got = await get(shop, filter={"MESSAGE_ID": wanted["MESSAGE_ID"]})

    assert ids(got["events"]) == [wanted["ID"]]


@pytest.mark.parametrize("method", ["event.offline.get", "event.offline.list"])
@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"filter": "text"}, "The filter is not an array."),
        ({"filter": {"~ID": 1}}, "Filter operation not allowed: "),
        ({"filter": {"!ID": 1}}, "Filter operation not allowed: "),
        ({"filter": {"APP_ID": 1}}, "Filter field not allowed: "),
        ({"filter": {">EVENT_DATA": "x"}}, "Filter field not allowed: "),
        ({"order": {"EVENT_DATA": "ASC"}}, "Order field not allowed: "),
        ({"order": {"ID": "UP"}}, "Order direction should be one of {ASC|DESC}"),
    ],
)
async def test_a_wrong_question_is_refused(portal, method, params, text):
    got = await portal.call(method, params)

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert text in got.text


async def test_values_of_a_filter_must_be_single(portal):
    got = await portal.call("event.offline.get", {"filter": {"@ID": ["1", "2"]}})

    assert got.refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.parametrize("field", ["PROCESS_ID", "ERROR"])
async def test_two_fields_are_for_the_list_only(portal, field):
    await portal.ok("event.offline.list", {"filter": {field: "0"}})

    got = await portal.call("event.offline.get", {"filter": {field: "0"}})

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert "Filter field not allowed: " in got.text


@pytest.mark.parametrize("limit", [0, -1, "0", "abc"])
async def test_a_limit_must_be_positive(portal, limit):
    got = await portal.call("event.offline.get", {"limit": limit})

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert "Value must be positive integer" in got.text


async def test_a_refused_question_reserves_nothing(shop, chat):
    await fill(shop, chat, 1)
    await shop.call("event.offline.get", {"filter": {"~ID": 1}})

    assert len((await get(shop))["events"]) == 1


async def test_names_of_parameters_may_be_in_any_case(shop, chat):
    await fill(shop, chat, 3)

    got = await get(shop, LIMIT=1, Clear=0, ORDER={"id": "asc"})

    assert words(got["events"]) == ["reply 0"]
    assert got["process_id"]


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


async def test_a_whole_process_is_confirmed_at_once(shop, chat):
    await fill(shop, chat)
    process = (await get(shop, clear=0))["process_id"]
    await fill(shop, chat, 1)

    assert await shop.ok("event.offline.clear", {"process_id": process}) is True

    assert len(await listed(shop)) == 1


async def test_rows_of_a_process_are_confirmed_one_by_one(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    given = {"process_id": got["process_id"], "id": [int(row["ID"]) for row in got["events"][:2]]}

    assert await shop.ok("event.offline.clear", given) is True

    assert ids(await listed(shop)) == [got["events"][2]["ID"]]


async def test_ids_to_confirm_may_be_numeric_strings(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)

    given = {"process_id": got["process_id"], "id": [got["events"][0]["ID"]]}
    assert await shop.ok("event.offline.clear", given) is True

    assert len(await listed(shop)) == 2


async def test_rows_are_confirmed_by_message_id(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})

    done = [got["events"][1]["MESSAGE_ID"]]
    await shop.ok("event.offline.clear", {"process_id": got["process_id"], "message_id": done})

    assert ids(await listed(shop)) == [got["events"][0]["ID"], got["events"][2]["ID"]]


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


async def test_confirming_the_rows_of_another_process_does_nothing(shop, chat):
    await fill(shop, chat, 2)
    first = await get(shop, clear=0, limit=1)
    second = await get(shop, clear=0, limit=1)
    stolen = {"process_id": first["process_id"], "id": [int(second["events"][0]["ID"])]}

    assert await shop.ok("event.offline.clear", stolen) is True

    assert len(await listed(shop)) == 2


async def test_confirming_nothing_is_a_success(portal):
    assert await portal.ok("event.offline.clear", {"process_id": "0" * 32}) is True


async def test_an_empty_process_with_ids_removes_waiting_rows(shop, chat):
    await fill(shop, chat)
    waiting = ids(await listed(shop))

    given = {"process_id": "", "id": [int(waiting[0])]}
    assert await shop.ok("event.offline.clear", given) is True

    assert ids(await listed(shop)) == waiting[1:]


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


async def test_rows_marked_as_errors_are_read_only_as_errors(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    await fail(shop, got, got["events"][0])
    await shop.ok("event.offline.clear", {"process_id": got["process_id"]})

    assert (await get(shop))["events"] == []
    assert words((await get(shop, error=1))["events"]) == ["reply 0"]


async def test_the_list_shows_error_rows_as_free(shop, chat):
    await fill(shop, chat, 2)
    got = await get(shop, clear=0, order={"ID": "ASC"})
    await fail(shop, got, got["events"][0])

    first, second = await listed(shop)

    assert (first["ERROR"], first["PROCESS_ID"]) == ("1", "")
    assert (second["ERROR"], second["PROCESS_ID"]) == ("0", got["process_id"])


async def test_marking_an_empty_list_does_nothing(shop, chat):
    await fill(shop, chat)
    got = await get(shop, clear=0)
    await fail(shop, got)

    assert {row["ERROR"] for row in await listed(shop)} == {"0"}


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


async def test_marking_drops_the_waiting_twin(shop):
    await switch_off(shop)
    got = await get(shop, clear=0)
    await switch_off(shop)
    await fail(shop, got, *got["events"])

    assert [row["ERROR"] for row in await listed(shop)] == ["1"]
    assert (await get(shop))["events"] == []


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


async def test_the_list_reads_without_changing(shop, chat):
    await fill(shop, chat, 2)

    first = await listed(shop)
    assert await listed(shop) == first
    assert [(row["PROCESS_ID"], row["ERROR"]) for row in first] == [("", "0")] * 2
    assert words(first) == ["reply 0", "reply 1"]


async def test_the_list_comes_in_pages_of_fifty_with_total_and_next(shop, chat):
    await fill(shop, chat, 53)

    first = await shop.call("event.offline.list", {})
    second = await shop.call("event.offline.list", {"start": first.body["next"]})

    assert (len(first.result), first.body["next"], int(first.body["total"])) == (50, 50, 53)
    assert (len(second.result), int(second.body["total"])) == (3, 53)
    assert "next" not in second.body


async def test_rows_are_kept_about_34_days(shop, chat):
    await fill(shop, chat, 2)
    await get(shop, clear=0, limit=1)
    await shop.advance(33 * 86_400)
    await shop.sign_in()
    assert len(await listed(shop)) == 2

    await shop.advance(2 * 86_400)
    await shop.sign_in()
    assert await listed(shop) == []


async def test_rows_appear_after_the_request_that_caused_them():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind()
        where = f"CONNECTOR={SHOP}&LINE={portal.lines[0]}"

        got = await portal.batch(
            {"off": f"imconnector.activate?{where}&ACTIVE=0", "seen": "event.offline.list"}
        )

        assert got["result"]["seen"] == []
        assert len(await listed(portal)) == 1


async def test_an_unfinished_installation_binds_but_queues_nothing():
    async with open_portal(installed=False) as portal:
        await portal.connect()
        await portal.bind()
        chat = await portal.open_dialog()
        await fill(portal, chat)

        assert (await portal.ok("app.info"))["INSTALLED"] is False
        assert await listed(portal) == []


async def test_nothing_is_queued_without_a_binding(portal):
    await portal.connect()
    chat = await portal.open_dialog()
    await fill(portal, chat)

    assert await listed(portal) == []


async def test_two_connectors_have_queues_of_their_own_with_own_copies(shop, chat):
    await shop.bind("OnImConnectorMessageAdd", auth_connector="console")
    await fill(shop, chat, 2)

    assert len((await get(shop))["events"]) == 2
    assert len((await get(shop, auth_connector="console"))["events"]) == 2
    assert (await get(shop, auth_connector="other"))["events"] == []


async def test_confirming_works_in_its_own_queue_only(shop, chat):
    await shop.bind("OnImConnectorMessageAdd", auth_connector="console")
    await fill(shop, chat, 1)
    got = await get(shop, auth_connector="console", clear=0)
    given = {"process_id": got["process_id"]}

    await shop.ok("event.offline.clear", given)
    assert len(await listed(shop, auth_connector="console")) == 1
    await shop.ok("event.offline.clear", {**given, "auth_connector": "console"})
    assert await listed(shop, auth_connector="console") == []


async def test_any_call_with_a_connector_name_needs_its_feature():
    async with open_portal(auth_connector=False) as portal:
        for method in ("profile", "event.get", "server.time"):
            got = await portal.call(method, {"auth_connector": "console"})

            assert got.refusal == (403, "WRONG_LICENSE")
            assert got.text.endswith("auth_connector")


async def test_the_queue_methods_work_inside_a_batch(shop, chat):
    await fill(shop, chat, 2)

    got = await shop.batch(
        {
            "read": "event.offline.get?clear=0",
            "done": "event.offline.clear?process_id=$result[read][process_id]",
            "left": "event.offline.list",
        }
    )

    assert len(got["result"]["read"]["events"]) == 2
    assert got["result"]["done"] is True
    assert got["result"]["left"] == []


async def test_a_filter_compares_by_time(shop, chat):
    await fill(shop, chat, 1)
    await shop.advance(10)
    await fill(shop, chat, 1)
    first, second = await listed(shop)

    got = await get(shop, filter={">TIMESTAMP_X": first["TIMESTAMP_X"]})

    assert ids(got["events"]) == [second["ID"]]


async def test_conditions_of_a_filter_hold_together(shop, chat):
    await fill(shop, chat, 3)
    first, second, third = ids(await listed(shop))

    got = await get(shop, filter={">ID": first, "<ID": third})

    assert ids(got["events"]) == [second]


async def test_reading_up_to_a_row_takes_exactly_what_was_seen(shop, chat):
    """How a portal without reservation is read safely: look, save, then take up to there."""
    await fill(shop, chat, 3)
    seen = await listed(shop, order={"ID": "ASC"})
    await fill(shop, chat, 1)

    until = {"<=ID": seen[-1]["ID"]}
    got = await get(shop, clear=1, filter=until, order={"ID": "ASC"}, limit=len(seen))

    assert ids(got["events"]) == ids(seen)
    assert len(await listed(shop)) == 1


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
