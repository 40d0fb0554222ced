"""Parameters that change an answer or must at least not disturb it."""

import pytest

from .colleagues import ANN, MINE, OLEG, Webhook, competitor, employee
from .kit import registration
from .scenes import answered, attempt, bot_card, chat_with, registered_bot, row, say, spoken


async def recent(portal, **params):
    got = await portal.ok("im.recent.list", params)
    return {str(each["id"]) for each in got["items"]}


@pytest.mark.pins("im.chat.user.add", "im.dialog.messages.get")
@pytest.mark.parametrize(("hide", "seen"), [(None, False), ("Y", False), ("N", True)])
async def test_a_newcomer_sees_the_past_when_told_to(portal, hide, seen):
    chat = await portal.ok("im.chat.add", {"USERS": [OLEG], "TITLE": "Talk"})
    await say(portal, f"chat{chat}", "Before")
    more = {} if hide is None else {"HIDE_HISTORY": hide}
    await portal.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [ANN], **more})
    ann = await employee(portal)

    got = await ann.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})

    assert ("Before" in [each["text"] for each in got["messages"]]) is seen


@pytest.mark.pins("im.recent.list", "im.recent.get")
async def test_recent_chats_can_be_narrowed_by_kind(shop):
    dialog, _ = await chat_with(shop, "Hello")
    await say(shop, str(ANN), "Psst")
    line = f"chat{await answered(shop)}"

    assert await recent(shop) >= {dialog, str(ANN), line}
    assert not await recent(shop, SKIP_CHAT="Y") & {dialog}
    assert not await recent(shop, SKIP_DIALOG="Y") & {str(ANN)}
    old = await shop.ok("im.recent.get", {"SKIP_OPENLINES": "Y"})
    assert line not in {each["id"] for each in old}


@pytest.mark.pins("im.recent.list")
async def test_recent_chats_can_be_narrowed_to_the_unread(shop):
    dialog, _ = await chat_with(shop, "Hello")
    chat = await answered(shop)
    await shop.ok("im.dialog.read.all")
    await shop.write(message="m-2", text="Still there?")

    unread = await recent(shop, UNREAD_ONLY="Y")

    assert f"chat{chat}" in unread
    assert dialog not in unread


@pytest.mark.pins("im.recent.list", "im.recent.get")
async def test_recent_chats_can_be_narrowed_by_time(portal):
    old, _ = await chat_with(portal, "Old")
    await portal.advance(3600)
    await portal.sign_in()
    moment = await portal.ok("server.time")
    await portal.advance(60)
    new, _ = await chat_with(portal, "New")

    before = await recent(portal, LAST_MESSAGE_DATE=moment)
    since = {each["id"] for each in await portal.ok("im.recent.get", {"LAST_UPDATE": moment})}

    assert (old in before, new in before) == (True, False)
    assert (old in since, new in since) == (False, True)


@pytest.mark.pins("imbot.message.add", "im.dialog.messages.get")
async def test_a_bot_may_name_both_ends_of_a_private_talk(portal):
    bot = await registered_bot(portal, TYPE="B", OPENLINE="N")
    given = {"BOT_ID": bot, "FROM_USER_ID": bot, "TO_USER_ID": MINE, "MESSAGE": "To you"}

    message = await portal.ok("imbot.message.add", given)

    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": str(bot)})
    assert message in {each["id"] for each in got["messages"]}


@pytest.mark.pins("imbot.bot.list")
async def test_an_application_lists_the_bots_of_others_too(portal):
    bot = await registered_bot(portal)
    other = await competitor(portal)

    assert [*await other.ok("imbot.bot.list")] == [str(bot)]


@pytest.mark.pins("imbot.register", "imbot.unregister")
async def test_a_webhook_keeps_a_bot_under_a_client_id_of_its_own(portal):
    hook = Webhook(portal)
    nameless = await hook.call("imbot.register", bot_card())
    mine = {"CLIENT_ID": "my-own-secret-name"}

    bot = await hook.ok("imbot.register", bot_card(CODE="hooked", **mine))
    stranger = await hook.call("imbot.unregister", {"BOT_ID": bot, "CLIENT_ID": "another"})

    assert nameless.body["error"] == "ACCESS_DENIED"
    assert stranger.refusal == (400, "APP_ID_ERROR")
    assert await hook.ok("imbot.unregister", {"BOT_ID": bot, **mine}) is True


