"""What was written in an open line's chat, read back from the portal without leaving a trace.

Two methods tell it: `im.dialog.messages.get` whole chats, to their members, and
`imopenlines.session.history.get` one session, to everybody who may see the dialog. Both shapes
become `HistoryMessage`. Knows no dialogs of ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.bitrix.attach import attach_text
from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    Refused,
    ScopeMissing,
)
from app.bitrix.items import read_files
from app.bitrix.transport import Command, PagedCaller
from app.bitrix.wire import (
    UNKNOWN_TIME,
    Json,
    as_bool,
    as_id,
    as_int,
    as_list,
    as_map,
    as_text,
    as_time,
    lower,
)
from app.domain.dialog import Attachment

#: The vendor's largest page.
PAGE = 50
#: Pages that are read back at most: who needs more has to say so.
MOST_PAGES = 20

_MESSAGES, _SESSION = "im.dialog.messages.get", "imopenlines.session.history.get"
#: The portal's marks in `params`: sent to the channel, and kept from it.
_SENT, _INTERNAL, _HIDDEN = "ol-output", "content-item-system", "hiddenmessage"


@dataclass(frozen=True, slots=True)
class HistoryMessage:
    """A message as it stands in the chat now. `author_id` 0 is the portal itself.

    `external_ids` are those that the channel gave it, `customer` tells that the connector's user
    wrote it. `outgoing`: it went, or should go, to the customer; notes between colleagues do not.
    `text` has no operator's name in front. `raw` is the message as it came.
    """

    im: int
    author_id: int
    at: datetime
    text: str
    external_ids: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    deleted: bool = False
    edited: bool = False
    customer: bool = False
    outgoing: bool = True
    raw: Mapping[str, Json] = field(default_factory=dict, repr=False, compare=False)

    @property
    def file_names(self) -> tuple[str, ...]:
        """What its files are called."""
        return tuple(each.name for each in self.files)


@dataclass(frozen=True, slots=True)
class ChatPage:
    """Messages of a chat, oldest first. `whole`: nothing older can be read this way; `begins`:
    nothing older is there, as far as the answer itself proves it. `session` is the one that was
    read, 0 for a page of the chat.
    """

    chat: int
    messages: tuple[HistoryMessage, ...]
    whole: bool
    begins: bool = False
    session: int = 0


class History:
    """Reads chats back. Joins none and marks nothing as read."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def of_session(self, session: int) -> tuple[HistoryMessage, ...]:
        """`imopenlines.session.history.get`: every message of a session, oldest first.

        Raises:
            BitrixError: `ACCESS_DENIED` also where there is no such session.
        """
        result = await self._caller.call(_SESSION, {"SESSION_ID": session})
        return read_session(result).messages

    async def of_chat(self, chat: int, *, newer_than: int = 0) -> tuple[HistoryMessage, ...]:
        """Everything after a message id, oldest first, at most `MOST_PAGES` pages back.

        A chat that the user does not belong to is read by its newest session.

        Raises:
            BitrixError: neither way is open.
        """
        try:
            return await self._back_to(chat, newer_than)
        except Refused as error:
            if not needs_session(error):
                raise
        result = await self._caller.call(_SESSION, {"CHAT_ID": chat})
        return tuple(each for each in read_session(result).messages if each.im > newer_than)

    async def page(self, chat: int, *, before: int = 0) -> ChatPage:
        """`im.dialog.messages.get`: the newest messages, or those before one.

        Raises:
            BitrixError: `ACCESS_ERROR` for chats of others.
        """
        method, params = page_of(chat, before=before)
        return read_page(await self._caller.call(method, params))

    async def older(self, chat: int, *, before: int, session: int | None) -> ChatPage:
        """What was said before a message (0: the newest page). A chat that the user does not belong
        to tells its session, or its newest one, and nothing of the ones before.

        Raises:
            BitrixError: neither way is open; `GARBLED` for what is no history of this chat.
        """
        try:
            return await self._two_pages(chat, before)
        except Refused as error:
            if not needs_session(error):
                raise
        wanted: dict[str, Json] = {"SESSION_ID": session} if session else {"CHAT_ID": chat}
        result = await self._caller.call(_SESSION, wanted)
        return _checked(read_session(result), as_map(result).get("message"), chat, _SESSION)

    async def _two_pages(self, chat: int, before: int) -> ChatPage:
        """A page, and the one before it where it is a short one: only an empty page proves that
        nothing older is there.
        """
        page = await self._sure_page(chat, before)
        if not page.whole or not page.messages:
            return replace(page, begins=not page.messages)
        first = page.messages[0].im
        rest = await self._sure_page(chat, first)
        older = tuple(each for each in rest.messages if each.im < first)
        return replace(page, messages=older + page.messages, begins=not rest.messages)

    async def _sure_page(self, chat: int, before: int) -> ChatPage:
        method, params = page_of(chat, before=before)
        result = await self._caller.call(method, params)
        return _checked(read_page(result), as_map(result).get("messages"), chat, method)

    async def _back_to(self, chat: int, newer_than: int) -> tuple[HistoryMessage, ...]:
        found: dict[int, HistoryMessage] = {}
        before = 0
        for _ in range(MOST_PAGES):
            page = await self.page(chat, before=before)
            new = {each.im: each for each in page.messages if each.im not in found}
            found |= new
            if page.whole or not new or min(new) <= newer_than:
                break
            before = min(new)
        return tuple(found[im] for im in sorted(found) if im > newer_than)


