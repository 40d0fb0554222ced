"""Sessions as rows of a table, one each. Pure: who writes the rows decides how cells look."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from statistics import median

from app.domain.dialog import DialogId
from app.domain.statistics.facts import Coverage, SessionFact

#: A text, a number, a time (on the clock of the table's zone), or nothing.
Value = str | int | datetime | None

COLUMNS = (
    *("dialog", "session", "link", "connector", "line", "line_name", "customer", "operator"),
    *("operator_id", "opened", "first_written", "first_answer", "first_answer_s", "answers"),
    *("next_answer_median_s", "closed", "resolution_s", "rating", "unanswered_since", "time_zone"),
)
#: Of the second table: the times that were observed, and those between them.
OBSERVED = ("since", "until", "observed", "why_not", "came_later", "may_be_missing", "time_zone")


@dataclass(frozen=True, slots=True)
class Sheet:
    """How rows are made: names of lines by number, the portal's address of a dialog ("" without
    one), the zone of all times and its name, what was observed of the period, and what a customer
    without a name is called, as a text with "{id}" in it.
    """

    lines: Mapping[int, str]
    link: Callable[[DialogId], str]
    zone: tzinfo
    zone_name: str
    coverage: Coverage | None = None
    nameless: str = ""

    def observed(self) -> list[tuple[Value, ...]]:
        """In the order of `OBSERVED` and of time: without it no row can be believed."""
        if self.coverage is None:
            return []
        told: list[tuple[datetime, datetime, tuple[Value, ...]]] = [
            (since, until, ("yes", "", None, "")) for since, until in self.coverage.observed
        ]
        for gap in self.coverage.gaps:
            lost = "yes" if gap.lost else "no"
            told.append((gap.since, gap.until, ("no", gap.why.value, gap.recovered, lost)))
        return [
            (self._here(since), self._here(until), *rest, self.zone_name)
            for since, until, rest in sorted(told, key=lambda each: each[0])
        ]

    def row(self, fact: SessionFact) -> tuple[Value, ...]:
        """In the order of `COLUMNS`. Durations are whole seconds and count every hour. What is only
        known from its first words has no time of opening.
        """
        heard = not fact.session and fact.opened_at == fact.first_written_at
        waits = [_seconds(reply.asked_at, reply.answered_at) for reply in fact.replies]
        return (
            *(int(fact.dialog), fact.session or None, self.link(fact.dialog)),
            *(fact.connector, fact.line, self.lines.get(fact.line, "")),
            *(self._customer(fact), fact.operator, fact.answered_by or None),
            None if heard else self._here(fact.opened_at),
            self._here(fact.first_written_at),
            self._here(fact.first_answer_at),
            waits[0] if waits else None,
            len(waits),
            _median(waits[1:]),
            self._here(fact.closed_at),
            None if heard or fact.closed_at is None else _seconds(fact.opened_at, fact.closed_at),
            fact.rating,
            self._here(fact.unanswered_since),
            self.zone_name,
        )

    def _customer(self, fact: SessionFact) -> str:
        return fact.customer or (fact.known_as and self.nameless.format(id=fact.known_as))

    def _here(self, moment: datetime | None) -> datetime | None:
        return moment.astimezone(self.zone) if moment is not None else None


def _seconds(since: datetime, until: datetime) -> int:
    return max(round((until - since).total_seconds()), 0)


def _median(seconds: Sequence[int]) -> int | None:
    return round(median(seconds)) if seconds else None
