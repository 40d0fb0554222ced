"""CRM records by kind: leads, deals, contacts, companies."""

import pytest

from .colleagues import Webhook
from .kit import open_portal
from .scenes import row

KINDS = {"lead": "TITLE", "deal": "TITLE", "contact": "NAME", "company": "TITLE"}
PHONE = [{"VALUE": "+37120000000", "VALUE_TYPE": "WORK"}]


def rows(verb, kinds=tuple(KINDS)):
    return [row(f"crm.{kind}.{verb}", kind) for kind in kinds]


async def add(portal, kind, **fields):
    return await portal.ok(f"crm.{kind}.add", {"fields": {KINDS[kind]: "Lamp", **fields}})


async def get(portal, kind, number):
    return await portal.ok(f"crm.{kind}.get", {"id": number})


async def named(portal, **params):
    """Titles of the leads that a question finds, of three made for it."""
    for title, money in [("One", 10), ("Two", 20), ("Three", 30)]:
        await add(portal, "lead", TITLE=title, OPPORTUNITY=money, ORIGIN_ID="mine")
    mine = {"ORIGIN_ID": "mine", **params.pop("filter", {})}
    given = {"order": {"ID": "ASC"}, "filter": mine, "select": ["ID", "TITLE"], **params}
    return [each["TITLE"] for each in await portal.ok("crm.lead.list", given)]


@pytest.mark.parametrize(("method", "kind"), rows("add"))
async def test_a_new_record_answers_with_its_number(portal, method, kind):
    number = await portal.ok(method, {"fields": {KINDS[kind]: "Lamp"}})

    assert type(number) is int
    assert (await get(portal, kind, number))["ID"] == str(number)


@pytest.mark.parametrize(("method", "kind"), rows("add"))
@pytest.mark.parametrize("fields", ["text", 7])
async def test_fields_of_a_new_record_are_an_array(portal, method, kind, fields):
    got = await portal.call(method, {"fields": fields})

    assert got.refusal == (400, "")
    assert got.text == "Parameter 'fields' must be array."


@pytest.mark.pins("crm.lead.add")
async def test_a_record_ignores_what_it_does_not_know(portal):
    number = await add(portal, "lead", NO_SUCH_FIELD="x")

    assert "NO_SUCH_FIELD" not in await get(portal, "lead", number)


@pytest.mark.parametrize(("method", "kind"), rows("get"))
async def test_a_record_is_read_as_texts(portal, method, kind):
    number = await add(portal, kind, COMMENTS="By chat", SOURCE_ID="WEB")

    got = await portal.ok(method, {"id": str(number)})

    assert got["COMMENTS"] == "By chat"
    assert got[KINDS[kind]] == "Lamp"
    plain = {key: value for key, value in got.items() if not isinstance(value, list)}
    assert all(value is None or isinstance(value, str) for value in plain.values())


@pytest.mark.pins("crm.lead.get", "crm.deal.get")
async def test_money_has_two_decimals_and_dates_have_an_offset(portal):
    for kind in ("lead", "deal"):
        got = await get(portal, kind, await add(portal, kind, OPPORTUNITY=100))
        free = await get(portal, kind, await add(portal, kind))
        assert (got["OPPORTUNITY"], free["OPPORTUNITY"]) == ("100.00", "0.00")
        assert got["DATE_CREATE"][10] == "T"
        assert got["DATE_CREATE"][-6] in "+-"


@pytest.mark.pins("crm.lead.get")
async def test_a_lead_without_a_dialog_has_no_open_line(portal):
    assert (await get(portal, "lead", await add(portal, "lead")))["HAS_IMOL"] == "N"


@pytest.mark.pins("crm.lead.get")
async def test_a_lead_shows_its_multifields_when_it_has_some(portal):
    bare = await get(portal, "lead", await add(portal, "lead"))
    full = await get(portal, "lead", await add(portal, "lead", PHONE=PHONE))

    assert "PHONE" not in bare
    (phone,) = full["PHONE"]
    assert set(phone) >= {"ID", "VALUE", "VALUE_TYPE", "TYPE_ID"}
    assert (phone["VALUE"], phone["VALUE_TYPE"], phone["TYPE_ID"]) == (
        "+37120000000",
        "WORK",
        "PHONE",
    )


@pytest.mark.pins("crm.deal.get")
async def test_a_deal_begins_in_the_first_stage_of_its_pipeline(portal):
    got = await get(portal, "deal", await add(portal, "deal"))

    assert (got["STAGE_ID"], got["CATEGORY_ID"]) == ("NEW", "0")


@pytest.mark.parametrize(("method", "kind"), rows("get"))
@pytest.mark.parametrize("number", [424_242, "424242"])
async def test_an_unknown_record_is_not_found_with_an_empty_code(portal, method, kind, number):
    got = await portal.call(method, {"id": number})

    assert got.refusal == (400, "")
    assert got.text == "Not found"


