"""What this console knows of a place's past: its own calls of this run, and what the queue told."""

from datetime import datetime, timedelta
from sqlite3 import Connection

from app.bitrix.events import decode
from app.bitrix.wire import Json, as_int, as_text, field
from app.bitrix.wire import decode as read
from app.domain.calls import CallRecord
from app.domain.events import StatusDeleted
from app.services.doctor.bench import Bench
from app.services.rows import moment

_STATUS_DELETED = "ONIMCONNECTORSTATUSDELETE"
_SWITCH, _SWITCH_OFF = "imconnector.activate", "imconnector.deactivate"
#: The queue dates its rows in whole seconds.
_SECOND = timedelta(seconds=1)


def last_call(bench: Bench, method: str) -> CallRecord | None:
    """The newest successful call of a method for this very place."""
    return next(reversed(_calls_here(bench, method)), None)


async def lost_since(bench: Bench, written_at: datetime) -> datetime | None:
    """When the connector was disconnected here after a moment, as far as this console was told."""
    told = await bench.journal.run(_disconnections)
    case = bench.case
    moments = [
        at
        for event, at, read_at in told
        if (event.connector.lower(), event.line) == (case.connector, case.line)
        and at + _SECOND > written_at
        and read_at > written_at  # whatever the portal's clock says
    ]
    moments += [each.at for each in _switched_off(bench) if each.at > written_at]
    return max(moments, default=None)


def _switched_off(bench: Bench) -> list[CallRecord]:
    return [
        each
        for each in _calls_here(bench, _SWITCH, _SWITCH_OFF)
        if each.method == _SWITCH_OFF or as_int(field(_json(each), "ACTIVE")) == 0
    ]


def _calls_here(bench: Bench, *methods: str) -> list[CallRecord]:
    """Successful calls for this very place, newest last."""
    found = (each for each in bench.calls if each.method in methods and not each.error)
    return [each for each in found if _is_here(bench, each)]


def _disconnections(conn: Connection) -> list[tuple[StatusDeleted, datetime, datetime]]:
    rows = conn.execute(
        "SELECT event.raw, batch.read_at FROM event JOIN batch ON batch.id = event.batch"
        " WHERE event.name = ? ORDER BY event.id DESC LIMIT 50",
        (_STATUS_DELETED,),
    )
    return [
        (event, queued.at, moment(read_at))
        for queued, read_at in [(decode(raw), read_at) for raw, read_at in rows]
        for event in queued.events
        if isinstance(event, StatusDeleted)
    ]


def _is_here(bench: Bench, record: CallRecord) -> bool:
    sent, case = _json(record), bench.case
    connector = as_text(field(sent, "CONNECTOR")).lower()
    return (connector, as_int(field(sent, "LINE"))) == (case.connector, case.line)


def _json(record: CallRecord) -> Json:
    try:
        return read(record.request.encode())
    except ValueError:
        return None
