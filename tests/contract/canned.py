"""A vendor that answers canned bytes, and the client in front of it.

The answers stand in the tests, written by hand from the protocol; nothing here computes one.
"""

import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.bitrix.oauth import OAuth, TokenKeeper, Tokens
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Transport, open_http
from app.domain.calls import CallRecord

PORTAL = "http://127.0.0.1:8080"
ELSEWHERE = "http://localhost:9090"
APPLICATION = "local.canned"
SECRET = "secret-of-the-application"
TIME = {
    "start": 1_767_000_000.12,
    "finish": 1_767_000_000.31,
    "duration": 0.19,
    "processing": 0.04,
    "date_start": "2026-01-02T09:20:00+00:00",
    "date_finish": "2026-01-02T09:20:00+00:00",
    "operating_reset_at": 1_767_000_600,
    "operating": 0.21,
}


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    host: str
    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def params(self) -> dict[str, Any]:
        return json.loads(self.body)


@dataclass
class Vendor:
    """Answers each address from its list; the last answer is given again and again."""

    answers: dict[str, list[Response]] = field(default_factory=lambda: defaultdict(list))
    asked: list[Asked] = field(default_factory=list)

    def says(self, where: str, body: Any, status: int = 200, **headers: str) -> None:
        """Answer a method (or `token`) with JSON, or with bytes as they are."""
        kind = headers.pop("kind", "application/json; charset=utf-8")
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers[where].append(Response(content, status, headers, kind))

    def result(self, method: str, result: Any, **more: Any) -> None:
        """A success in the usual envelope."""
        self.says(method, {"result": result, **more, "time": TIME})

    def calls(self, where: str) -> list[Asked]:
        return [each for each in self.asked if each.path.rstrip("/").endswith(where)]

    async def answer(self, request: Request) -> Response:
        path = request.url.path
        self.asked.append(
            Asked(
                request.headers["host"],
                request.method,
                path.removesuffix(".json"),
                request.url.query,
                dict(request.headers),
                await request.body(),
            )
        )
        name = path.rstrip("/").rpartition("/")[2].removesuffix(".json")
        waiting = self.answers[name]
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


@dataclass
class Client:
    """The program's transport, signed in to the canned vendor."""

    vendor: Vendor
    http: httpx.AsyncClient
    oauth: OAuth
    keeper: TokenKeeper
    transport: Transport
    records: list[CallRecord]
    saved: list[Tokens]

    async def call(self, method: str, **params: Any) -> Any:
        return await self.transport.call(method, params)


def token_answer(number: int = 2, **changes: Any) -> dict[str, Any]:
    given = {
        "access_token": f"access-token-{number}-0123456789",
        "refresh_token": f"refresh-token-{number}-0123456789",
        "expires": 4_102_444_800,
        "expires_in": 3600,
        "scope": "crm,im,imopenlines,imconnector",
        "domain": "127.0.0.1:8080",
        "server_endpoint": f"{PORTAL}/rest/",
        "status": "L",
        "client_endpoint": f"{PORTAL}/rest/",
        "member_id": "0b7c4e0d5f6a4b29a1d2c3e4f5061728",
        "user_id": 7,
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


def row(name: str, data: Any, **changes: Any) -> dict[str, Any]:
    """A row of the offline queue."""
    return {
        "ID": "8801",
        "TIMESTAMP_X": "2026-01-02T09:22:03+00:00",
        "EVENT_NAME": name,
        "EVENT_DATA": data,
        "EVENT_ADDITIONAL": {"user_id": "7"},
        "MESSAGE_ID": "9d0b0f3b6d0e4c0ea0a1f6f7c6c1d2e3",
        **changes,
    }


def first_tokens() -> Tokens:
    now = datetime.now(UTC)
    return Tokens(
        access="access-token-1-0123456789",
        refresh="refresh-token-1-0123456789",
        endpoint=f"{PORTAL}/rest/",
        member_id="0b7c4e0d5f6a4b29a1d2c3e4f5061728",
        client_id=APPLICATION,
        obtained_at=now,
        expires_at=now + timedelta(hours=1),
    )


@asynccontextmanager
async def open_client() -> AsyncIterator[Client]:
    vendor = Vendor()
    route = Route("/{path:path}", vendor.answer, methods=["GET", "POST"])
    app = Starlette(routes=[route])
    records: list[CallRecord] = []
    saved: list[Tokens] = []

    async def save(tokens: Tokens) -> None:
        saved.append(tokens)

    async with open_http(transport=httpx.ASGITransport(app=app)) as http:
        oauth = OAuth(http, PORTAL, APPLICATION, SECRET, records.append)
        keeper = TokenKeeper(oauth, first_tokens(), save)
        # A refusal of the rate limit is told at once instead of being waited out.
        pacer = Pacer(10_000, 10_000, patience=0)
        transport = Transport(http, keeper, pacer, records.append)
        yield Client(vendor, http, oauth, keeper, transport, records, saved)
        await keeper.close()
