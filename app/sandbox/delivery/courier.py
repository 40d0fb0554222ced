"""Carries events to their handlers over HTTP: side by side to several, one after another to each.

As the vendor's queue servers: no second attempt, and who answers slowly is called less often. Only
addresses of this machine are called, and those that `--allow-host` names.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

from app.sandbox.delivery.handler_url import why_not
from app.sandbox.delivery.outbox import ANSWERED, FAILED, NOT_SENT, WAITING, Delivery
from app.sandbox.portal import Portal

if TYPE_CHECKING:
    import httpx

#: Handlers that are called at the same time.
MAX_HANDLERS = 16
CONNECT_SECONDS, TOTAL_SECONDS = 5.0, 60.0
#: Of a longer answer the rest is not read.
MAX_ANSWER = 1024 * 1024
#: A handler that takes longer gets a pause as long as it took, within bounds.
SLOW_SECONDS, MAX_PAUSE = 1.0, 30.0
TICK_SECONDS = 0.1
#: Handlers may cause events for each other; `deliver` goes round so often and leaves the rest.
MAX_ROUNDS = 100
USER_AGENT = "Bitrix24 Webhook Engine"
logger = logging.getLogger(__name__)


async def deliver(portal: Portal, http: "httpx.AsyncClient | None" = None) -> int:
    """Send everything that is due, also what the handlers cause meanwhile. Returns how many."""
    sent, rounds = 0, 0
    async with AsyncExitStack() as stack:
        while (lanes := _lanes(portal)) and rounds < MAX_ROUNDS:
            if http is None:
                http = await stack.enter_async_context(_client())
            async with asyncio.TaskGroup() as group:
                for lane in lanes.values():
                    group.create_task(_carry_all(portal, http, lane, patient=False))
            sent, rounds = sent + sum(map(len, lanes.values())), rounds + 1
            portal.catch_up()
    return sent


async def serve(current: Callable[[], Portal]) -> None:
    """Do what is due in the portal and send its events, until cancelled."""
    async with AsyncExitStack() as stack:
        calls = _Calls(stack, await stack.enter_async_context(asyncio.TaskGroup()))
        while True:
            portal = current()
            portal.catch_up()
            await calls.begin(portal)
            await asyncio.sleep(TICK_SECONDS)


class _Calls:
    """Who is being called now. The HTTP client is made when somebody has to be called."""

    def __init__(self, stack: AsyncExitStack, group: asyncio.TaskGroup) -> None:
        self._stack = stack
        self._group = group
        self._busy: set[str] = set()
        self._http: httpx.AsyncClient | None = None

    async def begin(self, portal: Portal) -> None:
        """Call every handler that something is due for and that is not being called."""
        group = self._group
        for handler, lane in _lanes(portal).items():
            if handler not in self._busy and len(self._busy) < MAX_HANDLERS:
                if self._http is None:
                    self._http = await self._stack.enter_async_context(_client())
                self._busy.add(handler)
                group.create_task(self._carry(portal, self._http, lane))

    async def _carry(self, portal: Portal, http: "httpx.AsyncClient", lane: list[Delivery]) -> None:
        try:
            await _carry_all(portal, http, lane, patient=True)
        finally:
            self._busy.discard(lane[0].handler)


async def _carry_all(
    portal: Portal, http: "httpx.AsyncClient", lane: list[Delivery], *, patient: bool
) -> None:
    """Send one after another; after a reset the records of before are no longer sent."""
    log = portal.deliveries
    for row in lane:
        if portal.deliveries is not log:
            return
        took = await carry(portal, http, row)
        if patient:
            await asyncio.sleep(pause_after(took))


async def carry(portal: Portal, http: "httpx.AsyncClient", row: Delivery) -> float:
    """Send one record and note what came of it. Returns the seconds that it took."""
    if row.state != WAITING:
        return 0.0
    began = time.monotonic()
    try:
        await _try(portal, http, row)
    except Exception:  # whatever one address breaks with, the others are called
        logger.exception("Event %d could not be sent", row.id)
        row.end(FAILED, "the address cannot be called")
    portal.changes += 1
    if row.sent_at is None:
        return 0.0
    row.milliseconds = round((portal.now - row.sent_at) * 1000)  # shown, so by the portal's clock
    return time.monotonic() - began


async def _try(portal: Portal, http: "httpx.AsyncClient", row: Delivery) -> None:
    import httpx

    refusal = why_not(row.handler, portal.options.allow_hosts)
    if refusal:
        row.end(NOT_SENT, refusal)
        return
    row.sent_at = portal.now
    try:
        async with asyncio.timeout(TOTAL_SECONDS):
            row.status, row.answer_bytes = await _post(http, row)
        row.end(ANSWERED)
    except TimeoutError:
        row.end(FAILED, f"no whole answer within {TOTAL_SECONDS:.0f} seconds")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        row.end(FAILED, f"{type(error).__name__}: {_reason(error)}".rstrip(": "))


def _reason(error: BaseException) -> str:
    """What the error says, or else the network's error behind it."""
    cause = error.__cause__ or error.__context__
    if str(error) or cause is None:
        return str(error)
    return _reason(cause) if isinstance(cause, OSError) or not str(cause) else ""


def pause_after(seconds: float) -> float:
    """How long a handler is left alone that took so long: nothing, or as long again."""
    return min(seconds, MAX_PAUSE) if seconds > SLOW_SECONDS else 0.0


async def _post(http: "httpx.AsyncClient", row: Delivery) -> tuple[int, int]:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    size = 0
    async with http.stream("POST", row.handler, content=row.body, headers=headers) as answer:
        async for piece in answer.aiter_raw():
            size += len(piece)
            if size > MAX_ANSWER:
                break
    return answer.status_code, size


def _due(portal: Portal) -> list[Delivery]:
    now = portal.now
    return [row for row in portal.deliveries if row.state == WAITING and row.due <= now]


def _lanes(portal: Portal) -> dict[str, list[Delivery]]:
    """What is due, by handler, in the order of the events."""
    lanes: dict[str, list[Delivery]] = {}
    for row in _due(portal):
        lanes.setdefault(row.handler, []).append(row)
    return lanes


def _client() -> "httpx.AsyncClient":
    import httpx

    return httpx.AsyncClient(
        verify=False,  # noqa: S501 - handlers of this machine have certificates of their own
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS),
        limits=httpx.Limits(max_connections=MAX_HANDLERS, max_keepalive_connections=0),
        headers={"User-Agent": USER_AGENT},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),  # handlers leave no trace
    )
