"""A dialog's transcript on a page: messages with their marks, days and sessions between them."""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.sandbox.conversation import File, LineChat, Message, Session
from app.sandbox.crm import tracker, view
from app.sandbox.lines import outgoing
from app.sandbox.messenger import marks
from app.sandbox.portal import Portal
from app.sandbox.workplace import bbcode, looks
from app.sandbox.workplace.bbcode import Html
from app.sandbox.workplace.visits import Visit

PAGE_SIZE = 60
_MORE = " …"


class _Limits(NamedTuple):
    """How much of a message is shown: characters of its text, of its extras, files."""

    text: int
    raw: int
    files: int


_FOLDED, _WHOLE = _Limits(2000, 1000, 10), _Limits(40_000, 60_000, 100)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message; no link when its address is none of the web."""

    name: str
    link: str
    about: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message. side: customer, operator, bot, automatic or system; mark: how far it got.

    day, session: what begins with this message. first: the author's name stands over it.
    cut: only its beginning is shown.
    """

    id: int
    side: str
    author: str
    letters: str
    tone: int
    html: Html
    plain: str
    at: float
    mark: str
    edited: bool
    deleted: bool
    hidden: bool
    files: list[Attachment]
    quote: str
    extras: list[tuple[str, str]]
    may_edit: bool
    may_delete: bool
    first: bool
    cut: bool = False
    day: str = ""
    session: int = 0


def build(visit: Visit, chat: LineChat) -> dict[str, Any]:
    """The newest page of the transcript, or the one before a message."""
    before = visit.number("before")
    end = marks.position(chat, before) if before else len(chat.messages)
    shown = chat.messages[max(end - PAGE_SIZE, 0) : end]
    return {
        "bubbles": _bubbles(visit, chat, shown),
        "earlier": shown[0].id if end > len(shown) else 0,
        "before": before,
        "edited_id": visit.number("edit"),
        "whole_id": visit.number("whole"),
        "crm": [(row.kind, row.id, view.title(row)) for row in tracker.bound(visit.portal, chat)],
        "sessions": [_session(visit.portal, row) for row in chat.sessions[-20:]],
    }


def _bubbles(visit: Visit, chat: LineChat, shown: list[Message]) -> list[Bubble]:
    done: list[Bubble] = []
    day, session, run = "", 0, ("", 0)
    for message in shown:
        today = visit.times.day(message.at)
        side = _side(visit.portal, message)
        fresh = today != day or (message.session and message.session != session)
        author = (side, message.author)
        done.append(
            _bubble(
                visit,
                chat,
                message,
                first=bool(fresh) or author != run,
                day=today if today != day else "",
                session=message.session if message.session != session else 0,
            )
        )
        day, session, run = today, message.session or session, author
    return done


def _bubble(
    visit: Visit, chat: LineChat, message: Message, *, first: bool, day: str, session: int
) -> Bubble:
    portal, side = visit.portal, _side(visit.portal, message)
    author = _author(visit, chat, message, side)
    whole = visit.number("whole") == message.id
    limits = _WHOLE if whole else _FOLDED
    extras = _extras(message, limits.raw)
    text, files = message.text[: limits.text], message.files[: limits.files]
    cut = text != message.text or files != message.files or any(_cut(raw) for _, raw in extras)
    return Bubble(
        id=message.id,
        side=side,
        author=author,
        letters=looks.initials(author),
        tone=looks.tone(message.author),
        html=bbcode.to_html(text),
        plain=message.text,
        at=message.at,
        mark=_mark(message),
        edited=message.edited_at is not None,
        deleted=message.deleted_at is not None,
        hidden=message.hidden,
        files=[_file(visit, file) for file in files],
        quote=_quote(chat, message),
        extras=extras,
        may_edit=outgoing.may_edit(portal, chat, message),
        may_delete=message.kind != "system" and outgoing.may_delete(portal, chat, message),
        first=first,
        cut=cut and not whole,
        day=day,
        session=session,
    )


def _side(portal: Portal, message: Message) -> str:
    user = portal.users.get(message.author)
    return "bot" if message.kind == "operator" and user and user.bot else message.kind


def _author(visit: Visit, chat: LineChat, message: Message, side: str) -> str:
    if side == "customer":
        return chat.customer.full_name or chat.title
    if side == "automatic":
        return visit.words("transcript.automatic")
    user = visit.portal.users.get(message.author)
    return user.full_name if user else visit.words("transcript.nobody", n=message.author)


def _mark(message: Message) -> str:
    """How far a message to the customer got; nothing for what is not sent."""
    if message.kind not in ("operator", "automatic"):
        return ""
    if message.reading_reported_at is not None:
        return "read"
    if message.delivered_at is not None or message.external_ids:
        return "delivered"
    return "sending" if message.sending else "inside"


def _file(visit: Visit, file: File) -> Attachment:
    about = looks.size(file.size, visit.words) if file.size else file.mime
    return Attachment(file.name, bbcode.safe_link(file.url), about)


def _quote(chat: LineChat, message: Message) -> str:
    if message.reply_to is None:
        return ""
    found = marks.find(chat, message.reply_to)
    return bbcode.to_plain(found.text)[:200] if found else ""


def _extras(message: Message, limit: int) -> list[tuple[str, str]]:
    rows = (("ATTACH", message.attach), ("KEYBOARD", message.keyboard), ("MENU", message.menu))
    return [(name, _beginning(value, limit)) for name, value in rows if value]


def _beginning(value: Any, limit: int) -> str:
    """Something as JSON for people; no more of it is written than is shown."""
    done, size = [], 0
    for piece in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(value):
        done.append(piece)
        size += len(piece)
        if size > limit:
            return "".join(done)[:limit] + _MORE
    return "".join(done)


def _cut(raw: str) -> bool:
    return raw.endswith(_MORE)


def _session(portal: Portal, session: Session) -> dict[str, Any]:
    person = portal.users.get(session.operator or session.bot or 0)
    return {"row": session, "person": person.full_name if person else ""}
