"""What an act on a dialog leaves in its transcript. Knows no words."""

from app.domain.acts import Act
from app.domain.portal import User
from app.services.act_calls import Wish
from app.services.notes import NoteKind

_OWN = {
    Act.ANSWER: NoteKind.ANSWERED,
    Act.JOIN: NoteKind.JOINED,
    Act.INTERCEPT: NoteKind.TAKEN_OVER,
    Act.SKIP: NoteKind.SKIPPED,
}
_MODES = {Act.SILENT: NoteKind.SILENT_ON, Act.LOUD: NoteKind.SILENT_OFF}


def note_of(act: Act, me: User, wish: Wish) -> tuple[NoteKind, str] | None:
    """The note and its value; None for an act that is seen without one."""
    target = wish.target
    if act is Act.VOTE:
        rating = wish.rating
        return (NoteKind.RATED, str(rating)) if rating else (NoteKind.COMMENTED, me.name)
    if act is Act.TRANSFER and target is not None:
        return NoteKind.TO_LINE if target.is_line else NoteKind.HANDED_OVER, target.name
    if act in _MODES:
        return _MODES[act], ""
    return (_OWN[act], me.name) if act in _OWN else None
