"""Sessions of a chat: opened by a message, answered and closed by operators."""

from app.sandbox import bots, channels, events, payloads
from app.sandbox.conversation import LineChat, Session
from app.sandbox.crm import tracker
from app.sandbox.errors import VendorError
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

ANSWERED, CUSTOMER_WROTE, CUSTOMER_WROTE_AGAIN, OPERATOR_WROTE = 10, 20, 25, 40
CLOSING, CLOSED, SPAM = 50, 60, 65


def begin(portal: Portal, chat: LineChat, *, operator: int | None = None) -> Session:
    """Open a session: in the line's queue, or straight in the hands of an operator."""
    parent = chat.sessions[-1].id if chat.sessions else 0
    session = Session(portal.next_id("session"), portal.now, parent)
    session.assigned = operator
    chat.members = set() if operator is None else {operator}
    chat.sessions.append(session)
    if operator is None and not bots.on_session(portal, chat, session):
        into_queue(portal, chat)
    tracker.on_session(portal, chat, session)
    _tell(portal, chat, session, (events.DIALOG_START, events.SESSION_START), operator)
    if operator is not None:
        answer(portal, chat, operator)
    return session


def into_queue(portal: Portal, chat: LineChat, line: int | None = None) -> None:
    """Offer an open dialog to the queue of its line, or of another one."""
    if session := chat.session:
        session.bot, session.operator = None, None
        session.assigned = _next_in_queue(portal, chat.line if line is None else line)
        chat.members = set() if session.assigned is None else {session.assigned}


def answer(portal: Portal, chat: LineChat, user: int) -> Session:
    """Take the dialog; a closed one is opened again. Refused when another operator has it."""
    session = chat.session
    if session is None:
        return begin(portal, chat, operator=user)
    if session.operator is not None and session.operator != user:
        raise VendorError("", "")
    if session.operator is None:
        session.operator, session.status = user, max(session.status, ANSWERED)
        session.bot = None
        chat.members = {user}
    return session


def join(portal: Portal, chat: LineChat, user: int) -> Session:
    """Come into a dialog: take it when nobody has, else sit beside its operator."""
    session = chat.session
    if session and portal.users[user].bot:
        chat.members.add(user)
        return session
    if session is None or session.operator is None:
        return answer(portal, chat, user)
    chat.members.add(user)
    return session


def customer_wrote(session: Session) -> None:
    """Note that it is the operator's turn; a session that waits for closing goes on."""
    session.close_due = None
    session.status = CUSTOMER_WROTE if session.operator is None else CUSTOMER_WROTE_AGAIN


def close(portal: Portal, chat: LineChat, *, by: int | None, spam: bool = False) -> None:
    """Close at once, or after the line's FULL_CLOSE_TIME minutes."""
    session, line = chat.session, portal.lines.get(chat.line)
    if session is None:
        return
    minutes = line.number("FULL_CLOSE_TIME") if line and not spam else 0
    if not minutes:
        _finish(portal, chat, session, by, SPAM if spam else CLOSED)
        return
    session.status, due = CLOSING, portal.now + minutes * 60
    session.close_due = due
    portal.schedule.at(due, finish_closing, chat.id, session.id, by)


@job
def finish_closing(portal: Portal, chat_id: int, session_id: int, by: int | None) -> None:
    """Close a session whose FULL_CLOSE_TIME is over, unless it went on meanwhile."""
    chat = portal.line_chats[chat_id]
    session = chat.session
    if session and session.id == session_id and session.close_due == portal.now:
        _finish(portal, chat, session, by, CLOSED)


def close_all(portal: Portal, line: int, *, by: int | None) -> None:
    """Close every dialog of a line that goes away."""
    for chat in portal.line_chats.values():
        if chat.line == line and chat.session:
            _finish(portal, chat, chat.session, by, CLOSED)


def _finish(portal: Portal, chat: LineChat, session: Session, by: int | None, status: int) -> None:
    session.status, session.closed_at, session.close_due = status, portal.now, None
    _tell(portal, chat, session, (events.DIALOG_FINISH, events.SESSION_FINISH), by)


def _tell(
    portal: Portal, chat: LineChat, session: Session, names: tuple[str, str], by: int | None
) -> None:
    connector, line = channels.find(portal, chat.connector), portal.lines.get(chat.line)
    if connector and connector.owner:
        term = line.number("FULL_CLOSE_TIME") if line else 0
        as_int = portal.options.line_as_int
        data = payloads.dialog(chat, session, close_term=term, line_as_int=as_int)
        events.raise_event(portal, names[0], data, owner=connector.owner, by=by)
    if line:
        events.raise_event(portal, names[1], payloads.session(chat, line), by=by)


def _next_in_queue(portal: Portal, line_id: int) -> int | None:
    line = portal.lines.get(line_id)
    if line is None or not line.queue:
        return None
    begun = portal.sessions_begun[line_id]
    portal.sessions_begun[line_id] += 1
    operator: int = line.queue[begun % len(line.queue)]
    return operator
