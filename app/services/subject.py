"""For which messages a call is being made: who makes it says so, who records it may ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from app.domain.dialog import DialogId

#: A message's dialog and its position there.
Place = tuple[DialogId, int]

_places: ContextVar[tuple[Place, ...]] = ContextVar("places", default=())


@contextmanager
def about(*places: Place) -> Iterator[None]:
    """Every call that is made in this block, by this task, is made for these messages."""
    token = _places.set(places)
    try:
        yield
    finally:
        _places.reset(token)


def places() -> tuple[Place, ...]:
    """The messages for which a call is being made now, none for most calls."""
    return _places.get()
