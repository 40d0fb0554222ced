"""`imopenlines.operator.pause.getAll`: who is on a break. The vendor has no page about it."""

from app.bitrix.errors import MethodMissing
from app.bitrix.transport import Caller
from app.bitrix.wire import as_bool, as_int, as_map


class Breaks:
    """A portal that does not know the method is asked once."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._is_known = True

    async def now(self) -> dict[int, bool] | None:
        """Whether somebody is on a break, by user; None where the portal does not tell.

        Raises:
            BitrixError: it refused, or no answer came.
        """
        if not self._is_known:
            return None
        try:
            answer = await self._caller.call("imopenlines.operator.pause.getAll")
        except MethodMissing:
            self._is_known = False
            return None
        rows = ((as_int(user, 0) or 0, on) for user, on in as_map(answer).items())
        return {user: as_bool(on) for user, on in rows if user}
