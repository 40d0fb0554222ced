"""The library of people whom the console plays: one file for all portals, kept whole or not at all.

The file outlives portals and sandboxes. Another window may write it too: every change is made on
what is in the file at that moment. Knows no portal and no calls.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import SystemRandom
from typing import Self

import msgspec

from app.domain.persona import Persona, check_persona
from app.domain.persona_names import invent, twin
from app.services.failures import NotPossible, ServiceError
from app.services.files import alone_with, private_folder, read_ordinary, replace_file
from app.services.signal import Signal

FILE_NAME = "personas.json"
#: More than anybody reads; keeps the list quick.
MOST = 10_000
_FORMAT = 1
#: Bytes: room for the most people with the longest of everything.
_LARGEST = 64 << 20

log = logging.getLogger(__name__)


class _Shelf(msgspec.Struct, frozen=True):
    format: int
    personas: list[Persona]


class PersonasFailed(ServiceError):
    """The file cannot be read or written: PERSONAS_UNREADABLE, PERSONAS_UNWRITABLE, PERSONAS_NEWER.

    What cannot be read is left alone.
    """


class Personas:
    """All personas by their id. `changed` after every change."""

    def __init__(self, path: Path) -> None:
        self.changed: Signal[None] = Signal()
        self.problem: ServiceError | None = None
        self._path = path
        self._random = SystemRandom()
        self._all: dict[str, Persona] = {}

    @classmethod
    async def load(cls, path: Path) -> Self:
        """Read the file; what is wrong with it is a `problem`, for nothing else depends on it."""
        personas = cls(path)
        try:
            personas._all = await asyncio.to_thread(_read, path)
        except PersonasFailed as error:
            log.warning("The personas cannot be read: %s", error)
            personas.problem = error
        return personas

    def all(self) -> tuple[Persona, ...]:
        """Everybody, by name."""
        return tuple(sorted(self._all.values(), key=lambda each: (each.full_name, each.id)))

    def get(self, wanted: str) -> Persona | None:
        """A persona by his id."""
        return self._all.get(wanted)

    async def put(self, persona: Persona, instead_of: str = "") -> Persona:
        """Keep a persona, new or changed; `instead_of` is the id that he had.

        Raises:
            NotPossible: PERSONA_WRONG, `check_persona` has found something.
            PersonasFailed: see the class.
        """
        if check_persona(persona, [each for each in self._all if each != instead_of]):
            raise NotPossible("PERSONA_WRONG")
        await self._change(lambda kept: _put(kept, [persona], instead_of))
        return persona

    async def remove(self, ids: Iterable[str]) -> None:
        """Forget personas; dialogs that they began stay. Raises PersonasFailed."""
        gone = set(ids)
        await self._change(
            lambda kept: {key: each for key, each in kept.items() if key not in gone}
        )

    async def duplicate(self, ids: Sequence[str]) -> tuple[Persona, ...]:
        """The same people under other ids. Raises PersonasFailed."""
        return await self._add([twin(self._all[each], self._random) for each in ids])

    async def generate(self, count: int, language: str) -> tuple[Persona, ...]:
        """Invent people, in `en` or `ru`. Raises PersonasFailed."""
        return await self._add([invent(self._random, language) for _ in range(count)])

    async def bring(self, personas: Sequence[Persona]) -> tuple[Persona, ...]:
        """Take over people from elsewhere; those with a known id are replaced. Raises as `put`."""
        if any(check_persona(each) for each in personas):
            raise NotPossible("PERSONA_WRONG")
        return await self._add(personas)

    async def _add(self, personas: Sequence[Persona]) -> tuple[Persona, ...]:
        await self._change(lambda kept: _put(kept, personas))
        return tuple(personas)

    async def _change(self, work: Callable[[dict[str, Persona]], dict[str, Persona]]) -> None:
        self._all = await asyncio.to_thread(_rewrite, self._path, work)
        self.problem = None
        self.changed.emit(None)


def _put(
    kept: dict[str, Persona], personas: Iterable[Persona], instead_of: str = ""
) -> dict[str, Persona]:
    changed = {key: each for key, each in kept.items() if key != instead_of or not instead_of}
    changed |= {each.id: each for each in personas}
    if len(changed) > MOST:
        raise NotPossible("PERSONAS_TOO_MANY")
    return changed


def _rewrite(
    path: Path, work: Callable[[dict[str, Persona]], dict[str, Persona]]
) -> dict[str, Persona]:
    try:
        private_folder(path.parent)
        with alone_with(path):
            changed = work(_read(path))
            shelf = _Shelf(_FORMAT, list(changed.values()))
            replace_file(path, msgspec.json.format(msgspec.json.encode(shelf), indent=1))
    except (OSError, TimeoutError) as error:
        raise PersonasFailed("PERSONAS_UNWRITABLE", str(error)) from None
    return changed


def _read(path: Path) -> dict[str, Persona]:
    try:
        data = read_ordinary(path, _LARGEST)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise PersonasFailed("PERSONAS_UNREADABLE", str(error)) from None
    try:
        shelf = msgspec.json.decode(data, type=_Shelf)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise PersonasFailed("PERSONAS_UNREADABLE", str(error)) from None
    if shelf.format > _FORMAT:
        raise PersonasFailed("PERSONAS_NEWER")
    sound = [each for each in shelf.personas if not check_persona(each)]
    if len(sound) < len(shelf.personas) or len(sound) > MOST:
        raise PersonasFailed("PERSONAS_UNREADABLE", "it holds people that cannot be")
    return {each.id: each for each in sound}
