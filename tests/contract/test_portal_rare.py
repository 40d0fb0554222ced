"""Refusals that no ordinary day brings: rare states, and codes that only an order can cause."""

import pytest

from .colleagues import ANN, MINE, OLEG, carried, competitor, employee, listen
from .kit import SEVEN, open_portal
from .scenes import answered, chat_of, dialog_on, records_of, registered_bot, row

ADD = SEVEN[0]
CHAT = "imopenlines.crm.chat."

ORDERED = [
    row("imopenlines.dialog.get", "IM_NOT_INSTALLED"),
    row("imopenlines.crm.chat.user.add", "IM_NOT_INSTALLED"),
    row("imopenlines.session.join", "USER_ID"),
    row("imopenlines.operator.answer", "USER_ID"),
    row("imopenlines.dialog.form.send", "CRM_NOT_INSTALLED"),
    row("imopenlines.crm.message.add", "CANCELED"),
    row("imopenlines.crm.message.add", "MESSAGE_ADD_ERROR"),
    row("imopenlines.network.join", "IMBOT_ERROR"),
    row("imopenlines.network.message.add", "IMBOT_ERROR"),
    row("im.message.add", "PARAMS_ERROR"),
    row("im.message.add", "USER_ID_EMPTY"),
    row("im.message.update", "MENU_OVERSIZE"),
    row("im.user.get", "ACCESS_DENIED"),
    row("im.disk.file.commit", "SAVE_ERROR"),
    row("imbot.register", "WRONG_REQUEST"),
    row("imbot.message.add", "WRONG_REQUEST"),
    row("crm.item.add", "CRM_FIELD_ERROR_VALUE_NOT_VALID"),
    row("crm.item.get", "ACCESS_DENIED"),
    row("placement.bind", "ERROR_PLACEMENT_MAX_COUNT"),
    row("imconnector.list", "ACCESS_DENIED"),
]


@pytest.mark.parametrize(("method", "code"), ORDERED)
async def test_a_refusal_without_a_cause_can_be_ordered(portal, method, code):
    await portal.control("fault", kind=code, method=method.lower(), count=1)

    got = await portal.call(method)

    assert got.body["error"] == code
    assert got.status in {400, 403}
    assert (await portal.call(method)).body.get("error") != code


@pytest.mark.pins("imopenlines.bot.session.finish")
async def test_a_refused_kind_of_authorisation_can_be_ordered_for_bots(portal):
    for verb in ("operator", "transfer", "finish", "message.send"):
        method = f"imopenlines.bot.session.{verb}"
        await portal.control("fault", kind="WRONG_AUTH_TYPE", method=method, count=1)
        assert (await portal.call(method)).refusal == (403, "WRONG_AUTH_TYPE")


@pytest.mark.pins("imopenlines.operator.skip")
async def test_a_dialog_of_another_cannot_be_skipped(shop):
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat, user_id=ANN)

    got = await shop.call("imopenlines.operator.skip", {"CHAT_ID": chat})

    assert got.refusal in {(400, "ACCESS_DENIED_KICK"), (400, "ACCESS_DENIED")}


@pytest.mark.pins(CHAT + "get", "crm.lead.add")
async def test_a_record_of_another_is_not_for_everybody(portal):
    fields = {"TITLE": "Private", "OPENED": "N", "ASSIGNED_BY_ID": OLEG}
    lead = await portal.ok("crm.lead.add", {"fields": fields})
    ann = await employee(portal)

    got = await ann.call(CHAT + "get", {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead})

    assert got.refusal == (403, "ACCESS_DENIED")
    assert got.text == "Access denied! You don't have access to this action"


@pytest.mark.pins("crm.lead.get", "crm.lead.update", "crm.lead.delete")
async def test_a_lead_of_another_is_denied_with_an_empty_code(portal):
    fields = {"TITLE": "Private", "OPENED": "N", "ASSIGNED_BY_ID": OLEG}
    lead = await portal.ok("crm.lead.add", {"fields": fields})
    ann = await employee(portal)
    for verb in ("get", "update", "delete"):
        got = await ann.call(f"crm.lead.{verb}", {"id": lead, "fields": {"TITLE": "Mine"}})
        assert got.refusal == (400, "")
        assert got.text == "Access denied."

    assert (await portal.ok("crm.lead.get", {"id": lead}))["TITLE"] == "Private"


@pytest.mark.pins(CHAT + "user.delete")
@pytest.mark.parametrize(
    ("user", "refusals"),
    [
        (0, {(400, "CRM_CHAT_EMPTY_USER"), (400, "ERROR_ARGUMENT")}),
        (OLEG, {(400, "WRONG_REQUEST")}),
        (424_242, {(400, "CRM_CHAT_USER_NOT_ACTIVE"), (400, "WRONG_REQUEST")}),
    ],
)
async def test_who_does_not_sit_in_a_chat_cannot_be_removed(shop, user, refusals):
    chat = await answered(shop)
    lead = (await records_of(shop, chat))["LEAD"]
    given = {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead, "USER_ID": user}

    assert (await shop.call(CHAT + "user.delete", given)).refusal in refusals


