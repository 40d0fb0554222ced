"""Does what bots have planned, each act once. Knows no rules.

An act that was begun and whose end nobody knows is looked for at the portal before it is done
again: words in the session's history, a hand-over by whose dialog it is. A dialog whose act fails
rests for a while, longer each time, and in the end goes to people; the others do not wait for it.
"""

import asyncio
import logging
from functools import partial
from sqlite3 import Connection

from app.bitrix.bots import Bots
from app.bitrix.errors import (
    BitrixError,
    MethodMissing,
    Moved,
    ReadOnly,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
)
from app.domain.bot import StepKind, Target, TargetKind
from app.domain.bot_life import ActState, BotAct, RunBot, TalkState
from app.domain.problem import Problem
from app.services import bot_rows
from app.services.bot_voice import BotVoice
from app.services.bot_watch import BotWatch
from app.services.failures import problem_of
from app.services.journal import Journal

#: Refusals by which the portal says that the dialog is not the bot's any more.
_NOT_ITS_OWN = frozenset({"ACCESS_DENIED", "ACCESS_ERROR", "WRONG_CHAT", "CHAT_NOT_FOUND"})
#: The person or line may not have the dialog: whoever is free gets it.
_NOT_THAT_ONE = frozenset({"OPERATOR_WRONG", "USER_ID_EMPTY", "QUEUE_ID_EMPTY"})
_NOT_ABOUT_THE_ACT = (ReadOnly, Moved, ScopeMissing, MethodMissing, SignedOut, Throttled)
#: A dialog whose act fails rests so long, in seconds; twice as long each time.
FIRST_REST, LONGEST_REST = 2.0, 60.0
#: After so many failures a dialog goes to people; after so many in a row nothing more is tried now.
MOST_TRIES, MOST_FAILURES = 8, 3
_ENDS = {StepKind.HAND_OVER: TalkState.HANDED_OVER, StepKind.FINISH: TalkState.FINISHED}

log = logging.getLogger(__name__)


class BotActs:
    """The acts of all bots; one at a time."""

    def __init__(self, api: Bots, journal: Journal, voice: BotVoice, watch: BotWatch) -> None:
        self._api, self._journal, self._voice, self._watch = api, journal, voice, watch
        self._resting: dict[int, float] = {}

    async def work_off(self, bot: RunBot) -> int:
        """Do everything that is planned, in the order of each dialog. Answers how many acts were
        tried; what failed stays planned, and its dialog shows why.

        Raises:
            BitrixError: nobody may call now; the rest stays planned.
            NotPossible: BOT_ELSEWHERE, somebody else answers for the bot.
        """
        done = failed = 0
        while failed < MOST_FAILURES:
            act = await self._journal.run(partial(bot_rows.next_act, bot.id, self._at_rest()))
            if act is None:
                break
            try:
                await self._settle(bot, act)
                done += 1
            except BitrixError as error:
                if _is_general(error):
                    raise
                failed += 1
                await self._fail(bot, act, error)
        return done + failed

    def _at_rest(self) -> tuple[int, ...]:
        now = asyncio.get_running_loop().time()
        self._resting = {chat: until for chat, until in self._resting.items() if until > now}
        return tuple(self._resting)

    async def _fail(self, bot: RunBot, act: BotAct, error: BitrixError) -> None:
        """Waiting may help, but not for ever: a customer is waiting, too."""
        log.info("Act %d of bot %d failed: %s", act.id, bot.id, error)
        rest = min(FIRST_REST * 2**act.tries, LONGEST_REST)
        self._resting[act.chat] = asyncio.get_running_loop().time() + rest
        await self._journal.run(partial(bot_rows.postpone, act, problem_of(error)))
        if act.tries + 1 >= MOST_TRIES:
            await self._leave(bot, act, error)

    async def _settle(self, bot: RunBot, act: BotAct) -> None:
        doubtful = act.state is ActState.BEGUN
        said = await self._found(bot, act) if doubtful and act.kind is StepKind.SAY else 0
        if not said:
            if act.kind is StepKind.SAY:
                await self._watch.look(act)
            try:
                said = await self._try(bot, act)
            except BitrixError as error:
                if not isinstance(error, Refused) or _is_general(error):
                    raise
                if error.code not in _NOT_ITS_OWN or await self._has_it(bot, act):
                    await self._leave(bot, act, error)
                    return
                if not doubtful or act.kind is StepKind.SAY:
                    await self._journal.run(partial(_end, act, TalkState.TAKEN, None))
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

    async def _try(self, bot: RunBot, act: BotAct) -> int:
        """Do it; in the journal it is begun before, and stays so while it may have been done."""
        says, doubtful = act.kind is StepKind.SAY, act.state is ActState.BEGUN
        await self._journal.run(partial(_begin, act, again=says and doubtful))
        try:
            return await self._do(bot, act)
        except BitrixError as error:
            if not error.maybe_done and (says or not doubtful):
                await self._journal.run(partial(bot_rows.put_state, act.id, ActState.PLANNED))
            raise

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

    async def _has_it(self, bot: RunBot, act: BotAct) -> bool:
        try:
            return await self._api.owner(act.chat) == bot.id
        except Refused as error:
            log.info("Whose dialog %d is was not told: %s", act.chat, error)
            return False

    async def _leave(self, bot: RunBot, act: BotAct, error: BitrixError) -> None:
        """A bot that cannot do what it should leaves the customer to people; where it may not even
        do that it goes on listening, and the problem is shown.
        """
        state = TalkState.HANDED_OVER
        try:
            await self._api.hand_over(act.chat, Target())
        except Refused as refusal:
            log.warning("A dialog that its bot cannot serve stays where it is: %s", refusal)
            state = TalkState.BOT if await self._has_it(bot, act) else TalkState.TAKEN
        except BitrixError as failure:
            if _is_general(failure):
                raise
            log.warning("A dialog could not be handed over: %s", failure)
            return  # tried again after its rest
        await self._journal.run(partial(_end, act, state, problem_of(error)))


def _is_general(error: BitrixError) -> bool:
    """Whether it would meet every act: nothing more is tried now."""
    return isinstance(error, _NOT_ABOUT_THE_ACT) or error.has_code(
        "BOT_NOT_FOUND", "BOT_ID_REQUIRED"
    )


def _begin(act: BotAct, conn: Connection, *, again: bool) -> None:
    if again:
        bot_rows.note_lost(act, conn)
    bot_rows.put_state(act.id, ActState.BEGUN, conn)


def _done(act: BotAct, said: int, conn: Connection) -> None:
    bot_rows.settle_act(act, ActState.DONE, said, conn)
    bot_rows.recover(act, conn)
    if act.kind in _ENDS:
        bot_rows.end_talk((act.bot, act.chat, act.session), _ENDS[act.kind], None, conn)


def _end(act: BotAct, state: TalkState, problem: Problem | None, conn: Connection) -> None:
    bot_rows.end_talk((act.bot, act.chat, act.session), state, problem, conn)
