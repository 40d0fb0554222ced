"""Finds rows on the pages of a damaged SQLite file when the way to those pages is lost.

Reads the file format itself: https://www.sqlite.org/fileformat2.html. A page says of what kind it
is and where its rows are, but not whose they are: that is told by how many values a row has and of
which types. Pages that were given up keep old rows, hence what was found on the proper way wins.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

Value: TypeAlias = int | float | str | bytes | None
#: The kinds of pages that hold rows, with the length of their heads. An inner page of an index
#: holds rows, too, and a page number before each.
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 13, 10, 2
_HEADS = {_TABLE_LEAF: 8, _INDEX_LEAF: 8, _INDEX_INNER: 12}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_TYPES: dict[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
_PAGE = 4096
_LONGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of a table look like: name, type and whether it may be empty of each column, in
    order. Older rows have fewer values, at least `least`. With `numbered` the first is the row's
    number.
    """

    columns: tuple[tuple[str, str, bool], ...]
    least: int
    numbered: bool

    def fits(self, values: tuple[Value, ...]) -> bool:
        """Whether a row can be one of this table."""
        if not self.least <= len(values) <= len(self.columns):
            return False
        return all(
            optional if value is None else isinstance(value, _TYPES.get(kind, object))
            for value, (_, kind, optional) in zip(values, self.columns, strict=False)
        )


def loose_rows(path: Path, shapes: dict[str, Shape]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Every row on every page that fits one of the tables."""
    wanted = {each.numbered for each in shapes.values()}
    with path.open("rb") as file:
        number = 0
        while page := file.read(_PAGE):
            after = file.tell()
            for numbered, values in _rows(page, number == 0, file, wanted):
                for name, shape in shapes.items():
                    if shape.numbered is numbered and shape.fits(values):
                        yield name, values
                        break
            file.seek(after)
            number += 1


def _rows(
    page: bytes, first: bool, file: BinaryIO, wanted: set[bool]
) -> Iterator[tuple[bool, tuple[Value, ...]]]:
    start = 100 if first else 0
    kind = page[start] if len(page) == _PAGE else 0
    head = _HEADS.get(kind)
    if head is None or (kind == _TABLE_LEAF) not in wanted:
        return
    (count,) = struct.unpack_from(">H", page, start + 3)
    for each in range(min(count, (_PAGE - start - head) // 2)):
        (at,) = struct.unpack_from(">H", page, start + head + 2 * each)
        try:
            yield kind == _TABLE_LEAF, _row(page, at, kind, file)
        except (IndexError, ValueError, struct.error):  # no row
            continue


def _row(page: bytes, at: int, kind: int, file: BinaryIO) -> tuple[Value, ...]:
    if kind == _INDEX_INNER:
        at += 4
    length, at = _varint(page, at)
    number: int | None = None
    if kind == _TABLE_LEAF:
        number, at = _varint(page, at)
    values = _values(_payload(page, at, length, kind, file))
    if number is not None and values and values[0] is None:
        return (number, *values[1:])
    return values


def _payload(page: bytes, at: int, length: int, kind: int, file: BinaryIO) -> bytes:
    """What a row holds; a long one goes on on pages of its own."""
    if not 0 < length <= _LONGEST:
        raise ValueError("no length")
    most = _PAGE - 35 if kind == _TABLE_LEAF else (_PAGE - 12) * 64 // 255 - 23
    if length <= most:
        return page[at : at + length]
    least = (_PAGE - 12) * 32 // 255 - 23
    local = least + (length - least) % (_PAGE - 4)
    local = local if local <= most else least
    parts, left = [page[at : at + local]], length - local
    (follows,) = struct.unpack_from(">I", page, at + local)
    while left > 0:
        if follows == 0:
            raise ValueError("it ends before its end")
        file.seek((follows - 1) * _PAGE)
        more = file.read(_PAGE)
        (follows,) = struct.unpack_from(">I", more)
        parts.append(more[4 : 4 + left])
        left -= _PAGE - 4
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    if not at < end <= len(payload):
        raise ValueError("no head")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("not the length that its values have")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind < 12:
        raise ValueError("no such kind")
    size = (kind - 12) // 2
    piece = payload[at : at + size]
    return (piece.decode() if kind % 2 else piece), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = data[at]
        value, at = value << 7 | byte & 0x7F, at + 1
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1
