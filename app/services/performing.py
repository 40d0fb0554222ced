"""Makes the calls of the outbox and says what each outcome means.

Before a call its jobs are marked on disk as running, after it with their outcome. Knows no order
and no waiting: that is the lanes'.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.bitrix.errors import MethodMissing
from app.bitrix.im import Im
from app.bitrix.imconnector import ImConnector
from app.bitrix.messages import Ack, MessageRef, OutgoingMessage, SentMessage
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog
from app.domain.markup import escape
from app.domain.receipts import Receipts
from app.services import outcomes, writing
from app.services.jobs import JobKind
from app.services.orders import Order
from app.services.outcomes import Outcome


class Performer:
    """One call for one order, or for several that go together."""

    def __init__(
        self,
        caller: PagedCaller,
        clock: Callable[[], datetime],
        receipts: Callable[[], Receipts | None],
    ) -> None:
        self._connector = ImConnector(caller)
        self._im = Im(caller)
        self._clock = clock
        self._receipts = receipts

    async def perform(self, orders: Sequence[Order]) -> Outcome:
        """Make one call. Answers what to write down after it.

        Raises:
            BitrixError: see `outcomes.is_final`.
        """
        together = {
            JobKind.SEND: self._send,
            JobKind.DELIVER: self._deliver,
            JobKind.READ: self._read,
        }
        work = together.get(orders[0].job.kind)
        return await (work(orders) if work else self._perform_one(orders[0]))

    async def _perform_one(self, order: Order) -> Outcome:
        match order.job.kind:
            case JobKind.REPLY:
                im = await self._im.message_add(_chat(order.dialog), order.message.text)
                return outcomes.replied(order, im, self._clock(), self._receipts())
            case JobKind.EDIT:
                return outcomes.accepted(order, await self._edit(order))
            case JobKind.REFUSE:
                return outcomes.told(order, await self._refuse(order))
            case _:
                return outcomes.accepted(order, await self._delete(order))

    async def _deliver(self, orders: Sequence[Order]) -> Outcome:
        """Acknowledge messages of one line. Repeating is harmless: the first one counts."""
        dialog = orders[0].dialog
        acks = [self._ack(order) for order in orders]
        await self._connector.send_status_delivery(dialog.connector, dialog.line, acks)
        return outcomes.delivered(orders, self._clock(), self._receipts())

    async def _read(self, orders: Sequence[Order]) -> Outcome:
        """Tell that messages were read. The method may be missing: then there is nobody to tell."""
        dialog = orders[0].dialog
        acks = [self._ack(order) for order in orders]
        try:
            await self._connector.send_status_reading(dialog.connector, dialog.line, acks)
        except MethodMissing:
            return outcomes.unread(orders)
        return outcomes.read(orders)

    def _ack(self, order: Order) -> Ack:
        """The portal's own pair of numbers, as its event named them, and our ids as an array."""
        message, dialog = order.message, order.dialog
        assert message.im is not None
        chat = _chat(dialog)
        return Ack(chat, message.im, message.external_ids, dialog.chat, self._clock())

    async def _send(self, orders: Sequence[Order]) -> Outcome:
        """Customers' messages in one call: each has an answer of its own."""
        dialog = orders[0].dialog
        items = [_outgoing(order, order.message.text) for order in orders]
        answers = await self._connector.send_messages(dialog.connector, dialog.line, items)
        pairs = zip(orders, answers, strict=True)
        now = self._clock()
        return outcomes.all_of([outcomes.sent(order, answer, now) for order, answer in pairs])

    async def _edit(self, order: Order) -> SentMessage:
        place = (order.dialog.connector, order.dialog.line)
        item = _outgoing(order, order.job.text)
        (answer,) = await self._connector.update_messages(*place, [item])
        return answer

    async def _delete(self, order: Order) -> SentMessage:
        dialog = order.dialog
        user = order.message.writer or dialog.user
        external = order.message.external_ids[0]
        ref = MessageRef(user, dialog.chat, external, order.job.payload)
        (answer,) = await self._connector.delete_messages(dialog.connector, dialog.line, [ref])
        return answer

    async def _refuse(self, order: Order) -> SentMessage:
        """A system text from the channel, which the customer never wrote."""
        assert order.customer is not None
        now, dialog = self._clock(), order.dialog
        text = escape(order.job.text)
        item = OutgoingMessage(order.customer, order.job.payload, text, now, employee=0)
        (answer,) = await self._connector.send_messages(dialog.connector, dialog.line, [item])
        return answer


def _outgoing(order: Order, text: str) -> OutgoingMessage:
    assert order.customer is not None
    return writing.outgoing(order.customer, order.message, text, order.job.payload)


def _chat(dialog: Dialog) -> int:
    assert dialog.portal_chat is not None
    return dialog.portal_chat