@pytest.mark.parametrize(("method", "kind"), [*rows("get"), *rows("update")])
@pytest.mark.parametrize("number", [None, "", 0, -1, "abc", [1], {"x": 1}])
async def test_a_record_must_be_named_by_a_number(portal, method, kind, number):
    given = {"fields": {"COMMENTS": "x"}} | ({} if number is None else {"id": number})

    got = await portal.call(method, given)

    assert got.status == 400
    assert "error" in got.body


@pytest.mark.parametrize(("method", "kind"), rows("list"))
async def test_a_list_counts_and_pages_by_fifty(portal, method, kind):
    for number in range(52):
        await add(portal, kind, ORIGIN_ID=f"n-{number}", COMMENTS="paged")
    given = {"order": {"ID": "ASC"}, "select": ["ID", "ORIGIN_ID"]}

    first = (await portal.call(method, given)).body
    rest = (await portal.call(method, {**given, "start": 50})).body

    assert len(first["result"]) == 50
    assert first["next"] == 50
    assert int(first["total"]) == int(rest["total"]) >= 52
    assert "next" not in rest
    ids = [int(each["ID"]) for each in first["result"] + rest["result"]]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(("method", "kind"), rows("list"))
async def test_a_list_skips_counting_on_demand(portal, method, kind):
    await add(portal, kind)

    body = (await portal.call(method, {"start": -1})).body

    assert body["result"]
    assert "next" not in body
    assert int(body.get("total", 0)) == 0


@pytest.mark.parametrize(("method", "kind"), rows("list"))
async def test_multifields_are_listed_only_when_named(portal, method, kind):
    number = await add(portal, kind, PHONE=PHONE)
    only = {"filter": {"ID": number}}

    every = await portal.ok(method, {**only, "select": ["*"]})
    asked = await portal.ok(method, {**only, "select": ["ID", "PHONE"]})

    assert "PHONE" not in every[0]
    if kind != "deal":
        assert asked[0]["PHONE"][0]["VALUE"] == "+37120000000"


@pytest.mark.pins("crm.lead.list")
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"TITLE": "Two"}, ["Two"]),
        ({"=TITLE": "Two"}, ["Two"]),
        ({"!TITLE": "Two"}, ["One", "Three"]),
        ({">OPPORTUNITY": 20}, ["Three"]),
        ({">=OPPORTUNITY": 20}, ["Two", "Three"]),
        ({"<OPPORTUNITY": 20}, ["One"]),
        ({"<=OPPORTUNITY": "20"}, ["One", "Two"]),
        ({"@TITLE": ["One", "Three"]}, ["One", "Three"]),
        ({"TITLE": ["One", "Three"]}, ["One", "Three"]),
        ({"!@TITLE": ["One", "Three"]}, ["Two"]),
        ({"%TITLE": "hre"}, ["Three"]),
        ({"=%TITLE": "T%"}, ["Two", "Three"]),
        ({">OPPORTUNITY": 10, "%TITLE": "w"}, ["Two"]),
        ({"TITLE": "None of them"}, []),
    ],
)
async def test_a_filter_compares_by_its_prefix(portal, condition, found):
    assert await named(portal, filter=condition) == found


@pytest.mark.pins("crm.lead.list")
@pytest.mark.parametrize(
    ("order", "found"),
    [
        ({"ID": "DESC"}, ["Three", "Two", "One"]),
        ({"TITLE": "ASC"}, ["One", "Three", "Two"]),
        ({"OPPORTUNITY": "desc"}, ["Three", "Two", "One"]),
    ],
)
async def test_a_list_comes_in_the_order_asked_for(portal, order, found):
    assert await named(portal, order=order) == found


@pytest.mark.pins("crm.lead.list")
async def test_a_list_shows_the_fields_selected(portal):
    number = await add(portal, "lead")

    (found,) = await portal.ok("crm.lead.list", {"filter": {"ID": number}, "select": ["TITLE"]})

    assert set(found) <= {"ID", "TITLE"}
    assert found["TITLE"] == "Lamp"


@pytest.mark.parametrize(("method", "kind"), rows("update"))
async def test_an_update_changes_what_it_names(portal, method, kind):
    number = await add(portal, kind, COMMENTS="old", SOURCE_DESCRIPTION="kept")

    assert await portal.ok(method, {"id": number, "fields": {"COMMENTS": "new"}}) is True

    got = await get(portal, kind, number)
    assert (got["COMMENTS"], got[KINDS[kind]]) == ("new", "Lamp")


NOT_THERE = [
    row("crm.lead.update", "", "Not found"),
    row("crm.deal.update", "", "Not found"),
    row("crm.contact.update", "", "Contact is not found"),
    row("crm.company.update", "", "Company is not found"),
    row("crm.lead.delete", "", "Not found"),
    row("crm.deal.delete", "", "Not found"),
    row("crm.contact.delete", "ERROR_CORE", "Element not found"),
    row("crm.company.delete", "", "Company is not found"),
]


