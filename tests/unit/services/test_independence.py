"""A dialog that always fails holds up no other; messages of a bundle leave in one call."""

import json

import pytest

from app.bitrix.errors import Refused, Unreachable
from app.domain.content import PLAIN
from app.domain.dialog import Customer, Delivery
from app.services.clock import utc_now
from app.services.failures import NotPossible
from app.services.lanes import BREADTH
from app.services.outbox import Outbox, OutboxCounts
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    running,
    sending,
    written,
)

SEND = "imconnector.send.messages"
DIALOGS, EACH = 100, 2
BAD = "conv-000"
FAILURES = {
    "refused": Refused("NOT_ACTIVE_LINE", method=SEND, status=400),
    "unreachable": Unreachable("refused", method=SEND),
    "unanswered": Unreachable("timeout", maybe_done=True, method=SEND),
}


class Selective:
    """The real way to the portal, except that every call about one chat fails. `taken` are the
    texts of the others in the order in which the portal took them.
    """

    def __init__(self, caller, failure):
        self._caller, self._failure = caller, failure
        self.failures = 0
        self.taken = []

    async def call(self, method, params=None):
        if self._failure is not None and BAD in str(params):
            self.failures += 1
            raise self._failure
        answer = await self._caller.call(method, params)
        if method == SEND and BAD not in str(params):
            self.taken += [item["message"]["text"] for item in params["MESSAGES"]]
        return answer

    def __getattr__(self, name):
        return getattr(self._caller, name)


async def told(portal):
    """The texts that arrived, call by call."""
    calls = [json.loads(each["params"]) for each in await portal.calls(SEND)]
    return [[item["message"]["text"] for item in call["MESSAGES"]] for call in calls]


async def arrivals(folder, until, failure):
    """The order in which the texts of the healthy dialogs arrive, and how often the other fails."""
    async with open_sandbox() as portal, open_test_desk(portal, folder, run=False) as desk:
        await connected(desk)
        caller = Selective(desk.session.caller, failure)
        me = desk.session.capabilities.user
        outbox = Outbox(caller, me, desk.journal, desk.dialogs, desk.inbox, clock=utc_now)
        for text in range(EACH):
            for number in range(DIALOGS):
                customer = Customer(f"u-{number:03d}", "Anna", f"conv-{number:03d}")
                await outbox.start_dialog(CONNECTOR, LINE, customer, f"{number:03d}/{text}")
        async with sending(outbox):
            await until(lambda: len(caller.taken) == (DIALOGS - 1) * EACH)
        return caller.taken, caller.failures


@pytest.mark.parametrize(
    "kind",
    [
        "unanswered",
        pytest.param("refused", marks=pytest.mark.slow),
        pytest.param("unreachable", marks=pytest.mark.slow),
    ],
)
async def test_one_failing_dialog_among_a_hundred_changes_nothing_for_the_others(
    tmp_path, until, kind
):
    alone, _ = await arrivals(tmp_path / "sound", until, None)
    beside, failures = await arrivals(tmp_path / "failing", until, FAILURES[kind])

    shifts = [abs(alone.index(text) - place) for place, text in enumerate(beside)]
    moved = sorted(shifts)[int(len(shifts) * 0.95)]
    print(f"{kind}: {failures} failed calls; 95 % of the others came within {moved} places")
    assert sorted(beside) == sorted(alone)
    assert moved <= 2 * BREADTH
    assert failures <= EACH
    for number in range(1, DIALOGS):
        own = [text for text in beside if text.startswith(f"{number:03d}/")]
        assert own == [f"{number:03d}/{text}" for text in range(EACH)]


def crowd(count):
    return [Customer(f"u-{number}", "Anna", f"conv-{number}") for number in range(count)]


async def dialogs_of(desk, count):
    """As many dialogs, each with one message that has left."""
    return [await written(desk, customer, "Hello") for customer in crowd(count)]


async def test_messages_of_a_bundle_leave_in_one_call_and_are_answered_one_by_one(
    live, sandbox, until
):
    dialogs = await dialogs_of(live, 3)
    await until(lambda: live.outbox.counts == OutboxCounts())
    entries = [(dialog, f"to {dialog}", PLAIN) for dialog in dialogs]
    await live.outbox.send_together([*entries, (dialogs[0], "and again", PLAIN)])
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert (await told(sandbox))[-1] == ["to 1", "to 2", "to 3", "and again"]
    for dialog in dialogs:
        sent = [each for each in await messages(live, dialog) if each.external_ids]
        assert {each.delivery for each in sent} == {Delivery.SENT}


