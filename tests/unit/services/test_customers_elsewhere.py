"""The real connector runs somewhere else, and this console watches: both halves are here, once."""

from dataclasses import replace

import pytest

from app.bitrix.events import EventQueue
from app.domain.binding import OWN_QUEUE, RECOMMENDED, Binding
from app.domain.dialog import Author, Delivery
from app.domain.feed import FeedSource, FeedState
from app.services.sources.subscribing import LINE_MESSAGES
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    connected,
    hearing,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    written,
)

APART = {"auth_connector": True}
#: What a portal answers that knows nothing of the user's own events.
UNKNOWN = "ERROR_METHOD_NOT_FOUND"


class Server:
    """Another process of the same application, signed in by itself."""

    def __init__(self, portal, session):
        self.portal, self.session = portal, session
        self.sent = 0

    async def says(self, text, *, chat="conv-9", user="u-9", name="Ilze"):
        """A customer writes through it; answers the portal's chat."""
        self.sent += 1
        item = {
            "user": {"id": user, "name": name, "last_name": "Ozola"},
            "chat": {"id": chat},
            "message": {"id": f"m-{self.sent}", "date": 0, "text": text},
        }
        params = {"CONNECTOR": CONNECTOR, "LINE": LINE, "MESSAGES": [item]}
        answer = await self.session.caller.call("imconnector.send.messages", params)
        return int(answer["DATA"]["RESULT"][0]["session"]["CHAT_ID"])


async def server_of(portal):
    return Server(portal, await portal.sign_in())


def found(desk, chat="conv-9"):
    return next((each for each in desk.dialogs.all() if each.chat == chat), None)


async def said(desk, chat="conv-9"):
    rows = await messages(desk, found(desk, chat).id)
    return [(row.author, row.author_name, row.text) for row in rows if row.im or row.external_ids]


def known_by_its_chat(transcript, chat):
    """A dialog of which an earlier run heard."""
    dialog = transcript.begin(CONNECTOR, LINE, "conv-9", "", "conv-9")
    transcript.put(replace(dialog, portal_chat=chat))


@pytest.mark.parametrize("shape", ["server", "docs"])
async def test_both_halves_and_the_name_appear_in_order(tmp_path, until, shape):
    async with (
        open_sandbox(**APART, openline_shape=shape) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await connected(desk)
        await hearing(desk, until)
        server = await server_of(portal)
        chat = await server.says("Is the lamp in stock?")
        await until(lambda: found(desk) is not None and found(desk).waiting_since is not None)
        await portal.order("reply", chat_id=chat, text="Yes, two left")
        await until(lambda: found(desk).unread == 1)
        waiting = found(desk).waiting_since
        await server.says("I take both")
        await until(lambda: found(desk).waiting_since is not None)

        ilze, operator = (Author.CUSTOMER, "Ilze Ozola"), (Author.OPERATOR, "Ann Lee")
        assert await said(desk) == [
            (*ilze, "Is the lamp in stock?"),
            (*operator, "Yes, two left"),
            (*ilze, "I take both"),
        ]
        assert waiting is None
        assert found(desk).name == "Ilze Ozola"
        assert found(desk).unread == 1
        assert desk.feed.health.tells_customers


async def test_what_this_console_sends_as_a_customer_stands_once(tmp_path, until):
    async with open_sandbox(**APART) as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        dialog = await written(desk, text="Hello")
        await until(lambda: desk.feed.health.events >= 2)
        await polled(desk, until)

        rows = [row for row in await messages(desk, dialog) if row.author is Author.CUSTOMER]
        assert [(row.text, row.delivery) for row in rows] == [("Hello", Delivery.SENT)]
        assert not await portal.calls("im.user.list.get")


async def test_the_event_is_bound_beside_the_connector_s(tmp_path, until):
    async with open_sandbox(**APART) as portal:
        async with open_test_desk(portal, tmp_path) as desk:
            await until(lambda: desk.feed.health.tells_customers)

        rows = (await portal.state())["bindings"]
        assert [x["auth_connector"] for x in rows if x["event"] == LINE_MESSAGES] == [OWN_QUEUE]


async def test_a_portal_that_refuses_the_event_is_read_without_it(tmp_path, until):
    scope = "imconnector,im,user"
    async with (
        open_sandbox(**APART, scope=scope) as portal,
        open_test_desk(portal, tmp_path) as desk,
    ):
        await until(lambda: desk.feed.health.state is FeedState.LIVE)

        assert desk.feed.health.own_queue
        assert not desk.feed.health.tells_customers


async def test_a_read_only_profile_binds_nothing(tmp_path, until):
    async with open_sandbox(**APART) as portal:
        session = await portal.sign_in()
        session.set_read_only(True)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.feed.health.problem is not None)

            assert not await portal.calls("event.bind")
            assert not desk.feed.health.tells_customers


async def test_in_the_common_queue_what_other_applications_cause_is_told_once(tmp_path, until):
    async with open_sandbox(self_exclusion=False) as portal:
        session = await portal.sign_in()
        common = EventQueue(session.caller)
        for event in RECOMMENDED:
            await common.bind(Binding(event, offline=True))
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            server = await server_of(portal)
            chat = await server.says("Is the lamp in stock?")
            await until(lambda: found(desk) is not None and found(desk).waiting_since is not None)
            await portal.order("reply", chat_id=chat, text="Yes")
            await until(lambda: found(desk).unread == 1)

            assert [text for *_, text in await said(desk)] == ["Is the lamp in stock?", "Yes"]


@pytest.mark.parametrize("source", [FeedSource.IM_EVENTS, FeedSource.HISTORY])
async def test_other_sources_bring_the_customer_s_half_as_well(tmp_path, until, source):
    async with open_sandbox(role="user") as portal:
        if source is FeedSource.HISTORY:
            await portal.order("fault", kind=UNKNOWN, method="im.v2.event.subscribe", count=None)
        async with open_test_desk(portal, tmp_path) as desk:
            await connected(desk)
            server = await server_of(portal)
            chat = await server.says("Is the lamp in stock?")
            await desk.dialogs.write(lambda transcript: known_by_its_chat(transcript, chat))
            await until(lambda: found(desk).waiting_since is not None)
            await portal.order("reply", chat_id=chat, text="Yes", user_id=12)
            await until(lambda: found(desk).unread == 1)
            await server.says("I take it")
            await until(lambda: found(desk).waiting_since is not None)

            assert desk.feed.health.source is source
            assert await said(desk) == [
                (Author.CUSTOMER, "Ilze Ozola", "Is the lamp in stock?"),
                (Author.OPERATOR, "Ann Lee", "Yes"),
                (Author.CUSTOMER, "Ilze Ozola", "I take it"),
            ]
            assert found(desk).name == "Ilze Ozola"
