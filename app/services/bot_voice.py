"""Puts what a bot said and did into the dialog here: a portal may not queue our own acts for us.

Where it does queue it, the event comes later and changes nothing. Makes no calls for the bot.
"""

from functools import partial

from app.domain.bot_life import BotAct, RunBot
from app.domain.dialog import Dialog
from app.domain.events import MessageAdded
from app.domain.portal import User
from app.services.acts import close
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.inbox import Inbox
from app.services.people import People


class BotVoice:
    """Knows dialogs and the names of bots."""

    def __init__(self, inbox: Inbox, dialogs: Dialogs, people: People, clock: Clock) -> None:
        self._inbox, self._dialogs, self._people = inbox, dialogs, people
        self._clock = clock

    async def introduce(self, bot: RunBot) -> None:
        """The bot's name is known from now on."""
        await self._people.remember([User(bot.id, bot.name, bot=True)])

    async def spoken(self, bot: RunBot, act: BotAct, message: int) -> None:
        """The bot said this; in a chat that this console does not know it is left to the events."""
        dialog = self._dialog(act)
        if dialog is not None:
            where = (dialog.connector, dialog.line, dialog.chat, act.chat)
            said = MessageAdded(*where, message, bot.id, act.text, signed=False)
            await self._inbox.apply_own(said)

    async def finished(self, act: BotAct) -> None:
        """The bot closed the session; a newer one of the same chat stays open."""
        dialog = self._dialog(act)
        if dialog is not None and dialog.session == act.session:
            await self._dialogs.write(partial(close, dialog.id, self._clock()))

    def _dialog(self, act: BotAct) -> Dialog | None:
        return next((d for d in self._dialogs.all() if d.portal_chat == act.chat), None)
