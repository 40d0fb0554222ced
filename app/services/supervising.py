"""What a supervisor does with dialogs, under the name of the signed-in user.

Every act is checked against the rules, noted in the log, and followed by a look at the portal: what
it says of the dialog afterwards is what is shown, also after a refusal. Looking changes nothing
there. Knows no words for people.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from functools import partial

from app.bitrix.errors import BitrixError, Refused
from app.bitrix.operator_acts import METHODS, PIN_ALL, START_FROM, UNPIN_ALL, OperatorActs
from app.bitrix.staff import Staff
from app.bitrix.transport import PagedCaller
from app.domain.act_doubts import REPEATABLE, came_true, may_repeat
from app.domain.acts import (
    CLOSING,
    Act,
    Colleagues,
    HeadVote,
    Seat,
    Standpoint,
    Target,
    legal,
    why_not,
)
from app.domain.dialog import Dialog, DialogId
from app.domain.portal import User
from app.services.act_calls import Wish, call_of, session_of
from app.services.act_log import ActLog
from app.services.act_notes import note_of
from app.services.acts import close
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import (
    JournalFailed,
    JournalFull,
    NotNoted,
    NotPossible,
    ServiceError,
)
from app.services.people import People
from app.services.seats import Seats, Told

#: The code of an error that came without one.
_NO_CODE = "NO_CODE"

log = logging.getLogger(__name__)


class Supervision:
    """Acts of the signed-in user on one portal. `changed` names a dialog about which something was
    learned that its head does not hold.
    """

    def __init__(
        self,
        caller: PagedCaller,
        me: User,
        dialogs: Dialogs,
        *,
        people: People,
        act_log: ActLog,
        read_only: Callable[[], bool],
        clock: Clock,
    ) -> None:
        self.me = me
        self._api, self._staff = OperatorActs(caller), Staff(caller)
        self._dialogs, self._log = dialogs, act_log
        self._read_only, self._clock = read_only, clock
        self._seats = Seats(self._api, dialogs, people, clock)
        self.changed = self._seats.changed

    def seat(self, dialog: DialogId) -> Seat | None:
        """What the portal said of a dialog when it was asked last."""
        return self._seats.of(dialog)

    def session(self, dialog: Dialog) -> int | None:
        """The number of its session, as far as it is known here or the portal has named it."""
        return self._standpoint(dialog).session

    def legal(self, dialog: Dialog) -> Mapping[Act, str]:
        """Every act with "" or the code of the reason why not."""
        return legal(self._standpoint(dialog))

    def why_not(self, act: Act, dialog: Dialog) -> str:
        """The same for one act."""
        return why_not(act, self._standpoint(dialog))

    async def read(self, wanted: DialogId) -> Seat | None:
        """Ask the portal whose a dialog is, and take that over; None where it has no chat yet.

        Raises:
            BitrixError: ACCESS_ERROR for a chat of others; what was known stays.
        """
        seat = await self._seats.ask(wanted)
        if seat is not None:
            await self._seats.take_over(wanted, seat, None)
        return seat

    async def head_vote(self, wanted: DialogId) -> HeadVote:
        """Whether the signed-in user may rate the dialog's session, and the rating there is.

        Raises:
            BitrixError: the session may not be seen.
            NotPossible: the dialog has no session.
        """
        return await self._api.head_vote(session_of(self._standpoint(self._get(wanted))))

    async def find_people(self, words: str, start: int = 0) -> Colleagues:
        """Colleagues at work by any of their names or their position, a page from `start` on.

        Raises:
            BitrixError: also without the permission to see users.
        """
        page = await self._staff.find_page(words.strip(), start)
        return Colleagues(page.found, page.next)

    async def act(
        self,
        act: Act,
        wanted: DialogId,
        target: Target | None = None,
        rating: int | None = None,
        comment: str = "",
    ) -> Dialog:
        """Do it, note it, and look at the portal again. A transfer needs its target, a vote a
        rating or a comment.

        Raises:
            NotPossible: it is not legal now; ACT_TOO_LATE where a colleague was faster.
            BitrixError: the portal refused, or no good answer came; the state was read again.
            JournalFull, JournalFailed: the log could not be written, so nothing was asked for.
            NotNoted: done, but the journal does not know that.
        """
        dialog = self._legal_for(act, wanted)
        before = await self._before(act, dialog)
        wish = Wish(target, rating, comment.strip())
        call = call_of(act, self._api, before, wish)
        if act in REPEATABLE:
            call = partial(self._surely, act, before, call)
        noted = self._noted(act, METHODS[act], dialog, wish.detail)
        return await self._do(act, before, noted, call, wish)

    async def start_from(self, wanted: DialogId, message: int) -> Dialog:
        """Start a session that begins with a message, by its number at the portal.

        Raises:
            As `act`.
        """
        dialog = self._legal_for(Act.START, wanted)
        call = partial(self._api.start_from, dialog.portal_chat or 0, message)
        noted = self._noted(Act.START, START_FROM, dialog, str(message))
        return await self._do(Act.START, self._standpoint(dialog), noted, call)

    async def pin_all(self, *, on: bool) -> int:
        """Pin or unpin all dialogs of the signed-in user; how many there were.

        Raises:
            NotPossible: READ_ONLY.
            BitrixError, JournalFull, JournalFailed, NotNoted: as `act`.
        """
        if self._read_only():
            raise NotPossible("READ_ONLY")
        async with self._log.doing(PIN_ALL if on else UNPIN_ALL):
            sessions = await self._api.pin_all(on=on)
        self._seats.pin(sessions, on=on)
        return len(sessions)

    def _legal_for(self, act: Act, wanted: DialogId) -> Dialog:
        dialog = self._get(wanted)
        reason = self.why_not(act, dialog)
        if reason:
            raise NotPossible(reason)
        return dialog

    async def _before(self, act: Act, dialog: Dialog) -> Standpoint:
        """Whose the dialog is tells later whether a transfer came true: asked where nobody knows
        it.
        """
        before = self._standpoint(dialog)
        if act is not Act.TRANSFER or dialog.operator_id or before.seat is not None:
            return before
        return replace(before, seat=await self._seats.peek(dialog.id))

    def _noted(
        self, act: Act, method: str, dialog: Dialog, detail: str
    ) -> AbstractAsyncContextManager[None]:
        about = {"act": act.value, "detail": detail, "before": dialog.operator}
        return self._log.doing(method, dialog=dialog, **about)

    async def _do(
        self,
        act: Act,
        before: Standpoint,
        noted: AbstractAsyncContextManager[None],
        call: Callable[[], Awaitable[object]],
        wish: Wish = Wish(),  # noqa: B008 - it cannot be changed
    ) -> Dialog:
        wanted = before.dialog.id
        try:
            async with noted:
                await call()
        except BitrixError as error:
            await self._failed(act, before, wish, error)
            raise
        except NotNoted:  # what was done is done
            await self._settle_anyhow(act, wanted, wish)
            raise
        try:
            await self._settle(act, wanted, wish)
        except ServiceError as error:
            raise NotNoted(error.problem) from error
        return self._get(wanted)

    async def _settle(self, act: Act, wanted: DialogId, wish: Wish) -> None:
        """The portal has done it: apply that here, and look."""
        if act in CLOSING:
            await self._dialogs.write(partial(close, wanted, self._clock()))
        holder, told = self._holder(act, wish.target), note_of(act, self.me, wish)
        await self._look(wanted, holder, told)

    async def _settle_anyhow(self, act: Act, wanted: DialogId, wish: Wish) -> None:
        try:
            await self._settle(act, wanted, wish)
        except ServiceError as error:
            log.warning("An act that was done could not be applied here: %s", error)

    async def _failed(self, act: Act, before: Standpoint, wish: Wish, error: BitrixError) -> None:
        """The portal's own word is told before a journal that could not be written."""
        try:
            if error.maybe_done:
                await self._doubted(act, before, wish)
            else:
                await self._refused(act, before.dialog.id, error)
        except (JournalFull, JournalFailed) as failed:
            log.warning("What was seen after an act could not be applied here: %s", failed)

    async def _surely(
        self, act: Act, before: Standpoint, call: Callable[[], Awaitable[object]]
    ) -> None:
        """Nothing that can be read tells whether this was done when its answer was lost: it is
        asked for once more, as long as the dialog is in no other hands and no newer session.
        """
        try:
            await call()
        except BitrixError as error:
            seat = await self._seats.peek(before.dialog.id) if error.maybe_done else None
            if seat is None or not may_repeat(act, before, seat):
                raise
            try:
                await call()
            except Refused:
                if act is not Act.FINISH:
                    raise  # else it had been finished, and is nobody's to finish now

    async def _doubted(self, act: Act, before: Standpoint, wish: Wish) -> None:
        """Nobody answered: whose the dialog is now may tell what became of the act."""
        seat = await self._seats.peek(before.dialog.id)
        if seat is None:
            return
        known = came_true(act, before, seat, wish.target)
        holder = self._holder(act, wish.target) if known else None
        told = note_of(act, self.me, wish) if known else None
        await self._seats.take_over(before.dialog.id, seat, holder, told)

    async def _refused(self, act: Act, wanted: DialogId, error: BitrixError) -> None:
        """An answer that is refused without a word: who has the dialog now was faster."""
        seat = await self._look(wanted, None, None)
        late = act is Act.ANSWER and error.code == _NO_CODE
        if not late or seat is None or seat.owner in (0, self.me.id):
            return
        who = self._seats.owner(seat)
        await self._seats.take_over(wanted, seat, who)
        raise NotPossible("ACT_TOO_LATE", who.name) from error

    def _holder(self, act: Act, target: Target | None) -> User | None:
        """Who has the dialog after an act; None where the act says nothing about that."""
        if act in (Act.ANSWER, Act.INTERCEPT, Act.START):
            return self.me
        if act is Act.SKIP or (target is not None and target.is_line):
            return User(0, "")
        return User(target.id, target.name) if target is not None else None

    async def _look(self, wanted: DialogId, holder: User | None, told: Told | None) -> Seat | None:
        seat = await self._seats.peek(wanted)
        await self._seats.take_over(wanted, seat, holder, told)
        return seat

    def line_now(self, dialog: DialogId) -> int:
        """The line that has a dialog now, 0 where the portal has not told."""
        seat = self._seats.of(dialog)
        return 0 if seat is None else seat.line

    def _standpoint(self, dialog: Dialog) -> Standpoint:
        return Standpoint(dialog, self.me.id, self._seats.of(dialog.id), self._read_only())

    def _get(self, wanted: DialogId) -> Dialog:
        dialog = self._dialogs.get(wanted)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        return dialog
