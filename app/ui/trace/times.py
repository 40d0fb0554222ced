"""Moments and spans of a trace as a person reads them. Knows no widget."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from app.domain.calendar_edges import within


class TraceTimes(QObject):
    """A QObject only so that its strings can be translated."""

    def moment(self, at: datetime, now: datetime) -> str:
        """The time of day here to the millisecond, with the date unless that is today. A portal
        tells whole seconds.
        """
        here = within(at).astimezone()
        clock = f"{here:%H:%M:%S}" + (f".{here.microsecond // 1000:03}" if here.microsecond else "")
        return clock if here.date() == now.astimezone().date() else f"{_day(here.date())} {clock}"

    def since(self, span: timedelta) -> str:
        """How much later than the step before. The portal tells whole seconds, so what it tells can
        seem a little too early; its clock may also be another than ours.
        """
        seconds = span.total_seconds()
        if -1 < seconds <= 0:
            return self.tr("< 1 s") if seconds else self.tr("+0 s")
        sign = "+" if seconds > 0 else "\u2212"
        return f"{sign}{self.span(abs(seconds))}"

    def span(self, seconds: float) -> str:
        """A span of time in at most two units, short ones with decimals."""
        if seconds < 60:
            return self.tr("{count} s").format(count=_number(seconds))
        return self.age(int(seconds))

    def age(self, seconds: int) -> str:
        """A span of time in at most two units."""
        if seconds < 60:
            return self.tr("{count} s").format(count=seconds)
        minutes, rest = divmod(seconds, 60)
        if minutes < 60:
            return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        hours, rest = divmod(minutes, 60)
        if hours < 24:
            return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)
        days, rest = divmod(hours, 24)
        return self.tr("{days} d {hours} h").format(days=days, hours=rest)


def _number(seconds: float) -> str:
    digits = 2 if seconds < 10 else 1
    return str(QLocale().toString(seconds, "f", digits))


def _day(day: date) -> str:
    return str(
        QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
    )
