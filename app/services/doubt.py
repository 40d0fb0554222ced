"""Why nobody can find out whether a message arrived: then a person decides, or it is too early to
send it again. Only codes.
"""

from app.domain.dialog import Delivery, Message

#: No answer ever named the portal's chat, and its key leads to none that is certain.
CHAT_NOT_FOUND = "CHAT_NOT_FOUND"
#: The signed-in user may not read the chat.
CHAT_UNREADABLE = "CHAT_UNREADABLE"
#: The chat could not be read back to the moment of the call.
CHAT_TOO_LONG = "CHAT_TOO_LONG"
#: Something was written there that could be this message and could be another one.
CHAT_AMBIGUOUS = "CHAT_AMBIGUOUS"
#: It is not there yet, and the call may still be under way: sent again in so many seconds at the
#: earliest.
UNDER_WAY = "UNDER_WAY"

_CODES = (CHAT_NOT_FOUND, CHAT_UNREADABLE, CHAT_TOO_LONG, CHAT_AMBIGUOUS)


def is_undecided(message: Message) -> bool:
    """Whether the program has looked for a message in vain and waits for a person."""
    problem = message.problem
    return message.delivery is Delivery.UNKNOWN and problem is not None and problem.code in _CODES


def seconds_left(message: Message) -> int:
    """How long a message is not sent again by any means, as its call may still be under way; 0 when
    that is not what it waits for.
    """
    problem = message.problem
    if message.delivery is not Delivery.UNKNOWN or problem is None or problem.code != UNDER_WAY:
        return 0
    return int(problem.text) if problem.text.isdecimal() else 0
