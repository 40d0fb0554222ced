"""The words for what goes wrong with saved views. Knows only words."""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class ViewErrors(QObject):
    """Each code stands for what happened, what it means, and what to do."""

    def table(self) -> dict[str, Words]:
        """Every code with its words."""
        return {
            "VIEW_NAME": (
                self.tr("A view needs a name"),
                self.tr("It may have up to 60 characters."),
                self.tr("Type a name of 1 to 60 characters."),
            ),
            "VIEW_TAKEN": (
                self.tr("Another view has this name"),
                "",
                self.tr("Choose another name."),
            ),
        }
