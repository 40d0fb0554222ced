"""How far back a dialog is known, and what may be read of the time before."""

from enum import StrEnum


class Reach(StrEnum):
    """NOTHING: there is nothing to ask for. MAYBE: older messages may be at the portal. PLAYED: the
    same, but this console writes as the customer and most likely began the chat. BEGUN: it is known
    from its first message on. SESSION: the portal tells no earlier session to who is not in the
    chat.
    """

    NOTHING = "nothing"
    MAYBE = "maybe"
    PLAYED = "played"
    BEGUN = "begun"
    SESSION = "session"

    @property
    def asks(self) -> bool:
        """Whether it makes sense to ask the portal."""
        return self not in (Reach.NOTHING, Reach.BEGUN)
