"""Checks of the open line: who would get the messages, and when."""

from datetime import timedelta
from itertools import islice

from app.bitrix.line_settings import read_line
from app.bitrix.wire import Json, as_bool, as_id, as_map, as_text, each_map
from app.domain.doctor import Reason, Remedy
from app.domain.line import LineSettings
from app.domain.line_hours import opening
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import sure
from app.services.doctor.ruling import Heard, Ruling, Unjudged, failed, passed, warned

#: A line that closes this soon is worth a word.
SOON = timedelta(minutes=30)
_PAGE = 50
#: Lines that are named beside one that has gone.
_NAMED = 5


async def line_exists(bench: Bench) -> Ruling:
    """Whether the line is there: an unknown one is answered with false."""
    heard = await bench.case.know("line")
    if read_line(heard.value) is None:
        others = (each for each in bench.connectors.lines() if each.id != bench.case.line)
        names = ", ".join(f"{each.name} ({each.id})" for each in islice(others, _NAMED))
        return failed(Reason.NO_SUCH_LINE, heard, line=str(bench.case.line), others=names)
    return passed(heard, **_named(bench, heard))


async def line_on(bench: Bench) -> Ruling:
    """Whether the line is switched on: a line that is off takes messages and answers none."""
    heard, line = await _line(bench)
    if not line.active:
        off = failed(Reason.LINE_OFF, heard, **_named(bench, heard))
        return off.mended_by(Remedy.SWITCH_LINE_ON)
    return passed(heard, **_named(bench, heard))


async def operators(bench: Bench) -> Ruling:
    """Whether somebody stands in the queue who still works there."""
    heard, line = await _line(bench)
    ids = [str(each) for each in line.queue.people]
    named = _named(bench, heard)
    if not ids:
        return failed(Reason.QUEUE_EMPTY, heard, **named).mended_by(Remedy.JOIN_QUEUE)
    people = sure(await bench.case.ask("user.get", {"FILTER": {"ID": ids[:_PAGE]}}))
    rows = {as_id(row.get("ID")): row for row in each_map(people.value)}
    gone = [each for each in ids if each in rows and not as_bool(rows[each].get("ACTIVE"))]
    facts = {
        "name": named["name"],
        "operators": ", ".join(_name(rows.get(each), each) for each in gone),
    }
    if len(gone) == len(ids):
        nobody = failed(Reason.OPERATORS_DISMISSED, heard, people, **facts)
        return nobody.mended_by(Remedy.JOIN_QUEUE)
    if gone:
        return warned(Reason.SOME_DISMISSED, heard, people, **facts)
    return passed(heard, people, operators=str(len(ids)), **named)


async def hours(bench: Bench) -> Ruling:
    """Whether the line is at work now."""
    heard, line = await _line(bench)
    name, found = _named(bench, heard)["name"], opening(line, bench.now)
    if found is None:  # hours that nobody can read are the adviser's affair
        return passed(heard, name=name)
    if not found.open:
        facts = {"zone": line.text("WORKTIME_TIMEZONE"), "rule": line.text("WORKTIME_DAYOFF_RULE")}
        return warned(Reason.OUT_OF_HOURS, heard, name=name, hours=_hours(line), **facts)
    left = found.change - bench.now if found.change is not None else None
    if left is not None and left <= SOON:
        minutes = str(int(left.total_seconds() // 60) + 1)
        return warned(Reason.CLOSES_SOON, heard, name=name, minutes=minutes)
    return passed(heard, name=name)


async def tracking(bench: Bench) -> Ruling:
    """Whether CRM learns of the customers: a group chat is not tracked, nor a line without it."""
    heard, line = await _line(bench)
    record = bench.registration
    in_crm, wrong = line.on("CRM"), []
    if in_crm and record is not None and record.flags.get("CHAT_GROUP", False):
        wrong.append("CHAT_GROUP")
    if in_crm and line.off("CRM_CHAT_TRACKER"):
        wrong.append("CRM_CHAT_TRACKER")
    if wrong:
        return warned(Reason.TRACKING_OFF, heard, settings=", ".join(wrong))
    return passed(heard)


async def _line(bench: Bench) -> tuple[Heard, LineSettings]:
    heard = await bench.case.know("line")
    line = read_line(heard.value)
    if line is None:
        raise Unjudged(heard)
    return heard, line


def _hours(line: LineSettings) -> str:
    """As they stand in the settings, such as 9:00-18:30."""
    ends = (line.number(f"WORKTIME_{end}") or 0 for end in ("FROM", "TO"))
    return "-".join(f"{minute // 60}:{minute % 60:02}" for minute in ends)


def _named(bench: Bench, heard: Heard) -> dict[str, str]:
    number = str(bench.case.line)
    return {"line": number, "name": as_text(as_map(heard.value).get("LINE_NAME")) or number}


def _name(row: Json, number: str) -> str:
    fields = as_map(row)
    words = (as_text(fields.get("NAME")), as_text(fields.get("LAST_NAME")))
    return " ".join(word for word in words if word) or number


EXAMINERS: Examiners = {
    "line_exists": line_exists,
    "line_on": line_on,
    "operators": operators,
    "hours": hours,
    "tracking": tracking,
}
