"""The questions of the Connectors page, in words, over the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.address import without_secrets
from app.domain.binding import Binding
from app.domain.connector import Connector, OpenLine
from app.domain.drift import Notice
from app.domain.links import neutral
from app.domain.placement import Placement
from app.domain.portal import PortalKind, Profile

if TYPE_CHECKING:
    from app.services.grid import Impact


class PageQuestions(QObject):
    """Asks with the project's prompts; the buttons say what happens."""

    def __init__(self, parent: QWidget, profile: Profile) -> None:
        super().__init__(parent)
        self._widget, self._profile = parent, profile

    async def deactivate(self, connector: Connector, line: OpenLine) -> bool:
        """The channel data go with the activation."""
        return await self._ask(
            self.tr("Deactivate {name} on {line}?").format(
                name=neutral(connector.name), line=neutral(line.name)
            ),
            self.tr(
                "Customers can no longer write through it on this line. The portal forgets the "
                "channel data of the line; what was written from here is kept to be written again."
            ),
            self.tr("Deactivate"),
            connector.id,
        )

    async def unregister(self, connector: Connector, impact: "Impact") -> bool:
        """What goes with it."""
        return await self._ask(
            self.tr("Unregister {id}?").format(id=connector.id),
            self.impact(impact),
            self.tr("Unregister"),
            connector.id,
        )

    async def unbind(self, binding: Binding) -> bool:
        """The event stops coming this way."""
        from app.ui.connectors.binding_words import SPELLED, BindingWords

        words = BindingWords()
        if binding.offline:
            text = self.tr("What waits in the queue stays there. New ones are no longer queued.")
        else:
            text = self.tr("This event is no longer sent to {handler}.").format(
                handler=neutral(without_secrets(binding.handler))
            )
        name = SPELLED.get(binding.event, binding.event)
        return await self._ask(
            self.tr("Unsubscribe from {event}?").format(event=name),
            f"{words.happening(binding.event)}. {text}",
            self.tr("Unsubscribe"),
            name,
        )

    async def remove_page(self, placement: Placement) -> bool:
        """The page goes out of the portal."""
        return await self._ask(
            self.tr("Remove this page from the portal?"),
            self.tr("{place}: {page}").format(
                place=placement.code, page=neutral(without_secrets(placement.handler))
            ),
            self.tr("Remove"),
            placement.code,
        )

    async def take_back(self, notice: Notice) -> bool:
        """The other program loses the connector."""
        return await self._ask(
            self.tr("Take {id} back?").format(id=notice.connector),
            self.tr(
                "{name} has it now. Registering it again brings its events here; the other "
                "program gets none any more."
            ).format(name=neutral(notice.detail)),
            self.tr("Take it back"),
            notice.connector,
        )

    def impact(self, impact: "Impact") -> str:
        """What loses the channel."""
        if not impact.lines and not impact.open_dialogs:
            return self.tr("It is on no line and has no open dialogs.")
        lines = self.tr("%n line(s)", "", len(impact.lines))
        dialogs = self.tr("%n open dialog(s)", "", impact.open_dialogs)
        text = self.tr("These lose the channel: {lines}, {dialogs}.")
        return text.format(lines=lines, dialogs=dialogs)

    async def _ask(self, title: str, text: str, confirm: str, word: str) -> bool:
        """On production `word` has to be typed first; in a sandbox nothing real is lost."""
        from app.ui.prompts import ask, ask_typed

        if self._profile.kind is PortalKind.PRODUCTION:
            return await ask_typed(self._widget, title, text, word, confirm)
        return await ask(self._widget, title, text, confirm, danger=True)
