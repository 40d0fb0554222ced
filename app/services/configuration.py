"""Connectors, lines and subscriptions as code: what the portal has as a file, what would make the
portal as a file says, and doing that step by step. Knows no window and no file format.

Removals stand apart in a plan: a file that names less than the portal has is no order to delete.
Lines are never deleted from here.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace

from app.bitrix.errors import BitrixError
from app.domain.address import holds_secret
from app.domain.binding import Binding
from app.domain.configuration import (
    BindingEntry,
    Change,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    LineEntry,
    Plan,
)
from app.domain.connector import Origin
from app.domain.line import LineSettings
from app.domain.problem import Problem
from app.services.bindings import Bindings
from app.services.configuration_plan import Planner, Present
from app.services.configuration_steps import Steps
from app.services.connectors import Connectors
from app.services.failures import ServiceError, problem_of
from app.services.lines import Lines
from app.services.session import Session


@dataclass(frozen=True, slots=True)
class Exported:
    """The portal's configuration, and what of it could not be written: connectors that were not
    registered from here (the portal tells only their names), and connectors, their channel data
    (", DATA") and events with an address that holds a secret.
    """

    configuration: Configuration
    strangers: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """How one step ended. `problem` is None when the portal took it."""

    change: Change
    problem: Problem | None = None


class ConfigurationDesk:
    """Reads everything anew before it exports or plans."""

    def __init__(
        self, session: Session, connectors: Connectors, lines: Lines, bindings: Bindings
    ) -> None:
        self._session = session
        self._connectors, self._lines, self._bindings = connectors, lines, bindings

    async def export(self) -> Exported:
        """The portal as it is.

        Raises:
            BitrixError: it could not be read.
        """
        present = await self._read()
        entries = [BindingEntry(x.event, x.handler) for x in present.bindings]
        secret = [each for each in entries if holds_secret(each.handler)]
        hidden = [x for x in present.connectors if holds_secret(x.registration.handler)]
        good = sorted({each for each in entries if each not in secret})
        configuration = Configuration(
            self._session.profile.member_id,
            tuple(map(_line_entry, present.lines)),
            tuple(_told(each) for each in present.connectors if each not in hidden),
            None if present.bindings_hidden else tuple(good),
        )
        left_out = (*(x.registration.id for x in hidden), *(x.event for x in secret))
        cut = (x for x in present.connectors if x not in hidden and x != _told(x))
        named = (*left_out, *(f"{x.registration.id}, DATA" for x in cut))
        return Exported(configuration, present.strangers, named)

    async def plan(self, wanted: Configuration) -> Plan:
        """What would make the portal as the file says.

        Raises:
            BitrixError: the portal could not be read.
        """
        return Planner(wanted, await self._read()).plan()

    async def apply(
        self, wanted: Configuration, plan: Plan, *, prune: bool = False
    ) -> AsyncIterator[Done]:
        """Carry out a plan; one step is done each time the next one is asked for. A step that is
        refused does not stop those that do not need it. `prune`: removals, too.

        Raises:
            BitrixError: the portal does not answer any more.
        """
        steps = Steps(wanted, plan, self._connectors, self._lines, self._bindings)
        for change in (*plan.changes, *(plan.removals if prune else ())):
            try:
                await steps.do(change)
            except (BitrixError, ServiceError) as error:
                if isinstance(error, BitrixError) and error.transient:
                    raise
                yield Done(change, problem_of(error))
            else:
                yield Done(change)

    async def _read(self) -> Present:
        await self._connectors.refresh()  # and with them the lines
        await self._bindings.refresh()
        report = self._bindings.report
        own = [x for x in self._connectors.connectors() if x.origin is Origin.OWN]
        return Present(
            member_id=self._session.profile.member_id,
            lines=self._lines.all(),
            connectors=tuple(self._connector_entries()),
            strangers=tuple(each.id for each in own if each.registration is None),
            others=frozenset(x.id for x in self._connectors.connectors() if x.registration is None),
            bindings=tuple(x.binding for x in report.rows if not _of_other_queue(x.binding)),
            bindings_hidden=report.hidden,
            offered=self._bindings.offered,
        )

    def _connector_entries(self) -> Iterator[ConnectorEntry]:
        for each in self._connectors.connectors():
            if each.registration is not None and each.origin is Origin.OWN:
                yield ConnectorEntry(each.registration, tuple(self._channels(each.id)))

    def _channels(self, connector: str) -> Iterator[ChannelEntry]:
        for line in self._lines.all():
            cell = self._connectors.status(connector, line.id)
            if cell is not None and cell.state.is_on:
                written = self._connectors.channel_data(connector, line.id)
                yield ChannelEntry(line.id, written.data if written else None)


def _of_other_queue(binding: Binding) -> bool:
    """A queue of somebody's own filter is nobody else's business."""
    return bool(binding.auth_connector)


def _told(entry: ConnectorEntry) -> ConnectorEntry:
    """Without the data of channels with an address that holds a secret."""
    channels = (
        replace(each, data=None)
        if each.data is not None and any(map(holds_secret, (each.data.url, each.data.url_im)))
        else each
        for each in entry.channels
    )
    return replace(entry, channels=tuple(channels))


def _line_entry(line: LineSettings) -> LineEntry:
    settings = {k: v for k, v in line.values.items() if k != "LINE_NAME"}
    return LineEntry(
        line.id, line.name, settings, line.queue.entities if line.queue.exact else None
    )
