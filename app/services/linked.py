"""The records of a dialog with their titles, stages and people, and what a link that is missing may
mean. Asked of the portal when somebody looks; changes nothing there. Knows no window.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.bitrix.crm import Crm, stage_dictionary
from app.bitrix.errors import BitrixError
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog, DialogId
from app.domain.linked import (
    Linkage,
    RecordCard,
    RecordKind,
    RecordRef,
    link_state,
    messenger,
    record_page,
)
from app.services.crm_links import CrmLink, CrmLinks
from app.services.dialogs import Dialogs
from app.services.earlier_rules import learn
from app.services.people import People
from app.services.signal import Signal

log = logging.getLogger(__name__)

_Question = tuple[RecordKind, str, str]
_KEYED = (RecordKind.LEAD, RecordKind.CONTACT, RecordKind.COMPANY)


class Linked:
    """One portal's answers, kept while the program runs. `changed` names the dialog."""

    def __init__(
        self,
        caller: PagedCaller,
        links: CrmLinks,
        dialogs: Dialogs,
        people: People,
        address: Callable[[], str],
    ) -> None:
        self.changed: Signal[DialogId] = Signal()
        self._crm, self._links = Crm(caller), links
        self._dialogs, self._people, self._address = dialogs, people, address
        self._known: dict[DialogId, Linkage] = {}
        self._dictionary: dict[str, dict[str, str]] = {}

    def of(self, dialog: DialogId) -> Linkage | None:
        """What is known of a dialog, None before anybody asked."""
        return self._known.get(dialog)

    def responsible(self, card: RecordCard) -> str:
        """The name of the employee who is responsible for a record, "" while it is not known."""
        person = self._people.get(card.responsible)
        return person.name if person is not None else ""

    def page(self, ref: RecordRef) -> str:
        """The address of a record at the portal."""
        return record_page(self._address(), ref)

    async def read(self, dialog: Dialog, *, again: bool = False) -> None:
        """Which records the chat names (`imopenlines.dialog.get`), each of them (`crm.item.get`),
        and where none can be read, those that carry the dialog's key, the phone or the e-mail of
        its customer. Nothing is asked while the last answer is fresh.

        Raises:
            BitrixError: ACCESS_ERROR for a chat of others; what was known stays.
            JournalFailed: the answer could not be kept.
        """
        session = await self._links.read(dialog, again=again)
        if session is not None and dialog.session is None:
            await self._dialogs.write(lambda t: learn(t, dialog.id, session=session))
        link, known = self._links.of(dialog.id), self._known.get(dialog.id)
        if link is None or (known is not None and known.read_at == link.read_at):
            return
        self._known[dialog.id] = await self._look(dialog, link)
        self.changed.emit(dialog.id)

    async def card(self, ref: RecordRef) -> RecordCard | None:
        """One record as it is now, None for one that cannot be read.

        Raises:
            BitrixError: no answer came.
        """
        cards, _ = await self._crm.get((ref,))
        named = await self._with_names(cards)
        return named[0] if named else None

    async def sources(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each source that a record can have.

        Raises:
            BitrixError: the portal did not tell.
        """
        return tuple((await self._words()).get("SOURCE", {}).items())

    async def _look(self, dialog: Dialog, link: CrmLink) -> Linkage:
        cards, lost = await self._crm.get(link.refs)
        wanted: tuple[RecordRef, ...] = ()
        if not cards:
            questions = tuple(self._questions(dialog, link))
            wanted = tuple(ref for ref in await self._crm.having(questions) if ref not in lost)
            cards, _ = await self._crm.get(wanted)
        state = link_state(link.refs, lost, [card.ref for card in cards])
        return Linkage(state, await self._with_names(cards), lost, link.read_at)

    def _questions(self, dialog: Dialog, link: CrmLink) -> Iterator[_Question]:
        """Who could be meant: by the dialog's key, by phone, by e-mail."""
        if link.user_code:
            for kind in _KEYED:
                yield kind, "IM", messenger(link.user_code)
        customer = self._dialogs.customer(dialog.id)
        for name, value in (
            ("PHONE", customer.phone if customer else ""),
            ("EMAIL", customer.email if customer else ""),
        ):
            if value:
                yield RecordKind.LEAD, name, value
                yield RecordKind.CONTACT, name, value

    async def _with_names(self, cards: tuple[RecordCard, ...]) -> tuple[RecordCard, ...]:
        """Names of stages and people; a portal that does not tell them leaves codes and numbers."""
        if not cards:
            return ()
        try:
            words = await self._words()
            await self._people.learn(card.responsible for card in cards)
        except BitrixError as error:
            log.warning("Records are shown without names: %s", error)
            words = self._dictionary
        return tuple(_with_stage(card, words) for card in cards)

    async def _words(self) -> dict[str, dict[str, str]]:
        if not self._dictionary:
            self._dictionary = await self._crm.dictionary()
        return self._dictionary


def _with_stage(card: RecordCard, words: dict[str, dict[str, str]]) -> RecordCard:
    dictionary = words.get(stage_dictionary(card.ref, card.stage), {})
    return replace(card, stage=dictionary.get(card.stage, card.stage))
