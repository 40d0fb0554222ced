"""What became of a dialog, in a few words: chat, session, operator, records of the CRM."""

from PySide6.QtCore import QObject

from app.domain.dialog import Dialog, DialogState
from app.domain.links import neutral

CrmLinks = tuple[tuple[str, int], ...]


class OutcomeWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def chat(self, dialog: Dialog) -> str:
        """The portal's number of the chat."""
        if dialog.portal_chat is None:
            return self.tr("no chat yet")
        return self.tr("chat {number}").format(number=dialog.portal_chat)

    def session(self, dialog: Dialog) -> str:
        """The session's number and whether it is open."""
        if dialog.session is None:
            return self.tr("no session yet")
        state = {
            DialogState.OPEN: self.tr("open"),
            DialogState.CLOSED: self.tr("closed"),
        }.get(dialog.state, "")
        text = self.tr("session {number}").format(number=dialog.session)
        return f"{text}, {state}" if state else text

    def operator(self, dialog: Dialog) -> str:
        """Who answers."""
        return neutral(dialog.operator) or self.tr("nobody has answered")

    def crm(self, links: CrmLinks | None) -> str:
        """Records of the CRM; None while nobody has asked."""
        if links is None:
            return self.tr("not asked yet")
        kinds = {
            "LEAD": self.tr("lead"),
            "DEAL": self.tr("deal"),
            "CONTACT": self.tr("contact"),
            "COMPANY": self.tr("company"),
        }
        told = [f"{kinds.get(kind, kind)} {number}" for kind, number in links]
        return ", ".join(told) or self.tr("none")
