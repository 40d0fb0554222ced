"""Records as the control interface shows them: dialogs, sessions, messages, queued events."""

from typing import Any

from app.sandbox.clock import iso
from app.sandbox.conversation import File, LineChat, Message, Session
from app.sandbox.delivery.queue import Row
from app.sandbox.portal import Portal


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
        "opened_at": time_of(portal, row.opened_at),
        "closed_at": time_of(portal, row.closed_at),
    }


def _file(file: File) -> dict[str, Any]:
    return {"id": file.id, "name": file.name, "url": file.url, "kind": file.kind}


def queued(portal: Portal, row: Row) -> dict[str, Any]:
    """One event that waits in the offline queue."""
    return {
        "id": row.id,
        "at": time_of(portal, row.at),
        "event": row.event,
        "data": row.data,
        "additional": row.additional,
        "message_id": row.message_id,
        "auth_connector": row.owner.auth_connector,
        "process_id": row.process_id,
        "error": row.error,
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
        "at": time_of(portal, row.at),
        "files": [_file(file) for file in row.files],
        "external_ids": list(row.external_ids),
        "sending": row.sending,
        "delivered": row.delivered_at is not None,
        "delivered_at": time_of(portal, row.delivered_at),
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


def time_of(portal: Portal, moment: float | None) -> str | None:
    """A moment in the portal's own zone."""
    return None if moment is None else iso(moment, portal.offset_minutes)
