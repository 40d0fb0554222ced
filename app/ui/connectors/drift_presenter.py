"""Decides for the banner of what happened elsewhere: what is mended, what came of it.

Knows no widget. Taking a connector back from another program is asked through `DriftQuestions`.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.drift import DriftKind, Notice
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.drift import Drift

Key = tuple[str, int, DriftKind]


class DriftQuestions(Protocol):
    """What a person has to agree to before it is done."""

    async def take_back(self, notice: Notice) -> bool:
        """The other program loses the connector."""


class DriftPresenter(QObject):
    """Failures stay with the notice that they belong to."""

    changed = Signal()

    def __init__(self, service: "Drift", questions: DriftQuestions, parent: QObject) -> None:
        super().__init__(parent)
        self.service = service
        self.tasks = Tasks(self)
        self.failures: dict[Key, Exception] = {}
        self._questions = questions
        self._at_work: dict[str, Key] = {}
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self.changed)
        self.destroyed.connect(service.changed.connect(lambda _: self.changed.emit()))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be looked at, the worst first."""
        return self.service.notices

    def is_busy(self, notice: Notice) -> bool:
        """Whether it is being mended."""
        return any(
            key == notice.key and self.tasks.is_busy(name) for name, key in self._at_work.items()
        )

    def heal(self, notice: Notice) -> None:
        """Mend one."""
        if notice.can_heal:
            self._start("heal", notice, partial(self._heal, notice))

    def heal_all(self) -> None:
        """Mend everything that needs no question."""
        for notice in self.notices:
            if notice.kind is not DriftKind.TAKEN_OVER:
                self.heal(notice)

    def dismiss(self, notice: Notice) -> None:
        """Not to be shown again while its cause lasts."""
        self._start("dismiss", notice, partial(self.service.dismiss, notice))

    async def _heal(self, notice: Notice) -> None:
        asks = notice.kind is DriftKind.TAKEN_OVER
        if not asks or await self._questions.take_back(notice):
            await self.service.heal(notice)

    def _start(self, what: str, notice: Notice, work: Callable[[], Awaitable[None]]) -> None:
        if not self.is_busy(notice):
            name = f"{what} {notice.key}"
            self._at_work[name] = notice.key
            self.failures.pop(notice.key, None)
            self.tasks.start(name, work)

    def _on_failed(self, name: str, error: Exception) -> None:
        self.failures[self._at_work[name]] = error
        self.changed.emit()
