"""Breaks of operators: who is on pause now, and who was. At most `MAX_PAUSES` are remembered."""

from app.sandbox.conversation import Pause
from app.sandbox.portal import Portal

MAX_PAUSES = 1000


def start(portal: Portal, user: int) -> None:
    """Begin a break; a second one inside it changes nothing."""
    if not on_pause(portal, user):
        portal.pauses.append(Pause(user, portal.now))
        del portal.pauses[:-MAX_PAUSES]


def stop(portal: Portal, user: int) -> None:
    """End the break."""
    for pause in portal.pauses:
        if pause.user == user and pause.until is None:
            pause.until = portal.now


def on_pause(portal: Portal, user: int) -> bool:
    """Whether an operator takes no new dialogs now."""
    return any(pause.user == user and pause.until is None for pause in portal.pauses)


def between(portal: Portal, first: float, last: float) -> list[Pause]:
    """Breaks that touch a stretch of time."""
    return [
        pause
        for pause in portal.pauses
        if pause.since <= last and (pause.until is None or pause.until >= first)
    ]
