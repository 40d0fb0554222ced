"""What the queue page asks before it changes the portal's queue, in words, over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.portal import PortalKind, Profile
from app.services.queue_view import SeenRow
from app.ui.prompts import ask, ask_typed


class QueueQuestions(QObject):
    """On a portal with real customers a word has to be typed."""

    def __init__(self, parent: QWidget, profile: Profile) -> None:
        super().__init__(parent)
        self._widget, self._profile = parent, profile

    async def clear(self, rows: Sequence[SeenRow]) -> bool:
        """Which of them would be lost for good."""
        lost = sum(not each.kept for each in rows)
        parts = [
            self.tr("What is destroyed leaves the portal's queue and cannot be brought back."),
            self.tr("%n of them is not saved here: nobody will ever read it.", "", lost)
            if lost
            else self.tr("All of them are saved here."),
        ]
        if any(not each.row.process_id for each in rows):
            parts.append(
                self.tr(
                    "Rows that are not reserved are taken out with event.offline.get and clear=1. "
                    "This is also its default: get without clear=0 destroys what it returns."
                )
            )
        title = self.tr("Destroy %n row(s) at the portal?", "", len(rows))
        return await self._ask(title, "\n\n".join(parts), self.tr("Destroy"), "CLEAR")

    async def mark_error(self, rows: Sequence[SeenRow]) -> bool:
        """They are hidden from then on."""
        title = self.tr("Mark %n row(s) as errors?", "", len(rows))
        text = self.tr(
            "Readers no longer get them: they are returned only to who asks for errors, and the "
            "same event coming again hides behind them. Free rows with the same content are "
            "deleted by the portal."
        )
        return await self._ask(title, text, self.tr("Mark as errors"), "ERROR")

    async def read_errors(self, count: int) -> bool:
        """They come in late, and leave the queue."""
        title = self.tr("Read %n erroneous row(s) again?", "", count)
        text = self.tr(
            "They are saved and applied here as if they had just come, then they leave the "
            "portal's queue. What cannot be understood is set aside here."
        )
        return await self._ask(title, text, self.tr("Read again"), "READ")

    async def _ask(self, title: str, text: str, confirm: str, word: str) -> bool:
        if self._profile.kind is PortalKind.PRODUCTION:
            return await ask_typed(self._widget, title, text, word, confirm)
        return await ask(self._widget, title, text, confirm, danger=True)
