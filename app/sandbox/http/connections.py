"""One connection of a client, with an end to the sandbox's patience.

A client that says nothing, drips the head of a request, or does not take its answer is cut off.
Knows HTTP's framing and no portal.
"""

import asyncio
from typing import TYPE_CHECKING, Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.sandbox.http.spoilt import TRANSPORT

if TYPE_CHECKING:
    from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

MAX_CONNECTIONS = 512


class PatientConnection(H11Protocol):
    """HTTP/1.1 with time limits on the head of a request and on a stalled answer.

    A request carries its transport, for faults that break the connection.
    """

    head_seconds = 15.0
    stalled_seconds = 60.0
    _answered = False
    _head_timer: asyncio.TimerHandle | None = None
    _stall_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait; one connection too many is not talked to."""
        super().connection_made(transport)
        self.app = self._with_transport
        if len(self.connections) > MAX_CONNECTIONS:
            transport.abort()
        else:
            self._watch_head()

    async def _with_transport(
        self, scope: "Scope", receive: "ASGIReceiveCallable", send: "ASGISendCallable"
    ) -> None:
        cast(dict[str, Any], scope)[TRANSPORT] = self.transport
        await self.config.loaded_app(scope, receive, send)

    def data_received(self, data: bytes) -> None:
        """Go on, and see whether the head of the next request is still incomplete."""
        super().data_received(data)
        self._watch_head()

    def on_response_complete(self) -> None:
        """The next request may have begun while this one was answered."""
        super().on_response_complete()
        self._answered = True
        self._watch_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timers."""
        self._head_timer = _stop(self._head_timer)
        self._stall_timer = _stop(self._stall_timer)
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not take its answer."""
        super().pause_writing()
        self._stall_timer = self.loop.call_later(self.stalled_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """The client takes it again."""
        self._stall_timer = _stop(self._stall_timer)
        super().resume_writing()

    def _watch_head(self) -> None:
        if not (self._awaits_head() or self._drains_body()):
            self._head_timer = _stop(self._head_timer)
        elif self._head_timer is None:
            self._head_timer = self.loop.call_later(self.head_seconds, self.transport.abort)

    def _awaits_head(self) -> bool:
        first = not self._answered
        return self.conn.their_state is h11.IDLE and (first or bool(self.conn.trailing_data[0]))

    def _drains_body(self) -> bool:
        """Whether a body comes in that was already answered, and is thrown away."""
        return self.conn.their_state is h11.SEND_BODY and self.conn.our_state is h11.DONE


def _stop(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """Cancel a timer; what is left of it is nothing."""
    if timer is not None:
        timer.cancel()
    return None
