"""Typed `user.get` and `user.search`: the employees who can stand in a queue."""

from collections.abc import Iterable

from app.bitrix.transport import PagedCaller
from app.bitrix.users import read_user
from app.bitrix.wire import Json, Params, as_bool, as_map, as_text, each_map
from app.domain.line import Employee
from app.domain.linked import StaffPage

_PAGE = 50


class Staff:
    """The employees of one portal."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def find(self, words: str) -> tuple[Employee, ...]:
        """`user.search` with one phrase, the first page of it; without words everybody at work."""
        wanted: Params = {"FIND": words} if words else {"ACTIVE": True}
        method = "user.search" if words else "user.get"
        rows = each_map(await self._caller.call(method, {"FILTER": wanted}))
        found = (_employee(row) for row in rows)
        return tuple(each for each in found if each.id and each.active)

    async def find_page(self, words: str, start: int = 0) -> StaffPage:
        """The same, one page of those at work, from row `start` on."""
        wanted: Params = {"FIND": words} if words else {"ACTIVE": True}
        method = "user.search" if words else "user.get"
        params: Params = {"FILTER": wanted, "start": start}
        answer = await self._caller.call_full(method, params)
        found = (_employee(row) for row in each_map(answer.result))
        after = answer.next if answer.next is not None and answer.next > start else None
        return StaffPage(
            tuple(each for each in found if each.id and each.active), after, answer.total
        )

    async def get(self, ids: Iterable[int]) -> dict[int, Employee]:
        """`user.get`: the known ones of `ids`, by id; also those who have left."""
        wanted = sorted(set(ids))
        found: dict[int, Employee] = {}
        for start in range(0, len(wanted), _PAGE):
            params: Params = {"FILTER": {"ID": wanted[start : start + _PAGE]}}
            rows = each_map(await self._caller.call("user.get", params))
            found |= {each.id: each for each in map(_employee, rows) if each.id}
        return found


def _employee(value: Json) -> Employee:
    row, user = as_map(value), read_user(value)
    return Employee(
        user.id,
        user.name or f"#{user.id}",
        as_text(row.get("WORK_POSITION")).strip(),
        as_bool(row["IS_ONLINE"]) if "IS_ONLINE" in row else None,
        as_bool(row.get("ACTIVE", True)),
    )
