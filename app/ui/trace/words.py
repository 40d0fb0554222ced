"""The words of a trace: what each step is, why it did not go on, what to do. Knows only words."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from app.domain.dialog import Author
from app.domain.links import neutral
from app.domain.trace import Standing, Station, Trace, TraceStep, Wait
from app.ui.errors import explain_problem
from app.ui.trace.times import TraceTimes

_CALLS = (
    Station.SEND,
    Station.REPLY,
    Station.CHANGE,
    Station.REMOVAL,
    Station.DELIVERY,
    Station.READING,
)


@dataclass(frozen=True, slots=True)
class StepWords:
    """`title` and `time` stand in one line, `detail` (the vendor's names) below it, then `why` it
    did not go on and what to do.
    """

    title: str
    time: str
    detail: str = ""
    why: str = ""
    advice: str = ""

    @property
    def whole(self) -> str:
        """Everything in one line, for the clipboard and for screen readers."""
        return ", ".join(filter(None, (self.title, self.time, self.detail, self.why, self.advice)))


class TraceWords(QObject):
    """Given steps and the time, nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = TraceTimes(self)

    def steps(self, trace: Trace, now: datetime) -> tuple[StepWords, ...]:
        """Each step in words; times are told as differences to the step before."""
        said, before = [], None
        for step in trace.steps:
            why, advice = self._why(step)
            time = self._time(step, before, now)
            said.append(StepWords(self._title(step), time, self._detail(step), why, advice))
            if step.standing is Standing.DONE and step.at is not None:
                before = step.at
        return tuple(said)

    def line(self, trace: Trace, now: datetime) -> str:
        """The whole way in one line, to be copied."""
        return " \u2192 ".join(words.whole for words in self.steps(trace, now))

    def _title(self, step: TraceStep) -> str:
        titles = {
            Station.WRITTEN: self._written(step),
            Station.QUEUED: self.tr("Event queued"),
            Station.FETCHED: self.tr("Fetched and saved"),
            Station.SHOWN: self._shown(step),
            Station.TYPED: self.tr("Typed, on disk here"),
            Station.SEND: self.tr("Call to the portal"),
            Station.REPLY: self.tr("Call to the portal"),
            Station.SESSION: self._session(step),
            Station.CHANGE: self.tr("Edit call"),
            Station.REMOVAL: self.tr("Deletion call"),
            Station.ANSWER: self._answer(step),
            Station.DELIVERY: self.tr("Delivery call"),
            Station.DELIVERED: self.tr("Mark “delivered”"),
            Station.READING: self.tr("Reading call"),
            Station.READ: self.tr("Mark “read”"),
        }
        title = titles[step.station]
        if step.standing is Standing.BROKEN and step.problem is not None:
            reason = explain_problem(step.problem).title
            return self.tr("{step}: {reason}").format(step=title, reason=_lower(reason))
        return title

    def _written(self, step: TraceStep) -> str:
        who = {
            Author.BOT: self.tr("The bot wrote in chat {chat}"),
            Author.SYSTEM: self.tr("The line wrote in chat {chat}"),
            Author.CUSTOMER: self.tr("The customer wrote in chat {chat}, elsewhere"),
        }.get(step.author or Author.OPERATOR, self.tr("Operator wrote in chat {chat}"))
        return who.format(chat=step.value or "?")

    def _shown(self, step: TraceStep) -> str:
        if step.author is Author.CUSTOMER:
            return self.tr("Shown here")
        return self.tr("Shown to the customer")

    def _session(self, step: TraceStep) -> str:
        if step.standing is not Standing.DONE:
            return self.tr("Chat at the portal")
        return self.tr("In chat {chat} at the portal").format(chat=step.value)

    def _answer(self, step: TraceStep) -> str:
        if step.standing is not Standing.DONE:
            return self.tr("Operator's answer")
        if step.author is Author.BOT:
            return self.tr("The bot answered")
        name = neutral(step.value)
        return self.tr("{name} answered").format(name=name) if name else self.tr("Answered")

    def _detail(self, step: TraceStep) -> str:
        """The vendor's names, so that the step can be found elsewhere."""
        parts = []
        if step.standing in (Standing.NOT_REACHED, Standing.NOT_WANTED):
            return ""
        if step.method == "history":
            parts.append(self.tr("the chat's history"))
        elif step.method:
            parts.append(step.method)
        if step.station is Station.QUEUED and step.value:
            parts.append(self.tr("row {number}").format(number=step.value))
        if step.station is Station.FETCHED and step.value:
            parts.append(self.tr("process {id}").format(id=step.value[:8]))
        if step.tries > 1:
            parts.append(self.tr("%n tries", "", step.tries))
        if step.problem is not None:
            parts.append(step.problem.code)
        return ", ".join(parts)

    def _time(self, step: TraceStep, before: datetime | None, now: datetime) -> str:
        if step.standing is not Standing.DONE:
            return self._undone(step, now)
        if step.at is None:
            return self.tr("time not kept")
        if before is None:
            return self._times.moment(step.at, now)
        return self._times.since(step.at - before)

    def _undone(self, step: TraceStep, now: datetime) -> str:
        """How long it waits, or how long the call took that broke."""
        if step.standing is Standing.WAITING and step.at is not None:
            age = max(0, int((now - step.at).total_seconds()))
            return self.tr("for {age}").format(age=self._times.age(age))
        if step.standing is Standing.BROKEN and step.took is not None:
            return self._times.span(step.took / 1000)
        return {
            Standing.NOT_REACHED: self.tr("not reached"),
            Standing.NOT_WANTED: self.tr("not wanted"),
        }.get(step.standing, "")

    def _why(self, step: TraceStep) -> tuple[str, str]:
        if step.standing is Standing.WAITING:
            return self._waits(step), ""
        if step.standing is not Standing.BROKEN:
            return "", ""
        if step.problem is None:
            return self.tr("It is not known why."), self.tr("Look at the call in Calls.")
        explained = explain_problem(step.problem)
        said = explained.vendor if explained.vendor not in (explained.text, "") else ""
        return " ".join(filter(None, (explained.text, neutral(said)))), explained.advice

    def _waits(self, step: TraceStep) -> str:
        if step.wait is Wait.HELD and step.problem is not None:
            return self.tr("Nothing leaves: {reason}").format(
                reason=_lower(explain_problem(step.problem).title)
            )
        if step.wait is Wait.DUE and step.until is not None:
            at = f"{step.until.astimezone():%H:%M:%S}"
            return self.tr("Waits until {time}, as chosen.").format(time=at)
        return {
            Wait.TURN: self.tr("Waits for its turn in the outbox."),
            Wait.ANSWER: self.tr("Waits for the portal's answer."),
            Wait.HAND: self.tr("Waits for you: mark the message as delivered."),
            Wait.OPERATOR: self.tr("Waits for an operator or a bot to write."),
            Wait.PORTAL: self.tr("The portal has not said which chat it is."),
        }.get(step.wait, "")


def is_call(step: TraceStep) -> bool:
    """Whether the step is a call of ours."""
    return step.station in _CALLS


def _lower(text: str) -> str:
    """Words that go on after a colon; names and abbreviations keep their letters."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
