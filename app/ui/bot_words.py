"""The words for what a portal answers about chat bots, and for our own codes there."""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class BotErrors(QObject):
    """A part of the table of errors."""

    def table(self) -> dict[str, Words]:
        """Codes in upper case with their words."""
        return self._ours() | self._registering() | self._gone()

    def _ours(self) -> dict[str, Words]:
        return {
            "BOT_SCOPE": (
                self.tr("The application may not have chatbots"),
                self.tr("The permission “imbot” is not ticked in the application's card."),
                self.tr("Tick it there, then sign in again."),
            ),
            "BOT_NEEDS_HANDLER": (
                self.tr("This portal has no bots that fetch what they hear"),
                self.tr("It lacks imbot.v2: bots need an address on the internet there."),
                self.tr("Give the address of a handler."),
            ),
            "BOT_ELSEWHERE": (
                self.tr("Another console may answer for this bot"),
                self.tr(
                    "The portal had it before it was registered here, or it said what this "
                    "console did not say. Two would say everything twice, so it is silent here."
                ),
                self.tr("Let it answer from here where no other console does."),
            ),
            "BOT_NOT_TAKEN": (
                self.tr("The line did not take the bot"),
                self.tr("The portal said yes and kept its settings."),
                self.tr("Look at the line's settings, or ask an administrator."),
            ),
        }

    def _registering(self) -> dict[str, Words]:
        another = self.tr("Choose another code.")
        return {
            "BOT_CODE_ALREADY_TAKEN": (
                self.tr("Another application has a bot of this code"),
                self.tr("Nothing was registered."),
                another,
            ),
            "BOT_LIMIT_EXCEEDED": (
                self.tr("There is no room for one more bot"),
                self.tr("The portal allows only so many bots for one application."),
                self.tr("Unregister one that is not needed."),
            ),
            "BOT_REGISTER_FAILED": (
                self.tr("The portal could not register the bot"),
                self.tr("It gives no reason; it may have too many of them."),
                self.tr("Try again later, or ask an administrator."),
            ),
        }

    def _gone(self) -> dict[str, Words]:
        return {
            "BOT_NOT_FOUND": (
                self.tr("The portal does not know this bot any more"),
                self.tr("It was taken away there, or the application was installed anew."),
                self.tr("Unregister it here, or register one of the same code."),
            ),
            "BOT_OWNERSHIP_ERROR": (
                self.tr("This bot belongs to another application"),
                self.tr("Only the one that registered it may act for it."),
                self.tr("Sign in with that application, or register another bot."),
            ),
        }
