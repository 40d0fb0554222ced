"""The pages of the window and the dock below them: which is in front, and where the keyboard is.

A page is any widget, made when it is first asked for, or in a quiet moment (`make_next`). What it
can do besides is found by name: `go` (a signal that asks for another page), `take(payload)`,
`refresh()`, `focus_search()`, `panes()`, `commands()`, `async leave()`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.ui.commands import Command
from app.ui.dock import Dock
from app.ui.style import Theme

CALLS = "calls"
STATISTICS, BOTS, QUEUE, FORWARDING = "statistics", "bots", "queue", "forwarding"
ALERTS, ACTIONS = "alerts", "actions"
#: No page: who asks for it wants the sign-in dialog.
SIGN_IN = "sign in"


class Pages(QSplitter):
    """A stack of pages over the calls dock."""

    opened = Signal(str)
    sign_in_wanted = Signal()

    def __init__(self, theme: Theme, fixed: dict[str, Callable[[], QWidget]]) -> None:
        """`fixed` pages are always there, made when they are first opened."""
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._fixed = theme, fixed
        self._added: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._waiting: list[Callable[[], None]] = []
        self.current = next(iter(fixed))
        self.stack = QStackedWidget()
        self.stack.setObjectName("page")
        self.setChildrenCollapsible(False)
        self.addWidget(self.stack)

    @cached_property
    def dock(self) -> Dock:
        """Made with the first page that can be docked."""
        dock = Dock(self._theme)
        self.addWidget(dock)
        self.setStretchFactor(0, 1)
        self.setSizes([500, 300])
        return dock

    def page(self, key: str) -> Any:
        """A page by its key; a page that is not there is a mistake of the caller."""
        if key in self._makers and key not in self._added:
            self._make(key)
        if key in self._added:
            return self._added[key]
        page = self._fixed[key]()
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        return page

    def has(self, key: str) -> bool:
        """Whether there is such a page now."""
        return key in self._fixed or key in self._makers

    def is_made(self, key: str) -> bool:
        """Whether an added page has been asked for, or made in a quiet moment."""
        return key in self._added

    def add(self, key: str, make: Callable[[], QWidget]) -> None:
        """One more page. The one under "calls" can also be docked."""
        self._makers[key] = make

    def make_next(self) -> bool:
        """Make one page that nobody has asked for yet. Whether there is another one left."""
        left = [key for key in self._makers if key not in self._added]
        if left:
            self._make(left[0])
        return len(left) > 1

    def make_rest(self, then: Callable[[], None]) -> None:
        """Make the pages that are left, one at a time so that the window lives on; then call, once
        for however often it was asked.
        """
        if then not in self._waiting:
            self._waiting.append(then)
            if len(self._waiting) == 1:
                self._make_rest()

    def _make_rest(self) -> None:
        if self.make_next():
            QTimer.singleShot(0, self, self._make_rest)
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _make(self, key: str) -> None:
        page = self._added[key] = self._makers[key]()
        if key == CALLS:
            self.dock.hold(page)
            self.stack.addWidget(self.dock.home)
        else:
            self.stack.addWidget(page)
        go = getattr(page, "go", None)
        if go is not None:
            go.connect(self.open)

    async def clear(self) -> None:
        """Close every added page, wait for its work to end, and forget it."""
        added, self._added = self._added, {}
        self._makers.clear()
        if CALLS in added:
            self.dock.release()
        for page in added.values():
            page.hide()
            leave: Callable[[], Awaitable[None]] | None = getattr(page, "leave", None)
            if leave is not None:
                await leave()
            self.stack.removeWidget(page)
            page.deleteLater()
            await asyncio.sleep(0)  # each takes a while to go: the window lives on between them

    def open(self, key: str, payload: object = None) -> None:
        """Bring a page to the front and hand it the payload."""
        if key == SIGN_IN:
            self.sign_in_wanted.emit()
        if not self.has(key):
            return
        page = self.page(key)
        self.current = key
        if key == CALLS:
            self.dock.close_dock()
        self.stack.setCurrentWidget(self.dock.home if key == CALLS else page)
        self.opened.emit(key)
        self._take_keyboard()
        take: Callable[[object], None] | None = getattr(page, "take", None)
        if payload is not None and take is not None:
            take(payload)

    def toggle_dock(self) -> None:
        """Show the calls below the page, or take them away."""
        if self.has(CALLS) and self.current != CALLS:
            self.page(CALLS)
            self.dock.toggle()

    def ask(self, wish: str) -> None:
        """Call a method of the page in front, if it has it."""
        method: Callable[[], object] | None = getattr(self.page(self.current), wish, None)
        if method is not None:
            method()

    def commands(self) -> list[Command]:
        """The commands of all pages that are made, those of the page in front first."""
        found: list[Command] = []
        shown = self.page(self.current)
        made = [self._added[key] for key in self._makers if key in self._added]
        for page in sorted(made, key=lambda page: page is not shown):
            own: Callable[[], Sequence[Command]] | None = getattr(page, "commands", None)
            found += own() if own is not None else []
        return found

    def move_focus(self, step: int, rail: QWidget) -> None:
        """Move the keyboard to the next pane: the rail, the panes of the page, the dock."""
        panes = [rail, *self._panes()]
        focus: QWidget | None = self.window().focusWidget()
        held = [i for i, pane in enumerate(panes) if focus is not None and _holds(pane, focus)]
        pane = panes[((held[-1] if held else -1) + step) % len(panes)]
        _first_focus(pane).setFocus(Qt.FocusReason.TabFocusReason)

    def _take_keyboard(self) -> None:
        """What had the keyboard is hidden now: it goes to the first place of the page."""
        page = self.page(self.current)
        focus: QWidget | None = self.window().focusWidget()
        panes = self._panes()
        if panes and self.isVisible() and (focus is None or not page.isAncestorOf(focus)):
            _first_focus(panes[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _panes(self) -> list[QWidget]:
        page = self.page(self.current)
        named = getattr(page, "panes", None)
        inner: list[QWidget] = named() if callable(named) else [page]
        dock = [self.dock] if CALLS in self._added else []
        return [pane for pane in (*inner, *dock) if pane.isVisible()]


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _first_focus(pane: QWidget) -> QWidget:
    for widget in (pane, *pane.findChildren(QWidget)):
        wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if wants > 0 and widget.isVisible() and widget.isEnabled():
            return widget
    return pane
