"""Compares a configuration with what a portal has. Asks nobody and changes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from app.domain.address import holds_secret
from app.domain.binding import Binding
from app.domain.configuration import (
    Act,
    BindingEntry,
    Change,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    Difference,
    LineEntry,
    Note,
    Plan,
    Remark,
)
from app.domain.connector import ChannelData, Registration
from app.domain.line import QUEUE, Entity, LineSettings, Value
from app.domain.line_fields import FIELDS
from app.domain.line_rules import shown


@dataclass(frozen=True, slots=True)
class Present:
    """The portal as it was just read. `connectors` are those whose registration is known here,
    `strangers` those of this application whose is not, `others` all ids without one.
    """

    member_id: str
    lines: tuple[LineSettings, ...]
    connectors: tuple[ConnectorEntry, ...]
    strangers: tuple[str, ...]
    others: frozenset[str]
    bindings: tuple[Binding, ...]
    bindings_hidden: bool
    offered: frozenset[str]


class Planner:
    """Makes one plan. A line of the file is the portal's line of the same number and name; else
    the only one of that name; else, on the portal that the file came from, that of the same number.
    """

    def __init__(self, wanted: Configuration, present: Present) -> None:
        self._wanted, self._present = wanted, present
        self._lines = {each.id: each for each in present.lines}
        self._known = {each.registration.id: each for each in present.connectors}
        self._home = wanted.portal in ("", present.member_id)
        self._remarks: list[Remark] = []
        self._places = {each.id: found for each in wanted.lines if (found := self._place(each))}

    def plan(self) -> Plan:
        """All of it, in the order in which it has to be done."""
        changes = [
            *self._of_lines(),
            *self._of_connectors(),
            *self._of_channels(),
            *self._of_bindings(),
        ]
        removals = [*self._unbound(), *self._surplus()]
        return Plan(tuple(changes), tuple(removals), tuple(self._remarks), dict(self._places))

    def _place(self, entry: LineEntry) -> int:
        """The portal's line, 0 for none."""
        same = self._lines.get(entry.id)
        if same is not None and same.name == entry.name:
            return same.id
        named = [each.id for each in self._present.lines if each.name == entry.name]
        if len(named) == 1:
            return named[0]
        return same.id if same is not None and self._home and self._wanted.portal else 0

    def _of_lines(self) -> Iterator[Change]:
        for entry in self._wanted.lines:
            there = self._lines.get(self._places.get(entry.id, 0))
            wished: dict[str, Value | tuple[Entity, ...]] = {"LINE_NAME": entry.name}
            wished |= entry.settings
            if entry.queue is not None and self._may_queue(entry):
                wished[QUEUE] = entry.queue
            if there is None:
                if not wished.get(QUEUE):
                    self._remarks.append(Remark(Note.NOBODY_QUEUED, entry.name))
                differences = tuple(Difference(k, None, text_of(k, v)) for k, v in wished.items())
                yield Change(Act.ADD_LINE, entry.name, entry.id, entry.name, differences, wished)
                continue
            news = {k: v for k, v in wished.items() if there.value(k) != v}
            if news:
                differences = tuple(
                    Difference(k, text_of(k, there.value(k)), text_of(k, v))
                    for k, v in news.items()
                )
                yield Change(Act.CHANGE_LINE, entry.name, entry.id, entry.name, differences, news)

    def _may_queue(self, entry: LineEntry) -> bool:
        if not self._home:
            self._remarks.append(Remark(Note.QUEUE_ELSEWHERE, entry.name))
        return self._home

    def _of_connectors(self) -> Iterator[Change]:
        for entry in self._wanted.connectors or ():
            wish = entry.registration
            known = self._known.get(wish.id)
            if known is not None:
                differences = tuple(_differing(flat(known.registration), flat(wish)))
                if differences:
                    yield Change(Act.REGISTER_AGAIN, wish.id, differences=differences)
                continue
            differences = tuple(Difference(k, None, v) for k, v in flat(wish).items())
            if wish.id in self._present.others:
                self._remarks.append(Remark(Note.OTHER_OWNER, wish.id))
                yield Change(Act.REGISTER_AGAIN, wish.id, differences=differences)
            else:
                yield Change(Act.REGISTER, wish.id, differences=differences)

    def _of_channels(self) -> Iterator[Change]:
        for entry in self._wanted.connectors or ():
            key = entry.registration.id
            there = self._channels(key)
            for channel in entry.channels:
                name = self._name(channel.line)
                place = self._places.get(channel.line, 0)
                found = there.get(place)
                if found is None:
                    yield Change(Act.ACTIVATE, key, channel.line, name)
                old = found.data if found is not None else None
                if channel.data is not None and channel.data != old:
                    differences = tuple(_differing(_data(old), _data(channel.data)))
                    yield Change(Act.WRITE_DATA, key, channel.line, name, differences)

    def _channels(self, connector: str) -> Mapping[int, ChannelEntry]:
        known = self._known.get(connector)
        return {each.line: each for each in known.channels} if known is not None else {}

    def _name(self, line: int) -> str:
        return next((each.name for each in self._wanted.lines if each.id == line), str(line))

    def _of_bindings(self) -> Iterator[Change]:
        if self._wanted.bindings is None:
            return
        if self._present.bindings_hidden:
            self._remarks.append(Remark(Note.BINDINGS_HIDDEN, ""))
            return
        there = {BindingEntry(each.event, each.handler) for each in self._present.bindings}
        for entry in self._wanted.bindings:
            if entry in there:
                continue
            if self._present.offered and entry.event not in self._present.offered:
                self._remarks.append(Remark(Note.NOT_OFFERED, entry.event))
                continue
            yield Change(Act.BIND, entry.event, handler=entry.handler)

    def _unbound(self) -> Iterator[Change]:
        if self._wanted.bindings is None or self._present.bindings_hidden:
            return
        there = {BindingEntry(each.event, each.handler) for each in self._present.bindings}
        for entry in sorted(there - set(self._wanted.bindings)):
            if holds_secret(entry.handler):
                self._remarks.append(Remark(Note.KEPT_ADDRESS, entry.event))
            else:
                yield Change(Act.UNBIND, entry.event, handler=entry.handler)

    def _surplus(self) -> Iterator[Change]:
        """Own connectors, and their lines, that the file does not name. Lines here are numbers of
        the portal.
        """
        if self._wanted.connectors is None:
            return
        named = {each.registration.id: each for each in self._wanted.connectors}
        for key, known in self._known.items():
            if key not in named and holds_secret(known.registration.handler):
                self._remarks.append(Remark(Note.KEPT_ADDRESS, key))
                continue
            if key not in named:
                yield Change(Act.UNREGISTER, key)
                continue
            kept = {self._places.get(each.line, 0) for each in named[key].channels}
            for channel in known.channels:
                if channel.line not in kept:
                    name = self._lines[channel.line].name
                    yield Change(Act.DEACTIVATE, key, channel.line, name)


def flat(registration: Registration) -> dict[str, str]:
    """Everything that registers a connector, as names and texts."""
    it = registration
    found = {"NAME": it.name, "PLACEMENT_HANDLER": it.handler}
    for name, icon in (("ICON", it.icon), ("ICON_DISABLED", it.icon_disabled)):
        if icon is not None:
            found |= {f"{name}.{key.upper()}": value for key, value in asdict(icon).items()}
    return found | {key: "true" if on else "false" for key, on in it.flags.items()}


def text_of(name: str, value: Value | tuple[Entity, ...] | None) -> str:
    """A setting of a line as people read it."""
    if name == QUEUE or name not in FIELDS:
        items = value if isinstance(value, tuple) else ()
        return ", ".join(f"{x.kind} {x.id}" for x in items if isinstance(x, Entity))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(shown(FIELDS[name], value))


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Difference(name, old.get(name), new.get(name, ""))


def _data(data: ChannelData | None) -> dict[str, str]:
    return {} if data is None else {k.upper(): v for k, v in asdict(data).items()}
