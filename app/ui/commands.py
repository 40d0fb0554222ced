"""A command: what the palette, the cheat sheet and the shortcuts all speak of."""

from collections.abc import Callable
from dataclasses import dataclass


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """`text` is translated and begins with a verb; `shortcut` is portable text like "Ctrl+K" or "".

    `group` is the heading in the cheat sheet. A command that is not `enabled()` is shown greyed,
    with `why_not` beside it: a few translated words, small as after a comma.
    A shortcut named here is only told: the page that owns the command also listens to it.
    """

    text: str
    run: Callable[[], None]
    shortcut: str = ""
    group: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = _always
    why_not: str = ""
