"""CRM records over HTTP: what is stored, what is refused, what is left out."""

import pytest

LEAD = {"TITLE": "A lamp", "NAME": "Ivo", "LAST_NAME": "Berzins"}


async def add(desk, kind="lead", **fields):
    return await desk.ok(f"crm.{kind}.add", {"fields": fields})


async def get(desk, number, kind="lead"):
    return await desk.ok(f"crm.{kind}.get", {"id": number})


async def refused(desk, method, params):
    answer = await desk.call(method, params)
    assert "error" in answer, answer
    return answer["error"], answer["error_description"]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("lead", "Lead #611"), ("deal", "Deal #302"), ("company", "Company #77")],
)
async def test_a_record_without_a_title_is_called_by_its_number(desk, kind, title):
    number = await add(desk, kind)

    assert (await get(desk, number, kind))["TITLE"] == title


@pytest.mark.parametrize(
    ("kind", "usual"),
    [
        ("lead", {"STATUS_ID": "NEW", "STATUS_SEMANTIC_ID": "P", "OPPORTUNITY": "0.00"}),
        ("deal", {"STAGE_ID": "NEW", "CATEGORY_ID": "0", "CLOSED": "N", "IS_NEW": "Y"}),
        ("contact", {"TYPE_ID": "CLIENT", "EXPORT": "Y", "OPENED": "Y"}),
        ("company", {"COMPANY_TYPE": "CUSTOMER", "IS_MY_COMPANY": "N", "HAS_IMOL": "N"}),
    ],
)
async def test_a_new_record_has_the_usual_fields_of_its_type(desk, kind, usual):
    found = await get(desk, await add(desk, kind), kind)

    assert {name: found[name] for name in usual} == usual
    assert found["ASSIGNED_BY_ID"] == found["CREATED_BY_ID"] == "1"


async def test_the_names_of_parameters_and_fields_fold_case(desk):
    number = await desk.ok("crm.lead.add", {"FIELDS": {"title": "Small letters"}})

    assert (await desk.ok("crm.lead.get", {"ID": number}))["TITLE"] == "Small letters"


async def test_custom_fields_are_kept_and_unknown_ones_are_not(desk):
    number = await add(desk, UF_CRM_123="x", UF_CRM_LIST=["a", 1], UNKNOWN="y", ID=7)

    found = await get(desk, number)
    assert (found["UF_CRM_123"], found["UF_CRM_LIST"]) == ("x", ["a", "1"])
    assert "UNKNOWN" not in found
    assert found["ID"] == str(number)


async def test_what_can_only_be_read_is_not_taken(desk):
    number = await add(desk, CREATED_BY_ID=7, HAS_PHONE="Y", DATE_CREATE="2001-01-01")

    found = await get(desk, number)
    assert (found["CREATED_BY_ID"], found["HAS_PHONE"]) == ("1", "N")
    assert not found["DATE_CREATE"].startswith("2001")


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ({"STATUS_ID": "NOPE"}, "Stage"),
        ({"CURRENCY_ID": "XXX"}, "Currency"),
        ({"OPPORTUNITY": "much"}, "Opportunity"),
        ({"OPPORTUNITY": 10**30}, "Opportunity"),
        ({"BIRTHDATE": "some day"}, "Birthdate"),
        ({"ASSIGNED_BY_ID": 424_242}, "Responsible person"),
        ({"EMAIL": [{"VALUE": "no mail"}]}, "E-mail"),
    ],
)
async def test_a_field_that_cannot_be_so_is_named_and_nothing_is_stored(desk, field, label):
    code, text = await refused(desk, "crm.lead.add", {"fields": {**LEAD, **field}})

    assert code == ""
    assert f'"{label}"' in text
    assert text.endswith("<br>")
    assert await desk.ok("crm.lead.list") == []


async def test_every_wrong_field_has_a_line_of_its_own(desk):
    wrong = {"STATUS_ID": "NOPE", "CURRENCY_ID": "XXX"}

    _, text = await refused(desk, "crm.lead.add", {"fields": wrong})

    assert text.count("<br>") == 2


async def test_a_refused_change_changes_nothing(desk):
    number = await add(desk, **LEAD, PHONE=[{"VALUE": "+371 1"}])
    before = await get(desk, number)
    wrong = {"TITLE": "New", "PHONE": [{"VALUE": "+371 2"}], "STATUS_ID": "NOPE"}

    await refused(desk, "crm.lead.update", {"id": number, "fields": wrong})

    assert await get(desk, number) == before


