"""What a pasted id may stand for: user codes, chats, sessions, records, addresses, people, phones.

Pure: reads a text, asks nobody. A bare number can be many things, so the answer is a list of clues,
the likeliest first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from app.domain.dialog import DialogId
from app.domain.linked import RecordKind, RecordRef

#: Where the session stands in the list `entity_data_1` of a chat, counted from 0.
SESSION_PART = 5
_LONGEST = 2048
_MAIL = re.compile(r"[^\s@|<>\"]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]{5,24}[0-9]", re.ASCII)
_RECORD_PATH = re.compile(r"/crm/(lead|deal|contact|company)/(?:details|show)/([0-9]{1,18})")
_TYPE_PATH = re.compile(r"/crm/type/([1-4])/details/([0-9]{1,18})")
_USER_PATH = re.compile(r"/company/personal/user/([0-9]{1,18})")
_WORD_NUMBER = re.compile(
    r"(chat|session|message|lead|deal|contact|company|user|l|d|c|co)[\s_:#№-]*([0-9]{1,18})",
    re.IGNORECASE | re.ASCII,
)
_NO_DIGIT = re.compile(r"[^0-9]")
_NUMBER = re.compile(r"[#№]?([0-9]{1,18})", re.ASCII)
_TYPES = dict(enumerate(RecordKind, 1))
_SHORT = {"l": "LEAD", "d": "DEAL", "c": "CONTACT", "co": "COMPANY"}
_FEWEST_DIGITS = 7


class ClueKind(StrEnum):
    """What a text may name."""

    USER_CODE = "user code"
    CHAT = "chat"
    SESSION = "session"
    RECORD = "record"
    USER = "user"
    MESSAGE = "message"
    EMAIL = "email"
    PHONE = "phone"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Clue:
    """`value` is the id as text; `record` the kind of a record."""

    kind: ClueKind
    value: str
    record: RecordKind | None = None

    @property
    def number(self) -> int:
        """The id as a number; 0 for one that is none."""
        return int(self.value) if self.value.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Graph:
    """What belongs together: customer, chat, session, records, operator. `clue` is how it was
    found. `dialog` is our own number, None for a chat that the journal does not know; `message` the
    position of the one that was meant; a record or a person without a chat stands alone. `asked`
    tells that the portal said it just now.
    """

    clue: Clue
    dialog: DialogId | None = None
    message: int | None = None
    customer: str = ""
    external: str = ""
    connector: str = ""
    line: int = 0
    portal_chat: int | None = None
    session: int | None = None
    records: tuple[RecordRef, ...] = ()
    titles: tuple[tuple[RecordRef, str], ...] = ()
    operator_id: int = 0
    operator: str = ""
    asked: bool = False


def key_parts(user_code: str) -> tuple[str, int, str, str]:
    """Connector, line, chat and user of a code; a chat's own id may hold bars."""
    connector, line, *rest = user_code.split("|")
    number = int(line) if line.isdecimal() else 0
    return connector, number, "|".join(rest[:-1]), rest[-1] if rest else ""


def read_clues(text: str) -> tuple[Clue, ...]:
    """What the text may name, the likeliest first, each once. Empty for an empty text; half a sign
    (a pasted emoji that was cut) counts as a sign that nothing has.
    """
    text = text.encode("utf-8", "replace").decode().strip().strip("\"'<>`").strip()
    if not text or len(text) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_clues(text)))


def session_of(entity_data_1: str) -> int | None:
    """The session in `entity_data_1`: its sixth field."""
    parts = entity_data_1.split("|")
    found = parts[SESSION_PART] if len(parts) > SESSION_PART else ""
    return int(found) if _is_id(found) else None


def digits(phone: str) -> str:
    """A phone number without everything that people put between its digits."""
    return _NO_DIGIT.sub("", phone)


def _clues(text: str) -> Iterator[Clue]:
    if "://" in text:
        yield from _in_address(text)
        return
    if "|" in text:
        yield from _in_parts(text)
        return
    if _MAIL.fullmatch(text):
        yield Clue(ClueKind.EMAIL, text.casefold())
    word, number = _WORD_NUMBER.fullmatch(text), _NUMBER.fullmatch(text)
    if word:
        yield from _named(word[1].lower(), word[2])
    if number:
        yield from _any_number(number[1])
    if _PHONE.fullmatch(text) and len(digits(text)) >= _FEWEST_DIGITS:
        yield Clue(ClueKind.PHONE, digits(text))
    yield Clue(ClueKind.EXTERNAL, text)


def _in_address(text: str) -> Iterator[Clue]:
    """An address of the portal; a foreign one may be somebody's external id."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return
    named = parse_qs(parts.query).get("IM_DIALOG") or parse_qs(parts.query).get("IM_HISTORY")
    if named:
        yield from _clues(named[0].removeprefix("imol|") if "|" in named[0] else named[0])
    path = unquote(parts.path)
    if found := _RECORD_PATH.search(path):
        yield Clue(ClueKind.RECORD, found[2], RecordKind(found[1].upper()))
    if found := _TYPE_PATH.search(path):
        yield Clue(ClueKind.RECORD, found[2], _TYPES[int(found[1])])
    if found := _USER_PATH.search(path):
        yield Clue(ClueKind.USER, found[1])
    yield Clue(ClueKind.EXTERNAL, text)


def _in_parts(text: str) -> Iterator[Clue]:
    """User codes, with `imol|` or without, and the two lists of a chat: `entity_data_1`, `_2`."""
    parts = [part.strip() for part in text.split("|")]
    if parts[0].casefold() == "imol":
        parts = parts[1:]
    if parts[0] in ("Y", "N") and len(parts) > SESSION_PART:
        yield from _in_entity_data(parts)
    elif parts[0] in RecordKind.__members__:
        for kind, number in zip(parts[::2], parts[1::2], strict=False):
            if kind in RecordKind.__members__ and _is_id(number):
                yield Clue(ClueKind.RECORD, number, RecordKind(kind))
    elif len(parts) >= 4 and parts[1].isdecimal() and all(parts[:4]):
        # A chat's external id may hold bars of its own: only the ends are sure.
        yield Clue(ClueKind.USER_CODE, "|".join(parts))
    else:
        yield Clue(ClueKind.EXTERNAL, text)


def _in_entity_data(parts: list[str]) -> Iterator[Clue]:
    if _is_id(parts[SESSION_PART]):
        yield Clue(ClueKind.SESSION, parts[SESSION_PART])
    if parts[0] == "Y" and parts[1] in RecordKind.__members__ and _is_id(parts[2]):
        yield Clue(ClueKind.RECORD, parts[2], RecordKind(parts[1]))


def _named(word: str, number: str) -> Iterator[Clue]:
    kinds = {
        "chat": ClueKind.CHAT,
        "session": ClueKind.SESSION,
        "user": ClueKind.USER,
        "message": ClueKind.MESSAGE,
    }
    if not _is_id(number):
        return
    if word in kinds:
        yield Clue(kinds[word], str(int(number)))
    else:
        record = RecordKind(_SHORT.get(word, word.upper()))
        yield Clue(ClueKind.RECORD, str(int(number)), record)


def _any_number(number: str) -> Iterator[Clue]:
    if not _is_id(number) or len(number) > 12:
        return
    plain = str(int(number))
    for kind in (ClueKind.CHAT, ClueKind.SESSION, ClueKind.USER, ClueKind.MESSAGE):
        yield Clue(kind, plain)
    for record in RecordKind:
        yield Clue(ClueKind.RECORD, plain, record)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text) > 0
