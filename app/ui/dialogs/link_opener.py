"""Opens addresses of messages in the browser: only those that may be opened, and only after a
question wherever the words of the link do not show where it leads.
"""

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.links import Link, neutral, parse_contact, parse_link, shows_host
from app.ui import prompts
from app.ui.tasks import Tasks


class LinkOpener(QObject):
    """Belongs to one transcript."""

    def __init__(self, above: QWidget, tasks: Tasks) -> None:
        super().__init__(above)
        self._above, self._tasks = above, tasks

    def open(self, address: str, caption: str = "") -> None:
        """Somebody clicked a link with that caption."""
        link = parse_link(address)
        if link is None:
            self._tasks.start("ask", partial(self._refuse, address))
        elif not link.international and shows_host(caption, link):
            QDesktopServices.openUrl(QUrl(link.url))
        else:
            self._tasks.start("ask", partial(self._ask, link))

    def contact(self, address: str) -> None:
        """Somebody chose to write to an address or to call a number of a message."""
        contact = parse_contact(address)
        if contact is not None:
            self._tasks.start("ask", partial(self._ask_contact, contact))

    async def _refuse(self, address: str) -> None:
        text = self.tr("Only addresses with http and https are opened, and this is none: {address}")
        shown = neutral(address[:200])
        title = self.tr("This address is not opened")
        await prompts.ask(self._above, title, text.format(address=shown), self.tr("Close"))

    async def _ask(self, link: Link) -> None:
        title = self.tr("Open {host} in the browser?").format(host=link.host)
        text = self.tr("The link leads to {host}:\n{url}").format(host=link.host, url=link.url)
        if link.international:
            spoken = self.tr("The name is shown as {name}; letters of other alphabets can deceive.")
            text = f"{text}\n\n{spoken.format(name=link.shown)}"
        if await prompts.ask(self._above, title, text, self.tr("Open")):
            QDesktopServices.openUrl(QUrl(link.url))

    async def _ask_contact(self, contact: str) -> None:
        kind, _, shown = contact.partition(":")
        title = self.tr("Write an e-mail?") if kind == "mailto" else self.tr("Call this number?")
        text = self.tr("Your system opens its own program with {address}.").format(address=shown)
        if await prompts.ask(self._above, title, text, self.tr("Open")):
            QDesktopServices.openUrl(QUrl(contact))
