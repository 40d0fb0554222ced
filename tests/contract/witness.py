"""What a test really did with the portal: the methods it had answered, the events it saw.

A test says by `pins("method.name", "EVENTNAME")` what it holds fast; the witness keeps it honest.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import httpx


class Witness:
    """Methods (lower-case) that some portal answered, events (upper-case) an application got."""

    def __init__(self) -> None:
        self.methods: set[str] = set()
        self.events: set[str] = set()

    def forget(self) -> None:
        self.methods.clear()
        self.events.clear()

    def missing(self, pinned: Iterable[str]) -> list[str]:
        seen = self.methods | self.events
        return [name for name in pinned if canonical(name) not in seen]

    async def answered(self, response: httpx.Response) -> None:
        """A hook of the HTTP client: looks at every answer of a portal."""
        request = response.request
        path = unquote(urlsplit(str(request.url)).path)
        if not path.startswith("/rest/") or response.status_code == 404:
            return
        await response.aread()
        self._called(path)
        if method_of(path) == "batch":
            self._batched(request, response)
        self._saw(response)

    def delivered(self, event: str) -> None:
        """An online handler was called."""
        self.events.add(event.upper())

    def _called(self, path: str) -> None:
        self.methods.add(method_of(path))

    def _batched(self, request: httpx.Request, response: httpx.Response) -> None:
        refused = _part(response, "result", "result_error")
        for key, command in _commands(request):
            error = refused.get(key, {}) if isinstance(refused, dict) else {}
            if error.get("error") != "ERROR_METHOD_NOT_FOUND":
                self.methods.add(command.partition("?")[0].strip().lower())

    def _saw(self, response: httpx.Response) -> None:
        result = _part(response, "result")
        rows = result.get("events") if isinstance(result, dict) else result
        for row in rows if isinstance(rows, list) else []:
            name = row.get("EVENT_NAME") or row.get("type") if isinstance(row, dict) else None
            if isinstance(name, str) and name.upper().startswith("ON"):
                self.events.add(name.upper())


def canonical(name: str) -> str:
    """Events are written in capitals, methods compare without case."""
    return name if name.isupper() else name.lower()


def method_of(path: str) -> str:
    name = path.rstrip("/").rpartition("/")[2].lower()
    return name.removesuffix(".json").removesuffix(".xml")


def _part(response: httpx.Response, *path: str) -> Any:
    try:
        found = response.json()
    except ValueError:
        return {}
    for key in path:
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found


def _commands(request: httpx.Request) -> list[tuple[str, str]]:
    try:
        sent = json.loads(request.content).get("cmd", {})
    except (ValueError, AttributeError, RecursionError):
        body = request.content.decode(errors="replace")
        pairs = [*parse_qsl(urlsplit(str(request.url)).query), *parse_qs_pairs(body)]
        return [(key[4:-1], value) for key, value in pairs if key.startswith("cmd[")]
    known = sent if isinstance(sent, (dict, list)) else []
    pairs = known.items() if isinstance(known, dict) else enumerate(known)
    return [(str(key), value) for key, value in pairs if isinstance(value, str)]


def parse_qs_pairs(body: str) -> list[tuple[str, str]]:
    return [(key, values[-1]) for key, values in parse_qs(body).items()]


WITNESS = Witness()
