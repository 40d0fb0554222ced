"""What a call of ours can do about a finding. Nothing is lost by it: rows of the queue are in the
journal before they leave the portal, and channel data is written again where it went.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from app.bitrix.app import is_on
from app.bitrix.events import Batch, EventQueue, QueueRow
from app.bitrix.users import read_user
from app.bitrix.wire import Json, Params, as_list, as_map, each_map
from app.domain.binding import CONNECTOR_EVENTS
from app.domain.doctor import Remedy
from app.domain.feed import FeedSource
from app.services.doctor.bench import Bench
from app.services.doctor.connector import SETTINGS_PAGE, handlers_of_pages
from app.services.doctor.events import foreign, twins
from app.services.doctor.link import extra_pages, last_data
from app.services.drawing import Drawer
from app.services.failures import NotPossible
from app.services.inbox import Inbox

Mender: TypeAlias = Callable[[Bench], Awaitable[None]]
_MOST_PAGES = 200


async def activate(bench: Bench) -> None:
    """Switch the connector on for the line, and describe the channel as it was before."""
    case, data = bench.case, last_data(bench)
    await bench.connectors.activate(case.connector, case.line)
    if data is not None:
        await bench.connectors.set_data(case.connector, case.line, data)


async def write_data(bench: Bench) -> None:
    """Describe the channel as it was described last."""
    data = last_data(bench)
    if data is None:
        raise NotPossible("NOTHING_WRITTEN")
    await bench.connectors.set_data(bench.case.connector, bench.case.line, data)


async def register(bench: Bench) -> None:
    """Register the connector as this console did last."""
    if bench.registration is None:
        raise NotPossible("NOTHING_REGISTERED")
    await bench.connectors.register(bench.registration)


async def switch_line_on(bench: Bench) -> None:
    """`imopenlines.config.update`: the line's own switch; what is not named stays."""
    await _update_line(bench, {"ACTIVE": "Y"})


async def join_queue(bench: Bench) -> None:
    """Put the signed-in user into the line's queue, behind whoever stands in it."""
    me = read_user(await bench.session.caller.call("profile")).id
    params: Params = {
        "PARAMS": {"select": ["ID"], "filter": {"ID": bench.case.line}},
        "OPTIONS": {"CONFIG_QUEUE": "Y"},
    }
    rows = list(each_map(await bench.session.caller.call("imopenlines.config.list.get", params)))
    before = as_list(as_map(rows[0] if rows else {}).get("CONFIG_QUEUE"))
    mine: Json = {"ENTITY_TYPE": "user", "ENTITY_ID": str(me)}
    await _update_line(bench, {"QUEUE": [*before, mine]})


async def bind_events(bench: Bench) -> None:
    """Have the seven events told to the queue; those that are bound stay as they are."""
    queue = EventQueue(bench.session.caller)
    for event in CONNECTOR_EVENTS:
        await queue.bind_offline(event)


async def unbind_twins(bench: Bench) -> None:
    """Unbind handlers that are there twice; when there are none, those of other hosts."""
    queue = EventQueue(bench.session.caller)
    found = await queue.get_bindings()
    for each in twins(found) or foreign(bench, found):
        await queue.unbind(each)


async def unbind_pages(bench: Bench) -> None:
    """Unbind the settings pages that the connector had at earlier addresses."""
    pages = handlers_of_pages(await bench.case.know("placements"))
    for handler in extra_pages(bench, pages):
        params = {"PLACEMENT": SETTINGS_PAGE, "HANDLER": handler}
        await bench.session.caller.call("placement.unbind", params)


async def release_queue(bench: Bench) -> None:
    """Take everything that is stuck: first to disk, then from the portal."""
    queue, inbox = EventQueue(bench.session.caller), bench.inbox
    for process, rows in (await _reserved(queue)).items():
        await _keep(inbox, process, rows)
        await queue.clear(process, [row.id for row in rows])
    aside = await _listed(queue, {"=ERROR": 1})
    if aside:
        await _keep(inbox, "", aside)
        await _remove_aside(queue, inbox, aside)
    extended = is_on((await bench.case.know("offline_extended")).value)
    source = FeedSource.CONFIRMED if extended else FeedSource.PEEKED
    drawer = Drawer(queue, inbox, source)
    for _ in range(_MOST_PAGES):
        if not (await drawer.draw()).full:
            return


async def _reserved(queue: EventQueue) -> dict[str, list[QueueRow]]:
    found: dict[str, list[QueueRow]] = {}
    for row in await _listed(queue, {">PROCESS_ID": "", "=ERROR": 0}):
        if row.process_id:
            found.setdefault(row.process_id, []).append(row)
    return found


async def _listed(queue: EventQueue, wanted: Params) -> list[QueueRow]:
    rows: list[QueueRow] = []
    start: int | None = 0
    while start is not None:
        page = await queue.list(filter=wanted, start=start)
        rows += page.rows
        start = page.next
    return rows


async def _keep(inbox: Inbox, process: str, rows: list[QueueRow]) -> None:
    await inbox.save(Batch(process, tuple(rows)))
    await inbox.apply_waiting()


async def _remove_aside(queue: EventQueue, inbox: Inbox, rows: list[QueueRow]) -> None:
    """Rows that were put aside have no process to confirm; whatever goes with them is kept, too."""
    ids = [row.id for row in rows]
    span: Params = {">=ID": min(ids), "<=ID": max(ids)}
    gone = await queue.get(clear=True, limit=len(rows), filter=span, errors=True)
    await _keep(inbox, "", list(gone.rows))


async def _update_line(bench: Bench, fields: Params) -> None:
    params: Params = {"CONFIG_ID": bench.case.line, "PARAMS": fields}
    if not await bench.session.caller.call("imopenlines.config.update", params):
        raise NotPossible("LINE_NOT_CHANGED")


MENDERS: Mapping[Remedy, Mender] = {
    Remedy.ACTIVATE: activate,
    Remedy.WRITE_DATA: write_data,
    Remedy.REGISTER: register,
    Remedy.SWITCH_LINE_ON: switch_line_on,
    Remedy.JOIN_QUEUE: join_queue,
    Remedy.BIND_EVENTS: bind_events,
    Remedy.UNBIND_TWINS: unbind_twins,
    Remedy.UNBIND_PAGES: unbind_pages,
    Remedy.RELEASE_QUEUE: release_queue,
}
