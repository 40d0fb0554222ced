"""The words for our own failures: the outbox, keys, the program itself. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.act_words import ActErrors
from app.ui.customer_words import CustomerErrors
from app.ui.journal_words import JournalErrors
from app.ui.level_words import LevelErrors
from app.ui.linked.error_words import LinkedErrors
from app.ui.outbox_words import OutboxErrors
from app.ui.quick.words import QuickErrors
from app.ui.sign_in_words import Words
from app.ui.view_words import ViewErrors


class OwnErrors(QObject):
    """What goes wrong on this machine, without any portal."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        groups = [
            self._lines,
            ActErrors().table,
            JournalErrors().table,
            CustomerErrors().table,
            LevelErrors().table,
            LinkedErrors().table,
            OutboxErrors().table,
            QuickErrors().table,
            ViewErrors().table,
            self._outbox,
            self._keychain,
        ]
        groups += [self._passphrase, self._sealed, self._doctor, self._own]
        return {code: words for group in groups for code, words in group().items()}

    def _outbox(self) -> dict[str, Words]:
        return {
            "NO_CHAT_YET": (
                self.tr("The portal has no chat for this dialog yet"),
                self.tr("It is made by the first message that arrives."),
                self.tr("Wait until the message is sent, then try again."),
            ),
            "UNKNOWN_OUTCOME": (
                self.tr("No answer came: it may have been done"),
                self.tr("The connection was lost while the portal worked on it."),
                self.tr("Look in the portal whether it arrived, before you repeat it."),
            ),
            "NOT_WORKING": (
                self.tr("The connector is not working yet"),
                self.tr(
                    "The portal took every call, but its status says not configured or in error."
                ),
                self.tr("Look at the status, then try this step again."),
            ),
            "NO_CUSTOMER": (
                self.tr("Nobody has said who the customer of this dialog is"),
                self.tr("It began at the portal."),
                self.tr("Say who the customer is, then write."),
            ),
            "NO_DIALOG": (self.tr("This dialog is no longer there"), "", ""),
            "NOTHING_TO_RETRY": (self.tr("There is nothing to send again"), "", ""),
            "NOT_DELIVERABLE": (self.tr("This message needs no acknowledgement"), "", ""),
            "NOT_EDITABLE": (
                self.tr("This message cannot be changed now"),
                self.tr("Only sent messages of the customer can be changed."),
                "",
            ),
            "EMPTY_TEXT": (self.tr("The message is empty"), "", self.tr("Write something.")),
        }

    def _keychain(self) -> dict[str, Words]:
        untouched = self.tr("The sign-in is as good as before; nothing was sent or lost.")
        return {
            "KEYCHAIN_MISSING": (
                self.tr("There is no keychain on this machine"),
                self.tr("No service keeps passwords here, or only one that writes them plainly."),
                self.tr("Choose a file with a passphrase, or keep the keys until you quit."),
            ),
            "KEYCHAIN_LOCKED": (
                self.tr("The keychain is locked"),
                untouched,
                self.tr("Unlock the keychain of this machine, then try again."),
            ),
            "KEYCHAIN_WAITING": (
                self.tr("The keychain waits for you"),
                self.tr("Somewhere on the screen a window asks for the keychain's password."),
                self.tr("Answer it, then try again."),
            ),
            "KEYCHAIN_SLOW": (
                self.tr("The keychain does not answer"),
                untouched,
                self.tr("Wait a little and try again, or choose another place for the keys."),
            ),
            "KEYCHAIN_REFUSED": (
                self.tr("The keychain refused"),
                untouched,
                self.tr("Look into the keychain, or choose another place for the keys."),
            ),
            "REFRESH_BUSY": (
                self.tr("Another window renews the sign-in and does not finish"),
                self.tr("Two copies of this program use this portal; only one may renew."),
                self.tr("Wait a little. If it stays, close the other window."),
            ),
            "SIGNED_OUT_ELSEWHERE": (
                self.tr("Another window has signed out"),
                self.tr("The keys of this portal were taken out of where they are kept."),
                self.tr("Sign in again."),
            ),
        }

    def _passphrase(self) -> dict[str, Words]:
        return {
            "WRONG_PASSPHRASE": (
                self.tr("This is not the passphrase"),
                self.tr("The file with the keys is in order, but does not open with it."),
                self.tr("Check the keyboard's language and Caps Lock, then type it again."),
            ),
            "PASSPHRASE_EMPTY": (self.tr("The passphrase is empty"), "", self.tr("Type one.")),
            "VAULT_RESEALED": (
                self.tr("The passphrase was changed in another window"),
                self.tr("This one knows only the old passphrase; nothing was lost."),
                self.tr("Open the file with the new passphrase."),
            ),
            "VAULT_LOCKED": (
                self.tr("The file with the keys is closed"),
                self.tr("It opens with its passphrase only."),
                self.tr("Type the passphrase."),
            ),
        }

    def _sealed(self) -> dict[str, Words]:
        return {
            "VAULT_GONE": (
                self.tr("The file with the keys is not there"),
                self.tr("It was moved or deleted."),
                self.tr("Put it back, or choose again where the keys are kept and sign in."),
            ),
            "VAULT_EXISTS": (
                self.tr("There is a file with keys already"),
                self.tr("It was left as it is."),
                self.tr("Open it with its passphrase, or give up what it holds."),
            ),
            "VAULT_DAMAGED": (
                self.tr("The file with the keys is damaged"),
                self.tr("Something has changed it; no key was read from it."),
                self.tr("Put a good copy in its place, or begin a new file and sign in again."),
            ),
            "VAULT_NEWER": (
                self.tr("The file with the keys was written by a newer version"),
                self.tr("It was left as it is."),
                self.tr("Use the newer version of this program."),
            ),
            "VAULT_BUSY": (
                self.tr("Another program holds the file with the keys"),
                self.tr("Nothing was changed in it."),
                self.tr("Close other copies of this program, then try again."),
            ),
            "VAULT_REFUSED": (
                self.tr("The file with the keys cannot be read or written"),
                self.tr("The system does not allow it, or the disk is full."),
                self.tr("Check the disk and the rights of the folder, then try again."),
            ),
            "VAULT_LEFTOVER": (
                self.tr("A copy of the keys is left where they were"),
                self.tr("They have moved and are used from the new place; the old one stays full."),
                self.tr("Remove “openline-console” from the keychain, or delete secrets.sealed."),
            ),
            "VAULT_UNCHOSEN": (
                self.tr("Nobody has chosen where keys are kept"),
                self.tr("There is no keychain that works, and nothing is kept without asking."),
                self.tr("Choose a file with a passphrase, or keep the keys until you quit."),
            ),
        }

    def _lines(self) -> dict[str, Words]:
        return {
            "LINE_LIMIT": (
                self.tr("The portal did not make the line"),
                self.tr(
                    "It answers only “no”: the plan allows no more open lines, or you may not add "
                    "any."
                ),
                self.tr("Delete a line that is not needed, or ask an administrator."),
            ),
            "LINE_GONE": (
                self.tr("This open line is no longer there"),
                self.tr("It was deleted in the portal."),
                "",
            ),
            "LINE_UNSEEN": (
                self.tr("The line was made, but you may not see it"),
                self.tr("The portal shows you only lines in whose queue you stand."),
                self.tr("Ask an administrator to add you."),
            ),
        }

    def _doctor(self) -> dict[str, Words]:
        return {
            "NO_REMEDY": (
                self.tr("No call of this program can mend that"),
                self.tr("Nothing was changed."),
                "",
            ),
            "NOTHING_WRITTEN": (
                self.tr("This program does not know what the channel should be called"),
                self.tr("It never wrote channel data of this connector, and cannot read it."),
                self.tr("Write it on the connector's Lines tab."),
            ),
            "NOTHING_REGISTERED": (
                self.tr("This program does not know how the connector was registered"),
                self.tr("It was registered elsewhere, and the portal does not tell how."),
                self.tr("Register it on the connector's Registration tab."),
            ),
            "QUEUE_UNKNOWN": (
                self.tr("The portal does not tell who stands in the queue"),
                self.tr(
                    "The queue can only be written as a whole, so others could fall out of it."
                ),
                self.tr("Add yourself to the line's queue in the portal."),
            ),
            "LINE_NOT_CHANGED": (
                self.tr("The portal did not change the line"),
                self.tr("It answers only “no”."),
                self.tr("Ask an administrator, or change it in the portal."),
            ),
        }

    def _own(self) -> dict[str, Words]:
        return {
            "NO_CODE": (
                self.tr("The portal refused the call without a reason"),
                self.tr("It sent an error with an empty code."),
                self.tr("Look at the call."),
            ),
            "UNKNOWN_CODE": (
                self.tr("The portal refused the request"),
                self.tr("It gave no reason."),
                "",
            ),
            "FILE_NO_ROOM": (
                self.tr("The disk is full"),
                self.tr("The file could not be written."),
                self.tr("Make room on the disk, then try again."),
            ),
            "FILE_NOT_THERE": (
                self.tr("The file or its folder does not exist"),
                self.tr("It was moved or deleted, or its name is misspelt."),
                self.tr("Choose another place, then try again."),
            ),
            "FILE_REFUSED": (
                self.tr("A file could not be read or written"),
                self.tr("The system does not allow it."),
                self.tr("Check the file and the rights of its folder, then try again."),
            ),
            "OWN_MISTAKE": (
                self.tr("Something went wrong in this program"),
                self.tr("What you typed is still here. The log holds the details."),
                self.tr("Try again. If it comes back, report it with the log."),
            ),
            "OWN_NEW_ADDRESS": (
                self.tr("The portal has a new address"),
                self.tr(
                    "The authorisation server vouches that it is the same portal. Everything goes "
                    "on there, and what was received before stays with it."
                ),
                "",
            ),
        }
