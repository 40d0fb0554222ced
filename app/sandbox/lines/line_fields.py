"""The settings of an open line by the vendor's names: defaults, and what may be stored in each.

Pure functions of what a call sent; knows no portal. A field that is unknown is ignored, a value
that no line could have leaves the setting as it is. Every text is cut at `MAX_TEXT` characters,
every list at `MAX_ITEMS` entries.
"""

from typing import Any

from app.sandbox.params import as_map, entries, flag, is_array, to_int, to_text

MAX_NAME, MAX_TEXT, MAX_ITEMS = 255, 10_000, 100
MAX_NUMBER = 2**31 - 1
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

#: Field -> allowed values, the first of them the default.
CHOICES = {
    "QUEUE_TYPE": ("evenly", "strictly", "all"),
    "WORKTIME_DAYOFF_RULE": ("none", "text"),
    "NO_ANSWER_RULE": ("none", "text"),
    "CLOSE_RULE": ("none", "text"),
    "AUTO_CLOSE_RULE": ("none", "text"),
    "TYPE_MAX_CHAT": ("answered_new", "answered", "closed"),
    "WELCOME_BOT_JOIN": ("first", "always"),
    "WELCOME_BOT_LEFT": ("queue", "close"),
    "OPERATOR_DATA": ("profile", "queue", "hide"),
    "CRM_CREATE": ("lead", "none", "deal"),
}
FLAGS = {
    "CRM": "Y",
    "CRM_CREATE_THIRD": "Y",
    "CRM_CHAT_TRACKER": "Y",
    "CRM_FORWARD": "Y",
    "CRM_TRANSFER_CHANGE": "Y",
    "CHECK_AVAILABLE": "N",
    "WATCH_TYPING": "Y",
    "CONFIRM_CLOSE": "N",
    "WELCOME_MESSAGE": "N",
    "SEND_WELCOME_EACH_SESSION": "N",
    "WORKTIME_ENABLE": "N",
    "CATEGORY_ENABLE": "N",
    "WELCOME_BOT_ENABLE": "N",
    "VOTE_MESSAGE": "N",
    "VOTE_BEFORE_FINISH": "N",
    "VOTE_CLOSING_DELAY": "N",
    "KPI_FIRST_ANSWER_ALERT": "N",
    "KPI_FURTHER_ANSWER_ALERT": "N",
    "KPI_CHECK_OPERATOR_ACTIVITY": "N",
    "USE_WELCOME_FORM": "N",
    "WELCOME_FORM_DELAY": "N",
    "IGNORE_WELCOME_FORM_RESPONSIBLE": "N",
    "AGREEMENT_MESSAGE": "N",
    "SEND_NOTIFICATION_EMPTY_QUEUE": "N",
    "TEMPORARY": "N",
}
NUMBERS = {
    "QUEUE_TIME": 60,
    "NO_ANSWER_TIME": 60,
    "FULL_CLOSE_TIME": 0,
    "AUTO_CLOSE_TIME": 3600,
    "AUTO_EXPIRE_TIME": 86_400,
    "MAX_CHAT": 0,
    "SESSION_PRIORITY": 0,
    "CATEGORY_ID": 0,
    "QUICK_ANSWERS_IBLOCK_ID": 0,
    "WELCOME_BOT_ID": 0,
    "WELCOME_BOT_TIME": 600,
    "NO_ANSWER_FORM_ID": 0,
    "NO_ANSWER_BOT_ID": 0,
    "WORKTIME_DAYOFF_FORM_ID": 0,
    "WORKTIME_DAYOFF_BOT_ID": 0,
    "CLOSE_FORM_ID": 0,
    "CLOSE_BOT_ID": 0,
    "AUTO_CLOSE_FORM_ID": 0,
    "AUTO_CLOSE_BOT_ID": 0,
    "VOTE_TIME_LIMIT": 0,
    "KPI_FIRST_ANSWER_TIME": 0,
    "KPI_FURTHER_ANSWER_TIME": 0,
    "WELCOME_FORM_ID": 0,
    "AGREEMENT_ID": 0,
}
TEXTS = {
    "CRM_CREATE_SECOND": "",
    "CRM_SOURCE": "create",
    "WELCOME_MESSAGE_TEXT": "",
    "WORKTIME_TIMEZONE": "Europe/Riga",
    "WORKTIME_DAYOFF_TEXT": "",
    "NO_ANSWER_TEXT": "",
    "CLOSE_TEXT": "",
    "AUTO_CLOSE_TEXT": "",
    "VOTE_MESSAGE_1_TEXT": "How was our service?",
    "VOTE_MESSAGE_1_LIKE": "Thank you!",
    "VOTE_MESSAGE_1_DISLIKE": "We are sorry.",
    "VOTE_MESSAGE_2_TEXT": "How was our service? Send 1 if it was good, 0 if it was not.",
    "VOTE_MESSAGE_2_LIKE": "Thank you!",
    "VOTE_MESSAGE_2_DISLIKE": "We are sorry.",
    "KPI_FIRST_ANSWER_TEXT": "",
    "KPI_FURTHER_ANSWER_TEXT": "",
    "LANGUAGE_ID": "en",
}
TIMES = {"WORKTIME_FROM": "9", "WORKTIME_TO": "18.30"}
CODES = ("WORKTIME_DAYOFF", "WORKTIME_HOLIDAYS")
PEOPLE = ("KPI_FIRST_ANSWER_LIST", "KPI_FURTHER_ANSWER_LIST")

