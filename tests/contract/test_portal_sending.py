"""Customers' messages: what the portal makes of them, and which it refuses."""

import pytest

from .kit import SHOP, incoming
from .scenes import chat_of, texts


def without(item, key):
    return {name: value for name, value in item.items() if name != key}


@pytest.mark.pins("imconnector.send.messages")
async def test_an_accepted_message_names_user_session_and_chat(shop):
    item = await shop.write("Is the lamp in stock?")

    assert item["SUCCESS"] is True
    assert item["message"]["id"] == "m-1"
    assert item["message"]["text"] == "Is the lamp in stock?"
    assert item["chat"]["id"] == "conv-1"
    assert item["user"].isdigit()
    assert item["session"]["ID"].isdigit()
    assert item["session"]["CHAT_ID"].isdigit()


@pytest.mark.pins("imconnector.send.messages")
async def test_the_date_of_a_message_is_an_empty_object_or_absent(shop):
    item = await shop.write()

    assert item["message"].get("date", {}) == {}


@pytest.mark.pins("imconnector.send.messages")
async def test_the_message_stands_in_the_portal_s_chat(shop):
    item = await shop.write("Is the lamp in stock?")
    chat = await chat_of(shop, int(item["session"]["CHAT_ID"]))

    assert "Is the lamp in stock?" in [each["text"] for each in chat["messages"]]


@pytest.mark.pins("imconnector.send.messages")
async def test_items_come_back_one_by_one_in_the_same_order(shop):
    sent = [incoming(f"text {n}", message=f"m-{n}") for n in range(5)]

    assert [item["message"]["id"] for item in await shop.send(sent)] == [f"m-{n}" for n in range(5)]


@pytest.mark.pins("imconnector.send.messages")
async def test_messages_given_with_own_keys_come_back_with_them(shop):
    given = {"first": incoming(), "second": incoming(message="m-2")}

    got = await shop.send(given)

    assert set(got) == {"first", "second"}
    assert got["second"]["message"]["id"] == "m-2"


@pytest.mark.pins("imconnector.send.messages")
async def test_keys_inside_messages_may_be_in_any_case(shop):
    item = incoming()
    loud = {
        outer.upper(): {inner.upper(): value for inner, value in part.items()}
        for outer, part in item.items()
    }

    (got,) = await shop.send([loud])

    assert got["SUCCESS"] is True
    assert got["message"]["id"] == "m-1"


@pytest.mark.pins("imconnector.send.messages")
async def test_the_same_external_id_twice_makes_two_messages(shop):
    first = await shop.write("once")
    await shop.write("once")

    assert (await texts(shop, int(first["session"]["CHAT_ID"]))).count("once") == 2


@pytest.mark.pins("imconnector.send.messages")
async def test_a_second_message_joins_the_open_session(shop):
    first = await shop.write()
    second = await shop.write("And the red one?", message="m-2")

    assert second["session"] == first["session"]
    assert second["user"] == first["user"]


@pytest.mark.pins("imconnector.send.messages")
@pytest.mark.parametrize(
    ("ids", "chats", "users"),
    [
        ([("u-1", "c-1"), ("u-1", "c-2")], 2, 1),
        ([("u-1", "c-1"), ("u-2", "c-1")], 2, 2),
        ([("u-1", "c-1"), ("u-1", "c-1")], 1, 1),
    ],
)
async def test_a_one_to_one_dialog_is_keyed_by_chat_and_user(shop, ids, chats, users):
    items = [await shop.write(user=user, chat=chat) for user, chat in ids]

    assert len({item["session"]["CHAT_ID"] for item in items}) == chats
    assert len({item["user"] for item in items}) == users


@pytest.mark.pins("imconnector.send.messages")
async def test_a_group_chat_is_keyed_by_the_chat_alone(portal):
    await portal.connect(CHAT_GROUP=True)

    items = [await portal.write(user=user) for user in ("u-1", "u-2")]

    assert len({item["session"]["CHAT_ID"] for item in items}) == 1
    assert len({item["user"] for item in items}) == 2