async def test_one_refused_message_of_a_bundle_is_failed_and_the_others_are_sent(live, until):
    good, bad = await written(live, crowd(1)[0]), await written(live, Customer("", "", "conv-x"))
    await until(lambda: live.outbox.counts == OutboxCounts(failed=1))
    first, second = await live.outbox.send_together([(bad, "b", PLAIN), (good, "g", PLAIN)])
    await until(lambda: live.outbox.counts == OutboxCounts(failed=2))

    refused = (await messages(live, bad))[first.position]
    assert (refused.delivery, refused.problem.code) == (Delivery.FAILED, "MESSAGE_REFUSED")
    assert (await messages(live, good))[second.position].delivery is Delivery.SENT


async def test_a_bundle_whose_answer_was_lost_is_looked_up_message_by_message(live, sandbox, until):
    dialogs = await dialogs_of(live, 20)
    await until(lambda: live.outbox.counts == OutboxCounts())
    await sandbox.order("fault", kind="lost", method=SEND, count=1)
    await live.outbox.send_together([(dialog, "all of you", PLAIN) for dialog in dialogs])
    await until(lambda: live.outbox.counts == OutboxCounts())

    assert len(await sandbox.calls(SEND)) == len(dialogs) + 1
    for dialog in dialogs:
        there = (await sandbox.chat(live.dialogs.get(dialog)))["messages"]
        assert [each["text"] for each in there] == ["Hello", "all of you"]
        last = [each for each in await messages(live, dialog) if each.text == "all of you"]
        assert [each.delivery for each in last] == [Delivery.SENT]


async def test_a_bundle_keeps_the_order_of_its_dialogs(quiet, sandbox, until):
    first, second = await dialogs_of(quiet, 2)
    await quiet.outbox.send_together([(first, "b1", PLAIN), (second, "b2", PLAIN)])
    await quiet.outbox.send(first, "after")
    async with running(quiet):
        await until(lambda: quiet.outbox.counts == OutboxCounts())

    calls = await told(sandbox)
    assert ["b1", "b2"] in calls
    order = [text for call in calls for text in call]
    assert order.index("Hello") < order.index("b1") < order.index("after")


async def test_a_bundle_does_not_wait_for_a_message_that_a_person_has_to_decide_on(
    live, sandbox, until
):
    doubtful, sound = await dialogs_of(live, 2)
    await until(lambda: live.outbox.counts == OutboxCounts())
    for method in ("im.dialog.messages.get", "imopenlines.session.history.get"):
        await sandbox.order("fault", kind="ACCESS_DENIED", method=method, count=None)
    await sandbox.order("fault", kind="lost", method=SEND, count=1)
    await live.outbox.send(doubtful, "did it arrive?")
    await until(lambda: live.outbox.counts == OutboxCounts(unknown=1))
    held, _ = await live.outbox.send_together([(doubtful, "later", PLAIN), (sound, "now", PLAIN)])
    await until(lambda: live.outbox.counts == OutboxCounts(queued=1, unknown=1))

    assert (await told(sandbox))[-1] == ["now"]
    assert (await messages(live, doubtful))[held.position].delivery is Delivery.QUEUED


async def test_what_cannot_leave_in_one_call_is_no_bundle(quiet):
    (dialog,) = await dialogs_of(quiet, 1)
    await connected(quiet, line=57)
    elsewhere = await quiet.outbox.start_dialog(CONNECTOR, 57, crowd(2)[1], "Hello")
    wrong = {
        "BUNDLE_SIZE": [(dialog, "x", PLAIN)] * 51,
        "BUNDLE_MIXED": [(dialog, "x", PLAIN), (elsewhere.id, "y", PLAIN)],
        "EMPTY_TEXT": [(dialog, "x", PLAIN), (dialog, " ", PLAIN)],
    }
    for code, entries in wrong.items():
        with pytest.raises(NotPossible) as caught:
            await quiet.outbox.send_together(entries)
        assert caught.value.problem.code == code
    assert len(await messages(quiet, dialog)) == 1
