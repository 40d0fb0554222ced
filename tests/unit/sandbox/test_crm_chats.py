"""`imopenlines.crm.*` at its edges: whose chats, which people, which refusals."""

from dataclasses import replace

import pytest

from .test_crm_dialogs import SHOP, settle, write

CHAT = "imopenlines.crm.chat."
MINE, OLEG = 1, 7


@pytest.fixture
async def shop(desk):
    await desk.open_shop()
    return desk


async def bound(desk, **ids):
    """A dialog that the caller has taken, and how its lead is named."""
    chat = await write(desk, **ids)
    await desk.order("answer", chat_id=chat["id"], user_id=MINE)
    return chat["id"], {"CRM_ENTITY_TYPE": "LEAD", "CRM_ENTITY": str(chat["crm"]["LEAD"])}


async def refusal(desk, method, params):
    answer = await desk.call(method, params)
    assert "error" in answer, answer
    return answer["error"], answer["error_description"]


async def test_a_record_has_the_chats_whose_key_it_carries(shop):
    chat, _ = await bound(shop)
    code = (await shop.state())["chats"][0]["user_code"]
    messenger = [{"VALUE": f"imol|{code}", "VALUE_TYPE": "IMOL"}]
    contact = await shop.ok("crm.contact.add", {"fields": {"IM": messenger}})

    found = await shop.ok(CHAT + "get", {"CRM_ENTITY_TYPE": "contact", "CRM_ENTITY": contact})

    assert found == [{"CHAT_ID": str(chat), "CONNECTOR_ID": SHOP, "CONNECTOR_TITLE": "Lamp chat"}]


async def test_the_last_chat_is_that_of_the_newest_session(shop):
    first, lead = await bound(shop, user="u-1", chat="c-1", phone="+37120000000")
    second, _ = await bound(shop, user="u-2", chat="c-2", phone="+37120000000")
    latest = await shop.ok(CHAT + "getLastId", lead)
    await shop.order("close", chat_id=first)
    await write(shop, "u-1", "c-1")

    assert latest == second
    assert await shop.ok(CHAT + "getLastId", lead) == first


async def test_without_any_data_there_is_no_last_chat(shop):
    assert await refusal(shop, CHAT + "getLastId", {}) == (
        "CRM_CHAT_EMPTY_CRM_DATA",
        "Empty CRM data",
    )
    unknown = {"CRM_ENTITY_TYPE": "deal", "CRM_ENTITY": 9}
    assert await refusal(shop, CHAT + "getLastId", unknown) == (
        "CRM_CHAT_EMPTY_CRM_DATA",
        "Could not find CRM object",
    )


