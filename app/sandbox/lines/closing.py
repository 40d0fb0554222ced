"""How a session ends: by its operator, as spam, by the clock, with its line.

An operator's close sends the line's last words and its request for a rating, then waits for
FULL_CLOSE_TIME minutes. A session whose customer keeps silent after an operator's words ends after
AUTO_CLOSE_TIME, one in which nobody says anything ends silently after AUTO_EXPIRE_TIME.
"""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.lines import line_events, line_settings, notes, routing, votes
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

OPERATOR_WROTE, CLOSING, CLOSED, SPAM, DUPLICATE, SILENT = 40, 50, 60, 65, 69, 75


def close(portal: Portal, chat: LineChat, *, by: int | None, spam: bool = False) -> None:
    """Close at once, or after the line's FULL_CLOSE_TIME minutes; the second time at once."""
    session, line = chat.session, line_settings.of(portal, chat)
    if session is None:
        return
    if spam or line is None or session.status == CLOSING:
        finish(portal, chat, session, by, SPAM if spam else CLOSED)
        return
    if line.text("CLOSE_RULE") == "text":
        posting.automatic(portal, chat, line.text("CLOSE_TEXT"))
    votes.ask(portal, chat, session, line)
    minutes = line.number("FULL_CLOSE_TIME")
    if minutes:
        wait(portal, chat, session, minutes * 60, by)
    else:
        finish(portal, chat, session, by, CLOSED)


def wait(portal: Portal, chat: LineChat, session: Session, seconds: int, by: int | None) -> None:
    """Let a session wait for its end; a word of anybody lets it go on."""
    session.status, session.close_due = CLOSING, portal.now + seconds
    portal.schedule.at(session.close_due, finish_closing, chat.id, session.id, by)


@job
def finish_closing(portal: Portal, chat_id: int, session_id: int, by: int | None) -> None:
    """Close a session whose FULL_CLOSE_TIME is over, unless it went on meanwhile."""
    chat = portal.line_chats[chat_id]
    session = chat.session
    if session and session.id == session_id and session.close_due == portal.now:
        finish(portal, chat, session, by, CLOSED)


def close_all(portal: Portal, line: int, *, by: int | None) -> None:
    """Close every dialog of a line that goes away."""
    for chat_id in list(portal.open_dialogs.values()):
        chat = portal.line_chats[chat_id]
        if chat.session and line in (chat.line, chat.session.line):
            finish(portal, chat, chat.session, by, CLOSED)


def finish(portal: Portal, chat: LineChat, session: Session, by: int | None, status: int) -> None:
    """The end itself, with its events; somebody else may have the operator's time now."""
    session.status, session.closed_at, session.close_due = status, portal.now, None
    portal.open_dialogs.pop(session.id, None)
    routing.taken(portal, session)
    if status != SILENT:
        posting.note(portal, chat, notes.finished(portal, by, spam=status == SPAM))
    line_events.session_told(portal, chat, session, by=by)
    routing.serve_waiting(portal)


def touch(portal: Portal, chat: LineChat, session: Session) -> None:
    """Somebody has said something: the clock of the session begins again."""
    session.touched_at, session.close_due = portal.now, None
    watch(portal, chat, session)


def watch(portal: Portal, chat: LineChat, session: Session) -> None:
    """Look after the session when its time may be over."""
    due = _due(portal, chat, session)
    if due is not None and (session.watched_at is None or due < session.watched_at):
        session.watched_at = due
        portal.schedule.at(due, look_after, chat.id, session.id)


@job
def look_after(portal: Portal, chat_id: int, session_id: int) -> None:
    """End a session that was silent for too long, or look again when it may be."""
    chat = portal.line_chats[chat_id]
    session = chat.session
    if session is None or session.id != session_id or session.watched_at != portal.now:
        return
    session.watched_at = None
    due = _due(portal, chat, session)
    if due is None:
        return
    if due <= portal.now:
        _end_by_clock(portal, chat, session)
    else:
        session.watched_at = due
        portal.schedule.at(due, look_after, chat.id, session.id)


def _end_by_clock(portal: Portal, chat: LineChat, session: Session) -> None:
    line = line_settings.of(portal, chat)
    if session.status != OPERATOR_WROTE or line is None:
        finish(portal, chat, session, None, SILENT)
        return
    if line.text("AUTO_CLOSE_RULE") == "text":
        posting.automatic(portal, chat, line.text("AUTO_CLOSE_TEXT"))
    finish(portal, chat, session, None, CLOSED)


def _due(portal: Portal, chat: LineChat, session: Session) -> float | None:
    """When the session ends by itself; never while it is pinned."""
    line = line_settings.of(portal, chat)
    if line is None or session.pinned:
        return None
    answered = line.number("AUTO_CLOSE_TIME") if session.status == OPERATOR_WROTE else 0
    spans = [span for span in (answered, line.number("AUTO_EXPIRE_TIME")) if span]
    return max(session.touched_at + min(spans), portal.now) if spans else None
