"""Reads known chats back: the source of those who may read nothing else, and the net below others.

One request looks at several chats and at the portal's list of recent ones, which tells of new
messages and of sessions that ended. What has not changed is not saved again. Joins no chat and
marks nothing as read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from sqlite3 import Connection

from app.bitrix.chat_rows import CLOSED, HISTORY, SEEN, row_of_message, row_of_session
from app.bitrix.errors import BitrixError, Refused, Throttled
from app.bitrix.history import (
    MOST_PAGES,
    ChatPage,
    History,
    HistoryMessage,
    needs_session,
    page_of,
    read_page,
    read_session,
    session_of,
)
from app.bitrix.queue_rows import Batch, QueueRow
from app.bitrix.transport import Command, PagedCaller
from app.bitrix.wire import Json, as_int, as_map, as_text, each_map
from app.domain.dialog import DialogId
from app.domain.feed import FeedSource
from app.services.drawing import Drawn
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.retention import is_forgotten
from app.services.sources.chats import KnownChats, Watch, every

#: Chats that are looked at in one request: one request in each poll leaves most of the portal's
#: pace to those who write.
CHATS = 20
_RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look brought: new rows, whether more chats are due now, and chats with more messages
    than their history gives back.
    """

    rows: int = 0
    more: bool = False
    deep: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A row, and of which message: its chat, number and time; None for a row of a session."""

    row: QueueRow
    message: tuple[int, int, datetime] | None = None


@dataclass(slots=True)
class _Haul:
    rows: list[_Seen] = field(default_factory=list)
    read: list[tuple[Watch, ChatPage, int]] = field(default_factory=list)
    deep: list[int] = field(default_factory=list)
    hinted: list[Watch] = field(default_factory=list)


class HistoryReader:
    """Looks at chats and saves what is new in them."""

    def __init__(
        self, caller: PagedCaller, journal: Journal, inbox: Inbox, chats: KnownChats
    ) -> None:
        self.chats = chats
        self._caller = caller
        self._history = History(caller)
        self._journal = journal
        self._inbox = inbox
        self._lists = True
        self._sessions: dict[int, tuple[int, int]] = {}

    async def look(self, limit: int = CHATS, *, named: bool = False) -> Looked:
        """Look at the chats that are due and save what changed; nothing is applied yet. With
        `named` only at those that something has named.

        Raises:
            BitrixError: no chat could be looked at.
        """
        due = self.chats.due(limit + 1, named=named)
        if named and not due:
            return Looked()
        asked = every(due[:limit])
        commands = {key: _command(watch) for key, watch in asked.items()}
        answer = await self._caller.batch(commands if named else self._commands(asked))
        haul = _Haul()
        self._take_recent(answer.results.get(_RECENT), answer.errors.get(_RECENT), haul)
        for key, watch in asked.items():
            if key in answer.results:
                await self._take(watch, answer.results[key], haul)
        self._take_errors(asked, answer.errors)
        new = await self._save(haul)
        more = bool(asked) and self.chats.are_due(*due, *haul.hinted)
        return Looked(new, more, tuple(haul.deep))

    async def restart(self) -> None:
        """Nobody knows what happened meanwhile: every chat is due, and is read back to the newest
        message that we have of it now.
        """
        self.chats.restart(await self._journal.run(_newest))

    def _commands(self, asked: Mapping[str, Watch]) -> dict[str, Command]:
        first: dict[str, Command] = {}
        if self._lists:
            first[_RECENT] = ("im.recent.get", {"ONLY_OPENLINES": "Y"})
        elif not asked:
            first["profile"] = ("profile", {})  # is anybody there?
        return first | {key: _command(watch) for key, watch in asked.items()}

    async def _take(self, watch: Watch, result: Json, haul: _Haul) -> None:
        page = read_session(result) if watch.by_session else read_page(result)
        state, chat = hash(page.messages), watch.place.portal_chat
        if state != watch.state:
            haul.read.append((watch, page, state))
            older = await self._older(watch, page, haul)
            haul.rows += [
                _Seen(row_of_message(watch.place, each), (chat, each.im, each.at))
                for each in (*older, *page.messages)
                if each.outgoing and not (each.customer and self.chats.is_played(watch))
            ]
        self.chats.looked(watch)

    async def _older(self, watch: Watch, page: ChatPage, haul: _Haul) -> Sequence[HistoryMessage]:
        """What lies between this page and what was read before."""
        found: list[HistoryMessage] = []
        for _ in range(MOST_PAGES):
            if page.whole or not page.messages or page.messages[0].im <= watch.floor:
                return found
            page = await self._history.page(watch.place.portal_chat, before=page.messages[0].im)
            found = [*page.messages, *found]
        haul.deep.append(watch.place.portal_chat)
        return found

    def _take_recent(self, result: Json, error: BitrixError | None, haul: _Haul) -> None:
        if error is not None:
            if not isinstance(error, Refused):
                raise error
            self._lists = False
        for item in each_map(result):
            watch = self.chats.find(as_int(item.get("chat_id"), 0) or 0)
            if watch is None:
                continue
            newest = as_int(as_map(item.get("message")).get("id"), 0) or 0
            if newest > watch.floor:
                watch.hinted = True
                haul.hinted.append(watch)
            self._take_session(watch, item, haul)

    def _take_session(self, watch: Watch, item: Mapping[str, Json], haul: _Haul) -> None:
        shown = as_map(item.get("lines"))
        number, status = as_int(shown.get("id"), 0) or 0, as_int(shown.get("status"), 0) or 0
        chat = watch.place.portal_chat
        if number and self._sessions.get(chat) != (number, status):
            self._sessions[chat] = (number, status)
            begun, newest = as_text(shown.get("date_create")), as_text(item.get("date_update"))
            seen = newest if status >= CLOSED else begun or newest
            haul.rows.append(_Seen(row_of_session(watch.place, number, status, seen)))

    def _take_errors(self, asked: Mapping[str, Watch], errors: Mapping[str, BitrixError]) -> None:
        """One chat that cannot be read keeps no other back; all of them failing is a failure."""
        failed = {key: error for key, error in errors.items() if key in asked}
        for key, error in failed.items():
            final = isinstance(error, Refused) and not isinstance(error, Throttled)
            watch = asked[key]
            if final and needs_session(error) and not watch.by_session:
                watch.by_session = True
            elif len(failed) < len(asked) or (final and self._lists):
                self.chats.looked(watch, refused=final)
            else:
                raise error

    async def _save(self, haul: _Haul) -> int:
        """A message that stands as it stood needs no second row."""
        rows = await self._journal.run(partial(_changed, haul.rows))
        new = await self._inbox.save(Batch("", tuple(rows)), HISTORY) if rows else 0
        for watch, page, state in haul.read:
            newest = page.messages[-1].im if page.messages else 0
            watch.floor, watch.state = max(newest, watch.floor), state
        return new


class HistorySource:
    """Follows the known chats by reading them back."""

    source = FeedSource.HISTORY

    def __init__(self, reader: HistoryReader, inbox: Inbox) -> None:
        self._reader = reader
        self._inbox = inbox

    async def draw(self) -> Drawn:
        """Look once.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk.
        """
        looked = await self._reader.look()
        applied = await self._inbox.apply_waiting()
        return Drawn(looked.rows, applied, eager=looked.more, deep=looked.deep)


def _command(watch: Watch) -> Command:
    chat = watch.place.portal_chat
    return session_of(chat) if watch.by_session else page_of(chat)


def _newest(conn: Connection) -> dict[int, int]:
    """The newest message that we have or had of each chat."""
    rows = conn.execute(
        "SELECT portal_chat, max(forgotten, coalesce(max(im), 0)) "
        "FROM dialog LEFT JOIN message ON message.dialog = dialog.id AND im IS NOT NULL "
        "WHERE portal_chat IS NOT NULL GROUP BY portal_chat"
    )
    return {row[0]: row[1] for row in rows}


def _changed(rows: Sequence[_Seen], conn: Connection) -> list[QueueRow]:
    """Those whose state differs from the last one that was saved. A state that comes back gets
    another name, or the journal would take it for the old row.
    """
    fresh = []
    for each in rows:
        row = each.row
        if each.message is None:
            fresh.append(row)
            continue
        if _was_deleted(conn, *each.message):
            continue
        known = conn.execute(
            "SELECT message_id FROM event WHERE row = ? AND name = ? ORDER BY id",
            (row.id, SEEN),
        ).fetchall()
        if not known:
            fresh.append(row)
        elif known[-1][0].partition(".")[0] != row.message_id:
            fresh.append(_renamed(row, len(known)))
    return fresh


def _was_deleted(conn: Connection, chat: int, im: int, at: datetime) -> bool:
    """Whether a message was kept once and deleted because of its age."""
    rows = conn.execute("SELECT id FROM dialog WHERE portal_chat = ? ORDER BY id DESC", (chat,))
    dialog = rows.fetchone()
    return dialog is not None and is_forgotten(conn, DialogId(dialog[0]), im, at)


def _renamed(row: QueueRow, count: int) -> QueueRow:
    name = f"{row.message_id}.{count}"
    return QueueRow(row.id, row.name, name, "", error=False, raw=row.raw)
