"""The words for what a portal answers to any call, and the whole table. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it. Codes of one
subject have a file of their own beside this one.
"""

from PySide6.QtCore import QObject

from app.ui.bot_words import BotErrors
from app.ui.chat_words import ChatErrors
from app.ui.connector_words import ConnectorErrors
from app.ui.credential_words import CredentialErrors
from app.ui.download_words import DownloadErrors
from app.ui.line_words import LineErrors
from app.ui.network_words import NetworkErrors
from app.ui.own_words import OwnErrors
from app.ui.sign_in_words import SignInErrors, Words


class Errors(QObject):
    """The whole table. It is asked rarely: made anew each time, it follows the language."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = [self._rights, self._plans, self._limits, self._portal]
        groups += [self._calls, self._forms]
        answers = {code: words for group in groups for code, words in group().items()}
        for subject in (ChatErrors, LineErrors, ConnectorErrors, CredentialErrors, SignInErrors):
            answers |= subject().table()
        ours = OwnErrors().table() | DownloadErrors().table() | BotErrors().table()
        return answers | NetworkErrors().table() | ours

    def scope_advice(self, scope: str) -> str:
        """Which permission is missing, where the call tells it."""
        text = self.tr("Tick {scope} in the application's card, then sign in again.")
        return text.format(scope=scope)

    def _rights(self) -> dict[str, Words]:
        ask = self.tr("Ask an administrator of the portal.")
        return {
            "INSUFFICIENT_SCOPE": (
                self.tr("The application lacks a permission"),
                self.tr("The needed scope is not ticked in the application's card."),
                self.tr("Doctor names the missing one. Tick it there, then sign in again."),
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
                self.tr(
                    "The vendor has set this block. Repeating makes it worse: nothing is called by "
                    "itself any more."
                ),
                self.tr("Wait, then press Poll now. If it stays, ask the vendor's support."),
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
                self.tr("It may have been done: look before you repeat it."),
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
        }

    def _forms(self) -> dict[str, Words]:
        look = self.tr("Look at the call and correct what it sends.")
        return {
            "WRONG_ENCODING": (
                self.tr("The text is not valid UTF-8"),
                self.tr("The portal reads nothing else."),
                look,
            ),
            "ERROR_BATCH_METHOD_NOT_ALLOWED": (
                self.tr("This method may not stand in a batch"),
                self.tr("Batches and file transfers do not run inside a batch."),
                self.tr("Call it on its own."),
            ),
            "ERROR_BATCH_LENGTH_EXCEEDED": (
                self.tr("A batch takes 50 commands at most"),
                self.tr("The portal has refused those beyond."),
                self.tr("Send less at once."),
            ),
            "ERROR_EVENT_NOT_FOUND": (
                self.tr("The portal does not know this event"),
                self.tr("Or the application lacks the permission for it."),
                self.tr("Tick imopenlines and imconnector in the application's card."),
            ),
            "ERROR_MANIFEST_IS_NOT_AVAILABLE": (
                self.tr("The portal has no manifest"),
                self.tr("It does not tell what it consists of."),
                self.tr("Nothing has to be done: everything else goes on."),
            ),
            "100": (
                self.tr("A value is missing or has the wrong form"),
                self.tr("The portal's words say which one."),
                look,
            ),
            "0": (
                self.tr("The portal refused the request"),
                self.tr("Its words say why."),
                look,
            ),
            "CODE_EMPTY": (
                self.tr("A value is missing or has the wrong form"),
                self.tr("The call does not name the feature."),
                look,
            ),
        }
