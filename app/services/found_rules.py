"""Dialogs that the user's list at the portal tells of: begun here, or put right.

Each can be told twice with the effect of once, and what events tell later of the same is known
then. What was said in sessions that were over before is not taken in: half of a session would make
wrong figures. Makes no calls.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from app.bitrix.recents import RecentChat
from app.domain.dialog import Author, Dialog, DialogId, DialogState
from app.services.retention import is_old
from app.services.rows import moment, stamp
from app.services.session_rules import finish_session, start_session
from app.services.transcript import Transcript

#: A session may begin this much after the words that opened it.
_BEFORE = timedelta(minutes=1)


def take_recent(
    transcript: Transcript, chat: RecentChat, name_of: Callable[[int], str]
) -> Dialog | None:
    """The dialog of a chat, begun if it is open and unknown; None for one that is left alone."""
    place = chat.place
    where = (place.connector, place.line, place.chat)
    here = "connector = ? AND line = ? AND chat = ?"
    known = transcript.dialogs(f"{here} AND portal_chat = ?", *where, place.portal_chat)
    if known:
        _shut_past(transcript.conn, known[-1].id)
        return _put_right(transcript, known[-1], chat, name_of)
    maybe = transcript.dialogs(f"{here} AND (portal_chat IS NULL OR user = '')", *where)
    if len(maybe) == 1 and maybe[0].portal_chat is None:
        return _put_right(transcript, _adopt(transcript, maybe[0], chat), chat, name_of)
    if maybe or chat.is_over or is_old(transcript.conn, chat.said_at):
        return None
    return _begin(transcript, chat, name_of)


def was_there(conn: Connection, dialog: DialogId, at: datetime) -> bool:
    """Whether something was said before the dialog was found: nobody has to be told of it."""
    (upto,) = conn.execute("SELECT found_upto FROM dialog WHERE id = ?", (dialog,)).fetchone()
    return upto is not None and stamp(at) <= upto


def newest_of(dialog: DialogId, conn: Connection) -> int:
    """The newest of the portal's messages that is known here, 0 for none."""
    sql = "SELECT coalesce(max(im), 0) FROM message WHERE dialog = ?"
    (newest,) = conn.execute(sql, (dialog,)).fetchone()
    return int(newest)


def _begin(transcript: Transcript, chat: RecentChat, name_of: Callable[[int], str]) -> Dialog:
    place = chat.place
    new = transcript.begin(place.connector, place.line, place.chat, "", chat.name or place.chat)
    transcript.conn.execute(
        "UPDATE dialog SET found_from = ?, found_upto = ? WHERE id = ?",
        (stamp(chat.opened_at - _BEFORE), stamp(chat.said_at), new.id),
    )
    if chat.portal_user:
        transcript.set_portal_user(new.id, chat.portal_user)
    dialog = transcript.put(replace(new, portal_chat=place.portal_chat))
    dialog = start_session(transcript, dialog, chat.session, chat.opened_at)
    author = Author.CUSTOMER if chat.by_customer else Author.OPERATOR
    return transcript.put(
        replace(
            dialog,
            operator_id=chat.owner,
            operator=name_of(chat.owner) if chat.owner else "",
            last_text=chat.text[:1000],
            last_author=author,
            last_at=chat.said_at,
            waiting_since=_since(chat),
        )
    )


def _shut_past(conn: Connection, dialog: DialogId) -> None:
    """An event told of it first: what was said before that would come behind it. Who wants to read
    it asks for it.
    """
    sql = "SELECT at FROM message WHERE dialog = ? ORDER BY position LIMIT 1"
    first = conn.execute(sql, (dialog,)).fetchone()
    if first is not None:
        begun = stamp(moment(first[0]) - _BEFORE)
        change = "UPDATE dialog SET found_from = ? WHERE id = ? AND found_from IS NULL"
        conn.execute(change, (begun, dialog))


def _adopt(transcript: Transcript, dialog: Dialog, chat: RecentChat) -> Dialog:
    """An event told of it without naming the portal's chat. Where nothing was said yet, only the
    words of the present session are wanted.
    """
    if newest_of(dialog.id, transcript.conn) == 0:
        begun = stamp(chat.opened_at - _BEFORE)
        transcript.conn.execute("UPDATE dialog SET found_from = ? WHERE id = ?", (begun, dialog.id))
    name = chat.name if dialog.name in ("", dialog.chat) and chat.name else dialog.name
    return transcript.put(replace(dialog, portal_chat=chat.place.portal_chat, name=name))


def _put_right(
    transcript: Transcript, dialog: Dialog, chat: RecentChat, name_of: Callable[[int], str]
) -> Dialog:
    """A session that began or ended while nobody told; and who has it."""
    newer = dialog.session is None or dialog.session <= chat.session
    if chat.is_over and newer and dialog.state is not DialogState.CLOSED:
        return finish_session(transcript, dialog, chat.session, chat.said_at)
    if not chat.is_over and newer:
        dialog = start_session(transcript, dialog, chat.session, chat.opened_at)
        if dialog.session == chat.session and chat.owner and not dialog.operator_id:
            name = name_of(chat.owner)
            dialog = transcript.put(replace(dialog, operator_id=chat.owner, operator=name))
    return dialog


def _since(chat: RecentChat) -> datetime | None:
    """Since when he waits at least; what is read back afterwards tells it better."""
    if not chat.waits:
        return None
    return chat.said_at if chat.by_customer else chat.opened_at
