"""The words of the Dialogs page: times, notes, deliveries. Given values, nothing else."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from app.domain.calendar_edges import within
from app.domain.dialog import Author, Delivery, Edit, Message
from app.domain.links import neutral
from app.services.doubt import is_undecided, seconds_left
from app.services.notes import Note, NoteKind, read_note
from app.ui.dialogs.edit_diff import changes
from app.ui.dialogs.texts import Shown
from app.ui.errors import explain_problem

_LONGEST_NAME = 200


def local(moment: datetime) -> datetime:
    """The moment on this machine's clock."""
    return within(moment).astimezone()


def _is_denied(message: Message) -> bool:
    return message.problem is not None and message.problem.code in ("ACCESS_ERROR", "ACCESS_DENIED")


def short_date(day: date) -> str:
    """A day in the local short format."""
    return _date(day, QLocale.FormatType.ShortFormat)


def _date(day: date, form: QLocale.FormatType) -> str:
    return str(QLocale().toString(QDate(day.year, day.month, day.day), form))


class Words(QObject):
    """A QObject so that its strings can be translated. `line_name` is the open line of the dialog
    that is shown, "" where nobody has said it; `pause` tells for how many seconds a reply can still
    be taken back.
    """

    line_name = ""
    pause: Callable[[Message], int] = staticmethod(lambda _: 0)

    def time(self, moment: datetime) -> str:
        """Hour and minute in the local format."""
        here = local(moment)
        return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)

    def day(self, day: date) -> str:
        """A day in full, for the separators."""
        text = _date(day, QLocale.FormatType.LongFormat)
        return text[:1].upper() + text[1:]

    def moment(self, moment: datetime) -> str:
        """Day and time, for details."""
        here, locale = local(moment), QLocale()
        shape = locale.timeFormat(QLocale.FormatType.ShortFormat).replace("mm", "mm:ss")
        clock = locale.toString(QTime(here.hour, here.minute, here.second), shape)
        return f"{short_date(here.date())} {clock}"

    def note(self, message: Message) -> str:
        """What a note says, with its time before it."""
        note = read_note(message)
        text = self._noted(note) if note else ""
        return f"{self.time(message.at)} · {text}"

    def author(self, message: Message) -> str:
        """Who wrote, as it stands over a bubble."""
        name = neutral(message.author_name[:_LONGEST_NAME])
        if message.author is Author.BOT:
            return self.tr("{name}, bot").format(name=name) if name else self.tr("Bot")
        if message.author is Author.SYSTEM:
            return name or self.tr("Automatic text")
        if message.author is Author.OPERATOR:
            return name or self.tr("Operator")
        return name or self.tr("Customer")

    def delivery(self, delivery: Delivery) -> str:
        """What the ticks say, for a screen reader and for tooltips."""
        return {
            Delivery.NONE: "",
            Delivery.QUEUED: self.tr("Waits in the outbox"),
            Delivery.SENDING: self.tr("Is being sent"),
            Delivery.SENT: self.tr("Sent"),
            Delivery.UNKNOWN: self.tr("No answer: it may have arrived"),
            Delivery.FAILED: self.tr("Not sent"),
            Delivery.RECEIVED: self.tr("Received, not yet acknowledged"),
            Delivery.DELIVERED: self.tr("Delivered"),
            Delivery.READ: self.tr("Read"),
        }[delivery]

    def trouble(self, message: Message) -> str:
        """What went wrong with a message, or ""."""
        reason = explain_problem(message.problem).title if message.problem else ""
        if message.delivery is Delivery.UNKNOWN:
            return self._doubt(message, reason)
        if message.delivery is Delivery.QUEUED:
            left = self.pause(message)
            return self.tr("Leaves in %n s", "", left) if left else reason
        if message.delivery is Delivery.FAILED:
            way_out = self.tr("Press Answer to take the dialog, then retry.")
            is_closed_out = message.author is Author.OPERATOR and _is_denied(message)
            return f"{reason}. {way_out}" if is_closed_out else reason or self.tr("Not sent")
        if not reason:
            return ""
        if message.delivery is Delivery.RECEIVED:
            return self.tr("Delivery not confirmed: {reason}").format(reason=reason)
        return self.tr("Not changed at the portal: {reason}").format(reason=reason)

    def _doubt(self, message: Message, reason: str) -> str:
        """What is known of a message of unknown outcome: not what was then, but what is now."""
        if is_undecided(message):
            return reason
        if left := seconds_left(message):
            return self.tr("May still be under way: sent again in %n s at the earliest", "", left)
        return self.tr("No answer: it may have arrived")

    def deleted(self, message: Message) -> str:
        """What a tombstone says."""
        if message.deleted_at is None:
            return ""
        time, name = self.time(message.deleted_at), neutral(message.deleted_by)
        if name:
            return self.tr("Message deleted at {time} by {name}").format(time=time, name=name)
        return self.tr("Message deleted at {time}").format(time=time)

    def tombstone(self, message: Message, shown: bool) -> tuple[str, str]:
        """What a tombstone says, and the words that show or hide the text."""
        return self.deleted(message), self.tr("Hide text") if shown else self.tr("Show text")

    def new_messages(self, count: int) -> str:
        """Over the first message that was not seen yet."""
        return self.tr("%n new message(s)", "", count)

    def whole(self, length: int) -> str:
        """Below the beginning of a long text."""
        return self.tr("Show all (%Ln sign(s))", "", length)

    def edited(self, shown: bool) -> str:
        """Beside the time of an edited message; a click shows or hides the old text."""
        return self.tr("hide old text") if shown else self.tr("edited")

    def before_edit(self, edit: Edit, old: str, new: str) -> Shown:
        """The text that stood before an edit, with what was taken out and what was put in."""
        return changes(self.tr("Until {time}:").format(time=self.time(edit.at)), old, new)

    def nameless_file(self) -> str:
        """An attachment whose name nobody told."""
        return self.tr("File")

    def remedies(self, message: Message, by_hand: bool) -> list[tuple[str, str]]:
        """What can be done by hand about a message, as links below it."""
        if message.delivery is Delivery.QUEUED and self.pause(message):
            return [(self.tr("Take back"), "takeback")]
        retry, trace = (self.tr("Retry"), "retry"), (self.tr("Trace"), "trace")
        if message.delivery is Delivery.UNKNOWN:
            return [(self.tr("Check"), "check"), retry, trace]
        if message.delivery is Delivery.FAILED or message.problem is not None:
            return [retry, (self.tr("Discard"), "discard"), trace]
        if by_hand and message.delivery is Delivery.RECEIVED and message.deleted_at is None:
            return [(self.tr("Mark as delivered"), "deliver")]
        return []

    def _noted(self, note: Note) -> str:
        if note.kind is NoteKind.SESSION_STARTED and self.line_name:
            started = self.tr("Session {value} started on line {line}")
            return started.format(value=note.value, line=self.line_name)
        return {
            NoteKind.SESSION_STARTED: self.tr("Session {value} started"),
            NoteKind.SESSION_FINISHED: self.tr("Session {value} finished"),
            NoteKind.LINE_DISCONNECTED: self.tr("The connector was switched off on this line"),
            NoteKind.LINE_DELETED: self.tr("The open line was deleted"),
            NoteKind.LOST: self.tr("Lost with the damaged journal, messages: {value}"),
            NoteKind.BEGINS: self.tr("Here the conversation begins"),
            NoteKind.CHANGED_THERE: self.tr("The portal changed this reply: it stands below"),
            NoteKind.TAKEN_BACK: self.tr("A reply was taken back before it was sent"),
            NoteKind.EVENTS_MISSED: self.tr("Something may be missing here: {value}"),
            **self._hands(),
        }[note.kind].format(value=self._noted_value(note))

    def _hands(self) -> dict[NoteKind, str]:
        return {
            NoteKind.HANDED_OVER: self.tr("Transferred to {value}"),
            NoteKind.TO_LINE: self.tr("Transferred to the line {value}"),
            NoteKind.TAKEN_OVER: self.tr("{value} took the dialog over"),
            NoteKind.NOW_HAS: self.tr("{value} has the dialog now"),
            NoteKind.SKIPPED: self.tr("{value} passed the dialog on"),
            NoteKind.JOINED: self.tr("{value} joined the chat"),
            NoteKind.REMOVED: self.tr("{value} was removed from the chat"),
            NoteKind.ANSWERED: self.tr("{value} took the dialog"),
            NoteKind.RATED: self.tr("The session was rated: {value} of 5"),
            NoteKind.COMMENTED: self.tr("{value} commented on the session, for colleagues"),
            NoteKind.SILENT_ON: self.tr("Silent mode on: the customer is not sent what is written"),
            NoteKind.SILENT_OFF: self.tr("Silent mode off: messages go to the customer again"),
        }

    def _noted_value(self, note: Note) -> str:
        """A number, a name, or the time between two moments."""
        if note.kind is not NoteKind.EVENTS_MISSED:
            return neutral(note.value)
        since, _, until = note.value.partition("/")
        first, last = (self.moment(datetime.fromisoformat(each)) for each in (since, until))
        return self.tr("{first} to {last}").format(first=first, last=last)
