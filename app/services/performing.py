"""Makes the call of a job and says what its outcome means.

Before a call the job is marked on disk as running, after it with its outcome. Knows no order and
no waiting: that is the outbox's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.bitrix.errors import BitrixError, ReadOnly, Refused
from app.bitrix.im import Im
from app.bitrix.imconnector import ImConnector
from app.bitrix.messages import Ack, MessageRef, SentMessage
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Customer, Delivery, Dialog, Message
from app.domain.problem import Problem
from app.services import writing
from app.services.applying import acknowledge, start_session
from app.services.failures import problem_of
from app.services.jobs import UNREPEATABLE, Job, JobKind, JobState, drop_job, set_state
from app.services.transcript import Transcript

#: The portal answered, and refused this one message inside the answer.
MESSAGE_REFUSED = "MESSAGE_REFUSED"
#: Nobody knows whether the message arrived.
UNKNOWN_OUTCOME = "UNKNOWN_OUTCOME"

#: What to write down after a call.
Outcome = Callable[[Transcript], None]


@dataclass(frozen=True, slots=True)
class Order:
    """A job with all that its call needs, as it was when the job was marked as running."""

    job: Job
    dialog: Dialog
    message: Message
    customer: Customer | None


def take_order(transcript: Transcript, job: Job) -> Order:
    """Mark a job as running: from here on nobody can know whether its call was made."""
    set_state(transcript.conn, job, JobState.RUNNING)
    message = transcript.message(job.dialog, job.position)
    assert message is not None
    if job.kind in UNREPEATABLE:
        message = transcript.replace(replace(message, delivery=Delivery.SENDING, problem=None))
    needs_customer = job.kind in (JobKind.SEND, JobKind.EDIT, JobKind.DELETE)
    customer = (
        writing.customer_of(transcript, job.dialog, message.writer) if needs_customer else None
    )
    return Order(job, transcript.dialog(job.dialog), message, customer)


class Performer:
    """The calls of the outbox."""

    def __init__(self, caller: PagedCaller, clock: Callable[[], datetime]) -> None:
        self._connector = ImConnector(caller)
        self._im = Im(caller)
        self._clock = clock

    async def perform(self, order: Order, *, auto_deliver: bool) -> Outcome:
        """Make one call. Answers what to write down after it.

        Raises:
            BitrixError: see `is_final`.
        """
        match order.job.kind:
            case JobKind.SEND:
                return self._sent(order, await self._send(order))
            case JobKind.REPLY:
                im = await self._im.message_add(_chat(order.dialog), order.message.text)
                return self._replied(order, im, auto_deliver=auto_deliver)
            case JobKind.EDIT:
                return _accepted(order, await self._edit(order))
            case JobKind.DELETE:
                return _accepted(order, await self._delete(order))
            case JobKind.DELIVER:
                raise AssertionError("deliveries are performed together")

    async def deliver(self, orders: Sequence[Order]) -> Outcome:
        """Acknowledge messages of one connector and line in one call.

        Raises:
            BitrixError: see `is_final`. Repeating is harmless: the first one counts.
        """
        dialog = orders[0].dialog
        acks = [self._ack(order) for order in orders]
        await self._connector.send_status_delivery(dialog.connector, dialog.line, acks)
        return lambda transcript: _delivered(transcript, orders)

    def _ack(self, order: Order) -> Ack:
        message, dialog = order.message, order.dialog
        assert message.im is not None
        chat = _chat(dialog)
        return Ack(chat, message.im, message.external_ids, dialog.chat, self._clock())

    async def _send(self, order: Order) -> SentMessage:
        dialog = order.dialog
        assert order.customer is not None
        outgoing = writing.outgoing(
            order.customer, order.message, order.message.text, order.job.payload
        )
        (sent,) = await self._connector.send_messages(dialog.connector, dialog.line, [outgoing])
        return sent

    async def _edit(self, order: Order) -> SentMessage:
        dialog = order.dialog
        assert order.customer is not None
        outgoing = writing.outgoing(
            order.customer, order.message, order.job.text, order.job.payload
        )
        (sent,) = await self._connector.update_messages(dialog.connector, dialog.line, [outgoing])
        return sent

    async def _delete(self, order: Order) -> SentMessage:
        dialog = order.dialog
        user = order.message.writer or dialog.user
        external = order.message.external_ids[0]
        ref = MessageRef(user, dialog.chat, external, order.job.payload)
        (sent,) = await self._connector.delete_messages(dialog.connector, dialog.line, [ref])
        return sent

    def _sent(self, order: Order, sent: SentMessage) -> Outcome:
        if not sent.ok:
            return _refused_item(order, sent)

        def outcome(transcript: Transcript) -> None:
            drop_job(transcript.conn, order.job)
            _update(transcript, order, delivery=Delivery.SENT, problem=None)
            dialog = transcript.dialog(order.job.dialog)
            portal_chat = sent.portal_chat or dialog.portal_chat
            transcript.put(replace(dialog, portal_chat=portal_chat))
            transcript.set_portal_user(dialog.id, sent.user)
            if sent.session is not None:
                start_session(transcript, transcript.dialog(dialog.id), sent.session, self._clock())

        return outcome

    def _replied(self, order: Order, im: int, *, auto_deliver: bool) -> Outcome:
        def outcome(transcript: Transcript) -> None:
            drop_job(transcript.conn, order.job)
            back = transcript.by_im(order.job.dialog, im)
            if back is not None:  # it came back as an event before the answer
                if back.position != order.job.position:
                    transcript.bury(order.message, self._clock())
                return
            message = _update(transcript, order, delivery=Delivery.RECEIVED, problem=None, im=im)
            transcript.answered(message)
            if auto_deliver:
                acknowledge(transcript, message, self._clock())

        return outcome


def is_final(kind: JobKind, error: BitrixError) -> bool:
    """Whether waiting is no use: the portal said no, or it may have done what it must do once.
    What a read-only profile keeps from leaving waits until the lock is opened.
    """
    if isinstance(error, ReadOnly):
        return False
    return isinstance(error, Refused) or (error.maybe_done and kind in UNREPEATABLE)


def failed(orders: Sequence[Order], error: BitrixError, transcript: Transcript) -> None:
    """Write down a final failure: a person has to decide."""
    unsure = error.maybe_done and orders[0].job.kind in UNREPEATABLE
    state = JobState.UNKNOWN if unsure else JobState.FAILED
    for order in orders:
        _stop(transcript, order, state, problem_of(error))


def postponed(orders: Sequence[Order], transcript: Transcript) -> None:
    """Write down that nothing was done: the jobs wait again."""
    for order in orders:
        set_state(transcript.conn, order.job, JobState.WAITING)
        if order.job.kind in UNREPEATABLE:
            _update(transcript, order, delivery=Delivery.QUEUED)


def unknown(transcript: Transcript, job: Job) -> None:
    """The program ended while the job's call was under way."""
    if job.kind not in UNREPEATABLE:
        set_state(transcript.conn, job, JobState.WAITING)
        return
    set_state(transcript.conn, job, JobState.UNKNOWN)
    message = transcript.message(job.dialog, job.position)
    if message is not None:
        problem = Problem(UNKNOWN_OUTCOME)
        transcript.replace(replace(message, delivery=Delivery.UNKNOWN, problem=problem))


