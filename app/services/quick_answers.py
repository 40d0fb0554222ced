"""The person's quick answers: one file for all portals, kept whole or not at all.

Another window may write the file too: every change is made on what is in it at that moment. Those
that the portal keeps are another thing (see `app.bitrix.quick_answers`). Knows no portal.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self
from uuid import uuid4

import msgspec

from app.domain.quick_answers import QuickAnswer, check_quick_answer
from app.services.failures import NotPossible, ServiceError
from app.services.files import alone_with, private_folder, read_ordinary, replace_file
from app.services.signal import Signal

FILE_NAME = "quick_answers.json"
MOST = 1000
_FORMAT = 1
_LARGEST = 64 << 20

log = logging.getLogger(__name__)

Answers = tuple[QuickAnswer, ...]


class _Shelf(msgspec.Struct, frozen=True):
    format: int
    answers: Answers


class QuickAnswersFailed(ServiceError):
    """The file cannot be read or written: QUICK_ANSWERS_UNREADABLE, QUICK_ANSWERS_UNWRITABLE. What
    cannot be read is left alone.
    """


class QuickAnswers:
    """In the order that the person gave them. `changed` after every change."""

    def __init__(self, path: Path) -> None:
        self.changed: Signal[None] = Signal()
        self.problem: ServiceError | None = None
        self._path = path
        self._all: Answers = ()

    @classmethod
    async def load(cls, path: Path) -> Self:
        """Read the file; what is wrong with it is a `problem`, for nothing else depends on it."""
        answers = cls(path)
        try:
            answers._all = await asyncio.to_thread(_read, path)
        except QuickAnswersFailed as error:
            log.warning("The quick answers cannot be read: %s", error)
            answers.problem = error
        return answers

    def all(self) -> Answers:
        """In their order."""
        return self._all

    async def put(self, title: str, text: str, instead_of: str = "") -> QuickAnswer:
        """Keep a new answer at the end, or another title and text for the one with an id.

        Raises:
            NotPossible: QUICK_ANSWER_WRONG, `check_quick_answer` has found something;
                QUICK_ANSWERS_MANY, there are as many as there can be.
            QuickAnswersFailed: see the class.
        """
        answer = QuickAnswer(instead_of or uuid4().hex, " ".join(title.split()), text.strip())
        if check_quick_answer(answer):
            raise NotPossible("QUICK_ANSWER_WRONG")
        await self._change(partial(_put, answer))
        return answer

    async def remove(self, wanted: str) -> None:
        """Forget an answer. Raises QuickAnswersFailed."""
        await self._change(lambda kept: tuple(each for each in kept if each.id != wanted))

    async def move(self, wanted: str, step: int) -> None:
        """Up (-1) or down (1) in the order. Raises QuickAnswersFailed."""
        await self._change(partial(_move, wanted, step))

    async def _change(self, work: Callable[[Answers], Answers]) -> None:
        self._all = await asyncio.to_thread(_rewrite, self._path, work)
        self.problem = None
        self.changed.emit(None)


def _put(answer: QuickAnswer, kept: Answers) -> Answers:
    if any(each.id == answer.id for each in kept):
        return tuple(answer if each.id == answer.id else each for each in kept)
    if len(kept) >= MOST:
        raise NotPossible("QUICK_ANSWERS_MANY", str(MOST))
    return (*kept, answer)


def _move(wanted: str, step: int, kept: Answers) -> Answers:
    rows: list[QuickAnswer] = list(kept)
    place = next((place for place, each in enumerate(rows) if each.id == wanted), None)
    if place is not None and 0 <= place + step < len(rows):
        rows.insert(place + step, rows.pop(place))
    return tuple(rows)


def _rewrite(path: Path, work: Callable[[Answers], Answers]) -> Answers:
    try:
        private_folder(path.parent)
        with alone_with(path):
            changed = work(_read(path))
            shelf = msgspec.json.encode(_Shelf(_FORMAT, changed))
            replace_file(path, msgspec.json.format(shelf, indent=1))
    except (OSError, TimeoutError) as error:
        raise QuickAnswersFailed("QUICK_ANSWERS_UNWRITABLE", str(error)) from None
    return changed


def _read(path: Path) -> Answers:
    try:
        shelf = msgspec.json.decode(read_ordinary(path, _LARGEST), type=_Shelf)
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise QuickAnswersFailed("QUICK_ANSWERS_UNREADABLE", str(error)) from None
    if shelf.format > _FORMAT:
        raise QuickAnswersFailed("QUICK_ANSWERS_UNREADABLE", "a newer program wrote it")
    if len(shelf.answers) > MOST or any(check_quick_answer(each) for each in shelf.answers):
        raise QuickAnswersFailed("QUICK_ANSWERS_UNREADABLE", "it holds what cannot be")
    return _unlike(shelf.answers)


def _unlike(answers: Sequence[QuickAnswer]) -> Answers:
    """Two with one id would be one for every change."""
    known: set[str] = set()
    found = []
    for each in answers:
        one = replace(each, id=uuid4().hex) if each.id in known else each
        known.add(one.id)
        found.append(one)
    return tuple(found)
