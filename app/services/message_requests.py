"""Calls about customers' messages, shown and changed before they are made. Makes no calls.

What is shown is what is sent: the external ids and the time are settled when the request is made,
and an item that a person has changed goes out as it stands, with its ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.bitrix.messages import MessageRef, OutgoingMessage, encode_message
from app.bitrix.wire import Json, Params, as_list, as_map, as_text, encode, field
from app.domain.dialog import Attachment
from app.domain.message_schema import Act, Flaw, check_call
from app.services.request_text import NotReadable, as_form, as_json, read_form, read_json
from app.services.shelf import kind_of

_ZERO_WIDTH = "[\u200b"
#: Flaws of the text itself carry this code; their value is the parser's reason.
UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True)
class MessageRequest:
    """A call of `imconnector.send.messages`, `update.messages` or `delete.messages`."""

    act: Act
    params: Params

    @property
    def method(self) -> str:
        """The vendor's name of it."""
        return f"imconnector.{self.act.value}.messages"

    @property
    def json(self) -> str:
        """As JSON."""
        return as_json(self.params)

    @property
    def form(self) -> str:
        """As a form, one value a line."""
        return as_form(self.params)


@dataclass(frozen=True, slots=True)
class Edited:
    """A request as a person left it: the flaws with their lines, and the request if it has none."""

    request: MessageRequest | None
    flaws: tuple[tuple[int, Flaw], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One message of a request: what stands in its bubble, and the item that is sent."""

    external_id: str
    text: str
    attachments: tuple[Attachment, ...]
    payload: str


def send_request(connector: str, line: int, messages: Sequence[OutgoingMessage]) -> MessageRequest:
    """What `imconnector.send.messages` would get."""
    return _request(Act.SEND, connector, line, [encode_message(each) for each in messages])


def update_request(connector: str, line: int, message: OutgoingMessage) -> MessageRequest:
    """What `imconnector.update.messages` would get."""
    return _request(Act.UPDATE, connector, line, [encode_message(message)])


def delete_request(connector: str, line: int, ref: MessageRef) -> MessageRequest:
    """What `imconnector.delete.messages` would get."""
    return _request(Act.DELETE, connector, line, [ref.encode()])


def read_request(text: str, original: MessageRequest, *, form: bool) -> Edited:
    """What a person made of a request."""
    try:
        value, lines = read_form(text, original.params) if form else read_json(text)
    except NotReadable as error:
        return Edited(None, ((error.line, Flaw((), UNREADABLE, error.reason)),))
    flaws = check_call(value, original.params, original.act)
    placed = tuple((_line_of(lines, each), each) for each in flaws)
    good = all(each.remark for each in flaws)
    return Edited(replace(original, params=as_map(value)) if good else None, placed)


def items_of(request: MessageRequest) -> tuple[Item, ...]:
    """The messages of a request, one by one."""
    return tuple(_item(each) for each in as_list(request.params["MESSAGES"]))


def _request(act: Act, connector: str, line: int, items: list[Json]) -> MessageRequest:
    return MessageRequest(act, {"CONNECTOR": connector.lower(), "LINE": line, "MESSAGES": items})


def _item(item: Json) -> Item:
    files = [as_map(each) for each in as_list(field(item, "message", "files"))]
    attachments = tuple(
        Attachment(name, url, kind_of(name))
        for each in files
        if (url := as_text(each.get("url")))
        for name in [as_text(each.get("name")) or url.rpartition("/")[2]]
    )
    text = as_text(field(item, "message", "text")).replace(_ZERO_WIDTH, "[")
    external = as_text(field(item, "message", "id"))
    return Item(external, text, attachments, encode(item).decode())


def _line_of(lines: dict[tuple[str | int, ...], int], flaw: Flaw) -> int:
    """The line of a value, or of the nearest thing around it."""
    path = flaw.path
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 0)
