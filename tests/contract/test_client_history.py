"""The client's readings of histories and of a user's own events, in the shapes of the documents."""

import pytest

from app.bitrix.chat_rows import HISTORY, IM, row_of_event, row_of_message
from app.bitrix.errors import AccessDenied, Refused
from app.bitrix.events import decode
from app.bitrix.history import History
from app.bitrix.im_events import ImEvents, Place, place_of
from app.domain.events import MessageAdded, MessageDeleted, MessageSeen

MESSAGES, SESSION = "im.dialog.messages.get", "imopenlines.session.history.get"


@pytest.fixture
def caller(client):
    return client.transport


AT = "2026-01-02T09:22:00+00:00"
PLACE = Place(7734, "acme_shopchat", 42, "conv-88")
CHAT = {
    "id": 7734,
    "dialogId": "chat7734",
    "entityType": "LINES",
    "entityId": "acme_shopchat|42|conv-88|914",
}
FILE = {"id": 30512, "type": "image", "name": "lamp.png", "size": 48213, "urlDownload": "/d/1"}
YES = {"id": 551020, "chat_id": 7734, "author_id": 7, "date": AT, "text": "Yes, two left."}


def page(*messages, users=(), files=()):
    return {"chat_id": 7734, "messages": list(messages), "users": users, "files": files}


def asked(vendor, method):
    return [each.params for each in vendor.calls(method)]


def refuse(vendor, method, code, status):
    vendor.says(method, {"error": code, "error_description": "No"}, status)


async def test_a_page_of_messages_is_read_with_ids_files_and_marks(caller, vendor):
    params = {"FILE_ID": [30512], "CONNECTOR_MID": ["x-901"], "IS_EDITED": "Y"}
    customer = {"id": 914, "name": "Ivo", "connector": True}
    wrote = {**YES, "id": 551001, "author_id": 914, "text": "Two?", "params": []}
    result = page({**YES, "params": params}, wrote, users=[customer], files=[FILE])
    vendor.result(MESSAGES, result)

    first, second = await History(caller).of_chat(7734)

    assert (first.im, first.customer, first.text) == (551001, True, "Two?")
    assert (second.im, second.author_id, second.text) == (551020, 7, "Yes, two left.")
    assert (second.external_ids, second.file_names) == (("x-901",), ("lamp.png",))
    assert (second.edited, second.deleted, second.customer) == (True, False, False)


@pytest.mark.parametrize("empty", [[], {}, None, False])
async def test_a_session_is_read_in_its_squeezed_spelling_and_with_empty_maps(
    caller, vendor, empty
):
    message = {
        "id": "551020",
        "chatid": "7734",
        "senderid": "7",
        "date": AT,
        "text": "Yes, two left.",
        "params": {"connectorMid": ["x-901"], "fileId": [30512]},
    }
    result = {"chatId": 7734, "sessionId": 2051, "message": {"551020": message}, "users": empty}
    vendor.result(SESSION, {**result, "files": empty})

    (found,) = await History(caller).of_session(2051)

    assert (found.im, found.author_id, found.external_ids) == (551020, 7, ("x-901",))
    assert found.files == ()


@pytest.mark.parametrize("empty", [[], {}, None])
async def test_a_session_without_messages_is_empty(caller, vendor, empty):
    vendor.result(SESSION, {"chatId": 7734, "sessionId": 2051, "message": empty})

    assert await History(caller).of_session(2051) == ()


async def test_a_chat_of_others_is_read_by_its_session(caller, vendor):
    refuse(vendor, MESSAGES, "ACCESS_ERROR", 403)
    row = {"id": "551020", "senderid": "7", "date": AT, "text": "Yes", "params": []}
    vendor.result(SESSION, {"chatId": 7734, "message": {"551020": row}})

    (found,) = await History(caller).of_chat(7734)

    assert found.text == "Yes"
    assert asked(vendor, SESSION)[0]["CHAT_ID"] == 7734


@pytest.mark.parametrize(
    ("params", "author", "outgoing"),
    [
        ({}, 7, True),
        ([], 7, True),
        ({"COMPONENT_ID": "HiddenMessage"}, 7, False),
        ({"CLASS": "bx-messenger-content-item-system"}, 7, False),
        ({"CLASS": "bx-messenger-content-item-ol-output"}, 0, True),
        ([], 0, False),
    ],
)
async def test_what_goes_to_the_customer_is_told_from_what_stays_inside(
    caller, vendor, params, author, outgoing
):
    vendor.result(MESSAGES, page({**YES, "author_id": author, "params": params}))

    (found,) = await History(caller).of_chat(7734)

    assert found.outgoing is outgoing


