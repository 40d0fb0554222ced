"""Every third answer is lost: each message is in the portal once and here once."""

from collections import Counter

import pytest

from app.domain.dialog import Author, Customer, Delivery
from app.services import lanes
from app.services.outbox import OutboxCounts
from tests.helpers.acts import answered
from tests.helpers.desk import CONNECTOR, LINE, messages, running

SEND, REPLY = "imconnector.send.messages", "im.message.add"
CUSTOMERS, LOST = 50, 0.3
SENDS = [100, pytest.param(1000, marks=pytest.mark.slow)]


@pytest.fixture(autouse=True)
def short_rests(monkeypatch):
    monkeypatch.setattr(lanes, "FIRST_DELAY", 0.01)


async def rows(desk, author):
    found = [m for d in desk.dialogs.all() for m in await messages(desk, d.id)]
    return [each for each in found if each.author is author]


async def there(sandbox, kind):
    chats = (await sandbox.state())["chats"]
    found = [m for chat in chats for m in chat["messages"] if m["kind"] == kind]
    return [each["text"] for each in found]


async def lose(sandbox, method):
    order = {"kind": "lost", "method": method, "count": None, "probability": LOST, "seed": 7}
    await sandbox.order("fault", **order)


async def hits(sandbox):
    """How many answers were lost."""
    return sum(each["hits"] for each in (await sandbox.order("faults"))["faults"])


async def customers(desk, sends):
    for number in range(sends):
        who = Customer(f"u-{number % CUSTOMERS}", "Anna", f"conv-{number % CUSTOMERS}")
        await desk.outbox.start_dialog(CONNECTOR, LINE, who, f"message {number:04d}")


@pytest.mark.parametrize("sends", SENDS)
async def test_lost_answers_leave_one_message_at_the_portal_and_one_bubble_here(
    quiet, sandbox, until, sends
):
    await lose(sandbox, SEND)
    await customers(quiet, sends)
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts(), seconds=300)

    bubbles = await rows(quiet, Author.CUSTOMER)
    arrived = await there(sandbox, "customer")
    print(
        f"{sends} sends, {await hits(sandbox)} answers lost: "
        f"{len(arrived)} messages in the sandbox, {len(bubbles)} bubbles"
    )
    assert sorted(arrived) == sorted(each.text for each in bubbles)
    assert len(set(arrived)) == len(arrived) == sends
    assert Counter(each.delivery for each in bubbles) == {Delivery.SENT: sends}
    assert await hits(sandbox) > sends * LOST / 2


@pytest.mark.parametrize("sends", [40, pytest.param(400, marks=pytest.mark.slow)])
async def test_lost_answers_leave_one_reply_at_the_portal_and_one_bubble_here(
    quiet, sandbox, until, sends
):
    await customers(quiet, CUSTOMERS // 5)
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts())
        dialogs = quiet.dialogs.all()
        for dialog in dialogs:
            await answered(quiet, dialog.id)
        await lose(sandbox, REPLY)
        for number in range(sends):  # few different words: they must not be mistaken
            await quiet.outbox.reply(dialogs[number % len(dialogs)].id, f"Yes {number % 3}")
        await until(lambda: quiet.outbox.counts == OutboxCounts(), seconds=300)

    bubbles = await rows(quiet, Author.OPERATOR)
    arrived = await there(sandbox, "operator")
    print(f"{sends} replies, {await hits(sandbox)} answers lost: {len(arrived)}, {len(bubbles)}")
    assert sorted(arrived) == sorted(each.text for each in bubbles)
    assert len(arrived) == len({each.im for each in bubbles}) == sends
    assert {each.delivery for each in bubbles} == {Delivery.DELIVERED}
