"""To which records of the CRM a dialog's chat is bound: asked of the portal when somebody looks,
kept with the time of the answer. Knows no window.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection
from typing import Self

import msgspec

from app.bitrix.chats import Chats
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog, DialogId
from app.domain.dialog_filter import CrmState
from app.domain.linked import RecordKind, RecordRef, record_page
from app.services.clock import Clock
from app.services.journal import Journal
from app.services.rows import to_json
from app.services.signal import Signal

#: How long an answer is good enough when the dialog is opened again.
FRESH = timedelta(minutes=5)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CrmRecord:
    """A record by kind and number, and its page at the portal."""

    kind: RecordKind
    id: int
    url: str

    @property
    def ref(self) -> RecordRef:
        """Which one it is."""
        return RecordRef(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class _Kept:
    records: tuple[tuple[str, int], ...]
    read_at: datetime
    user_code: str = ""


@dataclass(frozen=True, slots=True)
class CrmLink:
    """What the portal said, and when. `user_code` is its own key of the chat."""

    records: tuple[CrmRecord, ...]
    read_at: datetime
    user_code: str = ""

    @property
    def refs(self) -> tuple[RecordRef, ...]:
        """The records alone."""
        return tuple(record.ref for record in self.records)


class CrmLinks:
    """One portal's answers. `changed` names the dialog that has a new one."""

    def __init__(
        self,
        caller: PagedCaller,
        journal: Journal,
        known: dict[DialogId, _Kept],
        address: Callable[[], str],
        clock: Clock,
    ) -> None:
        self.changed: Signal[DialogId] = Signal()
        self._chats, self._journal = Chats(caller), journal
        self._known, self._address, self._clock = known, address, clock

    @classmethod
    async def load(
        cls, caller: PagedCaller, journal: Journal, address: Callable[[], str], clock: Clock
    ) -> Self:
        """Read what was kept. `address` is the portal's, with its scheme."""
        return cls(caller, journal, await journal.run(_load), address, clock)

    def of(self, dialog: DialogId) -> CrmLink | None:
        """What is known of a dialog, None before anybody asked."""
        kept = self._known.get(dialog)
        if kept is None:
            return None
        records = (
            self._record(*each) for each in kept.records if each[0] in RecordKind.__members__
        )
        return CrmLink(tuple(records), kept.read_at, kept.user_code)

    def having(self, wanted: Collection[RecordRef]) -> dict[RecordRef, set[DialogId]]:
        """The dialogs that were bound to these records when they were last asked for."""
        pairs = {(ref.kind.value, ref.id): ref for ref in wanted}
        found: dict[RecordRef, set[DialogId]] = {ref: set() for ref in wanted}
        if pairs:
            for dialog, kept in tuple(self._known.items()):
                for pair in kept.records:
                    if pair in pairs:
                        found[pairs[pair]].add(dialog)
        return found

    def state(self, dialog: DialogId) -> CrmState:
        """Whether it is bound to a record."""
        kept = self._known.get(dialog)
        if kept is None:
            return CrmState.UNKNOWN
        return CrmState.LINKED if kept.records else CrmState.NOT_LINKED

    async def read(self, dialog: Dialog, *, again: bool = False) -> int | None:
        """`imopenlines.dialog.get`, unless what is known is fresh; nothing where the portal has no
        chat yet. Answers the session that the portal named just now.

        Raises:
            BitrixError: ACCESS_ERROR for a chat of others; what was known stays.
            JournalFailed: the answer could not be kept.
        """
        kept, now = self._known.get(dialog.id), self._clock()
        if dialog.portal_chat is None:
            return None
        if kept is not None and not again and now - kept.read_at < FRESH:
            return None
        chat = await self._chats.by_chat(dialog.portal_chat)
        records = tuple((ref.kind.value, ref.id) for ref in chat.records)
        fresh = _Kept(records, now, chat.user_code)
        await self._journal.run(partial(_save, dialog.id, to_json(fresh)))
        self._known[dialog.id] = fresh
        self.changed.emit(dialog.id)
        return chat.session

    def _record(self, kind: str, number: int) -> CrmRecord:
        ref = RecordRef(RecordKind(kind), number)
        return CrmRecord(ref.kind, number, record_page(self._address(), ref))


def _load(conn: Connection) -> dict[DialogId, _Kept]:
    known = {}
    for number, text in conn.execute("SELECT id, crm FROM dialog WHERE crm != ''"):
        try:
            known[DialogId(number)] = msgspec.json.decode(text, type=_Kept)
        except (msgspec.DecodeError, ValueError) as error:
            log.warning("The records of dialog %d are asked for again: %s", number, error)
    return known


def _save(dialog: DialogId, text: str, conn: Connection) -> None:
    conn.execute("UPDATE dialog SET crm = ? WHERE id = ?", (text, dialog))
