"""Where the portal's own page about a line is. Opens nothing."""

from collections.abc import Callable

from app.bitrix.errors import Refused
from app.bitrix.imopenlines import LineConfigs
from app.domain.links import parse_link

#: Unless `imopenlines.config.path.get` says otherwise.
_FOLDER = "/contact_center/"


class LinePage:
    """`imopenlines.config.path.get` tells the folder, once. Its host counts only if it is the
    portal's: a foreign one would lead the person, who is signed in there, to a stranger.
    """

    def __init__(self, api: LineConfigs, origin: Callable[[], str]) -> None:
        self._api, self._origin = api, origin
        self._path: tuple[str, str] | None = None

    async def address(self, line: int) -> str:
        """The page of a line; older portals, which have no such method, use the usual folder.

        Raises:
            BitrixError: no answer came.
        """
        if self._path is None:
            try:
                self._path = await self._api.path()
            except Refused:
                self._path = ("", "")
        server, folder = self._path
        own, told = self._origin(), parse_link(server.rstrip("/"))
        known = parse_link(own)
        root = told.url if told and known and told.host == known.host else own
        folder = folder if folder.startswith("/") and not folder.startswith("//") else _FOLDER
        return f"{root.rstrip('/')}{folder.rstrip('/')}/lines_edit/?ID={line}"
