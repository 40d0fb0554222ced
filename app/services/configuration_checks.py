"""What a configuration file says, checked: every value by the rule of its field.

Collects all problems, each with its line. Knows no portal.
"""

import re
from typing import Any

import yaml

from app.domain.configuration import (
    BindingEntry,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    LineEntry,
)
from app.domain.connector import FLAG_DEFAULTS, ChannelData, FieldProblem, Icon, Registration
from app.domain.line import Entity, EntityKind, Value
from app.domain.line_fields import DAYS, FIELDS, Field, Kind
from app.domain.line_rules import cross_check, parse
from app.domain.rules import check_channel, check_handler, check_registration
from app.services.configuration_problems import ConfigurationError, FileProblem, Unfit
from app.services.configuration_rows import (
    ChannelRow,
    ConnectorRow,
    FileRow,
    LineRow,
    PictureRow,
)
from app.services.located_yaml import Place, at


class Checked:
    """Turns what was read into a configuration and collects what is wrong with it."""

    def __init__(self, name: str, node: yaml.Node) -> None:
        self._name, self._node = name, node
        self._problems: list[FileProblem] = []

    def configuration(self, file: FileRow) -> Configuration:
        """All of it.

        Raises:
            ConfigurationError: with every problem that was found.
        """
        lines = tuple(self._line(n, each) for n, each in enumerate(file.lines))
        known = [each.id for each in lines]
        self._twice(("lines",), known)
        connectors = self._connectors(file, frozenset(known))
        bindings = self._bindings(file)
        if self._problems:
            raise ConfigurationError(self._name, sorted(self._problems, key=lambda p: p.line))
        return Configuration(
            file.portal,
            lines,
            None if connectors is None else tuple(connectors),
            None if bindings is None else tuple(bindings),
        )

    def _tell(self, place: Place, rule: FieldProblem) -> None:
        self._problems.append(FileProblem(at(self._node, place), rule))

    def _unfit(self, place: Place, why: Unfit, field: str = "", hint: str = "") -> None:
        self._tell(place, FieldProblem(field, why, hint))

    def _twice(self, part: Place, keys: list[Any]) -> None:
        seen = set()
        for number, key in enumerate(keys):
            if key in seen:
                told = key.event if isinstance(key, BindingEntry) else str(key)
                self._unfit((*part, number), Unfit.TWICE, told)
            seen.add(key)

    def _line(self, number: int, row: LineRow) -> LineEntry:
        place: Place = ("lines", number)
        values: dict[str, Value] = {}
        for key, typed in {"LINE_NAME": row.name, **row.settings}.items():
            where = (*place, "name") if key == "LINE_NAME" else (*place, "settings", key)
            value = self._setting(where, key, typed)
            if value is not None:
                values[key] = value
        for rule in cross_check(values):
            self._tell((*place, "settings", rule.field), rule)
        values.pop("LINE_NAME", None)
        queue = None if row.queue is None else self._queue((*place, "queue"), row.queue)
        return LineEntry(row.id, row.name.strip(), values, queue)

    def _setting(self, where: Place, key: str, typed: Any) -> Value | None:
        field = FIELDS.get(key)
        if field is None:
            self._unfit(where, Unfit.SETTING, key)
            return None
        plain = _typed(field, typed)
        if plain is None:
            self._tell(where, _wanted(field, key))
            return None
        value = parse(field, plain)
        if isinstance(value, FieldProblem):
            self._tell(where, value)
            return None
        return value

    def _queue(self, where: Place, rows: list[str]) -> tuple[Entity, ...]:
        found = []
        for number, text in enumerate(rows):
            kind, _, key = text.partition(" ")
            if kind in list(EntityKind) and _NUMBER.fullmatch(key):
                found.append(Entity(EntityKind(kind), int(key)))
            else:
                self._unfit((*where, number), Unfit.QUEUE_ENTRY, text)
        return tuple(dict.fromkeys(found))

    def _connectors(self, file: FileRow, lines: frozenset[int]) -> list[ConnectorEntry] | None:
        if file.connectors is None:
            return None
        ids = [each.id.lower() for each in file.connectors]
        self._twice(("connectors",), ids)
        return [self._connector(n, row, lines) for n, row in enumerate(file.connectors)]

    def _connector(self, number: int, row: ConnectorRow, lines: frozenset[int]) -> ConnectorEntry:
        place: Place = ("connectors", number)
        for key in row.flags.keys() - FLAG_DEFAULTS.keys():
            self._unfit((*place, "flags", key), Unfit.SWITCH, key)
        off = None if row.icon_disabled is None else _icon(row.icon_disabled)
        flags = {key: row.flags.get(key, usual) for key, usual in FLAG_DEFAULTS.items()}
        entry = Registration(row.id, row.name, row.handler, _icon(row.icon), off, flags)
        for rule in check_registration(entry):
            self._tell((*place, *_WHERE.get(rule.field, (rule.field.lower(),))), rule)
        where = (*place, "lines")
        channels = [self._channel((*where, at), each, lines) for at, each in enumerate(row.lines)]
        self._twice(where, [each.line for each in row.lines])
        return ConnectorEntry(entry, tuple(channels))

    def _channel(self, place: Place, row: ChannelRow, lines: frozenset[int]) -> ChannelEntry:
        if row.line not in lines:
            self._unfit((*place, "line"), Unfit.LINE, str(row.line))
        it = row.data
        data = None if it is None else ChannelData(it.id, it.url, it.url_im, it.name)
        for rule in check_channel(data) if data else ():
            self._tell((*place, "data", rule.field.lower()), rule)
        return ChannelEntry(row.line, data)

    def _bindings(self, file: FileRow) -> list[BindingEntry] | None:
        if file.bindings is None:
            return None
        found = [BindingEntry(each.event.upper(), each.handler.strip()) for each in file.bindings]
        self._twice(("bindings",), found)
        for number, each in enumerate(found):
            rule = check_handler(each.handler) if each.handler else None
            if rule is not None:
                self._tell(("bindings", number, "handler"), rule)
            if not _EVENT.fullmatch(each.event):
                self._unfit(("bindings", number, "event"), Unfit.EVENT, each.event)
        return found