@pytest.mark.parametrize(("method", "code", "text"), NOT_THERE)
async def test_an_unknown_record_cannot_be_changed(portal, method, code, text):
    got = await portal.call(method, {"id": 424_242, "fields": {"COMMENTS": "x"}})

    assert got.refusal == (400, code)
    assert got.text == text


@pytest.mark.parametrize(
    ("method", "code"),
    [
        row("crm.lead.add", ""),
        row("crm.contact.add", "ERROR_CORE"),
        row("crm.company.add", "ERROR_CORE"),
    ],
)
async def test_a_mail_that_is_none_is_refused(portal, method, code):
    got = await portal.call(method, {"fields": {"EMAIL": [{"VALUE": "no mail"}]}})

    assert got.refusal == (400, code)
    assert "E-mail" in got.text


@pytest.mark.pins("crm.status.list")
@pytest.mark.parametrize("name", ["filter", "order"])
async def test_entries_of_dictionaries_are_asked_for_by_arrays(portal, name):
    got = await portal.call("crm.status.list", {name: "zz"})

    assert got.refusal == (400, "Invalid parameters.")
    assert got.text == "Incorrect parameters passed."


@pytest.mark.pins("crm.status.list")
async def test_entries_of_dictionaries_are_counted(portal):
    got = await portal.call("crm.status.list", {"filter": {"ENTITY_ID": "SOURCE"}})

    assert got.body["total"] == len(got.body["result"]) > 0


@pytest.mark.pins("crm.lead.update")
async def test_a_multifield_is_changed_and_removed_by_its_number(portal):
    number = await add(portal, "lead", PHONE=PHONE)
    (phone,) = (await get(portal, "lead", number))["PHONE"]

    for change in ({"VALUE": "+3711"}, {"DELETE": "Y"}):
        fields = {"PHONE": [{"ID": phone["ID"], **change}]}
        await portal.ok("crm.lead.update", {"id": number, "fields": fields})
        left = (await get(portal, "lead", number)).get("PHONE", [])
        assert [each["VALUE"] for each in left] == ([] if "DELETE" in change else ["+3711"])


@pytest.mark.parametrize(("method", "kind"), rows("delete"))
async def test_a_deleted_record_is_gone(portal, method, kind):
    number = await add(portal, kind)

    assert await portal.ok(method, {"id": number}) is True

    assert (await portal.call(f"crm.{kind}.get", {"id": number})).refusal == (400, "")


@pytest.mark.parametrize(("method", "kind"), rows("fields"))
async def test_the_fields_of_a_kind_are_described(portal, method, kind):
    got = await portal.ok(method)

    assert {"ID", KINDS[kind], "ASSIGNED_BY_ID", "COMMENTS"} <= set(got)
    assert all({"type", "isRequired", "isReadOnly"} <= set(each) for each in got.values())
    assert got["ID"]["isReadOnly"] is True


@pytest.mark.pins("crm.status.list")
async def test_dictionaries_have_the_documented_columns(portal):
    found = await portal.ok("crm.status.list", {"filter": {"ENTITY_ID": "SOURCE"}})

    assert {"WEB"} <= {each["STATUS_ID"] for each in found}
    assert {each["ENTITY_ID"] for each in found} == {"SOURCE"}
    columns = {"ID", "ENTITY_ID", "STATUS_ID", "NAME", "NAME_INIT", "SORT", "SYSTEM"}
    columns |= {"CATEGORY_ID", "COLOR", "SEMANTICS", "EXTRA"}
    assert all(set(each) >= columns for each in found)


@pytest.mark.pins("crm.status.list")
@pytest.mark.parametrize(
    ("kind", "entry"), [("STATUS", "NEW"), ("SOURCE", "CALL"), ("DEAL_STAGE", "NEW")]
)
async def test_three_dictionaries_are_filled(portal, kind, entry):
    given = {"filter": {"ENTITY_ID": kind}, "order": {"SORT": "ASC"}}

    found = await portal.ok("crm.status.list", given)

    assert found
    sorts = [int(each["SORT"]) for each in found]
    assert sorts == sorted(sorts)
    assert entry in {each["STATUS_ID"] for each in found}


@pytest.mark.pins("crm.lead.add", "crm.lead.list")
async def test_records_can_be_kept_through_a_webhook(portal):
    hook = Webhook(portal)

    number = await hook.ok("crm.lead.add", {"fields": {"TITLE": "Hooked"}})
    found = await hook.ok("crm.lead.list", {"filter": {"ID": number}})

    assert [each["TITLE"] for each in found] == ["Hooked"]


@pytest.mark.pins("crm.lead.add")
async def test_records_need_the_scope_of_the_crm():
    async with open_portal(scope="imopenlines,imconnector") as portal:
        got = await portal.call("crm.lead.add", {"fields": {"TITLE": "x"}})

    assert got.refusal == (403, "insufficient_scope")
