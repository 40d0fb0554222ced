"""What became of an act that nobody answered, by whose the dialog is afterwards. Knows no calls."""

from app.domain.acts import CLOSING, Act, Seat, Standpoint, Target

#: Done twice they have the effect of once, and nothing that can be read tells that they were done.
REPEATABLE = CLOSING | {Act.ANSWER}


def may_repeat(act: Act, before: Standpoint, seat: Seat) -> bool:
    """Whether asking again can only meet the session that was meant, in the hands it was in. Where
    nobody knew which session that was, it may meet a newer one.
    """
    if not before.session or seat.session != before.session:
        return False
    hands = (0, before.me, before.dialog.operator_id)
    return act in (Act.FINISH_ANOTHER, Act.SPAM) or seat.owner in hands


def came_true(act: Act, before: Standpoint, seat: Seat, target: Target | None) -> bool:
    """Whether the portal shows what the act wanted, and did not show it before. An owner may only
    be the next in the queue: where nobody had the dialog, its going from hand to hand tells
    nothing.
    """
    if act is Act.START:
        began = before.session is not None and (seat.session or 0) > before.session
        return seat.owner == before.me and began
    if act is Act.INTERCEPT:
        return _got(before.me, before, seat)
    if act is Act.TRANSFER and target is not None and not target.is_line:
        return _got(target.id, before, seat)
    if act in (Act.SKIP, Act.TRANSFER):
        return seat.owner != before.dialog.operator_id != 0
    return False


def _got(wanted: int, before: Standpoint, seat: Seat) -> bool:
    known = before.seat.owner if before.seat is not None else None
    owner = before.dialog.operator_id or known
    return seat.owner == wanted and owner not in (None, wanted)
