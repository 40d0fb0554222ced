"""What a supervisor does with dialogs, under the name of the signed-in user.

Every act is checked against the rules, noted in the log, and followed by a look at the portal: what
it says of the dialog afterwards is what is shown, also after a refusal. Looking changes nothing
there. Knows no words for people.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from app.bitrix.errors import BitrixError, Refused
from app.bitrix.operator_acts import METHODS, OperatorActs
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
from app.services.act_log import ActLog
from app.services.act_notes import note_of
from app.services.acts import Acts, close
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotNoted, NotPossible, ServiceError
from app.services.people import People
from app.services.seats import Seats, Told

#: The code of an error that came without one.
_NO_CODE = "NO_CODE"
_OWN = {Act.ANSWER: Acts.answer, Act.FINISH: Acts.finish}

log = logging.getLogger(__name__)


class Supervision:
    """Acts of the signed-in user on one portal. `changed` names a dialog about which something was
    learned that its head does not hold.
    """

    def __init__(
        self,
        caller: PagedCaller,
        me: User,
        own: Acts,
        dialogs: Dialogs,
        *,
        people: People,
        act_log: ActLog,
        read_only: Callable[[], bool],
        clock: Clock,
    ) -> None:
        self.me = me
        self._api, self._staff, self._own = OperatorActs(caller), Staff(caller), own
        self._dialogs, self._log = dialogs, act_log
        self._read_only, self._clock = read_only, clock
        self._seats = Seats(self._api, dialogs, people, clock)
        self.changed = self._seats.changed

    def seat(self, dialog: DialogId) -> Seat | None:
        """What the portal said of a dialog when it was asked last."""
        return self._seats.of(dialog)

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
        return await self._api.head_vote(self._session(self._get(wanted)))

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
            NotNoted: done, but the log does not know that.
        """
        dialog = self._get(wanted)
        reason = self.why_not(act, dialog)
        if reason:
            raise NotPossible(reason)
        call = self._call(act, dialog, target, rating, comment.strip())
        if act in REPEATABLE:
            call = partial(self._surely, act, dialog, call)
        noted = self._log.doing(
            METHODS[act],
            act=act.value,
            dialog=dialog,
            detail=_detail(target, rating, comment),
            before=dialog.operator,
        )
        try:
            async with noted:
                await call()
        except BitrixError as error:
            await self._failed(act, dialog, target, error)
            raise
        except NotNoted:  # what was done is done
            await self._settle_anyhow(act, wanted, target)
            raise
        await self._settle(act, wanted, target)
        return self._get(wanted)

    async def _settle(self, act: Act, wanted: DialogId, target: Target | None) -> None:
        """The portal has done it: apply that here, and look."""
        if act in CLOSING:
            await self._dialogs.write(partial(close, wanted, self._clock()))
        await self._look(wanted, self._holder(act, target), note_of(act, self.me, target))

    async def _settle_anyhow(self, act: Act, wanted: DialogId, target: Target | None) -> None:
        try:
            await self._settle(act, wanted, target)
        except ServiceError as error:
            log.warning("An act that was done could not be applied here: %s", error)

    async def _failed(
        self, act: Act, dialog: Dialog, target: Target | None, error: BitrixError
    ) -> None:
        if error.maybe_done:
            await self._doubted(act, dialog, target)
        else:
            await self._refused(act, dialog.id, error)

    async def _surely(
        self, act: Act, dialog: Dialog, call: Callable[[], Awaitable[object]]
    ) -> None:
        """Nothing that can be read tells whether this was done when its answer was lost: it is
        asked for once more, as long as the dialog is in no other hands and no newer session.
        """
        try:
            await call()
        except BitrixError as error:
            seat = await self._seats.peek(dialog.id) if error.maybe_done else None
            if seat is None or not may_repeat(act, dialog, seat, self.me.id):
                raise
            try:
                await call()
            except Refused:
                if act is not Act.FINISH:
                    raise  # else it had been finished, and is nobody's to finish now

    async def _doubted(self, act: Act, dialog: Dialog, target: Target | None) -> None:
        """Nobody answered: whose the dialog is now may tell what became of the act."""
        seat = await self._seats.peek(dialog.id)
        if seat is None:
            return
        known = came_true(act, dialog, seat, target, self.me.id)
        holder = self._holder(act, target) if known else None
        told = note_of(act, self.me, target) if known else None
        await self._seats.take_over(dialog.id, seat, holder, told)

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
        if act in (Act.INTERCEPT, Act.START):
            return self.me
        if act is Act.SKIP or (target is not None and target.is_line):
            return User(0, "")
        return User(target.id, target.name) if target is not None else None

    def _call(
        self, act: Act, dialog: Dialog, target: Target | None, rating: int | None, comment: str
    ) -> Callable[[], Awaitable[object]]:
        chat = dialog.portal_chat or 0
        if act in _OWN:
            return partial(_OWN[act], self._own, dialog.id)
        if act is Act.TRANSFER:
            if target is None:
                raise NotPossible("TRANSFER_ID_EMPTY")
            return partial(self._api.transfer, chat, target)
        if act is Act.VOTE:
            if rating is None and not comment:
                raise NotPossible("EMPTY_VOTE_PARAMS")
            return partial(self._api.vote, self._session(dialog), rating, comment)
        return partial(self._api.act, act, chat)

    async def _look(self, wanted: DialogId, holder: User | None, told: Told | None) -> Seat | None:
        seat = await self._seats.peek(wanted)
        await self._seats.take_over(wanted, seat, holder, told)
        return seat

    def _standpoint(self, dialog: Dialog) -> Standpoint:
        return Standpoint(dialog, self.me.id, self._seats.of(dialog.id), self._read_only())

    def _get(self, wanted: DialogId) -> Dialog:
        dialog = self._dialogs.get(wanted)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        return dialog

    @staticmethod
    def _session(dialog: Dialog) -> int:
        if dialog.session is None:
            raise NotPossible("ACT_NO_SESSION")
        return dialog.session


def _detail(target: Target | None, rating: int | None, comment: str) -> str:
    if target is not None:
        return f"{target.name} ({'QUEUE_ID' if target.is_line else 'USER_ID'} {target.id})"
    words = comment.strip()
    return f"{rating or '-'} {words}".strip() if rating or words else ""
