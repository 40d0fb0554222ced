"""Asking for CRM records: operators, order, masks, pages, in both families of methods."""

import pytest

ROWS = [
    {"TITLE": "Blue lamp", "OPPORTUNITY": 20, "SOURCE_ID": "WEB", "ORIGIN_ID": "a"},
    {"TITLE": "Red lamp", "OPPORTUNITY": 5, "SOURCE_ID": "CALL", "COMMENTS": "100% wool"},
    {"TITLE": "Chair", "OPPORTUNITY": 100, "SOURCE_ID": "WEB", "UF_CRM_9": "x"},
]


@pytest.fixture
async def shelf(desk):
    for fields in ROWS:
        await desk.ok("crm.lead.add", {"fields": fields})
    return desk


async def titles(desk, **params):
    return [row["TITLE"].split()[0] for row in await desk.ok("crm.lead.list", params)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"TITLE": "chair"}, ["Chair"]),
        ({"=TITLE": "Chair"}, ["Chair"]),
        ({"!TITLE": "Chair"}, ["Blue", "Red"]),
        ({"!=TITLE": "Chair"}, ["Blue", "Red"]),
        ({">OPPORTUNITY": "5"}, ["Blue", "Chair"]),
        ({">=OPPORTUNITY": 5, "<OPPORTUNITY": 100}, ["Blue", "Red"]),
        ({"<=OPPORTUNITY": 5}, ["Red"]),
        ({"@ID": [611, "613", 9]}, ["Blue", "Chair"]),
        ({"!@ID": [611, 613]}, ["Red"]),
        ({"ID": [611, 612]}, ["Blue", "Red"]),
        ({"%TITLE": "LAMP"}, ["Blue", "Red"]),
        ({"!%TITLE": "lamp"}, ["Chair"]),
        ({"=%TITLE": "%lamp"}, ["Blue", "Red"]),
        ({"%=TITLE": "b%l%p"}, ["Blue"]),
        ({"=%TITLE": "lamp"}, []),
        ({"!=%TITLE": "%lamp"}, ["Chair"]),
        ({"!%=TITLE": "r%"}, ["Blue", "Chair"]),
        ({"%COMMENTS": "0%"}, ["Red"]),
        ({"ORIGIN_ID": None}, ["Red", "Chair"]),
        ({"!ORIGIN_ID": ""}, ["Blue"]),
        ({"UF_CRM_9": "x"}, ["Chair"]),
        ({"STATUS_SEMANTIC_ID": "P", "SOURCE_ID": "WEB"}, ["Blue", "Chair"]),
        ({"HAS_PHONE": "Y"}, []),
        ({">=DATE_CREATE": "2025-12-29", "<DATE_CREATE": "2025-12-30"}, ["Blue", "Red", "Chair"]),
        ({">DATE_CREATE": "01.01.2030"}, []),
        ({"NO_SUCH_FIELD": "x"}, ["Blue", "Red", "Chair"]),
        ({"~TITLE": "x"}, ["Blue", "Red", "Chair"]),
        ({">TITLE": None}, []),
        ({">OPPORTUNITY": "nan"}, ["Blue", "Red", "Chair"]),
        ({">OPPORTUNITY": 10**30}, []),
        ({"TITLE": {"a": [1]}}, []),
    ],
)
async def test_an_operator_stands_before_the_field(shelf, wanted, found):
    assert await titles(shelf, filter=wanted) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ({}, ["Blue", "Red", "Chair"]),
        ({"OPPORTUNITY": "ASC"}, ["Red", "Blue", "Chair"]),
        ({"opportunity": "desc"}, ["Chair", "Blue", "Red"]),
        ({"SOURCE_ID": "DESC", "TITLE": "DESC"}, ["Chair", "Blue", "Red"]),
        ({"ORIGIN_ID": "ASC", "ID": "DESC"}, ["Chair", "Red", "Blue"]),
        ({"DATE_CREATE": "DESC"}, ["Blue", "Red", "Chair"]),
        ({"NO_SUCH_FIELD": "ASC"}, ["Blue", "Red", "Chair"]),
    ],
)
async def test_records_come_in_order(shelf, order, found):
    assert await titles(shelf, order=order) == found


