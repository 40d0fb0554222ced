"""Which dialogs a view lets through: its tests, prepared once and applied to thousands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.dialog_filter import CrmState
from app.services.views import View

TABS = ("all", "waiting", "mine", "closed")
_Test = Callable[[Dialog], bool]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Who looks, and what is known of the CRM."""

    me: str = ""
    crm: Callable[[DialogId], CrmState] = lambda _: CrmState.UNKNOWN


class Sieve:
    """`text` is what the words of a view are looked for in."""

    def __init__(self, view: View, look: Standpoint, text: Callable[[Dialog], str]) -> None:
        self._wait = timedelta(seconds=view.conditions.waiting)
        self._edge = datetime.now(UTC) - self._wait
        self._tests = [*_tab_tests(view, look), *_condition_tests(view, look)]
        if self._wait:
            self._tests.append(self._waits)
        if words := view.words.casefold().split():
            self._tests.append(lambda dialog: _has_all(text(dialog), words))

    def passes(self, dialog: Dialog) -> bool:
        """Whether a dialog is let through now."""
        self._edge = datetime.now(UTC) - self._wait
        return all(test(dialog) for test in self._tests)

    def sift(self, dialogs: Iterable[Dialog]) -> list[Dialog]:
        """Those that are let through now, in the same order."""
        self._edge = datetime.now(UTC) - self._wait
        left = list(dialogs)
        for test in self._tests:
            left = [dialog for dialog in left if test(dialog)]
        return left

    def grown(self, dialogs: Iterable[Dialog]) -> list[Dialog]:
        """Who has waited for long enough since somebody asked last."""
        if not self._wait:
            return []
        before, self._edge = self._edge, datetime.now(UTC) - self._wait
        edge = self._edge
        return [
            dialog
            for dialog in dialogs
            if (since := dialog.waiting_since) is not None and before < since <= edge
        ]

    def _waits(self, dialog: Dialog) -> bool:
        return dialog.waiting_since is not None and dialog.waiting_since <= self._edge


def tabs_of(dialog: Dialog, me: str) -> list[str]:
    """The tabs to which a dialog belongs; a closed one is nobody's any more."""
    closed = dialog.state is DialogState.CLOSED
    tabs = [TABS[0]]
    if dialog.waiting_since is not None:
        tabs.append("waiting")
    if me and dialog.operator == me and not closed:
        tabs.append("mine")
    if closed:
        tabs.append("closed")
    return tabs


def _tab_tests(view: View, look: Standpoint) -> list[_Test]:
    return [lambda dialog: view.tab in tabs_of(dialog, look.me)] if view.tab != TABS[0] else []


def _condition_tests(view: View, look: Standpoint) -> list[_Test]:
    wanted, found = view.conditions, list[_Test]()
    if wanted.lines:
        found.append(lambda dialog: dialog.line in wanted.lines)
    if wanted.connectors:
        found.append(lambda dialog: dialog.connector in wanted.connectors)
    if wanted.operators:
        found.append(lambda dialog: dialog.operator in wanted.operators)
    if wanted.state is not None:
        found.append(lambda dialog: dialog.state is wanted.state)
    if wanted.unread:
        found.append(lambda dialog: dialog.unread > 0)
    if wanted.several is not None:
        only = wanted.several.dialogs
        found.append(lambda dialog: dialog.id in only)
    if wanted.crm is not None:
        found.append(lambda dialog: look.crm(dialog.id) is wanted.crm)
    return found


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
