"""Whatever the source and whatever goes wrong: in the end the transcript says what the portal says.

Messages come, are edited and deleted; answers are lost, repeated, late and out of order; the
program is restarted; sources break and heal.
"""

import asyncio
import time
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Author, DialogState
from app.services.clock import utc_now
from app.services.sources.choosing import LEFT_ALONE
from tests.helpers.desk import connected, messages, open_sandbox, open_test_desk, written

ANN = 12
_NO_EVENTS = ("ERROR_METHOD_NOT_FOUND", "im.v2.event.subscribe")
WAYS = {
    "confirmed": ({}, ()),
    "peeked": ({"offline_extended": False}, ()),
    "own queue": ({"auth_connector": True}, ()),
    "own events": ({"role": "user"}, ()),
    "read back": ({"role": "user"}, (_NO_EVENTS,)),
    "by session": ({"role": "user", "scope": "imopenlines,imconnector,user_basic"}, ()),
}
METHODS = (
    *("event.offline.*", "im.v2.event.get", "im.dialog.messages.get", "batch", "user.get"),
    *("imopenlines.session.history.get", "imconnector.send.status.delivery"),
)
LOST = ("html", "cut", "empty", "internal_error", "lost")
UNRULY = ("event_duplicate", "event_late", "event_reorder")
TEXTS = ("one", "two", "[b]three[/b]", "[b]Ann Lee:[/b] four")

STEPS = st.one_of(
    st.tuples(st.just("reply"), st.sampled_from(TEXTS), st.integers(1, 5)),
    st.tuples(st.just("edit"), st.sampled_from(TEXTS), st.integers(0, 20)),
    st.tuples(st.just("delete"), st.none(), st.integers(0, 20)),
    st.tuples(st.just("fault"), st.sampled_from(METHODS), st.sampled_from(LOST)),
    st.tuples(st.just("unruly"), st.just("ONIMCONNECTORMESSAGEADD"), st.sampled_from(UNRULY)),
    st.tuples(st.just("restart"), st.none(), st.none()),
    st.tuples(st.just("wait"), st.none(), st.integers(1, 8)),
)
TURNS = st.tuples(st.sampled_from(("break", "heal")), st.none(), st.none())


class Storm:
    """One portal, one journal, and what happens to them."""

    def __init__(self, portal, folder, session):
        self.portal, self.folder, self.session = portal, folder, session
        self.ahead = timedelta()
        self.desk = None
        self.chat = None
        self._stack = AsyncExitStack()

    def clock(self):
        return utc_now() + self.ahead

    async def begin(self):
        await self.start()
        await connected(self.desk)
        dialog = await written(self.desk)
        await until(lambda: self.desk.dialogs.get(dialog).state is DialogState.OPEN)
        self.chat = self.desk.dialogs.get(dialog)

    async def start(self):
        opening = open_test_desk(self.portal, self.folder, session=self.session, clock=self.clock)
        self.desk = await self._stack.enter_async_context(opening)

    async def stop(self):
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def play(self, step):
        kind, what, how = step
        await getattr(self, f"_{kind}")(what, how)

    async def _reply(self, text, count):
        for _ in range(count):
            await self.portal.reply(self.chat, text, user_id=ANN)

    async def _edit(self, text, place):
        message = await self._known(place)
        if message is not None:
            await self.portal.order("edit", message_id=message["id"], text=text)

    async def _delete(self, _, place):
        message = await self._known(place)
        if message is not None:
            await self.portal.order("delete", message_id=message["id"])

    async def _known(self, place):
        """A message that was acknowledged: the queue tells nothing of what happens to others."""
        rows = [row for row in await self.operators() if row["delivered"] and not row["deleted"]]
        return rows[place % len(rows)] if rows else None

    async def _fault(self, method, kind):
        await self.portal.order("fault", method=method, kind=kind, count=1)

    async def _unruly(self, event, kind):
        await self.portal.order("fault", method=event, kind=kind, count=1, seconds=0.02)

    async def _restart(self, _, __):
        await self.stop()
        await self.start()

    async def _wait(self, _, turns):
        await asyncio.sleep(turns / 100)

    async def _break(self, _, __):
        await self.portal.order("fault", method="event.*", kind="ACCESS_DENIED", count=None)

    async def _heal(self, _, __):
        await self.portal.order("clear-faults")
        self.ahead += LEFT_ALONE

    async def operators(self):
        rows = (await self.portal.chat(self.chat))["messages"]
        return [row for row in rows if row["kind"] == "operator"]

    async def settled(self):
        """What both sides say in the end, as soon as they say the same."""
        end = time.monotonic() + 20
        while True:
            there, here = await self._there(), await self._here()
            if there == here or time.monotonic() > end:
                return there, here
            await self.portal.order("clock", advance=0.05)
            await asyncio.sleep(0.02)

    async def _there(self):
        return [(r["id"], r["text"]) for r in await self.operators() if not r["deleted"]]

    async def _here(self):
        rows = await messages(self.desk, self.chat.id)
        mine = [row for row in rows if row.author is Author.OPERATOR and not row.deleted_at]
        return sorted((row.im, row.text) for row in mine)


async def until(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.005)


async def weather(steps, way):
    options, faults = WAYS[way]
    async with open_sandbox(**options) as portal:
        for kind, method in faults:
            await portal.order("fault", kind=kind, method=method, count=None)
        with TemporaryDirectory() as name:
            storm = Storm(portal, Path(name), await portal.sign_in())
            try:
                await storm.begin()
                for step in steps:
                    await storm.play(step)
                return await storm.settled()
            finally:
                await storm.stop()


@pytest.mark.parametrize("way", list(WAYS))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, max_size=10))
def test_in_the_end_each_message_stands_once_with_its_last_words(way, steps):
    there, here = asyncio.run(weather(steps, way))

    assert here == there


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.one_of(STEPS, TURNS), max_size=12))
def test_sources_that_take_turns_tell_one_story(steps):
    there, here = asyncio.run(weather([*steps, ("heal", None, None)], "confirmed"))

    assert here == there
