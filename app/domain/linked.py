"""What hangs on a dialog at the portal: records of the CRM, people of its chat. Pure values.

Knows no calls, no journal and no words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.line import Employee


class RecordKind(StrEnum):
    """The kinds of records that a dialog can be bound to, by the vendor's names."""

    LEAD = "LEAD"
    DEAL = "DEAL"
    CONTACT = "CONTACT"
    COMPANY = "COMPANY"


class LinkState(StrEnum):
    """How a dialog stands in the CRM.

    LINKED: the chat names records and they can be read. ORPHAN: it names records that were deleted
    or are hidden from the signed-in user. SEVERAL: it names none, and more than one record of a
    kind carries the dialog's key or the customer's phone or e-mail. CANDIDATE: exactly one does.
    """

    NONE = "none"
    LINKED = "linked"
    ORPHAN = "orphan"
    SEVERAL = "several"
    CANDIDATE = "candidate"


class Lost(StrEnum):
    """Why a record that a chat names cannot be shown."""

    DELETED = "deleted"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record by kind and number."""

    kind: RecordKind
    id: int


@dataclass(frozen=True, slots=True)
class RecordCard:
    """A record as the portal shows it. `stage` is the name of the stage, or its code where the
    dictionary does not know it; `keys` are the dialogs' keys that it carries as messengers.
    """

    ref: RecordRef
    title: str
    stage: str = ""
    responsible: int = 0
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    contact: int = 0


@dataclass(frozen=True, slots=True)
class Linkage:
    """The answer about one dialog. `found` are bound records where `state` is LINKED or ORPHAN,
    else those that might be meant; `lost` are the bound ones that cannot be read.
    """

    state: LinkState
    found: tuple[RecordCard, ...]
    lost: Mapping[RecordRef, Lost]
    read_at: datetime

    def is_about(self, bound: Iterable[RecordRef]) -> bool:
        """Whether the chat named just these records when it was read."""
        named = {card.ref for card in self.found} if self.state is LinkState.LINKED else set()
        return named | set(self.lost) == set(bound)


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """What a person typed for a new lead or deal."""

    kind: RecordKind
    title: str
    source: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    comment: str = ""


class Proof(StrEnum):
    """What was seen of a new record after it was made.

    BOUND: the chat names it. KEYED: it carries the dialog's key, the chat will name it with its
    next session. CLIENT: it is a deal of the contact to whom the dialog is bound. APART: it is
    there, and nothing ties it to the dialog.
    """

    BOUND = "bound"
    KEYED = "keyed"
    CLIENT = "client"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Made:
    """A new record, read back. `known` says that the dialog had it before."""

    card: RecordCard
    proof: Proof
    known: bool = False


class Role(StrEnum):
    """On whose side somebody sits in a chat."""

    CUSTOMER = "customer"
    EMPLOYEE = "employee"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a chat. `online` is None where the portal does not tell."""

    id: int
    name: str
    role: Role
    position: str = ""
    online: bool | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class StaffPage:
    """Some of the employees that were found. `next` is where the following ones begin, None after
    the last; `total` is how many there are, where the portal tells.
    """

    found: tuple[Employee, ...]
    next: int | None
    total: int | None


def link_state(
    bound: Sequence[RecordRef], lost: Mapping[RecordRef, Lost], candidates: Iterable[RecordRef]
) -> LinkState:
    """How a dialog stands: what the chat names, what of it is lost, and what might be meant."""
    if bound:
        return LinkState.ORPHAN if len(lost) == len(bound) else LinkState.LINKED
    kinds = [each.kind for each in candidates]
    if len(kinds) != len(set(kinds)):
        return LinkState.SEVERAL
    return LinkState.CANDIDATE if kinds else LinkState.NONE


def messenger(user_code: str) -> str:
    """The value of a record's messenger that stands for a dialog."""
    return f"imol|{user_code}"


def record_page(origin: str, ref: RecordRef) -> str:
    """The page of a record at the portal."""
    return f"{origin}/crm/{ref.kind.lower()}/details/{ref.id}/"


def chat_page(origin: str, portal_chat: int) -> str:
    """The page of a chat at the portal."""
    return f"{origin}/online/?IM_DIALOG=chat{portal_chat}"


def user_page(origin: str, user: int) -> str:
    """The page of a person at the portal."""
    return f"{origin}/company/personal/user/{user}/"
