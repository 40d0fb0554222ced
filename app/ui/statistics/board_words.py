"""The words of the board: waits, targets, people. Given values, nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from app.domain.board import LineNow, OperatorNow, There
from app.domain.links import neutral
from app.domain.service_levels import LevelState

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
#: The colour of a state; the words of `standing` always stand beside it.
TONES = {LevelState.OK: "", LevelState.WARNING: "warning", LevelState.BREACH: "danger"}


class BoardWords(QObject):
    """A QObject so that its strings can be translated. `names` are those of the lines."""

    names: Mapping[int, str]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names = {}

    def line(self, number: int) -> str:
        """The name of an open line."""
        return neutral(self.names.get(number, "")) or self.tr("Line {id}").format(id=number)

    def person(self, name: str) -> str:
        """A customer's or an operator's name."""
        return neutral(name) or self.tr("Somebody without a name")

    def wait(self, since: datetime, now: datetime) -> str:
        """How long somebody has waited, to the second."""
        whole = max(0, int((now - since).total_seconds()))
        if whole >= _DAY:
            return self.tr("%n day(s)", "", whole // _DAY)
        if whole >= _HOUR:
            return f"{whole // _HOUR}:{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"
        return f"{whole // _MINUTE}:{whole % _MINUTE:02}"

    def standing(self, state: LevelState) -> str:
        """How a wait stands to its target; nothing while there is time."""
        return {
            LevelState.OK: "",
            LevelState.WARNING: self.tr("almost late"),
            LevelState.BREACH: self.tr("late"),
        }[state]

    def marked(self, text: str, state: LevelState) -> str:
        """A figure with the word for its colour."""
        word = self.standing(state)
        return f"{text} · {word}" if word else text

    def over(self, count: int, target: str) -> str:
        """How many wait for too long; `target` is "" where lines have different ones."""
        if not target:
            return self.tr("%n over the target", "", count)
        return self.tr("%n over the {target} target", "", count).format(target=target)

    def unanswered(self, count: int) -> str:
        """How many of those who wait have had no answer at all."""
        return self.tr("%n without any answer", "", count)

    def opened(self, answering: int, waiting: int) -> str:
        """What the open dialogs are made of."""
        text = self.tr("{answering} answering, {waiting} waiting")
        return text.format(answering=answering, waiting=waiting)

    def presence(self, operator: OperatorNow) -> str:
        """Whether somebody is there."""
        return {
            There.ONLINE: self.tr("online"),
            There.PAUSED: self.tr("on a break"),
            There.UNKNOWN: self.tr("presence not known"),
            There.OFFLINE: self.tr("offline"),
            There.GONE: self.tr("dismissed"),
        }[operator.presence]

    def team(self, operators: Sequence[OperatorNow]) -> str:
        """How many are there, on a break, away; nothing while nobody knows."""
        counts = Counter(each.presence for each in operators)
        parts = {
            There.ONLINE: self.tr("%n online", "", counts[There.ONLINE]),
            There.PAUSED: self.tr("%n on a break", "", counts[There.PAUSED]),
            There.OFFLINE: self.tr("%n offline", "", counts[There.OFFLINE]),
        }
        return ", ".join(text for there, text in parts.items() if counts[there])

    def place(self, operator: OperatorNow) -> str:
        """Where somebody stands in the queues."""
        places = operator.places
        if not places:
            return self.tr("in no queue")
        if len(set(places.values())) == 1 and len(places) > 1:
            place = next(iter(places.values()))
            return self.tr("place {n} in %n queue(s)", "", len(places)).format(n=place)
        text = self.tr("place {n}, {line}")
        return "; ".join(text.format(n=n, line=self.line(line)) for line, n in places.items())

    def load(self, operator: OperatorNow) -> str:
        """How many dialogs somebody has, of how many he may have."""
        count = len(operator.dialogs)
        if operator.most is None:
            return self.tr("%n open", "", count)
        return self.tr("{count} of {most}").format(count=count, most=operator.most)

    def answered(self, operator: OperatorNow, now: datetime) -> str:
        """When somebody answered last."""
        if operator.answered_at is None:
            return "—"
        minutes = int((now - operator.answered_at).total_seconds()) // _MINUTE
        if minutes < 1:
            return self.tr("just now")
        if minutes < _MINUTE:
            return self.tr("{n} min ago").format(n=minutes)
        hours = minutes // _MINUTE
        if hours < 24:
            return self.tr("{n} h ago").format(n=hours)
        return self.tr("%n day(s) ago", "", hours // 24)

    def operator(self, operator: OperatorNow, now: datetime) -> str:
        """A whole row for a screen reader."""
        last = self.tr("last answer: {when}").format(when=self.answered(operator, now))
        load = self.load(operator)
        if operator.is_full:
            load = f"{load}, {self.full()}"
        name = self.person(operator.name)
        return ", ".join((name, self.presence(operator), self.place(operator), load, last))

    def full(self) -> str:
        """Somebody gets no more dialogs."""
        return self.tr("full")

    def row(self, line: LineNow, now: datetime) -> str:
        """A whole line for a screen reader."""
        waiting = self.tr("waiting: {count}").format(count=len(line.waiting))
        answering = self.tr("answering: {count}").format(count=len(line.answering))
        longest = ""
        if line.longest is not None:
            wait = self.wait(line.longest.since, now)
            longest = self.tr("longest wait: {time}").format(time=wait)
            longest = self.marked(longest, line.longest.state)
        return ", ".join(filter(None, (self.line(line.line), waiting, longest, answering)))

    def waits(self, name: str, wait: str, line: str) -> str:
        """A customer who needs attention."""
        text = self.tr("{name} waits {time} on {line}")
        return text.format(name=self.person(name), time=wait, line=line)

    def ratings(self, ratings: Mapping[int, int], stars: Iterable[int]) -> str:
        """A part of the ratings with its count."""
        wanted = sorted(stars, reverse=True)
        count = sum(ratings.get(each, 0) for each in wanted)
        if len(wanted) == 1:
            return self.tr("{stars}: {count}").format(stars=wanted[0], count=count)
        text = self.tr("{last} and {first}: {count}")
        return text.format(last=wanted[-1], first=wanted[0], count=count)
