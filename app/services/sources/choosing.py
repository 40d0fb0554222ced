"""Which source of events is the best now: by what the sign-in may do, and by what has failed.

A source that was refused, or that keeps failing while another works, is left alone for a while and
then tried again. Knows how each source is opened, nothing of polling.
"""

import logging
from datetime import datetime, timedelta

from app.bitrix.errors import AccessDenied, BitrixError, MethodMissing, Refused, ScopeMissing
from app.bitrix.im_events import ImEvents
from app.domain.feed import QUEUES, FeedSource
from app.services.clock import Clock
from app.services.drawing import Drawer, Source
from app.services.inbox import Inbox
from app.services.session import Session
from app.services.sources.history import HistoryReader, HistorySource
from app.services.sources.im_events import ImEventSource
from app.services.sources.subscribing import Subscriptions

#: For how long a source that failed is left alone.
LEFT_ALONE = timedelta(minutes=5)

_LOWER = (FeedSource.IM_EVENTS, FeedSource.HISTORY)

log = logging.getLogger(__name__)


class Choice:
    """The sources of one session, the best first."""

    def __init__(
        self,
        session: Session,
        inbox: Inbox,
        reader: HistoryReader,
        *,
        clock: Clock,
        shortest: float,
    ) -> None:
        self.reader = reader
        self._session = session
        self._subscriptions = Subscriptions(session)
        self._inbox = inbox
        self._clock = clock
        self._shortest = shortest
        self._left_alone: dict[FeedSource, datetime] = {}

    def candidates(self) -> tuple[FeedSource, ...]:
        """What the sign-in may read, the best first.

        Raises:
            Refused: the installation is not finished, so nothing is ever told.
        """
        allowed = self._session.capabilities
        if not allowed.installed:
            raise Refused("NOT_INSTALLED")
        if self._session.profile.read_only:
            return (FeedSource.WATCHED,) if allowed.admin else (FeedSource.HISTORY,)
        if not allowed.admin:
            return _LOWER
        queue = (FeedSource.CONFIRMED,) if allowed.offline_extended else ()
        return (*queue, FeedSource.PEEKED, *_LOWER)

    def tells_customers(self, source: FeedSource) -> bool:
        """Whether a source tells what customers write through other programs."""
        return source not in QUEUES or self._subscriptions.tells_customers

    def leave_alone(self, source: FeedSource) -> None:
        """It has failed: the next ones are better for a while."""
        self._left_alone[source] = self._clock() + LEFT_ALONE

    def forget_failures(self) -> None:
        """A person asks to try again: everything may have changed."""
        self._left_alone.clear()

    def fits(self, current: FeedSource) -> bool:
        """Whether this is still allowed, and nothing better may be tried now.

        Raises:
            Refused: as `candidates`.
        """
        wanted = self.candidates()
        if current not in wanted:
            return False
        return all(self._is_left_alone(each) for each in wanted[: wanted.index(current)])

    def worse(self, current: FeedSource) -> bool:
        """Whether there is anything below this."""
        found = self.candidates()
        return current in found and found[-1] is not current

    async def open(self, current: Source | None = None) -> Source:
        """The best source that opens; `current` is open already.

        Raises:
            BitrixError: nothing can be read now, or by this user.
        """
        first: Refused | None = None
        wanted = self.candidates()
        for source in [x for x in wanted if not self._is_left_alone(x)] or wanted[-1:]:
            if current is not None and current.source is source:
                return current
            try:
                return await self._open(source)
            except Refused as error:
                if not gives_way(error):
                    raise
                log.info("No events by way of %s: %s", source, error)
                first = first or error
                self.leave_alone(source)
        assert first is not None
        raise (
            first if self._session.capabilities.admin else AccessDenied("ACCESS_DENIED")
        ) from first

    async def _open(self, source: FeedSource) -> Source:
        if source in QUEUES:
            return await self._open_queue(source)
        if source is FeedSource.HISTORY:
            await self.reader.restart()
            return HistorySource(self.reader, self._inbox)
        events = ImEvents(self._session.caller)
        await events.subscribe()
        await self.reader.restart()
        return ImEventSource(events, self.reader, self._inbox, self._clock, self._shortest)

    async def _open_queue(self, source: FeedSource) -> Source:
        watched = source is FeedSource.WATCHED
        queue = await (self._subscriptions.find() if watched else self._subscriptions.make())
        return Drawer(queue, self._inbox, source)

    def _is_left_alone(self, source: FeedSource) -> bool:
        until = self._left_alone.get(source)
        return until is not None and self._clock() < until


def gives_way(error: BitrixError) -> bool:
    """Whether a refusal speaks of this source alone, so that another one may work: of rights, of
    the plan, or of a portal that does not know the method.
    """
    rights = isinstance(error, AccessDenied | MethodMissing | ScopeMissing)
    return rights or error.has_code("WRONG_LICENSE")
