"""What became of an act that nobody answered, by whose the dialog is afterwards. Knows no calls."""

from app.domain.acts import CLOSING, Act, Seat, Target
from app.domain.dialog import Dialog

#: Done twice they have the effect of once, and nothing that can be read tells that they were done.
REPEATABLE = CLOSING | {Act.ANSWER}


def may_repeat(act: Act, before: Dialog, seat: Seat, me: int) -> bool:
    """Whether asking again can only meet the session that was meant, in the hands it was in."""
    if before.session is not None and seat.session != before.session:
        return False
    return act in (Act.FINISH_ANOTHER, Act.SPAM) or seat.owner in (0, me, before.operator_id)


def came_true(act: Act, before: Dialog, seat: Seat, target: Target | None, me: int) -> bool:
    """Whether the portal shows what the act wanted. An owner may only be the next in the queue:
    where nobody had the dialog, its going from hand to hand tells nothing.
    """
    if act is Act.START:
        return seat.owner == me and (seat.session or 0) > (before.session or 0)
    if act is Act.INTERCEPT:
        return seat.owner == me
    if act is Act.TRANSFER and target is not None and not target.is_line:
        return seat.owner == target.id
    if act in (Act.SKIP, Act.TRANSFER):
        return seat.owner != before.operator_id != 0
    return False
