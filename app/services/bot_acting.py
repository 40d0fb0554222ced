"""Does what bots have planned, each act once. Knows no rules.

An act that was begun and whose end nobody knows is looked for at the portal before it is done
again: words in the session's history, a hand-over by whose dialog it is.
"""

import logging
from functools import partial
from sqlite3 import Connection

from app.bitrix.bots import Bots
from app.bitrix.errors import BitrixError, MethodMissing, Moved, ReadOnly, Refused, ScopeMissing
from app.domain.bot import StepKind, Target, TargetKind
from app.domain.bot_life import ActState, BotAct, RunBot, TalkState
from app.domain.problem import Problem
from app.services import bot_rows
from app.services.bot_voice import BotVoice
from app.services.failures import problem_of
from app.services.journal import Journal

#: Refusals by which the portal says that the dialog is not the bot's any more.
_NOT_ITS_OWN = frozenset({"ACCESS_DENIED", "ACCESS_ERROR", "WRONG_CHAT", "CHAT_NOT_FOUND"})
#: The person or line may not have the dialog: whoever is free gets it.
_NOT_THAT_ONE = frozenset({"OPERATOR_WRONG", "USER_ID_EMPTY", "QUEUE_ID_EMPTY"})
_NOT_ABOUT_THE_ACT = (ReadOnly, Moved, ScopeMissing, MethodMissing)
_ENDS = {StepKind.HAND_OVER: TalkState.HANDED_OVER, StepKind.FINISH: TalkState.FINISHED}

log = logging.getLogger(__name__)


class BotActs:
    """The acts of all bots; one at a time."""

    def __init__(self, api: Bots, journal: Journal, voice: BotVoice) -> None:
        self._api, self._journal, self._voice = api, journal, voice

    async def work_off(self, bot: RunBot) -> int:
        """Do everything that is planned, in its order. Answers how many acts were settled.

        Raises:
            BitrixError: waiting may help, or nobody may call now; the rest stays planned.
        """
        done = 0
        while act := await self._journal.run(partial(bot_rows.next_act, bot.id)):
            await self._settle(bot, act)
            done += 1
        return done

    async def _settle(self, bot: RunBot, act: BotAct) -> None:
        doubtful = act.state is ActState.BEGUN
        said = await self._found(bot, act) if doubtful and act.kind is StepKind.SAY else 0
        if not said:
            await self._journal.run(partial(bot_rows.begin_act, act.id))
            try:
                said = await self._do(bot, act)
            except BitrixError as error:
                if not (doubtful and act.kind is not StepKind.SAY and error.code in _NOT_ITS_OWN):
                    await self._refused(act, error)
                    return  # else it was done the time before
        await self._tell(bot, act, said)
        await self._journal.run(partial(_done, act, said))

    async def _tell(self, bot: RunBot, act: BotAct, said: int) -> None:
        """Told before it counts as done: telling it twice changes nothing."""
        if act.kind is StepKind.SAY:
            await self._voice.spoken(bot, act, said)
        elif act.kind is StepKind.FINISH:
            await self._voice.finished(act)

    async def _found(self, bot: RunBot, act: BotAct) -> int:
        """The message that an act became when its answer was lost, 0 when it did not."""
        others = await self._journal.run(partial(bot_rows.said_in, act))
        found = await self._api.said(bot.id, act.session, act.after, act.text)
        return next((number for number in found if number not in others), 0)

    async def _do(self, bot: RunBot, act: BotAct) -> int:
        if act.kind is StepKind.SAY:
            return await self._api.say(bot.id, act.chat, act.text)
        if act.kind is StepKind.FINISH:
            await self._api.finish(act.chat)
        else:
            await self._hand_over(act.chat, bot.rules.target)
        return 0

    async def _hand_over(self, chat: int, target: Target) -> None:
        try:
            await self._api.hand_over(chat, target)
        except BitrixError as error:
            if target.kind is TargetKind.QUEUE or error.code not in _NOT_THAT_ONE:
                raise
            log.warning("A bot's dialog goes to the queue: %s", error)
            await self._api.hand_over(chat, Target())

    async def _refused(self, act: BotAct, error: BitrixError) -> None:
        """A refusal that waiting cannot mend ends the bot's part; nothing else waits for it."""
        if error.code in _NOT_ITS_OWN:
            await self._journal.run(partial(_end, act, TalkState.TAKEN, None))
            return
        if not isinstance(error, Refused) or isinstance(error, _NOT_ABOUT_THE_ACT):
            raise error
        if error.has_code("BOT_NOT_FOUND", "BOT_ID_REQUIRED"):
            raise error
        state = await self._give_up(act)
        await self._journal.run(partial(_end, act, state, problem_of(error)))

    async def _give_up(self, act: BotAct) -> TalkState:
        """A bot that cannot do what it should leaves the customer to people."""
        try:
            await self._api.hand_over(act.chat, Target())
        except Refused as error:
            log.warning("A dialog that its bot cannot serve stays where it is: %s", error)
            return TalkState.TAKEN
        return TalkState.HANDED_OVER


def _done(act: BotAct, said: int, conn: Connection) -> None:
    bot_rows.settle_act(act, ActState.DONE, said, conn)
    if act.kind in _ENDS:
        bot_rows.end_talk((act.bot, act.chat, act.session), _ENDS[act.kind], None, conn)


def _end(act: BotAct, state: TalkState, problem: Problem | None, conn: Connection) -> None:
    bot_rows.end_talk((act.bot, act.chat, act.session), state, problem, conn)