@pytest.mark.pins("imconnector.send.messages")
async def test_the_raw_spelling_of_the_connector_makes_another_customer(shop):
    lower = await shop.write()
    (upper,) = (
        await shop.ok("imconnector.send.messages", shop.about(SHOP.upper(), MESSAGES=[incoming()]))
    )["DATA"]["RESULT"]

    assert upper["user"] != lower["user"]
    assert upper["session"]["CHAT_ID"] != lower["session"]["CHAT_ID"]


@pytest.mark.pins("imconnector.send.messages")
async def test_the_same_conversation_on_two_lines_is_two_dialogs(shop):
    await shop.activate(shop.lines[1])
    one = await shop.write()
    given = {"CONNECTOR": SHOP, "LINE": shop.lines[1], "MESSAGES": [incoming()]}
    (other,) = (await shop.ok("imconnector.send.messages", given))["DATA"]["RESULT"]

    assert other["session"]["CHAT_ID"] != one["session"]["CHAT_ID"]
    assert other["user"] == one["user"]


@pytest.mark.pins("imconnector.send.messages")
async def test_a_message_after_the_close_opens_a_new_session_in_the_same_chat(shop):
    first = await shop.write()
    await shop.control("close", chat_id=int(first["session"]["CHAT_ID"]))

    second = await shop.write("One more thing", message="m-2")

    assert second["session"]["CHAT_ID"] == first["session"]["CHAT_ID"]
    assert second["session"]["ID"] != first["session"]["ID"]


@pytest.mark.pins("imconnector.send.messages")
async def test_an_incoming_message_raises_no_message_event(shop):
    await shop.write()

    assert await shop.events("OnImConnectorMessageAdd") == []


@pytest.mark.pins("imconnector.send.messages")
async def test_a_link_to_the_post_comes_back_as_a_description(shop):
    sent = incoming()
    sent["chat"]["url"] = "https://shop.example/c/88"

    (item,) = await shop.send([sent])

    assert item["chat"]["description"] == "Link to the original post: https://shop.example/c/88"
    assert "url" not in item["chat"]


@pytest.mark.pins("imconnector.send.messages")
async def test_unknown_fields_are_echoed(shop):
    sent = incoming()
    sent["message"]["mood"] = "curious"

    assert (await shop.send([sent]))[0]["message"]["mood"] == "curious"


@pytest.mark.pins("imconnector.send.messages")
async def test_extra_appears_only_with_its_flags(shop):
    plain = incoming()
    flagged = incoming(message="m-2")
    flagged["message"]["disable_crm"] = "Y"
    flagged["user"]["skip_phone_validate"] = "Y"

    first, second = await shop.send([plain, flagged])

    assert "extra" not in first
    assert second["extra"] == {"skip_phone_validate": "Y", "disable_tracker": "Y"}


@pytest.mark.parametrize("length", [20_000, 20_001, 50_000])
async def test_a_text_over_20_000_characters_is_cut(shop, length):
    item = await shop.write("я" * length)
    kept = (await texts(shop, int(item["session"]["CHAT_ID"])))[0]

    assert kept == "я" * 20_000 + (" (...)" if length > 20_000 else "")


NOT_ALL_DATA = [
    {"user": {}},
    {"chat": {}},
    {"message": {"id": "m-1"}},
    {"message": {"id": "m-1", "text": ""}},
    {"message": {"id": "m-1", "text": "", "files": []}},
]


@pytest.mark.pins("imconnector.send.messages")
@pytest.mark.parametrize("change", NOT_ALL_DATA)
async def test_a_message_lacking_its_essence_fails_alone_inside_the_success(shop, change):
    first, second = await shop.send([{**incoming(), **change}, incoming("fine", message="m-2")])

    assert first["SUCCESS"] is False
    assert all(isinstance(text, str) and text for text in first["ERRORS"])
    assert len(first["ERRORS"]) >= 1
    assert "session" not in first
    assert second["SUCCESS"] is True


@pytest.mark.pins("imconnector.send.messages")
async def test_the_top_stays_a_success_when_every_item_failed(shop):
    got = await shop.ok(
        "imconnector.send.messages", shop.about(MESSAGES=[{**incoming(), "user": {}}])
    )

    assert got["SUCCESS"] is True
    assert got["DATA"]["RESULT"][0]["SUCCESS"] is False


