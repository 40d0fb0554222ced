"""Decides for the tab Widget: tiles, settings pages, the tile that is being typed.

Knows no widget. What has to be confirmed is asked through `WidgetQuestions`.
"""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.connector import FieldProblem
from app.domain.placement import SETTINGS, Placement, check_tile
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.contact_center import ContactCenter

#: Languages that a tile's form begins with.
FIRST_LANGUAGES = ("en", "ru")


class WidgetQuestions(Protocol):
    """What a person has to agree to before it is done."""

    async def remove_page(self, placement: Placement) -> bool:
        """The page goes out of the portal."""


class WidgetPresenter(QObject):
    """Reads when it is first looked at; failures stay where they happened."""

    changed = Signal()
    typed = Signal()

    def __init__(
        self, service: "ContactCenter", questions: WidgetQuestions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.service = service
        self.tasks = Tasks(self)
        self.failure: Exception | None = None
        self.form_failure: Exception | None = None
        self.removed: int | None = None
        self.handler = ""
        self.titles = dict.fromkeys(FIRST_LANGUAGES, "")
        self._questions = questions
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self.changed)
        self.destroyed.connect(service.changed.connect(lambda _: self._tell()))

    def open(self) -> None:
        """The tab is looked at."""
        if self.service.read_at is None and self.service.problem is None:
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; a failure shows up as the service's problem."""
        self.tasks.start("refresh", self.service.refresh)

    def is_busy(self, name: str = "") -> bool:
        """Whether that work runs, or any that changes something."""
        names = (name,) if name else ("bind", "remove")
        return any(self.tasks.is_busy(each) for each in names)

    def type(self, handler: str) -> None:
        """The address of the tile."""
        self.handler, self.form_failure = handler, None
        self.typed.emit()

    def type_title(self, language: str, title: str) -> None:
        """The title in one language."""
        self.titles[language] = title
        self.form_failure = None
        self.typed.emit()

    def add_language(self, language: str) -> bool:
        """One more title; a code of two or three letters is needed."""
        code = language.strip().lower()
        good = 2 <= len(code) <= 3 and code.isascii() and code.isalpha()
        if good and code not in self.titles:
            self.titles[code] = ""
            self.typed.emit()
        return good

    def problem(self, name: str = "") -> FieldProblem | None:
        """What keeps the typed tile from being bound, at one field or anywhere."""
        problems = check_tile(self.handler, self.titles, self.service.rows)
        return next((each for each in problems if name in ("", each.field)), None)

    def bind(self) -> None:
        """Put the typed tile into the contact center."""
        if self.problem() is None and not self.is_busy():
            self.form_failure = None
            self.tasks.start("bind", self._bind)

    def can_remove(self, placement: Placement) -> bool:
        """A settings page in use goes with its connector, not by itself."""
        pages = self.service.settings
        left = (each.placement for each in pages if each.left_behind)
        return placement.code != SETTINGS or placement in left

    def remove(self, placement: Placement) -> None:
        """Ask, then take exactly this page away."""
        if self.can_remove(placement) and not self.is_busy():
            self.failure = self.removed = None
            self.tasks.start("remove", partial(self._remove, placement))

    async def _bind(self) -> None:
        await self.service.bind(self.handler, self.titles)
        self.handler = ""
        self.titles = dict.fromkeys(FIRST_LANGUAGES, "")
        self.typed.emit()

    async def _remove(self, placement: Placement) -> None:
        if await self._questions.remove_page(placement):
            self.removed = await self.service.unbind(placement)
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
        self.typed.emit()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == "bind":
            self.form_failure = error
            self.typed.emit()
        elif name == "remove":
            self.failure = error
            self.changed.emit()
