"""Decides for the Forwarding page: what is chosen, listed, posted again. Knows no widget."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.forwarding import (
    Choice,
    Forward,
    Forwarded,
    Preview,
    Since,
    TargetError,
    check_target,
)
from app.ui.forward.model import MOST_ROWS, ForwardModel
from app.ui.forward.words import ForwardWords
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

_PAGE = 200
_COALESCE = 150
CHOOSE, READ, SHOW, RESEND = "choose", "read", "show", "resend"


class ForwardPresenter(QObject):
    """One for the page; the forwarding itself goes on without it."""

    changed = Signal()  # how it goes
    target_refused = Signal(str)  # a sentence below the field; "" takes it away
    shown = Signal(object, object)  # the chosen Forward or None, its Preview
    failed = Signal(object)  # Exception

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forwarding = desk.forwarding
        self.words = ForwardWords(self)
        self.model = ForwardModel(self.words, self)
        self.tasks = Tasks(self)
        self.chosen: Forward | None = None
        self._more = True
        self._target = ""
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE)
        self._soon.timeout.connect(self.refresh)
        for stop in (
            desk.forwarding.changed.connect(self._on_changed),
            desk.forwarding.tried.connect(self._on_tried),
            desk.inbox.committed.connect(lambda _: self._read_soon()),  # now it is known whose
        ):
            self.destroyed.connect(stop)
        self.tasks.failed.connect(lambda _, error: self.failed.emit(error))
        self.tasks.busy_changed.connect(lambda *_: self.changed.emit())

    @property
    def state(self) -> Forwarded:
        """How it goes."""
        return self._forwarding.state

    @property
    def application_token(self) -> str:
        """The one that is made up here."""
        return self._forwarding.auth.made_up

    @property
    def is_lent(self) -> bool:
        """Whether a person's own one goes along."""
        return self._forwarding.auth.is_lent

    def lend(self, token: str) -> None:
        """Send this application token along until the program ends."""
        self._forwarding.auth.lend(token)
        self.changed.emit()

    def turn(self, on: bool, text: str) -> None:
        """Forward to an address, or stop. What it is told wrong stands at the field."""
        if not on:
            self._choose(replace(self.state.choice, on=False))
            return
        target = self.check(text)
        if target:
            same = target == self.state.choice.target
            token = self.state.choice.token and same  # agreed for that handler only
            self._choose(replace(self.state.choice, target=target, on=True, token=token))
        else:
            self.changed.emit()

    def check(self, text: str) -> str:
        """The address as it is called, "" when it cannot be: the field is told why."""
        try:
            target = check_target(text)
        except TargetError as error:
            self.target_refused.emit(self.words.target_flaw(error))
            return ""
        self.target_refused.emit("")
        return target

    def pause(self, paused: bool) -> None:
        """Let events wait, or go on."""
        self._choose(replace(self.state.choice, paused=paused))

    def set_repeat(self, repeat: bool) -> None:
        """Whether an event is posted again until the answer is good."""
        self._choose(replace(self.state.choice, repeat=repeat))

    def set_token(self, token: bool) -> None:
        """Whether a live access token goes along; the person has agreed."""
        self._choose(replace(self.state.choice, token=token))

    def post_all(self) -> None:
        """Post what the journal holds and this address never got."""
        self._choose(self.state.choice, Since.ALL)

    def try_now(self) -> None:
        """Do not wait for the next try."""
        self._forwarding.try_now()

    def resend(self) -> None:
        """Post the chosen event once more."""
        if self.chosen is not None:
            self.tasks.start(RESEND, partial(self._forwarding.resend, self.chosen.id))

    def choose(self, forward: Forward | None) -> None:
        """Show one event below the list."""
        self.chosen = forward
        if forward is None:
            self.shown.emit(None, Preview())
        else:
            self.tasks.start(SHOW, self._show)

    def refresh(self) -> None:
        """Read the newest events of the list."""
        self.tasks.start(READ, partial(self._read, 0))

    def read_older(self) -> None:
        """Read on at the end of the list."""
        rows = self.model.rows()
        if self._more and rows and len(rows) < MOST_ROWS:
            self.tasks.start(READ, partial(self._read, rows[-1].id))

    def _choose(self, choice: Choice, since: Since = Since.LEFT_OFF) -> None:
        work: Callable[[], Awaitable[None]] = partial(self._forwarding.choose, choice, since)
        self.tasks.start(CHOOSE, work)

    async def close(self) -> None:
        """End all work; forwarding goes on."""
        self._soon.stop()
        await self.tasks.close()

    async def _read(self, before: int) -> None:
        target = self.state.choice.target
        if target != self._target:
            self._target, self._more, before = target, True, 0
            self.choose(None)
            self.model.clear()
        rows = await self._forwarding.page(before, _PAGE)
        self._more = self._more and (before == 0 or bool(rows))
        self.model.put(rows)
        self.changed.emit()

    async def _show(self) -> None:
        """Another one may be chosen meanwhile: the last one counts."""
        shown: Forward | None = None
        while self.chosen is not None and self.chosen is not shown:
            shown = self.chosen
            preview = await self._forwarding.preview(shown.id)
            if self.chosen is shown:
                self.shown.emit(shown, preview)

    def _on_changed(self, _state: Forwarded) -> None:
        self.changed.emit()
        self._read_soon()

    def _read_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_tried(self, forward: Forward) -> None:
        if self.state.choice.target != self._target:
            self._read_soon()  # the list is still that of another handler
            return
        self.model.put([forward])
        if self.chosen is not None and self.chosen.id == forward.id:
            self.choose(forward)
