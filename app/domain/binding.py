"""Subscriptions of an application to events, and what is to be thought of each. Asks nobody.

Whether an address answers is not judged here or anywhere: the console talks to the portal alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.handler_address import Likeness, likeness, place_of, unreachable

#: The seven events of a connector, as the portal spells them in its answers.
CONNECTOR_EVENTS = (
    "ONIMCONNECTORMESSAGEADD",
    "ONIMCONNECTORMESSAGEUPDATE",
    "ONIMCONNECTORMESSAGEDELETE",
    "ONIMCONNECTORDIALOGSTART",
    "ONIMCONNECTORDIALOGFINISH",
    "ONIMCONNECTORSTATUSDELETE",
    "ONIMCONNECTORLINEDELETE",
)
#: What happens in open lines whatever the channel: customers of other connectors too.
OPEN_LINE_EVENTS = (
    "ONOPENLINEMESSAGEADD",
    "ONOPENLINEMESSAGEUPDATE",
    "ONOPENLINEMESSAGEDELETE",
    "ONSESSIONSTART",
    "ONSESSIONFINISH",
)
#: What this console subscribes to, all in the offline queue.
RECOMMENDED = CONNECTOR_EVENTS + OPEN_LINE_EVENTS
#: The `auth_connector` of a queue of this console alone, where the plan has such queues: what its
#: own calls cause is told there as well.
OWN_QUEUE = "openline_console"
#: An event that is told to addresses only.
ONLINE_ONLY = frozenset({"ONOFFLINEEVENT"})


@dataclass(frozen=True, slots=True)
class Binding:
    """A subscription of this application. `handler` is empty for offline ones; `auth_type` is the
    portal user whose token goes with the event, 0 for whoever caused it.
    """

    event: str
    offline: bool
    handler: str = ""
    auth_connector: str = ""
    auth_type: int = 0

    @property
    def fills_our_queue(self) -> bool:
        """Whether it goes where a console like this reads: not to an address, nor to a queue of
        somebody else.
        """
        return self.offline and self.auth_connector in ("", OWN_QUEUE)


class Verdict(StrEnum):
    """What is to be thought of a subscription, the worst first."""

    IMPOSSIBLE = "impossible"  # the portal cannot reach this address
    NOT_OFFERED = "not_offered"  # the portal no longer offers this event to the application
    DUPLICATE = "duplicate"  # the same address twice for one event
    TWIN = "twin"  # an address that differs from another in nothing that matters
    STALE = "stale"  # an older address of this console, replaced by a newer one
    OTHER_QUEUE = "other_queue"  # fills a queue that this console does not read
    OTHER_USER = "other_user"  # carries the token of another user
    UNKNOWN = "unknown"  # an address that this console never subscribed
    NEEDED = "needed"  # belongs to the recommended set
    OWN = "own"  # this console's or its server's own, beyond the recommended set


#: Verdicts that ask for nothing.
GOOD = frozenset({Verdict.NEEDED, Verdict.OWN})
_REPEATED = frozenset({Verdict.DUPLICATE, Verdict.TWIN, Verdict.STALE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A subscription with its verdict; `twin` is the other address of a twin or of a stale one."""

    binding: Binding
    verdict: Verdict
    twin: str = ""
    likeness: frozenset[Likeness] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What the console knows beside the portal's list.

    `bound` are the addresses that this console subscribed, by event and address, and when; `homes`
    are addresses of the application's own server, such as settings pages registered from here;
    `offered` is None while the portal was not asked. Who is no administrator is not told of the
    offline ones.
    """

    user: int = 0
    admin: bool = True
    offered: frozenset[str] | None = None
    bound: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    homes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All subscriptions, and the recommended ones that are not there. `hidden`: the portal does not
    show the offline ones to this user, so nothing can be called missing.
    """

    rows: tuple[Judged, ...] = ()
    missing: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def bad(self) -> tuple[Judged, ...]:
        """Those that ask for something."""
        return tuple(each for each in self.rows if each.verdict not in GOOD)

    @property
    def lacking(self) -> tuple[str, ...]:
        """Those of the missing without which a connector hears nothing; the rest is optional."""
        return tuple(each for each in self.missing if each in CONNECTOR_EVENTS)

    @property
    def repeated(self) -> tuple[Judged, ...]:
        """Addresses that are told the same things as another one, or were replaced by it."""
        return tuple(x for x in self.rows if x.verdict in _REPEATED and not x.binding.offline)

    @property
    def surplus(self) -> tuple[Binding, ...]:
        """Those of the repeated that can go: the first of each sort stays. One that differs from an
        earlier one in nothing at all cannot go without it.
        """
        return tuple(
            each.binding
            for place, each in enumerate(self.repeated)
            if each.verdict is Verdict.STALE or _comes_after(each, self.repeated[:place])
        )

    @property
    def strangers(self) -> tuple[Binding, ...]:
        """Addresses that hear of the connector's events and were not subscribed from here."""
        return tuple(
            each.binding
            for each in self.rows
            if each.verdict in (Verdict.UNKNOWN, Verdict.OTHER_USER)
            and each.binding.event in CONNECTOR_EVENTS
        )


