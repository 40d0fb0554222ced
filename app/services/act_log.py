"""The log of what was done at the portal from this window: append-only, read by pages, exported.

Acts on dialogs are noted by those who do them; changes of connectors, lines, bindings, placements
and bots are heard from the record of calls. Knows no words for people.
"""

import asyncio
import csv
import io
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from app.bitrix.access import is_write
from app.domain.calls import CallKind, CallRecord
from app.domain.dialog import Dialog, DialogId
from app.domain.portal import User
from app.domain.spreadsheet import cell
from app.services.clock import Clock
from app.services.failures import ServiceError
from app.services.files import replacing
from app.services.journal import Journal
from app.services.rows import moment, stamp
from app.services.signal import Signal

#: Methods that change how the portal is set up; what is said in dialogs stands in the dialogs.
_SETUP = (
    *("imconnector.", "imopenlines.config.", "event.", "placement."),
    *("imbot.register", "imbot.unregister", "imbot.v2.bot."),
)
_TALK = ("imconnector.send.", "imconnector.update.", "imconnector.delete.", "event.offline.")
_COLUMNS = "at, user, user_name, profile, act, method, dialog, name, detail, before, result"
_LONGEST = 500
#: Entries of a page, and how many get their words before the window has its turn again.
_PAGE, _AT_ONCE = 500, 50

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that was done. `act` is a name of `Act` or "", `name` the customer's, `detail` what
    else was asked for, `before` who had the dialog before; `result` is "" or a code.
    """

    id: int
    at: datetime
    user: int
    user_name: str
    profile: str
    act: str
    method: str
    dialog: DialogId | None
    name: str
    detail: str
    before: str
    result: str


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries: words anywhere in them, only acts on dialogs, only what was refused."""

    words: str = ""
    dialogs: bool = False
    failed: bool = False


class ActLog:
    """One portal's log. `changed` tells that it has grown."""

    def __init__(
        self, journal: Journal, me: User, profile: Callable[[], str], clock: Clock
    ) -> None:
        self.changed: Signal[None] = Signal()
        self._journal, self._me, self._profile, self._clock = journal, me, profile, clock

    async def note(
        self,
        method: str,
        *,
        act: str = "",
        dialog: Dialog | None = None,
        name: str = "",
        detail: str = "",
        before: str = "",
        result: str = "",
    ) -> None:
        """Something was done, or refused with the code `result`.

        Raises:
            JournalFull, JournalFailed: it could not be written down.
        """
        entry = self.entry(method, act, dialog, detail, before)
        entry = replace(entry, name=name or entry.name, result=result)
        await asyncio.shield(self.add(entry))

    def entry(
        self, method: str, act: str, dialog: Dialog | None, detail: str = "", before: str = ""
    ) -> LogEntry:
        """What would be noted now."""
        me = self._me
        return LogEntry(
            *(0, self._clock(), me.id, me.name, self._profile(), act, method),
            dialog=dialog.id if dialog else None,
            name=dialog.name if dialog else "",
            detail=detail[:_LONGEST],
            before=before,
            result="",
        )

    def add(self, entry: LogEntry) -> "asyncio.Future[None]":
        """Write it down, for whoever cannot wait."""
        return self._journal.begin(partial(_add, entry), self.changed.emit)

    def hear(self, record: CallRecord) -> None:
        """A call was made: one that changes more than what is said in dialogs is noted."""
        method = record.method.lower()
        setup = method.startswith(_SETUP) and not method.startswith(_TALK)
        if record.kind is CallKind.REST and setup and is_write(method) and not record.blocked:
            entry = self.entry(record.method, "", None, record.request)
            written = self.add(replace(entry, result=record.error))
            written.add_done_callback(_tell_failure)

    async def page(
        self, wanted: LogFilter, *, before: int = 0, count: int = _PAGE
    ) -> tuple[LogEntry, ...]:
        """The newest entries, or those before one, the newest first."""
        return await self._journal.run(partial(_page, wanted, before, count))

    async def export(
        self, path: Path, wanted: LogFilter, words: Callable[[LogEntry], tuple[str, str]]
    ) -> int:
        """Write the entries as CSV, the oldest first; how many there are. `words` are what was done
        and how it is undone, in the person's language.

        Raises:
            OSError: the file cannot be written; what was there before is untouched.
        """
        lines: list[tuple[str, ...]] = []
        before = 0
        while page := await self.page(wanted, before=before):
            before = page[-1].id
            for begin in range(0, len(page), _AT_ONCE):
                lines += [_line(row, *words(row)) for row in page[begin : begin + _AT_ONCE]]
                await asyncio.sleep(0)  # the window goes on
        lines.reverse()
        await asyncio.to_thread(_write, path, lines)
        return len(lines)


def _tell_failure(future: "asyncio.Future[None]") -> None:
    error = None if future.cancelled() else future.exception()
    if isinstance(error, ServiceError):
        log.warning("A change of the set-up could not be noted: %s", error)


def _add(entry: LogEntry, conn: Connection) -> None:
    values = (
        *(stamp(entry.at), entry.user, entry.user_name, entry.profile, entry.act, entry.method),
        *(entry.dialog, entry.name, entry.detail, entry.before, entry.result),
    )
    whole = tuple(map(_whole, values))
    conn.execute(f"INSERT INTO act ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", whole)  # noqa: S608 - columns are ours


def _whole(value: object) -> object:
    """Half a sign, as a clipped emoji, cannot be written down."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value


def _page(wanted: LogFilter, before: int, count: int, conn: Connection) -> tuple[LogEntry, ...]:
    where, values = ["(? = 0 OR id < ?)"], [before, before]
    texts: list[str] = []
    if wanted.dialogs:
        where.append("act != ''")
    if wanted.failed:
        where.append("result != ''")
    for word in wanted.words.split():
        where.append("instr(folded(user_name, act, method, name, detail, result), ?) > 0")
        texts.append(word.casefold())
    conn.create_function("folded", -1, _folded, deterministic=True)
    rows = conn.execute(
        f"SELECT id, {_COLUMNS} FROM act WHERE {' AND '.join(where)} "  # noqa: S608 - ours
        "ORDER BY id DESC LIMIT ?",
        (*values, *texts, count),
    )
    return tuple(LogEntry(row[0], moment(row[1]), *row[2:]) for row in rows)


def _folded(*texts: object) -> str:
    """SQLite's own lower() knows plain letters only."""
    return "\n".join(str(text) for text in texts).casefold()


def _line(row: LogEntry, done: str, undo: str) -> tuple[str, ...]:
    dialog = "" if row.dialog is None else str(row.dialog)
    values = (
        *(row.at.isoformat(timespec="seconds"), str(row.user), row.user_name, row.profile),
        *(done, row.method, dialog, row.name, row.detail, row.before, row.result or "OK", undo),
    )
    return tuple(map(cell, values))


_NAMES = (
    *("time", "user", "user_name", "profile", "done", "method", "dialog", "customer", "detail"),
    *("operator_before", "result", "undo"),
)


def _write(path: Path, lines: Iterable[Iterable[str]]) -> None:
    with replacing(path, private=False) as raw:
        file = io.TextIOWrapper(raw, "utf-8-sig", "replace", newline="")
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(_NAMES)
        writer.writerows(lines)
        file.detach()
