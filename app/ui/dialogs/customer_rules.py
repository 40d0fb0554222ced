"""What the form for a new customer may hold, in words at the fields. Knows no widget."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.connector import Connector, LineState, Origin
from app.domain.content import PLAIN, Content
from app.domain.dialog import Customer
from app.domain.persona import LINTED
from app.domain.rules import check_customer
from app.ui.customers.field_words import FieldWords


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it stands. `free_name`: the name may break the vendor's rule."""

    connector: str
    line: int
    customer: Customer
    text: str
    content: Content = PLAIN
    employee: str = ""
    free_name: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field, and a value that would do (or "")."""

    field: str
    words: str
    repair: str = ""


class CustomerRules(QObject):
    """Fields: connector, line, text, employee, and those of `Customer`."""

    def check(self, typed: Typed) -> list[Wrong]:
        """Everything that keeps the message from being sent, in the order of the form."""
        found = []
        if not typed.connector:
            found.append(Wrong("connector", self.tr("Register a connector first.")))
        if not typed.line:
            found.append(Wrong("line", self.tr("The portal has no open line.")))
        words = FieldWords()
        found += [
            Wrong(each.field, words.problem(each.code), each.hint)
            for each in check_customer(typed.customer)
            if not (typed.free_name and each.code in LINTED)
        ]
        if typed.employee and typed.content.employee is None:
            found.append(Wrong("employee", words.problem("EMPLOYEE")))
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


def own_first(connectors: tuple[Connector, ...]) -> list[Connector]:
    """Connectors that the console can write through: its own application's."""
    return [each for each in connectors if each.origin is Origin.OWN]
