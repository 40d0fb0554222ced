"""A list of listeners. How services tell of what happened, without knowing who listens."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakMethod

T = TypeVar("T")

log = logging.getLogger(__name__)


class Signal(Generic[T]):
    """Emitted after something happened. Names of signals are past tense."""

    def __init__(self) -> None:
        self._slots: list[Callable[[T], object]] = []

    def connect(self, slot: Callable[[T], object]) -> Callable[..., None]:
        """Call `slot` at every emit. The answer disconnects it; it ignores its arguments, so that
        Qt's `destroyed` can be connected to it, and may be called twice. Whoever keeps it does not
        keep the signal, nor what is told by it.
        """
        self._slots.append(slot)
        kept = WeakMethod(self._drop)

        def disconnect(*_: object) -> None:
            drop = kept()
            if drop is not None:
                drop(slot)

        return disconnect

    def emit(self, value: T) -> None:
        """Call every slot; one that fails is logged and the rest still run."""
        for slot in tuple(self._slots):
            try:
                slot(value)
            except Exception:
                log.exception("A listener failed")

    def _drop(self, slot: Callable[[T], object]) -> None:
        if slot in self._slots:
            self._slots.remove(slot)
