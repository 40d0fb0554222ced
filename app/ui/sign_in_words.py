"""The words for what goes wrong on the way to a portal and at the sign-in. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from typing import TypeAlias

from PySide6.QtCore import QObject

Words: TypeAlias = tuple[str, str, str]


class SignInErrors(QObject):
    """Network, listener, address, pasted text, keys, and a sign-in that has ended."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = [self._network, self._listener, self._address, self._pasted]
        groups += [self._keys, self._expired, self._opening]
        return {code: words for group in groups for code, words in group().items()}

    def _network(self) -> dict[str, Words]:
        return {
            "UNREACHABLE_DNS": (
                self.tr("The portal's name is not known to the network"),
                self.tr("No address was found for this name."),
                self.tr("Check the spelling of the address and the network of this machine."),
            ),
            "UNREACHABLE_REFUSED": (
                self.tr("Nothing answers at this address"),
                self.tr("The machine was reached, but it refused the connection."),
                self.tr("Check the address and the port, and whether the portal is running."),
            ),
            "UNREACHABLE_TIMEOUT": (
                self.tr("The portal does not answer"),
                self.tr("No answer came in time. The request may have arrived all the same."),
                self.tr("Check before you repeat it."),
            ),
            "UNREACHABLE_TLS": (
                self.tr("The secure connection failed"),
                self.tr("The portal's certificate is not trusted here, or a proxy stands between."),
                self.tr(
                    "Check the clock of this machine and the address. An authority of your own is "
                    "named in the settings of the network."
                ),
            ),
            "UNREACHABLE_CUT": (
                self.tr("The connection broke in the middle"),
                self.tr("The answer did not arrive whole. The request may have been carried out."),
                self.tr("Check before you repeat it."),
            ),
            "UNREACHABLE_OTHER": (
                self.tr("The portal cannot be reached"),
                self.tr("The connection failed before an answer came."),
                self.tr("Check the network, the proxy and the address."),
            ),
        }

    def _listener(self) -> dict[str, Words]:
        return {
            "LISTENER_BUSY": (
                self.tr("The answer of the browser cannot be caught here"),
                self.tr("Another program uses the port of the redirect address."),
                self.tr("Close that program, or paste the address that the browser ended on."),
            ),
            "LISTENER_NOT_LOOPBACK": (
                self.tr("The redirect address does not lead to this machine"),
                self.tr("The browser will end on another page."),
                self.tr("Paste the whole address of that page below."),
            ),
        }

    def _address(self) -> dict[str, Words]:
        return {
            "ADDRESS_EMPTY": (self.tr("Enter the portal's address"), "", ""),
            "ADDRESS_NOT_AN_ADDRESS": (
                self.tr("This is not the address of a portal"),
                self.tr("An address looks like acme.bitrix24.com."),
                self.tr("Copy it from the browser's address bar."),
            ),
            "ADDRESS_WEBHOOK": (
                self.tr("This is an inbound webhook, not a portal address"),
                self.tr("Connector methods refuse webhooks with WRONG_AUTH_TYPE."),
                self.tr("The webhook is a secret: it was hidden and is not saved."),
            ),
            "ADDRESS_HTTP_NOT_ALLOWED": (
                self.tr("The portal must be reached over https"),
                self.tr("Over plain http the keys could be read on the way."),
                self.tr("Begin the address with https."),
            ),
            "ADDRESS_CREDENTIALS": (
                self.tr("The address carries a name or a password"),
                self.tr("They were hidden and are not saved."),
                self.tr("Enter the address alone, for example acme.bitrix24.com."),
            ),
            "NOT_A_PORTAL": (
                self.tr("No Bitrix24 portal answers at this address"),
                self.tr("Something answered, but not as a portal does."),
                self.tr("Check the address. It looks like acme.bitrix24.com."),
            ),
            "ADDRESS_CUT": (
                self.tr("The connection was cut before anything was answered"),
                self.tr("The server may speak https only, or something else than a portal."),
                self.tr("Check the address and the port, or write https:// before the address."),
            ),
        }

    def _pasted(self) -> dict[str, Words]:
        return {
            "PASTE_EMPTY": (self.tr("Paste the whole address that the browser ended on"), "", ""),
            "PASTE_NOT_AN_ADDRESS": (
                self.tr("This is not an address"),
                self.tr("The address begins with the redirect address and has code= in it."),
                self.tr("Copy the whole content of the browser's address bar."),
            ),
            "PASTE_WEBHOOK": (
                self.tr("This is an inbound webhook, not the answer of the sign-in page"),
                self.tr(
                    "Connector methods refuse webhooks with WRONG_AUTH_TYPE. Paste the address "
                    "that begins with the redirect address and has code= in it."
                ),
                self.tr("The webhook is a secret: it was hidden and is not saved."),
            ),
            "PASTE_WRONG_STATE": (
                self.tr("This address belongs to another sign-in"),
                self.tr("Its state does not match the page that was opened from here."),
                self.tr("Open the page again and paste the address that it ends on."),
            ),
            "PASTE_NO_CODE": (
                self.tr("There is no code in this address"),
                self.tr("The sign-in page was not confirmed yet, or the address was cut."),
                self.tr("Press Allow in the browser, then copy the whole address."),
            ),
        }

    def _keys(self) -> dict[str, Words]:
        return {
            "INVALID_CLIENT": (
                self.tr("The client id or the client secret is wrong"),
                self.tr("Or the application is not installed in this portal."),
                self.tr("Copy both again from the application's card."),
            ),
            "WRONG_CLIENT": (
                self.tr("The sign-in belongs to other keys"),
                self.tr("The stored sign-in was given to another client id or secret."),
                self.tr("Check the keys and sign in again."),
            ),
            "INVALID_GRANT": (
                self.tr("The code or the stored sign-in is no longer valid"),
                self.tr("A code lives 30 seconds and works once."),
                self.tr("Open the page again and sign in once more."),
            ),
            "BAD_VERIFICATION_CODE": (
                self.tr("The code is wrong or too old"),
                self.tr("A code lives 30 seconds and works once."),
                self.tr("Open the page again."),
            ),
            "CODE_TOO_OLD": (
                self.tr("The code is too old"),
                self.tr("A code lives 30 seconds after Allow was pressed."),
                self.tr("Open the page again."),
            ),
            "UNTRUSTED_SERVER": (
                self.tr("The answer names an authorisation server that nobody vouched for"),
                self.tr("The client secret was not sent to it."),
                self.tr("Check the portal's address and open the page again."),
            ),
            "CLIENT_ID_EMPTY": (
                self.tr("Enter the application's client id"),
                self.tr("It begins with local. or app. and stands in the application's card."),
                "",
            ),
            "SECRET_EMPTY": (
                self.tr("Enter the application's client secret"),
                self.tr("The card calls it the application's key."),
                "",
            ),
            "NO_SECRET": (
                self.tr("The client secret is not kept on this machine"),
                "",
                self.tr("Copy it from the application's card."),
            ),
            "FOREIGN_PORTAL": (
                self.tr("Another portal answered"),
                self.tr("The browser was signed in to a portal that you did not name."),
                self.tr("Check the address, or sign in to the right portal in the browser."),
            ),
        }

    def _expired(self) -> dict[str, Words]:
        again = self.tr("Sign in again.")
        return {
            "EXPIRED_TOKEN": (
                self.tr("The sign-in has expired"),
                self.tr("The portal no longer accepts it, and renewing it did not help."),
                again,
            ),
            "INVALID_TOKEN": (
                self.tr("The portal does not know this sign-in"),
                self.tr("It was withdrawn, or it belongs to another portal."),
                again,
            ),
            "NO_AUTH_FOUND": (
                self.tr("The portal found no valid sign-in in the request"),
                self.tr("It was probably withdrawn."),
                again,
            ),
            "AUTHORIZATION_ERROR": (
                self.tr("The portal could not sign this user in"),
                self.tr("The user may have been dismissed or blocked."),
                self.tr("Sign in as another user."),
            ),
            "APPLICATION_NOT_FOUND": (
                self.tr("The application no longer exists in the portal"),
                self.tr("Somebody deleted it, and its connectors with it."),
                self.tr("Create it again and sign in with its new keys."),
            ),
            "SIGNED_OUT": (self.tr("You are signed out"), "", again),
            "SIGNED_OUT_HERE": (self.tr("You are signed out"), "", again),
            "NOT_SIGNED_IN": (self.tr("Nobody is signed in to this portal"), "", again),
            "NOT_STARTED": (self.tr("No sign-in has been started"), "", again),
        }

    def _opening(self) -> dict[str, Words]:
        return {
            "SANDBOX_FAILED": (
                self.tr("The sandbox portal did not start"),
                self.tr("It is a program of its own on this machine and ended at once."),
                self.tr("Try again. The log holds the details."),
            ),
            "NO_SUCH_PROFILE": (
                self.tr("There is no portal of this name"),
                self.tr("Nobody has signed in to it with this data folder."),
                self.tr("Sign in to the portal, or leave the name away to open the last one."),
            ),
            "PORTAL_IN_USE": (
                self.tr("The portal is open elsewhere and was not forgotten"),
                self.tr("A window or command on this machine still writes down what happens."),
                self.tr("Close it, then forget the portal. Nothing was removed."),
            ),
        }
