"""The calls of one session, for whoever must know of them while they are made. Keeps nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TypeAlias

from app.bitrix.answers import Answer
from app.bitrix.errors import SignedOut
from app.bitrix.transport import BatchAnswer, Command, Json, Transport
from app.bitrix.wire import Params

#: What surrounds a call: its method, what it asks for, whether the program makes it by itself.
Around: TypeAlias = Callable[[str, Params, bool], AbstractAsyncContextManager[None]]


class WatchedCaller:
    """Tells when the portal has signed the caller out, or the vendor blocks it, whoever called;
    `around` is entered before a call and left after it.
    """

    def __init__(
        self,
        transport: Transport,
        ended: Callable[[SignedOut], None],
        called: Callable[[], None],
        around: Callable[[str, Params], AbstractAsyncContextManager[None]],
    ) -> None:
        self._transport = transport
        self._ended, self._called, self._around = ended, called, around

    async def call(self, method: str, params: Params | None = None) -> Json:
        """See `Caller`."""
        return (await self.call_full(method, params)).result

    async def call_full(self, method: str, params: Params | None = None) -> Answer:
        """See `PagedCaller`."""
        async with self._around(method, params or {}):
            with self._watch():
                return await self._transport.call_full(method, params)

    async def batch(self, commands: Mapping[str, Command]) -> BatchAnswer:
        """See `PagedCaller`."""
        with self._watch():
            return await self._transport.batch(commands)

    @contextmanager
    def _watch(self) -> Iterator[None]:
        try:
            yield
        except SignedOut as error:
            self._ended(error)
            raise
        finally:
            self._called()
