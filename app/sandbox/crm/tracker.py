"""What the CRM does with dialogs: a new one finds its records or makes them."""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.portal import Portal


def on_session(portal: Portal, chat: LineChat, session: Session) -> None:
    """A session has begun: bind the chat to its records, if the line keeps a CRM."""
