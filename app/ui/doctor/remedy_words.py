"""What the buttons that mend something say, and what they will do. Knows only words."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.doctor import Reason, Remedy


class RemedyWords(NamedTuple):
    """`effect` is what it costs. `done` is what can be said of it afterwards."""

    button: str
    effect: str
    done: str


class Remedies(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self) -> dict[Remedy, RemedyWords]:
        """Every remedy."""
        return self._link() | self._events()

    def special(self) -> dict[tuple[str, Remedy], RemedyWords]:
        """Where the same remedy takes something from another program."""
        taken = RemedyWords(
            self.tr("Fix: take it over…"),
            self.tr("Asks first: the other application loses the connector"),
            self.tr("Taken over"),
        )
        return {
            (Reason.FOREIGN_HANDLERS, Remedy.UNBIND_TWINS): RemedyWords(
                self.tr("Fix: unbind them…"),
                self.tr("Asks first: those programs get no more events"),
                self.tr("Other handlers unbound"),
            ),
            (Reason.OTHER_OWNER, Remedy.REGISTER): taken,
            (Reason.ANSWER_ELSEWHERE, Remedy.REGISTER): taken,
        }

    def _link(self) -> dict[Remedy, RemedyWords]:
        once = self.tr("1 write, then a re-read")
        return {
            Remedy.SIGN_IN: RemedyWords(
                self.tr("Sign in again"), self.tr("Opens the sign-in"), self.tr("Signed in again")
            ),
            Remedy.ACTIVATE: RemedyWords(
                self.tr("Fix: activate again"), once, self.tr("Activated again")
            ),
            Remedy.WRITE_DATA: RemedyWords(
                self.tr("Fix: write the channel data"), once, self.tr("Channel data written")
            ),
            Remedy.REGISTER: RemedyWords(
                self.tr("Fix: register again"), once, self.tr("Registered again")
            ),
            Remedy.SWITCH_LINE_ON: RemedyWords(
                self.tr("Fix: switch the line on"), once, self.tr("Line switched on")
            ),
            Remedy.JOIN_QUEUE: RemedyWords(
                self.tr("Fix: join the queue"),
                self.tr("1 write: you become an operator of this line; then a re-read"),
                self.tr("You are in the queue now"),
            ),
            Remedy.UNBIND_PAGES: RemedyWords(
                self.tr("Fix: unbind the old pages"),
                self.tr("1 write for each old page, then a re-read"),
                self.tr("Old pages unbound"),
            ),
        }

    def _events(self) -> dict[Remedy, RemedyWords]:
        return {
            Remedy.BIND_EVENTS: RemedyWords(
                self.tr("Fix: bind the missing events"),
                self.tr("1 write for each event, then a re-read"),
                self.tr("Missing events bound"),
            ),
            Remedy.UNBIND_TWINS: RemedyWords(
                self.tr("Fix: unbind the twin"),
                self.tr("1 write for each event, then a re-read"),
                self.tr("Twin unbound"),
            ),
            Remedy.RELEASE_QUEUE: RemedyWords(
                self.tr("Fix: fetch the events"),
                self.tr("They go into the journal here, then out of the queue"),
                self.tr("Events fetched"),
            ),
        }
