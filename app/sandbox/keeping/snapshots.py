"""The whole state of a portal as bytes, and back.

A snapshot is a header of JSON and a pickle of the portal's attributes: all but its clock (what it
shows is in the header) and its address. Whoever can write a state file must not be able to run
code in the sandbox that reads it, so the unpickler builds nothing but records of the sandbox
itself and a handful of harmless containers; it looks no name up outside of the modules that are
loaded, and calls no function.
"""

import enum
import hashlib
import io
import json
import pickle
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import fields, is_dataclass
from random import Random
from typing import Any

from app import __version__
from app.sandbox.clock import Clock
from app.sandbox.keeping.heap import undisturbed
from app.sandbox.portal import Portal

FORMAT = 1
MAX_BYTES = 512 * 1024 * 1024
_MAGIC = b"openline-sandbox-state\n"
_MAX_HEADER = 1024 * 1024
_OUTSIDE = ("clock", "origin")

#: Containers and values that carry data and do nothing else when they are built.
_HARMLESS: dict[tuple[str, str], Any] = {
    ("builtins", "dict"): dict,
    ("builtins", "int"): int,
    ("builtins", "list"): list,
    ("builtins", "set"): set,
    ("collections", "Counter"): Counter,
    ("collections", "OrderedDict"): OrderedDict,
    ("collections", "defaultdict"): defaultdict,
    ("collections", "deque"): deque,
    ("random", "Random"): Random,
}
#: Parts of the portal that are no plain records but hold nothing else.
_PARTS = frozenset(
    {
        ("app.sandbox.auth", "Authority"),
        ("app.sandbox.faults", "Faults"),
        ("app.sandbox.limits", "Buckets"),
        ("app.sandbox.limits", "Operating"),
        ("app.sandbox.delivery.queue", "OfflineQueue"),
        ("app.sandbox.schedule", "Schedule"),
        ("app.sandbox.keeping.seeds", "Seed"),
    }
)
_OWN = "app.sandbox."
_CLOCK = (__name__, "the_clock")


class SnapshotError(ValueError):
    """What cannot be restored, in a plain sentence."""


def save(portal: Portal) -> bytes:
    """All that the portal knows."""
    body, layouts = io.BytesIO(), dict[str, list[str]]()
    with undisturbed():
        _Pickler(body, layouts).dump({k: v for k, v in vars(portal).items() if k not in _OUTSIDE})
    data, clock = body.getvalue(), portal.clock
    header = {
        "format": FORMAT,
        "program": __version__,
        "seed": portal.options.seed,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "clock": {"now": clock.now(), "pushed": clock.pushed},
        "layouts": layouts,
    }
    return b"".join((_MAGIC, json.dumps(header).encode(), b"\n", data))


def load(portal: Portal, data: bytes) -> None:
    """Make the portal what it was; its clock shows what it showed or later. All or nothing.

    Raises SnapshotError for a damaged or foreign snapshot and for one of another version.
    """
    header, body = _opened(data)
    shown = _shown(header)
    state = _read(body, portal.clock)
    known = vars(portal).keys() - set(_OUTSIDE)
    if not isinstance(state, dict) or state.keys() != known:
        raise SnapshotError(_other_version(header))
    vars(portal).update(state)
    portal.clock.restore(*shown)


def twin(portal: Portal, data: bytes) -> Portal:
    """A portal of its own, with a clock of its own, in the state of a snapshot."""
    copy = Portal.__new__(Portal)
    vars(copy).update(vars(portal))
    copy.clock = portal.clock.copy()
    load(copy, data)
    return copy


