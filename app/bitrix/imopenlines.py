"""Typed `imopenlines.*`: open lines, and what an operator does with a dialog."""

from collections.abc import Mapping

from app.bitrix.transport import Caller
from app.bitrix.wire import Json, as_int, as_text, each_map
from app.domain.connector import OpenLine

_PAGE = 200
_FIELDS = ("ID", "LINE_NAME", "ACTIVE")


class ImOpenLines:
    """The open lines of one portal."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def lines(self) -> tuple[OpenLine, ...]:
        """`imopenlines.config.list.get`, all pages: the lines that the signed-in user may see."""
        found: dict[int, OpenLine] = {}
        while True:
            rows = list(each_map(await self._page(len(found))))
            page = {line.id: line for line in map(_line, rows) if line is not None}
            if len(rows) < _PAGE or page.keys() <= found.keys():  # some ignore the offset
                return tuple((found | page).values())
            found |= page

    async def line(self, line: int) -> OpenLine | None:
        """`imopenlines.config.get`: null when the portal does not know the line."""
        result = await self._caller.call("imopenlines.config.get", {"CONFIG_ID": line})
        return _line(result) if isinstance(result, Mapping) else None

    async def answer(self, portal_chat: int) -> None:
        """`imopenlines.operator.answer`: take the dialog as the signed-in user.

        Raises:
            BitrixError: also with an empty code, when another operator was faster.
        """
        await self._caller.call("imopenlines.operator.answer", {"CHAT_ID": portal_chat})

    async def finish(self, portal_chat: int) -> None:
        """`imopenlines.operator.finish`: close the dialog; its end may be told much later."""
        await self._caller.call("imopenlines.operator.finish", {"CHAT_ID": portal_chat})

    async def _page(self, offset: int) -> Json:
        params: dict[str, Json] = {
            "select": _FIELDS,
            "order": {"ID": "ASC"},
            "limit": _PAGE,
            "offset": offset,
        }
        return await self._caller.call("imopenlines.config.list.get", {"PARAMS": params})


def _line(row: Mapping[str, Json]) -> OpenLine | None:
    number = as_int(row.get("ID"))
    if number is None:
        return None
    name = as_text(row.get("LINE_NAME")) or str(number)
    return OpenLine(number, name, as_text(row.get("ACTIVE")).upper() != "N")
