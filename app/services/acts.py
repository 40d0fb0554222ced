"""What is done at the portal right away, without the outbox's table: it can be repeated without
harm, and a person waits for its answer.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.bitrix.imconnector import ImConnector
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.portal import User
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.session_rules import finish_session
from app.services.transcript import Transcript


class Acts:
    """Renaming dialogs, as the signed-in user `me`."""

    def __init__(self, caller: PagedCaller, me: User, dialogs: Dialogs, clock: Clock) -> None:
        self._connector = ImConnector(caller)
        self._me = me
        self._dialogs = dialogs
        self._clock = clock

    async def rename(self, dialog: DialogId, name: str) -> Dialog:
        """Give the portal's chat another title.

        Raises:
            BitrixError: the portal refused.
        """
        if not name.strip():
            raise NotPossible("EMPTY_TEXT")
        old = self._get(dialog)
        place = (old.connector, old.line, old.chat)
        await self._connector.chat_name_set(*place, name=name.strip(), user=old.user)
        return await self._change(dialog, lambda found: replace(found, name=name.strip()))

    async def _change(self, dialog: DialogId, change: Callable[[Dialog], Dialog]) -> Dialog:
        await self._dialogs.write(lambda t: t.put(change(t.dialog(dialog))))
        return self._get(dialog)

    def _get(self, wanted: DialogId) -> Dialog:
        dialog = self._dialogs.get(wanted)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        return dialog


def close(wanted: DialogId, at: datetime, transcript: Transcript) -> None:
    """The portal has closed a dialog because it was asked to from here."""
    found = transcript.dialog(wanted)
    if found.session is not None:
        finish_session(transcript, found, found.session, at)
    else:
        transcript.put(replace(found, state=DialogState.CLOSED, waiting_since=None))
