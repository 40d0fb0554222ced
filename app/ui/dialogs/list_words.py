"""The words of the dialog list and of the heading: names, last words, waiting, states."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from app.domain.dialog import Author, Dialog, DialogId, DialogState
from app.domain.links import neutral
from app.domain.service_levels import Levels, LevelState, Standing, TargetKind, dues, most_urgent
from app.ui.dialogs.texts import one_line
from app.ui.dialogs.words import Words, local, short_date

if TYPE_CHECKING:
    from app.services.dialogs import Unsent

#: How a dialog stands to the answer that its customer waits for.
Judge: TypeAlias = Callable[[Dialog, datetime], Standing | None]
_TONES = {LevelState.OK: "neutral", LevelState.WARNING: "warning", LevelState.BREACH: "danger"}


def _by_usual_levels(dialog: Dialog, now: datetime) -> Standing | None:
    """As on a line without targets of its own and without working hours."""
    found = dues(dialog, Levels(resolution_s=0), None)
    return most_urgent(found, now)


class ListWords(Words):
    """Knows the names of lines when somebody tells them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, str] = {}
        self._searched_lines: dict[int, str] = {}
        #: What is typed and not sent, where somebody tells it.
        self.unsent: Mapping[DialogId, Unsent] = {}
        #: By the targets of each line, where somebody tells them.
        self.judge: Judge = _by_usual_levels
        self.line_now: Callable[[DialogId], int] = lambda _: 0

    @property
    def lines(self) -> dict[int, str]:
        """The names of lines by their numbers."""
        return self._lines

    @lines.setter
    def lines(self, names: dict[int, str]) -> None:
        self._lines = names
        self._searched_lines.clear()

    def name(self, dialog: Dialog) -> str:
        """The customer's name or, without one, his id or the chat's."""
        name, known_as = neutral(dialog.known_name), neutral(dialog.known_as)
        return name or self.tr("Customer {id}").format(id=known_as)

    def face(self, dialog: Dialog) -> str:
        """What the avatar stands for: without a name the end of the id, or all would be alike."""
        signs = [sign for sign in dialog.known_as if sign.isalnum()]
        return neutral(dialog.known_name) or "".join(signs[-2:])

    def line(self, number: int) -> str:
        """The name of an open line."""
        return neutral(self.lines.get(number, "")) or self.tr("Line {id}").format(id=number)

    def place(self, dialog: Dialog) -> str:
        """The line that has the dialog, and from which one it was transferred there."""
        came, now = self.line(dialog.line), self.line_now(dialog.id)
        if now in (0, dialog.line):
            return came
        return self.tr("{line} (from {came})").format(line=self.line(now), came=came)

    def when(self, dialog: Dialog, now: datetime) -> str:
        """The time of the last message today, else its day."""
        if dialog.last_at is None:
            return ""
        day = local(dialog.last_at).date()
        return self.time(dialog.last_at) if day == local(now).date() else short_date(day)

    def waiting(self, dialog: Dialog, now: datetime) -> str:
        """How long the customer has been waiting, or ""."""
        if dialog.waiting_since is None:
            return ""
        whole = max(0, int((now - dialog.waiting_since).total_seconds()))
        if whole >= 86_400:
            return self.tr("waiting %n day(s)", "", whole // 86_400)
        clock = f"{whole // 60}:{whole % 60:02}"
        if whole >= 3600:
            clock = f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"
        return self.tr("waiting {time}").format(time=clock)

    def last(self, dialog: Dialog) -> str:
        """What is typed and not sent, unless there is something new; else what was said last, and
        by whom if not by the customer.
        """
        unsent = self.unsent.get(dialog.id)
        if unsent is not None and not dialog.unread:
            return self._draft(unsent)
        text = one_line(dialog.last_text, dialog.last_author)
        who = {
            Author.OPERATOR: neutral(dialog.last_by).partition(" ")[0] or self.tr("Operator"),
            Author.BOT: self.tr("Bot"),
            Author.SYSTEM: self.tr("Line"),
        }.get(dialog.last_author or Author.CUSTOMER)
        return f"{who}: {text}" if who else text

    def _draft(self, unsent: "Unsent") -> str:
        """Whose it is; where both have begun something, that is said and one of them shown."""
        operator = unsent.author == Author.OPERATOR
        if unsent.more:
            said = (
                self.tr("2 drafts, the operator's: {text}")
                if operator
                else self.tr("2 drafts, the customer's: {text}")
            )
        else:
            said = (
                self.tr("Operator's draft: {text}")
                if operator
                else self.tr("Customer's draft: {text}")
            )
        return said.format(text=one_line(unsent.text, Author.CUSTOMER))

    def state(self, dialog: Dialog) -> str:
        """Who has the dialog, or how it stands."""
        if dialog.operator and dialog.state is not DialogState.CLOSED:
            return neutral(dialog.operator)
        return self.tr("With a bot") if dialog.with_bot else self.standing(dialog.state)

    def standing(self, state: DialogState) -> str:
        """Whether a session is open."""
        return {
            DialogState.NEW: self.tr("New"),
            DialogState.OPEN: self.tr("Open"),
            DialogState.CLOSED: self.tr("Closed"),
        }[state]

    def waiting_tone(self, dialog: Dialog, now: datetime) -> str:
        """The tone of the waiting badge, by the targets of the line."""
        standing = None if dialog.waiting_since is None else self.judge(dialog, now)
        return "neutral" if standing is None else _TONES[standing.state]

    def target(self, dialog: Dialog, now: datetime) -> str:
        """Until when the answer is due, or since when it is late, with the time; "" without a
        target.
        """
        standing = None if dialog.waiting_since is None else self.judge(dialog, now)
        if standing is None:
            return ""
        at = self.when_due(standing.due_at, now)
        first = standing.kind is TargetKind.FIRST_ANSWER
        if standing.state is LevelState.BREACH:
            text = self.tr("The first answer was due {at}") if first else self.tr(
                "The answer was due {at}")  # fmt: skip
        else:
            text = self.tr("The first answer is due {at}") if first else self.tr(
                "The answer is due {at}")  # fmt: skip
        return text.format(at=at)

    def when_due(self, due_at: datetime, now: datetime) -> str:
        """The time, with the day unless it is today."""
        here, time = local(due_at), self.time(due_at)
        if here.date() == local(now).date():
            return time
        return f"{short_date(here.date())} {time}"

    def sentence(self, dialog: Dialog, now: datetime) -> str:
        """A whole row for a screen reader."""
        unread = self.tr("%n new message(s)", "", dialog.unread) if dialog.unread else ""
        state = self.waiting(dialog, now) or self.state(dialog)
        loud = self.waiting_tone(dialog, now) != "neutral"
        due = self.target(dialog, now) if loud else ""
        parts = self.name(dialog), self.place(dialog), self.last(dialog), unread, state, due
        return ", ".join(part for part in (*parts, self.when(dialog, now)) if part)

    def searched(self, dialog: Dialog) -> str:
        """Everything of a dialog that a search looks at."""
        line = self._searched_lines.get(dialog.line)
        if line is None:
            line = self._searched_lines[dialog.line] = self.line(dialog.line)
        return (
            f"{dialog.name}\n{line}\n{dialog.last_text}\n{dialog.connector}\n{dialog.user}\n"
            f"{dialog.chat}\n{dialog.operator}\n{dialog.portal_chat or ''}\n{dialog.session or ''}"
        ).casefold()
