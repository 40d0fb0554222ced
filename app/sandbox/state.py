"""The whole state of the portal as JSON, for the control interface."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from app.sandbox.clock import iso
from app.sandbox.conversation import File, LineChat, Message, Session
from app.sandbox.model import App, Connector, Line
from app.sandbox.portal import Portal
from app.sandbox.queue import Row

Section = Callable[[Portal], Any]
#: What the state consists of, in this order; the chats and the queue are tables that can be long.
SECTIONS: dict[str, Section] = {}


def section(name: str) -> Callable[[Section], Section]:
    """Register a part of the state."""

    def register(show: Section) -> Section:
        SECTIONS[name] = show
        return show

    return register


def snapshot(portal: Portal) -> dict[str, Any]:
    """Everything a test or scenario may want to look at; no secrets."""
    return {name: show(portal) for name, show in SECTIONS.items()}


@section("portal")
def _about(portal: Portal) -> dict[str, Any]:
    options = portal.options
    return {
        "name": portal.seed.portal["name"],
        "member_id": portal.member_id,
        "plan": options.plan,
        "role": options.role,
        "now": _time(portal, portal.now),
        "installed": portal.app.installed,
    }


@section("users")
def _users(portal: Portal) -> list[dict[str, Any]]:
    return [_user(portal, user) for user in portal.users]


@section("lines")
def _lines(portal: Portal) -> list[dict[str, Any]]:
    return [_line(line) for line in portal.lines.values()]


@section("bots")
def _bots(portal: Portal) -> list[dict[str, Any]]:
    return [
        {
            "id": bot.id,
            "code": bot.code,
            "owner": bot.owner,
            "type": bot.kind,
            "openline": bot.openline,
            "polls": bot.polls,
            "waiting": len(bot.log),
            "typing": [key for key, value in bot.typing.items() if value[0] > portal.now],
            "commands": [row.word for row in portal.commands.values() if row.bot == bot.id],
        }
        for bot in portal.bots.values()
    ]


@section("connectors")
def _connectors(portal: Portal) -> list[dict[str, Any]]:
    return [_connector(portal, row) for row in portal.connectors.values()]


@section("statuses")
def _statuses(portal: Portal) -> list[dict[str, Any]]:
    return [
        {
            "connector": connector,
            "line": line,
            "active": row.active,
            "connection": row.connection,
            "register": row.register,
            "error": row.error,
            "configured": row.configured,
            "status": row.working,
            "data": dict(row.data),
        }
        for (connector, line), row in portal.statuses.items()
    ]


@section("chats")
def _chats(portal: Portal) -> list[dict[str, Any]]:
    return [chat(portal, row) for row in portal.line_chats.values()]


@section("queue")
def _queue(portal: Portal) -> list[dict[str, Any]]:
    return [queued(portal, row) for row in portal.queue.rows]


@section("bindings")
def _bindings(portal: Portal) -> list[dict[str, Any]]:
    return [
        {
            "event": row.event,
            "offline": row.offline,
            "handler": row.handler,
            "auth_connector": row.auth_connector,
            "user": row.user,
        }
        for row in portal.bindings
    ]


@section("apps")
def _apps(portal: Portal) -> list[dict[str, Any]]:
    return [_app(row) for row in portal.apps.values()]


@section("refusals")
def _refusals(portal: Portal) -> dict[str, int]:
    return dict(portal.refusals)


@section("tokens")
def _tokens(portal: Portal) -> dict[str, int]:
    return portal.authority.counts()


@section("faults")
def _faults(portal: Portal) -> list[dict[str, Any]]:
    return [
        {"kind": row.kind, "method": row.method, "count": row.count} for row in portal.faults.orders
    ]


@section("deliveries")
def _deliveries(portal: Portal) -> dict[str, int]:
    return dict(Counter(row.state for row in portal.deliveries))


@section("address")
def _address(portal: Portal) -> dict[str, Any]:
    return {"host": portal.host, "skew": portal.skew}


@section("quick_answers")
def _quick_answers(portal: Portal) -> list[dict[str, Any]]:
    return [{"id": r.id, "line": r.line, "text": r.text} for r in portal.quick_answers]


@section("pauses")
def _pauses(portal: Portal) -> list[int]:
    return sorted(row.user for row in portal.pauses if row.until is None)


@section("remarks")
def _remarks(portal: Portal) -> list[str]:
    return list(portal.remarks)


@section("auto_operator")
def _auto_operator(portal: Portal) -> dict[str, Any]:
    return {"on": portal.auto_operator, "delay": portal.operator_delay}


@section("calls")
def _calls(portal: Portal) -> int:
    return portal.call_count


def message(portal: Portal, row: Message) -> dict[str, Any]:
    """One message with its marks."""
    return {
        "id": row.id,
        "session": row.session,
        "kind": row.kind,
        "author_id": row.author,
        "author_name": author_name(portal, row),
        "text": row.text,
        "at": _time(portal, row.at),
        "files": [_file(file) for file in row.files],
        "external_ids": list(row.external_ids),
        "sending": row.sending,
        "delivered": row.delivered_at is not None,
        "delivered_at": _time(portal, row.delivered_at),
        "read": row.read_at is not None,
        "reading_reported": row.reading_reported_at is not None,
        "edited": row.edited_at is not None,
        "deleted": row.deleted_at is not None,
        "hidden": row.hidden,
    }


def author_name(portal: Portal, row: Message) -> str:
    """The author as the portal shows him."""
    if row.kind == "customer":
        chat, _ = portal.messages[row.id]
        return chat.customer.full_name if isinstance(chat, LineChat) else ""
    user = portal.users.get(row.author)
    return user.full_name if user else ""


def _user(portal: Portal, user_id: int) -> dict[str, Any]:
    user = portal.users[user_id]
    about = {"id": user.id, "name": user.full_name, "admin": user.admin, "active": user.active}
    return {**about, "bot": True} if user.bot else about


def _app(app: App) -> dict[str, Any]:
    return {
        "id": app.id,
        "client_id": app.client_id,
        "title": app.title,
        "redirect_uri": app.redirect_uri,
        "scope": list(app.scope),
        "status": app.status,
        "version": app.version,
        "installed": app.installed,
        "active": app.active,
        "payment_expired": app.payment_expired,
        "users": list(app.users),
    }


def _line(line: Line) -> dict[str, Any]:
    return {"id": line.id, "name": line.name, "active": line.active, "queue": list(line.queue)}


def _connector(portal: Portal, row: Connector) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "builtin": row.builtin,
        "owner": row.owner,
        "handler": row.handler,
        "flags": dict(row.flags),
        "lines": [status for status in _statuses(portal) if status["connector"] == row.id],
    }


def chat(portal: Portal, chat: LineChat, newest: int | None = None) -> dict[str, Any]:
    """One dialog with its messages, or with the `newest` of them."""
    last = chat.sessions[-1] if chat.sessions else None
    return {
        "id": chat.id,
        "connector": chat.connector,
        "line": chat.line,
        "chat": chat.external_chat,
        "user": chat.customer.external_id,
        "user_code": chat.user_code,
        "title": chat.title,
        "customer": {
            "id": chat.customer.id,
            "external_id": chat.customer.external_id,
            "name": chat.customer.full_name,
        },
        "crm": dict(chat.crm),
        "silent": chat.silent,
        "members": sorted(chat.members),
        "state": last.state if last else "none",
        "operator": (last.operator or last.bot) if last else None,
        "sessions": [_session(portal, row) for row in chat.sessions],
        "messages": [message(portal, row) for row in chat.messages[-newest if newest else 0 :]],
    }


def _session(portal: Portal, row: Session) -> dict[str, Any]:
    return {
        "id": row.id,
        "state": row.state,
        "closed": not row.open,
        "status": row.status,
        "parent": row.parent,
        "assigned": row.assigned,
        "operator": row.operator,
        "bot": row.bot,
        "line": row.line,
        "pinned": row.pinned,
        "vote": row.vote,
        "head_vote": row.head_vote,
        "head_comment": row.head_comment,
        "opened_at": _time(portal, row.opened_at),
        "closed_at": _time(portal, row.closed_at),
    }


def _file(file: File) -> dict[str, Any]:
    return {"id": file.id, "name": file.name, "url": file.url, "kind": file.kind}


def queued(portal: Portal, row: Row) -> dict[str, Any]:
    """One event that waits in the offline queue."""
    return {
        "id": row.id,
        "at": _time(portal, row.at),
        "event": row.event,
        "data": row.data,
        "additional": row.additional,
        "message_id": row.message_id,
        "auth_connector": row.owner.auth_connector,
        "process_id": row.process_id,
        "error": row.error,
    }


def _time(portal: Portal, moment: float | None) -> str | None:
    return None if moment is None else iso(moment, portal.offset_minutes)
