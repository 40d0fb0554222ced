"""The portal's own words about a dialog, for its system notes. Never sent to a customer."""

from app.sandbox.model import Line
from app.sandbox.portal import Portal


def mention(portal: Portal, user: int) -> str:
    """A name as the portal links it."""
    known = portal.users.get(user)
    return f"[USER={user}]{known.full_name if known else user}[/USER]"


def passed_on(portal: Portal, user: int) -> str:
    """The queue has chosen another operator."""
    return f"The conversation was assigned to {mention(portal, user)}"


def skipped(portal: Portal, user: int) -> str:
    """An operator refused."""
    return f"{mention(portal, user)} declined the conversation"


def answered(portal: Portal, user: int) -> str:
    """An operator took the dialog."""
    return f"{mention(portal, user)} started the conversation"


def joined(portal: Portal, user: int) -> str:
    """A colleague came in."""
    return f"{mention(portal, user)} joined the conversation"


def intercepted(portal: Portal, user: int) -> str:
    """A colleague took the dialog over."""
    return f"{mention(portal, user)} took the conversation over"


def transferred(portal: Portal, by: int | None, target: str) -> str:
    """The dialog went to another operator or line."""
    who = mention(portal, by) if by else "The portal"
    return f"{who} transferred the conversation to {target}"


def line_of(line: Line) -> str:
    """A line by its name."""
    return f'the open line "{line.name}"'


def finished(portal: Portal, by: int | None, *, spam: bool) -> str:
    """The dialog was closed by somebody, or by the clock."""
    if by is None or by not in portal.users:
        return "The conversation was closed automatically"
    ending = " and marked it as spam" if spam else ""
    return f"{mention(portal, by)} finished the conversation{ending}"
