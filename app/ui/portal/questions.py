"""What the portal's page asks before it acts, in words, over the window."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.links import neutral
from app.domain.portal import PortalKind, Profile
from app.ui.portal.portal_model import host_of


class PortalQuestions(QObject):
    """The buttons say what happens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    async def refresh(self) -> bool:
        """Nobody needs it, and it cannot be taken back."""
        from app.ui.prompts import ask

        return await ask(
            self._widget,
            self.tr("Refresh the tokens now?"),
            self.tr(
                "Both tokens are replaced, and the old refresh token is dead at once: a program "
                "that holds a copy of it is signed out. Nothing needs this: tokens are renewed "
                "when the portal asks for it, and the vendor blocks applications that refresh by "
                "the clock."
            ),
            self.tr("Refresh now"),
        )

    async def unlock(self, profile: Profile) -> bool:
        """What the token is good for, and for how long."""
        from app.ui.prompts import ask_typed

        return await ask_typed(
            self._widget,
            self.tr("Unlock copying of the access token?"),
            self.tr(
                "For up to an hour, whoever has the token can do everything that you may do on "
                "this portal. Paste it only into programs that you trust. It is taken off the "
                "clipboard after 30 seconds, if it is still there."
            ),
            host_of(profile),
            self.tr("Unlock"),
        )

    async def forget(self, profile: Profile) -> bool:
        """Typed for a portal with real customers; a press is enough for a sandbox."""
        from app.ui.prompts import ask, ask_typed

        title = self.tr("Forget {name}?").format(name=neutral(profile.name))
        text = self.tr(
            "The keys, the journal with the customers' messages, drafts and previews leave this "
            "computer and cannot be brought back. To sign in again you need the client secret from "
            "the application's card. Nothing changes in the portal."
        )
        word = self.tr("Forget")
        if profile.kind is PortalKind.SANDBOX:
            return await ask(self._widget, title, text, word, danger=True)
        return await ask_typed(self._widget, title, text, host_of(profile), word)
