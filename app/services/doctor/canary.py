"""The live canary: an event that the portal tells of because we ask, seen in our own queue.

`event.test` raises ONAPPTEST for this application. An application's own doing does not come back to
it, unless the call carries another `auth_connector` than the queue has; so the plan must have that
feature. It proves that the portal writes events for this application, that this sign-in can read
them, and that nobody else takes them out within the watch. It does not prove that the connector's
own events come here: for that a message has to go round. The portal is left as it was.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from sqlite3 import Connection

from app.bitrix.app import is_on
from app.bitrix.events import Batch, QueueRow, read_bindings, read_rows
from app.bitrix.wire import Params, each_map, encode, field
from app.domain.binding import Binding
from app.services.doctor.bench import Bench
from app.services.doctor.case import CaseFile, sure
from app.services.doctor.ruling import Heard

TEST_EVENT = "ONAPPTEST"
#: Carried by the call that causes the event, so that it is not taken for our own doing.
APART = "openline_doctor"
#: How often it is looked for until it comes, and whether it stays; seconds between two looks.
ARRIVES, STAYS, SECONDS = 8, 4, 1.0
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Flight:
    """What became of the event. `possible` is false where the plan lacks the feature; `taken`: it
    was in the queue, and then somebody else had it.
    """

    possible: bool
    seen: bool = False
    taken: bool = False
    heard: tuple[Heard, ...] = ()


async def fly(bench: Bench) -> Flight:
    """Let it fly, once for an examination.

    Raises:
        Unjudged: the portal refused one of the calls.
    """
    if bench.flight is None:
        feature = await bench.case.know("auth_connector")
        if not is_on(feature.value):
            bench.flight = Flight(possible=False, heard=(feature,))
        else:
            async with bench.feed.quiet():
                bench.flight = await _fly(bench)
    return bench.flight


async def _fly(bench: Bench) -> Flight:
    case, token = bench.case, secrets.token_hex(8)
    bound = await case.know("bindings")
    test = Binding(TEST_EVENT, offline=True, auth_connector=bench.session.queue)
    ours = test not in read_bindings(bound.value)
    place: Params = {"event": TEST_EVENT, "event_type": "offline", **case.queue}
    heard: list[Heard] = []
    try:
        if ours:
            heard.append(sure(await case.ask("event.bind", place)))
        call = {"canary": token, "auth_connector": APART}
        heard.append(sure(await case.ask("event.test", call)))
        return await _watch(bench, token, heard)
    finally:
        await take_out(bench, {"=EVENT_NAME": TEST_EVENT}, lambda row: row.name == TEST_EVENT)
        if ours:
            await _surely(case, "event.unbind", place)


async def take_out(
    bench: Bench, wanted: Params, ours: Callable[[QueueRow], bool], *, limit: int = 50
) -> None:
    """Remove rows of our own making. Whatever a portal takes out beside them is kept and applied as
    if it had been read: nobody will see it again.
    """
    gone: Params = {"clear": 1, "limit": limit, "filter": wanted, **bench.case.queue}
    heard = await _surely(bench.case, "event.offline.get", gone)
    others = tuple(row for row in read_rows(field(heard.value, "events")) if not ours(row))
    if others:
        await bench.inbox.save(Batch("", others))
        await bench.inbox.apply_waiting()


async def _surely(case: CaseFile, method: str, params: Params) -> Heard:
    """Both can be repeated, and the portal should be left as it was."""
    heard = await case.ask(method, params)
    for _ in range(_TRIES - 1):
        if heard.error is None:
            break
        heard = await case.ask(method, params)
    return heard


async def _watch(bench: Bench, token: str, heard: list[Heard]) -> Flight:
    """It has to come, and then it has to stay; this console itself may have read it meanwhile."""
    there, look = await _look(bench, token)
    for _ in range(ARRIVES - 1):
        if there:
            break
        if await bench.journal.run(partial(_kept, token)):
            return Flight(possible=True, seen=True, heard=(*heard, look))
        await bench.sleep(SECONDS)
        there, look = await _look(bench, token)
    for _ in range(STAYS - 1 if there else 0):
        await bench.sleep(SECONDS)
        stays, later = await _look(bench, token)
        if not stays:
            taken = not await bench.journal.run(partial(_kept, token))
            return Flight(possible=True, seen=True, taken=taken, heard=(*heard, look, later))
    return Flight(possible=True, seen=there, heard=(*heard, look))


async def _look(bench: Bench, token: str) -> tuple[bool, Heard]:
    newest: Params = {"filter": {"=EVENT_NAME": TEST_EVENT}, "order": {"ID": "DESC"}}
    look = sure(await bench.case.ask("event.offline.list", {**newest, **bench.case.queue}))
    return any(token.encode() in encode(row) for row in each_map(look.value)), look


def _kept(token: str, conn: Connection) -> bool:
    """Whether this console itself has read it meanwhile."""
    rows = conn.execute(
        "SELECT 1 FROM event WHERE name = ? AND instr(raw, ?) LIMIT 1", (TEST_EVENT, token.encode())
    )
    return rows.fetchone() is not None
