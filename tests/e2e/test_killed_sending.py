"""kill -9 of the console before, during and after a call: nothing vanishes, nothing goes twice."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from app.domain.dialog import Author, Customer, Delivery, DialogState
from app.services import looking
from app.services.outbox import OutboxCounts
from tests.e2e.conftest import headless, serve
from tests.helpers.acts import answered
from tests.helpers.desk import connected, messages, open_test_desk, written

SENDS = 20
#: Messages that are written between two crashes.
BETWEEN = 5
POINTS = ["before the commit of take", "before send", "after send"]


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """A killed console has no call under way: what is not in the chat is absent at once."""
    monkeypatch.setattr(looking, "PATIENCE", timedelta(0))


async def portal_texts(portal):
    chats = (await portal.state())["chats"]
    return sorted(m["text"] for chat in chats for m in chat["messages"] if m["kind"] == "customer")


async def planned(desk, sends, first=0):
    """So many messages of five customers, on disk."""
    for number in range(first, first + sends):
        customer = Customer(f"u-{number % 5}", "Anna", f"conv-{number % 5}")
        await written(desk, customer, f"message {number:03d}")


async def first_ones(desk):
    """The connector at work, and what is sent until the first crash."""
    await connected(desk)
    await planned(desk, BETWEEN)


async def customers_rows(desk):
    rows = [m for d in desk.dialogs.all() for m in await messages(desk, d.id)]
    return [m for m in rows if m.author is Author.CUSTOMER]


def cases():
    """One crash at each point; behind the marker, many moments and many more messages."""
    for point in POINTS:
        yield pytest.param(point, SENDS, 7, id=point)
        for hit in (1, 100, 250, 499):
            name = f"{point}, number {hit}"
            yield pytest.param(point, 500, hit, id=name, marks=pytest.mark.slow)


@pytest.mark.parametrize(("point", "sends", "hit"), list(cases()))
async def test_a_console_killed_while_sending_finds_out_what_it_does_not_know(
    tmp_path, vault, until, point, sends, hit
):
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            await planned(desk, sends)

        async with headless(portal, tmp_path, vault, session.profile, point, hit) as console:
            await console.reach()
            await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.outbox.counts == OutboxCounts(), seconds=60)
            rows = await customers_rows(desk)
            there = await portal_texts(portal)

    assert {m.delivery for m in rows} == {Delivery.SENT}
    assert there == sorted(m.text for m in rows)
    assert len(set(there)) == len(there) == sends


@pytest.mark.parametrize("kills", [3, pytest.param(500, marks=pytest.mark.slow)])
async def test_a_console_killed_again_and_again_sends_each_message_once(
    tmp_path, vault, until, kills
):
    states = Counter()
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        for kill in range(kills):
            async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
                states.update(m.delivery for m in await customers_rows(desk))
                await (planned(desk, BETWEEN, kill * BETWEEN) if kill else first_ones(desk))
            point = POINTS[kill % len(POINTS)]
            async with headless(portal, tmp_path, vault, session.profile, point) as console:
                await console.reach()
                await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            # Most of what was written waits until here: a console stops at its first message.
            await until(lambda: desk.outbox.counts == OutboxCounts(), seconds=60 + 2 * kills)
            rows = await customers_rows(desk)
            there = await portal_texts(portal)

    sends = kills * BETWEEN
    lost, doubled = sends - len(set(there)), len(there) - len(set(there))
    print(f"{kills} kills, {sends} messages: {lost} lost, {doubled} doubled; {dict(states)}")
    assert (lost, doubled) == (0, 0)
    assert {m.delivery for m in rows} == {Delivery.SENT}
    assert set(states) <= {Delivery.QUEUED, Delivery.SENT, Delivery.UNKNOWN, Delivery.FAILED}


@pytest.mark.parametrize("tries", [2, pytest.param(looking.MOST_TRIES, marks=pytest.mark.slow)])
async def test_a_message_that_a_console_was_killed_over_again_and_again_still_leaves(
    tmp_path, vault, until, monkeypatch, tries
):
    monkeypatch.setattr(looking, "MOST_TRIES", tries)
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            await planned(desk, 1)
        for _ in range(tries):
            async with headless(portal, tmp_path, vault, session.profile, "before send") as console:
                await console.reach()
                await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.outbox.counts == OutboxCounts())
            (row,) = await customers_rows(desk)
            there = await portal_texts(portal)

    assert (row.delivery, there) == (Delivery.SENT, [row.text])


async def test_an_acknowledgement_cut_short_is_made_again_with_the_same_ids(tmp_path, vault, until):
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            chat = desk.dialogs.get(dialog)
        await portal.reply(chat, "Good day")

        point = "after delivery"
        async with headless(portal, tmp_path, vault, session.profile, point) as console:
            await console.reach()
            await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.outbox.counts == OutboxCounts(), seconds=30)
            (*_, row) = await messages(desk, dialog)
            there = (await portal.chat(chat))["messages"][-1]

    assert row.delivery is Delivery.DELIVERED
    assert tuple(there["external_ids"]) == row.external_ids


async def test_a_console_killed_while_the_portal_holds_the_answer_back_does_not_send_again(
    tmp_path, vault, until
):
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            await written(desk, text="in between")
        await portal.order("fault", kind="timeout", method="imconnector.send.messages", count=1)

        async with headless(portal, tmp_path, vault, session.profile, "never") as console:
            async with asyncio.timeout(60):
                while await portal_texts(portal) != ["in between"]:
                    pass  # asking takes its time
            await console.kill()

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await until(lambda: desk.outbox.counts == OutboxCounts(), seconds=30)
            (row,) = await customers_rows(desk)
            there = await portal_texts(portal)

    assert row.delivery is Delivery.SENT
    assert there == ["in between"]


async def test_a_reply_that_waited_when_its_console_was_killed_waits_again_and_leaves_once(
    tmp_path, vault, until
):
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            await answered(desk, dialog)
            chat = desk.dialogs.get(dialog)
            await desk.outbox.reply(dialog, "Good day", pause=1.0)
        for point in ("never", "before the commit of take"):
            async with headless(portal, tmp_path, vault, session.profile, point) as console:
                if point != "never":
                    await console.reach()
                await console.kill()
            before = [m["text"] for m in (await portal.chat(chat))["messages"]]
            assert "Good day" not in before

        async with open_test_desk(portal, tmp_path, session=session) as desk:
            left = desk.outbox.pauses.waiting(dialog)
            await until(lambda: desk.outbox.counts == OutboxCounts(), seconds=30)
            there = [m["text"] for m in (await portal.chat(chat))["messages"]]

    assert len(left) == 1
    assert there.count("Good day") == 1
