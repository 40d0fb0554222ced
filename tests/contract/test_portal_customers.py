"""Customers: what of their data is kept, what strict rules refuse, which CRM records they get."""

import pytest

from .kit import incoming, open_portal
from .scenes import chat_of, new_line, records_of

SEND = "imconnector.send.messages"


def customer(**fields):
    sent = incoming()
    sent["user"] = {"id": "u-1", "name": "Ivo", **fields}
    return sent


async def number_of(portal, sent):
    """The portal's chat of a message that was taken."""
    (item,) = await portal.send([sent])
    assert item["SUCCESS"] is True
    return int(item["session"]["CHAT_ID"])


async def errors_of(portal, sent):
    (item,) = await portal.send([sent])
    assert item["SUCCESS"] is False
    assert "session" not in item
    return item["ERRORS"]


@pytest.fixture
async def strict():
    """A shop that checks names and ids of customers."""
    async with open_portal(strict_messages=True) as portal:
        await portal.connect()
        await portal.bind()
        yield portal


NAMES = [
    ("Ivo", True),
    ("Анна-Мария", True),
    ("O'Neil", True),
    ("Jean Luc", True),
    ("Ивонов" * 4, True),
    ("x" * 25, True),
    ("x" * 26, False),
    ("Agent 007", False),
    ("Ivo!", False),
    ("<b>Ivo</b>", False),
]


@pytest.mark.pins(SEND)
@pytest.mark.parametrize("field", ["name", "last_name"])
@pytest.mark.parametrize(("name", "fine"), NAMES)
async def test_strict_rules_look_at_names(strict, field, name, fine):
    (item,) = await strict.send([customer(**{field: name})])

    assert item["SUCCESS"] is fine
    assert fine or item["ERRORS"]


@pytest.mark.pins(SEND)
@pytest.mark.parametrize("name", [name for name, fine in NAMES if not fine])
async def test_without_strict_rules_any_name_is_taken(shop, name):
    assert await number_of(shop, customer(name=name)) > 0


@pytest.mark.pins(SEND)
@pytest.mark.parametrize("where", ["user", "chat"])
async def test_strict_rules_want_ids(strict, where):
    sent = customer()
    sent[where]["id"] = ""

    assert await errors_of(strict, sent)


@pytest.mark.pins(SEND)
async def test_one_wrong_name_stops_nobody_else(strict):
    first, second = await strict.send([customer(name="007"), incoming(user="u-2", message="m-2")])

    assert (first["SUCCESS"], second["SUCCESS"]) == (False, True)


@pytest.mark.pins("crm.lead.get", SEND)
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"phone": "+37120000000"}, ["+37120000000"]),
        ({"phone": "call me"}, []),
        ({"phone": "call me", "skip_phone_validate": "Y"}, ["call me"]),
    ],
)
async def test_a_phone_that_is_none_is_kept_only_when_told_to(shop, given, kept):
    chat = await number_of(shop, customer(**given))
    lead = (await records_of(shop, chat))["LEAD"]

    got = await shop.ok("crm.lead.get", {"id": lead})

    assert [each["VALUE"] for each in got.get("PHONE", [])] == kept


@pytest.mark.pins(SEND)
async def test_strict_rules_keep_the_bar_out_of_the_dialog_s_key(strict):
    sent = customer()
    sent["chat"]["id"] = "conv|88"

    assert await errors_of(strict, sent)


@pytest.mark.pins(SEND)
async def test_a_long_name_of_a_file_keeps_its_end(shop):
    sent = incoming("with a file")
    name = "x" * 60 + ".png"
    sent["message"]["files"] = [{"url": "https://acme.example/a.png", "name": name}]

    chat = await chat_of(shop, await number_of(shop, sent))

    (kept,) = [file["name"] for message in chat["messages"] for file in message["files"]]
    assert kept == name[-50:]


