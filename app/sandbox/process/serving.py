"""uvicorn as the sandbox needs it: one portal and its copies, each on a socket of its own.

Announces itself when it serves, does what is due meanwhile, and stops cleanly. Knows the command
line's wishes as values only.
"""

import asyncio
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from app.sandbox.delivery import courier
from app.sandbox.errors import ControlError
from app.sandbox.http.connections import PatientConnection
from app.sandbox.http.server import Sandbox
from app.sandbox.portal import Portal
from app.sandbox.process.statefile import StateFile

STOP_SECONDS = 3
MAX_COPIES = 16
#: Requests and connections at the same time; one more is answered with a plain 503.
MAX_REQUESTS = 256
MAX_HEAD = 64 * 1024


class Server(uvicorn.Server):
    """One socket. `started_serving` is called when it serves."""

    def __init__(
        self, app: ASGIApp, tls: ssl.SSLContext | None, started_serving: Callable[[], None]
    ) -> None:
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http=PatientConnection,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",  # a cut answer is an error to uvicorn, and ordered by us
            access_log=False,
            proxy_headers=False,  # nobody may say that he calls from elsewhere
            server_header=False,
            date_header=False,  # the portal's clock dates the answers
            limit_concurrency=MAX_REQUESTS,
            h11_max_incomplete_event_size=MAX_HEAD,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        super().__init__(config)
        config.load()
        config.ssl = tls
        self._started_serving = started_serving

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell that it serves."""
        await super().startup(sockets)
        self._started_serving()

    def refuse(self) -> None:
        """Be deaf at once: no new connection, and none that is kept open; then end."""
        self.should_exit = True
        for listening in getattr(self, "servers", ()):  # it has none before it serves
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Signals are the hosting's affair: there are several servers in the process."""
        yield


class Hosting:
    """A portal and its copies until SIGINT, SIGTERM or `stop`; none of them is an error.

    origin: where the portal is served, without a slash.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        listener: socket.socket,
        *,
        tls: ssl.SSLContext | None = None,
        state: StateFile | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._listener = listener
        self._tls = tls
        self._state = state
        self._copies: dict[str, Server] = {}
        self._server: Server | None = None
        self._tasks = asyncio.TaskGroup()
        self._stopped = False
        self.origin = self._origin_of(listener)

    def serve(self, announce: Callable[[], None]) -> None:
        """Serve until stopped; `announce` is called when the portal answers."""
        with self._signals():
            asyncio.run(self.run(announce))

    async def run(self, announce: Callable[[], None]) -> None:
        """Serve in a loop that already runs."""
        self._sandbox.house.host = self
        self._server = Server(self._sandbox.app, self._tls, announce)
        self._server.should_exit = self._stopped
        over = asyncio.Event()
        async with self._tasks as group:
            work = group.create_task(courier.serve(lambda: self._sandbox.portal))
            if self._state:
                group.create_task(self._state.follow(self._sandbox.house, over))
            try:
                await self._server.serve([self._listener])
            finally:
                over.set()
                work.cancel()
                for origin in self.opened():
                    self.close(origin)

    def stop(self) -> None:
        """Ask it to end; safe from any thread."""
        self._stopped = True
        if self._server:
            self._server.should_exit = True

    async def open(self, portal: Portal) -> dict[str, str]:
        """Serve a copy on a free port beside the portal."""
        if len(self._copies) >= MAX_COPIES:
            raise ControlError(f"{MAX_COPIES} copies serve already; stop one first.", 409)
        listener = listen(self._listener.getsockname()[0], 0)
        sandbox, serves = Sandbox(portal), asyncio.Event()
        sandbox.house.host = self
        server = Server(sandbox.app, self._tls, serves.set)
        origin = self._origin_of(listener)
        self._copies[origin] = server
        group = self._tasks  # the one of the whole hosting: a copy outlives the request for it
        group.create_task(self._serve_copy(origin, sandbox, server, listener))
        await serves.wait()
        return sandbox.describe(origin)

    def close(self, origin: str) -> bool:
        """Let a copy end; nobody reaches it any more."""
        server = self._copies.pop(origin, None)
        if server:
            server.refuse()
        return server is not None

    def opened(self) -> list[str]:
        """Origins of the copies."""
        return list(self._copies)

    async def _serve_copy(
        self, origin: str, sandbox: Sandbox, server: Server, listener: socket.socket
    ) -> None:
        async with asyncio.TaskGroup() as group:
            work = group.create_task(courier.serve(lambda: sandbox.portal))
            try:
                await server.serve([listener])
            finally:
                work.cancel()
                self._copies.pop(origin, None)

    def _origin_of(self, listener: socket.socket) -> str:
        host, port = listener.getsockname()[:2]
        scheme = "https" if self._tls else "http"
        return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"

    @contextmanager
    def _signals(self) -> Generator[None, None, None]:
        """Handle the signals without raising them again when all is done."""
        names = (signal.SIGINT, signal.SIGTERM)
        before = {name: signal.signal(name, self._on_signal) for name in names}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; OSError when it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's delay off only where the protocol is named
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
