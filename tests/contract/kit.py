"""A plain HTTP client of the sandbox portal: it knows the protocol and nothing of `app.bitrix`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, Sandbox, create
from app.sandbox.keeping import snapshots
from tests.helpers.books import sound

from .browser import Browser
from .witness import WITNESS

ORIGIN = "http://127.0.0.1:8000"
SHOP = "acme_shopchat"
SEVEN = (
    "OnImConnectorMessageAdd",
    "OnImConnectorMessageUpdate",
    "OnImConnectorMessageDelete",
    "OnImConnectorDialogStart",
    "OnImConnectorDialogFinish",
    "OnImConnectorStatusDelete",
    "OnImConnectorLineDelete",
)
SVG = "data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%2F%3E"


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer with its JSON body."""

    status: int
    body: Any = field(repr=True)

    @property
    def result(self) -> Any:
        assert "error" not in self.body, self
        assert self.status == 200, self
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        return self.status, self.body.get("error", "nothing was refused")

    @property
    def text(self) -> str:
        return self.body.get("error_description", "")


class Portal:
    """The sandbox as seen by one signed-in application, and by the operators behind it."""

    def __init__(self, http: httpx.AsyncClient, sandbox: Sandbox) -> None:
        self.http = http
        self.sandbox = sandbox
        self.details: dict[str, Any] = sandbox.describe(ORIGIN)
        self.tokens: dict[str, Any] = {}
        self.lines: list[int] = []

    @property
    def rest(self) -> str:
        return self.details["rest"]

    @property
    def keys(self) -> dict[str, str]:
        return {k: self.details[k] for k in ("client_id", "client_secret")}

    async def redirected(self, state: str = "st-1") -> dict[str, str]:
        """Sign in as a person would; the parameters of the address the browser ends on."""
        browser = Browser(self.http)
        asked = {"client_id": self.details["client_id"], "state": state}
        end = await browser.consent(self.details["portal"] + "/oauth/authorize/", asked)
        return query_of(end)

    async def token(self, verb: str = "GET", **params: str) -> Answer:
        """Ask the authorisation server with exactly these parameters."""
        url = self.details["oauth"] + "/oauth/token/"
        sent = {"params": params} if verb == "GET" else {"data": params}
        return answer_of(await self.http.request(verb, url, **sent))

    async def exchange(self, code: str, verb: str = "GET", **other: str) -> Answer:
        given = {"grant_type": "authorization_code", "code": code, **self.keys, **other}
        return await self.token(verb, **given)

    async def refresh(self, refresh_token: str, verb: str = "GET", **other: str) -> Answer:
        given = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return await self.token(verb, **given, **{**self.keys, **other})

    async def sign_in(self) -> None:
        code = (await self.redirected())["code"]
        self.tokens = (await self.exchange(code)).body

    async def call(self, method: str, params: dict[str, Any] | None = None) -> Answer:
        """A REST call as the application, JSON in and out."""
        body = {**(params or {}), "auth": self.tokens["access_token"]}
        return answer_of(await self.http.post(self.rest + method + ".json", json=body))

    async def ok(self, method: str, params: dict[str, Any] | None = None) -> Any:
        """A REST call that must succeed; its `result`."""
        return (await self.call(method, params)).result

    async def raw(self, verb: str, path: str, **sent: Any) -> Answer:
        return answer_of(await self.http.request(verb, self.rest + path, **sent))

    async def batch(self, cmd: Any, halt: int = 0) -> dict[str, Any]:
        return await self.ok("batch", {"cmd": cmd, "halt": halt})

    async def control(self, act: str, **params: Any) -> Any:
        """An act outside the application: an operator's, the vendor's or time's."""
        got = await self.http.post(self.details["control"] + act, json=params)
        assert got.status_code == 200, (act, got.status_code, got.text)
        return got.json()

    async def state(self) -> dict[str, Any]:
        return (await self.http.get(self.details["control"] + "state")).json()

    async def advance(self, seconds: float) -> None:
        await self.control("clock", advance=seconds)

    def switch_line_off(self, line: int) -> None:
        """No method of this portal does it, so the state is changed from behind."""
        lines = self.sandbox.portal.lines
        lines[line] = replace(lines[line], active=False)

    async def bind(self, *events: str, **params: Any) -> None:
        for event in events or SEVEN:
            await self.ok("event.bind", {"event": event, "event_type": "offline", **params})

    async def queue(self, **params: Any) -> list[dict[str, Any]]:
        """Everything that waits in the offline queue; it is gone afterwards."""
        got = await self.ok("event.offline.get", {"limit": 1000, "order": {"ID": "ASC"}, **params})
        return got["events"]

    async def events(self, name: str, **params: Any) -> list[Any]:
        """Data of the waiting events of one kind; the whole queue is emptied."""
        rows = await self.queue(**params)
        return [row["EVENT_DATA"] for row in rows if row["EVENT_NAME"] == name.upper()]

    async def connect(self, connector: str = SHOP, line: int | None = None, **changes: Any) -> None:
        await self.ok("imconnector.register", registration(ID=connector, **changes))
        await self.activate(line or self.lines[0], connector)

    async def activate(self, line: int, connector: str = SHOP, active: int = 1) -> None:
        given = {"CONNECTOR": connector, "LINE": line, "ACTIVE": active}
        assert await self.ok("imconnector.activate", given) is True

    async def status(self, connector: str = SHOP, line: int | None = None) -> dict[str, Any]:
        given = {"CONNECTOR": connector, "LINE": line or self.lines[0]}
        return await self.ok("imconnector.status", given)

    async def write(self, text: str = "Is the lamp in stock?", **ids: Any) -> dict[str, Any]:
        """A customer writes; the item of the answer."""
        return (await self.send([incoming(text, **ids)]))[0]

    async def send(self, messages: Any, what: str = "send.messages") -> list[dict[str, Any]]:
        got = await self.ok(f"imconnector.{what}", self.about(MESSAGES=messages))
        assert got["SUCCESS"] is True
        return got["DATA"]["RESULT"]

    def about(self, connector: str = SHOP, **more: Any) -> dict[str, Any]:
        return {"CONNECTOR": connector, "LINE": self.lines[0], **more}

    async def open_dialog(self, **ids: Any) -> int:
        """A customer writes and the queue is emptied; the portal's chat id."""
        item = await self.write(**ids)
        await self.queue()
        return int(item["session"]["CHAT_ID"])

    async def replied(self, chat: int, text: str = "Yes, two left.") -> dict[str, Any]:
        """An operator answers in the portal; the message of the event."""
        await self.control("reply", chat_id=chat, text=text)
        (data,) = await self.events("OnImConnectorMessageAdd")
        return data["MESSAGES"][0]

    async def acknowledge(self, message: dict[str, Any], *ids: str) -> None:
        ack = {"im": message["im"], "message": {"id": list(ids)}, "chat": message["chat"]}
        given = self.about(MESSAGES=[ack])
        assert (await self.ok("imconnector.send.status.delivery", given))["SUCCESS"] is True


