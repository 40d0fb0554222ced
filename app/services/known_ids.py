"""Where an id stands in the journal: among the messages, the customers of groups, the portal's own
numbers of customers. Each question reads an index; knows no graph and no dialog's state.
"""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from app.domain.dialog import DialogId
from app.domain.resolving import Clue, ClueKind
from app.services.rows import to_json

_BY_ID = """
SELECT dialog, position FROM message INDEXED BY message_external
WHERE external_ids = ? AND external_ids != '[]' LIMIT ?
"""
_AMONG_IDS = """
SELECT dialog, position FROM message INDEXED BY message_ids
WHERE instr(external_ids, ',') > 0 AND instr(external_ids, ?) > 0 LIMIT ?
"""
_BY_NUMBER = "SELECT dialog, position FROM message WHERE im = ? LIMIT ?"
_IN_GROUPS = "SELECT dialog, NULL FROM member WHERE user = ? LIMIT ?"
_AT_PORTAL = "SELECT id, NULL FROM dialog WHERE portal_user = ? AND portal_user != '' LIMIT ?"


class Hit(NamedTuple):
    """A dialog in which an id stands, and the position of the message that carries it."""

    clue: Clue
    dialog: DialogId
    message: int | None


def hits(clues: Iterable[Clue], most: int, conn: Connection) -> tuple[Hit, ...]:
    """At most so many for each way in which an id may be known."""
    return tuple(
        Hit(clue, DialogId(dialog), position)
        for clue in clues
        for sql, value in _questions(clue)
        for dialog, position in conn.execute(sql, (value, most))
    )


def _questions(clue: Clue) -> tuple[tuple[str, str | int], ...]:
    if clue.kind is ClueKind.MESSAGE:
        return ((_BY_NUMBER, clue.number),)
    if clue.kind is ClueKind.USER:
        return ((_AT_PORTAL, clue.value),)
    if clue.kind is not ClueKind.EXTERNAL:
        return ()
    alone, among = to_json((clue.value,)), to_json(clue.value)
    return (_BY_ID, alone), (_AMONG_IDS, among), (_IN_GROUPS, clue.value)
