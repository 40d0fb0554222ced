"""The words for messages whose outcome is unknown, that were refused, or that leave together.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class OutboxErrors(QObject):
    """What the outbox could not find out or do."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return self._doubt() | self._held()

    def _doubt(self) -> dict[str, Words]:
        return {
            "CHAT_NOT_FOUND": (
                self.tr("The portal's chat cannot be found, so nobody knows whether it arrived"),
                self.tr("No answer ever told the chat's number, and its key leads nowhere."),
                self.tr("Look in the portal, then confirm that it arrived or send it again."),
            ),
            "CHAT_UNREADABLE": (
                self.tr("The portal's chat cannot be read, so nobody knows whether it arrived"),
                self.tr("Most likely the signed-in user does not belong to this chat."),
                self.tr("Look in the portal, or take the dialog and press Check."),
            ),
            "CHAT_TOO_LONG": (
                self.tr("The portal's chat could not be read far enough back"),
                self.tr("Too much was written since, or another session began."),
                self.tr("Look in the portal, then confirm that it arrived or send it again."),
            ),
            "CHAT_AMBIGUOUS": (
                self.tr("The portal's chat does not tell whether it arrived"),
                self.tr("Something that nobody here knows was written there at that time."),
                self.tr("Look in the portal, then confirm that it arrived or send it again."),
            ),
            "UNDER_WAY": (
                self.tr("The call may still be under way at the portal"),
                self.tr("No answer came, and the portal's chat does not hold the message yet."),
                self.tr("Wait: it is looked for, and sent again only when it can no longer come."),
            ),
            "NEVER_ARRIVED": (
                self.tr("It was sent several times and never arrived"),
                self.tr("No call was answered, and the portal's chat does not hold it."),
                self.tr("See whether the portal is well, then retry."),
            ),
        }

    def _held(self) -> dict[str, Words]:
        return {
            "WAITS_FOR_EARLIER": (
                self.tr("Waits until it is known whether an earlier message arrived"),
                self.tr("The messages of a dialog keep their order."),
                self.tr("Check, confirm or discard the message above that got no answer."),
            ),
            "TOO_LATE": (
                self.tr("The reply has left already: it cannot be taken back any more"),
                "",
                self.tr("Where the portal allows it, change or delete your message there."),
            ),
            "ITEM_UNREADABLE": (
                self.tr("The edited request cannot be sent"),
                self.tr("It is no JSON, or nested too deeply. Nothing was sent."),
                self.tr("Discard it and write it again."),
            ),
            "CALL_FAILED": (
                self.tr("The program made a mistake over this call"),
                self.tr("Other messages are not held up by it."),
                self.tr("Look in the portal whether it was done, then retry or discard it."),
            ),
            "NOT_DELIVERED": (
                self.tr("Said not to have been delivered"),
                self.tr("Deliveries are set to fail here, and the operator was told."),
                self.tr("Retry tells the portal that it was delivered after all."),
            ),
            "BUNDLE_SIZE": (
                self.tr("One call takes up to 50 messages"),
                "",
                self.tr("Send them in several calls."),
            ),
            "BUNDLE_MIXED": (
                self.tr("One call goes to one connector and one line"),
                "",
                self.tr("Choose customers of the same line."),
            ),
        }
