"""A moment as people type it: 14:30, 12.07 14:30, 2026-07-12, yesterday, 2 hours ago; in English
and in Russian. Knows no clock: whoever asks says what time it is.
"""

import re
from datetime import date, datetime, time, timedelta

_TIME = re.compile(r"(?:^|[\sT])(\d{1,2}):(\d{2})(?::(\d{2}))?$", re.ASCII | re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?", re.ASCII)
_AGO = re.compile(r"(\d{1,5}|an?|)\s*([a-zа-я]+)\.?\s+(?:ago|назад)")
#: Small words before a day.
_BEFORE = re.compile(r"^(?:on|at|last|в|во|к) ")
_DAYS = {
    ("today", "сегодня"): 0,
    ("yesterday", "вчера"): 1,
    ("day before yesterday", "the day before yesterday", "позавчера"): 2,
}
_WEEKDAYS = (
    ("monday", "mon", "понедельник", "пн"),
    ("tuesday", "tue", "вторник", "вт"),
    ("wednesday", "wed", "среда", "среду", "ср"),
    ("thursday", "thu", "четверг", "чт"),
    ("friday", "fri", "пятница", "пятницу", "пт"),
    ("saturday", "sat", "суббота", "субботу", "сб"),
    ("sunday", "sun", "воскресенье", "вс"),
)
_UNITS = (
    (("min", "minute", "minutes", "мин", "минуту", "минуты", "минут"), timedelta(minutes=1)),
    (("h", "hour", "hours", "ч", "час", "часа", "часов"), timedelta(hours=1)),
    (("d", "day", "days", "д", "дн", "день", "дня", "дней"), timedelta(days=1)),
    (("w", "week", "weeks", "нед", "неделю", "недели", "недель"), timedelta(weeks=1)),
)


def parse_moment(text: str, now: datetime) -> datetime | None:
    """The moment that is meant, never in the future if it can be in the past; None where nobody can
    tell. `now` is on the clock of the person, without a time zone, and so is the answer.
    """
    text = _BEFORE.sub("", " ".join(text.lower().replace("ё", "е").split()))
    try:
        return _ago(text, now) or _day_and_time(text, now)
    except (ValueError, OverflowError):  # 32.13. or 25:00
        return None


def _ago(text: str, now: datetime) -> datetime | None:
    match = _AGO.fullmatch(text)
    if match is None:
        return None
    count = int(match[1]) if match[1].isdigit() else 1
    return next((now - count * unit for names, unit in _UNITS if match[2] in names), None)


def _day_and_time(text: str, now: datetime) -> datetime | None:
    match = _TIME.search(text)
    clock = time(int(match[1]), int(match[2]), int(match[3] or 0)) if match else time()
    rest = text[: match.start()].strip(" ,") if match else text
    if not rest:
        return _last(clock, now) if match else None
    day = _day(rest, now.date())
    return None if day is None else datetime.combine(day, clock)


def _last(clock: time, now: datetime) -> datetime:
    moment = datetime.combine(now.date(), clock)
    return moment if moment <= now else moment - timedelta(days=1)


def _day(text: str, today: date) -> date | None:
    for names, back in _DAYS.items():
        if text in names:
            return today - timedelta(days=back)
    for number, weekday in enumerate(_WEEKDAYS):
        if text in weekday:
            return today - timedelta(days=(today.weekday() - number) % 7)
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if dots := _DOTS.fullmatch(text):
        return _dotted(int(dots[1]), int(dots[2]), dots[3], today)
    return None


def _dotted(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = date(today.year, month, day)
    return found if found <= today else date(today.year - 1, month, day)
