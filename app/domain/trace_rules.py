"""How the steps of a message's way follow from what is kept of it. Asks nobody, knows no words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.calls import CallRecord
from app.domain.dialog import Author, Delivery
from app.domain.problem import Problem
from app.domain.trace import (
    Errand,
    Pending,
    Standing,
    Station,
    Story,
    Trace,
    TraceStep,
    Wait,
)

SEND = "imconnector.send.messages"
REPLY = "im.message.add"
CHANGE = "imconnector.update.messages"
REMOVAL = "imconnector.delete.messages"
DELIVERY = "imconnector.send.status.delivery"
READING = "imconnector.send.status.reading"

_QUEUE = "queue"
#: How rows of other sources are asked for.
_WAYS = {"im": "im.v2.Event.get"}
_TAKEN, _LOOKED = "event.offline.get", "event.offline.list"
_UNANSWERED = Problem("UNKNOWN_OUTCOME")
#: The portal answered, and refused this one message inside the answer.
_REFUSED = "MESSAGE_REFUSED"
_ARRIVED = (Delivery.SENT, Delivery.RECEIVED, Delivery.DELIVERED, Delivery.READ)
_OUTGOING = (
    Delivery.QUEUED,
    Delivery.SENDING,
    Delivery.SENT,
    Delivery.UNKNOWN,
    Delivery.FAILED,
)
_ACKNOWLEDGED = (Delivery.DELIVERED, Delivery.READ)


def trace(story: Story) -> Trace:
    """The way of a message: of the customer's, of the channel's, of a reply that was written here,
    of one that came from the portal. A note has none, unless a row brought it.
    """
    message, replied = story.message, story.calls(REPLY) or story.job(Errand.REPLY)
    if message.author is Author.CUSTOMER and message.im is not None:
        steps = [*_told(story), *_answered(story)]
    elif message.author is Author.CUSTOMER:
        steps = [*_outgoing(story), *_answered(story)]
    elif message.im is None and message.delivery in _OUTGOING and not replied:
        steps = _outgoing(story)
    elif replied:
        steps = [*_replied(story), *_acknowledged(story)]
    elif message.delivery is Delivery.NONE:
        steps = _fetched(story)
    else:
        steps = [*_arrived(story), *_acknowledged(story)]
    return Trace(tuple(_ordered(steps)))


def _outgoing(story: Story) -> list[TraceStep]:
    """What goes to the portal as the channel's own word."""
    sent = _sent(story, Station.SEND, SEND, Errand.SEND)
    typed = TraceStep(Station.TYPED, at=story.message.at)
    return [typed, sent, _session(story, sent), *_changed(story)]


def _answered(story: Story) -> list[TraceStep]:
    """The other side's first word after it, and how that one was acknowledged."""
    answer = story.answer
    if answer is None:
        waits = story.message.deleted_at is None and story.dialog.waiting_since is not None
        standing = Standing.WAITING if waits else Standing.NOT_REACHED
        since = story.dialog.waiting_since
        return [TraceStep(Station.ANSWER, standing, since, wait=Wait.OPERATOR)]
    said, who = answer.message, answer.message.author
    step = TraceStep(Station.ANSWER, at=said.at, value=said.author_name, author=who)
    return [step, *_acknowledged(answer)]


def _replied(story: Story) -> list[TraceStep]:
    steps = [
        TraceStep(Station.TYPED, at=story.message.at),
        _sent(story, Station.REPLY, REPLY, Errand.REPLY),
    ]
    return [*steps, *_fetched(story)]


def _arrived(story: Story) -> list[TraceStep]:
    message, chat = story.message, str(story.dialog.portal_chat or "")
    rows = story.rows
    at = (rows[0].queued_at if rows else None) or message.at
    written = TraceStep(Station.WRITTEN, at=at, value=chat, author=message.author)
    return [written, *(_fetched(story) or [TraceStep(Station.SHOWN)])]


def _told(story: Story) -> list[TraceStep]:
    """What another program sent as the customer: it is only shown here."""
    return [replace(step, author=Author.CUSTOMER) for step in _arrived(story)]


def _fetched(story: Story) -> list[TraceStep]:
    """How the row that brought the message came to us."""
    rows = story.rows
    if not rows:
        return []
    row, number = rows[0], str(rows[0].row or "")
    steps = []
    how = _WAYS.get(row.source, row.source)
    if row.source == _QUEUE:
        steps.append(TraceStep(Station.QUEUED, at=row.queued_at, method=row.name, value=number))
        how = _TAKEN if row.process else _LOOKED
    steps.append(TraceStep(Station.FETCHED, at=row.read_at, method=how, value=row.process))
    steps.append(TraceStep(Station.SHOWN, at=row.applied_at))
    return steps


def _sent(story: Story, station: Station, method: str, errand: Errand) -> TraceStep:
    """The call that carries a message to the portal."""
    message, calls, job = story.message, story.calls(method), story.job(errand)
    made = _made(station, method, calls)
    if message.delivery in _ARRIVED:
        return replace(made, at=_end(calls))
    if message.delivery in (Delivery.FAILED, Delivery.UNKNOWN):
        problem = message.problem or _trouble(calls) or _UNANSWERED
        return replace(made, standing=Standing.BROKEN, problem=problem, took=_took(calls))
    if job is None and message.deleted_at is not None:  # somebody gave it up
        return replace(made, standing=Standing.NOT_WANTED)
    return _under_way(story, made, calls, job)