def _accepted(order: Order, sent: SentMessage) -> Outcome:
    if not sent.ok:
        return _refused_item(order, sent)

    def outcome(transcript: Transcript) -> None:
        drop_job(transcript.conn, order.job)
        _update(transcript, order, problem=None)

    return outcome


def _refused_item(order: Order, sent: SentMessage) -> Outcome:
    problem = Problem(MESSAGE_REFUSED, "; ".join(sent.errors))
    return lambda transcript: _stop(transcript, order, JobState.FAILED, problem)


def _delivered(transcript: Transcript, orders: Sequence[Order]) -> None:
    for order in orders:
        drop_job(transcript.conn, order.job)
        _update(transcript, order, delivery=Delivery.DELIVERED, problem=None)


def _stop(transcript: Transcript, order: Order, state: JobState, problem: Problem) -> None:
    set_state(transcript.conn, order.job, state)
    if order.job.kind in UNREPEATABLE:
        delivery = Delivery.UNKNOWN if state is JobState.UNKNOWN else Delivery.FAILED
        _update(transcript, order, delivery=delivery, problem=problem)
    else:
        _update(transcript, order, problem=problem)


def _update(transcript: Transcript, order: Order, **fields: object) -> Message:
    """Change the message as it is now: an event may have changed it during the call."""
    message = transcript.message(order.job.dialog, order.job.position)
    assert message is not None
    return transcript.replace(replace(message, **fields))  # type: ignore[arg-type]  # replace checks names at run time


def _chat(dialog: Dialog) -> int:
    assert dialog.portal_chat is not None
    return dialog.portal_chat
