"""Checks of the open line: who would get the messages, and when."""

from collections.abc import Mapping

from app.bitrix.wire import Json, as_bool, as_id, as_list, as_map, as_text, each_map
from app.domain.doctor import Reason, Remedy
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import sure
from app.services.doctor.hours import hours_of, minutes_left
from app.services.doctor.ruling import Heard, Ruling, Unjudged, failed, passed, warned

#: A line that closes in fewer minutes is worth a word.
SOON_MINUTES = 30
_PAGE = 50


async def line_exists(bench: Bench) -> Ruling:
    """Whether the line is there: an unknown one is answered with false."""
    heard = await bench.case.know("line")
    if not isinstance(heard.value, Mapping):
        return failed(Reason.NO_SUCH_LINE, heard, line=str(bench.case.line))
    return passed(heard, **_named(bench, heard))


async def line_on(bench: Bench) -> Ruling:
    """Whether the line is switched on: a line that is off takes messages and answers none."""
    heard, line = await _line(bench)
    if as_text(line.get("ACTIVE")).upper() == "N":
        off = failed(Reason.LINE_OFF, heard, **_named(bench, heard))
        return off.mended_by(Remedy.SWITCH_LINE_ON)
    return passed(heard, **_named(bench, heard))


async def operators(bench: Bench) -> Ruling:
    """Whether somebody stands in the queue who still works there."""
    heard, line = await _line(bench)
    ids = [as_id(each) for each in as_list(line.get("QUEUE")) if as_id(each)]
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
    left, name = minutes_left(line, bench.now), _named(bench, heard)["name"]
    if left == 0:
        zone = as_text(line.get("WORKTIME_TIMEZONE"))
        return warned(Reason.OUT_OF_HOURS, heard, name=name, hours=hours_of(line), zone=zone)
    if left is not None and left <= SOON_MINUTES:
        return warned(Reason.CLOSES_SOON, heard, name=name, minutes=str(left))
    return passed(heard, name=name)


async def tracking(bench: Bench) -> Ruling:
    """Whether CRM learns of the customers: a group chat is not tracked, nor a line without it."""
    heard, line = await _line(bench)
    record = bench.registration
    in_crm = as_text(line.get("CRM")).upper() != "N"
    wrong = []
    if in_crm and record is not None and record.flags.get("CHAT_GROUP", False):
        wrong.append("CHAT_GROUP")
    if in_crm and as_text(line.get("CRM_CHAT_TRACKER")).upper() == "N":
        wrong.append("CRM_CHAT_TRACKER")
    if wrong:
        return warned(Reason.TRACKING_OFF, heard, settings=", ".join(wrong))
    return passed(heard)


async def _line(bench: Bench) -> tuple[Heard, Mapping[str, Json]]:
    heard = await bench.case.know("line")
    if not isinstance(heard.value, Mapping):
        raise Unjudged(heard)
    return heard, heard.value


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
