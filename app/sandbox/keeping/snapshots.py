"""The whole state of a portal as bytes, and back.

A snapshot is a line of JSON, the header, and lines of JSON with the rows of `records`: all that the
portal holds but its clock (what it shows is in the header) and its address. A file may come from
anybody: it is bounded in size and in what is made of it, and can make nothing but records.

What takes long can be done in a thread: `collect` reads the portal and `Loaded.put` changes it, the
rest (`written`, `read`) sees neither.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app import __version__
from app.sandbox.keeping import records
from app.sandbox.keeping.heap import undisturbed
from app.sandbox.keeping.records import Group, NoRecordError
from app.sandbox.options import Options, changed
from app.sandbox.portal import Portal

FORMAT = 2
MAX_BYTES = 512 * 1024 * 1024
#: Lists and numbers cost the reader far more room than they take in the file.
MAX_LISTS, MAX_VALUES = 6_000_000, 25_000_000
_MAGIC = b"openline-sandbox-state\n"
_MAX_HEADER = 1024 * 1024
_OUTSIDE = ("clock", "origin", "changes")
_CLOCK = "_clock"
#: Parts of the portal that are no plain records but hold nothing else, beside the portal's clock.
_PARTS = ("authority", "buckets", "faults", "operating", "queue", "schedule", "seed")
_ROWS_IN_LINE = 1000


class SnapshotError(ValueError):
    """What cannot be kept or restored, in a plain sentence."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What the portal knew at a moment; nothing that happens to the portal changes it."""

    groups: list[Group]
    header: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a snapshot holds, ready to be the portal's; at most once."""

    state: dict[str, Any]
    pushed: float
    shown: float

    def put(self, portal: Portal) -> None:
        """Make the portal what it was; its clock shows what it showed or later."""
        for name in _PARTS:
            part = self.state[name]
            if hasattr(getattr(portal, name), _CLOCK):
                setattr(part, _CLOCK, portal.clock)
        vars(portal).update(self.state)
        portal.clock.restore(self.pushed, self.shown)


def save(portal: Portal) -> bytes:
    """All that the portal knows. Raises SnapshotError when `load` would refuse it."""
    return written(collect(portal))


def load(portal: Portal, data: bytes) -> None:
    """Make the portal what it was. All or nothing.

    Raises SnapshotError for a damaged or foreign snapshot and for one of another version.
    """
    read(portal, data).put(portal)


def twin(portal: Portal, data: bytes) -> Portal:
    """A portal of its own, with a clock of its own, in the state of a snapshot."""
    copy = Portal.__new__(Portal)
    vars(copy).update(vars(portal))
    copy.clock = portal.clock.copy()
    load(copy, data)
    return copy


def collect(portal: Portal) -> Collected:
    """Read all of the portal."""
    root = {name: value for name, value in vars(portal).items() if name not in _OUTSIDE}
    try:
        with undisturbed():
            groups = records.flatten(root, _parts(portal))
    except NoRecordError as error:
        raise SnapshotError(str(error)) from None
    clock = portal.clock
    return Collected(
        groups,
        {
            "format": FORMAT,
            "program": __version__,
            "seed": portal.options.seed,
            "clock": {"now": clock.now(), "pushed": clock.pushed},
            "groups": [[group.kind, group.names] for group in groups],
        },
    )


def written(collected: Collected) -> bytes:
    """The snapshot as bytes."""
    body = io.BytesIO()
    for line in _lines(collected.groups):
        body.write(line)
        if body.tell() > MAX_BYTES - _MAX_HEADER:
            raise SnapshotError("The state is larger than the sandbox reads.")
    data = body.getvalue()
    _check_number(data)
    sums = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    header = json.dumps({**collected.header, **sums}).encode()
    return b"".join((_MAGIC, header, b"\n", data))


def _lines(groups: list[Group]) -> Iterator[bytes]:
    for number, group in enumerate(groups):
        for first in range(0, len(group.rows), _ROWS_IN_LINE):
            rows = group.rows[first : first + _ROWS_IN_LINE]
            try:
                line = json.dumps([number, rows], separators=(",", ":"), ensure_ascii=False)
            except ValueError:  # a number of thousands of digits
                raise SnapshotError("The state holds a number that is too long.") from None
            yield line.encode("utf-8", "surrogatepass") + b"\n"


def read(portal: Portal, data: bytes) -> Loaded:
    """Make everything that a snapshot holds, for a portal like this one, which stays as it is."""
    header, body = _opened(data)
    shown = _shown(header)
    groups = _groups(header, _parts(portal))
    try:
        with undisturbed():
            _read_rows(groups, body)
            state = records.build(groups)
    except Exception:  # noqa: BLE001 - whatever a made-up file breaks with, it is damaged
        raise SnapshotError("The state of the sandbox is damaged.") from None
    if not isinstance(state, dict) or not _fits(portal, state):
        raise SnapshotError(_other_version(header))
    return Loaded(state, *shown)


def _fits(portal: Portal, state: dict[str, Any]) -> bool:
    """Whether the portal's attributes are there, and its parts and switches are of their kinds."""
    own = {name: value for name, value in vars(portal).items() if name not in _OUTSIDE}
    if state.keys() != own.keys() or type(state["options"]) is not Options:
        return False
    options = state["options"]
    try:
        changed(options, {name: getattr(options, name) for name in Options.__dataclass_fields__})
    except (ValueError, TypeError):
        return False
    return all(type(state[name]) is type(own[name]) for name in own)


def _parts(portal: Portal) -> dict[str, list[str]]:
    """The kinds of the portal's parts, with the names of what each holds."""
    parts = [getattr(portal, name) for name in _PARTS]
    return {
        records.kind_of(part): [name for name in sorted(vars(part)) if name != _CLOCK]
        for part in parts
    }


def _groups(header: dict[str, Any], parts: dict[str, list[str]]) -> list[Group]:
    try:
        groups = [Group(str(kind), list(names)) for kind, names in header["groups"]]
    except (LookupError, TypeError, ValueError):
        raise SnapshotError("The state of the sandbox is damaged.") from None
    try:
        same = all(group.names == records.layout(group.kind, parts) for group in groups)
    except NoRecordError:
        same = False
    if not same:
        raise SnapshotError(_other_version(header))
    return groups


def _read_rows(groups: list[Group], body: bytes) -> None:
    for line in io.BytesIO(body):
        number, rows = json.loads(line, object_pairs_hook=_no_map)
        groups[number].rows += rows


def _no_map(_pairs: object) -> None:
    raise ValueError("a row has no maps")


def _opened(data: bytes) -> tuple[dict[str, Any], bytes]:
    if len(data) > MAX_BYTES:
        raise SnapshotError("The state is larger than the sandbox reads.")
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
    _check_number(body)
    return header, body


def _check_number(rows: bytes) -> None:
    if rows.count(b"[") > MAX_LISTS or rows.count(b",") > MAX_VALUES:
        raise SnapshotError("The state holds more than the sandbox reads.")


def _shown(header: dict[str, Any]) -> tuple[float, float]:
    try:
        values = [float(header["clock"][name]) for name in ("pushed", "now")]
    except (TypeError, KeyError, ValueError):
        raise SnapshotError("The state of the sandbox is damaged.") from None
    if not all(0 <= value < 1e11 for value in values):
        raise SnapshotError("The state of the sandbox is damaged.")
    return values[0], values[1]


def _other_version(header: dict[str, Any]) -> str:
    program = str(header.get("program"))[:40]
    return (
        f"The state was saved by another version of the sandbox ({program}, this is {__version__})."
    )
