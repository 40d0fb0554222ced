"""The chat bots that answer from here: registered, given their rules, set to a line, taken away."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from app.bitrix.bots import Bots
from app.bitrix.errors import BitrixError, MethodMissing, ScopeMissing
from app.domain.bot import BotRules
from app.domain.bot_life import BotTalk, Mode, RunBot, TalkState
from app.domain.dialog import Dialog, DialogId
from app.domain.line import Changes
from app.services.bot_book import BotBook
from app.services.bot_runner import BotRunner
from app.services.bot_voice import BotVoice
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.lines import Lines

#: The portal has no bots that fetch what they hear.
NEEDS_HANDLER = "BOT_NEEDS_HANDLER"
_GONE = ("BOT_NOT_FOUND", "BOT_ID_ERROR")
_ON, _ID = "WELCOME_BOT_ENABLE", "WELCOME_BOT_ID"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BotDraft:
    """A bot to register. With a `handler` the portal posts its events there."""

    name: str
    code: str
    rules: BotRules
    line: int = 0
    handler: str = ""


class ChatBots:
    """The bots of one portal; `book` holds what is known of them, `runner` lets them work.

    `runs`: this process answers for them.
    """

    def __init__(
        self,
        api: Bots,
        book: BotBook,
        runner: BotRunner,
        *,
        voice: BotVoice,
        dialogs: Dialogs,
        lines: Lines,
        answer: Callable[[DialogId], Awaitable[Dialog]],
    ) -> None:
        self.book, self.runner = book, runner
        self.runs = False
        self._api, self._voice, self._answer = api, voice, answer
        self._dialogs, self._lines = dialogs, lines

    def dialog_of(self, talk: BotTalk) -> Dialog | None:
        """The dialog of a session, when this console knows it."""
        return next((d for d in self._dialogs.all() if d.portal_chat == talk.chat), None)

    async def run(self) -> None:
        """Let them answer, until cancelled."""
        self.runs = True
        self.book.changed.emit(None)
        try:
            await self.runner.run()
        finally:
            self.runs = False

    async def register(self, draft: BotDraft) -> RunBot:
        """Register a bot and set it to its line. The same code again takes up the bot that the
        portal has; one that is unknown here stays silent, since two consoles that answer for one
        bot say everything twice: its problem is BOT_ELSEWHERE until somebody lets it answer.

        Raises:
            BitrixError: the portal refused. A bot that is registered stays, also when its line
                could not be changed.
            NotPossible: BOT_NEEDS_HANDLER, the portal is too old for bots that poll; BOT_SCOPE,
                the application may not have any.
        """
        there = await self._registered(draft)
        number = await self._register(draft)
        mode = Mode.HANDLER if draft.handler else Mode.FETCH
        known = self.book.get(number) or RunBot(number, draft.code, draft.name)
        bot = replace(known, name=draft.name, mode=mode, active=True, rules=draft.rules)
        if number in there and self.book.get(number) is None:
            bot = replace(bot, active=False)
            await self.book.set_elsewhere(number, on=True)
        await self._keep(bot)
        await self._voice.introduce(bot)
        return await self.assign(number, draft.line)

    async def set_rules(self, bot: int, rules: BotRules) -> RunBot:
        """Give a bot other rules; they hold from the next thing that it hears.

        Raises:
            ServiceError: they could not be kept; the old ones hold.
        """
        return await self._keep(replace(self.book.known(bot), rules=rules))

    async def set_active(self, bot: int, *, active: bool) -> RunBot:
        """Answer for a bot, or let it be silent: what it hears meanwhile waits at the portal."""
        if active:
            await self.book.set_elsewhere(bot, on=False)
            self.runner.watch.begin_anew(bot)
        return await self._keep(replace(self.book.known(bot), active=active))

    async def assign(self, bot: int, line: int) -> RunBot:
        """Let a bot welcome the customers of a line, 0 for none.

        Raises:
            BitrixError: a line could not be changed; which one the bot has stays as it was.
            NotPossible: LINE_GONE, or BOT_NOT_TAKEN, the portal kept another one.
        """
        known = self.book.known(bot)
        if known.line and known.line != line:
            await self._release(bot, known.line)
        if line:
            wanted: Changes = {_ON: True, _ID: bot, "WELCOME_BOT_JOIN": "always"}
            saved = await self._lines.save(line, wanted)
            if {_ON, _ID} & set(saved.not_taken):
                raise NotPossible("BOT_NOT_TAKEN", saved.after.name)
        return await self._keep(replace(self.book.known(bot), line=line))

    async def unregister(self, bot: int) -> None:
        """Take a bot away from its line and from the portal; its dialogs go on without it.

        Raises:
            BitrixError: the portal refused; nothing was forgotten here.
        """
        known = self.book.known(bot)
        if known.line:
            await self._release(bot, known.line)
        take_away = self._api.unregister
        if known.mode is Mode.HANDLER:
            take_away = self._api.unregister_older
        async with self.runner.turn:
            try:
                await take_away(bot)
            except BitrixError as error:
                if not error.has_code(*_GONE):
                    raise
                log.info("Bot %d had gone already", bot)
            await self.book.drop(bot)

    async def take_over(self, talk: BotTalk) -> Dialog:
        """Take a dialog from its bot as the signed-in operator.

        Raises:
            BitrixError: the portal refused.
            NotPossible: NO_DIALOG, this console does not know it; or somebody else has it.
        """
        dialog = self.dialog_of(talk)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        async with self.runner.turn:
            taken = await self._answer(dialog.id)
            await self.book.end(talk, TalkState.TAKEN)
        return taken

    async def _registered(self, draft: BotDraft) -> frozenset[int]:
        """The bots of this code that the portal has before anything is registered."""
        if draft.handler:
            return frozenset()  # this console never answers for it
        try:
            return frozenset(bot.id for bot in await self._api.all() if bot.code == draft.code)
        except (MethodMissing, ScopeMissing):
            return frozenset()  # registering says it in better words

    async def _register(self, draft: BotDraft) -> int:
        if draft.handler:
            return await self._api.register_older(draft.name, draft.code, draft.handler)
        try:
            return await self._api.register(draft.name, draft.code)
        except MethodMissing as error:
            raise NotPossible(NEEDS_HANDLER) from error
        except ScopeMissing as error:
            raise NotPossible("BOT_SCOPE") from error

    async def _release(self, bot: int, line: int) -> None:
        """The line goes on without the bot, unless it has another one by now."""
        found = await self._lines.read(line)
        if found is not None and found.number(_ID) == bot:
            await self._lines.save(line, {_ON: False, _ID: 0})

    async def _keep(self, bot: RunBot) -> RunBot:
        kept = await self.book.keep(bot)
        self.runner.wake()
        return kept