DEFAULTS: dict[str, Any] = {
    **{name: allowed[0] for name, allowed in CHOICES.items()},
    **FLAGS,
    **{name: str(number) for name, number in NUMBERS.items()},
    **TEXTS,
    **TIMES,
    **{name: [""] for name in CODES},
    **dict.fromkeys(PEOPLE),
    "DEFAULT_OPERATOR_DATA": [],
    "XML_ID": None,
    "DATE_CREATE": {},
    "DATE_MODIFY": {},
    "MODIFY_USER_ID": "0",
}


def cleaned(given: dict[str, Any]) -> dict[str, Any]:
    """The settings of a call in the form in which they are stored."""
    found = {name: _cleaned(name, value) for name, value in given.items() if value is not None}
    return {name: value for name, value in found.items() if value is not None}


def _cleaned(name: str, value: Any) -> Any:
    if name in FLAGS:
        return "Y" if flag(value) else "N"
    if name in CHOICES:
        text = to_text(value)
        usual = "lead" if name == "CRM_CREATE" else None
        return text if text in CHOICES[name] else usual
    if name in NUMBERS:
        return str(to_int(value)) if 0 <= to_int(value) <= MAX_NUMBER else None
    if name in TEXTS:
        return None if is_array(value) else to_text(value)[:MAX_TEXT]
    if name in TIMES:
        return dotted(value)
    return _listed(name, value)


def _listed(name: str, value: Any) -> Any:
    if name in CODES:
        codes = [to_text(item).strip() for item in _items(value)]
        return [code for code in codes if _is_code(name, code)] or [""]
    if name in PEOPLE and is_array(value):
        return [str(to_int(item)) for item in _items(value) if to_int(item) > 0]
    if name == "DEFAULT_OPERATOR_DATA":
        known = as_map(value)
        kept = {key: to_text(known.get(key))[:MAX_NAME] for key in ("NAME", "AVATAR", "AVATAR_ID")}
        return kept if any(kept.values()) else []
    return None


def _is_code(name: str, code: str) -> bool:
    if name == "WORKTIME_DAYOFF":
        return code in DAYS
    day, _, month = code.partition(".")
    return day.isdecimal() and month.isdecimal() and len(code) <= len("31.12")


def _items(value: Any) -> list[Any]:
    listed = (
        [item for _, item in entries(value)]
        if is_array(value)
        else to_text(value)[:MAX_TEXT].split(",")
    )
    return listed[:MAX_ITEMS]


def dotted(value: Any) -> str | None:
    """A time of day as the portal gives it back: `09:00` is `9`, `18:30` is `18.30`."""
    hours, _, minutes = to_text(value).strip().replace(":", ".").partition(".")
    if not hours.isdecimal() or (minutes and not minutes.isdecimal()):
        return None
    hour, minute = to_int(hours), to_int(minutes.ljust(2, "0")[:2]) if minutes else 0
    if hour > 24 or minute > 59:
        return None
    return f"{hour}.{minute:02}" if minute else str(hour)


def minute_of_day(text: str) -> int:
    """A stored time of day in minutes after midnight."""
    hours, _, minutes = text.partition(".")
    return to_int(hours) * 60 + to_int(minutes)
