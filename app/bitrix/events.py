"""Typed `event.*`: subscriptions and the portal's offline queue. Decoding is in `decoding`.

Rows are handed out raw, so that a journal can keep them before anybody tries to understand them.
"""

import builtins
from collections.abc import Iterator, Sequence

from app.bitrix.answers import Answer
from app.bitrix.decoding import decode
from app.bitrix.errors import Garbled, Refused
from app.bitrix.queue_rows import Batch, Page, QueueRow
from app.bitrix.transport import PagedCaller
from app.bitrix.wire import (
    Json,
    Params,
    as_bool,
    as_id,
    as_int,
    as_list,
    as_map,
    as_text,
    each_map,
    encode,
    field,
    lower,
)
from app.domain.binding import CONNECTOR_EVENTS, Binding

__all__ = ["CONNECTOR_EVENTS", "Batch", "Binding", "EventQueue", "Page", "QueueRow", "decode"]

_OLDEST_FIRST: Params = {"ID": "ASC"}


class EventQueue:
    """Subscriptions and the queue of one application. All but `events` need an administrator.

    `auth_connector` chooses a queue of its own, which then also holds what our other calls caused;
    with a portal that lacks the feature every call carrying it fails.
    """

    def __init__(self, caller: PagedCaller, *, auth_connector: str = "") -> None:
        self._caller = caller
        self._queue: Params = {"auth_connector": auth_connector} if auth_connector else {}
        self._auth_connector = auth_connector

    async def events(self) -> frozenset[str]:
        """`events`: what the application may bind, in upper case."""
        result = await self._caller.call("events")
        return frozenset(as_text(name).upper() for name in as_list(result) if name)

    async def get_bindings(self) -> tuple[Binding, ...]:
        """`event.get`: a user who is no administrator sees no offline ones."""
        return read_bindings(await self._caller.call("event.get"))

    async def bind_offline(self, event: str) -> bool:
        """`event.bind` for the queue: false when it was bound before.

        Raises:
            BitrixError: `ERROR_EVENT_NOT_FOUND` also means that the scope is missing.
        """
        return await self.bind(Binding(event, offline=True, auth_connector=self._auth_connector))

    async def bind(self, binding: Binding) -> bool:
        """`event.bind`: false when it was bound before, which the portal calls an error.

        Raises:
            BitrixError: `ERROR_EVENT_NOT_FOUND` also means that the scope is missing.
        """
        try:
            await self._caller.call("event.bind", _subscription(binding))
        except Refused as error:
            if not error.has_code("ERROR_CORE") or not await self._is_bound(binding):
                raise
            return False
        return True

    async def unbind(self, binding: Binding) -> int:
        """`event.unbind`, exactly this one: how many subscriptions went. Waiting rows stay."""
        exactly = {} if binding.offline else {"auth_type": binding.auth_type}
        result = await self._caller.call("event.unbind", _subscription(binding) | exactly)
        return as_int(field(result, "count"), 0) or 0

    async def get(
        self,
        *,
        clear: bool,
        limit: int = 50,
        process_id: str = "",
        filter: Params | None = None,  # noqa: A002 - the vendor's word
        order: Params = _OLDEST_FIRST,
        errors: bool = False,
    ) -> Batch:
        """`event.offline.get`: reserve rows (`clear` false) or take them away (`clear` true).

        With `process_id`, rows reserved before are read again; taking them away would also take
        those outside `limit`, so that is refused here.

        Raises:
            BitrixError: Garbled also when rows are reserved under no name: nobody could confirm
                them.
        """
        if process_id and clear:
            raise ValueError("Reading a reserved batch with clear deletes all of it")
        params: dict[str, Json] = {"clear": int(clear), "limit": limit, "order": order}
        if process_id:
            params["process_id"] = process_id
        if filter:
            params["filter"] = filter
        if errors:
            params["error"] = 1
        result = await self._caller.call("event.offline.get", {**params, **self._queue})
        rows = read_rows(field(result, "events"))
        reserved = "" if clear else as_text(field(result, "process_id"))
        if rows and not (clear or reserved):
            raise Garbled("", description="rows without a process_id", method="event.offline.get")
        return Batch(reserved, rows)

    async def clear(self, process_id: str, ids: Sequence[int] | None = None) -> None:
        """`event.offline.clear`: the batch, or only these rows of it."""
        params = _reserved(process_id)
        if ids is not None:
            if not ids:
                return
            params["id"] = list(ids)
        await self._caller.call("event.offline.clear", {**params, **self._queue})

    async def error(self, process_id: str, message_ids: Sequence[str]) -> None:
        """`event.offline.error`: put rows aside; only `get` with `errors` returns them."""
        params = _reserved(process_id) | {"message_id": list(message_ids)}
        await self._caller.call("event.offline.error", {**params, **self._queue})

    async def list(
        self,
        *,
        filter: Params | None = None,  # noqa: A002 - the vendor's word
        order: Params = _OLDEST_FIRST,
        start: int = 0,
    ) -> Page:
        """`event.offline.list`: look at 50 rows, reserved and failed ones included."""
        params: dict[str, Json] = {"order": order, "start": start, **self._queue}
        if filter:
            params["filter"] = filter
        answer: Answer = await self._caller.call_full("event.offline.list", params)
        return Page(read_rows(answer.result), answer.total, answer.next)

    async def reserved(self) -> dict[str, builtins.list[QueueRow]]:
        """The batches that somebody reserved and never confirmed, oldest first."""
        found: dict[str, builtins.list[QueueRow]] = {}
        for row in await self._every({">PROCESS_ID": "", "=ERROR": 0}):
            if row.process_id:
                found.setdefault(row.process_id, []).append(row)
        return found

    async def put_aside(self) -> builtins.list[QueueRow]:
        """The rows that somebody put aside as failures."""
        return await self._every({"=ERROR": 1})

    async def _every(self, wanted: Params) -> builtins.list[QueueRow]:
        """Page by page, as long as each brings something new."""
        rows: dict[int, QueueRow] = {}
        start: int | None = 0
        while start is not None:
            page = await self.list(filter=wanted, start=start)
            new = {row.id: row for row in page.rows if row.id not in rows}
            rows |= new
            start = page.next if new else None
        return builtins.list(rows.values())

    async def _is_bound(self, wanted: Binding) -> bool:
        """As far as the portal tells: of an online one it does not name the queue."""
        return any(
            (each.event, each.offline, each.handler)
            == (wanted.event.upper(), wanted.offline, wanted.handler)
            and each.auth_connector == (wanted.auth_connector if wanted.offline else "")
            for each in await self.get_bindings()
        )


