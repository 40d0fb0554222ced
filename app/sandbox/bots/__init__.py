"""Chat bots: who they are, what they hear, how they talk, and what they do in open lines.

books      who they are and whose, their commands (records: bot_records)
payloads   shapes of what they are told
telling    how it reaches them: a handler's address, or a log that they poll
hearing    who hears which message; asked by the rules of chats and sessions
turns      a bot's turn in a dialog of an open line, and its end
network    open lines of other portals, which talk to employees through a bot

`turns` and `network` import the rules of sessions and chats, which import this package: whoever
needs them names them.
"""

from app.sandbox.bots.hearing import on_customer_message, on_session

__all__ = ["on_customer_message", "on_session"]
