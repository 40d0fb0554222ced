"""What every part of the Statistics page can do: show a state, and ask for dialogs or a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.domain.statistics.facts import Period, Report
    from app.ui.errors import Explained


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows. `report` stays when it could not be computed anew: `problem` says why
    not. `lines` are those that were chosen, all of them when empty; `names` are of all lines.
    `target_s` is the first answer's target, where all these lines share one; `working`: only hours
    in which lines are open count.
    """

    period: "Period"
    title: str
    report: "Report | None" = None
    problem: "Explained | None" = None
    busy: bool = False
    lines: frozenset[int] = frozenset()
    names: Mapping[int, str] = field(default_factory=dict)
    target_s: float | None = None
    working: bool = False


class Tab(QWidget):
    """One of the segments. It is made when it is first opened and told every state from then on,
    while it is in front.
    """

    dialogs_wanted = Signal(object, str)  # tuple of DialogIds, what they have in common
    go = Signal(str, object)  # another page, payload
    working_wanted = Signal(bool)  # whether only open hours count

    def show_state(self, shown: Shown) -> None:
        """Show this state."""
        raise NotImplementedError

    async def leave(self) -> None:
        """End all work; nothing of it goes on in the background."""

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        return [self]
