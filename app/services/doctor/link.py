"""Checks of the connector on the line."""

from app.bitrix.wire import as_bool, as_map, as_text, field
from app.domain.address import without_secrets as shown
from app.domain.connector import ChannelData
from app.domain.doctor import Reason, Remedy
from app.domain.placement import left_by
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import heard_earlier
from app.services.doctor.connector import pages_of
from app.services.doctor.past import last_call, lost_since
from app.services.doctor.ruling import Ruling, failed, passed, unknown, warned


async def active(bench: Bench) -> Ruling:
    """Whether the connector was activated on this line."""
    heard = await bench.case.know("status")
    if as_bool(field(heard.value, "CONFIGURED")):
        return passed(heard)
    facts = {
        "connector": bench.case.connector,
        "line": str(bench.case.line),
        "name": await _line_name(bench),
    }
    return failed(Reason.NOT_ACTIVE, heard, **facts).mended_by(Remedy.ACTIVATE)


async def no_error(bench: Bench) -> Ruling:
    """Whether somebody has marked the channel as broken; who, if it was this console."""
    heard = await bench.case.know("status")
    if not as_bool(field(heard.value, "ERROR")):
        return passed(heard)
    call = last_call(bench, "imconnector.set.error")
    facts = {
        "name": await _line_name(bench),
        "at": call.at.isoformat() if call else "",
        "call": str(call.id) if call else "",
    }
    set_here = heard_earlier(call)
    return failed(Reason.ERROR_SET, heard, *set_here, **facts).mended_by(Remedy.ACTIVATE)


async def channel_data(bench: Bench) -> Ruling:
    """Whether the channel was described: the portal cannot tell, so only our own record counts,
    and whether the connector was disconnected after it, since that drops the description.
    """
    case, written = bench.case, bench.written
    facts = {"connector": case.connector, "line": str(case.line)}
    if written is None:
        remedy = Remedy.WRITE_DATA if last_data(bench) is not None else None
        return warned(Reason.DATA_NEVER_WRITTEN, **facts).mended_by(remedy)
    at = written.written_at
    proof = heard_earlier(last_call(bench, "imconnector.connector.data.set"))
    lost_at = await lost_since(bench, at)
    if lost_at is not None:
        facts |= {"at": at.isoformat(), "lost_at": lost_at.isoformat()}
        return warned(Reason.DATA_LOST, *proof, **facts).mended_by(Remedy.WRITE_DATA)
    return passed(*proof, at=at.isoformat(), name=written.data.name)


async def settings_page(bench: Bench) -> Ruling:
    """Whether the connector's settings page is there, once: a new address adds a page, and the
    earlier one stays.
    """
    heard, record = await bench.case.know("placements"), bench.registration
    if record is None:
        return unknown(Reason.NO_RECORD, heard, connector=bench.case.connector)
    pages, used = pages_of(bench, heard), shown(record.handler)
    if not any(each.placement.handler == record.handler for each in pages):
        return warned(Reason.PAGE_MISSING, heard, handler=used).mended_by(Remedy.REGISTER)
    extra = [shown(each.placement.handler) for each in left_by(record, pages)]
    if extra:
        twice = warned(Reason.PAGE_TWICE, heard, handlers=", ".join((used, *extra)))
        return twice.mended_by(Remedy.UNBIND_PAGES)
    return passed(heard, handler=used)


def last_data(bench: Bench) -> ChannelData | None:
    """What was written last for this line, else for another line of the same connector."""
    here, connector = bench.written, bench.case.connector
    if here is not None:
        return here.data
    lines = [line.id for line in bench.connectors.lines()]
    found = [bench.connectors.channel_data(connector, line) for line in lines]
    known = [each for each in found if each is not None]
    return max(known, key=lambda each: each.written_at).data if known else None


async def _line_name(bench: Bench) -> str:
    heard = await bench.case.hear("line")
    return as_text(as_map(heard.value).get("LINE_NAME")) or str(bench.case.line)


EXAMINERS: Examiners = {
    "active": active,
    "no_error": no_error,
    "channel_data": channel_data,
    "settings_page": settings_page,
}
