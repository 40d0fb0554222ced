"""What people ask for, planned in one transaction each: on disk before the call.

It shows at once; who inherits makes the calls. While the profile is read-only nothing new is
planned.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.bitrix.transport import PagedCaller
from app.domain.content import PLAIN, Content
from app.domain.dialog import Customer, Dialog, DialogId, Message
from app.domain.portal import User
from app.services import planning, writing
from app.services.acts import Acts
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.pauses import Pauses, plan_taking_back
from app.services.transcript import Transcript

T = TypeVar("T")


class Wishes(Acts):
    """Plans writing, changing, deleting and acknowledging, and what a person decides about calls
    that wait or failed.
    """

    def __init__(
        self,
        caller: PagedCaller,
        me: User,
        dialogs: Dialogs,
        clock: Clock,
        read_only: Callable[[], bool],
    ) -> None:
        super().__init__(caller, me, dialogs, clock)
        self.pauses = Pauses(clock)
        self._read_only = read_only

    def hurry(self) -> None:
        """Try again at once what waits after a failure."""
        raise NotImplementedError

    async def start_dialog(
        self,
        connector: str,
        line: int,
        customer: Customer,
        text: str,
        content: Content = PLAIN,
    ) -> Dialog:
        """Write as a customer, perhaps for the first time. Returns when it is on disk."""
        key, content = connector.lower(), replace(content, writer=customer)

        def plan(transcript: Transcript) -> DialogId:
            dialog = writing.plan_dialog(transcript, key, line, customer)
            writing.plan_send(transcript, dialog.id, text, self._clock(), content)
            return dialog.id

        return self._get(await self._plan(plan))

    async def send(self, dialog: DialogId, text: str, content: Content = PLAIN) -> Message:
        """Write as the customer, or as the one that `content` names. Returns when it is on disk."""
        message = await self._plan(
            lambda t: writing.plan_send(t, dialog, text, self._clock(), content)
        )
        self.pauses.end(dialog)
        return message

    async def send_together(
        self, entries: Sequence[tuple[DialogId, str, Content]]
    ) -> tuple[Message, ...]:
        """Write as customers of one connector and line, in one call. Returns when it is on disk.
        The portal answers for each message; what has to wait for an older message leaves alone.

        Raises:
            NotPossible: BUNDLE_SIZE, none or more than 50; BUNDLE_MIXED, several lines.
        """
        return await self._plan(lambda t: planning.plan_bundle(t, entries, self._clock()))

    async def reply(self, dialog: DialogId, text: str, *, pause: float = 0.0) -> Message:
        """Write as the operator who is signed in; for `pause` seconds it can be taken back, unless
        a customer's message in the same dialog comes behind it. Returns when it is on disk.
        """
        now, me = self._clock(), self._me
        message = await self._plan(
            lambda t: planning.plan_reply(t, dialog, text, me, now, pause=pause)
        )
        self.pauses.begin(dialog, message.position, pause)
        return message

    async def take_back(self, dialog: DialogId, position: int, behind: str = "") -> str:
        """Make a reply that waits the operator's draft again, in front of `behind`, which he has
        typed since; nothing is sent. Answers the draft, which is on disk.

        Raises:
            NotPossible: TOO_LATE, it has left or is about to.
        """
        draft = await self._dialogs.write(lambda t: plan_taking_back(t, dialog, position, behind))
        self.pauses.end(dialog, position)
        return draft

    async def edit(self, dialog: DialogId, position: int, text: str, payload: str = "") -> Message:
        """Change a customer's message; `payload` is the whole item where a person edited it.
        Returns when it is on disk.
        """
        return await self._plan(
            lambda t: planning.plan_edit(
                t, dialog, position, text, now=self._clock(), payload=payload
            )
        )

    async def delete(self, dialog: DialogId, position: int, payload: str = "") -> Message:
        """Delete a customer's message; `payload` as in `edit`. Returns when it is on disk."""
        return await self._plan(
            lambda t: planning.plan_delete(t, dialog, position, self._clock(), payload)
        )

    async def deliver(self, dialog: DialogId, position: int) -> Message:
        """Acknowledge an operator's message by hand. Returns when it is on disk."""
        return await self._plan(
            lambda t: planning.plan_delivery(t, dialog, position, self._clock())
        )

    async def retry(self, dialog: DialogId, position: int) -> Message:
        """Try again what failed. What may have arrived is looked for first, and sent again unless
        it is found: a person has decided.
        """
        now = self._clock()
        message = await self._plan(lambda t: planning.plan_retry(t, dialog, position, now))
        self.hurry()
        return message

    async def check(self, dialog: DialogId, position: int) -> Message:
        """Look at once whether a message arrived that nobody knows it of."""
        message = await self._plan(lambda t: planning.plan_check(t, dialog, position))
        self.hurry()
        return message

    async def discard(self, dialog: DialogId, position: int) -> Message:
        """Give up what waits or failed."""
        message = await self._dialogs.write(
            lambda t: planning.plan_discard(t, dialog, position, self._clock())
        )
        self.hurry()
        return message

    async def settle(self, dialog: DialogId, position: int) -> Message:
        """A person has seen that a message of unknown outcome did arrive."""
        message = await self._dialogs.write(lambda t: planning.plan_settle(t, dialog, position))
        self.hurry()
        return message

    async def _plan(self, work: Callable[[Transcript], T]) -> T:
        """Raises NotPossible: READ_ONLY, it would leave by surprise when the lock is opened."""
        if self._read_only():
            raise NotPossible("READ_ONLY")
        return await self._dialogs.write(work)
