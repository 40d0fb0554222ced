"""Whose dialogs are, as the portal says: asked for, kept, and taken over into the dialogs' heads.

Looking changes nothing at the portal. Knows which notes come of it, no acts and no words.
"""

import logging
from dataclasses import replace
from functools import partial

from app.bitrix.errors import BitrixError
from app.bitrix.operator_acts import OperatorActs
from app.domain.acts import Seat
from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.portal import User
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible, ServiceError
from app.services.notes import NoteKind
from app.services.people import People
from app.services.session_rules import start_session
from app.services.signal import Signal
from app.services.transcript import Transcript

#: A note in the transcript and its value.
Told = tuple[NoteKind, str]

log = logging.getLogger(__name__)


class Seats:
    """One portal's. `changed` names a dialog about which something was learned that its head does
    not hold.
    """

    def __init__(self, api: OperatorActs, dialogs: Dialogs, people: People, clock: Clock) -> None:
        self.changed: Signal[DialogId] = Signal()
        self._api, self._dialogs, self._people, self._clock = api, dialogs, people, clock
        self._seats: dict[DialogId, Seat] = {}

    def of(self, dialog: DialogId) -> Seat | None:
        """What the portal said of a dialog when it was asked last."""
        return self._seats.get(dialog)

    def pin(self, sessions: frozenset[int], *, on: bool) -> None:
        """The dialogs of these sessions were pinned, or are no longer."""
        for dialog, seat in tuple(self._seats.items()):
            if seat.session in sessions and seat.pinned is not on:
                self._seats[dialog] = replace(seat, pinned=on)
                self.changed.emit(dialog)

    async def ask(self, wanted: DialogId) -> Seat | None:
        """Whose a dialog is now; None where it has no chat yet.

        Raises:
            BitrixError: ACCESS_ERROR for a chat of others.
            NotPossible: NO_DIALOG.
        """
        dialog = self._dialogs.get(wanted)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        if dialog.portal_chat is None:
            return None
        seat = await self._api.seat(dialog.portal_chat)
        await self._people.learn([seat.owner])
        return seat

    async def peek(self, wanted: DialogId) -> Seat | None:
        """The same where an act has ended: what cannot be read now is told by the feed later."""
        try:
            return await self.ask(wanted)
        except (BitrixError, ServiceError) as error:
            log.warning("Dialog %d could not be read again: %s", wanted, error)
            return None

    def owner(self, seat: Seat) -> User:
        """Who that is, by number where nobody told the name."""
        known = self._people.get(seat.owner)
        return known or User(seat.owner, f"#{seat.owner}" if seat.owner else "")

    async def take_over(
        self, wanted: DialogId, seat: Seat | None, holder: User | None, told: Told | None = None
    ) -> None:
        """`holder` is who an act gave the dialog to, `told` what it leaves in the transcript. Where
        nobody is known to have the dialog, its owner may only be the next in the queue; where
        somebody was, it has changed hands.
        """
        if seat is not None:
            self._seats[wanted] = seat
        await self._dialogs.write(partial(self._write, wanted, seat, holder, told))
        self.changed.emit(wanted)

    def _write(
        self,
        wanted: DialogId,
        seat: Seat | None,
        wished: User | None,
        told: Told | None,
        transcript: Transcript,
    ) -> None:
        dialog = transcript.dialog(wanted)
        before, session, now = dialog, seat.session if seat is not None else None, self._clock()
        if dialog.session is not None and session and session > dialog.session:
            dialog = start_session(transcript, dialog, session, now)
        if told is not None:
            transcript.note(wanted, now, *told)
        holder = self._shown_holder(dialog, seat, wished)
        if holder is None or dialog.state is DialogState.CLOSED:
            return
        if _changed_hands(before, dialog, holder, wished):
            transcript.note(wanted, now, NoteKind.NOW_HAS, holder.name)
        held = replace(transcript.dialog(wanted), operator=holder.name, operator_id=holder.id)
        if held != transcript.dialog(wanted):
            transcript.put(held)

    def _shown_holder(self, dialog: Dialog, seat: Seat | None, wished: User | None) -> User | None:
        """Who has it for sure, None where nobody does: an act's wish, unless the look shows that
        somebody was faster.
        """
        if seat is None:
            return wished
        if wished is not None and (not wished.id or seat.owner in (0, wished.id)):
            return wished
        if wished is None and not (dialog.operator or dialog.operator_id):
            return None
        return self.owner(seat)


def _changed_hands(before: Dialog, now: Dialog, holder: User, wished: User | None) -> bool:
    """Whether the look shows other hands than those that were known in the same session, and no
    act of ours gave it to them.
    """
    if not holder.id or before.session != now.session or holder == wished:
        return False
    had = wished.id if wished is not None else before.operator_id
    return bool(had) and had != holder.id
