"""The adviser: settings of a line that make duplicate leads, lose tracking or leave customers
without an answer. Says why as a code; the window has the words and what to change.

Every piece of advice follows from what the vendor says of a field, not from taste:
- `CHAT_GROUP` of `imconnector.register`: the CRM tracker does not run for group chats.
- `QUEUE` of `imopenlines.config.add`: without it nobody gets the dialogs.
- `NEED_SIGNATURE`: prepended unless the line's `OPERATOR_DATA` is `hide`.
- "a new customer message after closing opens a new session in the same chat", and the CRM looks at
  each new session; so whatever ends sessions early makes more of them.
- a customer's text `1` or `0` is his rating while the session waits for one.
- automatic texts are pushed to the channel with their BBCode.
- `TEMPORARY`: the portal removes the line after some 8 hours.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.line import QUEUE, Bound, LineSettings

_BBCODE = re.compile(
    r"\[/?(?:b|i|u|s|url|user|chat|call|send|put|code|quote|img|size|color|icon|disk)"
    r"(?:=[^\]]*)?\]",
    re.IGNORECASE,
)
_SHORT_CLOSE = 10 * 60
_LONG_CLOSE = 7 * 86_400
_MINUTE = 60
TEXTS = (
    *("WELCOME_MESSAGE_TEXT", "NO_ANSWER_TEXT", "WORKTIME_DAYOFF_TEXT", "CLOSE_TEXT"),
    *("AUTO_CLOSE_TEXT", "VOTE_MESSAGE_2_TEXT"),
)


class Severity(StrEnum):
    """DANGER loses customers or data, WARNING makes trouble now and then, NOTE is worth knowing."""

    DANGER = "danger"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Advice:
    """One combination. `fields` are the settings to look at, the first of them the one to change;
    `facts` are the values that belong into its words.
    """

    code: str
    severity: Severity
    fields: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[[LineSettings, Sequence[Bound]], Iterator[Advice]]


def advise(line: LineSettings, connectors: Sequence[Bound] = ()) -> tuple[Advice, ...]:
    """Everything that is to be said of a line, the worst first."""
    found = [advice for rule in _RULES for advice in rule(line, connectors)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda each: order.index(each.severity)))


def _channels(line: LineSettings, connectors: Sequence[Bound]) -> Iterator[Advice]:
    """A line that is off, that goes away, or whose group chats no CRM looks at."""
    names = ", ".join(each.name for each in connectors)
    if not line.active and connectors:
        yield Advice("LINE_OFF", Severity.DANGER, ("ACTIVE",), {"connectors": names})
    if line.on("TEMPORARY"):
        yield Advice("TEMPORARY", Severity.DANGER, ("TEMPORARY",))
    groups = ", ".join(each.name for each in connectors if each.chat_group)
    if groups and line.on("CRM"):
        makes = line.text("CRM_CREATE") != "none"
        level = Severity.WARNING if makes else Severity.NOTE
        yield Advice("GROUP_UNTRACKED", level, ("CRM",), {"connectors": groups})


def _people(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """Who gets the dialogs."""
    people, most = len(line.queue.people), line.number("MAX_CHAT") or 0
    if not people:
        yield Advice("QUEUE_EMPTY", Severity.DANGER, (QUEUE,))
    elif people == 1:
        yield Advice("QUEUE_OF_ONE", Severity.WARNING, (QUEUE,))
    if line.text("QUEUE_TYPE") == "all" and most:
        yield Advice("ALL_WITH_LIMIT", Severity.WARNING, ("MAX_CHAT", "QUEUE_TYPE"))
    if people == 1 and most == 1:
        yield Advice("LIMIT_OF_ONE", Severity.WARNING, ("MAX_CHAT", QUEUE))
    if line.on("CHECK_AVAILABLE") and not line.on("WORKTIME_ENABLE"):
        fields = ("CHECK_AVAILABLE", "WORKTIME_ENABLE")
        yield Advice("AVAILABLE_WITHOUT_HOURS", Severity.NOTE, fields)
    if line.on("CHECK_AVAILABLE") and line.on("WORKTIME_ENABLE"):
        yield Advice("AVAILABLE_IN_HOURS", Severity.NOTE, ("CHECK_AVAILABLE",))


def _silence(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """What a customer hears when nobody answers."""
    if line.on("WORKTIME_ENABLE") and line.text("WORKTIME_DAYOFF_RULE") == "none":
        yield Advice("CLOSED_IN_SILENCE", Severity.WARNING, ("WORKTIME_DAYOFF_RULE",))
    if line.on("WORKTIME_ENABLE") and len(line.items("WORKTIME_DAYOFF")) >= 7:
        yield Advice("NEVER_OPEN", Severity.DANGER, ("WORKTIME_DAYOFF",))
    if line.text("NO_ANSWER_RULE") == "none":
        yield Advice("NO_ANSWER_IN_SILENCE", Severity.NOTE, ("NO_ANSWER_RULE",))
    turn, patience = line.number("QUEUE_TIME"), line.number("NO_ANSWER_TIME")
    told = line.text("NO_ANSWER_RULE") == "text"
    if told and turn and patience and patience < turn:
        facts = {"patience": str(patience), "turn": str(turn)}
        fields = ("NO_ANSWER_TIME", "QUEUE_TIME")
        yield Advice("NO_ANSWER_TOO_EARLY", Severity.WARNING, fields, facts)


def _texts(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """Automatic texts: empty ones, and marks that a channel may show as they are."""
    for switch, text in (
        ("WELCOME_MESSAGE", "WELCOME_MESSAGE_TEXT"),
        ("NO_ANSWER_RULE", "NO_ANSWER_TEXT"),
        ("CLOSE_RULE", "CLOSE_TEXT"),
        ("WORKTIME_DAYOFF_RULE", "WORKTIME_DAYOFF_TEXT"),
    ):
        wanted = line.on(switch) or line.text(switch) == "text"
        if switch == "WORKTIME_DAYOFF_RULE":
            wanted = wanted and line.on("WORKTIME_ENABLE")
        if wanted and text in line.values and not line.text(text):
            yield Advice("TEXT_MISSING", Severity.WARNING, (text,))
    for text in TEXTS:
        found = _BBCODE.search(line.text(text))
        if found is not None:
            yield Advice("BBCODE", Severity.NOTE, (text,), {"mark": found[0][:40]})


def _bots(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    if line.on("WELCOME_BOT_ENABLE") and line.number("WELCOME_BOT_ID") == 0:
        yield Advice("BOT_MISSING", Severity.WARNING, ("WELCOME_BOT_ID", "WELCOME_BOT_ENABLE"))


def _crm(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """What the CRM makes of each new session."""
    makes = line.text("CRM_CREATE")
    if line.off("CRM"):
        yield Advice("CRM_OFF", Severity.NOTE, ("CRM",))
        return
    if not line.on("CRM"):
        return
    if line.off("CRM_CHAT_TRACKER"):
        yield Advice("TRACKER_OFF", Severity.WARNING, ("CRM_CHAT_TRACKER",))
    if makes == "none":
        yield Advice("NO_RECORDS", Severity.NOTE, ("CRM_CREATE",))
        return
    again = line.on("CRM_CREATE_THIRD")
    second = line.text("CRM_CREATE_SECOND").upper() == "Y"
    fields = ("CRM_CREATE_SECOND",) if second else ("CRM_CREATE_THIRD",)
    if (again or second) and _closes_early(line):
        yield Advice("DUPLICATES", Severity.WARNING, (*fields, "AUTO_CLOSE_TIME"))
    elif second:
        yield Advice("SECOND_RECORD", Severity.WARNING, fields)
    elif again:
        yield Advice("NEW_RECORD_AGAIN", Severity.NOTE, fields)
    if makes == "lead" and line.text("CRM_SOURCE").casefold() == "create":
        yield Advice("SOURCE_OF_ITS_OWN", Severity.NOTE, ("CRM_SOURCE", "CRM_CREATE"))


def _closing(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """Dialogs that end too early, too late or before they could be answered."""
    auto, full = line.number("AUTO_CLOSE_TIME"), line.number("FULL_CLOSE_TIME")
    if auto and auto < _SHORT_CLOSE:
        yield Advice("CLOSES_EARLY", Severity.WARNING, ("AUTO_CLOSE_TIME",), {"time": str(auto)})
    if auto == 0 or (auto or 0) > _LONG_CLOSE:
        yield Advice("CLOSES_LATE", Severity.NOTE, ("AUTO_CLOSE_TIME",), {"time": str(auto)})
    if auto and full and full * _MINUTE > auto:
        facts = {"full": str(full), "auto": str(auto)}
        yield Advice("WAITS_LONGER", Severity.NOTE, ("FULL_CLOSE_TIME", "AUTO_CLOSE_TIME"), facts)
    expire, patience = line.number("AUTO_EXPIRE_TIME"), line.number("NO_ANSWER_TIME")
    if expire and patience and expire <= patience:
        fields = ("AUTO_EXPIRE_TIME", "NO_ANSWER_TIME")
        yield Advice("ENDS_UNANSWERED", Severity.WARNING, fields, {"time": str(expire)})


def _rating(line: LineSettings, _: Sequence[Bound]) -> Iterator[Advice]:
    """While a session waits for its rating, `1` and `0` are no messages."""
    if not line.on("VOTE_MESSAGE"):
        return
    text = line.text("VOTE_MESSAGE_2_TEXT")
    if not re.search(r"(?<![0-9])1(?![0-9])", text) or not re.search(r"(?<![0-9])0(?![0-9])", text):
        yield Advice("VOTE_UNEXPLAINED", Severity.WARNING, ("VOTE_MESSAGE_2_TEXT",))
    yield Advice("VOTE_TRAP", Severity.NOTE, ("VOTE_MESSAGE",))
    if line.number("FULL_CLOSE_TIME") == 0 and line.off("VOTE_CLOSING_DELAY"):
        fields = ("FULL_CLOSE_TIME", "VOTE_MESSAGE")
        yield Advice("VOTE_AFTER_THE_END", Severity.NOTE, fields)


def _signature(line: LineSettings, connectors: Sequence[Bound]) -> Iterator[Advice]:
    """Who the customer sees."""
    signed = ", ".join(each.name for each in connectors if each.signature)
    if line.text("OPERATOR_DATA") == "hide" and signed:
        facts = {"connectors": signed}
        yield Advice("NAMES_HIDDEN", Severity.NOTE, ("OPERATOR_DATA",), facts)


def _closes_early(line: LineSettings) -> bool:
    auto = line.number("AUTO_CLOSE_TIME")
    return bool(auto) and (auto or 0) < _SHORT_CLOSE


_RULES: tuple[Rule, ...] = (
    *(_channels, _people, _silence, _texts, _bots, _crm, _closing, _rating, _signature),
)
