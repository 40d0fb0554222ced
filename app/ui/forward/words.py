"""What forwarding says to people, in the window and at the command line."""

from PySide6.QtCore import QObject

from app.domain.forwarding import Forward, Forwarded, ForwardState, TargetError
from app.domain.links import neutral
from app.domain.problem import Problem

#: Codes of a handler that is not there or does not say what it should.
_CERTIFICATE = "UNREACHABLE_TLS"


class ForwardWords(QObject):
    """Given values, nothing else."""

    def target_flaw(self, error: TargetError) -> str:
        """Why nothing is posted to an address, and what to do."""
        texts = {
            "empty": self.tr("Give the address of your handler."),
            "not_an_address": self.tr(
                "This is no address. It looks like http://localhost:8000/handler."
            ),
            "scheme": self.tr("Only http and https addresses can be called."),
            "credentials": self.tr(
                "Take name and password out of the address; put what the handler checks behind a ?."
            ),
            "elsewhere": self.tr(
                "{host} is not this machine. Events hold what customers wrote, so they are posted "
                "to localhost, 127.0.0.1 or [::1]; the command listen has --allow-host."
            ).format(host=error.host),
        }
        return texts[error.kind]

    def state(self, state: Forwarded) -> tuple[str, str]:
        """How it goes, in a few words, and the tone of them."""
        if not state.choice.on:
            return self.tr("off"), "neutral"
        if state.choice.paused:
            return self.tr("paused"), "warning"
        if state.problem is not None:
            return self.tr("waiting for the handler"), "danger"
        return self.tr("on"), "success"

    def status(self, state: Forwarded) -> tuple[str, str, str]:
        """For the status bar: nothing while it is off; text, tone and what lies behind it."""
        if not state.choice.on:
            return "", "", ""
        tone = "warning" if state.problem is not None or state.choice.paused else ""
        said = self.tr("Forwarding")
        if state.choice.paused:
            said = self.tr("Forwarding paused")
        elif state.problem is not None:
            said = self.tr("Handler does not take events")
        if state.waiting:
            said = self.tr("{state}, {count} wait").format(state=said, count=state.waiting)
        why = self.why(state.problem) if state.problem is not None else ""
        return said, tone, "\n".join(filter(None, (state.choice.target, why)))

    def waiting(self, count: int) -> str:
        """How many wait."""
        return self.tr("%n event(s) wait and none is lost.", "", count)

    def why(self, problem: Problem) -> str:
        """What holds the first event up."""
        code = problem.code
        if code == "HANDLER_REFUSED":
            return self.tr("The handler answers {status}.").format(status=problem.text)
        if code == _CERTIFICATE:
            return self.tr("The connection to the handler cannot be secured.")
        if code == "FORWARDED_ELSEWHERE":
            return self.tr("Another process forwards to this address already.")
        if code.startswith("UNREACHABLE"):
            return self.tr("Nobody answers at the handler's address ({why}).").format(
                why=self.silence(code)
            )
        from app.ui.errors import explain_problem

        return f"{explain_problem(problem).title}."

    def silence(self, code: str) -> str:
        """Why there is no answer, in a few words."""
        return {
            "UNREACHABLE_REFUSED": self.tr("nothing listens there"),
            "UNREACHABLE_TIMEOUT": self.tr("it takes too long"),
            "UNREACHABLE_CUT": self.tr("it hung up"),
            "UNREACHABLE_DNS": self.tr("the name is unknown"),
            "UNREACHABLE_TLS": self.tr("its certificate"),
        }.get(code, self.tr("no connection"))

    def about(self, forward: Forward) -> str:
        """The customer and the first words of the message that an event is about, in one line."""
        parts = (" ".join(neutral(each).split()) for each in (forward.who, forward.said))
        return " · ".join(filter(None, parts))

    def outcome(self, forward: Forward) -> str:
        """What became of an event."""
        if forward.state is ForwardState.SKIPPED:
            unposted = self.tr("left out: the portal posts nothing for it")
            return unposted if forward.problem else self.tr("left out")
        if forward.status is not None:
            status = str(forward.status)
            waits = forward.state is ForwardState.WAITING
            return self.tr("{status}, tried again").format(status=status) if waits else status
        if forward.state is ForwardState.SILENT:
            return self.tr("no answer: {why}").format(why=self.silence(forward.problem))
        if not forward.tries:
            return self.tr("waits")
        if not forward.problem:
            return self.tr("sent, no answer yet")
        return self.tr("waits: {why}").format(why=self.silence(forward.problem))
