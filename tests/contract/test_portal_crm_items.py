"""Universal CRM items: one family of methods for every kind of record."""

import pytest

KINDS = {1: "lead", 2: "deal", 3: "contact", 4: "company"}


async def add(portal, kind=1, **fields):
    title = {"name": "Lamp"} if kind == 3 else {"title": "Lamp"}
    given = {"entityTypeId": kind, "fields": {**title, **fields}}
    return (await portal.ok("crm.item.add", given))["item"]


@pytest.mark.pins("crm.item.add")
@pytest.mark.parametrize("kind", KINDS)
async def test_a_new_item_comes_back_whole_with_a_number(portal, kind):
    item = await add(portal, kind)

    assert type(item["id"]) is int
    assert item["name" if kind == 3 else "title"] == "Lamp"


@pytest.mark.pins("crm.item.add", "crm.lead.get")
async def test_an_item_and_its_record_are_one_thing(portal):
    item = await add(portal, sourceId="WEB", opportunity=12.5)

    record = await portal.ok("crm.lead.get", {"id": item["id"]})

    assert (record["TITLE"], record["SOURCE_ID"]) == ("Lamp", "WEB")
    assert record["OPPORTUNITY"] == "12.50"


@pytest.mark.pins("crm.item.get")
async def test_numbers_of_an_item_are_numbers(portal):
    made = await add(portal, kind=2, opportunity=100)
    given = {"entityTypeId": 2, "id": made["id"]}

    item = (await portal.ok("crm.item.get", given))["item"]

    assert item["id"] == made["id"]
    assert item["opportunity"] == 100
    assert type(item["assignedById"]) is int
    assert item["stageId"] == "NEW"


@pytest.mark.pins("crm.item.list")
async def test_items_are_listed_counted_and_paged(portal):
    for number in range(52):
        await add(portal, kind=2, title=f"Deal {number}")
    given = {"entityTypeId": 2, "select": ["id", "title"], "order": {"id": "ASC"}}

    first = (await portal.call("crm.item.list", given)).body
    rest = (await portal.call("crm.item.list", {**given, "start": 50})).body

    assert set(first["result"]) == {"items"}
    assert len(first["result"]["items"]) == 50
    assert first["next"] == 50
    assert int(first["total"]) >= 52
    assert "next" not in rest
    assert {"id", "title"} >= set(first["result"]["items"][0])


@pytest.mark.pins("crm.item.list")
async def test_items_are_found_by_a_filter(portal):
    made = await add(portal, title="Only this one")
    await add(portal, title="Another")
    given = {"entityTypeId": 1, "filter": {"=title": "Only this one"}}

    found = (await portal.ok("crm.item.list", given))["items"]

    assert [each["id"] for each in found] == [made["id"]]


@pytest.mark.pins("crm.item.update")
async def test_an_updated_item_comes_back_changed(portal):
    made = await add(portal)
    given = {"entityTypeId": 1, "id": made["id"], "fields": {"comments": "new"}}

    item = (await portal.ok("crm.item.update", given))["item"]

    assert (item["id"], item["comments"], item["title"]) == (made["id"], "new", "Lamp")


@pytest.mark.pins("crm.item.delete")
async def test_a_deleted_item_leaves_nothing(portal):
    made = await add(portal)
    given = {"entityTypeId": 1, "id": made["id"]}

    assert await portal.ok("crm.item.delete", given) in ([], None)

    assert (await portal.call("crm.item.get", given)).refusal == (400, "NOT_FOUND")


@pytest.mark.pins("crm.item.add", "crm.item.get")
async def test_an_item_keeps_its_phone_numbers(portal):
    made = await add(portal, kind=3, fm=[{"typeId": "PHONE", "valueType": "WORK", "value": "+371"}])
    given = {"entityTypeId": 3, "id": made["id"]}

    item = (await portal.ok("crm.item.get", given))["item"]

    assert [each["value"] for each in item["fm"]] == ["+371"]


@pytest.mark.pins("crm.item.get", "crm.item.update", "crm.item.delete")
async def test_an_unknown_item_is_not_found(portal):
    given = {"entityTypeId": 1, "id": 424_242, "fields": {"title": "x"}}
    for method in ("get", "update", "delete"):
        assert (await portal.call(f"crm.item.{method}", given)).refusal == (400, "NOT_FOUND")


@pytest.mark.pins("crm.item.get", "crm.item.add", "crm.item.list")
async def test_a_call_without_a_kind_names_the_missing_parameter(portal):
    for method in ("get", "add", "list"):
        got = await portal.call(f"crm.item.{method}", {"id": 1, "fields": {}})
        assert got.refusal == (400, "100")
        assert got.text == "Could not find value for parameter {entityTypeId}"


@pytest.mark.pins("crm.item.get", "crm.item.list")
@pytest.mark.parametrize("kind", [0, -1, 424_242, "abc"])
async def test_a_kind_that_does_not_exist_is_refused(portal, kind):
    for method in ("get", "list"):
        got = await portal.call(f"crm.item.{method}", {"entityTypeId": kind, "id": 1})
        assert got.status == 400
        assert "error" in got.body