@pytest.mark.pins("imconnector.send.messages")
async def test_an_empty_list_of_messages_is_a_success_without_items(shop):
    got = await shop.call("imconnector.send.messages", shop.about(MESSAGES=[]))

    assert not got.result["DATA"]["RESULT"]


WRONG_STRUCTURE = "The incorrect structure of a message inside MESSAGES parameter."


@pytest.mark.pins("imconnector.send.messages")
@pytest.mark.parametrize(
    ("messages", "text"),
    [
        ("text", "The value of an argument 'MESSAGES' must be of type array"),
        (7, "The value of an argument 'MESSAGES' must be of type array"),
        (["text"], "The MESSAGES parameter must be an array of messages (arrays)"),
        ([incoming(), 5], "The MESSAGES parameter must be an array of messages (arrays)"),
        ([without(incoming(), "user")], WRONG_STRUCTURE),
        ([without(incoming(), "message")], WRONG_STRUCTURE),
        ([without(incoming(), "chat")], WRONG_STRUCTURE),
        ([incoming(), without(incoming(), "chat")], WRONG_STRUCTURE),
        (incoming(), WRONG_STRUCTURE),
    ],
)
async def test_a_malformed_list_refuses_the_whole_call(shop, messages, text):
    got = await shop.call("imconnector.send.messages", shop.about(MESSAGES=messages))

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert got.text.startswith(text)


@pytest.mark.pins("imconnector.send.messages")
async def test_a_refused_call_delivers_nothing(shop):
    await shop.call("imconnector.send.messages", shop.about(MESSAGES=[incoming(), 5]))

    assert (await shop.state())["chats"] == []


@pytest.mark.pins("imconnector.send.messages")
@pytest.mark.parametrize("author", ["EMPLOYEE", 0])
async def test_a_message_on_an_employee_s_behalf_without_a_dialog_has_no_session(shop, author):
    sent = incoming("typed outside")
    sent["message"]["user_id"] = shop.tokens["user_id"] if author == "EMPLOYEE" else author

    (item,) = await shop.send([sent])

    assert item["SUCCESS"] is True
    assert "session" not in item


@pytest.mark.pins("imconnector.send.messages")
async def test_an_employee_s_message_joins_the_open_dialog_and_is_not_told_back(shop):
    chat = await shop.open_dialog()
    sent = incoming("typed outside", message="m-2")
    sent["message"]["user_id"] = shop.tokens["user_id"]
    await shop.send([sent])

    assert "typed outside" in await texts(shop, chat)
    assert await shop.queue() == []


@pytest.mark.pins("imconnector.send.messages")
@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ({"name": "Ivo Lamp"}, "Ivo", "Lamp"),
        ({"name": "Ivo", "last_name": "Lamp"}, "Ivo", "Lamp"),
        ({"title": "Nick"}, "Nick", ""),
        ({}, "Guest", ""),
    ],
)
async def test_a_customer_gets_a_name(shop, given, first, last):
    sent = incoming()
    sent["user"] = {"id": "u-1", **given}
    (item,) = await shop.send([sent])

    chat = await chat_of(shop, int(item["session"]["CHAT_ID"]))
    assert chat["customer"]["name"] == f"{first} {last}".strip()


@pytest.mark.pins("imconnector.send.messages")
async def test_a_customer_without_an_id_is_a_new_one_every_time(shop):
    sent = incoming()
    sent["user"]["id"] = ""

    first, second = await shop.send([sent, sent])

    assert first["user"] != second["user"]


@pytest.mark.pins("imconnector.send.messages")
async def test_files_become_numbers_of_the_portal(shop):
    sent = incoming("with a file")
    sent["message"]["files"] = [{"url": "https://acme.example/a.png", "name": "a.png"}]

    (item,) = await shop.send([sent])

    files = item["message"]["files"]
    files = list(files.values()) if isinstance(files, dict) else files
    assert [str(file).isdigit() for file in files] == [True]
