"""Typed `placement.*`: pages of the application inside the portal. All but `list` need an
administrator; the permission `placement` opens the methods, `contact_center` the contact center.
"""

from collections.abc import Mapping

from app.bitrix.errors import Refused
from app.bitrix.transport import PagedCaller
from app.bitrix.wire import Json, as_int, as_list, as_map, as_text, each_map, field, lower
from app.domain.placement import Placement

#: The portal counts twice for each row that goes: once found, once removed.
_COUNTS_OF_ONE = 2


class Placements:
    """The application's own pages."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def list(self) -> frozenset[str]:
        """`placement.list`: the places that the application may use, no bindings."""
        result = await self._caller.call("placement.list")
        return frozenset(as_text(code).upper() for code in as_list(result) if code)

    async def get(self) -> tuple[Placement, ...]:
        """`placement.get`: own pages in the order in which they were bound, also those that
        `imconnector.register` made.
        """
        return read_placements(await self._caller.call("placement.get"))

    async def bind(self, code: str, handler: str, titles: Mapping[str, str]) -> bool:
        """`placement.bind`: false when it was bound before, which the portal calls an error.

        Raises:
            BitrixError: `ERROR_PLACEMENT_NOT_FOUND` also means that the permission is missing.
        """
        languages = {language: {"TITLE": title} for language, title in titles.items()}
        params: dict[str, Json] = {"PLACEMENT": code, "HANDLER": handler}
        if languages:
            params["LANG_ALL"] = languages
        try:
            await self._caller.call("placement.bind", params)
        except Refused as error:
            if not error.has_code("ERROR_CORE") or not await self._is_bound(code, handler):
                raise
            return False
        return True

    async def unbind(self, code: str, handler: str) -> int:
        """`placement.unbind`: how many pages went. An empty handler would mean all of the place."""
        if not handler:
            raise ValueError("Without an address every page of the place would go")
        result = await self._caller.call(
            "placement.unbind", {"PLACEMENT": code, "HANDLER": handler}
        )
        return -(-(as_int(field(result, "count"), 0) or 0) // _COUNTS_OF_ONE)

    async def _is_bound(self, code: str, handler: str) -> bool:
        return any((row.code, row.handler) == (code.upper(), handler) for row in await self.get())


def read_placements(value: Json) -> tuple[Placement, ...]:
    """What `placement.get` answers."""
    return tuple(_placement(row) for row in each_map(value))


def _placement(row: Mapping[str, Json]) -> Placement:
    row = lower(row)
    languages = as_map(row.get("langall"))
    titles = {key: as_text(lower(as_map(each)).get("title")) for key, each in languages.items()}
    return Placement(
        id=as_int(row.get("id"), 0) or 0,
        code=as_text(row.get("placement")).upper(),
        handler=as_text(row.get("handler")),
        title=as_text(row.get("title")),
        description=as_text(row.get("description")),
        titles={language: title for language, title in titles.items() if title},
    )
