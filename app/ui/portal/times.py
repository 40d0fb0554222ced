"""Moments and spans of time as the portal's page says them."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale


def clock(moment: datetime) -> str:
    """The time of day here, with seconds."""
    return f"{moment.astimezone():%H:%M:%S}"


def moment_of(moment: datetime, now: datetime) -> str:
    """The time of day; with the date unless that is today."""
    same = moment.astimezone().date() == now.astimezone().date()
    return clock(moment) if same else f"{day_of(moment)}, {clock(moment)}"


def day_of(moment: datetime) -> str:
    """The date here with the month in words and the whole year, so that it reads one way only."""
    here = moment.astimezone()
    date = QDate(here.year, here.month, here.day)
    return str(QLocale().toString(date, "d MMMM yyyy"))


def countdown(seconds: float) -> str:
    """Hours where there are some, minutes and seconds: 1:02:03 or 59:07."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes = f"{rest // 60:02}" if hours else f"{rest // 60}"
    return f"{hours}:{minutes}:{rest % 60:02}" if hours else f"{minutes}:{rest % 60:02}"
