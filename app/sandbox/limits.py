"""How often and how long: the leaky bucket of requests and the operating time of methods."""

from collections import deque

#: plan -> (requests the bucket holds, requests it loses each second)
BUCKETS = {"enterprise": (250.0, 5.0)}
USUAL_BUCKET = (50.0, 2.0)
WINDOW_MINUTES = 10


class Buckets:
    """One leaky bucket for each source address."""

    def __init__(self, plan: str) -> None:
        self.capacity, self.leak = BUCKETS.get(plan, USUAL_BUCKET)
        self._levels: dict[str, tuple[float, float]] = {}

    def level(self, source: str, now: float) -> float:
        """How full the bucket is."""
        level, since = self._levels.get(source, (0.0, now))
        return max(0.0, level - max(0.0, now - since) * self.leak)

    def admit(self, source: str, now: float) -> bool:
        """Count a request; a refused one is not counted."""
        level = self.level(source, now)
        if level + 1 > self.capacity:
            return False
        self._levels[source] = (level + 1, now)
        return True


class Operating:
    """Execution time of each method of each application over ten one-minute buckets."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str], deque[tuple[int, float]]] = {}

    def note(self, app: str, method: str, seconds: float, now: float) -> None:
        """Add the time of one call."""
        buckets = self._used.setdefault((app, method), deque())
        minute = int(now // 60)
        if buckets and buckets[-1][0] == minute:
            seconds += buckets.pop()[1]
        buckets.append((minute, seconds))

    def used(self, app: str, method: str, now: float) -> float:
        """Seconds in the last ten minutes."""
        return sum(seconds for _, seconds in self._live(app, method, now))

    def reset_at(self, app: str, method: str, now: float) -> int:
        """When the oldest minute is dropped."""
        live = self._live(app, method, now)
        oldest = live[0][0] if live else int(now // 60)
        return (oldest + WINDOW_MINUTES) * 60

    def _live(self, app: str, method: str, now: float) -> deque[tuple[int, float]]:
        buckets = self._used.setdefault((app, method), deque())
        while buckets and buckets[0][0] <= int(now // 60) - WINDOW_MINUTES:
            buckets.popleft()
        return buckets
