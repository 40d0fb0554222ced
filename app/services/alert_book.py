"""What lasts: the alerts that were told and are not over, found by dialog and in order. Knows no
journal and no rules.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, TypeAlias

from app.domain.alerts import Alert, AlertKind
from app.domain.dialog import DialogId
from app.services.alert_rows import ended

Key: TypeAlias = tuple[AlertKind, str]


class Difference(NamedTuple):
    """What began, what is over, and whether figures of the rest are others now."""

    begun: tuple[Alert, ...]
    over: tuple[Alert, ...]
    others: bool


class AlertBook:
    """One entry for each key."""

    def __init__(self, known: Iterable[Alert]) -> None:
        self.of_portal: set[Key] = set()
        self._active: dict[Key, Alert] = {}
        self._of_dialog: dict[DialogId, set[Key]] = {}
        self._shown: tuple[Alert, ...] | None = None
        for each in known:
            self._enter(each)

    @property
    def all(self) -> tuple[Alert, ...]:
        """The worst first, then the oldest."""
        if self._shown is None:
            order = list(AlertKind)
            worst_first = sorted(
                self._active.values(), key=lambda each: (order.index(each.kind), each.since)
            )
            self._shown = tuple(worst_first)
        return self._shown

    @property
    def dialogs(self) -> tuple[DialogId, ...]:
        """The dialogs of which something was told."""
        return tuple(self._of_dialog)

    def of_dialog(self, dialog: DialogId) -> tuple[Alert, ...]:
        """What was told of a dialog and lasts."""
        return tuple(self._active[key] for key in self._of_dialog.get(dialog, ()))

    def compare(self, seen: Iterable[Key], found: Sequence[Alert], now: datetime) -> Difference:
        """What was told of what was `seen`, against what is so now. The figures of what lasts are
        taken over at once; since when stays.
        """
        is_now = {each.key: each for each in found}
        before = [self._active[key] for key in seen if key in self._active]
        over = {
            each.key: ended(each, now)
            for each in before
            if each.key not in is_now or _is_another(each, is_now[each.key])
        }
        begun = tuple(each for each in found if each.key not in self._active or each.key in over)
        others = [self._renew(each) for each in found if each.key not in over]
        return Difference(begun, tuple(over.values()), any(others))

    def take(self, difference: Difference) -> None:
        """It was written down: from now on it is so."""
        for each in difference.over:
            self._drop(each)
        for each in difference.begun:
            self._enter(each)
        if any(difference):
            self._shown = None

    def _renew(self, alert: Alert) -> bool:
        old = self._active.get(alert.key)
        new = alert if old is None else replace(alert, since=old.since)
        if old is None or new == old:
            return False
        self._active[alert.key] = new
        return True

    def _enter(self, alert: Alert) -> None:
        self._active[alert.key] = alert
        if alert.dialog is None:
            self.of_portal.add(alert.key)
        else:
            self._of_dialog.setdefault(alert.dialog, set()).add(alert.key)

    def _drop(self, alert: Alert) -> None:
        self._active.pop(alert.key, None)
        self.of_portal.discard(alert.key)
        if alert.dialog is not None:
            keys = self._of_dialog.get(alert.dialog, set())
            keys.discard(alert.key)
            if not keys:
                self._of_dialog.pop(alert.dialog, None)


def _is_another(old: Alert, new: Alert) -> bool:
    """A dialog's target of another time is another one; the rest lasts while it is seen."""
    return old.of_dialog and old.since != new.since
