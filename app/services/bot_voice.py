"""Puts what a bot said into the dialog here: a portal may not queue for us what we did ourselves.

Where it does queue it, the event comes later and changes nothing. Makes no calls for the bot.
"""

from app.domain.bot_life import BotAct, RunBot
from app.domain.events import MessageAdded
from app.domain.portal import User
from app.services.dialogs import Dialogs
from app.services.inbox import Inbox
from app.services.people import People


class BotVoice:
    """Knows dialogs and the names of bots."""

    def __init__(self, inbox: Inbox, dialogs: Dialogs, people: People) -> None:
        self._inbox, self._dialogs, self._people = inbox, dialogs, people

    async def introduce(self, bot: RunBot) -> None:
        """The bot's name is known from now on."""
        await self._people.remember([User(bot.id, bot.name, bot=True)])

    async def spoken(self, bot: RunBot, act: BotAct, message: int) -> None:
        """The bot said this; in a chat that this console does not know it is left to the events."""
        chat = act.chat
        dialog = next((d for d in self._dialogs.all() if d.portal_chat == chat), None)
        if dialog is not None:
            where = (dialog.connector, dialog.line, dialog.chat, chat)
            said = MessageAdded(*where, message, bot.id, act.text, signed=False)
            await self._inbox.apply_own(said)