@pytest.mark.parametrize("number", ["x", [1], {"a": 1}, True, 1.5, "1x"])
async def test_a_record_s_number_is_a_number(shop, number):
    given = {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": number}
    answer = await shop.call(CHAT + "get", given)

    assert answer.get("error", "ERROR_ARGUMENT") == "ERROR_ARGUMENT"


JOINING = "Access denied! You don't have access to join user to chat"


async def test_a_record_of_somebody_else_is_denied(open_desk):
    async with open_desk(role="user") as ann:
        lead = await ann.ok("crm.lead.add", {"fields": {"OPENED": "N"}})
        record = ann.sandbox.portal.crm.get("LEAD", lead)
        record.fields |= {"ASSIGNED_BY_ID": "7", "CREATED_BY_ID": "7"}
        given = {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead, "USER_ID": 7}

        for method, code, text in (
            ("get", "ACCESS_DENIED", "Access denied! You don't have access to this action"),
            ("user.add", "ACCESS_DENIED", JOINING),
            ("user.delete", "ACCESS_DENIED", JOINING),
            ("getLastId", "CRM_CHAT_EMPTY_CRM_DATA", "Could not find CRM object"),
        ):
            assert await refusal(ann, CHAT + method, given) == (code, text)


async def test_who_may_not_see_the_record_writes_nothing_for_it(shop):
    chat, lead = await bound(shop)
    await shop.ok(CHAT + "user.add", {**lead, "USER_ID": OLEG})
    await shop.ok("crm.lead.update", {"id": lead["CRM_ENTITY"], "fields": {"OPENED": "N"}})
    given = {**lead, "USER_ID": OLEG, "CHAT_ID": chat, "MESSAGE": "Hello"}

    assert await refusal(shop, "imopenlines.crm.message.add", given) == (
        "ACCESS_DENIED",
        "Access denied! User don't have access to this entity",
    )


async def test_people_come_and_go(shop):
    chat, lead = await bound(shop)
    oleg = {**lead, "USER_ID": OLEG}

    assert await shop.ok(CHAT + "user.add", oleg) == chat
    assert await refusal(shop, CHAT + "user.add", oleg) == (
        "WRONG_REQUEST",
        "You don't have access or user already member in chat",
    )
    assert await shop.ok(CHAT + "user.delete", oleg) == chat
    assert await refusal(shop, CHAT + "user.delete", oleg) == (
        "WRONG_REQUEST",
        "You don't have access or user already not in chat",
    )


@pytest.mark.parametrize(
    ("user", "code"),
    [(0, "CRM_CHAT_EMPTY_USER"), ("", "CRM_CHAT_EMPTY_USER"), (99, "CRM_CHAT_USER_NOT_ACTIVE")],
)
async def test_who_cannot_leave_is_refused(shop, user, code):
    _, lead = await bound(shop)

    assert (await refusal(shop, CHAT + "user.delete", {**lead, "USER_ID": user}))[0] == code


async def test_nobody_comes_in_who_may_not_see_the_record(shop):
    chat, lead = await bound(shop)
    await shop.ok("crm.lead.update", {"id": lead["CRM_ENTITY"], "fields": {"OPENED": "N"}})

    code, _ = await refusal(shop, CHAT + "user.add", {**lead, "USER_ID": OLEG})

    assert code == "ACCESS_DENIED"
    members = shop.sandbox.portal.chats[chat].members
    assert OLEG not in members


async def as_employee(desk):
    """The application goes on in Ann's name."""
    await desk.order("options", role="user")
    await desk.sign_in()


async def test_only_the_one_who_leads_the_chat_puts_people_out(shop):
    chat = await write(shop)
    await shop.order("answer", chat_id=chat["id"], user_id=OLEG)
    lead = {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": chat["crm"]["LEAD"], "USER_ID": OLEG}
    await as_employee(shop)

    code, _ = await refusal(shop, CHAT + "user.delete", lead)

    assert code == "CHAT_DELETE_USER_PERMISSION_DENIED"


async def test_nothing_is_sent_into_a_line_that_is_switched_off(shop):
    chat, lead = await bound(shop)
    lines = shop.sandbox.portal.lines
    lines[42] = replace(lines[42], active=False)
    given = {**lead, "USER_ID": MINE, "CHAT_ID": chat, "MESSAGE": "Hello"}

    assert (await refusal(shop, "imopenlines.crm.message.add", given))[0] == "CANCELED"


@pytest.mark.parametrize(
    ("chat", "code"), [(None, "CHAT_ID"), ("x", "CHAT_ID"), (99, "CHAT_ID"), (1, "CHAT_TYPE")]
)
async def test_a_lead_needs_a_dialog(shop, chat, code):
    assert (await refusal(shop, "imopenlines.crm.lead.create", {"CHAT_ID": chat}))[0] == code


async def test_a_dialog_gets_one_lead(shop):
    settle(shop, CRM_CREATE="none")
    chat = await write(shop)
    await shop.order("answer", chat_id=chat["id"], user_id=MINE)

    for _ in range(2):
        assert await shop.ok("imopenlines.crm.lead.create", {"CHAT_ID": chat["id"]}) is True

    (lead,) = await shop.ok("crm.lead.list")
    assert (lead["ASSIGNED_BY_ID"], lead["HAS_IMOL"]) == ("1", "Y")


async def test_a_stranger_to_the_line_makes_no_leads(desk):
    await desk.open_shop(line=57)
    chat = await write(desk, line=57)
    await as_employee(desk)

    code, _ = await refusal(desk, "imopenlines.crm.lead.create", {"CHAT_ID": chat["id"]})

    assert code == "ACCESS_DENIED"
