"""Saved views on the Dialogs page: from the panel and the palette to the disk and back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.links import neutral
from app.services.failures import ServiceError
from app.ui import prompts
from app.ui.commands import Command
from app.ui.dialogs.list_pane import ListPane
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.views import View, Views


class ViewGuest(QObject):
    """Wires the panel of `pane` to `views`."""

    def __init__(self, pane: ListPane, views: "Views", tasks: Tasks) -> None:
        super().__init__(pane)
        self._pane, self._views, self._tasks = pane, views, tasks
        shown = pane.views
        shown.chosen.connect(self.open)
        shown.save_asked.connect(self._save)
        shown.rename_asked.connect(lambda old, new: self._start(partial(views.rename, old, new)))
        shown.delete_asked.connect(lambda name: tasks.start("ask", partial(self._delete, name)))
        shown.move_asked.connect(lambda name, step: self._start(partial(views.move, name, step)))
        stop = views.changed.connect(lambda _: self._show())
        self.destroyed.connect(stop)
        self._show()

    def open(self, view: "View") -> None:
        """Show the dialogs of a view."""
        self._pane.close_filter()
        self._pane.show_view(view)

    def commands(self) -> list[Command]:
        """One for each view, and those of the filter."""
        pane, group = self._pane, self.tr("Dialogs")
        text = self.tr("Show the view “{name}”")
        own = [
            Command(text.format(name=neutral(view.name)), partial(self.open, view), "", group)
            for view in self._views.all()
        ]
        return [
            Command(
                self.tr("Open the next dialog with new messages"),
                partial(pane.step, 1, unread=True),
                "Alt+Shift+U",
                group,
            ),
            Command(
                self.tr("Filter the dialogs"), pane.open_filter, "Ctrl+Shift+L", group, "filter"
            ),
            Command(
                self.tr("Clear the filters of the dialogs"),
                pane.clear,
                "",
                group,
                "",
                lambda: pane.is_narrowed,
                self.tr("every dialog is shown"),
            ),
            *own,
        ]

    def _save(self, name: str) -> None:
        """Under this name. Dialogs that a figure counted are others tomorrow: they are no part."""
        view = self._pane.shown.view
        kept = replace(view, name=name, conditions=view.conditions.without("several"))
        self._start(partial(self._views.save, kept))

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self._tasks.start("views", partial(self._do, work))

    async def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except ServiceError as error:
            self._pane.views.show_problem(explain(error))
        else:
            self._pane.views.kept()

    async def _delete(self, name: str) -> None:
        self._pane.close_filter()
        title = self.tr("Delete the view “{name}”?").format(name=neutral(name))
        text = self.tr("Only its name and its conditions are forgotten. The dialogs stay.")
        if await prompts.ask(self._pane.window(), title, text, self.tr("Delete"), danger=True):
            await self._views.delete(name)

    def _show(self) -> None:
        self._pane.views.show_views(self._views.all())
