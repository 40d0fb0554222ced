"""Calls REST methods of one portal for one signed-in application.

Every call is paced, carries the token in its body (never in an address), is recorded without
secrets, and is repeated only where the portal surely did not execute it: after a refresh of the
token, after throttling, and when a renamed portal was vouched for by the authorisation server.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Protocol
from urllib.parse import quote

import httpx

from app.bitrix.access import changes
from app.bitrix.answers import Answer, error_from, read_answer
from app.bitrix.connection import Http, RawAnswer, host_of, is_safe, open_http, send
from app.bitrix.errors import BitrixError, Moved, ReadOnly, Refused, SignedOut, Throttled
from app.bitrix.pacing import Pacer
from app.bitrix.records import OpenCall
from app.bitrix.redact import redact
from app.bitrix.redirects import MOST_MOVES, Strangers, refuse_redirect
from app.bitrix.wire import Json, Params, as_map, encode, query
from app.domain.calls import CallKind, CallRecord

__all__ = [
    "Answer",
    "BatchAnswer",
    "Caller",
    "Command",
    "Http",
    "Json",
    "PagedCaller",
    "Params",
    "TokenSource",
    "Transport",
    "open_http",
]

Command = tuple[str, Params]

_BATCH = 50
_STALE = ("expired_token", "invalid_token")


class Caller(Protocol):
    """Whatever can call a method: all that a typed method needs."""

    async def call(self, method: str, params: Params | None = None) -> Json:
        """The `result` of the answer.

        Raises:
            BitrixError: the portal refused, or no good answer came.
        """
        ...


class PagedCaller(Caller, Protocol):
    """A caller that also tells about further pages and runs batches."""

    async def call_full(self, method: str, params: Params | None = None) -> Answer:
        """The whole answer."""
        ...

    async def batch(self, commands: Mapping[str, Command]) -> "BatchAnswer":
        """The answers of several methods, in order."""
        ...


class TokenSource(Protocol):
    """Who knows the current token."""

    @property
    def endpoint(self) -> str:
        """The portal's REST root; ends with `/rest/`."""
        ...

    async def access(self) -> str:
        """The current access token."""
        ...

    async def renew(self, stale: str) -> str:
        """A token newer than `stale`, refreshed at most once for all who ask."""
        ...

    def obtained_here(self, token: str) -> bool:
        """Whether this is the current token and a refresh of ours brought it: another process's may
        have grown old before we heard of it.
        """
        ...


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """Results and errors by the caller's keys. A result of false or `[]` is a success."""

    results: Mapping[str, Json]
    errors: Mapping[str, BitrixError]


