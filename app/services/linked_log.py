"""Notes acts on linked objects in the log of acts, whatever became of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.bitrix.errors import BitrixError, ReadOnly
from app.domain.dialog import Dialog
from app.services.act_log import ActLog

#: The result of an act that nobody answered: it may have been done.
_UNKNOWN = "UNKNOWN_OUTCOME"


class LinkedLog:
    """What was tried is noted with the code of its refusal; what never left is not."""

    def __init__(self, log: ActLog) -> None:
        self._log = log

    @asynccontextmanager
    async def act(self, method: str, dialog: Dialog, detail: str = "") -> AsyncIterator[None]:
        """Around the call itself.

        Raises:
            BitrixError: the call's own.
            JournalFull, JournalFailed: it was done and could not be written down.
        """
        try:
            yield
        except ReadOnly:
            raise
        except BitrixError as error:
            result = _UNKNOWN if error.maybe_done else error.code
            await self._log.note(method, dialog=dialog, detail=detail, result=result)
            raise
        await self._log.note(method, dialog=dialog, detail=detail)
