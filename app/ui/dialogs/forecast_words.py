"""Words for what a first message will probably do at the portal. Knows no widget."""

from PySide6.QtCore import QObject

from app.domain.forecast import Course, Doubt, Forecast


class ForecastWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def told(self, forecast: Forecast) -> str:
        """One or two sentences."""
        doubts = [self._doubts()[each] for each in forecast.doubts]
        return " ".join([self._course(forecast), *doubts])

    def _course(self, forecast: Forecast) -> str:
        dialog = forecast.dialog
        chat = dialog.portal_chat if dialog is not None else None
        number = str(chat) if chat is not None else self.tr("not known")
        return {
            Course.JOINS: self.tr("Goes into the open session of chat {chat}."),
            Course.REOPENS: self.tr("Goes into chat {chat} and probably begins a new session."),
            Course.NEW_CHAT: self.tr("Begins one more chat of a customer whom the portal knows."),
            Course.NEW_CUSTOMER: self.tr(
                "A new customer and a new chat; with the CRM tracker on, probably a new record."
            ),
        }[forecast.course].format(chat=number)

    def _doubts(self) -> dict[Doubt, str]:
        return {
            Doubt.SHARED: self.tr(
                "Somebody else writes under this phone or e-mail: the CRM may take both for one."
            ),
            Doubt.SPELLING: self.tr(
                "A known id differs only in capital letters: the portal makes two customers of it."
            ),
        }
