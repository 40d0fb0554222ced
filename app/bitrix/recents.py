"""Typed `im.recent.list`: the chats of open lines that the signed-in user has in his list.

The portal lists nobody else's. Reading marks nothing as read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.bitrix.errors import MethodMissing
from app.bitrix.im_events import Place, place_of
from app.bitrix.transport import Caller
from app.bitrix.wire import Json, Params, as_bool, as_int, as_text, as_time, each_map, lower

_LIST, _GET = "im.recent.list", "im.recent.get"
_PAGE, _MOST_PAGES = 200, 3
#: States of a session: an operator has it, the customer's last words have no answer, it is over.
_TAKEN, _UNANSWERED, _OVER = 10, (0, 5, 10, 20, 25), 60


@dataclass(frozen=True, slots=True)
class RecentChat:
    """A chat as it stands: its newest session, since when that is open, and the last words.

    `portal_user` is the customer's number in the chat's key, `owner` who has it, 0 for nobody;
    `by_customer`: the customer spoke last; `waits`: he has no answer to that.
    """

    place: Place
    portal_user: str
    name: str
    owner: int
    session: int
    status: int
    opened_at: datetime
    newest: int
    text: str
    said_at: datetime
    by_customer: bool

    @property
    def is_over(self) -> bool:
        """Whether its session is closed."""
        return self.status >= _OVER

    @property
    def waits(self) -> bool:
        """Whether the customer waits for an answer."""
        return not self.is_over and (self.by_customer or self.status in _UNANSWERED)


class Recents:
    """The list of the signed-in user."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def lines(self) -> tuple[RecentChat, ...]:
        """Chats of open lines with a session, a few pages at most; by `im.recent.get` where the
        portal knows no `im.recent.list`.

        Raises:
            BitrixError: the list cannot be read.
        """
        found: dict[int, RecentChat] = {}
        try:
            for page in range(_MOST_PAGES):
                params: Params = {
                    "SKIP_CHAT": "Y",
                    "SKIP_DIALOG": "Y",
                    "LIMIT": _PAGE,
                    "OFFSET": page * _PAGE,
                }
                result = lower(await self._caller.call(_LIST, params))
                found |= _read(result.get("items"))
                if not (as_bool(result.get("hasmore")) or as_bool(result.get("hasmorepages"))):
                    break
        except MethodMissing:
            found = _read(await self._caller.call(_GET, {"ONLY_OPENLINES": "Y"}))
        return tuple(found.values())


def _read(items: Json) -> dict[int, RecentChat]:
    chats = (_chat(lower(each)) for each in each_map(items))
    return {chat.place.portal_chat: chat for chat in chats if chat is not None}


def _chat(item: Mapping[str, Json]) -> RecentChat | None:
    """None for what is no open line's chat, or has no session or nothing said."""
    head, shown, said = (lower(item.get(key)) for key in ("chat", "lines", "message"))
    number = as_int(item.get("chat_id"), 0) or 0
    named = {"entityType": head.get("entity_type"), "entityId": head.get("entity_id")}
    place, session = place_of({**named, "id": number}), as_int(shown.get("id"), 0) or 0
    said_at = as_time(said.get("date"))
    if place is None or not session or said_at is None:
        return None
    person, status = lower(item.get("user")), as_int(shown.get("status"), 0) or 0
    user = as_text(head.get("entity_id")).rpartition("|")[2]
    author = as_int(said.get("author_id"), 0) or 0
    by_customer = bool(author) and (str(author) == user or _is_customer(person, author))
    return RecentChat(
        place,
        user if user != "0" else "",
        _name(item, person),
        (as_int(head.get("owner"), 0) or 0) if status >= _TAKEN else 0,
        session,
        status,
        min(as_time(shown.get("date_create")) or _begun(head) or said_at, said_at),
        as_int(said.get("id"), 0) or 0,
        as_text(said.get("text")).strip(),
        said_at,
        by_customer,
    )


def _begun(head: Mapping[str, Json]) -> datetime | None:
    """When the session began, as the chat's own data tell it."""
    parts = as_text(head.get("entity_data_1")).split("|")
    seconds = as_int(parts[6]) if len(parts) > 6 else None
    return datetime.fromtimestamp(seconds, UTC) if seconds and 0 < seconds < 2**32 else None


def _is_customer(person: Mapping[str, Json], author: int) -> bool:
    return as_int(person.get("id")) == author and as_bool(person.get("connector"))


def _name(item: Mapping[str, Json], person: Mapping[str, Json]) -> str:
    """The customer's: a chat is called "customer - line"."""
    if as_bool(person.get("connector")) and (name := as_text(person.get("name")).strip()):
        return name
    title = as_text(item.get("title")).strip()
    return title.rpartition(" - ")[0].strip() or title