def _subscription(binding: Binding) -> dict[str, Json]:
    params: dict[str, Json] = {"event": binding.event}
    if binding.offline:
        params["event_type"] = "offline"
    else:
        params |= {"event_type": "online", "handler": binding.handler}
        params |= {"auth_type": binding.auth_type} if binding.auth_type else {}
    if binding.auth_connector:
        params["auth_connector"] = binding.auth_connector
    return params


def read_bindings(value: Json) -> tuple[Binding, ...]:
    """What `event.get` answers."""
    return tuple(
        Binding(
            as_text(row.get("event")).upper(),
            as_bool(row.get("offline")),
            as_text(row.get("handler")),
            as_text(row.get("connector_id")),
            as_int(row.get("auth_type"), 0) or 0,
        )
        for row in each_map(value)
    )


def _reserved(process_id: str) -> dict[str, Json]:
    if not process_id:
        raise ValueError("An empty process id would mean all rows that wait")
    return {"process_id": process_id}


def read_rows(value: Json) -> tuple[QueueRow, ...]:
    """Rows of the queue as they came."""
    return tuple(_rows(value))


def _rows(value: Json) -> Iterator[QueueRow]:
    for item in as_list(value):
        row = lower(as_map(item))
        yield QueueRow(
            id=as_int(row.get("id"), 0) or 0,
            name=as_text(row.get("event_name")).upper(),
            message_id=as_id(row.get("message_id")),
            process_id=as_text(row.get("process_id")),
            error=as_bool(row.get("error")),
            raw=encode(item),
        )
