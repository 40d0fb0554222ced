"""Sixty answers that say no, as portals give them and as nobody should: each is a failure."""

import json
from contextlib import asynccontextmanager

import httpx
import pytest

from app.bitrix.connection import open_http
from app.bitrix.messages import read_sent
from app.domain.dialog import Delivery, DialogState
from app.domain.receipts import Receipts
from app.sandbox.http.server import Options, create
from app.services.outbox import OutboxCounts
from tests.helpers.desk import ORIGIN, Portal, connected, messages, open_test_desk, written

SEND, UPDATE, DELETE = (f"imconnector.{act}.messages" for act in ("send", "update", "delete"))
DELIVERY, READING = (f"imconnector.send.status.{act}" for act in ("delivery", "reading"))
ADD = "im.message.add"
TIME = {"start": 1.0, "finish": 1.1, "duration": 0.1}
WORDS = "Not all the required data was provided"
ITEM = {"user": "914", "message": {"id": "m-1"}, "chat": {"id": "conv-1"}}


def items(*rows, success=True):
    return {"result": {"SUCCESS": success, "DATA": {"RESULT": list(rows)}}, "time": TIME}


def no(code, text=""):
    return {"error": code, "error_description": text}


#: Inside HTTP 200: one message was refused.
OF_ITEMS = {
    "with a text": items({"SUCCESS": False, "ERRORS": [WORDS]}),
    "with several texts": items({"SUCCESS": False, "ERRORS": [WORDS, "Der Benutzer fehlt"]}),
    "with one text, no list": items({"SUCCESS": False, "ERRORS": WORDS}),
    "with texts in a map": items({"SUCCESS": False, "ERRORS": {"0": WORDS}}),
    "without texts": items({"SUCCESS": False, "ERRORS": []}),
    "without errors": items({"SUCCESS": False}),
    "with its blocks": items({**ITEM, "SUCCESS": False, "ERRORS": [WORDS]}),
    "as text": items({"SUCCESS": "false", "ERRORS": [WORDS]}),
    "as N": items({"SUCCESS": "N", "ERRORS": [WORDS]}),
    "as zero": items({"SUCCESS": 0, "ERRORS": [WORDS]}),
    "as null": items({"SUCCESS": None, "ERRORS": [WORDS]}),
    "unsaid": items({"ERRORS": [WORDS]}),
    "in a map": {"result": {"SUCCESS": True, "DATA": {"RESULT": {"0": {"SUCCESS": False}}}}},
    "under a success of all": items({"SUCCESS": False, "ERRORS": [WORDS]}, success=True),
    "under a failure of all": items({"SUCCESS": False, "ERRORS": [WORDS]}, success=False),
    "with markup in its text": items({"SUCCESS": False, "ERRORS": ["<b>[b]no[/b]</b>"]}),
    "with a session all the same": items(
        {"SUCCESS": False, "ERRORS": [WORDS], "session": {"ID": "2051", "CHAT_ID": "7734"}}
    ),
}
#: The whole call was refused, with HTTP 200 or another status.
OF_CALLS = {
    "false": (200, {"result": False, "time": TIME}),
    "SUCCESS false": (200, {"result": {"SUCCESS": False, "DATA": []}}),
    "SUCCESS false with texts": (200, {"result": {"SUCCESS": False, "ERRORS": [WORDS]}}),
    "SUCCESS N": (200, {"result": {"SUCCESS": "N"}}),
    "an error inside the result": (
        200,
        {"result": {"result": False, "error": "NAME_REQUIRED", "error_description": "x"}},
    ),
    "an error beside false": (200, {"result": False, **no("NOT_ACTIVE_LINE", "inactive")}),
    "an error with status 200": (200, no("ERROR_ARGUMENT", "Argument 'LINE' is null or empty")),
    "an empty error": (200, no("", "Another operator was faster")),
    "an inactive line": (400, no("NOT_ACTIVE_LINE", "The line with this ID is inactive")),
    "no provider": (400, no("IMCONNECTOR_NO_CORRECT_PROVIDER", "no provider")),
    "a wrong kind of sign-in": (403, no("WRONG_AUTH_TYPE", "Application context required")),
    "no right": (403, no("ACCESS_DENIED", "Access denied!")),
    "a missing method": (404, no("ERROR_METHOD_NOT_FOUND", "Method not found!")),
    "a missing scope": (403, no("insufficient_scope", "The request requires higher privileges")),
    "a strange code": (418, no("TEAPOT", "short and stout")),
}
#: Nobody knows what was done: the message must not count as sent.
UNCLEAR = {
    "null": (200, {"result": None, "time": TIME}),
    "an error without a word": (200, no("", "")),
    "an error that is no text": (200, {"error": {"a": 1}}),
    "an item that says neither yes nor no": (200, items(ITEM)),
    "true instead of items": (200, {"result": True, "time": TIME}),
    "no items": (200, {"result": {"SUCCESS": True, "DATA": {"RESULT": []}}}),
    "no data": (200, {"result": {"SUCCESS": True, "DATA": []}}),
    "one item too many": (200, items({**ITEM, "SUCCESS": True}, {**ITEM, "SUCCESS": True})),
    "an item that is no object": (200, items("ok")),
    "no result": (200, {"time": TIME}),
    "a list": (200, []),
    "a page": (200, "<html>maintenance</html>"),
    "nothing": (200, ""),
    "a failing portal": (500, no("INTERNAL_SERVER_ERROR", "Internal server error")),
    "a failing gateway": (502, "<html>Bad Gateway</html>"),
}
#: Of the other methods of the outbox.
OF_OTHERS = [
    *((UPDATE, 200, OF_ITEMS["with a text"]), (DELETE, 200, OF_ITEMS["with a text"])),
    *((UPDATE, 200, OF_ITEMS["unsaid"]), (DELETE, 200, {"result": False})),
    *((UPDATE, 400, no("NOT_ACTIVE_LINE")), (DELETE, 200, {"result": {"SUCCESS": False}})),
    *((DELIVERY, 200, {"result": False}), (DELIVERY, 200, {"result": {"SUCCESS": False}})),
    *((DELIVERY, 400, no("ERROR_ARGUMENT")), (READING, 200, {"result": {"SUCCESS": "N"}})),
    *((READING, 400, no("ERROR_ARGUMENT")), (ADD, 200, {"result": False})),
    *((ADD, 403, no("ACCESS_ERROR")), (ADD, 200, {"result": {"error": "X", "result": False}})),
    (ADD, 400, no("", "")),
]


