"""What may have happened to a connector elsewhere, and what is to be told of it. Asks nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.connector import LineStatus

#: A status can lag behind the call that changed it: so long our own switching is not doubted.
GRACE = timedelta(seconds=60)
#: The portal keeps its list of connectors so long without looking.
LIST_AGE = timedelta(hours=1)


class DriftKind(StrEnum):
    """What was found, the worst first."""

    LINE_DELETED = "line_deleted"
    GONE = "gone"  # the portal does not know the connector any more
    DISCONNECTED = "disconnected"
    ERROR = "error"
    DATA_LOST = "data_lost"  # it works again, but was switched off in between
    TAKEN_OVER = "taken_over"  # another program registered the same id


@dataclass(frozen=True, slots=True)
class Intent:
    """A cell that this console switched on. `error`: it set the error flag itself."""

    since: datetime
    error: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """Channel data that the portal dropped; `own`: by a deactivation from here."""

    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """One occurrence. `line` is 0 for what concerns the whole connector, `detail` the name under
    which another program registered it. A dismissed one is kept until its cause has gone.
    """

    kind: DriftKind
    connector: str
    line: int
    at: datetime
    detail: str = ""
    dismissed: bool = False

    @property
    def key(self) -> tuple[str, int, DriftKind]:
        """The same occurrence, however often it is seen."""
        return self.connector, self.line, self.kind

    @property
    def can_heal(self) -> bool:
        """Whether calls can mend it."""
        return self.kind is not DriftKind.LINE_DELETED


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of a cell that should work. `listed` is None when the list is kept from us,
    `line_there` when the lines were not read. `named`: an event spoke of it just now, or it was
    told since it was switched on.
    """

    intent: Intent
    status: LineStatus | None
    line_there: bool | None = None
    listed: bool | None = None
    lost: Lost | None = None
    written: bool = False
    named: bool = False


def judge_cell(cell: Cell, now: datetime) -> DriftKind | None:
    """What is wrong with a cell that should work; None for nothing, or nothing that is known."""
    if cell.line_there is False:
        return DriftKind.LINE_DELETED
    status = cell.status
    if status is None or (now - cell.intent.since < GRACE and not cell.named):
        return None
    if not status.configured:
        return DriftKind.GONE if cell.listed is False else DriftKind.DISCONNECTED
    if status.error:
        return None if cell.intent.error else DriftKind.ERROR
    if cell.lost is not None and not cell.lost.own and cell.written:
        return DriftKind.DATA_LOST
    return None


def is_over(notice: Notice, intent: Intent | None, status: LineStatus | None) -> bool:
    """Whether a notice speaks of a cell that nobody cares for any more, or that works again."""
    if not notice.line:
        return False
    broken = notice.kind in (DriftKind.DISCONNECTED, DriftKind.ERROR, DriftKind.GONE)
    return intent is None or (broken and status is not None and status.status)


def taken_over(
    connector: str,
    registered: tuple[str, datetime] | None,
    listed: Mapping[str, str] | None,
    now: datetime,
    *,
    was_listed: bool,
) -> str:
    """The name under which another program registered our id, or "". `registered` is our name for
    it and when we said so; `was_listed`: the list has shown it, so it cannot be an older one.
    """
    if registered is None or listed is None or connector not in listed:
        return ""
    name, at = registered
    known = was_listed or now - at > LIST_AGE
    return listed[connector] if known and listed[connector] != name else ""
