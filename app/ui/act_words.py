"""The words for acts on dialogs: their names, why one is not possible, how one is undone.

Knows only words. Each code stands for three texts: what is so, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.domain.acts import Act
from app.ui.sign_in_words import Words


class ActErrors(QObject):
    """Why an act is not legal now."""

    def table(self) -> dict[str, Words]:
        """Every code with its words."""
        return {
            "ACT_CLOSED": (
                self.tr("The session is closed"),
                self.tr("A message of the customer opens a new one."),
                self.tr("To speak first, start a session."),
            ),
            "ACT_OPEN": (
                self.tr("A session is open"),
                self.tr("Starting another one would end it."),
                self.tr("Answer it, or finish it first."),
            ),
            "ACT_YOURS": (
                self.tr("You have this dialog already"),
                self.tr("This is for dialogs of others."),
                "",
            ),
            "ACT_TAKEN": (
                self.tr("Another operator has this dialog"),
                self.tr("Answering is for dialogs that nobody has."),
                self.tr("Intercept takes it over; Join lets you sit in."),
            ),
            "ACT_OTHERS": (
                self.tr("Another operator has this dialog"),
                self.tr("Only he can do this."),
                self.tr("Intercept it first, or use the act for dialogs of others."),
            ),
            "ACT_NOBODYS": (
                self.tr("Nobody has this dialog"),
                self.tr("There is nobody to take it from."),
                self.tr("Answer takes it."),
            ),
            "ACT_ANSWER_FIRST": (
                self.tr("Nobody has this dialog"),
                self.tr("Only its operator can finish it."),
                self.tr("Answer it first."),
            ),
            "ACT_TOO_LATE": (
                self.tr("Another operator was faster"),
                self.tr("The portal refused with an empty code. It says who has the dialog now."),
                self.tr("Leave it to that colleague, or intercept it."),
            ),
            "ACT_NOT_NOTED": (
                self.tr("Done at the portal, but not written down"),
                self.tr("The journal on this computer does not know all that became of it."),
                self.tr("Make room on the disk. Do not repeat the act before you have looked."),
            ),
            **self._modes(),
        }

    def _modes(self) -> dict[str, Words]:
        return {
            "ACT_PINNED": (self.tr("The dialog is pinned already"), "", ""),
            "ACT_NOT_PINNED": (self.tr("The dialog is not pinned"), "", ""),
            "ACT_SILENT": (self.tr("Silent mode is on already"), "", ""),
            "ACT_NOT_SILENT": (self.tr("Silent mode is off"), "", ""),
            "ACT_INSIDE": (self.tr("You are in this chat"), "", ""),
            "ACT_NO_SESSION": (
                self.tr("No session of this dialog is known"),
                self.tr("Only a session can be rated."),
                "",
            ),
            "ACT_NO_VOTE": (
                self.tr("You may not rate this session"),
                self.tr("The portal leaves that to the supervisors of the line."),
                self.tr("Ask an administrator of the portal."),
            ),
        }


class ActWords(QObject):
    """What an act is called, and how it is undone."""

    def name(self, act: Act) -> str:
        """A verb, as on a button."""
        return {
            Act.ANSWER: self.tr("Answer"),
            Act.JOIN: self.tr("Join"),
            Act.INTERCEPT: self.tr("Intercept…"),
            Act.TRANSFER: self.tr("Transfer…"),
            Act.SKIP: self.tr("Skip"),
            Act.FINISH: self.tr("Finish"),
            Act.FINISH_ANOTHER: self.tr("Finish another's…"),
            Act.SPAM: self.tr("Mark as spam…"),
            Act.START: self.tr("Start a session"),
            Act.PIN: self.tr("Pin"),
            Act.UNPIN: self.tr("Unpin"),
            Act.SILENT: self.tr("Silent mode on (deprecated)"),
            Act.LOUD: self.tr("Silent mode off (deprecated)"),
            Act.VOTE: self.tr("Rate and comment…"),
        }[act]

    def effect(self, act: Act) -> str:
        """What it does, in a sentence."""
        return {
            Act.ANSWER: self.tr("Take this dialog"),
            Act.JOIN: self.tr("Sit in this dialog beside its operator"),
            Act.INTERCEPT: self.tr("Take this dialog from its operator"),
            Act.TRANSFER: self.tr("Hand this dialog to a colleague or to a line"),
            Act.SKIP: self.tr("Pass this dialog to the next in the queue"),
            Act.FINISH: self.tr("Close this dialog"),
            Act.FINISH_ANOTHER: self.tr("Close a dialog that somebody else has"),
            Act.SPAM: self.tr("Mark this dialog as spam and close it"),
            Act.START: self.tr("Open a new session with you as its operator"),
            Act.PIN: self.tr("Keep this dialog open; the clock does not close it"),
            Act.UNPIN: self.tr("Let the clock close this dialog again"),
            Act.SILENT: self.tr("Operators' messages stay hidden from the customer"),
            Act.LOUD: self.tr("Operators' messages go to the customer again"),
            Act.VOTE: self.tr("Rate the operator's work from 1 to 5, with a comment"),
        }[act]

    def noun(self, act: str) -> str:
        """What was asked for, for the log; "" for no act of ours."""
        if act not in set(Act):
            return ""
        return {
            Act.ANSWER: self.tr("Answering"),
            Act.JOIN: self.tr("Joining"),
            Act.INTERCEPT: self.tr("Interception"),
            Act.TRANSFER: self.tr("Transfer"),
            Act.SKIP: self.tr("Skipping"),
            Act.FINISH: self.tr("Finishing"),
            Act.FINISH_ANOTHER: self.tr("Finishing another's"),
            Act.SPAM: self.tr("Mark of spam"),
            Act.START: self.tr("New session"),
            Act.PIN: self.tr("Pinning"),
            Act.UNPIN: self.tr("Unpinning"),
            Act.SILENT: self.tr("Silent mode on"),
            Act.LOUD: self.tr("Silent mode off"),
            Act.VOTE: self.tr("Rating"),
        }[Act(act)]

    def undo(self, act: str, before: str, result: str) -> str:
        """How it can be undone; "" where nothing was done or nothing is known."""
        if result or act not in set(Act):
            return ""
        back = self.tr("Transfer it back to {name}").format(name=before) if before else ""
        again = self.tr("Start a session, or wait for the customer's next message")
        return {
            Act.ANSWER: self.tr("Skip passes it to the next in the queue"),
            Act.JOIN: self.tr("Leave the chat in the portal"),
            Act.INTERCEPT: back or self.tr("Transfer it back"),
            Act.TRANSFER: self.tr("Intercept takes it back"),
            Act.SKIP: self.tr("Answer takes it back"),
            Act.FINISH: again,
            Act.FINISH_ANOTHER: again,
            Act.SPAM: self.tr("The customer's next message opens a new session"),
            Act.START: self.tr("Finish closes it"),
            Act.PIN: self.tr("Unpin"),
            Act.UNPIN: self.tr("Pin"),
            Act.SILENT: self.tr("Switch silent mode off"),
            Act.LOUD: self.tr("Switch silent mode on"),
            Act.VOTE: self.tr("Rate again: the newest rating counts"),
        }[Act(act)]
