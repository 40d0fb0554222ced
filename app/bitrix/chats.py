"""Typed `im.chat.*`, `im.dialog.*` and `imopenlines.dialog.get`: a chat's head and its people.

Reading joins nothing and marks nothing as read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.bitrix.errors import AccessDenied, Garbled, Refused
from app.bitrix.transport import Command, PagedCaller
from app.bitrix.wire import Json, Params, as_bool, as_int, as_map, as_text, each_map, field, lower
from app.domain.linked import Member, RecordKind, RecordRef, Role
from app.domain.resolving import session_of

_PAGE, _MOST_PAGES = 200, 50
_DIALOG = "imopenlines.dialog.get"


@dataclass(frozen=True, slots=True)
class LineChat:
    """The head of an open line's chat. `user_code` is `connector|line|chat|portal user`; `owner`
    is the operator, 0 for nobody.
    """

    id: int
    name: str
    user_code: str
    session: int | None
    records: tuple[RecordRef, ...]
    owner: int


class Chats:
    """Chats of one portal as the signed-in user may see them."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller, self._hides = caller, False

    async def by_chat(self, portal_chat: int) -> LineChat:
        """`imopenlines.dialog.get` by the chat's number.

        Raises:
            BitrixError: ACCESS_ERROR for a chat that is not there, and for one of others.
        """
        found = _line_chat(await self._caller.call(_DIALOG, {"CHAT_ID": portal_chat}))
        if found is None:
            raise Garbled("", description="no chat id", method=_DIALOG)
        return found

    async def find(self, wanted: Sequence[tuple[str, int | str]]) -> tuple[LineChat, ...]:
        """The same for several in one batch, each by CHAT_ID, SESSION_ID or USER_CODE (letters as
        they are). The portal says the same of a chat that is not there and of one of others: both
        are left out.

        Raises:
            BitrixError: the portal failed in another way.
        """
        commands: dict[str, Command] = {
            f"d{place}": (_DIALOG, {name: value}) for place, (name, value) in enumerate(wanted)
        }
        if not commands:
            return ()
        answer = await self._caller.batch(commands)
        for error in answer.errors.values():
            if not isinstance(error, AccessDenied | Refused):
                raise error
        chats = (_line_chat(answer.results.get(key)) for key in commands)
        return tuple({chat.id: chat for chat in chats if chat is not None}.values())

    async def members(
        self, portal_chat: int, session: int | None = None, me: int = 0
    ) -> tuple[Member, ...]:
        """`im.dialog.users.list`, all pages. To those who are not in the chat the portal tells them
        only by `imopenlines.session.history.get`. Once it has refused, that is asked first: where
        `me` is among them, the list tells more.

        Raises:
            BitrixError: neither told.
        """
        told = await self._told_to_outsiders(portal_chat, session) if self._hides else ()
        if told and me not in {each.id for each in told}:
            return told
        try:
            return await self._listed(portal_chat)
        except AccessDenied:
            self._hides = True
            return told or await self._in_history(portal_chat, session)

    async def add(self, portal_chat: int, users: Iterable[int]) -> None:
        """`im.chat.user.add`; they see what was written before, too.

        Raises:
            BitrixError: ACCESS_DENIED_EXTEND for somebody who is not in the chat.
        """
        params: Params = {"CHAT_ID": portal_chat, "USERS": list(users), "HIDE_HISTORY": "N"}
        await self._caller.call("im.chat.user.add", params)

    async def remove(self, portal_chat: int, user: int) -> None:
        """`im.chat.user.delete`.

        Raises:
            BitrixError: ACCESS_DENIED_KICK, USER_NOT_FOUND.
        """
        params: Params = {"CHAT_ID": portal_chat, "USER_ID": user}
        await self._caller.call("im.chat.user.delete", params)

    async def like(self, im: int, *, on: bool) -> None:
        """`im.message.like`: a mark that only colleagues see.

        Raises:
            BitrixError: WITHOUT_CHANGES where it stands as wished already.
        """
        params: Params = {"MESSAGE_ID": im, "ACTION": "plus" if on else "minus"}
        await self._caller.call("im.message.like", params)

    async def _listed(self, portal_chat: int) -> tuple[Member, ...]:
        """All pages; a portal that gives the same page again has told everything."""
        found: dict[int, Member] = {}
        for number in range(_MOST_PAGES):
            params: Params = {
                "DIALOG_ID": f"chat{portal_chat}",
                "LIMIT": _PAGE,
                "OFFSET": number * _PAGE,
            }
            rows = list(each_map(await self._caller.call("im.dialog.users.list", params)))
            page = {each.id: each for each in map(read_member, rows) if each.id}
            if page.keys() <= found.keys():
                break
            found |= page
            if len(rows) < _PAGE:
                break
        return tuple(found.values())

    async def _told_to_outsiders(self, portal_chat: int, session: int | None) -> tuple[Member, ...]:
        try:
            return await self._in_history(portal_chat, session)
        except Refused:
            return ()  # the list says why

    async def _in_history(self, portal_chat: int, session: int | None) -> tuple[Member, ...]:
        params: Params = {"SESSION_ID": session} if session else {"CHAT_ID": portal_chat}
        told = lower(await self._caller.call("imopenlines.session.history.get", params))
        users = as_map(told.get("users"))
        inside = as_map(told.get("userinchat")).get(str(portal_chat))
        ids = [number for each in _items(inside) if (number := as_int(each))]
        wanted = ids or [number for key in users if (number := as_int(key))]
        rows = (read_member(users[str(number)]) for number in wanted if str(number) in users)
        return tuple(each for each in rows if each.id)


def _line_chat(value: Json) -> LineChat | None:
    number = as_int(field(value, "id"))
    if not number:
        return None
    first, second = (as_text(field(value, f"entity_data_{place}")) for place in (1, 2))
    return LineChat(
        number,
        as_text(field(value, "name")).strip(),
        as_text(field(value, "entity_id")),
        session_of(first),
        tuple(_bound(second)) or tuple(_main(first)),
        as_int(field(value, "owner"), 0) or 0,
    )


def read_member(value: Json) -> Member:
    """A person of the messenger, with keys in either spelling."""
    row = {key.replace("_", ""): each for key, each in lower(value).items()}
    status = as_text(row.get("status"))
    return Member(
        as_int(row.get("id"), 0) or 0,
        as_text(row.get("name")).strip() or f"#{as_text(row.get('id'))}",
        _role(row),
        as_text(row.get("workposition")).strip(),
        status != "offline" if status else None,
        as_bool(row.get("active", True)),
    )


def _role(row: Mapping[str, Json]) -> Role:
    if as_bool(row.get("connector")):
        return Role.CUSTOMER
    bot = as_bool(row.get("bot")) or as_text(row.get("type")).casefold() == "bot"
    return Role.BOT if bot else Role.EMPLOYEE


def _items(value: Json) -> Iterator[Json]:
    if isinstance(value, list):
        yield from value
    else:
        yield from as_map(value).values()


def _bound(pairs: str) -> Iterator[RecordRef]:
    parts = pairs.split("|")
    for kind, number in zip(parts[::2], map(as_int, parts[1::2]), strict=False):
        if number and kind in RecordKind.__members__:
            yield RecordRef(RecordKind(kind), number)


def _main(entity_data: str) -> Iterator[RecordRef]:
    """The one record that `entity_data_1` names, for portals that tell no pairs."""
    linked, kind, number, *_ = [*entity_data.split("|"), "", "", ""]
    found = as_int(number)
    if linked == "Y" and found and kind in RecordKind.__members__:
        yield RecordRef(RecordKind(kind), found)
