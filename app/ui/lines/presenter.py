"""Decides for the lines: which one is chosen, what is typed into it, what is read, saved, asked.

Knows no widget. What has to be confirmed is asked through `Questions`, which the view provides.
"""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.line import Changes, Entity, LineSettings
from app.domain.line_rules import Typed
from app.ui.errors import code_of
from app.ui.lines.draft import Drafts, LineDraft
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.domain.line import Employee
    from app.services.desk import Desk
    from app.services.lines import LineImpact


class Questions(Protocol):
    """What a person has to agree to before it is done."""

    async def delete(self, line: LineSettings, impact: "LineImpact") -> bool:
        """The line goes away with its dialogs and its channels."""

    async def open_page(self, url: str) -> None:
        """Show where a link leads, then open it in the browser."""


class LinesPresenter(QObject):
    """Holds the choice and a draft for each line; failures stay with the line they happened in."""

    changed = Signal()  # facts: lines, their connectors, the problem of reading them
    chosen = Signal()  # another line
    draft_changed = Signal()  # what is typed, or what may be shown of its problems
    people_found = Signal()
    added = Signal()
    add_failed = Signal(object)

    def __init__(self, desk: "Desk", questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self.service, self.session = desk.lines, desk.session
        self._questions = questions
        self.tasks = Tasks(self)
        self.line = 0
        self.gone = ""  # the name of a line that was deleted in the portal while it was shown
        self._looked_at: LineSettings | None = None
        self.found: tuple[Employee, ...] = ()
        self.people_problem: Exception | None = None
        self.not_taken: dict[int, tuple[str, ...]] = {}
        self.failures: dict[int, Exception] = {}
        self._unread: set[int] = set()  # lines whose failure is that they could not be read
        self._drafts = Drafts()
        self.is_edited = self._drafts.is_edited
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self._on_busy_changed)
        self.destroyed.connect(self.service.changed.connect(self._on_changed))
        self.destroyed.connect(self.session.changed.connect(lambda _: self.draft_changed.emit()))

    def refresh(self) -> None:
        """Read the list again, and the chosen line."""
        self.failures.pop(self.line, None)
        self.tasks.start("refresh", self.service.refresh)
        self._look()

    @property
    def failure(self) -> Exception | None:
        """What went wrong with the chosen line, unless the list tells the same trouble above it."""
        error, problem = self.failures.get(self.line), self.service.problem
        if error is None or problem is None or self.line not in self._unread:
            return error
        return None if code_of(error) == problem.code else error

    @property
    def refreshing(self) -> bool:
        """Whether the list is being read."""
        return self.tasks.is_busy("refresh")

    def begin(self) -> None:
        """Show the first line, if none is shown; the list may have been read elsewhere before."""
        first = next(iter(self.service.all()), None)
        if first is not None and self.selected() is None:
            self.choose(first.id)

    def choose(self, line: int) -> None:
        """Show a line; it is read anew."""
        if line != self.line:
            self.line, self.gone = line, ""
            self.found, self.people_problem = (), None
            self._look()
            self.chosen.emit()

    def selected(self) -> LineSettings | None:
        """The chosen line as the portal has it."""
        return self.service.get(self.line)

    def draft(self) -> LineDraft | None:
        """What is typed into the chosen line."""
        line = self.selected()
        return None if line is None else self._drafts.of(line)

    def set(self, name: str, typed: Typed) -> None:
        """The person changed a field of the chosen line."""
        draft = self.draft()
        if draft is not None:
            draft.set(name, typed)
            self.not_taken.pop(self.line, None)
            self.draft_changed.emit()

    def leave(self, name: str) -> None:
        """A field was left: its problem may be shown."""
        draft = self.draft()
        if draft is not None:
            draft.leave(name)
            self.draft_changed.emit()

    def queue(self) -> tuple[Entity, ...]:
        """The entries of the queue as typed."""
        draft = self.draft()
        typed = draft.value("QUEUE") if draft is not None else ()
        found = typed if isinstance(typed, tuple) else ()
        return tuple(each for each in found if isinstance(each, Entity))

    def discard(self) -> None:
        """Everything as the portal has it."""
        draft = self.draft()
        if draft is not None:
            draft.discard()
            self.failures.pop(self.line, None)
            self.draft_changed.emit()

    def settle(self, *, mine: bool) -> None:
        """End the disagreement with the portal: keep what was typed, or take what it has."""
        draft = self.draft()
        if draft is not None:
            if mine:
                draft.keep_mine()
            else:
                draft.take_theirs()
            self.draft_changed.emit()

    @property
    def saving(self) -> bool:
        """Whether the chosen line is being saved."""
        return self.tasks.is_busy(f"save {self.line}")

    def save(self) -> None:
        """Send what has changed, or show every problem there is."""
        draft = self.draft()
        locked = self.session.profile.read_only
        if draft is None or locked or draft.theirs or not draft.changed():
            return
        draft.leave_all()
        self.draft_changed.emit()
        if not draft.problems():
            self.failures.pop(self.line, None)
            self.tasks.start(f"save {self.line}", partial(self._save, self.line, draft))

    def delete(self) -> None:
        """Ask, then `imopenlines.config.delete`."""
        line = self.selected()
        if line is not None:
            self.failures.pop(line.id, None)
            self.tasks.start(f"delete {line.id}", partial(self._delete, line))

    def add(self, changes: Changes) -> None:
        """`imopenlines.config.add`; the new line is chosen then."""
        self.tasks.start("add", partial(self._add, changes))

    def open_page(self) -> None:
        """The portal's own page of the chosen line, in the browser."""
        if self.line:
            self.tasks.start("open", partial(self._open, self.line))

    def find_people(self, words: str) -> None:
        """Look for employees; the last words asked for win."""
        self._words = words
        self.tasks.start("find", self._find)

    async def _save(self, line: int, draft: LineDraft) -> None:
        """The portal is read first: what somebody else has changed meanwhile is told, not lost."""
        await self.service.read(line)
        if draft.theirs or draft.problems() or not draft.changed():
            self.draft_changed.emit()
            return
        saved = await self.service.save(line, draft.changes())
        draft.rebase(saved.after)
        draft.keep_mine()  # what differs now is what the portal did not take, or typed meanwhile
        if saved.not_taken:
            self.not_taken[line] = saved.not_taken
        self.draft_changed.emit()

    async def _delete(self, line: LineSettings) -> None:
        if await self._questions.delete(line, self.service.impact(line.id)):
            await self.service.delete(line.id)

    async def _add(self, changes: Changes) -> None:
        line = await self.service.add(changes)
        self.choose(line.id)
        self.added.emit()

    async def _open(self, line: int) -> None:
        await self._questions.open_page(await self.service.page(line))

    async def _find(self) -> None:
        words = None
        while words != self._words:
            words = self._words
            self.found = await self.service.find_people(words)
        self.people_problem = None
        self.people_found.emit()

    def _look(self) -> None:
        """Read the chosen line, and the names of its people."""
        if self.line:
            self.tasks.start(f"read {self.line}", partial(self._read, self.line))

    async def _read(self, line: int) -> None:
        found = await self.service.read(line)
        if found is not None:
            self.tasks.start(f"people {line}", partial(self.service.learn_people, found))

    def _on_changed(self, _: None) -> None:
        known = {each.id: each for each in self.service.all()}
        self._drafts.follow(known)
        if self.line not in known and not self.tasks.is_busy("add"):
            self._tell_gone()
            self.line = next(iter(known), 0)
            self._look()
            self.chosen.emit()
        self._looked_at = known.get(self.line)
        self.changed.emit()
        self.draft_changed.emit()

    def _tell_gone(self) -> None:
        """Unless it was this window that has deleted it."""
        last = self._looked_at
        if last is not None and last.id == self.line:
            ours = self.tasks.is_busy(f"delete {last.id}")
            self.gone = "" if ours else last.name

    def _on_busy_changed(self, name: str) -> None:
        if name == "refresh":
            self.changed.emit()
        self.draft_changed.emit()

    def _on_failed(self, name: str, error: Exception) -> None:
        what, _, number = name.partition(" ")
        if what == "add":
            self.add_failed.emit(error)
        elif what in ("find", "people"):
            self.people_problem = error
            self.people_found.emit()
        elif what != "refresh":
            line = int(number) if number else self.line
            self.failures[line] = error
            (self._unread.add if what == "read" else self._unread.discard)(line)
            self.draft_changed.emit()
