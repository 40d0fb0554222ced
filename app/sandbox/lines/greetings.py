"""What a line says by itself when a dialog begins: its greeting, and that nobody is at work."""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.lines import line_settings
from app.sandbox.messenger import posting
from app.sandbox.model import Line
from app.sandbox.portal import Portal


def greet(portal: Portal, chat: LineChat, session: Session, line: Line) -> None:
    """The automatic texts of a dialog that a customer has begun; a bot greets for itself."""
    first = len(chat.sessions) == 1 or line.on("SEND_WELCOME_EACH_SESSION")
    if line.on("WELCOME_MESSAGE") and first and session.bot is None:
        posting.automatic(portal, chat, line.text("WELCOME_MESSAGE_TEXT"))
    if line_settings.at_work(line, portal.now):
        return
    if line.text("WORKTIME_DAYOFF_RULE") == "text":
        posting.automatic(portal, chat, line.text("WORKTIME_DAYOFF_TEXT"))
