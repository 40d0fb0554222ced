"""Every event of channels and lines, online and offline at once: one payload in two encodings."""

import pytest

from .colleagues import carried, competitor, listen
from .kit import SEVEN, incoming

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN
LINE_ADD, LINE_UPDATE, LINE_DELETE = (
    f"OnOpenLineMessage{verb}" for verb in ("Add", "Update", "Delete")
)
ALL = [*SEVEN, LINE_ADD, LINE_UPDATE, LINE_DELETE, "OnSessionStart", "OnSessionFinish"]


def as_form(value):
    """What is left of a value in a form: texts, and maps of them without the empty ones."""
    if isinstance(value, (dict, list)):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        return {str(key): as_form(item) for key, item in pairs if item not in ([], {}, None)}
    return str(int(value)) if isinstance(value, bool) else str(value)


async def written(shop, chat):
    await shop.control("reply", chat_id=chat, text="Да, две <b> & [i]", files=[{"name": "a b.png"}])


async def edited(shop, chat):
    message = await shop.replied(chat)
    await shop.acknowledge(message, "x-1", "x-2")
    await shop.control("edit", message_id=message["im"]["message_id"], text="Three")


async def deleted(shop, chat):
    message = await shop.replied(chat)
    await shop.acknowledge(message, "x-1")
    await shop.control("delete", message_id=message["im"]["message_id"])


async def customer_edited(shop, chat):
    await shop.send([incoming("Better")], "update.messages")


async def customer_deleted(shop, chat):
    await shop.send([incoming()], "delete.messages")


async def begun(shop, chat):
    await shop.write(chat="conv-new", message="m-new")


async def closed(shop, chat):
    await shop.control("close", chat_id=chat)


async def disconnected(shop, chat):
    await shop.control("disconnect", connector="acme_shopchat", line=shop.lines[0])


async def line_deleted(shop, chat):
    await shop.control("delete-line", line=shop.lines[1])


HAPPENINGS = [
    (ADD, written),
    (UPDATE, edited),
    (DELETE, deleted),
    (START, begun),
    (FINISH, closed),
    (STATUS, disconnected),
    (LINE, line_deleted),
    (LINE_ADD, written),
    (LINE_ADD, begun),
    (LINE_UPDATE, edited),
    (LINE_UPDATE, customer_edited),
    (LINE_DELETE, deleted),
    (LINE_DELETE, customer_deleted),
    ("OnSessionStart", begun),
    ("OnSessionFinish", closed),
]


@pytest.mark.parametrize(
    ("event", "happening"),
    [
        pytest.param(
            event, act, marks=pytest.mark.pins(event.upper()), id=f"{event} {act.__name__}"
        )
        for event, act in HAPPENINGS
    ],
)
async def test_the_post_says_what_the_row_says(open_shop, handler, event, happening):
    if event not in SEVEN:
        await open_shop.bind(event)
    chat = await open_shop.open_dialog()
    await listen(open_shop, handler.address, event)

    await happening(open_shop, chat)
    await carried(open_shop)

    rows = [row for row in await open_shop.queue() if row["EVENT_NAME"] == event.upper()]
    posts = [post.form["data"] for post in handler.of(event)]
    assert len(posts) == 1
    assert posts == [as_form(row["EVENT_DATA"]) for row in rows]


@pytest.mark.pins("events", "event.bind")
async def test_every_event_of_channels_and_lines_can_be_bound_both_ways(portal, handler):
    offered = {name.upper() for name in await portal.ok("events")}
    for event in ALL:
        await portal.bind(event)
        await listen(portal, handler.address, event)

    assert {event.upper() for event in ALL} <= offered
    rows = await portal.ok("event.get")
    assert len(rows) == 2 * len(ALL)
    assert {row["event"] for row in rows} == {event.upper() for event in ALL}


@pytest.mark.pins("event.unbind", "event.get")
async def test_two_applications_unbind_only_their_own(portal, handler):
    other = await competitor(portal)
    for one in (portal, other):
        await listen(one, handler.address, ADD)

    await portal.ok("event.unbind", {"event": ADD, "handler": handler.address})

    assert await portal.ok("event.get") == []
    assert len(await other.ok("event.get")) == 1
