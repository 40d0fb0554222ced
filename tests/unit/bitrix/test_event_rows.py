"""What other sources than the queue brought, in the shape that the portal posts."""

import pytest

from app.bitrix.chat_rows import CLOSED, HISTORY, IM, Place, row_of_session
from app.bitrix.event_rows import read_row
from app.bitrix.wire import encode

PLACE = Place(7734, "acme_shopchat", 42, "conv-1")
CHAT = {"id": 7734, "entityType": "LINES", "entityId": "acme_shopchat|42|conv-1|914"}
STAFF = {"id": 12, "name": "Ann Lee", "connector": False}


def im_event(kind, **data):
    row = {"eventId": 5, "type": kind, "date": "2026-01-02T09:22:03+00:00"}
    return encode({**row, "data": {"chat": CHAT, "user": STAFF, **data}})


@pytest.mark.parametrize(
    ("status", "name", "closed"),
    [(25, "ONIMCONNECTORDIALOGSTART", "N"), (CLOSED, "ONIMCONNECTORDIALOGFINISH", "Y")],
)
def test_a_session_that_was_seen(status, name, closed):
    seen = row_of_session(PLACE, 2051, status, "2026-01-02T09:22:03+00:00")
    row = read_row(seen.raw, HISTORY)

    assert row.name == name
    (item,) = row.data["DATA"]
    assert item["connector"]["chat_id"] == item["chat"]["id"] == "conv-1"
    assert item["session"] == {"id": 2051, "closed": closed}


def test_an_operator_s_message_of_the_user_s_own_events():
    message = {"id": 551020, "chatId": 7734, "authorId": 12, "text": "Yes", "params": {}}
    row = read_row(im_event("ONIMV2MESSAGEADD", message=message), IM)

    assert (row.name, row.cause) == ("ONIMCONNECTORMESSAGEADD", 12)
    assert (row.data["CONNECTOR"], row.data["LINE"]) == ("acme_shopchat", 42)
    (item,) = row.data["MESSAGES"]
    assert item["im"] == {"chat_id": 7734, "message_id": 551020}
    assert (item["message"]["user_id"], item["message"]["text"]) == (12, "Yes")
    assert item["chat"] == {"id": "conv-1"}


def test_a_deleted_message_of_the_user_s_own_events():
    row = read_row(im_event("ONIMV2MESSAGEDELETE", messageId=551020), IM)

    assert row.name == "ONIMCONNECTORMESSAGEDELETE"
    assert row.data["MESSAGES"][0]["im"]["message_id"] == 551020


def test_what_the_portal_posts_nothing_for():
    assert read_row(im_event("ONIMV2REACTIONCHANGE"), IM) is None
    assert read_row(encode({"chat": {}}), HISTORY) is None
