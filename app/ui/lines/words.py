"""Short words about a line: for its row, its head, its hours. Knows no widget."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

from app.domain.line import LineSettings
from app.domain.line_fields import Section
from app.domain.line_hours import Opening


def section_title(section: Section) -> str:
    """The title of a tab."""
    translate = QCoreApplication.translate
    return {
        Section.GENERAL: translate("LineTabs", "General"),
        Section.QUEUE: translate("LineTabs", "Queue"),
        Section.HOURS: translate("LineTabs", "Hours"),
        Section.ANSWERS: translate("LineTabs", "Answers"),
        Section.CRM: translate("LineTabs", "CRM"),
        Section.CLOSING: translate("LineTabs", "Closing"),
    }[section]


class LineWords(QObject):
    """Made anew when it is asked for: it follows the language."""

    def state(self, line: LineSettings) -> str:
        """Whether the line is on."""
        return self.tr("On") if line.active else self.tr("Off")

    def operators(self, line: LineSettings) -> str:
        """How many people the queue has."""
        count = len(line.queue.people)
        return self.tr("%n operator(s)", "", count) if count else self.tr("nobody in the queue")

    def distribution(self, line: LineSettings) -> str:
        """How dialogs are given out; nothing while there is nobody."""
        kind = line.text("QUEUE_TYPE")
        known = {
            "evenly": self.tr("in turn"),
            "strictly": self.tr("from the top"),
            "all": self.tr("all at once"),
        }
        return known.get(kind, kind) if line.queue.people else ""

    def connectors(self, count: int, *, known: bool = True) -> str:
        """How many channels lead here; nothing while that is not known."""
        if not count:
            return self.tr("no connectors") if known else ""
        return self.tr("%n connector(s)", "", count)

    def crm(self, line: LineSettings) -> str:
        """What the CRM does."""
        if line.off("CRM"):
            return self.tr("no CRM")
        made = {
            "lead": self.tr("CRM: leads"),
            "deal": self.tr("CRM: deals"),
            "none": self.tr("CRM: no records"),
        }
        return made.get(line.text("CRM_CREATE"), self.tr("CRM"))

    def hours(self, opening: Opening | None, now: datetime) -> str:
        """When the line opens or closes next."""
        if opening is None:
            return self.tr("The hours cannot be told: the time zone is not known here.")
        if opening.change is None:
            always, never = self.tr("Always open"), self.tr("Closed, and it never opens")
            return always if opening.open else never
        moment = _moment(opening.change, now)
        text = self.tr("Open until {moment}") if opening.open else self.tr("Closed until {moment}")
        return text.format(moment=moment)

    def short_hours(self, opening: Opening | None, now: datetime) -> str:
        """The same for the head of a line; nothing when it cannot be told."""
        return "" if opening is None else self.hours(opening, now)

    def length(self, seconds: int) -> str:
        """A number of seconds in larger units, "" when there is nothing to gain."""
        if seconds >= 86_400 and seconds % 3600 == 0:
            days, hours = divmod(seconds // 3600, 24)
            whole = self.tr("{days} d {hours} h") if hours else self.tr("{days} d")
            return whole.format(days=days, hours=hours)
        if seconds >= 3600 and seconds % 60 == 0:
            hours, minutes = divmod(seconds // 60, 60)
            whole = self.tr("{hours} h {minutes} min") if minutes else self.tr("{hours} h")
            return whole.format(hours=hours, minutes=minutes)
        if seconds >= 120:
            minutes, rest = divmod(seconds, 60)
            whole = self.tr("{minutes} min {rest} s") if rest else self.tr("{minutes} min")
            return whole.format(minutes=minutes, rest=rest)
        return ""


def _moment(moment: datetime, now: datetime) -> str:
    """A time, with its day unless that is today, by the line's own clock."""
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    time = locale.toString(QTime(moment.hour, moment.minute), short)
    here = now.astimezone(moment.tzinfo)
    if moment.date() == here.date():
        return time
    day = QDate(moment.year, moment.month, moment.day)
    if (moment.date() - here.date()).days < 7:
        return f"{locale.toString(day, 'ddd')} {time}"
    return f"{locale.toString(day, short)} {time}"
