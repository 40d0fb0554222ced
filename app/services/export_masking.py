"""Takes out of a dialog what a transcript that is given away shall not tell.

Knows who takes part, also those of whom only a note tells; how words are masked it does not know.
"""

from collections.abc import Iterator
from dataclasses import replace
from sqlite3 import Connection

from app.domain.dialog import Attachment, Author, Customer, DialogId, Edit, Message
from app.domain.masking import Masker
from app.domain.transcript_export import Talk
from app.services.notes import Note, NoteKind, note_text, read_note
from app.services.rows import MESSAGE_COLUMNS, read_message

_ROLES = {Author.CUSTOMER: "Customer", Author.OPERATOR: "Operator", Author.BOT: "Bot"}
#: Notes with words that are nobody's name. Numbers are none either.
_NO_NAMES = frozenset({NoteKind.TO_LINE, NoteKind.EVENTS_MISSED})


def people(conn: Connection, talk: Talk) -> Iterator[tuple[str, str]]:
    """Role and name of everybody who is known to take part."""
    customer = talk.customer
    if customer is not None:
        whole = f"{customer.name} {customer.last_name}".strip()
        yield from ((_ROLES[Author.CUSTOMER], name) for name in (whole, customer.name) if name)
    yield from ((_ROLES[Author.CUSTOMER], name) for name in (talk.dialog.name,) if name)
    yield from ((_ROLES[Author.OPERATOR], name) for name in (talk.dialog.operator,) if name)
    sql = "SELECT DISTINCT author, author_name FROM message WHERE dialog = ? AND author_name != ''"
    for author, name in conn.execute(sql, (talk.dialog.id,)):
        role = _ROLES.get(Author(author))
        if role is not None:
            yield role, name
    yield from ((_ROLES[Author.OPERATOR], name) for name in _noted(conn, talk.dialog.id))


def _noted(conn: Connection, number: DialogId) -> Iterator[str]:
    """Colleagues of whom only a note tells what they did."""
    sql = f"SELECT {MESSAGE_COLUMNS} FROM message WHERE dialog = ? AND author = ?"  # noqa: S608 - columns are ours
    rows = conn.execute(sql, (number, Author.SYSTEM.value))
    notes = map(read_note, map(read_message, rows))
    yield from (note.value for note in notes if note is not None and _names(note))


def _names(note: Note) -> bool:
    """Whether the value of a note is somebody's name."""
    return bool(note.value) and note.kind not in _NO_NAMES and not note.value.isdecimal()


def masked_talk(talk: Talk, masker: Masker) -> Talk:
    """A dialog and its customer without what is masked."""
    dialog, customer = talk.dialog, talk.customer
    masked = replace(
        dialog,
        name=masker.name(_ROLES[Author.CUSTOMER], dialog.name),
        operator=masker.name(_ROLES[Author.OPERATOR], dialog.operator),
        chat=masker.text(dialog.chat),
        user=masker.text(dialog.user),
    )
    hidden = None if customer is None else _masked_customer(customer, masker)
    return replace(talk, dialog=masked, customer=hidden)


def _masked_customer(customer: Customer, masker: Masker) -> Customer:
    whole = customer.full_name
    hidden = masker.name(_ROLES[Author.CUSTOMER], whole)
    return replace(
        customer,
        id=masker.text(customer.id),
        name=customer.name if hidden == whole else hidden,
        last_name=customer.last_name if hidden == whole else "",
        chat=masker.text(customer.chat),
        phone=masker.phone(customer.phone),
        email=masker.text(customer.email),
    )


def masked_message(message: Message, masker: Masker) -> Message:
    """A message, or a note of what colleagues did, without what is masked."""
    role = _ROLES.get(message.author)
    name = message.author_name
    return replace(
        message,
        author_name=masker.name(role, name) if role is not None else masker.text(name),
        text=_masked_text(message, masker),
        writer=masker.text(message.writer),
        deleted_by=masker.name(_ROLES[Author.OPERATOR], message.deleted_by),
        attachments=tuple(_masked_file(file, masker) for file in message.attachments),
        edits=tuple(Edit(edit.at, masker.text(edit.text)) for edit in message.edits),
    )


def _masked_text(message: Message, masker: Masker) -> str:
    note = read_note(message)
    if note is None:
        return masker.text(message.text)
    if note.kind is NoteKind.TO_LINE:
        return note_text(note.kind, masker.text(note.value))
    if not _names(note):
        return message.text
    return note_text(note.kind, masker.name(_ROLES[Author.OPERATOR], note.value))


def _masked_file(file: Attachment, masker: Masker) -> Attachment:
    return replace(file, name=masker.text(file.name), url=masker.link(file.url))
