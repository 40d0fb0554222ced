"""What can be done with a message: the entries of its menu, each with its key."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.dialog import Author, Delivery, Message
from app.services.notes import read_note
from app.ui.dialogs.composer_presenter import can_change


class Entry(NamedTuple):
    """An entry of the menu. `key` is only told: the transcript listens to it."""

    action: str
    text: str
    key: str = ""
    icon: str = ""


class MessageEntries(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def of(self, message: Message) -> list[Entry]:
        """The entries for a message, the most useful ones first."""
        entries = [Entry("copy", self.tr("Copy text"), "Ctrl+C", "copy")]
        if read_note(message) is not None:
            return entries
        if message.delivery is Delivery.UNKNOWN:
            entries.append(Entry("check", self.tr("Check…"), "", "question"))
        if message.delivery in (Delivery.UNKNOWN, Delivery.FAILED) or message.problem is not None:
            entries.append(Entry("retry", self.tr("Retry"), "R", "refresh"))
            entries.append(Entry("discard", self.tr("Discard…"), "", "close"))
        elif message.delivery is Delivery.QUEUED:
            entries.append(Entry("discard", self.tr("Discard…"), "", "close"))
        if message.delivery is Delivery.RECEIVED:
            entries.append(Entry("deliver", self.tr("Mark as delivered"), "D", "double-check"))
        if can_change(message):
            entries.append(Entry("edit", self.tr("Edit"), "F2", "pencil"))
            entries.append(Entry("delete", self.tr("Delete…"), "Del", "trash"))
        if message.edits and message.deleted_at is None:
            entries.append(Entry("edits", self.tr("Show or hide old texts"), "E", "eye"))
        if message.deleted_at is not None:
            entries.append(Entry("text", self.tr("Show or hide the deleted text"), "T", "eye"))
        if message.author is not Author.CUSTOMER:
            entries.append(Entry("trip", self.tr("Show text round trip…"), "", "swap"))
        entries.append(Entry("details", self.tr("Details of the message…"), "", "info"))
        return entries

    def allows(self, message: Message, action: str) -> bool:
        """Whether an action makes sense for a message."""
        return any(entry.action == action for entry in self.of(message))
