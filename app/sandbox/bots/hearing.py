"""Chat bots: who they are, whose they are, and what they hear of a dialog. Knows no HTTP.

A bot is a user of the portal with `bot=True`; its record here says which application or webhook
runs it and where its events go.
"""

from app.sandbox.conversation import LineChat, Message, Session
from app.sandbox.portal import Portal


def on_session(portal: Portal, chat: LineChat, session: Session) -> bool:
    """A dialog begins: whether the line's welcome bot takes it before the queue does."""
    return False


def on_customer_message(portal: Portal, chat: LineChat, message: Message) -> None:
    """A customer wrote: the bots in the chat hear of it."""
