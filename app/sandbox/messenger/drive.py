"""Files that the portal itself keeps: of chats, of users, and pictures of chats. All in memory.

A file is served under /files/. What does not fit is refused by answering None.
"""

import mimetypes
from collections.abc import Iterable
from urllib.parse import quote

from app.sandbox.conversation import Chat, File, Message
from app.sandbox.messenger.im_records import DriveFile, UploadSlot
from app.sandbox.messenger.pictures import picture_of
from app.sandbox.portal import Portal

#: One file, all files together, their number; addresses for uploads and how long they work.
MAX_FILE = 10 * 1024 * 1024
MAX_SIZE = 64 * 1024 * 1024
MAX_FILES = 5_000
MAX_SLOTS = 1_000
SLOT_SECONDS = 3_600.0
MAX_NAME = 200
SAVED = "Saved Files"
_KINDS = ("image", "video", "audio")


def store(portal: Portal, name: str, content: bytes) -> File | None:
    """A new file of this portal; None when there is no room for it."""
    held = portal.drive
    full = held.size + len(content) > MAX_SIZE or held.count >= MAX_FILES
    if full or len(content) > MAX_FILE:
        return None
    number, name = portal.next_id("file"), clean(name)
    mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = mime.partition("/")[0]
    picture = picture_of(content)
    file = File(
        id=number,
        name=name,
        url=f"{portal.origin}/files/{number}/{quote(name, safe='')}",
        kind=kind if kind in _KINDS else "file",
        mime=mime,
        size=len(content),
        content=content,
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
    )
    held.size += len(content)
    held.count += 1
    portal.files[number] = file
    return file


def discard(portal: Portal, url: str) -> None:
    """Forget the file of that address, if the portal keeps it."""
    number = url.partition("/files/")[2].partition("/")[0]
    if number.isascii() and number.isdigit():
        forget(portal, int(number[:15]))


def forget(portal: Portal, number: int) -> None:
    """Forget a file and what it takes."""
    portal.drive.files.pop(number, None)
    file = portal.files.get(number)
    if file and file.content is not None:
        del portal.files[number]
        portal.drive.size -= len(file.content)
        portal.drive.count -= 1


def give_back(portal: Portal, files: Iterable[File]) -> None:
    """Forget files that were kept for one message alone: those that lie in no folder."""
    for file in files:
        if file.id not in portal.drive.files:
            forget(portal, file.id)


def forget_folder(portal: Portal, chat: Chat) -> None:
    """A chat goes away: its folder does, with all files in it."""
    inside = [row.file.id for row in portal.drive.files.values() if row.folder == chat.folder]
    for number in inside if chat.folder else ():
        forget(portal, number)
    portal.drive.folders.pop(chat.folder, None)


def clean(name: str) -> str:
    """A file name without folders and control characters."""
    kept = "".join(letter if letter.isprintable() else "_" for letter in name.strip())
    return kept.replace("/", "_").replace("\\", "_")[-MAX_NAME:] or "file"


def folder_of(portal: Portal, chat: Chat) -> int:
    """The folder of a chat's files, made when it is first needed."""
    if not chat.folder:
        chat.folder = portal.next_id("folder")
        portal.drive.folders[chat.folder] = chat.id
    return chat.folder


def saved_folder(portal: Portal, user: int) -> int:
    """The folder of the files that a user saved, made when it is first needed."""
    drive = portal.drive
    if user not in drive.saved:
        drive.saved[user] = portal.next_id("folder")
        drive.folders[drive.saved[user]] = -user
    return drive.saved[user]


def may_use(portal: Portal, folder: int, user: int) -> bool:
    """Whether a user may put files into a folder: a member of its chat, or its owner."""
    owner = portal.drive.folders[folder]
    chat = portal.chats.get(owner)
    return user == -owner or bool(chat and user in chat.members)


def put(
    portal: Portal, folder: int, user: int, name: str, content: bytes, *, unique: bool = False
) -> DriveFile | None:
    """Put a file into a folder; the name must be new there, or is made so when `unique`."""
    name = clean(name)
    taken = {row.file.name for row in portal.drive.files.values() if row.folder == folder}
    if name in taken:
        if not unique:
            return None
        name = _free_name(name, taken)
    file = store(portal, name, content)
    if file is None:
        return None
    row = DriveFile(file, folder, user, portal.now)
    portal.drive.files[file.id] = row
    return row


def open_slot(portal: Portal, folder: int, user: int, name: str, *, unique: bool) -> str:
    """The token of an address that takes one upload; of too many the oldest dies."""
    slots = portal.drive.slots
    while len(slots) >= MAX_SLOTS:
        del slots[next(iter(slots))]
    token = portal.random.randbytes(16).hex()
    slots[token] = UploadSlot(folder, user, name, unique, portal.now + SLOT_SECONDS)
    return token


def take_slot(portal: Portal, token: str) -> UploadSlot | None:
    """What an address was for; it works once and for an hour."""
    slot = portal.drive.slots.pop(token, None)
    return slot if slot and slot.until > portal.now else None


def in_chat(chat: Chat, number: int) -> tuple[Message, File] | None:
    """The newest message of a chat that shows the file, and the file."""
    for message in reversed(chat.messages):
        for file in message.files:
            if file.id == number and message.deleted_at is None:
                return message, file
    return None


def postable(portal: Portal, user: int, numbers: Iterable[int]) -> tuple[File, ...] | None:
    """Files on the drive that a user may post, in their order; None when one is missing."""
    rows = [portal.drive.files.get(number) for number in numbers]
    allowed = [row for row in rows if row and may_use(portal, row.folder, user)]
    return tuple(row.file for row in allowed) if rows and len(allowed) == len(rows) else None


def _free_name(name: str, taken: set[str]) -> str:
    stem, dot, extension = name.rpartition(".")
    stem, tail = (stem, f".{extension}") if dot else (name, "")
    number = 1
    while f"{stem} ({number}){tail}" in taken:
        number += 1
    return f"{stem} ({number}){tail}"
