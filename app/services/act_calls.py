"""Which call each act on a dialog is, and how its request is told in the log. Makes none itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from app.bitrix.operator_acts import OperatorActs
from app.domain.acts import Act, Standpoint, Target
from app.services.failures import NotPossible

Call = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an act needs besides its dialog: a transfer its target, a vote a rating or a comment."""

    target: Target | None = None
    rating: int | None = None
    comment: str = ""

    @property
    def detail(self) -> str:
        """For the log."""
        target = self.target
        if target is not None:
            return f"{target.name} ({'QUEUE_ID' if target.is_line else 'USER_ID'} {target.id})"
        told = self.rating or self.comment
        return f"{self.rating or '-'} {self.comment}".strip() if told else ""


def call_of(act: Act, api: OperatorActs, of: Standpoint, wish: Wish) -> Call:
    """The call that does it.

    Raises:
        NotPossible: TRANSFER_ID_EMPTY, EMPTY_VOTE_PARAMS, ACT_NO_SESSION.
    """
    chat = of.dialog.portal_chat or 0
    if act is Act.TRANSFER:
        if wish.target is None:
            raise NotPossible("TRANSFER_ID_EMPTY")
        return partial(api.transfer, chat, wish.target)
    if act is Act.VOTE:
        if wish.rating is None and not wish.comment:
            raise NotPossible("EMPTY_VOTE_PARAMS")
        return partial(api.vote, session_of(of), wish.rating, wish.comment)
    return partial(api.act, act, chat)


def session_of(of: Standpoint) -> int:
    """The number of the dialog's session.

    Raises:
        NotPossible: ACT_NO_SESSION.
    """
    if not of.session:
        raise NotPossible("ACT_NO_SESSION")
    return of.session
