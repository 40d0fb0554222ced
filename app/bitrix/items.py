"""One message or dialog inside an event: where its parts lie, however they are spelled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from app.bitrix.attach import attach_text
from app.bitrix.wire import Json, as_id, as_int, as_list, as_text, decode, lower
from app.domain.dialog import Attachment

#: Where a link may stand: the first three in events, the others in histories.
_LINKS = ("downloadlink", "link", "url", "urldownload", "urlshow")
_KINDS = ("image", "video", "audio", "file")


class MissingError(Exception):
    """Something that the event cannot do without is not there."""


@dataclass(frozen=True, slots=True)
class Item:
    """`outer` is the event's data, `inner` the item, both with lower-case keys.

    Every property raises `MissingError` when the event is useless without its value.
    """

    outer: Mapping[str, Json]
    inner: Mapping[str, Json]
    origin: str

    @property
    def connector(self) -> str:
        """The connector id, in lower case."""
        found = as_id(self.outer.get("connector")) or as_id(self.place.get("connector_id"))
        if not found:
            raise MissingError("the event names no connector")
        return found.lower()

    @property
    def line(self) -> int:
        """The line that the dialog began on; a transfer does not change it."""
        return read_line(self.outer.get("line") or self.place.get("line_id"))

    @property
    def place(self) -> Mapping[str, Json]:
        """The block `connector` of the dialog events."""
        return lower(self.inner.get("connector"))

    @property
    def chat(self) -> str:
        """The external chat id."""
        chat = as_id(self.place.get("chat_id")) or as_id(lower(self.inner.get("chat")).get("id"))
        if not chat:
            raise MissingError("the event names no chat")
        return chat

    @property
    def user(self) -> str:
        """The user of a dialog event: by some portals theirs, by others the external one."""
        return as_id(self.place.get("user_id")) or as_id(lower(self.inner.get("user")).get("id"))

    @property
    def session(self) -> int:
        """The session of a dialog event."""
        return _number(lower(self.inner.get("session")).get("id"), "session")

    @property
    def portal_chat(self) -> int:
        """The portal's chat id, needed to acknowledge the message."""
        return _number(lower(self.inner.get("im")).get("chat_id"), "portal chat")

    @property
    def im(self) -> int:
        """The portal's message id."""
        return _number(lower(self.inner.get("im")).get("message_id"), "message id")

    @property
    def message(self) -> Mapping[str, Json]:
        """The block `message`."""
        return lower(self.inner.get("message"))

    @property
    def text(self) -> str:
        """BBCode, with rich blocks as lines below."""
        message = self.message
        parts = (as_text(message.get("text")), attach_text(message.get("attachments")))
        return "\n".join(part for part in parts if part)

    @property
    def external_ids(self) -> tuple[str, ...]:
        """`message.id`: an array in one event, a string in another."""
        value = self.message.get("id")
        items = as_list(value) or [value]
        return tuple(text for text in map(as_id, items) if text)

    @property
    def files(self) -> tuple[Attachment, ...]:
        """Files, with links made absolute."""
        value = self.message.get("files")
        single = isinstance(value, Mapping) and not as_list(value)
        return read_files([value] if single else as_list(value), self.origin)


def unpacked(value: Json) -> Json:
    """Some objects arrive as JSON inside a string."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            return decode(value.encode("utf-8", "replace"))
        except ValueError:
            return value
    return value


def read_line(value: Json) -> int:
    """A line's number."""
    return _number(value, "line")


def _number(value: Json, what: str) -> int:
    number = as_int(value)
    if number is None:
        raise MissingError(f"the event has no {what}")
    return number


def read_files(values: Iterable[Json], origin: str = "") -> tuple[Attachment, ...]:
    """Files as events and histories name them; relative links are meant to lie at `origin`."""
    return tuple(_files(values, origin))


def _files(values: Iterable[Json], origin: str) -> Iterator[Attachment]:
    for each in values:
        file = lower(unpacked(each))
        links = (as_text(file.get(key)).strip() for key in _LINKS)
        url = next((link for link in links if link), "")
        name = as_text(file.get("name")).strip()
        if url or name:
            kind = as_text(file.get("type")).casefold()
            yield Attachment(
                name=name or url.rpartition("/")[2],
                url=_absolute(url, origin),
                kind=kind if kind in _KINDS else "file",
                size=as_int(file.get("size")),
            )


def _absolute(url: str, origin: str) -> str:
    try:
        return urljoin(origin, url) if origin and url else url
    except ValueError:
        return url
