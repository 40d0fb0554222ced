"""Typed `user.*` and `profile`: who is who on the portal."""

from collections.abc import Iterable, Mapping

from app.bitrix.transport import Caller
from app.bitrix.wire import Json, as_bool, as_int, as_map, as_text, each_map, lower
from app.domain.portal import User

_PAGE = 50


class Users:
    """People of the portal."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def current(self) -> User:
        """`user.current`: needs a scope of users."""
        return read_user(await self._caller.call("user.current"))

    async def profile(self) -> User:
        """`profile`: who is signed in; needs no scope and tells administrators."""
        return read_user(await self._caller.call("profile"))

    async def get(self, ids: Iterable[int]) -> dict[int, User]:
        """`user.get`: the known ones of `ids`, by id."""
        wanted = sorted(set(ids))
        found: dict[int, User] = {}
        for start in range(0, len(wanted), _PAGE):
            params: Mapping[str, Json] = {"FILTER": {"ID": wanted[start : start + _PAGE]}}
            rows = each_map(await self._caller.call("user.get", params))
            found |= {user.id: user for user in map(read_user, rows) if user.id}
        return found

    async def get_customers(self, ids: Iterable[int]) -> dict[int, User]:
        """`im.user.list.get`: the known ones of `ids`, by id; customers are among these."""
        params: Mapping[str, Json] = {"ID": sorted(set(ids)), "RESULT_TYPE": "array"}
        rows = map(lower, each_map(await self._caller.call("im.user.list.get", params)))
        found = {as_int(row.get("id"), 0) or 0: as_text(row.get("name")).strip() for row in rows}
        return {number: User(number, name) for number, name in found.items() if number and name}


def read_user(value: Json) -> User:
    """A user of any of the methods; the name falls back to the e-mail address."""
    row = as_map(value)
    names = (as_text(row.get("NAME")).strip(), as_text(row.get("LAST_NAME")).strip())
    return User(
        id=as_int(row.get("ID"), 0) or 0,
        name=" ".join(name for name in names if name) or as_text(row.get("EMAIL")),
        admin=as_bool(row.get("ADMIN")),
        bot=as_text(row.get("USER_TYPE")).casefold() == "bot",
    )
