"""A day of a shop by hand: three lines, seven hours, eight minutes that were not read."""

from datetime import UTC, datetime, timedelta

from app.domain.dialog import DialogId
from app.domain.statistics.facts import (
    Bucket,
    ConnectorHealth,
    Coverage,
    GapWhy,
    ObservedGap,
    Period,
    Report,
    Spread,
)
from app.ui.statistics.tab import Shown

DAY = datetime(2026, 7, 14, tzinfo=UTC)
NAMES = {1: "Shop chat", 2: "Wholesale", 3: "After-sales"}
_HOURS = {8: (4, 1, 0), 9: (7, 2, 1), 10: (12, 3, 2), 11: (15, 4, 3), 12: (13, 4, 2)}


def at(hour: int, minute: int = 0) -> datetime:
    """A time of the day."""
    return DAY + timedelta(hours=hour, minutes=minute)


def spread(median: float, p95: float, count: int = 5) -> Spread:
    """Times."""
    return Spread(count, median, (median + p95) / 2, p95, median * 1.2)


def ids(*numbers: int) -> tuple[DialogId, ...]:
    """Dialogs."""
    return tuple(DialogId(number) for number in numbers)


def hours() -> tuple[Bucket, ...]:
    """All twenty-four, as the service tells them."""
    made = []
    for hour in range(24):
        counts = _HOURS.get(hour, (0, 0, 0))
        by_line = {line: count for line, count in enumerate(counts, 1) if count}
        times = spread(60 + hour, 200 + hour) if by_line else Spread()
        seen = ids(hour * 10, hour * 10 + 1) if by_line else ()
        observed = 52 / 60 if hour == 11 else 1.0
        made.append(
            Bucket(f"{hour:02}", (), by_line, times, times, times, seen, observed),
        )
    return tuple(made)


def bucket(key: str, count: int, *parts: str, median: float = 60.0) -> Bucket:
    """One on line 1, with dialogs 1 and 2."""
    times = spread(median, median * 3)
    return Bucket(key, parts, {1: count}, times, times, times, ids(1, 2))


HEALTH = (
    ConnectorHealth(
        "acme_site_chat",
        sent=142,
        confirmed=138,
        undelivered=2,
        written=310,
        failed=1,
        confirm_lag=spread(1.2, 6.4, 138),
        arrive_lag=spread(0.8, 2.9, 310),
        retries=3,
        duplicates=1,
        dialogs=ids(4, 5),
    ),
    ConnectorHealth("acme_kiosk"),
)


def report(**changes: object) -> Report:
    """Of that day."""
    gap = ObservedGap(at(11, 2), at(11, 10), GapWhy.NETWORK, recovered=6)
    observed = ((at(8), gap.since), (gap.until, at(13)))
    coverage = Coverage(Period(at(0), at(24), UTC), observed, (gap,))
    values: dict[str, object] = {
        "by_hour": hours(),
        "by_weekday": (bucket("2", 73),),
        "by_day": (bucket("2026-07-14", 73),),
        "by_line": (bucket("1", 51), bucket("2", 14)),
        "by_connector": (bucket("acme_site_chat", 73),),
        "by_operator": (bucket("5", 40, "Olga Demina"), bucket("", 3)),
        "first_answer": spread(64, 280, 68),
        "next_answer": spread(30, 140, 90),
        "resolution": spread(3800, 12_000, 60),
        "health": HEALTH,
    }
    return Report(coverage, **(values | changes))  # type: ignore[arg-type]


def shown(**changes: object) -> Shown:
    """The page's state with these figures."""
    values: dict[str, object] = {"report": report(), "names": NAMES, "target_s": 120.0}
    return Shown(Period(at(0), at(24), UTC), "Today", **(values | changes))  # type: ignore[arg-type]
