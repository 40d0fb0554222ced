"""The books of a sandbox portal: what it keeps twice, to find it at once, has to agree."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from app.sandbox import schedule
from app.sandbox.conversation import Message
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal


def sound(portal: Portal) -> None:
    """Fail when two books of the portal tell different things."""
    wrong = [
        f"{name}: kept {kept!r}, true {true!r}"[:2000]
        for book in (_of_messages, _of_chats, _of_sessions, _of_customers, _of_files, _of_jobs)
        for name, kept, true in book(portal)
        if kept != true
    ]
    assert not wrong, "\n".join(wrong)


#: What is compared, what the portal keeps of it, and what the records themselves say.
Pages = Iterator[tuple[str, Any, Any]]


def _of_messages(portal: Portal) -> Pages:
    said = [(chat, row) for chat in portal.chats.values() for row in chat.messages]
    yield "room of messages", portal.message_room, sum(row.room for _, row in said)
    weighed = {row.id: _weight(row) for _, row in said}
    yield "rooms of messages", {row.id: row.room for _, row in said}, weighed
    kept = {key: (chat.id, id(row)) for key, (chat, row) in portal.messages.items()}
    yield "messages", kept, {row.id: (chat.id, id(row)) for chat, row in said}
    for chat in portal.line_chats.values():
        if chat.known is not None:
            rows = sorted(chat.messages, key=lambda row: row.id)
            newest = {external: row.id for row in rows for external in row.external_ids}
            yield f"external ids in chat {chat.id}", chat.known, newest


def _weight(message: Message) -> int:
    """What a message takes as it is now; one that was there from the beginning takes nothing."""
    scales: Any = SimpleNamespace(message_room=0)
    if message.room:
        posting.weigh(scales, replace(message, room=0))
    return int(scales.message_room)


def _of_chats(portal: Portal) -> Pages:
    chats = portal.chats.values()
    yield "chats", list(portal.chats), [chat.id for chat in chats]
    of_lines = {chat.id: id(chat) for chat in chats if chat.kind == "lines"}
    yield "chats of lines", {key: id(chat) for key, chat in portal.line_chats.items()}, of_lines
    keys = {
        (chat.connector, chat.line, chat.external_chat, chat.user_part): chat.id
        for chat in portal.line_chats.values()
    }
    yield "chats by key", {key: chat.id for key, chat in portal.chats_by_key.items()}, keys
    yield "keys of chats of lines", len(keys), len(portal.line_chats)
    private = {chat.id: chat.members for chat in chats if chat.kind == "private"}
    yield "private chats", {key: set(pair) for pair, key in portal.private_chats.items()}, private


def _of_sessions(portal: Portal) -> Pages:
    rows = [(chat, row) for chat in portal.line_chats.values() for row in chat.sessions]
    going_on = [(chat, row) for chat, row in rows if row.open]
    kept = {key: chat.id for key, chat in portal.session_chats.items()}
    yield "chats of sessions", kept, {row.id: chat.id for chat, row in rows}
    last = [chat.session for chat in portal.line_chats.values() if chat.session]
    yield "open sessions", [row.id for row in last], [row.id for _, row in going_on]
    yield "open dialogs", portal.open_dialogs, {row.id: chat.id for chat, row in going_on}
    held = {
        (user, session): chat
        for user, sessions in portal.in_hand.items()
        for session, chat in sessions.items()
    }
    assigned = {(row.assigned, row.id): c.id for c, row in going_on if row.assigned is not None}
    yield "dialogs in hand", held, assigned
    waiting = {
        (line, session): chat
        for line, sessions in portal.undistributed.items()
        for session, chat in sessions.items()
    }
    lonely = {
        (row.line or chat.line, row.id): chat.id
        for chat, row in going_on
        if row.assigned is row.operator is row.bot is None and not chat.members - portal.bots.keys()
    }
    yield "dialogs that nobody could take", waiting, lonely


def _of_customers(portal: Portal) -> Pages:
    customers = portal.customers.values()
    by_id = {key: id(row) for key, row in portal.customers_by_id.items()}
    yield "customers by number", by_id, {row.id: id(row) for row in customers}
    keys = [(row.connector, row.external_id or f"\0{row.id}") for row in customers]
    yield "keys of customers", list(portal.customers), keys
    for chat in portal.line_chats.values():
        yield f"customer of chat {chat.id}", by_id.get(chat.customer.id), id(chat.customer)


def _of_files(portal: Portal) -> Pages:
    drive = portal.drive
    yield "files", list(portal.files), [file.id for file in portal.files.values()]
    contents = [file.content for file in portal.files.values() if file.content is not None]
    yield "size of files", drive.size, sum(map(len, contents))
    yield "number of files", drive.count, len(contents)
    listed = {key: id(row.file) for key, row in drive.files.items()}
    yield "files on the drive", listed, {key: id(portal.files.get(key)) for key in listed}
    lost = [key for key, row in drive.files.items() if row.folder not in drive.folders]
    yield "files without a folder", lost, []
    chats = {chat.folder: chat.id for chat in portal.chats.values() if chat.folder}
    people = {folder: -user for user, folder in drive.saved.items()}
    yield "folders", drive.folders, chats | people
    shown = {file.id for _, row in portal.messages.values() for file in row.files}
    pictures = {chat.avatar for chat in portal.chats.values()}
    pictures |= {user.photo for user in portal.users.values()}
    needless = [
        key
        for key, file in portal.files.items()
        if key not in shown and key not in drive.files and file.url not in pictures
    ]
    yield "files of nobody", needless, []


def _of_jobs(portal: Portal) -> Pages:
    names = {name for _, _, name, _ in portal.schedule._due}
    yield "jobs that nobody knows", names - schedule._jobs.keys(), set()
