"""Checks of the connector itself.

Whose a connector is, no method tells. What can be proven: that this console registered it (its own
record), that the portal holds a settings page of this application under that address, and that the
portal still shows the name that was registered. Who takes a connector over under the very same
name leaves no sign; then only a message that goes round can tell.
"""

from app.bitrix.errors import AccessDenied
from app.bitrix.placements import read_placements
from app.bitrix.wire import as_map, as_text
from app.domain.address import without_secrets as shown
from app.domain.doctor import Reason, Remedy
from app.domain.placement import SettingsPage, settings_pages
from app.domain.rules import check_handler, check_registration
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import sure
from app.services.doctor.ruling import Heard, Ruling, failed, passed, unknown, warned
from app.services.grid import BUILT_IN


async def registered(bench: Bench) -> Ruling:
    """Whether the portal lists the connector. The list may be an hour old, either way; who may not
    read it is told by the settings page instead.
    """
    connector, heard = bench.case.connector, await bench.case.hear("connectors")
    record = bench.registration
    if isinstance(heard.error, AccessDenied) and record is not None:
        pages = await bench.case.know("placements")
        if any(record.handler == each.placement.handler for each in pages_of(bench, pages)):
            return passed(heard, pages, proof="page")
    names = as_map(sure(heard).value)
    if connector in names:
        return passed(heard, proof="list", name=as_text(names[connector]))
    remedy = Remedy.REGISTER if record is not None else None
    return failed(Reason.NOT_REGISTERED, heard, connector=connector).mended_by(remedy)


async def owned(bench: Bench) -> Ruling:
    """Whether the portal's events about it come to this application, as far as it can be told."""
    connector, record = bench.case.connector, bench.registration
    if connector in BUILT_IN:
        return failed(Reason.BUILT_IN, connector=connector)
    heard, pages = await bench.case.hear("connectors"), await bench.case.hear("placements")
    listed = as_text(as_map(heard.value).get(connector))
    facts = {"connector": connector, "listed": listed, "ours": record.name if record else ""}
    bound = {each.placement.handler for each in pages_of(bench, pages)}
    if record is None:
        if not bound and pages.error is None:
            return failed(Reason.OTHER_OWNER, heard, pages, proof="no_page", **facts)
        return unknown(Reason.NO_RECORD, heard, pages, connector=connector)
    if heard.error is None and listed != record.name:
        facts["proof"] = "name"
        return failed(Reason.OTHER_OWNER, heard, pages, **facts).mended_by(Remedy.REGISTER)
    return passed(heard, pages, proof="record, page" if record.handler in bound else "record")


async def handler(bench: Bench) -> Ruling:
    """Whether the address of the settings page is one that a portal can open."""
    record = bench.registration
    if record is None:
        return unknown(Reason.NO_RECORD, connector=bench.case.connector)
    problem = check_handler(record.handler)
    if problem is not None:
        return warned(Reason.HANDLER_UNSOUND, handler=shown(record.handler), code=problem.code)
    return passed(handler=shown(record.handler))


async def looks(bench: Bench) -> Ruling:
    """Whether the name, the icons and the seven switches are ones that a portal shows well."""
    record = bench.registration
    if record is None:
        return unknown(Reason.NO_RECORD, connector=bench.case.connector)
    problems = [each for each in check_registration(record) if each.field != "PLACEMENT_HANDLER"]
    if problems:
        fields = ", ".join(dict.fromkeys(each.field for each in problems))
        return warned(Reason.LOOKS_UNSOUND, fields=fields, code=problems[0].code)
    return passed()


def pages_of(bench: Bench, heard: Heard) -> tuple[SettingsPage, ...]:
    """The settings pages of this application, with the connectors that use each."""
    connectors = bench.connectors.connectors()
    known = [each.registration for each in connectors if each.registration is not None]
    return settings_pages(read_placements(heard.value), known)


EXAMINERS: Examiners = {
    "registered": registered,
    "owned": owned,
    "handler": handler,
    "looks": looks,
}
