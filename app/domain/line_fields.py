"""The settings of a line that are edited here: name, kind, section, what they may be.

The names are the vendor's, of `imopenlines.config.add`; what is not in this table is only shown.
Units: the vendor counts FULL_CLOSE_TIME in minutes and every other time in seconds.
"""

from dataclasses import dataclass
from enum import StrEnum

#: What the portal stores in a number.
LARGEST = 2**31 - 1
LONGEST_NAME = 255
LONGEST_TEXT = 10_000
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Kind(StrEnum):
    """How a setting is written and shown."""

    NAME = "name"
    TEXT = "text"  # several lines, for customers
    CODE = "code"  # a short word of the portal's
    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"
    CLOCK = "clock"  # minutes after midnight
    DAYS = "days"
    HOLIDAYS = "holidays"
    ZONE = "zone"


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    SECONDS = "s"
    MINUTES = "min"


class Section(StrEnum):
    """The tabs of a line."""

    GENERAL = "general"
    QUEUE = "queue"
    HOURS = "hours"
    ANSWERS = "answers"
    CRM = "crm"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Field:
    """One setting. `under` is the switch without which it does nothing, "" when it stands alone;
    a choice works only if `under` is not `none`.
    """

    name: str
    kind: Kind
    section: Section
    choices: tuple[str, ...] = ()
    unit: Unit = Unit.NONE
    under: str = ""


_RULE = ("none", "text")


def _general() -> tuple[Field, ...]:
    section = Section.GENERAL
    return (
        Field("LINE_NAME", Kind.NAME, section),
        Field("ACTIVE", Kind.FLAG, section),
        Field("OPERATOR_DATA", Kind.CHOICE, section, ("profile", "queue", "hide")),
        Field("LANGUAGE_ID", Kind.CODE, section),
        Field("WATCH_TYPING", Kind.FLAG, section),
        Field("CONFIRM_CLOSE", Kind.FLAG, section),
        Field("TEMPORARY", Kind.FLAG, section),
    )


def _queue() -> tuple[Field, ...]:
    section = Section.QUEUE
    return (
        Field("QUEUE_TYPE", Kind.CHOICE, section, ("evenly", "strictly", "all")),
        Field("QUEUE_TIME", Kind.NUMBER, section, unit=Unit.SECONDS),
        Field("CHECK_AVAILABLE", Kind.FLAG, section),
        Field("MAX_CHAT", Kind.NUMBER, section),
        Field("TYPE_MAX_CHAT", Kind.CHOICE, section, ("answered_new", "answered", "closed")),
        Field("SEND_NOTIFICATION_EMPTY_QUEUE", Kind.FLAG, section),
    )


def _hours() -> tuple[Field, ...]:
    section, under = Section.HOURS, "WORKTIME_ENABLE"
    return (
        Field("WORKTIME_ENABLE", Kind.FLAG, section),
        Field("WORKTIME_FROM", Kind.CLOCK, section, under=under),
        Field("WORKTIME_TO", Kind.CLOCK, section, under=under),
        Field("WORKTIME_TIMEZONE", Kind.ZONE, section, under=under),
        Field("WORKTIME_DAYOFF", Kind.DAYS, section, DAYS, under=under),
        Field("WORKTIME_HOLIDAYS", Kind.HOLIDAYS, section, under=under),
        Field("WORKTIME_DAYOFF_RULE", Kind.CHOICE, section, _RULE, under=under),
        Field("WORKTIME_DAYOFF_TEXT", Kind.TEXT, section, under="WORKTIME_DAYOFF_RULE"),
    )


def _answers() -> tuple[Field, ...]:
    section, bot = Section.ANSWERS, "WELCOME_BOT_ENABLE"
    return (
        Field("WELCOME_MESSAGE", Kind.FLAG, section),
        Field("WELCOME_MESSAGE_TEXT", Kind.TEXT, section, under="WELCOME_MESSAGE"),
        Field("SEND_WELCOME_EACH_SESSION", Kind.FLAG, section, under="WELCOME_MESSAGE"),
        Field("NO_ANSWER_TIME", Kind.NUMBER, section, unit=Unit.SECONDS),
        Field("NO_ANSWER_RULE", Kind.CHOICE, section, _RULE),
        Field("NO_ANSWER_TEXT", Kind.TEXT, section, under="NO_ANSWER_RULE"),
        Field("WELCOME_BOT_ENABLE", Kind.FLAG, section),
        Field("WELCOME_BOT_ID", Kind.NUMBER, section, under=bot),
        Field("WELCOME_BOT_JOIN", Kind.CHOICE, section, ("first", "always"), under=bot),
        Field("WELCOME_BOT_TIME", Kind.NUMBER, section, unit=Unit.SECONDS, under=bot),
        Field("WELCOME_BOT_LEFT", Kind.CHOICE, section, ("queue", "close"), under=bot),
    )


def _crm() -> tuple[Field, ...]:
    section, under = Section.CRM, "CRM"
    return (
        Field("CRM", Kind.FLAG, section),
        Field("CRM_CREATE", Kind.CHOICE, section, ("none", "lead", "deal"), under=under),
        Field("CRM_CREATE_SECOND", Kind.CODE, section, under=under),
        Field("CRM_CREATE_THIRD", Kind.FLAG, section, under=under),
        Field("CRM_SOURCE", Kind.CODE, section, under=under),
        Field("CRM_CHAT_TRACKER", Kind.FLAG, section, under=under),
        Field("CRM_FORWARD", Kind.FLAG, section, under=under),
        Field("CRM_TRANSFER_CHANGE", Kind.FLAG, section, under=under),
    )


def _closing() -> tuple[Field, ...]:
    section, vote = Section.CLOSING, "VOTE_MESSAGE"
    return (
        Field("CLOSE_RULE", Kind.CHOICE, section, _RULE),
        Field("CLOSE_TEXT", Kind.TEXT, section, under="CLOSE_RULE"),
        Field("FULL_CLOSE_TIME", Kind.NUMBER, section, unit=Unit.MINUTES),
        Field("AUTO_CLOSE_TIME", Kind.NUMBER, section, unit=Unit.SECONDS),
        Field("AUTO_CLOSE_RULE", Kind.CHOICE, section, _RULE),
        Field("AUTO_CLOSE_TEXT", Kind.TEXT, section, under="AUTO_CLOSE_RULE"),
        Field("AUTO_EXPIRE_TIME", Kind.NUMBER, section, unit=Unit.SECONDS),
        Field("VOTE_MESSAGE", Kind.FLAG, section),
        Field("VOTE_MESSAGE_2_TEXT", Kind.TEXT, section, under=vote),
        Field("VOTE_MESSAGE_2_LIKE", Kind.TEXT, section, under=vote),
        Field("VOTE_MESSAGE_2_DISLIKE", Kind.TEXT, section, under=vote),
        Field("VOTE_TIME_LIMIT", Kind.NUMBER, section, unit=Unit.SECONDS, under=vote),
        Field("VOTE_BEFORE_FINISH", Kind.FLAG, section, under=vote),
        Field("VOTE_CLOSING_DELAY", Kind.FLAG, section, under=vote),
    )


FIELDS: dict[str, Field] = {
    each.name: each
    for each in (*_general(), *_queue(), *_hours(), *_answers(), *_crm(), *_closing())
}


def fields_of(section: Section) -> tuple[Field, ...]:
    """The settings of a tab, in their order."""
    return tuple(each for each in FIELDS.values() if each.section is section)