def answer_of(response: httpx.Response) -> Answer:
    return Answer(response.status_code, response.json())


def query_of(address: str) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(urlsplit(address).query).items()}


def registration(**changes: Any) -> dict[str, Any]:
    """Parameters of `imconnector.register`; a change to None leaves the parameter out."""
    given = {
        "ID": SHOP,
        "NAME": "Acme shop chat",
        "ICON": {"DATA_IMAGE": SVG, "COLOR": "#7aa52c", "SIZE": "85%", "POSITION": "center"},
        "PLACEMENT_HANDLER": "https://acme.example/settings",
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


def incoming(
    text: str = "Is the lamp in stock?",
    *,
    user: str = "u-1",
    message: str = "m-1",
    chat: str = "conv-1",
    name: str = "Ivo",
) -> dict[str, Any]:
    return {
        "user": {"id": user, "name": name},
        "message": {"id": message, "date": 1_767_000_000, "text": text},
        "chat": {"id": chat, "name": "Shop chat"},
    }


@asynccontextmanager
async def open_portal(
    *, signed_in: bool = True, clock: Clock | None = None, **switches: Any
) -> AsyncIterator[Portal]:
    """A fresh portal in memory; the application is signed in and nothing limits its rate.

    Its time stands still until it is moved, unless there is another clock.
    """
    options = Options(**{"auto_consent": True, "rate_limit": False, **switches})
    sandbox = create(options, clock=clock or Clock.frozen())
    transport = httpx.ASGITransport(app=sandbox.app)
    hooks = {"response": [WITNESS.answered]}
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, event_hooks=hooks) as http:
        portal = Portal(http, sandbox)
        if signed_in:
            await portal.sign_in()
            found = await portal.ok("imopenlines.config.list.get")
            portal.lines = [int(line["ID"]) for line in found]
        yield portal
    state = sandbox.portal
    sound(state)  # whatever happened, its books agree
    snapshots.twin(state, snapshots.save(state))  # and it can be kept and restored