class Transport:
    """The one way to a portal. Every call, refused or not, is told to `on_call`.

    While `read_only` says so, calls that may change something are refused before they leave.
    """

    def __init__(
        self,
        http: Http,
        tokens: TokenSource,
        pacer: Pacer,
        on_call: Callable[[CallRecord], None],
        *,
        read_only: Callable[[], bool] = lambda: False,
    ) -> None:
        self._http = http
        self._read_only = read_only
        self._tokens = tokens
        self._on_call = on_call
        self._strangers = Strangers()
        self.pacer = pacer

    async def call(self, method: str, params: Params | None = None) -> Json:
        """The `result` of one call; see `Caller`."""
        return (await self.call_full(method, params)).result

    async def call_full(self, method: str, params: Params | None = None) -> Answer:
        """One call with its page numbers and time block.

        Raises:
            ReadOnly: the profile is read-only and the call may change something.
            BitrixError: the portal refused, or no good answer came.
        """
        self._guard(method, params or {})
        renewed, moves = False, 0
        for tries in count(1):
            await self.pacer.acquire(method)
            token = await self._tokens.access()
            self._guard(method, params or {})  # it may have been switched while we waited
            try:
                return await self._send(method, params or {}, token)
            except Throttled as error:
                await self.pacer.refused(error, tries)
            except SignedOut as error:
                last = renewed and self._tokens.obtained_here(token)
                if last or not error.has_code(*_STALE):
                    raise
                await self._tokens.renew(token)
                renewed = True
            except Moved as error:
                moves += 1
                await self._vouch(error, token, moves)
        raise AssertionError("unreachable: the loop ends by itself")

    async def batch(self, commands: Mapping[str, Command]) -> BatchAnswer:
        """Several calls in one request of the rate limit (in several, beyond 50).

        Raises:
            ReadOnly: the profile is read-only and one of the commands may change something.
            BitrixError: the batch as a whole failed; errors of single commands are in the answer.
        """
        self._guard("batch", {"cmd": {key: _line(*command) for key, command in commands.items()}})
        results: dict[str, Json] = {}
        errors: dict[str, BitrixError] = {}
        for keys in _chunks(list(commands)):
            lines = {key: _line(*commands[key]) for key in keys}
            answer = as_map(await self.call("batch", {"halt": 0, "cmd": lines}))
            found, failed = as_map(answer.get("result")), as_map(answer.get("result_error"))
            results |= {key: found[key] for key in keys if key in found and key not in failed}
            errors |= {
                key: _failed(commands[key], as_map(failed[key])) for key in keys if key in failed
            }
        for error in errors.values():
            if isinstance(error, Throttled) and error.overload:
                self.pacer.overload = error
        _move_nested(commands, results, errors)
        return BatchAnswer(results, errors)

    def _guard(self, method: str, params: Params) -> None:
        if not self._read_only() or not changes(method, params):
            return
        error = ReadOnly(method)
        url = f"{self._tokens.endpoint}{quote(method, safe='.')}.json"
        blocked = OpenCall(CallKind.REST, method, url, redact(params))
        self._on_call(blocked.failed(None, error, self.pacer.level))
        raise error

    async def _send(self, method: str, params: Params, token: str) -> Answer:
        endpoint = self._tokens.endpoint
        if not is_safe(endpoint):
            raise Refused("INSECURE_ADDRESS", host_of(endpoint), method=method)
        url = f"{endpoint}{quote(method, safe='.')}.json"
        call = OpenCall(
            CallKind.REST, method, url, redact(params, secrets=(token,)), secrets=(token,)
        )
        raw: RawAnswer | None = None
        try:
            raw = await send(self._http, self._request(url, params, token), method=method)
            refuse_redirect(raw, url, method)
            answer = read_answer(method, raw.status, raw.body)
        except BitrixError as error:
            error.reads = not changes(method, params)
            self._on_call(call.failed(raw, error, self.pacer.level))
            raise
        self.pacer.note(method, answer.time)
        self._on_call(call.answered(raw, answer, self.pacer.level))
        return answer

    def _request(self, url: str, params: Params, token: str) -> httpx.Request:
        return self._http.build_request(
            "POST",
            url,
            content=encode({**params, "auth": token}),
            headers={"Content-Type": "application/json"},
        )

    async def _vouch(self, error: Moved, token: str, moves: int) -> None:
        """Ask the authorisation server, by a refresh, whether the portal now lives there."""
        if not error.secure or moves > MOST_MOVES or error.host in self._strangers:
            raise error
        await self._tokens.renew(token)
        if host_of(self._tokens.endpoint) != error.host:
            self._strangers.add(error.host)
            raise error


def _line(method: str, params: Params) -> str:
    return f"{method}?{query(params)}" if params else method


def _chunks(keys: list[str]) -> list[list[str]]:
    return [keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)]


def _failed(command: Command, told: Mapping[str, Json]) -> BitrixError:
    method, params = command
    error = error_from(told, method=method, status=200)
    error.reads = not changes(method, params)
    return error


def _move_nested(
    commands: Mapping[str, Command], results: dict[str, Json], errors: dict[str, BitrixError]
) -> None:
    """A refusal that came as `{"result": false, "error": ...}` is an error here too."""
    for key, result in list(results.items()):
        inner = as_map(result)
        if "error" in inner and inner.get("result") is False:
            errors[key] = _failed(commands[key], inner)
            del results[key]