def _session(story: Story, sent: TraceStep) -> TraceStep:
    chat = story.dialog.portal_chat
    if sent.standing is not Standing.DONE:
        return TraceStep(Station.SESSION, Standing.NOT_REACHED)
    if chat is None:
        return TraceStep(Station.SESSION, Standing.WAITING, sent.at, wait=Wait.PORTAL)
    return TraceStep(Station.SESSION, at=sent.at, value=str(chat))


def _changed(story: Story) -> Iterable[TraceStep]:
    """Changes of a customer's message that were told to the portal, or are to be."""
    for station, method, errand in (
        (Station.CHANGE, CHANGE, Errand.EDIT),
        (Station.REMOVAL, REMOVAL, Errand.DELETE),
    ):
        calls, job = story.calls(method), story.job(errand)
        made = _made(station, method, calls)
        problem = story.message.problem or _trouble(calls)
        if job is not None and job.stuck:
            broken = Standing.BROKEN
            yield replace(made, standing=broken, problem=problem, took=_took(calls))
        elif job is not None:
            yield _under_way(story, made, calls, job)
        elif calls:
            yield replace(made, at=_end(calls))


def _acknowledged(story: Story) -> list[TraceStep]:
    """From the delivery call on."""
    call = _delivery(story)
    done = call.standing is Standing.DONE
    mark = TraceStep(Station.DELIVERED, at=call.at)
    if not done:
        off = call.standing is Standing.NOT_WANTED
        mark = TraceStep(Station.DELIVERED, Standing.NOT_WANTED if off else Standing.NOT_REACHED)
    return [call, mark, *_read(story, reached=done)]


def _delivery(story: Story) -> TraceStep:
    message = story.message
    calls, job = story.calls(DELIVERY), story.job(Errand.DELIVER)
    made = _made(Station.DELIVERY, DELIVERY, calls)
    if message.delivery in _ACKNOWLEDGED:
        return replace(made, at=_end(calls))
    problem = message.problem or (_trouble(calls) if job is not None else None)
    stuck = job is not None and job.stuck
    if message.delivery is Delivery.FAILED or stuck or (job is None and problem is not None):
        return replace(made, standing=Standing.BROKEN, problem=problem, took=_took(calls))
    if job is not None:
        return _under_way(story, made, calls, job)
    if story.acknowledges is None:
        return replace(made, standing=Standing.NOT_WANTED)
    since = story.evidence[-1].at if story.evidence else message.at
    return replace(made, standing=Standing.WAITING, at=since, wait=Wait.HAND)


def _read(story: Story, *, reached: bool) -> list[TraceStep]:
    """Only where somebody wants it to be told, or it was."""
    calls, job = story.calls(READING), story.job(Errand.READ)
    made = _made(Station.READING, READING, calls)
    if story.message.delivery is Delivery.READ:
        end = _end(calls)
        return [replace(made, at=end), TraceStep(Station.READ, at=end)]
    missing = TraceStep(Station.READ, Standing.NOT_REACHED)
    if job is not None and job.stuck:
        broken = replace(made, standing=Standing.BROKEN, problem=_trouble(calls))
        return [replace(broken, took=_took(calls)), missing]
    if job is not None:
        return [_under_way(story, made, calls, job), missing]
    if story.reads and not reached:
        return [replace(made, standing=Standing.NOT_REACHED), missing]
    return []


def _under_way(
    story: Story, made: TraceStep, calls: list[CallRecord], job: Pending | None
) -> TraceStep:
    """A call that was not made yet, or not well: then it is tried again by itself."""
    since = story.message.at if job is None else job.created_at
    waits = replace(made, standing=Standing.WAITING, at=since)
    if job is not None and job.running:
        return replace(waits, wait=Wait.ANSWER)
    trouble = _trouble(calls)
    if trouble is not None:
        return replace(made, standing=Standing.BROKEN, problem=trouble, took=_took(calls))
    if story.held is not None:
        return replace(waits, wait=Wait.HELD, problem=story.held)
    if job is not None and job.due_at is not None:
        return replace(waits, wait=Wait.DUE, until=job.due_at)
    return replace(waits, wait=Wait.TURN)


def _made(station: Station, method: str, calls: list[CallRecord]) -> TraceStep:
    return TraceStep(station, method=method, tries=len(calls))


def _ordered(steps: list[TraceStep]) -> Iterable[TraceStep]:
    """What stands behind a step that is not done was not reached."""
    stopped = False
    for step in steps:
        if stopped and step.standing is not Standing.DONE:
            off = step.standing is Standing.NOT_WANTED
            yield step if off else TraceStep(step.station, Standing.NOT_REACHED)
            continue
        yield step
        stopped = stopped or step.standing in (Standing.BROKEN, Standing.WAITING)


def _trouble(calls: list[CallRecord]) -> Problem | None:
    """Why the last call went wrong, if it did."""
    if not calls or not calls[-1].failed:
        return None
    last = calls[-1]
    return Problem(last.error or _REFUSED, last.error_text)


def _took(calls: list[CallRecord]) -> int | None:
    return calls[-1].milliseconds if calls else None


def _end(calls: list[CallRecord]) -> datetime | None:
    """When the last call that the portal took had its answer."""
    for call in reversed(calls):
        if not call.error:
            return call.at + timedelta(milliseconds=call.milliseconds)
    return None