@pytest.mark.pins(SEND, "im.user.get")
async def test_the_profile_of_a_customer_is_shown_to_the_operators(shop):
    sent = customer(last_name="Lamp", gender="male")
    (item,) = await shop.send([sent])

    got = await shop.ok("im.user.get", {"ID": item["user"]})

    assert (got["first_name"], got["last_name"], got["gender"]) == ("Ivo", "Lamp", "M")


@pytest.mark.pins("imconnector.update.messages", "im.user.get")
async def test_an_update_refreshes_the_profile_and_leaves_the_title(shop):
    (item,) = await shop.send([customer()])
    chat = int(item["session"]["CHAT_ID"])
    title = (await chat_of(shop, chat))["title"]
    changed = customer(name="Ivan")
    changed["chat"]["name"] = "Another title"

    await shop.send([changed], "update.messages")

    assert (await shop.ok("im.user.get", {"ID": item["user"]}))["first_name"] == "Ivan"
    assert (await chat_of(shop, chat))["title"] == title


@pytest.mark.pins("imopenlines.config.add", "imopenlines.dialog.get")
@pytest.mark.parametrize(
    ("rules", "made"),
    [
        ({"CRM": "Y", "CRM_CREATE": "lead"}, "LEAD"),
        ({"CRM": "Y", "CRM_CREATE": "deal"}, "DEAL"),
        ({"CRM": "Y", "CRM_CREATE": "none"}, None),
        ({"CRM": "N", "CRM_CREATE": "lead"}, None),
    ],
)
async def test_the_line_decides_which_record_a_new_customer_gets(shop, rules, made):
    line = await new_line(shop, **rules)
    shop.lines = [line, *shop.lines]
    await shop.activate(line)

    records = await records_of(shop, await number_of(shop, customer()))

    assert {kind for kind in ("LEAD", "DEAL") if records[kind]} == ({made} if made else set())


@pytest.mark.pins("crm.lead.get", "imopenlines.dialog.get")
async def test_a_new_lead_carries_what_the_channel_knows(shop):
    chat = await number_of(shop, customer(last_name="Lamp", phone="+37120000000"))
    lead = (await records_of(shop, chat))["LEAD"]

    got = await shop.ok("crm.lead.get", {"id": lead})

    assert (got["NAME"], got["LAST_NAME"]) == ("Ivo", "Lamp")
    assert [each["VALUE"] for each in got["PHONE"]] == ["+37120000000"]


@pytest.mark.pins(SEND, "imopenlines.dialog.get")
async def test_a_group_chat_and_a_message_that_asks_for_it_get_no_record(portal):
    await portal.connect("acme_group", CHAT_GROUP=True)
    await portal.connect()
    quiet = incoming(chat="conv-quiet")
    quiet["message"]["disable_crm"] = "Y"
    given = {"CONNECTOR": "acme_group", "LINE": portal.lines[0], "MESSAGES": [incoming()]}

    item = (await portal.ok(SEND, given))["DATA"]["RESULT"][0]

    for chat in (int(item["session"]["CHAT_ID"]), await number_of(portal, quiet)):
        assert set((await records_of(portal, chat)).values()) == {0}


@pytest.mark.pins("crm.contact.add", "imopenlines.dialog.get")
async def test_a_known_phone_leads_to_the_contact(shop):
    fields = {"NAME": "Ivo", "PHONE": [{"VALUE": "+37120000000", "VALUE_TYPE": "WORK"}]}
    contact = await shop.ok("crm.contact.add", {"fields": fields})

    records = await records_of(shop, await number_of(shop, customer(phone="+37120000000")))

    assert records["CONTACT"] == contact


@pytest.mark.pins(SEND, "imopenlines.dialog.get")
async def test_one_person_under_two_ids_is_two_customers_with_two_leads(shop):
    first = await number_of(shop, incoming(user="u-1", chat="conv-1"))
    second = await number_of(shop, incoming(user="u-2", chat="conv-2", message="m-2"))

    leads = {(await records_of(shop, chat))["LEAD"] for chat in (first, second)}

    assert len(leads) == 2
    assert 0 not in leads


