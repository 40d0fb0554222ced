"""Saved views of the dialog list: a name, a tab, conditions, words and an order. Kept per portal in
the order that a person gave them. Knows no window.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from app.domain.dialog_filter import DialogFilter
from app.services.failures import NotPossible
from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, to_json
from app.services.signal import Signal

_SETTING = "dialog_views"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class View:
    """Everything that decides which dialogs are shown in which order."""

    name: str
    tab: str = "all"
    conditions: DialogFilter = DialogFilter()  # noqa: RUF009 - frozen
    words: str = ""
    by_wait: bool = True


class Views:
    """Names are unique, whatever their case."""

    def __init__(self, journal: Journal, views: Sequence[View]) -> None:
        self.changed: Signal[tuple[View, ...]] = Signal()
        self._journal, self._views = journal, tuple(views)

    @classmethod
    async def load(cls, journal: Journal) -> Self:
        """Read what was kept."""
        read = partial(load_setting, name=_SETTING, shape=tuple[View, ...], otherwise=())
        return cls(journal, await journal.run(read))

    def all(self) -> tuple[View, ...]:
        """In their order."""
        return self._views

    async def save(self, view: View) -> None:
        """Add a view, or replace the one of that name in its place.

        Raises:
            NotPossible: VIEW_NAME, an empty or too long name.
            JournalFailed, JournalFull: it could not be kept.
        """
        view = replace(view, name=_name(view.name))
        place = self._place(view.name)
        views = list(self._views)
        if place is None:
            views.append(view)
        else:
            views[place] = view
        await self._keep(views)

    async def rename(self, old: str, new: str) -> None:
        """Give a view another name.

        Raises:
            NotPossible: VIEW_NAME as in `save`; VIEW_TAKEN, another view has it.
        """
        new, place = _name(new), self._place(old)
        if self._place(new) not in (None, place):
            raise NotPossible("VIEW_TAKEN", new)
        if place is not None:
            views = list(self._views)
            views[place] = replace(views[place], name=new)
            await self._keep(views)

    async def delete(self, name: str) -> None:
        """Forget a view; the dialogs stay."""
        await self._keep([view for view in self._views if view.name != name])

    async def move(self, name: str, step: int) -> None:
        """Up (-1) or down (1) in the order."""
        place, views = self._place(name), list(self._views)
        if place is not None and 0 <= place + step < len(views):
            views.insert(place + step, views.pop(place))
            await self._keep(views)

    def _place(self, name: str) -> int | None:
        wanted = name.casefold()
        names = (view.name.casefold() for view in self._views)
        return next((place for place, each in enumerate(names) if each == wanted), None)

    async def _keep(self, views: Sequence[View]) -> None:
        await self._journal.run(partial(save_setting, _SETTING, to_json(views)))
        self._views = tuple(views)
        self.changed.emit(self._views)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not 0 < len(name) <= _LONGEST_NAME:
        raise NotPossible("VIEW_NAME", name[:_LONGEST_NAME])
    return name
