"""What the settings say of the journal: where its file is, and how long messages are kept in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.buttons import Segments
from app.ui.fields import CopyField
from app.ui.labels import label
from app.ui.style import Theme


class JournalBlock(QWidget):
    """A choice is shown as made once it was kept: deleting is asked about before."""

    keep_requested = Signal(int)  # days, 0 for everything

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._days = 0
        self.file = CopyField(theme, self.tr("Journal"))
        self.keep = Segments(
            theme,
            self.tr("Keep messages and raw events"),
            (
                ("0", self.tr("Everything")),
                ("365", self.tr("1 year")),
                ("90", self.tr("90 days")),
                ("30", self.tr("30 days")),
            ),
        )
        self.keep.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.file)
        column.addWidget(label(self.tr("Keep messages and raw events"), "strong"))
        text = self.tr(
            "What is older is deleted on this machine, never at the portal. What was not sent yet, "
            "or not passed on, stays."
        )
        column.addWidget(label(text, "body", "text2", wrap=True))
        column.addWidget(self.keep)

    def show_journal(self, path: str, days: int) -> None:
        """The open portal's file, and how many days are kept."""
        self._days = days
        self.file.set_value(path)
        self.keep.choose(str(days))

    def _on_chosen(self, key: str) -> None:
        self.keep.choose(str(self._days))  # until it was kept
        if int(key) != self._days:
            self.keep_requested.emit(int(key))
