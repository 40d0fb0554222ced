"""What one call may cost the CRM: work is counted, never timed."""

import pytest

from app.sandbox.crm import changes, dictionary, query, tracker, view
from app.sandbox.crm.query import MAX_WORK, Language, TooMuch
from app.sandbox.crm.records import Multifield, Record

MANY = 1_000
WORDS = [f"no{number}" for number in range(MANY)]


@pytest.fixture
def crowd(desk):
    """The desk of a portal with many leads, all of one customer."""
    crm = desk.sandbox.portal.crm
    for number in range(1, MANY + 1):
        phones = [Multifield(number, "PHONE", "WORK", "+371 200")]
        crm.put(Record("LEAD", number, {"TITLE": f"Lamp {number}", "OPENED": "Y"}, phones))
    return desk


@pytest.fixture
def looked_at(monkeypatch):
    """How often a value of a record was read."""
    seen = []
    read = view.value
    monkeypatch.setattr(view, "value", lambda *given: seen.append(given[2]) or read(*given))
    return seen


ENDLESS = [
    {"filter": {f"!UF_CRM_{number}": "x" for number in range(MANY)}},
    {"filter": {"!%TITLE": WORDS}},
    {"filter": {"!=%TITLE": [f"%{word}%" for word in WORDS]}},
    {"filter": {"!=%TITLE": "%".join("abc" * MANY)}},
    {"filter": {">TITLE": ["zz"] * MANY}},
    {"order": {f"UF_CRM_{number}": "ASC" for number in range(MANY)}},
]


@pytest.mark.parametrize("params", ENDLESS)
async def test_a_question_that_would_take_too_long_is_refused(crowd, looked_at, params):
    answer = await crowd.call("crm.lead.list", params)

    assert answer["error_description"] == "Failed to get list. General error."
    assert len(looked_at) <= MAX_WORK


async def test_a_question_about_items_is_bounded_too(crowd, looked_at):
    wanted = {f"!ufCrm_{number}": "x" for number in range(MANY)}

    answer = await crowd.call("crm.item.list", {"entityTypeId": 1, "filter": wanted})

    assert answer["error"] == "INVALID_ARG_VALUE"
    assert len(looked_at) <= MAX_WORK


async def test_a_long_list_of_numbers_is_looked_through_once(crowd, looked_at):
    wanted = {"filter": {"@ID": list(range(MANY, 50 * MANY))}, "select": ["ID"]}

    assert len(await crowd.ok("crm.lead.list", wanted)) == 1
    assert looked_at.count("ID") == MANY + 1


@pytest.mark.parametrize("wanted", [{"%COMMENTS": "x"}, {"=%COMMENTS": "%x%"}, {"COMMENTS": "x"}])
def test_long_texts_cost_more_than_short_ones(wanted):
    language = Language(lambda _: "text", lambda _: lambda record: [record.text("COMMENTS")], 0)
    short, long = (Record("LEAD", 1, {"COMMENTS": "y" * size}) for size in (10, 50_000))
    test = language.test(wanted)

    left = language.effort.left
    test(short)
    cheap, left = left - language.effort.left, language.effort.left
    test(long)

    assert left - language.effort.left > 1_000 * cheap


def test_what_is_left_is_never_overdrawn():
    effort = query.Effort(2)
    effort.spend(2)

    with pytest.raises(TooMuch):
        effort.spend(1)


@pytest.mark.parametrize(
    "fields",
    [
        {f"UF_CRM_{number}": "x" for number in range(MANY + 1)},
        {f"NO_SUCH_{number}": "x" for number in range(MANY + 1)},
        {"PHONE": [{"VALUE": str(number)} for number in range(MANY + 1)]},
        {f"UF_CRM_{number}": "x" * 65_000 for number in range(4)},
    ],
)
async def test_a_record_that_is_too_large_is_refused(desk, fields):
    answer = await desk.call("crm.lead.add", {"fields": fields})

    assert answer["error_description"] == "Disk resource exhausted"
    assert await desk.ok("crm.lead.list") == []


async def test_an_update_cannot_make_a_record_too_large_either(desk):
    number = await desk.ok("crm.lead.add", {"fields": {"UF_CRM_0": "x" * 65_000}})
    more = {f"UF_CRM_{part}": "x" * 65_000 for part in range(1, 4)}

    answer = await desk.call("crm.lead.update", {"id": number, "fields": more})

    assert answer["error_description"] == "Disk resource exhausted"
    assert desk.sandbox.portal.crm.size < changes.MAX_RECORD


async def test_of_a_long_list_of_links_the_first_are_kept(desk):
    links = list(range(1, 50_000))

    number = await desk.ok("crm.deal.add", {"fields": {"TITLE": "x", "CONTACT_IDS": links}})

    record = desk.sandbox.portal.crm.get("DEAL", number)
    assert record.fields["CONTACT_IDS"] == [str(link) for link in links[:100]]


def test_sources_of_channels_are_bounded(desk):
    crm = desk.sandbox.portal.crm

    made = [dictionary.ensure_source(crm, f"42|{number}", "x") for number in range(2_000)]

    assert made[-1] == ""
    assert len(crm.statuses["SOURCE"]) == dictionary.MAX_SOURCES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to ivo.b+x@mail.example.org, please", ["ivo.b+x@mail.example.org"]),
        ("<ivo@example.org>", ["ivo@example.org"]),
        ("a" * 65 + "@example.org", []),
        ("ivo@", []),
        ("@example.org", []),
    ],
)
def test_mails_are_looked_for_from_their_beginnings_only(text, found):
    assert tracker._MAIL.findall(text) == found


async def test_phones_without_digits_belong_to_those_who_spell_them_alike(desk):
    for name, phone in (("Ask", "ask me"), ("Call", "call me")):
        await desk.ok("crm.lead.add", {"fields": {"TITLE": name, "PHONE": [{"VALUE": phone}]}})

    (found,) = desk.sandbox.portal.crm.find("PHONE", "Call me ")

    assert found.text("TITLE") == "Call"
