"""The whole state of the portal as JSON, for the control interface."""

from typing import Any

from app.sandbox.clock import iso
from app.sandbox.conversation import File, LineChat, Message, Session
from app.sandbox.model import Connector, Line
from app.sandbox.portal import Portal


def snapshot(portal: Portal) -> dict[str, Any]:
    """Everything a test or scenario may want to look at; no secrets."""
    options = portal.options
    return {
        "portal": {
            "name": portal.seed.portal["name"],
            "member_id": portal.member_id,
            "plan": options.plan,
            "role": options.role,
            "now": _time(portal, portal.now),
            "installed": portal.app.installed,
        },
        "users": [_user(portal, user) for user in portal.users],
        "lines": [_line(line) for line in portal.lines.values()],
        "connectors": [_connector(portal, row) for row in portal.connectors.values()],
        "statuses": _statuses(portal),
        "chats": [_chat(portal, chat) for chat in portal.line_chats.values()],
        "queue": _queue(portal),
        "bindings": [
            {
                "event": row.event,
                "offline": row.offline,
                "handler": row.handler,
                "auth_connector": row.auth_connector,
                "user": row.user,
            }
            for row in portal.bindings
        ],
        "refusals": dict(portal.refusals),
        "tokens": portal.authority.counts(),
        "faults": [
            {"kind": row.kind, "method": row.method, "count": row.count}
            for row in portal.faults.orders
        ],
        "auto_operator": {"on": portal.auto_operator, "delay": portal.operator_delay},
        "calls": portal.call_count,
    }


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
    return {"id": user.id, "name": user.full_name, "admin": user.admin, "active": user.active}


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


def _chat(portal: Portal, chat: LineChat) -> dict[str, Any]:
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
        "state": last.state if last else "none",
        "operator": last.operator if last else None,
        "sessions": [_session(portal, row) for row in chat.sessions],
        "messages": [message(portal, row) for row in chat.messages],
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
        "opened_at": _time(portal, row.opened_at),
        "closed_at": _time(portal, row.closed_at),
    }


def _file(file: File) -> dict[str, Any]:
    return {"id": file.id, "name": file.name, "url": file.url, "kind": file.kind}


def _queue(portal: Portal) -> list[dict[str, Any]]:
    return [
        {
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
        for row in portal.queue.rows
    ]


def _time(portal: Portal, moment: float | None) -> str | None:
    return None if moment is None else iso(moment, portal.offset_minutes)
