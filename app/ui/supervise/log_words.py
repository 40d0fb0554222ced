"""What the log calls each change at the portal that is no act on a dialog. Knows only words."""

from collections.abc import Mapping

from PySide6.QtCore import QObject


class LogWords(QObject):
    """A noun for each method that is noted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = {**self._setup(), **self._bots(), **self._linked()}

    def name(self, method: str) -> str:
        """What was done, the method itself where there is no word for it."""
        return self._names.get(method.lower(), method)

    def _setup(self) -> Mapping[str, str]:
        return {
            "event.bind": self.tr("Event subscribed"),
            "event.unbind": self.tr("Event unsubscribed"),
            "placement.bind": self.tr("Placement added"),
            "placement.unbind": self.tr("Placement removed"),
            "imconnector.register": self.tr("Connector registered"),
            "imconnector.unregister": self.tr("Connector unregistered"),
            "imconnector.activate": self.tr("Connector switched on or off"),
            "imconnector.connector.data.set": self.tr("Connector's data set"),
            "imconnector.set.error": self.tr("Connector's fault told"),
            "imconnector.chat.name.set": self.tr("Chat renamed"),
            "imopenlines.config.add": self.tr("Line added"),
            "imopenlines.config.update": self.tr("Line changed"),
            "imopenlines.config.delete": self.tr("Line deleted"),
        }

    def _bots(self) -> Mapping[str, str]:
        added, changed, removed = (
            self.tr("Chatbot registered"),
            self.tr("Chatbot changed"),
            self.tr("Chatbot unregistered"),
        )
        return {
            "imbot.register": added,
            "imbot.v2.bot.register": added,
            "imbot.v2.bot.update": changed,
            "imbot.unregister": removed,
            "imbot.v2.bot.unregister": removed,
        }

    def _linked(self) -> Mapping[str, str]:
        return {
            "imopenlines.crm.lead.create": self.tr("Lead made of the dialog"),
            "crm.lead.add": self.tr("Lead added"),
            "crm.deal.add": self.tr("Deal added"),
            "imopenlines.session.mode.pinall": self.tr("All own dialogs pinned"),
            "imopenlines.session.mode.unpinall": self.tr("All own dialogs unpinned"),
            "im.chat.user.add": self.tr("Person added to the chat"),
            "im.chat.user.delete": self.tr("Person removed from the chat"),
            "im.message.update": self.tr("Message changed"),
            "im.message.delete": self.tr("Message deleted"),
            "im.message.like": self.tr("Like"),
            "imopenlines.message.quick.save": self.tr("Quick answer saved"),
        }
