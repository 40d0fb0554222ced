"""What a call would send, shown before it is made. Makes no calls."""

import json
import shlex
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass

from app.bitrix.answers import Answer
from app.bitrix.imconnector import ImConnector
from app.bitrix.transport import BatchAnswer, Command, Json
from app.bitrix.wire import Params, query
from app.domain.connector import ChannelData, Registration

_HEADER = '-H "Authorization: Bearer $TOKEN"'


@dataclass(frozen=True, slots=True)
class RequestPreview:
    """A request in three spellings. `form` has one `KEY[SUB]=value` a line; `curl` leaves the token
    to the person's own shell.
    """

    method: str
    json: str
    form: str
    curl: str


class Previews:
    """Requests of one portal, by the same code that makes them."""

    def __init__(self, endpoint: Callable[[], str]) -> None:
        self._endpoint = endpoint

    def register(self, registration: Registration) -> RequestPreview:
        """`imconnector.register`."""
        listener = _Listener()
        return self._show(listener, ImConnector(listener).register(registration))

    def data(self, connector: str, line: int, data: ChannelData) -> RequestPreview:
        """`imconnector.connector.data.set`."""
        listener = _Listener()
        return self._show(listener, ImConnector(listener).data_set(connector, line, data))

    def _show(
        self, listener: "_Listener", call: Coroutine[object, object, object]
    ) -> RequestPreview:
        """Run the call up to the point where it would leave: the listener answers at once."""
        try:
            call.send(None)
        except StopIteration:
            pass
        finally:
            call.close()
        body = json.dumps(listener.params, ensure_ascii=False)
        url = f"{self._endpoint()}{listener.method}.json"
        command = ["curl", "-X", "POST", url, "-H", "Content-Type: application/json"]
        return RequestPreview(
            method=listener.method,
            json=json.dumps(listener.params, ensure_ascii=False, indent=2),
            form=query(listener.params).replace("&", "\n"),
            curl=f"{shlex.join(command)} {_HEADER} --data {shlex.quote(body)}",
        )


class _Listener:
    """A caller that only remembers what it was asked to send."""

    def __init__(self) -> None:
        self.method = ""
        self.params: Params = {}

    async def call(self, method: str, params: Params | None = None) -> Json:
        self.method, self.params = method, params or {}
        return {}

    async def call_full(self, method: str, params: Params | None = None) -> Answer:
        return Answer(await self.call(method, params))

    async def batch(self, commands: Mapping[str, Command]) -> BatchAnswer:  # noqa: ARG002 - the protocol's
        return BatchAnswer({}, {})
