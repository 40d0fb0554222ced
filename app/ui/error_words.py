"""The words for what a portal answers to a call. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.credential_words import CredentialErrors
from app.ui.own_words import OwnErrors
from app.ui.sign_in_words import SignInErrors, Words


class Errors(QObject):
    """The whole table. It is asked rarely: made anew each time, it follows the language."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = [self._rights, self._plans, self._limits, self._portal]
        groups += [self._calls, self._register, self._messages, self._chats]
        answers = {code: words for group in groups for code, words in group().items()}
        return SignInErrors().table() | CredentialErrors().table() | OwnErrors().table() | answers

    def _rights(self) -> dict[str, Words]:
        ask = self.tr("Ask an administrator of the portal.")
        return {
            "INSUFFICIENT_SCOPE": (
                self.tr("The application lacks a permission"),
                self.tr("The needed scope is not ticked in the application's card."),
                self.tr("Tick imopenlines, imconnector, im and user there, then sign in again."),
            ),
            "INVALID_SCOPE": (
                self.tr("The application lacks a permission"),
                self.tr("More was asked for than the application's card allows."),
                self.tr("Correct the permissions in the application's card, then sign in again."),
            ),
            "ACCESS_DENIED": (
                self.tr("The portal denied access"),
                self.tr("The signed-in user has no right to do this."),
                ask,
            ),
            "USER_ACCESS_ERROR": (
                self.tr("This user may not use the application"),
                self.tr("The application's card names who may."),
                ask,
            ),
            "INVALID_CREDENTIALS": (
                self.tr("This user lacks the rights for the request"),
                self.tr("The portal knows the user but refuses the request."),
                ask,
            ),
            "WRONG_AUTH_TYPE": (
                self.tr("This method needs an application, not a webhook"),
                self.tr("Connector methods work only with an application's sign-in."),
                self.tr("Sign in with the client id and secret of an application."),
            ),
            "ALLOWED_ONLY_INTRANET_USER": (
                self.tr("Guests of the portal may not do this"),
                self.tr("The signed-in user is an extranet user."),
                self.tr("Sign in as an employee."),
            ),
            "METHOD_CONFIRM_WAITING": (
                self.tr("An administrator has to confirm this method first"),
                self.tr("The portal has asked its administrator and waits for the answer."),
                self.tr("Repeat it when the administrator has agreed."),
            ),
            "METHOD_CONFIRM_DENIED": (
                self.tr("An administrator has forbidden this method"),
                self.tr("The application may not call it in this portal."),
                ask,
            ),
        }

    def _plans(self) -> dict[str, Words]:
        plan = self.tr("Choose another plan for the portal, or go on without this.")
        return {
            "PLAN": (
                self.tr("The portal's plan does not include the REST API"),
                self.tr("It is available on commercial plans only."),
                plan,
            ),
            "WRONG_LICENSE": (
                self.tr("The portal's plan does not include this"),
                self.tr("Where there is a simpler way, this program takes it by itself."),
                plan,
            ),
            "PAYMENT_REQUIRED": (
                self.tr("The subscription or the trial period is over"),
                self.tr("The portal refuses the application until it is paid for."),
                self.tr("Renew the subscription."),
            ),
            "NOT_INSTALLED": (
                self.tr("The application is not completely installed"),
                self.tr("Until then the portal gives it neither methods nor events."),
                self.tr("Open the application in the portal once to finish the installation."),
            ),
            "ERROR_OAUTH": (
                self.tr("The application is not installed in this portal"),
                self.tr("It was removed, or its installation was never finished."),
                self.tr("Install it in the portal, then sign in again."),
            ),
            "PORTAL_DELETED": (
                self.tr("The portal was deleted or closed"),
                self.tr("It does not accept any calls."),
                self.tr("Check the address with the owner of the portal."),
            ),
        }

    def _limits(self) -> dict[str, Words]:
        waits = self.tr("Nothing has to be done: the program waits and goes on.")
        return {
            "QUERY_LIMIT_EXCEEDED": (
                self.tr("Too many requests"),
                self.tr("Programs behind the same address share the portal's limit."),
                waits,
            ),
            "OPERATION_TIME_LIMIT": (
                self.tr("This method has used up its time"),
                self.tr("The portal blocks it for some minutes; other methods go on."),
                waits,
            ),
            "OVERLOAD_LIMIT": (
                self.tr("The portal's REST API is blocked because of overload"),
                self.tr("The vendor has set this block. Repeating makes it worse."),
                self.tr("Wait, then try once. If it stays, ask the vendor's support."),
            ),
        }

    def _portal(self) -> dict[str, Words]:
        later = self.tr("Try again in a minute. What was not confirmed may have been done.")
        return {
            "INTERNAL_SERVER_ERROR": (
                self.tr("The portal failed while it worked on this"),
                self.tr("The mistake is on the portal's side."),
                later,
            ),
            "ERROR_UNEXPECTED_ANSWER": (
                self.tr("The portal got an unexpected answer inside"),
                self.tr("The mistake is on the portal's side."),
                later,
            ),
            "CONNECTION_ERROR": (
                self.tr("The portal cannot reach the authorisation server"),
                self.tr("It cannot check sign-ins at the moment."),
                later,
            ),
            "GARBLED": (
                self.tr("The answer cannot be read"),
                self.tr("Something other than the portal's data came back, for example a page."),
                self.tr("Look at the call. A proxy or a maintenance page may stand between."),
            ),
            "PORTAL_MOVED": (
                self.tr("The portal has moved to another address"),
                self.tr("Nobody vouched for the new address, so no keys were sent there."),
                self.tr("Check the new address and sign in there."),
            ),
            "INSECURE_ADDRESS": (
                self.tr("The portal named an address without https"),
                self.tr("The sign-in was not sent there."),
                self.tr("Ask the administrator to set up https."),
            ),
        }

    def _calls(self) -> dict[str, Words]:
        look = self.tr("Look at the call and correct what it sends.")
        return {
            "ERROR_METHOD_NOT_FOUND": (
                self.tr("The portal does not know this method"),
                self.tr("It is older, or a module is not installed."),
                self.tr("Update the portal, or go on without this."),
            ),
            "ERROR_ARGUMENT": (
                self.tr("A value is missing or has the wrong form"),
                self.tr("The portal's words say which one."),
                look,
            ),
            "ERROR_CORE": (
                self.tr("The portal refused the request"),
                self.tr("Its words say why."),
                look,
            ),
            "INVALID_REQUEST": (
                self.tr("The request was refused as malformed"),
                self.tr("The portal's words say why; often https is required."),
                look,
            ),
            "WRONG_ENCODING": (self.tr("The text is not valid UTF-8"), "", look),
            "ERROR_BATCH_METHOD_NOT_ALLOWED": (
                self.tr("This method may not stand in a batch"),
                "",
                self.tr("Call it on its own."),
            ),
            "ERROR_BATCH_LENGTH_EXCEEDED": (
                self.tr("A batch takes 50 commands at most"),
                "",
                self.tr("Send less at once."),
            ),
            "ERROR_EVENT_NOT_FOUND": (
                self.tr("The portal does not know this event"),
                self.tr("Or the application lacks the permission for it."),
                self.tr("Tick imopenlines and imconnector in the application's card."),
            ),
            "ERROR_MANIFEST_IS_NOT_AVAILABLE": (self.tr("The portal has no manifest"), "", ""),
        }

    def _register(self) -> dict[str, Words]:
        form = self.tr("Correct the field and register again.")
        return {
            "APPLICATION_REGISTRATION_ERROR_POINT": (
                self.tr("A dot is not allowed in the connector's id"),
                self.tr("Lower-case letters, digits and _ are safe."),
                form,
            ),
            "CONNECTOR_ID_REQUIRED": (self.tr("The connector's id is missing"), "", form),
            "NAME_REQUIRED": (self.tr("The connector's name is missing"), "", form),
            "ICON_REQUIRED": (self.tr("The connector's icon is missing"), "", form),
            "NO_PLACEMENT_HANDLER": (self.tr("The handler page is missing"), "", form),
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
        }

    def _chats(self) -> dict[str, Words]:
        return {
            "CHAT_RENAMING_FAILED": (
                self.tr("The chat could not be renamed"),
                self.tr("The dialog has no open session."),
                self.tr("Write a message first, then rename the chat."),
            ),
            "ERROR_USER_NOT_OPERATOR": (
                self.tr("You are not an operator of this line"),
                self.tr("Only an operator in the line's queue can do this."),
                self.tr("Ask an administrator to add you to the line's queue."),
            ),
            "OPERATOR_WRONG": (
                self.tr("The dialog belongs to another operator"),
                self.tr("Only the operator who answers it can do this."),
                self.tr("Take the dialog over in the portal first."),
            ),
            "WRONG_CHAT": (self.tr("This is not a chat of an open line"), "", ""),
            "CHAT_ID": (self.tr("The portal does not know this chat"), "", ""),
            "CHAT_ID_EMPTY": (self.tr("The portal does not know this chat"), "", ""),
            "MESSAGE_ID": (self.tr("The portal does not know this message"), "", ""),
            "MESSAGE_EMPTY": (self.tr("The message is empty"), "", self.tr("Write something.")),
            "NOT_FOUND": (self.tr("The portal did not find it"), "", ""),
            "CANT_EDIT_MESSAGE": (
                self.tr("This message cannot be changed any more"),
                self.tr("The portal allows changes for some days, and to the author only."),
                "",
            ),
        }
