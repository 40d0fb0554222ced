"""What a first message will probably do at the portal, judged by what is known here. No promise."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.dialog import Customer, Dialog, DialogState


class Course(StrEnum):
    """JOINS: an open session gets it. REOPENS: a known chat begins a session. NEW_CHAT: a known
    customer gets one more chat. NEW_CUSTOMER: nobody here has written under this id.
    """

    JOINS = "joins"
    REOPENS = "reopens"
    NEW_CHAT = "new_chat"
    NEW_CUSTOMER = "new_customer"


class Doubt(StrEnum):
    """Why the portal may do something that nobody expects.

    SHARED: somebody else writes under this phone or e-mail, and the CRM may take both for one.
    SPELLING: the id differs from a known one only in capital letters, which makes two customers.
    """

    SHARED = "shared"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Forecast:
    """`dialog` is the one that is joined or reopened."""

    course: Course
    dialog: Dialog | None = None
    doubts: tuple[Doubt, ...] = ()


def forecast(
    customer: Customer,
    place: tuple[str, int],
    known: Iterable[tuple[Dialog, Customer | None]],
    *,
    group: bool = False,
) -> Forecast:
    """What becomes of a message of `customer` through a connector and a line; `known` are the
    dialogs of this portal, with their customers as far as they are known.
    """
    dialogs = [each for each in known if each[0].connector == place[0]]
    here = [
        dialog
        for dialog, _ in dialogs
        if (dialog.line, dialog.chat) == (place[1], customer.chat)
        and (group or dialog.user == customer.id)
    ]
    doubts = tuple(_doubts(customer, [other for _, other in dialogs if other is not None]))
    if here:
        is_open = here[0].state is DialogState.OPEN
        return Forecast(Course.JOINS if is_open else Course.REOPENS, here[0], doubts)
    met = any(dialog.user == customer.id for dialog, _ in dialogs)
    return Forecast(Course.NEW_CHAT if met else Course.NEW_CUSTOMER, None, doubts)


def _doubts(customer: Customer, others: list[Customer]) -> Iterable[Doubt]:
    ids = {each.id for each in others}
    if any(each != customer.id and each.casefold() == customer.id.casefold() for each in ids):
        yield Doubt.SPELLING
    for own, field in ((customer.phone, "phone"), (customer.email, "email")):
        if own and any(getattr(o, field) == own and o.id != customer.id for o in others):
            yield Doubt.SHARED
            return
