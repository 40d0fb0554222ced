"""What this sign-in can do, as a checklist that is never older than a day while somebody looks.

The session asks the portal's questions in one batch when it is opened, and whenever the feed hopes
for more rights; this service keeps the answers as rows and asks anew on demand.
"""

from datetime import datetime, timedelta

from app.bitrix.errors import BitrixError, Refused
from app.domain.capability import Capability, MissingScope
from app.domain.capability_rules import judge, missing_scopes
from app.domain.problem import Problem
from app.services.clock import Clock, utc_now
from app.services.failures import problem_of
from app.services.session import Session
from app.services.signal import Signal

#: For how long the vendor advises to believe the answers.
GOOD_FOR = timedelta(days=1)


class CapabilityProbe:
    """The checklist of one session. `problem` is why the last look failed, if it did."""

    def __init__(self, session: Session, clock: Clock = utc_now) -> None:
        self.changed: Signal[None] = Signal()
        self.problem: Problem | None = None
        self._session, self._clock = session, clock
        self._refused: Problem | None = None
        session.changed.connect(self.changed.emit)

    @property
    def rows(self) -> tuple[Capability, ...]:
        """Every capability in its order."""
        return judge(self._session.evidence, self._session.signed_out or self._refused)

    @property
    def missing(self) -> tuple[MissingScope, ...]:
        """The permissions that the application lacks, and what each of them breaks."""
        return missing_scopes(self.rows)

    @property
    def asked_at(self) -> datetime | None:
        """When the portal answered last."""
        return self._session.evidence.asked_at if self._session.evidence else None

    @property
    def is_old(self) -> bool:
        """Whether the answers should be asked for again."""
        return self.asked_at is None or self._clock() - self.asked_at >= GOOD_FOR

    async def check(self) -> None:
        """Ask the portal again. A failure is kept in `problem`; what was known before stays, unless
        the portal refuses everything.
        """
        known = self._session.evidence
        self.problem = self._refused = None
        try:
            await self._session.refresh_capabilities()
        except BitrixError as error:
            self.problem = problem_of(error)
            answered = self._session.evidence is not known
            if isinstance(error, Refused) and not answered:
                self._refused = self.problem
        self.changed.emit(None)

    async def keep_fresh(self) -> None:
        """Ask again if the answers have become old."""
        if self.is_old and self._session.signed_out is None:
            await self.check()
