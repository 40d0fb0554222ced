"""How dialogs come to CRM records: the line's rules, and the traps of identity."""

import pytest

SHOP = "lamp_chat"


@pytest.fixture
async def shop(desk):
    await desk.open_shop()
    return desk


async def write(desk, user="u-1", chat="c-1", *, text="Hello", line=42, **profile):
    item = {
        "user": {"id": user, "name": "Ivo", **profile},
        "message": {"id": f"{user}/{chat}", "text": text},
        "chat": {"id": chat},
    }
    where = {"CONNECTOR": SHOP, "LINE": line}
    given = {**where, "MESSAGES": [item]}
    result = (await desk.ok("imconnector.send.messages", given))["DATA"]["RESULT"][0]
    number = int(result["session"]["CHAT_ID"])
    return next(row for row in (await desk.state())["chats"] if row["id"] == number)


def settle(desk, **fields):
    """Other CRM settings for the first line."""
    line = desk.sandbox.portal.lines[42]
    line.fields.update(fields)


async def leads(desk, **params):
    return await desk.ok("crm.lead.list", {"select": ["*", "PHONE", "EMAIL", "IM"], **params})


async def test_a_new_customer_becomes_a_lead(shop):
    chat = await write(shop, phone="+371 20000000", email="ivo@example.org")

    (lead,) = await leads(shop)
    assert chat["crm"]["LEAD"] == int(lead["ID"])
    assert (lead["NAME"], lead["HAS_IMOL"], lead["STATUS_ID"]) == ("Ivo", "Y", "NEW")
    assert lead["TITLE"] == chat["title"]
    assert lead["IM"][0]["VALUE"] == f"imol|{chat['user_code']}"
    assert lead["IM"][0]["VALUE_TYPE"] == "OPENLINE"
    assert lead["PHONE"][0]["VALUE"] == "+371 20000000"
    assert lead["EMAIL"][0]["VALUE"] == "ivo@example.org"


async def test_the_chat_says_what_the_crm_did(shop):
    chat = await write(shop)

    notes = [row["text"] for row in chat["messages"] if row["kind"] == "system"]
    assert any("lead" in note and chat["title"] in note for note in notes)


async def test_the_channel_is_a_source_of_its_own(shop):
    await write(shop)
    await write(shop, "u-2", "c-2")

    (source,) = {lead["SOURCE_ID"] for lead in await leads(shop)}
    known = await shop.ok("crm.status.list", {"filter": {"STATUS_ID": source}})
    assert [row["ENTITY_ID"] for row in known] == ["SOURCE"]
    assert known[0]["NAME"] == "Lamp chat - Shop chat"


async def test_a_line_may_name_the_source(shop):
    settle(shop, CRM_SOURCE="WEB")

    await write(shop)

    assert [lead["SOURCE_ID"] for lead in await leads(shop)] == ["WEB"]


@pytest.mark.parametrize(
    ("rules", "made"),
    [
        ({"CRM": "N"}, set()),
        ({"CRM_CREATE": "none"}, set()),
        ({"CRM_CREATE": "lead"}, {"LEAD"}),
        ({"CRM_CREATE": "anything else"}, {"LEAD"}),
        ({"CRM_CREATE": ""}, {"LEAD"}),
        ({"CRM_CREATE": "deal"}, {"DEAL", "CONTACT"}),
    ],
)
async def test_the_line_decides_what_a_stranger_becomes(shop, rules, made):
    settle(shop, **rules)

    chat = await write(shop)

    assert {kind for kind, number in chat["crm"].items() if number} == made
    books = shop.sandbox.portal.crm.records
    assert {kind for kind, rows in books.items() if rows} == made


@pytest.mark.parametrize(
    ("second", "stage"), [("5", "C5:NEW"), ("", "NEW"), ("9", "NEW"), ("Y", "NEW")]
)
async def test_deals_go_to_the_pipeline_of_the_line(shop, second, stage):
    settle(shop, CRM_CREATE="deal", CRM_CREATE_SECOND=second)

    chat = await write(shop)

    deal = await shop.ok("crm.deal.get", {"id": chat["crm"]["DEAL"]})
    contact = await shop.ok("crm.contact.get", {"id": chat["crm"]["CONTACT"]})
    assert (deal["STAGE_ID"], deal["CONTACT_ID"]) == (stage, contact["ID"])
    assert (contact["NAME"], contact["HAS_IMOL"]) == ("Ivo", "Y")


