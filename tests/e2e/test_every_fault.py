"""Many busy dialogs while everything goes wrong that the sandbox knows to do: nothing is lost,
nothing doubled, and the console brings no refusal upon itself.

Left out are `event_lost` and `event_spoilt`: a portal that drops an event, or what it holds, leaves
nothing to be found in its queue.
"""

import asyncio
from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from app.bitrix.connection import open_http
from app.bitrix.pacing import Pacer
from app.domain.dialog import Author, Customer, Delivery
from app.sandbox.faults import AROUND, INSTEAD, OF_EVENTS, REFUSALS
from app.services import looking
from tests.e2e.conftest import sandbox_process
from tests.helpers.acts import answered
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    Portal,
    connected,
    messages,
    open_test_desk,
)

OF_CALLS = (*REFUSALS, *INSTEAD, *AROUND)
EVENTS = tuple(kind for kind in OF_EVENTS if kind not in ("event_lost", "event_spoilt"))
#: A chat is asked once whether its members may read it; nobody sees whether they do.
HARMLESS = {"ACCESS_ERROR"}
#: Another operator: what nobody else wrote cannot be mistaken for an own reply.
COLLEAGUE = 12
KINDS = OF_CALLS + EVENTS
#: Silence lasts until a caller gives up; after the others a portal must be left alone for minutes.
SLOW = ("timeout", "operation_time", "overload")
QUICK = tuple(kind for kind in KINDS if kind not in SLOW)
METHODS = (
    "imconnector.send.messages",
    "imconnector.send.status.delivery",
    "event.offline.get",
    "event.offline.clear",
    "im.message.add",
    "im.dialog.messages.get",
    "imopenlines.session.history.get",
    "*",
)


class Town:
    """Customers and operators who go on whatever happens."""

    def __init__(self, desk, portal, dialogs, seed):
        self.desk, self.portal, self.wanted = desk, portal, dialogs
        self.draw = Random(seed)
        self.dialogs, self.taken = [], set()
        self.said = 0

    async def turn(self):
        """Somebody says something."""
        self.said += 1
        if len(self.dialogs) < self.wanted:
            who = len(self.dialogs)
            customer = Customer(f"u-{who}", "Anna", f"chat-{who}", "Kovaleva")
            begun = await self.desk.outbox.start_dialog(CONNECTOR, LINE, customer, f"{self.said}.")
            self.dialogs.append(begun.id)
            return
        dialog = self.desk.dialogs.get(self.draw.choice(self.dialogs))
        text = f"{self.said}."
        match self.draw.randrange(3):
            case 1 if dialog.id in self.taken:
                await self.desk.outbox.reply(dialog.id, text)
            case 2 if dialog.portal_chat is not None:
                await self.portal.reply(dialog, text, user_id=COLLEAGUE)
            case _:
                await self.desk.outbox.send(dialog.id, text)

    async def take(self):
        """The signed-in operator answers in every other dialog."""
        for wanted in self.dialogs[::2]:
            await answered(self.desk, wanted)
            self.taken.add(wanted)

    def look(self):
        """A person sees that the vendor has blocked the portal, and tries again."""
        if self.desk.session.overload is not None:
            self.desk.session.try_again()

    async def mishap(self, kind):
        """The next calls or events go wrong in this way."""
        fields = {"seconds": 1, "status": self.draw.choice((200, 502))}
        if kind in OF_CALLS:
            fields["method"] = self.draw.choice(METHODS)
        await self.portal.order("fault", kind=kind, count=1, **fields)


async def settled(desk, town, until, seconds):
    """Everything that can be sent is sent, and the queue is read."""
    counts = lambda: desk.outbox.counts  # noqa: E731

    def quiet():
        town.look()
        return not counts().queued and not counts().unknown

    await until(quiet, seconds=seconds)


async def written_down(desk, dialog):
    """What the console shows as said, without what it calls refused."""
    rows = await messages(desk, dialog)
    said = [each for each in rows if each.author in (Author.CUSTOMER, Author.OPERATOR)]
    assert not [each for each in said if each.delivery is Delivery.UNKNOWN]
    return sorted(each.text for each in said if each.delivery is not Delivery.FAILED)


async def begun(desk, town, until):
    """Every dialog has begun at the portal, and some are taken."""
    while len(town.dialogs) < town.wanted:
        await town.turn()
    chats = lambda: (desk.dialogs.get(each).portal_chat for each in town.dialogs)  # noqa: E731
    await until(lambda: all(chats()), seconds=60)
    await town.take()


async def there(portal, state):
    """What was said in each chat, as the portal has it."""
    said = lambda chat: [m for m in chat["messages"] if m["kind"] in ("customer", "operator")]  # noqa: E731
    return {chat["chat"]: sorted(m["text"] for m in said(chat)) for chat in state["chats"]}


async def play(tmp_path, until, *, dialogs, kinds, turns, pause, patience, pacer=None, flags=()):
    """Answers what stands here and there, what the portal refused, and which of it was ordered."""
    async with sandbox_process(*flags) as about, open_http() as http:
        portal = Portal(http, about)
        session = await portal.sign_in(pacer=pacer)
        opening = open_test_desk(portal, tmp_path, session=session, interval=(0.5, 2.0))
        async with opening as desk:
            await connected(desk)
            town = Town(desk, portal, dialogs, seed=7)
            await begun(desk, town, until)
            for kind in town.draw.sample(kinds, len(kinds)):
                await town.mishap(kind)
                for _ in range(turns):
                    await town.turn()
                    await asyncio.sleep(pause)
                    town.look()
            await portal.order("clear-faults")
            await settled(desk, town, until, patience)
            state = await portal.state()
            here = {
                desk.dialogs.get(each).chat: await written_down(desk, each) for each in town.dialogs
            }
            ordered = Counter(REFUSALS.get(kind) for kind in kinds)
            calls = Counter(row["method"] for row in await portal.calls())
    print(f"{town.said} messages, {len(kinds)} faults, {calls.total()} calls", state["refusals"])
    unasked = {code: n for code, n in state["refusals"].items() if n > ordered[code]}
    return here, await there(portal, state), unasked


async def test_dialogs_come_out_of_every_fault_as_the_portal_has_them(tmp_path, until, monkeypatch):
    monkeypatch.setattr(looking, "PATIENCE", timedelta(seconds=2))
    here, known, unasked = await play(
        tmp_path, until, dialogs=10, kinds=QUICK, turns=3, pause=0.2, patience=150
    )

    assert here == {chat: known[chat] for chat in here}
    assert unasked.keys() <= HARMLESS


@pytest.mark.slow
async def test_fifty_dialogs_come_out_of_ten_minutes_of_faults_as_the_portal_has_them(
    tmp_path, until
):
    flags = ("--preset", "professional", "--rate-limit")
    how = {"turns": 2, "pause": 1.0, "patience": 1500, "flags": flags, "pacer": Pacer()}
    here, known, unasked = await play(tmp_path, until, dialogs=50, kinds=KINDS * 20, **how)

    assert here == {chat: known[chat] for chat in here}
    assert unasked.keys() <= HARMLESS
