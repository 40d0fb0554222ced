"""The words for targets and thresholds that make no sense. Knows only words."""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class LevelErrors(QObject):
    """Each code stands for what happened, what it means, what to do about it."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return {
            "LEVELS_BAD": (
                self.tr("These targets were not kept"),
                self.tr("A time is longer than 30 days, or the share is not between 1 and 100 %."),
                self.tr("Correct the figures, then keep them again."),
            ),
            "RULES_BAD": (
                self.tr("These thresholds were not kept"),
                self.tr("A time or a share is larger than it may be."),
                self.tr("Correct the figures, then keep them again."),
            ),
        }