@pytest.mark.pins("imopenlines.config.add")
async def test_a_plan_may_have_no_room_for_another_line():
    async with open_portal(line_limit=2.0) as portal:
        assert await portal.ok("imopenlines.config.add") is False
        assert len(await portal.ok("imopenlines.config.list.get")) == 2


@pytest.mark.pins("imconnector.activate", "imconnector.status")
async def test_a_new_status_may_be_seen_a_moment_later():
    async with open_portal(status_lag=2) as portal:
        await portal.connect()
        early = (await portal.status())["STATUS"]
        await portal.advance(3)

        assert (early, (await portal.status())["STATUS"]) == (False, True)


@pytest.mark.pins("profile")
async def test_a_portal_may_insist_on_https():
    async with open_portal(https_required=True, signed_in=False) as portal:
        got = await portal.raw("POST", "profile", json={"auth": "x"})

    assert got.refusal == (400, "INVALID_REQUEST")
    assert got.text == "Https required."


@pytest.mark.pins("ONSESSIONSTART", "ONOPENLINEMESSAGEADD", SEND)
async def test_events_of_lines_may_have_the_shape_of_the_documents():
    async with open_portal(openline_shape="docs", self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind("OnSessionStart", "OnOpenLineMessageAdd")
        item = await portal.write(chat="conv-88")
        rows = {row["EVENT_NAME"]: row["EVENT_DATA"] for row in await portal.queue()}

    (start,) = rows["ONSESSIONSTART"]["DATA"]
    assert set(start) == {"connector", "session", "chat", "user"}
    assert set(start["session"]) == {"id", "closed", "parent_id", "close_term"}
    assert str(start["session"]["id"]) == str(item["session"]["ID"])
    (said,) = rows["ONOPENLINEMESSAGEADD"]["DATA"]
    assert set(said) >= {"connector", "chat", "message", "ref", "extra"}
    assert said["extra"] == {"EXTRA_URL": ""}
    assert set(said["message"]) >= {"id", "date", "text", "files", "attach", "system", "user_id"}


@pytest.mark.pins("ONSESSIONSTART", SEND)
async def test_the_start_of_a_session_names_portal_chat_and_line():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind("OnSessionStart")
        item = await portal.write(chat="conv-88")
        (data,) = await portal.events("OnSessionStart")

    start = data["DATA"]
    assert set(start) == {"connector", "chat", "line"}
    assert start["chat"] == {"chat_id": int(item["session"]["CHAT_ID"])}
    assert start["line"] == {"id": portal.lines[0], "name": "Shop chat"}


@pytest.mark.pins(SEND, "crm.lead.list")
async def test_a_chat_and_its_lead_are_named_after_the_customer_and_the_line(shop):
    (item,) = await shop.send([customer(name="Ivo", last_name="O'Neil-Berg")])

    chat = await chat_of(shop, int(item["session"]["CHAT_ID"]))
    (lead,) = await shop.ok("crm.lead.list", {"select": ["TITLE"]})
    assert (chat["title"], lead["TITLE"]) == ("Ivo O'Neil-Berg - Shop chat",) * 2


@pytest.mark.pins(SEND)
async def test_a_group_chat_has_the_name_that_the_channel_gives_it(portal):
    await portal.connect(CHAT_GROUP=True)
    given = customer()
    given["chat"]["name"] = "Lamp friends"

    (item,) = await portal.send([given])

    assert (await chat_of(portal, int(item["session"]["CHAT_ID"])))["title"] == "Lamp friends"


@pytest.mark.pins(SEND, "imopenlines.dialog.get")
async def test_a_chat_says_where_it_began_or_nothing(shop):
    plain = customer()
    posted = {**customer(), "chat": {"id": "conv-2", "url": "https://acme.example/p/1"}}

    found = []
    for item in await shop.send([plain, posted]):
        shown = await shop.ok("imopenlines.dialog.get", {"CHAT_ID": item["session"]["CHAT_ID"]})
        found.append(shown["description"])

    assert found == [None, "Link to the original post: https://acme.example/p/1"]
