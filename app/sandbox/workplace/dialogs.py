"""The page of dialogs: which there are, and the chosen one with its composer."""

from dataclasses import dataclass
from typing import Any

from app.sandbox.conversation import LineChat, Message, Session
from app.sandbox.lines import channels, line_settings
from app.sandbox.model import User
from app.sandbox.portal import Portal
from app.sandbox.workplace import bbcode, looks, transcript
from app.sandbox.workplace.visits import Missing, Page, Slice, Visit

PAGE_SIZE = 40
STATES = ("open", "waiting", "closed", "all")
#: The customer has had the last word, or nobody has answered him yet.
WAITING = (0, 5, 20, 25)
WARN_SECONDS, ALARM_SECONDS = 120, 300
#: So far back the beginning of the waiting is looked for.
LOOKED_BACK = 200
#: So far back the last words of a person are looked for.
LOOKED_BACK_FOR_WORDS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A dialog in the list. waiting: how long, in words; alarm: calm, warn or alarm."""

    id: int
    name: str
    tone: int
    line: str
    words: str
    by: str
    at: float
    state: str
    operator: str
    waiting: str
    alarm: str


def build(visit: Visit) -> dict[str, Any]:
    """The list, and the dialog that the address names."""
    portal = visit.portal
    chat = portal.line_chats.get(visit.number("dialog"))
    if chat is None and visit.text("dialog"):
        raise Missing
    found, counts = _found(visit)
    page = Slice.of(found, visit.number("page"), PAGE_SIZE)
    around = [row.id for row in page.rows]
    return {
        "slice": page,
        "rows": [_row(visit, row) for row in page.rows],
        "counts": counts,
        "state": _state(visit),
        "states": STATES,
        "lines": list(portal.lines.values()),
        "people": people(portal),
        "neighbours": _neighbours(around, chat),
        "chat": chat,
        "parts": PAGE.parts if chat else PAGE.parts[:1],
        **(transcript.build(visit, chat) if chat else {}),
        **(_desk(visit, chat) if chat else {}),
    }


PAGE = Page("dialogs", "dialogs.html", build, ("list", "head", "transcript"))


def people(portal: Portal) -> list[User]:
    """The employees who work here."""
    return [user for user in portal.users.values() if user.active and not user.bot]


def is_waiting(session: Session | None) -> bool:
    """Whether the customer waits for a person."""
    return session is not None and session.status in WAITING and session.bot is None


def waiting_since(chat: LineChat) -> float | None:
    """When the customer began to wait; None when he does not."""
    session, since = chat.session, None
    if session is None or not is_waiting(session):
        return None
    for message in reversed(chat.messages[-LOOKED_BACK:]):
        if message.session != session.id or message.kind == "operator":
            break
        if message.kind == "customer":
            since = message.at
    return since


def _state(visit: Visit) -> str:
    return visit.text("state") if visit.text("state") in STATES else STATES[0]


def _found(visit: Visit) -> tuple[list[LineChat], dict[str, int]]:
    """The dialogs that the filter lets through, newest words first, and how many of each state."""
    chats = [chat for chat in visit.portal.line_chats.values() if _fits(visit, chat)]
    groups: dict[str, list[LineChat]] = {name: [] for name in STATES}
    for chat in chats:
        groups["open" if chat.session else "closed"].append(chat)
        if is_waiting(chat.session):
            groups["waiting"].append(chat)
    groups["all"] = chats
    chosen = sorted(groups[_state(visit)], key=_newest, reverse=True)
    return chosen, {name: len(rows) for name, rows in groups.items()}


def _newest(chat: LineChat) -> int:
    last = _last_words(chat)
    return last.id if last else 0


def _fits(visit: Visit, chat: LineChat) -> bool:
    session = chat.sessions[-1] if chat.sessions else None
    line, who = visit.number("line"), visit.text("who")
    if line and line not in (chat.line, session.line if session else 0):
        return False
    if who and session:
        person = session.operator or session.bot or session.assigned
        if (person is not None) if who == "none" else str(person) != who:
            return False
    wanted = visit.text("q").strip().casefold()
    return not wanted or any(wanted in text.casefold() for text in _searched(chat))


def _searched(chat: LineChat) -> tuple[str, ...]:
    customer = chat.customer
    return customer.full_name, customer.external_id, chat.title, chat.external_chat, str(chat.id)


def _row(visit: Visit, chat: LineChat) -> Row:
    portal, times = visit.portal, visit.times
    last = _last_words(chat)
    session, since = (chat.sessions[-1] if chat.sessions else None), waiting_since(chat)
    person = portal.users.get((session.operator or session.bot or 0) if session else 0)
    line = line_settings.of(portal, chat)
    return Row(
        id=chat.id,
        name=chat.customer.full_name or chat.title,
        tone=looks.tone(chat.customer.id),
        line=line.name if line else visit.words("dialogs.no_line", n=chat.line),
        words=bbcode.to_plain(last.text)[:160] if last else "",
        by=_by(portal, last),
        at=last.at if last else chat.created_at,
        state=session.state if session else "closed",
        operator=person.full_name if person else "",
        waiting="" if since is None else times.since(since),
        alarm=_alarm(portal.now - since) if since is not None else "",
    )


def _last_words(chat: LineChat) -> Message | None:
    """What somebody said last; the portal's own notes move no dialog up the list."""
    for message in reversed(chat.messages[-LOOKED_BACK_FOR_WORDS:]):
        if message.kind != "system":
            return message
    return chat.messages[-1] if chat.messages else None


def _by(portal: Portal, message: Message | None) -> str:
    if message is None or message.kind != "operator":
        return ""
    user = portal.users.get(message.author)
    return user.name if user else ""


def _alarm(seconds: float) -> str:
    if seconds < WARN_SECONDS:
        return "calm"
    return "warn" if seconds < ALARM_SECONDS else "alarm"


def _neighbours(around: list[int], chat: LineChat | None) -> tuple[int, int]:
    """The dialogs above and below the chosen one; 0 where there is none."""
    if chat is None or chat.id not in around:
        return 0, around[0] if around else 0
    place = around.index(chat.id)
    below = around[place + 1] if place + 1 < len(around) else 0
    return around[place - 1] if place else 0, below


def _desk(visit: Visit, chat: LineChat) -> dict[str, Any]:
    """What stands around the transcript: who writes, who has the dialog, can anything be sent."""
    portal, session = visit.portal, chat.session
    line, since = line_settings.of(portal, chat), waiting_since(chat)
    connector = channels.find(portal, chat.connector)
    return {
        "session": session,
        "newest": chat.sessions[-1] if chat.sessions else None,
        "line": line,
        "connector": connector,
        "waiting": visit.times.since(since) if since is not None else "",
        "alarm": _alarm(portal.now - since) if since is not None else "",
        "operator": portal.users.get((session.operator or session.bot or 0) if session else 0),
        "author": _author(visit, session),
        "channel_works": channels.usable(portal, chat.connector, chat.line),
        "can_write": line is not None and line.active,
        "tone": looks.tone(chat.customer.id),
    }


def _author(visit: Visit, session: Session | None) -> int:
    """Who writes unless somebody else is chosen."""
    portal = visit.portal
    wanted = (
        visit.number("as"),
        (session.operator or session.assigned or 0) if session else 0,
        portal.role_user.id,
    )
    known = [user.id for user in people(portal)]
    return next((user for user in wanted if user in known), known[0] if known else 0)
