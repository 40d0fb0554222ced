"""uvicorn as the sandbox needs it: announces itself when it serves, and stops cleanly."""

import signal
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

STOP_SECONDS = 3


class AnnouncingServer(uvicorn.Server):
    """A server that SIGINT, SIGTERM or `stop` end; none of them is an error."""

    def __init__(self, app: ASGIApp, on_serving: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,
            log_level="critical",  # a cut answer is an error to uvicorn, and ordered by us
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        super().__init__(config)
        self._on_serving = on_serving

    def serve_on(self, listener: socket.socket) -> None:
        """Serve until stopped."""
        self.run(sockets=[listener])

    def stop(self) -> None:
        """Ask it to end; safe from any thread."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell that it serves."""
        await super().startup(sockets)
        self._on_serving()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
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