async def test_one_person_under_two_ids_is_two_customers_and_two_leads(shop):
    one, other = await write(shop, "u-1", "c-1"), await write(shop, "u-1-bis", "c-2")

    assert one["customer"]["id"] != other["customer"]["id"]
    assert one["crm"]["LEAD"] != other["crm"]["LEAD"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"phone": "+371 2000-0000"}, {"phone": "+37120000000"}),
        ({"email": "Ivo@Example.org"}, {"email": "ivo@example.org"}),
    ],
)
async def test_phone_or_mail_shows_that_two_customers_are_one_person(shop, first, second):
    one = await write(shop, "u-1", "c-1", **first)
    other = await write(shop, "u-1-bis", "c-2", **second)

    (lead,) = await leads(shop)
    assert one["customer"]["id"] != other["customer"]["id"]
    assert one["crm"]["LEAD"] == other["crm"]["LEAD"] == int(lead["ID"])
    assert [row["VALUE"] for row in lead["IM"]] == [
        f"imol|{chat['user_code']}" for chat in (one, other)
    ]


async def test_another_chat_of_a_customer_is_another_lead(shop):
    one, other = await write(shop, chat="c-1"), await write(shop, chat="c-2")

    assert one["customer"]["id"] == other["customer"]["id"]
    assert one["crm"]["LEAD"] != other["crm"]["LEAD"]


async def test_group_chats_have_no_crm(shop):
    icon = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}
    about = {"NAME": "Lamp chat", "ICON": icon, "PLACEMENT_HANDLER": "https://lamp.example/"}
    await shop.ok("imconnector.register", {"ID": SHOP, **about, "CHAT_GROUP": 1})

    chat = await write(shop, phone="+37120000000")

    assert chat["crm"] == {}
    assert await leads(shop) == []


async def test_the_next_session_finds_the_lead_again(shop):
    chat = await write(shop)
    await shop.order("close", chat_id=chat["id"])

    again = await write(shop)

    assert len(again["sessions"]) == 2
    assert again["crm"] == chat["crm"]
    assert len(await leads(shop)) == 1


async def test_a_lead_that_has_ended_gets_a_follower(shop):
    chat = await write(shop)
    number = chat["crm"]["LEAD"]
    await shop.ok("crm.lead.update", {"id": number, "fields": {"STATUS_ID": "JUNK"}})
    await shop.order("close", chat_id=chat["id"])

    again = await write(shop)

    assert again["crm"]["LEAD"] not in (0, number)


@pytest.mark.parametrize(("third", "made"), [("Y", 1), ("N", 0)])
async def test_a_known_client_gets_a_lead_if_the_line_wants_it(shop, third, made):
    settle(shop, CRM_CREATE_THIRD=third)
    client = {"NAME": "Ivo", "PHONE": [{"VALUE": "+371 20000000"}]}
    contact = await shop.ok("crm.contact.add", {"fields": client})

    chat = await write(shop, phone="+37120000000")

    assert chat["crm"]["CONTACT"] == contact
    found = await leads(shop)
    assert len(found) == made
    returning = [(lead["CONTACT_ID"], lead["IS_RETURN_CUSTOMER"]) for lead in found]
    assert returning == [(str(contact), "Y")] * made


async def test_a_client_s_open_deal_goes_on(shop):
    settle(shop, CRM_CREATE="deal")
    client = {"NAME": "Ivo", "EMAIL": [{"VALUE": "ivo@example.org"}], "COMPANY_ID": 77}
    company = await shop.ok("crm.company.add", {"fields": {"TITLE": "Acme"}})
    contact = await shop.ok("crm.contact.add", {"fields": client})
    deal = await shop.ok("crm.deal.add", {"fields": {"CONTACT_ID": contact}})

    chat = await write(shop, email="ivo@example.org")

    assert chat["crm"] == {"DEAL": deal, "CONTACT": contact, "COMPANY": company}


async def test_a_deleted_lead_leaves_its_dialog(shop):
    chat = await write(shop)

    await shop.ok("crm.lead.delete", {"id": chat["crm"]["LEAD"]})

    assert (await shop.state())["chats"][0]["crm"]["LEAD"] == 0


async def test_a_full_disk_makes_no_leads_and_stops_no_dialog(shop, monkeypatch):
    monkeypatch.setattr("app.sandbox.crm.tracker.MAX_SIZE", 0)

    chat = await write(shop, phone="+37120000000")

    assert not any(chat["crm"].values())
    assert chat["state"] == "new"


@pytest.mark.parametrize("external", ["c" * 900, "a|b|c", "[b]x[/b]", "\U0001f4a1"])
async def test_odd_ids_of_chats_find_their_lead_again(shop, external):
    chat = await write(shop, chat=external)
    await shop.order("close", chat_id=chat["id"])

    again = await write(shop, chat=external)

    assert again["crm"] == chat["crm"]


async def answered(desk, **ids):
    """A dialog that Ann has taken."""
    chat = await write(desk, **ids)
    await desk.order("answer", chat_id=chat["id"], user_id=12)
    return chat


