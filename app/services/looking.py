"""What is done about a message whose outcome is unknown: it is looked for, and only what is surely
not there is sent once more, with the same external id.

A call that went unanswered may still be under way at the portal, so nothing is sent again before
some time has really passed, whatever a person wants and whatever the clock of this machine says.
Knows no order and no waiting: that is the lanes'.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from app.bitrix.errors import BitrixError, Throttled
from app.bitrix.messages import SentMessage
from app.domain.dialog import Delivery
from app.domain.problem import Problem
from app.domain.receipts import Receipts
from app.services import outcomes
from app.services.clock import Clock
from app.services.doubt import UNDER_WAY
from app.services.failures import problem_of
from app.services.jobs import CARRYING, Job, JobKind, JobState, drop_job, find_jobs, set_state
from app.services.orders import Order
from app.services.outcomes import UNKNOWN_OUTCOME, Outcome, Step
from app.services.reconciling import Finding, Reconciler, Verdict
from app.services.transcript import Transcript

#: How long a call may still be at work after its answer was lost. Portals end theirs after a
#: minute.
PATIENCE = timedelta(seconds=75)
#: After so many calls without an answer and without an effect nothing is sent by itself any more.
MOST_TRIES = 5
NEVER_ARRIVED = "NEVER_ARRIVED"


class Looker:
    """Looks for messages and says what to write down. Time is counted from the first look for a
    lost call on: of one that an earlier run of the program made nobody knows when it was.
    """

    def __init__(self, reconciler: Reconciler, clock: Clock) -> None:
        self._reconciler = reconciler
        self._clock = clock
        self._since: dict[tuple[int, int, datetime | None], float] = {}

    async def look(self, order: Order, receipts: Receipts | None) -> Step:
        """Look for the message of an order once."""
        if outcomes.came_back(order.job, order.message):
            return Step(_if_unknown(order, lambda t, job: drop_job(t.conn, job)))
        left = self._left(order.job)
        try:
            finding = await self._reconciler.look(order)
        except BitrixError as error:
            rest = error.retry_after if isinstance(error, Throttled) else 0.0
            return Step(None, problem_of(error), rest)
        return self._judge(order, finding, receipts, left)

    def _judge(
        self, order: Order, finding: Finding, receipts: Receipts | None, left: float
    ) -> Step:
        """`left`: the call may have been under way for so many seconds more when the look began."""
        job = order.job
        gives_up = job.tries >= MOST_TRIES and not job.insists
        match finding.verdict:
            case Verdict.FOUND:
                found = self._found(order, finding, receipts)
                return Step(_if_unknown(order, lambda t, _: found(t)))
            case Verdict.UNDECIDED if not job.insists:
                assert finding.problem is not None
                return Step(_stopped(order, JobState.UNDECIDED, finding.problem))
            case _ if left > 0:
                early = Problem(UNDER_WAY, str(ceil(left)))
                problem = Problem(UNKNOWN_OUTCOME) if gives_up else early
                outcome = _if_unknown(order, lambda t, each: _held(t, each, problem))
                return Step(outcome, problem, at_most=max(left, 1.0), tells=False)
            case Verdict.ABSENT if gives_up:
                problem = Problem(NEVER_ARRIVED, str(job.tries))
                return Step(_stopped(order, JobState.FAILED, problem))
            case _:
                return Step(_if_unknown(order, _again))

    def _found(self, order: Order, finding: Finding, receipts: Receipts | None) -> Outcome:
        now = self._clock()
        if order.job.kind is JobKind.REPLY:
            assert finding.im is not None
            return outcomes.replied(order, finding.im, now, receipts)
        if order.job.kind is JobKind.REFUSE:
            return lambda transcript: drop_job(transcript.conn, order.job)
        session = None if finding.place is None else finding.place.session
        chat = None if finding.place is None else finding.place.chat
        answer = SentMessage(True, user=finding.user, session=session, portal_chat=chat)
        return outcomes.arrived(order, answer, now)

    def _left(self, job: Job) -> float:
        """For how many seconds the last call may still be under way. By the time of the loop: that
        of the machine may jump.
        """
        now = asyncio.get_running_loop().time()
        since = self._since.setdefault((job.id, job.tries, job.asked_at), now)
        return since + PATIENCE.total_seconds() - now


def _if_unknown(order: Order, work: Callable[[Transcript, Job], None]) -> Outcome:
    """Only while nobody decided otherwise: a person may have settled or given it up meanwhile."""

    def outcome(transcript: Transcript) -> None:
        for job in find_jobs(transcript.conn, "id = ? AND state = 'unknown'", order.job.id):
            work(transcript, job)

    return outcome


def _stopped(order: Order, state: JobState, problem: Problem) -> Outcome:
    def work(transcript: Transcript, job: Job) -> None:
        if job.insists:  # a person has decided during the look: it is looked for once more
            return
        if job.kind is JobKind.REFUSE:  # to tell an operator twice is worse than not to tell him
            drop_job(transcript.conn, job)
        else:
            outcomes.stop(transcript, order, state, problem)

    return _if_unknown(order, work)


def _held(transcript: Transcript, job: Job, problem: Problem) -> None:
    """It is not there, but may still come: say when it is sent again at the earliest."""
    message = transcript.message(job.dialog, job.position)
    if message is not None and job.kind in CARRYING and message.delivery is Delivery.UNKNOWN:
        transcript.replace(replace(message, problem=problem))


def _again(transcript: Transcript, job: Job) -> None:
    """Nothing arrived: the message waits for its turn, which is the next one. One that was deleted
    meanwhile needs neither its call nor those that would change it.
    """
    message = transcript.message(job.dialog, job.position)
    assert message is not None
    if message.deleted_at is not None:
        here = "dialog = ? AND position = ? AND state != 'running'"
        for each in find_jobs(transcript.conn, here, job.dialog, job.position):
            drop_job(transcript.conn, each)
        return
    set_state(transcript.conn, job, JobState.WAITING)
    if job.kind in CARRYING:
        transcript.replace(replace(message, delivery=Delivery.QUEUED, problem=None))
