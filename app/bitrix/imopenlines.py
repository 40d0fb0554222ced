"""Typed `imopenlines.*`: open lines, and what an operator does with a dialog."""

from dataclasses import dataclass

from app.bitrix.errors import Garbled, Refused
from app.bitrix.line_settings import read_line, write_changes
from app.bitrix.transport import Caller, PagedCaller
from app.bitrix.wire import Json, Params, as_bool, as_int, as_text, each_map, field
from app.domain.line import Changes, LineSettings

_PAGE = 200
_ADD, _GET = "imopenlines.config.add", "imopenlines.config.get"
_LIST = "imopenlines.config.list.get"
#: Where the session stands in the list `entity_data_1` of a chat.
_SESSION_PART = 5


@dataclass(frozen=True, slots=True)
class DialogPlace:
    """A dialog's chat at the portal, and its session if that was told."""

    chat: int
    session: int | None


class ImOpenLines:
    """Dialogs as the portal tells of them."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def find(self, user_code: str) -> DialogPlace:
        """`imopenlines.dialog.get` by `connector|line|chat|portal user`.

        Raises:
            BitrixError: ACCESS_ERROR for a chat that is not there, and for one of others.
        """
        return await self._place({"USER_CODE": user_code})

    async def place(self, portal_chat: int) -> DialogPlace:
        """`imopenlines.dialog.get` by the chat's number: the session that it has now.

        Raises:
            BitrixError: as `find`.
        """
        return await self._place({"CHAT_ID": portal_chat})

    async def crm(self, portal_chat: int) -> tuple[tuple[str, int], ...]:
        """`imopenlines.dialog.get`: the records of the CRM that a chat is bound to, as kind and id.

        Raises:
            BitrixError: as `find`.
        """
        found = await self._caller.call("imopenlines.dialog.get", {"CHAT_ID": portal_chat})
        parts = as_text(field(found, "entity_data_2")).split("|")
        pairs = zip(parts[::2], map(as_int, parts[1::2]), strict=False)
        bound = tuple((kind, number) for kind, number in pairs if number)
        return bound or _main_record(as_text(field(found, "entity_data_1")))

    async def _place(self, params: Params) -> DialogPlace:
        found = await self._caller.call("imopenlines.dialog.get", params)
        chat = as_int(field(found, "id"))
        if chat is None:
            raise Garbled("", description="no chat id", method="imopenlines.dialog.get")
        parts = as_text(field(found, "entity_data_1")).split("|")
        session = as_int(parts[_SESSION_PART]) if len(parts) > _SESSION_PART else None
        return DialogPlace(chat, session or None)


def _main_record(entity_data: str) -> tuple[tuple[str, int], ...]:
    """The one record that `entity_data_1` names, for portals that tell no pairs."""
    linked, kind, number, *_ = [*entity_data.split("|"), "", "", ""]
    found = as_int(number)
    return ((kind, found),) if linked == "Y" and found else ()


class LineConfigs:
    """`imopenlines.config.*`: the settings of lines, read and changed."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def list(self) -> tuple[LineSettings, ...]:
        """`imopenlines.config.list.get` with everything, all pages: what the user may see.

        Portals answer a list, or an object with numeric keys; some ignore the offset.
        """
        found: dict[int, LineSettings] = {}
        while True:
            params = _page(len(found)) | {"OPTIONS": {"QUEUE": "Y", "CONFIG_QUEUE": "Y"}}
            rows = list(each_map(await self._caller.call(_LIST, params)))
            page = {line.id: line for line in map(read_line, rows) if line is not None}
            if len(rows) < _PAGE or page.keys() <= found.keys():
                return tuple((found | page).values())
            found |= page

    async def get(self, line: int) -> LineSettings | None:
        """`imopenlines.config.get`, and beside it the entries of the queue, which only the list
        tells. None when the portal does not know the line.

        Raises:
            BitrixError: the line could not be read. A list that is refused makes the queue inexact.
        """
        only: Params = {"select": ["ID"], "filter": {"ID": line}, "limit": 1, "offset": 0}
        answer = await self._caller.batch(
            {
                "line": (_GET, {"CONFIG_ID": line, "WITH_QUEUE": "Y", "SHOW_OFFLINE": "Y"}),
                "queue": (_LIST, {"PARAMS": only, "OPTIONS": {"CONFIG_QUEUE": "Y"}}),
            }
        )
        if "line" not in answer.results:
            raise answer.errors.get("line", Garbled("no answer in the batch", method=_GET))
        listed = each_map(answer.results.get("queue"))
        row = next((each for each in listed if as_int(each.get("ID")) == line), None)
        return read_line(answer.results["line"], row)

    async def add(self, changes: Changes) -> int:
        """`imopenlines.config.add`: the number of the new line.

        Raises:
            BitrixError: LINE_LIMIT (a code of ours) where the portal says `false`: the plan allows
                no more lines, or the user may not add any; the vendor does not tell which.
        """
        result = await self._caller.call(_ADD, {"PARAMS": write_changes(changes)})
        number = as_int(result)
        if not number:
            raise Refused("LINE_LIMIT", method=_ADD, status=200)
        return number

    async def update(self, line: int, changes: Changes) -> None:
        """`imopenlines.config.update` with what has changed: the portal keeps everything else.

        Raises:
            BitrixError: CONFIG_WRONG_USER_PERMISSION without the right to change lines; LINE_GONE
                (a code of ours) where the portal says `false`.
        """
        params: Params = {"CONFIG_ID": line, "PARAMS": write_changes(changes)}
        await self._sure("imopenlines.config.update", params)

    async def delete(self, line: int) -> None:
        """`imopenlines.config.delete`: ends its dialogs and disconnects its channels first.

        Raises:
            BitrixError: as `update`.
        """
        await self._sure("imopenlines.config.delete", {"CONFIG_ID": line})

    async def path(self) -> tuple[str, str]:
        """`imopenlines.config.path.get`: the portal's address and the folder of its pages."""
        result = await self._caller.call("imopenlines.config.path.get")
        return as_text(field(result, "SERVER_ADDRESS")), as_text(field(result, "PUBLIC_PATH"))

    async def _sure(self, method: str, params: Params) -> None:
        if not as_bool(await self._caller.call(method, params)):
            raise Refused("LINE_GONE", method=method, status=200)


def _page(offset: int) -> dict[str, Json]:
    return {"PARAMS": {"order": {"ID": "ASC"}, "limit": _PAGE, "offset": offset}}