def page_of(chat: int, *, before: int = 0) -> Command:
    """The call for the newest page of a chat, or the one before a message."""
    older: dict[str, Json] = {"LAST_ID": before} if before else {}
    return _MESSAGES, {"DIALOG_ID": f"chat{chat}", "LIMIT": PAGE, **older}


def session_of(chat: int) -> Command:
    """The call for the newest session of a chat."""
    return _SESSION, {"CHAT_ID": chat}


def needs_session(error: BitrixError) -> bool:
    """Whether a chat that refuses its messages may still be read by its session."""
    return isinstance(error, AccessDenied | MethodMissing | ScopeMissing)


def _checked(page: ChatPage, rows: Json, chat: int, method: str) -> ChatPage:
    """What is no history of this chat, where it names one, is no answer."""
    is_list = isinstance(rows, Sequence | Mapping) and not isinstance(rows, str)
    if page.chat in (0, chat) and is_list and bool(rows) == bool(page.messages):
        return page
    raise Garbled("", description="no history of the chat that was asked for", method=method)


def read_page(value: Json) -> ChatPage:
    """The answer of `im.dialog.messages.get`."""
    result = as_map(value)
    rows = [as_map(each) for each in as_list(result.get("messages"))]
    chat = as_int(result.get("chat_id"), 0) or 0
    people, files = _by_id(result.get("users")), _by_id(result.get("files"))
    return ChatPage(chat, _messages(rows, people, files), len(rows) < PAGE, begins=not rows)


def read_session(value: Json) -> ChatPage:
    """The answer of `imopenlines.session.history.get`; nothing older belongs to the session."""
    result = as_map(value)
    chat = as_int(result.get("chatId"), 0) or 0
    rows = [as_map(each) for each in as_map(result.get("message")).values()]
    people, files = _by_id(result.get("users")), _by_id(result.get("files"))
    count = as_int(lower(as_map(result.get("chat")).get(str(chat))).get("messagecount"), 0) or 0
    return ChatPage(
        *(chat, _messages(rows, people, files), True),
        begins=0 < count == len(rows),
        session=as_int(result.get("sessionId"), 0) or 0,
    )


def read_message(
    row: Mapping[str, Json],
    people: Mapping[int, Mapping[str, Json]],
    files: Mapping[int, Mapping[str, Json]],
    *,
    origin: str = "",
) -> HistoryMessage | None:
    """A message of either shape, or of the user's events; None without an id."""
    message = lower(row)
    im = as_int(message.get("id"), 0) or 0
    if im <= 0:
        return None
    params = {_plain(key): item for key, item in as_map(message.get("params")).items()}
    author = _author(message)
    named = [as_int(each, 0) or 0 for each in as_list(params.get("fileid"))]
    parts = (as_text(message.get("text")), attach_text(params.get("attach")))
    return HistoryMessage(
        im=im,
        author_id=author,
        at=as_time(message.get("date")) or UNKNOWN_TIME,
        text="\n".join(part for part in parts if part),
        external_ids=_ids(params.get("connectormid")),
        files=read_files(_picked(named, files), origin),
        deleted=as_bool(params.get("isdeleted")),
        edited=as_bool(params.get("isedited")),
        customer=as_bool(lower(people.get(author)).get("connector")),
        outgoing=_goes_out(author, params),
        raw={"message": row, "author": people.get(author), "files": _picked(named, files)},
    )


def _messages(
    rows: Iterable[Mapping[str, Json]],
    people: Mapping[int, Mapping[str, Json]],
    files: Mapping[int, Mapping[str, Json]],
) -> tuple[HistoryMessage, ...]:
    found = (read_message(row, people, files) for row in rows)
    known = {each.im: each for each in found if each is not None}
    return tuple(known[im] for im in sorted(known))


def _author(message: Mapping[str, Json]) -> int:
    names = ("author_id", "authorid", "senderid")
    return next((as_int(message[name], 0) or 0 for name in names if name in message), 0)


def _goes_out(author: int, params: Mapping[str, Json]) -> bool:
    """The portal's own texts are notes unless they carry the mark of what goes out; people's go out
    unless they are marked as kept inside.
    """
    look = as_text(params.get("class"))
    if author == 0:
        return _SENT in look
    return _INTERNAL not in look and as_text(params.get("componentid")).lower() != _HIDDEN


def _plain(key: str) -> str:
    """`CONNECTOR_MID` and `connectorMid` are one name."""
    return key.replace("_", "").lower()


def _ids(value: Json) -> tuple[str, ...]:
    items: Sequence[Json] = as_list(value) or [value]
    return tuple(text for text in map(as_id, items) if text)


def _by_id(value: Json) -> dict[int, Mapping[str, Json]]:
    """A list of objects, or a map from ids to them."""
    rows = [as_map(each) for each in as_map(value).values()]
    return {number: row for row in rows if (number := as_int(row.get("id"), 0) or 0)}


def _picked(named: Iterable[int], files: Mapping[int, Mapping[str, Json]]) -> list[Json]:
    return [files[each] for each in named if each in files]
