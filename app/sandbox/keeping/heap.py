"""The garbage collector stands aside while many records are built that will all stay.

It would walk through all of them again and again, which takes as long as the building.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Build without the collector, if it is on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """What has been built until now is not looked at again."""
    gc.freeze()
