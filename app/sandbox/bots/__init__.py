"""Chat bots: who they are, what they hear, how they talk, and what they do in open lines.

books      who they are and whose, their commands (records: bot_records)
payloads   shapes of what they are told
telling    how it reaches them: a handler's address, or a log that they poll
hearing    who hears which message; asked by the rules of chats and sessions
turns      a bot's turn in a dialog of an open line, and a bot's end
network    open lines of other portals, which talk to employees through a bot

`turns` and `network` use the rules of sessions and chats, which use this package: they are loaded
when they are needed.
"""

from app.sandbox.bots.hearing import (
    on_command,
    on_customer_message,
    on_join,
    on_message,
    on_reaction,
    on_session,
)
from app.sandbox.portal import Portal

__all__ = [
    "forget_app",
    "on_command",
    "on_customer_message",
    "on_join",
    "on_message",
    "on_reaction",
    "on_session",
]


def forget_app(portal: Portal, client_id: str) -> None:
    """An application goes away, and its bots with it."""
    from app.sandbox.bots import turns

    turns.forget_app(portal, client_id)
