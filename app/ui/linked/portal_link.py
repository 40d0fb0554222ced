"""Opens pages of the portal in the browser: only addresses that the rules for links let through."""

from PySide6.QtWidgets import QWidget

from app.ui.dialogs.link_opener import LinkOpener
from app.ui.tasks import Tasks


class PortalLink:
    """The address itself is the caption, so that a plain one needs no question."""

    def __init__(self, above: QWidget, tasks: Tasks) -> None:
        self._opener = LinkOpener(above, tasks)

    def open(self, address: str) -> None:
        """Somebody wants to see it at the portal."""
        self._opener.open(address, address)
