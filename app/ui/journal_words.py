"""The words for failures of the journal: the file in which a portal's facts are kept.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class JournalErrors(QObject):
    """What goes wrong with the file of one portal on this machine."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return {
            "DISK_FULL": (
                self.tr("The disk is full"),
                self.tr("Nothing was lost: events stay in the portal's queue."),
                self.tr("Make room on the disk; the program goes on by itself."),
            ),
            "JOURNAL_FAILED": (
                self.tr("The journal cannot be opened"),
                self.tr("Its file is locked, or may not be read."),
                self.tr("Close other copies of this program and check the rights of the folder."),
            ),
            "JOURNAL_DAMAGED": (
                self.tr("The journal is damaged"),
                self.tr("Parts of its file cannot be read. It is left as it is."),
                self.tr("Look at what can still be read, or save it into a new journal."),
            ),
            "JOURNAL_NOT_MIGRATED": (
                self.tr("The journal could not be brought to this version"),
                self.tr("It is as it was before, and a copy of it lies beside it."),
                self.tr("Use the version before, and report this with the log."),
            ),
            "HELD": (
                self.tr("Another window or command works on this portal"),
                self.tr("Two of them would take events from each other, so this one stays away."),
                self.tr("Close the other one, then try again."),
            ),
            "JOURNAL_NEWER": (
                self.tr("The journal was written by a newer version"),
                self.tr("It was left as it is."),
                self.tr("Use the newer version of this program."),
            ),
        }
