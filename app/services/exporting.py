"""Writes transcripts into a file, in a thread of its own and from a view of the journal of its own:
neither the window nor the journal waits for it, and what comes meanwhile is not half in it.

The file appears under its name once it is whole. Who gives up leaves nothing behind.
"""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from sqlite3 import Connection
from typing import BinaryIO

from app.domain.dialog import Author, Dialog, DialogId, Edit, Message
from app.domain.masking import Masker
from app.domain.transcript_export import About, Talk, Wish, Written
from app.services.clock import Clock
from app.services.export_forms import Form, form_of
from app.services.export_masking import masked_message, masked_talk, people
from app.services.files import replacing
from app.services.journal_file import connect_to_read, failure_of
from app.services.rows import (
    DIALOG_COLUMNS,
    MESSAGE_COLUMNS,
    read_customer,
    read_dialog,
    read_message,
)

#: After so many messages the thread tells how far it is.
STEP = 200
#: And after so many it rests for a moment: the window shares the interpreter with it.
WORK, REST = 16, 0.0003

Tell = Callable[[int, int], None]


class GivenUp(Exception):
    """Somebody cancelled; the thread ends."""


class Exports:
    """Of one journal. `path` is its file, `portal` the name that stands over a transcript."""

    def __init__(self, path: Path, portal: Callable[[], str], clock: Clock) -> None:
        self._path = path
        self._portal = portal
        self._clock = clock

    async def dialogs(self) -> tuple[Dialog, ...]:
        """Every dialog of the journal, in the order in which they began.

        Raises:
            ServiceError: it cannot be read.
        """
        return await asyncio.to_thread(self._dialogs)

    async def write(self, wish: Wish, target: Path, tell: Tell = lambda *_: None) -> Written:
        """Write the transcripts. `tell(done, of)` is called on the event loop as messages go by.
        Cancelling waits until the thread has ended.

        Raises:
            OSError: the file cannot be written; what was there before is untouched.
            ServiceError: the journal cannot be read.
        """
        loop = asyncio.get_running_loop()
        stop = threading.Event()

        def told(done: int, of: int) -> None:
            if stop.is_set():
                raise GivenUp
            loop.call_soon_threadsafe(tell, done, of)

        writing = loop.run_in_executor(None, self._write, wish, target, told)
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait([writing])
            writing.exception()
            raise

    def _dialogs(self) -> tuple[Dialog, ...]:
        try:
            with closing(_opened(self._path)) as conn:
                rows = conn.execute(f"SELECT {DIALOG_COLUMNS} FROM dialog ORDER BY id")  # noqa: S608 - columns are ours
                return tuple(map(read_dialog, rows))
        except sqlite3.Error as error:
            raise failure_of(error, self._path) from error

    def _write(self, wish: Wish, target: Path, tell: Tell) -> Written:
        try:
            with closing(_opened(self._path)) as conn, replacing(target, private=False) as file:
                about = About(
                    self._portal(),
                    self._clock().astimezone(wish.zone),
                    wish.zone_name,
                    len(wish.dialogs),
                    tuple(sorted(wish.masks)),
                )
                return _Writer(conn, file, wish, tell).write(about)
        except sqlite3.Error as error:
            raise failure_of(error, self._path) from error


class _Writer:
    """One export, in its thread."""

    def __init__(self, conn: Connection, file: BinaryIO, wish: Wish, tell: Tell) -> None:
        self._conn, self._file, self._wish, self._tell = conn, file, wish, tell
        self._form: Form = form_of(wish.format)
        self._masker = Masker(wish.masks)
        self._done = self._of = 0

    def write(self, about: About) -> Written:
        """From the first line to the last."""
        self._of = sum(_count(self._conn, number) for number in self._wish.dialogs)
        self._put(self._form.begin(about))
        written = sum(self._dialog(number) for number in self._wish.dialogs)
        self._put(self._form.end())
        self._tell(self._done, self._of)
        return Written(written, self._done)

    def _dialog(self, number: DialogId) -> int:
        talk = _talk(self._conn, number)
        if talk is None:
            return 0
        self._masker.know(people(self._conn, talk))
        self._put(self._form.open(masked_talk(talk, self._masker)))
        for message in _messages(self._conn, number):
            if self._done % STEP == 0:
                self._tell(self._done, self._of)
            if self._done % WORK == 0:
                time.sleep(REST)
            masked = masked_message(message, self._masker)
            self._put(self._form.message(_in_zone(masked, self._wish.zone)))
            self._done += 1
        self._put(self._form.close())
        return 1

    def _put(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "replace"))


def _opened(path: Path) -> Connection:
    """A view of the journal as it is now."""
    conn = connect_to_read(path)
    conn.execute("BEGIN")
    return conn


def _count(conn: Connection, number: DialogId) -> int:
    (count,) = conn.execute("SELECT count(*) FROM message WHERE dialog = ?", (number,)).fetchone()
    return int(count)


def _talk(conn: Connection, number: DialogId) -> Talk | None:
    sql = f"SELECT {DIALOG_COLUMNS}, customer FROM dialog WHERE id = ?"  # noqa: S608 - columns are ours
    row = conn.execute(sql, (number,)).fetchone()
    if row is None:
        return None
    customer = None if row[-1] is None else read_customer(row[-1])
    return Talk(read_dialog(row), customer, customer is None and not _has_written(conn, number))


def _has_written(conn: Connection, number: DialogId) -> bool:
    """Whether anything that the customer wrote is known."""
    sql = "SELECT EXISTS (SELECT 1 FROM message WHERE dialog = ? AND author = ?)"
    (found,) = conn.execute(sql, (number, Author.CUSTOMER.value)).fetchone()
    return bool(found)


def _messages(conn: Connection, number: DialogId) -> Iterator[Message]:
    sql = f"SELECT {MESSAGE_COLUMNS} FROM message WHERE dialog = ? ORDER BY position"  # noqa: S608 - columns are ours
    return map(read_message, conn.execute(sql, (number,)))


def _in_zone(message: Message, zone: tzinfo) -> Message:
    gone = message.deleted_at
    return replace(
        message,
        at=message.at.astimezone(zone),
        edits=tuple(Edit(edit.at.astimezone(zone), edit.text) for edit in message.edits),
        deleted_at=None if gone is None else gone.astimezone(zone),
    )
