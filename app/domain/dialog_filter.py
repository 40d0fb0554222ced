"""Which dialogs a person wants to see: conditions that all have to hold."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from app.domain.dialog import DialogId, DialogState


class CrmState(StrEnum):
    """What is known of a dialog's records in the CRM."""

    LINKED = "linked"
    NOT_LINKED = "not_linked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Several:
    """Dialogs that a figure counted, and what they have in common."""

    dialogs: frozenset[DialogId]
    title: str


@dataclass(frozen=True, slots=True)
class DialogFilter:
    """Empty conditions let everything pass. `waiting` is in seconds: who waits at least so long; an
    operator "" stands for dialogs that nobody has taken.
    """

    lines: frozenset[int] = frozenset()
    connectors: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    state: DialogState | None = None
    waiting: int = 0
    unread: bool = False
    crm: CrmState | None = None
    several: Several | None = None

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the conditions that are set."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name))

    def without(self, *names: str) -> "DialogFilter":
        """The same with these conditions taken away."""
        empty = DialogFilter()
        return replace(self, **{name: getattr(empty, name) for name in names})
