"""A line as `imopenlines.config.*` writes it, read and written. Knows no calls.

The vendor's values are texts; times of day come dotted (`9`, `18.30`) and go as `09:00`, lists come
as lists, as objects with numeric keys or as one text, dates are `{}`. What this console does not
edit is kept as the JSON text that came.
"""

from collections.abc import Callable, Iterable, Mapping

from app.bitrix.wire import (
    Json,
    as_bool,
    as_id,
    as_int,
    as_list,
    as_map,
    as_text,
    each_map,
    encode,
)
from app.domain.line import QUEUE, Changes, Entity, EntityKind, LineSettings, Queue, Value
from app.domain.line_fields import DAYS, FIELDS, Field, Kind
from app.domain.line_rules import clock, read_clock, read_date

#: Told beside the settings: parts of the queue, and the line's number.
_QUEUE_KEYS = (QUEUE, "CONFIG_QUEUE", "QUEUE_USERS_FIELDS")
_FLAGS = frozenset({"Y", "N", "1", "0", ""})


def read_line(answer: Json, listed: Json = None) -> LineSettings | None:
    """A line of `config.get` or of a row of `config.list.get`; null when it names no line.

    `listed` is the row of the list beside the answer of `config.get`: only the list tells the
    entries of the queue.
    """
    row, beside = as_map(answer), as_map(listed)
    number = as_int(row.get("ID"))
    if number is None:
        return None
    read = {name: _read(field, row.get(name)) for name, field in FIELDS.items() if name in row}
    values = {name: value for name, value in read.items() if value is not None}
    values["LINE_NAME"] = name = as_text(row.get("LINE_NAME")) or str(number)
    rest = (each for each in row if each not in values and each not in _QUEUE_KEYS)
    return LineSettings(
        number,
        name,
        values.setdefault("ACTIVE", True) is not False,
        values,
        _queue({**row, **{k: v for k, v in beside.items() if k == "CONFIG_QUEUE"}}),
        {each: encode(row[each]).decode() for each in rest},
    )


def write_changes(changes: Changes) -> dict[str, Json]:
    """`PARAMS` of `config.update`: only what has changed, since the portal keeps the rest."""
    return {name: _written(name, value) for name, value in changes.items()}


def _written(name: str, value: Value | tuple[Entity, ...]) -> Json:
    if name == QUEUE:
        return [
            {"ENTITY_TYPE": each.kind.value, "ENTITY_ID": str(each.id)}
            for each in (value if isinstance(value, tuple) else ())
            if isinstance(each, Entity)
        ]
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, tuple):
        items = [str(each) for each in value]
        return items if FIELDS[name].kind is Kind.DAYS else ",".join(items)
    if FIELDS[name].kind is Kind.CLOCK and isinstance(value, int):
        return clock(value)
    return value


def _read(field: Field, value: Json) -> Value | None:
    """The typed value, or None for what cannot be read: it stays among the rest as it is."""
    return _READERS.get(field.kind, _text)(field, value)


def _flag(_: Field, value: Json) -> Value | None:
    if not isinstance(value, bool) and as_id(value).upper() not in _FLAGS:
        return None
    return as_bool(value)


def _number(_: Field, value: Json) -> Value | None:
    if value in (None, False, ""):
        return 0
    number = as_int(value)
    return number if number is not None and number >= 0 else None


def _clock(_: Field, value: Json) -> Value | None:
    return read_clock(as_text(value))


def _days(_: Field, value: Json) -> Value | None:
    found = {each.upper() for each in _items(value)}
    return tuple(day for day in DAYS if day in found) if found <= set(DAYS) else None


def _holidays(_: Field, value: Json) -> Value | None:
    dates = [read_date(each) for each in _items(value)]
    return None if None in dates else tuple(each for each in dates if each is not None)


def _text(_: Field, value: Json) -> Value | None:
    scalar = value is None or isinstance(value, bool | int | float | str)
    return as_text(value) if scalar else None


_READERS: dict[Kind, Callable[[Field, Json], Value | None]] = {
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.CLOCK: _clock,
    Kind.DAYS: _days,
    Kind.HOLIDAYS: _holidays,
}


def _items(value: Json) -> list[str]:
    """The texts of a list in any form: a list, an object, `a,b`; `[""]` is the empty one."""
    found = value.split(",") if isinstance(value, str) else map(as_text, as_list(value))
    return [each.strip() for each in found if each.strip()]


def _queue(row: Mapping[str, Json]) -> Queue:
    people = tuple(dict.fromkeys(each for each in _ids(row.get(QUEUE)) if each > 0))
    about_them = as_map(row.get("QUEUE_USERS_FIELDS"))
    names = {
        int(key): as_text(as_map(about).get("USER_NAME"))
        for key, about in about_them.items()
        if key.isdecimal() and as_text(as_map(about).get("USER_NAME"))
    }
    told = row.get("CONFIG_QUEUE")
    entities = _entities(told)
    understood = len(entities) == len({encode(each) for each in as_list(told)})
    exact = isinstance(told, list | Mapping) and understood and bool(entities or not people)
    users = tuple(Entity(EntityKind.USER, each) for each in people)
    return Queue(entities if exact else users, people, names, exact)


def _ids(value: Json) -> Iterable[int]:
    """Ids of users, which stand alone or as entries with `ENTITY_ID` or `USER_ID`."""
    for each in as_list(value):
        found = as_map(each)
        wanted = found.get("USER_ID", found.get("ENTITY_ID")) if found else each
        yield as_int(wanted, 0) or 0


def _entities(value: Json) -> tuple[Entity, ...]:
    found = []
    for row in each_map(value):
        kind, number = as_text(row.get("ENTITY_TYPE")).lower(), as_int(row.get("ENTITY_ID"))
        if kind in list(EntityKind) and number:
            found.append(Entity(EntityKind(kind), number))
    return tuple(dict.fromkeys(found))
