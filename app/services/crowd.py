"""Many people writing at once, and several in one chat of the outer channel. Makes no calls: what
they write is planned, and the outbox sends it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.bitrix.imconnector import LARGEST_CALL
from app.domain.content import Content, Words
from app.domain.dialog import Customer, DialogId
from app.services.connectors import Connectors
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.journal import Journal
from app.services.outbox import Outbox
from app.services.transcript import Transcript
from app.services.writing import join, members, plan_dialog


class Crowd:
    """Everybody whom the console plays, on one portal."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        connectors: Connectors,
        outbox: Outbox,
        *,
        read_only: Callable[[], bool],
    ) -> None:
        self._journal = journal
        self._dialogs = dialogs
        self._connectors = connectors
        self._outbox = outbox
        self._read_only = read_only

    def is_group(self, connector: str) -> bool:
        """Whether the portal keeps one chat for all who write in a `chat.id` of this connector, as
        far as it was registered here.
        """
        registration = self._connectors.registration(connector)
        return registration is not None and registration.flags.get("CHAT_GROUP", False)

    async def writers(self, dialog: DialogId) -> tuple[Customer, ...]:
        """Who writes in a dialog: its first customer, then the others of a group."""
        first = self._dialogs.customer(dialog)
        others = await self._journal.run(lambda conn: members(conn, dialog))
        return (*((first,) if first else ()), *others)

    async def join(self, dialog: DialogId, customer: Customer) -> None:
        """One more person writes in the dialog of a group.

        Raises:
            NotPossible: NO_GROUP, the portal would open a chat of his own.
        """
        found = self._dialogs.get(dialog)
        if found is None or not self.is_group(found.connector):
            raise NotPossible("NO_GROUP")
        if customer.id != found.user:
            await self._journal.run(lambda conn: join(conn, dialog, customer))

    async def write(
        self, connector: str, line: int, words: Sequence[Words], *, together: bool = False
    ) -> tuple[DialogId, ...]:
        """Let everybody write, each in his own `chat`: in calls of their own, or with `together` in
        as few as there can be. Answers the dialogs in their order, when all is on disk.

        Raises:
            NotPossible: READ_ONLY, or NOBODY writes.
        """
        if self._read_only():
            raise NotPossible("READ_ONLY")
        if not words:
            raise NotPossible("NOBODY")
        key = connector.lower()

        def plan(transcript: Transcript) -> list[DialogId]:
            return [plan_dialog(transcript, key, line, each.customer).id for each in words]

        dialogs = await self._dialogs.write(plan)
        entries = [
            (dialog, each.text, _written_by(each))
            for dialog, each in zip(dialogs, words, strict=True)
        ]
        if not together:
            for entry in entries:
                await self._outbox.send(*entry)
        for first in range(0, len(entries) if together else 0, LARGEST_CALL):
            await self._outbox.send_together(entries[first : first + LARGEST_CALL])
        return tuple(dialogs)


def _written_by(words: Words) -> Content:
    return replace(words.content, writer=words.customer)
