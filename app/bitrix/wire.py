"""The vendor's sloppy types, read and written: the only place that knows how sloppy they are.

Ids come as numbers or strings, empty objects as `[]`, lists with gaps as objects with numeric
keys, missing values as `false`, `""` or null. Knows no methods and no HTTP.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import quote

import msgspec

from app.domain.calendar_edges import can_be_told

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None
Params: TypeAlias = Mapping[str, Json]

#: Stands for "the portal did not say when".
UNKNOWN_TIME = datetime.fromtimestamp(0, UTC)

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
#: Takes what it took for good: a text that never ends is read once, not from each of its quotes.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")
_SQUARE = bytes.maketrans(b"{}", b"[]")
#: Real answers reach ten; everything that walks through one may rely on this.
_DEEPEST = 100
#: Brackets; fifty rows of anything have some thousands.
_MOST = 1_000_000
_OLD_FORMATS = ("%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p")
_LARGEST_ID = 2**63 - 1


def decode(data: bytes) -> Json:
    """JSON as the portal sends it.

    Raises:
        ValueError: this is no JSON, or it is nested beyond reason.
    """
    if _is_too_deep(data):
        raise ValueError("nested too deeply")
    try:
        value: Json = msgspec.json.decode(data)
    except ValueError:
        return _decode_leniently(data)
    return value


def encode(value: Json) -> bytes:
    """Compact JSON in UTF-8; halves of emoji, as text fields can hold them, are replaced."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        text = json.dumps(value, ensure_ascii=False)
        return whole(text).encode()


def whole(text: str) -> str:
    """A text that can be kept and sent: halves of emoji are replaced."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _is_too_deep(data: bytes) -> bool:
    if data.count(b"[") + data.count(b"{") <= _DEEPEST or _is_shallow(data):
        return False
    return not _is_shallow(_STRING.sub(b"", data))  # brackets in texts mean nothing


def _is_shallow(data: bytes) -> bool:
    """Whether all brackets close and go no deeper than `_DEEPEST`: each turn peels one level."""
    marks = data.translate(_SQUARE, _NO_BRACKETS)
    if len(marks) > _MOST:
        return False
    for _ in range(_DEEPEST):
        peeled = marks.replace(b"[]", b"")
        if len(peeled) == len(marks):
            break
        marks = peeled
    return not marks


def _decode_leniently(data: bytes) -> Json:
    """A byte order mark, broken UTF-8, NaN, halves of emoji: rare, and no reason to stop a feed.

    Halves of surrogate pairs become replacement characters, since SQLite refuses them.
    """
    text = data.decode("utf-8-sig", "replace")
    return _loads(whole(json.dumps(_loads(text), ensure_ascii=False)))


def _loads(text: str) -> Json:
    value: Json = json.loads(text, parse_constant=lambda _: None)
    return value


def as_map(value: Json) -> Mapping[str, Json]:
    """An object; `[]`, false, null and `""` are the empty one, a list counts from "0"."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return {str(index): item for index, item in enumerate(value)}
    return {}


def as_list(value: Json) -> list[Json]:
    """A list; an object with numeric keys is a list with gaps, anything else holds nothing."""
    if isinstance(value, Mapping):
        if all(key.isdecimal() for key in value):
            return [value[key] for key in sorted(value, key=_number)]
        return []
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return []


def each_map(value: Json) -> Iterator[Mapping[str, Json]]:
    """The objects of a list; what is no object is an empty one, so positions are kept."""
    return (item if isinstance(item, Mapping) else {} for item in as_list(value))


def lower(value: Json) -> dict[str, Json]:
    """An object with its keys in lower case, one level deep."""
    return {key.lower(): item for key, item in as_map(value).items()}


def field(value: Json, *path: str) -> Json:
    """Walk through objects; null as soon as a step is missing."""
    for step in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def as_text(value: Json) -> str:
    """A string; numbers become theirs, everything that is not a scalar becomes empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    return ""


def as_id(value: Json) -> str:
    """An id as text, trimmed: `7`, `"7"` and `" 7 "` are the same."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return as_text(value).strip()


def as_int(value: Json, default: int | None = None) -> int | None:
    """A whole number that SQLite can hold, or `default`; `false` stands for a missing one."""
    text = as_id(value)
    if not re.fullmatch(r"[+-]?[0-9]{1,19}", text):
        return default
    number = int(text)
    return number if abs(number) <= _LARGEST_ID else default


def as_number(value: Json) -> float | None:
    """A finite number, or null."""
    if isinstance(value, bool):
        return None
    try:
        number = float(as_text(value))
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None


def as_bool(value: Json) -> bool:
    """True, 1, "1", "Y" and "true" are true, everything else is not."""
    if isinstance(value, str):
        return value.strip().casefold() in {"y", "yes", "1", "true"}
    return value is True or (isinstance(value, int | float) and value == 1)


def as_time(value: Json) -> datetime | None:
    """A moment in UTC. Old formats name no zone and are taken as UTC; `{}` says nothing, and a
    moment at the ends of the calendar neither.
    """
    text = as_text(value).strip()
    if not text:
        return None
    for parse in (_unix, _iso, _old):
        moment = parse(text)
        if moment is not None:
            return moment if can_be_told(moment) else None
    return None


def query(params: Params) -> str:
    """PHP bracket form, as the inner commands of a batch need it; null cannot be said in it."""
    return "&".join(f"{quote(key, safe='[]')}={quote(text)}" for key, text in _flat("", params))


def _flat(prefix: str, value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield prefix, value
    elif isinstance(value, bool):
        yield prefix, "1" if value else "0"
    elif isinstance(value, int | float):
        yield prefix, str(value)
    elif value is not None:
        for key, item in as_map(value).items():
            yield from _flat(f"{prefix}[{key}]" if prefix else key, item)


def _number(key: str) -> int:
    return int(key[:19])


def _iso(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _utc(moment)


def _unix(text: str) -> datetime | None:
    seconds = as_number(text)
    if seconds is None or not 0 < seconds < 253_402_300_000:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _old(text: str) -> datetime | None:
    for pattern in _OLD_FORMATS:
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _utc(moment: datetime) -> datetime | None:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None
