"""Which new messages somebody is told of who does not look. Pure functions."""

from datetime import datetime, timedelta

from app.domain.dialog import Author, Delivery, MessageChange

#: What is older was read late: it is no news.
FRESH = timedelta(minutes=5)
_OURS = frozenset({Delivery.QUEUED, Delivery.SENDING})
_PEOPLE = frozenset({Author.CUSTOMER, Author.OPERATOR, Author.BOT})


def is_news(change: MessageChange, me: int, now: datetime) -> bool:
    """Whether it has just been written by somebody else. `me` is the signed-in user."""
    message = change.message
    if not change.inserted or message.author not in _PEOPLE or message.delivery in _OURS:
        return False
    mine = bool(me) and message.author_id == me
    return not mine and abs(now - message.at) < FRESH
