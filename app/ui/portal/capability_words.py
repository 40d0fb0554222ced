"""The checklist in words: what each row is about, why it is as it is, what to do."""

from PySide6.QtCore import QObject

from app.domain.capability import Advice, Area, Capability, Reason, Works
from app.domain.links import neutral
from app.domain.problem import Problem
from app.ui.errors import explain_problem


class CapabilityWords(QObject):
    """Words for every row, reason and advice."""

    def area(self, area: Area) -> str:
        """The heading of a group."""
        return {
            Area.APPLICATION: self.tr("Sign-in and application"),
            Area.CONNECTORS: self.tr("Connectors and lines"),
            Area.EVENTS: self.tr("Events"),
            Area.MESSAGES: self.tr("Messages"),
            Area.AROUND: self.tr("Around it"),
        }[area]

    def state(self, state: Works) -> str:
        """One word or two, for screen readers and for the copy as text."""
        return {
            Works.WORKS: self.tr("works"),
            Works.PARTLY: self.tr("works in part"),
            Works.NOT: self.tr("does not work"),
            Works.UNKNOWN: self.tr("not known"),
        }[state]

    def count(self, state: Works, count: int) -> str:
        """How many rows of a group are in this state."""
        if state is Works.WORKS:
            return self.tr("%n work(s)", "capabilities", count)
        if state is Works.PARTLY:
            return self.tr("%n in part", "capabilities", count)
        if state is Works.NOT:
            return self.tr("%n do(es) not", "capabilities", count)
        return self.tr("%n unknown", "capabilities", count)

    def title(self, key: str) -> str:
        """What a row is about."""
        return self._titles()[key]

    def reason(self, row: Capability) -> str:
        """Why the row is as it is; "" where there is nothing to say."""
        if row.reason is Reason.ENDED:
            return self._ended(row)
        if row.reason is Reason.LICENCE:
            return self._licence(row)
        if row.reason is Reason.TRIAL:
            left = self.tr("%n day(s) left.", "", max(int(row.facts["days"]), 0))
            return f"{self._licence(row)} {left}"
        if row.reason is Reason.NO_ADMIN and row.key == "role":
            text = self.tr("{user} is no administrator: the queue and widgets are refused.")
        elif row.reason is Reason.UNANSWERED and row.facts["code"]:
            text = self.tr("The portal did not answer {method}: {code}.")
        else:
            text = self._reasons().get(row.reason, "")
        return text.format(**{name: neutral(value) for name, value in row.facts.items()})

    def advice(self, row: Capability) -> str:
        """What to do about it; "" where there is nothing to do."""
        scopes = ", ".join(self.scope(each) for each in row.facts.get("scopes", "").split(", "))
        return self._advice()[row.advice].format(scopes=scopes)

    def scope(self, scope: str) -> str:
        """A permission by its code and by the name that it has in the application's card."""
        name = {
            "imopenlines": self.tr("Open Channels"),
            "imconnector": self.tr("External messengers"),
            "im": self.tr("Chat and notifications"),
            "imbot": self.tr("Chat bots"),
            "crm": self.tr("CRM"),
            "user": self.tr("Users"),
            "placement": self.tr("Application embedding"),
            "contact_center": self.tr("Contact Center"),
            "disk": self.tr("Drive"),
        }.get(scope)
        return f"{scope} ({name})" if name else scope

    def spoken(self, row: Capability) -> str:
        """The whole row in one line."""
        parts = (self.reason(row), self.advice(row))
        said = f"{self.title(row.key)}: {self.state(row.state)}. {' '.join(filter(None, parts))}"
        return said.strip()

    def _ended(self, row: Capability) -> str:
        if row.state is Works.UNKNOWN:
            return self.tr("Not known until calls work again.")
        code = row.facts["code"]
        if not code:
            return self.tr("The portal was not asked yet.")
        explained = explain_problem(Problem(code))
        return f"{explained.title}." if explained.title[-1:].isalnum() else explained.title

    def _licence(self, row: Capability) -> str:
        status = {
            "L": self.tr("a local application"),
            "F": self.tr("a free application"),
            "D": self.tr("a demo"),
            "T": self.tr("a trial"),
            "P": self.tr("a paid application"),
        }.get(row.facts["status"][:1], row.facts["status"])
        licence = neutral(row.facts["licence"])
        return self.tr("Plan {licence}, {status}.").format(licence=licence, status=status)

    def _titles(self) -> dict[str, str]:
        return {
            "calls": self.tr("Sign-in and calls"),
            "installation": self.tr("Installation"),
            "role": self.tr("Role of the signed-in user"),
            "licence": self.tr("Plan and payment"),
            "clock": self.tr("Clock"),
            "server": self.tr("The customer's own server"),
            "list": self.tr("See the portal's connectors"),
            "register": self.tr("Register connectors"),
            "deactivate": self.tr("Switch a connector off on a line"),
            "error_flag": self.tr("Set the error flag of a line"),
            "lines": self.tr("Read and change open lines"),
            "events": self.tr("Receive events live"),
            "own_queue": self.tr("A queue for each program"),
            "customer": self.tr("Write as the customer"),
            "operator": self.tr("Answer as the operator"),
            "open_dialog": self.tr("Open a dialog from the portal's side"),
            "files": self.tr("Send files as the operator"),
            "delivery": self.tr("Delivery marks"),
            "reading": self.tr("Reading marks"),
            "people": self.tr("See people of the portal"),
            "crm": self.tr("CRM links"),
            "bots": self.tr("Bots"),
            "tile": self.tr("Tile in the Contact Center"),
            "statistics": self.tr("Statistics"),
        }

    def _reasons(self) -> dict[Reason, str]:
        return {
            Reason.UNANSWERED: self.tr("The portal did not answer {method}."),
            Reason.SIGNED_IN: self.tr("Signed in as {user}."),
            Reason.INSTALLED: self.tr("The installation is finished."),
            Reason.NOT_INSTALLED: self.tr(
                "The installation was never finished: the portal accepts subscriptions and "
                "widgets, but sends and queues nothing."
            ),
            Reason.ADMIN: self.tr("{user} is an administrator of the portal."),
            Reason.NO_ADMIN: self.tr("The portal allows this to administrators only."),
            Reason.PAYMENT_EXPIRED: self.tr("Plan {licence}: the application is not paid."),
            Reason.CLOCK: self.tr("The portal's clock differs by {seconds} s."),
            Reason.CLOCK_AHEAD: self.tr(
                "The portal's clock is {seconds} s ahead of this computer's: times of messages "
                "and ages are wrong."
            ),
            Reason.CLOCK_BEHIND: self.tr(
                "The portal's clock is {seconds} s behind this computer's: times of messages and "
                "ages are wrong."
            ),
            Reason.SELF_HOSTED: self.tr(
                "It sets its own limits on requests, its methods may be older, and it has to reach "
                "the vendor's authorisation server itself."
            ),
            Reason.SCOPE_MISSING: self.tr("Missing permission: {scopes}."),
            Reason.SCOPE_ADVISED: self.tr("Works here without {scopes}; other portals ask for it."),
            Reason.METHOD_MISSING: self.tr("This portal does not know {method}."),
            Reason.SWITCHED_OFF_OTHERWISE: self.tr(
                "This portal has no imconnector.deactivate; imconnector.activate does it."
            ),
            Reason.LIST_NEEDS_RIGHT: self.tr(
                "Needs the right to change connectors in Open Channels; the portal does not tell "
                "who has it."
            ),
            **self._reasons_of_events(),
            Reason.OWN_LINES_ONLY: self.tr("Only in dialogs of lines in whose queue you are."),
            Reason.READING_DOUBTFUL: self.tr(
                "The portal takes the call, but a delivery marks as read as well: a true reading "
                "mark cannot be promised."
            ),
            Reason.OLDER_UPLOAD: self.tr("By way of the portal's drive, as older portals want it."),
            Reason.PEOPLE_BRIEF: self.tr("Names only; e-mail and phone need the permission user."),
            Reason.ONLY_WATCHED: self.tr(
                "Counted from events: complete only for times in which a program fetched them."
            ),
            Reason.NEEDS_EVENTS: self.tr("Counted from events, and none come."),
        }

    def _reasons_of_events(self) -> dict[Reason, str]:
        return {
            Reason.CONFIRMED: self.tr(
                "With confirmation: an event leaves the portal's queue only after it was saved "
                "here. None is lost."
            ),
            Reason.PEEKED: self.tr(
                "Without confirmation: the queue is read and saved, then exactly these events are "
                "removed. None is lost, but nothing keeps a second program from reading them too."
            ),
            Reason.OWN_CHATS: self.tr(
                "Without the queue: of chats you belong to the portal keeps events for 24 hours; "
                "other known chats are looked at now and then. Changes and deletions there may be "
                "missed."
            ),
            Reason.OWN_QUEUE: self.tr("Programs of one application can have queues of their own."),
            Reason.COMMON_QUEUE: self.tr(
                "One queue for the whole application: who reads first takes the events from others."
            ),
        }

    def _advice(self) -> dict[Advice, str]:
        return {
            Advice.NONE: "",
            Advice.CHECK_AGAIN: self.tr("Check again in a moment."),
            Advice.SIGN_IN_AGAIN: self.tr("Sign in again."),
            Advice.ADD_SCOPE: self.tr(
                "Tick {scopes} in the application's card: in the portal, Developer resources, "
                "Other, Local application. Save, then check again; if nothing changes, sign in "
                "again."
            ),
            Advice.SIGN_IN_AS_ADMIN: self.tr("Sign in as an administrator of the portal."),
            Advice.FINISH_INSTALLATION: self.tr(
                "Tick “Script only (no user interface)” in the application's card, or open the "
                "application once in the portal as an administrator."
            ),
            Advice.CHANGE_PLAN: self.tr("The REST API needs a commercial plan."),
            Advice.PAY: self.tr("Renew the subscription in the portal."),
            Advice.SET_CLOCK: self.tr("Set this computer's clock, or tell who runs the portal."),
            Advice.UPDATE_PORTAL: self.tr("Update the portal, or install the module there."),
            Advice.ONE_READER: self.tr("Let only one program read this application's events."),
            Advice.JOIN_QUEUES: self.tr(
                "Let an administrator add you to the queue of the line, or sign in as one."
            ),
            Advice.MEND_ABOVE: self.tr("Mend the events first."),
        }