async def test_multifields_have_ids_types_and_sorts(desk):
    number = await add(
        desk,
        PHONE=[{"VALUE": "+371 2", "VALUE_TYPE": "MOBILE"}, {"VALUE": "+371 3"}],
        EMAIL={"n0": {"VALUE": "ivo@example.org"}},
        WEB=["no map", {"VALUE": ""}],
    )

    found = await get(desk, number)
    assert [(row["VALUE"], row["VALUE_TYPE"]) for row in found["PHONE"]] == [
        ("+371 2", "MOBILE"),
        ("+371 3", "WORK"),
    ]
    assert found["EMAIL"][0]["TYPE_ID"] == "EMAIL"
    assert "WEB" not in found
    ids = [row["ID"] for row in found["PHONE"] + found["EMAIL"]]
    assert len(set(ids)) == 3


async def test_a_multifield_changes_and_goes_by_its_id(desk):
    number = await add(desk, PHONE=[{"VALUE": "+371 2"}, {"VALUE": "+371 3"}])
    first, second = (await get(desk, number))["PHONE"]
    change = [{"ID": first["ID"], "VALUE": "+371 9"}, {"ID": second["ID"], "DELETE": "Y"}]

    await desk.ok("crm.lead.update", {"id": number, "fields": {"PHONE": change}})

    assert (await get(desk, number))["PHONE"] == [{**first, "VALUE": "+371 9"}]


async def test_a_lead_that_ends_has_a_closing_date(desk):
    number = await add(desk)

    await desk.ok("crm.lead.update", {"id": number, "fields": {"STATUS_ID": "JUNK"}})
    ended = await get(desk, number)
    await desk.ok("crm.lead.update", {"id": number, "fields": {"STATUS_ID": "IN_PROCESS"}})

    assert (ended["STATUS_SEMANTIC_ID"], ended["DATE_CLOSED"][:2]) == ("F", "20")
    assert (await get(desk, number))["DATE_CLOSED"] == ""


async def test_a_deal_s_stage_belongs_to_its_pipeline(desk):
    number = await add(desk, "deal", STAGE_ID="C5:EXECUTING")
    found = await get(desk, number, "deal")
    wrong = {"id": number, "fields": {"STAGE_ID": "NEW"}}

    assert (found["CATEGORY_ID"], found["STAGE_ID"]) == ("5", "C5:EXECUTING")
    assert (await refused(desk, "crm.deal.update", wrong))[0] == ""
    assert (await refused(desk, "crm.deal.add", {"fields": {"CATEGORY_ID": 9}}))[0] == ""


async def test_a_won_deal_is_closed(desk):
    number = await add(desk, "deal")

    await desk.ok("crm.deal.update", {"id": number, "fields": {"STAGE_ID": "WON"}})

    found = await get(desk, number, "deal")
    assert (found["CLOSED"], found["STAGE_SEMANTIC_ID"], found["IS_NEW"]) == ("Y", "S", "N")


@pytest.mark.parametrize("spelling", ["02.01.2026", "2026-01-02", "2026-01-02T23:30:00+02:00"])
async def test_dates_are_understood_in_the_portal_s_spellings(desk, spelling):
    number = await add(desk, "contact", BIRTHDATE=spelling)

    assert (await get(desk, number, "contact"))["BIRTHDATE"] == "2026-01-02T00:00:00+02:00"


async def test_empty_values_leave_a_new_record_the_usual_ones(desk):
    number = await add(desk, STATUS_ID="", OPENED=None, CURRENCY_ID="", ASSIGNED_BY_ID=0)

    found = await get(desk, number)
    assert (found["STATUS_ID"], found["CURRENCY_ID"], found["ASSIGNED_BY_ID"]) == (
        "NEW",
        "EUR",
        "1",
    )


async def test_an_update_without_a_stage_keeps_it(desk):
    number = await add(desk, STATUS_ID="PROCESSED", COMMENTS="x")

    await desk.ok("crm.lead.update", {"id": number, "fields": {"STATUS_ID": "", "COMMENTS": ""}})

    found = await get(desk, number)
    assert (found["STATUS_ID"], found["COMMENTS"]) == ("PROCESSED", "")