async def test_masks_choose_the_fields(shelf):
    only = {"filter": {"ID": 613}}

    (usual,) = await shelf.ok("crm.lead.list", only)
    (plain,) = await shelf.ok("crm.lead.list", {**only, "select": ["*"]})
    (custom,) = await shelf.ok("crm.lead.list", {**only, "select": ["UF_*"]})

    assert usual == {**plain, "UF_CRM_9": "x"}
    assert custom == {"ID": "613", "UF_CRM_9": "x"}


async def test_records_are_found_by_their_phones(shelf):
    await shelf.ok("crm.lead.update", {"id": 612, "fields": {"PHONE": [{"VALUE": "+371 200"}]}})

    assert await titles(shelf, filter={"PHONE": "+371 200"}) == ["Red"]
    assert await titles(shelf, filter={"%PHONE": "371"}) == ["Red"]
    assert await titles(shelf, filter={"PHONE": ["1", "+371 200"]}) == ["Red"]


@pytest.mark.parametrize("start", [10**30, "x", [], {"a": 1}, None, 3])
async def test_any_start_is_an_answer(shelf, start):
    answer = await shelf.call("crm.lead.list", {"start": start})

    assert "error" not in answer


@pytest.mark.parametrize("name", ["filter", "order"])
@pytest.mark.parametrize("kind", ["lead", "deal", "contact", "company"])
async def test_questions_of_the_wrong_type_are_refused(shelf, kind, name):
    answer = await shelf.call(f"crm.{kind}.list", {name: "zz"})

    assert (answer["error"], answer["error_description"]) == (
        "",
        f"Parameter '{name}' must be array.",
    )


async def test_a_choice_of_the_wrong_type_chooses_nothing(shelf):
    assert len(await shelf.ok("crm.lead.list", {"select": "TITLE", "filter": None})) == 3


async def items(desk, **params):
    answer = await desk.call("crm.item.list", {"entityTypeId": 1, **params})
    return [row["id"] for row in answer["result"]["items"]] if "result" in answer else answer


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"sourceId": "WEB"}, [611, 613]),
        ({">opportunity": 5, "%title": "lamp"}, [611]),
        ({"logic": "OR", "0": {"title": "Chair"}, "1": {"<opportunity": 10}}, [612, 613]),
        ({"0": {"logic": "OR", "id": 611, "title": "Chair"}, "sourceId": "WEB"}, [611, 613]),
        ({"ufCrm_9": "x"}, [613]),
        ({"UF_CRM_9": "x"}, [613]),
        ({">=createdTime": "2025-12-29T00:00:00+02:00"}, [611, 612, 613]),
    ],
)
async def test_items_are_asked_for_by_their_own_names(shelf, wanted, found):
    assert await items(shelf, filter=wanted) == found


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"filter": {"FIELD": 1}}, "Invalid filter: field 'FIELD' is not allowed in filter"),
        ({"filter": {"TITLE": 1}}, "Invalid filter: field 'TITLE' is not allowed in filter"),
        ({"filter": {"id": "abc"}}, "Invalid filter: field 'id' has invalid value"),
        (
            {"filter": {">opportunity": "1x"}},
            "Invalid filter: field 'opportunity' has invalid value",
        ),
        ({"filter": {"@id": [611, "x"]}}, "Invalid filter: field 'id' has invalid value"),
        (
            {"filter": {"<createdTime": "zz"}},
            "Invalid filter: field 'createdTime' has invalid value",
        ),
        ({"order": {"nope": "ASC"}}, "Invalid order: field 'nope' is not allowed in order"),
        (
            {"order": {"id": "up"}},
            "Invalid order: allowed sort directions are ASC, DESC. But got 'up' for field 'id'",
        ),
    ],
)
async def test_items_refuse_what_they_do_not_know(shelf, params, text):
    answer = await items(shelf, **params)

    assert (answer["error"], answer["error_description"]) == ("INVALID_ARG_VALUE", text)


async def test_items_show_multifields_only_as_a_whole(shelf):
    asked = {"entityTypeId": 1, "filter": {"id": 611}}

    (whole,) = (await shelf.ok("crm.item.list", asked))["items"]
    (some,) = (await shelf.ok("crm.item.list", {**asked, "select": ["title", "fm"]}))["items"]

    assert whole["fm"] == []
    assert some == {"id": 611, "title": "Blue lamp"}
