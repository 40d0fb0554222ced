"""The questions of the Connectors page, in words, over the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.connector import Connector, OpenLine
from app.domain.links import neutral

if TYPE_CHECKING:
    from app.services.grid import Impact


class PageQuestions(QObject):
    """Asks with the project's prompts; the buttons say what happens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    async def deactivate(self, connector: Connector, line: OpenLine) -> bool:
        """The channel data go with the activation."""
        from app.ui.prompts import ask

        return await ask(
            self._widget,
            self.tr("Deactivate {name} on {line}?").format(
                name=neutral(connector.name), line=neutral(line.name)
            ),
            self.tr(
                "Customers can no longer write through it on this line. The portal forgets the "
                "channel data of the line; what was written from here is kept to be written again."
            ),
            self.tr("Deactivate"),
            danger=True,
        )

    async def unregister(self, connector: Connector, impact: "Impact") -> bool:
        """Type the id first."""
        from app.ui.prompts import ask

        return await ask(
            self._widget,
            self.tr("Unregister {id}?").format(id=connector.id),
            "\n\n".join((self.impact(impact), self.tr("Type the connector's id to confirm."))),
            self.tr("Unregister"),
            danger=True,
            typed=connector.id,
        )

    def impact(self, impact: "Impact") -> str:
        """What loses the channel."""
        if not impact.lines and not impact.open_dialogs:
            return self.tr("It is on no line and has no open dialogs.")
        lines = self.tr("%n line(s)", "", len(impact.lines))
        dialogs = self.tr("%n open dialog(s)", "", impact.open_dialogs)
        text = self.tr("These lose the channel: {lines}, {dialogs}.")
        return text.format(lines=lines, dialogs=dialogs)
