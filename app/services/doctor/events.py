"""Checks of the events' way back: subscriptions, and the queue that they wait in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from app.bitrix.events import read_bindings
from app.bitrix.wire import Json, as_int, as_text, as_time, each_map, lower
from app.domain.address import without_secrets as shown
from app.domain.binding import CONNECTOR_EVENTS
from app.domain.doctor import Reason, Remedy
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.canary import ARRIVES, SECONDS, fly
from app.services.doctor.case import sure
from app.services.doctor.ruling import Heard, Ruling, failed, passed, unknown, warned

#: A row that waits longer than this is read by nobody.
OLD = timedelta(minutes=5)


async def events_bound(bench: Bench) -> Ruling:
    """Whether all seven events are told to the queue that this console reads."""
    heard = await bench.case.know("bindings")
    rows = read_bindings(heard.value)
    bound = {each.event for each in rows if each.fills_our_queue}
    missing = [name for name in CONNECTOR_EVENTS if name not in bound]
    apart = [each for each in rows if each.offline and each.event in missing]
    remedy = Remedy.BIND_EVENTS
    if apart:
        events = ", ".join(dict.fromkeys(each.event for each in apart))
        filtered = failed(Reason.FILTERED, heard, events=events, filter=apart[0].auth_connector)
        return filtered.mended_by(remedy)
    if missing:
        facts = {"missing": ", ".join(missing), "count": str(len(missing))}
        return failed(Reason.NOT_BOUND, heard, **facts).mended_by(remedy)
    return passed(heard)


async def no_twins(bench: Bench) -> Ruling:
    """Whether nobody else of this application hears the events, and nobody twice."""
    heard = await bench.case.know("bindings")
    report, remedy = bench.bindings.judged(read_bindings(heard.value)), Remedy.UNBIND_TWINS
    if report.repeated:
        surplus = report.surplus
        named = surplus or [each.binding for each in report.repeated]
        twice = warned(Reason.TWINS, heard, handlers=_joined(each.handler for each in named))
        return twice.mended_by(remedy if surplus else None)
    if report.strangers:
        facts = {
            "handlers": _joined(each.handler for each in report.strangers),
            "events": _joined(each.event for each in report.strangers),
        }
        return warned(Reason.FOREIGN_HANDLERS, heard, **facts).mended_by(remedy)
    return passed(heard)


async def queue_answers(bench: Bench) -> Ruling:
    """Whether the queue can be looked at."""
    heard = await bench.case.know("queue")
    return passed(heard, rows=str(len(_rows(heard))))


async def queue_reserved(bench: Bench) -> Ruling:
    """Whether rows are reserved by somebody who does not finish: they never come back by
    themselves. Looks twice, since whoever is at work finishes in between.
    """
    first = await bench.case.know("reserved")
    if not any(row.process for row in _rows(first)):
        return passed(first)
    await bench.sleep(SECONDS)
    second = sure(await bench.case.again("reserved"))
    before = {row.process for row in _rows(first) if row.process}
    stuck = [row for row in _rows(second) if row.process in before]
    moving = {row.process for row in _rows(second)} ^ before
    bench.others_read = bool(moving) and await bench.journal.run(partial(_strange, moving))
    if not stuck:
        return passed(first, second)
    facts = {
        "rows": await bench.case.count("reserved", len(stuck)),
        "processes": ", ".join(dict.fromkeys(row.process for row in stuck)),
        "oldest": _oldest(stuck),
    }
    return failed(Reason.ROWS_RESERVED, second, **facts).mended_by(Remedy.RELEASE_QUEUE)


async def queue_aside(bench: Bench) -> Ruling:
    """Whether rows were put aside as failures: nobody reads them without asking for them."""
    heard = await bench.case.know("aside")
    rows = _rows(heard)
    if not rows:
        return passed(heard)
    facts = {"rows": await bench.case.count("aside", len(rows)), "oldest": _oldest(rows)}
    return warned(Reason.ROWS_ASIDE, heard, **facts).mended_by(Remedy.RELEASE_QUEUE)


async def queue_age(bench: Bench) -> Ruling:
    """Whether somebody reads the queue: by the portal's clock, since it dates the rows."""
    heard = await bench.case.know("queue")
    if bench.session.profile.read_only:  # rows are looked at only, and stay
        return unknown(Reason.READ_ONLY, heard)
    waiting = [row for row in _rows(heard) if not row.process and row.at is not None]
    now = bench.now
    oldest = min((row.at for row in waiting if row.at is not None), default=now)
    if now - oldest <= OLD:
        return passed(heard, rows=str(len(waiting)))
    facts = {
        "rows": await bench.case.count("queue", len(waiting)),
        "oldest": oldest.isoformat(),
        "minutes": str(int((now - oldest).total_seconds() // 60)),
    }
    return warned(Reason.ROWS_OLD, heard, **facts).mended_by(Remedy.RELEASE_QUEUE)


async def one_receiver(bench: Bench) -> Ruling:
    """Whether somebody else takes rows out of the queue. Two signs: rows that an unknown process
    had reserved went while we looked, or the canary went. Who reads rarely is not seen by it.
    """
    if bench.others_read:
        return failed(Reason.OTHER_RECEIVER, await bench.case.know("reserved"), proof="moving")
    if bench.session.profile.read_only:
        return unknown(Reason.READ_ONLY)
    flight = await fly(bench)
    if not flight.possible:
        return unknown(Reason.NEEDS_FEATURE, *flight.heard, feature="rest_auth_connector")
    if flight.taken:
        return failed(Reason.OTHER_RECEIVER, *flight.heard, proof="taken")
    if not flight.seen:
        return unknown(Reason.CONSEQUENCE, *flight.heard, cause="canary")
    return passed(*flight.heard)


async def canary(bench: Bench) -> Ruling:
    """Whether an event that we ask for arrives in the queue."""
    if bench.session.profile.read_only:
        return unknown(Reason.READ_ONLY)
    flight = await fly(bench)
    if not flight.possible:
        return unknown(Reason.NEEDS_FEATURE, *flight.heard, feature="rest_auth_connector")
    if not flight.seen:
        seconds = str(round(SECONDS * (ARRIVES - 1)))
        return failed(Reason.CANARY_LOST, *flight.heard, seconds=seconds)
    return passed(*flight.heard)


def _joined(texts: Iterable[str]) -> str:
    """Each once, as it may be shown."""
    return ", ".join(dict.fromkeys(map(shown, texts)))


@dataclass(frozen=True, slots=True)
class _Row:
    process: str
    at: datetime | None


def _rows(heard: Heard) -> list[_Row]:
    rows: list[Mapping[str, Json]] = [lower(row) for row in each_map(heard.value)]
    return [
        _Row(as_text(row.get("process_id")), as_time(row.get("timestamp_x")))
        for row in rows
        if as_int(row.get("id")) is not None
    ]


def _oldest(rows: Sequence[_Row]) -> str:
    moments = [row.at for row in rows if row.at is not None]
    return min(moments).isoformat() if moments else ""


def _strange(processes: set[str], conn: Connection) -> bool:
    """Whether one of these readers is none of ours."""
    marks = ", ".join("?" * len(processes))
    known = conn.execute(
        f"SELECT DISTINCT process FROM batch WHERE process IN ({marks})",  # noqa: S608 - marks only
        tuple(processes),
    )
    return bool(processes - {row[0] for row in known})


EXAMINERS: Examiners = {
    "events_bound": events_bound,
    "no_twins": no_twins,
    "queue_answers": queue_answers,
    "queue_reserved": queue_reserved,
    "queue_aside": queue_aside,
    "queue_age": queue_age,
    "one_receiver": one_receiver,
    "canary": canary,
}