@pytest.mark.pins(CHAT + "user.delete")
async def test_only_who_leads_the_chat_of_a_record_removes_people(shop):
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat, user_id=OLEG)
    lead = (await records_of(shop, chat))["LEAD"]
    given = {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": lead}
    await shop.ok(CHAT + "user.add", {**given, "USER_ID": ANN})
    ann = await employee(shop)

    got = await ann.call(CHAT + "user.delete", {**given, "USER_ID": OLEG})

    assert got.refusal in {(403, "CHAT_DELETE_USER_PERMISSION_DENIED"), (403, "ACCESS_DENIED")}


@pytest.mark.pins("imbot.unregister")
async def test_a_webhook_must_say_whose_bot_it_means():
    async with open_portal() as portal:
        bot = await registered_bot(portal)
        url = portal.details["webhook"] + "imbot.unregister"
        got = (await portal.http.post(url, json={"BOT_ID": bot})).json()

    assert got["error"] in {"ACCESS_DENIED", "insufficient_scope"}


@pytest.mark.pins("im.message.add")
async def test_a_message_to_nobody_is_refused(portal):
    got = await portal.call("im.message.add", {"DIALOG_ID": "424242", "MESSAGE": "x"})

    assert got.refusal == (400, "USER_NOT_FOUND")


@pytest.mark.pins("imopenlines.config.add", "imopenlines.config.get")
async def test_a_temporary_line_goes_by_itself_unless_kept(portal):
    lines = [
        await portal.ok("imopenlines.config.add", {"PARAMS": {"TEMPORARY": "Y"}}) for _ in range(2)
    ]
    keep = {"CONFIG_ID": lines[1], "PARAMS": {"TEMPORARY": "N"}}
    await portal.ok("imopenlines.config.update", keep)

    await portal.advance(9 * 3600)
    await portal.sign_in()

    gone, kept = [await portal.ok("imopenlines.config.get", {"CONFIG_ID": line}) for line in lines]
    assert gone is False
    assert kept["TEMPORARY"] == "N"


@pytest.mark.pins("event.bind", "event.get", "event.offline.list")
async def test_a_removed_application_leaves_neither_bindings_nor_rows(shop):
    other = await competitor(shop)
    keys = {name: other.details[name] for name in ("client_id", "client_secret")}
    await other.bind(SEVEN[6])
    await shop.control("delete-line", line=shop.lines[1])
    waiting = len(await other.ok("event.offline.list"))
    await shop.control("uninstall", client_id=keys["client_id"])

    again = await competitor(shop, **keys)

    assert waiting == 1
    assert await again.ok("event.get") == []
    assert await again.ok("event.offline.list") == []


@pytest.mark.pins("im.message.add", "ONIMCONNECTORMESSAGEADD")
async def test_events_that_cause_each_other_end_after_seven(shop, handler):
    chat = await answered(shop)
    await listen(shop, handler.address, ADD)
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Again"}
    await shop.ok("im.message.add", given)
    for _ in range(12):
        await carried(shop)
        token = handler.posts[-1].form["auth"]["access_token"]
        await shop.http.post(shop.rest + "im.message.add", json={**given, "auth": token})

    assert len(handler.posts) == 7


@pytest.mark.pins("profile")
async def test_an_answer_may_be_asked_for_as_xml(portal):
    got = await portal.http.get(
        portal.rest + "profile.xml", params={"auth": portal.tokens["access_token"]}
    )

    assert got.status_code == 200
    assert "xml" in got.headers["content-type"]
    assert "<ID>1</ID>" in got.text


@pytest.mark.pins("imopenlines.bot.session.dialog.new")
async def test_a_dialog_begins_anew_from_a_message(shop):
    await registered_bot(shop)
    chat = await answered(shop)
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
    message = (await chat_of(shop, chat))["messages"][0]["id"]
    given = {"CHAT_ID": chat, "OPERATOR_ID": OLEG, "MESSAGE_ID": message}

    await shop.ok("imopenlines.bot.session.dialog.new", given)

    found = await chat_of(shop, chat)
    assert (len(found["sessions"]), found["operator"]) == (2, OLEG)


@pytest.mark.pins("imopenlines.config.list.get", "imopenlines.config.get")
async def test_an_operator_sees_the_lines_he_works_for(shop):
    await dialog_on(shop, shop.lines[1])
    ann = await employee(shop)

    found = [int(line["ID"]) for line in await ann.ok("imopenlines.config.list.get")]
    read = await ann.ok("imopenlines.config.get", {"CONFIG_ID": shop.lines[0], "SHOW_OFFLINE": "N"})

    assert shop.lines[0] in found
    assert read["ID"] == str(shop.lines[0])
    assert shop.tokens["user_id"] == MINE
