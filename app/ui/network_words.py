"""The words for a portal that is locked or cannot be reached as its profile says. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class NetworkErrors(QObject):
    """What the profile itself forbids or makes impossible."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        network = self.tr("Correct it on the Portal page under Network, then test the connection.")
        return {
            "READ_ONLY": (
                self.tr("This portal is read-only here"),
                self.tr("Nothing was sent: this call could change something in the portal."),
                self.tr("Switch read-only off on the Portal page if you mean it."),
            ),
            "NOTHING_SUBSCRIBED": (
                self.tr("The portal tells this application nothing yet"),
                self.tr("No event is subscribed to, and a read-only portal is only watched."),
                self.tr("Switch read-only off once: the events are then subscribed to."),
            ),
            "CA_MISSING": (
                self.tr("The file of certificate authorities is not there"),
                self.tr("Without it the portal's certificate cannot be checked."),
                network,
            ),
            "CA_UNREADABLE": (
                self.tr("The file of certificate authorities cannot be used"),
                self.tr("It holds no certificate, or may not be read."),
                network,
            ),
            "PROXY": (
                self.tr("The proxy's address cannot be used"),
                self.tr("It should look like http://proxy.example:3128, with http or https."),
                network,
            ),
            "PROXY_PASSWORD": (
                self.tr("A password may not stand in the proxy's address"),
                self.tr("Portals are kept in a plain file, and secrets never go there."),
                self.tr("Leave the field empty and set HTTPS_PROXY for this program instead."),
            ),
        }
