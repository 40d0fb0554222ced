"""Dialogs and CRM records: which chat belongs to a lead, who sits in it, who writes into it."""

import pytest

from .colleagues import ANN, MINE, OLEG, Webhook
from .kit import SEVEN
from .scenes import answered, chat_of, records_of, row, texts

ADD = SEVEN[0]
CHAT = "imopenlines.crm.chat."
WRITE = "imopenlines.crm.message.add"
FIND = [CHAT + "get", CHAT + "getLastId"]
PEOPLE = [CHAT + "user.add", CHAT + "user.delete"]


async def with_lead(shop):
    """A dialog of the administrator, and the parameters that name its lead."""
    chat = await answered(shop)
    lead = (await records_of(shop, chat))["LEAD"]
    assert lead > 0
    return chat, {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead}


async def lonely_lead(shop):
    lead = await shop.ok("crm.lead.add", {"fields": {"TITLE": "Nobody wrote"}})
    return {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead}


async def members(shop, chat):
    return [int(user) for user in await shop.ok("im.chat.user.list", {"CHAT_ID": chat})]


@pytest.mark.pins(CHAT + "get")
async def test_the_chats_of_a_lead_name_their_connector(shop):
    chat, lead = await with_lead(shop)

    assert await shop.ok(CHAT + "get", lead) == [
        {
            "CHAT_ID": str(chat),
            "CONNECTOR_ID": "acme_shopchat",
            "CONNECTOR_TITLE": "Acme shop chat",
        }
    ]


@pytest.mark.pins(CHAT + "get")
async def test_closed_dialogs_are_shown_on_demand(shop):
    chat, lead = await with_lead(shop)
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})

    active = await shop.ok(CHAT + "get", lead)
    every = await shop.ok(CHAT + "get", {**lead, "ACTIVE_ONLY": "N"})

    assert active == []
    assert [each["CHAT_ID"] for each in every] == [str(chat)]


@pytest.mark.pins(CHAT + "get", "crm.lead.add")
async def test_a_lead_without_chats_has_an_empty_list(shop):
    assert await shop.ok(CHAT + "get", await lonely_lead(shop)) == []


@pytest.mark.pins(CHAT + "getLastId")
async def test_the_last_chat_of_a_lead_is_a_number(shop):
    chat, lead = await with_lead(shop)

    assert await shop.ok(CHAT + "getLastId", lead) == chat