async def test_a_row_of_a_message_says_how_it_stands(caller, vendor):
    vendor.result(MESSAGES, page({**YES, "params": {"IS_DELETED": "Y"}}))
    (found,) = await History(caller).of_chat(7734)

    row = row_of_message(PLACE, found)
    (event,) = decode(row.raw, HISTORY).events

    assert isinstance(event, MessageSeen)
    assert (event.connector, event.line, event.chat) == ("acme_shopchat", 42, "conv-88")
    assert (event.portal_chat, event.im, event.deleted) == (7734, 551020, True)


def event(kind, **data):
    return {"eventId": 2001, "type": kind, "date": AT, "data": {"chat": CHAT, **data}}


WRITTEN = {"id": 551020, "chatId": 7734, "authorId": 7, "date": AT, "text": "Yes", "params": {}}


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (event("ONIMV2MESSAGEADD", message=WRITTEN, user={"id": 7}), MessageAdded),
        (event("OnImV2MessageAdd", message=WRITTEN, user={"id": 7}), MessageAdded),
        (event("ONIMV2MESSAGEUPDATE", message=WRITTEN, user={"id": 7}), MessageSeen),
        (event("ONIMV2MESSAGEDELETE", messageId=551020), MessageDeleted),
    ],
)
async def test_the_users_own_events_are_understood(caller, vendor, row, kind):
    vendor.result("im.v2.Event.get", {"events": [row], "nextOffset": 2002, "hasMore": False})

    got = await ImEvents(caller).get()
    (found,) = decode(row_of_event(got.events[0]).raw, IM).events

    assert isinstance(found, kind)
    assert (found.connector, found.line, found.chat, found.im) == (
        *("acme_shopchat", 42, "conv-88"),
        551020,
    )
    assert (got.next_offset, got.more) == (2002, False)
    assert "offset" not in asked(vendor, "im.v2.Event.get")[0]


async def test_an_offset_is_given_only_to_confirm(caller, vendor):
    vendor.result("im.v2.Event.get", {"events": [], "nextOffset": 2002, "hasMore": False})

    got = await ImEvents(caller).get(confirm=2002)

    assert asked(vendor, "im.v2.Event.get")[0]["offset"] == 2002
    assert (got.events, got.next_offset) == ((), None)


@pytest.mark.parametrize(
    "chat",
    [
        {"id": 5, "entityType": "", "entityId": ""},
        {"id": 5, "entityType": "CRM", "entityId": "LEAD|5"},
        {"id": 5, "entityType": "LINES", "entityId": "acme|x|conv|1"},
        {"id": 5, "entityType": "LINES", "entityId": "acme|42"},
        {"id": 0, "entityType": "LINES", "entityId": "acme|42|conv|1"},
        {},
        None,
    ],
)
async def test_what_people_say_elsewhere_is_not_handed_out(caller, vendor, chat):
    row = {**event("ONIMV2MESSAGEADD", message=WRITTEN), "data": {"chat": chat}}
    vendor.result("im.v2.Event.get", {"events": [row], "nextOffset": 2002, "hasMore": False})

    assert (await ImEvents(caller).get()).events == ()


def test_a_chat_id_may_hold_the_sign_that_parts_the_rest():
    chat = {**CHAT, "entityId": "Acme_ShopChat|42|a|b|c|914"}
    assert place_of(chat) == Place(7734, "acme_shopchat", 42, "a|b|c")


@pytest.mark.parametrize("code", ["ACCESS_ERROR", "ACCESS_DENIED"])
async def test_a_chat_that_may_not_be_read_at_all_is_refused(caller, vendor, code):
    refuse(vendor, MESSAGES, code, 403)
    refuse(vendor, SESSION, "ACCESS_DENIED", 400)

    with pytest.raises(AccessDenied):
        await History(caller).of_chat(7734)


async def test_another_refusal_is_handed_on(caller, vendor):
    refuse(vendor, MESSAGES, "DIALOG_ID_EMPTY", 400)

    with pytest.raises(Refused, match="DIALOG_ID_EMPTY"):
        await History(caller).of_chat(7734)
