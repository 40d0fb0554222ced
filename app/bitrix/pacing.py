"""How fast we may call: our own leaky bucket, and patience with the portal's.

The portal counts a request when it arrives, we when it leaves; requests can bunch up on the way, so
our bucket is a tenth smaller and leaks a little slower than the plan's. The portal counts everybody
behind our address together, so it can refuse us although our own bucket has room: then ours is
full too, and everybody waits. A block that the vendor has set by hand ends all calls until somebody
lifts ours. Knows no requests, only method names and moments.
"""

import asyncio
from collections.abc import Callable
from random import SystemRandom

from aiolimiter import AsyncLimiter

from app.bitrix.answers import Time
from app.bitrix.errors import Throttled

_MARGIN, _SLOWER = 0.1, 0.98
_FIRST_DELAY, _LONGEST_DELAY = 1.0, 30.0
#: How often one call is refused before we hand the refusal on: 1 + 2 + 4 + 8 + 16 seconds.
_TRIES = 6
#: Seconds over which the portal counts a method's work: a later reset is a mistake of its clock.
_WINDOW = 600.0


class Pacer:
    """Holds calls back so that the portal never has to.

    `capacity` and `leak` (a second) are the plan's: 50 and 2, Enterprise 250 and 5. `patience` is
    the longest silent wait for a blocked method; beyond it the caller is told at once.
    """

    def __init__(
        self,
        capacity: float = 50,
        leak: float = 2.0,
        *,
        patience: float = 60.0,
        random: Callable[[], float] | None = None,
    ) -> None:
        burst = max(capacity - max(1.0, capacity * _MARGIN), 1.0)
        self.capacity = capacity
        self.leak = leak
        self._bucket = AsyncLimiter(burst, burst / (leak * _SLOWER))
        self._patience = patience
        self._random = random or SystemRandom().random
        self._level, self._level_at = 0.0, 0.0
        self._held_until = 0.0
        self._strikes = 0
        self._method_until: dict[str, float] = {}
        self._method_reset: dict[str, float] = {}
        self.waiting = 0
        self.overload: Throttled | None = None

    @property
    def level(self) -> float:
        """How full the portal's bucket is by our own calls, 0 to `capacity`; where no loop runs,
        as full as it was last.
        """
        try:
            passed = max(_now() - self._level_at, 0.0)
        except RuntimeError:  # asked by a window that outlives the loop
            return self._level
        return max(self._level - passed * self.leak, 0.0)

    async def acquire(self, method: str) -> None:
        """Wait until a call of `method` may leave.

        Raises:
            Throttled: the method is blocked for longer than the patience, or the portal is
                overloaded; nothing was sent.
        """
        self._refuse_overload(method)
        self.waiting += 1
        try:
            await self._wait_out(method)
            await self._bucket.acquire()
            while self._left(method) > 0:  # held up meanwhile: get in line again, trickle out
                await self._wait_out(method)
                await self._bucket.acquire()
        finally:
            self.waiting -= 1
        self._refuse_overload(method)
        self._pour(1.0)

    def note(self, method: str, time: Time) -> None:
        """A call of `method` succeeded; its `time` block tells when the method's budget resets."""
        self._strikes = 0
        if time.reset_in is not None:
            self._method_reset[method] = _now() + min(time.reset_in, _WINDOW)

    async def refused(self, error: Throttled, tries: int) -> None:
        """Remember a refusal. Returns when the call may be tried again: it was not executed.

        Raises:
            Throttled: this call should not be tried again, `retry_after` says when others might.
        """
        if error.overload:
            self.overload = error
            raise error
        if error.whole_portal:
            await self._hold_everything(error)
        else:
            self._hold_method(error)
        if tries >= _TRIES or error.retry_after > self._patience:
            raise error

    def _refuse_overload(self, method: str) -> None:
        error = self.overload
        if error is not None:
            raise Throttled(error.code, error.description, method=method, status=error.status)

    async def _hold_everything(self, error: Throttled) -> None:
        """One hold for all calls that were refused together; the next one doubles it."""
        now = _now()
        if now >= self._held_until:
            delay = min(_FIRST_DELAY * 2**self._strikes, _LONGEST_DELAY)
            self._held_until = now + delay * (1 + self._random() / 4)
            self._strikes += 1
        error.retry_after = self._held_until - now
        while self._bucket.has_capacity():
            await self._bucket.acquire()
        self._pour(self.capacity)

    def _hold_method(self, error: Throttled) -> None:
        now = _now()
        known = self._method_reset.get(error.method, 0.0)
        until = known if known > now else now + error.retry_after
        self._method_until[error.method] = until
        error.retry_after = until - now

    async def _wait_out(self, method: str) -> None:
        while (left := self._left(method)) > 0:
            if self._method_until.get(method, 0.0) - _now() > self._patience:
                raise Throttled("OPERATION_TIME_LIMIT", retry_after=left, method=method)
            await asyncio.sleep(left)

    def _left(self, method: str) -> float:
        return max(self._method_until.get(method, 0.0), self._held_until) - _now()

    def _pour(self, amount: float) -> None:
        self._level = min(self.level + amount, self.capacity)
        self._level_at = _now()


def _now() -> float:
    return asyncio.get_running_loop().time()
