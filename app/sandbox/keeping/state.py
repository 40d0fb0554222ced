"""The whole state of the portal as JSON, for the control interface."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from app.sandbox.keeping import state_rows
from app.sandbox.model import App, Connector, Line
from app.sandbox.portal import Portal

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
        "now": state_rows.time_of(portal, portal.now),
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
    return [state_rows.chat(portal, row) for row in portal.line_chats.values()]


@section("queue")
def _queue(portal: Portal) -> list[dict[str, Any]]:
    return [state_rows.queued(portal, row) for row in portal.queue.rows]


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
