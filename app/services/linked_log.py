"""Notes acts on linked objects in the log of acts, whatever became of them."""

from contextlib import AbstractAsyncContextManager

from app.domain.dialog import Dialog
from app.services.act_log import ActLog


class LinkedLog:
    """What was tried is noted with the code of its refusal; what never left is not."""

    def __init__(self, log: ActLog) -> None:
        self._log = log

    def act(
        self, method: str, dialog: Dialog, detail: str = ""
    ) -> AbstractAsyncContextManager[None]:
        """Around the call itself, see `ActLog.doing`."""
        return self._log.doing(method, dialog=dialog, detail=detail)