@pytest.mark.pins("imconnector.register")
async def test_a_connector_may_keep_its_customers_messages_from_deletion(portal):
    await portal.connect(DEL_EXTERNAL_MESSAGES=False)
    chat = await portal.open_dialog()
    (message,) = await spoken(portal, chat)

    got = await attempt(portal, "delete", message_id=message["id"])

    assert got.status_code == 409
    assert (await spoken(portal, chat))[0]["deleted"] is False


@pytest.mark.pins("imconnector.register")
async def test_a_connector_may_have_a_second_icon_and_a_comment(portal):
    icon = registration()["ICON"]

    got = await portal.ok(
        "imconnector.register", registration(ICON_DISABLED=icon, COMMENT="For the shop")
    )

    assert got == {"result": True}


@pytest.mark.pins("crm.deal.add", "crm.deal.get", "crm.contact.add", "crm.company.add")
async def test_a_deal_knows_its_contact_and_company(portal):
    contact = await portal.ok("crm.contact.add", {"fields": {"NAME": "Ivo"}})
    company = await portal.ok("crm.company.add", {"fields": {"TITLE": "Lamps"}})
    fields = {"TITLE": "Deal", "CONTACT_ID": contact, "COMPANY_ID": company, "CURRENCY_ID": "EUR"}

    number = await portal.ok("crm.deal.add", {"fields": fields})

    got = await portal.ok("crm.deal.get", {"id": number})
    assert (got["CONTACT_ID"], got["COMPANY_ID"]) == (str(contact), str(company))
    assert got["CURRENCY_ID"] == "EUR"


@pytest.mark.pins("crm.lead.add", "crm.lead.get")
async def test_a_lead_keeps_the_key_of_another_system(portal):
    fields = {"TITLE": "Lead", "ORIGINATOR_ID": "acme", "ORIGIN_ID": "u-1", "UTM_SOURCE": "chat"}

    number = await portal.ok("crm.lead.add", {"fields": fields})

    got = await portal.ok("crm.lead.get", {"id": number})
    assert {name: got[name] for name in fields} == fields


UNDISTURBED = [
    row("user.get", {"ADMIN_MODE": True, "IMAGE_RESIZE": "small"}),
    row("user.search", {"FILTER": {"FIND": "ann"}, "IMAGE_RESIZE": "large"}),
    row("im.user.get", {"ID": ANN, "AVATAR_HR": "Y"}),
    row("im.user.list.get", {"ID": [ANN], "AVATAR_HR": "Y"}),
    row("im.search.user.list", {"FIND": "Ann", "BUSINESS": "N", "LIMIT": 1}),
    row("im.recent.list", {"PARSE_TEXT": "Y", "GET_ORIGINAL_TEXT": "Y"}),
    row("imopenlines.config.get", {"CONFIG_ID": 42, "SHOW_OFFLINE": "N"}),
    row("imopenlines.config.list.get", {"OPTIONS": {"QUEUE": "Y", "CONFIG_QUEUE": "Y"}}),
    row("crm.lead.add", {"fields": {"TITLE": "x"}, "params": {"REGISTER_SONET_EVENT": "Y"}}),
    row(
        "crm.item.add",
        {"entityTypeId": 1, "fields": {"title": "x"}, "useOriginalUfNames": "Y"},
    ),
    row("methods", {"full": True}),
    row("events", {"FULL": True}),
]


@pytest.mark.parametrize(("method", "given"), UNDISTURBED)
async def test_a_documented_parameter_does_not_disturb(portal, method, given):
    assert await portal.ok(method, given)


@pytest.mark.pins("user.get")
async def test_a_user_shows_the_fields_selected(portal):
    (ann,) = await portal.ok("user.get", {"ID": ANN, "select": ["ID", "NAME"]})

    assert ann["NAME"] == "Ann"
    assert "EMAIL" not in ann
