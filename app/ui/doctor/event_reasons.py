"""Why events or the queue are not in order, and what happened to a canary. Knows only words.

See `portal_reasons` for how they are written.
"""

from PySide6.QtCore import QObject

from app.domain.doctor import Reason
from app.ui.doctor.portal_reasons import Case, ReasonWords


class EventReasons(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self, n: int) -> dict[Case, ReasonWords]:
        """Every reason of this kind; `n` is the number that its words count with."""
        return self._bindings(n) | self._queue(n) | self._receiver() | self._message()

    def _bindings(self, n: int) -> dict[Case, ReasonWords]:
        return {
            Reason.NOT_BOUND: ReasonWords(
                self.tr("%n events are not bound", "", n),
                self.tr("The portal keeps nothing for `{missing}`: what happens is never told."),
                self.tr("they were never bound, or the application was installed again."),
            ),
            Reason.FILTERED: ReasonWords(
                self.tr("Events go to a queue that nobody reads here"),
                self.tr("`{events}` are bound with the filter `{filter}`."),
                self.tr("another installation bound them for its own queue."),
            ),
            Reason.TWINS: ReasonWords(
                self.tr("One handler is bound twice"),
                self.tr("Every event is sent twice, to two spellings of one address: {handlers}."),
                self.tr("it was bound again with another spelling."),
            ),
            Reason.FOREIGN_HANDLERS: ReasonWords(
                self.tr("Other programs listen as well"),
                self.tr("`{events}` are sent to others, too: {handlers}."),
                self.tr("your own server is one of them."),
                self.tr("Nothing to do, if you know them. Each answers for itself."),
            ),
        }

    def _queue(self, n: int) -> dict[Case, ReasonWords]:
        return {
            Reason.ROWS_RESERVED: ReasonWords(
                self.tr("%n events are held back", "", n),
                self.tr(
                    "Somebody fetched them, the oldest at {oldest}, and never confirmed. They "
                    "come to nobody until they are released."
                ),
                self.tr("a program stopped in the middle of its work."),
            ),
            Reason.ROWS_ASIDE: ReasonWords(
                self.tr("%n events are put aside as faulty", "", n),
                self.tr("A program reported them as errors, the oldest at {oldest}."),
                self.tr("it could not read them."),
            ),
            Reason.ROWS_OLD: ReasonWords(
                self.tr("%n events wait in the queue", "", n),
                self.tr("The oldest has waited since {oldest}, for {minutes} min."),
                self.tr("nobody has read the queue for a while."),
                self.tr("The console fetches them as soon as its feed runs."),
            ),
        }

    def _receiver(self) -> dict[Case, ReasonWords]:
        proof, taken = (Reason.OTHER_RECEIVER, "proof"), self.tr("another program reads the queue.")
        title = self.tr("Somebody else empties the queue")
        advice = self.tr("Stop the other program, or give one of them a queue of its own.")
        return {
            Reason.OTHER_RECEIVER: ReasonWords(
                title, self.tr("Events are missing that the portal had."), taken, advice
            ),
            (*proof, "taken"): ReasonWords(
                title,
                self.tr("The test event was put into the queue, and somebody else took it."),
                taken,
                advice,
            ),
            (*proof, "moving"): ReasonWords(
                title,
                self.tr("Events disappear from the queue although this console took none."),
                taken,
                advice,
            ),
            Reason.CANARY_LOST: ReasonWords(
                self.tr("The test event did not arrive"),
                self.tr(
                    "`event.test` was accepted, but nothing was in the queue after {seconds} s."
                ),
                self.tr("the portal is slow to deliver, or another program took it."),
                self.tr("Run again. If it is lost again, look for another receiver."),
            ),
        }

    def _message(self) -> dict[Case, ReasonWords]:
        step = (Reason.MESSAGE_LOST, "step")
        return {
            Reason.MESSAGE_REFUSED: ReasonWords(
                self.tr("The portal refused the test message"),
                self.tr("`imconnector.send.messages` was refused with `{code}`."),
                advice=self.tr("Run the examination: it names the cause."),
            ),
            Reason.MESSAGE_LOST: ReasonWords(
                self.tr("The test message was lost on its way"),
                self.tr("The portal took it (chat {chat}), but the way back did not work."),
                advice=self.tr("Run the examination: it names the cause."),
            ),
            (*step, "read"): ReasonWords(
                self.tr("The test message is not in the portal's chat"),
                self.tr("The portal took it, but it does not stand in chat {chat}."),
                advice=self.tr("Look into the chat in the portal."),
            ),
            (*step, "answer"): ReasonWords(
                self.tr("The answer did not come back"),
                self.tr("The message stands in chat {chat}, but the answer came to no queue."),
                self.tr("the event `OnImConnectorMessageAdd` is not bound, or a call failed."),
                advice=self.tr("Run the examination: it names the cause."),
            ),
            Reason.ANSWER_ELSEWHERE: ReasonWords(
                self.tr("The answer went to somebody else"),
                self.tr(
                    "The message stands in chat {chat}, and its answer is in no queue of this "
                    "application, although the event is bound."
                ),
                self.tr(
                    "another application has registered `{connector}` since, or takes rows out of "
                    "the queue. The portal tells nobody whose a connector is."
                ),
                self.tr("Take it over by registering it from here, or use an id of your own."),
            ),
            Reason.MESSAGE_LEFT: ReasonWords(
                self.tr("The message went round, but its dialog is still open"),
                self.tr("Session {session} in chat {chat} could not be closed (`{code}`)."),
                advice=self.tr("Close it in the portal, so that it counts for nobody."),
            ),
        }
