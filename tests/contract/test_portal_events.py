"""The seven connector events end to end: who causes them, what they carry, when they stay away."""

import pytest

from .kit import SEVEN, SHOP, incoming, open_portal, registration

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN


@pytest.fixture
async def open_shop():
    """A connected shop whose application sees the events of its own calls as well."""
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind()
        yield portal


async def author_of(portal, message):
    (user,) = await portal.ok("user.get", {"ID": message["message"]["user_id"]})
    return f"{user['NAME']} {user['LAST_NAME']}"


async def test_a_reply_in_the_portal_becomes_a_message_event(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Yes, two left.")

    (data,) = await shop.events(ADD)

    assert set(data) == {"CONNECTOR", "LINE", "MESSAGES"}
    assert data["CONNECTOR"] == SHOP
    assert data["LINE"] == str(shop.lines[0])
    (message,) = data["MESSAGES"]
    assert set(message) >= {"im", "message", "chat"}
    assert int(message["im"]["chat_id"]) == chat
    assert int(message["im"]["message_id"]) > 0
    assert message["chat"] == {"id": "conv-1"}
    assert int(message["message"]["user_id"]) > 0
    assert "id" not in message["message"]


async def test_a_reply_begins_with_the_operator_s_name_in_bold(shop):
    message = await shop.replied(await shop.open_dialog(), "Yes, two left.")

    author = await author_of(shop, message)
    assert message["message"]["text"] == f"[b]{author}:[/b] [br]Yes, two left."


async def test_without_a_signature_the_text_stands_alone(portal):
    await portal.connect(NEED_SIGNATURE=False)
    await portal.bind()

    message = await portal.replied(await portal.open_dialog(), "Да, две. [b]x[/b] <i>")

    assert message["message"]["text"] == "Да, две. [b]x[/b] <i>"


async def test_the_event_says_who_caused_it(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Yes")
    (row,) = await shop.queue()

    author = row["EVENT_DATA"]["MESSAGES"][0]["message"]["user_id"]
    assert str(row["EVENT_ADDITIONAL"]["user_id"]) == str(author)


async def test_another_operator_may_be_the_author(shop):
    users = [int(user["ID"]) for user in await shop.ok("user.get")]
    names = set()
    for user in users:
        chat = await shop.open_dialog(chat=f"conv-{user}")
        await shop.control("reply", chat_id=chat, text="Hello", user_id=user)
        (data,) = await shop.events(ADD)
        message = data["MESSAGES"][0]
        assert int(message["message"]["user_id"]) == user
        names.add(message["message"]["text"].split(":")[0])

    assert len(names) == len(users)


async def test_each_reply_has_a_message_id_of_its_own(shop):
    chat = await shop.open_dialog()
    found = {(await shop.replied(chat, "Yes"))["im"]["message_id"] for _ in range(3)}

    assert len(found) == 3


async def test_an_edit_of_a_delivered_message_becomes_an_update_with_a_list_of_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-901")
    await shop.control("edit", message_id=int(message["im"]["message_id"]), text="Three left.")

    (data,) = await shop.events(UPDATE)

    author = await author_of(shop, message)
    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (changed,) = data["MESSAGES"]
    assert changed["im"] == message["im"]
    assert changed["chat"] == {"id": "conv-1"}
    assert changed["message"]["id"] == ["x-901"]
    assert changed["message"]["text"] == f"[b]{author}:[/b][br] Three left."


async def test_a_deletion_of_a_delivered_message_becomes_an_event_with_a_string_id(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-901")
    await shop.control("delete", message_id=int(message["im"]["message_id"]))

    (data,) = await shop.events(DELETE)

    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (gone,) = data["MESSAGES"]
    assert gone["im"] == message["im"]
    assert gone["message"] == {"id": "x-901"}
    assert gone["chat"] == {"id": "conv-1"}


async def test_a_deletion_names_each_of_several_external_ids(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1", "x-2")
    await shop.control("delete", message_id=int(message["im"]["message_id"]))

    found = await shop.events(DELETE)

    gone = [each["message"]["id"] for data in found for each in data["MESSAGES"]]
    assert gone == ["x-1", "x-2"]


@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_without_a_receipt_neither_edit_nor_deletion_is_told(shop, act):
    message = await shop.replied(await shop.open_dialog())
    await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    assert await shop.queue() == []


@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_a_reading_receipt_is_no_delivery_receipt(shop, act):
    message = await shop.replied(await shop.open_dialog())
    read = {"im": message["im"], "message": {"id": ["x-1"]}, "chat": message["chat"]}
    await shop.ok("imconnector.send.status.reading", shop.about(MESSAGES=[read]))
    await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    assert await shop.queue() == []


@pytest.mark.parametrize("act", ["edit", "delete"])
async def test_later_receipts_do_not_change_the_ids_of_the_events(shop, act):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-first")
    await shop.acknowledge(message, "x-second")
    await shop.control(act, message_id=int(message["im"]["message_id"]), text="Three")

    (row,) = await shop.queue()
    told = row["EVENT_DATA"]["MESSAGES"][0]["message"]["id"]
    assert told == (["x-first"] if act == "edit" else "x-first")


async def attempt(portal, action, **params):
    """An operator's act that the portal may refuse to the operator."""
    return await portal.http.post(portal.details["control"] + action, json=params)


@pytest.mark.parametrize(
    ("act", "flag"), [("edit", "EDIT_INTERNAL_MESSAGES"), ("delete", "DEL_INTERNAL_MESSAGES")]
)
async def test_a_connector_may_forbid_edits_and_deletions(portal, act, flag):
    await portal.connect(**{flag: False})
    await portal.bind()
    message = await portal.replied(await portal.open_dialog())
    await portal.acknowledge(message, "x-1")

    await attempt(portal, act, message_id=int(message["im"]["message_id"]), text="Three")

    assert await portal.queue() == []


@pytest.mark.parametrize(("act", "told"), [("edit", 0), ("delete", 1)])
async def test_after_three_days_edits_are_over_and_deletions_are_not(shop, act, told):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")
    await shop.advance(259_300)
    await shop.sign_in()

    await attempt(shop, act, message_id=int(message["im"]["message_id"]), text="Three")

    names = {UPDATE.upper(), DELETE.upper()}
    assert len([row for row in await shop.queue() if row["EVENT_NAME"] in names]) == told


async def test_two_edits_to_the_same_text_wait_as_one_row(shop):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-1")
    for text in ("Three", "Four", "Three"):
        await shop.control("edit", message_id=int(message["im"]["message_id"]), text=text)

    assert len(await shop.events(UPDATE)) == 2


async def first_customer_message(portal, chat):
    (found,) = [each for each in (await portal.state())["chats"] if int(each["id"]) == chat]
    return int(found["messages"][0]["id"])


async def test_a_customer_s_message_deleted_by_an_operator_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.control("delete", message_id=await first_customer_message(shop, chat))

    assert await shop.queue() == []


async def test_a_first_message_starts_a_dialog(open_shop):
    item = await open_shop.write(user="u-7", chat="conv-7")

    (data,) = await open_shop.events(START)

    assert set(data) == {"CONNECTOR", "LINE", "DATA"}
    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(open_shop.lines[0]))
    (row,) = data["DATA"]
    assert row["connector"]["connector_id"] == SHOP
    assert str(row["connector"]["line_id"]) == str(open_shop.lines[0])
    assert row["connector"]["chat_id"] == row["chat"]["id"] == "conv-7"
    assert str(row["connector"]["user_id"]) == str(row["user"]["id"]) == item["user"]
    assert str(row["session"]["id"]) == item["session"]["ID"]
    assert row["session"]["closed"] == "N"
    assert str(row["session"]["parent_id"]) == "0"
    assert int(row["session"]["close_term"]) >= 0


async def test_a_second_message_of_the_session_starts_nothing(open_shop):
    await open_shop.write()
    await open_shop.queue()
    await open_shop.write(message="m-2")

    assert await open_shop.events(START) == []


async def test_a_group_dialog_starts_with_user_zero():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect(CHAT_GROUP=True)
        await portal.bind()
        await portal.write()
        (data,) = await portal.events(START)

    assert str(data["DATA"][0]["connector"]["user_id"]) == "0"


async def test_a_dialog_after_a_closed_one_names_its_parent(open_shop):
    first = await open_shop.write()
    await open_shop.control("close", chat_id=int(first["session"]["CHAT_ID"]))
    await open_shop.queue()
    second = await open_shop.write(message="m-2")

    (data,) = await open_shop.events(START)

    session = data["DATA"][0]["session"]
    assert str(session["parent_id"]) == first["session"]["ID"]
    assert str(session["id"]) == second["session"]["ID"]


@pytest.mark.parametrize("act", ["close", "spam"])
async def test_closing_a_dialog_in_the_portal_finishes_it(shop, act):
    item = await shop.write(user="u-7", chat="conv-7")
    await shop.control(act, chat_id=int(item["session"]["CHAT_ID"]))

    (data,) = await shop.events(FINISH)

    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (row,) = data["DATA"]
    assert row["connector"]["chat_id"] == row["chat"]["id"] == "conv-7"
    assert str(row["user"]["id"]) == item["user"]
    assert str(row["session"]["id"]) == item["session"]["ID"]
    assert row["session"]["closed"] == "Y"


async def test_a_disconnected_connector_is_told_in_lower_case_keys(shop):
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    assert await shop.events(STATUS) == [{"connector": SHOP, "line": shop.lines[0]}]
    assert (await shop.status())["CONFIGURED"] is False


async def test_a_deleted_line_is_told_as_a_bare_number_after_its_connectors(shop):
    await shop.control("delete-line", line=shop.lines[0])
    rows = [
        row for row in await shop.queue() if row["EVENT_NAME"] in {STATUS.upper(), LINE.upper()}
    ]

    assert [row["EVENT_NAME"] for row in rows] == [STATUS.upper(), LINE.upper()]
    assert rows[0]["EVENT_DATA"] == {"connector": SHOP, "line": shop.lines[0]}
    assert int(rows[1]["EVENT_DATA"]) == shop.lines[0]
    assert not isinstance(rows[1]["EVENT_DATA"], dict | list)


async def test_a_deleted_line_is_told_even_when_no_own_connector_was_on_it(shop):
    await shop.control("delete-line", line=shop.lines[1])

    assert [int(data) for data in await shop.events(LINE)] == [shop.lines[1]]


async def test_a_deleted_line_is_gone_from_the_list_and_refuses_messages(shop):
    await shop.control("delete-line", line=shop.lines[0])

    left = [int(line["ID"]) for line in await shop.ok("imopenlines.config.list.get")]
    assert left == shop.lines[1:]
    got = await shop.call("imconnector.send.messages", shop.about(MESSAGES=[incoming()]))
    assert got.refusal == (400, "NOT_ACTIVE_LINE")


async def own_send(portal, chat):
    await portal.write(chat="conv-new")


async def own_reply(portal, chat):
    await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Mine"})


async def own_finish(portal, chat):
    await portal.ok("imopenlines.operator.finish", {"CHAT_ID": chat})


async def own_deactivation(portal, chat):
    await portal.activate(portal.lines[0], active=0)


async def own_unregister(portal, chat):
    await portal.ok("imconnector.unregister", {"ID": SHOP})


OWN_ACTS = [
    (own_send, START),
    (own_reply, ADD),
    (own_finish, FINISH),
    (own_deactivation, STATUS),
    (own_unregister, STATUS),
]


async def answered(portal):
    """A dialog that the application's own user has taken; the queue is empty."""
    chat = await portal.open_dialog()
    await portal.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await portal.queue()
    return chat


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_what_the_application_did_itself_does_not_come_back(shop, act, event):
    await act(shop, await answered(shop))

    assert await shop.events(event) == []


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_the_switch_brings_back_what_the_application_did_itself(open_shop, act, event):
    await act(open_shop, await answered(open_shop))

    assert len(await open_shop.events(event)) == 1


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_a_queue_with_another_connector_name_sees_own_acts(shop, act, event):
    await shop.bind(*SEVEN, auth_connector="console")
    chat = await answered(shop)
    await shop.queue(auth_connector="console")

    await act(shop, chat)

    assert await shop.events(event) == []
    assert len(await shop.events(event, auth_connector="console")) == 1


async def test_calls_under_the_same_connector_name_are_excluded_from_that_queue(shop):
    await shop.bind(*SEVEN, auth_connector="console")
    given = shop.about(MESSAGES=[incoming()], auth_connector="console")
    await shop.ok("imconnector.send.messages", given)

    assert await shop.events(START, auth_connector="console") == []
    assert len(await shop.events(START)) == 1


async def test_own_acts_inside_a_batch_are_excluded_too(shop):
    where = f"CONNECTOR={SHOP}&LINE={shop.lines[0]}"
    await shop.batch({"off": f"imconnector.activate?{where}&ACTIVE=0"})

    assert await shop.events(STATUS) == []


async def test_acts_of_operators_are_always_told(shop):
    chat = await answered(shop)
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.control("close", chat_id=chat)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    names = [row["EVENT_NAME"] for row in await shop.queue()]
    assert names[-3:] == [ADD.upper(), FINISH.upper(), STATUS.upper()]


async def test_unregistering_tells_of_each_line(open_shop):
    await open_shop.activate(open_shop.lines[1])
    await open_shop.ok("imconnector.unregister", {"ID": SHOP})

    told = sorted(data["line"] for data in await open_shop.events(STATUS))
    assert told == sorted(open_shop.lines[:2])


async def test_switching_off_what_was_never_on_is_told_as_well(open_shop):
    await open_shop.activate(open_shop.lines[1], active=0)

    assert await open_shop.events(STATUS) == [{"connector": SHOP, "line": open_shop.lines[1]}]


async def test_events_of_connectors_of_others_are_not_told(open_shop):
    await open_shop.activate(open_shop.lines[0], "livechat")
    await open_shop.activate(open_shop.lines[0], "livechat", active=0)

    assert await open_shop.events(STATUS) == []


async def test_a_reply_to_a_broken_channel_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.ok("imconnector.set.error", shop.about())
    await attempt(shop, "reply", chat_id=chat, text="Anybody there?")

    assert await shop.events(ADD) == []


async def test_a_reply_to_a_disconnected_channel_is_not_told(shop):
    chat = await shop.open_dialog()
    await shop.activate(shop.lines[0], active=0)
    await attempt(shop, "reply", chat_id=chat, text="Anybody there?")

    assert await shop.events(ADD) == []


async def test_a_system_message_is_not_told(open_shop):
    chat = await answered(open_shop)
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "note", "SYSTEM": "Y"}
    await open_shop.ok("im.message.add", given)

    assert await open_shop.events(ADD) == []


async def test_a_reply_with_files_names_their_links(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Here", files=[{"name": "lamp.png"}])

    (data,) = await shop.events(ADD)

    (file,) = data["MESSAGES"][0]["message"]["files"]
    assert file["name"] == "lamp.png"
    assert file["type"] == "image"
    assert file["link"].startswith("http")


async def greeting_line(portal):
    """The portal's second line greets customers and closes dialogs a minute late."""
    lines = await portal.ok("imopenlines.config.list.get")
    (found,) = [line for line in lines if line["WELCOME_MESSAGE"] == "Y"]
    portal.lines = [int(found["ID"])]
    return found


@pytest.mark.parametrize("wanted", [True, False])
async def test_a_greeting_reaches_the_channels_that_want_system_messages(wanted):
    async with open_portal(self_exclusion=False) as portal:
        line = await greeting_line(portal)
        await portal.connect(NEED_SYSTEM_MESSAGES=wanted)
        await portal.bind()
        await portal.write()
        found = await portal.events(ADD)

    texts = [each["MESSAGES"][0]["message"]["text"] for each in found]
    assert texts == ([line["WELCOME_MESSAGE_TEXT"]] if wanted else [])
    authors = {str(each["MESSAGES"][0]["message"].get("user_id", 0)) for each in found}
    assert authors <= {"0"}


async def test_a_greeting_is_the_application_s_own_doing(portal):
    await greeting_line(portal)
    await portal.connect()
    await portal.bind()
    await portal.write()

    assert await portal.queue() == []


async def test_a_line_may_finish_its_dialogs_only_after_a_while(portal):
    line = await greeting_line(portal)
    await portal.connect()
    await portal.bind()
    chat = await portal.open_dialog()
    await portal.control("close", chat_id=chat)
    at_once = await portal.events(FINISH)
    await portal.advance(int(line["FULL_CLOSE_TIME"]) * 60 + 1)
    later = await portal.events(FINISH)

    assert (len(at_once), len(later)) == (0, 1)
    assert later[0]["DATA"][0]["session"]["close_term"] == line["FULL_CLOSE_TIME"]


async def test_a_scripted_operator_answers_a_new_dialog_after_a_moment():
    async with open_portal(auto_operator=True, operator_delay=5) as portal:
        await portal.connect()
        await portal.bind()
        await portal.write()
        at_once = await portal.events(ADD)
        await portal.advance(6)
        later = await portal.events(ADD)

    assert (len(at_once), len(later)) == (0, 1)
    assert later[0]["MESSAGES"][0]["chat"] == {"id": "conv-1"}


@pytest.mark.parametrize(("on", "answers"), [(True, 1), (False, 0)])
async def test_the_scripted_operator_can_be_switched(shop, on, answers):
    await shop.control("auto-operator", on=on, delay=1)
    await shop.write()
    await shop.advance(2)

    assert len(await shop.events(ADD)) == answers


async def test_online_bindings_fill_no_queue(portal):
    await portal.ok("imconnector.register", registration())
    await portal.activate(portal.lines[0])
    await portal.ok("event.bind", {"event": ADD, "handler": "https://acme.example/h"})
    chat = await portal.open_dialog()
    await portal.control("reply", chat_id=chat, text="Yes")

    assert await portal.queue() == []


async def test_an_operator_who_writes_after_the_close_starts_a_session(shop):
    item = await shop.write()
    chat = int(item["session"]["CHAT_ID"])
    await shop.control("close", chat_id=chat)
    await shop.queue()

    await shop.control("reply", chat_id=chat, text="One more thing")

    names = [row["EVENT_NAME"] for row in await shop.queue()]
    assert names == [START.upper(), ADD.upper()]


async def test_a_deleted_line_finishes_its_dialogs_and_disconnects_every_channel(shop):
    await shop.connect("acme_second")
    await shop.open_dialog()
    await shop.control("delete-line", line=shop.lines[0])

    rows = await shop.queue()
    gone = {row["EVENT_DATA"]["connector"] for row in rows if row["EVENT_NAME"] == STATUS.upper()}
    assert gone == {SHOP, "acme_second"}
    assert [row["EVENT_NAME"] for row in rows][-1] == LINE.upper()
    assert FINISH.upper() in [row["EVENT_NAME"] for row in rows]


async def test_a_second_connector_has_events_of_its_own(shop):
    await shop.connect("acme_second")
    given = shop.about("acme_second", MESSAGES=[incoming()])
    (item,) = (await shop.ok("imconnector.send.messages", given))["DATA"]["RESULT"]
    await shop.control("reply", chat_id=int(item["session"]["CHAT_ID"]), text="Yes")

    (data,) = await shop.events(ADD)
    assert data["CONNECTOR"] == "acme_second"


async def test_a_reply_of_files_alone_is_the_name_and_a_blank(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, files=[{"name": "lamp.png"}])

    (data,) = await shop.events(ADD)

    message = data["MESSAGES"][0]
    assert message["message"]["text"] == f"[b]{await author_of(shop, message)}:[/b] "
    assert len(message["message"]["files"]) == 1
