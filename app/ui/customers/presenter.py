"""Decides for the Customers page: what is done to people and by them. Knows no widget."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.content import Words
from app.domain.dialog import Dialog
from app.domain.persona import Persona
from app.services.group_trial import Trial
from app.services.message_requests import MessageRequest, send_request, words_of
from app.services.persona_files import load, save
from app.ui.customers.crowd_panel import Asked
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

#: Work during which the panels of writing are busy.
WRITING = ("write", "twin", "trial")


class CustomersPresenter(QObject):
    """`kept` names who shall be chosen from here on; `brought` what came out of a file."""

    failed = Signal(object)  # Explained
    kept = Signal(object)  # tuple[str, ...]
    brought = Signal(int, object)  # how many; the rows that were left out
    exported = Signal(str, int)
    written = Signal(int)
    trial_begun = Signal(object)  # Trial
    crm_told = Signal(object)
    dialog_changed = Signal(object)  # Dialog
    channels_changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self.tasks = desk, Tasks(self)
        self._trial: Trial | None = None
        self.tasks.failed.connect(self._on_failed)
        for stop in (
            desk.dialogs.dialog_changed.connect(self.dialog_changed.emit),
            desk.connectors.changed.connect(lambda _: self.channels_changed.emit()),
        ):
            self.destroyed.connect(stop)

    def start(self) -> None:
        """Find out where can be written."""
        if not self._desk.connectors.lines():
            self.tasks.start("connectors", self._desk.connectors.refresh)

    def dialogs_of(self, persona: str) -> list[Dialog]:
        """Where somebody has written on this portal, the newest first."""
        return [each for each in reversed(self._desk.dialogs.all()) if each.user == persona]

    def is_taken(self, wanted: str, before: str) -> bool:
        """Whether somebody else has this id."""
        return wanted != before and self._desk.personas.get(wanted) is not None

    def keep(self, persona: Persona, before: str) -> None:
        """Keep somebody, new or changed."""
        self.tasks.start("library", partial(self._keep, persona, before))

    def remove(self, ids: Sequence[str]) -> None:
        """Forget people."""
        self.tasks.start("library", partial(self._desk.personas.remove, ids))

    def duplicate(self, ids: Sequence[str]) -> None:
        """The same people once more."""
        self._change(lambda: self._desk.personas.duplicate(ids))

    def generate(self, count: int, language: str) -> None:
        """Invent people."""
        self._change(lambda: self._desk.personas.generate(count, language))

    def bring(self, path: Path) -> None:
        """Take over the people of a file."""
        self.tasks.start("library", partial(self._bring, path))

    def export(self, path: Path, personas: Sequence[Persona]) -> None:
        """Write people to a file."""
        self.tasks.start("export", partial(self._export, path, personas))

    def write(self, asked: Asked, words: Sequence[Words] | None = None) -> None:
        """Let everybody write; `words` in the place of those that were asked for."""
        self.tasks.start("write", partial(self._write, asked, words or asked.words))

    def request(self, asked: Asked) -> MessageRequest:
        """What would be sent."""
        return send_request(asked.connector, asked.line, asked.words, datetime.now(UTC))

    def write_request(self, asked: Asked, request: MessageRequest) -> None:
        """Send exactly this."""
        self.write(asked, words_of(request, asked.words))

    def set_up_twin(self, connector: str, line: int) -> None:
        """Register the connector's twin."""
        self.tasks.start("twin", partial(self._desk.group_trial.set_up, connector, line))

    def compare(self, connector: str, line: int, personas: Sequence[Persona], text: str) -> None:
        """Let everybody write through both."""
        self.tasks.start("trial", partial(self._compare, connector, line, personas, text))

    def ask_crm(self) -> None:
        """What does the portal's CRM know of the chats of the last comparison?"""
        if self._trial is not None:
            self.tasks.start("crm", partial(self._ask_crm, self._trial))

    def _change(self, work: Callable[[], Awaitable[tuple[Persona, ...]]]) -> None:
        async def change() -> None:
            self._tell_kept(await work())

        self.tasks.start("library", change)

    async def _keep(self, persona: Persona, before: str) -> None:
        self._tell_kept((await self._desk.personas.put(persona, before),))

    async def _bring(self, path: Path) -> None:
        found = await load(path)
        await self._desk.personas.bring(found.personas)
        self._tell_kept(found.personas)
        self.brought.emit(len(found.personas), found.wrong)

    async def _export(self, path: Path, personas: Sequence[Persona]) -> None:
        await save(path, personas)
        self.exported.emit(str(path), len(personas))

    async def _write(self, asked: Asked, words: Sequence[Words]) -> None:
        crowd = self._desk.crowd
        begun = await crowd.write(asked.connector, asked.line, words, together=asked.together)
        self.written.emit(len(set(begun)))

    async def _compare(
        self, connector: str, line: int, personas: Sequence[Persona], text: str
    ) -> None:
        customers = [each.customer() for each in personas]
        self._trial = await self._desk.group_trial.run(connector, line, customers, text)
        self.trial_begun.emit(self._trial)

    async def _ask_crm(self, trial: Trial) -> None:
        self.crm_told.emit(_Links(await self._desk.group_trial.crm(trial)))

    def _tell_kept(self, personas: Sequence[Persona]) -> None:
        self.kept.emit(tuple(each.id for each in personas))

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.failed.emit(explain(error))


class _Links:
    """Carries a mapping through a signal: Qt would make another one of a plain dict."""

    def __init__(self, links: dict[int, tuple[tuple[str, int], ...]]) -> None:
        self.links = links
