"""The words for sources of events: what each is called, can promise, and what may be missing."""

from PySide6.QtCore import QDateTime, QLocale, QObject

from app.domain.feed import QUEUES, FeedHealth, FeedSource, Gap, GapReason
from app.ui.status_words import Said, StatusWords, seconds


class SourceWords(QObject):
    """Says from where events come and what that is worth."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._status_words = StatusWords(self)

    def source(self, health: FeedHealth) -> Said:
        """From where events come, and what that can promise."""
        names = {
            FeedSource.CONFIRMED: self.tr("Queue, confirmed"),
            FeedSource.PEEKED: self.tr("Queue, read and removed"),
            FeedSource.WATCHED: self.tr("Queue, watched"),
            FeedSource.IM_EVENTS: self.tr("Your own chats"),
            FeedSource.HISTORY: self.tr("Known chats"),
        }
        if health.source not in names:
            return Said("")
        tone = "" if health.source in QUEUES else "warning"
        return Said(names[health.source], tone, self.guarantee(health))

    def guarantee(self, health: FeedHealth) -> str:
        """What the source can promise, in plain words."""
        promise = {
            FeedSource.NONE: "",
            FeedSource.CONFIRMED: self.tr(
                "Nothing can be lost: the portal keeps events for 30 days, until this console has "
                "them on its disk and confirms them."
            ),
            FeedSource.PEEKED: self.tr(
                "Nothing can be lost: events are looked at, written to the disk, and only then is "
                "exactly what was read removed from the portal. Let no other program read this "
                "queue."
            ),
            FeedSource.WATCHED: self.tr(
                "Events are only looked at. They stay in the portal for 30 days."
            ),
            FeedSource.IM_EVENTS: self.tr(
                "Kept 24 h by the portal, and only of chats you belong to. Other known chats are "
                "looked at now and then; changes and deletions there may be missed. An "
                "administrator gets everything from the queue."
            ),
            FeedSource.HISTORY: self.tr(
                "Only known chats are looked at, again and again: answers come late, and deletions "
                "may be missed. An administrator gets everything from the queue."
            ),
        }[health.source]
        if not health.own_queue:
            return promise
        own = self.tr("The queue is this console's own: what its calls cause is told, too.")
        return f"{promise} {own}"

    def gap(self, health: FeedHealth) -> Said:
        """A time of which something may be missing, until somebody has taken note of it."""
        if health.gap is None:
            return Said("")
        span = self._status_words.age(seconds(health.gap.since, health.gap.until))
        text = self.tr("Gap of {span}").format(span=span)
        return Said(text, "warning", self.gap_story(health.gap))

    def gap_story(self, gap: Gap) -> str:
        """What may be missing, and why."""
        shape = QLocale.FormatType.ShortFormat
        first, last = (
            QLocale().toString(QDateTime.fromSecsSinceEpoch(int(each.timestamp())), shape)
            for each in (gap.since, gap.until)
        )
        why = self.tr("{first} to {last}: nobody listened for longer than the portal keeps events.")
        if gap.why is GapReason.DEEP:
            why = self.tr(
                "{first} to {last}: a chat has more messages than its history gives back."
            )
        left = self.tr(
            "Messages were read back where possible; changes, deletions and new dialogs may be "
            "missing."
        )
        return f"{why.format(first=first, last=last)} {left}"
