"""What the form for a new customer may hold, in words at the fields. Knows no widget."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.connector import Connector, LineState, Origin
from app.domain.dialog import Customer
from app.domain.rules import check_customer


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it stands."""

    connector: str
    line: int
    customer: Customer
    text: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field, and a value that would do (or "")."""

    field: str
    words: str
    repair: str = ""


class CustomerRules(QObject):
    """Fields: connector, line, name, last_name, id, chat, text."""

    def check(self, typed: Typed) -> list[Wrong]:
        """Everything that keeps the message from being sent, in the order of the form."""
        found = []
        if not typed.connector:
            found.append(Wrong("connector", self.tr("Register a connector first.")))
        if not typed.line:
            found.append(Wrong("line", self.tr("The portal has no open line.")))
        found += [
            Wrong(each.field, self._words(each.code), each.hint)
            for each in check_customer(typed.customer)
        ]
        if not typed.text.strip():
            found.append(Wrong("text", self.tr("Write what the customer says first.")))
        return found

    def warn(self, state: LineState) -> str:
        """What is to be expected of a connector on a line that is not at work."""
        return {
            LineState.WORKING: "",
            LineState.ERROR: self.tr(
                "The line refuses messages of this connector: its error flag is set."
            ),
            LineState.HALF: self.tr("The connector is not completely set up on this line."),
            LineState.NOT_CONNECTED: self.tr("The connector is not active on this line."),
            LineState.UNKNOWN: self.tr("The state of the connector on this line is not known."),
        }[state]

    def _words(self, code: str) -> str:
        table = {
            "PERSON_EMPTY": self.tr("The name is missing."),
            "PERSON_CHARACTERS": self.tr(
                "The portal takes only letters, blanks, hyphens and apostrophes here."
            ),
            "PERSON_TOO_LONG": self.tr("The portal takes at most 25 characters here."),
            "ID_EMPTY": self.tr("The id is missing: it tells the customers of a channel apart."),
            "CHAT_EMPTY": self.tr("The id of the chat is missing."),
            "CHAT_PIPE": self.tr("The id of the chat must not hold a vertical bar."),
        }
        return table.get(code, self.tr("The portal would not take this value."))


def own_first(connectors: tuple[Connector, ...]) -> list[Connector]:
    """Connectors that the console can write through: its own application's."""
    return [each for each in connectors if each.origin is Origin.OWN]
