"""Whose dialog a bot has waits for nobody; once his bot has let go of it he waits from then.

Makes no calls. Does not know what bots say.
"""

from dataclasses import replace
from datetime import datetime
from functools import partial

from app.domain.bot_life import BotTalk, TalkState
from app.domain.dialog import Dialog, DialogId, DialogState
from app.services.bot_book import BotBook
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.transcript import Transcript


class BotKeeping:
    """Shows dialogs that bots have as such, and those of which they have let go since then."""

    def __init__(self, book: BotBook, dialogs: Dialogs, clock: Clock) -> None:
        self._book, self._dialogs, self._clock = book, dialogs, clock
        self._may, self._talks = True, dict[int, BotTalk]()
        #: As the journal has them, those that bots have.
        self._kept: dict[DialogId, Dialog] = {}
        self._let_go: dict[DialogId, datetime] = {}
        self._by_chat = {each.portal_chat: each.id for each in dialogs.all()}
        dialogs.show_as(self._seen)
        book.changed.connect(self._follow)
        self._follow()

    async def settle(self, *, may: bool) -> None:
        """Write down since when customers wait of whose dialogs a bot has let go. Where bots may
        not speak they have none.

        Raises:
            ServiceError: nothing could be written; they are still shown so.
        """
        if may is not self._may:
            self._may = may
            self._follow()
        since = dict(self._let_go)
        if since:
            await self._dialogs.write(partial(_wait_from, since))
            self._let_go = {key: at for key, at in self._let_go.items() if since.get(key) != at}

    def _follow(self, _: None = None) -> None:
        before = self._talks
        held = self._book.held() if self._may else ()
        self._talks = {talk.chat: talk for talk in held}
        for chat in {chat for chat, _ in _places(before) ^ _places(self._talks)}:
            number = self._by_chat.get(chat)
            dialog = None if number is None else self._dialogs.get(number)
            if dialog is not None:
                self._dialogs.show(self._seen(self._kept.get(dialog.id, dialog)))

    def _seen(self, dialog: Dialog) -> Dialog:
        talk = None
        if dialog.portal_chat is not None:
            self._by_chat[dialog.portal_chat] = dialog.id
            talk = self._talks.get(dialog.portal_chat)
        if talk is not None and fate(talk, dialog) is None:
            self._kept[dialog.id] = dialog
            self._let_go.pop(dialog.id, None)
            return replace(dialog, waiting_since=None, with_bot=True)
        if self._kept.pop(dialog.id, None) is not None:
            self._let_go[dialog.id] = self._clock()
        since = self._let_go.get(dialog.id)
        if since is None or dialog.waiting_since is None:
            return dialog
        return replace(dialog, waiting_since=max(since, dialog.waiting_since))


def fate(talk: BotTalk, dialog: Dialog) -> TalkState | None:
    """What became of a bot's session, by the dialog as it is now; None while the bot has it."""
    if dialog.session not in (None, talk.session) or dialog.state is DialogState.CLOSED:
        return TalkState.FINISHED
    if dialog.operator_id not in (0, talk.bot):
        return TalkState.TAKEN
    return None


def _places(talks: dict[int, BotTalk]) -> set[tuple[int, int]]:
    return {(talk.chat, talk.session) for talk in talks.values()}


def _wait_from(since: dict[DialogId, datetime], transcript: Transcript) -> None:
    for number, at in since.items():
        for dialog in transcript.dialogs("id = ?", number):
            if dialog.waiting_since is not None and dialog.waiting_since < at:
                transcript.put(replace(dialog, waiting_since=at))
