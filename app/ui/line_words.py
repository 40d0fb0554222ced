"""The words for what a portal answers about open lines, dialogs and operators. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class LineErrors(QObject):
    """Codes of `imopenlines.*`."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = (
            self._lines,
            self._dialogs,
            self._sessions,
            self._operators,
            self._pauses,
            self._crm,
            self._network,
        )
        return {code: words for group in groups for code, words in group().items()}

    def _lines(self) -> dict[str, Words]:
        return {
            "CONFIG_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which line."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "CONFIG_WRONG_USER_PERMISSION": (
                self.tr("You may not change open lines"),
                self.tr("The portal leaves that to administrators. What you typed is still here."),
                self.tr("Ask an administrator for the right, or let him change the line."),
            ),
            "INVALID_FORMAT": (
                self.tr("The portal does not understand the request"),
                self.tr("A filter, an order or a field has a wrong form; its words say which."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "IM_NOT_INSTALLED": (
                self.tr("The portal has no messenger"),
                self.tr("Its module is not installed, so there are no dialogs."),
                self.tr("Ask an administrator of the portal."),
            ),
            "CRM_NOT_INSTALLED": (
                self.tr("The portal has no CRM"),
                self.tr("Its module is not installed, so there are no leads and deals."),
                self.tr("Ask an administrator of the portal."),
            ),
            "IMBOT_ERROR": (
                self.tr("The portal cannot use bots"),
                self.tr("Its module for bots is not installed, or the bot could not be added."),
                self.tr("Ask an administrator of the portal."),
            ),
        }

    def _dialogs(self) -> dict[str, Words]:
        return {
            "CHAT_ID": (
                self.tr("The portal does not know this chat"),
                self.tr("Its number is empty, or no such chat exists."),
                self.tr("Refresh the list and try again."),
            ),
            "CHAT_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which chat."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "CHAT_TYPE": (
                self.tr("This is not a chat of an open line"),
                self.tr("Only a dialog with a customer can be treated like this."),
                self.tr("Choose a dialog of an open line."),
            ),
            "WRONG_CHAT": (
                self.tr("This is not a chat of an open line"),
                self.tr("Or the bot is not its operator."),
                self.tr("Choose a dialog of an open line."),
            ),
            "ACCESS_ERROR": (
                self.tr("You have no access to this dialog"),
                self.tr("It does not exist, or another operator has it."),
                self.tr("Take the dialog over, or ask an administrator of the portal."),
            ),
        }

    def _sessions(self) -> dict[str, Words]:
        return {
            "SESSION_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which session."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "MISSING_REQUIRED_PARAM": (
                self.tr("Something is missing in the call"),
                self.tr("It needs the number of a session or of a chat."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "INVALID_SESSION_ID": (
                self.tr("The portal does not know this session"),
                self.tr("Its number is wrong, or it was deleted with its line."),
                self.tr("Refresh the list and try again."),
            ),
            "NO_SESSION_ERROR": (
                self.tr("The dialog has no session"),
                self.tr("It was closed, or has never begun."),
                self.tr("Write a message first, then try again."),
            ),
            "EMPTY_MESSAGE_ID": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which message."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "FORM_INFO_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which CRM form."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "EMPTY_VOTE_PARAMS": (
                self.tr("Something is missing in the call"),
                self.tr("It has neither a rating nor a comment."),
                self.tr("Look at the call and correct what it sends."),
            ),
        }

    def _operators(self) -> dict[str, Words]:
        return {
            "ERROR_USER_NOT_OPERATOR": (
                self.tr("You are not the operator of this dialog"),
                self.tr("Only the operator who answers it can do this."),
                self.tr("Answer or intercept it first."),
            ),
            "OPERATOR_WRONG": (
                self.tr("The dialog cannot go to this operator or line"),
                self.tr(
                    "He was dismissed, is a bot or has it already, the line is gone or off, or the "
                    "dialog was closed meanwhile."
                ),
                self.tr("Nothing was changed. Look who has the dialog, then choose another."),
            ),
            "USER_ID": (
                self.tr("The portal does not know who is calling"),
                self.tr("The sign-in belongs to no user of the portal."),
                self.tr("Sign in again."),
            ),
            "USER_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which user."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "EMPTY_OPERATOR_ID": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which operator."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "QUEUE_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which line the dialog goes to."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "TRANSFER_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say who gets the dialog."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "ACCESS_DENIED_KICK": (
                self.tr("You may not pass this dialog on"),
                self.tr("Another operator has it, it is closed, or you may not remove people."),
                self.tr("Look who has the dialog. Intercept takes it over."),
            ),
        }

    def _pauses(self) -> dict[str, Words]:
        return {
            "DATE_START_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say from which day on."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "DATE_START_WRONG_FORMAT": (
                self.tr("A date cannot be read"),
                self.tr("The first day has a wrong form."),
                self.tr("Write it like 2026-01-31."),
            ),
            "DATE_END_WRONG_FORMAT": (
                self.tr("A date cannot be read"),
                self.tr("The last day has a wrong form."),
                self.tr("Write it like 2026-01-31."),
            ),
        }

    def _crm(self) -> dict[str, Words]:
        return {
            "CRM_CHAT_EMPTY_CRM_DATA": (
                self.tr("The portal finds nothing in the CRM"),
                self.tr("The lead, deal, contact or company is not named, or does not exist."),
                self.tr("Look in the CRM, then correct the call."),
            ),
            "CHAT_NOT_IN_CRM": (
                self.tr("This chat is not linked to the CRM"),
                self.tr("No lead, deal, contact or company knows of it."),
                self.tr("Choose another chat, or save the customer in the CRM first."),
            ),
            "CRM_CHAT_USER_NOT_ACTIVE": (
                self.tr("This user cannot be added to the chat"),
                self.tr("The user was dismissed or has never signed in."),
                self.tr("Choose another user."),
            ),
            "CHAT_DELETE_USER_PERMISSION_DENIED": (
                self.tr("You may not remove people from this chat"),
                self.tr("Only who manages the chat can do this."),
                self.tr("Ask the owner of the chat."),
            ),
            "CANCELED": (
                self.tr("The portal has cancelled the message"),
                self.tr("A rule or another application in the portal has stopped it."),
                self.tr("Ask an administrator of the portal."),
            ),
            "MESSAGE_ADD_ERROR": (
                self.tr("The portal did not take the message"),
                self.tr("The author is probably no member of the chat."),
                self.tr("Add the author to the chat, then send again."),
            ),
            "CANT_SAVE_QUICK_ANSWER": (
                self.tr("The quick answer could not be saved"),
                self.tr("The line has no list for them, or it may not be written to."),
                self.tr("Ask an administrator of the portal."),
            ),
        }

    def _network(self) -> dict[str, Words]:
        return {
            "CODE": (
                self.tr("Something is missing in the call"),
                self.tr("The code of the open line is empty or too short."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "INACTIVE": (
                self.tr("The open line is switched off"),
                self.tr("Its owner does not take messages through the network at the moment."),
                self.tr("Ask the owner of the line."),
            ),
            "USER_MESSAGE_LIMIT": (
                self.tr("This user gets no more messages for now"),
                self.tr("The network allows one message a week to each user."),
                self.tr("Write again in a week."),
            ),
        }
