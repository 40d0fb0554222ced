"""The words for what a portal answers about chats, messages, bots and the CRM. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class ChatErrors(QObject):
    """Codes of `im.*`, `imbot.*`, `disk.*` and `crm.*`."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = (
            self._chats,
            self._people,
            self._messages,
            self._parts,
            self._bots,
            self._handlers,
        )
        return {code: words for group in groups for code, words in group().items()}

    def _chats(self) -> dict[str, Words]:
        return {
            "DIALOG_ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which dialog."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "ID_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("It does not say which one."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "TITLE_EMPTY": (
                self.tr("Something is missing in the call"),
                self.tr("The title is empty."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "WRONG_COLOR": (
                self.tr("The portal does not know this colour"),
                self.tr("It takes the names of its own colours only."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "AVATAR_ERROR": (
                self.tr("The picture was refused"),
                self.tr("It is no picture, or it is too large."),
                self.tr("Choose another picture."),
            ),
            "ACCESS_DENIED_EXTEND": (
                self.tr("You may not add people to this chat"),
                self.tr("Only its members, or only its owner, can do this."),
                self.tr("Ask the owner of the chat."),
            ),
        }

    def _people(self) -> dict[str, Words]:
        return {
            "USER_NOT_FOUND": (
                self.tr("The portal does not know this user"),
                self.tr("The number is wrong, or the user is no member of the chat."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "FIND_SHORT": (
                self.tr("The word to look for is too short"),
                self.tr("The portal looks for three letters or more."),
                self.tr("Type more."),
            ),
            "CRM_FIELD_ERROR_VALUE_NOT_VALID": (
                self.tr("A field of the CRM got a value that it cannot hold"),
                self.tr("The portal's words say which field."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "WRONG_REQUEST": (
                self.tr("The portal refused the request"),
                self.tr("It fits neither the chat nor the user as they are now."),
                self.tr("Look at the portal's words and at the call."),
            ),
            "LAST_ID_STRING": (
                self.tr("A number of a message cannot be read"),
                self.tr("LAST_ID has to be a number."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "FIRST_ID_STRING": (
                self.tr("A number of a message cannot be read"),
                self.tr("FIRST_ID has to be a number."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "NOT_FOUND": (
                self.tr("The portal did not find it"),
                self.tr("It was deleted, or the number is wrong."),
                self.tr("Refresh the list and try again."),
            ),
        }

    def _messages(self) -> dict[str, Words]:
        return {
            "MESSAGE_ID": (
                self.tr("The portal does not know this message"),
                self.tr("Its number is empty, or it was deleted."),
                self.tr("Refresh the list and try again."),
            ),
            "MESSAGE_EMPTY": (
                self.tr("The message is empty"),
                self.tr("It has neither text nor anything attached."),
                self.tr("Write something."),
            ),
            "CANT_EDIT_MESSAGE": (
                self.tr("This message cannot be changed any more"),
                self.tr("The portal allows changes for some days, and to the author only."),
                self.tr("Write a new message instead."),
            ),
            "WITHOUT_CHANGES": (
                self.tr("Nothing has changed"),
                self.tr("It was like this before."),
                self.tr("Nothing has to be done."),
            ),
            "PARAMS_ERROR": (
                self.tr("The message has a part that the portal does not accept"),
                self.tr("Its words say which one."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "REPLY_ACCESS_ERROR": (
                self.tr("The quoted message cannot be answered"),
                self.tr("You have no access to it."),
                self.tr("Answer without quoting."),
            ),
            "REPLY_FROM_OTHER_CHAT_ERROR": (
                self.tr("The quoted message cannot be answered"),
                self.tr("It stands in another chat."),
                self.tr("Answer without quoting."),
            ),
        }

    def _parts(self) -> dict[str, Words]:
        return {
            "ATTACH_ERROR": (
                self.tr("The attachment of the message was refused"),
                self.tr("The portal does not understand how it is written."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "ATTACH_OVERSIZE": (
                self.tr("The attachment of the message is too large"),
                self.tr("The portal takes 30 KB at most."),
                self.tr("Make it smaller and send again."),
            ),
            "KEYBOARD_ERROR": (
                self.tr("The keyboard of the message was refused"),
                self.tr("The portal does not understand how it is written."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "KEYBOARD_OVERSIZE": (
                self.tr("The keyboard of the message is too large"),
                self.tr("The portal takes 30 KB at most."),
                self.tr("Make it smaller and send again."),
            ),
            "MENU_ERROR": (
                self.tr("The menu of the message was refused"),
                self.tr("The portal does not understand how it is written."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "MENU_OVERSIZE": (
                self.tr("The menu of the message is too large"),
                self.tr("The portal takes 30 KB at most."),
                self.tr("Make it smaller and send again."),
            ),
            "FILES_ERROR": (
                self.tr("The files were refused"),
                self.tr("None of them was uploaded before, or they belong to another chat."),
                self.tr("Upload them again."),
            ),
            "SAVE_ERROR": (
                self.tr("The file could not be saved"),
                self.tr("The drive of the portal is full, or may not be written to."),
                self.tr("Ask an administrator of the portal."),
            ),
        }

    def _bots(self) -> dict[str, Words]:
        return {
            "BOT_ID_ERROR": (
                self.tr("The portal does not know this bot"),
                self.tr("Its number is wrong, or it was unregistered."),
                self.tr("Register the bot again."),
            ),
            "APP_ID_ERROR": (
                self.tr("The bot belongs to another application"),
                self.tr("Only the application that registered it can use it."),
                self.tr("Sign in with that application."),
            ),
            "CODE_ERROR": (
                self.tr("The bot's code is missing"),
                self.tr("Every bot needs a code of its own."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "NAME_ERROR": (
                self.tr("The bot's name is missing"),
                self.tr("A first or a last name is needed."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "MAX_COUNT_ERROR": (
                self.tr("The application can have no more bots"),
                self.tr("The portal allows only so many for each application."),
                self.tr("Unregister one of them first."),
            ),
        }

    def _handlers(self) -> dict[str, Words]:
        return {
            "EVENT_MESSAGE_ADD_ERROR": (
                self.tr("The bot has no good address for an event"),
                self.tr("The handler's address is missing or cannot be opened."),
                self.tr("Correct the address of the handler and try again."),
            ),
            "EVENT_WELCOME_MESSAGE_ERROR": (
                self.tr("The bot has no good address for an event"),
                self.tr("The handler's address is missing or cannot be opened."),
                self.tr("Correct the address of the handler and try again."),
            ),
            "EVENT_BOT_DELETE_ERROR": (
                self.tr("The bot has no good address for an event"),
                self.tr("The handler's address is missing or cannot be opened."),
                self.tr("Correct the address of the handler and try again."),
            ),
            "EVENT_COMMAND_ADD_ERROR": (
                self.tr("The bot has no good address for an event"),
                self.tr("The handler's address is missing or cannot be opened."),
                self.tr("Correct the address of the handler and try again."),
            ),
            "COMMAND_ERROR": (
                self.tr("The command's name is missing"),
                self.tr("Every command of a bot needs one."),
                self.tr("Look at the call and correct what it sends."),
            ),
            "COMMAND_ID_ERROR": (
                self.tr("The portal does not know this command"),
                self.tr("Its number is wrong, or it was unregistered."),
                self.tr("Register the command again."),
            ),
            "LANG_ERROR": (
                self.tr("The command has no title"),
                self.tr("A title in at least one language is needed."),
                self.tr("Look at the call and correct what it sends."),
            ),
        }
