"""The words of the status bar and the health chip. Given facts and the time, nothing else."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject

from app.domain.feed import FeedHealth, FeedState
from app.domain.forwarding import Forwarded
from app.domain.problem import Problem

_SLOW_LAG = 30.0
_LATE_POLL = 6.0  # seconds after which a poll that was due has visibly no answer


class Said(NamedTuple):
    """Words, their tone ("", "success", "warning", "danger") and the whole story as a tooltip."""

    text: str
    tone: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many of our own messages have not arrived, by what is known of them.

    `problem` is why those that wait do not leave, if something holds them back.
    """

    queued: int = 0
    unknown: int = 0
    failed: int = 0
    problem: Problem | None = None


class StatusWords(QObject):
    """Says how the feed and the outbox are."""

    def chip(self, health: FeedHealth, now: datetime, short: bool = False) -> Said:
        """State and age of the last poll, for the header."""
        late = _late(health, now)
        text, tone = self._state(FeedState.SLOW if late is not None else health.state)
        more = self.polling(health, now).text
        if health.state in (FeedState.LIVE, FeedState.SLOW) and health.last_poll:
            age = self.age(seconds(health.last_poll, now))
            if short:
                return Said(f"{text} · {age}", tone, more)
            polled = self.tr("{state} · polled {age} ago").format(state=text, age=age)
            return Said(polled, tone, more if late is not None else "")
        if health.state is FeedState.UNREACHABLE and health.last_poll:
            age = self.age(seconds(health.last_poll, now))
            return Said(self.tr("{state} for {age}").format(state=text, age=age), tone, more)
        return Said(text, tone, more)

    def forward(self, state: Forwarded) -> Said:
        """Whether events are re-posted to a handler; nothing while they are not."""
        if not state.choice.on:
            return Said("")
        from app.ui.forward.words import ForwardWords

        return Said(*ForwardWords().status(state))

    def polling(self, health: FeedHealth, now: datetime) -> Said:
        """Whether events are fetched, and if not, why not."""
        reason, more = _reason(health.problem)
        if health.state in (FeedState.LIVE, FeedState.SLOW):
            return self._following(health, now)
        if health.state is FeedState.PAUSED:
            return Said(reason or self.tr("Polling is paused"), "warning", more)
        if health.state is FeedState.UNAVAILABLE:
            text = self.tr("No events. {reason}").format(reason=reason)
            return Said(text, "warning", more)
        if health.state is FeedState.SIGNED_OUT:
            return Said(self.tr("Not polling: signed out"), "danger", more)
        if health.state is FeedState.STOPPED:
            return Said(self.tr("Not polling yet"))
        return Said(self._retry(reason, health, now), "danger", more)

    def drift(self, count: int) -> Said:
        """How many things happened to our connectors elsewhere, if any."""
        if not count:
            return Said("")
        more = self.tr("The Connectors page says what happened and mends it.")
        return Said(self.tr("%n channel(s) need a look", "", count), "danger", more)

    def last_event(self, health: FeedHealth, now: datetime) -> Said:
        """When something last happened."""
        if health.last_event is None:
            return Said(self.tr("No event yet"))
        age = self.age(seconds(health.last_event, now))
        return Said(self.tr("Last event {age} ago").format(age=age))

    def queue(self, health: FeedHealth) -> Said:
        """What still waits in the portal, and how late events are. The age of those that were read
        last says nothing once the queue is empty.
        """
        if health.queue is None:
            return Said("")
        text = self.tr("Queue: {count}").format(count=health.queue)
        if health.queue and health.lag is not None and health.lag >= _SLOW_LAG:
            lag = self.age(health.lag)
            return Said(self.tr("{queue}, {lag} behind").format(queue=text, lag=lag), "warning")
        return Said(text)

    def set_aside(self, count: int) -> Said:
        """How many rows were not understood, if any."""
        if not count:
            return Said("")
        more = self.tr("They are kept with the reason and can be tried again: press to see them.")
        return Said(self.tr("%n row(s) set aside", "", count), "warning", more)

    def outbox(self, sent: Sent) -> Said:
        """What of ours has not arrived, and why it waits."""
        parts = []
        if sent.queued:
            parts.append(self.tr("%n waiting", "messages in the outbox", sent.queued))
        if sent.unknown:
            parts.append(self.tr("%n unknown outcome(s)", "messages in the outbox", sent.unknown))
        if sent.failed:
            parts.append(self.tr("%n refused", "messages in the outbox", sent.failed))
        if not parts:
            return Said(self.tr("Outbox: 0"))
        reason, more = _reason(sent.problem if sent.queued else None)
        tone = "danger" if sent.failed else "warning" if sent.unknown or reason else ""
        text = self.tr("Outbox: {what}").format(what=", ".join(parts))
        if not reason:
            return Said(text, tone)
        said = f"{text}. {reason}"
        return Said(said, tone, f"{said}. {more}")  # in a narrow window the reason may be cut

    def waiting(self, count: int, since: datetime | None, now: datetime) -> Said:
        """How many customers wait for an answer, and the longest of them."""
        if not count or since is None:
            more = self.tr("Of the dialogs that are known here: the board says which.")
            return Said(self.tr("Nobody known waits"), "", more)
        whole = int(seconds(since, now))
        longest = f"{whole // 60}:{whole % 60:02}" if whole < 3600 else self.age(whole)
        text = self.tr("%n waiting, longest {time}", "customers", count)
        return Said(text.format(time=longest))

    def journal(self, count: int) -> Said:
        """How many events were kept."""
        text = self.tr("Journal: %n event(s)", "", count)
        return Said(text.replace(str(count), QLocale().toString(count), 1))

    def mode(self, read_only: bool) -> Said:
        """Whether anything that changes something leaves this program."""
        if not read_only:
            return Said(self.tr("Read and write"))
        more = self.tr("Calls that change something are refused here, before they are sent.")
        return Said(self.tr("Read only"), "warning", more)

    def age(self, span: float) -> str:
        """A span of time in one unit, rounded down."""
        whole = int(span)
        if whole < 60:
            return self.tr("{count} s").format(count=whole)
        if whole < 3600:
            return self.tr("{count} min").format(count=whole // 60)
        if whole < 86_400:
            return self.tr("{count} h").format(count=whole // 3600)
        return self.tr("{count} d").format(count=whole // 86_400)

    def _following(self, health: FeedHealth, now: datetime) -> Said:
        late = _late(health, now)
        if late is not None:
            text = self.tr("No answer to the poll for {age}").format(age=self.age(late))
            return Said(text, "warning")
        pause = self.age(max(health.interval, 1.0))
        return Said(self.tr("Polling every {pause}").format(pause=pause))

    def _retry(self, reason: str, health: FeedHealth, now: datetime) -> str:
        text = reason or self.tr("Not connected")
        if health.retry_at is None or health.retry_at <= now:
            return text
        wait = self.age(seconds(now, health.retry_at) + 0.999)
        return self.tr("{what}, next try in {wait}").format(what=text, wait=wait)

    def _state(self, state: FeedState) -> tuple[str, str]:
        return {
            FeedState.LIVE: (self.tr("Live"), "success"),
            FeedState.SLOW: (self.tr("Slow"), "warning"),
            FeedState.PAUSED: (self.tr("Paused"), "warning"),
            FeedState.UNREACHABLE: (self.tr("Unreachable"), "danger"),
            FeedState.SIGNED_OUT: (self.tr("Signed out"), "danger"),
            FeedState.UNAVAILABLE: (self.tr("No events"), "warning"),
            FeedState.STOPPED: (self.tr("Starting"), ""),
        }[state]


def _reason(problem: Problem | None) -> tuple[str, str]:
    if problem is None:
        return "", ""
    from app.ui.errors import explain_problem  # late: the first paint needs no error

    why = explain_problem(problem)
    return why.title, f"{why.text} {why.advice}".strip()


def _late(health: FeedHealth, now: datetime) -> float | None:
    """For how long a poll has been under way without an answer, once that can be noticed."""
    if health.state not in (FeedState.LIVE, FeedState.SLOW) or health.last_poll is None:
        return None
    due = health.last_poll if health.retry_at is None else max(health.last_poll, health.retry_at)
    wait = health.interval if health.retry_at is None else 0.0
    over = seconds(due, now) - wait
    return over if over > _LATE_POLL else None


def seconds(earlier: datetime, later: datetime) -> float:
    """How long it was, never negative."""
    return max(0.0, (later - earlier).total_seconds())