async def in_charge(desk, chat):
    return (await desk.ok("crm.lead.get", {"id": chat["crm"]["LEAD"]}))["ASSIGNED_BY_ID"]


async def test_a_new_lead_is_of_the_one_whose_turn_it_is_and_then_of_the_one_who_answers(shop):
    chat = await write(shop)
    first = chat["sessions"][0]["assigned"]
    before = await in_charge(shop, chat)
    await shop.order("answer", chat_id=chat["id"], user_id=7)

    assert (before, await in_charge(shop, chat)) == (str(first), "7")


async def test_who_answers_later_leaves_the_lead_to_its_owner(shop):
    chat = await answered(shop)
    settle(shop, CRM_FORWARD="N")
    await shop.order("close", chat_id=chat["id"])
    await write(shop)
    await shop.order("answer", chat_id=chat["id"], user_id=7)

    assert await in_charge(shop, chat) == "12"


@pytest.mark.parametrize(("forward", "turn"), [("Y", 12), ("N", 7)])
async def test_a_known_customer_goes_to_the_one_responsible_for_him(shop, forward, turn):
    chat = await answered(shop)
    settle(shop, CRM_FORWARD=forward)
    await shop.order("close", chat_id=chat["id"])

    again = await write(shop)

    assert again["sessions"][-1]["assigned"] == turn


async def test_the_one_responsible_need_not_stand_in_the_queue(shop):
    phone = {"PHONE": [{"VALUE": "+371 20000000"}], "ASSIGNED_BY_ID": 1}
    await shop.ok("crm.lead.add", {"fields": phone})

    chat = await write(shop, phone="+37120000000")

    assert chat["sessions"][0]["assigned"] == 1


@pytest.mark.parametrize(("follows", "owner"), [("Y", "7"), ("N", "1")])
async def test_a_transferred_dialog_may_take_its_lead_along(shop, follows, owner):
    settle(shop, CRM_TRANSFER_CHANGE=follows)
    chat = await write(shop)
    await shop.ok("imopenlines.operator.answer", {"CHAT_ID": chat["id"]})

    given = {"CHAT_ID": chat["id"], "TRANSFER_ID": 7}
    assert await shop.ok("imopenlines.operator.transfer", given) is True

    assert await in_charge(shop, chat) == owner


async def test_phones_and_mails_in_texts_go_to_the_lead(shop):
    text = "Call +371 2600-0001 or 8 (912) 345-67-89, write to ivo.b@example.org, 2026-01-02 10:00"

    await write(shop, text=text)
    await write(shop, text=text)

    (lead,) = await leads(shop)
    assert [row["VALUE"] for row in lead["PHONE"]] == ["+371 2600-0001", "8 (912) 345-67-89"]
    assert [row["VALUE"] for row in lead["EMAIL"]] == ["ivo.b@example.org"]


async def test_texts_are_not_looked_through_when_the_line_does_not_want_it(shop):
    settle(shop, CRM_CHAT_TRACKER="N")

    await write(shop, text="+371 26000001")

    (lead,) = await leads(shop)
    assert lead["HAS_PHONE"] == "N"


async def unseen(desk, text):
    """A message that the CRM shall not hear of."""
    item = {
        "user": {"id": "u-1", "name": "Ivo"},
        "message": {"id": "m-9", "text": text, "disable_crm": "Y"},
        "chat": {"id": "c-1"},
    }
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [item]}
    await desk.ok("imconnector.send.messages", given)


async def test_a_message_may_ask_for_no_record(shop):
    await unseen(shop, "Hello")

    assert await leads(shop) == []


async def test_a_message_may_ask_not_to_be_looked_through(shop):
    await write(shop)
    await unseen(shop, "+371 26000001")

    (lead,) = await leads(shop)
    assert lead["HAS_PHONE"] == "N"


async def test_a_phone_in_a_text_finds_the_customer_where_nothing_is_made(shop):
    settle(shop, CRM_CREATE="none")
    contact = await shop.ok("crm.contact.add", {"fields": {"PHONE": [{"VALUE": "+371 26000001"}]}})
    before = await write(shop)

    after = await write(shop, text="My number is +37126000001")

    assert not any(before["crm"].values())
    assert after["crm"]["CONTACT"] == contact


async def test_a_text_full_of_numbers_fills_no_record_without_end(shop):
    phones = " ".join(f"+371{number:08d}" for number in range(200))
    for round_ in range(12):
        await write(shop, text=phones[round_ * 130 :])

    (lead,) = await leads(shop)
    assert len(lead["PHONE"]) <= 100


async def test_the_note_stands_after_the_customer_s_message(shop):
    chat = await write(shop)

    kinds = [row["kind"] for row in chat["messages"]]
    assert kinds[:2] == ["customer", "system"]