class Answering(httpx.AsyncBaseTransport):
    """The sandbox, except that one method gets a ready answer and is not executed."""

    def __init__(self, app):
        self._real = httpx.ASGITransport(app=app)
        self.method, self.status, self.body = "", 200, b""

    def say(self, method, status, body):
        self.method, self.status = method, status
        self.body = (body if isinstance(body, str) else json.dumps(body)).encode()

    async def handle_async_request(self, request):
        if self.method and self.method in request.url.path:
            return httpx.Response(self.status, content=self.body)
        return await self._real.handle_async_request(request)


@asynccontextmanager
async def answering(folder):
    sandbox = create(Options(auto_consent=True, rate_limit=False))
    transport = Answering(sandbox.app)
    async with open_http(transport=transport) as http:
        portal = Portal(http, sandbox.describe(ORIGIN))
        async with open_test_desk(portal, folder) as desk:
            await connected(desk)
            yield transport, portal, desk


@pytest.fixture
async def scene(tmp_path):
    async with answering(tmp_path) as opened:
        yield opened


def test_the_corpus_holds_at_least_sixty_answers():
    assert len(OF_ITEMS) + len(OF_CALLS) + len(UNCLEAR) + len(OF_OTHERS) >= 60


@pytest.mark.parametrize("name", OF_ITEMS)
async def test_a_refused_item_is_a_failure_with_the_portals_words(scene, until, name):
    transport, _, desk = scene
    transport.say(SEND, 200, OF_ITEMS[name])
    dialog = await written(desk)
    await until(lambda: desk.outbox.counts == OutboxCounts(failed=1))

    (message,) = await messages(desk, dialog)
    assert (message.delivery, message.problem.code) == (Delivery.FAILED, "MESSAGE_REFUSED")
    if WORDS in json.dumps(OF_ITEMS[name]):
        assert WORDS in message.problem.text


@pytest.mark.parametrize("name", OF_CALLS)
async def test_a_refused_call_is_a_failure(scene, until, name):
    transport, _, desk = scene
    transport.say(SEND, *OF_CALLS[name])
    dialog = await written(desk)
    await until(lambda: desk.outbox.counts == OutboxCounts(failed=1))

    (message,) = await messages(desk, dialog)
    assert message.delivery is Delivery.FAILED
    assert message.problem is not None
    assert [record for record in desk.traffic.records if record.method == SEND and record.failed]


@pytest.mark.parametrize("name", UNCLEAR)
async def test_an_answer_that_says_nothing_leaves_a_message_that_is_looked_for(scene, until, name):
    transport, _, desk = scene
    transport.say(SEND, *UNCLEAR[name])
    dialog = await written(desk)
    await until(lambda: desk.outbox.counts.unknown + desk.outbox.counts.failed == 1)

    (message,) = await messages(desk, dialog)
    assert message.delivery is Delivery.UNKNOWN
    assert message.problem is not None


@pytest.mark.parametrize("number", range(len(OF_OTHERS)))
async def test_edits_deletions_receipts_and_replies_that_are_refused_are_failures(
    scene, until, number
):
    transport, portal, desk = scene
    method, *answer = OF_OTHERS[number]
    await desk.outbox.set_receipts(Receipts(read=True))
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    transport.say(method, *answer)
    act = {
        UPDATE: lambda: desk.outbox.edit(dialog, 0, "another text"),
        DELETE: lambda: desk.outbox.delete(dialog, 0),
        ADD: lambda: desk.outbox.reply(dialog, "Good day"),
    }.get(method, lambda: portal.reply(desk.dialogs.get(dialog), "Good day"))
    await act()
    await until(lambda: desk.outbox.counts.failed == 1)

    shown = [each for each in await messages(desk, dialog) if each.problem is not None]
    assert len(shown) == 1
    assert any(record.method == method and record.failed for record in desk.traffic.records)


def test_a_chat_or_a_session_that_cannot_be_is_not_believed():
    answer = read_sent({"SUCCESS": True, "session": {"ID": -5, "CHAT_ID": "-1"}})

    assert (answer.ok, answer.session, answer.portal_chat) == (True, None, None)
