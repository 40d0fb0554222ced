"""Facts about sessions out of the journal, dialog by dialog. Reads on whatever connection it is
given, knows no thread and no figures.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection
from threading import Lock
from typing import Any

import msgspec

from app.domain.dialog import Author, Delivery, DialogId
from app.domain.statistics.facts import SessionFact
from app.domain.statistics.sessions import Line, Mark, Place, session_facts
from app.services.notes import NoteKind
from app.services.rows import moment, stamp

#: After so many dialogs the thread asks whether it shall go on, and if they had to be read it rests
#: for so many seconds: the window shares the interpreter with it.
WORK, REST = 8, 0.0003

#: What is told after another word, but happened no longer than this before it, happened with it.
CLOSE = timedelta(seconds=2)

_packed = msgspec.msgpack.Encoder().encode
_unpacked = msgspec.msgpack.Decoder(tuple[SessionFact, ...])
_unpacked_one = msgspec.msgpack.Decoder(SessionFact)

Rating = tuple[datetime, int]

_NOTES = {
    NoteKind.SESSION_STARTED.value: Mark.BEGAN,
    NoteKind.SESSION_FINISHED.value: Mark.ENDED,
    NoteKind.LINE_DELETED.value: Mark.ENDED,
}
_CUSTOMER, _OPERATOR = Author.CUSTOMER.value, Author.OPERATOR.value
_LINE_DELETED = NoteKind.LINE_DELETED.value
#: A customer's message that the portal has; an operator's that left.
_ASKED, _ANSWERED = (
    (Delivery.SENT.value,),
    (
        Delivery.RECEIVED.value,
        Delivery.DELIVERED.value,
        Delivery.READ.value,
    ),
)
DIALOGS = (
    "SELECT id, connector, line, CASE WHEN name = chat THEN '' ELSE name END, "
    "CASE WHEN user = '' THEN chat ELSE user END FROM dialog WHERE opened_at >= ? OR last_at >= ? "
    "OR id IN (SELECT DISTINCT dialog FROM message INDEXED BY message_at WHERE at >= ?)"
)
_VOTES = (
    "SELECT dialog, at, detail FROM told_act WHERE act = 'vote' AND result = '' "
    "AND dialog IS NOT NULL AND (detail GLOB '[1-5]' OR detail GLOB '[1-5] *') ORDER BY id"
)
#: Of what was read of the time before a dialog was known here, only what stands after the beginning
#: of a session counts: where the others begin and end, nobody told.
_LINES = (
    "SELECT author, delivery, at, author_id, author_name, "
    "CASE WHEN author = 'system' AND delivery = 'none' THEN text ELSE '' END "
    "FROM message WHERE dialog = ?1 AND (position >= 0 OR position >= ("
    "SELECT min(position) FROM message WHERE dialog = ?1 AND position < 0 "
    "AND author = 'system' AND delivery = 'none' AND text GLOB 'session-started:*'"
    ")) ORDER BY position"
)


class FactBook:
    """The facts of each dialog that was asked for last, until something changes in it. They are
    kept packed: hundreds of thousands of objects would stop the window whenever Python looks for
    garbage. One thread reads, another one may say what changed.
    """

    def __init__(self) -> None:
        self._known: dict[DialogId, tuple[bytes, bytes]] = {}  # the place, and the facts
        self._changed: set[DialogId] = set()
        self._lock = Lock()

    def forget(self, dialog: DialogId) -> None:
        """It has changed: it is read again."""
        with self._lock:
            self._changed.add(dialog)

    def since(
        self, edge: datetime, conn: Connection, go_on: Callable[[], None] = lambda: None
    ) -> Iterator[SessionFact]:
        """Every session of dialogs in which something happened from a moment on, in no order, each
        made when it is asked for. `go_on` is asked every now and then: what it raises gives up.
        """
        self._drop_changed()
        told = stamp(edge)
        ratings = read_ratings(conn)
        rows = conn.execute(DIALOGS, (told, told, told)).fetchall()
        known = len(self._known)
        for done, row in enumerate(rows):
            if done % WORK == 0:
                go_on()
                time.sleep(REST if len(self._known) > known else 0)
                known = len(self._known)
            place = Place(DialogId(row[0]), *row[1:])
            yield from rated(self._facts(place, conn), ratings.get(place.dialog, ()))
        asked = {row[0] for row in rows}
        for each in self._known.keys() - asked:
            del self._known[each]

    def _facts(self, place: Place, conn: Connection) -> tuple[SessionFact, ...]:
        head, known = _packed(place), self._known.get(place.dialog)
        if known is not None and known[0] == head:
            return _unpacked.decode(known[1])
        facts = session_facts(place, read_lines(place.dialog, conn))
        self._known[place.dialog] = head, _packed(facts)
        return facts

    def _drop_changed(self) -> None:
        with self._lock:
            changed, self._changed = self._changed, set()
        for each in changed:
            self._known.pop(each, None)


def in_order(facts: Iterable[SessionFact]) -> Iterator[SessionFact]:
    """By the time when they began. They wait packed."""
    waiting = [(each.opened_at.timestamp(), each.dialog, _packed(each)) for each in facts]
    waiting.sort()
    return (_unpacked_one.decode(packed) for _, _, packed in waiting)


def read_ratings(conn: Connection) -> dict[DialogId, list[Rating]]:
    """What supervisors gave from here, in order of time; what customers give is not told."""
    found: dict[DialogId, list[Rating]] = {}
    for dialog, at, detail in conn.execute(_VOTES):
        found.setdefault(DialogId(dialog), []).append((moment(at), int(detail[:1])))
    return found


def rated(facts: Sequence[SessionFact], ratings: Sequence[Rating]) -> list[SessionFact]:
    """Each rating belongs to the last session that had begun by then."""
    found = list(facts)
    for at, rating in ratings:
        begun = [place for place, each in enumerate(found) if each.opened_at <= at]
        if begun:
            found[begun[-1]] = replace(found[begun[-1]], rating=rating)
    return found


def read_lines(dialog: DialogId, conn: Connection) -> list[Line]:
    """What counts of a dialog, in order of time: something may have been told late. The portal
    tells whole seconds and no two clocks are the same: what lies closely together stays in the
    order of telling.
    """
    found: list[Line] = []
    for line in filter(None, map(_line, conn.execute(_LINES, (dialog,)))):
        last = found[-1].at if found else line.at
        close = line.at < last <= line.at + CLOSE
        found.append(replace(line, at=last) if close else line)
    return sorted(found, key=lambda line: line.at)


def _line(row: tuple[Any, ...]) -> Line | None:
    author, delivery, at, by, name, note = row
    if note:
        code, _, value = note.partition(":")
        if code not in _NOTES:
            return None
        names_session = code != _LINE_DELETED and value.isdigit()
        return Line(_NOTES[code], moment(at), session=int(value) if names_session else 0)
    if author == _CUSTOMER and delivery in _ASKED:
        return Line(Mark.ASKED, moment(at))
    if author == _OPERATOR and delivery in _ANSWERED:
        return Line(Mark.ANSWERED, moment(at), by, name)
    return None
