"""The customer's rating of a session, and the supervisor's.

While a session waits for a rating, a text that is `1` or `0`, or begins with it and a blank, is the
rating. The channel gets the request as an automatic text that is marked with IMOL_VOTE.
"""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.lines import line_settings
from app.sandbox.messenger import posting
from app.sandbox.model import Line
from app.sandbox.portal import Portal

LIKE, DISLIKE = 5, 1
_MARKS = {LIKE: "[like]", DISLIKE: "[dislike]"}
_DIGITS = {"1": LIKE, "0": DISLIKE}
#: A closed session waits for its rating so long, unless the line says VOTE_TIME_LIMIT.
USUAL_LIMIT = 86_400


def ask(portal: Portal, chat: LineChat, session: Session, line: Line) -> None:
    """Ask the customer, when the line wants ratings and there is none yet."""
    if not line.on("VOTE_MESSAGE") or session.vote is not None:
        return
    params = {
        "IMOL_VOTE": str(session.id),
        "IMOL_VOTE_LIKE": line.text("VOTE_MESSAGE_2_LIKE"),
        "IMOL_VOTE_DISLIKE": line.text("VOTE_MESSAGE_2_DISLIKE"),
    }
    session.vote_asked_at = portal.now
    posting.automatic(portal, chat, line.text("VOTE_MESSAGE_2_TEXT"), params)


def rating_in(portal: Portal, chat: LineChat, text: str) -> int | None:
    """The rating that a customer's text gives, if one is waited for."""
    session = chat.sessions[-1] if chat.sessions else None
    if session is None or not _waits(portal, chat, session):
        return None
    digit, blank, _ = text.strip().partition(" ")
    return _DIGITS.get(digit) if blank or digit == text.strip() else None


def marked(text: str, rating: int) -> str:
    """The customer's words as the chat shows them: a mark in place of the digit."""
    return f"{_MARKS[rating]}{text.strip()[1:]}"


def rate(portal: Portal, chat: LineChat, rating: int) -> None:
    """The customer has rated the newest session: keep it and say thanks."""
    session, line = chat.sessions[-1], line_settings.of(portal, chat)
    session.vote, session.vote_asked_at = rating, None
    if line:
        word = "LIKE" if rating == LIKE else "DISLIKE"
        thanks = line.text(f"VOTE_MESSAGE_2_{word}")
        posting.automatic(portal, chat, thanks, {"IMOL_VOTE": word.lower()})


def rate_as_head(session: Session, rating: int | None, comment: str | None) -> None:
    """A supervisor's rating and words; what he leaves out stays."""
    session.head_vote = session.head_vote if rating is None else rating
    session.head_comment = session.head_comment if comment is None else comment


def _waits(portal: Portal, chat: LineChat, session: Session) -> bool:
    line = line_settings.of(portal, chat)
    if session.vote_asked_at is None or line is None:
        return False
    limit = line.number("VOTE_TIME_LIMIT") or USUAL_LIMIT
    return portal.now - session.vote_asked_at <= limit