@pytest.mark.parametrize(
    "fields",
    [
        {"TITLE": ["list"]},
        {"TITLE": {"a": {"b": 1}}},
        {"CONTACT_IDS": "x", "CONTACT_ID": [1]},
        {"PHONE": "text", "EMAIL": 7, "IM": {"a": "b"}},
        {"UF_CRM_1": {"a": [{"b": 1}]}, "UF_CRM_2": 10**30},
        {"COMPANY_ID": -(10**30), "OPENED": [], "CURRENCY_ID": None},
        {"PHONE": [{"ID": 10**30, "VALUE": 7}, {"ID": "x"}, {"DELETE": "Y"}]},
    ],
)
async def test_values_of_odd_types_never_break_the_portal(desk, fields):
    for kind in ("lead", "deal", "contact", "company"):
        number = await add(desk, kind, **fields)
        found = await get(desk, number, kind)
        await desk.ok(f"crm.{kind}.update", {"id": number, "fields": fields})
        assert found["ID"] == str(number)


async def test_too_many_custom_fields_and_values_are_refused(desk):
    many = {f"UF_CRM_{number}": "x" for number in range(201)}
    phones = [{"VALUE": f"+371 {number}"} for number in range(101)]

    assert (await refused(desk, "crm.lead.add", {"fields": many}))[0] == ""
    assert (await refused(desk, "crm.lead.add", {"fields": {"PHONE": phones}}))[0] == ""


async def test_a_full_disk_takes_no_more_records(desk, monkeypatch):
    number = await add(desk)
    monkeypatch.setattr("app.sandbox.crm.changes.MAX_SIZE", desk.sandbox.portal.crm.size + 100)

    assert await refused(desk, "crm.lead.add", {"fields": {}}) == ("", "Disk resource exhausted")
    long = {"id": number, "fields": {"COMMENTS": "x" * 1000}}
    assert await refused(desk, "crm.lead.update", long) == ("", "Disk resource exhausted")
    assert len(await desk.ok("crm.lead.list")) == 1


async def test_employees_see_what_is_open_and_their_own(open_desk):
    async with open_desk(role="user") as ann:
        portal = ann.sandbox.portal
        mine = await add(ann, OPENED="N")
        theirs = await add(ann, OPENED="N")
        portal.crm.get("LEAD", theirs).fields |= {"ASSIGNED_BY_ID": "7", "CREATED_BY_ID": "7"}

        assert (await get(ann, mine))["ID"] == str(mine)
        assert await refused(ann, "crm.lead.get", {"id": theirs}) == ("", "Access denied.")
        assert await refused(ann, "crm.lead.delete", {"id": theirs}) == ("", "Access denied.")
        assert [row["ID"] for row in await ann.ok("crm.lead.list")] == [str(mine)]


async def test_the_books_keep_count_of_what_is_stored(desk):
    number = await add(desk, **LEAD, PHONE=[{"VALUE": "+371 1"}])
    await desk.ok("crm.lead.update", {"id": number, "fields": {"COMMENTS": "long" * 100}})
    other = await add(desk, "deal", CONTACT_ID=5)
    crm = desk.sandbox.portal.crm
    rows = [row for kind in crm.records.values() for row in kind.values()]
    assert crm.size == sum(row.size for row in rows)

    await desk.ok("crm.lead.delete", {"id": number})
    await desk.ok("crm.deal.delete", {"id": other})

    assert crm.size == 0
    assert list(crm.find("PHONE", "+371 1")) == []


@pytest.mark.parametrize("kind", ["lead", "deal", "contact", "company"])
async def test_the_fields_that_are_described_are_those_that_a_record_has(desk, kind):
    described = await desk.ok(f"crm.{kind}.fields")
    found = await get(desk, await add(desk, kind), kind)

    assert set(found) <= set(described)
    assert described["ID"]["isReadOnly"] is True
    assert described["ASSIGNED_BY_ID"]["type"] == "user"


async def test_dictionaries_belong_to_types_and_pipelines(desk):
    every = await desk.ok("crm.status.list")
    five = await desk.ok("crm.status.list", {"filter": {"ENTITY_ID": "DEAL_STAGE_5"}})

    assert len({row["ID"] for row in every}) == len(every)
    assert {row["CATEGORY_ID"] for row in five} == {"5"}
    assert [row["SEMANTICS"] for row in five] == [None, None, "S", "F"]


async def test_dictionaries_can_be_sorted_and_narrowed(desk):
    wanted = {"filter": {"@ENTITY_ID": ["SOURCE", "STATUS"]}, "order": {"ENTITY_ID": "DESC"}}
    two = await desk.ok("crm.status.list", wanted)
    last = await desk.ok(
        "crm.status.list", {"filter": {"ENTITY_ID": "STATUS"}, "order": {"SORT": "DESC"}}
    )

    assert list(dict.fromkeys(row["ENTITY_ID"] for row in two)) == ["STATUS", "SOURCE"]
    assert last[0]["STATUS_ID"] == "JUNK"
