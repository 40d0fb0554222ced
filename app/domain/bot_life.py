"""Bots at the portal and their dialogs, as values: what is registered, heard and done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.bot import BotRules, StepKind, Talk
from app.domain.problem import Problem


class Mode(StrEnum):
    """How a bot hears: this console fetches its events, or the portal posts them to an address."""

    FETCH = "fetch"
    HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class BotInfo:
    """A bot as the portal tells of it; `id` is a user's number."""

    id: int
    code: str
    name: str
    openline: bool
    mode: Mode


@dataclass(frozen=True, slots=True)
class RunBot:
    """A bot that was registered here. `line` is the one that it welcomes, 0 for none; `active`:
    this console answers for it. `offset`: up to which event everything was heard and done.
    """

    id: int
    code: str
    name: str
    mode: Mode = Mode.FETCH
    line: int = 0
    active: bool = True
    rules: BotRules = BotRules()  # noqa: RUF009 - frozen
    offset: int = 0


class HeardKind(StrEnum):
    """What a bot heard."""

    JOINED = "joined"
    SAID = "said"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BotEvent:
    """One event of a bot. `owner` is whose dialog it is, 0 where the portal does not tell;
    `message` is the portal's number of the words.
    """

    id: int
    kind: HeardKind
    chat: int = 0
    session: int = 0
    user_code: str = ""
    customer: str = ""
    owner: int = 0
    message: int = 0
    text: str = ""

    @property
    def line(self) -> int:
        """The second part of the user's code; 0 outside open lines."""
        parts = self.user_code.split("|")
        return int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0


class TalkState(StrEnum):
    """Who has the dialog: the bot, or whom it went to, or it ended."""

    BOT = "bot"
    HANDED_OVER = "handed_over"
    TAKEN = "taken"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class BotTalk:
    """One session of a bot, as the page shows it."""

    bot: int
    chat: int
    session: int
    user_code: str
    customer: str
    state: TalkState
    talk: Talk
    opened_at: datetime
    heard_at: datetime
    last_text: str = ""
    problem: Problem | None = None


class ActState(StrEnum):
    """How far an act is. BEGUN after a crash is a doubt: the portal is asked before it is done
    again. LOST: it may have been done, and nobody asks any more.
    """

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a bot said from here in one chat: the portal's numbers of the messages, and how many
    more there may be, since their answers were lost. `first` is the first message that the bot
    heard or said anywhere since it answers from here, 0 before that.
    """

    first: int
    said: frozenset[int]
    doubtful: int


@dataclass(frozen=True, slots=True)
class BotAct:
    """One act that follows from an event, kept until it is done. `after` is the portal's number of
    the message that it answers, `tries` how often it failed.
    """

    id: int
    bot: int
    event: int
    chat: int
    session: int
    kind: StepKind
    text: str
    state: ActState
    after: int = 0
    tries: int = 0
