"""Whose turn it is: a line's queue gives an unanswered dialog to its operators.

`evenly` goes round, `strictly` begins at the head, `all` asks everybody at once. The turn goes on
after QUEUE_TIME and ends when everybody had his; the customer's next message starts it anew. Who
is away, on pause or full gets nothing; a dialog that nobody can take waits for the first who can.
"""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.crm import tracker
from app.sandbox.lines import line_settings, notes, pauses
from app.sandbox.messenger import posting
from app.sandbox.model import Line, User
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

CLOSING, SKIPPED = 50, 5
#: Which dialogs fill an operator: those with a status below.
_COUNTED = {"answered": 25, "answered_new": 40, "closed": CLOSING}


def assign(portal: Portal, chat: LineChat) -> None:
    """Give the open dialog to whose turn it is; to nobody when nobody can take it."""
    session, line = chat.session, line_settings.of(portal, chat)
    if session is None or session.operator is not None:
        return
    session.turn += 1
    free = [user for user in line.queue if _free(portal, line, user)] if line else []
    known = _forwarded(portal, chat, session, line) if line else None
    if known is not None:
        hold(portal, chat, session, known)
        let_in(portal, chat, known)
    elif line and line.text("QUEUE_TYPE") == "all":
        let_in(portal, chat, *(user for user in free if user not in session.tried))
        hold(portal, chat, session, None)
    else:
        hold(portal, chat, session, _next(portal, line, session, free) if line else None)
        let_in(portal, chat, *([session.assigned] if session.assigned else []))
    _note_waiting(portal, chat, session)
    if line:
        _watch(portal, chat, session, line)


def hold(portal: Portal, chat: LineChat, session: Session, user: int | None) -> None:
    """Say whose turn it is, and remember what everybody has in hand."""
    if session.assigned is not None:
        portal.in_hand.get(session.assigned, {}).pop(session.id, None)
    session.assigned = user
    if user is not None:
        portal.in_hand.setdefault(user, {})[session.id] = chat.id


def let_in(portal: Portal, chat: LineChat, *users: int) -> None:
    """Who sits in the chat now; its bots stay."""
    bots = {user for user in chat.members if user in portal.users and portal.users[user].bot}
    chat.members = bots.union(users)


def taken(portal: Portal, session: Session) -> None:
    """Somebody has the dialog, or it is over: it waits no longer."""
    for waiting in portal.undistributed.values():
        waiting.pop(session.id, None)
    if not session.open:
        for held in portal.in_hand.values():
            held.pop(session.id, None)


def serve_waiting(portal: Portal) -> None:
    """Somebody may be free again: the dialogs that nobody could take are given out."""
    for line_id, waiting in list(portal.undistributed.items()):
        line = portal.lines.get(line_id)
        for chat_id in list(waiting.values()):
            if line is None or not any(_free(portal, line, user) for user in line.queue):
                break
            chat = portal.line_chats[chat_id]
            if chat.session and chat.session.status != SKIPPED:
                chat.session.tried.clear()
            assign(portal, chat)


def starting_again(portal: Portal, chat: LineChat, session: Session) -> None:
    """The customer writes again into a dialog whose round is over: it goes round once more."""
    line = line_settings.of(portal, chat)
    over = bool(session.tried) and session.assigned in (None, *session.tried)
    if over and session.operator is None and session.bot is None and line:
        session.tried.clear()
        if session.assigned is None:
            assign(portal, chat)
        else:
            _watch(portal, chat, session, line)


@job
def pass_on(portal: Portal, chat_id: int, session_id: int, turn: int) -> None:
    """QUEUE_TIME is over and nobody has answered: the next operator's turn, if there is one."""
    chat = portal.line_chats[chat_id]
    session, line = chat.session, line_settings.of(portal, chat)
    if line is None or session is None or (session.id, session.turn) != (session_id, turn):
        return
    if session.operator is not None or session.pinned or session.status >= CLOSING:
        return
    if session.assigned is not None and session.assigned not in session.tried:
        session.tried.append(session.assigned)
    if any(user not in session.tried for user in line.queue if _free(portal, line, user)):
        assign(portal, chat)
        if session.assigned is not None:
            posting.note(portal, chat, notes.passed_on(portal, session.assigned))


@job
def tell_no_answer(portal: Portal, chat_id: int, session_id: int) -> None:
    """NO_ANSWER_TIME is over and nobody has answered: the customer is told so, once."""
    chat = portal.line_chats[chat_id]
    session, line = chat.session, line_settings.of(portal, chat)
    if line is None or session is None or session.id != session_id or "no answer" in session.told:
        return
    silent = session.operator is not None or session.bot is not None or session.status >= CLOSING
    wanted = line.text("NO_ANSWER_RULE") == "text" and line.active
    if not silent and wanted and line_settings.at_work(line, portal.now):
        session.told.append("no answer")
        posting.automatic(portal, chat, line.text("NO_ANSWER_TEXT"))


def _next(portal: Portal, line: Line, session: Session, free: list[int]) -> int | None:
    if not line.queue:
        return None
    strictly = line.text("QUEUE_TYPE") == "strictly"
    start = 0 if strictly else portal.sessions_begun[line.id] % len(line.queue)
    for step in range(len(line.queue)):
        place = (start + step) % len(line.queue)
        user = line.queue[place]
        if user in free and user not in session.tried:
            portal.sessions_begun[line.id] = place + 1
            return user
    return None


def _forwarded(portal: Portal, chat: LineChat, session: Session, line: Line) -> int | None:
    """A customer whom the CRM knows goes first to the employee who is responsible for him."""
    wanted = tracker.responsible(portal, chat) if session.turn == 1 else None
    return wanted if wanted is not None and _free(portal, line, wanted) else None


def _free(portal: Portal, line: Line, user_id: int) -> bool:
    user = portal.users.get(user_id)
    if user is None or not user.active or pauses.on_pause(portal, user_id):
        return False
    if line.on("CHECK_AVAILABLE") and not user.online:
        return False
    most = line.number("MAX_CHAT")
    return not most or _load(portal, line, user) < most


def _load(portal: Portal, line: Line, user: User) -> int:
    below = _COUNTED.get(line.text("TYPE_MAX_CHAT"), CLOSING)
    held = portal.in_hand.get(user.id, {}).items()
    sessions = ((number, portal.line_chats[chat].session) for number, chat in held)
    return sum(1 for number, row in sessions if row and row.id == number and row.status < below)


def _note_waiting(portal: Portal, chat: LineChat, session: Session) -> None:
    """Nobody has his turn and, where all are asked, nobody is asked: the dialog waits."""
    taken(portal, session)
    asked = any(user not in portal.bots for user in chat.members)
    if session.assigned is None and not asked:
        line = session.line or chat.line
        portal.undistributed.setdefault(line, {})[session.id] = chat.id


def _watch(portal: Portal, chat: LineChat, session: Session, line: Line) -> None:
    pause, patience = line.number("QUEUE_TIME"), line.number("NO_ANSWER_TIME")
    if pause and session.assigned is not None:
        due = portal.now + pause
        portal.schedule.at(due, pass_on, chat.id, session.id, session.turn)
    if patience and session.turn == 1:
        portal.schedule.at(portal.now + patience, tell_no_answer, chat.id, session.id)
