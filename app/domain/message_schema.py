"""What the vendor's tables say of an item of `MESSAGES`: fields, kinds, what is required.

Works on plain values; knows no text of them. A flaw keeps the call from being sent, a remark does
not: the portal takes more than it documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.dialog import Customer
from app.domain.links import parse_link
from app.domain.rules import LONGEST_TEXT, check_customer

#: From the outermost key inwards; numbers count items of a list.
Path = tuple[str | int, ...]


class Act(StrEnum):
    """Which of the three methods."""

    SEND = "send"
    UPDATE = "update"
    DELETE = "delete"


class Kind(StrEnum):
    """What a field holds. WHOLE is a number or its digits, YES the letter Y."""

    TEXT = "text"
    WHOLE = "whole"
    YES = "yes"
    GENDER = "gender"
    ADDRESS = "address"
    FILES = "files"
    PICTURE = "picture"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong where. `value` is what would be right, or what is expected."""

    path: Path
    code: str
    value: str = ""
    remark: bool = False


_USER = {
    **dict.fromkeys(("id", "name", "last_name", "email", "phone", "title"), Kind.TEXT),
    "picture": Kind.PICTURE,
    "url": Kind.ADDRESS,
    "gender": Kind.GENDER,
    "skip_phone_validate": Kind.YES,
}
_MESSAGE = {
    "id": Kind.TEXT,
    "date": Kind.WHOLE,
    "text": Kind.TEXT,
    "files": Kind.FILES,
    "disable_crm": Kind.YES,
    "user_id": Kind.WHOLE,
    "attachments": Kind.ANY,
}
_CHAT = {"id": Kind.TEXT, "name": Kind.TEXT, "url": Kind.ADDRESS}
_TABLES = {"user": _USER, "message": _MESSAGE, "chat": _CHAT}
_FILE = {"url": Kind.ADDRESS, "name": Kind.TEXT, "type": Kind.TEXT, "description": Kind.TEXT}
_LINTED = ("name", "last_name")


def shown(path: Path) -> str:
    """A path as people write it: `MESSAGES[0].message.date`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def check_call(value: object, original: Mapping[str, object], act: Act) -> list[Flaw]:
    """Everything that is wrong with the parameters of a call. Connector, line, the number of the
    messages and their ids are fixed: they are those of `original`.
    """
    if not isinstance(value, Mapping):
        return [Flaw((), "NOT_MAP")]
    flaws = [
        Flaw((key,), "FIXED", str(original[key]))
        for key in ("CONNECTOR", "LINE")
        if str(value.get(key)) != str(original[key])
    ]
    flaws += [Flaw((key,), "UNKNOWN", remark=True) for key in value if key not in original]
    items, wanted = value.get("MESSAGES"), original["MESSAGES"]
    assert isinstance(wanted, Sequence)
    if not isinstance(items, list) or len(items) != len(wanted):
        return [*flaws, Flaw(("MESSAGES",), "COUNT", str(len(wanted)))]
    for number, (item, known) in enumerate(zip(items, wanted, strict=True)):
        flaws += [
            Flaw(("MESSAGES", number, *each.path), each.code, each.value, each.remark)
            for each in check_item(item, known, act)
        ]
    return flaws


def check_item(item: object, original: object, act: Act) -> Iterator[Flaw]:
    """Everything that is wrong with one item."""
    if not isinstance(item, Mapping):
        yield Flaw((), "NOT_MAP")
        return
    yield from (Flaw((key,), "UNKNOWN", remark=True) for key in item if key not in _TABLES)
    for part, table in _TABLES.items():
        value = item.get(part)
        if not isinstance(value, Mapping):
            yield Flaw((part,), "MISSING" if value is None else "NOT_MAP")
            continue
        known = original.get(part) if isinstance(original, Mapping) else None
        right = str(known.get("id", "")) if isinstance(known, Mapping) else ""
        if str(value.get("id")) != right:
            yield Flaw((part, "id"), "FIXED", right)
        yield from _fields((part,), value, table)
    yield from _content(item.get("message"), act)
    yield from _lint(item.get("user"))


def _fields(path: Path, value: Mapping[str, object], table: Mapping[str, Kind]) -> Iterator[Flaw]:
    for key, each in value.items():
        kind = table.get(key)
        if kind is None:
            yield Flaw((*path, key), "UNKNOWN", remark=True)
        else:
            yield from _kind((*path, key), each, kind)


def _kind(path: Path, value: object, kind: Kind) -> Iterator[Flaw]:
    if kind is Kind.FILES:
        yield from _files(path, value)
    elif kind is Kind.PICTURE:
        if isinstance(value, Mapping):
            yield from _fields(path, value, {"url": Kind.ADDRESS})
        else:
            yield Flaw(path, "NOT_MAP")
    elif kind is Kind.ANY:
        yield Flaw(path, "UNDOCUMENTED", remark=True)
    elif (code := _scalar(value, kind)) is not None:
        yield Flaw(path, code)


def _scalar(value: object, kind: Kind) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return "NOT_TEXT" if kind is not Kind.WHOLE else "NOT_WHOLE"
    text = str(value)
    wrong = {
        Kind.WHOLE: not text.isdecimal() or not text.isascii() or len(text) > 18,
        Kind.YES: text != "Y",
        Kind.GENDER: text not in ("male", "female"),
        Kind.ADDRESS: parse_link(text) is None,
        Kind.TEXT: isinstance(value, int),
    }
    codes = {Kind.WHOLE: "NOT_WHOLE", Kind.TEXT: "NOT_TEXT"}
    return codes.get(kind, f"NOT_{kind.value.upper()}") if wrong[kind] else None


def _files(path: Path, value: object) -> Iterator[Flaw]:
    if not isinstance(value, list):
        yield Flaw(path, "NOT_LIST")
        return
    for number, each in enumerate(value):
        here = (*path, number)
        if not isinstance(each, Mapping):
            yield Flaw(here, "NOT_MAP")
            continue
        if not each.get("url"):
            yield Flaw((*here, "url"), "MISSING")
        known = {key: value for key, value in each.items() if key != "headers"}
        yield from _fields(here, known, _FILE)


def _content(message: object, act: Act) -> Iterator[Flaw]:
    """Text or files are needed, but for a deletion."""
    if act is Act.DELETE or not isinstance(message, Mapping):
        return
    text = message.get("text")
    if not (isinstance(text, str) and text.strip()) and not message.get("files"):
        yield Flaw(("message", "text"), "NO_CONTENT")
    if isinstance(text, str) and len(text) > LONGEST_TEXT:
        yield Flaw(("message", "text"), "TOO_LONG", str(LONGEST_TEXT), remark=True)


def _lint(user: object) -> Iterator[Flaw]:
    """The documented rules of names: the server does not insist on them."""
    if not isinstance(user, Mapping):
        return
    given = {key: each for key in _LINTED if isinstance(each := user.get(key), str)}
    customer = Customer("c", given.get("name", "A"), "c", given.get("last_name", ""))
    for each in check_customer(customer):
        yield Flaw(("user", each.field), each.code, each.hint, remark=True)
