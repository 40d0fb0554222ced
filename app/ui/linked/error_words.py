"""The words for our own failures with linked objects. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class LinkedErrors(QObject):
    """What went wrong after the portal had agreed, or before it was asked."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        look = self.tr("Open the dialog's CRM card at the portal before you make another one.")
        return {
            "LEAD_NOT_LINKED": (
                self.tr("The portal agreed, but the dialog has no lead"),
                self.tr("The chat was read again and names none: the line may keep no CRM."),
                self.tr("Look at the line's CRM settings, or make a lead with “New lead…”."),
            ),
            "LEAD_NOT_MADE": (
                self.tr("The portal made no lead and gave no reason"),
                self.tr("It answered no without a code."),
                look,
            ),
            "RECORD_NOT_SEEN": (
                self.tr("The record was made, but it cannot be read again"),
                self.tr("It may be hidden from you, or the portal did not answer."),
                look,
            ),
            "NO_TITLE": (
                self.tr("The title is missing"),
                "",
                self.tr("Type one; nothing was sent."),
            ),
        }