def judge(bindings: Sequence[Binding], known: Known) -> Report:
    """What is to be thought of each subscription; what is missing; `refused` is recommended but not
    offered by the portal, so nobody can subscribe to it.
    """
    rows = tuple(_judged(each, place, bindings, known) for place, each in enumerate(bindings))
    if not known.admin:
        return Report(rows, hidden=True)
    there = {each.event for each in bindings if each.fills_our_queue}
    absent = [event for event in RECOMMENDED if event not in there]
    refused = [x for x in absent if known.offered is not None and x not in known.offered]
    return Report(rows, tuple(x for x in absent if x not in refused), tuple(refused))


def _comes_after(judged: Judged, earlier: Sequence[Judged]) -> bool:
    """Whether one before it leads to the same place, and none is the very same."""
    mine = judged.binding
    before = [each.binding for each in earlier if each.binding.event == mine.event]
    alike = (x.handler == mine.handler or likeness(x.handler, mine.handler) for x in before)
    return mine not in before and any(alike)


def _judged(binding: Binding, place: int, rows: Sequence[Binding], known: Known) -> Judged:
    if known.offered is not None and binding.event not in known.offered:
        return Judged(binding, Verdict.NOT_OFFERED)
    if binding.offline:
        return Judged(binding, _offline_verdict(binding, place, rows))
    return _judged_online(binding, rows, known)


def _judged_online(binding: Binding, rows: Sequence[Binding], known: Known) -> Judged:
    if unreachable(binding.handler):
        return Judged(binding, Verdict.IMPOSSIBLE)
    beside = [x for x in rows if not x.offline and x.event == binding.event]
    if sum(x.handler == binding.handler for x in beside) > 1:
        return Judged(binding, Verdict.DUPLICATE)
    for other in beside:
        if like := likeness(binding.handler, other.handler):
            return Judged(binding, Verdict.TWIN, other.handler, like)
    if newer := _newer(binding, beside, known):
        return Judged(binding, Verdict.STALE, newer)
    return Judged(binding, _plain_verdict(binding, known))


def _plain_verdict(binding: Binding, known: Known) -> Verdict:
    if binding.auth_type not in (0, known.user):
        return Verdict.OTHER_USER
    own = (binding.event, binding.handler) in known.bound
    at_home = place_of(binding.handler) in map(place_of, known.homes)
    return Verdict.OWN if own or at_home else Verdict.UNKNOWN


def _offline_verdict(binding: Binding, place: int, rows: Sequence[Binding]) -> Verdict:
    if binding in rows[:place]:
        return Verdict.DUPLICATE
    if not binding.fills_our_queue:
        return Verdict.OTHER_QUEUE
    return Verdict.NEEDED if binding.event in RECOMMENDED else Verdict.OWN


def _newer(binding: Binding, beside: Iterable[Binding], known: Known) -> str:
    """The address that replaced this one, both subscribed from here."""
    mine = known.bound.get((binding.event, binding.handler))
    if mine is None:
        return ""
    others = {x.handler: known.bound.get((x.event, x.handler)) for x in beside}
    later = {handler: at for handler, at in others.items() if at is not None and at > mine}
    return max(later, key=lambda handler: later[handler]) if later else ""
