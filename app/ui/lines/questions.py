"""The questions about lines, in words, over the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.line import LineSettings
from app.domain.links import neutral, parse_link
from app.domain.portal import PortalKind

if TYPE_CHECKING:
    from app.services.lines import LineImpact
    from app.services.session import Session


class LineQuestions(QObject):
    """Asks with the project's prompts; the buttons say what happens."""

    def __init__(self, parent: QWidget, session: "Session") -> None:
        super().__init__(parent)
        self._widget, self._session = parent, session

    async def delete(self, line: LineSettings, impact: "LineImpact") -> bool:
        """On a portal with real customers the line's number has to be typed."""
        from app.ui.prompts import ask, ask_typed

        name = neutral(line.name)
        title = self.tr("Delete the line {name}?").format(name=name)
        text, confirm = self.impact(impact), self.tr("Delete line")
        if self._session.profile.kind is PortalKind.PRODUCTION:
            return await ask_typed(self._widget, title, text, str(line.id), confirm)
        return await ask(self._widget, title, text, confirm, danger=True)

    def impact(self, impact: "LineImpact") -> str:
        """What goes away with the line."""
        names = ", ".join(neutral(each.name) for each in impact.connectors)
        dialogs = self.tr("%n open dialog(s)", "", impact.open_dialogs)
        known = self.tr("{dialogs} known here are closed.").format(dialogs=dialogs)
        if not impact.open_dialogs:
            known = self.tr("No open dialogs are known here.")
        channels = self.tr("No connectors are on it.")
        if not impact.whole:
            channels = self.tr("Which connectors are on it was not read.")
        if names:
            channels = self.tr("These connectors lose the line: {names}.").format(names=names)
        end = self.tr("The portal has no way back.")
        return f"{channels} {known} {end}"

    async def open_page(self, url: str) -> None:
        """The host is shown before the browser is asked."""
        from app.ui.prompts import ask

        link = parse_link(url)
        if link is None:
            text = self.tr("The portal named an address that is none: {url}")
            shown = text.format(url=neutral(url[:200]))
            await ask(self._widget, self.tr("This page cannot be opened"), shown, self.tr("Close"))
            return
        title = self.tr("Open {host} in the browser?").format(host=link.host)
        if await ask(self._widget, title, link.url, self.tr("Open")):
            QDesktopServices.openUrl(QUrl(link.url))
