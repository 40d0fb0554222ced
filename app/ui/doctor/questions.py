"""What is asked before something that others notice: operators, or another program."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.doctor import Finding, Reason
from app.domain.links import neutral
from app.domain.portal import PortalKind, Profile
from app.ui import prompts


class DoctorQuestions(QObject):
    """On production the connector's id has to be typed before another program loses something."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    async def canary(self, line: str) -> bool:
        """A real message: what operators will see."""
        text = self.tr(
            "Operators of {line} see a dialog of a customer called Connector Doctor for a moment: "
            "it is opened, answered in your name and closed. One closed dialog stays, the same "
            "each time; the CRM hears nothing of it. Statistics count it."
        )
        title, confirm = self.tr("Send a test message?"), self.tr("Send the message")
        return await prompts.ask(self._widget, title, text.format(line=neutral(line)), confirm)

    async def mend(self, finding: Finding, connector: str, profile: Profile) -> bool:
        """Another program loses its events, or its connector."""
        if finding.reason != Reason.FOREIGN_HANDLERS:
            title, confirm = self.tr("Take the connector over?"), self.tr("Take over")
            text = self.tr(
                "“{connector}” then belongs to this application. The other application gets no "
                "more of its events, and its settings page is no longer opened."
            ).format(connector=neutral(connector))
        else:
            title, confirm = self.tr("Unbind handlers of other programs?"), self.tr("Unbind them")
            text = self.tr(
                "{handlers} get no more events. If one of them is your own server, customers' "
                "messages stop there."
            ).format(handlers=neutral(finding.facts.get("handlers", "")))
        if profile.kind is PortalKind.PRODUCTION:
            return await prompts.ask_typed(self._widget, title, text, connector, confirm)
        return await prompts.ask(self._widget, title, text, confirm, danger=True)
