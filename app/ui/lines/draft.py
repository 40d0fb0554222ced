"""What a person has typed into the settings of one line and not saved. Knows no widget and no call.

The portal may change the line meanwhile: `rebase` takes what it says now, keeps what was typed, and
remembers the fields that both have changed until the person chooses.
"""

from collections.abc import Mapping

from app.domain.connector import FieldProblem
from app.domain.line import QUEUE, Changes, Entity, LineSettings, Value
from app.domain.line_fields import FIELDS
from app.domain.line_rules import Typed, cross_check, parse, shown


class LineDraft:
    """Fields go by the vendor's names; `QUEUE` holds the entries of the queue."""

    def __init__(self, line: LineSettings) -> None:
        self.base = line
        self.theirs: tuple[str, ...] = ()
        self._typed: dict[str, Typed] = {}
        self._left: set[str] = set()

    def original(self, name: str) -> Typed:
        """What the portal has, as a control holds it."""
        if name == QUEUE:
            return self.base.queue.entities
        return shown(FIELDS[name], self.base.values.get(name))

    def value(self, name: str) -> Typed:
        """What the control shows now."""
        return self._typed.get(name, self.original(name))

    def set(self, name: str, typed: Typed) -> None:
        """The person changed a field: its problem hides until the field is left again."""
        self._left.discard(name)
        if typed == self.original(name):
            self._typed.pop(name, None)
        else:
            self._typed[name] = typed

    def leave(self, name: str) -> None:
        """The field was left: its problem may be shown."""
        self._left.add(name)

    def leave_all(self) -> None:
        """Somebody wants to save: every problem may be shown."""
        self._left |= {each.field for each in self.problems()} | self._typed.keys()

    def changed(self) -> tuple[str, ...]:
        """The fields that are not what the portal has, good or not."""
        return tuple(name for name in self._typed if self._parsed(name) != self.base.value(name))

    def changes(self) -> Changes:
        """What would be sent; fields with problems are left out."""
        parsed = {name: self._parsed(name) for name in self.changed()}
        return {name: v for name, v in parsed.items() if not isinstance(v, FieldProblem)}

    def problems(self) -> list[FieldProblem]:
        """Everything that keeps the changes from being sent. What is wrong with the line already,
        and was not touched, is no reason.
        """
        parsed = [self._parsed(name) for name in self._typed]
        found = [each for each in parsed if isinstance(each, FieldProblem)]
        values = dict(self.base.values)
        for name in self._typed.keys() - {QUEUE}:
            value = parse(FIELDS[name], self._typed[name])
            if not isinstance(value, FieldProblem):
                values[name] = value
        wrong = {each.field for each in found}
        return found + [
            each
            for each in cross_check(values)
            if each.field not in wrong and self._touched(each.field)
        ]

    def problem(self, name: str) -> FieldProblem | None:
        """The problem to be shown at a field now."""
        if name not in self._left:
            return None
        return next((each for each in self.problems() if each.field == name), None)

    def rebase(self, line: LineSettings) -> None:
        """The portal has said what the line is now."""
        changed = self.changed()
        both = [n for n in changed if line.value(n) != self.base.value(n)]
        self.base = line
        for name in [n for n in self._typed if self._parsed(n) == line.value(n)]:
            del self._typed[name]
        kept = dict.fromkeys((*self.theirs, *both))
        self.theirs = tuple(name for name in kept if name in self._typed)

    def take_theirs(self) -> None:
        """Give up what was typed into the fields that the portal has changed too."""
        for name in self.theirs:
            self._typed.pop(name, None)
        self.theirs = ()

    def keep_mine(self) -> None:
        """What was typed counts."""
        self.theirs = ()

    def discard(self) -> None:
        """Everything as the portal has it."""
        self._typed.clear()
        self._left.clear()
        self.theirs = ()

    def _parsed(self, name: str) -> Value | tuple[Entity, ...] | FieldProblem:
        typed = self._typed[name]
        if name == QUEUE:
            return tuple(each for each in _entries(typed))
        return parse(FIELDS[name], typed)

    def _touched(self, name: str) -> bool:
        under = FIELDS[name].under
        near = {name, under, *(f.name for f in FIELDS.values() if f.under == under and under)}
        return bool(near & self._typed.keys())


class Drafts:
    """One draft for each line that somebody looked at."""

    def __init__(self) -> None:
        self._drafts: dict[int, LineDraft] = {}

    def of(self, line: LineSettings) -> LineDraft:
        """The draft of a line."""
        return self._drafts.setdefault(line.id, LineDraft(line))

    def is_edited(self, line: int) -> bool:
        """Whether something is typed there and not saved."""
        return line in self._drafts and bool(self._drafts[line].changed())

    def follow(self, known: Mapping[int, LineSettings]) -> None:
        """The portal has said what its lines are now; drafts of others are dropped."""
        self._drafts = {key: each for key, each in self._drafts.items() if key in known}
        for key, draft in self._drafts.items():
            if draft.base != known[key]:
                draft.rebase(known[key])


def _entries(typed: Typed) -> tuple[Entity, ...]:
    if not isinstance(typed, tuple):
        return ()
    return tuple(each for each in typed if isinstance(each, Entity))
