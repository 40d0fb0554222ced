"""Questions to the offline queue: order, filters, limits, and how wrong ones are refused."""

import pytest

from .kit import SHOP
from .offline import fill, get, ids, listed, words

OFF = "ONIMCONNECTORSTATUSDELETE"


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_rows_come_in_the_order_asked_for(shop, chat):
    await fill(shop, chat, 3)

    down = await listed(shop, order={"ID": "DESC"})
    assert words(down) == ["reply 2", "reply 1", "reply 0"]
    got = await get(shop, order={"ID": "DESC"}, limit=2)
    assert words(got["events"]) == ["reply 2", "reply 1"]


@pytest.mark.pins("event.offline.get")
async def test_rows_come_by_time_unless_told_otherwise(shop, chat):
    for number in range(3):
        await shop.control("reply", chat_id=chat, text=f"reply {number}")
        await shop.advance(2)

    assert words((await get(shop))["events"]) == ["reply 0", "reply 1", "reply 2"]


@pytest.mark.pins("event.offline.get", "event.offline.list")
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


@pytest.mark.pins("event.offline.get")
async def test_a_filter_compares_by_event_name(shop, chat):
    await fill(shop, chat, 2)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    got = await get(shop, filter={"=EVENT_NAME": OFF})

    assert [row["EVENT_NAME"] for row in got["events"]] == [OFF]


@pytest.mark.pins("event.offline.get")
async def test_a_filter_compares_by_a_part_of_the_name(shop, chat):
    await fill(shop, chat, 1)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    got = await get(shop, filter={"%EVENT_NAME": "STATUSDELETE"})

    assert [row["EVENT_NAME"] for row in got["events"]] == [OFF]


@pytest.mark.pins("event.offline.get", "event.offline.list")
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


@pytest.mark.pins("event.offline.get")
async def test_values_of_a_filter_must_be_single(portal):
    got = await portal.call("event.offline.get", {"filter": {"@ID": ["1", "2"]}})

    assert got.refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.pins("event.offline.get", "event.offline.list")
@pytest.mark.parametrize("field", ["PROCESS_ID", "ERROR"])
async def test_two_fields_are_for_the_list_only(portal, field):
    await portal.ok("event.offline.list", {"filter": {field: "0"}})

    got = await portal.call("event.offline.get", {"filter": {field: "0"}})

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert "Filter field not allowed: " in got.text


@pytest.mark.pins("event.offline.get")
@pytest.mark.parametrize("limit", [0, -1, "0", "abc"])
async def test_a_limit_must_be_positive(portal, limit):
    got = await portal.call("event.offline.get", {"limit": limit})

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert "Value must be positive integer" in got.text


@pytest.mark.pins("event.offline.get")
async def test_a_refused_question_reserves_nothing(shop, chat):
    await fill(shop, chat, 1)
    await shop.call("event.offline.get", {"filter": {"~ID": 1}})

    assert len((await get(shop))["events"]) == 1


@pytest.mark.pins("event.offline.get")
async def test_names_of_parameters_may_be_in_any_case(shop, chat):
    await fill(shop, chat, 3)

    got = await get(shop, LIMIT=1, Clear=0, ORDER={"id": "asc"})

    assert words(got["events"]) == ["reply 0"]
    assert got["process_id"]


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_a_filter_compares_by_time(shop, chat):
    await fill(shop, chat, 1)
    await shop.advance(10)
    await fill(shop, chat, 1)
    first, second = await listed(shop)

    got = await get(shop, filter={">TIMESTAMP_X": first["TIMESTAMP_X"]})

    assert ids(got["events"]) == [second["ID"]]


@pytest.mark.pins("event.offline.get", "event.offline.list")
async def test_conditions_of_a_filter_hold_together(shop, chat):
    await fill(shop, chat, 3)
    first, second, third = ids(await listed(shop))

    got = await get(shop, filter={">ID": first, "<ID": third})

    assert ids(got["events"]) == [second]
