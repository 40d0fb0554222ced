"""kill -9 of the console between reading and clearing the queue: none lost, none doubled.

The points stand for every place where a crash could come between the portal's queue, our disk and
the transcript. The killed console is another process; what it left behind is taken over by a new
desk on the same folder.
"""

import pytest

from app.domain.dialog import Author, DialogState
from tests.e2e.conftest import headless, serve
from tests.helpers.desk import connected, messages, open_test_desk, polled, written

PEEKING = ("--no-offline-extended",)
BOTH = [
    *("before list", "after list", "before get", "after get"),
    *("before save", "before the commit of save", "after save"),
    *("before apply", "before the commit of apply", "after apply"),
]
CONFIRMED = [*BOTH, "before clear", "after clear"]
PEEKED = [*BOTH, "before delivery", "after delivery"]
#: Points that are passed only once before the first row is read.
ONCE = {((), "before list"), ((), "after list")}
USUAL = {
    ((), "after get"),
    ((), "after save"),
    ((), "before the commit of apply"),
    ((), "before clear"),
    (PEEKING, "after save"),
    (PEEKING, "before get"),
}


def cases():
    """The usual points with 200 events; behind the marker, all twelve of each way with 1,000."""
    every = [((), point) for point in CONFIRMED] + [(PEEKING, point) for point in PEEKED]
    for flags, point in every:
        name = f"{'peeked' if flags else 'confirmed'}, {point}"
        if (flags, point) in USUAL:
            yield pytest.param(flags, point, 200, id=name)
        yield pytest.param(flags, point, 1000, id=f"{name}, long", marks=pytest.mark.slow)


@pytest.mark.parametrize(("flags", "point", "events"), list(cases()))
async def test_a_console_killed_while_reading_loses_and_doubles_nothing(
    tmp_path, vault, until, capsys, flags, point, events
):
    async with serve(*flags) as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            await until(lambda: desk.feed.health.last_poll is not None)
            chat = desk.dialogs.get(dialog)
        for number in range(events):
            await portal.reply(chat, f"reply {number}")

        hit = 1 if (flags, point) in ONCE else 2
        async with headless(portal, tmp_path, vault, session.profile, point, hit=hit) as console:
            await console.reach()
            await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.dialogs.get(dialog).unread == events, seconds=60)
            await polled(desk, until)
            await until(lambda: desk.outbox.counts.queued == 0, seconds=60)
            rows = [m for m in await messages(desk, dialog) if m.author is Author.OPERATOR]
            state = await portal.state()

    texts = [row.text for row in rows]
    lost, doubled = events - len(set(texts)), len(texts) - len(set(texts))
    with capsys.disabled():
        way = "peeked" if flags else "confirmed"
        print(f"\n{way}, killed {point}: {events} events, {lost} lost, {doubled} doubled ", end="")
    assert [row.text for row in rows] == [f"reply {number}" for number in range(events)]
    assert state["queue"] == []
    there = [m for m in state["chats"][0]["messages"] if m["kind"] == "operator"]
    assert [tuple(m["external_ids"]) for m in there] == [row.external_ids for row in rows]
