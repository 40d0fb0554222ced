"""A connector's and its portal's whole day as bytes: every answer the sandbox gave, in order.

Uses nothing but sockets. It calls itself by a fixed address, so that ports leave no trace.
"""

import http.client
import json
import queue
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

NAME = "127.0.0.1:8080"
SHOP = "lamp_chat"
ICON = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}
#: What the workplace's forms carry so that no other page can send them: new for each process.
FORM_SECRET = re.compile(rb'name="secret" value="[^"]*"')
EVENTS = ("MessageAdd", "MessageUpdate", "DialogStart", "DialogFinish", "StatusDelete")


class Handler:
    """A handler's address on this machine; keeps what was sent to it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.got: queue.Queue[bytes] = queue.Queue()


@contextmanager
def handler() -> Iterator[Handler]:
    """Serve a handler until the block ends."""

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()
            taken.got.put(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - inherited
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Taker) as server:
        taken = Handler(f"http://127.0.0.1:{server.server_address[1]}/events")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield taken
        finally:
            server.shutdown()
            thread.join()


class Player:
    """Says its lines and keeps every answer."""

    def __init__(self, about: dict[str, str], taken: Handler) -> None:
        self.about, self.taken = about, taken
        self.heard: list[bytes] = []
        self.tokens: dict[str, Any] = {}
        place = urlsplit(about["portal"])
        assert place.hostname
        self._line = http.client.HTTPConnection(place.hostname, place.port, timeout=60)

    def close(self) -> None:
        self._line.close()

    def ask(self, verb: str, path: str, body: bytes = b"", kind: str = "") -> Any:
        headers = {"Host": NAME, **({"Content-Type": kind} if kind else {})}
        self._line.request(verb, path, body, headers)
        answer = self._line.getresponse()
        content = answer.read()
        head = json.dumps([verb, path, answer.status, sorted(answer.getheaders())])
        self.heard += [head.encode(), FORM_SECRET.sub(b"", content)]
        location = answer.getheader("location")
        if location:
            return location
        return json.loads(content) if content[:1] in (b"{", b"[") else content

    def call(self, method: str, **params: Any) -> Any:
        body = json.dumps({**params, "auth": self.tokens["access_token"]}).encode()
        return self.ask("POST", f"/rest/{method}", body, "application/json")

    def order(self, act: str, **fields: Any) -> Any:
        return self.ask("POST", f"/sandbox/{act}", json.dumps(fields).encode(), "application/json")

    def token(self, **grant: str) -> None:
        keys = {name: self.about[name] for name in ("client_id", "client_secret")}
        form = urlencode({**keys, **grant}).encode()
        kind = "application/x-www-form-urlencoded"
        self.tokens = self.ask("POST", "/oauth/token/", form, kind)

    def sign_in(self) -> None:
        query = urlencode({"client_id": self.about["client_id"], "state": "s"})
        there = self.ask("GET", f"/oauth/authorize/?{query}")
        code = parse_qs(urlsplit(there).query)["code"][0]
        self.token(grant_type="authorization_code", code=code)

    def event(self) -> None:
        """Wait for an event at the handler's address, until the portal has its answer too.

        How long an answer takes no portal can know beforehand: what is asked meanwhile, not a
        part of the day, is left out.
        """
        self.heard.append(self.taken.got.get(timeout=60))
        kept, self.heard = self.heard, []
        while any(row["state"] == "waiting" for row in self.ask("GET", "/sandbox/deliveries")):
            pass
        self.heard = kept

    def write(self, text: str, *, number: int, person: int = 1, **more: Any) -> int:
        item = {
            "user": {"id": f"u-{person}", "name": f"Ivo {person}", "phone": "+37120000000"},
            "message": {"id": f"m-{number}", "date": 1_767_345_000 + number, "text": text, **more},
            "chat": {"id": f"c-{person}"},
        }
        got = self.call("imconnector.send.messages", CONNECTOR=SHOP, LINE=42, MESSAGES=[item])
        return int(got["result"]["DATA"]["RESULT"][0]["session"]["CHAT_ID"])


def play(about: dict[str, str], taken: Handler) -> list[bytes]:
    """The whole day; everything that was answered."""
    player = Player(about, taken)
    try:
        player.sign_in()
        _open_the_shop(player)
        chat = _talk(player)
        _look_around(player, chat)
        _have_bad_luck(player, chat)
        _let_time_pass(player)
    finally:
        player.close()
    return player.heard


def _open_the_shop(player: Player) -> None:
    settings = "https://lamp.example/settings"
    player.call(
        "imconnector.register", ID=SHOP, NAME="Lamps", ICON=ICON, PLACEMENT_HANDLER=settings
    )
    for event in EVENTS:
        player.call("event.bind", event=f"OnImConnector{event}", event_type="offline")
    player.call("event.bind", event="OnImConnectorMessageAdd", handler=player.taken.address)
    player.call("event.bind", event="OnAppTest", handler="https://elsewhere.example/handler")
    player.call("imconnector.activate", CONNECTOR=SHOP, LINE=42, ACTIVE=1)
    player.call("imconnector.connector.data.set", CONNECTOR=SHOP, LINE=42, DATA={"ID": "shop-1"})
    player.call("imconnector.status", CONNECTOR=SHOP, LINE=42)
    bot = {"NAME": "Helper", "PERSONAL_PHOTO": "http://pictures.example/bot.png"}
    elsewhere = "https://bots.example/handler"
    player.call("imbot.register", CODE="helper", TYPE="O", EVENT_HANDLER=elsewhere, PROPERTIES=bot)


def _talk(player: Player) -> int:
    picture = {"url": "http://files.example/lamp.jpg", "name": "lamp.jpg"}
    chat = player.write("Is the lamp in stock?", number=1)
    player.write("And this one?", number=2, files=[picture])
    player.write("Good day", number=3, person=2)
    player.order("reply", chat_id=chat, text="Yes, two of them.")
    player.event()
    queued = player.call("event.offline.get", clear=0, limit=10)["result"]
    for row in queued["events"]:
        if row["EVENT_NAME"] == "ONIMCONNECTORMESSAGEADD":
            _deliver(player, row["EVENT_DATA"]["MESSAGES"][0])
    player.call("event.offline.clear", process_id=queued["process_id"])
    player.order("auto-operator", on=True, delay=30)
    player.write("Hello?", number=4, person=3)
    player.order("clock", advance=31)
    player.event()
    return chat


def _deliver(player: Player, message: dict[str, Any]) -> None:
    receipt = {"im": message["im"], "message": {"id": ["out-1"]}, "chat": message["chat"]}
    player.call("imconnector.send.status.delivery", CONNECTOR=SHOP, LINE=42, MESSAGES=[receipt])


def _look_around(player: Player, chat: int) -> None:
    for method in ("profile", "scope", "events", "methods", "app.info", "user.get", "server.time"):
        player.call(method)
    for method in ("imconnector.list", "imopenlines.config.list.get", "im.recent.list"):
        player.call(method)
    player.call("im.dialog.messages.get", DIALOG_ID=f"chat{chat}")
    player.call("im.chat.get", ENTITY_TYPE="LINES", ENTITY_ID=f"{SHOP}|42|c-1|914")
    player.call("imopenlines.dialog.get", CHAT_ID=chat)
    player.call("crm.lead.list", select=["*"])
    player.call("imopenlines.crm.chat.get", CRM_ENTITY_TYPE="lead", CRM_ENTITY=611)
    player.call("batch", cmd={"me": "profile", "line": "imopenlines.config.get?CONFIG_ID=42"})
    player.call("event.test", any="thing")
    for method in ("no.such.method", "imconnector.activate", "imopenlines.config.get"):
        player.call(method)


def _have_bad_luck(player: Player, chat: int) -> None:
    player.order("fault", kind="OVERLOAD_LIMIT", probability=0.5, count=5, seed=3)
    for _ in range(12):
        player.call("profile")
    player.order("clear-faults")
    player.order("tokens", action="expire", which="access")
    player.call("profile")
    player.token(grant_type="refresh_token", refresh_token=player.tokens["refresh_token"])
    player.order("snapshot", name="before")
    player.order("close", chat_id=chat)
    player.order("restore", name="before")
    player.order("preset", name="no-offline-extended")
    player.call("event.offline.get", clear=0)
    player.order("delete-line", line=57)


def _let_time_pass(player: Player) -> None:
    player.ask("GET", "/sandbox/state")
    player.order("clock", advance=34 * 86_400)
    for what in ("sandbox/state", "sandbox/calls", "sandbox/orders", "", "workplace/traffic"):
        player.ask("GET", f"/{what}")