_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_EVENT = re.compile(r"[A-Z0-9_:]{3,200}")
_WHERE: dict[str, Place] = {
    "NAME": ("name",),
    "PLACEMENT_HANDLER": ("handler",),
    **{
        f"{name}.{key}": (name.lower(), "image" if key == "DATA_IMAGE" else key.lower())
        for name in ("ICON", "ICON_DISABLED")
        for key in ("DATA_IMAGE", "COLOR", "SIZE", "POSITION")
    },
}


def _icon(row: PictureRow) -> Icon:
    return Icon(row.image, row.color, row.size, row.position)


def _typed(field: Field, value: Any) -> Any:
    """What a control would hold for the text of the file, None for what cannot be read."""
    if field.kind is Kind.FLAG:
        return {"true": True, "false": False}.get(str(value).lower())
    if field.kind is Kind.DAYS:
        good = isinstance(value, list) and all(each in DAYS for each in value)
        return tuple(day for day in DAYS if day in value) if good else None
    if field.kind is Kind.HOLIDAYS and isinstance(value, list):
        return ", ".join(map(str, value))
    if field.kind is Kind.CHOICE:
        return value if value in field.choices else None
    return value if isinstance(value, str) else None


def _wanted(field: Field, key: str) -> FieldProblem:
    if field.kind is Kind.CHOICE:
        return FieldProblem(key, Unfit.CHOICE, ", ".join(field.choices))
    if field.kind is Kind.DAYS:
        return FieldProblem(key, Unfit.DAYS, ", ".join(DAYS))
    return FieldProblem(key, Unfit.FLAG if field.kind is Kind.FLAG else Unfit.TEXT)
