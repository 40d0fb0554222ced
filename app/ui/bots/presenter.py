"""Decides for the Chatbots page: what is chosen, typed, registered. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.bot import BotRules
from app.domain.bot_life import BotTalk, RunBot, TalkState
from app.domain.dialog import Dialog
from app.domain.line import LineSettings
from app.domain.portal import PortalKind
from app.services.bot_silence import ELSEWHERE
from app.ui.bots.model import BotListModel, Row
from app.ui.bots.words import BotWords
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.bots import BotDraft
    from app.services.desk import Desk

REGISTER, SAVE, ASSIGN, TAKE, FIND = "register", "save", "assign", "take", "find"
UNREGISTER, SWITCH, LINES = "unregister", "switch", "lines"


class BotsPresenter(QObject):
    """One for the page; the bots go on without it."""

    changed = Signal()
    registered = Signal(object)  # RunBot
    saved = Signal()
    taken = Signal(object)  # Dialog
    found = Signal(object)  # tuple[Employee, ...]
    failed = Signal(str, object)  # the work's name, the exception

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bots = desk, desk.bots
        self.words, self.model, self.tasks = BotWords(self), BotListModel(self), Tasks(self)
        self.chosen = 0
        self._drafts: dict[int, BotRules] = {}
        for stop in (
            desk.bots.book.changed.connect(lambda _: self._update()),
            desk.session.changed.connect(lambda _: self._update()),
            desk.lines.changed.connect(lambda _: self._update()),
        ):
            self.destroyed.connect(stop)
        self.tasks.failed.connect(self.failed)
        self.tasks.busy_changed.connect(lambda *_: self.changed.emit())
        self._update()

    def start(self) -> None:
        """Somebody looks: the lines are needed."""
        if self._desk.lines.read_at is None:
            self.tasks.start(LINES, self._desk.lines.refresh)

    @property
    def bot(self) -> RunBot | None:
        """The chosen one."""
        return self._bots.book.get(self.chosen)

    @property
    def bots(self) -> tuple[RunBot, ...]:
        """All of them."""
        return self._bots.book.all()

    @property
    def lines(self) -> tuple[LineSettings, ...]:
        """The open lines."""
        return self._desk.lines.all()

    @property
    def is_locked(self) -> bool:
        """Whether the profile is read-only."""
        return self._desk.profile.read_only

    @property
    def is_production(self) -> bool:
        """Whether real customers write."""
        return self._desk.profile.kind is PortalKind.PRODUCTION

    @property
    def runs_here(self) -> bool:
        """Whether this window answers for the bots."""
        return self._bots.runs

    def choose(self, bot: int) -> None:
        """Look at a bot."""
        if any(each.id == bot for each in self.bots):
            self.chosen = bot
            self.changed.emit()

    def row(self, bot: RunBot) -> Row:
        """A bot as it stands now."""
        troubled = bot.id in self._bots.book.problems
        standing, tone = self.words.standing(
            bot, runs=self._bots.runs, locked=self.is_locked, troubled=troubled
        )
        talks = self._bots.book.talks()
        mine = sum(each.bot == bot.id and each.state is TalkState.BOT for each in talks)
        return Row(bot, self.line_name(bot.line), standing, tone, mine)

    def problem(self, bot: int) -> object:
        """Why a bot cannot be heard, None if it can."""
        return self._bots.book.problems.get(bot)

    @property
    def is_elsewhere(self) -> bool:
        """Whether another console may be answering for the chosen bot."""
        problem = self._bots.book.problems.get(self.chosen)
        return problem is not None and problem.code == ELSEWHERE

    def line_name(self, line: int) -> str:
        """The name of a line, "" for none."""
        found = self._desk.lines.get(line) if line else None
        return found.name if found is not None else (f"#{line}" if line else "")

    def other_bot(self, line: int) -> int:
        """Which other bot a line has, 0 for none."""
        found = self._desk.lines.get(line)
        if found is None or not found.on("WELCOME_BOT_ENABLE"):
            return 0
        number = found.number("WELCOME_BOT_ID") or 0
        return 0 if number == self.chosen else number

    def talks(self, bot: int) -> tuple[BotTalk, ...]:
        """A bot's sessions, those that it has first, by the names of their customers."""
        mine = [each for each in self._bots.book.talks() if each.bot == bot]
        chats = {each.chat for each in mine}
        known = self._desk.dialogs.all() if chats else ()
        names = {each.portal_chat: each.known_name for each in known if each.portal_chat in chats}
        return tuple(replace(each, customer=names.get(each.chat) or each.customer) for each in mine)

    def dialog_of(self, talk: BotTalk) -> Dialog | None:
        """The dialog of a session, when this console knows it."""
        return self._bots.dialog_of(talk)

    def rules(self) -> BotRules:
        """What is typed for the chosen bot, or what it has."""
        bot = self.bot
        return self._drafts.get(self.chosen, bot.rules if bot else BotRules())

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.chosen in self._drafts

    def type(self, rules: BotRules) -> None:
        """Something was typed."""
        bot = self.bot
        if bot is not None and rules != bot.rules:
            self._drafts[bot.id] = rules
        else:
            self._drafts.pop(self.chosen, None)

    def discard(self) -> None:
        """What was typed is taken back."""
        self._drafts.pop(self.chosen, None)

    def register(self, draft: "BotDraft") -> None:
        """Register a bot."""
        self.tasks.start(REGISTER, partial(self._register, draft))

    def save(self) -> None:
        """Give the chosen bot the rules that are typed."""
        self.tasks.start(SAVE, partial(self._save, self.chosen, self.rules()))

    def assign(self, line: int) -> None:
        """Let the chosen bot welcome the customers of a line."""
        self._do(ASSIGN, lambda bot: self._bots.assign(bot, line))

    def switch(self, active: bool) -> None:
        """Let the chosen bot answer or be silent."""
        self._do(SWITCH, lambda bot: self._bots.set_active(bot, active=active))

    def unregister(self) -> None:
        """Take the chosen bot away from the portal."""
        self._do(UNREGISTER, self._bots.unregister)

    def take_over(self, talk: BotTalk) -> None:
        """Take a dialog from its bot."""
        self.tasks.start(TAKE, partial(self._take, talk))

    def find(self, words: str) -> None:
        """Look for a person."""
        self.tasks.start(FIND, partial(self._find, words))

    def look(self) -> None:
        """Ask the portal now."""
        self._bots.runner.wake()

    def mend(self) -> None:
        """What helps the chosen bot: to answer from here, or to be heard again."""
        if self.is_elsewhere:
            self.switch(True)
        else:
            self.look()

    def _do(self, name: str, act: Callable[[int], object]) -> None:
        if self.bot is not None:
            self.tasks.start(name, partial(act, self.chosen))  # type: ignore[arg-type]  # awaited

    async def _register(self, draft: "BotDraft") -> None:
        known = {bot.id for bot in self.bots}
        made = None
        try:
            made = await self._bots.register(draft)
        finally:  # it may be registered although its line could not be set
            if made is None:
                made = next((bot for bot in self.bots if bot.id not in known), None)
            if made is not None:
                self.chosen = made.id
                self.registered.emit(made)

    async def _save(self, bot: int, rules: BotRules) -> None:
        await self._bots.set_rules(bot, rules)
        if self._drafts.get(bot) == rules:
            del self._drafts[bot]
        self.saved.emit()

    async def _take(self, talk: BotTalk) -> None:
        self.taken.emit(await self._bots.take_over(talk))

    async def _find(self, words: str) -> None:
        self.found.emit(await self._desk.lines.find_people(words))

    def _update(self) -> None:
        bots = self.bots
        if self.bot is None:
            self.chosen = bots[0].id if bots else 0
        self._drafts = {n: d for n, d in self._drafts.items() if self._bots.book.get(n)}
        self.model.show_rows(tuple(self.row(bot) for bot in bots))
        self.changed.emit()
