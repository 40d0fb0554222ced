"""Words for events, for what they are good for, and for what is thought of a subscription."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.binding import Judged, Verdict
from app.domain.handler_address import Likeness

#: How the vendor's pages spell what the portal answers in upper case.
SPELLED = {
    name.upper(): name
    for name in (
        *("OnImConnectorMessageAdd", "OnImConnectorMessageUpdate", "OnImConnectorMessageDelete"),
        *("OnImConnectorDialogStart", "OnImConnectorDialogFinish", "OnImConnectorStatusDelete"),
        *("OnImConnectorLineDelete", "OnOpenLineMessageAdd", "OnOpenLineMessageUpdate"),
        *("OnOpenLineMessageDelete", "OnSessionStart", "OnSessionFinish", "OnOfflineEvent"),
        *("OnAppInstall", "OnAppUpdate", "OnAppUninstall", "OnAppPayment", "OnAppTest"),
    )
}
_SIGNS = {
    Verdict.NEEDED: ("check", "success"),
    Verdict.OWN: ("check", "success"),
    Verdict.UNKNOWN: ("question", "warning"),
    Verdict.OTHER_USER: ("user", "warning"),
    Verdict.OTHER_QUEUE: ("info", "warning"),
    Verdict.STALE: ("warn", "warning"),
}


class Said(NamedTuple):
    """A verdict: a word, its sign and colour, and the whole sentence."""

    word: str
    icon: str
    token: str
    sentence: str


class BindingWords(QObject):
    """Made anew when it is asked: it follows the language."""

    def happening(self, name: str) -> str:
        """What happens, in a few words; the vendor's name where we have none."""
        return self._events().get(name, (SPELLED.get(name, name), ""))[0]

    def purpose(self, name: str) -> str:
        """What it is good for."""
        other = self.tr("This console does nothing with it.")
        return self._events().get(name, ("", other))[1]

    def kind(self, *, offline: bool, queue: str = "") -> str:
        """The way an event takes."""
        if not offline:
            return self.tr("Online")
        return self.tr("Queue {name}").format(name=queue) if queue else self.tr("Offline queue")

    def verdict(self, judged: Judged) -> Said:
        """What is thought of it."""
        word, sentence = self._verdicts(judged)[judged.verdict]
        icon, token = _SIGNS.get(judged.verdict, ("alert", "danger"))
        return Said(word, icon, token, sentence)

    def alike(self, likeness: frozenset[Likeness]) -> str:
        """In what two addresses differ."""
        words = {
            Likeness.SLASH: self.tr("a slash at the end"),
            Likeness.SPELLING: self.tr("upper and lower case"),
            Likeness.PORT: self.tr("the usual port, written or not"),
            Likeness.SCHEME: self.tr("http and https"),
        }
        return ", ".join(text for key, text in words.items() if key in likeness)

    def _verdicts(self, judged: Judged) -> dict[Verdict, tuple[str, str]]:
        return self._plain_verdicts() | self._foreign_verdicts(judged)

    def _plain_verdicts(self) -> dict[Verdict, tuple[str, str]]:
        return {
            Verdict.NEEDED: (
                self.tr("In order"),
                self.tr("Part of the recommended set; this console reads this queue."),
            ),
            Verdict.OWN: (
                self.tr("Own"),
                self.tr("Subscribed by this console, or on the host of its settings pages."),
            ),
            Verdict.DUPLICATE: (
                self.tr("Duplicate"),
                self.tr("The same subscription stands twice: the event arrives twice."),
            ),
            Verdict.IMPOSSIBLE: (
                self.tr("Unreachable"),
                self.tr(
                    "No portal can call this address: it lies inside a home or an office, or is no "
                    "web address."
                ),
            ),
            Verdict.NOT_OFFERED: (
                self.tr("Not offered"),
                self.tr(
                    "The portal does not offer this event to the application any more: the "
                    "permission is gone. It will not be sent."
                ),
            ),
            Verdict.UNKNOWN: (
                self.tr("Unknown handler"),
                self.tr(
                    "This console never subscribed this address: another program with the same "
                    "application did, or an earlier installation."
                ),
            ),
        }

    def _foreign_verdicts(self, judged: Judged) -> dict[Verdict, tuple[str, str]]:
        binding = judged.binding
        twin = self.tr("Leads to the same place as {other}; they differ only in: {what}.")
        stale = self.tr("An older address of this console. {other} was subscribed later.")
        queue = self.tr("Fills the queue {name} (auth_connector), which this console never reads.")
        user = self.tr("The event carries the token of user {id}, not of whoever caused it.")
        return {
            Verdict.TWIN: (
                self.tr("Twin"),
                twin.format(other=judged.twin, what=self.alike(judged.likeness)),
            ),
            Verdict.STALE: (self.tr("Old address"), stale.format(other=judged.twin)),
            Verdict.OTHER_QUEUE: (
                self.tr("Another queue"),
                queue.format(name=binding.auth_connector),
            ),
            Verdict.OTHER_USER: (self.tr("Another user"), user.format(id=binding.auth_type)),
        }

    def _events(self) -> dict[str, tuple[str, str]]:
        return self._messages() | self._dialogs() | self._lines()

    def _messages(self) -> dict[str, tuple[str, str]]:
        return {
            "ONIMCONNECTORMESSAGEADD": (
                self.tr("An operator wrote"),
                self.tr("Answers to customers. Without it no answer reaches anybody."),
            ),
            "ONIMCONNECTORMESSAGEUPDATE": (
                self.tr("An operator changed a message"),
                self.tr("Edits of answers that were acknowledged as delivered."),
            ),
            "ONIMCONNECTORMESSAGEDELETE": (
                self.tr("An operator deleted a message"),
                self.tr("Deletions of answers that were acknowledged as delivered."),
            ),
        }

    def _dialogs(self) -> dict[str, tuple[str, str]]:
        return {
            "ONIMCONNECTORDIALOGSTART": (
                self.tr("A dialog began"),
                self.tr("Tells which session a conversation belongs to."),
            ),
            "ONIMCONNECTORDIALOGFINISH": (
                self.tr("A dialog ended"),
                self.tr("Closes the dialog here as well."),
            ),
            "ONIMCONNECTORSTATUSDELETE": (
                self.tr("A connector was switched off on a line"),
                self.tr("Without it a disconnected channel is noticed late."),
            ),
            "ONIMCONNECTORLINEDELETE": (
                self.tr("A line was deleted"),
                self.tr("Comes for every line of the portal, also for those never used."),
            ),
        }

    def _lines(self) -> dict[str, tuple[str, str]]:
        kept = self.tr("Whatever the channel. Kept in the journal for statistics.")
        return {
            "ONOPENLINEMESSAGEADD": (self.tr("A message in any line"), kept),
            "ONOPENLINEMESSAGEUPDATE": (self.tr("A message changed in any line"), kept),
            "ONOPENLINEMESSAGEDELETE": (self.tr("A message deleted in any line"), kept),
            "ONSESSIONSTART": (self.tr("A session began in any line"), kept),
            "ONSESSIONFINISH": (self.tr("A session ended in any line"), kept),
            "ONOFFLINEEVENT": (
                self.tr("Something new is in the queue"),
                self.tr("Only to an address; this console asks by itself."),
            ),
            "ONAPPTEST": (self.tr("A test"), self.tr("Sent by event.test.")),
        }
