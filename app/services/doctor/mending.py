"""What a call of ours can do about a finding, by the service whose facts it changes. Only what the
finding spoke of is taken away. Nothing is lost by it: rows of the queue are in the journal before
they leave the portal, and channel data is written again where it went.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from app.bitrix.app import is_on
from app.bitrix.events import Batch, EventQueue, QueueRow
from app.bitrix.wire import Params
from app.domain.address import without_secrets as shown
from app.domain.binding import CONNECTOR_EVENTS
from app.domain.doctor import Finding, Reason, Remedy
from app.domain.feed import FeedSource
from app.domain.line import QUEUE, Entity, EntityKind
from app.domain.placement import left_by
from app.services.doctor.bench import Bench
from app.services.doctor.link import last_data
from app.services.drawing import Drawer
from app.services.failures import NotPossible
from app.services.inbox import Inbox

Mender: TypeAlias = Callable[[Bench, Finding], Awaitable[None]]
_MOST_PAGES = 200


async def activate(bench: Bench, _finding: Finding) -> None:
    """Switch the connector on for the line, and describe the channel as it was before."""
    case, data = bench.case, last_data(bench)
    await bench.connectors.activate(case.connector, case.line)
    if data is not None:
        await bench.connectors.set_data(case.connector, case.line, data)


async def write_data(bench: Bench, _finding: Finding) -> None:
    """Describe the channel as it was described last."""
    data = last_data(bench)
    if data is None:
        raise NotPossible("NOTHING_WRITTEN")
    await bench.connectors.set_data(bench.case.connector, bench.case.line, data)


async def register(bench: Bench, _finding: Finding) -> None:
    """Register the connector as this console did last."""
    if bench.registration is None:
        raise NotPossible("NOTHING_REGISTERED")
    await bench.connectors.register(bench.registration)


async def switch_line_on(bench: Bench, _finding: Finding) -> None:
    """The line's own switch; what is not named stays."""
    saved = await bench.lines.save(bench.case.line, {"ACTIVE": True})
    if saved.not_taken:
        raise NotPossible("LINE_NOT_CHANGED")


async def join_queue(bench: Bench, _finding: Finding) -> None:
    """Put the signed-in user into the line's queue, behind whoever stands in it. Who does stand in
    it has to be known: the queue is written as a whole.
    """
    line = await bench.lines.read(bench.case.line)
    if line is None:
        raise NotPossible("LINE_GONE")
    if not line.queue.exact:
        raise NotPossible("QUEUE_UNKNOWN")
    me = Entity(EntityKind.USER, bench.session.capabilities.user.id)
    others = tuple(each for each in line.queue.entities if each != me)
    saved = await bench.lines.save(bench.case.line, {QUEUE: (*others, me)})
    if me.id not in saved.after.queue.people:  # who was dismissed is not put in again
        raise NotPossible("LINE_NOT_CHANGED")


async def bind_events(bench: Bench, _finding: Finding) -> None:
    """Have the seven events told to the queue; those that are bound stay as they are."""
    await bench.bindings.refresh()
    missing = [each for each in bench.bindings.plan() if each in CONNECTOR_EVENTS]
    refused = [
        bound.problem
        async for bound in bench.bindings.bind_all(missing)
        if bound.problem is not None
    ]
    if refused:
        raise NotPossible(refused[0].code, refused[0].text)


async def unbind_handlers(bench: Bench, finding: Finding) -> None:
    """Unbind the handlers that the finding named, as far as they are what it called them still."""
    await bench.bindings.refresh()
    report = bench.bindings.report
    found = report.surplus if finding.reason == Reason.TWINS else report.strangers
    for each in found:
        if shown(each.handler) in _named(finding):
            await bench.bindings.unbind(each)


async def unbind_pages(bench: Bench, finding: Finding) -> None:
    """Unbind the settings pages that the connector had at earlier addresses."""
    if bench.registration is None:
        raise NotPossible("NOTHING_REGISTERED")
    await bench.contact_center.refresh()
    for each in left_by(bench.registration, bench.contact_center.settings):
        if shown(each.placement.handler) in _named(finding):
            await bench.contact_center.unbind(each.placement)


async def release_queue(bench: Bench, _finding: Finding) -> None:
    """Take everything that is stuck: first to disk, then from the portal."""
    session, inbox = bench.session, bench.inbox
    queue = EventQueue(session.caller, auth_connector=session.queue)
    extended = is_on((await bench.case.hear("offline_extended")).value)
    async with bench.feed.quiet():
        for process, rows in (await queue.reserved()).items():
            await _keep(inbox, process, rows)
            await queue.clear(process, [row.id for row in rows])
        aside = await queue.put_aside()
        if aside:
            await _keep(inbox, "", aside)
            await _remove_aside(queue, inbox, aside)
        drawer = Drawer(queue, inbox, FeedSource.CONFIRMED if extended else FeedSource.PEEKED)
        for _ in range(_MOST_PAGES):
            if not (await drawer.draw()).full:
                return


def _named(finding: Finding) -> list[str]:
    return finding.facts["handlers"].split(", ")


async def _keep(inbox: Inbox, process: str, rows: list[QueueRow]) -> None:
    await inbox.save(Batch(process, tuple(rows)))
    await inbox.apply_waiting()


async def _remove_aside(queue: EventQueue, inbox: Inbox, rows: list[QueueRow]) -> None:
    """Rows that were put aside have no process to confirm; whatever goes with them is kept, too."""
    ids = [row.id for row in rows]
    span: Params = {">=ID": min(ids), "<=ID": max(ids)}
    gone = await queue.get(clear=True, limit=len(rows), filter=span, errors=True)
    await _keep(inbox, "", list(gone.rows))


MENDERS: Mapping[Remedy, Mender] = {
    Remedy.ACTIVATE: activate,
    Remedy.WRITE_DATA: write_data,
    Remedy.REGISTER: register,
    Remedy.SWITCH_LINE_ON: switch_line_on,
    Remedy.JOIN_QUEUE: join_queue,
    Remedy.BIND_EVENTS: bind_events,
    Remedy.UNBIND_TWINS: unbind_handlers,
    Remedy.UNBIND_PAGES: unbind_pages,
    Remedy.RELEASE_QUEUE: release_queue,
}
