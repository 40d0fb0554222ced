"""People whom the console plays: what is known of them, and what the vendor accepts of it.

A persona belongs to no portal. Written as, it becomes a customer with a conversation of its own.
"""

from collections.abc import Container
from dataclasses import dataclass

from app.domain.connector import FieldProblem
from app.domain.dialog import Customer
from app.domain.rules import check_address, check_customer

GENDERS = ("", "male", "female")
#: What the lint forbids and the portal lets pass.
LINTED = frozenset({"PERSON_CHARACTERS", "PERSON_TOO_LONG"})


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented customer. `id` is his external user id: it stays the same for ever.

    `gender` is male, female or "". `free_name`: the name may break the vendor's rule of 25 letters.
    """

    id: str
    name: str
    last_name: str = ""
    phone: str = ""
    email: str = ""
    picture: str = ""
    gender: str = ""
    url: str = ""
    free_name: bool = False

    @property
    def full_name(self) -> str:
        """First and last name, or the id."""
        return " ".join(filter(None, (self.name, self.last_name))) or self.id

    def customer(self, chat: str = "") -> Customer:
        """As one who writes in a chat, usually one of his own."""
        return Customer(
            *(self.id, self.name, chat or self.id, self.last_name, self.phone, self.email),
            gender=self.gender,
            picture=self.picture,
            url=self.url,
        )


def check_persona(persona: Persona, taken: Container[str] = ()) -> list[FieldProblem]:
    """Everything that is wrong with a persona; `taken` are ids of the others."""
    found = [
        each
        for each in check_customer(persona.customer())
        if each.field != "chat" and not (persona.free_name and each.code in LINTED)
    ]
    if persona.id in taken:
        found.append(FieldProblem("id", "ID_TAKEN"))
    if "|" in persona.id:
        found.append(FieldProblem("id", "CHAT_PIPE", persona.id.replace("|", "_")))
    for field, value in (("picture", persona.picture), ("url", persona.url)):
        found += check_address(field, value)
    if persona.gender not in GENDERS:
        found.append(FieldProblem("gender", "GENDER"))
    return found


def matches(persona: Persona, words: str) -> bool:
    """Whether every word is found somewhere in what is known of a persona."""
    known = f"{persona.full_name} {persona.id} {persona.phone} {persona.email}".casefold()
    return all(word in known for word in words.casefold().split())


def filled_in(text: str, customer: Customer, number: int = 1) -> str:
    """A text with the variables {name}, {last_name}, {id} and {number} filled in; other braces stay
    as they are.
    """
    values = {
        "{name}": customer.name or customer.full_name,
        "{last_name}": customer.last_name,
        "{id}": customer.id,
        "{number}": str(number),
    }
    pieces, rest = [], text
    while rest:
        at, found = min(
            ((rest.find(key), key) for key in values if key in rest), default=(len(rest), "")
        )
        pieces += [rest[:at], values.get(found, "")]
        rest = rest[at + len(found) :]
    return "".join(pieces)