class _Pickler(pickle.Pickler):
    """Leaves the clock out, and notes how each record is built."""

    def __init__(self, file: io.BytesIO, layouts: dict[str, list[str]]) -> None:
        super().__init__(file, protocol=5)
        self._layouts = layouts

    def reducer_override(self, obj: Any) -> Any:
        """Called for every object that is no plain builtin."""
        if isinstance(obj, Clock):
            return the_clock, ()
        kind = type(obj)
        if kind.__module__.startswith(_OWN):
            name = f"{kind.__module__}:{kind.__qualname__}"
            if name not in self._layouts:
                self._layouts[name] = _layout(_allowed(kind.__module__, kind.__qualname__))
        return NotImplemented


def the_clock() -> None:
    """A name in the pickle, for which the reader puts its own clock."""
    raise NotImplementedError


class _Unpickler(pickle.Unpickler):
    """Builds our own records, and nothing that could do anything."""

    def __init__(self, file: io.BytesIO, clock: Clock) -> None:
        super().__init__(file)
        self._clock = clock

    def find_class(self, module: str, name: str) -> Any:
        """The class behind a name, if it is a record or harmless."""
        if (module, name) == _CLOCK:
            return lambda: self._clock
        return _HARMLESS.get((module, name)) or _allowed(module, name)


def _allowed(module: str, name: str) -> type:
    found = getattr(sys.modules.get(module), name, None) if module.startswith(_OWN) else None
    if isinstance(found, type) and found.__module__ == module and _is_data(found):
        return found
    raise SnapshotError(f"The snapshot holds something that is no record: {module}.{name}.")


def _is_data(kind: type) -> bool:
    part = (kind.__module__, kind.__qualname__) in _PARTS
    return part or is_dataclass(kind) or issubclass(kind, enum.Enum)


def _layout(kind: type) -> list[str]:
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _opened(data: bytes) -> tuple[dict[str, Any], bytes]:
    if len(data) > MAX_BYTES:
        raise SnapshotError("The snapshot is larger than the sandbox reads.")
    if not data.startswith(_MAGIC):
        raise SnapshotError("This is no state of a sandbox.")
    end = data.find(b"\n", len(_MAGIC), len(_MAGIC) + _MAX_HEADER)
    try:
        header = json.loads(data[len(_MAGIC) : max(end, 0)])
        version = header["format"]
        whole = end > 0 and header["size"] == len(data) - end - 1
    except (ValueError, LookupError, TypeError, RecursionError):
        raise SnapshotError("The state of the sandbox is damaged.") from None
    if version != FORMAT:
        raise SnapshotError(_other_version(header))
    body = data[end + 1 :]
    if not whole or hashlib.sha256(body).hexdigest() != header.get("sha256"):
        raise SnapshotError("The state of the sandbox is damaged.")
    _check_layouts(header)
    return header, body


def _check_layouts(header: dict[str, Any]) -> None:
    layouts = header.get("layouts")
    for name, known in layouts.items() if isinstance(layouts, dict) else ():
        module, _, kind = name.partition(":")
        found = getattr(sys.modules.get(module), kind, None) if module.startswith(_OWN) else None
        if not isinstance(found, type) or _layout(found) != known:
            raise SnapshotError(_other_version(header))


def _shown(header: dict[str, Any]) -> tuple[float, float]:
    try:
        values = [float(header["clock"][name]) for name in ("pushed", "now")]
    except (TypeError, KeyError, ValueError):
        raise SnapshotError("The state of the sandbox is damaged.") from None
    if not all(0 <= value < 1e11 for value in values):
        raise SnapshotError("The state of the sandbox is damaged.")
    return values[0], values[1]


def _read(body: bytes, clock: Clock) -> Any:
    try:
        with undisturbed():
            return _Unpickler(io.BytesIO(body), clock).load()
    except SnapshotError:
        raise
    except Exception:  # noqa: BLE001 - whatever a made-up pickle breaks with, it is damaged
        raise SnapshotError("The state of the sandbox is damaged.") from None


def _other_version(header: dict[str, Any]) -> str:
    program = str(header.get("program"))[:40]
    return (
        f"The state was saved by another version of the sandbox ({program}, this is {__version__})."
    )
