"""Open lines: added, changed and deleted, with the people who stand in their queue.

Knows no REST. At most `MAX_LINES` lines, and `MAX_QUEUE` entries in a queue.
"""

from dataclasses import replace
from typing import Any

from app.sandbox.lines import channels, closing, line_fields, routing
from app.sandbox.model import Line
from app.sandbox.params import as_map, entries, flag, is_array, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

MAX_LINES, MAX_QUEUE = 1000, 500
#: How long a temporary line lives unless it is made permanent.
TEMPORARY_SECONDS = 8 * 3600


def add(portal: Portal, given: dict[str, Any], *, by: int) -> Line | None:
    """A new line with its own settings over the usual ones; None when there are too many."""
    limit = portal.options.line_limit
    if len(portal.lines) >= (MAX_LINES if limit is None else limit):
        return None
    number = portal.last_line = portal.last_line + 1
    fields = {**line_fields.DEFAULTS, "LANGUAGE_ID": portal.seed.portal["language"]}
    portal.lines[number] = Line(number, f"Open line {number}", True, (), fields)
    update(portal, number, given, by=by)
    return portal.lines[number]


def update(portal: Portal, number: int, given: dict[str, Any], *, by: int) -> bool:
    """Change settings; what is not named stays. False when there is no such line."""
    line = portal.lines.get(number)
    if line is None:
        return False
    given = upper(given)
    before, fields = line, {**line.fields, **line_fields.cleaned(given), "MODIFY_USER_ID": str(by)}
    line = replace(line, fields=fields, **_head(line, given), **_queue(portal, given))
    portal.lines[number] = replace(line, shown=_shown(line, given))
    if line.on("TEMPORARY") and not before.on("TEMPORARY"):
        _end_later(portal, portal.lines[number])
    routing.serve_waiting(portal)
    return True


def delete(portal: Portal, number: int, *, by: int | None) -> bool:
    """Close the line's dialogs, disconnect its channels, forget it."""
    if number not in portal.lines:
        return False
    closing.close_all(portal, number, by=by)
    channels.forget_line(portal, number, by=by)
    return True


@job
def drop_temporary_line(portal: Portal, number: int) -> None:
    """A temporary line that nobody made permanent goes away, or lives on if it began anew."""
    line = portal.lines.get(number)
    if line is None or line.ends_at is None:
        return
    if not line.on("TEMPORARY"):
        portal.lines[number] = replace(line, ends_at=None)
    elif line.ends_at <= portal.now:
        delete(portal, number, by=None)
    else:
        portal.schedule.at(line.ends_at, drop_temporary_line, number)


def _end_later(portal: Portal, line: Line) -> None:
    """A line becomes temporary: one job waits for its end, however often that changes."""
    due = portal.now + TEMPORARY_SECONDS
    if line.ends_at is None:
        portal.schedule.at(due, drop_temporary_line, line.id)
    portal.lines[line.id] = replace(line, ends_at=due)


def _head(line: Line, given: dict[str, Any]) -> dict[str, Any]:
    name = to_text(given.get("LINE_NAME")).strip()[: line_fields.MAX_NAME]
    active = given.get("ACTIVE")
    return {
        "name": name or line.name,
        "active": line.active if active is None else bool(flag(active)),
    }


def _queue(portal: Portal, given: dict[str, Any]) -> dict[str, Any]:
    if not is_array(given.get("QUEUE")):
        return {}
    listed = [item for _, item in entries(given["QUEUE"])][:MAX_QUEUE]
    named = tuple(found for item in listed if (found := _entity(item)))
    people = [user for entity in named for user in _people(portal, entity)]
    departments = any(kind == "department" for kind, _ in named)
    return {"queue": tuple(dict.fromkeys(people)), "entities": named if departments else ()}


def _entity(item: Any) -> tuple[str, int] | None:
    if not is_array(item):
        return ("user", to_int(item))
    named = upper(as_map(item))
    kind = to_text(named.get("ENTITY_TYPE"))
    return (kind, to_int(named.get("ENTITY_ID"))) if kind in ("user", "department") else None


def _people(portal: Portal, entity: tuple[str, int]) -> list[int]:
    """Users whom an entry means; invalid ones are dropped without a word."""
    kind, number = entity
    staff = [user for user in portal.users.values() if user.active and not user.bot]
    field = "id" if kind == "user" else "department"
    return [user.id for user in staff if getattr(user, field) == number]


def _shown(line: Line, given: dict[str, Any]) -> dict[int, dict[str, str]]:
    told = as_map(given.get("QUEUE_USERS_FIELDS"))
    fields = {to_int(user): upper(as_map(about)) for user, about in told.items()}
    changed = {
        user: {
            name: to_text(fields[user].get(name))[: line_fields.MAX_NAME]
            for name in ("USER_NAME", "USER_WORK_POSITION", "USER_AVATAR", "USER_AVATAR_ID")
        }
        for user in line.queue
        if user in fields
    }
    return {**line.shown, **changed}
