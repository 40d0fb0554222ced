"""Rows of the journal as domain values and back. Knows columns, no rules."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any, TypeVar

import msgspec

from app.bitrix.wire import encode
from app.domain.calendar_edges import within
from app.domain.dialog import (
    Attachment,
    Author,
    Customer,
    Delivery,
    Dialog,
    DialogId,
    DialogState,
    Edit,
    Message,
)
from app.domain.problem import Problem
from app.services.word_index import note_words

T = TypeVar("T")

log = logging.getLogger(__name__)

DIALOG_COLUMNS = (
    "id, connector, line, chat, user, name, state, portal_chat, session, operator, count, unread, "
    "last_text, last_author, last_at, waiting_since, first, operator_id, opened_at, answered_at, "
    "last_by"
)
MESSAGE_COLUMNS = (
    "dialog, position, author, author_name, text, at, delivery, im, external_ids, attachments, "
    "edits, deleted_at, problem_code, problem_text, writer, deleted_by, author_id"
)


def _upsert() -> str:
    """No INSERT OR REPLACE: it would silently drop another message with the same portal id."""
    columns = MESSAGE_COLUMNS.split(", ")
    marks = ", ".join("?" * len(columns))
    pairs = ", ".join(f"{column} = excluded.{column}" for column in columns[2:])
    return (
        f"INSERT INTO message ({MESSAGE_COLUMNS}) VALUES ({marks}) "  # noqa: S608 - columns are ours
        f"ON CONFLICT (dialog, position) DO UPDATE SET {pairs}"
    )


_WRITE_MESSAGE = _upsert()

_ids = msgspec.json.Decoder(tuple[str, ...])
_attachments = msgspec.json.Decoder(tuple[Attachment, ...])
_edits = msgspec.json.Decoder(tuple[Edit, ...])
_customer = msgspec.json.Decoder(Customer)


def stamp(moment: datetime) -> str:
    """A moment as the journal keeps it: always UTC, always microseconds, so that texts sort."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def stamp_or_none(moment: datetime | None) -> str | None:
    """A moment that may be missing."""
    return None if moment is None else stamp(moment)


def moment(text: str) -> datetime:
    """The moment that a stamp stands for; one that no clock can show becomes the nearest."""
    return within(datetime.fromisoformat(text))


def moment_or_none(text: str | None) -> datetime | None:
    """A stamp that may be missing."""
    return None if text is None else moment(text)


def to_json(value: object) -> str:
    """A list or a value of the domain as text for one column; halves of emoji are replaced."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return encode(msgspec.to_builtins(value)).decode()


def load_text(conn: Connection, name: str) -> str:
    """A setting as it is kept, "" when there is none."""
    row = conn.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def load_setting(conn: Connection, name: str, shape: type[T], otherwise: T) -> T:
    """A setting of this shape; `otherwise` when there is none or another program version kept it
    in a shape that cannot be read.
    """
    text = load_text(conn, name)
    try:
        return msgspec.json.decode(text, type=shape) if text else otherwise
    except (msgspec.DecodeError, ValueError) as error:
        log.warning("The setting %s cannot be read and is left out: %s", name, error)
        return otherwise


def save_setting(name: str, text: str, conn: Connection) -> None:
    """Keep a setting, in place of the one before."""
    conn.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, text))


def read_customer(text: str) -> Customer:
    """The customer of a column."""
    return _customer.decode(text)


def read_dialog(row: tuple[Any, ...]) -> Dialog:
    """A row of DIALOG_COLUMNS."""
    return Dialog(
        id=DialogId(row[0]),
        connector=row[1],
        line=row[2],
        chat=row[3],
        user=row[4],
        name=row[5],
        state=DialogState(row[6]),
        portal_chat=row[7],
        session=row[8],
        operator=row[9],
        count=row[10],
        unread=row[11],
        last_text=row[12],
        last_author=None if row[13] is None else Author(row[13]),
        last_at=moment_or_none(row[14]),
        waiting_since=moment_or_none(row[15]),
        first=row[16],
        operator_id=row[17],
        opened_at=moment_or_none(row[18]),
        answered_at=moment_or_none(row[19]),
        last_by=row[20],
    )


def write_dialog(conn: Connection, dialog: Dialog) -> None:
    """Update every column of a dialog that is there."""
    columns = DIALOG_COLUMNS.split(", ")
    author = None if dialog.last_author is None else dialog.last_author.value
    values = [
        *(dialog.id, dialog.connector, dialog.line, dialog.chat, dialog.user, dialog.name),
        *(dialog.state.value, dialog.portal_chat, dialog.session, dialog.operator),
        *(dialog.count, dialog.unread, dialog.last_text, author),
        *(stamp_or_none(dialog.last_at), stamp_or_none(dialog.waiting_since), dialog.first),
        *(dialog.operator_id, stamp_or_none(dialog.opened_at), stamp_or_none(dialog.answered_at)),
        dialog.last_by,
    ]
    pairs = ", ".join(f"{column} = ?" for column in columns[1:])
    conn.execute(f"UPDATE dialog SET {pairs} WHERE id = ?", [*values[1:], dialog.id])  # noqa: S608 - columns are ours


def read_message(row: tuple[Any, ...]) -> Message:
    """A row of MESSAGE_COLUMNS."""
    return Message(
        dialog=DialogId(row[0]),
        position=row[1],
        author=Author(row[2]),
        author_name=row[3],
        text=row[4],
        at=moment(row[5]),
        delivery=Delivery(row[6]),
        im=row[7],
        external_ids=_ids.decode(row[8]),
        attachments=_attachments.decode(row[9]),
        edits=tuple(Edit(within(each.at), each.text) for each in _edits.decode(row[10])),
        deleted_at=moment_or_none(row[11]),
        problem=None if row[12] is None else Problem(row[12], row[13] or ""),
        writer=row[14],
        deleted_by=row[15],
        author_id=row[16],
    )


def read_messages(rows: Iterable[tuple[Any, ...]]) -> tuple[Message, ...]:
    """Rows of MESSAGE_COLUMNS in their order."""
    return tuple(read_message(row) for row in rows)


def write_message(conn: Connection, message: Message) -> None:
    """Insert a message, or replace the one at its position; the search finds it at once."""
    problem = message.problem
    values = [
        *(message.dialog, message.position, message.author.value, message.author_name),
        *(message.text, stamp(message.at), message.delivery.value, message.im),
        *(to_json(message.external_ids), to_json(message.attachments), to_json(message.edits)),
        stamp_or_none(message.deleted_at),
        *((problem.code, problem.text) if problem else (None, None)),
        message.writer,
        message.deleted_by,
        message.author_id,
    ]
    conn.execute(_WRITE_MESSAGE, values)
    note_words(conn, message)
