"""Typed `imconnector.*`: connectors, their lines, and messages of customers.

Connector ids are sent in lower case, always: the portal folds case when it looks a connector up but
not when it names customers and dialogs, so two spellings would make two customers.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from app.bitrix.errors import BitrixError, Garbled
from app.bitrix.messages import (
    Ack,
    MessageRef,
    OutgoingMessage,
    SentMessage,
    encode_ack,
    encode_message,
    read_sent,
)
from app.bitrix.transport import Command, PagedCaller
from app.bitrix.wire import Json, as_bool, as_map, as_text, each_map, field
from app.domain.connector import ChannelData, Icon, LineStatus, Registration

__all__ = ["LARGEST_CALL", "Ack", "ImConnector", "MessageRef", "OutgoingMessage", "SentMessage"]

#: More messages in one call are not documented to work.
LARGEST_CALL = 50


class ImConnector:
    """The connector methods of one portal."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def register(self, registration: Registration) -> None:
        """`imconnector.register`: create or update. All flags are sent, since omitted ones keep
        their old values.

        Raises:
            BitrixError: also for the refusals that come with HTTP 200.
        """
        params: dict[str, Json] = {
            "ID": registration.id.lower(),
            "NAME": registration.name,
            "ICON": _icon(registration.icon),
            "PLACEMENT_HANDLER": registration.handler,
            **registration.flags,
        }
        if registration.icon_disabled is not None:
            params["ICON_DISABLED"] = _icon(registration.icon_disabled)
        await self._caller.call("imconnector.register", params)

    async def unregister(self, connector: str) -> None:
        """`imconnector.unregister`: disconnects every line first; an unknown id succeeds too."""
        await self._caller.call("imconnector.unregister", {"ID": connector.lower()})

    async def activate(self, connector: str, line: int, *, active: bool = True) -> bool:
        """`imconnector.activate`: off deletes the channel data of the line.

        Sent as 1 or 0, never Y or N: the portal takes every other text for "on".
        """
        params = _at(connector, line) | {"ACTIVE": 1 if active else 0}
        return as_bool(await self._caller.call("imconnector.activate", params))

    async def deactivate(self, connector: str, line: int) -> bool:
        """`imconnector.deactivate`, raw: most portals raise `MethodMissing`."""
        return as_bool(await self._caller.call("imconnector.deactivate", _at(connector, line)))

    async def status(self, connector: str, line: int) -> LineStatus:
        """`imconnector.status`: may lag a moment behind `activate`; unknown ids are all false."""
        result = await self._caller.call("imconnector.status", _at(connector, line))
        return _status(connector, line, result)

    async def statuses(
        self, places: Sequence[tuple[str, int]]
    ) -> tuple[LineStatus | BitrixError, ...]:
        """`imconnector.status` of many places in one batch: an answer for each, in their order.

        Raises:
            BitrixError: the batch failed, or every single place did.
        """
        commands: dict[str, Command] = {
            f"s{number}": ("imconnector.status", _at(*place)) for number, place in enumerate(places)
        }
        answer = await self._caller.batch(commands)
        if answer.errors and not answer.results:
            raise next(iter(answer.errors.values()))
        return tuple(
            _status(*place, answer.results[key])
            if key in answer.results
            else answer.errors.get(key, Garbled("no answer in the batch"))
            for key, place in zip(commands, places, strict=True)
        )

    async def data_set(self, connector: str, line: int, data: ChannelData) -> bool:
        """`imconnector.connector.data.set`: empty fields keep their old value on the portal."""
        fields = {"ID": data.id, "URL": data.url, "URL_IM": data.url_im, "NAME": data.name}
        params = _at(connector, line) | {"DATA": fields}
        return as_bool(await self._caller.call("imconnector.connector.data.set", params))

    async def list(self) -> dict[str, str]:
        """`imconnector.list`: names by id, of all applications and the portal's own."""
        result = as_map(await self._caller.call("imconnector.list"))
        return {key: as_text(name) or key for key, name in result.items()}

    async def send_messages(
        self, connector: str, line: int, messages: Sequence[OutgoingMessage]
    ) -> Sequence[SentMessage]:
        """`imconnector.send.messages`: a call can succeed while single messages are refused.

        The portal does not recognise repetitions. One result per message, in their order.

        Raises:
            BitrixError: the call as a whole failed; unless `maybe_done`, nothing was delivered.
        """
        rows = [encode_message(each) for each in messages]
        return await self._messages("imconnector.send.messages", connector, line, rows)

    async def update_messages(
        self, connector: str, line: int, messages: Sequence[OutgoingMessage]
    ) -> Sequence[SentMessage]:
        """`imconnector.update.messages`: only the text changes. Success is also reported for
        messages that are unknown or older than three days.
        """
        rows = [encode_message(each) for each in messages]
        return await self._messages("imconnector.update.messages", connector, line, rows)

    async def delete_messages(
        self, connector: str, line: int, messages: Sequence[MessageRef]
    ) -> Sequence[SentMessage]:
        """`imconnector.delete.messages`: success is also reported for unknown messages."""
        rows = [each.encode() for each in messages]
        return await self._messages("imconnector.delete.messages", connector, line, rows)

    async def send_status_delivery(self, connector: str, line: int, acks: Sequence[Ack]) -> None:
        """`imconnector.send.status.delivery`: only the first one of a message counts.

        Without it the portal tells nothing of later edits and deletions of the message.
        """
        rows = [encode_ack(each, with_date=True) for each in acks]
        params = _at(connector, line) | {"MESSAGES": rows}
        await self._caller.call("imconnector.send.status.delivery", params)

    async def send_status_reading(self, connector: str, line: int, acks: Sequence[Ack]) -> None:
        """`imconnector.send.status.reading`: changes nothing on known portals; may be missing."""
        rows = [encode_ack(each, with_date=False) for each in acks]
        params = _at(connector, line) | {"MESSAGES": rows}
        await self._caller.call("imconnector.send.status.reading", params)

    async def chat_name_set(
        self, connector: str, line: int, chat: str, name: str, user: str = ""
    ) -> None:
        """`imconnector.chat.name.set`: `user` is the external id, not needed for group chats."""
        params = _at(connector, line) | {"CHAT_ID": chat, "NAME": name}
        if user:
            params["USER_ID"] = user
        await self._caller.call("imconnector.chat.name.set", params)

    async def set_error(self, connector: str, line: int) -> None:
        """`imconnector.set.error`: the line refuses messages until it is activated again."""
        await self._caller.call("imconnector.set.error", _at(connector, line))

    async def _messages(
        self, method: str, connector: str, line: int, rows: Sequence[Json]
    ) -> Sequence[SentMessage]:
        if len(rows) > LARGEST_CALL:
            raise ValueError(f"At most {LARGEST_CALL} messages fit into one call")
        params = _at(connector, line) | {"MESSAGES": rows}
        result = await self._caller.call(method, params)
        items = list(each_map(field(result, "DATA", "RESULT")))
        if len(items) != len(rows):
            raise Garbled("", description=f"{len(items)} results for {len(rows)}", method=method)
        if not all("SUCCESS" in item or item.get("ERRORS") for item in items):
            raise Garbled("", description="a result that says neither yes nor no", method=method)
        return [read_sent(item) for item in items]


def _at(connector: str, line: int) -> dict[str, Json]:
    return {"CONNECTOR": connector.lower(), "LINE": line}


def _status(connector: str, line: int, result: Json) -> LineStatus:
    return LineStatus(
        connector=connector.lower(),
        line=line,
        configured=as_bool(field(result, "CONFIGURED")),
        status=as_bool(field(result, "STATUS")),
        error=as_bool(field(result, "ERROR")),
        read_at=datetime.now(UTC),
    )


def _icon(icon: Icon) -> Json:
    return {
        "DATA_IMAGE": icon.data_image,
        "COLOR": icon.color,
        "SIZE": icon.size,
        "POSITION": icon.position,
    }
