"""Reads the best source that is open, and changes it when it is refused, broken or no longer best.

Beside the queue it reads known chats back after a gap. Knows no waiting between readings.
"""

import logging
from dataclasses import replace

from app.bitrix.errors import BitrixError, ReadOnly, Refused, SignedOut, Throttled
from app.domain.feed import QUEUES, FeedSource, Gap
from app.services.clock import Clock
from app.services.drawing import Drawn, Source
from app.services.inbox import Inbox
from app.services.session import Session
from app.services.sources.choosing import Choice, gives_way
from app.services.sources.gaps import Gaps
from app.services.sources.history import Looked

#: Seconds between questions whether the sign-in may read more than it could.
LOOK_AGAIN = 300.0
#: After so many failures in a row another source is tried, if the portal answers at all.
PATIENCE = 6

log = logging.getLogger(__name__)


class Reading:
    """The source in use. While none can be opened, the sign-in is asked about before each try."""

    def __init__(
        self, session: Session, choice: Choice, inbox: Inbox, gaps: Gaps, clock: Clock
    ) -> None:
        self._session = session
        self._choice = choice
        self._inbox = inbox
        self._gaps = gaps
        self._clock = clock
        self._current: Source | None = None
        self._asked_at = clock()
        self._behind = False
        self._hopeless = False

    @property
    def source(self) -> FeedSource:
        """Which one is read."""
        return self._current.source if self._current else FeedSource.NONE

    @property
    def tells_customers(self) -> bool:
        """Whether what customers write through other programs comes this way."""
        return self.source is not FeedSource.NONE and self._choice.tells_customers(self.source)

    @property
    def gap(self) -> Gap | None:
        """The newest time of which something may be missing, until somebody has taken note."""
        return self._gaps.newest

    async def take_note(self) -> None:
        """A person has seen that something may be missing."""
        await self._gaps.take_note()

    def forget_failures(self) -> None:
        """A person asks to try again: everything may have changed."""
        self._choice.forget_failures()

    def close(self) -> None:
        """The source in use is of no use: the next reading asks what may be read, and opens one."""
        self._current, self._hopeless = None, True

    async def read(self) -> Drawn:
        """Read once, and beside the queue what histories give back after a gap.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk or still at the portal.
        """
        source = await self._ready()
        if await self._gaps.look_back(source.source) is not None:
            await self._choice.reader.restart()
            self._behind = source.source in QUEUES
        drawn = await source.draw()
        if self._behind:
            drawn = await self._read_back(drawn)
        elif source.source in QUEUES and not drawn.full:
            drawn = await self._read_found(drawn)
        if drawn.deep:
            await self._gaps.too_deep(source.source, drawn.deep)
        await self._gaps.heard()
        return drawn

    async def changes(self, error: BitrixError, failures: int) -> bool:
        """Whether the next reading should go another way, after an error and so many before it."""
        if isinstance(error, ReadOnly):  # the lock has closed during this reading
            self._current = None
            return True
        if isinstance(error, SignedOut | Throttled) or self._current is None:
            return False
        if error.has_code("WRONG_LICENSE") and await self._lost_own_queue():
            return True
        if await self._gives_way(self._current.source, error, failures):
            self._choice.leave_alone(self._current.source)
            self._current = None
            return True
        return False

    async def _ready(self) -> Source:
        """The source to read: the one in use while nothing better is to be had.

        Raises:
            BitrixError: nothing can be read now, or not by this user.
        """
        current = self._current
        poor = current is not None and current.source not in QUEUES
        if self._hopeless or (poor and self._asks_again()):
            self._asked_at = self._clock()
            await self._session.refresh_capabilities()
        if current is None or not self._choice.fits(current.source):
            self._current, self._hopeless = None, True
            self._current = await self._choice.open(current)
            self._hopeless = False
        assert self._current is not None
        return self._current

    def _asks_again(self) -> bool:
        return abs((self._clock() - self._asked_at).total_seconds()) >= LOOK_AGAIN

    async def _read_back(self, drawn: Drawn) -> Drawn:
        try:
            looked = await self._choice.reader.look()
        except Refused as error:
            log.warning("Nothing can be read back: %s", error)
            self._behind = False
            return drawn
        self._behind = looked.more
        return await self._with(drawn, looked)

    async def _read_found(self, drawn: Drawn) -> Drawn:
        """Chats that were found in the user's list. Not to be able to is no failure of the queue:
        what the list told of them stays.
        """
        try:
            looked = await self._choice.reader.look(named=True)
        except (SignedOut, Throttled):
            raise
        except BitrixError as error:
            log.warning("Dialogs that were found open cannot be read back: %s", error)
            self._choice.reader.chats.drop_hints()
            return drawn
        return await self._with(drawn, looked) if looked.rows or looked.more else drawn

    async def _with(self, drawn: Drawn, looked: Looked) -> Drawn:
        """What histories tell is old and not late: the queue's newest event alone tells how fast
        events come.
        """
        told = await self._inbox.apply_waiting()
        applied = drawn.applied.plus(replace(told, newest=None))
        return replace(
            drawn,
            rows=drawn.rows + looked.rows,
            applied=applied,
            eager=looked.more,
            deep=(*drawn.deep, *looked.deep),
        )

    async def _lost_own_queue(self) -> bool:
        """Whether the plan has no queues apart any more: what waits in ours is read back from the
        chats.
        """
        if not self._session.queue or not await self._portal_answers():
            return False
        if self._session.capabilities.auth_connector:
            return False
        await self._choice.reader.restart()
        self._current, self._behind, self._session.queue = None, True, ""
        return True

    async def _gives_way(self, source: FeedSource, error: BitrixError, failures: int) -> bool:
        """Whether another source should be tried: this one is refused, or fails again and again
        while the portal answers other questions.
        """
        if not self._choice.worse(source):
            return False
        if gives_way(error):
            return True
        if isinstance(error, Refused) or failures < PATIENCE:
            return False
        return await self._portal_answers()

    async def _portal_answers(self) -> bool:
        try:
            await self._session.refresh_capabilities()
        except BitrixError as error:
            log.info("The portal answers nothing else either: %s", error)
            return False
        return True
