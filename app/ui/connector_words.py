"""The words for what a portal answers about connectors and handlers. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class ConnectorErrors(QObject):
    """Codes of `imconnector.*`, `event.*` and `placement.*`."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = (self._register, self._messages, self._handlers)
        return {code: words for group in groups for code, words in group().items()}

    def _register(self) -> dict[str, Words]:
        form = self.tr("Correct the field and register again.")
        return {
            "APPLICATION_REGISTRATION_ERROR_POINT": (
                self.tr("A dot is not allowed in the connector's id"),
                self.tr("Lower-case letters, digits and _ are safe."),
                form,
            ),
            "CONNECTOR_ID_REQUIRED": (
                self.tr("The connector's id is missing"),
                self.tr("Every connector needs one; it cannot be changed later."),
                form,
            ),
            "NAME_REQUIRED": (
                self.tr("The connector's name is missing"),
                self.tr("Operators see it beside every dialog."),
                form,
            ),
            "ICON_REQUIRED": (
                self.tr("The connector's icon is missing"),
                self.tr("The contact center shows it on the connector's tile."),
                form,
            ),
            "NO_PLACEMENT_HANDLER": (
                self.tr("The handler page is missing"),
                self.tr("The portal opens it when somebody sets the connector up."),
                form,
            ),
            "NO_APPLICATION_ID": (
                self.tr("The portal finds no application for this sign-in"),
                self.tr("It was probably removed from the portal."),
                self.tr("Install the application, then sign in again."),
            ),
            "APPLICATION_REGISTRATION_ERROR": (
                self.tr("The portal could not save the connector"),
                self.tr("A value may be too long or of the wrong kind."),
                form,
            ),
            "GENERAL_CONNECTOR_REGISTRATION_ERROR": (
                self.tr("The portal refused the registration"),
                self.tr("It does not say which value it dislikes."),
                form,
            ),
            "APPLICATION_UNREGISTRATION_ERROR": (
                self.tr("The connector could not be unregistered"),
                self.tr("The id was empty, or the portal could not delete it."),
                self.tr("Refresh the list and look whether it is still there."),
            ),
        }

    def _messages(self) -> dict[str, Words]:
        return {
            "NOT_ACTIVE_LINE": (
                self.tr("The line refuses messages"),
                self.tr("The connector is not active on it, or its error flag is set."),
                self.tr("Activate the connector on this line again."),
            ),
            "IMCONNECTOR_NO_CORRECT_PROVIDER": (
                self.tr("The portal does not know this connector"),
                self.tr("It was unregistered, or its id is spelled differently."),
                self.tr("Register the connector, then activate it on the line."),
            ),
            "IMCONNECTOR_NOT_SPECIFIED_CORRECT_CONNECTOR": (
                self.tr("The portal does not know this connector"),
                self.tr("It is not registered any more."),
                self.tr("Register the connector, then activate it on the line."),
            ),
            "IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND": (
                self.tr("The portal lost its own command on the way"),
                self.tr("The mistake is on the portal's side."),
                self.tr("Try again. If it stays, ask the vendor's support."),
            ),
            "IMCONNECTOR_COULD_NOT_GET_PROVIDER_OBJECT": (
                self.tr("The portal could not start the connector"),
                self.tr("The mistake is on the portal's side."),
                self.tr("Try again. If it stays, ask the vendor's support."),
            ),
            "IMCONNECTOR_NOT_ALL_THE_REQUIRED_DATA": (
                self.tr("The portal did not take the message"),
                self.tr("It has neither text nor files, or the customer or chat is empty."),
                self.tr("Complete the message and send it again."),
            ),
            "MESSAGE_REFUSED": (
                self.tr("The portal did not take the message"),
                self.tr("The call as a whole succeeded, this message did not."),
                self.tr("Read the portal's words, correct the message and send it again."),
            ),
            "CONNECTOR_PROXY_NO_ADD_USER": (
                self.tr("The portal could not create the customer"),
                self.tr("A name, a phone number or an address may be unacceptable."),
                self.tr("Correct the customer's data and send again."),
            ),
            "CONNECTOR_PROXY_NO_USER_IM": (
                self.tr("The portal does not let this customer write"),
                self.tr("The customer is not allowed in the messenger."),
                self.tr("Ask an administrator of the portal."),
            ),
            "CHAT_RENAMING_FAILED": (
                self.tr("The chat could not be renamed"),
                self.tr("The dialog has no open session."),
                self.tr("Write a message first, then rename the chat."),
            ),
        }

    def _handlers(self) -> dict[str, Words]:
        address = self.tr("Correct the address of the handler and try again.")
        return {
            "ERROR_WRONG_HANDLER_URL": (
                self.tr("The portal does not accept the handler's address"),
                self.tr("It is no address that the portal could open."),
                address,
            ),
            "ERROR_UNSUPPORTED_PROTOCOL": (
                self.tr("The portal does not accept the handler's address"),
                self.tr("It begins with something other than https:// or http://."),
                address,
            ),
            "EMPTY_ERROR_HANDLER_URL": (
                self.tr("The portal does not accept the handler's address"),
                self.tr("It is empty."),
                address,
            ),
            "ERROR_PLACEMENT_NOT_FOUND": (
                self.tr("The portal does not know this placement"),
                self.tr("Or the application lacks the permission for it."),
                self.tr("Tick contact_center and placement in the application's card."),
            ),
            "ERROR_PLACEMENT_MAX_COUNT": (
                self.tr("This placement takes no more handlers"),
                self.tr("The application has as many here as the portal allows."),
                self.tr("Take one of them away, then bind again."),
            ),
            "ERROR_PLACEMENT_USER_MODE": (
                self.tr("This placement cannot be bound for one user"),
                self.tr("It is the same for everybody in the portal."),
                self.tr("Bind it without a user."),
            ),
        }
