"""Makes records of the CRM out of dialogs, and looks afterwards what became of them.

A portal that says yes has not linked anything yet: every act ends with reading the record and the
chat again, and the answer says what was seen. Knows no window.
"""

import logging

from app.bitrix.crm import Crm
from app.bitrix.errors import BitrixError
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog
from app.domain.linked import (
    Made,
    Proof,
    RecordCard,
    RecordDraft,
    RecordKind,
    RecordRef,
    messenger,
)
from app.services.crm_links import CrmLink, CrmLinks
from app.services.failures import NotPossible
from app.services.linked import Linked
from app.services.linked_log import LinkedLog

log = logging.getLogger(__name__)


class Leads:
    """New records of one portal, made as the signed-in user."""

    def __init__(
        self, caller: PagedCaller, links: CrmLinks, linked: Linked, log: LinkedLog
    ) -> None:
        self._crm, self._links = Crm(caller), links
        self._linked, self._log = linked, log

    async def create_lead(self, dialog: Dialog) -> Made:
        """`imopenlines.crm.lead.create`, then the chat's records are read again.

        Raises:
            BitrixError: ERROR_USER_NOT_OPERATOR where the dialog is somebody else's.
            NotPossible: NO_CHAT_YET, LEAD_NOT_LINKED when the portal agreed and no lead is there,
                RECORD_NOT_SEEN when nobody could look.
        """
        chat = self._chat(dialog)
        await self._linked.read(dialog, again=True)
        before = self._lead_of(dialog)
        async with self._log.act("imopenlines.crm.lead.create", dialog):
            await self._create_once(dialog, chat)
        if not await self._look(dialog):
            raise NotPossible("RECORD_NOT_SEEN", str(RecordKind.LEAD))
        lead = self._lead_of(dialog)
        if lead is None:
            raise NotPossible("LEAD_NOT_LINKED")
        return Made(await self._seen(lead), Proof.BOUND, known=lead == before)

    async def add(self, dialog: Dialog, draft: RecordDraft) -> Made:
        """`crm.lead.add` with the dialog's key, or `crm.deal.add` for the dialog's contact; then
        the record and the chat are read.

        Raises:
            BitrixError: the portal refused; where `maybe_done`, the record may be there.
            NotPossible: NO_CHAT_YET, NO_TITLE, RECORD_NOT_SEEN.
        """
        self._chat(dialog)
        if not draft.title.strip():
            raise NotPossible("NO_TITLE")
        await self._linked.read(dialog)
        link = self._links.of(dialog.id)
        if link is None or not link.user_code:
            raise NotPossible("NO_CHAT_YET")
        contact = next((ref.id for ref in link.refs if ref.kind is RecordKind.CONTACT), 0)
        key = messenger(link.user_code)
        async with self._log.act(f"crm.{draft.kind.lower()}.add", dialog, draft.title):
            number = await self._add_once(draft, key, contact)
        card = await self._seen(RecordRef(draft.kind, number))
        await self._look(dialog)
        return Made(card, _proof(card, key, contact, self._links.of(dialog.id)))

    async def _add_once(self, draft: RecordDraft, key: str, contact: int) -> int:
        """An answer that was lost is no reason to press again: the record is looked for by what
        was sent, and only what was not there before is taken for it.
        """
        is_lead = draft.kind is RecordKind.LEAD
        question = (draft.kind, "IM", key) if is_lead else (draft.kind, "TITLE", draft.title)
        before = await self._crm.having((question,))
        try:
            return await self._crm.add(draft, key, contact)
        except BitrixError as error:
            if not error.maybe_done:
                raise
            new = set(await self._found(question)) - set(before)
            if len(new) != 1:
                raise
            return new.pop().id

    async def _found(self, question: tuple[RecordKind, str, str]) -> tuple[RecordRef, ...]:
        """Nothing where the portal does not answer this either: then the first error is told."""
        try:
            return await self._crm.having((question,))
        except BitrixError as error:
            log.info("A record whose answer was lost could not be looked for: %s", error)
            return ()

    async def _create_once(self, dialog: Dialog, chat: int) -> None:
        """A dialog keeps its lead, so one that is there after a lost answer is the answer."""
        try:
            await self._crm.create_lead(chat)
        except BitrixError as error:
            if not error.maybe_done:
                raise
            await self._look(dialog)
            if self._lead_of(dialog) is None:
                raise

    async def _look(self, dialog: Dialog) -> bool:
        """What was done is done, whether or not the chat's records can be read now."""
        try:
            await self._linked.read(dialog, again=True)
        except BitrixError as error:
            log.info("The records of dialog %d could not be read again: %s", dialog.id, error)
            return False
        return True

    def _chat(self, dialog: Dialog) -> int:
        if dialog.portal_chat is None:
            raise NotPossible("NO_CHAT_YET")
        return dialog.portal_chat

    def _lead_of(self, dialog: Dialog) -> RecordRef | None:
        link = self._links.of(dialog.id)
        refs = link.refs if link is not None else ()
        return next((ref for ref in refs if ref.kind is RecordKind.LEAD), None)

    async def _seen(self, ref: RecordRef) -> RecordCard:
        try:
            card = await self._linked.card(ref)
        except BitrixError as error:
            raise NotPossible("RECORD_NOT_SEEN", f"{ref.kind} {ref.id}") from error
        if card is None:
            raise NotPossible("RECORD_NOT_SEEN", f"{ref.kind} {ref.id}")
        return card


def _proof(card: RecordCard, key: str, contact: int, link: CrmLink | None) -> Proof:
    if link is not None and card.ref in link.refs:
        return Proof.BOUND
    if key in card.keys:
        return Proof.KEYED
    return Proof.CLIENT if contact and card.contact == contact else Proof.APART
