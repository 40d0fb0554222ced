"""Whatever goes wrong between the portal and us, every reply arrives once and in order."""

import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Author, DialogState
from tests.helpers.desk import connected, messages, open_sandbox, open_test_desk, written

METHODS = ("event.offline.get", "event.offline.clear", "event.offline.list", "user.get")
KINDS = ("html", "cut", "empty", "internal_error")

faults = st.tuples(st.just("fault"), st.sampled_from(METHODS), st.sampled_from(KINDS))
replies = st.tuples(st.just("reply"), st.integers(1, 60), st.none())
restarts = st.tuples(st.just("restart"), st.none(), st.none())


async def wait(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.005)


async def begin(portal, folder, session):
    async with open_test_desk(portal, folder, session=session) as desk:
        await connected(desk)
        dialog = await written(desk)
        await wait(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        return desk.dialogs.get(dialog)


async def weather(storm, *, extended):
    """Play a storm; what the console shows, and how many replies there were."""
    sent = 0
    async with open_sandbox(offline_extended=extended) as portal:
        with TemporaryDirectory() as name:
            folder, session = Path(name), await portal.sign_in()
            chat = await begin(portal, folder, session)
            runs = [[]]
            for step in storm:
                runs.append([]) if step[0] == "restart" else runs[-1].append(step)
            for run in runs:
                async with open_test_desk(portal, folder, session=session):
                    for kind, first, second in run:
                        if kind == "fault":
                            await portal.order("fault", method=first, kind=second, count=1)
                        else:
                            for _ in range(first):
                                await portal.reply(chat, f"reply {sent}")
                                sent += 1
            async with open_test_desk(portal, folder, session=session) as desk:
                await wait(lambda: desk.dialogs.get(chat.id).unread >= sent)
                rows = await messages(desk, chat.id)
    return [row.text for row in rows if row.author is Author.OPERATOR], sent


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(faults, replies, restarts), max_size=10), st.booleans())
def test_every_reply_arrives_once_and_in_order_through_any_storm(storm, extended):
    shown, sent = asyncio.run(weather(storm, extended=extended))

    assert shown == [f"reply {number}" for number in range(sent)]
