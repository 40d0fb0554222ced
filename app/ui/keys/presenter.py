"""Carries out what a person wants for the place of the keys. Knows no widget."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.failures import VaultFailed
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.keeping import Keeping
    from app.services.vault import Kind

_NAME = "keys"


class KeysPresenter(QObject):
    """One thing at a time, also where several of them stand over the same `tasks`: all are busy
    then. Whoever made `tasks` closes them.
    """

    done = Signal()
    busy_changed = Signal(bool)
    trouble = Signal(object)  # Explained

    def __init__(self, keeping: "Keeping", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keeping = keeping
        self._tasks = tasks
        tasks.busy_changed.connect(self._on_busy)

    @property
    def busy(self) -> bool:
        """Whether something is being done to the keys, by whichever of them."""
        return self._tasks.is_busy(_NAME)

    def unlock(self, passphrase: str) -> None:
        """Open the sealed file."""
        self._start(partial(self.keeping.unlock, passphrase))

    def choose(self, kind: "Kind", passphrase: str = "") -> None:
        """Keep the keys there from now on."""
        self._start(partial(self.keeping.use, kind, passphrase))

    def start_anew(self, kind: "Kind", passphrase: str = "") -> None:
        """The same, and give up a file that nobody can open: the person has said so."""
        self._start(partial(self.keeping.use, kind, passphrase, anew=True))

    def change(self, old: str, new: str) -> None:
        """Another passphrase for the file."""
        self._start(partial(self.keeping.change_passphrase, old, new))

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self._tasks.start(_NAME, partial(self._carry_out, work))

    async def _carry_out(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except VaultFailed as error:
            self.busy_changed.emit(False)
            self.trouble.emit(explain(error))
        else:
            self.busy_changed.emit(False)  # a button that rests cannot take the keyboard
            self.done.emit()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _NAME:
            self.busy_changed.emit(busy)
