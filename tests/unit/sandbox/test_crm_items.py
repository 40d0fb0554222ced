"""The universal CRM methods: names, shapes and refusals."""

import pytest


async def add(desk, kind=1, **fields):
    return (await desk.ok("crm.item.add", {"entityTypeId": kind, "fields": fields}))["item"]


async def change(desk, number, kind=1, **fields):
    given = {"entityTypeId": kind, "id": number, "fields": fields}
    return (await desk.ok("crm.item.update", given))["item"]


async def refusal(desk, method, **params):
    answer = await desk.call(f"crm.item.{method}", params)
    assert "error" in answer, answer
    return answer["error"], answer["error_description"]


async def test_an_item_has_the_older_fields_under_newer_names(desk):
    item = await add(desk, title="A lamp", stageId="IN_PROCESS", contactIds=[4, 5], sourceId="WEB")

    record = await desk.ok("crm.lead.get", {"id": item["id"]})
    assert (item["stageId"], item["stageSemanticId"]) == (record["STATUS_ID"], "P")
    assert (item["contactId"], item["contactIds"], item["companyId"]) == (4, [4, 5], 0)
    assert (item["createdTime"], item["createdBy"]) == (record["DATE_CREATE"], 1)
    assert (item["movedBy"], item["lastActivityBy"], item["entityTypeId"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("UF_CRM_1720019876534", "ufCrm_1720019876534"),
        ("UF_CRM_2_1639669411830", "ufCrm2_1639669411830"),
        ("UF_CRM_ORDER_NO", "ufCrmOrderNo"),
        ("UF_CRM_ORDER_7", "ufCrmOrder_7"),
    ],
)
async def test_custom_fields_have_two_names(desk, older, newer):
    item = await add(desk, **{newer: "x"})
    asked = {"entityTypeId": 1, "id": item["id"], "useOriginalUfNames": "Y"}

    original = (await desk.ok("crm.item.get", asked))["item"]

    assert item[newer] == "x"
    assert (original[older], newer in original) == ("x", False)
    assert (await desk.ok("crm.lead.get", {"id": item["id"]}))[older] == "x"


async def test_all_multifields_stand_in_one_list(desk):
    phone = {"typeId": "PHONE", "valueType": "WORK", "value": "+371 2"}
    mail = {"typeId": "EMAIL", "valueType": "HOME", "value": "ivo@example.org"}

    item = await add(desk, 3, name="Ivo", fm=[phone, mail])

    assert [{**row, "id": 0} for row in item["fm"]] == [{**phone, "id": 0}, {**mail, "id": 0}]
    assert (item["phone"], item["phoneWork"], item["emailHome"]) == (
        "+371 2",
        "+371 2",
        mail["value"],
    )
    assert (item["emailWork"], item["hasPhone"]) == ("", "Y")


async def test_multifields_are_added_changed_and_removed_by_their_keys(desk):
    rows = [{"typeId": "PHONE", "value": "+371 2"}, {"typeId": "EMAIL", "value": "a@b.example"}]
    item = await add(desk, fm=rows)
    phone, mail = (str(row["id"]) for row in item["fm"])
    wanted = {
        phone: {"value": "+371 3"},
        mail: {"typeId": "EMAIL", "value": ""},
        "n0": {"typeId": "WEB", "value": "https://lamp.example"},
    }

    changed = await change(desk, item["id"], fm=wanted)

    assert [(row["typeId"], row["value"]) for row in changed["fm"]] == [
        ("PHONE", "+371 3"),
        ("WEB", "https://lamp.example"),
    ]


async def test_a_deal_has_no_multifields(desk):
    item = await add(desk, 2, fm=[{"typeId": "PHONE", "value": "+371 2"}])

    assert "fm" not in item


@pytest.mark.parametrize("method", ["add", "get", "list", "update", "delete"])
@pytest.mark.parametrize("kind", [0, 7, 31, 99, "x", [], True, -1])
async def test_other_types_of_items_are_not_found(desk, method, kind):
    if kind is True:  # PHP's cast makes it a lead
        kind = "9"
    given = {"entityTypeId": kind, "id": 1, "fields": {}}

    assert (await refusal(desk, method, **given))[0] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("method", "params", "missing"),
    [
        ("add", {}, "entityTypeId"),
        ("add", {"entityTypeId": 1}, "fields"),
        ("add", {"entitytypeid": 1, "fields": {}}, "entityTypeId"),
        ("get", {"entityTypeId": 1}, "id"),
        ("update", {"entityTypeId": 1}, "id"),
        ("delete", {"entityTypeId": 1}, "id"),
        ("list", {}, "entityTypeId"),
    ],
)
async def test_a_missing_parameter_is_named_and_names_are_case_sensitive(
    desk, method, params, missing
):
    text = f"Could not find value for parameter {{{missing}}}"

    assert await refusal(desk, method, **params) == ("100", text)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"stageId": "NOPE"}, "stageId"),
        ({"opportunity": "much"}, "opportunity"),
        ({"currencyId": "XXX"}, "currencyId"),
        ({"assignedById": 424_242}, "assignedById"),
        ({"fm": [{"typeId": "EMAIL", "value": "no mail"}]}, "fm"),
    ],
)
async def test_a_value_that_cannot_be_is_refused_by_the_field(desk, fields, name):
    code, text = await refusal(desk, "add", entityTypeId=1, fields=fields)

    assert (code, text) == ("CRM_FIELD_ERROR_VALUE_NOT_VALID", f'Invalid value for field "{name}"')


async def test_a_list_of_references_must_be_a_list(desk):
    code, text = await refusal(desk, "add", entityTypeId=1, fields={"contactIds": 5})

    assert code == "100"
    assert text == "Expected iterable value for multiple field, but got integer instead"


async def test_missing_items_are_not_found(desk):
    for method in ("get", "update", "delete"):
        given = {"entityTypeId": 2, "id": 9, "fields": {}}
        assert (await refusal(desk, method, **given))[0] == "NOT_FOUND"


async def test_an_item_of_somebody_else_is_denied(open_desk):
    async with open_desk(role="user") as ann:
        item = await add(ann, opened="N")
        record = ann.sandbox.portal.crm.get("LEAD", item["id"])
        record.fields |= {"ASSIGNED_BY_ID": "7", "CREATED_BY_ID": "7"}

        for method in ("get", "update", "delete"):
            given = {"entityTypeId": 1, "id": item["id"], "fields": {}}
            assert (await refusal(ann, method, **given))[0] == "ACCESS_DENIED"


async def test_numbers_are_numbers_and_choices_are_letters(desk):
    item = await add(desk, 2, opportunity="12.50", probability="40")

    assert (item["opportunity"], item["probability"], item["taxValue"]) == (12.5, 40, 0)
    assert (item["opened"], item["closed"], item["isNew"], item["leadId"]) == ("Y", "N", "Y", None)
    assert (item["isManualOpportunity"], item["categoryId"]) == ("Y", 0)
