"""A portal reduced to one function, and a loop whose clock jumps instead of waiting."""

import asyncio
import json
import selectors
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import httpx

from app.bitrix.oauth import OAuth, TokenKeeper, Tokens
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Http, Transport, open_http
from app.domain.calls import CallRecord

PORTAL = "https://acme.bitrix24.com"
OAUTH = "https://oauth.bitrix.info"
SECRET = "s3cr3t-of-the-application"

Handler = Callable[[httpx.Request], Any]
T = TypeVar("T")


def ok(result: Any = True, **more: Any) -> httpx.Response:
    return httpx.Response(200, json={"result": result, "time": {}, **more})


def no(code: str, status: int = 400, text: str = "no") -> httpx.Response:
    return httpx.Response(status, json={"error": code, "error_description": text})


def tokens(access: str = "access-token-0001", refresh: str = "refresh-token-0001") -> Tokens:
    now = datetime.now(UTC)
    return Tokens(
        access, refresh, f"{PORTAL}/rest/", "m1", "local.1", now, now + timedelta(hours=1)
    )


def grant(number: int = 2, **more: Any) -> dict[str, Any]:
    return {
        "access_token": f"access-token-{number:04}",
        "refresh_token": f"refresh-token-{number:04}",
        "expires_in": 3600,
        "client_endpoint": f"{PORTAL}/rest/",
        "server_endpoint": f"{OAUTH}/rest/",
        "member_id": "m1",
        "scope": "im,imopenlines",
        "status": "L",
        "user_id": 7,
        **more,
    }


def body(request: httpx.Request) -> dict[str, Any]:
    return json.loads(request.content)


def method(request: httpx.Request) -> str:
    return request.url.path.rpartition("/rest/")[2].removesuffix(".json")


@dataclass
class Desk:
    """A signed-in transport in front of a handler, and what it left behind."""

    http: Http
    transport: Transport
    keeper: TokenKeeper
    records: list[CallRecord] = field(default_factory=list)
    saved: list[Tokens] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)

    async def call(self, name: str, **params: Any) -> Any:
        return await self.transport.call(name, params)


def desk(
    handler: Handler,
    *,
    pacer: Pacer | None = None,
    pair: Tokens | None = None,
    http: Http | None = None,
) -> Desk:
    requests: list[httpx.Request] = []
    records: list[CallRecord] = []
    saved: list[Tokens] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        await request.aread()
        requests.append(request)
        result = handler(request)
        return await result if isinstance(result, Awaitable) else result

    async def save(pair: Tokens) -> None:
        await asyncio.sleep(0)
        saved.append(pair)

    http = http or open_http(transport=httpx.MockTransport(answer))
    oauth = OAuth(http, OAUTH, "local.1", SECRET, records.append)
    keeper = TokenKeeper(oauth, pair or tokens(), save)
    transport = Transport(http, keeper, pacer or Pacer(10_000, 10_000), records.append)
    return Desk(http, transport, keeper, records, saved, requests)


class FakeCaller:
    """Answers typed methods by name and keeps what they sent."""

    def __init__(self, **answers: Any) -> None:
        self.answers = {name.replace("__", "."): value for name, value in answers.items()}
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def call(self, method: str, params: Any = None) -> Any:
        self.calls.append((method, json.loads(json.dumps(params or {}))))
        answer = self.answers.get(method, True)
        if isinstance(answer, Exception):
            raise answer
        return answer(params) if callable(answer) else answer


class _JumpingSelector(selectors.DefaultSelector):
    """Instead of waiting for time to pass, lets it pass."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        self.passed += 1e-6  # work takes time, too; timers that round badly would never come
        if not ready and timeout:
            self.passed += timeout
        return ready if ready or timeout is not None else super().select(None)


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop whose hours take no time."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed


def in_no_time(work: Callable[[], Awaitable[T]]) -> T:
    """Run a coroutine with the jumping clock."""

    async def run() -> T:
        return await work()

    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(run())


def now() -> float:
    return asyncio.get_running_loop().time()


def replace_endpoint(endpoint: str) -> Tokens:
    return replace(tokens(), endpoint=endpoint)
