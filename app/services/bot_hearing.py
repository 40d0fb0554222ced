"""What follows from what a bot hears: the event, the rules and the session become planned acts.

One transaction for each event, so that an event that comes again changes nothing. Makes no calls.
"""

from dataclasses import replace
from sqlite3 import Connection

from app.domain.bot import Reaction, heard, joined
from app.domain.bot_life import BotEvent, BotTalk, HeardKind, RunBot, TalkState
from app.services import bot_rows
from app.services.rows import moment


def hear(bot: RunBot, event: BotEvent, at: str, conn: Connection, *, is_open: bool) -> None:
    """Note an event and plan what follows from it."""
    if event.kind is HeardKind.OTHER or not bot_rows.note_heard(bot.id, event.id, conn):
        return
    known = bot_rows.find_talk(bot.id, event, at, conn)
    now = replace(known, heard_at=moment(at), customer=event.customer or known.customer)
    if event.text:
        now = replace(now, last_text=event.text)
    if event.owner not in (0, bot.id):
        bot_rows.put_talk(now, conn)
        if now.state is TalkState.BOT:
            bot_rows.end_talk((now.bot, now.chat, now.session), TalkState.TAKEN, None, conn)
        return
    if event.kind is HeardKind.JOINED:
        now = _given_back(now)
    reaction = _react(bot, now, event, is_open=is_open)
    bot_rows.put_talk(replace(now, talk=reaction.talk), conn)
    bot_rows.plan(now, event, reaction, at, conn)


def _given_back(talk: BotTalk) -> BotTalk:
    """Somebody passed a dialog to the bot that it had before."""
    if talk.state is TalkState.BOT:
        return talk
    begun = replace(talk.talk, over=False, missed=0)
    return replace(talk, state=TalkState.BOT, talk=begun, problem=None)


def _react(bot: RunBot, talk: BotTalk, event: BotEvent, *, is_open: bool) -> Reaction:
    if talk.state is not TalkState.BOT:
        return Reaction(talk.talk)
    if event.kind is HeardKind.JOINED:
        return joined(bot.rules, talk.talk, is_open=is_open)
    return heard(bot.rules, talk.talk, event.text, is_open=is_open)
