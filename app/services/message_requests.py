"""Calls about customers' messages, shown and changed before they are made. Makes no calls.

What is shown is what is sent: the external ids and the time are settled when the request is made,
and an item that a person has changed goes out as it stands, with its ids.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.bitrix.messages import MessageRef, OutgoingMessage, encode_message
from app.bitrix.wire import Json, Params, as_int, as_list, as_map, as_text, encode, field
from app.domain.content import Words
from app.domain.dialog import Attachment, Customer, Dialog, Message
from app.domain.markup import escape
from app.domain.message_schema import Act, Flaw, check_call
from app.services.jobs import new_external_id
from app.services.request_text import NotReadable, as_form, as_json, read_form, read_json
from app.services.shelf import kind_of
from app.services.writing import outgoing

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


def send_request(connector: str, line: int, words: Sequence[Words], at: datetime) -> MessageRequest:
    """What `imconnector.send.messages` would get; each message has its id from here on."""
    items = [
        encode_message(
            OutgoingMessage(
                *(each.customer, each.content.external_id or new_external_id()),
                text=escape(each.text),
                at=at,
                attachments=each.content.attachments,
                disable_crm=each.content.disable_crm,
                employee=each.content.employee,
            )
        )
        for each in words
    ]
    return _request(Act.SEND, connector, line, items)


def update_request(
    dialog: Dialog, customer: Customer, message: Message, text: str
) -> MessageRequest:
    """What `imconnector.update.messages` would get for another text of a message."""
    item = encode_message(outgoing(customer, message, text, ""))
    return _request(Act.UPDATE, dialog.connector, dialog.line, [item])


def delete_request(dialog: Dialog, user: str, message: Message) -> MessageRequest:
    """What `imconnector.delete.messages` would get; `user` is the external id of who wrote it."""
    ref = MessageRef(user, dialog.chat, message.external_ids[0])
    return _request(Act.DELETE, dialog.connector, dialog.line, [ref.encode()])


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


def words_of(request: MessageRequest, words: Sequence[Words]) -> tuple[Words, ...]:
    """What is said when a request goes out as it stands: texts and files for the bubbles, and the
    items themselves.
    """
    items = as_list(request.params["MESSAGES"])
    return tuple(_said(item, each) for item, each in zip(items, words, strict=True))


def text_of(request: MessageRequest) -> str:
    """The text of the only message of a request."""
    return _text(as_list(request.params["MESSAGES"])[0])


def payload_of(request: MessageRequest) -> str:
    """The only item of a request."""
    return encode(as_list(request.params["MESSAGES"])[0]).decode()


def _request(act: Act, connector: str, line: int, items: list[Json]) -> MessageRequest:
    return MessageRequest(act, {"CONNECTOR": connector.lower(), "LINE": line, "MESSAGES": items})


def _said(item: Json, words: Words) -> Words:
    content = replace(
        words.content,
        attachments=tuple(_files(item)),
        payload=encode(item).decode(),
        external_id=as_text(field(item, "message", "id")),
        employee=as_int(field(item, "message", "user_id")),
    )
    return replace(words, text=_text(item), content=content)


def _text(item: Json) -> str:
    return as_text(field(item, "message", "text")).replace(_ZERO_WIDTH, "[")


def _files(item: Json) -> Iterator[Attachment]:
    for each in as_list(field(item, "message", "files")):
        url = as_text(field(each, "url"))
        name = as_text(field(each, "name")) or url.rpartition("/")[2]
        if url:
            yield Attachment(name, url, kind_of(name))


def _line_of(lines: dict[tuple[str | int, ...], int], flaw: Flaw) -> int:
    """The line of a value, or of the nearest thing around it."""
    path = flaw.path
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 0)
