"""The words of the queue page: rows, lots, ages, what was done. Knows only words."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from app.services.queue_view import Look, Lot, Partition, SeenRow
from app.services.saved_rows import UnreadableRow
from app.ui.trace.times import TraceTimes

#: How the reader of rows begins what it says of an event that nobody knows.
_UNKNOWN_EVENT = "unknown event "


class QueueWords(QObject):
    """Given values, nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = TraceTimes(self)

    def lot(self, lot: str, count: int | None) -> str:
        """A segment with its number."""
        names = {
            Lot.FREE: self.tr("Free"),
            Lot.RESERVED: self.tr("Reserved"),
            Lot.ERROR: self.tr("Errors"),
        }
        name = names.get(Lot(lot)) if lot in list(Lot) else None
        name = name or self.tr("Set aside here")
        return name if count is None else f"{name} {count}"

    def empty(self, lot: str, filled: bool) -> tuple[str, str]:
        """Title and text where there is no row; `filled`: an event is subscribed to go there."""
        return {
            "free": (
                self.tr("No row waits"),
                self.tr("Whatever happened in the portal has been fetched already.")
                if filled
                else self.tr("Nothing comes here as long as no event is subscribed to it."),
            ),
            "reserved": (
                self.tr("No row is reserved"),
                self.tr(
                    "A program that reads rows and does not confirm them leaves them here; they "
                    "never come back by themselves."
                ),
            ),
            "error": (
                self.tr("No row is marked as an error"),
                self.tr("Rows that a program put aside stay here until somebody asks for them."),
            ),
        }.get(
            lot,
            (
                self.tr("Nothing is set aside"),
                self.tr(
                    "Rows that this console could not understand or apply are kept here with the "
                    "reason, and can be tried again."
                ),
            ),
        )

    def partition(self, partition: Partition, *, own: bool) -> str:
        """A queue by its auth_connector; `own` is the one that this console reads."""
        name = partition.auth_connector or self.tr("Main queue")
        text = self.tr("{name}, %n event(s)", "", len(partition.events)).format(name=name)
        return self.tr("{queue}, read by this console").format(queue=text) if own else text

    def events(self, events: tuple[str, ...]) -> str:
        """What goes into a queue."""
        if not events:
            return self.tr("No event is subscribed to go into this queue.")
        return self.tr("Subscribed to this queue: {events}").format(events=", ".join(events))

    def looked(self, look: Look | None, user: str, *, admin: bool) -> str:
        """As whom, and when."""
        who = self.tr("as {user}, administrator") if admin else self.tr("as {user}")
        text = who.format(user=user)
        if look is None:
            return text
        at = self._times.moment(look.at.replace(microsecond=0), datetime.now(UTC))
        return self.tr("{who}, looked at {time}").format(who=text, time=at)

    def age(self, at: datetime | None) -> str:
        """How old a row is."""
        if at is None:
            return self.tr("unknown")
        return self._times.age(max(0, int((datetime.now(UTC) - at).total_seconds())))

    def batch(self, rows: list[SeenRow]) -> str:
        """A reserved batch as the head of its rows."""
        return self.tr("%n row(s) reserved", "", len(rows))

    def remark(self, seen: SeenRow) -> str:
        """Whether it is here already, and whether it can be understood."""
        kept = self.tr("saved here") if seen.kept else self.tr("not saved here")
        if not seen.reason:
            return kept
        return self.tr("{kept}; cannot be understood: {reason}").format(
            kept=kept, reason=self.reason(seen.reason)
        )

    def facts(self, seen: SeenRow) -> str:
        """Everything beside the raw row."""
        now, row = datetime.now(UTC), seen.row
        parts = [
            self.tr("row {number}").format(number=row.id),
            self.tr("at the portal {time}").format(time=self._times.moment(seen.at, now))
            if seen.at
            else "",
            self.tr("process {id}").format(id=row.process_id) if row.process_id else "",
            self.tr("marked as an error") if row.error else "",
            self.remark(seen),
        ]
        return " · ".join(filter(None, parts))

    def aside(self, row: UnreadableRow) -> str:
        """Why a row is set aside, and since when it is here."""
        time = self._times.moment(row.at.replace(microsecond=0), datetime.now(UTC))
        return self.tr("read {time} · {reason}").format(time=time, reason=self.reason(row.reason))

    def reason(self, reasons: str) -> str:
        """Why a row was not understood, in words; one that has none is told as it is."""
        return "; ".join(map(self._reason, reasons.split("; "))) if reasons else ""

    def _reason(self, reason: str) -> str:
        if reason.startswith(_UNKNOWN_EVENT):
            return self.tr("unknown event {name}").format(name=reason.removeprefix(_UNKNOWN_EVENT))
        return {
            "the event has no name": self.tr("the event has no name"),
            "the event has no line": self.tr("the event has no line"),
            "the event has no message id": self.tr("the event has no message id"),
            "the event has no portal chat": self.tr("the event has no portal chat"),
            "the event has no session": self.tr("the event has no session"),
            "the event names no connector": self.tr("the event names no connector"),
            "the event names no chat": self.tr("the event names no chat"),
            "the event names no open line": self.tr("the event names no open line"),
            "the message has no id": self.tr("the message has no id"),
            "the portal sent no data with the event": self.tr(
                "the portal sent no data with the event"
            ),
            "the row is no JSON": self.tr("the row is no JSON"),
            "the row is no object": self.tr("the row is no object"),
            "the row names no chat": self.tr("the row names no chat"),
        }.get(reason, reason)

    def done(self, what: str, count: int) -> str:
        """What was done."""
        if what == "cleared":
            return self.tr("%n row(s) were destroyed at the portal.", "", count)
        if what == "marked":
            return self.tr("%n row(s) are marked as errors now.", "", count)
        if what == "read":
            return self.tr("%n erroneous row(s) were read and applied.", "", count)
        if not count:
            return self.tr("Nothing is understood better than before.")
        return self.tr("%n row(s) are understood now.", "", count)
