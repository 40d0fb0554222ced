"""The words, signs and colours of states. Knows no widget."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.connector import LineState, Origin


class Look(NamedTuple):
    """How a state is shown: a word, an icon beside it, and the colour token of both."""

    word: str
    icon: str
    token: str


def look_of(state: LineState) -> Look:
    """The look of a cell."""
    translate = QCoreApplication.translate
    return {
        LineState.WORKING: Look(translate("LineState", "Working"), "check", "success"),
        LineState.ERROR: Look(translate("LineState", "Error"), "alert", "danger"),
        LineState.HALF: Look(translate("LineState", "Half configured"), "warn", "warning"),
        LineState.NOT_CONNECTED: Look(translate("LineState", "Not connected"), "minus", "text3"),
        LineState.UNKNOWN: Look(translate("LineState", "Unknown"), "question", "text3"),
    }[state]


def overall(states: Iterable[LineState]) -> LineState:
    """One state for a connector: the worst of its lines, for a person who scans the list."""
    found = set(states)
    worst_first = (LineState.ERROR, LineState.HALF, LineState.WORKING, LineState.NOT_CONNECTED)
    return next((state for state in worst_first if state in found), LineState.UNKNOWN)


def group_of(origin: Origin) -> str:
    """The heading over connectors of one origin."""
    translate = QCoreApplication.translate
    return {
        Origin.OWN: translate("ConnectorList", "Registered here"),
        Origin.OTHER: translate("ConnectorList", "Registered elsewhere"),
        Origin.BUILT_IN: translate("ConnectorList", "Built in"),
    }[origin]


def clock_time(moment: datetime) -> str:
    """Hours, minutes and seconds here; with the date when it was not today."""
    here, locale = moment.astimezone(), QLocale()
    time = here.strftime("%H:%M:%S")
    if here.date() == datetime.now(UTC).astimezone().date():
        return time
    day = QDate(here.year, here.month, here.day)
    return f"{locale.toString(day, QLocale.FormatType.ShortFormat)} {time[:-3]}"


def age(moment: datetime, now: datetime) -> str:
    """How long ago, in the largest unit that says enough."""
    seconds = max(0, int((now - moment).total_seconds()))
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Age", "{n} s ago").format(n=seconds)
    if seconds < 3600:
        return translate("Age", "{n} min ago").format(n=seconds // 60)
    return translate("Age", "at {time}").format(time=clock_time(moment))