@pytest.mark.pins(CHAT + "getLastId")
async def test_an_unknown_record_has_no_last_chat(shop):
    got = await shop.call(CHAT + "getLastId", {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": 424_242})

    assert got.refusal == (400, "CRM_CHAT_EMPTY_CRM_DATA")


BADLY_NAMED = [
    row(CHAT + "get", (400, "ERROR_ARGUMENT"), None),
    row(CHAT + "user.add", (400, "ERROR_ARGUMENT"), None),
    row(WRITE, (400, "ERROR_ARGUMENT"), None),
    row(CHAT + "getLastId", (400, "CRM_CHAT_EMPTY_CRM_DATA"), (400, "CRM_CHAT_EMPTY_CRM_DATA")),
    row(CHAT + "user.delete", (400, "CRM_CHAT_EMPTY_CRM_DATA"), (403, "ACCESS_DENIED")),
]


@pytest.mark.parametrize(("method", "refusal", "_"), BADLY_NAMED)
@pytest.mark.parametrize("gap", ["CRM_ENTITY_TYPE", "CRM_ENTITY"])
async def test_a_record_must_be_named(shop, method, refusal, _, gap):
    chat, lead = await with_lead(shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "x"}
    del given[gap]

    assert (await shop.call(method, given)).refusal == refusal


@pytest.mark.parametrize(("method", "_", "refusal"), BADLY_NAMED)
async def test_a_record_must_be_of_a_known_type(shop, method, _, refusal):
    chat, lead = await with_lead(shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "x", "CRM_ENTITY_TYPE": "quote"}

    got = await shop.call(method, given)

    assert got.refusal == (refusal or (400, "ERROR_ARGUMENT"))


@pytest.mark.parametrize(("method", "_", "__"), BADLY_NAMED)
async def test_a_record_must_be_named_by_a_number(shop, method, _, __):
    chat, lead = await with_lead(shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "x", "CRM_ENTITY": "first"}

    got = await shop.call(method, given)

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert got.text == "The value of an argument 'CRM_ENTITY' has an invalid type"


@pytest.mark.pins(CHAT + "user.add", "im.chat.user.list")
async def test_a_person_is_added_to_the_last_chat(shop):
    chat, lead = await with_lead(shop)

    assert await shop.ok(CHAT + "user.add", {**lead, "USER_ID": OLEG}) == chat

    assert OLEG in await members(shop, chat)


@pytest.mark.pins(CHAT + "user.delete", "im.chat.user.list")
async def test_a_person_is_removed_from_the_chat_named(shop):
    chat, lead = await with_lead(shop)
    await shop.ok(CHAT + "user.add", {**lead, "USER_ID": OLEG})
    given = {**lead, "USER_ID": OLEG, "CHAT_ID": chat}

    assert await shop.ok(CHAT + "user.delete", given) == chat

    assert OLEG not in await members(shop, chat)


@pytest.mark.parametrize("method", [row(name) for name in PEOPLE])
async def test_where_there_is_no_chat_the_answer_is_zero(shop, method):
    assert await shop.ok(method, {**await lonely_lead(shop), "USER_ID": OLEG}) == 0


NOBODY = [
    row(CHAT + "user.add", "ERROR_ARGUMENT", "Argument 'Empty USER_ID' is null or empty"),
    row(CHAT + "user.delete", "CRM_CHAT_EMPTY_USER", "Empty User ID"),
]


@pytest.mark.parametrize(("method", "code", "text"), NOBODY)
async def test_a_person_must_be_named(shop, method, code, text):
    _, lead = await with_lead(shop)

    got = await shop.call(method, lead)

    assert got.refusal == (400, code)
    assert got.text == text


@pytest.mark.parametrize("method", [row(name) for name in PEOPLE])
async def test_a_chat_of_something_else_is_not_in_the_crm(shop, method):
    _, lead = await with_lead(shop)

    got = await shop.call(method, {**lead, "USER_ID": OLEG, "CHAT_ID": 1})

    assert got.refusal == (400, "CHAT_NOT_IN_CRM")


@pytest.mark.pins(CHAT + "user.add")
@pytest.mark.parametrize(
    ("user", "code"), [(424_242, "CRM_CHAT_USER_NOT_ACTIVE"), (MINE, "WRONG_REQUEST")]
)
async def test_a_person_who_cannot_be_added_is_refused(shop, user, code):
    chat, lead = await with_lead(shop)
    before = await members(shop, chat)

    got = await shop.call(CHAT + "user.add", {**lead, "USER_ID": user})

    assert got.refusal == (400, code)
    assert await members(shop, chat) == before


@pytest.mark.pins(WRITE, "ONIMCONNECTORMESSAGEADD")
async def test_a_message_written_for_a_lead_reaches_the_customer(open_shop):
    chat, lead = await with_lead(open_shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "Your lamp is ready"}

    number = await open_shop.ok(WRITE, given)

    assert type(number) is int
    (data,) = await open_shop.events(ADD)
    assert int(data["MESSAGES"][0]["im"]["message_id"]) == number
    assert data["MESSAGES"][0]["message"]["text"].endswith("Your lamp is ready")


@pytest.mark.pins(WRITE)
@pytest.mark.parametrize("gap", ["USER_ID", "CHAT_ID", "MESSAGE"])
async def test_a_message_for_a_lead_needs_person_chat_and_text(shop, gap):
    chat, lead = await with_lead(shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "x"}
    del given[gap]

    assert (await shop.call(WRITE, given)).refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.pins(WRITE)
@pytest.mark.parametrize(
    ("change", "refusals"),
    [
        ({"CHAT_ID": 1}, {(400, "CHAT_NOT_IN_CRM")}),
        ({"USER_ID": ANN}, {(400, "CANCELED")}),
    ],
)
async def test_a_message_for_a_lead_that_fits_nowhere_is_refused(shop, change, refusals):
    chat, lead = await with_lead(shop)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "No one says this", **change}

    assert (await shop.call(WRITE, given)).refusal in refusals
    assert "No one says this" not in await texts(shop, chat)


@pytest.mark.pins("imopenlines.crm.lead.create")
async def test_a_lead_is_made_from_a_dialog(shop):
    rules = {"CONFIG_ID": shop.lines[0], "PARAMS": {"CRM_CREATE": "none"}}
    await shop.ok("imopenlines.config.update", rules)
    chat = await answered(shop)
    assert (await records_of(shop, chat))["LEAD"] == 0

    assert await shop.ok("imopenlines.crm.lead.create", {"CHAT_ID": chat}) is True

    assert (await records_of(shop, chat))["LEAD"] > 0


@pytest.mark.pins("imopenlines.crm.lead.create")
async def test_only_the_operator_makes_a_lead_of_a_dialog(shop):
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat, user_id=ANN)

    got = await shop.call("imopenlines.crm.lead.create", {"CHAT_ID": chat})

    assert got.refusal in {(400, "ERROR_USER_NOT_OPERATOR"), (400, "ACCESS_DENIED")}


@pytest.mark.pins("imopenlines.message.quick.save")
async def test_a_message_is_saved_as_a_quick_answer(shop):
    chat = await answered(shop)
    message = await shop.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "We deliver"})
    given = {"CHAT_ID": chat, "MESSAGE_ID": message}

    assert await shop.ok("imopenlines.message.quick.save", given) is True


@pytest.mark.pins("imopenlines.message.quick.save")
@pytest.mark.parametrize("message", [None, "", 0, 424_242])
async def test_what_is_no_message_is_no_quick_answer(shop, message):
    chat = await answered(shop)
    given = {"CHAT_ID": chat} | ({} if message is None else {"MESSAGE_ID": message})

    got = await shop.call("imopenlines.message.quick.save", given)

    assert got.refusal == (400, "CANT_SAVE_QUICK_ANSWER")


@pytest.mark.pins(*FIND)
async def test_chats_of_a_record_are_found_through_a_webhook(shop):
    chat, lead = await with_lead(shop)
    hook = Webhook(shop)

    assert (await hook.ok(CHAT + "get", lead))[0]["CHAT_ID"] == str(chat)
    assert await hook.ok(CHAT + "getLastId", lead) == chat


@pytest.mark.pins("crm.lead.get")
async def test_the_lead_of_a_dialog_carries_the_dialog_s_key(shop):
    chat, lead = await with_lead(shop)
    code = (await chat_of(shop, chat))["user_code"]

    got = await shop.ok("crm.lead.get", {"id": lead["CRM_ENTITY"]})

    assert got["HAS_IMOL"] == "Y"
    assert [each["VALUE"] for each in got["IM"]] == [f"imol|{code}"]
